"""What people wrote down about the world: known actors, outlets and topics."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class KnownActor:
    """An actor of seeds/actors.csv with its aliases: (alias, alias_kind) pairs.

    `abroad` are the names that other languages have for it: (language, alias, alias_kind).
    """

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
    abroad: tuple[tuple[str, str, str], ...] = ()


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


@dataclass(frozen=True)
class EventVerb:
    """A line of seeds/event_verbs.csv: what a verb or adjective tells of, with these objects."""

    verb: str
    particle: str  # the preposition, adverb or noun that belongs to it; "" where none
    objects: tuple[str, ...]  # domains, "=word", "@actor", "@clause", "@none"; "" for any
    reading: str  # a CAMEO code, or the move that makes one of what the object tells of; "-" for no event
    mode: str
    is_everyday: bool = False  # whether it is also said where nothing political is meant: "back", "meet"


@dataclass(frozen=True)
class EventNoun:
    """A line of seeds/event_nouns.csv: what a noun is about, and the event that it names, if any."""

    noun: str
    domain: str
    code: str
    mode: str
    is_everyday: bool = False  # as of EventVerb: "talk", "fire"


@dataclass(frozen=True)
class EventMove:
    """A line of seeds/event_moves.csv: the code of a promise, demand, refusal, … about a domain; "" for others."""

    move: str
    domain: str
    code: str


@dataclass(frozen=True)
class EventCode:
    """A line of seeds/event_codes.csv: a CAMEO code with its PLOVER type ("" for mere statements), quad and score."""

    code: str
    name: str
    type: str
    quad_class: str
    score: float
    domain: str


@dataclass(frozen=True)
class EventWords:
    """The lexicon of events."""

    verbs: tuple[EventVerb, ...] = ()
    nouns: tuple[EventNoun, ...] = ()
    moves: tuple[EventMove, ...] = ()
    codes: tuple[EventCode, ...] = ()
