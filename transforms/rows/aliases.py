"""The rows of other names that texts give actors."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class AliasSightingRow:
    """facts.alias_sightings: one row a sighting."""

    revision_id: str
    sighting_no: int
    sentence_no: int
    char_start: int
    char_end: int
    alias: str
    actor_id: str
    pattern: str
    confidence: float
    method: str
