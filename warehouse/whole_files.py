"""Files that are there whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in its place, its folder too: whoever reads it finds what was there before or all of this."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with taking_place_of(path) as fresh:
        fresh.write_bytes(content)


@contextmanager
def taking_place_of(path: Path) -> Iterator[Path]:
    """Where to write what takes the place of a file when the block ends; nothing is left of it when that fails.

    What a killed process has left there goes first. Two at once would take each other's: hold a lock.
    """
    fresh = path.with_name(f".{path.name}.new")
    fresh.unlink(missing_ok=True)
    try:
        yield fresh
        fresh.replace(path)
    except OSError as error:
        error.filename = error.filename or str(path)  # a full disk names no file
        raise
    finally:
        fresh.unlink(missing_ok=True)


@contextmanager
def asked_for(path: Path) -> Iterator[Path]:
    """Where to write what somebody wants at a path: a file takes its place, a pipe or a device is written to."""
    place = path.resolve()
    if place.exists() and not place.is_file():
        yield place
        return
    with taking_place_of(place) as fresh:
        yield fresh


def remove_unfinished(folder: Path) -> None:
    """Remove what killed processes have left of files below a folder. Hold a lock: another's would go too."""
    for fresh in folder.rglob(".*.new"):
        fresh.unlink(missing_ok=True)


@contextmanager
def changing(path: Path) -> Iterator[None]:
    """Hold a file from when it is read until what it is changed to is written, so that no other's change is lost.

    Another that would change it waits; the kernel lets go of it when the process dies.
    """
    with FileLock(path.with_name(f".{path.name}.lock")):
        yield
