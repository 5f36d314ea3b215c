"""Checks: queries that return the rows that break them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import duckdb

from warehouse.database import ask
from warehouse.statements import names_in, statement


@dataclass(frozen=True)
class Broken:
    """A check that found rows: its sentence, how many, and the first of them."""

    check: str
    row_count: int
    first_row: str


def run_checks(connection: duckdb.DuckDBPyConnection, since: datetime) -> list[Broken]:
    """Run every check. [] when all hold.

    Costly ones look only at what was analysed since `since`, and at the days whose aggregates were made and are not yet
    checked.
    """
    named = {"since": since, "days": [row["day"] for row in ask(connection, "days_to_check", {"since": since})]}
    broken = []
    for name in names_in("checks"):
        text = statement("checks", name)
        if "$days" in text and not named["days"]:
            continue  # nothing was counted: it would read the whole archive to say so
        rows = connection.execute(text, {key: named[key] for key in named if f"${key}" in text}).fetchall()
        if rows:
            broken.append(Broken(name.replace("_", " "), len(rows), str(rows[0])))
    return broken


def note_all_checked(connection: duckdb.DuckDBPyConnection) -> None:
    """Every check holds: the days whose aggregates were made need no other look."""
    connection.execute("delete from ops.counted_days")
