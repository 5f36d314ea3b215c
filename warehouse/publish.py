"""The read-only copy that everyone may open, replaced atomically after each load."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def publish(source: Path, target: Path) -> None:
    """Put a copy of the closed file `source` at `target`; whoever has the old copy open keeps reading that.

    The file must be closed: copying it in a process that has it open would drop DuckDB's lock on it.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f".{target.name}.{os.getpid()}")
    for stale in target.parent.glob(f".{target.name}.*"):  # of a process that was killed while it published
        stale.unlink(missing_ok=True)
    try:
        shutil.copyfile(source, fresh)
        fresh.chmod(0o444)
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
