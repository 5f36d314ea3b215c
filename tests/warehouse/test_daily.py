"""The aggregates: made again for the days that changed, they are what they would be if made from nothing."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.warehouse import worlds
from tests.warehouse.worlds import ACTORS, TOPICS, at, load, on
from warehouse.daily import refresh_daily
from warehouse.database import Warehouse, ask, migrate, rows_of

ARTICLES = tuple(f"article-{number}" for number in range(5))
OUTLETS = ("wire", "mail", "post")
FEEDS = {"wire-top": "wire", "mail-top": "mail", "mail-world": "mail", "post-top": "post"}

Step = tuple[Any, ...]

_moments = st.sampled_from([1.01, 1.5, 1.99, 2.01, 2.5, 3.5, 3.99, 4.5])
_names = st.lists(st.sampled_from(ACTORS), min_size=1, max_size=3, unique=True)

_polls = st.tuples(
    st.just("poll"), st.sampled_from(sorted(FEEDS)), _moments,
    st.sampled_from(["ok", "ok", "unchanged", "unreachable"]),
    st.lists(st.tuples(st.sampled_from(ARTICLES), st.none() | _moments), max_size=3, unique_by=lambda pair: pair[0]),
    st.sampled_from([0.0, 0.05]),  # how long before the answer the run had begun: entries carry that time
)  # fmt: skip
_texts = st.tuples(st.just("text"), st.sampled_from(ARTICLES), _moments, st.none() | _moments, _names)
_readings = st.tuples(
    st.just("read"), st.sampled_from(ARTICLES), _names, st.lists(st.sampled_from(TOPICS), max_size=2, unique=True)
)
_links = st.tuples(st.just("link"), st.lists(st.sampled_from(ARTICLES), min_size=1, max_size=3, unique=True))
_owners = st.tuples(
    st.just("seeds"), st.sampled_from(["", "Press Group"]), st.sets(st.sampled_from(sorted(FEEDS))), st.booleans()
)
_changes = st.lists(st.one_of(_polls, _texts, _readings, _links, _owners), min_size=1, max_size=5)


class _World:
    """A warehouse that lives through a history, and what it must remember: the versions of each article."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection
        self.texts: Counter[str] = Counter(
            name for (name,) in connection.execute("select article_id from facts.revisions").fetchall()
        )
        self.polls = 0

    def live(self, step: Step) -> None:
        getattr(self, step[0])(*step[1:])

    def seeds(self, owner: str, off: set[str], has_all: bool) -> None:
        outlets = [worlds.outlet("wire"), worlds.outlet("mail", owner), worlds.outlet("post", "Press Group")]
        feeds = [
            worlds.feed(name, of, is_enabled=name not in off, folder=f"news/{owner}" if of == "mail" else "")
            for name, of in FEEDS.items()
            if has_all or of != "post"
        ]
        load(self.connection, "seeds", worlds.seeds(outlets, feeds))

    def poll(self, feed: str, day: float, outcome: str, shown: list[tuple[str, float | None]], before: float) -> None:
        entries = [worlds.entry(name, feed, FEEDS[feed], day - before, published) for name, published in shown]
        self.polls += 1
        row = worlds.poll(feed, day, outcome, poll_id=f"{feed}@{day}#{self.polls}")
        load(self.connection, "polls", row, *(entries if outcome == "ok" else []))

    def text(self, article: str, day: float, published: float | None, names: list[str]) -> None:
        known = self.connection.execute(
            "select outlet_id, first_seen_at from facts.articles where article_id = ?", [article]
        ).fetchall()
        for outlet, seen_at in known:
            self.texts[article] += 1
            no, first_seen = self.texts[article], (seen_at - at(1)).total_seconds() / 86_400 + 1
            rows = worlds.revision(article, outlet, no, day + no, names, published=published, first_seen=first_seen)
            load(self.connection, "extractions", rows)

    def read(self, article: str, names: list[str], topics: list[str]) -> None:
        if no := self.texts[article]:
            load(self.connection, "analyses", worlds.reading(f"{article}/{no}", 5, names, topics))

    def link(self, articles: list[str]) -> None:
        load(self.connection, "groups", worlds.groups(articles[0], *articles))


