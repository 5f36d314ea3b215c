"""One table of all that is measured: task, our figure, the peer's figure, articles a second.

    python -m tests.quality [GOLD] [--only SCRIPT] [--json]

GOLD is the folder of labelled texts (or $DATELINE_GOLD); without one, only what has labels of our own is measured. What
was measured takes its lines in the table of docs/quality.md; the others stay. Exits with 1 where a figure fell below
its floor.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path

from tests.quality.runs import ROOT, NotMeasuredError, Row, as_markdown, measure, read_runs, with_rows

DOC = ROOT / "docs" / "quality.md"
BEGIN, END = "<!-- measured by make quality -->", "<!-- end of what make quality measured -->"


def main() -> None:
    options = _options()
    rows, failed = _measure_all(options.gold, options.only)
    if options.json:
        print(json.dumps([asdict(row) for row in rows], indent=2))
    else:
        print("\n".join(as_markdown(rows)))
    failed += [f"{row.task}: {row.ours} is below its floor {row.floor}" for row in rows if row.is_below]
    sys.exit("\n".join(failed) or 0)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    gold = os.environ.get("DATELINE_GOLD")
    parser.add_argument("gold", type=Path, nargs="?", default=Path(gold) if gold else None)
    parser.add_argument("--only", default="", help="only this script")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def _measure_all(gold: Path | None, only: str) -> tuple[list[Row], list[str]]:
    rows: list[Row] = []
    failed: list[str] = []
    for run in read_runs():
        source = run.path(gold)
        if only and run.script != only:
            continue
        print(f"{run.name}{'' if source else ': not there'}", file=sys.stderr)
        try:
            measured = measure(run, source) if source else []
            _write(measured)
            rows += measured
        except NotMeasuredError as error:
            failed.append(str(error))
    return rows, failed


def _write(rows: list[Row]) -> None:
    """Put the rows into the table of docs/quality.md, in the order of table.toml; what is no longer there goes."""
    before, _, rest = DOC.read_text("utf-8").partition(BEGIN)
    table, _, after = rest.partition(END)
    lines = with_rows(table.split("\n"), rows, [row["task"] for run in read_runs() for row in run.rows])
    DOC.write_text("\n".join([before + BEGIN, "", *lines, "", END + after]), "utf-8")


if __name__ == "__main__":
    main()
