"""Extract: archived page → Article | Rejected → revision and its parts, in worker processes that can be killed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path

from flows.execution import Killed
from flows.methods import method_of
from flows.run import PAGES_A_BATCH, Run, batches_of
from transforms.extract.revision import PendingPage, Rows, rows_of_article, rows_of_rejection, rows_of_removal
from transforms.records.extract import Article, Page, Rejected
from transforms.rows.builds import Method
from warehouse.archive import ArchiveError, read_response

EXTRACT_VERSION = "2"  # raise it when the same page may give another article

_PAGES_A_ROUND = 2_000


def extract(run: Run) -> None:
    """Read every fetched page that no build has read, in rounds: one version of an article a round, in their order."""
    while pages := [PendingPage(**row) for row in run.ask("pending_extractions", most=_PAGES_A_ROUND)]:
        run.do("extract pages", partial(extract_batch, run), batches_of(pages, PAGES_A_BATCH), "extractions")


def extract_batch(run: Run, pages: Sequence[PendingPage]) -> Path:
    """Read some pages and leave their rows; returns the folder."""
    method = extract_method(run)
    seconds = run.project.settings.extract_seconds
    sent = [page for page in pages if not page.is_gone]
    outcomes = run.workers.run(partial(_read_page, run.project.archive), sent, seconds)
    found = [_rows(run, page, outcome, method.method_id) for page, outcome in zip(sent, outcomes, strict=True)]
    found += [rows_of_removal(page, method.method_id, run.now()) for page in pages if page.is_gone]
    rows: Rows = {"ops.methods": [method]}
    for page_rows in found:
        for table, some in page_rows.items():
            rows.setdefault(table, []).extend(some)
    return run.stage("extractions", rows)


def _read_page(archive: Path, pending: PendingPage) -> Article | Rejected:
    """The page from the archive, read. Runs in a worker process."""
    from transforms.extract.article import extract_article
    from transforms.extract.listing import why_led_away

    if reason := why_led_away(pending.asked_url, pending.url):
        return Rejected("not_an_article", reason)
    try:
        content = read_response(archive, pending.archive_file, pending.archive_offset)
    except ArchiveError as error:
        return Rejected("lost", f"{error}; it will be fetched again")
    page = Page(pending.url, content, pending.content_type, pending.fetched_at)
    return extract_article(page, pending.feed_title, pending.feed_published_at)


def _rows(run: Run, page: PendingPage, outcome: Article | Rejected | Killed, method_id: str) -> Rows:
    if isinstance(outcome, Article):
        return rows_of_article(page, outcome, method_id, run.now())
    return rows_of_rejection(page, _rejection(run, outcome), method_id, run.now())


def _rejection(run: Run, outcome: Rejected | Killed) -> Rejected:
    if isinstance(outcome, Rejected):
        return outcome
    if outcome.reason == "timeout":
        return Rejected(
            "timeout", f"reading it took longer than {run.project.settings.extract_seconds:g} seconds and was ended"
        )
    if outcome.detail:
        return Rejected("crashed", f"reading it met an error of Dateline's own: {outcome.detail}"[:500])
    return Rejected(
        "crashed", "the process that read it died; the page may need more memory than worker_memory_mb allows"
    )


def extract_method(run: Run) -> Method:
    """The build of extract at work."""
    return method_of("extract", EXTRACT_VERSION, _model(), {}, run.started_at)


@cache
def _model() -> str:
    return f"trafilatura {version('trafilatura')}"
