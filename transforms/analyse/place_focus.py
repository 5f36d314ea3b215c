"""The place that an article is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from transforms.analyse.document import Document
from transforms.analyse.words import fold
from transforms.records.analyse import PlaceMention

_IN_TITLE, _IN_LEDE, _METONYM = 3.0, 2.0, 0.3  # what a mention weighs, against 1 of any other
_DATELINE = 0.5  # where the reporter sat need not be where it happened
_ENOUGH = 0.5  # the share of a country's weight that one of its divisions must have to be the focus instead

Key = tuple[str, str, str]  # country, admin 1, name; the narrower ones empty for what is wider


def find_focus(document: Document, places: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The places with `is_focus` set on the mentions of the one that the article is about.

    It is looked for from the wide to the narrow: the country with the most weight, then its division and its city
    while each holds at least half of what the wider one has; the narrowest that is named itself is the focus.
    """
    weights: dict[Key, float] = defaultdict(float)
    for place in places:
        for key in _keys(place):
            weights[key] += _weight(document, place)
    focus = _narrowest(weights, {_keys(place)[-1] for place in places})
    return tuple(replace(place, is_focus=_keys(place)[-1] == focus) for place in places)


def _keys(place: PlaceMention) -> list[Key]:
    """A place and what it lies in, from the wide to the narrow."""
    country = place.country or place.name
    keys: list[Key] = [(country, "", "")]
    if place.admin1:
        keys.append((country, place.admin1, ""))
    if place.kind not in ("country", "admin1") and place.country:
        keys.append((country, place.admin1, place.name))
    return keys


def _weight(document: Document, place: PlaceMention) -> float:
    article = document.article
    if place.is_metonym:
        return _METONYM
    if place.char_start < article.dateline_end:
        return _DATELINE
    if fold(place.surface) in fold(article.title):
        return _IN_TITLE
    return _IN_LEDE if document.sentences[place.sentence_no].is_lede else 1.0


def _narrowest(weights: dict[Key, float], named: set[Key]) -> Key | None:
    focus: Key | None = None
    inside = [key for key in weights if not key[1] and not key[2]]
    held = 0.0
    while inside:
        best = max(inside, key=lambda key: (weights[key], key))
        if weights[best] < _ENOUGH * held:
            break
        held = weights[best]
        focus = best if best in named else focus
        inside = [key for key in weights if _lies_directly_in(key, best)]
    return focus


def _lies_directly_in(key: Key, wider: Key) -> bool:
    if wider[2] or key == wider or key[0] != wider[0]:
        return False
    if wider[1]:
        return key[1] == wider[1] and bool(key[2])
    return not key[2] or not key[1]
