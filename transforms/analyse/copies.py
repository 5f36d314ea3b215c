"""Which articles print the text of an earlier one.

Candidates come from bottom-k sketches (the 40 smallest shingle hashes of each text: Broder, "On the resemblance and
containment of documents", 1997), and the exact overlap of the texts' 4-word shingles decides. A text contained in a
longer one shares the smallest hashes with it, which is why a sketch finds trimmed copies where MinHash does not. The
ties of a day depend on the articles of its window and on nothing else, so that a day can be made again by itself; who
copied whom in the groups that ties make is for `settled_copies`. Measured by tests/quality/copies.py.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from transforms.analyse.day import CopyText, CopyTie
from transforms.analyse.shingles import Shingles, is_copy, shingle, words_key

WINDOW = timedelta(days=3)

_SKETCH_SIZE = 40
_MIN_SHARED_SKETCH = 2  # one shared hash is often a common phrase; two cost no copy of 100 words or more
_FURNITURE_TEXTS = 5  # a shingle in this many texts of one outlet, and
_FURNITURE_SHARE = 0.05  # in this share of them, is the outlet's furniture and no part of a story


@dataclass(frozen=True)
class _Shingled:
    """An article, and what its body is compared by."""

    article: CopyText
    key: bytes  # the same for the same words
    shingles: Shingles


def tie_copies(texts: Sequence[CopyText], days: Collection[date] | None = None) -> list[CopyTie]:
    """A tie for every article of `days` (of every day if None), sorted: with the earliest in its window that it copies.

    The ties of a day are right only if the articles of the three days before it are among the texts.
    """
    hashes: dict[str, int] = {}
    ordered = [
        _Shingled(text, words_key(text.body) or text.article_id.encode(), shingle(text.body, hashes))
        for text in sorted(texts, key=lambda text: (text.published_at, text.article_id))
    ]
    ties: list[CopyTie] = []
    for day in sorted({text.day for text in texts}):
        if days is None or day in days:
            window = [one for one in ordered if day - WINDOW <= one.article.day <= day]
            ties += (tie for one, tie in _ties(window) if one.article.day == day)
    return sorted(ties, key=lambda tie: tie.article_id)


def _ties(window: Sequence[_Shingled]) -> Iterator[tuple[_Shingled, CopyTie]]:
    """Each article with the first that printed its words, else with the first whose text it copies."""
    printings: dict[bytes, list[_Shingled]] = defaultdict(list)
    for one in window:
        printings[one.key].append(one)
    copied = _copied(list(printings.values()))
    for same, first in zip(printings.values(), copied, strict=True):
        yield same[0], CopyTie(same[0].article.article_id, first)
        yield from ((one, CopyTie(one.article.article_id, same[0].article.article_id)) for one in same[1:])


def _copied(printings: Sequence[Sequence[_Shingled]]) -> Iterator[str | None]:
    """Of each distinct text, in the order of their first printings, the earliest other that it copies."""
    furniture = _furniture(printings)
    shingles = [_without(same[0].shingles, furniture.get(same[0].article.outlet_id)) for same in printings]
    holders: dict[int, list[int]] = defaultdict(list)  # by hash, the texts so far that have it in their sketch
    for number, own in enumerate(shingles):
        sketch = own[:_SKETCH_SIZE].tolist()
        shared = Counter(other for value in sketch for other in holders[value])
        likely = sorted(other for other, count in shared.items() if count >= _MIN_SHARED_SKETCH)
        first = next((other for other in likely if is_copy(own, shingles[other])), None)
        yield None if first is None else printings[first][0].article.article_id
        for value in sketch:
            holders[value].append(number)


def _furniture(printings: Sequence[Sequence[_Shingled]]) -> Mapping[str, Shingles]:
    """By outlet, the shingles that it prints under too many different texts to be anybody's story."""
    by_outlet: dict[str, list[Shingles]] = defaultdict(list)
    for same in printings:
        for outlet_id in {one.article.outlet_id for one in same}:
            by_outlet[outlet_id].append(same[0].shingles)
    furniture = {}
    for outlet_id, texts in by_outlet.items():
        if len(texts) >= _FURNITURE_TEXTS:
            values, counts = np.unique(np.concatenate(texts), return_counts=True)
            furniture[outlet_id] = values[counts >= max(_FURNITURE_TEXTS, _FURNITURE_SHARE * len(texts))]
    return furniture


def _without(shingles: Shingles, furniture: Shingles | None) -> Shingles:
    return shingles if furniture is None else np.setdiff1d(shingles, furniture, assume_unique=True)
