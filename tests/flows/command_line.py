"""What a command said, for tests that call it in their own process."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Said:
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def error(self) -> str:
        """The one line that an error is."""
        assert self.err.count("\n") == 1, self.err
        assert self.err.startswith("dateline: "), self.err
        assert self.out == ""
        return self.err

    @property
    def objects(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


Dateline = Callable[..., Said]
