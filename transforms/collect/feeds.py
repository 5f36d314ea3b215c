"""What a feed document says, whatever its format and however broken: RSS, RDF, Atom, JSON Feed, site maps.

feedparser knows the formats' twenty years of dialects; around it stands what it lacks: the document's encoding
(charset.py), well-formed XML (mending.py), JSON Feed (json_feed.py), site maps (sitemaps.py), times (times.py) and
plain text (plain.py).
"""

from __future__ import annotations

import io
import re
import zlib
from dataclasses import replace
from typing import Any

import feedparser
from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from transforms.collect.charset import decode_document
from transforms.collect.entry import make_entry
from transforms.collect.json_feed import parse_json_feed
from transforms.collect.mending import MAX_ENTRIES, Unmendable, mend, only_essentials, prepare
from transforms.collect.plain import plain_text
from transforms.collect.rhythm import skips_of, update_minutes
from transforms.collect.sitemaps import parse_sitemap
from transforms.records.collect import FeedEntry, NotAFeed, ParsedFeed
from transforms.urls import absolute_url, normalise_url

MAX_FEED_BYTES = 10_000_000  # the largest of 203 real feeds has 0.8 MB
_GZIP_MAGIC = b"\x1f\x8b"
_FEED_START = re.compile(r"<\?xml\b|<(?:[\w-]+:)?(?:rss|feed|rdf|channel)\b", re.IGNORECASE)
_FEED_SIGNATURE = re.compile(r"<rss\s[^<>]*version|<feed\s[^<>]*2005/Atom|<rdf:RDF\s[^<>]*/rss/", re.IGNORECASE)
_FIRST_TAG = re.compile(r"(?:\s|<[?!][^>]*>)*<(?:[\w-]+:)?([\w-]+)")
_HTML_TAGS = frozenset({"html", "head", "body", "title", "meta", "link", "script", "div", "p", "h1", "b", "br"})
_FEED_TYPES = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"})
_OPML = "this is an OPML list of feeds: import it, it cannot be polled"
_HREF = re.compile(r"<a\s[^<>]*?\bhref\s*=\s*[\"']([^\"'<>]+)", re.IGNORECASE)
_ENTRY_START = re.compile(r"<(?:\w+:)?(?:item|entry)[\s>]", re.IGNORECASE)
_MAX_LOOSE = 500_000  # characters: the loose reader takes seconds for more
_HEAD = 20_000  # characters in which a document shows what it is


def parse_feed(content: bytes, content_type: str, url: str) -> ParsedFeed | NotAFeed:
    """The feed in `content` as it came from `url` with the header `content_type`. Never raises.

    Entries stand in document order. Their links are absolute; an entry without a usable link is kept with url=None.
    published_at is the time of publication as the feed gives it: pubDate, published, issued, created; in RSS and RDF
    also dc:date. An Atom entry that has only <updated> has only updated_at. What a feed does not say, or says so that
    it could mean two things, is None. Texts are plain, on one line.
    """
    unpacked = _unpack(content)
    if isinstance(unpacked, NotAFeed):
        return unpacked
    text = decode_document(unpacked, content_type).lstrip("\ufeff \t\r\n\0")
    if not text:
        return NotAFeed("the document is empty")
    if text[0] in "{[":
        return parse_json_feed(text, url)
    other = _other_kind(text, url)
    return other or _parse_xml(text, url)


def _unpack(content: bytes) -> bytes | NotAFeed:
    """The document itself where it was stored compressed."""
    if content.startswith(_GZIP_MAGIC):
        try:
            content = zlib.decompressobj(wbits=31).decompress(content, MAX_FEED_BYTES + 1)
        except zlib.error as error:
            return NotAFeed(f"this is a gzip file and cannot be unpacked: {error}")
    if len(content) > MAX_FEED_BYTES:
        return NotAFeed(f"the document is larger than {MAX_FEED_BYTES // 1_000_000} MB")
    return content


