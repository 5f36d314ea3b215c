"""One exported file: Parquet or CSV, the same bytes for the same rows, complete or not at all."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from warehouse.whole_files import write_whole

FORMATS = {"parquet": "application/vnd.apache.parquet", "csv": "text/csv"}
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r]")  # how spreadsheets know a formula


@dataclass(frozen=True)
class Written:
    """A file of a table, with what the descriptor says of it."""

    path: str
    said: dict[str, Any]
    is_changed: bool


def write_once(folder: Path, path: str, table: str, day: date | None, rows: pa.Table) -> Written:
    """Write the rows to `path` below the folder, unless the file has them already."""
    content = _parquet(rows) if path.endswith(".parquet") else _csv(rows)
    digest = hashlib.sha256(content).hexdigest()
    target = folder / path
    is_changed = not target.exists() or hashlib.sha256(target.read_bytes()).hexdigest() != digest
    if is_changed:
        write_whole(target, content)
    said = {
        "path": path, "table": table, "day": day.isoformat() if day else None, "rows": rows.num_rows,
        "bytes": len(content), "hash": f"sha256:{digest}",
    }  # fmt: skip
    return Written(path, said, is_changed)


def _parquet(rows: pa.Table) -> bytes:
    out = io.BytesIO()
    pq.write_table(rows, out, compression="zstd")
    return out.getvalue()


def _csv(rows: pa.Table) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(rows.column_names)
    writer.writerows(_lines(rows))
    return out.getvalue().encode()


def _lines(rows: pa.Table) -> Iterator[list[str]]:
    for batch in rows.to_batches():
        for row in batch.to_pylist():
            yield [_cell(value) for value in row.values()]


def _cell(value: object) -> str:
    """A value as text: moments as ISO 8601 in UTC, lists as JSON, formulas behind an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else str(value)
