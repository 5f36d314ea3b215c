"""Watchlists as they were counted: kept list by list, each with what it hits, so that a killed run leaves none half."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import duckdb

from transforms.rows.watch import WatchlistRow
from warehouse.database import transaction
from warehouse.load import to_arrow
from warehouse.statements import statement

Hits = Mapping[str, Sequence[str]]  # articles by watchlist


def save_counts(connection: duckdb.DuckDBPyConnection, hits: Hits, days: Sequence[date]) -> None:
    """Replace what some watchlists hit on some days, and count it; the days wait no longer."""
    with transaction(connection):
        for watch_id, article_ids in hits.items():
            _count(connection, watch_id, article_ids, days, days)
        connection.execute("delete from ops.watched_days")


def save_lists(
    connection: duckdb.DuckDBPyConnection, lists: Sequence[WatchlistRow], hits: Hits, days: Sequence[date]
) -> None:
    """Replace the watchlists, and all that the new and changed ones hit; `days` are all that have articles."""
    gone = {row[0] for row in connection.execute("select watch_id from seeds.watchlists").fetchall()}
    gone -= {row.watch_id for row in lists}
    connection.register("staged_watchlists", to_arrow("seeds.watchlists", lists))
    try:
        with transaction(connection):
            connection.execute(statement("load", "seeds.watchlists"))
            for watch_id in (*sorted(gone), *hits):
                _count(connection, watch_id, hits.get(watch_id, ()), days, None)
    finally:
        connection.unregister("staged_watchlists")


def _count(
    connection: duckdb.DuckDBPyConnection,
    watch_id: str,
    article_ids: Sequence[str],
    days: Sequence[date],
    forgotten: Sequence[date] | None,
) -> None:
    gone = {"watch_id": watch_id, "days": None if forgotten is None else list(forgotten)}
    connection.execute(statement("maintenance", "forget_hits"), gone)
    connection.execute(statement("maintenance", "forget_watch_counts"), gone)
    if article_ids:
        kept = {"watch_id": watch_id, "article_ids": list(article_ids), "days": list(days)}
        connection.execute(statement("maintenance", "save_hits"), kept)
        connection.execute(statement("maintenance", "count_watchlist"), {"watch_id": watch_id, "days": list(days)})
