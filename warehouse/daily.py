"""The aggregates of the days whose facts have changed, made again in one transaction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import duckdb

from warehouse.database import ask, transaction
from warehouse.statements import names_in, statement

_DAYS_AT_ONCE = (
    14  # of a year of 27,000 mentions a day, so that making all of it again takes no more memory than a part
)


def refresh_daily(connection: duckdb.DuckDBPyConnection) -> list[date]:
    """Replace the aggregates of every touched day; returns the days. Killed before the commit, nothing has changed."""
    connection.execute(statement("maintenance", "spare_pruned_days"))
    days = [row["day"] for row in ask(connection, "touched_days")]
    if not days:
        return []
    with transaction(connection):
        connection.execute(statement("maintenance", "touch_watched_days"))
        connection.execute("delete from ops.touched_days")
        for some in _batches(days, _DAYS_AT_ONCE):
            connection.execute(statement("maintenance", "touch_these_days"), {"days": list(some)})
            _count_touched(connection)
    return days


def _batches(days: Sequence[date], size: int) -> Iterator[Sequence[date]]:
    return (days[start : start + size] for start in range(0, len(days), size))


def _count_touched(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute(statement("maintenance", "gather_touched"))
    for name in names_in("daily"):
        connection.execute(statement("daily", name))
    connection.execute(statement("maintenance", "note_counted_days"))
    connection.execute(statement("maintenance", "leave_touched"))


def settle_actors(connection: duckdb.DuckDBPyConnection) -> None:
    """Settle who actors are by what the user and several outlets say; the days that change are touched."""
    with transaction(connection):
        connection.execute(statement("maintenance", "settle_actors"))
