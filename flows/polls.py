"""Polling: due feeds → answers → entries, with what the next poll of each feed must know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from flows.answers import header, keep_answers, rules_of
from flows.fetch import FetchRequest, FetchResult, fetch_all
from flows.run import FEEDS_A_BATCH, Run, batches_by_host
from flows.sitemaps import Index, known_parts, read_parts, with_entries
from transforms.collect.entry_rows import article_rows, entry_rows
from transforms.collect.feeds import parse_feed
from transforms.collect.polling import WELL, PollSigns, address_of, is_asleep, is_gap, is_whole_due, state_after
from transforms.records.collect import Entry, Feed, FeedState, NotAFeed, ParsedFeed, Poll
from transforms.rows.collect import SitemapRow
from transforms.text import make_id, told
from transforms.urls import host_of
from warehouse.archive import Position

_PARSE_SECONDS = 20


def poll_feeds(run: Run, *, every_feed: bool = False) -> None:
    """Poll and load; a feed's validators are saved in the transaction that saves its entries."""
    with run.reading():
        run.keep_holds()
        due = [_feed(row) for row in run.ask("due_feeds", now=run.now(), all=every_feed)]
    feeds = [feed for feed in due if every_feed or not is_asleep(feed, run.now())]
    batches = batches_by_host(feeds, lambda feed: host_of(address_of(feed)), FEEDS_A_BATCH)
    run.counts["feeds polled"] += len(feeds)
    run.do("poll feeds", partial(poll_batch, run), batches, "polls")


def _feed(row: dict[str, Any]) -> Feed:
    last = row.pop("last")
    return Feed(**row, last=FeedState(**last) if last else None)


@dataclass(frozen=True)
class Polled:
    """A feed, the answer to its poll, and what that held."""

    feed: Feed
    result: FetchResult
    document: ParsedFeed | NotAFeed | None  # None where no new document came
    entries: tuple[Entry, ...] = field(default=())

    @property
    def outcome(self) -> str:
        """A PollOutcome: the request's, or not_a_feed."""
        return "not_a_feed" if isinstance(self.document, NotAFeed) else self.result.outcome

    @property
    def is_well(self) -> bool:
        """Whether the feed answered as it should."""
        return self.outcome in WELL

    @property
    def error(self) -> str | None:
        """What was wrong, in words."""
        if isinstance(self.document, NotAFeed):
            return self.document.reason
        if self.document is None:
            return self.result.error
        unlinked = sum(1 for entry in self.document.entries if entry.url is None)
        notes = [*self.document.warnings, *([f"{unlinked} entries without a link"] if unlinked else [])]
        return "; ".join(notes) or None


def poll_batch(run: Run, feeds: Sequence[Feed]) -> Path:
    """Poll some feeds and leave their rows; returns the folder."""
    requests = [_request(feed, run.now()) for feed in feeds]
    results: list[FetchResult] = []
    fetch_all(requests, rules_of(run, run.project.settings.feed_max_mb), results.append, run.now, run.hosts)
    positions = keep_answers(run, "feeds", results)
    polled, parts = _with_parts(run, _read_documents(run, {feed.feed_id: feed for feed in feeds}, results))
    known = _known(run, [entry for one in polled for entry in one.entries])
    run.counts["feeds failed"] += sum(not one.is_well for one in polled)
    run.counts["entries new"] += sum(entry.entry_id not in known for one in polled for entry in one.entries)
    return run.stage(
        "polls",
        {
            "facts.entries": [entry for one in polled for entry in one.entries],
            "facts.articles": [row for one in polled for row in article_rows(one.feed.outlet_id, one.entries)],
            "ops.polls": [_poll_row(run, one, known, positions.get(one.result.key)) for one in polled],
            "ops.feed_state": [_state_row(run, one) for one in polled],
            "ops.sitemaps": parts,
            "ops.host_holds": run.hosts.new_holds(),
        },
    )


def _request(feed: Feed, now: datetime) -> FetchRequest:
    """What to ask: with the validators of the last document, but now and then without."""
    last, url = feed.last, address_of(feed)
    if last is None or is_whole_due(feed, now):
        return FetchRequest(feed.feed_id, url)
    return FetchRequest(feed.feed_id, url, last.etag, last.last_modified, last.validated_url)


