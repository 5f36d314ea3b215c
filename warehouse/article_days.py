"""The day of its article in each row that hangs on a text, by which scans skip other days."""

from __future__ import annotations

import duckdb

from warehouse.statements import statement


def follow_articles(connection: duckdb.DuckDBPyConnection) -> None:
    """Where an article has moved to another day, its texts and all that was read in them move as well."""
    connection.execute(statement("maintenance", "find_moved_texts"))
    if connection.execute("select count(*) from temp.moved_texts").fetchall() != [(0,)]:
        connection.execute(statement("maintenance", "move_texts"))
    connection.execute("drop table temp.moved_texts")
