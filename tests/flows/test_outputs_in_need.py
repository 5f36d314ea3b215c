"""A full or read-only disk under what is written for readers, and another writer beside it: said in one line."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import duckdb
import pytest

from flows.project import Project, only_run
from tests.flows.command_line import Dateline, Said
from tests.flows.contents import rows
from tests.flows.disks import fill, mounted, remount
from tests.flows.replayed import RUN_DAYS, Replayed

DAY = str(RUN_DAYS[-1])
READERS = (
    ("find", "the"),
    ("watch", "test", "the"),
    ("why", "topic", "politics and government", "--date", DAY),
    ("sql", "select count(*) from articles", "--format", "csv"),
)
Files = dict[str, bytes]


@pytest.fixture
def project(newsroom_week: Replayed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A copy of the week's project, found by commands, with a headline corrected since its digest was written."""
    folder = tmp_path / "project"
    shutil.copytree(newsroom_week.project.folder, folder)
    monkeypatch.setenv("DATELINE_HOME", str(folder))
    project = Project(folder, newsroom_week.project.settings)
    with project.warehouse.writing() as connection:
        connection.execute("update facts.revisions set title = 'Corrected: ' || title where seen_to is null")
    return project


@contextmanager
def small_disk(folder: Path, size: str = "64m") -> Iterator[Path]:
    """A disk of this size in a folder's place, with what the folder held."""
    aside = folder.with_name(f"{folder.name} before")
    if folder.exists():
        folder.rename(aside)
    with mounted(folder, size):
        if aside.exists():
            shutil.copytree(aside, folder, dirs_exist_ok=True)
        yield folder


def files_of(folder: Path) -> Files:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def editions(project: Project) -> list[tuple[int]]:
    return rows(project.folder, f"select edition from daily.digests where day = '{DAY}' order by edition")


def waiting(project: Project) -> int:
    """How many digests are kept and not written, by the warehouse itself, which opens."""
    with duckdb.connect(str(project.warehouse.path)) as connection:
        return int(connection.execute("select count(*) from ops.unwritten_digests").fetchall()[0][0])


def assert_full(said: Said) -> None:
    last = said.err.rstrip().splitlines()[-1]
    assert said.code == 1
    assert last.startswith("dateline: the disk is full: ")
    assert "/" in last, "it names the file"
    assert "make room and run again" in last


@pytest.mark.slow
def test_a_digest_that_a_full_disk_cuts_short_is_one_line_and_is_written_whole_by_the_next(
    dateline: Dateline, project: Project
) -> None:
    with small_disk(project.digests) as disk:
        before = files_of(disk)
        for room_kb in (0, 16):
            filler = fill(disk, room_kb)
            said = dateline("digest", "--date", DAY)
            assert_full(said)
            assert not list(disk.rglob(".*.new"))
            assert (disk / DAY / "index.html").read_bytes() == before[f"{DAY}/index.html"]  # comes last
            assert waiting(project) == 1
        filler.unlink()
        assert dateline("digest", "--date", DAY).code == 0
        after = files_of(disk)
        assert after[f"{DAY}/index.html"] != before[f"{DAY}/index.html"]
        assert all(name.endswith((".html", ".json", ".xml", ".md", ".eml")) for name in after)
    assert waiting(project) == 0
    assert editions(project) == [(1,), (2,)]


@pytest.mark.slow
def test_a_warehouse_on_a_full_disk_keeps_its_digests_and_opens_again(dateline: Dateline, project: Project) -> None:
    with ExitStack() as disks:
        for folder in (project.warehouse.path.parent, project.warehouse.published.parent):
            disk = disks.enter_context(small_disk(folder, "96m"))
            filler = fill(disk, 0)
            assert_full(dateline("digest", "--date", DAY))
            for reader in READERS:
                assert dateline(*reader).code == 0
            filler.unlink()
        assert dateline("digest", "--date", DAY).code == 0
        assert editions(project) == [(1,), (2,)]
        assert waiting(project) == 0


@pytest.mark.slow
def test_folders_that_cannot_be_written_are_one_line_and_readers_read_on(dateline: Dateline, project: Project) -> None:
    with small_disk(project.digests) as disk:
        remount(disk, "ro")
        said = dateline("digest", "--date", DAY)
        assert (said.code, waiting(project)) == (1, 1)
        assert said.err.rstrip().endswith(
            "Read-only file system; mend that and run again; nothing that was loaded is lost"
        )
        for reader in READERS:
            assert dateline(*reader).code == 0
        assert dateline("export", "--to", str(disk / "files")).error
        remount(disk, "rw")
    assert dateline("digest", "--date", DAY).code == 0
    assert waiting(project) == 0


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_an_export_that_a_full_disk_cuts_short_has_no_descriptor_and_goes_on(
    dateline: Dateline, project: Project, tmp_path: Path, form: str
) -> None:
    whole = tmp_path / "whole"
    order = ("--format", form, "--tables", "articles", "quotes", "mentions", "actors")
    assert dateline("export", "--to", str(whole), *order).code == 0
    with mounted(tmp_path / "disk", "16m") as disk:
        folder = disk / "files"
        folder.mkdir()
        for room_kb in (0, 8, 60):
            filler = fill(disk, room_kb)
            said = dateline("export", "--to", str(folder), *order)
            assert_full(said)
            assert not (folder / "datapackage.json").exists()
        filler.unlink()
        assert dateline("export", "--to", str(folder), *order).code == 0
        assert files_of(folder) == files_of(whole)
        assert json.loads(files_of(folder)["datapackage.json"])["resources"]


def test_while_a_run_has_the_project_a_digest_is_code_5_and_readers_read_on(
    dateline: Dateline, project: Project, tmp_path: Path
) -> None:
    before = files_of(project.digests)
    with only_run(project):
        said = dateline("digest", "--date", DAY)
        assert said.code == 5
        assert "another run (process" in said.error
        for reader in READERS:
            assert dateline(*reader).code == 0
        assert dateline("export", "--to", str(tmp_path / "files"), "--tables", "articles").code == 0
    assert files_of(project.digests) == before


def test_while_another_program_has_the_warehouse_open_readers_read_on(
    dateline: Dateline, project: Project, tmp_path: Path
) -> None:
    with duckdb.connect(str(project.warehouse.path)):
        for reader in READERS:
            assert dateline(*reader).code == 0
        assert dateline("export", "--to", str(tmp_path / "files"), "--tables", "articles").code == 0
