"""A project's runs in a process of their own, as `dateline run` makes them, with clocks around every stage.

Started by pipeline.py with a plan (JSON) as its argument. Each line on stdin is the moment of a run, for the run's
clock, or "now"; each line on stdout is what the run was measured at.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))


class Stages:
    """Wall and CPU seconds by stage: a stage within another is not counted to that one. Main thread only."""

    def __init__(self) -> None:
        self.wall: Counter[str] = Counter()
        self.cpu: Counter[str] = Counter()
        self._open = ["other"]
        self._at = self._clocks()

    @contextmanager
    def within(self, name: str) -> Iterator[None]:
        """Charge what follows to a stage."""
        self._charge()
        self._open.append(name)
        try:
            yield
        finally:
            self._charge()
            self._open.pop()

    def around(self, module: Any, function: str, name: str) -> None:
        """Have calls of a module's function charged to a stage."""
        plain: Callable[..., Any] = getattr(module, function)

        def charged(*arguments: Any, **words: Any) -> Any:
            with self.within(name):
                return plain(*arguments, **words)

        setattr(module, function, charged)

    def taken(self) -> dict[str, dict[str, Any]]:
        """What was charged since the last call."""
        self._charge()
        found = {name: {"wall": round(self.wall[name], 3), "cpu": round(self.cpu[name], 3)} for name in self.wall}
        self.wall.clear()
        self.cpu.clear()
        return found

    def _charge(self) -> None:
        at = self._clocks()
        self.wall[self._open[-1]] += at[0] - self._at[0]  # type: ignore[assignment]
        self.cpu[self._open[-1]] += max(0.0, at[1] - self._at[1])  # type: ignore[assignment]
        self._at = at

    @staticmethod
    def _clocks() -> tuple[float, float]:
        return time.perf_counter(), tree_cpu()


def tree_cpu() -> float:
    """CPU seconds of this process, of its children that live, and of those that it has buried."""
    import psutil

    buried = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = time.process_time() + buried.ru_utime + buried.ru_stime
    for child in psutil.Process().children(recursive=True):
        try:
            times = child.cpu_times()
        except psutil.Error:
            continue
        seconds += times.user + times.system
    return seconds


def put_clocks(stages: Stages) -> None:
    """Around what a run is made of."""
    import flows.run as run_module
    import warehouse.database
    from flows import analyse, collect, digest, extract
    from flows import stages as stages_module

    for module, function, name in (
        (stages_module, "sync_seeds", "seeds"),
        (collect, "poll_feeds", "poll"),
        (collect, "fetch_pages", "fetch"),
        (extract, "extract", "extract"),
        (analyse, "read_texts", "analyse"),
        (analyse, "link_days", "link"),
        (analyse, "count_days", "count"),
        (digest, "digest", "digest"),
        (run_module, "run_checks", "checks"),
        (run_module, "_begin", "journal"),
        (run_module, "_complete", "journal"),
        (run_module.Run, "load", "load"),
        (warehouse.database, "publish", "publish"),
    ):
        stages.around(module, function, name)


def make_run(plan: dict[str, Any], moment: str) -> Any:
    """A run of the plan's project at a moment."""
    from flows.demo import clock_from
    from flows.project import Project
    from flows.run import Run, utc_now
    from flows.settings import load_settings

    folder = Path(plan["project"])
    now = utc_now if moment == "now" else clock_from(datetime.fromisoformat(moment))
    return Run(Project(folder, load_settings(folder, {})), now=now, connect_to=plan["connect_to"])


def collect_and_extract(run: Any) -> list[Path]:
    """A run that reads nothing in its articles."""
    from flows import collect, extract
    from flows import stages as stages_module

    stages_module.sync_seeds(run)
    collect.collect(run)
    extract.extract(run)
    return []


def measured(plan: dict[str, Any], moment: str, stages: Stages) -> dict[str, Any]:
    """One run, and what it took."""
    import psutil

    from flows import stages as stages_module
    from flows.commands.execute import execute

    started = time.perf_counter()
    run = make_run(plan, moment)
    work = stages_module.whole_run if plan["until"] == "digest" else collect_and_extract
    pages = execute(run, "run", work, direct=plan["engine"] == "direct")
    return {
        "wall": time.perf_counter() - started,
        "stages": stages.taken(),
        "counts": dict(run.counts),
        "digests": [str(page) for page in pages],
        "rss_mb": psutil.Process().memory_info().rss / 2**20,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def main() -> None:
    """Run at every moment that comes in."""
    plan = json.loads(sys.argv[1])
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # whatever else is printed is talk
    stages = Stages()
    put_clocks(stages)
    for line in sys.stdin:
        print(json.dumps(measured(plan, line.strip(), stages)), file=answers, flush=True)


if __name__ == "__main__":
    main()
