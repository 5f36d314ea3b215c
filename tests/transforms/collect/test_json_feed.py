"""JSON Feed, and JSON that is none."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.collect.json_feed import parse_json_feed
from transforms.records.collect import NotAFeed, ParsedFeed

URL = "https://news.example/feed.json"
VERSION = "https://jsonfeed.org/version/1"


def feed_of(**members: Any) -> ParsedFeed:
    feed = parse_json_feed(json.dumps({"version": VERSION, "items": [], **members}), URL)
    assert isinstance(feed, ParsedFeed)
    return feed


def test_the_page_is_taken_before_what_it_points_to() -> None:
    items = [{"url": "/1", "external_url": "https://other.example/"}, {"external_url": "https://other.example/"}]
    assert [entry.url for entry in feed_of(items=items).entries] == ["https://news.example/1", "https://other.example/"]


def test_members_of_a_wrong_type_are_as_good_as_missing() -> None:
    odd: dict[str, Any] = {"id": "a", "url": 5, "title": ["x"], "tags": "x", "authors": {"name": "x"}, "summary": None}
    (entry,) = feed_of(items=[odd], title={}, language=[], authors=7).entries
    assert (entry.guid, entry.url, entry.title, entry.author, entry.categories) == (
        "a",
        "https://news.example/5",
        "",
        "",
        (),
    )


def test_an_unknown_version_is_read_with_a_warning() -> None:
    assert feed_of(version="x").warnings == ('the member "version" does not name a JSON Feed version',)
    assert feed_of().warnings == ()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"items": {}}', "[" * 100_000, '{"items": ' + "9" * 10_000 + "}"]
)
def test_json_that_is_no_feed_is_told_in_words(text: str) -> None:
    feed = parse_json_feed(text, URL)
    assert isinstance(feed, NotAFeed)
    assert feed.reason


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "url", "title", "items", "authors", "name", "tags", "date_published"]), inner
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_any_json_gives_a_feed_or_a_reason(document: Any) -> None:
    feed = parse_json_feed(json.dumps({"items": [document]}), URL)
    assert isinstance(feed, ParsedFeed)
    assert parse_json_feed(json.dumps(document), URL)
