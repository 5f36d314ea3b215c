"""The parts of site map indexes: which are read at a poll, and what the next poll must know of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from flows.answers import header, keep_answers
from flows.execution import Killed
from flows.fetch import FetchRequest, FetchResult, FetchRules, fetch_all
from flows.run import Run
from transforms.collect.feeds import parse_feed
from transforms.collect.sitemaps import parts_to_read
from transforms.records.collect import FeedEntry, NotAFeed, ParsedFeed, SitemapPart
from transforms.rows.collect import SitemapRow

_PARTS_A_POLL = 3  # today's, and what a change of the month or of the counter leaves in those before
_PARSE_SECONDS = 20


@dataclass(frozen=True)
class Index:
    """An index that was polled: its address, and its document, or None where that had not changed."""

    feed_id: str
    url: str
    document: ParsedFeed | None


@dataclass
class PartsRead:
    """What the parts of one index held."""

    entries: list[FeedEntry] = field(default_factory=list)
    rows: list[SitemapRow] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    read_count: int = 0


def known_parts(run: Run, indexes: Sequence[Index]) -> list[SitemapRow]:
    """What the last polls taught about the parts of these indexes."""
    feed_ids = [index.feed_id for index in indexes]
    return [SitemapRow(**row) for row in run.ask("known_sitemaps", feed_ids=feed_ids)] if feed_ids else []


def read_parts(
    run: Run, rules: FetchRules, indexes: Sequence[Index], rows: Sequence[SitemapRow]
) -> dict[str, PartsRead]:
    """What the newest parts of each index hold, by feed id; a part that the index says is as it was is not asked for.

    Each part is asked for with its own validators. Entries are merged in the order of the parts, a page once.
    """
    known: dict[str, dict[str, SitemapRow]] = {index.feed_id: {} for index in indexes}
    for row in rows:
        known[row.feed_id][row.url] = row
    asked = {
        f"{index.feed_id} {part.url}": (index.feed_id, part)
        for index in indexes
        for part in _to_ask(index, known[index.feed_id])
    }
    results = _fetched(rules, run, {key: known[feed].get(part.url) for key, (feed, part) in asked.items()}, asked)
    return _merged(run, indexes, known, asked, results)


def with_entries(document: ParsedFeed | None, found: PartsRead) -> ParsedFeed | NotAFeed | None:
    """An index's document with the entries of its parts; NotAFeed where none of them could be read."""
    if found.troubles and not found.read_count:
        return NotAFeed(f"no part of this index of site maps could be read: {found.troubles[0]}")
    if document is None and not found.entries:
        return None
    empty = ParsedFeed("sitemap-index", "", None, "", None, ())
    here = document or empty
    return replace(here, entries=tuple(found.entries), warnings=(*here.warnings, *found.troubles))


def _to_ask(index: Index, known: Mapping[str, SitemapRow]) -> list[SitemapPart]:
    if index.document is None:  # the index is as it was, and so are the parts of which it says when they changed
        return [SitemapPart(row.url, None) for row in known.values() if row.modified_at is None][:_PARTS_A_POLL]
    newest = parts_to_read(index.document.parts, index.url, _PARTS_A_POLL)
    return [part for part in newest if not _is_as_it_was(part, known.get(part.url))]


def _is_as_it_was(part: SitemapPart, row: SitemapRow | None) -> bool:
    return row is not None and part.modified_at is not None and row.modified_at == part.modified_at


def _fetched(
    rules: FetchRules, run: Run, known: Mapping[str, SitemapRow | None], asked: Mapping[str, tuple[str, SitemapPart]]
) -> dict[str, FetchResult]:
    requests = [
        FetchRequest(key, part.url, row.etag if (row := known[key]) else None, row.last_modified if row else None)
        for key, (_, part) in asked.items()
    ]
    results: list[FetchResult] = []
    fetch_all(requests, rules, results.append, run.now, run.hosts)
    keep_answers(run, "sitemaps", results)
    return {result.key: result for result in results}


def _merged(
    run: Run, indexes: Sequence[Index], known: Mapping[str, Mapping[str, SitemapRow]],
    asked: Mapping[str, tuple[str, SitemapPart]], results: Mapping[str, FetchResult],
) -> dict[str, PartsRead]:  # fmt: skip
    merged = {index.feed_id: PartsRead() for index in indexes}
    documents = _documents(run, [result for result in results.values() if result.outcome == "ok"])
    for key, (feed_id, part) in asked.items():
        result, found = results[key], merged[feed_id]
        document = documents.get(key)
        if result.outcome == "unchanged":
            found.read_count += 1
            found.rows.append(replace(known[feed_id][part.url], modified_at=part.modified_at, read_at=run.now()))
        elif isinstance(document, ParsedFeed) and not document.parts:
            found.read_count += 1
            found.rows.append(_row(run, feed_id, part, result))
            found.entries += document.entries
            found.troubles += [f"{part.url}: {warning}" for warning in document.warnings]
        else:
            reason = document.reason if isinstance(document, NotAFeed) else result.error
            found.troubles.append(f"{part.url}: {reason or 'an index inside an index, which is not read'}")
            found.rows.append(_unread(run, feed_id, part, known[feed_id].get(part.url)))
    return merged


def _documents(run: Run, answered: Sequence[FetchResult]) -> dict[str, ParsedFeed | NotAFeed]:
    jobs = [(result.content, header(result, "content-type") or "", result.final_url) for result in answered]
    documents = run.workers.run(_parse, jobs, _PARSE_SECONDS) if jobs else iter(())
    return {
        result.key: NotAFeed(f"parsing it was ended: {found.reason}") if isinstance(found, Killed) else found
        for result, found in zip(answered, documents, strict=True)
    }


def _parse(job: tuple[bytes, str, str]) -> ParsedFeed | NotAFeed:
    return parse_feed(*job)


def _row(run: Run, feed_id: str, part: SitemapPart, result: FetchResult) -> SitemapRow:
    etag, last_modified = header(result, "etag"), header(result, "last-modified")
    return SitemapRow(feed_id, part.url, part.modified_at, etag, last_modified, run.now())


def _unread(run: Run, feed_id: str, part: SitemapPart, row: SitemapRow | None) -> SitemapRow:
    """A part that could not be read: without a time of change it is asked for at the next poll, whatever the index."""
    etag, last_modified = (row.etag, row.last_modified) if row else (None, None)
    return SitemapRow(feed_id, part.url, None, etag, last_modified, run.now())
