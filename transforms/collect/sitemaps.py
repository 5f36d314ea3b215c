"""Site maps (sitemaps.org) as feeds: news site maps, plain ones with their newest pages, and indexes of both.

Some outlets have no feed and list their news for search engines. A news site map says title, time and language of each
page; a plain one only where the page is and when it changed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

from lxml import etree

from transforms.collect.entry import make_entry
from transforms.collect.mending import Unmendable, local_name, parse_prepared, prepare
from transforms.collect.times import parse_time
from transforms.records.collect import FeedEntry, NotAFeed, ParsedFeed, SitemapPart
from transforms.text import fold_space
from transforms.urls import absolute_url, same_site

# Search engines look at two days of a news site map, so most hold two. A longer list is an archive: of it we take what
# a week without polls would have missed.
_NEWS_DAYS = timedelta(days=7)
_MOST_NEWS = 1_000  # the most that the protocol allows
_MOST_PAGES = 200  # of a plain site map, the last changed ones: it lists all pages that the site ever had
_MOST_PARTS = 50_000  # the most that the protocol allows
_NUMBERS = re.compile(r"\d+")
_NEWS_NAME = re.compile(r"news|latest|recent|today", re.IGNORECASE)


def parse_sitemap(text: str, url: str) -> ParsedFeed | NotAFeed:
    """The site map that a text holds: its entries, or for an index its parts. Of a long one, the newest."""
    try:
        root, warnings = parse_prepared(prepare(text))
    except Unmendable as error:
        return NotAFeed(f"this is a site map that cannot be read: {error}")
    if local_name(root) == "sitemapindex":
        return _index(root, url, warnings)
    pages = [child for child in root if local_name(child) == "url"]
    news = [(page, found) for page in pages if (found := _child(page, "news")) is not None]
    return _news(news, url, warnings) if news else _plain(pages, url, warnings)


def parts_to_read(parts: Sequence[SitemapPart], url: str, most: int) -> list[SitemapPart]:
    """The parts of the index at `url` that hold the newest pages: those that say news, then those changed last.

    Where an index says no times, numbers in the addresses (a year, a month, a counter) tell the newest. Parts outside
    the index's own site are left out, as the protocol demands.
    """
    own = [part for part in parts if same_site(part.url, url)]
    return sorted(own, key=_newness, reverse=True)[:most]


def _newness(part: SitemapPart) -> tuple[bool, float, list[int]]:
    name = part.url.partition("//")[2].partition("/")[2]  # the host may well be called news.example
    changed = part.modified_at.timestamp() if part.modified_at else 0.0
    return bool(_NEWS_NAME.search(name)), changed, [int(number[:12]) for number in _NUMBERS.findall(name)]


def _index(root: etree._Element, url: str, warnings: list[str]) -> ParsedFeed:
    listed = [child for child in root if local_name(child) == "sitemap"][:_MOST_PARTS]
    parts = [
        SitemapPart(found, parse_time(_text(child, "lastmod"), ""))
        for child in listed
        if (found := absolute_url(_text(child, "loc"), url))
    ]
    return _sitemap("sitemap-index", [], warnings, parts=tuple(parts))


def _news(pages: Sequence[tuple[etree._Element, etree._Element]], url: str, warnings: list[str]) -> ParsedFeed:
    names = Counter(_text(news, "publication", "name") for _, news in pages)
    languages = Counter(_text(news, "publication", "language") for _, news in pages)
    language = languages.most_common(1)[0][0]
    entries = [_entry(page, news, url, language) for page, news in pages]
    newest = _newest([entry for entry in entries if entry], _MOST_NEWS)
    latest = max((moment for entry in newest if (moment := entry.published_at)), default=None)
    kept = [
        entry for entry in newest if not (latest and entry.published_at and entry.published_at < latest - _NEWS_DAYS)
    ]
    return _sitemap("sitemap-news", kept, warnings, title=names.most_common(1)[0][0], language=language)


def _plain(pages: Sequence[etree._Element], url: str, warnings: list[str]) -> ParsedFeed:
    entries = [entry for page in pages if (entry := _entry(page, None, url, ""))]
    left = len(entries) - _MOST_PAGES
    notes = [f"of its {len(entries):,} pages the {_MOST_PAGES} that changed last were taken"] if left > 0 else []
    return _sitemap("sitemap", _newest(entries, _MOST_PAGES), [*warnings, *notes])


def _sitemap(
    kind: str, entries: Sequence[FeedEntry], warnings: Sequence[str], title: str = "", language: str = "",
    parts: tuple[SitemapPart, ...] = (),
) -> ParsedFeed:  # fmt: skip
    return ParsedFeed(
        format=kind, title=title, site_url=None, language=language, ttl_minutes=None, entries=tuple(entries),
        warnings=tuple(warnings), parts=parts,
    )  # fmt: skip


def _newest(entries: Sequence[FeedEntry], most: int) -> list[FeedEntry]:
    """The newest entries in document order; where nothing says a time, the first of the document."""
    if len(entries) <= most:
        return list(entries)
    places = sorted(range(len(entries)), key=lambda place: _moment(entries[place]), reverse=True)[:most]
    return [entries[place] for place in sorted(places)]


def _moment(entry: FeedEntry) -> float:
    found: datetime | None = entry.published_at or entry.updated_at
    return found.timestamp() if found else 0.0


def _entry(page: etree._Element, news: etree._Element | None, url: str, language: str) -> FeedEntry | None:
    place = _text(page, "loc")
    keywords = _text(news, "keywords") if news is not None else ""
    entry = make_entry(
        guid=place,
        links=[place],
        base=url,
        title=_text(news, "title") if news is not None else "",
        summary="",
        author="",
        published_text=_text(news, "publication_date") if news is not None else "",
        updated_text=_text(page, "lastmod"),
        language=language,
        categories=[word for word in keywords.split(",") if word.strip()],
    )
    return entry if entry and entry.url else None


def _child(element: etree._Element, name: str) -> etree._Element | None:
    return next((child for child in element if local_name(child) == name), None)


def _text(element: etree._Element, *names: str) -> str:
    """The text of a descendant by its path of local names; "" where there is none."""
    found: etree._Element | None = element
    for name in names:
        found = _child(found, name) if found is not None else None
    return fold_space("".join(str(piece) for piece in found.itertext())) if found is not None else ""
