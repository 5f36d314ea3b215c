"""The macros that ask what moved, how it went on, and how much of the news it was."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.warehouse import kept, worlds
from tests.warehouse.test_usual import DAY, always_covered, carried
from tests.warehouse.worlds import ACTORS, TOPICS, load, on
from warehouse.daily import refresh_daily
from warehouse.database import rows_of


def asked(connection: duckdb.DuckDBPyConnection, sql: str, *values: Any) -> list[dict[str, Any]]:
    return rows_of(connection.execute(sql, list(values)))


@cache
def third_day_file() -> Path:
    """The good world, and the wire telling on day 3 what it told on day 1: made once, to be copied."""
    path = kept.folder() / "third-day.duckdb"
    kept.begin(path, worlds.good_file())
    with worlds.opened(path) as good:
        load(good, "polls", worlds.poll("wire-top", 3.5), worlds.entry("again", "wire-top", "wire", 3.5, 3.4))
        load(good, "extractions", worlds.revision("again", "wire", 1, 3.6, first_seen=3.5))
        load(good, "analyses", worlds.reading("again/1", 3.9))
        refresh_daily(good)
    return path


@pytest.fixture
def third_day(tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The world of three days, open for writing."""
    with worlds.copied(third_day_file(), tmp_path / "third-day.duckdb") as connection:
        yield connection


def test_movers_are_the_surest_first_with_their_names_and_what_is_gone_among_them(
    empty: duckdb.DuckDBPyConnection,
) -> None:
    load(empty, "analyses", worlds.reading("any/1", 1, ACTORS[:3], TOPICS))
    always_covered(empty, "north")
    carried(empty, "north", range(1, DAY), {"": 200, "ada-lovelace": 5, "alan-turing": 40})
    carried(empty, "north", [DAY], {"": 200, "ada-lovelace": 60, "grace-hopper": 6})
    empty.execute("insert into ops.touched_days values (?)", [on(DAY)])
    empty.execute("insert into daily.usual by name from compared([?::date])", [on(DAY)])
    rows = asked(empty, "from movers(?)", on(DAY).isoformat())
    assert [(row["name"], row["direction"], row["is_new"]) for row in rows if row["kind"] == "actor"] == [
        ("Ada Lovelace", "rose", False), ("Alan Turing", "faded", False), ("Grace Hopper", "rose", True),
    ]  # fmt: skip
    again = asked(empty, "select name, q_value from movers(?, counted := 'copies') where kind = 'actor'", on(DAY))
    assert [row["name"] for row in again] == ["Ada Lovelace", "Alan Turing", "Grace Hopper"]


def test_movers_name_things_of_every_kind_with_their_four_counts(third_day: duckdb.DuckDBPyConnection) -> None:
    rows = asked(third_day, "from movers('2026-03-03') order by kind, name")
    assert [(row["kind"], row["name"], row["other_name"]) for row in rows] == [
        ("actor", "Ada Lovelace", None), ("actor", "Alan Turing", None), ("event", "CONSULT", None),
        ("outlet", "Wire", None), ("pair", "Ada Lovelace", "Alan Turing"), ("place", "Ada Lovelace", None),
        ("topic", "topic 11", None),
    ]  # fmt: skip
    assert {(row["article_count"], row["copy_group_count"], row["outlet_count"]) for row in rows} == {(1, 1, 1)}


def test_what_movers_are_moved_by_is_the_reader_s_choice(third_day: duckdb.DuckDBPyConnection) -> None:
    for counted in ("copies", "outlets", "owners"):
        assert len(asked(third_day, "from movers('2026-03-03', counted := ?)", counted)) == 7
    with pytest.raises(duckdb.Error, match="articles, copies, outlets or owners"):
        asked(third_day, "from movers('2026-03-03', counted := 'words')")


def test_coverage_has_a_row_a_feed_what_is_missing_first(third_day: duckdb.DuckDBPyConnection) -> None:
    rows = asked(
        third_day, "select feed_id, page_count, usual_page_count, coverage, day_coverage from coverage('2026-03-03')"
    )
    assert [tuple(row.values()) for row in rows] == [
        ("post-top", 0, 2.0, 0.0, 0.2), ("mail-top", 0, 1.0, 0.0, 0.2), ("mail-world", 0, 1.0, 0.0, 0.2),
        ("wire-top", 1, 1.0, 1.0, 0.2),
    ]  # fmt: skip


