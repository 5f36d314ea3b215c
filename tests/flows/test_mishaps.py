"""What can befall the machine under a run: nothing is lost, nothing comes twice, the file opens, and it is said."""

from __future__ import annotations

import logging
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from flows.cli import call
from flows.extract import extract
from flows.project import Project
from flows.run import Run
from tests.flows.collecting import collected, feed_of, project_of, rows
from tests.flows.disks import fill, mounted, remount
from tests.flows.small_web import Web, response, small_web
from warehouse.load import staged

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
FEED = "http://news.example/feed"
PAGE = response(body=b"<p>" + b"word " * 300, headers=("Content-Type: text/html",))


@pytest.fixture
def web() -> Iterator[Web]:
    with small_web() as running_web:
        running_web.answers("/feed", feed_of("a", "b"))
        running_web.answers("/a", PAGE)
        running_web.answers("/b", PAGE)
        yield running_web


def fetched(project: Project) -> list[tuple[str, int]]:
    """How often each page was stored."""
    return rows(project, "select url, count(*) from ops.fetches where outcome = 'ok' group by url order by url")


EACH_ONCE = [("http://news.example/a", 1), ("http://news.example/b", 1)]


# --- the clock -------------------------------------------------------------------------------------------------------


def test_a_clock_that_ran_a_year_ahead_silences_no_feed_and_no_page(web: Web, tmp_path: Path) -> None:
    project = project_of(tmp_path / "project", FEED, min_poll_minutes=15)
    web.answers("/b", response("503 Busy"))
    collected(project, web, NOW + timedelta(days=366))
    web.answers("/b", PAGE)
    collected(project, web, NOW, due_only=True)  # set right again
    assert web.paths.count("/feed") == 2
    assert fetched(project) == EACH_ONCE
    collected(project, web, NOW + timedelta(minutes=1), due_only=True)
    assert web.paths.count("/feed") == 2  # and the pause between polls holds again


def test_a_clock_that_was_set_back_loses_nothing_and_doubles_nothing(web: Web, tmp_path: Path) -> None:
    project = project_of(tmp_path / "project", FEED)
    for moment in (NOW, NOW - timedelta(days=40), NOW - timedelta(days=39), NOW + timedelta(days=400)):
        collected(project, web, moment)
    assert rows(project, "select count(*), count(distinct article_id) from facts.articles") == [(2, 2)]
    assert len(fetched(project)) == 2


# --- files that break ------------------------------------------------------------------------------------------------


def damaged(content: bytes, place: int) -> bytes:
    """The content with sixteen bytes changed at a place."""
    return content[:place] + bytes(byte ^ 0x55 for byte in content[place : place + 16]) + content[place + 16 :]


