"""Where a site's feeds may be: whatever its markup does to hide them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.collect.discovery import (
    Candidate,
    FoundFeed,
    page_candidates,
    ranked,
    sitemap_candidates,
    usual_places,
)
from transforms.records.collect import FeedEntry, ParsedFeed

URL = "https://www.quay.example/city/index.html"


def urls(markup: str) -> list[str]:
    return [candidate.url for candidate in page_candidates(markup.encode(), "text/html; charset=utf-8", URL)]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ('<link rel="alternate" type="application/rss+xml" href="/rss">', "https://www.quay.example/rss"),
        ("<LINK HREF=feed.xml TYPE='Application/Atom+XML; charset=utf-8' REL='Alternate Home'>", "https://www.quay.example/city/feed.xml"),
        ('<link type="application/feed+json" rel=alternate href="//cdn.example/f.json">', "https://cdn.example/f.json"),
        ('<base href="/news/"><link rel="alternate" type="application/rss+xml" href="rss">', "https://www.quay.example/news/rss"),
        ('<link rel="feed" href="?feed=main">', "https://www.quay.example/city/index.html?feed=main"),
        ('<link rel="alternate" type="text/xml" title="Our feed" href="/x">', "https://www.quay.example/x"),
        ('<link rel="alternate" type="application/json" href="/feed.json">', "https://www.quay.example/feed.json"),
        ('<body><p><link rel="alternate" type="application/rss+xml" href="/late"></p>', "https://www.quay.example/late"),
        ('<a href="/service/rss/">Subscribe</a>', "https://www.quay.example/service/rss/"),
        ('<a href="https://feeds.burner.example/quay/rss.xml"><b>RSS</b></a>', "https://feeds.burner.example/quay/rss.xml"),
        ('<a href="/index.php?format=atom">Atom</a>', "https://www.quay.example/index.php?format=atom"),
    ],
)  # fmt: skip
def test_a_feed_that_a_page_names_is_found(markup: str, expected: str) -> None:
    assert urls(f"<!doctype html><html><head><title>Quay</title>{markup}") == [expected]


@pytest.mark.parametrize(
    "markup",
    [
        '<link rel="stylesheet" type="text/css" href="/rss.css">',
        '<link rel="alternate" hreflang="pt" href="https://quay.example/pt/">',
        '<link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/1">',
        '<link rel="alternate" type="application/json+oembed" href="/oembed?url=feed">',
        '<link rel="alternate" type="application/rss+xml" href="">',
        '<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">',
        '<a href="https://elsewhere.example/rss">RSS of others</a>',
        '<a href="/feedback">Feedback</a>',
        '<a href="/2026/atomic-energy">Atomic energy</a>',
    ],
)
def test_what_is_no_feed_is_not_taken_for_one(markup: str) -> None:
    assert urls(f"<html><head>{markup}</head><body></body></html>") == []


def test_feeds_in_the_head_come_first_and_each_once_with_its_title() -> None:
    markup = (
        '<a href="/sport/rss">Sport</a><a href="/rss">All</a><link rel=alternate type=application/rss+xml href=/rss '
        "title='  The\nQuay '><link rel=alternate type=application/rss+xml href='/rss#top'>"
    )
    assert page_candidates(f"<html><body>{markup}".encode(), "", URL) == [
        Candidate("https://www.quay.example/rss", "page", "The Quay"),
        Candidate("https://www.quay.example/sport/rss", "anchor", "Sport"),
    ]


def test_usual_places_lie_below_the_folder_and_below_the_root() -> None:
    found = [candidate.url for candidate in usual_places(URL)]
    assert found[0] == "https://www.quay.example/city/feed"
    assert "https://www.quay.example/feed" in found
    assert len(found) == len(set(found)) <= 12
    assert usual_places("https://quay.example/")[0].url == "https://quay.example/feed"


def test_site_maps_that_robots_name_come_first_and_news_before_others() -> None:
    robots = "User-agent: *\nDisallow: /x\nSITEMAP: https://quay.example/all.xml\n sitemap:/maps/news.xml # new\n"
    found = sitemap_candidates(robots, "https://quay.example/robots.txt")
    assert [candidate.url for candidate in found[:2]] == [
        "https://quay.example/maps/news.xml",
        "https://quay.example/all.xml",
    ]
    assert {candidate.found_by for candidate in found[2:]} == {"usual place"}


def feed(url: str, *pages: str, title: str = "") -> FoundFeed:
    entries = tuple(
        FeedEntry(page, f"https://quay.example/{page}", page, "", "", datetime(2026, 3, day, tzinfo=UTC), None, "")
        for day, page in enumerate(pages, 1)
    )
    return FoundFeed(Candidate(url, "page", title), url, ParsedFeed("rss20", title, None, "", None, entries))


def test_of_two_forms_of_one_feed_the_first_is_kept_and_comments_come_last() -> None:
    found = [
        feed("https://q.example/comments/feed", "c"),
        feed("https://q.example/rss", "a", "b"),
        feed("https://q.example/atom", "b", "a"),
        feed("https://q.example/sport", "s"),
        feed("https://q.example/empty"),
    ]
    assert [one.url.rpartition("/")[2] for one in ranked(found)] == ["rss", "sport", "empty", "feed"]


def test_newest_entries_come_first() -> None:
    assert [entry.title for entry in feed("https://q.example/rss", "a", "b", "c").newest(2)] == ["c", "b"]


@given(st.binary(max_size=400))
def test_no_bytes_stop_the_search(content: bytes) -> None:
    for candidate in page_candidates(b"<html><link rel=alternate type=application/rss+xml href=" + content, "", URL):
        assert candidate.url.startswith(("http://", "https://"))
