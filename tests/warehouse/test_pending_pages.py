"""Which pages are asked for when: new ones, failed ones again, and all on a schedule that grows rarer."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.warehouse import worlds
from tests.warehouse.worlds import at, load
from warehouse.database import ask

HOURS = (1.0, 6.0, 24.0, 72.0)
_numbers = count()


class Page:
    """One article's page, asked for whenever it is due; hours count from its first fetch."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection, self.name = connection, f"page-{next(_numbers)}"
        load(connection, "polls", worlds.entry(self.name, "f", "o", 1))

    def due(self, hours: float, revisit: tuple[float, ...] = HOURS, attempts: int = 5) -> dict[str, Any] | None:
        """What is to be asked at an hour."""
        parameters = {"now": at(2 + hours / 24), "attempts": attempts, "revisit_hours": revisit, "most": 10_000}
        rows = ask(self.connection, "pending_pages", parameters)
        return next((row for row in rows if row["article_id"] == self.name), None)

    def asked(self, hours: float, outcome: str = "ok", status: int | None = 200, **changes: Any) -> None:
        """Write down an answer."""
        load(self.connection, "fetches", worlds.fetch(self.name, 2 + hours / 24, outcome, status=status, **changes))

    def looks(self, moments: list[float], revisit: tuple[float, ...] = HOURS) -> list[float]:
        """Of some moments in their order, those at which the page was asked for; each answer is a page."""
        made = []
        for moment in moments:
            if self.due(moment, revisit):
                made.append(moment)
                self.asked(moment)
        return made

    def change(self, hours: float) -> None:
        """Let the feed show the entry changed."""
        load(self.connection, "polls", worlds.entry(self.name, "f", "o", 2 + hours / 24, content_hash=f"at {hours}"))


@pytest.fixture
def page(empty: duckdb.DuckDBPyConnection) -> Page:
    return Page(empty)


def test_a_page_is_looked_at_after_an_hour_six_a_day_and_three_and_never_again(page: Page) -> None:
    moments = [0, 0.5, 0.99, 1, 1.5, 5, 6, 12, 23, 24, 48, 71, 72, 96, 24 * 30]
    assert page.looks(moments) == [0, 1, 6, 24, 72]


def test_a_run_that_comes_days_late_looks_once(page: Page) -> None:
    assert page.looks([0, 240, 241, 300]) == [0, 240]


def test_without_hours_no_page_is_looked_at_again(page: Page) -> None:
    assert page.looks([0, 1, 6, 24, 72, 500], ()) == [0]


def test_a_look_just_before_its_hour_stands_for_it(page: Page) -> None:
    assert page.looks([0, 1, 6]) == [0, 1, 6]
    page.change(23)
    assert page.looks([23.5, 24, 25, 70, 72]) == [23.5, 72]


@pytest.mark.slow
@given(
    st.lists(st.floats(0.01, 400), min_size=1, max_size=8),
    st.lists(st.floats(0.01, 300), max_size=5).map(lambda hours: tuple(sorted(hours))),
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whenever_runs_come_there_are_no_more_looks_than_hours_and_none_before_its_hour(
    empty: duckdb.DuckDBPyConnection, moments: list[float], hours: tuple[float, ...]
) -> None:
    made = Page(empty).looks([0, *sorted(moments)], hours)[1:]
    assert len(made) <= len(hours)
    assert all(moment >= hour - 1e-6 for moment, hour in zip(made, hours, strict=False))
    assert bool(made) == any(moment >= hour for moment in moments for hour in hours)


def test_a_look_carries_the_validators_and_the_hash_of_the_last_page_that_came(page: Page) -> None:
    page.asked(0, etag='"one"', last_modified="then", content_hash="h1")
    page.asked(1, etag='W/"two"', content_hash="h2")
    page.asked(6, "unchanged", 304)
    row = page.due(24)
    assert row is not None
    assert (row["etag"], row["last_modified"], row["content_hash"]) == ('W/"two"', None, "h2")


def test_validators_that_come_with_the_same_bytes_are_the_next_to_be_sent(page: Page) -> None:
    page.asked(0, etag='"one"', content_hash="h1")
    page.asked(1, "unchanged", 200, etag='"two"', content_hash=None)
    row = page.due(6)
    assert row is not None
    assert (row["etag"], row["content_hash"]) == ('"two"', "h1")


def test_a_page_that_was_gone_is_asked_for_whole(page: Page) -> None:
    page.asked(0, etag='"one"', content_hash="h1")
    page.asked(1, "http_error", 404)
    row = page.due(6)
    assert row is not None
    assert (row["etag"], row["content_hash"]) == (None, None)


def test_a_page_that_is_gone_at_the_last_look_is_asked_for_once_more(page: Page) -> None:
    page.asked(0)
    page.asked(72, "gone", 410)
    assert page.due(95.9) is None
    assert page.due(96)
    page.asked(96, "gone", 410)
    assert page.due(500) is None


def test_a_page_that_the_feed_names_too_early_is_asked_for_once_more_after_an_hour(page: Page) -> None:
    page.asked(0, "http_error", 404)
    assert page.due(0.9) is None
    assert page.due(1)
    page.asked(1, "http_error", 404)
    assert page.due(500) is None


def _failures(page: Page, start: float, attempts: int) -> Iterator[float]:
    """The hours at which a page whose host fails is asked for, looked for every five minutes of a few hours."""
    for moment in (start + step / 12 for step in range(60)):
        if page.due(moment, (), attempts):
            yield moment
            page.asked(moment, "unreachable", None)


def test_a_failed_page_is_tried_again_later_and_later_until_its_attempts_are_spent(page: Page) -> None:
    page.asked(0, "http_error", 503)
    tried = [round(moment * 60) for moment in _failures(page, 0.01, 4)]
    assert len(tried) == 3
    assert tried[1] - tried[0] < tried[2] - tried[1]


def test_a_look_that_fails_is_made_again_soon_and_has_attempts_of_its_own(page: Page) -> None:
    page.asked(0)
    page.asked(1, "http_error", 503)
    assert page.due(1.1) is None
    assert page.due(1.5)
    page.asked(1.5, "unchanged", 304)
    assert page.due(5) is None
    assert page.due(6)


@pytest.mark.parametrize(("outcome", "status"), [("http_error", 403), ("refused", None), ("too_large", 200)])
def test_a_look_that_is_refused_waits_for_the_next_hour(page: Page, outcome: str, status: int | None) -> None:
    page.asked(0)
    page.asked(1, outcome, status)
    assert page.due(5.9) is None
    assert page.due(6)


def test_new_pages_come_before_those_that_are_looked_at_again(page: Page) -> None:
    page.asked(0)
    new = Page(page.connection)
    parameters = {"now": at(3), "attempts": 5, "revisit_hours": HOURS, "most": 10}
    assert [row["article_id"] for row in ask(page.connection, "pending_pages", parameters)] == [new.name, page.name]
