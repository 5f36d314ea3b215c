"""What is measured, from table.toml, and one measurement: a script beside this one, run on its source."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]


@dataclass(frozen=True)
class Run:
    """A script and its source, with the rows of the table that its figures make."""

    script: str
    source: str
    rows: tuple[Mapping[str, Any], ...]
    speed: str = ""
    speed_scale: float = 1.0
    options: tuple[str, ...] = ()

    @property
    def is_own(self) -> bool:
        """Whether the labels are ours, and part of the project."""
        return self.source.startswith("tests/")

    @property
    def name(self) -> str:
        return f"{self.script} on {Path(self.source).name}"

    def path(self, gold: Path | None) -> Path | None:
        """Where the source lies; None where it is not there."""
        folder = ROOT if self.is_own else gold
        path = None if folder is None else folder / self.source
        return path if path is not None and path.exists() else None


@dataclass(frozen=True)
class Row:
    """A line of the table."""

    task: str
    ours: float
    peer: str
    theirs: float | None
    per_second: float | None
    floor: float

    @property
    def is_below(self) -> bool:
        return self.ours < self.floor


class NotMeasuredError(Exception):
    """A script gave no figures."""


def read_runs() -> list[Run]:
    """What table.toml lists, in its order."""
    with (HERE / "table.toml").open("rb") as file:
        return [
            Run(**{**run, "rows": tuple(run["rows"]), "options": tuple(run.get("options", ()))})
            for run in tomllib.load(file)["run"]
        ]


def measure(run: Run, source: Path) -> list[Row]:
    """The rows of a run. NotMeasuredError with the script's last words where it gives no figures."""
    figures = _figures(run, source)
    try:
        return list(_rows(run, figures))
    except KeyError as error:
        raise NotMeasuredError(f"{run.name}: it gave no figure {error}") from error


def _rows(run: Run, figures: Mapping[str, Any]) -> Iterator[Row]:
    speed = _figure(figures, run.speed) * run.speed_scale if run.speed else None
    for row in run.rows:
        theirs = _theirs(figures, row)
        yield Row(row["task"], _figure(figures, row["ours"]), row.get("peer", ""), theirs, speed, row["floor"])


def _figures(run: Run, source: Path) -> Mapping[str, Any]:
    command = [sys.executable, str(HERE / f"{run.script}.py"), str(source), *run.options, "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    start = done.stdout.find("{")  # a script may end with an error for a floor of its own, its figures printed
    if start < 0:
        raise NotMeasuredError(f"{run.name}: {done.stderr.strip()[-500:] or 'no figures'}")
    figures: Mapping[str, Any] = json.JSONDecoder().raw_decode(done.stdout[start:])[0]
    return figures


def _figure(figures: Mapping[str, Any], name: str) -> float:
    value: Any = figures
    for key in name.split("."):
        value = value[key]
    return float(value)


def _theirs(figures: Mapping[str, Any], row: Mapping[str, Any]) -> float | None:
    theirs = row.get("theirs")
    return _figure(figures, theirs) if isinstance(theirs, str) else theirs


def as_markdown(rows: list[Row]) -> Iterator[str]:
    """The table, a line at a time."""
    yield "| task | ours | the peer | peer's | articles per second and core |"
    yield "|---|---|---|---|---|"
    for row in rows:
        theirs = "" if row.theirs is None else f"{row.theirs:.3f}"
        speed = "" if row.per_second is None else f"{row.per_second:.{0 if row.per_second >= 20 else 1}f}"
        yield f"| {row.task} | {row.ours:.3f} | {row.peer} | {theirs} | {speed} |"


def with_rows(table: Sequence[str], rows: list[Row], tasks: Sequence[str]) -> list[str]:
    """A table's lines with those of the rows in their place, in the order of the tasks."""
    head, *fresh = as_markdown(rows)
    lines = {line.split(" | ")[0]: line for line in [*table, *fresh] if line.startswith("| ") and line != head}
    return [head, fresh[0], *(lines[f"| {task}"] for task in tasks if f"| {task}" in lines)]
