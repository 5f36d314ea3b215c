"""How far apart accounts are: one thing that several outlets count, and count differently."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.digest.story import Accounts, Amount, Sentence
from transforms.digest.telling import content_words

_MOST = 3  # things of one story
_LETTER = re.compile(r"[^\W\d_]+")
_STATES = frozenset({"killed", "injured", "missing"})  # what `facts.quantities` writes behind the victims
_VICTIMS = frozenset({"people", "persons", "person", "men", "women", "lives", "victims", "deaths", "dead", "bodies"})
_SMALLEST = 5  # below it, "two of them" and "three others" are parts, not accounts of the whole
_SHARED = 2  # words of two sentences, beside what they count; casualties say it by being that
_WIDEST = 20  # times; further apart are numbers of other things under one word


@dataclass(frozen=True)
class Counted:
    """A number that an article prints of some things. `value` is what is said, or the bound where one is."""

    outlet: str
    what: str
    printed: str
    value: float
    is_casualties: bool
    sentence: Sentence


def compare_accounts(counted: Sequence[Counted]) -> tuple[Accounts, ...]:
    """What two outlets at least count differently, casualties first, then by how far they are apart.

    Of each outlet the highest number of its newest article counts, for the others are older, or parts of the whole;
    `counted` comes in the order of publication.
    """
    groups: dict[str, dict[str, Counted]] = {}
    for one in counted:
        if one.value >= _SMALLEST or one.is_casualties:
            _keep(groups.setdefault(_key(one), {}), one)
    alike = ({outlet: one for outlet, one in group.items() if _is_met(one, group)} for group in groups.values())
    differing = [list(group.values()) for group in alike if len(group) > 1 and _differ(group)]
    differing.sort(key=lambda group: (not group[0].is_casualties, -_apart(group), group[0].what))
    return tuple(_accounts(group) for group in differing[:_MOST])


def _keep(group: dict[str, Counted], one: Counted) -> None:
    former = group.get(one.outlet)
    is_same_article = former is not None and former.sentence.source.article_id == one.sentence.source.article_id
    if former is None or not is_same_article or one.value > former.value:
        group[one.outlet] = one


def _key(one: Counted) -> str:
    """What two objects must share to be one thing: all their words, or for victims what became of them."""
    words = [word.casefold() for word in _LETTER.findall(one.what)]
    states = _STATES.intersection(words)
    rest = [word for word in words if word not in states]
    if states and (not rest or rest[-1] in _VICTIMS):
        rest = []
    return " ".join([*(word.removesuffix("s") for word in rest), *sorted(states)])


def _is_met(one: Counted, group: dict[str, Counted]) -> bool:
    """Whether another outlet says the same of what it counts: 300 people who live here are not 2,600 in shelters."""
    return any(_are_of_one(one, other) for other in group.values() if other is not one)


def _are_of_one(one: Counted, other: Counted) -> bool:
    return (one.is_casualties and other.is_casualties) or len(_said(one) & _said(other)) >= _SHARED


def _said(one: Counted) -> set[str]:
    """The words of a sentence that say something of what it counts: neither numbers nor the thing's own name."""
    words = content_words(one.sentence.text) - content_words(one.what)
    return {word for word in words if not word[0].isdigit()}


def _differ(group: dict[str, Counted]) -> bool:
    values = [one.value for one in group.values()]
    return len(set(values)) > 1 and max(values) <= _WIDEST * max(min(values), 1)


def _apart(group: Sequence[Counted]) -> float:
    values = [one.value for one in group]
    return max(values) / max(min(values), 1)


def _accounts(group: Sequence[Counted]) -> Accounts:
    ordered = sorted(group, key=lambda one: (one.value, one.outlet))
    return Accounts(ordered[0].what, tuple(Amount(one.printed, one.sentence) for one in ordered))
