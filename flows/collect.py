"""Collect: due feeds → poll → entries → fetch pages → archive. Plain functions; Prefect is not needed to run them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from flows.answers import header, keep_answers, rules_of
from flows.fetch import FetchRequest, FetchResult, fetch_all
from flows.polls import poll_feeds
from flows.run import PAGES_A_BATCH, Run, batches_by_host
from transforms.claims import REDIRECT, redirect_claim
from transforms.records.collect import Fetch
from transforms.rows.extract import ClaimRow
from transforms.text import make_id, told
from transforms.urls import host_of
from warehouse.archive import Position

_PAGES_A_ROUND = 2_000  # pages between two loads: what a killed run may have to fetch again


@dataclass(frozen=True)
class PageToFetch:
    """A page to fetch, with the validators and the hash of its last body."""

    article_id: str
    url: str
    etag: str | None
    last_modified: str | None
    validated_url: str | None  # the address that sent them
    content_hash: str | None


def collect(run: Run, *, every_feed: bool = False) -> None:
    """Poll the feeds that are due (or all), then fetch the pages that their entries name."""
    poll_feeds(run, every_feed=every_feed)
    fetch_pages(run)


def fetch_pages(run: Run) -> None:
    """Fetch and load in rounds, until no page waits of those that are due now; each page once, whatever came of it."""
    run.keep_holds()
    now, asked = run.now(), set[str]()
    while pages := [page for page in _pending_pages(run, now) if page.article_id not in asked]:
        asked.update(page.article_id for page in pages)
        batches = batches_by_host(pages, lambda page: host_of(page.url), PAGES_A_BATCH)
        run.do("fetch pages", partial(fetch_batch, run), batches, "fetches")


# --- pages -----------------------------------------------------------------------------------------------------------


def _pending_pages(run: Run, now: datetime) -> list[PageToFetch]:
    settings = run.project.settings
    rows = run.ask(
        "pending_pages",
        now=now,
        attempts=settings.fetch_attempts,
        revisit_hours=settings.revisit_hours,
        most=_PAGES_A_ROUND,
    )
    return [PageToFetch(**row) for row in rows]


def fetch_batch(run: Run, pages: Sequence[PageToFetch]) -> Path:
    """Fetch some pages and leave their rows; returns the folder."""
    requests = [
        FetchRequest(page.article_id, page.url, page.etag, page.last_modified, page.validated_url, obeys_robots=True)
        for page in pages
    ]
    results: list[FetchResult] = []
    run.hosts.remember(page.url for page in pages)
    fetch_all(requests, rules_of(run, run.project.settings.page_max_mb), results.append, run.now, run.hosts)
    hashes = {page.article_id: page.content_hash for page in pages}
    results = [_compared(result, hashes[result.key]) for result in results]
    positions = keep_answers(run, "pages", [result for result in results if not _is_repeat(result)])
    rows = [_fetch_row(run, result, positions.get(result.key)) for result in results]
    run.counts["pages fetched"] += sum(row.outcome == "ok" for row in rows)
    run.counts["pages failed"] += sum(row.outcome not in ("ok", "unchanged") for row in rows)
    robots, holds = run.hosts.new_robots(), run.hosts.new_holds()
    claims = [claim for result in results for claim in _claims(result)]
    return run.stage(
        "fetches", {"ops.fetches": rows, "ops.robots": robots, "ops.host_holds": holds, "facts.claims": claims}
    )


def _claims(result: FetchResult) -> list[ClaimRow]:
    """Which other article the page is, where its address leads to that one's."""
    is_page = result.outcome in ("ok", "unchanged")
    claimed = redirect_claim(result.url, result.final_url, result.permanent_url) if is_page else None
    return [ClaimRow(result.key, claimed, REDIRECT, result.fetched_at)] if claimed else []


def _compared(result: FetchResult, known_hash: str | None) -> FetchResult:
    """The result, unchanged where a server without validators has sent the very bytes that the archive has."""
    is_same = result.outcome == "ok" and known_hash is not None and _hash_of(result.content) == known_hash
    return replace(result, outcome="unchanged", content=b"") if is_same else result


def _is_repeat(result: FetchResult) -> bool:
    """Whether the whole page came again as it is in the archive."""
    return result.outcome == "unchanged" and result.status == 200


def _hash_of(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=12).hexdigest()


def _fetch_row(run: Run, result: FetchResult, position: Position | None) -> Fetch:
    is_ok = result.outcome == "ok"
    return Fetch(
        fetch_id=make_id("fetch", result.key, run.run_id, result.fetched_at.isoformat()),
        run_id=run.run_id,
        article_id=result.key,
        url=result.url,
        fetched_at=result.fetched_at,
        outcome=result.outcome,
        status=result.status,
        final_url=result.final_url,
        content_type=header(result, "content-type"),
        byte_count=len(result.content) if is_ok else None,
        latency_ms=result.latency_ms,
        error=told(result.error) if result.error else None,
        etag=header(result, "etag"),
        last_modified=header(result, "last-modified"),
        content_hash=_hash_of(result.content) if is_ok else None,
        archive_file=position.file if position else None,
        archive_offset=position.offset if position else None,
        archive_length=position.length if position else None,
    )
