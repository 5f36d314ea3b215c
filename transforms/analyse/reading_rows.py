"""From a reading to the rows that keep it: positions within the article become ids that hold across articles."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from transforms.ids import known_actor_id, met_actor_id
from transforms.records.analyse import LocalActor, Reading
from transforms.records.seeds import KnownActor
from transforms.rows.aliases import AliasSightingRow
from transforms.rows.analyse import (
    ActorRow,
    ArticleTopicRow,
    CitationRow,
    DateRow,
    EventActorRow,
    EventRow,
    MentionRow,
    PlaceRow,
    QuantityRow,
    QuoteRow,
    RoleRow,
    SentenceRow,
    TopicEvidenceRow,
    TopicLabelRow,
)
from transforms.rows.builds import Analysis
from transforms.rows.tone import ToneRow

Rows = dict[str, list[object]]
ActorIds = Mapping[int | None, str | None]  # by the actor's position in the reading


def rows_of_reading(
    revision_id: str, reading: Reading, known: Mapping[str, KnownActor], method_id: str, now: datetime
) -> Rows:
    """All rows of one reading, by table. `known` holds the known actors by key."""
    actors = [_actor_row(actor, known) for actor in reading.actors]
    ids: dict[int | None, str | None] = {None: None}
    ids.update({number: row.actor_id for number, row in enumerate(actors)})
    return {
        "facts.actors": list(actors),
        "facts.sentences": _sentences(revision_id, reading),
        "facts.mentions": _mentions(revision_id, reading, ids),
        "facts.roles": _roles(revision_id, reading, ids),
        "facts.quotes": _quotes(revision_id, reading, ids),
        "facts.dates": _dates(revision_id, reading),
        "facts.quantities": _quantities(revision_id, reading),
        "facts.places": _places(revision_id, reading),
        "facts.citations": _citations(revision_id, reading),
        "facts.alias_sightings": _alias_sightings(revision_id, reading, ids),
        "facts.events": _events(revision_id, reading, ids),
        "facts.event_actors": _event_actors(revision_id, reading, ids),
        "facts.tones": _tones(revision_id, reading, ids),
        "facts.article_topics": [
            ArticleTopicRow(revision_id, row.topic_id, row.score, row.is_inferred) for row in reading.topics
        ],
        "facts.topic_evidence": [
            TopicEvidenceRow(revision_id, row.topic_id, row.sentence_no, row.char_start, row.char_end, row.term)
            for row in reading.evidence
        ],
        "facts.topic_labels": [
            TopicLabelRow(revision_id, row.topic_id, row.source, row.char_start, row.char_end, row.term)
            for row in reading.topic_labels
        ],
        "ops.analyses": [Analysis(revision_id, method_id, "read", now)],
    }


def _sentences(revision_id: str, reading: Reading) -> list[object]:
    return [
        SentenceRow(revision_id, no, row.char_start, row.char_end, row.paragraph_no, row.section_no, row.is_lede)
        for no, row in enumerate(reading.sentences)
    ]


def _mentions(revision_id: str, reading: Reading, ids: ActorIds) -> list[object]:
    return [
        MentionRow(
            revision_id, no, row.sentence_no, row.char_start, row.char_end, row.surface, row.kind, ids[row.actor_no],
            row.resolved_by, row.confidence, row.method,
        )
        for no, row in enumerate(reading.mentions)
    ]  # fmt: skip


def _roles(revision_id: str, reading: Reading, ids: ActorIds) -> list[object]:
    return [
        RoleRow(
            revision_id, no, row.sentence_no, row.char_start, row.char_end, row.mention_no,
            ids[reading.mentions[row.mention_no].actor_no], row.text, row.role_class, row.affiliation, row.is_former,
            row.confidence, row.method, row.country,
        )
        for no, row in enumerate(reading.roles)
    ]  # fmt: skip


def _quotes(revision_id: str, reading: Reading, ids: ActorIds) -> list[object]:
    return [
        QuoteRow(
            revision_id, no, row.sentence_no, row.char_start, row.char_end, row.kind, row.text, row.cue,
            row.speaker_text, row.speaker_start, row.speaker_end, row.speaker_mention_no, ids[row.speaker_actor_no],
            row.confidence, row.method, row.attribution_no, row.part_no, row.content_start, row.content_end,
            row.cue_start, row.cue_end, row.cue_class, row.is_negated, row.via_text, row.via_start, row.via_end,
        )
        for no, row in enumerate(reading.quotes)
    ]  # fmt: skip


def _dates(revision_id: str, reading: Reading) -> list[object]:
    return [
        DateRow(
            revision_id, no, row.sentence_no, row.char_start, row.char_end, row.surface, row.kind, row.value, row.mod,
            row.bound, row.start_day, row.end_day, row.moment_at, row.is_relative, row.anchor_day, row.anchor_source,
            row.alternatives, row.confidence, row.method,
        )
        for no, row in enumerate(reading.dates)
    ]  # fmt: skip


def _places(revision_id: str, reading: Reading) -> list[object]:
    return [
        PlaceRow(
            revision_id, no, row.sentence_no, row.char_start, row.char_end, row.surface, row.mention_no,
            row.geonames_id, row.name, row.kind, row.country, row.admin1, row.lat, row.lon, row.is_metonym,
            row.is_focus, row.confidence, row.method,
        )
        for no, row in enumerate(reading.places)
    ]  # fmt: skip


def _quantities(revision_id: str, reading: Reading) -> list[object]:
    return [
        QuantityRow(
            revision_id, no, row.sentence_no, row.char_start, row.char_end, row.surface, row.kind, row.value, row.low,
            row.high, row.modifier, row.unit, row.object, row.change, row.from_value, row.to_value, row.place,
            row.place_mention_no, row.confidence, row.method,
        )
        for no, row in enumerate(reading.quantities)
    ]  # fmt: skip


def _alias_sightings(revision_id: str, reading: Reading, ids: ActorIds) -> list[object]:
    return [
        AliasSightingRow(
            revision_id, no, row.sentence_no, row.char_start, row.char_end, row.alias, str(ids[row.actor_no]),
            row.pattern, row.confidence, row.method,
        )
        for no, row in enumerate(reading.alias_sightings)
    ]  # fmt: skip


def _citations(revision_id: str, reading: Reading) -> list[object]:
    return [
        CitationRow(
            revision_id, no, row.sentence_no, row.char_start, row.char_end, row.text, row.kind, row.relation,
            row.outlet_id, row.cue, row.confidence, row.method,
        )
        for no, row in enumerate(reading.citations)
    ]  # fmt: skip


def _events(revision_id: str, reading: Reading, ids: ActorIds) -> list[object]:
    return [
        EventRow(
            revision_id, no, row.sentence_no, row.char_start, row.char_end, row.trigger, row.is_main, row.type,
            row.mode, row.cameo_code, row.content_code, row.quad_class, row.score, row.is_mutual, row.is_negated,
            row.realis, row.tense, row.date_no, row.place_no, row.attributed_text, row.attributed_start,
            row.attributed_end, row.attributed_mention_no, ids[row.attributed_actor_no], row.confidence, row.method,
        )
        for no, row in enumerate(reading.events)
    ]  # fmt: skip


def _event_actors(revision_id: str, reading: Reading, ids: ActorIds) -> list[object]:
    return [
        EventActorRow(
            revision_id, no, actor_no, row.side, event.sentence_no, row.char_start, row.char_end, row.text,
            row.mention_no, ids[row.actor_no], event.confidence, event.method,
        )
        for no, event in enumerate(reading.events)
        for actor_no, row in enumerate(event.actors)
    ]  # fmt: skip


def _tones(revision_id: str, reading: Reading, ids: ActorIds) -> list[object]:
    return [
        ToneRow(
            revision_id, no, row.scope, row.sentence_no, row.char_start, row.char_end, row.mention_no,
            ids[row.actor_no], row.tone, row.score, row.evidence, row.confidence, row.method,
        )
        for no, row in enumerate(reading.tones)
    ]  # fmt: skip


def _actor_row(actor: LocalActor, known: Mapping[str, KnownActor]) -> ActorRow:
    """An actor's row: what the seed says where one is known, else what the article called it."""
    seed = known.get(actor.seed_key or "")
    if seed is None:
        return ActorRow(met_actor_id(actor.kind, actor.name), actor.name, actor.kind, actor.country, "", None, "")
    return ActorRow(
        known_actor_id(seed.key), seed.name, seed.kind, seed.country, seed.sector, seed.key, seed.wikidata_id
    )
