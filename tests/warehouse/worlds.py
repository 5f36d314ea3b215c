"""Small worlds: rows of every table with sensible defaults, loaded as the stages load them.

Days are numbers: day 1 is 1 March 2026. Ids are readable, for a test that fails should say who is who.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from tests.warehouse import kept
from transforms.records.collect import Entry, FeedState, Fetch, Poll
from transforms.rows.aliases import AliasSightingRow
from transforms.rows.analyse import (
    ActorRow,
    ArticleTopicRow,
    CitationRow,
    DateRow,
    EventActorRow,
    EventRow,
    MentionRow,
    PlaceRow,
    QuantityRow,
    QuoteRow,
    RoleRow,
    SentenceRow,
    TopicEvidenceRow,
    TopicLabelRow,
)
from transforms.rows.builds import Analysis, Method, Rereading
from transforms.rows.collect import HostHoldRow, RobotsRow, SitemapRow, WarcFileRow
from transforms.rows.extract import (
    ArticleRow,
    ClaimRow,
    DroppedRow,
    Extraction,
    ParagraphRow,
    RejectionRow,
    RevisionChangeRow,
    RevisionRow,
    SectionRow,
)
from transforms.rows.link import CopyRow, CopyTieRow, StoryChangeRow, StoryRow, StoryTieRow
from transforms.rows.seeds import (
    ActorAliasRow,
    ActorSplitRow,
    FeedRow,
    GdeltCodeRow,
    KnownActorRow,
    OutletRow,
    TopicRow,
    TopicTermRow,
)
from transforms.rows.tone import ToneRow
from transforms.rows.watch import WatchlistRow
from warehouse.daily import refresh_daily
from warehouse.database import Warehouse, migrate
from warehouse.load import KINDS, load_rows, to_arrow
from warehouse.watch import save_counts, save_lists

Rows = dict[str, list[Any]]

TOPICS = ("medtop:11000000", "medtop:04000000", "medtop:06000000")
ACTORS = ("Ada Lovelace", "Alan Turing", "Grace Hopper", "Royal Society")
METHOD = "method-one"
NEVER = ActorSplitRow(0, "Nobody Here", "", None, "", "person", None, "", "never met")
WATCHED = WatchlistRow(
    "machines", 0, "Machines", "works AND Lovelace", "hash-1", "each", datetime(2026, 3, 1, tzinfo=UTC)
)
CODES = (
    ("country", "GB", "United Kingdom"), ("fips", "GB", "UK"), ("cameo", "GB", "GBR"), ("point", "GB", "54 -2"),
    ("goldstein", "042", "1.9"), ("theme", TOPICS[0], "GENERAL_GOVERNMENT"), ("count", "killed", "KILL"),
    ("event_theme", "042", "POL_HOSTVISIT"),
)  # fmt: skip
CITED = "wire"  # the outlet that every text cites


def at(day: float) -> datetime:
    """The moment of a day number: 1.5 is noon of 1 March 2026, UTC."""
    return datetime(2026, 3, 1, tzinfo=UTC) + timedelta(days=day - 1)


def on(day: int) -> date:
    """The date of a day number."""
    return at(day).date()


def opened(path: Path, zone: str = "UTC") -> duckdb.DuckDBPyConnection:
    """A migrated warehouse file, begun where there is none, open for writing as Warehouse.writing opens it."""
    if not path.exists():
        kept.begin(path, kept.migrated())
    connection = duckdb.connect(str(path))
    connection.execute("set timezone = 'UTC'")
    migrate(connection, zone)
    return connection


@contextmanager
def copied(source: Path, target: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A copy of a warehouse file, open for writing, for as long as the block lasts."""
    kept.begin(target, source)
    with opened(target) as connection:
        connection.execute("pragma disable_checkpoint_on_shutdown")  # nobody opens the file again
        yield connection


def warehouse_in(folder: Path, zone: str = "UTC", patience_s: float = 10) -> Warehouse:
    """A warehouse below a folder, published beside it."""
    return Warehouse(folder / "kept" / "w.duckdb", folder / "published" / "w.duckdb", zone, patience_s)


