"""dateline backup and restore: what comes back is what was there, and it goes on."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from flows import stages
from flows.commands.execute import execute
from flows.demo import SAMPLE, clock_from, late_on
from flows.execution import Workers
from flows.newsroom import Newsroom
from flows.project import only_run, open_project
from flows.run import Run
from tests.flows.command_line import Dateline
from tests.flows.contents import contents, counts
from tests.flows.programs import clean_environment
from tests.flows.replayed import RUN_DAYS, Replayed


@pytest.fixture
def project(newsroom_week: Replayed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample newsroom's project, as the project of the commands."""
    folder = tmp_path / "project"
    shutil.copytree(newsroom_week.project.folder, folder)
    monkeypatch.setenv("DATELINE_HOME", str(folder))
    return folder


def files_of(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_restored_project_has_equal_tables_and_files_and_goes_on(
    dateline: Dateline, project: Path, tmp_path: Path, workers: Workers
) -> None:
    before = contents(project), counts(project)
    (project / "watchlist.txt").write_text("wheat\n")
    said = dateline("backup", str(tmp_path / "kept"))
    assert said.code == 0
    assert Path(said.out.strip()).is_dir()
    home = tmp_path / "elsewhere" / "project"
    assert dateline("restore", str(tmp_path / "kept"), str(home)).code == 0
    assert (contents(home), counts(home)) == before
    made_again = {".prefect", "published", "run.lock", "run.json"}
    wanted = {name for name in files_of(project) if name.split("/")[0] not in made_again and not name.endswith(".lock")}
    assert wanted <= files_of(home)
    assert (home / "watchlist.txt").read_text() == "wheat\n"
    moment = late_on(RUN_DAYS[-1]) + timedelta(minutes=5)
    with Newsroom(SAMPLE, now=moment) as newsroom:
        run = Run(open_project(folder=home), now=clock_from(moment), connect_to=newsroom.hosts, shared_workers=workers)
        execute(run, "run", stages.read_news, direct=True)
    assert contents(home) == before[0]


def test_a_second_backup_copies_no_archive_file_again_and_old_ones_go(
    dateline: Dateline, project: Path, tmp_path: Path
) -> None:
    words = ("backup", str(tmp_path / "kept"), "--keep", "2", "--json")
    (first,), (second,), (third,) = (dateline(*words).objects for _ in range(3))
    archive = sum(path.stat().st_size for path in (project / "archive").rglob("*.warc.gz"))
    assert first["copied"] == first["bytes"]
    assert second["copied"] == second["bytes"] - archive
    kept = {path.name for path in (tmp_path / "kept" / "backups").iterdir()}
    assert kept == {Path(second["backup"]).name, Path(third["backup"]).name}


def test_backups_inside_the_project_are_not_backed_up(dateline: Dateline, project: Path) -> None:
    words = ("backup", str(project / "kept"), "--json")
    (first,), (second,) = dateline(*words).objects, dateline(*words).objects
    (other,) = dateline("backup", str(project / "other"), "--json").objects
    assert first["files"] == second["files"] == other["files"]


@pytest.mark.parametrize("damage", ["changed", "missing"])
def test_a_damaged_backup_is_refused_before_anything_is_touched(
    dateline: Dateline, project: Path, tmp_path: Path, damage: str
) -> None:
    dateline("backup", str(tmp_path / "kept"))
    (victim, *_) = sorted((tmp_path / "kept" / "archive").rglob("*.warc.gz"))
    content = bytearray(victim.read_bytes())
    content[20] ^= 1
    victim.unlink()
    if damage == "changed":
        victim.write_bytes(content)
    home = tmp_path / "home"
    said = dateline("restore", str(tmp_path / "kept"), str(home))
    assert said.code == 1
    assert victim.name in said.error
    assert not home.exists()


def test_a_manifest_that_names_a_path_outside_is_refused(dateline: Dateline, project: Path, tmp_path: Path) -> None:
    dateline("backup", str(tmp_path / "kept"))
    (manifest,) = (tmp_path / "kept").rglob("manifest.json")
    said = json.loads(manifest.read_text())
    said["files"]["../evil"] = {"byte_count": 0, "sha256": "0"}
    manifest.write_text(json.dumps(said))
    refused = dateline("restore", str(tmp_path / "kept"), str(tmp_path / "home"))
    assert refused.code == 1
    assert "outside" in refused.error


def test_a_project_that_is_there_is_replaced_only_by_force(dateline: Dateline, project: Path, tmp_path: Path) -> None:
    before = contents(project)
    dateline("backup", str(tmp_path / "kept"))
    assert dateline("prune", "--older-than", "30d", "--texts").code == 0
    refused = dateline("restore", str(tmp_path / "kept"))
    assert refused.code == 2
    assert "--force" in refused.error
    assert contents(project) != before
    (project / "staging" / "fetches-of-another-past").mkdir(parents=True)
    assert dateline("restore", str(tmp_path / "kept"), "--force").code == 0
    assert contents(project) == before
    assert not (project / "staging" / "fetches-of-another-past").exists()


def test_a_killed_backup_leaves_the_one_before_as_it_was(dateline: Dateline, project: Path, tmp_path: Path) -> None:
    dateline("backup", str(tmp_path / "kept"))
    kill = (
        "import os, warehouse.backup as b\n"
        "b._write_manifest = lambda *_: os.kill(os.getpid(), 9)\n"
        "from flows.cli import main; main()"
    )
    environment = clean_environment(DATELINE_HOME=str(project))
    command = [sys.executable, "-c", kill, "backup", str(tmp_path / "kept")]
    assert subprocess.run(command, env=environment, check=False, cwd=tmp_path).returncode == -9
    assert any((tmp_path / "kept" / "backups").glob(".*"))
    assert dateline("restore", str(tmp_path / "kept"), str(tmp_path / "home")).code == 0
    assert contents(tmp_path / "home") == contents(project)
    assert dateline("backup", str(tmp_path / "kept")).code == 0
    assert not any((tmp_path / "kept" / "backups").glob(".*"))


def test_a_backup_while_a_run_is_at_work_is_code_5(dateline: Dateline, project: Path, tmp_path: Path) -> None:
    with only_run(open_project()):
        environment = clean_environment(DATELINE_HOME=str(project))
        command = [sys.executable, "-c", "from flows.cli import main; main()", "backup", str(tmp_path / "kept")]
        assert subprocess.run(command, env=environment, check=False, capture_output=True).returncode == 5
    assert not (tmp_path / "kept").exists()


def test_where_there_is_no_backup_is_code_4(dateline: Dateline, tmp_path: Path) -> None:
    assert dateline("restore", str(tmp_path / "none"), str(tmp_path / "home")).code == 4
