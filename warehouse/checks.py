"""Checks: queries that return the rows that break them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import duckdb

from warehouse.database import ask
from warehouse.statements import names_in, statement

_ARTICLES_AT_ONCE = 100  # the sentences of 713 articles took 1.9 GB at once, of a hundred 0.8, in a third more time


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
    batches = _batches(ask(connection, "days_to_check", {"since": since}))
    broken = []
    for name in names_in("checks"):
        text = statement("checks", name)
        bound = {"since": since} if "$since" in text else {}
        each: list[dict[str, Any]] = [{"days": days} for days in batches] if "$days" in text else [{}]
        found = (str(row) for days in each for row in connection.execute(text, {**bound, **days}).fetchall())
        rows = list(dict.fromkeys(found))  # what looks back on days of two batches is found with both
        if rows:
            broken.append(Broken(name.replace("_", " "), len(rows), rows[0]))
    return broken


def _batches(rows: Sequence[Mapping[str, Any]]) -> list[list[date]]:
    """Days with so many articles together that their sentences are held at once; [] where nothing was counted."""
    batches: list[list[date]] = []
    held = 0
    for row in rows:
        if not batches or held + row["article_count"] > _ARTICLES_AT_ONCE:
            batches.append([])
            held = 0
        batches[-1].append(row["day"])
        held += row["article_count"]
    return batches


def note_all_checked(connection: duckdb.DuckDBPyConnection) -> None:
    """Every check holds: the days whose aggregates were made need no other look."""
    connection.execute("delete from ops.counted_days")
