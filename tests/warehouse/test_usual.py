"""A day beside its usual level: what rises, what fades, and what only seems to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import duckdb
import pytest

from tests.warehouse import worlds
from tests.warehouse.test_daily import all_made_again
from tests.warehouse.worlds import load, on
from warehouse.daily import refresh_daily
from warehouse.database import rows_of

DAY = 36  # a day with five weeks of past
Counts = Mapping[str, int]  # articles by thing; "" are all


@pytest.fixture
def watched(empty: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """Five weeks of two feeds, polled every day; what they gave is up to the test."""
    always_covered(empty, "north", "south")
    yield empty


def always_covered(connection: duckdb.DuckDBPyConnection, *feeds: str) -> None:
    """Every day of some feeds' coverage."""
    worlds.insert(connection, "daily.coverage", [_coverage(feed, day) for feed in feeds for day in range(1, DAY + 1)])


def covered(connection: duckdb.DuckDBPyConnection, feed: str, day: int, pages: int = 50, failed: int = 0) -> None:
    """A day of a feed's coverage."""
    worlds.insert(connection, "daily.coverage", [_coverage(feed, day, pages, failed)])


def _coverage(feed: str, day: int, pages: int = 50, failed: int = 0) -> list[Any]:
    return [on(day), feed, 1, failed, 0, pages, pages, pages, "failed" if failed else "ok", None]


def carried(connection: duckdb.DuckDBPyConnection, feed: str, days: range | list[int], counts: Counts) -> None:
    """The same counts of a feed on some days."""
    rows = [
        [on(day), "actor" if thing else "", thing, "", feed, f"{feed}-outlet", count, count]
        for day in days for thing, count in counts.items() if count
    ]  # fmt: skip
    worlds.insert(connection, "daily.carried", rows)


def compared(connection: duckdb.DuckDBPyConnection, counted: str = "articles", day: int = DAY) -> dict[str, Any]:
    """The rows of the actors of a day, by actor."""
    sql = "select * from compared([?::date], ?) where kind = 'actor'"
    return {row["thing_id"]: row for row in rows_of(connection.execute(sql, [on(day), counted]))}


def test_the_usual_is_the_level_of_the_same_weekdays_with_days_without_as_zero(watched: Any) -> None:
    carried(watched, "north", range(1, DAY + 1), {"": 50})
    carried(watched, "north", [DAY - 7, DAY - 21], {"ada": 6})
    carried(watched, "north", [DAY - 1, DAY - 2], {"ada": 40})
    carried(watched, "north", [DAY], {"ada": 9})
    row = compared(watched)["ada"]
    assert (row["comparable_count"], row["past_count"], row["history_day_count"]) == (9, 12, 4)
    assert row["usual"] == pytest.approx(3)
    assert row["ratio"] == pytest.approx(3)
    assert row["ratio_low"] < 3 < row["ratio_high"]
    assert not row["is_new"]


def test_who_is_named_every_monday_does_not_rise_on_a_monday(watched: Any) -> None:
    carried(watched, "north", range(1, DAY + 1), {"": 50, "steady": 10})
    carried(watched, "north", range(DAY, 0, -7), {"mondays": 20})
    rows = compared(watched)
    assert rows["mondays"]["ratio"] == pytest.approx(1)
    assert rows["mondays"]["p_value"] > 0.5


def test_a_day_with_twice_the_articles_raises_nobody(watched: Any) -> None:
    carried(watched, "north", range(1, DAY), {"": 50, "ada": 10})
    carried(watched, "north", [DAY], {"": 100, "ada": 20})
    assert compared(watched)["ada"]["ratio"] == pytest.approx(1)


def test_a_young_record_rests_on_all_its_days(watched: Any) -> None:
    carried(watched, "north", range(1, 9), {"": 50, "ada": 5})
    row = compared(watched, day=9)
    assert row == {}, "a day without articles has nothing to compare"
    row = compared(watched, day=8)["ada"]
    assert (row["history_day_count"], row["past_count"], row["usual"]) == (7, 35, pytest.approx(5))
    assert compared(watched, day=1) == {}, "the first day has no past"


