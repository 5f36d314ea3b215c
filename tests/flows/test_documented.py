"""What a user types from the documents works on the sample newsroom, shows rows, and answers what is printed there."""

from __future__ import annotations

import re
import shlex
from datetime import timedelta
from pathlib import Path

import pytest

from flows.demo import FIRST_DAY, LAST_DAY
from flows.execution import Workers
from tests.flows.command_line import Dateline
from tests.flows.replayed import RUN_DAYS, Replayed, replay
from tests.test_docs import ROOT, examples, files
from warehouse.questions import answer

NONE_HERE = "-- none in the sample newsroom"
# What the other tests' week lacks: the last two days, the dead of their earthquake, and a change seen on its day.
LATER = re.compile(r"2026-03-0[78]|%killed|\bchanged\(")
READING = ("digest", "export", "find", "revisions", "sql", "watch test", "why")
NOT_IN_MARCH = "yesterday"
_CONSOLE = re.compile(r"^```console\n(.*?)^```|^```text\n(\$ .*?)^```", flags=re.M | re.S)
_SHELL = re.compile(r"^```sh\n(.*?)^```", flags=re.M | re.S)
_INLINE = re.compile(r"`dateline ([a-z ]+['\"][^`\n…]+)`")  # with something to ask for, not NAME or FOLDER
_SQL = examples()
_EARLY = [one for one in _SQL if not LATER.search(one[1])]


def shows_as_told(published: Path, sql: str) -> bool:
    """Whether the SQL shows rows, or none where the document says so."""
    return (answer(published, sql).num_rows == 0) == (NONE_HERE in sql)


# --- as far as the week of the other tests goes ----------------------------------------------------------------------


@pytest.mark.parametrize("sql", [sql for _, sql in _EARLY], ids=[where for where, _ in _EARLY])
def test_an_example_in_sql_shows_rows_of_the_sample_newsroom(newsroom_week: Replayed, sql: str) -> None:
    assert shows_as_told(newsroom_week.project.warehouse.published, sql)


# --- the whole week, as `dateline demo` replays it -------------------------------------------------------------------


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory, workers: Workers) -> Replayed:
    """The sample newsroom after a run on each of its days."""
    days = [FIRST_DAY + timedelta(days=number) for number in range((LAST_DAY - FIRST_DAY).days + 1)]
    assert set(RUN_DAYS) < set(days)
    return replay(tmp_path_factory.mktemp("demo") / "demo", days, direct=True, workers=workers)


@pytest.fixture
def at_the_demo(demo: Replayed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In an empty folder, asking the demo's project."""
    monkeypatch.setenv("DATELINE_HOME", str(demo.project.folder))
    monkeypatch.chdir(tmp_path)


def commands() -> list[tuple[str, list[str]]]:
    """The commands of the documents that only read, as words, with where they stand."""
    found = []
    for path in files(".md"):
        text = path.read_text(encoding="utf-8")
        lines = [line for block in _SHELL.findall(text) for line in block.splitlines()]
        typed = [line.removeprefix("dateline ") for line in lines if line.startswith("dateline ")]
        typed += _INLINE.findall(re.sub(r"^```.*?^```", "", text, flags=re.M | re.S))
        for one in typed:
            words = shlex.split(one.split(" | ")[0], comments=True)
            if one.startswith(READING) and NOT_IN_MARCH not in words:
                found.append((f"{path.relative_to(ROOT)}: {one}", words))
    return found


def sessions() -> list[tuple[str, list[str], str]]:
    """What is typed in the documents with the answer printed below it, with where that stands."""
    found = []
    for path in files(".md"):
        for blocks in _CONSOLE.findall(path.read_text(encoding="utf-8")):
            for one in re.split(r"^\$ (?:DATELINE_HOME=demo )?dateline ", "".join(blocks), flags=re.M)[1:]:
                typed, printed = _cut(one)
                found.append((f"{path.relative_to(ROOT)}: {typed[:50]}", shlex.split(typed), printed))
    return found


def _cut(text: str) -> tuple[str, str]:
    """What is typed, which goes on while a quotation mark is open, and what is printed below."""
    lines = text.splitlines(keepends=True)
    end = next(no for no in range(1, len(lines) + 1) if "".join(lines[:no]).count('"') % 2 == 0)
    return "".join(lines[:end]).strip(), "".join(lines[end:])


@pytest.mark.slow
@pytest.mark.parametrize("sql", [sql for _, sql in _SQL], ids=[where for where, _ in _SQL])
def test_an_example_in_sql_shows_rows_of_the_demo(demo: Replayed, sql: str) -> None:
    assert shows_as_told(demo.project.warehouse.published, sql)


@pytest.mark.slow
@pytest.mark.usefixtures("at_the_demo")
@pytest.mark.parametrize("words", [words for _, words in commands()], ids=[where for where, _ in commands()])
def test_a_command_that_reads_has_something_to_show_in_the_demo(dateline: Dateline, words: list[str]) -> None:
    said = dateline(*words)
    assert said.code == 0, said.err
    assert said.out or list(Path().iterdir())


@pytest.mark.slow
@pytest.mark.usefixtures("at_the_demo")
@pytest.mark.parametrize(
    ("words", "printed"), [one[1:] for one in sessions()], ids=[where for where, _, _ in sessions()]
)
def test_an_answer_that_is_printed_is_what_the_demo_answers(dateline: Dateline, words: list[str], printed: str) -> None:
    said = dateline(*words)
    expected, cut, _ = printed.partition("…\n")
    assert (said.out + said.err).startswith(expected) if cut else said.out + said.err == expected


def test_there_are_commands_and_answers_to_try() -> None:
    assert len(commands()) >= 10
    assert len(sessions()) >= 3
