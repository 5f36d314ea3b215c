"""The rows of the warehouse's tables that stages write: each class has exactly its table's columns, in order.

What a column means stands in the table's comments (docs/tables.md); a test holds the two together.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from transforms.records import Entry, FeedState, Fetch, Poll


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
class RobotsRow:
    """ops.robots: one row a scheme, host and port."""

    origin: str
    access: str  # rules, all or wait
    text: str
    status: int | None
    error: str | None
    etag: str | None
    last_modified: str | None
    fetched_at: datetime
    expires_at: datetime
    changed_at: datetime
    failing_from_at: datetime | None
    failure_count: int
    crawl_delay_s: float | None


@dataclass(frozen=True)
class HostHoldRow:
    """ops.host_holds: one row a host."""

    host: str
    until_at: datetime
    reason: str
    noted_at: datetime


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
class Analysis:
    """ops.analyses: one row a revision."""

    revision_id: str
    method_id: str
    outcome: str
    analysed_at: datetime


@dataclass(frozen=True)
class SitemapRow:
    """ops.sitemaps: one row a feed and part."""

    feed_id: str
    url: str
    modified_at: datetime | None
    etag: str | None
    last_modified: str | None
    read_at: datetime


@dataclass(frozen=True)
class WarcFileRow:
    """ops.warc_files: one row a file and run."""

    run_id: str
    file: str
    read_at: datetime
    record_count: int
    page_count: int
    known_count: int
    damaged_count: int
    error: str | None


@dataclass(frozen=True)
class OutletRow:
    """seeds.outlets: one row an outlet."""

    outlet_id: str
    name: str
    domain: str
    country: str
    language: str
    owner: str
    is_agency: bool


@dataclass(frozen=True)
class FeedRow:
    """seeds.feeds: one row a feed."""

    feed_id: str
    outlet_id: str
    url: str
    title: str
    folder: str
    language: str
    is_enabled: bool


@dataclass(frozen=True)
class KnownActorRow:
    """seeds.actors: one row an actor."""

    actor_id: str
    key: str
    name: str
    kind: str
    country: str
    sector: str
    role: str
    valid_from: str
    valid_to: str
    wikidata_id: str


@dataclass(frozen=True)
class ActorAliasRow:
    """seeds.actor_aliases: one row an alias."""

    actor_id: str
    alias: str
    alias_kind: str


@dataclass(frozen=True)
class TopicRow:
    """seeds.topics: one row a topic."""

    topic_id: str
    parent_id: str
    level: int
    label: str
    definition: str


@dataclass(frozen=True)
class TopicTermRow:
    """seeds.topic_terms: one row a term."""

    topic_id: str
    term: str
    weight: float
    language: str


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


@dataclass(frozen=True)
class QuoteRow:
    """facts.quotes: one row a quotation."""

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


TABLES: dict[str, type] = {
    "facts.actors": ActorRow,
    "facts.article_topics": ArticleTopicRow,
    "facts.articles": ArticleRow,
    "facts.claims": ClaimRow,
    "facts.citations": CitationRow,
    "facts.copies": CopyRow,
    "facts.dates": DateRow,
    "facts.dropped": DroppedRow,
    "facts.entries": Entry,
    "facts.mentions": MentionRow,
    "facts.paragraphs": ParagraphRow,
    "facts.places": PlaceRow,
    "facts.quantities": QuantityRow,
    "facts.quotes": QuoteRow,
    "facts.revision_changes": RevisionChangeRow,
    "facts.revisions": RevisionRow,
    "facts.roles": RoleRow,
    "facts.sections": SectionRow,
    "facts.sentences": SentenceRow,
    "facts.stories": StoryRow,
    "facts.topic_evidence": TopicEvidenceRow,
    "ops.analyses": Analysis,
    "ops.extractions": Extraction,
    "ops.feed_state": FeedState,
    "ops.fetches": Fetch,
    "ops.host_holds": HostHoldRow,
    "ops.methods": Method,
    "ops.polls": Poll,
    "ops.rejections": RejectionRow,
    "ops.robots": RobotsRow,
    "ops.sitemaps": SitemapRow,
    "ops.warc_files": WarcFileRow,
    "seeds.actor_aliases": ActorAliasRow,
    "seeds.actors": KnownActorRow,
    "seeds.feeds": FeedRow,
    "seeds.outlets": OutletRow,
    "seeds.topic_terms": TopicTermRow,
    "seeds.topics": TopicRow,
}
