"""Migrations, the zone of days, who may write, and what an error says."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from tests.warehouse import worlds
from tests.warehouse.worlds import at, load, on
from warehouse.database import ask, migrate, transaction
from warehouse.errors import WarehouseBroken, WarehouseBusy
from warehouse.statements import names_in

_HELD_BY_DUCKDB = """
import duckdb, sys
connection = duckdb.connect(sys.argv[1])
print("held", flush=True)
sys.stdin.read()
"""
_HELD_BY_DATELINE = """
import sys
from pathlib import Path
from warehouse.database import Warehouse
with Warehouse(Path(sys.argv[1]), Path(sys.argv[1] + ".published")).writing():
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def another_process(program: str, path: Path) -> Iterator[int]:
    """A process that has the file open, until the block is left; gives its id."""
    command = [sys.executable, "-c", program, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield process.pid
        finally:
            assert process.stdin is not None
            process.stdin.close()


def schema_of(connection: duckdb.DuckDBPyConnection) -> list[tuple[object, ...]]:
    """Every column of every table and view, with its type and comment."""
    return connection.execute(
        "select schema_name, table_name, column_name, data_type, comment from duckdb_columns() order by all"
    ).fetchall()


def test_a_fresh_file_gets_every_migration_and_every_view(tmp_path: Path) -> None:
    with duckdb.connect(tmp_path / "w.duckdb") as connection:
        migrate(connection, "UTC")
        done = connection.execute("select name from ops.migrations order by version").fetchall()
        views = connection.execute("select view_name from duckdb_views() where not internal").fetchall()
    assert [name for (name,) in done] == list(names_in("schema"))
    assert {name for (name,) in views} == {name.split("_", 1)[1].rpartition(".")[2] for name in names_in("views")}


def test_migrations_are_numbered_without_gaps() -> None:
    assert [int(name.split("_")[0]) for name in names_in("schema")] == list(range(len(names_in("schema"))))


def test_migrating_twice_changes_nothing(good: duckdb.DuckDBPyConnection) -> None:
    schemas = ("seeds", "facts", "daily", "ops")
    before, shape = worlds.contents(good, *schemas), schema_of(good)
    migrate(good, "UTC")
    assert worlds.contents(good, *schemas) == before
    assert schema_of(good) == shape


def test_a_migration_that_is_missing_is_made_up_for(empty: duckdb.DuckDBPyConnection) -> None:
    shape = schema_of(empty)
    empty.execute("drop view digests")
    empty.execute("drop table daily.digests")
    empty.execute("delete from ops.migrations where name = '0036_daily.digests'")
    empty.execute("delete from ops.settings where name = 'views'")
    migrate(empty, "UTC")
    assert schema_of(empty) == shape


def test_a_file_of_a_later_version_is_refused_with_what_it_has_and_what_to_do(empty: duckdb.DuckDBPyConnection) -> None:
    empty.execute("insert into ops.migrations values (9000, '9000_facts.dreams', ?)", [datetime.now(UTC)])
    with pytest.raises(WarehouseBroken, match=r"later version.*9000_facts\.dreams.*install"):
        migrate(empty, "UTC")


def test_a_failed_migration_leaves_nothing_behind(empty: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(duckdb.CatalogException), transaction(empty):
        empty.execute("create table ops.half (day date)")
        empty.execute("create table ops.half (day date)")
    assert empty.execute("select 1 from duckdb_tables() where table_name = 'half'").fetchall() == []


def test_views_are_made_again_when_their_text_has_changed(empty: duckdb.DuckDBPyConnection) -> None:
    empty.execute("create or replace view runs as select 1 as wrong")
    empty.execute("update ops.settings set value = 'of an earlier version' where name = 'views'")
    migrate(empty, "UTC")
    assert "run_id" in [column[0] for column in empty.execute("from runs").description or ()]


def test_another_zone_cuts_every_day_again_and_touches_the_days_on_both_sides(empty: duckdb.DuckDBPyConnection) -> None:
    load(empty, "polls", worlds.poll("f", 4.95), worlds.entry("late", "f", "o", 4.95, 4.9))
    empty.execute("delete from ops.touched_days")
    migrate(empty, "Asia/Tokyo")
    assert empty.execute("select day from facts.articles").fetchall() == [(on(5),)]
    assert [row["day"] for row in ask(empty, "touched_days")] == [on(4), on(5)]


def test_the_same_zone_touches_no_day(good: duckdb.DuckDBPyConnection) -> None:
    migrate(good, "UTC")
    assert ask(good, "touched_days") == []


@pytest.mark.parametrize("program", [_HELD_BY_DUCKDB, _HELD_BY_DATELINE], ids=["a shell", "a run"])
def test_a_busy_warehouse_names_the_process_that_has_it(tmp_path: Path, program: str) -> None:
    warehouse = worlds.warehouse_in(tmp_path, patience_s=0.2)
    with warehouse.writing():
        pass
    with (
        another_process(program, warehouse.path) as process_id,
        pytest.raises(WarehouseBusy, match=rf"{warehouse.path.name} is open in process {process_id}\b"),
        warehouse.writing(),
    ):
        pass
    with warehouse.writing():
        pass  # and once it has gone, the file is free


def test_a_writer_waits_for_another_to_end(tmp_path: Path) -> None:
    warehouse = worlds.warehouse_in(tmp_path)
    with warehouse.writing():
        pass
    short = _HELD_BY_DATELINE.replace("sys.stdin.read()", "import time; time.sleep(0.5)")
    with another_process(short, warehouse.path), warehouse.writing() as connection:
        assert connection.execute("select 1").fetchall() == [(1,)]


def test_a_file_that_is_no_warehouse_is_broken_and_not_busy_whatever_its_folder_is_called(tmp_path: Path) -> None:
    warehouse = worlds.warehouse_in(tmp_path / "locksmiths")
    warehouse.path.parent.mkdir(parents=True)
    warehouse.path.write_text("no database " * 1_000)
    with pytest.raises(WarehouseBroken, match="cannot be opened"), warehouse.writing():
        pass


def test_a_folder_that_cannot_be_made_says_so(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file where the folder should be")
    with pytest.raises(OSError, match="kept"), worlds.warehouse_in(tmp_path).writing():
        pass


def test_moments_come_in_utc_whatever_the_zone_of_the_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    warehouse = worlds.warehouse_in(tmp_path)
    with warehouse.writing() as connection:
        load(connection, "seeds", worlds.seeds([worlds.outlet("o")], [worlds.feed("f", "o")]))
        load(connection, "polls", worlds.poll("f", 4.5))
    (row,) = warehouse.ask("due_feeds", {"now": at(9), "all": True})
    assert (row["last"]["last_success_at"], row["last"]["last_success_at"].utcoffset().total_seconds()) == (at(4.5), 0)


def test_asking_where_nothing_is_published_gives_no_rows(tmp_path: Path) -> None:
    assert worlds.warehouse_in(tmp_path).ask("touched_days") == []


def test_a_transaction_that_fails_changes_nothing(empty: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(RuntimeError), transaction(empty):
        empty.execute("insert into ops.touched_days values ('2026-03-01')")
        raise RuntimeError
    assert ask(empty, "touched_days") == []
