"""When a feed is polled again, at which address, and what its next poll must know."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.collect.polling import (
    PollSigns,
    address_of,
    is_asleep,
    is_gap,
    is_whole_due,
    state_after,
)
from transforms.records.collect import Feed, FeedEntry, FeedState, ParsedFeed

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)  # a Sunday
OLD, NEW = "https://old.example/feed", "https://new.example/feed"
FEED = Feed("feed", "outlet", OLD, "News")


def entry(at: datetime | None) -> FeedEntry:
    return FeedEntry(None, "https://old.example/a", "A", "", "", at, None, "")


def document(*ages: float, **more: Any) -> ParsedFeed:
    """A feed whose entries are so many minutes old."""
    entries = tuple(entry(NOW - timedelta(minutes=age)) for age in ages)
    return ParsedFeed("rss20", "News", None, "en", **{"ttl_minutes": None, **more}, entries=entries)


def ok(*ages: float, headers: dict[str, str] | None = None, **more: Any) -> PollSigns:
    return PollSigns("ok", headers or {}, document(*ages, **more), final_url=OLD)


def after(signs: PollSigns, feed: Feed = FEED, now: datetime = NOW, min_minutes: float = 15) -> FeedState:
    return state_after(feed, signs, now, min_minutes)


def minutes(signs: PollSigns, feed: Feed = FEED, min_minutes: float = 15) -> float:
    return (after(signs, feed, NOW, min_minutes).next_poll_at - NOW) / timedelta(minutes=1)


def lived(*signs: PollSigns, feed: Feed = FEED) -> Feed:
    """The feed after some polls, an hour apart."""
    for number, one in enumerate(signs):
        feed = replace(feed, last=after(one, feed, NOW + timedelta(hours=number)))
    return feed


# --- when ------------------------------------------------------------------------------------------------------------


def test_a_feed_without_times_is_due_after_the_shortest_time() -> None:
    assert minutes(ok()) == 15
    assert minutes(PollSigns("unchanged")) == 15


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({"cache-control": "max-age=7200"}, 120),
        ({"cache-control": "max-age=7200", "age": "3600"}, 60),
        ({"cache-control": "max-age=60"}, 15),
        ({"cache-control": "no-cache, max-age=7200"}, 15),
        ({"expires": "Sun, 01 Mar 2026 14:00:00 GMT"}, 120),
        ({"expires": "Sun, 01 Mar 2026 15:00:00 GMT", "date": "Sun, 01 Mar 2026 14:00:00 GMT"}, 60),
        ({"expires": "Sun, 01 Mar 2026 15:00:00 GMT", "cache-control": "max-age=1800"}, 30),
        ({"expires": "0"}, 15),
        ({"cache-control": "max-age=604800"}, 1_440),
    ],
)
def test_a_feed_is_left_alone_as_long_as_its_answer_keeps_but_for_a_day(headers: dict[str, str], wait: float) -> None:
    assert minutes(ok(headers=headers)) == wait
    assert minutes(PollSigns("unchanged", headers)) == wait


def test_what_the_document_asks_for_is_honoured_and_remembered() -> None:
    assert minutes(ok(ttl_minutes=60)) == 60
    assert minutes(ok(update_minutes=120)) == 120
    assert minutes(ok(ttl_minutes=5)) == 15
    assert minutes(PollSigns("unchanged"), lived(ok(ttl_minutes=90))) == 90


def test_a_busy_feed_is_polled_before_half_of_its_list_has_rolled_over() -> None:
    busy = [4 * number for number in range(26)]  # 100 minutes
    assert minutes(ok(*busy, ttl_minutes=240)) == 50
    assert minutes(ok(*busy)) == 15
    assert minutes(ok(*busy, headers={"cache-control": "max-age=7200"})) == 60  # an hour of what the server says
    assert minutes(ok(*busy[:4], ttl_minutes=240)) == 240  # too short a list to roll


def test_a_sleepy_feed_is_polled_less_often_and_a_waking_one_at_once_more() -> None:
    assert minutes(ok(0, 60, 120)) == 30
    assert minutes(ok(0, 300, 600)) == 150
    assert minutes(ok(0, 10_080, 20_160)) == 240  # 16 times the shortest time
    assert minutes(ok(1_000, 1_010, 1_020)) == 100  # silent for so long
    assert minutes(ok(0, 5, 1_020)) > 15
    assert minutes(ok(0, 5, 10)) == 15


def test_times_to_come_are_no_rhythm() -> None:
    assert minutes(ok(-10_000, -20_000)) == 15


def test_a_feed_is_not_polled_while_it_sleeps() -> None:
    noon_to_three = ok(skip_hours=(12, 13, 14))
    assert minutes(noon_to_three) == 180
    assert minutes(ok(skip_days=(6,))) == 720
    assert is_asleep(lived(noon_to_three), NOW + timedelta(hours=2, minutes=59))
    assert not is_asleep(lived(noon_to_three), NOW + timedelta(hours=3))
    assert not is_asleep(lived(ok(skip_hours=tuple(range(24)))), NOW)


def test_without_a_shortest_time_a_feed_is_always_due_unless_its_server_says_how_long_it_keeps() -> None:
    assert minutes(ok(0, 10_080), min_minutes=0) == 0
    assert minutes(ok(headers={"cache-control": "max-age=600"}), min_minutes=0) == 10


# --- failures --------------------------------------------------------------------------------------------------------


def failed(count: int, signs: PollSigns, feed_id: str = "feed") -> float:
    state = FeedState(feed_id, None, None, NOW, count - 1, None, NOW)
    return minutes(signs, replace(FEED, feed_id=feed_id, last=state))


def test_failures_double_the_time_up_to_about_a_day() -> None:
    waits = [failed(number, PollSigns("unreachable")) for number in range(1, 40)]
    assert 24 <= waits[0] <= 36
    assert 48 <= waits[1] <= 72
    assert all(0.8 * 1_440 <= wait <= 1.2 * 1_440 for wait in waits[10:])


def test_feeds_that_fail_together_do_not_come_back_together_but_each_always_alike() -> None:
    for count in (3, 30):
        waits = [failed(count, PollSigns("http_error"), f"feed {number}") for number in range(20)]
        assert len(set(waits)) == 20
        assert waits == [failed(count, PollSigns("http_error"), f"feed {number}") for number in range(20)]


def test_a_server_that_asks_to_wait_is_left_alone_that_long_but_at_most_a_week() -> None:
    def asking(text: str) -> PollSigns:
        return PollSigns("http_error", {"retry-after": text})

    assert failed(1, asking("10800")) == 180
    assert failed(1, asking("Tue, 03 Mar 2026 12:00:00 GMT")) == 2_880
    assert failed(1, asking("99999999")) == 7 * 1_440
    assert failed(4, asking("1")) > 180


def test_a_failing_feed_is_tried_again_before_its_list_has_rolled_over() -> None:
    feed = lived(ok(*range(0, 200, 10)))  # spans 190 minutes
    for number in range(1, 5):
        now = NOW + timedelta(minutes=30 * number)
        feed = replace(feed, last=after(PollSigns("http_error"), feed, now))
        assert feed.last
        assert feed.last.next_poll_at <= NOW + timedelta(minutes=190)


def test_a_failure_keeps_validators_rhythm_and_the_last_success() -> None:
    feed = lived(PollSigns("ok", {"etag": '"v1"'}, document(0, 60), ["a"], OLD))
    state = after(PollSigns("not_a_feed", {"etag": '"error page"'}), feed)
    assert feed.last
    assert replace(state, next_poll_at=NOW, failure_count=0) == replace(feed.last, next_poll_at=NOW)
    assert state.failure_count == 1


def test_a_feed_that_was_not_asked_has_not_failed() -> None:
    feed = lived(PollSigns("http_error"))
    state = after(PollSigns("not_tried"), feed)
    assert (state.failure_count, state.next_poll_at - NOW) == (1, timedelta(minutes=15))


@given(st.lists(st.sampled_from(["ok", "unchanged", "http_error", "unreachable", "gone", "not_tried"]), max_size=30))
def test_whatever_happens_a_feed_is_due_again_within_about_a_day(outcomes: list[str]) -> None:
    feed, now = FEED, NOW
    for outcome in outcomes:
        signs = PollSigns(outcome, document=document(0, 5) if outcome == "ok" else None)
        feed = replace(feed, last=after(signs, feed, now))
        assert feed.last
        assert now < feed.last.next_poll_at <= now + timedelta(days=1.2)
        now = feed.last.next_poll_at


# --- validators ------------------------------------------------------------------------------------------------------


def test_validators_come_with_a_whole_document_and_stay_until_the_next() -> None:
    whole = PollSigns("ok", {"etag": 'W/"v1"', "last-modified": "yesterday"}, document(0), ["a"], NEW)
    feed = lived(whole, PollSigns("unchanged", {"etag": '"v2"'}))
    assert feed.last
    assert (feed.last.etag, feed.last.last_modified, feed.last.validated_url) == ('W/"v1"', "yesterday", NEW)
    without = after(PollSigns("ok", {}, document(0), ["a"], OLD), feed)
    assert (without.etag, without.last_modified) == (None, None)


def test_a_whole_document_is_asked_for_every_five_to_seven_days_each_feed_on_its_own_day() -> None:
    def days_until_due(feed_id: str) -> int:
        feed = lived(ok(0), feed=replace(FEED, feed_id=feed_id))
        return next(day for day in range(200) if is_whole_due(feed, NOW + timedelta(hours=day)))

    hours = [days_until_due(f"feed {number}") for number in range(20)]
    assert 5 * 24 <= min(hours) < max(hours) <= 7 * 24 + 1
    assert len(set(hours)) > 10
    assert is_whole_due(FEED, NOW)


def test_an_unchanged_answer_does_not_put_the_whole_document_off() -> None:
    feed = lived(ok(0), *[PollSigns("unchanged")] * 10)
    assert is_whole_due(feed, NOW + timedelta(days=8))


# --- moves -----------------------------------------------------------------------------------------------------------


def moving(outcome: str = "ok", to: str | None = NEW) -> PollSigns:
    return PollSigns(outcome, document=document(0) if outcome == "ok" else None, final_url=to or OLD, permanent_url=to)


def test_a_new_address_is_asked_itself_after_three_polls_that_led_there() -> None:
    assert address_of(lived(moving(), moving())) == OLD
    assert address_of(lived(moving(), moving("unchanged"), moving())) == NEW


@pytest.mark.parametrize("between", [moving(to=None), moving(to="https://other.example/feed")])
def test_an_address_that_is_not_led_to_every_time_has_not_proven_itself(between: PollSigns) -> None:
    assert address_of(lived(moving(), moving(), between, moving(), moving())) == OLD


def test_a_failure_between_proves_nothing_and_spoils_nothing() -> None:
    assert address_of(lived(moving(), moving(), PollSigns("unreachable"), moving())) == NEW


def test_at_the_new_address_no_redirect_is_needed_to_stay() -> None:
    assert address_of(lived(*[moving()] * 3, *[moving(to=None)] * 5)) == NEW


def test_a_new_address_that_fails_gives_way_to_the_old_one() -> None:
    moved = [moving()] * 3
    assert address_of(lived(*moved, *[PollSigns("http_error")] * 2)) == NEW
    assert address_of(lived(*moved, *[PollSigns("http_error")] * 3)) == OLD


def test_a_feed_that_is_gone_is_marked_but_not_for_a_new_address_that_is() -> None:
    gone = lived(ok(0), PollSigns("gone"))
    assert gone.last
    assert gone.last.gone_at == NOW + timedelta(hours=1)
    back = lived(*[moving()] * 3, PollSigns("gone"))
    assert back.last
    assert (back.last.gone_at, address_of(back)) == (None, OLD)


# --- gaps ------------------------------------------------------------------------------------------------------------


def test_a_gap_is_possible_where_nothing_of_the_last_list_is_left() -> None:
    assert is_gap(["a", "b"], ["c", "d"])
    assert not is_gap(["a", "b"], ["b", "c"])
    assert not is_gap([], ["a"])
    assert not is_gap(["a"], [])


def test_the_last_list_is_remembered_over_answers_without_one() -> None:
    listed = PollSigns("ok", document=document(0), listed=["a", "b"])
    feed = lived(listed, PollSigns("unchanged"), PollSigns("http_error"), PollSigns("ok", document=document()))
    assert feed.last
    assert feed.last.listed == "a b"
