"""One run of some stages, through Prefect or directly, and the exit code that says how it went."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from flows.commands.talk import as_json, out, say
from flows.run import Run, running, summary

Found = TypeVar("Found")

SOME_FEEDS_FAILED = 3

_NOT_NEEDED = (
    "TRIGGERS",
    "EVENT_PERSISTER",
)  # they serve automations, which a run's own short-lived server has none of


def execute(run: Run, name: str, work: Callable[[Run], Found], *, direct: bool) -> Found:
    """The result of `work`, with the project held and the run written down."""
    if direct:
        with running(run, name):
            return work(run)
    for service in _NOT_NEEDED:
        os.environ.setdefault(f"PREFECT_SERVER_SERVICES_{service}_ENABLED", "false")
    prepare_prefect(run.project.folder)
    from flows.pipeline import through_prefect

    return through_prefect(run, name, work)


def prepare_prefect(folder: Path) -> None:
    """Settings for Prefect that a user would want here; what the user has set stays. Before Prefect is imported."""
    home = folder / ".prefect"
    if "PREFECT_HOME" not in os.environ:
        home.mkdir(parents=True, exist_ok=True)
    for name, value in {
        "PREFECT_HOME": str(home),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "180",  # a busy machine takes longer than the default 20
        "PREFECT_LOGGING_LEVEL": "WARNING",
        "DO_NOT_TRACK": "1",
    }.items():
        os.environ.setdefault(name, value)


def report(run: Run, pages: list[Path], *, json: bool) -> int:
    """Say what a run did: summary to stderr, digest's page (or all as JSON) to stdout; returns the exit code."""
    for warning in run.warnings:
        say(f"dateline: {warning}")
    if json:
        out(
            as_json(
                {
                    "run_id": run.run_id,
                    "counts": dict(run.counts),
                    "seconds": dict(run.seconds),
                    "digests": [str(page) for page in pages],
                }
            )
        )
    else:
        say(summary(run))
        for page in pages:
            out(str(page))
    return SOME_FEEDS_FAILED if run.counts["feeds failed"] else 0