def _other_kind(text: str, url: str) -> ParsedFeed | NotAFeed | None:
    """The site map, or the reason in words, where the document's beginning shows that it is no feed of entries."""
    first = _FIRST_TAG.match(prepare(text[:_HEAD]))
    name = first.group(1).lower() if first else ""
    if name in ("urlset", "sitemapindex"):
        return parse_sitemap(text, url)
    if name == "opml":
        return NotAFeed(_OPML)
    if name not in _HTML_TAGS:
        return None if _FEED_START.search(text[:_HEAD]) else NotAFeed("this is no feed: no XML and no JSON")
    if _FEED_SIGNATURE.search(text[:_HEAD]):  # a server's warning, or a template, around a feed
        return None
    return NotAFeed("this is an HTML page" + _its_feed(text, url))


def _its_feed(text: str, url: str) -> str:
    try:
        page = document_fromstring(text, parser=HTMLParser(no_network=True))
    except (etree.LxmlError, ValueError):
        return ""
    for link in page.iter("link"):
        is_alternate = "alternate" in (link.get("rel") or "").lower().split()
        if is_alternate and (link.get("type") or "").lower().strip() in _FEED_TYPES:
            found = absolute_url(link.get("href") or "", url)
            return f"; its feed may be {found}" if found else ""
    return ""


def _parse_xml(text: str, url: str) -> ParsedFeed | NotAFeed:
    start = _FEED_START.search(text[:_HEAD])
    prepared = prepare(text[start.start() :] if start else text)
    feed = _with_sleep(_mended_feed(prepared, url), prepared)
    found = len(feed.entries) if isinstance(feed, ParsedFeed) else 0
    if found < min(len(_ENTRY_START.findall(prepared)), MAX_ENTRIES) and len(prepared) <= _MAX_LOOSE:
        loose = _loose_feed(prepared, url)
        return loose if loose and len(loose.entries) > found else feed
    return feed


def _with_sleep(feed: ParsedFeed | NotAFeed, prepared: str) -> ParsedFeed | NotAFeed:
    """The feed with its skipHours and skipDays, of which feedparser keeps the last hour and the last day only."""
    if isinstance(feed, NotAFeed):
        return feed
    hours, days = skips_of(prepared)
    return replace(feed, skip_hours=hours, skip_days=days)


def _mended_feed(prepared: str, url: str) -> ParsedFeed | NotAFeed:
    try:
        mended = mend(prepared)
        parsed = _read_mended(mended.content)
    except Unmendable as error:
        return NotAFeed(f"this is no XML that can be read: {error}")
    except Exception as error:  # noqa: BLE001 - feedparser raises whatever its handlers meet; no bytes may stop a poll
        return NotAFeed(f"feedparser cannot read this: {type(error).__name__}: {error}")
    if not parsed.get("version") and not parsed["entries"]:
        root = _FIRST_TAG.match(mended.content.decode())
        return NotAFeed(f"this is XML and no feed: it begins with <{root.group(1) if root else '?'}>")
    return _feed(parsed, url, mended.warnings)


def _read_mended(content: bytes) -> Any:
    try:
        return _read(content)
    except Exception:  # noqa: BLE001 - an extension that feedparser stumbles over must not cost the feed its entries
        return _read(only_essentials(content))


def _loose_feed(prepared: str, url: str) -> ParsedFeed | None:
    """What feedparser's loose reader finds where mending lost entries. The stray "&" keeps its strict one away."""
    try:
        parsed = _read(b"& " + prepared.encode())
    except Exception:  # noqa: BLE001 - as above; the mended document is there
        return None
    return _feed(parsed, url, ("so broken that some entries may be mixed up",))


def _read(content: bytes) -> Any:
    """feedparser's view. Bytes go through BytesIO, because it opens files and addresses that it is given as text.

    It is not told the feed's address: it would resolve a guid like "4711" into a link that leads nowhere.
    """
    headers = {"content-type": "application/xml; charset=utf-8"}
    return feedparser.parse(
        io.BytesIO(content), response_headers=headers, resolve_relative_uris=False, sanitize_html=False
    )


