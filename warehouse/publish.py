"""The read-only copy that everyone may open, replaced atomically after each load."""

from __future__ import annotations

import shutil
from pathlib import Path

from warehouse.whole_files import taking_place_of


def publish(source: Path, target: Path) -> None:
    """Put a copy of the closed file `source` at `target`; whoever has the old copy open keeps reading that.

    The file must be closed: copying it in a process that has it open would drop DuckDB's lock on it.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with taking_place_of(target) as fresh:
        shutil.copyfile(source, fresh)
        fresh.chmod(0o444)