def all_made_again(connection: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[Any, ...]]]:
    """The aggregates of every day that any fact falls on, made from nothing."""
    for table in ("actors", "carried", "coverage", "events", "outlets", "pairs", "places", "topics", "usual"):
        connection.execute(f"delete from daily.{table}")
    connection.execute(
        """
        with zone as (select value from ops.settings where name = 'timezone')
        insert into ops.touched_days
        select day from facts.articles union
        select (polled_at at time zone (from zone))::date from ops.polls union
        select (first_seen_at at time zone (from zone))::date from facts.entries
        """
    )
    refresh_daily(connection)
    return worlds.contents(connection, "daily")


# What every world has lived through before it is counted first: all feeds polled, most articles read.
_PAST: list[Step] = [
    ("seeds", "", set(), True),
    ("poll", "wire-top", 1.5, "ok", [("article-0", 1.4), ("article-1", None)], 0.0),
    ("poll", "mail-top", 1.6, "ok", [("article-0", 1.4), ("article-2", 1.5)], 0.0),
    ("poll", "post-top", 2.5, "ok", [("article-3", 2.4), ("article-4", None)], 0.0),
    *(("text", name, 2.6, None, ACTORS[:2]) for name in ARTICLES[:4]),
    *(("read", name, ACTORS[:2], TOPICS[:1]) for name in ARTICLES[:4]),
    ("link", ["article-0", "article-2"]),
]


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse that has lived through the past, counted."""
    path = tmp_path_factory.mktemp("lived") / "w.duckdb"
    with worlds.opened(path) as connection:
        world = _World(connection)
        for step in _PAST:
            world.live(step)
        refresh_daily(connection)
    return path


@pytest.mark.slow  # many histories; below, what each change alone does
@settings(max_examples=6, deadline=None, derandomize=True)
@given(histories=st.lists(_changes, min_size=3, max_size=3))
def test_refreshing_what_was_touched_equals_making_every_day_again(lived: Path, histories: list[list[Step]]) -> None:
    """Late arrivals, corrections, other links, other seeds: after each few of them, every day is right."""
    with tempfile.TemporaryDirectory() as folder:
        path = shutil.copyfile(lived, Path(folder) / "w.duckdb")
        with worlds.opened(path) as connection:
            world = _World(connection)
            for steps in histories:
                for step in steps:
                    world.live(step)
                refresh_daily(connection)
                incremental = worlds.contents(connection, "daily")
                assert incremental == all_made_again(connection)


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/Los_Angeles", "Pacific/Kiritimati"])
def test_another_zone_makes_the_days_that_the_zone_would_have_made(good: duckdb.DuckDBPyConnection, zone: str) -> None:
    load(good, "polls", worlds.poll("wire-top", 5.99))
    refresh_daily(good)
    migrate(good, zone)
    refresh_daily(good)
    incremental = worlds.contents(good, "daily")
    assert incremental == all_made_again(good)


def _seeded(
    owner: str = "Press Group", off: tuple[str, ...] = (), left_out: tuple[str, ...] = (), folder: str = ""
) -> worlds.Rows:
    """The good world's seeds, and one more feed, with a change."""
    outlets = [
        worlds.outlet("wire", is_agency=True),
        worlds.outlet("mail", owner),
        worlds.outlet("post", "Press Group"),
    ]
    feeds = {**FEEDS, "wire-sport": "wire"}
    return worlds.seeds(
        outlets,
        [
            worlds.feed(name, of, is_enabled=name not in off, folder=folder)
            for name, of in feeds.items()
            if name not in left_out
        ],
    )


