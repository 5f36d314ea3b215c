"""The rows that collecting writes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class RobotsRow:
    """ops.robots: one row a scheme, host and port."""

    origin: str
    access: str  # rules, all or wait
    text: str
    status: int | None
    error: str | None
    etag: str | None
    last_modified: str | None
    fetched_at: datetime
    expires_at: datetime
    changed_at: datetime
    failing_from_at: datetime | None
    failure_count: int
    crawl_delay_s: float | None


@dataclass(frozen=True)
class HostHoldRow:
    """ops.host_holds: one row a host."""

    host: str
    until_at: datetime
    reason: str
    noted_at: datetime


@dataclass(frozen=True)
class SitemapRow:
    """ops.sitemaps: one row a feed and part."""

    feed_id: str
    url: str
    modified_at: datetime | None
    etag: str | None
    last_modified: str | None
    read_at: datetime


@dataclass(frozen=True)
class WarcFileRow:
    """ops.warc_files: one row a file and run."""

    run_id: str
    file: str
    read_at: datetime
    record_count: int
    page_count: int
    known_count: int
    damaged_count: int
    error: str | None
