"""Warehouses for the tests: an empty one, and one with a small world in it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.warehouse import worlds
from warehouse.database import migrate


@pytest.fixture(scope="session")
def made_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A migrated file and one with the good world, made once a session and copied for each test."""
    folder = tmp_path_factory.mktemp("made")
    files = {"empty": folder / "empty.duckdb", "good": folder / "good.duckdb"}
    for name, path in files.items():
        with worlds.opened(path) as connection:
            if name == "good":
                worlds.build_good_world(connection)
    return files


@pytest.fixture(scope="session")
def schema() -> Iterator[duckdb.DuckDBPyConnection]:
    """A fresh warehouse in memory, for tests that only look at what it is made of."""
    with duckdb.connect(":memory:") as connection:
        migrate(connection, "UTC")
        yield connection


@pytest.fixture
def empty(made_files: dict[str, Path], tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A fresh warehouse, open for writing."""
    yield from _copy(made_files["empty"], tmp_path / "empty.duckdb")


@pytest.fixture
def good(made_files: dict[str, Path], tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A warehouse with the good world, open for writing."""
    yield from _copy(made_files["good"], tmp_path / "good.duckdb")


def _copy(source: Path, target: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    shutil.copyfile(source, target)
    with worlds.opened(target) as connection:
        yield connection
