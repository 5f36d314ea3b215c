"""The rows that extracting writes: an article, its revisions and their parts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Extraction:
    """ops.extractions: one row a fetch with outcome ok."""

    fetch_id: str
    article_id: str
    extracted_at: datetime
    outcome: str
    revision_id: str | None
    method_id: str


@dataclass(frozen=True)
class RejectionRow:
    """ops.rejections: one row a rejected page."""

    fetch_id: str
    article_id: str
    url: str
    reason: str
    detail: str
    rejected_at: datetime


@dataclass(frozen=True)
class ArticleRow:
    """A row of facts.articles but for what the loader knows: its `day`, `is_suspect` and `same_as_id`."""

    article_id: str
    outlet_id: str
    url: str
    canonical_url: str | None
    first_seen_at: datetime
    published_at: datetime | None
    published_source: str
    published_precision: str


@dataclass(frozen=True)
class ClaimRow:
    """facts.claims: one row an article and claim."""

    article_id: str
    claimed_id: str
    claim: str
    claimed_at: datetime


@dataclass(frozen=True)
class RevisionRow:
    """A row of facts.revisions but for its `is_newest`, which the loader knows."""

    revision_id: str
    article_id: str
    revision_no: int
    fetch_id: str
    seen_from: datetime
    seen_to: datetime | None
    title: str
    byline: str
    authors: str
    language: str
    modified_at: datetime | None
    dateline_place: str
    dateline_date: date | None
    dateline_end: int
    lede: str
    lede_start: int
    lede_end: int
    body: str
    word_count: int
    text_hash: str
    change_kind: str
    method: str
    method_id: str
    published_offset_minutes: int | None = None


@dataclass(frozen=True)
class RevisionChangeRow:
    """facts.revision_changes: one row a changed sentence."""

    revision_id: str
    former_id: str
    change_no: int
    change: str
    before_start: int | None
    before_end: int | None
    after_start: int | None
    after_end: int | None


@dataclass(frozen=True)
class ParagraphRow:
    """facts.paragraphs: one row a paragraph."""

    revision_id: str
    paragraph_no: int
    char_start: int
    char_end: int
    kind: str


@dataclass(frozen=True)
class SectionRow:
    """facts.sections: one row a section."""

    revision_id: str
    section_no: int
    label: str
    normal_label: str
    label_start: int
    label_end: int
    char_start: int
    char_end: int


@dataclass(frozen=True)
class DroppedRow:
    """facts.dropped: one row a line."""

    revision_id: str
    dropped_no: int
    text: str
    reason: str
