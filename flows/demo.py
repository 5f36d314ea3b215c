"""The sample newsroom, replayed day by day through the same code as the web."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from flows import stages
from flows.errors import ProjectError
from flows.execution import Workers
from flows.feed_list import ListedFeed, write_feed_list
from flows.knowledge import SEEDS
from flows.newsroom import Newsroom, read_outlets
from flows.project import Project
from flows.run import Progress, Run
from flows.settings import FILE_NAME, load_settings

SAMPLE = SEEDS / "sample"
FIRST_DAY = date(2026, 3, 2)
LAST_DAY = date(2026, 3, 8)

_MARK = "# Made by `dateline demo`, which may remove this folder and make it again.\n"
_SETTINGS = f"""{_MARK}
contact = "demo@dateline.example"
allow_networks = ["127.0.0.0/8"]
host_delay_seconds = 0
min_poll_minutes = 15
"""
_WATCHLISTS = """[[watchlist]]
name = "Grain corridor"
rule = 'wheat AND (Odesa OR Odessa)'
"""

Execute = Callable[[Run, str, Callable[[Run], list[Path]]], list[Path]]


def make_project(folder: Path) -> Project:
    """A fresh project for the demo. ProjectError where the folder holds something else."""
    settings = folder / FILE_NAME
    if folder.exists() and any(folder.iterdir()):
        if not settings.exists() or not settings.read_text(encoding="utf-8").startswith(_MARK):
            raise ProjectError(
                f"{folder} holds something else than a demo; give another folder: `dateline demo FOLDER`"
            )
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    settings.write_text(_SETTINGS, encoding="utf-8")
    outlets = read_outlets(SAMPLE)
    write_feed_list(
        folder / "feeds.csv", [ListedFeed(o.feed_url, o.name, o.host, "sample", o.language) for o in outlets]
    )
    _write_outlets(folder / "outlets.csv")
    project = Project(folder.resolve(), load_settings(folder, {}))
    project.watchlists_file.write_text(_WATCHLISTS, encoding="utf-8")
    return project


def _write_outlets(path: Path) -> None:
    import csv

    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(("name", "domain", "country", "language", "owner", "is_agency"))
        for o in read_outlets(SAMPLE):
            writer.writerow((o.name, o.host, o.country, o.language, o.owner, str(o.is_agency).lower()))


def replay(project: Project, execute: Execute, progress: Progress) -> Iterator[tuple[date, Run, list[Path]]]:
    """A run late on each day of the sample week, on that day's clock; yields the day, the run and its digests."""
    with (
        Newsroom(SAMPLE, now=late_on(FIRST_DAY)) as newsroom,
        Workers(project.settings.worker_count, project.settings.worker_memory_mb) as workers,
    ):
        for number in range((LAST_DAY - FIRST_DAY).days + 1):
            day = FIRST_DAY + timedelta(days=number)
            newsroom.now = late_on(day)
            run = Run(
                project,
                now=clock_from(newsroom.now),
                connect_to=newsroom.hosts,
                progress=progress,
                shared_workers=workers,
            )
            yield day, run, execute(run, "demo", stages.whole_run)


def late_on(day: date) -> datetime:
    """Ten minutes to midnight, UTC."""
    return datetime(day.year, day.month, day.day, 23, 50, tzinfo=UTC)


def clock_from(start: datetime) -> Callable[[], datetime]:
    """A clock that stands at `start` now and goes on as clocks do."""
    begun = time.monotonic()
    return lambda: start + timedelta(seconds=time.monotonic() - begun)
