"""One run: whose project, by which clock, with which engine; and what it counted."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from heapq import heappush, heapreplace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import uuid4

from flows.execution import DirectEngine, Engine, Workers
from flows.hosts import Hosts
from flows.project import Project, only_run
from transforms.rows.collect import HostHoldRow, RobotsRow
from warehouse.checks import note_all_checked, run_checks
from warehouse.journal import begin_run, end_run
from warehouse.load import load_staged, remove_unfinished, stage, staged

if TYPE_CHECKING:
    import polars as pl

    from warehouse.database import Warehouse

Progress = Callable[[str, int, int], None]  # stage, done, of how many
Batch = TypeVar("Batch")

PAGES_A_BATCH = 100  # a task costs Prefect 30 to 50 ms: half a per cent of reading 100 pages
FEEDS_A_BATCH = 20


def utc_now() -> datetime:
    """The clock of every run but a replayed one."""
    return datetime.now(UTC)


def _silent(stage_name: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


@dataclass
class Run:
    """What every stage is handed."""

    project: Project
    engine: Engine = field(default_factory=DirectEngine)
    now: Callable[[], datetime] = utc_now
    connect_to: Mapping[str, str] = field(default_factory=dict)
    progress: Progress = _silent
    run_id: str = field(default_factory=lambda: uuid4().hex[:12])
    counts: Counter[str] = field(default_factory=Counter)
    seconds: Counter[str] = field(default_factory=Counter)
    warnings: list[str] = field(default_factory=list)
    shared_workers: Workers | None = None  # of several runs, which then end them; else the run's own
    workers: Workers = field(init=False)
    hosts: Hosts = field(init=False)
    started_at: datetime = field(init=False)

    def __post_init__(self) -> None:
        settings = self.project.settings
        self.started_at = self.now()
        self.workers = self.shared_workers or Workers(settings.worker_count, settings.worker_memory_mb)
        self.hosts = Hosts(self.now, self._known_robots)

    def do(self, name: str, work: Callable[[Batch], Path | None], batches: Sequence[Batch], kind: str) -> None:
        """Have the engine do all batches of a stage, then load what they left. Leftovers of a killed run come along."""
        if not batches and not staged(self.project.staging, kind):
            return
        started = time.perf_counter()
        self.progress(name, 0, len(batches))
        for done, _ in enumerate(self.engine.map(name, work, batches), 1):
            self.progress(name, done, len(batches))
        self.seconds[name] += time.perf_counter() - started  # type: ignore[assignment]
        self.load(kind)

    def stage(self, kind: str, rows: Mapping[str, Sequence[object]]) -> Path:
        """Leave a batch's rows for the loader."""
        return stage(self.project.staging, kind, rows)

    def load(self, kind: str) -> None:
        """Merge what waits of a kind into the warehouse and publish it."""
        started = time.perf_counter()
        with self.project.warehouse.writing() as connection:
            for table, count in load_staged(connection, self.project.staging, kind).items():
                self.counts[table] += count
        self.seconds["load"] += time.perf_counter() - started  # type: ignore[assignment]

    def ask(self, name: str, **parameters: Any) -> list[dict[str, Any]]:
        """Rows of a question over the published copy."""
        return self.project.warehouse.ask(name, parameters)

    def reading(self) -> AbstractContextManager[Warehouse]:
        """Questions within the block are asked of one published state, opened once: opening takes as long as an answer.

        What is published meanwhile is seen when the block has ended.
        """
        return self.project.warehouse.snapshot()

    def _known_robots(self, origins: Sequence[str]) -> list[RobotsRow]:
        return [RobotsRow(**row) for row in self.ask("known_robots", origins=list(origins))]

    def keep_holds(self) -> None:
        """Leave those hosts alone that asked for it in earlier runs."""
        self.hosts.hold([HostHoldRow(**row) for row in self.ask("host_holds", now=self.now())])

    def ask_frame(self, name: str, **parameters: Any) -> pl.DataFrame:
        """The same rows as a frame."""
        return self.project.warehouse.ask_frame(name, parameters)


@contextmanager
def running(run: Run, flow: str, wait_s: float = 0) -> Iterator[Run]:
    """Hold the project for the run, write it down, clean up after killed ones, and check the warehouse at the end.

    Raises Busy when another run has the project. A broken check fails the run with its sentence, after all is loaded.
    """
    from warehouse import archive

    with only_run(run.project, wait_s), nullcontext() if run.shared_workers else run.workers:
        run.started_at = run.now()  # not while it waited: what it sees is newer than what the other run did
        remove_unfinished(run.project.staging)
        archive.remove_unfinished(run.project.archive)
        _begin(run, flow)
        try:
            yield run
            _complete(run)
        except BaseException as error:
            with suppress(Exception):  # what failed may be the disk; a later run will find this one dead
                _fail(run, f"{type(error).__name__}: {error}")
            raise


def _begin(run: Run, flow: str) -> None:
    with run.project.warehouse.writing() as connection:
        begin_run(connection, run.run_id, flow, run.engine.name, run.started_at)


def _complete(run: Run) -> None:
    from warehouse.errors import CheckFailed

    with run.project.warehouse.writing() as connection:
        broken = run_checks(connection, run.started_at)
        if not broken:
            note_all_checked(connection)
            end_run(connection, run.run_id, "completed", summary(run), None, run.now())
    if broken:
        raise CheckFailed(
            f"a check does not hold: {broken[0].check} ({broken[0].row_count} rows, the first {broken[0].first_row}); "
            "run `dateline doctor`"
        )


def _fail(run: Run, error: str) -> None:
    with run.project.warehouse.writing() as connection:
        end_run(connection, run.run_id, "failed", summary(run), error, run.now())


def summary(run: Run) -> str:
    """What came in, what went out, what fell by the way, in one line."""
    said = run.counts
    return (
        f"{said['feeds polled']} feeds polled, {said['feeds failed']} failed; {said['entries new']} new entries, "
        f"{said['pages fetched']} pages fetched, {said['pages failed']} failed; {said['facts.revisions']} new texts, "
        f"{said['ops.rejections']} pages rejected; {said['ops.analyses']} texts analysed; {said['days']} days counted"
    )


def batches_of(items: Sequence[Batch], size: int) -> list[list[Batch]]:
    """The items in their order, cut into batches."""
    return [list(items[start : start + size]) for start in range(0, len(items), size)]


def batches_by_host(items: Sequence[Batch], host_of: Callable[[Batch], str], size: int) -> list[list[Batch]]:
    """Batches of about `size`, a host never in two of them: so that its pace holds however many run at once."""
    by_host: dict[str, list[Batch]] = {}
    for item in items:
        by_host.setdefault(host_of(item), []).append(item)
    batches: list[list[Batch]] = []
    emptiest: list[tuple[int, int]] = []  # a heap of (items, number of the batch)
    for group in sorted(by_host.values(), key=len, reverse=True):
        if emptiest and emptiest[0][0] + len(group) <= size:
            batches[emptiest[0][1]].extend(group)
            heapreplace(emptiest, (emptiest[0][0] + len(group), emptiest[0][1]))
        else:
            batches.append(list(group))
            heappush(emptiest, (len(group), len(batches) - 1))
    return batches


def core_count() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
