"""Which articles print one and the same text.

Candidates come from bottom-k sketches (the 40 smallest shingle hashes of each text: Broder, "On the resemblance and
containment of documents", 1997), and the exact overlap of the texts' 4-word shingles decides. A text contained in a
longer one shares the smallest hashes with it, which is why a sketch finds trimmed copies where MinHash does not.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from transforms.analyse.day import Copy, CopyRole, CopyText, split_words

Shingles = NDArray[np.uint64]  # the sorted, distinct hashes of a text's shingles

_SHINGLE_WORDS = 4
_SKETCH_SIZE = 40
_MIN_SHARED_SKETCH = 2  # one shared hash is often a common phrase; two cost no copy of 100 words or more
_MIN_SHINGLES = 12  # below about 15 words an overlap says nothing
_MIN_CONTAINMENT = 0.6  # two reports of one event share under 0.3, long shared quotes included
_MIN_VERBATIM = 0.9  # leaves room for a changed dateline, credit line and a few edits
_FURNITURE_TEXTS = 5  # a shingle in this many texts of one outlet, and
_FURNITURE_SHARE = 0.05  # in this share of them, is the outlet's furniture and no part of a story
_NO_AGENCIES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Shingled:
    """An article, and what its body is compared by."""

    article: CopyText
    key: bytes  # the same for the same words
    shingles: Shingles


@dataclass(frozen=True)
class _Text:
    """One distinct text: the article that stands for it, its shingles without furniture, and all who print it."""

    article: CopyText
    shingles: Shingles
    printings: tuple[CopyText, ...]  # `article` first


def find_copies(texts: Sequence[CopyText], agencies: Mapping[str, str] = _NO_AGENCIES) -> list[Copy]:
    """A row for every article, sorted by article_id: the text that it prints, and how.

    `agencies` names the agencies among the outlets by outlet_id. The origin of a group is an agency's own article if
    there is one, else an article credited to an agency, else any; among equals the earliest. Every copy is compared
    with its origin, so that a page that strings two texts together does not make one group of them.
    """
    return copies_among(shingle_texts(texts), agencies)


def shingle_texts(texts: Sequence[CopyText]) -> list[Shingled]:
    """The articles ready to be compared, in their order: once for all the windows that they are in."""
    hashes: dict[str, int] = {}
    return [_shingled(text, hashes) for text in texts]


def copies_among(texts: Sequence[Shingled], agencies: Mapping[str, str] = _NO_AGENCIES) -> list[Copy]:
    """What `find_copies` says of the same articles."""
    distinct = _distinct_texts(sorted(texts, key=lambda text: _rank(text.article, agencies)))
    copies = [copy for group in _group(distinct) for copy in _rows(group)]
    return sorted(copies, key=lambda copy: copy.article_id)


def _rank(text: CopyText, agencies: Mapping[str, str]) -> tuple[int, float, str]:
    byline = text.byline.casefold()
    if text.outlet_id in agencies:
        standing = 0
    elif any(name.casefold() in byline for name in agencies.values() if name):
        standing = 1
    else:
        standing = 2
    return standing, text.published_at.timestamp(), text.article_id


def _distinct_texts(ranked: Sequence[Shingled]) -> list[_Text]:
    """The distinct texts in the order of their first printing; the same words are one text without any counting."""
    printings: dict[bytes, list[Shingled]] = defaultdict(list)
    for text in ranked:
        printings[text.key].append(text)
    shingles = [group[0].shingles for group in printings.values()]
    groups = [tuple(text.article for text in group) for group in printings.values()]
    furniture = _furniture(groups, shingles)
    return [
        _Text(group[0], _without(found, furniture.get(group[0].outlet_id)), group)
        for group, found in zip(groups, shingles, strict=True)
    ]


def _shingled(text: CopyText, hashes: dict[str, int]) -> Shingled:
    words = split_words(text.body)
    said = " ".join(words) or f" {text.article_id}"  # texts without words have nothing in common
    return Shingled(text, blake2b(said.encode(), digest_size=16).digest(), _shingle(words, hashes))


def _shingle(words: Sequence[str], hashes: dict[str, int]) -> Shingles:
    """The hashes of all runs of four words. `hashes` remembers the words' own, which are the same on every machine."""
    if len(words) < _SHINGLE_WORDS:
        return np.empty(0, np.uint64)
    for word in words:
        if word not in hashes:
            hashes[word] = int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "big")
    numbers = np.array([hashes[word] for word in words], np.uint64)
    count = len(words) - _SHINGLE_WORDS + 1
    mixed = np.zeros(count, np.uint64)
    for offset in range(_SHINGLE_WORDS):
        mixed = _mix(mixed + numbers[offset : offset + count])
    return np.unique(mixed)