def load(connection: duckdb.DuckDBPyConnection, kind: str, *parts: Mapping[str, Sequence[Any]]) -> None:
    """Load the rows of some parts as one batch of a kind; tables that no part names are empty."""
    rows = joined(*parts)
    load_rows(connection, kind, {table: to_arrow(table, rows.get(table, [])) for table in KINDS[kind]})


def insert(connection: duckdb.DuckDBPyConnection, table: str, rows: Sequence[Sequence[Any]]) -> None:
    """Put rows straight into a table, all at once."""
    if rows:
        given = pa.table({f"column_{number}": list(values) for number, values in enumerate(zip(*rows, strict=True))})
        connection.register("given", given)
        connection.execute(f"insert into {table} from given")
        connection.unregister("given")


def joined(*parts: Mapping[str, Sequence[Any]]) -> Rows:
    """The rows of several parts, by table."""
    rows: Rows = {}
    for part in parts:
        for table, found in part.items():
            rows.setdefault(table, []).extend(found)
    return rows


# --- what people write -----------------------------------------------------------------------------------------------


def outlet(name: str, owner: str = "", **changes: Any) -> OutletRow:
    """An outlet whose id is its name."""
    return replace(OutletRow(name, name.title(), f"{name}.example", "GB", "en", owner, False), **changes)


def feed(name: str, outlet_id: str, **changes: Any) -> FeedRow:
    """A feed whose id is its name."""
    return replace(
        FeedRow(name, outlet_id, f"https://{outlet_id}.example/{name}", name.title(), "", "en", True), **changes
    )


def seeds(outlets: Sequence[OutletRow], feeds: Sequence[FeedRow]) -> Rows:
    """All seeds: the outlets and feeds, and the few topics and actors of these worlds."""
    return {
        "seeds.outlets": list(outlets),
        "seeds.feeds": list(feeds),
        "seeds.actors": [
            KnownActorRow("ada-lovelace", "ada", "Ada Lovelace", "person", "GB", "", "", "1815", "1852", "Q7259")
        ],
        "seeds.actor_aliases": [ActorAliasRow("ada-lovelace", "Countess of Lovelace", "name")],
        "seeds.topics": [TopicRow(topic, "", 1, f"topic {topic[7:9]}", "What it is about.") for topic in TOPICS],
        "seeds.topic_terms": [TopicTermRow(TOPICS[0], "met", 1.0, "en")],
        "seeds.gdelt_codes": [GdeltCodeRow(*code) for code in CODES],
    }


# --- collect ---------------------------------------------------------------------------------------------------------


def poll(feed_id: str, day: float, outcome: str = "ok", **changes: Any) -> Rows:
    """A poll of a feed, and what the next must know."""
    row = Poll(
        f"{feed_id}@{day}",
        feed_id,
        "run-1",
        at(day),
        outcome,
        200,
        1,
        1,
        0,
        12,
        3_000,
        False,
        None,
        None,
        "f.warc.gz",
        0,
        9,
    )
    state = FeedState(feed_id, '"v1"', None, at(day + 0.01), 0, at(day), at(day))
    part = SitemapRow(feed_id, "https://x.example/news.xml", None, '"v1"', None, at(day))
    return {
        "ops.polls": [replace(row, **changes)],
        "ops.feed_state": [state],
        "ops.sitemaps": [part],
        "ops.host_holds": [hold(day)],
    }


def hold(day: float) -> HostHoldRow:
    """A host that asked to be left alone."""
    return HostHoldRow("y.example", at(day + 0.1), "asked to wait (status 429)", at(day))


