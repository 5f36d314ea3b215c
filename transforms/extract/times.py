"""Times as pages print them, and which of a page's times is its publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import islice
from typing import Literal

from lxml.html import HtmlElement

from transforms.extract.months import named_day
from transforms.extract.structured import Node, Structured, text_of

_ISO = re.compile(
    r"(?P<year>\d{4})-?(?P<month>\d\d)-?(?P<day>\d\d)"
    r"(?:(?:[T\s]|\s*,\s*|\s+-\s+)+(?P<hour>\d\d?):?(?P<minute>\d\d)(?::?(?P<second>\d\d))?(?:[.,]\d+)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d\d?:?\d\d|[+-]\d\d|[A-Z]{2,5})?)?",
    re.IGNORECASE,
)
_EPOCH = re.compile(r"(\d{10})(\d{3})?(?:\.\d+)?$")
_DAY_FIRST = re.compile(
    r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})"
    r"(?:[\s,T|–-]*(?:um|a las|alle|às|à|kl\.?)?\s*(?P<hour>\d{1,2})[:.h](?P<minute>\d\d)(?::(?P<second>\d\d))?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?"
)
_CJK = re.compile(
    r"(?P<year>\d{4})[年/.]\s?(?P<month>\d{1,2})[月/.]\s?(?P<day>\d{1,2})日?"
    r"(?:\s*(?P<hour>\d{1,2})[:時时](?P<minute>\d\d)(?::(?P<second>\d\d))?)?\s*(?P<zone>[+-]\d\d:?\d\d)?"
)
_CLOCK = re.compile(
    r"(?<!\d)(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d)(?::(?P<second>\d\d))?|"
    r"(?=\s?[ap]\.?m\b))\s*(?P<half>[ap]\.?m\b\.?)?"
    r"\s*(?:(?:GMT|UTC)(?=[+-]\d))?(?P<zone>Z|[+-]\d\d:?\d\d|[A-Z]{2,5}\b)?",
    re.IGNORECASE,
)
_BRACKETED_ZONE = re.compile(r"\s*[\[(][^\])]*[\])]\s*$")  # "(CET)", "[Europe/Berlin]" after the offset
# Hours east of Greenwich of the abbreviations that mean one zone in a news page; others stay unknown.
_ZONES = {
    "Z": 0.0, "UTC": 0.0, "GMT": 0.0, "WET": 0.0, "BST": 1.0, "WEST": 1.0, "CET": 1.0, "MEZ": 1.0, "CEST": 2.0,
    "MESZ": 2.0, "EET": 2.0, "SAST": 2.0, "EEST": 3.0, "MSK": 3.0, "PKT": 5.0, "WIB": 7.0, "SGT": 8.0, "HKT": 8.0,
    "JST": 9.0, "KST": 9.0, "AEST": 10.0, "AEDT": 11.0, "NZST": 12.0, "NZDT": 13.0, "EST": -5.0, "EDT": -4.0,
    "CST": -6.0, "CDT": -5.0, "MST": -7.0, "MDT": -6.0, "PST": -8.0, "PDT": -7.0, "ET": -5.0, "BRT": -3.0,
}  # fmt: skip
_FIRST_YEAR, _LAST_YEAR = 1990, 2100  # outside stand the zeros and limits of systems, not publications


@dataclass(frozen=True)
class Moment:
    """A time as printed: `at` is aware, in UTC; where no zone was printed it was read as UTC."""

    at: datetime
    precision: Literal["time", "day"]
    offset_minutes: int | None  # None where no zone was printed
    source: str = ""


def parse_moment(text: str, source: str = "") -> Moment | None:
    """The first time in a machine-made or printed text; None where there is none, or an absurd one.

    A day without a time is midnight UTC with precision "day"; a time without a zone is read as UTC, and stays "time".
    """
    text = _BRACKETED_ZONE.sub("", text.strip()[:100])
    if found := _EPOCH.match(text):
        return _sane(Moment(datetime.fromtimestamp(int(found[1]), UTC), "time", 0, source))
    for pattern in (_ISO, _CJK, _DAY_FIRST):
        if (found := pattern.search(text)) and (moment := _from_match(found, source)):
            return moment
    return _from_words(text, source)


def _from_match(found: re.Match[str], source: str) -> Moment | None:
    part = found.groupdict()
    try:
        local = datetime(int(part["year"]), int(part["month"]), int(part["day"]))
        if part["hour"] is None:
            return _sane(Moment(local.replace(tzinfo=UTC), "day", None, source))
        local = local.replace(hour=int(part["hour"]) % 24, minute=int(part["minute"]), second=int(part["second"] or 0))
    except ValueError:
        return None
    return _placed(local, _offset_of(part["zone"] or ""), source)


def _offset_of(zone: str) -> int | None:
    """Minutes east of Greenwich of "+0530", "-5", "EST"; None where unknown."""
    if zone.upper() in _ZONES:
        return int(_ZONES[zone.upper()] * 60)
    if zone[:1] not in "+-" or not zone:
        return None
    digits = zone[1:].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
    total = int(hours) * 60 + int(minutes)
    return (-total if zone[0] == "-" else total) if total <= 14 * 60 else None


def _placed(local: datetime, offset: int | None, source: str) -> Moment | None:
    zone = timezone(timedelta(minutes=offset or 0))
    try:
        return _sane(Moment(local.replace(tzinfo=zone).astimezone(UTC), "time", offset, source))
    except OverflowError:
        return None


def _from_words(text: str, source: str) -> Moment | None:
    """A time with a month's name: "Thu, 15 Feb 2024 10:00:00 +0100", "Feb. 15, 2024 at 10 am EST"."""
    day = named_day(text)
    if day is None:
        return None
    clock = _CLOCK.search(text)
    if clock is None:
        return _sane(Moment(datetime(day.year, day.month, day.day, tzinfo=UTC), "day", None, source))
    hour = int(clock["hour"]) % 12 + 12 * (clock["half"][0] in "pP") if clock["half"] else int(clock["hour"])
    try:
        local = datetime(day.year, day.month, day.day, hour, int(clock["minute"] or 0), int(clock["second"] or 0))
    except ValueError:
        return None
    return _placed(local, _offset_of(clock["zone"] or ""), source)