def _mix(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The splitmix64 finaliser: unlike a plain polynomial it makes the smallest hashes a fair sample."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _furniture(groups: Sequence[tuple[CopyText, ...]], shingles: Sequence[Shingles]) -> dict[str, Shingles]:
    """By outlet, the shingles that it prints under too many different texts to be anybody's story."""
    by_outlet: dict[str, list[Shingles]] = defaultdict(list)
    for group, found in zip(groups, shingles, strict=True):
        for outlet_id in {text.outlet_id for text in group}:
            by_outlet[outlet_id].append(found)
    furniture = {}
    for outlet_id, texts in by_outlet.items():
        values, counts = np.unique(np.concatenate(texts), return_counts=True)
        furniture[outlet_id] = values[counts >= max(_FURNITURE_TEXTS, _FURNITURE_SHARE * len(texts))]
    return furniture


def _without(shingles: Shingles, furniture: Shingles | None) -> Shingles:
    return shingles if furniture is None else np.setdiff1d(shingles, furniture, assume_unique=True)


def _group(texts: Sequence[_Text]) -> Iterator[list[_Text]]:
    """The texts in groups, the origin first: each text that is still free takes the free texts that copy it."""
    sketches = [text.shingles[:_SKETCH_SIZE].tolist() for text in texts]
    holders: dict[int, list[int]] = defaultdict(list)
    for number, sketch in enumerate(sketches):
        for value in sketch:
            holders[value].append(number)
    free = [True] * len(texts)
    for number, text in enumerate(texts):
        if free[number]:
            shared = Counter(other for value in sketches[number] for other in holders[value] if other > number)
            likely = sorted(other for other, count in shared.items() if free[other] and count >= _MIN_SHARED_SKETCH)
            members = [other for other in likely if _is_copy(text.shingles, texts[other].shingles)]
            for member in members:
                free[member] = False
            yield [text, *(texts[member] for member in members)]


def _is_copy(one: Shingles, other: Shingles) -> bool:
    shorter = min(len(one), len(other))
    return shorter >= _MIN_SHINGLES and _overlap(one, other) >= _MIN_CONTAINMENT * shorter


def _overlap(one: Shingles, other: Shingles) -> int:
    shorter, longer = sorted((one, other), key=len)
    return int((longer[np.searchsorted(longer[:-1], shorter)] == shorter).sum()) if len(longer) else 0


def _rows(group: Sequence[_Text]) -> Iterator[Copy]:
    origin = group[0]
    for text in group:
        similarity, containment = _likeness(origin, text)
        role = _role(origin, text, similarity)
        for article in text.printings:
            is_origin = article is origin.article
            yield Copy(
                article.article_id,
                origin.article.article_id,
                "origin" if is_origin else role,
                similarity,
                containment,
            )


def _likeness(origin: _Text, text: _Text) -> tuple[float, float]:
    """The resemblance and the containment of two texts, to four places; 1 and 1 for a text and itself."""
    if text is origin:
        return 1.0, 1.0
    shared = _overlap(origin.shingles, text.shingles)
    sizes = len(origin.shingles), len(text.shingles)
    return round(shared / (sum(sizes) - shared), 4), round(shared / min(sizes), 4)


def _role(origin: _Text, text: _Text, similarity: float) -> CopyRole:
    if similarity >= _MIN_VERBATIM:
        return "verbatim"
    return "extended" if len(text.shingles) > len(origin.shingles) else "trimmed"
