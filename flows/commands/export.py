"""dateline export."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from flows.commands.talk import as_json, out, say
from flows.errors import SettingsError
from flows.project import open_project
from warehouse.export import Order, OtherFormat, UnknownTable
from warehouse.export import export as write

Words = Annotated[tuple[str, ...], Parameter(consume_multiple=True, negative=())]


def export(
    *, to: Path, first: date | None = None, last: date | None = None, tables: Words = (),
    format: Literal["parquet", "csv"] = "parquet", json: bool = False,
) -> int:  # fmt: skip
    """Write the public views as files by day, with a datapackage.json that says what they are.

    Parameters
    ----------
    to
        The folder.
    first
        The first day; the first there is by default.
    last
        The last day; the last there is by default.
    tables
        The views, such as articles, quotes or gdelt.events; all that have no schema by default.
    format
        parquet or csv.
    json
        Say what was written as one JSON object.
    """
    if first and last and last < first:
        raise SettingsError(f"--last {last} is before --first {first}")
    if to.exists() and not to.is_dir():
        raise SettingsError(f"{to} is a file; give a folder")
    try:
        done = write(open_project().warehouse.published, to, Order(tables, first, last, format), say)
    except (UnknownTable, OtherFormat) as error:
        raise SettingsError(str(error)) from error
    out(as_json(asdict(done) | {"descriptor": str(done.descriptor)}) if json else str(done.descriptor))
    say(
        f"{done.table_count} tables, {done.file_count} files, {done.row_count} rows; {done.changed_count} files changed"
    )
    return 0
