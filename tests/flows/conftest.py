"""The sample newsroom run through the pipeline, once for all tests."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import duckdb
import pytest

from flows.cli import call
from flows.execution import Workers
from tests.flows.command_line import Dateline, Said
from tests.flows.lasting import lasting_workers
from tests.flows.loopback import SETTINGS
from tests.flows.replayed import RUN_DAYS, Replayed, replay
from tests.flows.small_web import Web, small_web
from tests.flows.strangers import Nasty, nasty_project
from tests.once import once
from tests.warehouse import kept
from warehouse import database


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