def _sane(moment: Moment) -> Moment | None:
    return moment if _FIRST_YEAR <= moment.at.year <= _LAST_YEAR else None


# --- which of them ---------------------------------------------------------------------------------------------------

_PUBLISHED_METAS = (
    "article:published_time", "og:article:published_time", "og:published_time", "article:published", "datepublished",
    "parsely-pub-date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "publication_date", "publish-date",
    "publish_date", "published_time", "pubdate", "published", "publishdate", "publicationdate", "date.published",
    "article.published", "article_date_original", "originalpublicationdate", "sailthru.date", "dcterms.issued",
    "dc.date.issued", "dcterms.created", "dc.date.created", "dcterms.date", "dc.date", "date.created", "datecreated",
    "article-publication-date", "citation_publication_date", "citation_date", "rnews:datepublished", "ptime",
    "vr:published_time", "displaydate", "iso-8601-publish-date", "timestamp", "analyticsattributes.articledate", "date",
    "blog:published_time", "doc_date", "created", "release_date", "video:release_date",
)  # fmt: skip
_MODIFIED_METAS = (
    "article:modified_time", "og:updated_time", "og:modified_time", "article:modified", "datemodified",
    "dcterms.modified", "dc.date.modified", "last-modified", "modified", "lastmod", "revised", "date.updated",
    "article:update_time", "updated_time",
)  # fmt: skip
_PUBLISHED_HINT = re.compile(r"publi|posted|pubdate|created|erschienen|veröffentlicht|entry-date|fecha|issued", re.I)
_MODIFIED_HINT = re.compile(r"updat|modif|aktualisiert|stand:|actuali|mise à jour|edited|revised|agg?iornat", re.I)
_ASIDE = frozenset({"aside", "nav", "footer"})
_MAX_TIME_ELEMENTS = 40
_LABELS, _LABEL_LENGTH = frozenset({"span", "b", "strong", "em", "i", "label", "small", "dt"}), 40


