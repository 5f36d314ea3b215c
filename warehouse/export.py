"""The public views as files by day, with a Frictionless Data Package that says what they are.

The descriptor is written last: a folder without it is not finished. Files are replaced whole, and only where they
differ.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
from filelock import FileLock, Timeout

from warehouse.errors import WarehouseBroken, WarehouseBusy, WarehouseError
from warehouse.export_files import FORMATS, Written, write_once
from warehouse.tables_doc import Thing, catalogue
from warehouse.whole_files import write_whole

DESCRIPTOR = "datapackage.json"
_UNFINISHED = ".export.json"
_DAYS = {  # how a view says the day that its rows belong to, where it has no column `day`
    "gdelt.events": "strptime(SQLDATE::varchar, '%Y%m%d')::date",
    "gdelt.mentions": "strptime((MentionTimeDate // 1000000)::varchar, '%Y%m%d')::date",
    "gdelt.gkg": "strptime((DATE // 1000000)::varchar, '%Y%m%d')::date",
}
_TYPES = {
    "VARCHAR": "string", "DATE": "date", "BIGINT": "integer", "INTEGER": "integer", "HUGEINT": "integer",
    "DOUBLE": "number", "BOOLEAN": "boolean", "TIMESTAMP WITH TIME ZONE": "datetime",
}  # fmt: skip

Files = dict[str, Any]  # what the descriptor says of each file, by its path


class UnknownTable(WarehouseError):
    """A table that is none of the public views."""


class OtherFormat(WarehouseError):
    """A folder that holds an export in another format."""


@dataclass(frozen=True)
class Order:
    """What to export: tables ("" for all of the schema main), days (None for no bound) and the format."""

    tables: Sequence[str]
    first: date | None
    last: date | None
    format: str


@dataclass(frozen=True)
class Exported:
    """What an export has left."""

    descriptor: Path
    table_count: int
    file_count: int
    changed_count: int
    row_count: int


def export(published: Path, folder: Path, order: Order, progress: Callable[[str], None] = lambda _: None) -> Exported:
    """Write the public views' rows below `folder`, a file a table and day, and the descriptor.

    A view without days is one file. Days outside of the order keep the files that they have. An export that was ended
    goes on where it was as long as the published copy is the same; the same export twice changes no byte.
    Raises WarehouseBroken where nothing is published, WarehouseBusy where another export writes there, UnknownTable,
    and OtherFormat: one descriptor cannot speak of both, and the files of before are nobody's to remove unasked.
    """
    with _alone_in(folder), _reading(published) as connection:
        things = _chosen(catalogue(connection), order.tables)
        _refuse_other_format(folder, order)
        former, done, mark = _begin(folder, f"{published.stat().st_size}-{published.stat().st_mtime_ns}-{order}")
        changed = 0
        for thing in things:
            if thing.name not in done:
                progress(thing.name)
                written = list(_table_files(connection, thing, order, folder))
                changed += sum(one.is_changed for one in written)
                done[thing.name] = {one.path: one.said for one in written}
                mark()
        kept = _kept(former, things, order)
        changed += _remove_stale(folder, former, {*kept, *(path for files in done.values() for path in files)})
        files = kept | {path: said for thing in things for path, said in done[thing.name].items()}
        _save(folder / DESCRIPTOR, _package(catalogue(connection), files, order.format))
        (folder / _UNFINISHED).unlink(missing_ok=True)
    tables = {said["table"] for said in files.values()}
    rows = sum(int(said["rows"]) for said in files.values())
    return Exported(folder / DESCRIPTOR, len(tables), len(files), changed, rows)


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Hold the folder for one export; the kernel lets go of it when the process dies."""
    folder.mkdir(parents=True, exist_ok=True)
    lock = folder / ".export.lock"
    try:
        with FileLock(lock, timeout=0):
            try:
                yield
            finally:
                lock.unlink()  # it is no part of what is exported
    except Timeout:
        raise WarehouseBusy(f"another export is writing into {folder}; wait for it, or give another folder") from None


