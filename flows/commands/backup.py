"""dateline backup and dateline restore."""

from __future__ import annotations

import os
import shutil
from contextlib import nullcontext
from pathlib import Path

from flows.commands.talk import as_json, out, say
from flows.errors import NothingThere, SettingsError
from flows.project import only_run, open_project
from flows.run import utc_now
from warehouse.backup import BackupError, Manifest, make_backup, manifests, verify
from warehouse.backup import restore as restore_files


def backup(to: Path, *, keep: int = 3, json: bool = False) -> int:
    """Back the project up: settings, feeds, warehouse, archive and digests, with a manifest of hashes.

    Parameters
    ----------
    to
        A folder for backups of this project. Archive files are copied once.
    keep
        How many backups stay there.
    json
        Say what was done as one JSON object.
    """
    if keep < 1:
        raise SettingsError(f"--keep {keep} would keep no backup; give 1 or more")
    project = open_project()
    warehouse = project.warehouse
    with only_run(project), warehouse.resting() if warehouse.path.exists() else nullcontext():
        manifest, copied = make_backup(project.folder, to.absolute(), utc_now(), keep)
    total = sum(kept.byte_count for kept in manifest.files.values())
    if json:
        out(as_json({"backup": str(manifest.folder), "files": len(manifest.files), "bytes": total, "copied": copied}))
    else:
        say(f"{len(manifest.files)} files ({total / 1e6:.1f} MB) backed up, {copied / 1e6:.1f} MB of them copied now")
        out(str(manifest.folder))
    return 0


def restore(source: Path, folder: Path | None = None, *, backup: str = "", force: bool = False) -> int:
    """Put a project back as it was backed up, after every hash has been verified.

    Parameters
    ----------
    source
        The folder of backups.
    folder
        Where the project goes: DATELINE_HOME by default, else this folder.
    backup
        Which backup, by its name; the newest by default.
    force
        Replace a project that is there.
    """
    target = (folder or Path(os.environ.get("DATELINE_HOME") or Path.cwd())).expanduser().absolute()
    manifest = _chosen(source, backup)
    if not force and target.is_dir() and any(target.iterdir()):
        raise SettingsError(f"{target} is not empty; name another folder, or replace what is there with --force")
    verify(source, manifest)
    target.mkdir(parents=True, exist_ok=True)
    needed = sum(kept.byte_count for kept in manifest.files.values())
    if shutil.disk_usage(target).free < needed:
        raise BackupError(f"the backup needs {needed / 1e6:.0f} MB, more than is free at {target}; make room there")
    _put_back(source, manifest, target)
    say(f"{len(manifest.files)} files of {manifest.made_at} restored and verified")
    out(str(target))
    return 0


def _chosen(source: Path, name: str) -> Manifest:
    found = manifests(source)
    if not found:
        raise NothingThere(f"there is no backup in {source}; `dateline backup {source}` makes one")
    named = [manifest for manifest in found if manifest.folder.name == name] if name else found
    if not named:
        raise SettingsError(f"there is no backup {name!r}; there are {', '.join(one.folder.name for one in found)}")
    return named[-1]


def _put_back(source: Path, manifest: Manifest, target: Path) -> None:
    """The files into their places, with the target's locks held, and a fresh published copy."""
    before = open_project(folder=target) if any(target.iterdir()) else None
    with only_run(before) if before else nullcontext():
        restore_files(source, manifest, target)
    project = open_project(folder=target)
    if project.warehouse.path.exists():
        with only_run(project), project.warehouse.writing():
            pass  # opened, brought to this version, closed and published
