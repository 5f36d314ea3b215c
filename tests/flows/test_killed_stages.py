"""kill -9 while a run links, counts, alerts or writes the digest: the next run ends as if nothing had happened.

`KILL_TRIALS=10 pytest -m slow tests/flows/test_killed_stages.py` tries ten times as many moments of each.
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import psutil
import pytest
from lxml import etree

from flows import stages
from flows.analyse import read_texts
from flows.collect import collect
from flows.demo import SAMPLE, clock_from, late_on, make_project
from flows.execution import Workers
from flows.extract import extract
from flows.feed_list import sync_seeds
from flows.newsroom import Newsroom
from flows.project import Project
from flows.run import Run, running
from flows.settings import load_settings
from tests.flows.contents import opened
from tests.flows.desk import Desk, open_desk
from tests.flows.programs import clean_environment, family_of, kill

pytestmark = pytest.mark.slow

TRIALS = range(2 * int(os.environ.get("KILL_TRIALS", "1")))
PATIENCE_S = 120
COUNTED, LAST = (
    date(2026, 3, 5),
    date(2026, 3, 8),
)  # what came until then is linked and counted; what came until now is read
STAGES = {
    "linking": "flows.analyse link_days",
    "counting": "flows.analyse refresh_daily",
    "alerting": "flows.alerts alert",
    "writing": "flows.digest digest",
}
WATCHED = "".join(
    f"[[watchlist]]\nname = '{name}'\nrule = '{rule}'\nalert = 'each'\ntargets = ['desk', 'hook']\n"
    for name, rule in {
        "All": "the OR die OR la",
        "Talks": "talk* OR meet* OR met",
        "Leaders": "president OR minister",
    }.items()
)
PROGRAM = """
import importlib, sys, time
from datetime import datetime
from functools import partial
from pathlib import Path

import flows.commands.run as command
from flows.cli import main
from flows.run import Run

marks, now, *places = sys.argv[1:]

def mark(stage, module, name):
    work = getattr(module, name)

    def marked(*given):
        tell("begun")
        found = work(*given)
        tell("ended")
        return found

    def tell(what):
        fresh = Path(marks, f".{stage}")
        fresh.write_text(str(time.process_time()))
        fresh.replace(Path(marks, f"{stage} {what}"))

    setattr(module, name, marked)

for place in places:
    stage, module, name = place.split()
    mark(stage, importlib.import_module(module), name)
command.Run = partial(Run, now=lambda: datetime.fromisoformat(now))
main(["run", "--direct"])
"""


@dataclass
class News:
    """A project with three days of news that are read, and neither linked nor counted; and what alerts go to."""

    folder: Path
    desk: Desk


@dataclass
class End:
    """What a run left: rows by table, files by place, the messages by key as often as they came."""

    tables: dict[str, list[tuple[Any, ...]]]
    files: dict[str, bytes]
    messages: Counter[str]


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory, workers: Workers) -> Iterator[News]:
    project = make_project(tmp_path_factory.mktemp("news") / "project")
    with (project.folder / "dateline.toml").open("a") as settings:
        settings.write("alerts_per_hour = 1000\nrevisit_hours = []\nfetch_attempts = 1\nworkers = 1\n")
    project = Project(project.folder, load_settings(project.folder, {}))
    project.watchlists_file.write_text(WATCHED)
    with open_desk() as desk, Newsroom(SAMPLE, now=late_on(COUNTED)) as newsroom:
        address = f"json://127.0.0.1:{desk.port}"
        project.targets_file.write_text(f'desk = "{address}/desk"\nhook = "{address}/hook"\n')
        for day, work in ((COUNTED, stages.whole_run), (LAST, read_all)):
            newsroom.now = late_on(day)
            run = Run(project, now=clock_from(late_on(day)), connect_to=newsroom.hosts, shared_workers=workers)
            with running(run, "run"):
                work(run)
        yield News(project.folder, desk)


def read_all(run: Run) -> None:
    """Collect and read what there is, and leave it so."""
    sync_seeds(run)
    collect(run)
    extract(run)
    read_texts(run)


@pytest.fixture(scope="module")
def undisturbed(news: News, tmp_path_factory: pytest.TempPathFactory) -> tuple[End, dict[str, float]]:
    """What a run leaves that nobody kills, and the processor's seconds that each stage takes."""
    folder = copied(news, tmp_path_factory.mktemp("undisturbed"))
    run_to_the_end(folder)
    cpu = {mark.name: float(mark.read_text()) for mark in (folder.parent / "marks").iterdir()}
    return end_of(folder, news), {stage: cpu[f"{stage} ended"] - cpu[f"{stage} begun"] for stage in STAGES}


def copied(news: News, folder: Path) -> Path:
    """A copy of the project, with nothing sent yet."""
    news.desk.messages.clear()
    return shutil.copytree(news.folder, folder / "project")


