"""What holds for all tests."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.util import find_spec
from types import ModuleType

from hypothesis import settings

settings.register_profile("dateline", deadline=None)  # a busy machine is no failure
settings.load_profile("dateline")


class _KnownToLack(MetaPathFinder):
    """Says at once that a package is not installed.

    DuckDB looks for pandas at every value that it binds, each time in vain through the whole path.
    """

    def __init__(self, package: str) -> None:
        self.package = package

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> None:
        if name == self.package:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


if find_spec("pandas") is None:
    sys.meta_path.insert(0, _KnownToLack("pandas"))
