"""From a parsed feed to the rows that keep its entries, and the articles that they identify."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from transforms.ids import article_id, entry_id
from transforms.records import Entry, FeedEntry
from transforms.redirectors import unwrapped
from transforms.rows import ArticleRow
from transforms.text import make_id
from transforms.urls import absolute_url, article_key, normalise_url


def entry_rows(feed_id: str, entries: Iterable[FeedEntry], now: datetime) -> list[Entry]:
    """The entries that name a page, one a page: the first where a feed lists a page twice."""
    rows: dict[str, Entry] = {}
    for entry in entries:
        url = _target(entry.url) if entry.url else None
        if url is not None:
            row = _entry_row(feed_id, url, entry, now)
            rows.setdefault(row.entry_id, row)
    return list(rows.values())


def _target(link: str) -> str | None:
    """The address that a link leads to by its own words, as it can be asked for."""
    absolute = absolute_url(link)
    return absolute and (absolute_url(unwrapped(absolute)) or absolute)


def _entry_row(feed_id: str, url: str, entry: FeedEntry, now: datetime) -> Entry:
    article = article_id(article_key(url))
    return Entry(
        entry_id=entry_id(feed_id, article),
        feed_id=feed_id,
        article_id=article,
        guid=entry.guid,
        url=url,
        title=entry.title,
        summary=entry.summary,
        author=entry.author,
        published_at=entry.published_at,
        updated_at=entry.updated_at,
        published_text=entry.published_text,
        categories="; ".join(entry.categories),
        first_seen_at=now,
        changed_at=now,
        content_hash=make_id("entry text", entry.title, entry.summary, entry.updated_at),
    )


def article_row(outlet_id: str, entry: Entry) -> ArticleRow:
    """The article that an entry identifies, as far as the feed tells. Its address is without tracking parameters."""
    source = "feed" if entry.published_at else ""
    return ArticleRow(
        entry.article_id,
        outlet_id,
        normalise_url(entry.url) or entry.url,
        None,
        entry.first_seen_at,
        entry.published_at,
        source,
        "time" if source else "",
    )
