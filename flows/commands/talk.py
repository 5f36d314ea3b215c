"""What commands say: data on stdout, talk on stderr, a progress bar where somebody watches."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from flows.run import Progress
from transforms.text import clean_text, printable, spelled_out


def out(text: str) -> None:
    """A line of data, without what would command a terminal."""
    sys.stdout.write(printable(text) + "\n")


def say(text: str) -> None:
    """A line of talk, without what would command a terminal."""
    sys.stderr.write(printable(text) + "\n")
    sys.stderr.flush()


def as_json(value: Any) -> str:
    """One line of JSON; moments in ISO 8601."""
    return spelled_out(json.dumps(value, ensure_ascii=False, default=_plain))


def as_lines(names: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """One line a row, its cells in columns, never broken so that it can be searched; on a terminal, under the names."""
    shown = [names, *rows] if sys.stdout.isatty() else rows
    cells = [[clean_text(" ".join(cell.split())) for cell in row] for row in shown]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return "\n".join(
        "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells
    )


def _plain(value: object) -> object:
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value)


def _unwatched(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


@contextmanager
def watched() -> Iterator[Progress]:
    """A progress bar a stage while stderr is a terminal; silence otherwise."""
    if not sys.stderr.isatty():
        yield _unwatched
        return
    from rich.console import Console
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

    with Bars(console=Console(stderr=True), transient=True) as bars:
        rows: dict[str, TaskID] = {}

        def show(stage: str, done: int, total: int) -> None:
            if stage not in rows:
                rows[stage] = bars.add_task(stage, total=total)
            bars.update(rows[stage], completed=done, total=total)

        yield show
