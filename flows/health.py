"""What is wrong with a project, thing by thing, and the command that mends each."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import duckdb

from flows.alert_health import alert_findings
from flows.errors import Busy, FeedListError
from flows.feed_list import project_feeds
from flows.project import Project, only_run
from flows.run import utc_now
from flows.trouble import Finding
from transforms.collect.feed_words import state_in_words
from warehouse.checks import run_checks
from warehouse.database import Warehouse
from warehouse.errors import WarehouseError
from warehouse.load import KINDS, staged
from warehouse.recovery import is_broken_log
from warehouse.statements import names_in

_LOW_DISK = 2_000_000_000
_QUIET = timedelta(days=2)
_LONG_RUN_S = 6 * 3600  # the longest run of a day's news took minutes
_CLOCK_DIFFERENCE = timedelta(minutes=10)
_MENDED_BY_RUN = "dateline run"
_RESTORE = "dateline restore BACKUP --force"


def findings(project: Project) -> Iterator[Finding]:
    """All that is wrong with a project. While a run is at work, what it has under way is not called wrong."""
    yield from _contact(project)
    yield from versions()
    yield from _feed_list(project)
    yield from alert_findings(project)
    yield from _folders(project)
    yield from _disk(project)
    busy = list(_run_at_work(project))
    yield from (finding for finding in busy if finding)
    if not busy:
        yield from _warehouse_file(project)
        yield from _left_behind(project)
    yield from _published(project, is_busy=bool(busy))


def _contact(project: Project) -> Iterator[Finding]:
    if not project.settings.contact:
        yield Finding(
            "no contact is set: publishers who mind the polling cannot write to you",
            f'put contact = "you@example.org" into {project.folder / "dateline.toml"}',
        )


def versions() -> Iterator[Finding]:
    """Installed packages that are not of the versions that Dateline needs."""
    from importlib.metadata import PackageNotFoundError, requires, version

    from packaging.requirements import Requirement

    for requirement in (Requirement(text) for text in requires("dateline") or ()):  # as it was installed
        if requirement.marker and not requirement.marker.evaluate():
            continue
        mend = f'pip install "{requirement}"'
        try:
            installed = version(requirement.name)
        except PackageNotFoundError:
            yield Finding(f"{requirement.name} is not installed, and Dateline needs it", mend)
            continue
        if not requirement.specifier.contains(installed, prereleases=True):
            yield Finding(
                f"{requirement.name} {installed} is installed, and Dateline needs {requirement.specifier}", mend
            )


def _feed_list(project: Project) -> Iterator[Finding]:
    try:
        _, warnings = project_feeds(project)
    except FeedListError as error:
        yield Finding(str(error), f"edit {project.feeds_file}")
        return
    for warning in warnings:
        yield Finding(warning, f"edit {project.feeds_file}")


def _folders(project: Project) -> Iterator[Finding]:
    """Folders that cannot be written, found by writing: rights alone do not tell of read-only disks."""
    places = (project.folder, project.archive, project.staging, project.digests, project.warehouse.path.parent,
              project.warehouse.published.parent)  # fmt: skip
    for place in places:
        if not place.exists():
            continue
        try:
            with tempfile.TemporaryFile(dir=place):
                pass
        except OSError as error:
            words = error.strerror or str(error)
            mend = f"chown -R $USER {place} && chmod -R u+w {place}" if place.is_dir() else f"mv {place} {place}.aside"
            yield Finding(f"{place} cannot be written: {words.lower()}", mend)


def _disk(project: Project) -> Iterator[Finding]:
    free = shutil.disk_usage(project.folder).free
    if free < _LOW_DISK:
        yield Finding(
            f"only {free / 1e9:.1f} GB of disk are free at {project.folder}",
            "dateline prune --older-than 365d --dry-run",
        )


def _run_at_work(project: Project) -> Iterator[Finding | None]:
    """None where a run has the project, and a finding where it has had it for too long."""
    holder = project.folder / "run.json"
    if not holder.exists():
        return
    try:
        with only_run(project):
            return
    except Busy as busy:
        hours = (time.time() - holder.stat().st_mtime) / 3600
        if hours * 3600 > _LONG_RUN_S:
            yield Finding(
                f"{str(busy).partition(';')[0]} for {hours:.0f} hours; it may hang",
                "kill the process, then dateline run",
            )
        yield None


def _warehouse_file(project: Project) -> Iterator[Finding]:
    """Whether the file opens: another program may have it, it may be broken, or its log."""
    path = project.warehouse.path
    if not path.exists():
        return
    try:
        duckdb.connect(str(path), read_only=True).close()
    except duckdb.Error as error:
        words = str(error).splitlines()[0]
        if is_broken_log(error):
            yield Finding(
                f"the log of {path} cannot be replayed: {words}",
                "dateline run (it sets the log aside and does its work again)",
            )
        elif "Could not set lock" in words:
            yield Finding(
                f"{path} is open in another program: {words}", "close that program; it may read the published copy"
            )
        else:
            yield Finding(f"{path} cannot be opened: {words}", _RESTORE)


def _left_behind(project: Project) -> Iterator[Finding]:
    waiting = sum(len(staged(project.staging, kind)) for kind in KINDS)
    if waiting:
        yield Finding(f"{waiting} batches of an interrupted run wait to be loaded", _MENDED_BY_RUN)
    aside = [*project.warehouse.path.parent.glob("*.wal.broken-*"), *project.staging.glob("broken-*")]
    for path in aside:
        yield Finding(f"{path} was set aside; what it held has been made again, or will be", f"rm -r {path}")


def _published(project: Project, *, is_busy: bool) -> Iterator[Finding]:
    warehouse = project.warehouse
    if not warehouse.published.exists():
        there = (
            "nothing is published, though there is a warehouse"
            if warehouse.path.exists()
            else "nothing has been collected yet"
        )
        yield Finding(there, _MENDED_BY_RUN)
        return
    try:
        with warehouse.snapshot() as opened:
            later = _later_version(opened)
            names = ("last_run", "feed_states", "still_waiting", "archive_files", "newest_moment")
            rows = {} if later else {name: opened.ask(name) for name in names}
    except (duckdb.Error, WarehouseError) as error:
        yield Finding(
            f"the published copy cannot be read: {str(error).splitlines()[0]}",
            f"{_MENDED_BY_RUN} (it publishes a fresh copy)",
        )
        return
    if later:
        yield Finding(
            f"the warehouse was made by a later version of Dateline (it has {later})", "pip install --upgrade dateline"
        )
        return
    yield from _runs(rows["last_run"])
    yield from _feeds(rows["feed_states"])
    yield from _clock(rows["newest_moment"])
    yield from _archive(project, rows["archive_files"])
    if not is_busy:
        for row in rows["still_waiting"]:
            yield Finding(f"{row['row_count']} {row['what']}", f"dateline {row['command']}")
        yield from _checks(project, rows["last_run"])


def _later_version(warehouse: Warehouse) -> str:
    """A migration of the warehouse that this version does not know, "" where there is none."""
    done = {row["name"] for row in warehouse.ask("migrations")}
    return min(done - set(names_in("schema")), default="")


def _runs(rows: list[dict[str, Any]]) -> Iterator[Finding]:
    if not rows:
        return
    (row,) = rows
    if row["state"] in ("failed", "crashed"):
        yield Finding(f"the last run ({row['flow']}) {row['state']}: {row['error']}", _MENDED_BY_RUN)
    started = row["started_at"]
    if started is not None and utc_now() - started > _QUIET:
        yield Finding(f"the last run was on {started:%d %B %Y}", "dateline run, or dateline serve for a schedule")


def _feeds(rows: list[dict[str, Any]]) -> Iterator[Finding]:
    for row in rows:
        if row["state"] in ("failing", "flaky", "silent"):
            yield Finding(
                f"{row['url']} is {row['state']}: {state_in_words(row)}", f"dateline feeds check {row['url']}"
            )
        elif row["state"] == "gone":
            yield Finding(f"{row['url']} is gone: {state_in_words(row)}", f"dateline feeds resume {row['url']}")


def _clock(rows: list[dict[str, Any]]) -> Iterator[Finding]:
    newest: datetime | None = rows[0]["newest_at"] if rows else None
    if newest is not None and newest > utc_now() + _CLOCK_DIFFERENCE:
        moment = newest.astimezone(UTC)
        yield Finding(
            f"this machine's clock is behind the newest moment in the warehouse ({moment:%Y-%m-%d %H:%M} UTC): "
            "it is wrong now, or was then",
            "timedatectl set-ntp true",
        )


def _archive(project: Project, rows: list[dict[str, Any]]) -> Iterator[Finding]:
    missing = [row["archive_file"] for row in rows if not (project.archive / row["archive_file"]).exists()]
    if missing:
        what = f"{len(missing)} archive files are missing that rows refer to, the first {project.archive / missing[0]}"
        yield Finding(f"{what}: their pages cannot be read again", _RESTORE)


def _checks(project: Project, rows: list[dict[str, Any]]) -> Iterator[Finding]:
    since = rows[0]["started_at"] if rows else datetime.min.replace(tzinfo=UTC)
    with duckdb.connect(str(project.warehouse.published), read_only=True) as connection:
        connection.execute("set timezone = 'UTC'")
        broken = run_checks(connection, since)
    for one in broken:
        mend = "dateline analyse --again" if "counted" in one.check or "text at its offsets" in one.check else _RESTORE
        yield Finding(f"a check does not hold: {one.check} ({one.row_count} rows, the first {one.first_row})", mend)
