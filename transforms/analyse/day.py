"""The texts of a few days, as the methods that compare articles with one another want them, and what they answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

# Scripts that put no space between words give one token a character: kana, Han, Thai, Lao, Khmer.
_WORD = re.compile(
    r"[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]|[^\W_\u0e00-\u0eff\u1780-\u17ff\u3040-\u9fff]+"
)

CopyRole = Literal["origin", "verbatim", "trimmed", "extended", "rewritten"]
OriginEvidence = Literal["agency", "canonical", "byline", "cited", "earliest", "alone"]


@dataclass(frozen=True)
class CopyText:
    """An article's current text, to be compared with what the others print. `day` is the reader's."""

    article_id: str
    day: date
    outlet_id: str
    published_at: datetime
    body: str


@dataclass(frozen=True)
class CopyTie:
    """An article, and the earliest that prints the same text; None where there is none."""

    article_id: str
    tied_id: str | None


@dataclass(frozen=True)
class Copy:
    """Which text an article prints. A text that nobody shares is the origin of a group of one."""

    article_id: str
    copy_group_id: str  # the article_id of the group's origin
    role: CopyRole
    similarity: float  # with the origin: shingles in both, of those in either; 0–1
    containment: float  # with the origin: the share of the shorter text's shingles that the longer has; 0–1
    origin_outlet_id: str  # whose text it likely is: the origin's outlet, or an agency whose own article is not here
    origin_evidence: OriginEvidence
    credited_outlet_id: str | None
    credited_text: str
    canonical_article_id: str | None
    cited_outlet_id: str | None
    minutes_after_origin: float


@dataclass(frozen=True)
class StoryText:
    """An article as far as it tells which story it belongs to. `day` is the reader's, `actors` are canonical names."""

    article_id: str
    day: date
    published_at: datetime
    title: str
    body: str
    language: str
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()  # by the gazetteer's ids
    outlet_id: str = ""  # nothing where it is not known


@dataclass(frozen=True)
class StoryTie:
    """Two articles that tell the same story, or one that opens a story."""

    article_id: str
    tied_id: str | None  # the other article; None where there is none
    similarity: float  # of the two; 0–1, 0 where there is no other, or where only their stories are alike
    is_parent: bool  # whether the other is the earlier one that this most resembles


def split_words(text: str) -> list[str]:
    """The words of a text in their order, case folded, without punctuation."""
    return _WORD.findall(text.casefold())
