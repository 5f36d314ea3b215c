"""The records that stages hand to one another and to the warehouse.

Every class here is frozen; a class named in `ROWS` has exactly the columns of the table it names, in its order.
Offsets are 0-based, end-exclusive Unicode code points into the revision's `body`; times are aware datetimes in UTC
unless a field says otherwise; ids are the 12 characters of `transforms.text.make_id`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

# --- collect -------------------------------------------------------------------------------------------------------

PollOutcome = Literal[
    "ok", "unchanged", "not_a_feed", "http_error", "unreachable", "not_tried", "refused", "too_large", "gone"
]
FetchOutcome = Literal[
    "ok", "unchanged", "http_error", "unreachable", "not_tried", "refused", "too_large", "gone", "not_html"
]


@dataclass(frozen=True)
class FeedState:
    """A row of ops.feed_state: what the next poll of a feed must know. Saved with the entries it vouches for."""

    feed_id: str
    etag: str | None  # the exact validators that the server sent with the last stored content
    last_modified: str | None
    next_poll_at: datetime
    failure_count: int
    last_success_at: datetime | None
    last_polled_at: datetime
    validated_url: str | None = None  # the address that sent them
    whole_at: datetime | None = None  # when a whole document last came
    ttl_minutes: int | None = None  # how long the document says that it keeps
    gap_minutes: float | None = None  # usual time between two entries
    span_minutes: float | None = None  # that the list of entries spans
    newest_at: datetime | None = None  # time of the newest entry
    skip_hours: str = ""  # numbers separated by spaces, in GMT
    skip_days: str = ""  # 0 is Monday
    listed: str = ""  # ids of the entries in the last document that had any
    permanent_url: str | None = None  # where a permanent redirect has led of late
    permanent_count: int = 0  # polls in a row
    moved_url: str | None = None  # the address that the feed has moved to
    gone_at: datetime | None = None  # when it said that it is gone: it is polled no more


@dataclass(frozen=True)
class Feed:
    """A feed to poll, and what its last polls taught us."""

    feed_id: str
    outlet_id: str
    url: str
    title: str
    folder: str = ""
    language: str = ""
    has_parts: bool = False  # it is an index of site maps some of whose parts were read
    last: FeedState | None = None


@dataclass(frozen=True)
class FeedEntry:
    """One entry as a feed gave it, before it is known to the warehouse. Times are aware, in UTC, or None."""

    guid: str | None
    url: str | None  # absolute; None where the entry has no usable link
    title: str
    summary: str  # plain text
    author: str
    published_at: datetime | None
    updated_at: datetime | None
    published_text: str  # the time as printed, so that doubt can be settled later
    categories: tuple[str, ...] = ()


@dataclass(frozen=True)
class SitemapPart:
    """A site map that an index of site maps names, and when the index says that it changed."""

    url: str
    modified_at: datetime | None


@dataclass(frozen=True)
class ParsedFeed:
    """A feed document: its own facts, its entries in document order, and what was wrong with it."""

    format: str  # rss20, rss091, atom10, rdf, json, sitemap-news, sitemap, sitemap-index, ...
    title: str
    site_url: str | None
    language: str
    ttl_minutes: int | None
    entries: tuple[FeedEntry, ...]
    warnings: tuple[str, ...] = ()
    update_minutes: int | None = None  # sy:updatePeriod and sy:updateFrequency
    skip_hours: tuple[int, ...] = ()  # 0 to 23, GMT
    skip_days: tuple[int, ...] = ()  # 0 is Monday
    parts: tuple[SitemapPart, ...] = ()  # of an index of site maps, which has no entries itself


@dataclass(frozen=True)
class NotAFeed:
    """A document that is no feed: the reason in words that can be shown to the feed's owner."""

    reason: str


@dataclass(frozen=True)
class Poll:
    """A row of ops.polls: one poll of one feed."""

    poll_id: str
    feed_id: str
    run_id: str
    polled_at: datetime
    outcome: str  # a PollOutcome
    status: int | None
    item_count: int | None
    new_count: int | None
    changed_count: int | None
    latency_ms: int | None
    byte_count: int | None
    is_possible_gap: bool
    final_url: str | None
    error: str | None
    archive_file: str | None
    archive_offset: int | None
    archive_length: int | None


@dataclass(frozen=True)
class Entry:
    """A row of facts.entries: a feed's entry, under the article that its link identifies."""

    entry_id: str
    feed_id: str
    article_id: str
    guid: str | None
    url: str
    title: str
    summary: str
    author: str
    published_at: datetime | None
    updated_at: datetime | None
    published_text: str
    categories: str  # joined with "; "
    first_seen_at: datetime
    changed_at: datetime
    content_hash: str  # of title, summary, updated_at: a change asks for the page to be fetched again


