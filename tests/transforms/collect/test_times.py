"""Moments as feeds print them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from babel.dates import get_month_names
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
def test_months_in_other_languages_are_read_with_and_without_the_feeds_own(text: str, language: str) -> None:
    assert parse_time(text, language) == parse_time(text) == MOMENT


DAYS = (
    "čt, 15 úno 2024|15. února 2024|15. februára 2024|2024. február 15.|15 februarie 2024|"
    "15 Şubat 2024|15 Φεβρουαρίου 2024|15 февруари 2024|15 лютого 2024|чт, 15 лют 2024|"
    "15. veljače 2024|15. фебруар 2024|15. februarja 2024|2024 m. vasario 15 d.|"
    "2024. gada 15. februāris|15. veebruar 2024|15. helmikuuta 2024|15 de febrer de 2024|"
    "15 Februari 2024|15 tháng 2, 2024|15 فبراير 2024|15 شباط 2024|15 בפברואר 2024|"
    "15 फ़रवरी 2024|१५ फरवरी २०२४|15 فوریه 2024|15 فروری 2024|১৫ ফেব্রুয়ারি ২০২৪|"
    "15 กุมภาพันธ์ 2567|15 ก.พ. 2567|2024年2月15日|令和6年2月15日|2024년 2월 15일|목, 15 2월 2024|"
    "木, 15 2月 2024|周四, 15 二月 2024|۲۰۲۴-۰۲-۱۵|٢٠٢٤/٠٢/١٥|15 lutego 2024|15 febrúar 2024"
)


@pytest.mark.parametrize("text", DAYS.split("|"))
def test_a_day_is_read_in_the_languages_and_numerals_of_the_press(text: str) -> None:
    assert parse_time(text) == datetime(2024, 2, 15, tzinfo=UTC)


def test_a_word_that_is_two_months_is_read_only_in_a_known_language() -> None:
    assert parse_time("3 srp 2024") is None
    assert parse_time("3 srp 2024", "cs") == datetime(2024, 8, 3, tzinfo=UTC)
    assert parse_time("3 srp 2024", "hr") == datetime(2024, 7, 3, tzinfo=UTC)


LANGUAGES = st.sampled_from(["en", "fr", "ru", "tr", "ar", "fa", "hi", "el"])


@given(st.datetimes(datetime(1995, 1, 1), datetime(2090, 1, 1)), LANGUAGES)
def test_a_date_that_a_publisher_writes_by_the_tables_is_read_back(moment: datetime, language: str) -> None:
    written = f"{moment.day} {get_month_names('wide', 'format', language)[moment.month]} {moment:%Y %H:%M:%S} +0000"
    assert parse_time(written, language) == moment.replace(microsecond=0, tzinfo=UTC)


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
