"""A publication time says where it came from; one that is doubted is kept, and the day is that of the first sight."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.warehouse import worlds
from tests.warehouse.worlds import Rows, at, load, on

SHOWN = "select published_at, published_source, is_suspect, day from articles"


def entry(hours: float | None, url: str = "https://o.example/a", **changes: Any) -> Rows:
    """An entry first seen at noon of day 3, with a time so many hours later."""
    rows = worlds.entry("a", "f", "o", 3.5, None if hours is None else 3.5 + hours / 24)
    rows["facts.articles"] = [replace(row, url=url, **changes) for row in rows["facts.articles"]]
    return rows


def shown(connection: duckdb.DuckDBPyConnection) -> tuple[Any, ...]:
    (row,) = connection.execute(SHOWN).fetchall()
    return tuple(row)


def test_a_missing_time_is_no_doubt(empty: duckdb.DuckDBPyConnection) -> None:
    load(empty, "polls", entry(None))
    assert shown(empty) == (None, "", False, on(3))


@pytest.mark.parametrize(
    ("hours", "is_suspect"), [(-1, False), (13, False), (15, True), (24 * 400, True), (-24 * 90, False)]
)
def test_a_time_farther_ahead_than_any_zone_is_doubted(
    empty: duckdb.DuckDBPyConnection, hours: float, is_suspect: bool
) -> None:
    load(empty, "polls", entry(hours))
    moment = at(3.5) + timedelta(hours=hours)
    assert shown(empty) == (moment, "feed", is_suspect, on(3) if is_suspect else moment.date())


@pytest.mark.parametrize("stamp", ["printed but not readable", "made up by the feed"])
def test_a_time_without_a_precision_is_doubted(empty: duckdb.DuckDBPyConnection, stamp: str) -> None:
    moment = at(3.5) if "made up" in stamp else None
    load(empty, "polls", entry(None, published_at=moment, published_source="feed"))
    assert shown(empty) == (moment, "feed", True, on(3))


def test_a_better_word_of_another_feed_or_the_page_ends_the_doubt(empty: duckdb.DuckDBPyConnection) -> None:
    load(empty, "polls", entry(None, published_at=at(3.5), published_source="feed"))
    load(empty, "polls", worlds.entry("a", "g", "o", 3.6, 2.4))
    assert shown(empty) == (at(2.4), "feed", False, on(2))
    load(empty, "extractions", worlds.revision("a", "o", 1, 3.7, published=1.4))
    assert shown(empty) == (at(1.4), "json-ld", False, on(1))


@pytest.mark.parametrize(
    ("path", "is_suspect"),
    [
        ("2026/03/03/crane", False),
        ("2024/02/15/crane", True),
        ("news/2024-02-15-crane", True),
        ("2025/11/crane", False),
        ("2026/13/crane", False),
        ("1998/crane", False),
        ("article-2024000123", False),
        ("budget-2020-21/crane", False),
    ],
)
def test_a_time_that_contradicts_its_address_by_more_than_a_year_is_doubted(
    empty: duckdb.DuckDBPyConnection, path: str, is_suspect: bool
) -> None:
    load(empty, "polls", entry(-1, f"https://o.example/{path}"))
    assert shown(empty)[2:] == (is_suspect, on(3))


@given(st.none() | st.floats(-24 * 365 * 60, 24 * 365 * 60))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_day_is_the_times_unless_it_is_doubted_or_missing(
    empty: duckdb.DuckDBPyConnection, hours: float | None
) -> None:
    empty.execute("delete from facts.articles; delete from facts.entries")
    load(empty, "polls", entry(hours))
    moment, source, is_suspect, day = shown(empty)
    assert (source == "") == (moment is None)
    assert day == (at(3.5) if moment is None or is_suspect else moment).date()
    assert day <= on(4)