@dataclass(frozen=True)
class Fetch:
    """A row of ops.fetches: one request for one page."""

    fetch_id: str
    run_id: str
    article_id: str
    url: str
    fetched_at: datetime
    outcome: str  # a FetchOutcome
    status: int | None
    final_url: str | None
    content_type: str | None
    byte_count: int | None
    latency_ms: int | None
    error: str | None
    etag: str | None
    last_modified: str | None
    content_hash: str | None
    archive_file: str | None
    archive_offset: int | None
    archive_length: int | None


# --- extract -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Page:
    """A fetched page as it came."""

    url: str  # the final address
    content: bytes
    content_type: str  # the header as sent, may be empty
    fetched_at: datetime


@dataclass(frozen=True)
class Paragraph:
    """A block of the body."""

    char_start: int
    char_end: int
    kind: Literal["text", "heading", "list", "quote"]


@dataclass(frozen=True)
class Section:
    """A labelled part of the body: the label's own span, then the span of the text under it."""

    label: str  # as printed
    normal_label: str  # lower case, no punctuation: "what happened"
    label_start: int
    label_end: int
    char_start: int
    char_end: int


@dataclass(frozen=True)
class Dropped:
    """A line that was on the page and is no part of the text."""

    text: str
    reason: str  # boilerplate, newsletter, related, share, loading, caption, ...


@dataclass(frozen=True)
class Article:
    """What one page says: metadata, and a body whose offsets hold.

    `body` is paragraphs joined by "\\n\\n"; headings are paragraphs of it. The dateline is a span at the body's start
    (`dateline_end` code points long; 0 where there is none); the lede is a span of the body.
    """

    url: str
    canonical_url: str | None
    title: str
    byline: str  # as printed
    authors: tuple[str, ...]
    published_at: datetime | None  # UTC
    published_source: str  # json-ld, meta, time, text, feed, ... ; "" where there is no time
    published_precision: Literal["time", "day", ""]
    published_offset_minutes: int | None  # of the zone that was printed; None where none was
    modified_at: datetime | None
    language: str  # ISO 639-1, "" where unknown
    dateline_place: str
    dateline_date: date | None
    dateline_end: int
    lede_start: int
    lede_end: int
    body: str
    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    dropped: tuple[Dropped, ...]
    outlet_name: str  # the page's own name for its outlet (og:site_name, publisher), may be ""
    method: str  # of the body: trafilatura, json-ld, ...


@dataclass(frozen=True)
class Rejected:
    """A page that gave no article, and why."""

    reason: Literal[
        "empty", "not_html", "too_large", "no_text", "too_short", "not_an_article", "timeout", "crashed", "lost"
    ]
    detail: str


# --- analyse -------------------------------------------------------------------------------------------------------

ActorKind = Literal["person", "organisation", "country", "group", "place"]


@dataclass(frozen=True)
class Sentence:
    """A sentence of a body. `section_no` and `paragraph_no` point into the article's tuples (section_no None: none)."""

    char_start: int
    char_end: int
    paragraph_no: int
    section_no: int | None
    is_lede: bool


@dataclass(frozen=True)
class Mention:
    """A name, or a title that stands for one. `actor_no` points into Reading.actors; None where unresolved."""

    sentence_no: int
    char_start: int
    char_end: int
    surface: str
    kind: str  # an ActorKind
    actor_no: int | None
    resolved_by: str  # name, short-name, alias, seed, office, ... ; "" where unresolved
    confidence: float
    method: str


@dataclass(frozen=True)
class LocalActor:
    """One actor within one article: its fullest name there, and the seed it was recognised as, if any."""

    name: str
    kind: str
    seed_key: str | None  # key of seeds.actors
    country: str  # ISO alpha-2, "" where unknown


@dataclass(frozen=True)
class Role:
    """ "Prime Minister", "head of …": the role's span, whose it is, and of what."""

    sentence_no: int
    char_start: int
    char_end: int
    mention_no: int  # of the person
    text: str
    role_class: str  # head_of_government, minister, spokesperson, ... ; "other"
    affiliation: str
    is_former: bool
    confidence: float
    method: str


@dataclass(frozen=True)
class Quote:
    """A quotation: the span between the quote marks, the speaker as printed, and the actor when resolved."""

    sentence_no: int
    char_start: int
    char_end: int
    kind: Literal["direct", "mixed"]
    text: str
    cue: str  # the verb or phrase: "said", "according to"; "" where none stands there
    speaker_text: str  # "" where none could be found
    speaker_start: int | None
    speaker_end: int | None
    speaker_mention_no: int | None
    speaker_actor_no: int | None
    confidence: float
    method: str


