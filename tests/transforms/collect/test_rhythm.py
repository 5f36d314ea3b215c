"""How often a feed has news, in figures and in words; and when it sleeps."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from transforms.collect.feeds import parse_feed
from transforms.collect.rhythm import Rhythm, after_sleep, in_words, rhythm_of, skips_of, update_minutes
from transforms.records.collect import ParsedFeed

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)  # a Sunday


def test_the_rhythm_is_the_usual_gap_the_span_and_the_newest() -> None:
    times = [NOW - timedelta(minutes=age) for age in (10, 20, 30, 30, 500)]
    assert rhythm_of(times, NOW) == Rhythm(10, 490, NOW - timedelta(minutes=10))
    assert rhythm_of(times[:2], NOW) == Rhythm(10, None, NOW - timedelta(minutes=10))
    assert rhythm_of([NOW + timedelta(days=1)], NOW) == Rhythm()


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (None, ""), (0.2, "every minute"), (20, "every 20 minutes"), (58, "about hourly"), (300, "every 5 hours"),
        (1_380, "about daily"), (4_320, "every 3 days"), (10_080, "about weekly"), (20_160, "every 2 weeks"),
        (43_800, "about monthly"), (180_000, "every 4 months"), (600_000, "less than once a year"),
    ],
)  # fmt: skip
def test_the_rhythm_has_words(minutes: float | None, words: str) -> None:
    assert in_words(minutes) == words


def test_every_length_of_time_has_words_and_longer_ones_never_shorter_units() -> None:
    assert all(in_words(number) for number in range(1, 700_000, 77))


RSS = (
    '<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>T</title>'
    "<ttl>60</ttl><skipHours><hour>0</hour><hour> 7 </hour><hour>24</hour><hour>99</hour></skipHours>"
    "<skipDays><day>Saturday</day><day>sunday</day><day>Someday</day></skipDays>"
    "<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>"
    "<item><title>A</title><link>https://a.example/1</link></item></channel></rss>"
)


def test_a_document_says_when_it_sleeps_and_how_often_it_changes() -> None:
    feed = parse_feed(RSS.encode(), "application/rss+xml", "https://a.example/feed")
    assert isinstance(feed, ParsedFeed)
    assert (feed.ttl_minutes, feed.update_minutes) == (60, 15)
    assert (feed.skip_hours, feed.skip_days) == ((0, 7), (5, 6))


def test_a_document_without_an_end_of_its_sleep_sleeps_never() -> None:
    assert skips_of("<skipHours><hour>1</hour>" * 10_000) == ((), ())


@pytest.mark.parametrize(
    ("period", "frequency", "minutes"),
    [
        ("hourly", "1", 60), ("hourly", "", 60), (" Daily ", "2", 720), ("weekly", "x", 10_080), ("hourly", "0", None),
        ("hourly", "9999", 1), ("now and then", "1", None), ("", "", None),
    ],
)  # fmt: skip
def test_a_period_and_a_frequency_are_minutes(period: str, frequency: str, minutes: int | None) -> None:
    assert update_minutes(period, frequency) == minutes


def test_sleep_ends_with_the_first_hour_of_the_first_day_that_is_not_slept_through() -> None:
    assert after_sleep(NOW, [], []) == NOW
    assert after_sleep(NOW + timedelta(minutes=5), [12, 13], []) == NOW + timedelta(hours=2)
    assert after_sleep(NOW, [0, 1], [6]) == NOW + timedelta(hours=14)
    assert after_sleep(NOW, list(range(24)), []) == NOW
    assert after_sleep(NOW, list(range(23)), [0, 1, 2, 3, 4, 5]) == NOW + timedelta(hours=11)
