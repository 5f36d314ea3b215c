"""dateline doctor."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import duckdb

from flows.commands.talk import as_json, out
from flows.errors import FeedListError
from flows.feed_list import project_feeds
from flows.project import Project, open_project
from flows.run import utc_now
from transforms.collect.feed_words import state_in_words
from warehouse.errors import WarehouseError
from warehouse.load import KINDS, staged

_LOW_DISK = 2_000_000_000
_QUIET = timedelta(days=2)


@dataclass(frozen=True)
class Finding:
    """Something wrong, and the command that mends it."""

    what: str
    mend: str


def doctor(*, json: bool = False) -> int:
    """Say what is wrong with the project, and the command that mends each thing.

    Parameters
    ----------
    json
        One JSON object a finding.
    """
    project = open_project()
    findings = list(_findings(project))
    for finding in findings:
        out(as_json(vars(finding)) if json else f"{finding.what}\n    mend: {finding.mend}")
    if not findings and not json:
        out(f"{project.folder}: all is well")
    return 1 if findings else 0


def _findings(project: Project) -> Iterator[Finding]:
    yield from _settings(project)
    yield from _feed_list(project)
    yield from _disk(project)
    yield from _warehouse(project)


def _settings(project: Project) -> Iterator[Finding]:
    if not project.settings.contact:
        yield Finding(
            "no contact is set: publishers who mind the polling cannot write to you",
            f'put contact = "you@example.org" into {project.folder / "dateline.toml"}',
        )


def _feed_list(project: Project) -> Iterator[Finding]:
    try:
        _, warnings = project_feeds(project)
    except FeedListError as error:
        yield Finding(str(error), f"edit {project.feeds_file}")
        return
    for warning in warnings:
        yield Finding(warning, f"edit {project.feeds_file}")


def _disk(project: Project) -> Iterator[Finding]:
    free = shutil.disk_usage(project.folder).free
    if free < _LOW_DISK:
        yield Finding(f"only {free / 1e9:.1f} GB of disk are free", f"make room on the disk of {project.folder}")


def _warehouse(project: Project) -> Iterator[Finding]:
    warehouse = project.warehouse
    if not warehouse.published.exists():
        yield Finding("nothing has been collected yet", "dateline run")
        return
    waiting = sum(len(staged(project.staging, kind)) for kind in KINDS)
    if waiting:
        yield Finding(f"{waiting} batches of an interrupted run wait to be loaded", "dateline run")
    try:
        rows = {name: warehouse.ask(name) for name in ("last_run", "feed_states", "still_waiting")}
    except (duckdb.Error, WarehouseError) as error:
        yield Finding(f"the published copy cannot be read: {error}", "dateline run (it publishes a fresh copy)")
        return
    yield from _runs(rows["last_run"])
    yield from _feeds(rows["feed_states"])
    for row in rows["still_waiting"]:
        yield Finding(f"{row['row_count']} {row['what']}", f"dateline {row['command']}")


def _feeds(rows: list[dict[str, Any]]) -> Iterator[Finding]:
    for row in rows:
        if row["state"] in ("failing", "flaky", "silent"):
            yield Finding(
                f"{row['url']} is {row['state']}: {state_in_words(row)}", f"dateline feeds check {row['url']}"
            )
        elif row["state"] == "gone":
            yield Finding(f"{row['url']} is gone: {state_in_words(row)}", f"dateline feeds resume {row['url']}")


def _runs(rows: list[dict[str, object]]) -> Iterator[Finding]:
    if not rows:
        return
    (row,) = rows
    if row["state"] in ("failed", "crashed"):
        yield Finding(f"the last run ({row['flow']}) {row['state']}: {row['error']}", "dateline run")
    started = row["started_at"]
    if started is not None and utc_now() - started > _QUIET:  # type: ignore[operator]
        yield Finding(f"the last run was on {started:%d %B %Y}", "dateline run, or dateline serve for a schedule")
