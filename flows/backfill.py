"""Backfill: pages out of WARC archives that others made, taken as if they had been fetched when they were stored."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from flows.errors import SettingsError
from flows.feed_list import sync_seeds
from flows.run import Run, batches_of
from transforms.ids import article_id, outlet_id
from transforms.records.collect import Fetch
from transforms.rows.collect import WarcFileRow
from transforms.rows.extract import ArticleRow
from transforms.text import make_id
from transforms.urls import absolute_url, article_key, normalise_url, site_of
from warehouse.archive import ArchiveWriter
from warehouse.warc_files import Damaged, Stored, read_warc

_PAGES_A_FILE = 500
_BYTES_A_FILE = 200_000_000
_LOOKED_UP_AT_ONCE = 100  # pages in memory while we ask which are known
_LOADED_AT_ONCE = 4  # archive files between two loads: a load publishes the whole warehouse
_PAGE_TYPES = ("text/html", "application/xhtml+xml")
_DAMAGES_SAID = 20


@dataclass(frozen=True)
class Found:
    """A page of an archive, and the article that it is of."""

    page: Stored
    url: str
    article_id: str
    content_hash: str


@dataclass
class Tally:
    """What one WARC file held."""

    records: int = 0
    pages: int = 0
    known: int = 0
    damaged: int = 0
    error: str | None = None


@dataclass
class Backfill:
    """One run over some files; `sites` are registrable domains or hosts, none for all."""

    run: Run
    sites: tuple[str, ...] = ()
    batch_count: int = 0

    def read(self, files: Sequence[Path]) -> None:
        """Take the pages of the files, load them, and name the outlets that they are of."""
        for path in files:
            tally = Tally()
            try:
                self._read_file(path, tally)
            except OSError as error:
                raise SettingsError(f"{path}: cannot be read: {error.strerror or error}") from error
            self._note(path, tally)
        self._load()
        sync_seeds(self.run)

    def _read_file(self, path: Path, tally: Tally) -> None:
        found = self._new(self._pages(path, tally), tally)
        first = next(found, None)
        while first is not None:
            first = self._keep(first, found, tally)
            self.batch_count += 1
            if self.batch_count % _LOADED_AT_ONCE == 0:
                self._load()

    def _pages(self, path: Path, tally: Tally) -> Iterator[Found]:
        """The pages of a file that are asked for; damage is counted, and the first pieces of it are said."""
        for one in read_warc(path, int(self.run.project.settings.page_max_mb * 1_000_000)):
            tally.records += 1
            if isinstance(one, Damaged):
                self._damaged(path, one, tally)
            elif isinstance(one, Stored) and _is_page(one):
                url = absolute_url(one.url)
                if url and self._is_asked_for(url):
                    digest = hashlib.blake2b(one.content, digest_size=12).hexdigest()
                    yield Found(one, url, article_id(article_key(url)), digest)

    def _damaged(self, path: Path, damaged: Damaged, tally: Tally) -> None:
        words = f"{path}, byte {damaged.offset}: {damaged.reason}"
        tally.error = tally.error or words
        tally.damaged += 1
        self.run.counts["records damaged"] += 1
        if len(self.run.warnings) < _DAMAGES_SAID:
            self.run.warnings.append(words)

    def _is_asked_for(self, url: str) -> bool:
        domain = site_of(url)
        host = url.partition("://")[2].partition("/")[0].partition(":")[0]
        return not self.sites or any(site in (domain, host) or host.endswith(f".{site}") for site in self.sites)

    def _new(self, pages: Iterator[Found], tally: Tally) -> Iterator[Found]:
        """The pages that are not known, nor a later page of their article; a few are looked up at a time."""
        kept_since = next((row["text_day"] for row in self.run.ask("kept_since")), None)
        zone = ZoneInfo(self.run.project.settings.timezone)
        for some in _in_groups(pages, _LOOKED_UP_AT_ONCE):
            ids = [found.article_id for found in some]
            known = {row["article_id"]: row for row in self.run.ask("known_pages", article_ids=ids)}
            for found in some:
                row = known.get(found.article_id)
                is_known = row is not None and (
                    row["is_pruned"] or (row["read_at"] and row["read_at"] >= found.page.at)
                )
                is_past = kept_since is not None and found.page.at.astimezone(zone).date() < kept_since
                if is_known or is_past:
                    tally.known += 1
                else:
                    yield found

    def _keep(self, first: Found, more: Iterator[Found], tally: Tally) -> Found | None:
        """Write one file of our own archive and leave its rows; returns the page that did not fit in any more."""
        run, at = self.run, self.run.now()
        name = f"{at:%Y/%m/%d}/warc-{at:%H%M%S}-{run.run_id}-{self.batch_count:06}.warc.gz"
        articles: dict[str, ArticleRow] = {}
        fetches: dict[str, Fetch] = {}
        found: Found | None = first
        with ExitStack() as files:
            writer = files.enter_context(ArchiveWriter(run.project.archive, name))
            size = 0
            while found is not None and len(fetches) < _PAGES_A_FILE and size < _BYTES_A_FILE:
                row = _fetch_row(run.run_id, found, run.now())
                if row.fetch_id not in fetches:
                    fetches[row.fetch_id] = _placed(row, writer, found.page)
                    articles.setdefault(found.article_id, _article_row(found, row.fetched_at))
                size += len(found.page.content)
                found = next(more, None)
        tally.pages += len(fetches)
        run.counts["pages fetched"] += len(fetches)
        run.stage("backfills", {"facts.articles": list(articles.values()), "ops.fetches": list(fetches.values())})
        return found

    def _note(self, path: Path, tally: Tally) -> None:
        row = WarcFileRow(
            self.run.run_id, path.name, self.run.now(), tally.records, tally.pages, tally.known, tally.damaged,
            tally.error,
        )  # fmt: skip
        self.run.counts["pages known"] += tally.known
        self.run.stage("backfills", {"ops.warc_files": [row]})

    def _load(self) -> None:
        self.run.load("backfills")


def _is_page(stored: Stored) -> bool:
    kind = next((value for name, value in stored.headers if name.lower() == "content-type"), "")
    return stored.status == 200 and kind.partition(";")[0].strip().lower() in _PAGE_TYPES and bool(stored.content)


def _in_groups(pages: Iterator[Found], size: int) -> Iterator[list[Found]]:
    group: list[Found] = []
    for page in pages:
        group.append(page)
        if len(group) == size:
            yield group
            group = []
    yield from batches_of(group, size)


def _article_row(found: Found, at: datetime) -> ArticleRow:
    url = normalise_url(found.url) or found.url
    return ArticleRow(found.article_id, outlet_id(site_of(found.url)), url, None, at, None, "", "")


def _fetch_row(run_id: str, found: Found, now: datetime) -> Fetch:
    page = found.page
    sent = {name.lower(): value for name, value in reversed(page.headers)}
    at = min(page.at, now)  # an archive's clock may have been wrong
    return Fetch(
        fetch_id=make_id("fetch", found.article_id, "warc", page.at.isoformat(), found.content_hash),
        run_id=run_id,
        article_id=found.article_id,
        url=found.url,
        fetched_at=at,
        outcome="ok",
        status=page.status,
        final_url=found.url,
        content_type=sent.get("content-type"),
        byte_count=len(page.content),
        latency_ms=None,
        error=None,
        etag=sent.get("etag"),
        last_modified=sent.get("last-modified"),
        content_hash=found.content_hash,
        archive_file=None,
        archive_offset=None,
        archive_length=None,
    )


def _placed(row: Fetch, writer: ArchiveWriter, page: Stored) -> Fetch:
    position = writer.add(row.url, row.fetched_at, f"{page.status} {page.reason}".strip(), page.headers, page.content)
    return replace(row, archive_file=position.file, archive_offset=position.offset, archive_length=position.length)
