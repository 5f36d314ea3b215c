"""Checks: queries that return the rows that break them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import duckdb

from warehouse.statements import names_in, statement


@dataclass(frozen=True)
class Broken:
    """A check that found rows: its sentence, how many, and the first of them."""

    check: str
    row_count: int
    first_row: str


def run_checks(connection: duckdb.DuckDBPyConnection, since: datetime) -> list[Broken]:
    """Run every check; costly ones look only at what was analysed since `since`. [] when all hold."""
    broken = []
    for name in names_in("checks"):
        text = statement("checks", name)
        rows = connection.execute(text, {"since": since} if "$since" in text else {}).fetchall()
        if rows:
            broken.append(Broken(name.replace("_", " "), len(rows), str(rows[0])))
    return broken
