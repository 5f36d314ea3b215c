"""The aggregates of the days whose facts have changed, made again in one transaction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeVar

import duckdb

from warehouse.database import ask, transaction
from warehouse.statements import names_in, statement

Thing = TypeVar("Thing")

_DAYS_AT_ONCE = 3  # of 27,000 mentions each: making a year of them again takes no more memory than making a part
_BATCHES_AT_ONCE = 20  # in one transaction: a year in one took 11 GB, and each later day eight times as long as before


def refresh_daily(connection: duckdb.DuckDBPyConnection) -> list[date]:
    """Replace the aggregates of every touched day; returns the days. They are touched until all are made.

    What days count comes first, then the usual of the days that look back on them: each is made once. The days of a run
    are one transaction: killed before the commit, nothing has changed. Very many are several, and all made again.
    """
    connection.execute(statement("maintenance", "spare_pruned_days"))
    days = [row["day"] for row in ask(connection, "touched_days")]
    looking_back = [row["day"] for row in ask(connection, "days_looking_back", {"days": days})]
    work = [(_count, some) for some in _batches(days, _DAYS_AT_ONCE)]
    work += [(_compare, some) for some in _batches(looking_back, _DAYS_AT_ONCE)]
    parts = list(_batches(work, _BATCHES_AT_ONCE))
    for part in parts:
        with transaction(connection):
            connection.execute(statement("maintenance", "touch_watched_days"))
            connection.execute("delete from ops.touched_days")
            for make, some in part:
                make(connection, some)
            if part is not parts[-1]:
                connection.execute(statement("maintenance", "touch_these_days"), {"days": days})
    return days


def _batches(things: Sequence[Thing], size: int) -> Iterator[Sequence[Thing]]:
    return (things[start : start + size] for start in range(0, len(things), size))


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