def damage(path: Path) -> None:
    """Change bytes in the middle of a file."""
    content = path.read_bytes()
    path.write_bytes(damaged(content, len(content) // 2))


def killed_before_its_checkpoint(project: Project, web: Web) -> Path:
    """The log that a run leaves that is killed between the end of its load's transaction and the checkpoint."""
    with project.warehouse.writing():
        pass
    program = f"""
import os
from datetime import UTC, datetime
from pathlib import Path
import warehouse.load
from tests.flows.collecting import collected, project_of
from tests.flows.small_web import Web

def die(*_):
    os.kill(os.getpid(), 9)
warehouse.load._checkpoint = die
project = project_of(Path({str(project.folder)!r}), {FEED!r})
collected(project, Web({web.address!r}), datetime(2026, 3, 1, 12, tzinfo=UTC))
"""
    killed = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True, text=True)
    assert killed.returncode == -9, killed.stderr
    path = project.warehouse.path
    return path.with_name(f"{path.name}.wal")


def refused(path: Path, log: bytes) -> bool:
    """Whether DuckDB refuses to open a copy of the file with this log beside it."""
    copy = path.with_name("copy.duckdb")
    shutil.copyfile(path, copy)
    copy.with_name("copy.duckdb.wal").write_bytes(log)
    try:
        duckdb.connect(str(copy)).close()
    except duckdb.Error:
        return True
    else:
        return False
    finally:
        for leftover in path.parent.glob("copy.duckdb*"):
            leftover.unlink()


def assert_nothing_is_lost(project: Project) -> None:
    assert rows(project, "select count(*) from facts.entries") == [(2,)]
    assert rows(project, "select count(*) from ops.polls") == [(2,)]  # the one of the killed run, and the next
    assert fetched(project) == EACH_ONCE


def test_a_log_that_does_not_replay_is_set_aside_and_its_batches_come_again(
    web: Web, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    project = project_of(tmp_path / "project", FEED)
    log = killed_before_its_checkpoint(project, web)
    content = log.read_bytes()
    # DuckDB takes a damaged length for a log that broke off: only damage to what a checksum holds is refused.
    places = range(len(content) // 3, len(content), len(content) // 20)
    damages = (damaged(content, place) for place in places)
    log.write_bytes(next(one for one in damages if refused(project.warehouse.path, one)))
    with caplog.at_level(logging.WARNING, "dateline"):
        collected(project, web, NOW + timedelta(hours=1))
    assert "could not be replayed" in caplog.text
    assert len(list(log.parent.glob("*.wal.broken-*"))) == 1
    assert_nothing_is_lost(project)


def test_what_a_log_that_broke_off_held_comes_again(web: Web, tmp_path: Path) -> None:
    project = project_of(tmp_path / "project", FEED)
    log = killed_before_its_checkpoint(project, web)
    broken_off = log.read_bytes()[: log.stat().st_size // 2]
    assert not refused(project.warehouse.path, broken_off), "DuckDB forgets it without a word"
    log.write_bytes(broken_off)
    collected(project, web, NOW + timedelta(hours=1))
    assert_nothing_is_lost(project)


@pytest.mark.parametrize("harm", ["changed", "cut", "emptied", "one-file-gone"])
def test_a_damaged_batch_is_set_aside_and_its_work_done_again(
    web: Web, tmp_path: Path, harm: str, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = project_of(tmp_path / "project", FEED)
    with monkeypatch.context() as patched, pytest.raises(RuntimeError):
        patched.setattr(Run, "load", _power_failure)
        collected(project, web, NOW)
    (batch,) = staged(project.staging, "polls")
    file = batch / "facts.entries.parquet"
    if harm == "changed":
        damage(file)
    elif harm == "cut":
        file.write_bytes(file.read_bytes()[:-40])
    elif harm == "emptied":
        file.write_bytes(b"")
    else:
        file.unlink()
    with caplog.at_level(logging.WARNING, "dateline"):
        collected(project, web, NOW + timedelta(hours=1))
    assert "is damaged and was set aside" in caplog.text
    assert fetched(project) == EACH_ONCE


def _power_failure(run: Run, kind: str) -> None:
    raise RuntimeError(kind)


@pytest.mark.parametrize("harm", ["cut", "gone", "changed"])
def test_a_page_that_the_archive_has_lost_is_fetched_again(web: Web, tmp_path: Path, harm: str) -> None:
    project = project_of(tmp_path / "project", FEED)
    collected(project, web, NOW)
    (file,) = project.archive.rglob("pages-*.warc.gz")
    if harm == "cut":
        file.write_bytes(file.read_bytes()[: file.stat().st_size * 3 // 4])
    elif harm == "changed":
        file.write_bytes(b"\0" * file.stat().st_size)
    else:
        file.unlink()
    collected(project, web, NOW + timedelta(minutes=1), then=extract)
    assert {reason for (reason,) in rows(project, "select reason from rejections")} >= {"lost"}
    collected(project, web, NOW + timedelta(hours=1), then=extract)
    assert rows(project, "select count(*) from ops.rejections where reason = 'lost'") <= [(2,)]
    assert {url for url, _ in fetched(project)} == {url for url, _ in EACH_ONCE}
    assert web.paths.count("/b") == 2


# --- a disk that is full, a folder that cannot be written ------------------------------------------------------------


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own, a few megabytes small."""
    with mounted(tmp_path / "disk", "64m") as folder:
        yield folder


@pytest.fixture
def home(small_disk: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project that commands find."""
    folder = small_disk / "project"
    monkeypatch.setenv("DATELINE_HOME", str(folder))
    return folder


def write_settings(folder: Path) -> None:
    lines = ['contact = "tests@dateline.example"', 'allow_networks = ["127.0.0.0/8"]', "host_delay_seconds = 0"]
    (folder / "dateline.toml").write_text("\n".join([*lines, "min_poll_minutes = 0", "workers = 1", ""]))


def test_a_full_disk_is_said_in_one_line_and_costs_nothing(
    home: Path, small_disk: Path, web: Web, capsys: pytest.CaptureFixture[str]
) -> None:
    address = f"http://{web.address}/feed"
    project = project_of(home, address)
    write_settings(home)
    for room_kb in (0, 500, 3_000, 9_000, 14_000):
        filler = fill(small_disk, room_kb)
        code = call(["collect", "--direct", "--all-feeds"])
        said = capsys.readouterr().err
        assert code in (0, 1)
        if code == 1:
            last = said.rstrip().splitlines()[-1]
            assert last.startswith("dateline: the disk is full: ")
            assert "make room" in last
    filler.unlink()
    assert call(["collect", "--direct", "--all-feeds"]) == 0
    assert [count for _, count in fetched(project)] == [1, 1]
    assert rows(project, "select count(*), count(distinct entry_id) from facts.entries") == [(2, 2)]
    with duckdb.connect(str(project.warehouse.path)) as connection:
        assert connection.execute("select count(*) from facts.articles").fetchall() == [(2,)]


def test_a_folder_that_cannot_be_written_is_said_in_one_line(
    home: Path, small_disk: Path, web: Web, capsys: pytest.CaptureFixture[str]
) -> None:
    project = project_of(home, f"http://{web.address}/feed")
    write_settings(home)
    assert call(["collect", "--direct"]) == 0
    remount(small_disk, "ro")
    capsys.readouterr()
    assert call(["collect", "--direct"]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "cannot be written: Read-only file system" in said
    assert call(["sql", "select count(*) from entries", "--format", "csv"]) == 0  # readers need no writing
    remount(small_disk, "rw")
    assert call(["collect", "--direct", "--all-feeds"]) == 0
    assert [count for _, count in fetched(project)] == [1, 1]
