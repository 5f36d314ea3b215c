"""Something that is wrong with a project."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """Something wrong, and the command that mends it."""

    what: str
    mend: str
