"""What a warehouse holds, as values to compare: without moments, requests and runs, which no two runs share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

Contents = dict[str, list[tuple[Any, ...]]]

# `seen_to` says when a later version came; that one came is what counts.
_OF_THE_RUN = {
    "first_seen_at", "changed_at", "seen_from", "fetch_id",
    "modified_at",  # a revision keeps what its page said when the text was first seen
    "poll_count", "failed_poll_count", "gap_count", "entry_count", "state",  # of daily.coverage: how the polls went
}  # fmt: skip
_EDITIONS = "daily.digests"  # a run more may make an edition more: coverage counts polls


@contextmanager
def opened(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A project's published copy, moments in UTC."""
    with duckdb.connect(str(folder / "published" / "dateline.duckdb"), read_only=True) as connection:
        connection.execute("set timezone = 'UTC'")
        yield connection


def rows(folder: Path, sql: str) -> list[tuple[Any, ...]]:
    """The rows of a query over a project's published copy."""
    with opened(folder) as connection:
        return connection.execute(sql).fetchall()


def counts(folder: Path) -> dict[str, int]:
    """How many rows each table of the project holds."""
    with opened(folder) as connection:
        return {
            table: connection.execute(f"select count(*) from {table}").fetchall()[0][0] for table in _tables(connection)
        }


def contents(folder: Path) -> Contents:
    """All rows of facts and daily, sorted, without what no two runs share."""
    with opened(folder) as connection:
        return {
            table: sorted(connection.execute(f"select {_columns(connection, table)} from {table}").fetchall(), key=repr)
            for table in _tables(connection)
            if table.startswith(("facts.", "daily.")) and table != _EDITIONS
        }


def _tables(connection: duckdb.DuckDBPyConnection) -> list[str]:
    found = connection.execute("select schema_name || '.' || table_name from duckdb_tables() order by all")
    return [row[0] for row in found.fetchall()]


def _columns(connection: duckdb.DuckDBPyConnection, table: str) -> str:
    names = [row[0] for row in connection.execute(f"describe {table}").fetchall()]
    kept = [name for name in names if name not in _OF_THE_RUN]
    return ", ".join("seen_to is null" if name == "seen_to" else name for name in kept)