def test_nothing_rises_on_the_day_the_list_of_feeds_grows(watched: Any) -> None:
    carried(watched, "north", range(1, DAY + 1), {"": 50, "ada": 5})
    for feed in ("new-1", "new-2", "new-3"):
        covered(watched, feed, DAY)
        carried(watched, feed, [DAY], {"": 80, "ada": 40, "stranger": 60})
    rows = compared(watched)
    assert rows["ada"]["comparable_count"] == 5
    assert rows["ada"]["ratio"] == pytest.approx(1)
    assert "stranger" not in rows


def test_nothing_rises_or_fades_on_a_day_when_the_feeds_of_a_subject_fail(watched: Any) -> None:
    carried(watched, "north", range(1, DAY + 1), {"": 50, "ada": 10})
    carried(watched, "south", range(1, DAY), {"": 150, "striker": 90})
    rows = compared(watched)
    assert rows["ada"]["ratio"] == pytest.approx(1)
    assert "striker" not in rows


def test_nothing_rises_on_the_day_a_feed_is_back_after_weeks(watched: Any) -> None:
    carried(watched, "north", range(1, DAY + 1), {"": 50, "ada": 10})
    carried(watched, "south", [*range(1, 9), DAY], {"": 150, "striker": 90})
    rows = compared(watched)
    assert rows["ada"]["ratio"] == pytest.approx(1)
    assert rows["striker"]["ratio"] == pytest.approx(1)


def test_a_feed_that_gives_half_lets_expect_half(watched: Any) -> None:
    carried(watched, "north", range(1, DAY + 1), {"": 50, "ada": 10})
    carried(watched, "south", range(1, DAY), {"": 100, "striker": 40})
    carried(watched, "south", [DAY], {"": 50, "striker": 20})
    rows = compared(watched)
    assert rows["striker"]["usual"] == pytest.approx(20)
    assert rows["ada"]["usual"] == pytest.approx(10)


def test_a_burst_has_a_small_q_value_and_what_stays_has_none(watched: Any) -> None:
    steady = {f"steady-{number}": 6 for number in range(30)}
    carried(watched, "north", range(1, DAY), {"": 200, "ada": 4, **steady})
    carried(watched, "north", [DAY], {"": 200, "ada": 40, "nova": 15, **steady})
    rows = compared(watched)
    assert rows["ada"]["q_value"] < 0.01
    assert rows["nova"]["q_value"] < 0.05
    assert rows["nova"]["is_new"]
    assert (rows["nova"]["usual"], rows["nova"]["ratio"], rows["nova"]["ratio_high"]) == (0, None, None)
    assert rows["nova"]["ratio_low"] > 1
    assert min(rows[name]["q_value"] for name in steady) > 0.5


def test_who_is_missing_has_faded(watched: Any) -> None:
    carried(watched, "north", range(1, DAY + 1), {"": 200, "grace": 5})
    carried(watched, "north", range(1, DAY), {"ada": 30})
    row = compared(watched)["ada"]
    assert (row["comparable_count"], row["ratio"], row["ratio_low"]) == (0, 0, 0)
    assert row["ratio_high"] < 0.5
    assert row["q_value"] < 0.05


def test_too_few_articles_to_tell_have_no_p_value(watched: Any) -> None:
    carried(watched, "north", range(1, DAY + 1), {"": 200, "grace": 5})
    carried(watched, "north", [DAY], {"once": 1})
    row = compared(watched)["once"]
    assert row["p_value"] is None
    assert row["q_value"] is None
    assert row["is_new"]


def test_a_name_of_last_week_is_not_new_and_one_of_five_weeks_ago_is(watched: Any) -> None:
    carried(watched, "north", range(1, DAY + 1), {"": 200})
    carried(watched, "north", [DAY - 5, DAY], {"ada": 3})
    carried(watched, "north", [DAY - 29, DAY], {"grace": 3})
    rows = compared(watched)
    assert not rows["ada"]["is_new"]
    assert rows["grace"]["is_new"]


