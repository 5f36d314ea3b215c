"""Small projects over a small web, collected at chosen moments."""

from __future__ import annotations

import atexit
import tempfile
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from flows.collect import collect
from flows.feed_list import ListedFeed, sync_seeds, write_feed_list
from flows.project import Project
from flows.run import Run, running
from flows.settings import Settings
from tests.flows.lasting import lasting_workers
from tests.flows.small_web import Web, response
from tests.warehouse import kept
from warehouse.publish import publish

USUAL = {
    "allow_networks": ["127.0.0.1/32"], "host_delay_seconds": 0, "min_poll_minutes": 0, "workers": 1,
    "contact": "tests@dateline.example",
}  # fmt: skip


def feed_of(*paths: str) -> bytes:
    """A feed's answer that names these pages of its host."""
    items = "".join(f"<item><title>On {path}</title><link>/{path}</link></item>" for path in paths)
    body = f'<rss version="2.0"><channel><title>News</title>{items}</channel></rss>'.encode()
    return response(body=body, headers=("Content-Type: application/rss+xml",))


def project_of(folder: Path, *urls: str, **settings: Any) -> Project:
    """A project with feeds at these addresses, its warehouse a copy of one that has its schema and its seeds."""
    folder.mkdir(exist_ok=True)
    project = Project(folder, Settings(**USUAL | settings))
    write_feed_list(project.feeds_file, [ListedFeed(url, url, url.split("/")[2]) for url in urls])
    begin_seeded(project)
    return project


def begin_seeded(project: Project) -> None:
    """Give a project without a warehouse one with the schema and the seeds, published: reading these takes a second."""
    if not project.warehouse.path.exists():
        kept.begin(project.warehouse.path, seeded_warehouse())
        publish(project.warehouse.path, project.warehouse.published)


@cache
def seeded_warehouse() -> Path:
    """The file of a project without feeds, made once for all tests of this session."""
    folder = tempfile.TemporaryDirectory(prefix="dateline-seeded-")
    atexit.register(folder.cleanup)
    project = Project(Path(folder.name), Settings(**USUAL))
    write_feed_list(project.feeds_file, [])
    sync_seeds(Run(project))
    return project.warehouse.path


def collected(
    project: Project, web: Web, now: datetime, *, due_only: bool = False, then: Callable[[Run], None] | None = None
) -> Run:
    """A run of collect at a moment, and of what comes `then`."""
    hosts = {feed.split("/")[2]: web.address for feed in project.feeds_file.read_text().split(",") if "//" in feed}
    run = Run(project, now=lambda: now, connect_to=hosts, shared_workers=lasting_workers())
    with running(run, "collect"):
        sync_seeds(run)
        collect(run, every_feed=not due_only)
        if then:
            then(run)
    return run


def rows(project: Project, sql: str) -> list[tuple[Any, ...]]:
    """What the published copy answers."""
    with duckdb.connect(str(project.warehouse.published), read_only=True) as connection:
        return connection.execute(sql).fetchall()
