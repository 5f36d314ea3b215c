"""Analyse: revision → mentions, roles, quotes, places, topics; then links, and aggregates of the touched days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from flows.execution import Killed
from flows.identities import settle_identities
from flows.knowledge import SEEDS, known_actors, model_name, read_in_worker, seeds_digest
from flows.link import link_days
from flows.methods import method_of
from flows.run import PAGES_A_BATCH, Run, batches_of
from flows.watchlists import count_watchlists
from transforms.analyse.reading_rows import Rows, rows_of_reading
from transforms.analyse.rereading import COMPARED, rereading
from transforms.analyse.version import RULES_VERSION
from transforms.extract.stored import article_of
from transforms.records.analyse import Reading
from transforms.records.extract import Article
from transforms.rows.builds import Analysis, Method, Rereading
from warehouse.daily import refresh_daily

_TEXTS_A_ROUND = 2_000
_TEXTS_A_JOB = 10  # what a worker reads at once: enough for the model's batches, few enough to spread
_SECONDS_A_JOB = 300


def analyse(run: Run, *, again: bool = False) -> None:
    """Read every text that no build has read (`again`: that this build has not), link and count the touched days."""
    read_texts(run, again=again)
    settle_identities(run)
    link_days(run)
    count_days(run)


# --- one article -----------------------------------------------------------------------------------------------------


def read_texts(run: Run, *, again: bool = False) -> None:
    """Read in rounds until no text waits."""
    method = analyse_method(run)
    while rows := run.ask("pending_analyses", again=again, method_id=method.method_id, most=_TEXTS_A_ROUND):
        run.do("analyse texts", partial(analyse_batch, run, method), batches_of(rows, PAGES_A_BATCH), "analyses")


def analyse_method(run: Run) -> Method:
    """The build of analyse at work: our code, the model and the seeds."""
    return method_of("analyse", RULES_VERSION, model_name(), {"seeds": seeds_digest(SEEDS)}, run.started_at)


def analyse_batch(run: Run, method: Method, texts: Sequence[dict[str, Any]]) -> Path:
    """Read some texts and leave their rows; returns the folder."""
    articles = _with_blocks(run, texts)
    jobs = batches_of(articles, _TEXTS_A_JOB)
    readings = (reading for result, job in zip(run.workers.run(read_in_worker, jobs, _SECONDS_A_JOB), jobs, strict=True)
                for reading in _one_by_one(run, result, job))  # fmt: skip
    rows: Rows = {"ops.methods": [method]}
    for text, reading in zip(texts, readings, strict=True):
        for table, found in _rows(run, text["revision_id"], reading, method.method_id).items():
            rows.setdefault(table, []).extend(found)
    rows["ops.rereadings"] = list(_rereadings(run, method, texts, rows))
    return run.stage("analyses", rows)


def _with_blocks(run: Run, texts: Sequence[dict[str, Any]]) -> list[Article]:
    blocks: dict[str, list[dict[str, Any]]] = {}
    for row in run.ask("blocks_of_revisions", revision_ids=[text["revision_id"] for text in texts]):
        blocks.setdefault(row["revision_id"], []).append(row)
    return [article_of(text, blocks.get(text["revision_id"], [])) for text in texts]


def _one_by_one(run: Run, result: list[Reading] | Killed, job: Sequence[Article]) -> Iterator[Reading | Killed]:
    """The readings of a job; when it was ended, each article alone, so that one bad article costs no other's."""
    if not isinstance(result, Killed):
        yield from result
        return
    singles = run.workers.run(read_in_worker, [[article] for article in job], _SECONDS_A_JOB)
    for article, single in zip(job, singles, strict=True):
        if isinstance(single, Killed):
            run.counts["texts not analysed"] += 1
            run.warnings.append(f"{article.url}: not analysed: {single.detail or single.reason}")
        yield single if isinstance(single, Killed) else single[0]


def _rows(run: Run, revision_id: str, reading: Reading | Killed, method_id: str) -> Rows:
    if isinstance(reading, Killed):
        return {"ops.analyses": [Analysis(revision_id, method_id, reading.reason, run.now())]}
    return rows_of_reading(revision_id, reading, known_actors(SEEDS), method_id, run.now())


def _rereadings(run: Run, method: Method, texts: Sequence[dict[str, Any]], rows: Rows) -> Iterator[Rereading]:
    """What this build finds otherwise than those that have read some of the texts before."""
    before = {text["revision_id"]: text["read_by"] for text in texts if text["read_by"]}
    if not before:
        return
    for table in COMPARED:
        old = _by_revision(run.ask("rows_of_revisions", table=table, revision_ids=list(before)))
        new = _by_revision(vars(row) for row in rows.get(table, ()))
        for revision_id, build in before.items():
            builds = (build, method.method_id)
            yield rereading(revision_id, table, old[revision_id], new[revision_id], builds, run.now())


def said_otherwise(run: Run) -> list[str]:
    """What a run found otherwise than the builds before it, a line a table; the view `rereadings` has it by text."""
    return [
        f"{row['table_name']}: {row['same']:,} as before, {row['gained']:,} gained, {row['lost']:,} lost, "
        f"{row['different']:,} different, in {row['texts']:,} texts"
        for row in run.ask("found_otherwise", since=run.started_at)
    ]


def _by_revision(rows: Iterable[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        found[row["revision_id"]].append(row)
    return found


# --- aggregates ------------------------------------------------------------------------------------------------------


def count_days(run: Run) -> None:
    """Make the aggregates of every touched day again, and count the watchlists there."""
    if run.ask("touched_days"):
        with run.project.warehouse.writing() as connection:
            run.counts["days"] += len(refresh_daily(connection))
    count_watchlists(run)
