"""The Prefect flows, and the only module that imports Prefect; a flow reads like the sentence that describes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeVar

from prefect import flow, get_run_logger, task
from prefect.artifacts import create_markdown_artifact, create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.futures import as_completed
from prefect.task_runners import ThreadPoolTaskRunner
from prefect.utilities.annotations import quote

from flows import stages
from flows.project import open_project
from flows.reports import feed_health, run_report
from flows.run import Run, running, summary

Batch = TypeVar("Batch")
Result = TypeVar("Result")

_WIDTH = 8  # batches under way at once; the worker processes, not these threads, use the cores
_WAIT_S = 600  # how long a run waits for another before it gives way


def _threads() -> Any:
    return ThreadPoolTaskRunner(max_workers=_WIDTH)


@task(cache_policy=NO_CACHE, persist_result=False, retries=1, retry_delay_seconds=5)
def batch(work: Callable[[Any], Any], items: Any) -> Any:
    """One batch of one stage: run again once when its machine or process was lost; loading twice changes nothing."""
    return work(items)


class PrefectEngine:
    """Batches as Prefect tasks, on the flow's task runner: threads here, Dask by `with_options(task_runner=…)`."""

    name = "prefect"

    def map(self, label: str, work: Callable[[Batch], Result], batches: Sequence[Batch]) -> Iterator[Result]:
        """The results of `work` on each batch. `quote` keeps Prefect from searching every record for futures."""
        named: Any = batch.with_options(name=label)
        futures = [named.submit(quote(work), quote(items)) for items in batches]
        for future in as_completed(futures):
            yield future.result()


def _run(folder: str | None) -> Run:
    project = open_project(folder=Path(folder) if folder else None)
    return Run(project, engine=PrefectEngine())


@flow(name="collect", task_runner=_threads())
def collect(folder: str | None = None) -> str:
    """Every quarter of an hour: poll the feeds that are due, fetch, extract and analyse what they brought."""
    with running(_run(folder), "collect", _WAIT_S) as run:
        stages.catch_up(run)
    return _report(run)


@flow(name="digest", task_runner=_threads())
def digest(folder: str | None = None, day: date | None = None) -> str:
    """Every morning: write yesterday's digest, or a given day's."""
    with running(_run(folder), "digest", _WAIT_S) as run:
        page = stages.write_digest(run, day)
    _report(run)
    return page


@flow(name="backfill", task_runner=_threads())
def backfill(first: date, last: date, folder: str | None = None) -> list[str]:
    """By hand: catch up with what waits, count the days from first to last again and write their digests."""
    with running(_run(folder), "backfill", _WAIT_S) as run:
        pages = stages.make_again(run, [first + timedelta(days=n) for n in range((last - first).days + 1)])
    _report(run)
    return pages


def through_prefect(run: Run, name: str, work: Callable[[Run], Result]) -> Result:
    """A prepared run's work as a Prefect flow of that name: how `dateline run` and its like go."""

    @flow(name=name, task_runner=_threads(), persist_result=False)
    def named() -> None:
        run.engine = PrefectEngine()
        with running(run, name):
            found.append(work(run))
        _report(run)

    found: list[Result] = []
    named()
    return found[0]


def _report(run: Run) -> str:
    """The run's last line, for the log; beside it, what was done and how the feeds are, for Prefect's page."""
    line = summary(run)
    get_run_logger().info(line)
    create_markdown_artifact(run_report(run), key="run-summary", description="What the run did.")
    create_table_artifact(
        feed_health(run), key="feed-health", description="How the feeds are; first what needs a look."
    )
    return line