def entry(
    article_id: str, feed_id: str, outlet_id: str, seen: float, published: float | None = None, **changes: Any
) -> Rows:
    """An entry of a feed, and the article that it identifies as far as the feed tells."""
    moment = None if published is None else at(published)
    url = f"https://{outlet_id}.example/{article_id}"
    row = Entry(
        f"{feed_id}:{article_id}", feed_id, article_id, None, url, f"Title of {article_id}", "A summary.", "A. Writer",
        moment, None, "", "news", at(seen), at(seen), "hash-1",
    )  # fmt: skip
    source = "feed" if moment else ""
    article = ArticleRow(article_id, outlet_id, url, None, at(seen), moment, source, "time" if moment else "")
    return {"facts.entries": [replace(row, **changes)], "facts.articles": [article]}


def from_archive(article_id: str, outlet_id: str, day: float) -> Rows:
    """A page out of a WARC file of others, with the article that it identifies."""
    address = f"https://{outlet_id}.example/{article_id}"
    article = ArticleRow(article_id, outlet_id, address, None, at(day), None, "", "")
    file = WarcFileRow("run-1", "news.warc.gz", at(day), 3, 1, 1, 1, "byte 9: cut off")
    row = fetch(article_id, day)["ops.fetches"]
    return {"facts.articles": [article], "ops.fetches": row, "ops.warc_files": [file]}


def fetch(article_id: str, day: float, outcome: str = "ok", **changes: Any) -> Rows:
    """A request for an article's page."""
    row = Fetch(
        f"{article_id}@{day}", "run-1", article_id, f"https://x.example/{article_id}", at(day), outcome, 200, None,
        "text/html", 9_000, 80, None, None, None, "page-hash", "p.warc.gz", 0, 9,
    )  # fmt: skip
    robots = RobotsRow(
        "https://x.example",
        "rules",
        "User-agent: *",
        200,
        None,
        '"v1"',
        None,
        at(day),
        at(day + 1),
        at(day),
        None,
        0,
        2.0,
    )
    return {"ops.fetches": [replace(row, **changes)], "ops.robots": [robots], "ops.host_holds": [hold(day)]}


# --- extract ---------------------------------------------------------------------------------------------------------


def body_of(names: Sequence[str]) -> str:
    """A text in which every name speaks once, a sentence a name."""
    return " ".join(f"{name} met the press and said: “It works.”" for name in names)


def revision(
    article_id: str, outlet_id: str, no: int, seen: float, names: Sequence[str] = ACTORS[:2], *,
    published: float | None = None, first_seen: float | None = None,
) -> Rows:  # fmt: skip
    """A version of an article's text, read from its page on a day, with all that extract leaves."""
    revision_id, body, fetch_id = f"{article_id}/{no}", body_of(names), f"{article_id}@{seen}"
    article = ArticleRow(
        article_id, outlet_id, f"https://{outlet_id}.example/{article_id}", None, at(first_seen or seen),
        at(published) if published is not None else None, "json-ld" if published is not None else "",
        "time" if published is not None else "",
    )  # fmt: skip
    row = RevisionRow(
        revision_id, article_id, no, fetch_id, at(seen), None, f"Title of {article_id}, {no}", "By A. Writer",
        "A. Writer", "en", None, "", None, 0, body[:20], 0, 20, body, len(body.split()), f"text-{revision_id}",
        "first" if no == 1 else "minor", "json-ld", METHOD,
    )  # fmt: skip
    return {
        "facts.articles": [article],
        "facts.revisions": [row],
        "facts.revision_changes": [
            RevisionChangeRow(revision_id, f"{article_id}/{no - 1}", 1, "changed", 0, 10, 0, 12) for _ in range(no > 1)
        ],
        "facts.paragraphs": [ParagraphRow(revision_id, 0, 0, len(body), "text")],
        "facts.sections": [SectionRow(revision_id, 0, "What Happened", "what happened", 0, 3, 4, len(body))],
        "facts.dropped": [DroppedRow(revision_id, 0, "Loading...", "loading")],
        "ops.extractions": [Extraction(fetch_id, article_id, at(seen), "revision", revision_id, METHOD)],
        "ops.methods": [Method(METHOD, "extract", "1", "trafilatura", "{}", at(1))],
    }


