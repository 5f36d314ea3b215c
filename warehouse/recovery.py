"""A write-ahead log that cannot be replayed: out of the way, so that the file opens, and loudly."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from pathlib import Path


def is_broken_log(error: Exception) -> bool:
    """Whether DuckDB says that it cannot replay the write-ahead log."""
    return "replaying WAL" in str(error)


def set_log_aside(database: Path, error: Exception) -> bool:
    """Give the log another name and say so; False where there is none.

    What the log held is in nothing else of the file. But batches are removed only after a checkpoint, so those that it
    held are still staged and will be loaded again, and what was not staged yet will be done again.
    """
    log = Path(f"{database}.wal")
    if not log.exists():
        return False
    aside = log.with_name(f"{log.name}.broken-{datetime.now(UTC):%Y%m%dT%H%M%S%f}")
    log.replace(aside)
    logging.getLogger("dateline").warning(
        "%s could not be replayed (%s) and was set aside as %s; what it held will be loaded or made again",
        log, str(error).splitlines()[0], aside.name,
    )  # fmt: skip
    return True
