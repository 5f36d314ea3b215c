"""What extracting takes and gives: a page, and the article or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal


@dataclass(frozen=True)
class Page:
    """A fetched page as it came."""

    url: str  # the final address
    content: bytes
    content_type: str  # the header as sent, may be empty
    fetched_at: datetime


@dataclass(frozen=True)
class Paragraph:
    """A block of the body."""

    char_start: int
    char_end: int
    kind: Literal["text", "heading", "list", "quote"]


@dataclass(frozen=True)
class Section:
    """A labelled part of the body: the label's own span, then the span of the text under it."""

    label: str  # as printed
    normal_label: str  # lower case, no punctuation: "what happened"
    label_start: int
    label_end: int
    char_start: int
    char_end: int


@dataclass(frozen=True)
class Dropped:
    """A line that was on the page and is no part of the text."""

    text: str
    reason: str  # boilerplate, newsletter, related, share, loading, caption, ...


@dataclass(frozen=True)
class Article:
    """What one page says: metadata, and a body whose offsets hold.

    `body` is paragraphs joined by "\\n\\n"; headings are paragraphs of it. The dateline is a span at the body's start
    (`dateline_end` code points long; 0 where there is none); the lede is a span of the body.
    """

    url: str
    canonical_url: str | None
    title: str
    byline: str  # as printed
    authors: tuple[str, ...]
    published_at: datetime | None  # UTC
    published_source: str  # json-ld, meta, time, text, feed, ... ; "" where there is no time
    published_precision: Literal["time", "day", ""]
    published_offset_minutes: int | None  # of the zone that was printed; None where none was
    modified_at: datetime | None
    language: str  # ISO 639-1, "" where unknown
    dateline_place: str
    dateline_date: date | None
    dateline_end: int
    lede_start: int
    lede_end: int
    body: str
    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    dropped: tuple[Dropped, ...]
    outlet_name: str  # the page's own name for its outlet (og:site_name, publisher), may be ""
    method: str  # of the body: trafilatura, json-ld, ...
    categories: str = ""  # the feed's for it, joined with "; "; "" where the article came without an entry


@dataclass(frozen=True)
class Rejected:
    """A page that gave no article, and why."""

    reason: Literal[
        "empty", "not_html", "too_large", "no_text", "too_short", "not_an_article", "timeout", "crashed", "lost"
    ]
    detail: str
