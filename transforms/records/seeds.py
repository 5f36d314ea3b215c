"""What people wrote down about the world: known actors, outlets and topics."""

from __future__ import annotations

from dataclasses import dataclass, field


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