def remove(connection: duckdb.DuckDBPyConnection, article_id: str, no: int, day: float) -> None:
    """Load the version that says that an article's page is gone."""
    fetch_id = f"{article_id}@{day}"
    rows = revision(article_id, "any", no, day)["facts.revisions"]
    row = replace(rows[0], body="", lede="", lede_end=0, word_count=0, change_kind="removed")
    made = Extraction(fetch_id, article_id, at(day), "removed", row.revision_id, METHOD)
    load(connection, "extractions", {"facts.revisions": [row], "ops.extractions": [made]})


def claim(article_id: str, claimed_id: str, day: float, kind: str = "canonical") -> Rows:
    """What a page says of its own address."""
    return {"facts.claims": [ClaimRow(article_id, claimed_id, kind, at(day))]}


def rejection(article_id: str, day: float) -> Rows:
    """A page that gave no article."""
    fetch_id = f"{article_id}@{day}"
    return {
        "ops.rejections": [RejectionRow(fetch_id, article_id, "https://x.example", "too_short", "12 words", at(day))],
        "ops.extractions": [Extraction(fetch_id, article_id, at(day), "rejected", None, METHOD)],
        "ops.methods": [Method(METHOD, "extract", "1", "trafilatura", "{}", at(1))],
    }


# --- analyse ---------------------------------------------------------------------------------------------------------


def actor(name: str) -> ActorRow:
    """An actor whose id is made of its name."""
    return ActorRow(name.lower().replace(" ", "-"), name, "person", "GB", "", None, "")


def reading(
    revision_id: str, day: float, names: Sequence[str] = ACTORS[:2], topics: Sequence[str] = TOPICS[:1], **changes: Any
) -> Rows:
    """All that analyse finds in the text that `revision` makes of the same names."""
    body, rows = body_of(names), Rows()
    start = 0
    for no, name in enumerate(names):
        end = body.index("”", start) + 1
        said = body.index("“", start) + 1
        who = actor(name)
        found: Rows = {
            "facts.actors": [who],
            "facts.sentences": [SentenceRow(revision_id, no, start, end, 0, 0, no == 0)],
            "facts.mentions": [
                MentionRow(
                    revision_id, no, no, start, start + len(name), name, "person", who.actor_id, "name", 0.9, "spacy"
                )
            ],
            "facts.roles": [
                RoleRow(
                    revision_id, no, no, start, start + 3, no, who.actor_id, "the", "other", "", False, 0.5, "rules", ""
                )
            ],
            "facts.dates": [
                DateRow(
                    revision_id, no, no, start, start + 3, body[start : start + 3], "DATE", "2026-12-31", "", "",
                    date(2026, 12, 31), date(2026, 12, 31), None, True, date(2026, 3, 2), "published", "", 0.9, "rules",
                )
            ],
            "facts.places": [
                PlaceRow(
                    revision_id, no, no, start, start + len(name), name, no, 2643743, name, "city", "GB", "England",
                    51.5, -0.1, False, no == 0, 0.9, "rules",
                )
            ],
            "facts.quantities": [
                QuantityRow(
                    revision_id, no, no, start, start + 3, body[start : start + 3], "casualties", 12.0, 12.0, None,
                    "at_least", "", "people killed", "", None, None, "", None, 0.9, "rules",
                )
            ],
            "facts.citations": [
                CitationRow(
                    revision_id, no, no, start, start + len(name), name, "outlet" if no == 0 else "anonymous", "source",
                    CITED if no == 0 else None, "said", 0.9, "rules",
                )
            ],
            "facts.alias_sightings": [
                AliasSightingRow(
                    revision_id, no, no, start, start + 3, body[start : start + 3], who.actor_id, "known-as", 0.9,
                    "rules",
                )
            ],
            "facts.tones": [
                ToneRow(
                    revision_id, no, "mention", no, start, start + len(name), no, who.actor_id, "neutral", 0.0, "", 0.6,
                    "tone-words",
                )
            ],
            "facts.events": [
                EventRow(
                    revision_id, no, no, start, start + 3, body[start : start + 3], True, "CONSULT", "visit", "042", "",
                    "verbal cooperation", 1.9, True, False, "actual", "past", no, no, "", None, None, None, None, 0.8,
                    "rules",
                )
            ],
            "facts.event_actors": [
                EventActorRow(
                    revision_id, no, n, side, no, start, start + len(name), name, no, actor(party).actor_id, 0.8, "r"
                )
                for n, (side, party) in enumerate((("source", name), ("target", names[no - 1])))
            ],
            "facts.quotes": [
                QuoteRow(
                    revision_id, no, no, said, end - 1, "direct", body[said : end - 1], "said", name, start,
                    start + len(name), no, who.actor_id, 0.9, "rules", no, 0, said, end - 1, said - 6, said - 2,
                    "neutral", False, "", None, None,
                )
            ],
        }  # fmt: skip
        rows = joined(rows, found)
        start = end + 1
    return joined(
        rows,
        {
            "facts.article_topics": [ArticleTopicRow(revision_id, topic, 0.8, False) for topic in topics],
            "facts.topic_evidence": [TopicEvidenceRow(revision_id, topic, 0, 0, 3, "met") for topic in topics],
            "facts.topic_labels": [TopicLabelRow(revision_id, topic, "title", 0, 3, "met") for topic in topics],
            "ops.rereadings": [Rereading(revision_id, "facts.mentions", "earlier", METHOD, at(day), 1, 0, 0, 0)],
            "ops.analyses": [replace(Analysis(revision_id, METHOD, "read", at(day)), **changes)],
            "ops.methods": [Method(METHOD, "analyse", "1", "spacy", "{}", at(1))],
        },
    )


