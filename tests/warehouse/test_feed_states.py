"""The states of feeds: each judged by its own polls and its own rhythm, as of any moment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import duckdb
import pytest

from tests.warehouse import worlds
from tests.warehouse.worlds import at, load

HOUR = 1 / 24


def lived(
    connection: duckdb.DuckDBPyConnection,
    outcomes: list[str],
    entries: Sequence[float] = (),
    **feed: Any,
) -> None:
    """A feed that was polled every hour up to day 100, and whose entries appeared on these days."""
    load(connection, "seeds", worlds.seeds([worlds.outlet("o")], [worlds.feed("f", "o", **feed)]))
    polls = []
    for number, outcome in enumerate(reversed(outcomes)):
        is_well = outcome in ("ok", "unchanged")
        error = None if is_well else f"it was {outcome}"
        polls.append(worlds.poll("f", 100 - number * HOUR, outcome, error=error))
    load(connection, "polls", *polls, *(worlds.entry(f"a{no}", "f", "o", 100, day) for no, day in enumerate(entries)))


def state(connection: duckdb.DuckDBPyConnection) -> str:
    return str(connection.execute("select state from feeds").fetchall()[0][0])


def every(days: float, until: float, count: int = 12) -> list[float]:
    return [until - number * days for number in range(count)]


@pytest.mark.parametrize(
    ("outcomes", "word"),
    [
        ([], "new"),
        (["not_tried"], "new"),
        (["ok"], "ok"),
        (["unchanged", "unchanged"], "ok"),
        (["http_error"], "failing"),
        (["ok", "http_error"], "failing"),
        (["ok", "http_error", "unreachable"], "failing"),
        (["ok"] * 5 + ["not_a_feed"] * 5, "failing"),
        (["http_error", "ok"], "flaky"),
        (["ok", "http_error", "ok", "http_error"], "flaky"),
        (["ok"] * 18 + ["http_error", "ok"], "ok"),
        (["ok"] * 16 + ["http_error", "ok", "http_error", "ok"], "flaky"),
        (["http_error"] * 10 + ["ok"] * 20, "ok"),
        (["ok", "not_tried"], "ok"),
    ],
)
def test_polls_tell_a_failing_feed_from_one_that_fails_now_and_then(
    empty: duckdb.DuckDBPyConnection, outcomes: list[str], word: str
) -> None:
    lived(empty, outcomes)
    assert state(empty) == word


@pytest.mark.parametrize(
    ("gap", "silence", "word"),
    [
        (HOUR, 0.9, "ok"),
        (HOUR, 1.5, "silent"),
        (7, 3, "ok"),
        (7, 13, "ok"),
        (7, 15, "silent"),
        (HOUR / 6, 0.5, "ok"),
        (1, 1.5, "ok"),
        (1, 3, "silent"),
    ],
)
def test_a_feed_is_silent_by_its_own_rhythm(
    empty: duckdb.DuckDBPyConnection, gap: float, silence: float, word: str
) -> None:
    lived(empty, ["ok", "ok"], every(gap, 100 - silence))
    assert state(empty) == word


@pytest.mark.slow
def test_nights_and_weekends_are_part_of_a_rhythm(empty: duckdb.DuckDBPyConnection) -> None:
    """Ten entries each weekday, for three weeks; then a weekend of two days and a half."""
    workdays = [day for day in range(76, 98) if day % 7 not in (0, 1)]
    lived(empty, ["ok"], [day + hour * HOUR for day in workdays for hour in range(8, 18)])
    newest = max(day + 17 * HOUR for day in workdays)
    assert state(empty) == "ok"
    (usual, patience) = empty.execute("select usual_minutes, patience_minutes from feeds").fetchall()[0]
    assert usual == 60
    assert patience / 1440 > 100 - newest


def test_one_gap_of_all_is_no_rhythm(empty: duckdb.DuckDBPyConnection) -> None:
    lived(empty, ["ok"], [*every(HOUR, 98), *every(HOUR, 60)])
    assert state(empty) == "silent"


def test_a_feed_that_was_not_polled_since_is_not_silent(empty: duckdb.DuckDBPyConnection) -> None:
    """Nobody looked: the last poll found news, however long ago that was."""
    lived(empty, ["ok"], every(HOUR, 100))
    load(empty, "seeds", worlds.seeds([worlds.outlet("o")], [worlds.feed("f", "o"), worlds.feed("g", "o")]))
    load(empty, "polls", worlds.poll("g", 110))
    assert dict(empty.execute("select feed_id, state from feeds").fetchall())["f"] == "ok"


def test_a_feed_that_never_had_entries_is_silent_after_a_month(empty: duckdb.DuckDBPyConnection) -> None:
    lived(empty, ["ok"])
    load(empty, "polls", worlds.poll("f", 60))
    assert state(empty) == "silent"


def test_a_paused_feed_is_paused_whatever_its_polls(empty: duckdb.DuckDBPyConnection) -> None:
    lived(empty, ["http_error"], is_enabled=False)
    assert state(empty) == "paused"


def test_a_moved_feed_says_where_to_and_a_failing_one_that_it_fails(empty: duckdb.DuckDBPyConnection) -> None:
    lived(empty, ["ok"])
    empty.execute("update ops.feed_state set moved_url = 'https://new.example/feed'")
    assert empty.execute("select state, moved_url from feeds").fetchall() == [("moved", "https://new.example/feed")]
    load(empty, "polls", worlds.poll("f", 101, "http_error"))
    assert state(empty) == "failing"


def test_a_feed_that_is_gone_is_gone_until_it_is_resumed(empty: duckdb.DuckDBPyConnection) -> None:
    lived(empty, ["ok", "gone"])
    empty.execute("update ops.feed_state set gone_at = ?", [at(100)])
    assert state(empty) == "gone"
    empty.execute("update ops.feed_state set gone_at = null")
    assert state(empty) == "failing"


def test_an_earlier_moment_is_judged_by_what_was_known_then(empty: duckdb.DuckDBPyConnection) -> None:
    lived(empty, ["ok", "http_error", "http_error"])
    told = [
        empty.execute("select state from feed_states(?)", [at(day)]).fetchall()[0][0]
        for day in (50, 100 - 1.5 * HOUR, 100 - 0.5 * HOUR, 100)
    ]
    assert told == ["new", "ok", "failing", "failing"]
