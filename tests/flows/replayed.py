"""The sample newsroom run through the pipeline on chosen days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from flows import stages
from flows.commands.execute import execute
from flows.demo import SAMPLE, clock_from, late_on, make_project
from flows.execution import Workers
from flows.newsroom import Newsroom, Request
from flows.project import Project
from flows.run import Run
from tests.flows.contents import Contents, contents, counts

# The 3rd holds a story before its correction, the 6th all that the newsroom has but its last two days.
RUN_DAYS = (date(2026, 3, 3), date(2026, 3, 6))


@dataclass
class Replayed:
    """A project after runs on RUN_DAYS, and what was found after each."""

    project: Project
    contents: list[Contents] = field(default_factory=list)
    counts: list[dict[str, int]] = field(default_factory=list)
    requests: list[Sequence[Request]] = field(default_factory=list)
    pages: list[list[Path]] = field(default_factory=list)


def replay(
    folder: Path, days: Sequence[date], *, direct: bool, workers: Workers, later: timedelta = timedelta()
) -> Replayed:
    """A fresh project, run late on each of the days and, where `later` is given, once more so much later."""
    replayed = Replayed(make_project(folder))
    moments = [late_on(day) for day in days] + ([late_on(days[-1]) + later] if later else [])
    with Newsroom(SAMPLE, now=moments[0]) as newsroom:
        for moment in moments:
            newsroom.now = moment
            newsroom.log.clear()
            run = Run(replayed.project, now=clock_from(moment), connect_to=newsroom.hosts, shared_workers=workers)
            replayed.pages.append(execute(run, "run", stages.whole_run, direct=direct))
            replayed.contents.append(contents(replayed.project.folder))
            replayed.counts.append(counts(replayed.project.folder))
            replayed.requests.append(list(newsroom.log))
    return replayed
