"""Readers never wait for the writer, nor hold it up."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.warehouse import worlds
from tests.warehouse.worlds import at, load
from warehouse.publish import publish

_READS_UNTIL_TOLD = """
import sys, threading
from pathlib import Path
import duckdb
told = threading.Event()
threading.Thread(target=lambda: (sys.stdin.read(), told.set()), daemon=True).start()
opens, seen = 0, set()
while not told.is_set() or opens == 0:
    with duckdb.connect(sys.argv[1], read_only=True) as connection:
        count = "select (select count(*) from polls), (select count(*) from entries)"
        polls, entries = connection.execute(count).fetchone()
        assert polls == entries, (polls, entries)
        seen.add(polls)
    if opens == 0:
        print("reading", flush=True)
    opens += 1
print(opens, len(seen), flush=True)
"""

_HOLDS_A_READER = """
import duckdb, sys
connection = duckdb.connect(sys.argv[1], read_only=True)
print(connection.execute("select count(*) from polls").fetchone()[0], flush=True)
sys.stdin.read()
print(connection.execute("select count(*) from polls").fetchone()[0], flush=True)
"""


def _load_one(warehouse: worlds.Warehouse, number: int) -> None:
    with warehouse.writing() as connection:
        load(connection, "polls", worlds.poll("f", number), worlds.entry(f"a{number}", "f", "o", number))


def test_every_open_during_publishes_sees_one_whole_state(tmp_path: Path) -> None:
    warehouse = worlds.warehouse_in(tmp_path)
    _load_one(warehouse, 1)
    command = [sys.executable, "-c", _READS_UNTIL_TOLD, str(warehouse.published)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as reader:
        assert reader.stdin is not None
        assert reader.stdout is not None
        assert reader.stdout.readline() == "reading\n"
        for number in range(2, 8):
            _load_one(warehouse, number)
        reader.stdin.close()
        opens, states = map(int, reader.stdout.readline().split())
    assert reader.returncode == 0
    assert opens >= states >= 2


def test_a_reader_that_stays_open_neither_blocks_the_writer_nor_sees_its_work(tmp_path: Path) -> None:
    warehouse = worlds.warehouse_in(tmp_path, patience_s=0.5)
    _load_one(warehouse, 1)
    command = [sys.executable, "-c", _HOLDS_A_READER, str(warehouse.published)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as reader:
        assert reader.stdin is not None
        assert reader.stdout is not None
        assert reader.stdout.readline() == "1\n"
        _load_one(warehouse, 2)
        reader.stdin.close()
        assert reader.stdout.readline() == "1\n"
    assert warehouse.ask("known_entries", {"entry_ids": ["f:a2"]}) != []


def test_a_reader_is_served_while_a_writer_writes(tmp_path: Path) -> None:
    warehouse = worlds.warehouse_in(tmp_path)
    _load_one(warehouse, 1)
    with warehouse.writing() as connection:
        load(connection, "polls", worlds.poll("f", 2), worlds.entry("a2", "f", "o", 2))
        assert [row["entry_id"] for row in warehouse.ask("known_entries", {"entry_ids": ["f:a1", "f:a2"]})] == ["f:a1"]
        program = (
            "import duckdb, sys; print(duckdb.connect(sys.argv[1], read_only=True).sql('from polls').fetchall() != [])"
        )
        command = [sys.executable, "-c", program, str(warehouse.published)]
        assert subprocess.run(command, check=True, capture_output=True, text=True).stdout == "True\n"


def test_a_snapshot_stays_as_it_was_when_more_is_published(tmp_path: Path) -> None:
    warehouse = worlds.warehouse_in(tmp_path)
    both = {"entry_ids": ["f:a1", "f:a2"]}
    with warehouse.snapshot() as nothing:
        assert nothing.ask("known_entries", both) == []
    _load_one(warehouse, 1)
    with warehouse.snapshot() as snapshot:
        assert [row["entry_id"] for row in snapshot.ask("known_entries", both)] == ["f:a1"]
        _load_one(warehouse, 2)
        assert [row["entry_id"] for row in snapshot.ask("known_entries", both)] == ["f:a1"]
    assert {row["entry_id"] for row in warehouse.ask("known_entries", both)} == {"f:a1", "f:a2"}


def test_work_that_fails_is_not_published(tmp_path: Path) -> None:
    warehouse = worlds.warehouse_in(tmp_path)
    _load_one(warehouse, 1)
    before = warehouse.published.stat()
    with pytest.raises(RuntimeError), warehouse.writing():
        raise RuntimeError
    assert warehouse.published.stat().st_ino == before.st_ino


def test_what_nothing_was_written_in_is_not_copied_again(tmp_path: Path) -> None:
    warehouse = worlds.warehouse_in(tmp_path)
    _load_one(warehouse, 1)
    before = warehouse.published.stat()
    with warehouse.writing() as connection:
        connection.execute("from polls").fetchall()
    assert warehouse.published.stat().st_ino == before.st_ino
    warehouse.published.unlink()
    with warehouse.writing():
        pass
    assert warehouse.ask("known_entries", {"entry_ids": ["f:a1"]}) != []


def test_what_was_written_without_publishing_is_in_the_next_copy(tmp_path: Path) -> None:
    warehouse = worlds.warehouse_in(tmp_path)
    _load_one(warehouse, 1)
    with warehouse.writing(publishing=False) as connection:
        load(connection, "polls", worlds.poll("f", 2), worlds.entry("a2", "f", "o", 2))
    with warehouse.writing():
        pass
    assert warehouse.ask("known_entries", {"entry_ids": ["f:a2"]}) != []


def test_writing_without_publishing_leaves_the_copy_alone(tmp_path: Path) -> None:
    warehouse = worlds.warehouse_in(tmp_path)
    _load_one(warehouse, 1)
    with warehouse.writing(publishing=False) as connection:
        load(connection, "polls", worlds.poll("f", 2), worlds.entry("a2", "f", "o", 2))
    assert warehouse.ask("due_feeds", {"now": at(9), "all": True}) == []
    assert warehouse.ask("known_entries", {"entry_ids": ["f:a2"]}) == []


def test_the_published_copy_cannot_be_written(tmp_path: Path) -> None:
    warehouse = worlds.warehouse_in(tmp_path)
    _load_one(warehouse, 1)
    assert warehouse.published.stat().st_mode & 0o222 == 0


def test_a_copy_that_fails_leaves_the_one_before_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "published" / "w.duckdb"
    target.parent.mkdir()
    target.write_bytes(b"the one before")
    with pytest.raises(FileNotFoundError):
        publish(tmp_path / "missing.duckdb", target)
    assert target.read_bytes() == b"the one before"
    assert list(target.parent.iterdir()) == [target]
