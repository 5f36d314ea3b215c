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

CopyRole = Literal["origin", "verbatim", "trimmed", "extended"]


@dataclass(frozen=True)
class CopyText:
    """An article's current text, to be compared with what the others print."""

    article_id: str
    outlet_id: str
    published_at: datetime
    body: str
    byline: str


@dataclass(frozen=True)
class Copy:
    """Which text an article prints. A text that nobody shares is the origin of a group of one."""

    article_id: str
    copy_group_id: str  # the article_id of the group's origin
    role: CopyRole
    similarity: float  # with the origin: shingles in both, of those in either; 0–1
    containment: float  # with the origin: the share of the shorter text's shingles that the longer has; 0–1


@dataclass(frozen=True)
class StoryText:
    """An article as far as it tells which story it belongs to. `day` is the reader's, `actors` are canonical names."""

    article_id: str
    day: date
    published_at: datetime
    title: str
    lede: str
    body: str
    language: str
    actors: tuple[str, ...] = ()


@dataclass(frozen=True)
class StoryLink:
    """The earlier article that an article carries on from; None where it opens a story."""

    article_id: str
    parent_id: str | None
    similarity: float  # mean with the story that it joins; where it opens one, with the nearest that there was; 0–1


def split_words(text: str) -> list[str]:
    """The words of a text in their order, case folded, without punctuation."""
    return _WORD.findall(text.casefold())
