"""The rows of the seeds' tables."""

from __future__ import annotations

from dataclasses import dataclass


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
class ActorSplitRow:
    """seeds.actor_splits: one row a line of actor_splits.csv."""

    split_no: int
    actor: str
    surface: str
    becomes_id: str | None
    becomes: str
    kind: str
    outlet_id: str | None
    having_text: str
    note: str


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
class GdeltCodeRow:
    """seeds.gdelt_codes: one row a scheme and key."""

    scheme: str
    key: str
    code: str