def _read_documents(run: Run, feeds: dict[str, Feed], results: Sequence[FetchResult]) -> list[Polled]:
    """The answers with their documents. Parsed in worker processes: some feeds keep a parser busy for minutes."""
    answered = [result for result in results if result.outcome == "ok"]
    jobs = [(result.content, header(result, "content-type") or "", result.final_url) for result in answered]
    documents = {
        result.key: document
        if isinstance(document, ParsedFeed | NotAFeed)
        else NotAFeed(f"parsing it was ended: {document.reason}")
        for result, document in zip(answered, run.workers.run(_parse_one, jobs, _PARSE_SECONDS), strict=True)
    }
    return [_polled(run, feeds[result.key], result, documents.get(result.key)) for result in results]


def _parse_one(job: tuple[bytes, str, str]) -> ParsedFeed | NotAFeed:
    return parse_feed(*job)


def _polled(run: Run, feed: Feed, result: FetchResult, document: ParsedFeed | NotAFeed | None) -> Polled:
    entries = entry_rows(feed.feed_id, document.entries, run.started_at) if isinstance(document, ParsedFeed) else []
    return Polled(feed, result, document, tuple(entries))


def _with_parts(run: Run, polled: Sequence[Polled]) -> tuple[list[Polled], list[SitemapRow]]:
    """The polls, those of site map indexes with what their parts hold; and the states of the parts."""
    indexes = {
        one.feed.feed_id: Index(one.feed.feed_id, one.result.final_url, one.document)
        for one in polled
        if not isinstance(one.document, NotAFeed)
        and (one.document.parts if one.document else one.feed.has_parts and one.result.outcome == "unchanged")
    }
    asked = list(indexes.values())
    rules = rules_of(run, run.project.settings.feed_max_mb)
    found = read_parts(run, rules, asked, known_parts(run, asked)) if asked else {}
    whole = [
        _polled(run, one.feed, one.result, with_entries(indexes[one.feed.feed_id].document, found[one.feed.feed_id]))
        if one.feed.feed_id in found
        else one
        for one in polled
    ]
    return whole, [row for parts in found.values() for row in parts.rows]


def _known(run: Run, entries: Sequence[Entry]) -> dict[str, str]:
    """Content hashes of those entries that the warehouse has, by id."""
    rows = run.ask("known_entries", entry_ids=[entry.entry_id for entry in entries]) if entries else []
    return {row["entry_id"]: row["content_hash"] for row in rows}


def _poll_row(run: Run, polled: Polled, known: dict[str, str], position: Position | None) -> Poll:
    result, entries = polled.result, polled.entries
    has_document = isinstance(polled.document, ParsedFeed)
    new_count = sum(entry.entry_id not in known for entry in entries)
    changed_count = sum(known.get(entry.entry_id, entry.content_hash) != entry.content_hash for entry in entries)
    return Poll(
        poll_id=make_id("poll", polled.feed.feed_id, run.run_id),
        feed_id=polled.feed.feed_id,
        run_id=run.run_id,
        polled_at=result.fetched_at,
        outcome=polled.outcome,
        status=result.status,
        item_count=len(entries) if has_document else None,
        new_count=new_count if has_document else None,
        changed_count=changed_count if has_document else None,
        latency_ms=result.latency_ms,
        byte_count=len(result.content),
        is_possible_gap=is_gap(polled.feed.last.listed.split() if polled.feed.last else (), _listed(polled)),
        final_url=result.final_url,
        error=told(polled.error) if polled.error else None,
        archive_file=position.file if position else None,
        archive_offset=position.offset if position else None,
        archive_length=position.length if position else None,
    )


def _state_row(run: Run, polled: Polled) -> FeedState:
    """What the next poll must know."""
    result = polled.result
    headers: dict[str, str] = {}
    for name, value in result.headers:
        headers.setdefault(name.lower(), value)
    signs = PollSigns(
        outcome=polled.outcome,
        headers=headers,
        document=polled.document if isinstance(polled.document, ParsedFeed) else None,
        listed=_listed(polled),
        final_url=result.final_url,
        permanent_url=result.permanent_url,
    )
    return state_after(polled.feed, signs, run.now(), run.project.settings.min_poll_minutes)


def _listed(polled: Polled) -> list[str]:
    return [entry.entry_id for entry in polled.entries]
