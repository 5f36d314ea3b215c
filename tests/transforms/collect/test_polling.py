"""When a feed is polled again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from transforms.collect.polling import PollSigns, is_gap, next_poll, parse_max_age, parse_retry_after

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def minutes(signs: PollSigns, feed_id: str = "feed", min_minutes: float = 15) -> float:
    return (next_poll(feed_id, NOW, signs, min_minutes) - NOW) / timedelta(minutes=1)


@pytest.mark.parametrize("outcome", ["ok", "unchanged"])
def test_a_feed_that_answers_is_due_after_the_shortest_time(outcome: str) -> None:
    assert minutes(PollSigns(outcome)) == 15


def test_what_the_server_says_is_kept_between_the_shortest_time_and_six_hours() -> None:
    assert minutes(PollSigns("ok", ttl_minutes=60)) == 60
    assert minutes(PollSigns("ok", ttl_minutes=60, max_age_s=7_200)) == 120
    assert minutes(PollSigns("ok", ttl_minutes=5, max_age_s=0)) == 15
    assert minutes(PollSigns("ok", ttl_minutes=10_080)) == 360


def test_a_busy_feed_is_polled_before_half_of_its_list_has_rolled_over() -> None:
    busy = tuple(NOW - timedelta(minutes=4 * number) for number in range(26))  # 100 minutes
    assert minutes(PollSigns("ok", ttl_minutes=240, entry_times=busy)) == 50
    assert minutes(PollSigns("ok", ttl_minutes=240, entry_times=busy[:2])) == 15
    assert minutes(PollSigns("ok", ttl_minutes=240, entry_times=busy[:1])) == 240


def test_failures_double_the_time_up_to_a_day() -> None:
    waits = [minutes(PollSigns("unreachable", failure_count=number)) for number in range(1, 40)]
    assert 24 <= waits[0] <= 36
    assert 48 <= waits[1] <= 72
    assert all(wait == 1440 for wait in waits[10:])


def test_feeds_that_fail_together_do_not_come_back_together_but_each_always_alike() -> None:
    signs = PollSigns("http_error", failure_count=3)
    waits = [minutes(signs, f"feed {number}") for number in range(20)]
    assert len(set(waits)) == 20
    assert waits == [minutes(signs, f"feed {number}") for number in range(20)]


def test_a_server_that_asks_to_wait_is_left_alone_that_long_but_at_most_a_day() -> None:
    assert minutes(PollSigns("http_error", 1, retry_after=timedelta(hours=3))) == 180
    assert minutes(PollSigns("http_error", 1, retry_after=timedelta(days=30))) == 1440
    assert minutes(PollSigns("http_error", 4, retry_after=timedelta(seconds=1))) > 180


def test_a_feed_that_is_gone_is_asked_once_a_day() -> None:
    assert minutes(PollSigns("gone", failure_count=1)) == 1440


def test_a_gap_is_possible_where_nothing_of_the_last_list_is_left() -> None:
    assert is_gap(["a", "b"], ["c", "d"])
    assert not is_gap(["a", "b"], ["b", "c"])
    assert not is_gap([], ["a"])
    assert not is_gap(["a"], [])


@pytest.mark.parametrize(
    ("text", "wait"),
    [
        ("120", timedelta(minutes=2)),
        (" 0 ", timedelta(0)),
        ("Sun, 01 Mar 2026 13:00:00 GMT", timedelta(hours=1)),
        ("Sun, 01 Mar 2026 11:00:00 GMT", timedelta(0)),
        ("9" * 50, timedelta(seconds=999_999_999)),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("²", None),
        ("", None),
        ("Sun, 99 Mar 2026 13:00:00 GMT", None),
    ],
)
def test_retry_after_is_seconds_or_a_date(text: str, wait: timedelta | None) -> None:
    assert parse_retry_after(text, NOW) == wait


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("max-age=600", 600),
        ('public, Max-Age="60"', 60),
        ("s-maxage=600", None),
        ("no-cache, max-age=600", None),
        ("max-age=600, no-store", None),
        ("max-age=x", None),
        ("", None),
    ],
)
def test_max_age_is_read_unless_keeping_is_forbidden(header: str, seconds: int | None) -> None:
    assert parse_max_age(header) == seconds
