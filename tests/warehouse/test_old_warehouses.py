"""A file that an earlier version made, with rows in it, becomes one of this version: nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from tests.warehouse import worlds
from warehouse.checks import run_checks
from warehouse.daily import refresh_daily
from warehouse.statements import names_in, statement

KEPT = (
    "facts.articles",
    "facts.entries",
    "facts.revisions",
    "facts.mentions",
    "facts.quotes",
    "ops.polls",
    "seeds.feeds",
)
BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)


def columns_of(connection: duckdb.DuckDBPyConnection, database: str) -> dict[str, list[str]]:
    """The columns of every table of a database."""
    rows = connection.execute(
        "select schema_name || '.' || table_name, list(column_name order by column_index) from duckdb_columns() "
        "where database_name = ? and schema_name in ('seeds', 'facts', 'daily', 'ops') group by all order by 1",
        [database],
    ).fetchall()
    return dict(rows)


def made_by(level: int, good: Path, path: Path) -> Path:
    """A file as the version with migrations up to `level` made it, with what it can hold of the good world."""
    with duckdb.connect(str(path)) as connection:
        for name in names_in("schema")[: level + 1]:
            connection.execute(statement("schema", name))
            connection.execute("insert into ops.migrations values (?, ?, ?)", [int(name[:4]), name, BEGINNING])
        connection.execute(f"attach '{good}' as good (read_only)")
        now = columns_of(connection, "good")
        for table, columns in columns_of(connection, path.stem).items():
            shared = [column for column in columns if column in now.get(table, ())]
            if shared and table not in ("ops.migrations", "ops.settings"):
                names = ", ".join(shared)
                connection.execute(f"insert into {table} ({names}) select {names} from good.{table}")
    return path


def counts(connection: duckdb.DuckDBPyConnection, tables: Sequence[str]) -> list[int]:
    """Rows a table."""
    return [int(connection.execute(f"select count(*) from {table}").fetchall()[0][0]) for table in tables]


@pytest.mark.parametrize("level", [36, 58, 66, 80])
def test_a_file_of_an_earlier_version_keeps_its_rows_and_every_view_has_an_answer(tmp_path: Path, level: int) -> None:
    old = made_by(level, worlds.good_file(), tmp_path / "old.duckdb")
    with worlds.opened(old) as connection, duckdb.connect(worlds.good_file(), read_only=True) as good:
        refresh_daily(connection)
        assert counts(connection, KEPT) == counts(good, KEPT)
        for (view,) in connection.execute(
            "select schema_name || '.' || view_name from duckdb_views() where not internal"
        ).fetchall():
            connection.execute(f"select * from {view}").fetchall()
        assert run_checks(connection, BEGINNING) == []
        assert worlds.off_their_day(connection) == []
        assert columns_of(connection, "old") == columns_of(good, "good")
