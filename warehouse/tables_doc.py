"""docs/tables.md, made from the comments that the warehouse itself carries."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from warehouse.database import migrate
from warehouse.statements import macro_calls

_SCHEMAS = {
    "main": ("Views", "What to ask. Their names need no schema, and they stay when the tables behind them change."),
    "gdelt": ("Views for GDELT's notebooks", "GDELT 2.0's tables over one's own news: see [gdelt.md](gdelt.md)."),
    "facts": ("Tables of facts", "The web, and our reading of it."),
    "daily": ("Tables of days", "Made by SQL from the facts; they can be made again at any time."),
    "seeds": ("Tables of seeds", "What people wrote: feeds, outlets, actors, topics."),
    "ops": ("Tables of operations", "What the machine did."),
}
_HEAD = """# The tables

Made from the comments in the warehouse by `python -m warehouse.tables_doc > docs/tables.md`; do not edit.

Ids are text of 12 characters, the same on every machine. Offsets (`char_start`, `char_end`) count code points of a
text's `body` from 0, the end exclusive: `substring(body, char_start + 1, char_end - char_start)` is what stands there.
A column that ends in `_at` is a moment in UTC, `day` a date in the reader's zone, `_share` a number from 0 to 1.
"""


@dataclass(frozen=True)
class Column:
    """A column as the catalogue has it; the comment of a view's column may be that of the column it shows."""

    name: str
    type: str
    comment: str


@dataclass(frozen=True)
class Thing:
    """A table or view with its comment; public views are named without a schema."""

    schema: str
    name: str
    comment: str
    columns: tuple[Column, ...]


def tables_document() -> str:
    """The document, made from an empty warehouse in memory."""
    with duckdb.connect(":memory:") as connection:
        migrate(connection, "UTC")
        things = catalogue(connection)
        callable_ones = macros(connection)
    sections = [_section(schema, [thing for thing in things if thing.schema == schema]) for schema in _SCHEMAS]
    return "\n".join([_HEAD, sections[0], _macro_section(callable_ones), *sections[1:]])


def macros(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    """Every macro as it is called, such as "as_of(ts)", with its comment, by name."""
    rows = connection.execute(
        """
        select function_name, coalesce(comment, '')
        from duckdb_functions() where function_type in ('macro', 'table_macro') and not internal order by function_name
        """
    ).fetchall()
    calls = macro_calls()
    return [(calls[name], str(comment)) for name, comment in rows]


def _macro_section(found: Sequence[tuple[str, str]]) -> str:
    parts = [f"### {call}\n\n{comment}\n" for call, comment in found]
    return "\n".join(
        [
            "## Macros",
            "",
            "What to ask with an argument: `from as_of('2026-03-05 12:00:00+00')`. Arguments with := may be left out.",
            "",
            *parts,
        ]
    )


def catalogue(connection: duckdb.DuckDBPyConnection) -> list[Thing]:
    """Every table and view with its columns, by schema in the order of the document, then by name."""
    comments = connection.execute(
        """
        select schema_name, table_name, comment from duckdb_tables() where not temporary
        union all
        select schema_name, view_name, comment from duckdb_views() where not internal and not temporary
        """
    ).fetchall()
    columns = _columns(connection)
    things = [
        Thing(
            schema, name if schema == "main" else f"{schema}.{name}", comment or "", _described(schema, name, columns)
        )
        for schema, name, comment in comments
    ]
    order = list(_SCHEMAS)
    return sorted(things, key=lambda thing: (order.index(thing.schema), thing.name))


Columns = dict[tuple[str, str], list[Column]]


def _columns(connection: duckdb.DuckDBPyConnection) -> Columns:
    rows = connection.execute(
        """
        select schema_name, table_name, column_name, data_type, comment
        from duckdb_columns() where not internal order by schema_name, table_name, column_index
        """
    ).fetchall()
    found: Columns = {}
    for schema, table, name, kind, comment in rows:
        found.setdefault((schema, table), []).append(Column(name, kind, comment or ""))
    return found


def _described(schema: str, name: str, columns: Columns) -> tuple[Column, ...]:
    """A view that shows a table's columns as they are says nothing of them again: the table's comments hold."""
    shown = {column.name: column.comment for column in _table_behind(schema, name, columns)}
    return tuple(Column(one.name, one.type, one.comment or shown.get(one.name, "")) for one in columns[schema, name])


def _table_behind(schema: str, name: str, columns: Columns) -> Sequence[Column]:
    if schema != "main":
        return ()
    keys = [(place, name) for place in ("facts", "ops", "daily")] + [("daily", name.removeprefix("daily_"))]
    return next((columns[key] for key in keys if key in columns), ())


def _section(schema: str, things: Sequence[Thing]) -> str:
    title, words = _SCHEMAS[schema]
    return "\n".join([f"## {title}", "", words, "", *(_table(thing) for thing in things)])


def _table(thing: Thing) -> str:
    lines = [f"### {thing.name}", "", thing.comment, "", "| column | type | |", "|---|---|---|"]
    lines += [f"| `{column.name}` | {column.type.lower()} | {_cell(column.comment)} |" for column in thing.columns]
    return "\n".join([*lines, ""])


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    sys.stdout.write(tables_document())
