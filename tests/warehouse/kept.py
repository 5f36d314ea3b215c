"""Warehouses made once a process and copied for every test that begins with one: making one takes about a second."""

from __future__ import annotations

import shutil
import tempfile
from functools import cache
from pathlib import Path

import duckdb

from tests.warehouse import worlds
from warehouse.database import migrate


@cache
def migrated() -> Path:
    """A warehouse without rows."""
    path = Path(_folder().name) / "migrated.duckdb"
    with duckdb.connect(path) as connection:
        connection.execute("set timezone = 'UTC'")
        migrate(connection, "UTC")
    return path


@cache
def good() -> Path:
    """A warehouse with the good world."""
    path = Path(_folder().name) / "good.duckdb"
    with worlds.opened(path) as connection:
        worlds.build_good_world(connection)
    return path


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="dateline-kept-")  # removed as the process ends


def begin(path: Path, made: Path) -> None:
    """Begin a warehouse as a copy of one that is made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(made, path)