def ties(*articles: str) -> Rows:
    """What ties articles to the first of them, which is tied to none."""
    tied = [(name, None if name == articles[0] else articles[0]) for name in articles]
    return {
        "facts.copy_ties": [CopyTieRow(name, other) for name, other in tied],
        "facts.story_ties": [StoryTieRow(name, other, 0.9, True) for name, other in tied],
    }


def groups(group: str, *articles: str) -> Rows:
    """Articles that share one text and tell one story; the first is the origin."""
    return {
        "facts.copies": [
            CopyRow(
                name, group, "origin" if name == articles[0] else "verbatim", 1.0, 1.0, "wire", "agency", None, "",
                None, None, 0.0,
            )
            for name in articles
        ],
        "facts.stories": [
            StoryRow(name, group, None if name == articles[0] else articles[0], 0.9, name == articles[0])
            for name in articles
        ],
        "facts.story_changes": [
            StoryChangeRow(f"change of {group}", at(3), "merge", group, "former", 1, articles[0], "other ties")
        ],
    }  # fmt: skip


# --- a world ---------------------------------------------------------------------------------------------------------


def build_good_world(connection: duckdb.DuckDBPyConnection) -> None:
    """Two days of three outlets: every table has rows, every check holds, every aggregate is made.

    `wire` broke the story of day 1, which `mail` (of the same owner as `post`) printed word for word; `post` wrote its
    own on day 2 and corrected it. One page was rejected, one could not be fetched, and one feed failed on day 2.
    """
    outlets = [outlet("wire", is_agency=True), outlet("mail", "Press Group"), outlet("post", "Press Group")]
    feeds = [feed("wire-top", "wire"), feed("mail-top", "mail"), feed("mail-world", "mail"), feed("post-top", "post")]
    load(connection, "seeds", seeds(outlets, feeds))
    load(connection, "splits", {"seeds.actor_splits": [NEVER]})
    load(
        connection, "polls",
        poll("wire-top", 1.5), entry("quake", "wire-top", "wire", 1.5, 1.4),
        poll("mail-top", 1.6), entry("copy", "mail-top", "mail", 1.6, 1.55),
        entry("quiz", "mail-top", "mail", 1.6, 1.5),
        poll("mail-world", 1.6), entry("copy", "mail-world", "mail", 1.6, 1.55),
    )  # fmt: skip
    load(
        connection, "polls",
        poll("post-top", 2.5), entry("own", "post-top", "post", 2.5, 2.4), entry("gone", "post-top", "post", 2.5),
        poll("wire-top", 2.5, "http_error", status=503, error="503 Service Unavailable"),
        poll("mail-top", 2.6, is_possible_gap=True),
    )  # fmt: skip
    load(connection, "fetches", *(fetch(name, 2.6) for name in ("quake", "copy", "quiz", "own")), fetch("own", 2.8))
    load(connection, "fetches", fetch("gone", 2.6, "http_error", status=404, error="404 Not Found"))
    load(
        connection, "extractions",
        revision("quake", "wire", 1, 2.6, first_seen=1.5), revision("copy", "mail", 1, 2.6, first_seen=1.6),
        revision("own", "post", 1, 2.6, ACTORS[1:], published=2.3, first_seen=2.5), rejection("quiz", 2.6),
    )  # fmt: skip
    load(connection, "extractions", revision("own", "post", 2, 2.8, ACTORS[1:3], published=2.3, first_seen=2.5))
    load(
        connection, "analyses",
        reading("quake/1", 2.9), reading("copy/1", 2.9), reading("own/1", 2.9, ACTORS[1:], TOPICS[1:]),
        reading("own/2", 2.9, ACTORS[1:3], TOPICS[1:]),
    )  # fmt: skip
    load(connection, "links", ties("quake", "copy"), ties("own"))
    load(connection, "groups", groups("quake", "quake", "copy"), groups("own", "own"))
    save_lists(connection, [WATCHED], {}, [])
    refresh_daily(connection)
    save_counts(connection, {"machines": ["copy", "quake"]}, [on(1), on(2)])
    connection.execute(
        "insert into ops.runs values ('run-1', 'run', 'direct', ?, ?, 'completed', 'all well', null)", [at(2), at(3)]
    )
    connection.execute("insert into daily.digests values (?, 1, ?, 'hash', '{}')", [on(2), at(3)])


