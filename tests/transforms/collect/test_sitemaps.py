"""Site maps as feeds: what outlets without a feed list for search engines."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime, timedelta

import pytest

from transforms.collect.feeds import parse_feed
from transforms.collect.sitemaps import parts_to_read
from transforms.records.collect import NotAFeed, ParsedFeed, SitemapPart

URL = "https://quay.example/maps/news.xml"
SPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" '
    'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
)


def page(path: str, title: str = "", published: str = "", changed: str = "") -> str:
    news = (
        "<news:news><news:publication><news:name>The Quay</news:name><news:language>pt</news:language>"
        "</news:publication>"
        f"<news:publication_date>{published}</news:publication_date><news:title>{title}</news:title>"
        "<news:keywords>port, tide</news:keywords></news:news>"
    )
    lastmod = f"<lastmod>{changed}</lastmod>" if changed else ""
    image = (
        "<image:image><image:loc>https://quay.example/a.jpg</image:loc><image:title>A boat</image:title></image:image>"
    )
    return f"<url>{image}<loc>{path}</loc>{lastmod}{news if title else ''}</url>"


def urlset(*pages: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {SPACES}>{"".join(pages)}</urlset>'.encode()


def sitemap(content: bytes) -> ParsedFeed:
    feed = parse_feed(content, "application/xml", URL)
    assert isinstance(feed, ParsedFeed), feed
    return feed


def test_a_news_site_map_gives_titles_times_and_languages() -> None:
    feed = sitemap(urlset(page("https://quay.example/1", "Tide &amp; toll", "2026-03-02T08:00:00+01:00", "2026-03-02")))
    assert (feed.format, feed.title, feed.language, feed.warnings) == ("sitemap-news", "The Quay", "pt", ())
    (entry,) = feed.entries
    assert (entry.url, entry.guid, entry.title) == ("https://quay.example/1", "https://quay.example/1", "Tide & toll")
    assert entry.published_at == datetime(2026, 3, 2, 7, tzinfo=UTC)
    assert entry.updated_at == datetime(2026, 3, 2, tzinfo=UTC)
    assert entry.categories == ("port", "tide")


def test_a_packed_site_map_is_read_as_its_unpacked_self() -> None:
    content = urlset(page("/1", "One", "2026-03-02T08:00:00Z"), page("/2", "Two", "2026-03-02T09:00:00Z"))
    assert sitemap(gzip.compress(content)) == sitemap(content)
    assert [entry.url for entry in sitemap(content).entries] == ["https://quay.example/1", "https://quay.example/2"]


def test_an_archive_in_a_news_site_map_gives_its_last_week() -> None:
    last = datetime(2026, 3, 30, tzinfo=UTC)
    days = [page(f"/{n}", f"Day {n}", (last - timedelta(days=n)).isoformat()) for n in range(30)]
    assert [entry.title for entry in sitemap(urlset(*days)).entries] == [f"Day {n}" for n in range(8)]


def test_a_plain_site_map_gives_the_pages_that_changed_last() -> None:
    first = datetime(2026, 1, 1, tzinfo=UTC)
    pages = [page(f"/{n}", changed=(first + timedelta(hours=n)).isoformat()) for n in range(1_000)]
    feed = sitemap(urlset(*pages))
    assert feed.format == "sitemap"
    assert [entry.url for entry in feed.entries] == [f"https://quay.example/{n}" for n in range(800, 1_000)]
    assert feed.warnings == ("of its 1,000 pages the 200 that changed last were taken",)
    assert feed.entries[0].published_at is None
    assert feed.entries[0].updated_at == first + timedelta(hours=800)


def test_an_index_gives_its_parts_and_no_entries() -> None:
    content = (
        f"<sitemapindex {SPACES}><sitemap><loc>https://quay.example/a.xml.gz</loc><lastmod>2026-03-01</lastmod></sitemap>"
        "<sitemap><loc>/b.xml</loc></sitemap><sitemap><loc>javascript:x()</loc></sitemap></sitemapindex>"
    )
    feed = sitemap(content.encode())
    assert (feed.format, feed.entries) == ("sitemap-index", ())
    assert feed.parts == (
        SitemapPart("https://quay.example/a.xml.gz", datetime(2026, 3, 1, tzinfo=UTC)),
        SitemapPart("https://quay.example/b.xml", None),
    )


def part(url: str, day: int | None = None) -> SitemapPart:
    return SitemapPart(url, datetime(2026, 3, day, tzinfo=UTC) if day else None)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([part("https://q.example/1.xml", 1), part("https://q.example/2.xml", 9)], "2.xml"),
        ([part("https://q.example/2026-2.xml"), part("https://q.example/2026-11.xml")], "2026-11.xml"),
        ([part("https://q.example/news.xml"), part("https://q.example/pages.xml", 9)], "news.xml"),
        ([part("https://elsewhere.example/news.xml", 9), part("https://q.example/0.xml")], "0.xml"),
    ],
)
def test_of_an_index_the_newest_parts_of_its_own_site_are_read(parts: list[SitemapPart], expected: str) -> None:
    assert [one.url.rpartition("/")[2] for one in parts_to_read(parts, "https://q.example/i.xml", 1)] == [expected]


def test_a_broken_site_map_gives_what_stands_before_the_break() -> None:
    feed = sitemap(urlset(page("/1", "One", "2026-03-02"), page("/2", "Two", "2026-03-02"))[:-60])
    assert feed.entries[0].title == "One"
    assert feed.warnings


def test_entities_of_a_site_map_are_not_opened() -> None:
    text = b'<!DOCTYPE urlset [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + urlset(page("/1", "x&a;y", "2026-03-02"))
    (entry,) = sitemap(text).entries
    assert entry.title == "x&a;y"


def test_no_bytes_stop_the_reading() -> None:
    for content in (
        b"<urlset/>",
        b"<sitemapindex>",
        b"<urlset><url/><url><loc/></url></urlset>",
        b"<urlset" + b"<a" * 999,
    ):
        assert isinstance(parse_feed(content, "", URL), ParsedFeed | NotAFeed)