def start(project: Path) -> subprocess.Popen[bytes]:
    """`dateline run --direct` on the clock of the last day, which marks the beginning and the end of each stage."""
    marks = project.parent / "marks"
    shutil.rmtree(marks, ignore_errors=True)
    marks.mkdir()
    now = (late_on(LAST) + timedelta(minutes=5)).isoformat()
    command = [sys.executable, "-c", PROGRAM, str(marks), now, *(f"{stage} {place}" for stage, place in STAGES.items())]
    environment = clean_environment(DATELINE_HOME=str(project))
    with (project.parent / "run.log").open("ab") as said:
        return subprocess.Popen(command, env=environment, stdout=said, stderr=said, start_new_session=True)


def run_to_the_end(project: Path) -> None:
    assert start(project).wait(PATIENCE_S) == 0, (project.parent / "run.log").read_text()


def run_until_killed(project: Path, stage: str, seconds: float) -> bool:
    """kill -9 so many of the processor's seconds after a stage has begun; returns whether it was under way still.

    Not so many of the clock's: a busy machine would be killed at the beginning, and an idle one after the end.
    """
    run, marks = start(project), project.parent / "marks"
    begun, ended = marks / f"{stage} begun", marks / f"{stage} ended"
    while run.poll() is None and not begun.exists():
        time.sleep(0.001)
    until = float(begun.read_text()) + seconds
    while run.poll() is None and sum(psutil.Process(run.pid).cpu_times()[:2]) < until:
        time.sleep(0.001)
    kill(family_of(run.pid))
    run.wait(10)
    return not ended.exists()


def end_of(project: Path, news: News) -> End:
    return End(tables_of(project), files_of(project), keys_of(news))


def tables_of(project: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of facts and daily, what is noted of alerts, and what still waits."""
    queries = {
        "alerts": "select * exclude (state, error, sent_at, tried_at, attempt_count) from ops.alerts",
        "alerted": "from ops.alerted_articles",
        "counted": "from ops.counted_days",
        "touched": "from ops.touched_days",
        "watched": "from ops.watched_days",
        "unwritten": "from ops.unwritten_digests",
    }
    with opened(project) as connection:
        names = connection.execute(
            "select schema_name || '.' || table_name from duckdb_tables() where schema_name in ('facts', 'daily')"
        ).fetchall()
        queries |= {name: f"from {name}" for (name,) in names}
        return {name: sorted(connection.execute(query).fetchall(), key=repr) for name, query in queries.items()}


def files_of(project: Path) -> dict[str, bytes]:
    """Every file below the digests, and what waits to be loaded."""
    folders = (project / "digests", project / "staging")
    return {
        str(path.relative_to(project)): path.read_bytes()
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file()
    }


def keys_of(news: News) -> Counter[str]:
    return Counter(re.findall(r"Alert (\w+)\Z", one["message"])[0] for one in news.desk.messages)


def assert_nothing_half_done(project: Path) -> None:
    """Whatever a reader may open is whole: the published copy, and each file of the digests by its medium."""
    with opened(project) as connection:
        connection.execute("select count(*) from duckdb_tables()")
    for path in (path for path in (project / "digests").rglob("*") if path.is_file() and not path.name.startswith(".")):
        content = path.read_bytes()
        match path.suffix:
            case ".html":
                assert content.endswith(b"</html>\n"), path
            case ".json":
                json.loads(content)
            case ".xml":
                etree.fromstring(content)
            case ".eml":
                assert content.rstrip().endswith(b"--"), path  # the last part's end


@pytest.mark.parametrize("trial", TRIALS)
@pytest.mark.parametrize("stage", STAGES)
def test_a_run_killed_in_a_stage_and_a_next_one_leave_what_one_undisturbed_run_leaves(
    news: News, undisturbed: tuple[End, dict[str, float]], tmp_path: Path, stage: str, trial: int
) -> None:
    expected, seconds = undisturbed
    moments = random.Random(f"{stage} {trial}")
    project = copied(news, tmp_path)
    for number in range(2):  # the second meets what the first has left
        is_under_way = run_until_killed(project, stage, moments.uniform(0, 0.9 * seconds[stage]))
        assert is_under_way or number
        assert_nothing_half_done(project)
    run_to_the_end(project)
    found = end_of(project, news)
    assert found.files.keys() == expected.files.keys()
    for table, rows in expected.tables.items():
        assert found.tables[table] == rows, table
    for path, content in expected.files.items():
        assert found.files[path] == content, path
    with opened(project) as connection:
        doubted = dict(connection.execute("select alert_id, 1 from ops.alerts where state = 'unknown'").fetchall())
    assert set(found.messages.values()) == {1}
    assert expected.messages.keys() - doubted.keys() <= found.messages.keys() <= expected.messages.keys()
    assert len(doubted) <= 2
