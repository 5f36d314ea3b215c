"""Worker processes that outlive the runs that use them: starting some takes longer than most runs of the tests."""

from __future__ import annotations

import atexit
from functools import cache

from flows.execution import Workers


class _LastingWorkers(Workers):
    def __exit__(self, *_: object) -> None:
        """Stay."""


@cache
def lasting_workers(memory_mb: int = 4096) -> Workers:
    """The two that all runs of a process of the tests share."""
    workers = _LastingWorkers(2, memory_mb)
    atexit.register(workers.close)
    return workers
