"""`dateline analyse --again`: what this build finds otherwise than an earlier one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from flows.project import open_project
from tests.flows.command_line import Dateline
from tests.flows.contents import rows
from tests.flows.replayed import Replayed

TEXTS = 3
FORGOTTEN = "delete from facts.mentions where mention_no = 0 and revision_id in (select revision_id from chosen)"
INVENTED = """
insert into facts.mentions by name
select * replace (99 as mention_no, 1 as char_start, 3 as char_end)
from facts.mentions where mention_no = 1 and revision_id in (select revision_id from chosen)
"""
MISREAD = """
update facts.quotes set cue = 'hummed'
where quote_no = 0 and revision_id in (select revision_id from chosen)
"""


@pytest.fixture
def folder(newsroom_week: Replayed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample newsroom's project, some of whose texts an earlier build has read, and otherwise."""
    folder = tmp_path / "project"
    shutil.copytree(newsroom_week.project.folder, folder)
    monkeypatch.setenv("DATELINE_HOME", str(folder))
    with open_project().warehouse.writing() as connection:
        connection.execute(
            "create temp table chosen as select distinct revision_id from facts.quotes order by all limit $most",
            {"most": TEXTS},
        )
        for statement in (FORGOTTEN, INVENTED, MISREAD):
            connection.execute(statement)
        connection.execute(
            "update ops.analyses set method_id = 'earlier' where revision_id in (select revision_id from chosen)"
        )
    return folder


def test_what_another_build_finds_otherwise_is_said_and_can_be_asked(folder: Path, dateline: Dateline) -> None:
    said = dateline("analyse", "--again", "--direct")
    assert said.code == 0, said.err
    counts = "sum(gained_count)::int, sum(lost_count)::int, sum(different_count)::int, count(*)"
    found = {table: tuple(numbers) for table, *numbers in rows(
        folder, f"select table_name, {counts} from rereadings where from_method_id = 'earlier' group by table_name"
    )}  # fmt: skip
    assert found["facts.mentions"] == (TEXTS, TEXTS, 0, TEXTS)
    assert found["facts.quotes"] == (0, 0, TEXTS, TEXTS)
    assert {found[table] for table in found.keys() - {"facts.mentions", "facts.quotes"}} == {(0, 0, 0, TEXTS)}
    assert f"mentions: {as_before(folder, 'facts.mentions'):,} as before, 3 gained, 3 lost, 0 different" in said.err
    assert f"quotes: {as_before(folder, 'facts.quotes'):,} as before, 0 gained, 0 lost, 3 different" in said.err


def as_before(folder: Path, table: str) -> int:
    ((count,),) = rows(folder, f"select sum(same_count)::int from rereadings where table_name = '{table}'")
    return int(count)


def test_a_text_that_this_build_has_read_is_not_read_again(folder: Path, dateline: Dateline) -> None:
    dateline("analyse", "--again", "--direct")
    again = dateline("analyse", "--again", "--direct")
    assert (again.code, "0 texts analysed" in again.err) == (0, True)
    assert rows(folder, "select count(distinct revision_id) from rereadings") == [(TEXTS,)]
