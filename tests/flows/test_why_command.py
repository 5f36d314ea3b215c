"""`dateline why`: a number of a day, the SQL that makes it, and the sentences that it counts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import duckdb
import pytest

from flows.project import Project, open_project
from tests.flows.command_line import Dateline
from tests.flows.loopback import SETTINGS
from tests.warehouse import kept, worlds
from tests.warehouse.worlds import on
from warehouse.questions import answer


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the small world of the warehouse's tests."""
    folder = tmp_path_factory.mktemp("why")
    (folder / "dateline.toml").write_text(SETTINGS)
    with good_world(open_project(folder=folder)):
        pass
    return folder


def good_world(project: Project) -> AbstractContextManager[duckdb.DuckDBPyConnection]:
    """The warehouse of a project begun with the small world of the warehouse's tests; open for writing."""
    kept.begin(project.warehouse.path, worlds.good_file())
    return project.warehouse.writing()


@pytest.fixture
def why(dateline: Dateline, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Dateline]:
    """The command in that project."""
    monkeypatch.setenv("DATELINE_HOME", str(folder))
    yield lambda *words: dateline("why", *words)


NUMBERS: list[tuple[tuple[str, ...], int]] = [
    (("actor", "Ada Lovelace"), 2),
    (("actor", "ada", "lovelace"), 2),
    (("actor", "ada-lovelace", "--count", "copies"), 1),
    (("actor", "Ada Lovelace", "--count", "outlets"), 2),
    (("actor", "Ada Lovelace", "--count", "owners"), 2),
    (("actor", "Ada Lovelace", "--count", "mentions"), 2),
    (("actor", "Countess of Lovelace", "--count", "quotes"), 2),
    (("actor", "Ada Lovelace", "--count", "target-events"), 2),
    (("actor", "Ada Lovelace", "--language", "en", "--count", "copies"), 1),
    (("topic", "topic 11", "--count", "outlets"), 2),
    (("pair", "Ada Lovelace", "Alan Turing", "--count", "sentences"), 4),
    (("pair", "Alan Turing", "Ada Lovelace", "--count", "copies"), 1),
    (("pair", "Ada Lovelace → Alan Turing"), 2),  # type: ignore[list-item]
    (("pair", "Alan Turing -> Ada Lovelace", "--count", "owners"), 2),
    (("event", "consult", "--count", "events"), 4),
    (("place", "Ada Lovelace", "--count", "mentions"), 4),
    (("outlet", "wire.example"), 1),
    (("outlet", "Mail", "--count", "quotes"), 2),
]


@pytest.mark.parametrize(("words", "number"), NUMBERS, ids=[" ".join(words) for words, _ in NUMBERS])
def test_the_number_is_what_its_sql_gives_and_what_the_rows_hold(
    why: Dateline, folder: Path, words: tuple[str, ...], number: int
) -> None:
    (found,) = why(*words, "--date", "2026-03-01", "--json").objects
    assert found["number"] == number
    table = answer(open_project(folder=folder).warehouse.published, found["sql"])
    assert [list(row.values()) for row in table.to_pylist()] == [[number]]
    assert {row["day"] for row in found["rows"]} == {"2026-03-01"}
    assert all(row["sentence"] and row["outlet"] and row["url"] and row["published_at"] for row in found["rows"])


def test_people_read_the_number_the_sql_and_each_sentence_with_its_source(why: Dateline) -> None:
    said = why("actor", "Ada Lovelace", "--date", "2026-03-01")
    assert said.code == 0
    lines = said.out.splitlines()
    assert lines[0] == "Ada Lovelace (person, GB) on 2026-03-01: 2 articles"
    assert lines[1].startswith("2 mentions · 2 articles · 1 text · 2 outlets · 2 owners")
    assert "from why_actor('ada-lovelace', date '2026-03-01');" in lines
    start = lines.index("1. Wire · 2026-03-01 09:36 · Title of quake, 1")
    assert lines[start + 1].strip() == "https://wire.example/quake"
    assert lines[start + 2].strip() == "Ada Lovelace met the press and said: “It works.”  [Ada Lovelace]"


def test_one_text_of_two_outlets_is_one_copy_group_with_both_articles(why: Dateline) -> None:
    lines = why("actor", "Ada Lovelace", "--date", "2026-03-01", "--count", "copies").out.splitlines()
    assert lines[0].endswith("1 text")
    assert "1. one text: 2 articles in Wire, Mail" in lines