CHANGES: dict[str, list[tuple[str, list[worlds.Rows]]]] = {
    "a feed is polled for the first time": [("polls", [worlds.poll("wire-sport", 3.5)])],
    "a feed's first poll arrives late": [("polls", [worlds.poll("wire-sport", 1.5)])],
    "a feed is switched off": [("seeds", [_seeded(off=("mail-world",))])],
    "a feed is switched off and on": [("seeds", [_seeded(off=("mail-world",))]), ("seeds", [_seeded()])],
    "a feed is removed": [("seeds", [_seeded(left_out=("mail-world", "wire-top"))])],
    "an outlet is sold to another": [("seeds", [_seeded(owner="wire")])],
    "feeds move to a folder": [("seeds", [_seeded(folder="news/local")])],
    "feeds move to a folder and out of it": [("seeds", [_seeded(folder="news/local")]), ("seeds", [_seeded()])],
    "a run begins before midnight and polls after": [
        ("polls", [worlds.poll("wire-top", 4.01), worlds.entry("late", "wire-top", "wire", 3.99, 4.0)])
    ],
    "another feed shows a known article": [
        ("polls", [worlds.poll("post-top", 3.5), worlds.entry("quake", "post-top", "post", 3.5, 1.4)])
    ],
    "a feed's time fills a gap": [
        ("polls", [worlds.poll("wire-top", 3.5), worlds.entry("gone", "wire-top", "post", 3.5, 1.2)])
    ],
    "a feed gives a known entry a time": [("polls", [worlds.entry("gone", "post-top", "post", 3.5, 1.2)])],
    "a page moves its article": [
        ("extractions", [worlds.revision("own", "post", 3, 3.5, ACTORS[:1], published=1.2, first_seen=2.5)])
    ],
    "a text is corrected": [
        ("extractions", [worlds.revision("quake", "wire", 2, 3.5, ACTORS[2:], first_seen=1.5)]),
        ("analyses", [worlds.reading("quake/2", 3.6, ACTORS[2:])]),
    ],
    "a text is read again": [("analyses", [worlds.reading("quake/1", 3.6, ACTORS[:1], TOPICS)])],
    "a rejected page is read": [("extractions", [worlds.revision("quiz", "mail", 1, 2.6, first_seen=1.6)])],
    "a copy is no copy": [("groups", [{"facts.copies": worlds.groups("copy", "copy")["facts.copies"]}])],
    "a text is a copy after all": [("groups", [worlds.groups("quake", "quake", "own")])],
}


@pytest.mark.parametrize("change", CHANGES)
def test_every_day_is_right_after(good: duckdb.DuckDBPyConnection, change: str) -> None:
    load(good, "seeds", _seeded())
    refresh_daily(good)
    for kind, rows in CHANGES[change]:
        load(good, kind, *rows)
    refresh_daily(good)
    incremental = worlds.contents(good, "daily")
    assert incremental == all_made_again(good)


def test_one_text_of_two_outlets_counts_two_articles_one_copy_group(good: duckdb.DuckDBPyConnection) -> None:
    (row,) = ask_rows(good, "daily.actors", day=on(1), actor_id="ada-lovelace", language="all")
    assert row == {
        "day": on(1), "language": "all", "folder": "all", "actor_id": "ada-lovelace", "mention_count": 2,
        "article_count": 2, "copy_group_count": 1, "outlet_count": 2, "owner_count": 2, "quote_count": 2,
        "quoted_word_count": 4, "source_event_count": 2, "target_event_count": 2, "mean_tone": None,
        "article_share": 1.0,
    }  # fmt: skip


def ask_rows(connection: duckdb.DuckDBPyConnection, table: str, **wanted: Any) -> list[dict[str, Any]]:
    """The rows of a table that hold the wanted values."""
    where = " and ".join(f"{column} = ${column}" for column in wanted)
    return rows_of(connection.execute(f"select * from {table} where {where} order by all", wanted))


def test_an_aggregate_counts_only_the_newest_text(good: duckdb.DuckDBPyConnection) -> None:
    actors = good.execute("select actor_id from daily_actors where day = ? order by all", [on(2)]).fetchall()
    assert actors == [("alan-turing",), ("grace-hopper",)]


def test_a_day_says_which_feeds_failed_which_were_not_polled_and_what_they_showed(
    good: duckdb.DuckDBPyConnection,
) -> None:
    rows = good.execute(
        "select feed_id, poll_count, failed_poll_count, gap_count, entry_count, page_count, read_count, state "
        "from daily.coverage where day = ? order by feed_id", [on(2)],
    ).fetchall()  # fmt: skip
    assert rows == [
        ("mail-top", 1, 0, 1, 0, 0, 0, "ok"),
        ("mail-world", 0, 0, 0, 0, 0, 0, "unpolled"),
        ("post-top", 1, 0, 0, 2, 2, 1, "ok"),
        ("wire-top", 1, 1, 0, 0, 0, 0, "failed"),
    ]


def test_a_feed_that_is_added_says_nothing_about_the_days_before(good: duckdb.DuckDBPyConnection) -> None:
    before = worlds.contents(good, "daily")
    outlets = [
        worlds.outlet("wire", is_agency=True),
        worlds.outlet("mail", "Press Group"),
        worlds.outlet("post", "Press Group"),
    ]
    feeds = [worlds.feed(name, of) for name, of in FEEDS.items()]
    load(good, "seeds", worlds.seeds(outlets, [*feeds, worlds.feed("wire-sport", "wire")]))
    assert refresh_daily(good) == []
    assert all_made_again(good) == before