@dataclass(frozen=True)
class DateMention:
    """An expression of time. Days are those it names, whichever side of them is meant (`bound`)."""

    sentence_no: int
    char_start: int
    char_end: int
    surface: str
    kind: str  # DATE, TIME, DURATION, SET, as in TIMEX3
    value: str  # as in TIMEX3; two of them with "/" between for a range
    mod: str  # START, MID, END, APPROX, MORE_THAN, ... as in TIMEX3; "" where none
    bound: str  # since, from, until, by, before, after: the day is an edge; "" where it is meant itself
    start_day: date | None
    end_day: date | None  # that day still belongs to it
    moment_at: datetime | None  # of a clock time whose zone is known
    is_relative: bool
    anchor_day: date | None
    anchor_source: str  # dateline, published, section; text: the date named before; "" where absolute
    alternatives: str  # other readings, joined with "; "
    confidence: float
    method: str


@dataclass(frozen=True)
class Quantity:
    """An amount: what is said, the bounds that this leaves, and what it is of. Shares are 0–1, money in whole units."""

    sentence_no: int
    char_start: int
    char_end: int
    surface: str
    kind: str  # count, casualties, money, percent, change, ratio, distance, area, weight, volume, duration, ..., age
    value: float | None  # None of ranges, and where the number is not said ("dozens")
    low: float | None  # None where it is open below
    high: float | None  # None where it is open above
    modifier: str  # over, at_least, about, nearly, up_to, under, exactly, range, vague; "" where none
    unit: str  # ISO 4217 code of money; "" of counts
    object: str  # what is counted or measured, as printed; with killed, injured or missing behind it; "" where not said
    change: str  # up, down: what it tells of rose or fell; "" where none
    from_value: float | None
    to_value: float | None
    place: str  # "" where none is stated
    place_mention_no: int | None
    confidence: float
    method: str


@dataclass(frozen=True)
class TopicEvidence:
    """A term that spoke for a topic."""

    topic_id: str
    sentence_no: int
    char_start: int
    char_end: int
    term: str


@dataclass(frozen=True)
class ArticleTopic:
    """A topic of an article. `score` is 0–1; `is_inferred` marks an ancestor closed upward."""

    topic_id: str
    score: float
    is_inferred: bool


@dataclass(frozen=True)
class PlaceMention:
    """A name that stands for a place, resolved. `is_focus` marks the mentions of the place the article is about."""

    sentence_no: int
    char_start: int
    char_end: int
    surface: str
    mention_no: int | None  # the mention that it is, or lies in; None where only the gazetteer saw it
    geonames_id: int | None
    name: str
    kind: str  # country, admin1, admin2, capital, city, region, continent
    country: str  # ISO alpha-2, "" for what lies in several countries
    admin1: str  # name of the first-level division, "" where there is none
    lat: float
    lon: float
    is_metonym: bool  # stands for those who govern there: "Lisbon rejected the offer"
    is_focus: bool
    confidence: float
    method: str


@dataclass(frozen=True)
class Citation:
    """Whom or what an article cites: the span of the name or phrase, and the outlet where it is one that is known."""

    sentence_no: int
    char_start: int
    char_end: int
    text: str
    kind: str  # outlet, agency, document, statement, post, anonymous
    relation: str  # source: it says so; via: somebody said so to it; byline: it wrote the article
    outlet_id: str | None
    outlet: str  # name in the seeds; "" where it is no known outlet
    cue: str  # "reported", "according to"; "" where none stands there
    confidence: float
    method: str


@dataclass(frozen=True)
class Reading:
    """Everything that analyse found in one article. All numbers are positions in these tuples."""

    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    actors: tuple[LocalActor, ...]
    roles: tuple[Role, ...]
    quotes: tuple[Quote, ...]
    topics: tuple[ArticleTopic, ...]
    evidence: tuple[TopicEvidence, ...]
    dates: tuple[DateMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    citations: tuple[Citation, ...] = ()
    method: str = ""


# --- what seeds say ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class KnownActor:
    """An actor of seeds/actors.csv with its aliases: (alias, alias_kind) pairs."""

    key: str
    name: str
    kind: str
    country: str
    sector: str
    role: str
    valid_from: str
    valid_to: str
    aliases: tuple[tuple[str, str], ...] = field(default=())
    wikidata_id: str = ""


@dataclass(frozen=True)
class KnownOutlet:
    """An outlet of seeds/outlets.csv, as reading needs it."""

    outlet_id: str
    name: str
    domain: str
    country: str
    is_agency: bool
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class TopicTerm:
    """A term of seeds/topic_terms.csv."""

    topic_id: str
    term: str
    weight: float
    language: str


@dataclass(frozen=True)
class Topic:
    """A topic of seeds/topics.csv."""

    topic_id: str
    parent_id: str
    level: int
    label: str
