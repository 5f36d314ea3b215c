"""dateline doctor: each thing that can be wrong is brought about, named, and mended by the command that it names."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from flows import health
from flows.project import Project, only_run, open_project
from tests.flows.command_line import Dateline
from tests.flows.replayed import Replayed


@pytest.fixture
def project(newsroom_week: Replayed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """The sample newsroom's project, well but for its age."""
    folder = tmp_path / "project"
    shutil.copytree(newsroom_week.project.folder, folder)
    monkeypatch.setenv("DATELINE_HOME", str(folder))
    return open_project()


def found(dateline: Dateline) -> dict[str, str]:
    """What is wrong, and how it is mended."""
    return {row["what"]: row["mend"] for row in dateline("doctor", "--json").objects}


def mend_of(dateline: Dateline, words: str) -> str:
    """The command that mends the one thing that is said in these words."""
    (mend,) = [mend for what, mend in found(dateline).items() if words in what]
    return mend


def test_each_finding_is_two_lines_and_the_code_is_1(dateline: Dateline, project: Project) -> None:
    said = dateline("doctor")
    assert said.code == 1
    lines = said.out.splitlines()
    assert all(line.startswith("    mend: ") for line in lines[1::2])
    assert any("the last run was on" in line for line in lines[::2])


def test_broken_settings_are_named(dateline: Dateline, project: Project) -> None:
    (project.folder / "dateline.toml").write_text("timezone = 7\n")
    assert str(project.folder / "dateline.toml") in mend_of(dateline, "timezone")


def test_a_folder_that_cannot_be_written_is_named(dateline: Dateline, project: Project) -> None:
    shutil.rmtree(project.digests)
    project.digests.write_text("no folder")
    assert mend_of(dateline, f"{project.digests} cannot be written") == f"mv {project.digests} {project.digests}.aside"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_the_right_to_write_is_named(dateline: Dateline, project: Project) -> None:
    project.archive.chmod(0o500)
    assert "chmod" in mend_of(dateline, f"{project.archive} cannot be written")
    project.archive.chmod(0o700)


def test_a_disk_that_is_nearly_full_is_named(
    dateline: Dateline, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "_LOW_DISK", shutil.disk_usage(project.folder).free * 2)
    assert mend_of(dateline, "of disk are free").startswith("dateline prune")


def test_a_package_of_another_version_is_named(
    dateline: Dateline, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.metadata.requires", lambda _: ["lxml<1", "no-such-package>=2", "polars>=2"])
    assert mend_of(dateline, "lxml") == 'pip install "lxml<1"'
    assert mend_of(dateline, "no-such-package is not installed") == 'pip install "no-such-package>=2"'
    assert not any("polars" in what for what in found(dateline))


def test_a_run_that_hangs_is_named_and_one_at_work_is_not(dateline: Dateline, project: Project) -> None:
    hold = (
        "import sys; from flows.project import *\n"
        "with only_run(open_project()):\n    print('held', flush=True); sys.stdin.read()"
    )
    other = subprocess.Popen([sys.executable, "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        assert not any("may hang" in what for what in found(dateline))
        long_ago = time.time() - 8 * 3600
        os.utime(project.folder / "run.json", (long_ago, long_ago))
        assert f"process {other.pid}" in next(what for what in found(dateline) if "for 8 hours; it may hang" in what)
    finally:
        other.communicate()
    with only_run(project):
        pass  # the kernel let go of the lock


def test_a_missing_published_copy_is_named(dateline: Dateline, project: Project) -> None:
    project.warehouse.published.unlink()
    assert mend_of(dateline, "nothing is published") == "dateline run"
    with project.warehouse.writing():
        pass
    assert not any("nothing is published" in what for what in found(dateline))


def test_a_broken_warehouse_file_is_named(dateline: Dateline, project: Project) -> None:
    project.warehouse.path.write_bytes(b"no database")
    assert "dateline restore" in mend_of(dateline, f"{project.warehouse.path} cannot be opened")


def test_a_log_that_does_not_replay_is_named_and_then_the_one_that_was_set_aside(
    dateline: Dateline, project: Project
) -> None:
    log = Path(f"{project.warehouse.path}.wal")
    script = (
        "import duckdb, os, sys\nc = duckdb.connect(sys.argv[1])\n"
        "c.execute(\"set checkpoint_threshold = '1 TB'\")\n"
        "c.execute(\"insert into ops.touched_days select date '2026-03-02' from range(200000)\")\nos._exit(9)"
    )
    subprocess.run([sys.executable, "-c", script, str(project.warehouse.path)], check=False)
    content = bytearray(log.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 64] = b"\xff" * 64
    log.write_bytes(content)
    assert "dateline run" in mend_of(dateline, "cannot be replayed")
    with project.warehouse.writing():
        pass
    assert mend_of(dateline, "was set aside").startswith("rm -r ")


def test_a_warehouse_that_another_program_has_is_named(dateline: Dateline, project: Project) -> None:
    hold = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", hold, str(project.warehouse.path)]
    other = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        assert str(other.pid) in next(what for what in found(dateline) if "open in another program" in what)
    finally:
        other.communicate()


def test_a_warehouse_of_a_later_version_is_named(dateline: Dateline, project: Project) -> None:
    project.warehouse.published.chmod(0o644)
    with duckdb.connect(str(project.warehouse.published)) as connection:
        connection.execute("insert into ops.migrations values (9000, '9000_facts.dreams', now())")
    assert "upgrade" in mend_of(dateline, "later version of Dateline (it has 9000_facts.dreams)")


def test_a_check_that_does_not_hold_is_named(dateline: Dateline, project: Project) -> None:
    with project.warehouse.writing() as connection:
        connection.execute("insert into facts.articles select * from facts.articles limit 1")
    assert "dateline" in mend_of(dateline, "a check does not hold: an article has one row")


def test_a_clock_that_is_behind_is_named(dateline: Dateline, project: Project) -> None:
    with project.warehouse.writing() as connection:
        ahead = datetime.now(UTC) + timedelta(days=2)
        connection.execute("update facts.entries set first_seen_at = ?", [ahead])
    assert "timedatectl" in mend_of(dateline, "clock is behind")


def test_missing_archive_files_are_named_with_the_first(dateline: Dateline, project: Project) -> None:
    (first, *_) = sorted(project.archive.rglob("pages-*.warc.gz"))
    first.unlink()
    assert "dateline restore" in mend_of(dateline, f"1 archive files are missing that rows refer to, the first {first}")


def test_pages_that_wait_are_named_with_the_stage_that_reads_them(dateline: Dateline, project: Project) -> None:
    with project.warehouse.writing() as connection:
        connection.execute("delete from ops.extractions where fetch_id in (select fetch_id from ops.fetches where "
                           "outcome = 'ok' limit 1)")  # fmt: skip
    assert mend_of(dateline, "fetched pages wait to be read") == "dateline extract"
    assert dateline("extract", "--direct").code == 0
    assert not any("wait to be read" in what for what in found(dateline))
