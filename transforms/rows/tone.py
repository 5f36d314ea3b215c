"""The rows that keep the tone of texts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ToneRow:
    """facts.tones: one row a sentence, mention, actor or article."""

    revision_id: str
    tone_no: int
    scope: str
    sentence_no: int
    char_start: int
    char_end: int
    mention_no: int | None
    actor_id: str | None
    tone: str
    score: float
    evidence: str
    confidence: float
    method: str
