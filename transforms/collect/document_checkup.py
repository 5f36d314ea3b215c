"""What is right and wrong with a feed's document: its charset, its XML, its entries, their links and their times."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median
from urllib.parse import urlsplit

from lxml import etree

from transforms.collect.charset import declared_charsets, real_charset
from transforms.collect.checkup import Answered, Finding, Level
from transforms.collect.feed_items import Item, Written, written
from transforms.collect.plain import has_markup
from transforms.records.collect import FeedEntry, ParsedFeed
from transforms.text import fold_space
from transforms.urls import absolute_url, normalise_url

_FUTURE = timedelta(minutes=10)  # clocks differ by so much
_QUIET = timedelta(days=30)
_CLOCK = re.compile(r"\d:\d\d")
_ZONE = re.compile(
    r"(?:Z|[+-]\d\d:?\d\d|\b(?:GMT|UTC?|[A-Z]{1,3}[SD]?T|CES?T|MES?Z|MSK|[A-IK-Z]))\s*(?:\([^()]*\))?\s*$"
)
_REDIRECTORS = (
    "feedproxy.google.com", "feeds.feedburner.com", "rss.feedsportal.com", "t.co", "bit.ly", "ow.ly", "goo.gl",
    "dlvr.it", "ift.tt", "tinyurl.com", "news.google.com", "lnkd.in", "buff.ly",
)  # fmt: skip


def document_findings(answered: Answered, feed: ParsedFeed, now: datetime) -> list[Finding]:
    """What the document shows; `feed` is what is read from it."""
    document = written(answered.content, answered.header("content-type"))
    return [
        Finding("ok", f"it is a feed: {feed.format}, {feed.title or 'without a title'}"),
        *_of_charset(answered),
        *_of_form(answered),
        *_of_head(answered, feed, document),
        *_of_items(document.items),
        *_of_links(document.items, feed, answered.final_url),
        *_of_times(document.items, feed.entries, now),
    ]


def _of_charset(answered: Answered) -> Iterator[Finding]:
    declared = declared_charsets(answered.content, answered.header("content-type"))
    real = real_charset(answered.content, answered.header("content-type"))
    if len(set(declared.values())) > 1:
        said = ", ".join(f"{place} says {name}" for place, name in declared.items())
        yield Finding("warning", f"its charset is declared in two ways: {said}; it is {real}")
    elif declared and real not in declared.values() and not answered.content.isascii():
        yield Finding("error", f"its charset is declared as {next(iter(declared.values()))}, and it is {real}")
    elif not declared and not answered.content.isascii() and real != "utf-8":
        yield Finding("error", f"its charset is not declared, and it is {real}: readers will guess")
    else:
        yield Finding(
            "ok", f"its charset is {next(iter(declared.values()))}, as declared" if declared else "its charset is utf-8"
        )


def _of_form(answered: Answered) -> Iterator[Finding]:
    if answered.content.lstrip()[:1] in (b"{", b"["):
        return
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        etree.fromstring(answered.content, parser)
        yield Finding("ok", "its XML is well-formed")
    except etree.XMLSyntaxError as error:
        line, column = error.position
        words = fold_space(str(error.msg)).partition(", line ")[0]
        yield Finding("error", f"its XML is not well-formed at line {line}, column {column}: {words}; it was mended")
    except ValueError as error:
        yield Finding("error", f"its XML cannot be read strictly: {error}")


def _of_head(answered: Answered, feed: ParsedFeed, document: Written) -> Iterator[Finding]:
    for warning in feed.warnings:
        if not warning.startswith("not well-formed"):  # said with its place already
            yield Finding("warning", warning)
    if feed.format.startswith("sitemap"):
        return
    if not feed.title:
        yield Finding("warning", "it has no title")
    if not feed.language:
        yield Finding("note", "it does not say its language")
    asked = [f"ttl {feed.ttl_minutes} minutes"] if feed.ttl_minutes else []
    asked += [f"{name} {fold_space(document.head[low])}" for name, low in _PAUSES if low in document.head]
    if asked:
        yield Finding("note", f"it asks readers to wait: {', '.join(asked)}")
    hub = document.relations.get("hub") or _hub(answered.header("link"))
    yield Finding("ok", f"it has a WebSub hub: {hub}") if hub else Finding("note", "it has no WebSub hub")


_PAUSES = (("skipHours", "skiphours"), ("skipDays", "skipdays"), ("updatePeriod", "updateperiod"))


def _hub(header: str) -> str:
    found = re.search(r"<([^<>]{1,500})>[^<>]{0,100}rel=\"?hub\b", header)
    return found.group(1) if found else ""


def _of_items(items: Sequence[Item]) -> Iterator[Finding]:
    if not items:
        yield Finding("warning", "it has no entries")
        return
    yield Finding("ok", f"{len(items)} entries")
    lacks: tuple[tuple[Level, str, int], ...] = (
        ("error", "a link: they are lost", sum(not item.link and not item.guid.startswith("http") for item in items)),
        ("warning", "a title", sum(not item.title for item in items)),
        ("warning", "a time", sum(not item.dates for item in items)),
        ("warning", "an id (guid)", sum(not item.guid for item in items)),
    )
    for level, what, count in lacks:
        if count:
            yield Finding(level, f"{count} of {len(items)} entries lack {what}")
    for name, values in (("id", [item.guid for item in items]), ("link", [item.link for item in items])):
        doubled = [value for value, count in Counter(filter(None, values)).items() if count > 1]
        if doubled:
            yield Finding(
                "warning", f"{len(doubled)} {name}s stand for more than one entry, such as {doubled[0][:200]}"
            )
    marked = [item.title for item in items if has_markup(item.title)]
    if marked:
        yield Finding("warning", f"{len(marked)} titles hold HTML, such as {fold_space(marked[0])[:120]}")


def _of_links(items: Sequence[Item], feed: ParsedFeed, url: str) -> Iterator[Finding]:
    links = [item.link for item in items if item.link]
    relative = [link for link in links if not re.match(r"[a-zA-Z][\w+.-]*:", link.strip())]
    if relative:
        yield Finding("warning", f"{len(relative)} links are relative, such as {relative[0][:200]}")
    whole = [found for link in links if (found := absolute_url(link, url))]
    tracked = [link for link in whole if normalise_url(link) != link]
    if tracked:
        yield Finding("note", f"{len(tracked)} links carry tracking parameters, which are left off: {tracked[0][:200]}")
    hosts = Counter(urlsplit(link).hostname or "" for link in whole)
    for host in _REDIRECTORS:
        if hosts[host]:
            yield Finding("warning", f"{hosts[host]} links lead through {host}, which hides whose pages they are")
    lost = len(links) - len(whole)
    if lost:
        yield Finding("error", f"{lost} links are no http or https addresses: their entries are lost")
    if links and feed.entries and not lost and not relative:
        yield Finding("ok", "its links are whole addresses")


def _of_times(items: Sequence[Item], entries: Sequence[FeedEntry], now: datetime) -> Iterator[Finding]:
    texts = [text for item in items for text in item.dates]
    zoneless = [text for text in texts if _CLOCK.search(text) and not _ZONE.search(text)]
    if zoneless:
        yield Finding("warning", f"{len(zoneless)} times are without a zone, such as {zoneless[0][:60]}")
    moments = sorted(moment for entry in entries if (moment := entry.published_at or entry.updated_at))
    unread = sum(bool(item.dates) for item in items) - len(moments)
    if unread > 0:
        yield Finding("warning", f"{unread} times cannot be read")
    coming = [moment for moment in moments if moment > now + _FUTURE]
    if coming:
        yield Finding(
            "warning", f"{len(coming)} entries are dated in the future, up to {coming[-1]:%Y-%m-%d %H:%M} UTC"
        )
    past = [moment for moment in moments if moment <= now + _FUTURE]
    if past:
        yield from _of_rhythm(past, now)


def _of_rhythm(moments: Sequence[datetime], now: datetime) -> Iterator[Finding]:
    age = now - moments[-1]
    yield Finding("warning" if age > _QUIET else "ok", f"the newest entry is {in_words(age)} old")
    gaps = [(later - earlier) for earlier, later in pairwise(moments)]
    if len(gaps) > 1:
        usual = timedelta(seconds=median(gap.total_seconds() for gap in gaps))
        span = moments[-1] - moments[0]
        yield Finding("ok", f"an entry comes every {in_words(usual)} or so; the list spans {in_words(span)}")
        if timedelta(0) < span < timedelta(hours=1):
            yield Finding("warning", "the list spans less than an hour: what comes between two polls may be missed")


def in_words(length: timedelta) -> str:
    """A length of time in its largest unit: "3 days", "40 minutes"."""
    seconds = max(0, round(length.total_seconds()))
    for size, name in ((86_400, "day"), (3_600, "hour"), (60, "minute")):
        if seconds >= size:
            count = round(seconds / size)
            return f"{count} {name}{'s' if count != 1 else ''}"
    return f"{seconds} second{'s' if seconds != 1 else ''}"
