"""Runs in a process of their own, watched from outside: its CPU time, its memory, its stacks."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from components import OTHER, SERVER, charge
from served import News

_LOOK_S = 0.1  # between two looks at the processes' CPU time and memory


@dataclass
class Measured:
    """What a process's runs took: by run, by role of process, by component."""

    runs: list[dict[str, Any]] = field(default_factory=list)
    cpu: Counter[str] = field(default_factory=Counter)  # by role
    peak_mb: Counter[str] = field(default_factory=Counter)  # of the largest process of a role
    sum_peak_mb: float = 0.0  # of all processes together
    spent: Counter[str] = field(default_factory=Counter)  # CPU by component
    places: Counter[str] = field(default_factory=Counter)
    wall: float = 0.0


def measure(
    project: Path, news: News, engine: str, cores: int, moments: Sequence[str], until: str = "digest"
) -> Measured:
    """Run at each moment, in one new process on so many cores, up to a stage."""
    plan = {"project": str(project), "engine": engine, "connect_to": news.connect_to, "until": until}
    stacks = project.with_name(f"{project.name}.stacks")
    command = [*_py_spy(stacks), sys.executable, str(Path(__file__).with_name("one_run.py")), json.dumps(plan)]
    found = Measured()
    started = time.perf_counter()
    allowed = sorted(os.sched_getaffinity(0))[:cores]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        preexec_fn=lambda: os.sched_setaffinity(0, allowed),  # noqa: PLW1509  nothing else is going on yet
    ) as process:  # fmt: skip
        watcher = _Watcher(process.pid)
        watcher.start()
        found.runs = list(_answers(process, news, moments))
        process.wait()
        watcher.stop()
    if len(found.runs) < len(moments):
        raise SystemExit(f"the run through {engine} on {cores} cores failed; its words are above")
    found.wall = time.perf_counter() - started
    found.cpu, found.peak_mb, found.sum_peak_mb = watcher.cpu, watcher.peak_mb, watcher.sum_peak_mb
    if stacks.exists():
        ours = {pid: seconds for pid, (role, seconds) in watcher.seen.items() if role in ("main", "worker")}
        charged = charge(stacks, ours)
        found.spent.update(charged.components)
        found.places.update(charged.places)
        found.spent[SERVER] += found.cpu["Prefect server"]
        found.spent[OTHER] += found.cpu["other"]
        stacks.unlink()
    return found


def _py_spy(stacks: Path) -> list[str]:
    """The command that samples what follows it; nothing where py-spy is not installed."""
    beside = Path(sys.executable).with_name("py-spy")
    program = str(beside) if beside.exists() else shutil.which("py-spy")
    if not program:
        return []
    options = "record --rate 100 --format raw --subprocesses --full-filenames --output"
    return [program, *options.split(), str(stacks), "--"]


def _answers(process: subprocess.Popen[str], news: News, moments: Sequence[str]) -> Iterator[dict[str, Any]]:
    assert process.stdin is not None and process.stdout is not None
    for moment in moments:
        if news.clock:
            news.clock(moment)
        process.stdin.write(f"{moment}\n")
        process.stdin.flush()
        while (line := process.stdout.readline()) and not line.startswith("{"):
            pass  # py-spy's talk
        if not line:
            return
        yield json.loads(line)
    process.stdin.close()
    process.stdout.read()


class _Watcher(threading.Thread):
    """CPU time and memory of a process and its descendants, by role, until it is stopped."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.seen: dict[int, tuple[str, float]] = {}  # role and CPU seconds by process
        self.peak_mb: Counter[str] = Counter()
        self.sum_peak_mb = 0.0
        self._top = pid
        self._ended = threading.Event()

    @property
    def cpu(self) -> Counter[str]:
        """CPU seconds by role."""
        found: Counter[str] = Counter()
        for role, seconds in self.seen.values():
            found[role] += seconds  # type: ignore[assignment]
        return found

    def stop(self) -> None:
        """End it."""
        self._ended.set()
        self.join()

    def run(self) -> None:
        import psutil

        top = psutil.Process(self._top)
        while not self._ended.wait(_LOOK_S):
            total = 0.0
            try:
                processes = [top, *top.children(recursive=True)]
            except psutil.Error:
                break
            for process in processes:
                with suppress(psutil.Error):
                    total += self._look(process)
            self.sum_peak_mb = max(self.sum_peak_mb, total)

    def _look(self, process: Any) -> float:
        role = self.seen[process.pid][0] if process.pid in self.seen else _role(process.cmdline())
        if not role:
            return 0.0
        times, memory = process.cpu_times(), float(process.memory_info().rss) / 2**20
        self.seen[process.pid] = role, times.user + times.system
        self.peak_mb[role] = max(self.peak_mb[role], round(memory))
        return memory


def _role(command: Sequence[str]) -> str:
    words = " ".join(command)
    if not words or "py-spy" in words:
        return ""
    if "one_run.py" in words:
        return "main"
    if "spawn_main" in words:
        return "worker"
    return "Prefect server" if "uvicorn" in words or "prefect" in words else "other"
