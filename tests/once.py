"""What is costly to make and is only read: made by one of the processes that run the tests, and read by all."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from filelock import FileLock

Made = TypeVar("Made")


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Made]) -> Made:
    """What `make` gives for a folder of its own; who asks while it is made waits for it.

    It travels as a pickle. A session of tests makes it anew.
    """
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "once" / name
    folder.mkdir(parents=True, exist_ok=True)
    made = folder / "made.pickle"
    with FileLock(folder / "made.lock"):
        if not made.exists():
            written = pickle.dumps(make(folder / "files"))
            made.write_bytes(written)
        return pickle.loads(made.read_bytes())  # type: ignore[no-any-return]
