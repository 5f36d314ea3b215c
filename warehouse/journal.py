"""What the machine did and what it published, written down: runs and editions."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date, datetime

import duckdb

from warehouse.database import ask, transaction
from warehouse.statements import statement


def begin_run(connection: duckdb.DuckDBPyConnection, run_id: str, flow: str, engine: str, started_at: datetime) -> None:
    """Write down that a run begins. Only under the run's lock: a run that never ended is marked as crashed."""
    with transaction(connection):
        connection.execute(statement("maintenance", "mark_crashed_runs"))
        named = {"run_id": run_id, "flow": flow, "engine": engine, "started_at": started_at}
        connection.execute(statement("maintenance", "begin_run"), named)


def end_run(
    connection: duckdb.DuckDBPyConnection, run_id: str, state: str, summary: str, error: str | None, ended_at: datetime
) -> None:
    """Write down how a run ended: completed or failed."""
    named = {"run_id": run_id, "state": state, "summary": summary, "error": error, "ended_at": ended_at}
    connection.execute(statement("maintenance", "end_run"), named)


def save_edition(connection: duckdb.DuckDBPyConnection, day: date, content: str, written_at: datetime) -> int:
    """Keep a digest's content where it differs from the day's last edition; returns the edition's number.

    The day is noted as unwritten until `note_digest_written`.
    """
    digest = hashlib.sha256(content.encode()).hexdigest()
    known = ask(connection, "editions", {"day": day})
    is_known = bool(known) and known[-1]["content_hash"] == digest
    edition = len(known) + (not is_known)
    named = {"day": day, "edition": edition, "written_at": written_at, "content_hash": digest, "content": content}
    with transaction(connection):
        if not is_known:
            connection.execute(statement("maintenance", "save_edition"), named)
        note_unwritten_digest(connection, day)
    return edition


def note_unwritten_digest(connection: duckdb.DuckDBPyConnection, day: date) -> None:
    """Write down that a day's digest is to be written into files."""
    connection.execute(statement("maintenance", "note_unwritten_digest"), {"day": day})


def note_digest_written(connection: duckdb.DuckDBPyConnection, day: date) -> None:
    """Write down that a day's digest lies in its files."""
    connection.execute("delete from ops.unwritten_digests where day = ?", [day])


def touch_days(connection: duckdb.DuckDBPyConnection, first: date, last: date) -> None:
    """Have the aggregates of some days made again, whatever has changed."""
    connection.execute(statement("maintenance", "touch_days"), {"first": first, "last": last})


def resume_polls(connection: duckdb.DuckDBPyConnection, feed_ids: Sequence[str]) -> None:
    """Have some feeds polled at the next run, also those that were gone or that wait after failures."""
    connection.execute(statement("maintenance", "resume_polls"), {"feed_ids": list(feed_ids)})
