"""dateline prune: what goes, what stays known, and that nothing comes back."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from flows import stages
from flows.commands.execute import execute
from flows.demo import SAMPLE, clock_from, late_on
from flows.execution import Workers
from flows.newsroom import Newsroom, Request
from flows.project import Project, open_project
from flows.run import Run
from tests.flows.command_line import Dateline
from tests.flows.contents import contents, counts, rows
from tests.flows.replayed import RUN_DAYS, Replayed
from warehouse.daily import refresh_daily
from warehouse.journal import touch_days
from warehouse.prune import prune

TEXT_TABLES = (
    "revisions", "sentences", "mentions", "roles", "quotes", "dates", "quantities", "article_topics", "copies",
    "stories",
)  # fmt: skip


@pytest.fixture
def week_copy(newsroom_week: Replayed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """The sample newsroom's project, to be pruned; all of it is long past."""
    folder = tmp_path / "project"
    shutil.copytree(newsroom_week.project.folder, folder)
    monkeypatch.setenv("DATELINE_HOME", str(folder))
    return open_project()


def files_of(project: Project) -> list[str]:
    return sorted(path.relative_to(project.archive).as_posix() for path in project.archive.rglob("*.warc.gz"))


def run_again(project: Project, workers: Workers) -> list[Request]:
    """A run in the week's own time, soon after the last; returns what it asked for."""
    moment = late_on(RUN_DAYS[-1]) + timedelta(minutes=40)
    with Newsroom(SAMPLE, now=moment) as newsroom:
        run = Run(project, now=clock_from(moment), connect_to=newsroom.hosts, shared_workers=workers)
        execute(run, "run", stages.read_news, direct=True)
        return list(newsroom.log)


def test_a_dry_run_says_what_the_real_run_does_and_changes_nothing(dateline: Dateline, week_copy: Project) -> None:
    before, there = counts(week_copy.folder), files_of(week_copy)
    rehearsed = dateline("prune", "--older-than", "30d", "--texts", "--dry-run", "--json")
    assert (rehearsed.code, counts(week_copy.folder), files_of(week_copy)) == (0, before, there)
    (said,) = rehearsed.objects
    assert said["files"] == len(there) > 0
    assert said["bytes"] == sum((week_copy.archive / name).stat().st_size for name in there)
    (done,) = dateline("prune", "--older-than", "30d", "--texts", "--json").objects
    assert {**done, "is_dry_run": True} == said
    assert files_of(week_copy) == []
    after = counts(week_copy.folder)
    for table, count in said["rows"]["texts"].items():
        if table != "facts.entries":
            assert before[table] - after[table] == count == before[table], table
    (again,) = dateline("prune", "--older-than", "30d", "--texts", "--json").objects
    assert again["files"] == sum(sum(tables.values()) for tables in again["rows"].values()) == 0


def test_what_is_younger_stays(dateline: Dateline, week_copy: Project) -> None:
    before, there = contents(week_copy.folder), files_of(week_copy)
    (said,) = dateline("prune", "--older-than", "20y", "--texts", "--json").objects
    assert said["files"] == 0
    assert (contents(week_copy.folder), files_of(week_copy)) == (before, there)


def test_pruned_pages_are_not_fetched_again_and_no_row_refers_to_a_file_that_is_gone(
    dateline: Dateline, week_copy: Project, workers: Workers
) -> None:
    before = contents(week_copy.folder)
    said = dateline("prune", "--older-than", "30d")
    assert said.code == 0
    assert "cannot be read again" in said.err
    named = rows(week_copy.folder, "select archive_file from ops.fetches union select archive_file from ops.polls")
    assert named == [(None,)]
    asked = run_again(week_copy, workers)
    assert {request.path for request in asked} <= {"/feed", "/rss.xml", *feed_paths(week_copy)}
    assert contents(week_copy.folder) == before


def feed_paths(project: Project) -> set[str]:
    return {"/" + url.split("/", 3)[3] for (url,) in rows(project.folder, "select url from feeds")}


def test_pruned_texts_leave_their_days_numbers_and_are_neither_fetched_nor_counted_again(
    dateline: Dateline, week_copy: Project, workers: Workers
) -> None:
    before = contents(week_copy.folder)
    said = dateline("prune", "--older-than", "30d", "--texts")
    assert "open to no sentence any more" in said.err
    run_again(week_copy, workers)
    with week_copy.warehouse.writing() as connection:
        touch_days(connection, date(2026, 3, 1), date(2026, 3, 10))
        assert refresh_daily(connection) == []
    after = contents(week_copy.folder)
    for table in (
        "facts.articles",
        *(
            table
            for table in before
            if table.startswith("daily.") and table not in ("daily.digests", "daily.watch_hits")
        ),
    ):
        assert after[table] == before[table], table
    assert after["daily.watch_hits"] == []  # they open to texts; what was counted of them stays
    assert [after[f"facts.{table}"] for table in TEXT_TABLES] == [[]] * len(TEXT_TABLES)
    assert rows(week_copy.folder, "select distinct state from articles") == [("pruned",)]
    volume = rows(week_copy.folder, "select sum(article_count) from daily_volume")
    assert volume == [(sum(row[4] for row in before["daily.outlets"] if row[1:3] == ("all", "all")),)]


def test_a_page_that_has_not_been_read_stays(dateline: Dateline, week_copy: Project) -> None:
    with week_copy.warehouse.writing() as connection:
        (unread,) = connection.execute("select archive_file from ops.fetches where outcome = 'ok' limit 1").fetchall()
        connection.execute("delete from ops.extractions where fetch_id in (select fetch_id from ops.fetches "
                           "where archive_file = ?)", [unread[0]])  # fmt: skip
    assert dateline("prune", "--older-than", "30d").code == 0
    assert files_of(week_copy) == [unread[0]]
    assert rows(week_copy.folder, "select distinct archive_file from ops.fetches where archive_file is not null") == [
        unread
    ]


def test_files_that_a_killed_pruning_left_are_removed_by_the_next(dateline: Dateline, week_copy: Project) -> None:
    with week_copy.warehouse.writing() as connection:
        now = late_on(date(2026, 11, 1))
        loss = prune(connection, week_copy.archive, ["pages"], date(2026, 10, 1), "UTC", now, rehearsal=False)
    assert files_of(week_copy) == loss.files
    (said,) = dateline("prune", "--older-than", "30d", "--json").objects
    assert said["files"] == len(loss.files)
    assert list(week_copy.archive.iterdir()) == []


@pytest.mark.parametrize("length", ["a year", "-3d", "", "9999999999d", "99999y"])
def test_what_is_no_length_of_time_is_code_2(dateline: Dateline, week_copy: Project, length: str) -> None:
    said = dateline("prune", f"--older-than={length}")
    assert said.code == 2
    assert "--older-than" in said.error


def test_a_project_without_a_warehouse_has_nothing_to_prune(dateline: Dateline, home: Path) -> None:
    assert dateline("prune", "--dry-run").code == 0
    assert not (home / "warehouse").exists()
