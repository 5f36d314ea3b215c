"""The content of a day's edition, asked of the published warehouse: a pure function of it, the day and the zone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from importlib.metadata import version
from zoneinfo import ZoneInfo

from flows.day_pages import page_links
from flows.day_questions import SENTENCES, Asker, Row, counts_of, source_of
from flows.day_stories import stories_of, stories_query
from flows.errors import NothingThere
from flows.movers import ACTOR_KINDS, Movers
from flows.one_side import one_sided_things
from flows.watch_report import watch_reports
from transforms.digest.content import (
    Change,
    Changes,
    Coverage,
    DayCount,
    DigestContent,
    FeedReport,
    FeedReports,
    Method,
    MethodCount,
    Ranking,
    Volume,
)
from warehouse.database import Warehouse

PAGES = 60  # beside an edition: one megabyte and a half

_PLACES = ["place", "country"]
_PAIRED = [*ACTOR_KINDS, "country"]  # cities aside: with their own country they would be most pairs


def make_edition(warehouse: Warehouse, day: date, page_count: int = PAGES) -> DigestContent:
    """The content of a day's edition, with up to `page_count` pages beside it, stories aside.

    NothingThere where the warehouse has no article with text on that day.
    """
    ask = Asker(warehouse, day, ZoneInfo(warehouse.timezone))
    volume_rows = ask("digest_volume")
    if not volume_rows or not volume_rows[-1]["article_count"]:
        raise NothingThere(_nothing(warehouse, day))
    actors = ask("digest_actors", kinds=ACTOR_KINDS)
    places = ask("digest_actors", kinds=_PLACES)
    topics = ask("digest_topics")
    pairs = ask("digest_pairs", kinds=_PAIRED)
    days = [row["day"] for row in volume_rows]
    stories = stories_of(ask)
    movers = Movers(ask, days)
    ranked = partial(_ranked, ask, movers)
    actor_ranking = ranked(actors, "digest_actors", "page_actor_sentences", kinds=ACTOR_KINDS)
    content = DigestContent(
        day=day,
        zone=warehouse.timezone,
        edition=1,
        window_start=ask.start,
        window_end=ask.end,
        record_start=ask.warehouse.ask("newest_day")[0]["first_day"],
        coverage=_coverage(ask),
        volume=_volume(ask, volume_rows),
        biggest_riser=actor_ranking.rose[0] if actor_ranking.rose else None,
        stories=stories,
        stories_query=stories_query(ask),
        actors=actor_ranking,
        topics=ranked(topics, "digest_topics", "page_topic_sentences"),
        places=ranked(places, "digest_actors", "page_actor_sentences", kinds=_PLACES),
        pairs=ranked(pairs, "digest_pairs", "page_pair_sentences", kinds=_PAIRED),
        newcomers=movers.newcomers(actors),
        changes=_changes(ask),
        feeds=_feeds(ask),
        method=_method(ask),
        one_sided=one_sided_things(ask, {story.story_id for story in stories}),
        watchlists=watch_reports(ask, days),
    )
    return replace(content, pages=page_links(ask, content, page_count))


def _ranked(
    ask: Asker, movers: Movers, rows: Sequence[Row], question: str, sentences: str, **parameters: list[str]
) -> Ranking:
    """What rose and faded among the rows of a question, with the question for its sentences."""
    ranking = movers.ranking(rows, question, **parameters)
    ids = [one.thing_id for one in (*ranking.rose, *ranking.faded)]
    return replace(ranking, sentences_query=ask.shown(sentences, ids=ids, most=SENTENCES)) if ids else ranking


def _nothing(warehouse: Warehouse, day: date) -> str:
    rows = warehouse.ask("newest_day")
    newest = rows[0]["day"] if rows else None
    advice = f"the newest day with articles is {newest}" if newest else "nothing has been collected yet: `dateline run`"
    return f"no article with text on {day}; {advice}"


def _coverage(ask: Asker) -> Coverage:
    (row,) = ask("digest_coverage")
    missing = row["missing_page_count"]
    if row["failed_feed_count"] and missing is None:
        share = None
    else:
        share = (missing or 0) / max(1, (missing or 0) + row["page_count"])
    return Coverage(
        row["page_count"],
        row["read_count"],
        row["feed_count"],
        row["failed_feed_count"],
        share,
        ask.shown("digest_coverage"),
        row["coverage"],
    )


def _volume(ask: Asker, rows: Sequence[Row]) -> Volume:
    today = rows[-1]
    return Volume(
        counts_of(today),
        today["usual_article_count"],
        today["history_day_count"],
        tuple(DayCount(row["day"], row["article_count"], row["is_partial"]) for row in rows),
        ask.shown("digest_volume"),
        today["ratio"],
    )


# --- what changed, and how it was made -------------------------------------------------------------------------------


def _changes(ask: Asker) -> Changes:
    rows = ask.warehouse.ask("digest_changes", {"since": ask.start, "until": ask.end})
    found: dict[str, list[Row]] = {}
    ids = [row["revision_id"] for row in rows if row["change_kind"] != "removed"]
    for change in ask.warehouse.ask("digest_change_sentences", {"revision_ids": ids}) if ids else ():
        found.setdefault(change["revision_id"], []).append(change)
    return Changes(
        tuple(_change(ask, row, found.get(row["revision_id"], [])) for row in rows), ask.shown("digest_changes")
    )


def _change(ask: Asker, row: Row, changes: Sequence[Row]) -> Change:
    return Change(
        source=source_of(ask, {**row, "is_corrected": True}),
        seen_at=ask.local(row["seen_from"]),
        removed=tuple(change["before"] for change in changes if change["change"] in ("removed", "changed")),
        added=tuple(change["after"] for change in changes if change["change"] in ("added", "changed")),
        old_title=row["old_title"] if row["old_title"] != row["title"] else "",
        is_page_gone=row["change_kind"] == "removed",
    )


def _feeds(ask: Asker) -> FeedReports:
    return FeedReports(
        tuple(
            FeedReport(
                row["feed"], row["outlet"], row["url"], _state_in_words(row),
                ask.local(row["last_success_at"]) if row["last_success_at"] else None, row["error"],
            )
            for row in ask.warehouse.ask("digest_feeds", {"day": ask.day, "until": ask.end})
        ),
        ask.shown("digest_feeds"),
    )  # fmt: skip


def _state_in_words(row: Row) -> str:
    """The feed's state by its name in the view feeds, and what the day showed of it."""
    shown = _day_in_words(row)
    if row["state"] in ("failing", "flaky", "silent", "gone"):
        return f"{row['state']}: {shown}" if shown else str(row["state"])
    return shown


def _day_in_words(row: Row) -> str:
    if row["state"] == "silent" and row["newest_at"]:
        return f"nothing new since {row['newest_at']:%d %B %Y}"
    if row["day_state"] == "failed":
        return "failed all day" if row["poll_count"] > 1 else "failed"
    if row["failed_poll_count"]:
        return f"failed {row['failed_poll_count']} of {row['poll_count']} times"
    if row["state"] == "flaky":
        return f"failed at {row['recent_failed_poll_count']} of its last {row['recent_poll_count']} polls"
    return "may have missed entries between two polls" if row["gap_count"] else ""


def _method(ask: Asker) -> Method:
    (row,) = ask("digest_method")
    builds = [(build["name"], f"{build['version']} on {build['model']}") for build in ask("digest_builds")]
    labels = ("entry_count", "page_count", "text_count", "sentence_count", "mention_count", "quote_count")
    words = ("feed entries", "pages shown", "texts read", "sentences", "names in sentences", "direct quotations")
    return Method(
        versions=(("dateline", version("dateline")), ("duckdb", version("duckdb")), *builds),
        counts=tuple(MethodCount(word, row[label]) for label, word in zip(labels, words, strict=True)),
        query=ask.shown("digest_method"),
    )
