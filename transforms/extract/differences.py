"""What changed between two versions of a text, sentence by sentence."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from transforms.extract.volatile import is_volatile
from transforms.sentence_ends import Span, sentence_spans

_ALIKE = 0.5  # by words in common and in order: from here two sentences are one that was edited; a judgement, not tuned
_LONGEST = 1_000  # sentences a side that are looked at; beyond stand tables and dumps
_MOST_LIKENED = 200  # a side: each is likened to each, 30 microseconds a pair
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]|[^\W_]+")


@dataclass(frozen=True)
class Difference:
    """A sentence that came, went, moved or was edited; `old` and `new` are its spans in the two bodies."""

    kind: Literal["added", "removed", "changed", "moved"]
    old: Span | None
    new: Span | None


def differences(old: str, new: str) -> tuple[Difference, ...]:
    """The differences in the newer text's order, a removed sentence where it stood; what is unchanged is left out."""
    olds, news = _spans(old), _spans(new)
    pairs = _pairs([_folded(old, span) for span in olds], [_folded(new, span) for span in news])
    found = list(_found(old, new, olds, news, pairs))
    return tuple(difference for _, difference in sorted(found, key=lambda item: item[0]))


def _spans(body: str) -> list[Span]:
    spans = (span for span in sentence_spans(body) if not is_volatile(body[span.start : span.end]))
    return list(spans)[:_LONGEST]


def _folded(body: str, span: Span) -> str:
    return " ".join(body[span.start : span.end].split())


def _pairs(old: Sequence[str], new: Sequence[str]) -> dict[int, tuple[int, bool]]:
    """The older sentence that each newer one continues, and whether it has moved: equal ones first, then like ones."""
    pairs: dict[int, tuple[int, bool]] = {}
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for block in matcher.get_matching_blocks():
        pairs |= {block.b + step: (block.a + step, False) for step in range(block.size)}
    left = _left(old, new, pairs)
    for number in left[1]:
        same = next((other for other in left[0] if old[other] == new[number] and not _has(pairs, other)), None)
        if same is not None:
            pairs[number] = (same, True)
    return pairs | _alike(old, new, *_left(old, new, pairs))


def _left(old: Sequence[str], new: Sequence[str], pairs: dict[int, tuple[int, bool]]) -> tuple[list[int], list[int]]:
    used = {number for number, _ in pairs.values()}
    return [n for n in range(len(old)) if n not in used], [n for n in range(len(new)) if n not in pairs]


def _has(pairs: dict[int, tuple[int, bool]], number: int) -> bool:
    return any(other == number for other, _ in pairs.values())


def _alike(
    old: Sequence[str], new: Sequence[str], old_left: Sequence[int], new_left: Sequence[int]
) -> dict[int, tuple[int, bool]]:
    """The likest pairs among the sentences that are left, each used once, the likest first."""
    before = {number: words_of(old[number]) for number in old_left[:_MOST_LIKENED]}
    ranked = sorted(
        (-score, number, other)
        for number in new_left[:_MOST_LIKENED]
        for other, score in _likenesses(words_of(new[number]), before)
        if score >= _ALIKE
    )
    pairs: dict[int, tuple[int, bool]] = {}
    for _, number, other in ranked:
        if number not in pairs and not _has(pairs, other):
            pairs[number] = (other, False)
    return pairs


def _likenesses(words: Sequence[str], others: Mapping[int, Sequence[str]]) -> Iterator[tuple[int, float]]:
    matcher = difflib.SequenceMatcher(None, b=words, autojunk=False)
    for number, other in others.items():
        matcher.set_seq1(other)
        if matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE:
            yield number, matcher.ratio()


def words_of(text: str) -> list[str]:
    """The words in small letters; where a script has no spaces, each letter is one."""
    return _WORD.findall(text.casefold())


def _found(
    old: str, new: str, olds: Sequence[Span], news: Sequence[Span], pairs: dict[int, tuple[int, bool]]
) -> Iterator[tuple[tuple[float, int], Difference]]:
    place_of = {other: number for number, (other, _) in pairs.items()}
    for number, span in enumerate(news):
        if number not in pairs:
            yield (number, 1), Difference("added", None, span)
            continue
        other, is_moved = pairs[number]
        if _folded(old, olds[other]) != _folded(new, span):
            yield (number, 1), Difference("changed", olds[other], span)
        elif is_moved:
            yield (number, 1), Difference("moved", olds[other], span)
    for number, span in enumerate(olds):
        if number not in place_of:
            before = max((place_of[other] for other in range(number) if other in place_of), default=-1)
            yield (before + 0.5, number), Difference("removed", span, None)