@contextmanager
def _reading(published: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    if not published.exists():
        raise WarehouseBroken(
            f"nothing is published yet at {published}; `dateline run` collects, `dateline demo` shows"
        )
    connection = duckdb.connect(str(published), read_only=True)
    try:
        connection.execute("set timezone = 'UTC'")
        yield connection
    finally:
        connection.close()


def _chosen(things: Sequence[Thing], names: Sequence[str]) -> list[Thing]:
    public = {thing.name: thing for thing in things if thing.schema in ("main", "gdelt")}
    if unknown := [name for name in names if name not in public]:
        raise UnknownTable(f"there is no public view {unknown[0]!r}; docs/tables.md lists them")
    return [public[name] for name in names] or [thing for thing in public.values() if thing.schema == "main"]


def _former(folder: Path) -> Files:
    """The files that stand in the folder: of the last export, and of one that was ended since."""
    unfinished, found = _load(folder / _UNFINISHED), _load(folder / DESCRIPTOR)
    listed = {file["path"]: file for resource in found.get("resources", []) for file in resource.get("files", [])}
    for files in (unfinished.get("former", {}), *unfinished.get("tables", {}).values()):
        listed |= files
    return listed


def _refuse_other_format(folder: Path, order: Order) -> None:
    other = sorted({path.rpartition(".")[2] for path in _former(folder)} - {order.format})
    if other:
        raise OtherFormat(
            f"{folder} holds an export as {other[0]}; give another folder for {order.format}, or remove what is there"
        )


def _begin(folder: Path, source: str) -> tuple[Files, dict[str, Files], Callable[[], None]]:
    """The files of before, the tables that an ended export of the same has finished, and what to call after each.

    From here to the end the folder has no descriptor: its files are neither those of before nor those of after.
    """
    unfinished, former = _load(folder / _UNFINISHED), _former(folder)
    done: dict[str, Files] = unfinished.get("tables", {}) if unfinished.get("source") == source else {}

    def mark() -> None:
        _save(folder / _UNFINISHED, {"source": source, "former": former, "tables": done})

    mark()
    (folder / DESCRIPTOR).unlink(missing_ok=True)
    return former, done, mark


def _table_files(
    connection: duckdb.DuckDBPyConnection, thing: Thing, order: Order, folder: Path
) -> Iterator[Written]:  # fmt: skip
    """The files of a table, written: its rows are read once and cut by day."""
    has_day = any(column.name == "day" for column in thing.columns)
    day = _DAYS.get(thing.name, "day" if has_day else "null::date")
    bounds = "" if day == "null::date" else "where exported_day between $first and $last"
    values = {"first": order.first or date.min, "last": order.last or date.max} if bounds else {}
    connection.execute(
        "create or replace temp table exported as "  # the names are the catalogue's own
        f"select * from (select *, {day} as exported_day from {thing.name}) {bounds}",
        values,
    )
    days = connection.execute("select distinct exported_day from exported order by 1").fetchall() or [(None,)]
    for (one,) in days:
        rows = connection.execute(
            "select * exclude (exported_day) from exported where exported_day is not distinct from $day order by all",
            {"day": one},
        ).to_arrow_table()
        if one is not None or rows.num_rows or not bounds:
            stem = f"{thing.name}/{one}" if one else thing.name
            yield write_once(folder, f"{stem}.{order.format}", thing.name, one, rows)
    connection.execute("drop table exported")


def _kept(former: Files, things: Sequence[Thing], order: Order) -> Files:
    """Files of before that this export does not speak of: other tables, and other days of the same."""
    now = {thing.name for thing in things}

    def outside(said: Mapping[str, Any]) -> bool:
        day = date.fromisoformat(said["day"]) if said["day"] else None
        return day is not None and not (order.first or date.min) <= day <= (order.last or date.max)

    return {path: said for path, said in former.items() if said["table"] not in now or outside(said)}


def _remove_stale(folder: Path, former: Files, current: set[str]) -> int:
    """Remove files that an earlier export wrote and that are no part of this one; says how many."""
    stale = [path for path in former if path not in current]
    for path in stale:
        (folder / path).unlink(missing_ok=True)
    return len(stale)


def _package(things: Sequence[Thing], files: Files, form: str) -> dict[str, Any]:
    known = {thing.name: thing for thing in things}
    tables: dict[str, list[dict[str, Any]]] = {}
    for path in sorted(files):
        tables.setdefault(files[path]["table"], []).append(files[path])
    return {
        "profile": "data-package",
        "name": "dateline",
        "title": "Tables of Dateline",
        "description": "Public views of a Dateline project by day. Moments are in UTC; ids hold on every machine.",
        "resources": [_resource(known[name], found, form) for name, found in tables.items() if name in known],
    }


def _resource(thing: Thing, files: Sequence[dict[str, Any]], form: str) -> dict[str, Any]:
    fields = [
        {"name": column.name, "type": _TYPES.get(column.type, "array"), "description": column.comment}
        for column in thing.columns
    ]
    paths = [file["path"] for file in files]
    return {
        "name": thing.name,
        "path": paths,
        "profile": "tabular-data-resource" if form == "csv" else "data-resource",
        "description": thing.comment,
        "format": form,
        "mediatype": FORMATS[form],
        "encoding": "utf-8",
        "schema": {"fields": fields, "missingValues": [""]},
        "files": list(files),
    }


def _load(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _save(path: Path, content: Mapping[str, Any]) -> None:
    write_whole(path, (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode())
