"""The rows that say which build of a method read what, and what it found otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Method:
    """ops.methods: one row a build."""

    method_id: str
    name: str
    version: str
    model: str
    parameters: str
    first_used_at: datetime


@dataclass(frozen=True)
class Analysis:
    """ops.analyses: one row a revision."""

    revision_id: str
    method_id: str
    outcome: str
    analysed_at: datetime


@dataclass(frozen=True)
class Rereading:
    """ops.rereadings: one row a revision, table and build that read it again."""

    revision_id: str
    table_name: str
    from_method_id: str
    to_method_id: str
    read_at: datetime
    same_count: int
    gained_count: int
    lost_count: int
    different_count: int
