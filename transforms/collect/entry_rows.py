"""From a parsed feed to the rows that keep its entries, and the articles that they identify."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from transforms.ids import article_id, entry_id
from transforms.records.collect import Entry, FeedEntry
from transforms.redirectors import unwrapped
from transforms.rows.extract import ArticleRow
from transforms.text import make_id
from transforms.urls import absolute_url, article_key, normalise_url

_ENTRIES = 3  # one or two may well be this new
_SPREAD = timedelta(seconds=60)
_POLL_TIME = timedelta(minutes=30)  # from the beginning of a run to its last answer, and clocks that differ


def entry_rows(feed_id: str, entries: Iterable[FeedEntry], now: datetime) -> list[Entry]:
    """The entries that name a page, one a page: the first where a feed lists a page twice."""
    found = list(entries)
    is_made_up = are_made_up([entry.updated_at for entry in found], now)
    rows: dict[str, Entry] = {}
    for entry in (replace(entry, updated_at=None) for entry in found) if is_made_up else found:
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


def article_rows(outlet_id: str, entries: Sequence[Entry]) -> list[ArticleRow]:
    """The articles that the entries of one poll identify, as far as the feed tells.

    Their addresses are without tracking parameters. A time that could not be read, or that the feed makes up as it is
    asked for, has no precision: it is doubted.
    """
    is_made_up = are_made_up([entry.published_at for entry in entries], entries[0].first_seen_at) if entries else False
    return [_article_row(outlet_id, entry, is_made_up) for entry in entries]


def _article_row(outlet_id: str, entry: Entry, is_made_up: bool) -> ArticleRow:
    was_printed = bool(entry.published_text and entry.updated_at is None)
    return ArticleRow(
        entry.article_id,
        outlet_id,
        normalise_url(entry.url) or entry.url,
        None,
        entry.first_seen_at,
        entry.published_at,
        "feed" if entry.published_at or was_printed else "",
        "time" if entry.published_at and not is_made_up else "",
    )


def are_made_up(times: Sequence[datetime | None], now: datetime) -> bool:
    """Whether a feed stamps all its entries, three or more, with the moment at which it is asked for."""
    known = [time for time in times if time is not None]
    if len(known) < max(_ENTRIES, len(times)) or max(known) - min(known) > _SPREAD:
        return False
    return abs(max(known) - now) <= _POLL_TIME
