"""The tone of a text: towards whom, and by which words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Tone:
    """How a sentence, an article, or what either says of somebody sounds. `score` is from -1 to 1."""

    scope: str  # sentence; mention: of whom it names, in its sentence; actor: over the article; article
    sentence_no: int  # of an actor, where it is named first; of an article, 0
    char_start: int
    char_end: int
    mention_no: int | None  # of a mention; of an actor, the first
    actor_no: int | None
    tone: str  # negative, neutral, positive
    score: float
    evidence: str  # the words that made it so, joined with "; "; "" of actors and articles
    confidence: float
    method: str


@dataclass(frozen=True)
class ToneWord:
    """A line of seeds/tone_words.csv. Of a verb `tone` is what falls on its subject."""

    word: str
    kind: str  # verb, noun, adjective, adverb, phrase
    tone: float
    object_tone: float
    forms: str  # of an irregular verb, joined with spaces