@cache
def good_file() -> Path:
    """A warehouse with the good world, made once a process, to begin others from."""
    path = kept.folder() / "good.duckdb"
    with opened(path) as connection:
        build_good_world(connection)
    return path


def live_a_third_day(connection: duckdb.DuckDBPyConnection) -> None:
    """Go on with the good world: the wire tells on day 3 what it told on day 1, so that the day has something usual.

    Two outlets of one owner tell what nobody else does.
    """
    load(connection, "polls", poll("wire-top", 3.5), entry("again", "wire-top", "wire", 3.5, 3.4))
    load(connection, "extractions", revision("again", "wire", 1, 3.6, first_seen=3.5))
    load(connection, "analyses", reading("again/1", 3.9))
    load(connection, "links", ties("again"))
    load(connection, "groups", groups("again", "again"))
    for name, outlet_name in (("vote", "mail"), ("vote-too", "post")):
        load(connection, "polls", entry(name, f"{outlet_name}-top", outlet_name, 3.55, 3.45))
        load(connection, "extractions", revision(name, outlet_name, 1, 3.6, first_seen=3.55))
    load(connection, "groups", groups("vote", "vote", "vote-too"))
    refresh_daily(connection)


def contents(connection: duckdb.DuckDBPyConnection, *schemas: str) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of some schemas, sorted: what two worlds must agree on to be the same."""
    names = connection.execute(
        "select schema_name || '.' || table_name from duckdb_tables() where list_contains(?, schema_name) order by all",
        [list(schemas)],
    ).fetchall()
    return {name: connection.execute(f"select * from {name} order by all").fetchall() for (name,) in names}


def off_their_day(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """The tables with rows that name another day than their article's, or none."""
    tables = connection.execute(
        "select schema_name || '.' || table_name from duckdb_columns() where column_name = 'article_day' "
        "and schema_name = 'facts' order by all"
    ).fetchall()
    rows = (
        "select 1 from {} as found anti join (select article_day, revision_id from facts.revisions "
        "join facts.articles using (article_id) where articles.day = article_day) using (article_day, revision_id)"
    )
    return [table for (table,) in tables if connection.execute(rows.format(table)).fetchall()]
