"""The row classes and the tables are one schema."""

from __future__ import annotations

import types
import typing
from dataclasses import fields, is_dataclass
from datetime import date, datetime

import duckdb
import pytest

from transforms.rows.tables import TABLES
from warehouse.load import arrow_schema, to_arrow

CUT_BY_THE_LOADER = {"facts.articles": {"is_suspect", "day", "same_as_id"}, "facts.revisions": {"is_newest"}}
TYPES = {
    "VARCHAR": str, "INTEGER": int, "BIGINT": int, "DOUBLE": float, "BOOLEAN": bool, "DATE": date,
    "TIMESTAMP WITH TIME ZONE": datetime,
}  # fmt: skip


def columns_of(connection: duckdb.DuckDBPyConnection, table: str) -> list[tuple[str, type, bool]]:
    """Name, type and nullability of the columns of a table that stages write, in order."""
    place, name = table.split(".")
    rows = connection.execute(
        "select column_name, data_type, is_nullable from duckdb_columns() "
        "where schema_name = ? and table_name = ? order by column_index",
        [place, name],
    ).fetchall()
    cut = CUT_BY_THE_LOADER.get(table, set()) | {"article_day"}
    return [(column, TYPES[kind], nullable) for column, kind, nullable in rows if column not in cut]


def fields_of(row: type) -> list[tuple[str, type, bool]]:
    """Name, type and whether None is allowed, of the fields of a row class in order."""
    found = []
    for name, hint in typing.get_type_hints(row).items():
        parts = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
        (kind,) = (part for part in parts if part is not type(None))
        found.append((name, kind, type(None) in parts))
    return found


@pytest.mark.parametrize("table", TABLES)
def test_a_row_class_has_exactly_its_tables_columns_in_order_with_their_types(
    schema: duckdb.DuckDBPyConnection, table: str
) -> None:
    assert fields_of(TABLES[table]) == columns_of(schema, table)


def test_every_table_of_seeds_and_facts_has_a_row_class(schema: duckdb.DuckDBPyConnection) -> None:
    names = schema.execute(
        "select schema_name || '.' || table_name from duckdb_tables() where schema_name in ('seeds', 'facts')"
    ).fetchall()
    assert {name for (name,) in names} <= set(TABLES)


@pytest.mark.parametrize("table", TABLES)
def test_row_classes_are_frozen_and_become_arrow_columns_in_their_order(table: str) -> None:
    row = TABLES[table]
    assert is_dataclass(row)
    assert row.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert arrow_schema(row).names == [field.name for field in fields(row)]
    assert to_arrow(table, []).num_rows == 0