def _feed(parsed: Any, url: str, warnings: tuple[str, ...]) -> ParsedFeed:
    head: dict[str, Any] = dict(parsed["feed"])
    language = _text(head, "language")
    is_atom = parsed["version"].startswith("atom")
    entries = [_entry(dict(entry), url, language, is_atom) for entry in parsed["entries"]]
    return ParsedFeed(
        format=parsed["version"] or "unknown",
        title=plain_text(_markup(head, "title", is_atom)),
        site_url=normalise_url(_text(head, "link"), url) if _text(head, "link") else None,
        language=language,
        ttl_minutes=_minutes(_text(head, "ttl")),
        update_minutes=update_minutes(_text(head, "sy_updateperiod"), _text(head, "sy_updatefrequency")),
        entries=tuple(entry for entry in entries if entry),
        warnings=warnings,
    )


def _entry(entry: dict[str, Any], url: str, language: str, is_atom: bool) -> FeedEntry | None:
    published, updated = _text(entry, "published") or _text(entry, "created"), _text(entry, "updated")
    if not published and not is_atom:
        published, updated = updated, ""  # dc:date of RSS and RDF is the day of publication
    summary = _markup(entry, "summary", is_atom) or _content(entry)
    return make_entry(
        guid=_text(entry, "id"),
        links=_links(entry, summary),
        base=url,
        title=_markup(entry, "title", is_atom),
        summary=summary,
        author=_text(entry, "author"),
        published_text=published,
        updated_text=updated,
        language=language,
        categories=[_tag(tag) for tag in entry.get("tags", [])],
    )


def _links(entry: dict[str, Any], summary: str) -> list[str]:
    """Candidates for the entry's page, the best first; what is enclosed is never among them."""
    links = [dict(link) for link in entry.get("links", []) if dict(link).get("href")]
    alternates = [link for link in links if link.get("rel", "alternate") == "alternate"]
    alternates.sort(key=lambda link: "html" not in link.get("type", "text/html"))
    enclosed = {normalise_url(link["href"]) for link in links if link.get("rel") == "enclosure"}
    main = _text(entry, "link")
    is_plain_guid = bool(entry.get("guidislink")) and not main.startswith(("http://", "https://"))
    candidates = [_text(entry, "feedburner_origlink"), *(link["href"] for link in alternates)]
    candidates += [] if is_plain_guid else [main]
    return [link for link in candidates + _whole_link(summary) if normalise_url(link) not in enclosed]


def _whole_link(markup: str) -> list[str]:
    """The address of a description that is one link from its first word to its last, as RSS 0.92 items may be."""
    before, opener, rest = markup[:_HEAD].lower().partition("<a ")
    inside, closer, after = rest.partition("</a>")
    if not (opener and closer) or plain_text(before) or plain_text(after):
        return []
    found = _HREF.search(markup, len(before), len(before) + len(opener) + len(inside))
    return [plain_text(found.group(1))] if found else []


def _markup(holder: dict[str, Any], key: str, is_atom: bool) -> str:
    """A text as markup: what Atom declares to be plain is escaped, so that "a <b> c" keeps its letters."""
    text, detail = _text(holder, key), dict(holder.get(f"{key}_detail") or {})
    is_plain = is_atom and detail.get("type") == "text/plain"
    return text.replace("<", "&lt;") if is_plain else text


def _content(entry: dict[str, Any]) -> str:
    texts = [dict(part) for part in entry.get("content", [])]
    return next((_text(part, "value") for part in texts if _text(part, "value")), "")


def _tag(tag: Any) -> str:
    return _text(dict(tag), "label") or _text(dict(tag), "term")


def _text(holder: dict[str, Any], key: str) -> str:
    value = holder.get(key)
    return value if isinstance(value, str) else ""


def _minutes(text: str) -> int | None:
    return int(text) if re.fullmatch(r"[0-9]{1,6}", text) and int(text) else None