def test_what_has_scattered_needs_more_to_stand_out(watched: Any) -> None:
    steady = {f"steady-{number}": 10 for number in range(30)}
    carried(watched, "north", range(1, DAY + 1), {"": 500, **steady})
    for day, count in zip(range(DAY, 0, -7), (35, 0, 40, 0, 0), strict=False):
        carried(watched, "north", [day], {"bursty": count, "calm": 35 if day == DAY else 10})
    rows = compared(watched)
    assert rows["bursty"]["past_count"] == rows["calm"]["past_count"] == 40
    assert rows["bursty"]["dispersion"] > rows["calm"]["dispersion"]
    assert rows["bursty"]["p_value"] > rows["calm"]["p_value"]


@pytest.mark.parametrize("counted", ["copies", "outlets", "owners"])
def test_one_text_in_every_paper_is_one_copy_and_many_outlets(watched: Any, counted: str) -> None:
    for number in range(20):
        feed = f"paper-{number}"
        carried(watched, feed, range(1, DAY + 1), {"": 10})
        if number < 2:
            carried(watched, feed, [DAY - 14, DAY - 7], {"ada": 1})
        watched.execute(
            "insert into daily.carried values (?, 'actor', 'ada', '', ?, ?, 1, ?)",
            [on(DAY), feed, f"{feed}-outlet", int(number == 0)],
        )
    row = compared(watched, counted)["ada"]
    assert row["comparable_count"] == (1 if counted == "copies" else 20)


def test_another_count_is_refused(watched: Any) -> None:
    carried(watched, "north", range(1, DAY + 1), {"": 10})
    with pytest.raises(duckdb.Error, match="articles, copies, outlets or owners"):
        compared(watched, "words")


def _told(connection: duckdb.DuckDBPyConnection, name: str, day: float) -> None:
    load(connection, "polls", worlds.poll("wire-top", day), worlds.entry(name, "wire-top", "wire", day, day - 0.1))
    load(connection, "extractions", worlds.revision(name, "wire", 1, day, first_seen=day, published=day - 0.1))
    load(connection, "analyses", worlds.reading(f"{name}/1", day))
    load(connection, "groups", worlds.groups(name, name))


def test_a_late_article_changes_the_usual_of_the_weeks_after_it(good: duckdb.DuckDBPyConnection) -> None:
    for week in range(6):
        _told(good, f"weekly-{week}", 8.5 + 7 * week)
    refresh_daily(good)
    before = _usual_of(good)
    _told(good, "late", 15.6)
    assert refresh_daily(good) == [on(15)]
    after = _usual_of(good)
    assert after != before
    changed = {day for day in after if after[day] != before.get(day)}
    assert changed <= {on(15), on(22), on(29), on(36), on(43)}
    assert {on(22), on(29)} <= changed
    incremental = worlds.contents(good, "daily")
    assert incremental == all_made_again(good)


def _usual_of(connection: duckdb.DuckDBPyConnection) -> dict[date, list[tuple[Any, ...]]]:
    found: dict[date, list[tuple[Any, ...]]] = {}
    for row in connection.execute("select * from daily.usual order by all").fetchall():
        found.setdefault(row[0], []).append(row[1:])
    return found


def test_a_feed_is_expected_to_give_what_it_gave_on_these_weekdays(good: duckdb.DuckDBPyConnection) -> None:
    for week in range(3):
        for number in range(week + 1):
            _told(good, f"weekly-{week}-{number}", 8.5 + 7 * week)
    load(good, "polls", worlds.poll("wire-top", 29.5, "http_error"))
    refresh_daily(good)
    rows = good.execute(
        "select day, page_count, usual_page_count, coverage from daily_coverage where feed_id = 'wire-top' "
        "and day >= ? order by day", [on(15)],
    ).fetchall()  # fmt: skip
    assert rows == [(on(15), 2, 1.0, 2.0), (on(22), 3, 4 / 3, 2.25), (on(29), 0, 1.75, 0.0)]
    assert good.execute("select coverage from daily_coverage_total where day = ?", [on(29)]).fetchall() == [(0.0,)]