@pytest.mark.parametrize(("word", "day"), [("newest", on(2)), ("2026-03-02", on(2))])
def test_days_are_named_as_elsewhere(why: Dateline, word: str, day: Any) -> None:
    assert f" on {day}: " in why("actor", "Alan Turing", "--date", word).out


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (("actor", "Ada Lovelace", "--date", "2026-03-02"), "the newest day that does is 2026-03-01"),
        (("actor", "Ada Lovelace", "--date", "yesterday"), "the newest day that does is 2026-03-01"),
        (("actor", "Ada Lovelac"), "did you mean Ada Lovelace"),
        (("topic", "topc 11"), "did you mean topic 11"),
        (("pair", "Ada Lovelace", "Royal Society"), '"Ada Lovelace" and "Royal Society"'),
        (("event", "FIGHT"), 'no event is counted as "FIGHT"'),
        (("place", "Atlantis"), 'no place is counted as "Atlantis"'),
        (("outlet", "nobody.example"), "nobody.example"),
        (("actor", "Alan Turing", "--language", "de"), "in the language de"),
        (("actor", "Alan Turing", "--folder", "sport"), "in the folder sport"),
    ],
)
def test_nothing_to_show_is_one_line_and_code_4(why: Dateline, words: tuple[str, ...], wanted: str) -> None:
    said = why(*words)
    assert said.code == 4
    assert wanted in said.error


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (("actor",), "which actor?"),
        (("pair", "Ada Lovelace"), "a pair is two names"),
        (("pair", "A", "B", "C"), "a pair is two names"),
        (("topic", "topic 11", "--count", "quotes"), "articles, copies, outlets, owners"),
        (("outlet", "Wire", "--count", "owners"), "articles"),
        (("actor", "Alan Turing", "--date", "someday"), "YYYY-MM-DD"),
        (("actor", "Alan Turing", "--language", "en", "--folder", "sport"), "choose one"),
        (("dream", "Alan Turing"), "dream"),
    ],
)
def test_what_cannot_be_asked_is_one_line_and_code_2(why: Dateline, words: tuple[str, ...], wanted: str) -> None:
    said = why(*words)
    assert said.code == 2
    assert wanted in said.error


def test_a_name_of_several_lists_them_with_their_ids(dateline: Dateline, home: Path) -> None:
    with good_world(open_project()) as connection:
        connection.execute("update facts.actors set name = 'Alan Turing' where actor_id = 'grace-hopper'")
    said = dateline("why", "actor", "Alan Turing", "--date", "2026-03-02")
    assert said.code == 2
    assert "alan-turing Alan Turing (person" in said.error
    assert "grace-hopper Alan Turing (person" in said.error
    assert dateline("why", "actor", "grace-hopper", "--date", "2026-03-02").code == 0


def test_a_pruned_day_says_that_its_numbers_open_to_nothing_any_more(dateline: Dateline, home: Path) -> None:
    with good_world(open_project()) as connection:
        connection.execute("insert into ops.prunings values (now(), 'texts', '2026-03-02', 1, 0)")
        connection.execute("delete from facts.mentions")
    said = dateline("why", "actor", "Ada Lovelace", "--date", "2026-03-01")
    assert said.code == 4
    assert "pruned: 2 articles were counted" in said.error


def test_where_nothing_was_collected_it_says_what_to_do(dateline: Dateline, home: Path) -> None:
    said = dateline("why", "actor", "Ada Lovelace")
    assert said.code == 4
    assert "dateline run" in said.error


def test_a_published_copy_of_another_version_is_one_line(dateline: Dateline, home: Path) -> None:
    with good_world(open_project()) as connection:
        connection.execute("drop macro table main.why_actor")
    said = dateline("why", "actor", "Ada Lovelace", "--date", "2026-03-01")
    assert said.code == 1
    assert "dateline analyse" in said.error


def test_what_a_text_says_cannot_steer_the_terminal(dateline: Dateline, home: Path) -> None:
    with good_world(open_project()) as connection:
        connection.execute("update facts.revisions set title = 'a' || chr(27) || '[31m' || chr(10) || 'b'")
    out = dateline("why", "actor", "Ada Lovelace", "--date", "2026-03-01").out
    assert "\x1b" not in out
    assert "· a[31m b\n" in out
