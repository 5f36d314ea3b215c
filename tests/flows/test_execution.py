"""Engines and workers: what is killed, what stands, and that nothing is left running."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import time
from collections.abc import Iterator

import psutil
import pytest

from flows.execution import DirectEngine, Killed, Workers
from tests.flows.programs import alive, clean_environment, family_of, kill, wait_until

MEMORY_MB = 1024

ORPHANS = """
import os, sys, time
from flows.execution import Workers
workers = Workers(2, 1024)
found = list(workers.run(os.sysconf, ["SC_PAGESIZE"] * 4, 60))
print("ready", flush=True)
time.sleep(600)
"""


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers(2, MEMORY_MB) as running:
        yield running


def work(job: str) -> str:
    """What a job asks for."""
    if job == "sleep":
        time.sleep(600)
    if job == "die":
        os._exit(1)
    if job == "eat":
        return str(len(bytearray(2 * MEMORY_MB * 1024 * 1024)))
    if job == "raise":
        raise LookupError(job)
    return job.upper()


def outcomes(workers: Workers, jobs: list[str], seconds: float = 30) -> list[str]:
    return [one.reason if isinstance(one, Killed) else one for one in workers.run(work, jobs, seconds)]


def test_results_come_in_the_order_of_the_jobs(workers: Workers) -> None:
    words = [f"job {number}" for number in range(20)]
    assert outcomes(workers, words) == [word.upper() for word in words]


def test_a_job_that_overstays_is_killed_and_the_others_results_stand(workers: Workers) -> None:
    assert outcomes(workers, ["a", "sleep", "b", "c", "d"], seconds=3) == ["A", "timeout", "B", "C", "D"]


def test_a_worker_that_dies_costs_its_own_job_only(workers: Workers) -> None:
    assert outcomes(workers, ["a", "die", "b", "c"]) == ["A", "crashed", "B", "C"]


@pytest.mark.parametrize("killed", [1, 2])
def test_workers_that_die_while_they_have_nothing_to_do_cost_nothing(killed: int) -> None:
    before = {one.pid for one in family_of(os.getpid())}
    with Workers(2, MEMORY_MB) as idle:
        outcomes(idle, ["a", "b"])
        started = [one for one in family_of(os.getpid()) if one.pid not in before and "spawn_main" in _command(one)]
        kill(started[:killed])
        assert outcomes(idle, ["c", "d", "e"]) == ["C", "D", "E"]
        assert outcomes(idle, ["f"]) == ["F"]


def test_a_job_that_wants_more_memory_than_a_worker_may_have_is_ended(workers: Workers) -> None:
    assert outcomes(workers, ["a", "eat", "b"]) == ["A", "crashed", "B"]


def test_an_error_of_our_own_code_costs_its_own_job_only_and_is_told(workers: Workers) -> None:
    first, second, third = workers.run(work, ["a", "raise", "b"], 30)
    assert (first, third) == ("A", "B")
    assert isinstance(second, Killed)
    assert (second.reason, second.detail) == ("crashed", "LookupError: raise")


def test_workers_travel_without_their_processes(workers: Workers) -> None:
    outcomes(workers, ["a"])
    copy = pickle.loads(pickle.dumps(workers))
    assert (copy.count, copy.memory_mb) == (2, MEMORY_MB)


def test_closing_ends_the_processes() -> None:
    before = {one.pid for one in family_of(os.getpid())}
    with Workers(1, MEMORY_MB) as short:
        outcomes(short, ["a"])
        started = [one for one in family_of(os.getpid()) if one.pid not in before]
        assert started
    wait_until(lambda: not alive([one for one in started if "resource_tracker" not in _command(one)]), 10, "their end")


def test_workers_end_when_their_parent_is_killed() -> None:
    command = [sys.executable, "-c", ORPHANS]
    parent = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=clean_environment())
    assert parent.stdout is not None
    assert parent.stdout.readline() == "ready\n"
    family = family_of(parent.pid)
    assert len(family) >= 3
    parent.kill()
    parent.communicate()
    wait_until(lambda: not alive(family), 15, "the end of the orphans")


def test_the_direct_engine_yields_every_result_and_raises_a_batchs_error() -> None:
    engine = DirectEngine(width=3)
    assert sorted(engine.map("double", lambda number: number * 2, range(10))) == list(range(0, 20, 2))
    with pytest.raises(ZeroDivisionError):
        list(engine.map("divide", lambda number: 1 // number, [1, 0, 2]))


def _command(one: psutil.Process) -> str:
    try:
        return " ".join(one.cmdline())
    except psutil.NoSuchProcess:
        return ""
