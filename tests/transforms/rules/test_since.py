"""Days as people give them."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.rules.since import day_of

TODAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("1d", date(2026, 3, 10)),
        ("10d", date(2026, 3, 1)),
        ("1w", date(2026, 3, 4)),
        ("yesterday", date(2026, 3, 9)),
        (" Today ", TODAY),
        ("2025-12-31", date(2025, 12, 31)),
    ],
)
def test_a_day_is_counted_back_from_today(written: str, day: date) -> None:
    assert day_of(written, TODAY) == day


def test_the_last_days_of_a_collection_that_has_ended_are_counted_back_from_its_newest() -> None:
    newest = date(2026, 3, 5)
    assert day_of("1d", TODAY, newest) == newest
    assert day_of("yesterday", TODAY, newest) == date(2026, 3, 9)
    assert day_of("1d", TODAY, date(2027, 1, 1)) == TODAY


@pytest.mark.parametrize("written", ["soon", "30", "d", "2026-02-30", "99999y"])
def test_what_is_no_day_says_how_one_is_written(written: str) -> None:
    with pytest.raises(ValueError, match="write 30d"):
        day_of(written, TODAY)