def test_a_trend_has_every_watched_day_and_finds_the_actor_by_any_name(third_day: duckdb.DuckDBPyConnection) -> None:
    rows = asked(
        third_day, "select day, actor, article_count, usual_article_count from actor_trend(?, ?, ?)",
        "countess of lovelace", on(1), on(9),
    )  # fmt: skip
    assert [tuple(row.values()) for row in rows] == [
        (on(1), "Ada Lovelace", 2, None), (on(2), "Ada Lovelace", 0, None), (on(3), "Ada Lovelace", 1, 1.0),
    ]  # fmt: skip


def test_the_share_of_voice_adds_up_to_the_whole_and_names_a_name_once(third_day: duckdb.DuckDBPyConnection) -> None:
    names = ["Ada Lovelace", "Countess of Lovelace", "Grace Hopper", "Nobody At All"]
    rows = asked(
        third_day,
        "select actor, article_count, outlet_count, voice_share, quoted_share, article_share "
        "from share_of_voice(?, ?, ?)",
        names, on(1), on(3),
    )  # fmt: skip
    assert [tuple(row.values()) for row in rows] == [
        ("Ada Lovelace", 3, 2, 0.75, 0.75, 0.75), ("Grace Hopper", 1, 1, 0.25, 0.25, 0.25),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "counts"),
    [
        ("lovelace", [2, 0, 1]),
        ("LOVELACE turing", [2, 0, 1]),
        ("Lovelace AND Hopper", [0, 0, 0]),
        ("lovelace OR hopper", [2, 1, 1]),
        ("lovelace OR hopper AND nobody", [2, 0, 1]),
        ("(lovelace OR hopper) AND (turing OR nobody)", [2, 1, 1]),
        ("NOT lovelace", [0, 1, 0]),
        ("turing -lovelace", [0, 1, 0]),
        ('NOT (hopper nobody) -"grace hopper"', [2, 0, 1]),
        ("NOT NOT lovelace", [2, 0, 1]),
        ("love*", [2, 0, 1]),
        ("love", [0, 0, 0]),
        ('"Ada  Lovelace"', [2, 0, 1]),
        ('"Lovelace Ada"', [0, 0, 0]),
        ("((((turing))))", [2, 1, 1]),
        ("c.+", [0, 0, 0]),
    ],
)
def test_attention_counts_the_texts_that_hold_the_words(
    third_day: duckdb.DuckDBPyConnection, query: str, counts: list[int]
) -> None:
    rows = asked(third_day, "from attention(?, ?, ?)", query, on(1), on(9))
    assert [row["article_count"] for row in rows] == counts
    assert [row["total_article_count"] for row in rows] == [2, 1, 1]


@pytest.mark.parametrize("query", ["(lovelace", "lovelace AND", "OR lovelace", "actor:Lovelace", ""])
def test_attention_says_what_it_cannot_read(third_day: duckdb.DuckDBPyConnection, query: str) -> None:
    with pytest.raises(duckdb.Error, match=r"attention\(\)"):
        asked(third_day, "from attention(?, ?, ?)", query, on(1), on(9))


def test_attention_folds_accents_and_finds_words_of_other_scripts(good: duckdb.DuckDBPyConnection) -> None:
    good.execute(
        "update facts.revisions set body = ? where article_id = 'quake'",
        ["Der Großbrand in Óbidos. Пожар в Москве. 東京で火災。"],
    )
    for query, count in (("obidos", 1), ("москве", 1), ("москв", 0), ("москв*", 1), ("火災", 1), ("großbrand", 1)):
        (row,) = asked(good, "from attention(?, ?, ?)", query, on(1), on(1))
        assert row["article_count"] == count, query


def test_coverage_stands_in_every_row_of_a_day(third_day: duckdb.DuckDBPyConnection) -> None:
    refresh_daily(third_day)
    for view in ("actors", "topics", "places", "pairs", "events", "outlets", "volume"):
        rows = asked(third_day, f"select distinct coverage from daily_{view} where day = ?", on(3))
        assert [row["coverage"] for row in rows] == [0.2], view
