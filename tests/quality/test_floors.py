"""No figure is below its floor, on our own labels and on the labelled texts of $DATELINE_GOLD where that is set."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.quality.runs import HERE, NotMeasuredError, Row, Run, as_markdown, measure, read_runs, with_rows

GOLD = Path(os.environ["DATELINE_GOLD"]) if "DATELINE_GOLD" in os.environ else None


@pytest.mark.slow
@pytest.mark.parametrize("run", read_runs(), ids=lambda run: run.name)
def test_no_figure_is_below_its_floor(run: Run) -> None:
    source = run.path(GOLD)
    if source is None:
        pytest.skip(f"{run.source} is not here: set DATELINE_GOLD to the folder of labelled texts")
    assert [row for row in measure(run, source) if row.is_below] == []


def test_our_own_headlines_are_told_as_they_are_labelled() -> None:
    own = [run for run in read_runs() if run.script == "topics" and run.is_own]
    rows = [row for run in own for row in measure(run, HERE / Path(run.source).name)]
    assert [row for row in rows if row.is_below] == []
    assert len(rows) >= 5


def test_every_script_that_measures_stands_in_the_table() -> None:
    scripts = {path.stem for path in HERE.glob("*.py") if '"--json"' in path.read_text("utf-8") or _has_parser(path)}
    assert scripts - {"command", "runs", "__main__", "test_floors"} == {run.script for run in read_runs()}


def _has_parser(path: Path) -> bool:
    return "folder_parser(__doc__)" in path.read_text("utf-8")


def test_a_figure_that_a_script_does_not_give_is_named_with_the_run() -> None:
    row = {"task": "topics", "ours": "no_such_figure", "floor": 0.5}
    with pytest.raises(NotMeasuredError, match=r"topics on topics_later\.txt: it gave no figure 'no_such_figure'"):
        measure(Run("topics", "tests/quality/topics_later.txt", (row,)), HERE / "topics_later.txt")


def test_the_table_has_a_line_a_figure() -> None:
    rows = [Row("dates found", 0.9512, "dateparser", 0.917, 417.4, 0.95), Row("topics", 0.8, "", None, None, 0.81)]
    assert list(as_markdown(rows))[2:] == [
        "| dates found | 0.951 | dateparser | 0.917 | 417 |",
        "| topics | 0.800 |  |  |  |",
    ]
    assert [row.is_below for row in rows] == [False, True]


def test_rows_take_their_lines_in_a_table_and_leave_the_others() -> None:
    tasks = ["dates", "topics", "new"]
    table = [*as_markdown([Row("gone", 0.1, "", None, None, 0), Row("topics", 0.7, "", None, None, 0),
                           Row("dates", 0.9, "", None, None, 0)])]  # fmt: skip
    lines = with_rows(table, [Row("topics", 0.8, "", None, None, 0), Row("new", 0.5, "", None, None, 0)], tasks)
    assert lines[:2] == table[:2]
    assert [line[:16] for line in lines[2:]] == ["| dates | 0.900 ", "| topics | 0.800", "| new | 0.500 | "]
    assert with_rows([], [], tasks) == table[:2]
