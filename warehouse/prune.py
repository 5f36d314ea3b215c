"""Retention: what is older than a day goes, what it was known by stays, and the numbers of its days stay as they were.

Rows first, files after: a run that is killed between the two leaves files that nothing refers to, and the next pruning
removes them; no row ever refers to a file that is gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

import duckdb

from warehouse.database import transaction
from warehouse.statements import names_in, statement

Kind = Literal["pages", "polls", "texts"]

_DAY_OF_FILE = re.compile(r"^(\d{4})/(\d{2})/(\d{2})/[^/]+\.warc\.gz$")


@dataclass
class Loss:
    """What goes: rows by kind and table (removed, or changed where a table keeps them), and archive files."""

    rows: dict[Kind, dict[str, int]] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    byte_count: int = 0
    day_count: int = 0  # days that keep numbers whose sentences go


class _Rehearsed(Exception):
    """Ends the transaction of a rehearsal."""


def prune(
    connection: duckdb.DuckDBPyConnection, archive: Path, kinds: Sequence[Kind], before: date, zone: str, now: datetime,
    *, rehearsal: bool,
) -> Loss:  # fmt: skip
    """Remove the rows of the days before `before`, in one transaction; returns what went, with the files to remove.

    A rehearsal does the same and takes all of it back, so its figures are those of the real pruning.
    """
    loss = Loss()
    moment = datetime.combine(before, time.min, ZoneInfo(zone)).astimezone(UTC)
    with suppress(_Rehearsed), transaction(connection):
        _begin(connection, before, moment)
        if "pages" in kinds:
            loss.files = _files(connection, archive, before)
            loss.byte_count = sum((archive / name).stat().st_size for name in loss.files)
        for kind in kinds:
            loss.rows[kind] = {
                name.partition(".")[2]: _done(connection, name, moment)
                for name in names_in("prune")
                if name.startswith(f"{kind}.")
            }
            _note(connection, kind, before, now, loss)
        if "texts" in kinds:
            loss.day_count = _run(connection, "days_that_stay", before=before)
        if rehearsal:
            raise _Rehearsed
    return loss


def remove_files(archive: Path, names: Iterable[str]) -> None:
    """Remove files of the archive, and the folders that are empty then."""
    for name in names:
        path = archive / name
        path.unlink(missing_ok=True)
        for folder in list(path.parents)[: name.count("/")]:
            with suppress(OSError):
                folder.rmdir()


def _begin(connection: duckdb.DuckDBPyConnection, before: date, moment: datetime) -> None:
    connection.execute(statement("prune", "begin"), {"before": before})
    connection.execute(statement("prune", "begin_revisions"))
    connection.execute(statement("prune", "begin_files"), {"moment": moment})


def _files(connection: duckdb.DuckDBPyConnection, archive: Path, before: date) -> list[str]:
    """The files to remove: those noted, and those of the days before that nothing refers to."""
    noted = _names(connection, statement("prune", "noted_files"))
    known = _names(connection, statement("questions", "archive_files"))
    there = [path.relative_to(archive).as_posix() for path in archive.rglob("*.warc.gz")] if archive.exists() else []
    return sorted(name for name in there if name in noted or (name not in known and _is_before(name, before)))


def _is_before(name: str, before: date) -> bool:
    found = _DAY_OF_FILE.match(name)
    try:
        return found is not None and date(*(int(part) for part in found.groups())) < before
    except ValueError:
        return False


def _names(connection: duckdb.DuckDBPyConnection, sql: str) -> set[str]:
    return {str(row[0]) for row in connection.execute(sql).fetchall()}


def _done(connection: duckdb.DuckDBPyConnection, name: str, moment: datetime) -> int:
    text = statement("prune", name)
    return int(connection.execute(text, {"moment": moment} if "$moment" in text else {}).fetchall()[0][0])


def _run(connection: duckdb.DuckDBPyConnection, name: str, **parameters: object) -> int:
    return int(connection.execute(statement("prune", name), parameters).fetchall()[0][0])


def _note(connection: duckdb.DuckDBPyConnection, kind: Kind, before: date, now: datetime, loss: Loss) -> None:
    named = {
        "at": now, "kind": kind, "before": before, "row_count": sum(loss.rows[kind].values()),
        "byte_count": loss.byte_count if kind == "pages" else 0,
    }  # fmt: skip
    connection.execute(statement("prune", "note"), named)
