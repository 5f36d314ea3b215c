"""A project: where it is found, and that one run at a time has it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from flows.errors import Busy, ProjectError
from flows.project import Project, find_folder, only_run, open_project
from flows.settings import Settings
from tests.flows.programs import clean_environment

HOLD = """
import sys
from pathlib import Path
from flows.project import Project, only_run
from flows.settings import Settings
with only_run(Project(Path(sys.argv[1]), Settings())):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path, Settings())


@contextmanager
def held(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the project."""
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env=clean_environment(),
    )  # fmt: skip
    try:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        yield other
    finally:
        other.kill()
        other.wait(10)
        for stream in (other.stdin, other.stdout):
            if stream:
                stream.close()


def test_dateline_home_goes_before_the_folder_that_one_is_in(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "dateline.toml").touch()
    (tmp_path / "home").mkdir()
    assert find_folder({"DATELINE_HOME": str(tmp_path / "home")}, tmp_path / "here") == tmp_path / "home"


def test_the_nearest_folder_above_with_a_dateline_toml_is_the_project(tmp_path: Path) -> None:
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    (tmp_path / "dateline.toml").touch()
    (tmp_path / "a" / "dateline.toml").touch()
    assert find_folder({}, below) == tmp_path / "a"


def test_no_project_is_an_error_that_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="dateline init"):
        find_folder({}, tmp_path)


def test_a_home_that_does_not_exist_is_an_error_and_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="there is no such folder"):
        find_folder({"DATELINE_HOME": str(tmp_path / "missing")}, tmp_path)
    with pytest.raises(ProjectError, match="there is no such folder"):
        open_project(folder=tmp_path / "missing")
    assert not (tmp_path / "missing").exists()


def test_a_second_run_is_told_which_process_has_the_project(project: Project) -> None:
    with held(project.folder) as other, pytest.raises(Busy, match=f"process {other.pid}"), only_run(project):
        pass


def test_a_run_that_may_wait_gets_the_project_when_the_other_ends(project: Project) -> None:
    with held(project.folder) as other:
        assert other.stdin is not None
        other.stdin.close()
        with only_run(project, wait_s=10):
            assert str(os.getpid()) in (project.folder / "run.json").read_text()


def test_a_killed_run_does_not_block_the_next(project: Project) -> None:
    with held(project.folder) as other:
        other.kill()
        other.wait(10)
        with only_run(project):
            assert str(os.getpid()) in (project.folder / "run.json").read_text()


def test_an_error_inside_a_run_lets_go_of_the_project(project: Project) -> None:
    with pytest.raises(ZeroDivisionError), only_run(project):
        raise ZeroDivisionError
    with only_run(project):
        pass


def test_making_a_project_touches_nothing(project: Project) -> None:
    assert project.warehouse.ask("last_run") == []
    assert list(project.folder.iterdir()) == []
