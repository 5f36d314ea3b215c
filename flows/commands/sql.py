"""dateline sql."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path
from typing import Annotated, Any, Literal

import polars as pl
from cyclopts import Parameter

from flows.commands.talk import as_json, out
from flows.errors import SettingsError
from flows.project import open_project
from transforms.text import clean_text, spelled_out
from warehouse.questions import answer
from warehouse.whole_files import asked_for

_FORMULA = r"^\s*[=+\-@＝＋－＠\t\r]"  # how spreadsheets know a formula, East Asian ones included

Query = Annotated[str, Parameter(allow_leading_hyphen=True)]  # - is stdin, and SQL may begin with a comment


def sql(
    query: Query, *, format: Literal["table", "csv", "tsv", "json", "parquet"] = "table", output: Path | None = None
) -> int:
    """Ask the published warehouse a question in SQL: `dateline sql "from articles limit 3"`.

    Parameters
    ----------
    query
        SQL; - reads it from stdin. The views and macros are described in docs/tables.md.
    format
        table for people; csv, tsv (tabs, no header, as GDELT's files), json (one object a row) or parquet for programs.
    output
        A file to write to; needed for parquet.
    """
    table = answer(open_project().warehouse.published, sys.stdin.read() if query == "-" else query)
    if format == "parquet" and output is None:
        raise SettingsError("parquet is for files: say where with --output FILE")
    frame: Any = pl.from_arrow(table) if format != "table" else None
    text = _table(table) if format == "table" else "" if format == "parquet" else _written(frame, format)
    if output:
        with asked_for(output) as file:
            frame.write_parquet(file) if format == "parquet" else file.write_text(text, encoding="utf-8")
    elif text:
        out(text.rstrip("\n"))
    return 0


def _written(frame: Any, format: str) -> str:
    if format == "tsv":
        return str(_on_one_line(_flat(frame)).write_csv(separator="\t", include_header=False, quote_style="never"))
    return str(_disarmed(_flat(frame)).write_csv()) if format == "csv" else spelled_out(frame.write_ndjson())


def _on_one_line(frame: Any) -> Any:
    """Texts without what would end a field or a line: nothing is quoted."""
    texts = [name for name, kind in frame.schema.items() if kind == pl.String]
    return frame.with_columns(pl.col(name).str.replace_all(r"[\t\r\n]+", " ") for name in texts)


def _flat(frame: Any) -> Any:
    """Lists and records as JSON text, for CSV has no room for them."""
    nested = [name for name, kind in frame.schema.items() if kind.is_nested()]
    return frame.with_columns(pl.Series(name, [as_json(value) for value in frame[name].to_list()]) for name in nested)


def _disarmed(frame: Any) -> Any:
    """Texts that a spreadsheet would take for formulas behind an apostrophe, which it takes off; in names, too."""
    texts = [name for name, kind in frame.schema.items() if kind == pl.String]
    disarmed = frame.with_columns(pl.col(name).str.replace(_FORMULA, "'${0}") for name in texts)
    return disarmed.rename({name: f"'{name}" for name in frame.columns if re.match(_FORMULA, name)})


def _table(table: Any) -> str:
    """A table for people: as wide as the terminal, with room for long lines where there is none."""
    from rich.console import Console
    from rich.table import Table

    shown = Table(*(clean_text(name) for name in table.column_names))
    for row in table.to_pylist():
        shown.add_row(*(_cell(value) for value in row.values()))
    console = Console(file=io.StringIO(), width=None if sys.stdout.isatty() else 160)
    console.print(shown)
    return console.file.getvalue()  # type: ignore[attr-defined,no-any-return]


def _cell(value: object) -> Any:
    from rich.text import Text

    return Text("" if value is None else clean_text(str(value)))  # Text: brackets in titles are no markup
