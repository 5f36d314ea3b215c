"""The aggregates of the days whose facts have changed, made again in one transaction."""

from __future__ import annotations

from datetime import date

import duckdb

from warehouse.database import ask, transaction
from warehouse.statements import names_in, statement


def refresh_daily(connection: duckdb.DuckDBPyConnection) -> list[date]:
    """Replace the aggregates of every touched day; returns the days. Killed before the commit, nothing has changed."""
    connection.execute(statement("maintenance", "spare_pruned_days"))
    days = [row["day"] for row in ask(connection, "touched_days")]
    if not days:
        return []
    with transaction(connection):
        connection.execute(statement("maintenance", "gather_touched"))
        for name in names_in("daily"):
            connection.execute(statement("daily", name))
        connection.execute(statement("maintenance", "touch_watched_days"))
        connection.execute(statement("maintenance", "note_counted_days"))
        connection.execute(statement("maintenance", "leave_touched"))
    return days


def settle_actors(connection: duckdb.DuckDBPyConnection) -> None:
    """Settle who actors are by what the user and several outlets say; the days that change are touched."""
    with transaction(connection):
        connection.execute(statement("maintenance", "settle_actors"))
