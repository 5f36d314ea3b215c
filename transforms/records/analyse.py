"""What reading an article gives: one record a sentence, mention, quote, date, …."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from transforms.records.tone import Tone

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
    role_class: str  # one of offices.ROLE_CLASSES: head_of_government, minister, spokesperson, ...
    affiliation: str  # body or country that the role is of, as printed; "" where none is named
    country: str  # ISO alpha-2 of the role; "" where the text and the seeds don't tell
    is_former: bool
    confidence: float
    method: str


@dataclass(frozen=True)
class Quote:
    """A part of an attribution: its words, the clause they stand in, the cue, and who is said to say them.

    Of direct and mixed speech and of scare quotes the words are those between the marks, of indirect speech the clause.
    """

    sentence_no: int
    char_start: int
    char_end: int
    kind: str  # direct, mixed, indirect; scare: in marks though nobody is said to have said it
    text: str
    cue: str  # the verb or phrase: "said", "according to"; "" where none stands there
    speaker_text: str  # "" where none could be found
    speaker_start: int | None
    speaker_end: int | None
    speaker_mention_no: int | None
    speaker_actor_no: int | None
    confidence: float
    method: str
    attribution_no: int  # the same for all parts of a split quotation
    part_no: int  # 0 for the first part
    content_start: int
    content_end: int
    cue_start: int | None
    cue_end: int | None
    cue_class: str  # neutral, distancing, factive, demanding, denying; "" without a cue that is known
    is_negated: bool  # "did not say that"
    via_text: str  # the outlet or reporters that were told; "" where none
    via_start: int | None
    via_end: int | None


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
class TopicLabel:
    """A name outside the body that spoke for a topic; offsets are those of its source."""

    topic_id: str
    source: str  # title, address (the article's), feed (the entry's categories)
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
class AliasSighting:
    """Another name that the text gives an actor: the name's span, and whose it is."""

    sentence_no: int
    char_start: int
    char_end: int
    alias: str
    actor_no: int
    pattern: str  # acronym, known-as, formerly
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
class EventActor:
    """Somebody who takes part in an event, as printed, and the actor where resolved."""

    side: Literal["source", "target"]
    char_start: int
    char_end: int
    text: str
    mention_no: int | None
    actor_no: int | None


@dataclass(frozen=True)
class Event:
    """Who did what to whom: the span of the word that tells it, the codes, and how the sentence puts it."""

    sentence_no: int
    char_start: int
    char_end: int
    trigger: str
    is_main: bool  # the first that the sentence's main clause tells
    type: str  # a PLOVER type; "" for mere statements, which PLOVER leaves out
    mode: str  # arrest, explosives, visit, ...; "" where the words do not say
    cameo_code: str
    content_code: str  # CAMEO code of what is promised, demanded, refused or threatened; "" where not said
    quad_class: str  # statement, verbal or material cooperation or conflict
    score: float  # Goldstein's scale: from -10, conflict, to 10, cooperation
    is_mutual: bool  # sources and targets do it together: talks, agreements
    is_negated: bool
    realis: str  # actual, planned, threatened, hypothetical
    tense: str  # past, present, future
    actors: tuple[EventActor, ...]
    date_no: int | None
    place_no: int | None
    attributed_text: str  # who says that it is so; "" where the article says it
    attributed_start: int | None
    attributed_end: int | None
    attributed_mention_no: int | None
    attributed_actor_no: int | None
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
    alias_sightings: tuple[AliasSighting, ...] = ()
    events: tuple[Event, ...] = ()
    topic_labels: tuple[TopicLabel, ...] = ()
    tones: tuple[Tone, ...] = ()
    method: str = ""
