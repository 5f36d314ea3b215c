"""The outbox of alerts: each message is written before it is sent and marked before and after, each time for good."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

import duckdb

from warehouse.database import transaction
from warehouse.statements import statement


@dataclass(frozen=True)
class NewAlert:
    """A message for one target. The id is made of what it is about and for whom: the same is never written twice."""

    alert_id: str
    watch_id: str
    watchlist: str
    kind: str
    target: str
    day: date
    title: str
    body: str
    made_at: datetime


def write_alerts(connection: duckdb.DuckDBPyConnection, alerts: Sequence[tuple[NewAlert, Sequence[str]]]) -> int:
    """Put messages into the outbox, each with the articles that it tells of; returns how many are new."""
    before = _count(connection)
    with transaction(connection):
        for alert, article_ids in alerts:
            connection.execute(statement("maintenance", "write_alert"), asdict(alert))
            told = {"watch_id": alert.watch_id, "article_ids": list(article_ids)}
            connection.execute(statement("maintenance", "note_alerted"), told)
    return _count(connection) - before


def mark_alert(
    connection: duckdb.DuckDBPyConnection, alert_id: str, state: str, now: datetime, error: str = "",
    next_try_at: datetime | None = None,
) -> None:  # fmt: skip
    """Write down where a message is: sending (an attempt begins), sent, waiting (again), failed, unknown, lapsed."""
    named = {"alert_id": alert_id, "state": state, "now": now, "error": error, "next_try_at": next_try_at}
    connection.execute(statement("maintenance", "mark_alert"), named)


def _count(connection: duckdb.DuckDBPyConnection) -> int:
    return int(connection.execute("select count(*) from ops.alerts").fetchall()[0][0])
