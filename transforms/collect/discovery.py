"""Where a site's feeds may be: what its page says, what its robots.txt says, and where feeds usually are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from transforms.collect.charset import decode_document
from transforms.records.collect import FeedEntry, ParsedFeed
from transforms.text import clean_text, fold_space
from transforms.urls import absolute_url, article_key, same_site

FoundBy = Literal["address", "page", "anchor", "usual place", "robots.txt"]

_MAX_PAGE = 3_000_000  # characters of a page that are looked at
_MOST = 12  # candidates of one kind on a page: what is listed beyond is for humans to choose from
_FEED_TYPES = frozenset(f"application/{kind}" for kind in ("rss+xml", "atom+xml", "feed+json", "rdf+xml", "x-rss+xml"))
_VAGUE_TYPES = frozenset({"application/xml", "text/xml", "application/json", ""})
_FEED_ADDRESS = re.compile(
    r"(?:^|/)(?:rss2?|feeds?|atom|rdf|newsfeed|rss[-_]?feeds?)(?:/|$)|\.(?:rss|atom|rdf)$|(?:^|[/_.-])(?:rss|atom|feed)[\w-]*"
    r"\.(?:xml|json|php|aspx?|cms)$|(?:^|[?&])(?:feed|format|type|output|alt)=(?:rss|atom|json-?feed)",
    re.IGNORECASE,
)
_FEED_WORDS = re.compile(r"\b(?:rss|atom|feeds?)\b", re.IGNORECASE)
_COMMENTS = re.compile(r"\b(?:comments?|kommentare?|commentaires?|comentarios?)\b|/comments/", re.IGNORECASE)
_FEED_HOSTS = ("feeds.", "rss.", "feed.")
_SITEMAP_LINE = re.compile(r"^\s*sitemap\s*:\s*(\S+)", re.IGNORECASE | re.MULTILINE)
_NEWS = re.compile(r"news|latest|recent", re.IGNORECASE)
# Below the folder that was asked for, then below the site's root; the first are those of the widespread systems.
_USUAL = ("feed", "rss", "rss.xml", "feed.xml", "atom.xml", "index.xml", "feeds", "feed.json", "index.rss")
_USUAL_SITEMAPS = ("news-sitemap.xml", "sitemap-news.xml", "sitemap_news.xml", "sitemap.xml")


@dataclass(frozen=True)
class Candidate:
    """An address that may be a feed's."""

    url: str
    found_by: FoundBy
    title: str = ""  # as the page names it


@dataclass(frozen=True)
class FoundFeed:
    """A candidate that is a feed."""

    candidate: Candidate
    url: str  # where it was found in the end
    feed: ParsedFeed

    def newest(self, most: int) -> list[FeedEntry]:
        """Its newest entries, the newest first; in document order where they have no times."""
        moments = [entry.published_at or entry.updated_at for entry in self.feed.entries]
        order = sorted(
            range(len(moments)),
            key=lambda place: moment.timestamp() if (moment := moments[place]) else 0.0,
            reverse=True,
        )
        return [self.feed.entries[place] for place in order[:most]]


def page_candidates(content: bytes, content_type: str, url: str) -> list[Candidate]:
    """The feeds that a page names: in its head first, then in links that look like feeds. [] where it is no page."""
    page = _page(content, content_type)
    if page is None:
        return []
    base = _base(page, url)
    named = _distinct(_in_head(page, base))[:_MOST]
    known = {candidate.url for candidate in named}
    linked = [candidate for candidate in _distinct(_in_anchors(page, base, url)) if candidate.url not in known]
    return named + linked[:_MOST]


def usual_places(url: str) -> list[Candidate]:
    """Where the feeds of widespread systems are, below the folder of `url` and below the site's root."""
    folder = urlsplit(url).path.rpartition("/")[0] + "/" if not url.endswith("/") else urlsplit(url).path
    inner = [absolute_url(folder + name, url) for name in _USUAL[:3]] if folder != "/" else []
    outer = [absolute_url(f"/{name}", url) for name in _USUAL]
    return _distinct(Candidate(found, "usual place") for found in (*inner, *outer) if found)


