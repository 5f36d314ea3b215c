"""Who does the work: engines that map a function over batches, and worker processes that can be killed."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, TimeoutError, as_completed
from typing import Any, Protocol, TypeVar, cast

Batch = TypeVar("Batch")
Result = TypeVar("Result")


class Engine(Protocol):
    """Maps work over batches and yields results as they are ready, in no order. An error of one batch ends the run."""

    name: str

    def map(self, label: str, work: Callable[[Batch], Result], batches: Sequence[Batch]) -> Iterator[Result]:
        """The results of `work` on each batch."""


class DirectEngine:
    """Batches on threads of this process: for cron, notebooks and a fast start."""

    name = "direct"

    def __init__(self, width: int = 8) -> None:
        self.width = width

    def map(self, label: str, work: Callable[[Batch], Result], batches: Sequence[Batch]) -> Iterator[Result]:  # noqa: ARG002  Engine's shape
        """The results of `work` on each batch."""
        with ThreadPoolExecutor(self.width) as threads:
            futures: list[Future[Result]] = [threads.submit(work, batch) for batch in batches]
            for future in as_completed(futures):
                yield future.result()


class Killed(Exception):
    """A job that gave nothing: it took too long, its process died, or the code that did it has an error."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason)
        self.reason = reason  # timeout or crashed
        self.detail = detail  # the code's error; empty where the process died


class Workers:
    """Worker processes with limits, started on first use; a job that overstays is killed with its process.

    Threads cannot be killed and a hostile page can keep a parser busy for minutes, so pages are read here. Pickling
    one (as a cluster's scheduler does) takes the limits along and leaves the processes.
    """

    def __init__(self, count: int, memory_mb: int) -> None:
        self.count = count
        self.memory_mb = memory_mb
        self._lock = threading.Lock()
        self._pool: Any = None

    def __getstate__(self) -> tuple[int, int]:
        return self.count, self.memory_mb

    def __setstate__(self, state: tuple[int, int]) -> None:
        self.__init__(*state)  # type: ignore[misc]

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def run(self, work: Callable[[Batch], Result], jobs: Sequence[Batch], seconds: float) -> Iterator[Result | Killed]:
        """The results of `work` on each job, in order; Killed stands for a job that gave none."""
        from concurrent.futures.process import BrokenProcessPool

        futures = [self._schedule(work, job, seconds) for job in jobs]
        for job, future in zip(jobs, futures, strict=True):
            try:
                yield _outcome(future)
            except BrokenProcessPool:
                yield self._again(work, job, seconds)

    def _again(self, work: Callable[[Batch], Result], job: Batch, seconds: float) -> Result | Killed:
        """The job's result in fresh processes."""
        from concurrent.futures.process import BrokenProcessPool

        try:
            return cast("Result | Killed", _outcome(self._schedule(work, job, seconds)))
        except BrokenProcessPool:
            return Killed("crashed", "its worker processes died twice")

    def _schedule(self, work: Callable[[Batch], Result], job: Batch, seconds: float) -> Any:
        """A future of the work; in fresh processes where those before broke, as one did that died in idleness."""
        pool = self._started()
        try:
            return pool.schedule(work, args=[job], timeout=seconds)
        except RuntimeError:
            self._end(pool)
            return self._started().schedule(work, args=[job], timeout=seconds)

    def close(self) -> None:
        """End the processes."""
        self._end(self._pool)

    def _end(self, pool: Any) -> None:
        with self._lock:
            if pool is not None and pool is self._pool:  # else another thread has ended it
                pool.stop()
                pool.join()
                self._pool = None

    def _started(self) -> Any:
        import multiprocessing

        from pebble import ProcessPool

        with self._lock:
            if self._pool is None:
                self._pool = ProcessPool(
                    max_workers=self.count, context=multiprocessing.get_context("spawn"), initializer=prepare_worker,
                    initargs=[os.getpid(), self.memory_mb],
                )  # fmt: skip
            return self._pool


def _outcome(future: Any) -> Any:
    """What a future gives; BrokenProcessPool where its pool broke."""
    from concurrent.futures.process import BrokenProcessPool

    from pebble import ProcessExpired

    try:
        return future.result()
    except BrokenProcessPool:
        raise
    except TimeoutError:
        return Killed("timeout")
    except (ProcessExpired, MemoryError):
        return Killed("crashed")
    except Exception as error:  # noqa: BLE001  whatever one job meets, the others of its batch go on
        return Killed("crashed", f"{type(error).__name__}: {error}")


def prepare_worker(parent: int, memory_mb: int) -> None:
    """Limit this process's memory, keep libraries to one thread, and end it when the run that started it is gone."""
    import resource
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limit = memory_mb * 1024 * 1024
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[variable] = "1"
    threading.Thread(target=_end_with, args=[parent], daemon=True).start()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)