def published_moment(structured: Structured, node: Node, tree: HtmlElement) -> Moment | None:
    """The publication time by its best witness; a lesser one lends the time of day, or the zone, if they agree."""
    moments = list(_published_moments(structured, node, tree))
    if not moments:
        return None
    return _completed(moments[0], moments[1:])


def _published_moments(structured: Structured, node: Node, tree: HtmlElement) -> Iterator[Moment]:
    for key in ("datePublished", "dateCreated", "uploadDate"):
        if moment := parse_moment(text_of(node.get(key)), "json-ld"):
            yield moment
    for other in structured.nodes:
        stamp = text_of(other.get("datePublished")) if other is not node and _is_page(other) else ""
        if moment := parse_moment(stamp, "json-ld"):
            yield moment
    for name in _PUBLISHED_METAS:
        if moment := parse_moment(structured.meta(name), "meta"):
            yield moment
    yield from _time_elements(tree)


def _is_page(node: Node) -> bool:
    return str(node.get("@type")) in {"WebPage", "NewsArticle", "Article"}


def _completed(best: Moment, others: list[Moment]) -> Moment:
    """The best moment, or a more exact one that names the same day, or the same time of day with its zone."""
    if best.precision == "day":
        near = [other for other in others if other.precision == "time" and _local_day(other) == best.at.date()]
        return next((other for other in near if other.offset_minutes is not None), near[0] if near else best)
    if best.offset_minutes is None:
        clock = best.at.replace(second=0)
        zoned = [other for other in others if other.precision == "time" and other.offset_minutes is not None]
        return next((other for other in zoned if _local(other).replace(second=0) == clock), best)
    return best


def _local(moment: Moment) -> datetime:
    return moment.at + timedelta(minutes=moment.offset_minutes or 0)


def _local_day(moment: Moment) -> date:
    return _local(moment).date()


def _time_elements(tree: HtmlElement) -> Iterator[Moment]:
    """<time datetime> and microdata, those marked as published first; never those marked as modified."""
    plainly: list[Moment] = []
    likely: list[Moment] = []
    for element in islice(tree.iter("time", "abbr", "relative-time"), _MAX_TIME_ELEMENTS):
        marks = _marks(element)
        stamp = element.get("datetime") or (element.get("title") if element.tag == "abbr" else "") or ""
        if _MODIFIED_HINT.search(marks) and not _PUBLISHED_HINT.search(marks):
            continue
        if not stamp and element.tag == "time":
            stamp = element.text_content()
        if moment := parse_moment(stamp, "time"):
            is_aside = any(parent.tag in _ASIDE for parent in element.iterancestors())
            (plainly if _PUBLISHED_HINT.search(marks) and not is_aside else likely).append(moment)
    yield from plainly
    yield from likely


def _marks(element: HtmlElement) -> str:
    """The words on an element and just around it that tell what its time means."""
    parent = element.getparent()
    around = [parent.get("class", ""), parent.get("itemprop", ""), parent.text or ""] if parent is not None else []
    before = element.getprevious()
    label = ""
    if before is not None:
        label = before.tail or (before.text_content()[-_LABEL_LENGTH:] if before.tag in _LABELS else "")
    own = [element.get(name, "") for name in ("itemprop", "class", "id", "pubdate", "data-testid")]
    return " ".join([*own, "pubdate" if "pubdate" in element.attrib else "", *around, label, element.text or ""])


def modified_moment(structured: Structured, node: Node) -> Moment | None:
    """The last change, by JSON-LD or meta."""
    stamps = [(text_of(node.get("dateModified")), "json-ld")]
    stamps += [(structured.meta(name), "meta") for name in _MODIFIED_METAS]
    return next((moment for text, source in stamps if (moment := parse_moment(text, source))), None)