def test_a_refresh_says_which_days_it_made_and_leaves_none_touched(good: duckdb.DuckDBPyConnection) -> None:
    load(good, "analyses", worlds.reading("quake/1", 3, ACTORS[:1]))
    assert refresh_daily(good) == [on(1)]
    assert ask(good, "touched_days") == []
    assert refresh_daily(good) == []


def test_a_day_without_articles_any_more_has_no_aggregates(good: duckdb.DuckDBPyConnection) -> None:
    moved = worlds.revision("own", "post", 2, 2.8, ACTORS[1:3], published=1.5, first_seen=2.5)
    load(good, "extractions", moved)
    assert on(2) in refresh_daily(good)
    assert good.execute("select * from daily.actors where day = ?", [on(2)]).fetchall() == []


_KILLED_IN_THE_MIDDLE = """
import os, sys
from pathlib import Path
from typing import Any
import warehouse.daily as daily
from warehouse.database import Warehouse

names = daily.names_in
daily.names_in = lambda folder: (*names(folder)[:2], "killed")
text = daily.statement
daily.statement = lambda folder, name: os._exit(9) if name == "killed" else text(folder, name)
with Warehouse(Path(sys.argv[1]), Path(sys.argv[2])).writing() as connection:
    daily.refresh_daily(connection)
"""


def test_a_refresh_that_is_killed_leaves_its_days_touched(tmp_path: Path) -> None:
    warehouse = worlds.warehouse_in(tmp_path)
    warehouse.path.parent.mkdir()
    shutil.copyfile(worlds.good_file(), warehouse.path)
    with warehouse.writing() as connection:
        before = worlds.contents(connection, "daily")
        load(connection, "analyses", worlds.reading("quake/1", 3, ACTORS[3:]))
    command = [sys.executable, "-c", _KILLED_IN_THE_MIDDLE, str(warehouse.path), str(warehouse.published)]
    assert subprocess.run(command, check=False).returncode == 9
    with Warehouse(warehouse.path, warehouse.published).writing() as connection:
        assert worlds.contents(connection, "daily") == before
        assert refresh_daily(connection) == [on(1)]
        assert worlds.contents(connection, "daily") != before
        assert worlds.contents(connection, "daily") == all_made_again(connection)


def test_very_many_days_are_made_in_several_transactions_and_stay_touched_until_the_last(
    good: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_off(connection: duckdb.DuckDBPyConnection, days: Sequence[date]) -> None:
        raise KeyboardInterrupt

    worlds.live_a_third_day(good)
    refresh_daily(good)
    before = worlds.contents(good, "daily")
    good.execute("update daily.actors set mention_count = 99")
    good.execute("update daily.usual set past_count = 99")
    days = [day for (day,) in good.execute("select distinct day from daily.actors order by day").fetchall()]
    good.execute("insert into ops.touched_days select distinct day from daily.actors")
    monkeypatch.setattr("warehouse.daily._BATCHES_AT_ONCE", 1)
    monkeypatch.setattr("warehouse.daily._DAYS_AT_ONCE", 1)
    with monkeypatch.context() as broken:
        broken.setattr("warehouse.daily._compare", cut_off)
        with pytest.raises(KeyboardInterrupt):
            refresh_daily(good)
    assert [row["day"] for row in ask(good, "touched_days")] == days
    assert len(days) > 1
    assert refresh_daily(good) == days
    assert worlds.contents(good, "daily") == before
    assert ask(good, "touched_days") == []


def test_a_new_version_a_removal_and_a_return_touch_only_their_own_day(good: duckdb.DuckDBPyConnection) -> None:
    def counted() -> list[tuple[Any, ...]]:
        sql = "select day, sum(mention_count), max(article_count) from daily_actors group by day order by day"
        return good.execute(sql).fetchall()

    before = counted()
    worlds.remove(good, "own", 3, 4.5)
    assert [row["day"] for row in ask(good, "touched_days")] == [on(2)]
    refresh_daily(good)
    assert counted() == before
    load(good, "extractions", worlds.revision("own", "post", 4, 5.5, ACTORS[:1], published=2.3, first_seen=2.5))
    load(good, "analyses", worlds.reading("own/4", 5.6, ACTORS[:1]))
    assert [row["day"] for row in ask(good, "touched_days")] == [on(2)]
    refresh_daily(good)
    assert counted() == [before[0], (on(2), 1, 1)]
