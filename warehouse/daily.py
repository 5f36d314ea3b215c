"""The aggregates of the days whose facts have changed, made again in one transaction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import duckdb

from warehouse.database import ask, transaction
from warehouse.statements import names_in, statement

_DAYS_AT_ONCE = 3  # of 27,000 mentions each: making a year of them again takes no more memory than making a part


def refresh_daily(connection: duckdb.DuckDBPyConnection) -> list[date]:
    """Replace the aggregates of every touched day; returns the days. Killed before the commit, nothing has changed.

    What days count comes first, then the usual of the days that look back on them: each is made once.
    """
    connection.execute(statement("maintenance", "spare_pruned_days"))
    days = [row["day"] for row in ask(connection, "touched_days")]
    if not days:
        return []
    with transaction(connection):
        connection.execute(statement("maintenance", "touch_watched_days"))
        connection.execute("delete from ops.touched_days")
        for some in _batches(days, _DAYS_AT_ONCE):
            _count(connection, some)
        looking_back = [row["day"] for row in ask(connection, "days_looking_back", {"days": days})]
        for some in _batches(looking_back, _DAYS_AT_ONCE):
            _compare(connection, some)
    return days


def _batches(days: Sequence[date], size: int) -> Iterator[Sequence[date]]:
    return (days[start : start + size] for start in range(0, len(days), size))


def _count(connection: duckdb.DuckDBPyConnection, days: Sequence[date]) -> None:
    """Make again what some days count."""
    connection.execute(statement("maintenance", "touch_these_days"), {"days": list(days)})
    connection.execute(statement("maintenance", "gather_touched"))
    for name in names_in("daily"):
        connection.execute(statement("daily", name))
    connection.execute(statement("maintenance", "note_counted_days"))
    connection.execute(statement("maintenance", "leave_touched"))


def _compare(connection: duckdb.DuckDBPyConnection, days: Sequence[date]) -> None:
    """Set some days, which are counted, beside their usual again."""
    connection.execute(statement("maintenance", "touch_these_days"), {"days": list(days)})
    for name in names_in("usual"):
        connection.execute(statement("usual", name))
    connection.execute("delete from ops.touched_days")


def settle_actors(connection: duckdb.DuckDBPyConnection) -> None:
    """Settle who actors are by what the user and several outlets say; the days that change are touched."""
    with transaction(connection):
        connection.execute(statement("maintenance", "settle_actors"))
