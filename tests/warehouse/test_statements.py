"""Each SQL file says what it is for and its grain; everything that is made says what it is."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pytest

import warehouse
from warehouse.load import KINDS
from warehouse.statements import names_in, statement
from warehouse.tables_doc import catalogue, macros

SQL = Path(warehouse.__file__).parent / "sql"
FILES = sorted(path.relative_to(SQL).as_posix() for path in SQL.rglob("*.sql"))


@pytest.mark.parametrize("file", FILES)
def test_the_first_line_says_what_the_second_the_grain(file: str) -> None:
    text = (SQL / file).read_text(encoding="utf-8")
    first, second, *_ = text.splitlines()
    assert first.startswith("-- ")
    assert first.endswith(".")
    assert file.startswith("checks/") or (second.startswith("-- Grain: one row") and second.endswith("."))
    assert text.endswith(";\n")
    assert "\t" not in text


@pytest.mark.parametrize("file", [file for file in FILES if file.startswith("checks/")])
def test_a_checks_file_name_is_a_sentence(file: str) -> None:
    name = Path(file).stem
    assert name.islower()
    assert name.startswith(("a_", "an_"))
    assert len(name.split("_")) >= 5


def test_a_migration_is_named_after_the_table_it_makes_or_changes() -> None:
    for name in names_in("schema"):
        table = re.escape(name.split("_", 1)[1])
        assert re.search(rf"^(create table|alter table|comment on column) {table}[. ]", statement("schema", name), re.M)


def test_a_view_is_named_after_what_it_makes() -> None:
    for name in names_in("views"):
        assert f"create or replace view {name.split('_', 1)[1]} as" in statement("views", name)


def test_a_macro_is_named_after_what_it_makes_and_says_what_its_file_says(schema: duckdb.DuckDBPyConnection) -> None:
    said = {call.partition("(")[0]: comment for call, comment in macros(schema)}
    assert set(said) == set(names_in("macros"))
    for name, comment in said.items():
        text = statement("macros", name)
        assert f"create or replace macro main.{name}(" in text
        assert comment == " ".join(line.removeprefix("-- ") for line in text.splitlines()[:2])


def test_every_kind_of_batch_has_its_statements_and_no_statement_is_left_over() -> None:
    assert {table for tables in KINDS.values() for table in tables} == set(names_in("load"))


def test_a_statement_that_is_not_there_is_named() -> None:
    with pytest.raises(KeyError, match=r"questions/nothing\.sql"):
        statement("questions", "nothing")


def test_every_table_view_and_column_says_what_it_is(schema: duckdb.DuckDBPyConnection) -> None:
    silent = [
        f"{thing.name}.{column.name}"
        for thing in catalogue(schema)
        for column in thing.columns
        if not column.comment.strip().endswith(".")
    ]
    assert silent == []
    assert [thing.name for thing in catalogue(schema) if "Grain: one row" not in thing.comment] == []


def test_a_table_says_what_its_file_says(schema: duckdb.DuckDBPyConnection) -> None:
    said = {thing.name: thing.comment for thing in catalogue(schema)}
    migrations = "\n".join(statement("schema", name) for name in names_in("schema"))
    dropped = set(re.findall(r"^drop table ([\w.]+);", migrations, re.M)) - said.keys()
    for folder in ("schema", "views"):
        last = {name.split("_", 1)[1]: name for name in names_in(folder) if _says_what_it_is(folder, name)}
        for thing, name in last.items():
            if thing in dropped:
                continue
            first, second = (line.removeprefix("-- ") for line in statement(folder, name).splitlines()[:2])
            assert said[thing] == f"{first} {second}", thing


def _says_what_it_is(folder: str, name: str) -> bool:
    """Whether a file makes its table or view, or says anew what it is."""
    is_made = re.search(r"^(?:create|comment on table) ", statement(folder, name), re.M)
    return bool(is_made) and not name.startswith("0000_")


def test_a_column_says_its_kind_in_its_name(schema: duckdb.DuckDBPyConnection) -> None:
    odd = []
    for thing in catalogue(schema):
        for column in thing.columns:
            name, kind = column.name, column.type
            if kind.startswith("TIMESTAMP") and not name.endswith("_at") and name not in ("seen_from", "seen_to"):
                odd.append((thing.name, name, kind))
            if name.endswith("_at") and not kind.startswith("TIMESTAMP"):
                odd.append((thing.name, name, kind))
            if (kind == "BOOLEAN") != name.startswith("is_"):
                odd.append((thing.name, name, kind))
            if name.endswith("_count") and kind not in ("INTEGER", "BIGINT") and not name.startswith("usual_"):
                odd.append((thing.name, name, kind))
            if name.endswith("_share") and kind != "DOUBLE":
                odd.append((thing.name, name, kind))
    assert odd == []
