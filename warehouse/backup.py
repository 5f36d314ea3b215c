"""Backups of a project's folder: each with a manifest of hashes, written last, so that half a backup is none.

A backup folder holds `archive/`, whose files never change and are copied once, and below `backups/` one folder a backup
with everything else. The caller holds the run's lock and hands over a warehouse file that is closed.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from warehouse.errors import WarehouseError
from warehouse.statements import names_in

_MARK = "dateline-backup.json"  # in the root of a backup folder, so that a project's own backups are not backed up
_ARCHIVE = "archive"
# What is made again, or belongs to a process; and what a killed process left.
_NOT_KEPT = frozenset({"published", ".prefect", "run.lock", "run.json", "__pycache__", ".venv", ".git"})
_NOT_KEPT_ENDS = (".lock", ".wal", ".part")
_PIECE = 1 << 20


class BackupError(WarehouseError):
    """A backup that cannot be made, read or trusted; names the file."""


@dataclass(frozen=True)
class Kept:
    """A file of a backup."""

    byte_count: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """A complete backup: where it is, when it was made, and its files by their path in the project."""

    folder: Path
    made_at: str
    schema: str  # the last migration of its warehouse
    files: Mapping[str, Kept]

    def path_of(self, root: Path, name: str) -> Path:
        """Where a file rests in the backup folder."""
        return root / name if name.startswith(f"{_ARCHIVE}/") else self.folder / "files" / name


def make_backup(project: Path, root: Path, made_at: datetime, keep: int) -> tuple[Manifest, int]:
    """Back a project's folder up into `root`; returns the manifest and the bytes that were copied.

    The newest `keep` backups stay. Killed at any moment, the backups before are as they were.
    """
    root.mkdir(parents=True, exist_ok=True)
    (root / _MARK).write_text(json.dumps({"what": "backups of a Dateline project"}))
    before = manifests(root)
    known = {name: kept for manifest in before for name, kept in manifest.files.items()}
    unfinished = root / "backups" / f".{made_at:%Y%m%dT%H%M%S%fZ}.part"
    unfinished.mkdir(parents=True)
    files, copied = {}, 0
    for name in sorted(_files(project, root)):
        source = project / name
        target = root / name if name.startswith(f"{_ARCHIVE}/") else unfinished / "files" / name
        there = known.get(name) if name.startswith(f"{_ARCHIVE}/") else None
        if there and target.exists() and target.stat().st_size == source.stat().st_size == there.byte_count:
            files[name] = there
        else:
            files[name] = _copied(source, target)
            copied += files[name].byte_count
    _write_manifest(unfinished, made_at, files)
    finished = unfinished.with_name(unfinished.name.strip(".").removesuffix(".part"))
    unfinished.rename(finished)
    _thin_out(root, keep)
    return read_manifest(finished), copied


def manifests(root: Path) -> list[Manifest]:
    """The complete backups of a backup folder, the newest last."""
    found = sorted((root / "backups").glob("*/manifest.json")) if (root / "backups").is_dir() else []
    return [read_manifest(path.parent) for path in found if not path.parent.name.startswith(".")]


def read_manifest(folder: Path) -> Manifest:
    """A backup's manifest; BackupError where it is no such thing, or names a path outside a project."""
    path = folder / "manifest.json"
    try:
        said: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        files = {str(name): Kept(int(one["byte_count"]), str(one["sha256"])) for name, one in said["files"].items()}
        manifest = Manifest(folder, str(said["made_at"]), str(said["schema"]), files)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise BackupError(f"{path} is no manifest of a backup: {error}") from error
    for name in files:
        if PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts or "\\" in name or not name:
            raise BackupError(f"{path} names {name!r}, which lies outside a project's folder")
    return manifest


def verify(root: Path, manifest: Manifest) -> None:
    """Read every file of a backup; BackupError names the first that is missing or another than it was."""
    for name, kept in manifest.files.items():
        path = manifest.path_of(root, name)
        try:
            found = _hashed(path)
        except OSError as error:
            raise BackupError(f"{path} of the backup cannot be read: {error.strerror or error}") from error
        if found != kept:
            raise BackupError(f"{path} of the backup is not what was backed up (its hash differs); use another backup")
    if manifest.schema and manifest.schema not in names_in("schema"):
        raise BackupError(
            f"the backup was made by a later version of Dateline (it has {manifest.schema}); install that version"
        )


def restore(root: Path, manifest: Manifest, project: Path) -> None:
    """Put a verified backup's files into a project's folder, the warehouse last; what a run had left there goes.

    Killed at any moment, it can be done again.
    """
    fresh = project / ".restoring"
    shutil.rmtree(fresh, ignore_errors=True)
    for name in manifest.files:
        _copied(manifest.path_of(root, name), fresh / name)
    shutil.rmtree(project / "staging", ignore_errors=True)  # rows of another past
    for log in (project / "warehouse").glob("*.wal") if (project / "warehouse").is_dir() else ():
        log.unlink()  # it belongs to the file that is replaced
    for name in sorted(manifest.files, key=lambda name: (name.startswith("warehouse/"), name)):
        target = project / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (fresh / name).replace(target)
    shutil.rmtree(fresh, ignore_errors=True)


def _files(project: Path, root: Path) -> Iterator[str]:
    """The files to back up, by their path in the project."""
    for place, folders, names in os.walk(project, followlinks=True):
        here = Path(place)
        folders[:] = [
            folder
            for folder in folders
            if folder not in _NOT_KEPT
            and not folder.startswith(".")
            and (here / folder).resolve() != root.resolve()
            and not (here / folder / _MARK).exists()
        ]
        for name in names:
            if name not in _NOT_KEPT and not name.endswith(_NOT_KEPT_ENDS) and not name.startswith("."):
                yield (here / name).relative_to(project).as_posix()


def _copied(source: Path, target: Path) -> Kept:
    """Copy a file, whole or not at all; returns what was copied."""
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f".{target.name}.{os.getpid()}.part")
    digest = hashlib.sha256()
    with source.open("rb") as reading, fresh.open("wb") as writing:
        while piece := reading.read(_PIECE):
            digest.update(piece)
            writing.write(piece)
        writing.flush()
        os.fsync(writing.fileno())
        size = writing.tell()
    fresh.replace(target)
    return Kept(size, digest.hexdigest())


def _hashed(path: Path) -> Kept:
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as reading:
        while piece := reading.read(_PIECE):
            digest.update(piece)
            size += len(piece)
    return Kept(size, digest.hexdigest())


def _write_manifest(folder: Path, made_at: datetime, files: Mapping[str, Kept]) -> None:
    said = {
        "made_at": made_at.isoformat(),
        "schema": names_in("schema")[-1],
        "files": {name: vars(kept) for name, kept in files.items()},
    }
    with (folder / "manifest.json").open("w", encoding="utf-8") as stream:
        json.dump(said, stream, indent=1, sort_keys=True)
        stream.flush()
        os.fsync(stream.fileno())


def _thin_out(root: Path, keep: int) -> None:
    """Remove all but the newest backups, what killed ones left, and archive files that none names any more."""
    for unfinished in (root / "backups").glob(".*.part"):
        shutil.rmtree(unfinished)
    found = manifests(root)
    for manifest in found[:-keep]:
        shutil.rmtree(manifest.folder)
    named = {name for manifest in found[-keep:] for name in manifest.files}
    for path in sorted((root / _ARCHIVE).rglob("*")) if (root / _ARCHIVE).is_dir() else ():
        if path.is_file() and path.relative_to(root).as_posix() not in named:
            path.unlink()
