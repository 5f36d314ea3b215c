"""kill -9 at any moment of a run: the next run ends as if nothing had happened.

`KILL_TRIALS=10 pytest -m slow tests/flows/test_kill.py` tries ten times as many moments.
"""

from __future__ import annotations

import os
import random
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import pytest

from flows.demo import late_on
from tests.flows.contents import contents, rows
from tests.flows.loopback import Loopback, loopback_newsroom
from tests.flows.programs import DATELINE, alive, clean_environment, family_of, kill, wait_until

pytestmark = pytest.mark.slow

KILLS = 20
SEEDS = range(20260303, 20260303 + int(os.environ.get("KILL_TRIALS", "1")))
PATIENCE_S = 120
FIRST, LAST = date(2026, 3, 4), date(2026, 3, 8)  # from the 4th on the corrected story is shown as corrected
RUN = [*DATELINE, "run", "--direct", "--all-feeds"]  # one of them asks for half an hour between two polls


@pytest.fixture
def newsroom() -> Iterator[Loopback]:
    with loopback_newsroom(late_on(FIRST)) as served:
        # A feed that asks for an hour's rest gets it by the real clock, and the days pass in minutes here.
        outlets = served.press.outlets.items()
        served.press.outlets = {host: replace(outlet, feed_closed_on=()) for host, outlet in outlets}
        yield served


@pytest.fixture
def project(newsroom: Loopback, tmp_path: Path) -> Path:
    return newsroom.write_project(tmp_path / "project")


def start(project: Path) -> subprocess.Popen[bytes]:
    """`dateline run --direct` in a process group of its own."""
    environment = clean_environment(DATELINE_HOME=str(project), DATELINE_WORKERS="2")
    with (project / "run.log").open("ab") as said:
        return subprocess.Popen(RUN, env=environment, stdout=said, stderr=said, start_new_session=True)


def run_to_the_end(project: Path) -> None:
    """A run that nobody kills; one failing feed makes its exit code 3."""
    assert start(project).wait(PATIENCE_S) == 3, (project / "run.log").read_text()


def timed(work: Callable[[], object]) -> float:
    """The seconds that it takes on this machine."""
    began = time.monotonic()
    work()
    return time.monotonic() - began


def run_until_killed(run: subprocess.Popen[bytes], seconds: float) -> None:
    """kill -9 of the run after so many seconds, unless it has ended."""
    with suppress(subprocess.TimeoutExpired):
        run.wait(seconds)
    kill_group(run)


def kill_group(run: subprocess.Popen[bytes]) -> None:
    """kill -9 of the run and of all its workers at once."""
    family = family_of(run.pid)
    with suppress(ProcessLookupError):
        os.killpg(run.pid, 9)
    run.wait(10)
    kill(family)


def assert_nothing_half_done(project: Path) -> None:
    """The file opens, whatever moment the run was killed at, and so does the copy that readers have."""
    for path in (project / "warehouse" / "dateline.duckdb", project / "published" / "dateline.duckdb"):
        if path.exists():
            with duckdb.connect(str(path), read_only=path.parent.name == "published") as connection:
                connection.execute("select count(*) from duckdb_tables()")


@pytest.mark.parametrize("seed", SEEDS)
def test_twenty_kills_and_a_last_run_leave_what_one_undisturbed_run_leaves(
    newsroom: Loopback, project: Path, tmp_path: Path, seed: int
) -> None:
    undisturbed = newsroom.write_project(tmp_path / "undisturbed")
    newsroom.now = late_on(LAST)
    longest_s = timed(lambda: run_to_the_end(undisturbed))
    moments = random.Random(seed)
    killed = 0
    for number in range(1, KILLS + 1):
        newsroom.now = late_on(FIRST) + (LAST - FIRST) * number / KILLS  # so that each run finds something new
        run = start(project)
        lasted_s = timed(lambda: run_until_killed(run, moments.uniform(0.3, longest_s)))  # noqa: B023
        killed += run.returncode < 0
        longest_s = lasted_s if run.returncode >= 0 else longest_s  # it ended by itself: later ones are as short
        assert_nothing_half_done(project)
    run_to_the_end(project)
    found = contents(project)
    for table, expected in contents(undisturbed).items():
        assert found[table] == expected, table
    states = dict(rows(project, "select state, count(*) from ops.runs group by state"))
    assert killed > KILLS // 2
    assert states.keys() == {"completed", "crashed"}


def test_workers_end_when_only_their_run_is_killed(newsroom: Loopback, project: Path) -> None:
    run = start(project)
    workers = wait_until(lambda: family_of(run.pid)[2:], PATIENCE_S, "the workers' start")
    family = family_of(run.pid)
    run.kill()
    run.wait(10)
    assert workers
    wait_until(lambda: not alive(family), 20, "the end of the orphaned workers")
