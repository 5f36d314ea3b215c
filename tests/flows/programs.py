"""Programs that tests start: each in a session of its own, and ended with all that it started."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

import psutil

Found = TypeVar("Found")

BIN = Path(sys.executable).parent
DATELINE = (sys.executable, "-c", "from flows.cli import main; main()")  # as the installed command does


def clean_environment(**more: str) -> dict[str, str]:
    """This process's environment without what Dateline and Prefect read from it, and `more`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DATELINE_", "PREFECT_"))}
    path = f"{BIN}{os.pathsep}{kept.get('PATH', '')}"
    return {**kept, "PATH": path, "NO_COLOR": "1", "DO_NOT_TRACK": "1", **more}


@contextmanager
def started(
    command: Sequence[str], environment: Mapping[str, str], folder: Path, log: Path
) -> Iterator[subprocess.Popen[bytes]]:
    """A program under way; what it says goes to `log`. Ended on leaving: asked to, then killed."""
    with log.open("ab") as said:
        program = subprocess.Popen(
            command, env=dict(environment), cwd=folder, stdout=said, stderr=said, stdin=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
    try:
        yield program
    finally:
        family = family_of(program.pid)
        with suppress(ProcessLookupError):
            program.terminate()
        with suppress(subprocess.TimeoutExpired):
            program.wait(30)
        kill(family)
        program.wait(10)


def family_of(pid: int) -> list[psutil.Process]:
    """The process and all below it that live."""
    with suppress(psutil.NoSuchProcess):
        process = psutil.Process(pid)
        return [process, *process.children(recursive=True)]
    return []


def alive(family: Sequence[psutil.Process]) -> list[psutil.Process]:
    """Those that still run; a dead one that nobody has waited for does not."""
    return [one for one in family if one.is_running() and _status(one) != psutil.STATUS_ZOMBIE]


def _status(one: psutil.Process) -> str:
    try:
        return str(one.status())
    except psutil.NoSuchProcess:
        return psutil.STATUS_ZOMBIE


def kill(family: Sequence[psutil.Process]) -> None:
    """kill -9, without a chance to clean up."""
    for one in family:
        with suppress(psutil.NoSuchProcess):
            one.send_signal(signal.SIGKILL)


def wait_until(found: Callable[[], Found], seconds: float, what: str) -> Found:
    """The first true answer of `found`; AssertionError says what did not come."""
    until = time.monotonic() + seconds
    while not (answer := found()):
        assert time.monotonic() < until, f"{what}: not within {seconds:g} s"
        time.sleep(0.2)
    return answer


def free_port() -> int:
    """A port of 127.0.0.1 that nobody has."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
