"""Of articles that ties hold together, who printed whose text: groups with a likely origin, and what speaks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from transforms.analyse.day import Copy, CopyRole, CopyTie, OriginEvidence
from transforms.analyse.shingles import Shingles, is_copy, overlap, shingle
from transforms.analyse.ties import held_together

_MIN_WHOLE = 0.85  # what is left of a text that was only cut, or only added to: the rest is edits of words
_MIN_VERBATIM = 0.9  # of the longer one's length: leaves room for another dateline and credit line

_Likeness = tuple[float, float, CopyRole]
_ORIGIN: _Likeness = (1.0, 1.0, "origin")
_SAME: _Likeness = (1.0, 1.0, "verbatim")


@dataclass(frozen=True)
class Printing:
    """An article that prints a text, with what it says of where that comes from."""

    article_id: str
    outlet_id: str
    published_at: datetime
    body: str
    is_agency: bool  # whether its outlet is a news agency
    credited_id: str | None  # outlet id of the agency that its byline or dateline credits
    credited_text: str  # as printed
    canonical_id: str | None  # article that its page names as the original, of another outlet
    cited_id: str | None  # outlet id of an agency that it cites


def settle_copies(printings: Sequence[Printing], ties: Sequence[CopyTie]) -> list[Copy]:
    """A row for every article, sorted by article_id: the text that it prints, and how.

    Every copy is compared with its origin, so that a page that strings two texts together does not make one group of
    them. The origin is an agency's own article; else the one that others' pages name as the original; else the
    earliest. Where some credit an agency, the text is likely its, whatever is the earliest here. The order of the
    arguments makes no difference.
    """
    ordered = sorted(printings, key=lambda one: (one.published_at, one.article_id))
    pairs = [(tie.article_id, tie.tied_id) for tie in ties if tie.tied_id is not None]
    by_id = {one.article_id: one for one in ordered}
    hashes: dict[str, int] = {}
    copies: list[Copy] = []
    for part in held_together(list(by_id), ((one, other) for one, other in pairs if {one, other} <= by_id.keys())):
        texts = [by_id[article_id] for article_id in part]
        shingles = {one.article_id: shingle(one.body, hashes) for one in texts} if len(part) > 1 else {}
        for group in _groups(texts, shingles, {*pairs}):
            copies += _rows(group, shingles)
    return sorted(copies, key=lambda copy: copy.article_id)


def _groups(
    texts: Sequence[Printing], shingles: Mapping[str, Shingles], pairs: set[tuple[str, str]]
) -> Iterator[list[Printing]]:
    """The articles in groups, the origin first: each that is still free takes the free ones that copy it."""
    named = {one.canonical_id for one in texts}
    free = sorted(texts, key=lambda one: (_standing(one, named), one.published_at, one.article_id))
    while free:
        origin, *others = free
        taken = [one for one in others if _is_same_text(origin.article_id, one.article_id, shingles, pairs)]
        chosen = {one.article_id for one in taken}
        free = [one for one in others if one.article_id not in chosen]
        yield [origin, *taken]


def _standing(printing: Printing, named: set[str | None]) -> int:
    if printing.is_agency:
        return 0
    return 1 if printing.article_id in named else 2


def _is_same_text(one: str, other: str, shingles: Mapping[str, Shingles], pairs: set[tuple[str, str]]) -> bool:
    return (one, other) in pairs or (other, one) in pairs or is_copy(shingles[one], shingles[other])


def _rows(group: Sequence[Printing], shingles: Mapping[str, Shingles]) -> Iterator[Copy]:
    origin = group[0]
    outlet_id, evidence = _likely_origin(group)
    for one in group:
        likeness = _ORIGIN if one is origin else _likeness(shingles[origin.article_id], shingles[one.article_id])
        similarity, containment, role = likeness
        yield Copy(
            article_id=one.article_id,
            copy_group_id=origin.article_id,
            role=role,
            similarity=similarity,
            containment=containment,
            origin_outlet_id=outlet_id,
            origin_evidence=evidence,
            credited_outlet_id=one.credited_id,
            credited_text=one.credited_text,
            canonical_article_id=one.canonical_id,
            cited_outlet_id=one.cited_id,
            minutes_after_origin=(one.published_at - origin.published_at).total_seconds() / 60,
        )


def _likely_origin(group: Sequence[Printing]) -> tuple[str, OriginEvidence]:
    """The outlet that the text comes from, and what speaks for it: the origin's own, or an agency that is not here."""
    origin = group[0]
    if origin.is_agency:
        return origin.outlet_id, "agency"
    if any(one.canonical_id == origin.article_id for one in group[1:]):
        return origin.outlet_id, "canonical"
    credited = [one.credited_id for one in group if one.credited_id]
    if credited:
        return _most(credited), "byline"
    cited = [one.cited_id for one in group if one.cited_id]
    if len(group) > 1 and len(cited) * 2 > len(group):  # a report may cite an agency that it does not come from
        return _most(cited), "cited"
    return origin.outlet_id, "earliest" if len(group) > 1 else "alone"


def _most(values: Sequence[str]) -> str:
    return max(sorted(set(values)), key=values.count)


def _likeness(origin: Shingles, text: Shingles) -> _Likeness:
    """The resemblance and the containment of two texts, to four places, and how the second prints the first."""
    shared = overlap(origin, text)
    shorter, longer = sorted((len(origin), len(text)))
    if shared == longer:
        return _SAME
    similarity, containment = shared / (shorter + longer - shared), shared / max(1, shorter)
    if containment < _MIN_WHOLE:
        role: CopyRole = "rewritten"
    elif shorter >= _MIN_VERBATIM * longer:
        role = "verbatim"
    else:
        role = "extended" if len(text) > len(origin) else "trimmed"
    return round(similarity, 4), round(containment, 4), role
