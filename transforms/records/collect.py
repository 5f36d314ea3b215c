"""What collecting hands on: feeds, their entries, polls and fetches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

PollOutcome = Literal[
    "ok", "unchanged", "not_a_feed", "http_error", "unreachable", "not_tried", "refused", "too_large", "gone"
]


FetchOutcome = Literal[
    "ok", "unchanged", "http_error", "unreachable", "not_tried", "refused", "too_large", "gone", "not_html"
]


@dataclass(frozen=True)
class FeedState:
    """A row of ops.feed_state: what the next poll of a feed must know. Saved with the entries it vouches for."""

    feed_id: str
    etag: str | None  # the exact validators that the server sent with the last stored content
    last_modified: str | None
    next_poll_at: datetime
    failure_count: int
    last_success_at: datetime | None
    last_polled_at: datetime
    validated_url: str | None = None  # the address that sent them
    whole_at: datetime | None = None  # when a whole document last came
    ttl_minutes: int | None = None  # how long the document says that it keeps
    gap_minutes: float | None = None  # usual time between two entries
    span_minutes: float | None = None  # that the list of entries spans
    newest_at: datetime | None = None  # time of the newest entry
    skip_hours: str = ""  # numbers separated by spaces, in GMT
    skip_days: str = ""  # 0 is Monday
    listed: str = ""  # ids of the entries in the last document that had any
    permanent_url: str | None = None  # where a permanent redirect has led of late
    permanent_count: int = 0  # polls in a row
    moved_url: str | None = None  # the address that the feed has moved to
    gone_at: datetime | None = None  # when it said that it is gone: it is polled no more


@dataclass(frozen=True)
class Feed:
    """A feed to poll, and what its last polls taught us."""

    feed_id: str
    outlet_id: str
    url: str
    title: str
    folder: str = ""
    language: str = ""
    has_parts: bool = False  # it is an index of site maps some of whose parts were read
    last: FeedState | None = None


@dataclass(frozen=True)
class FeedEntry:
    """One entry as a feed gave it, before it is known to the warehouse. Times are aware, in UTC, or None."""

    guid: str | None
    url: str | None  # absolute; None where the entry has no usable link
    title: str
    summary: str  # plain text
    author: str
    published_at: datetime | None
    updated_at: datetime | None
    published_text: str  # the time as printed, so that doubt can be settled later
    categories: tuple[str, ...] = ()


@dataclass(frozen=True)
class SitemapPart:
    """A site map that an index of site maps names, and when the index says that it changed."""

    url: str
    modified_at: datetime | None


@dataclass(frozen=True)
class ParsedFeed:
    """A feed document: its own facts, its entries in document order, and what was wrong with it."""

    format: str  # rss20, rss091, atom10, rdf, json, sitemap-news, sitemap, sitemap-index, ...
    title: str
    site_url: str | None
    language: str
    ttl_minutes: int | None
    entries: tuple[FeedEntry, ...]
    warnings: tuple[str, ...] = ()
    update_minutes: int | None = None  # sy:updatePeriod and sy:updateFrequency
    skip_hours: tuple[int, ...] = ()  # 0 to 23, GMT
    skip_days: tuple[int, ...] = ()  # 0 is Monday
    parts: tuple[SitemapPart, ...] = ()  # of an index of site maps, which has no entries itself


@dataclass(frozen=True)
class NotAFeed:
    """A document that is no feed: the reason in words that can be shown to the feed's owner."""

    reason: str


@dataclass(frozen=True)
class Poll:
    """A row of ops.polls: one poll of one feed."""

    poll_id: str
    feed_id: str
    run_id: str
    polled_at: datetime
    outcome: str  # a PollOutcome
    status: int | None
    item_count: int | None
    new_count: int | None
    changed_count: int | None
    latency_ms: int | None
    byte_count: int | None
    is_possible_gap: bool
    final_url: str | None
    error: str | None
    archive_file: str | None
    archive_offset: int | None
    archive_length: int | None


@dataclass(frozen=True)
class Entry:
    """A row of facts.entries: a feed's entry, under the article that its link identifies."""

    entry_id: str
    feed_id: str
    article_id: str
    guid: str | None
    url: str
    title: str
    summary: str
    author: str
    published_at: datetime | None
    updated_at: datetime | None
    published_text: str
    categories: str  # joined with "; "
    first_seen_at: datetime
    changed_at: datetime
    content_hash: str  # of title, summary, updated_at: a change asks for the page to be fetched again


@dataclass(frozen=True)
class Fetch:
    """A row of ops.fetches: one request for one page."""

    fetch_id: str
    run_id: str
    article_id: str
    url: str
    fetched_at: datetime
    outcome: str  # a FetchOutcome
    status: int | None
    final_url: str | None
    content_type: str | None
    byte_count: int | None
    latency_ms: int | None
    error: str | None
    etag: str | None
    last_modified: str | None
    content_hash: str | None
    archive_file: str | None
    archive_offset: int | None
    archive_length: int | None
