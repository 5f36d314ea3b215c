"""The rows that linking writes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class CopyTieRow:
    """facts.copy_ties: one row an article."""

    article_id: str
    tied_id: str | None


@dataclass(frozen=True)
class CopyRow:
    """facts.copies: one row an article."""

    article_id: str
    copy_group_id: str
    role: str
    similarity: float
    containment: float
    origin_outlet_id: str
    origin_evidence: str
    credited_outlet_id: str | None
    credited_text: str
    canonical_article_id: str | None
    cited_outlet_id: str | None
    minutes_after_origin: float


@dataclass(frozen=True)
class StoryTieRow:
    """facts.story_ties: one row an article and earlier article."""

    article_id: str
    tied_id: str | None
    similarity: float
    is_parent: bool


@dataclass(frozen=True)
class StoryRow:
    """facts.stories: one row an article."""

    article_id: str
    story_id: str
    parent_id: str | None
    similarity: float
    is_label: bool


@dataclass(frozen=True)
class StoryChangeRow:
    """facts.story_changes: one row a change and pair of stories."""

    change_id: str
    changed_at: datetime
    kind: str
    story_id: str
    from_story_id: str
    article_count: int
    by_article_id: str | None
    reason: str
