"""A project: a folder with dateline.toml, the feeds, the warehouse, the archive and the digests."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flows.errors import Busy, ProjectError
from flows.settings import FILE_NAME, Settings, load_settings
from warehouse.database import Warehouse


@dataclass(frozen=True)
class Project:
    """The paths and settings of one project. Making one touches nothing."""

    folder: Path
    settings: Settings

    @property
    def feeds_file(self) -> Path:
        """The user's own feeds."""
        return self.folder / "feeds.csv"

    @property
    def splits_file(self) -> Path:
        """What the user wrote against wrong merges of actors."""
        return self.folder / "actor_splits.csv"

    @property
    def watchlists_file(self) -> Path:
        """What the user watches for."""
        return self.folder / "watchlists.toml"

    @property
    def targets_file(self) -> Path:
        """Where alerts go: addresses with their secrets, kept out of version control."""
        return self.folder / "targets.toml"

    @property
    def archive(self) -> Path:
        """WARC files."""
        return self.folder / "archive"

    @property
    def staging(self) -> Path:
        """Rows that wait to be loaded."""
        return self.folder / "staging"

    @property
    def digests(self) -> Path:
        """Digests by day."""
        return self.folder / "digests"

    @property
    def warehouse(self) -> Warehouse:
        """The DuckDB file and its published copy."""
        return Warehouse(
            self.folder / "warehouse" / "dateline.duckdb",
            self.folder / "published" / "dateline.duckdb",
            self.settings.timezone,
        )


def find_folder(environment: Mapping[str, str], start: Path) -> Path:
    """DATELINE_HOME, else the nearest folder from `start` upward that holds dateline.toml; ProjectError otherwise."""
    home = environment.get("DATELINE_HOME")
    if home:
        folder = Path(home).expanduser()
        if not folder.is_dir():
            raise ProjectError(
                f"the project is to be in {folder}, and there is no such folder; make it with `dateline init {folder}`"
            )
        return folder.resolve()
    for folder in (start, *start.parents):
        if (folder / FILE_NAME).exists():
            return folder.resolve()
    raise ProjectError(
        f"no project here: no {FILE_NAME} in {start} or above; `dateline init FOLDER` makes one, or set DATELINE_HOME"
    )


def open_project(words: Mapping[str, Any] | None = None, folder: Path | None = None) -> Project:
    """The project that a command is about, or that of a folder, with its settings."""
    found = find_folder({"DATELINE_HOME": str(folder)} if folder else os.environ, Path.cwd())
    return Project(found, load_settings(found, os.environ, words))


@contextmanager
def only_run(project: Project, wait_s: float = 0) -> Iterator[None]:
    """Hold the project for one run. Busy names the process that has it when it is not free within `wait_s`.

    The kernel lets go of the lock when a process dies, however it dies, so a killed run never blocks the next.
    """
    from filelock import FileLock, Timeout

    holder = project.folder / "run.json"
    try:
        lock = FileLock(project.folder / "run.lock", timeout=wait_s)
        lock.acquire()
    except Timeout:
        raise Busy(f"another run ({_holder(holder)}) is at work in {project.folder}; wait for it, or stop it") from None
    except OSError as error:
        raise ProjectError(f"the folder {project.folder} cannot be written: {error.strerror or error}") from error
    try:
        holder.write_text(json.dumps({"pid": os.getpid()}))
        yield
    finally:
        lock.release()


def _holder(path: Path) -> str:
    try:
        return f"process {json.loads(path.read_text())['pid']}"
    except (OSError, ValueError, KeyError):
        return "process unknown"
