"""Warehouses made once a process and copied for every test that begins with one: making one takes about a second."""

from __future__ import annotations

import shutil
import tempfile
from functools import cache
from pathlib import Path

import duckdb

from warehouse.database import migrate


@cache
def migrated() -> Path:
    """A warehouse without rows."""
    path = folder() / "migrated.duckdb"
    with duckdb.connect(path) as connection:
        connection.execute("set timezone = 'UTC'")
        migrate(connection, "UTC")
    return path


def folder() -> Path:
    """Where they are kept."""
    return Path(_temporary().name)


@cache
def _temporary() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="dateline-kept-")  # removed as the process ends


def begin(path: Path, made: Path) -> None:
    """Begin a warehouse as a copy of one that is made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(made, path)
