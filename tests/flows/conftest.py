"""The sample newsroom run through the pipeline, once for all tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import duckdb
import pytest

from flows import stages
from flows.cli import call
from flows.commands.execute import execute
from flows.demo import SAMPLE, clock_from, late_on, make_project
from flows.execution import Workers
from flows.newsroom import Newsroom, Request
from flows.project import Project
from flows.run import Run
from tests.flows.command_line import Dateline, Said
from tests.flows.contents import Contents, contents, counts
from tests.flows.lasting import lasting_workers
from tests.flows.loopback import SETTINGS
from tests.flows.small_web import Web, small_web
from tests.flows.strangers import Nasty, nasty_project
from tests.once import once
from tests.warehouse import kept
from warehouse import database

# The 3rd holds a story before its correction, the 6th all that the newsroom has but its last two days.
RUN_DAYS = (date(2026, 3, 3), date(2026, 3, 6))


@dataclass
class Replayed:
    """A project after runs on RUN_DAYS, and what was found after each."""

    project: Project
    contents: list[Contents] = field(default_factory=list)
    counts: list[dict[str, int]] = field(default_factory=list)
    requests: list[Sequence[Request]] = field(default_factory=list)
    pages: list[list[Path]] = field(default_factory=list)


def replay(
    folder: Path, days: Sequence[date], *, direct: bool, workers: Workers, later: timedelta = timedelta()
) -> Replayed:
    """A fresh project, run late on each of the days and, where `later` is given, once more so much later."""
    replayed = Replayed(make_project(folder))
    moments = [late_on(day) for day in days] + ([late_on(days[-1]) + later] if later else [])
    with Newsroom(SAMPLE, now=moments[0]) as newsroom:
        for moment in moments:
            newsroom.now = moment
            newsroom.log.clear()
            run = Run(replayed.project, now=clock_from(moment), connect_to=newsroom.hosts, shared_workers=workers)
            replayed.pages.append(execute(run, "run", stages.whole_run, direct=direct))
            replayed.contents.append(contents(replayed.project.folder))
            replayed.counts.append(counts(replayed.project.folder))
            replayed.requests.append(list(newsroom.log))
    return replayed


@pytest.fixture(scope="session", autouse=True)
def runs_share_workers() -> Iterator[None]:
    """Runs have the lasting workers, however many they would start."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("flows.run.Workers", lambda count, memory_mb: lasting_workers(memory_mb))
        patched.setattr("flows.commands.read.Workers", lambda count, memory_mb: lasting_workers(memory_mb))
        yield


@pytest.fixture(scope="session", autouse=True)
def begun_warehouses() -> Iterator[None]:
    """Warehouses that projects begin in this process are copies of one that was migrated."""

    def connect(path: Path, patience_s: float) -> duckdb.DuckDBPyConnection:
        if not path.exists():
            kept.begin(path, kept.migrated())
        return really_connect(path, patience_s)

    really_connect = database._connect
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(database, "_connect", connect)
        yield


@pytest.fixture(scope="session")
def workers() -> Workers:
    """Worker processes that keep the models from test to test."""
    return lasting_workers()


@pytest.fixture(scope="session")
def newsroom_week(tmp_path_factory: pytest.TempPathFactory, workers: Workers) -> Replayed:
    """Direct runs on RUN_DAYS and two minutes after the last, made once for all processes; for reading only."""

    def make(folder: Path) -> Replayed:
        return replay(folder, RUN_DAYS, direct=True, workers=workers, later=timedelta(minutes=2))

    return once(tmp_path_factory, "week", make)


@pytest.fixture(scope="session")
def nasty(tmp_path_factory: pytest.TempPathFactory) -> Nasty:
    """A run over a feed that means harm, made once for all processes; for reading only."""
    return once(tmp_path_factory, "nasty", nasty_project)


@pytest.fixture
def dateline(capsys: pytest.CaptureFixture[str]) -> Dateline:
    """The command, in this process."""

    def run(*words: str) -> Said:
        capsys.readouterr()
        code = call(list(words))
        return Said(code, *capsys.readouterr())

    return run


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project without feeds of its own that may ask this machine."""
    folder = tmp_path / "home"
    folder.mkdir()
    (folder / "dateline.toml").write_text(SETTINGS)
    monkeypatch.setenv("DATELINE_HOME", str(folder))
    return folder


@pytest.fixture
def web() -> Iterator[Web]:
    with small_web() as served:
        yield served
