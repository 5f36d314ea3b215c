"""Warehouses for the tests: an empty one, and one with a small world in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.warehouse import kept, worlds
from warehouse.database import migrate


@pytest.fixture(scope="session")
def schema() -> Iterator[duckdb.DuckDBPyConnection]:
    """A fresh warehouse in memory, for tests that only look at what it is made of."""
    with duckdb.connect(":memory:") as connection:
        migrate(connection, "UTC")
        yield connection


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A fresh warehouse, open for writing."""
    with worlds.copied(kept.migrated(), tmp_path / "empty.duckdb") as connection:
        yield connection


@pytest.fixture
def good(tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A warehouse with the good world, open for writing."""
    with worlds.copied(worlds.good_file(), tmp_path / "good.duckdb") as connection:
        yield connection
