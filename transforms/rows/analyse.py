"""The rows that reading writes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class SentenceRow:
    """facts.sentences: one row a sentence."""

    revision_id: str
    sentence_no: int
    char_start: int
    char_end: int
    paragraph_no: int
    section_no: int | None
    is_lede: bool


@dataclass(frozen=True)
class ActorRow:
    """facts.actors: one row an actor."""

    actor_id: str
    name: str
    kind: str
    country: str
    sector: str
    seed_key: str | None
    wikidata_id: str


@dataclass(frozen=True)
class MentionRow:
    """facts.mentions: one row a mention."""

    revision_id: str
    mention_no: int
    sentence_no: int
    char_start: int
    char_end: int
    surface: str
    kind: str
    actor_id: str | None
    resolved_by: str
    confidence: float
    method: str


@dataclass(frozen=True)
class RoleRow:
    """facts.roles: one row a role."""

    revision_id: str
    role_no: int
    sentence_no: int
    char_start: int
    char_end: int
    mention_no: int
    actor_id: str | None
    text: str
    role_class: str
    affiliation: str
    is_former: bool
    confidence: float
    method: str
    country: str


@dataclass(frozen=True)
class QuoteRow:
    """facts.quotes: one row a part of an attribution."""

    revision_id: str
    quote_no: int
    sentence_no: int
    char_start: int
    char_end: int
    kind: str
    text: str
    cue: str
    speaker_text: str
    speaker_start: int | None
    speaker_end: int | None
    speaker_mention_no: int | None
    speaker_actor_id: str | None
    confidence: float
    method: str
    attribution_no: int
    part_no: int
    content_start: int
    content_end: int
    cue_start: int | None
    cue_end: int | None
    cue_class: str
    is_negated: bool
    via_text: str
    via_start: int | None
    via_end: int | None


@dataclass(frozen=True)
class DateRow:
    """facts.dates: one row an expression."""

    revision_id: str
    date_no: int
    sentence_no: int
    char_start: int
    char_end: int
    surface: str
    kind: str
    value: str
    mod: str
    bound: str
    start_day: date | None
    end_day: date | None
    moment_at: datetime | None
    is_relative: bool
    anchor_day: date | None
    anchor_source: str
    alternatives: str
    confidence: float
    method: str


@dataclass(frozen=True)
class PlaceRow:
    """facts.places: one row a place mention."""

    revision_id: str
    place_no: int
    sentence_no: int
    char_start: int
    char_end: int
    surface: str
    mention_no: int | None
    geonames_id: int | None
    name: str
    kind: str
    country: str
    admin1: str
    lat: float
    lon: float
    is_metonym: bool
    is_focus: bool
    confidence: float
    method: str


@dataclass(frozen=True)
class QuantityRow:
    """facts.quantities: one row an amount."""

    revision_id: str
    quantity_no: int
    sentence_no: int
    char_start: int
    char_end: int
    surface: str
    kind: str
    value: float | None
    low: float | None
    high: float | None
    modifier: str
    unit: str
    object: str
    change: str
    from_value: float | None
    to_value: float | None
    place: str
    place_mention_no: int | None
    confidence: float
    method: str


@dataclass(frozen=True)
class CitationRow:
    """facts.citations: one row a citation."""

    revision_id: str
    citation_no: int
    sentence_no: int
    char_start: int
    char_end: int
    text: str
    kind: str
    relation: str
    outlet_id: str | None
    cue: str
    confidence: float
    method: str


@dataclass(frozen=True)
class EventRow:
    """facts.events: one row an event."""

    revision_id: str
    event_no: int
    sentence_no: int
    char_start: int
    char_end: int
    trigger: str
    is_main: bool
    type: str
    mode: str
    cameo_code: str
    content_code: str
    quad_class: str
    score: float
    is_mutual: bool
    is_negated: bool
    realis: str
    tense: str
    date_no: int | None
    place_no: int | None
    attributed_text: str
    attributed_start: int | None
    attributed_end: int | None
    attributed_mention_no: int | None
    attributed_actor_id: str | None
    confidence: float
    method: str


@dataclass(frozen=True)
class EventActorRow:
    """facts.event_actors: one row an event and somebody who takes part in it."""

    revision_id: str
    event_no: int
    event_actor_no: int
    side: str
    sentence_no: int
    char_start: int
    char_end: int
    text: str
    mention_no: int | None
    actor_id: str | None
    confidence: float
    method: str


@dataclass(frozen=True)
class ArticleTopicRow:
    """facts.article_topics: one row a revision and topic."""

    revision_id: str
    topic_id: str
    score: float
    is_inferred: bool


@dataclass(frozen=True)
class TopicEvidenceRow:
    """facts.topic_evidence: one row a word and topic."""

    revision_id: str
    topic_id: str
    sentence_no: int
    char_start: int
    char_end: int
    term: str


@dataclass(frozen=True)
class TopicLabelRow:
    """facts.topic_labels: one row a label and topic."""

    revision_id: str
    topic_id: str
    source: str
    char_start: int
    char_end: int
    term: str
