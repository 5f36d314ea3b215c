"""Moments as feeds print them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.collect.times import parse_time

MOMENT = datetime(2026, 3, 4, 10, 11, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "Wed, 04 Mar 2026 10:11:12 GMT",
        "04 Mar 26 10:11:12 +0000",
        "Wed, 4 Mar 2026 05:11:12 EST",
        "Wed Mar  4 10:11:12 2026",
        "Wed, 04 Mar 2026 12:11:12 +0200 (EET)",
        "Wed 4 Mar 2026 02:11:12 -800",
        "Wed, 04 Mar, 2026 10:11:12 Z",
        "2026-03-04T10:11:12Z",
        "2026-03-04T11:11:12.345+01:00",
        "2026-03-04 10:11:12 UTC",
        "20260304T101112Z",
        "1772619072",
        "Wednesday, March 4th, 2026 10:11:12 a.m.",
        "Mittwoch, 4. März 2026 10:11:12",
        "mié, 04 mar 2026 10:11:12 GMT",
        "2026年3月4日 10:11:12",
        "4.3.2026 10:11:12",
        "среда, 4 марта 2026 г. 10:11:12",
        "Wed, 04 Mar 2026 10:11:12 GMT+0000",
        "3/4/2026 10:11:12 AM",
    ],
)
def test_a_moment_is_read_in_many_spellings(text: str) -> None:
    assert parse_time(text) == MOMENT


@pytest.mark.parametrize(("text", "language"), [("Τετ, 04 Μάρ 2026 10:11:12", "el"), ("4 Mart 2026 10:11:12", "tr")])
def test_months_in_other_languages_are_read_where_the_feed_names_its_language(text: str, language: str) -> None:
    assert parse_time(text, language) == MOMENT
    assert parse_time(text) is None


def test_days_that_are_named_like_months_do_not_confuse() -> None:
    assert parse_time("mar, 06 ene 2026 10:00:00 GMT") == datetime(2026, 1, 6, 10, tzinfo=UTC)


def test_a_missing_time_is_midnight_and_a_missing_zone_is_utc() -> None:
    assert parse_time("2026-03-04") == parse_time("Wed, 04 Mar 2026") == MOMENT.replace(hour=0, minute=0, second=0)
    assert parse_time("2026-03-04T10:11:12") == parse_time("4 Mar 2026 10:11:12 Europe/Nowhere") == MOMENT


def test_the_end_of_a_day_and_a_leap_second_are_moments() -> None:
    assert parse_time("Wed, 04 Mar 2026 24:00:00 GMT") == datetime(2026, 3, 5, tzinfo=UTC)
    assert parse_time("2026-03-04T23:59:60Z") == datetime(2026, 3, 4, 23, 59, 59, tzinfo=UTC)


def test_a_day_that_could_be_two_is_settled_by_the_language_or_not_at_all() -> None:
    assert parse_time("3/4/2026") is None
    assert parse_time("3/4/2026", "en-US") == datetime(2026, 3, 4, tzinfo=UTC)
    assert parse_time("3/4/2026", "fr") == datetime(2026, 4, 3, tzinfo=UTC)
    assert parse_time("13/4/2026") == parse_time("4/13/2026") == datetime(2026, 4, 13, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "yesterday",
        "3 days ago",
        "2026",
        "2026-03",
        "10:11",
        "31 June 2026",
        "2026-13-01",
        "Wed, 04 Mar 2026 25:00",
        "0",
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59-05:00",
        "Sat, 30 Dec 1899 00:00:00",
        "9999999999",
        "4 Mar 2026 " + "x" * 80,
    ],
)
def test_what_is_no_moment_of_news_is_none(text: str) -> None:
    assert parse_time(text, "en") is None


@given(
    st.text(alphabet="0123456789-+:/.,TZ GMTmarAPJ年é\u0660", max_size=30),
    st.sampled_from(["", "en", "pt-BR", "x-y", "??"]),
)
def test_any_text_gives_a_time_in_utc_or_none(text: str, language: str) -> None:
    moment = parse_time(text, language)
    assert moment is None or (moment.tzinfo is UTC and 1990 <= moment.year <= 2099)


@given(st.datetimes(datetime(1991, 1, 1), datetime(2098, 1, 1)), st.integers(-12 * 60, 14 * 60))
def test_every_moment_printed_by_the_standards_is_read_back(moment: datetime, offset: int) -> None:
    moment = moment.replace(microsecond=0, tzinfo=UTC)
    assert parse_time(moment.isoformat()) == moment
    assert parse_time(moment.strftime("%a, %d %b %Y %H:%M:%S +0000")) == moment