def sitemap_candidates(robots: str, url: str) -> list[Candidate]:
    """The site maps that a robots.txt names, those that say news first; then the usual places of news site maps."""
    lines = [found for line in _SITEMAP_LINE.findall(robots[:500_000]) if (found := absolute_url(line, url))]
    lines.sort(key=lambda line: not _NEWS.search(urlsplit(line).path))
    usual = [found for name in _USUAL_SITEMAPS if (found := absolute_url(f"/{name}", url))]
    named = [Candidate(line, "robots.txt") for line in lines[:3]]
    return _distinct([*named, *(Candidate(place, "usual place") for place in usual)])


def ranked(found: Sequence[FoundFeed]) -> list[FoundFeed]:
    """The feeds, the likeliest first: comments last; of several forms of one feed only the first."""
    order = sorted(found, key=lambda one: (_is_of_comments(one), not one.feed.entries and not one.feed.parts))
    kept: dict[object, FoundFeed] = {}
    for one in order:
        kept.setdefault(_pages(one.feed) or one.url, one)
    return list(kept.values())


def _is_of_comments(one: FoundFeed) -> bool:
    return bool(_COMMENTS.search(f"{one.candidate.title} {one.feed.title} {one.url}"))


def _pages(feed: ParsedFeed) -> frozenset[str]:
    return frozenset(article_key(entry.url) for entry in feed.entries if entry.url)


def _page(content: bytes, content_type: str) -> HtmlElement | None:
    text = clean_text(decode_document(content, content_type)[:_MAX_PAGE])
    try:
        # The text is encoded again, because lxml would believe a charset that the page declares wrongly.
        parser = HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
        return document_fromstring(text.encode(), parser=parser) if text.strip() else None
    except (etree.LxmlError, ValueError):
        return None


def _base(page: HtmlElement, url: str) -> str:
    stated = next((base.get("href") for base in page.iter("base") if base.get("href")), "")
    return absolute_url(stated, url) or url


def _in_head(page: HtmlElement, base: str) -> Iterator[Candidate]:
    for link in page.iter("link"):
        relations = (link.get("rel") or "").lower().split()
        kind = (link.get("type") or "").partition(";")[0].strip().lower()
        target = link.get("href") or ""
        is_feed = kind in _FEED_TYPES or (kind in _VAGUE_TYPES and _looks_like_feed(target, link.get("title") or ""))
        found = absolute_url(target, base) if target.strip() else None
        if found and ("feed" in relations or ("alternate" in relations and is_feed)):
            yield Candidate(found, "page", _line(link.get("title")))


def _in_anchors(page: HtmlElement, base: str, url: str) -> Iterator[Candidate]:
    for link in page.iter("a"):
        target = link.get("href") or ""
        found = absolute_url(target, base) if target.strip() else None
        if found is None or found == url or not _FEED_ADDRESS.search(_path_of(found)):
            continue
        host = urlsplit(found).netloc
        if same_site(found, url) or host.startswith(_FEED_HOSTS):
            yield Candidate(found, "anchor", _line(link.get("title")) or _line("".join(link.itertext())))


def _looks_like_feed(target: str, title: str) -> bool:
    return bool(_FEED_ADDRESS.search(_path_of(target))) or bool(_FEED_WORDS.search(title))


def _path_of(address: str) -> str:
    """Path and query of an address, without its trailing slash."""
    path = re.sub(r"^[a-zA-Z][\w+.-]*://[^/?#]*", "", address.strip()).partition("#")[0]
    return path.rstrip("/")


def _line(text: str | None) -> str:
    return fold_space(clean_text(text or ""))[:200]


def _distinct(candidates: Iterable[Candidate]) -> list[Candidate]:
    found: dict[str, Candidate] = {}
    for candidate in candidates:
        found.setdefault(candidate.url, candidate)
    return list(found.values())
