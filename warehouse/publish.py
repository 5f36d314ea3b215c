"""The read-only copy that everyone may open, replaced atomically after each load."""

from __future__ import annotations

import shutil
from pathlib import Path

from warehouse.whole_files import taking_place_of


def publish(source: Path, target: Path) -> None:
    """Put a copy of the closed file `source` at `target`; whoever has the old copy open keeps reading that.

    The file must be closed: copying it in a process that has it open would drop DuckDB's lock on it. A copy has its
    file's time, so that a file in which nothing was written is not copied again: a year of news is gigabytes.
    """
    if _is_copy(target, source):
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    with taking_place_of(target) as fresh:
        shutil.copy2(source, fresh)
        fresh.chmod(0o444)


def _is_copy(target: Path, source: Path) -> bool:
    if not target.exists():
        return False
    copy, original = target.stat(), source.stat()
    return (copy.st_size, copy.st_mtime_ns) == (original.st_size, original.st_mtime_ns)
