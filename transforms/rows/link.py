"""The rows that linking writes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class CopyRow:
    """facts.copies: one row an article."""

    article_id: str
    copy_group_id: str
    role: str
    similarity: float
    containment: float


@dataclass(frozen=True)
class StoryRow:
    """facts.stories: one row an article."""

    article_id: str
    story_id: str
    parent_id: str | None
    similarity: float
