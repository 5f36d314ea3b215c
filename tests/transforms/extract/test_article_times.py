from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.transforms.extract.pages import STORY, article, json_ld, paragraphs
from transforms.extract.printed import read_day
from transforms.extract.times import parse_moment

NOON_IN_BERLIN = datetime(2024, 2, 15, 11, 0, tzinfo=UTC)
BODY = "<article><h1>Harbour closed</h1>{}" + paragraphs(STORY) + "</article>"


@pytest.mark.parametrize(
    ("text", "at", "offset"),
    [
        ("2024-02-15T12:00:00+01:00", "2024-02-15T11:00", 60),
        ("2024-02-15T12:00:00.123+0100", "2024-02-15T11:00", 60),
        ("2024-02-15T12:00:00Z", "2024-02-15T12:00", 0),
        ("2024-02-15 12:00", "2024-02-15T12:00", None),
        ("Thu, 15 Feb 2024 12:00:00 -0500", "2024-02-15T17:00", -300),
        ("Thu Feb 15 2024 12:00:00 GMT+0100 (CET)", "2024-02-15T11:00", 60),
        ("Feb. 15, 2024 at 10 am EST", "2024-02-15T15:00", -300),
        ("15.02.2024, 10:05 Uhr", "2024-02-15T10:05", None),
        ("2024年2月15日 10時30分", "2024-02-15T10:30", None),
        ("1707991200", "2024-02-15T10:00", 0),
        ("1707991200000", "2024-02-15T10:00", 0),
    ],
)
def test_a_time_is_read_with_its_zone(text, at, offset):
    moment = parse_moment(text)
    assert moment is not None
    assert (moment.at.isoformat()[:16], moment.offset_minutes, moment.precision) == (at, offset, "time")


@pytest.mark.parametrize(
    "text", ["2024-02-15", "20240215", "15 February 2024", "15 de febrero de 2024", "Feb 15, 2024"]
)
def test_a_day_without_a_time_has_the_precision_of_a_day(text):
    moment = parse_moment(text)
    assert moment is not None
    assert (moment.at, moment.precision) == (datetime(2024, 2, 15, tzinfo=UTC), "day")


@pytest.mark.parametrize(
    "text", ["", "yesterday", "0001-01-01T00:00:00", "2024-13-45", "1970-01-01T00:00:00Z", "12:30"]
)
def test_what_is_no_time_or_an_absurd_one_gives_none(text):
    assert parse_moment(text) is None


@given(st.text(max_size=60))
def test_no_text_makes_the_reading_of_times_raise(text):
    parse_moment(text)
    read_day(text)


def test_the_publication_comes_from_json_ld_and_the_change_is_kept_apart():
    head = json_ld(
        '{"@type": "NewsArticle", "datePublished": "2024-02-15T12:00:00+01:00", "dateModified": "2024-02-16T08:00:00Z"}'
    )
    found = article(head=head)
    assert (found.published_at, found.published_source, found.published_offset_minutes) == (
        NOON_IN_BERLIN,
        "json-ld",
        60,
    )
    assert found.modified_at == datetime(2024, 2, 16, 8, 0, tzinfo=UTC)


def test_a_page_that_tells_only_its_change_is_dated_by_it_and_says_so():
    head = '<meta property="article:modified_time" content="2024-02-16T08:00:00Z">'
    found = article(BODY.format("<p>Last updated on:</p><p>February 16, 2024</p>"), head, url="https://a.example/x")
    assert (found.published_source, found.published_precision) == ("modified", "time")
    assert found.published_at == found.modified_at == datetime(2024, 2, 16, 8, 0, tzinfo=UTC)


def test_a_time_element_of_a_change_is_not_the_publication():
    body = BODY.format(
        '<p>Updated <time datetime="2024-02-16T08:00Z">a</time></p><time datetime="2024-02-15T11:00Z">b</time>'
    )
    found = article(body)
    assert (found.published_at, found.published_source) == (NOON_IN_BERLIN, "time")


def test_a_day_in_json_ld_gets_its_time_from_a_meta_element_of_that_day():
    head = json_ld('{"@type": "NewsArticle", "datePublished": "2024-02-15"}')
    head += '<meta property="article:published_time" content="2024-02-15T12:00:00+01:00">'
    found = article(head=head)
    assert (found.published_at, found.published_precision) == (NOON_IN_BERLIN, "time")


def test_a_time_without_a_zone_borrows_the_zone_of_the_same_clock_time():
    head = json_ld('{"@type": "NewsArticle", "datePublished": "2024-02-15T12:00:00"}')
    head += '<meta property="article:published_time" content="2024-02-15T12:00:00+01:00">'
    assert article(head=head).published_at == NOON_IN_BERLIN


def test_a_time_without_any_zone_is_read_as_utc():
    head = '<meta property="article:published_time" content="2024-02-15T11:00:00">'
    found = article(head=head)
    assert (found.published_at, found.published_offset_minutes) == (NOON_IN_BERLIN, None)


def test_a_day_printed_below_the_headline_is_the_last_resort():
    found = article(BODY.format("<p>15 February 2024</p>"), url="https://a.example/x")
    assert (found.published_at, found.published_source) == (datetime(2024, 2, 15, tzinfo=UTC), "text")
    assert found.published_precision == "day"


def test_a_day_in_the_address_is_read():
    found = article(BODY.format(""), url="https://a.example/2024/02/15/harbour")
    assert (str(found.published_at)[:10], found.published_source) == ("2024-02-15", "url")


def test_days_in_numbers_are_read_as_the_country_writes_them():
    american, european = read_day("3/4/2024", is_american=True), read_day("3/4/2024", is_american=False)
    assert american is not None
    assert european is not None
    assert (american.at.month, european.at.month) == (3, 4)
