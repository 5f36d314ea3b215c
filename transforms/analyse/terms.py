"""Who held which office when, by the seeds: of a country by its class, of a body by the field of the post."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import zip_longest
from typing import NamedTuple

from transforms.analyse.offices import office_class
from transforms.analyse.words import fold_phrase
from transforms.records.seeds import KnownActor

# Posts that head a part of a body, by words of either the office's name or of what the press calls it.
_FIELDS = (
    ("foreign policy", r"high representative|foreign policy"),
    ("human rights", r"human rights|(?<!\w )rights"),
    ("refugees", r"refugees?"),
    ("humanitarian", r"humanitarian|aid"),
)
_OF_A_BODY = re.compile(r"(?P<post>[^,]+?) of (?:the )?(?P<body>[^,]+)")
_BODY_FIRST = re.compile(r"(?P<body>[^,]+?) (?P<post>(?:High Commissioner|Under-Secretary-General) for [^,]+)")


class Term(NamedTuple):
    """A time in an office; ISO dates, a year or month alone stands for its first day, an empty end is open."""

    actor: KnownActor
    role: str
    first: str
    last: str


def field_of(text: str) -> str:
    """The part of a body that a post or a title is about; "" where it is all of it."""
    lowered = text.lower()
    return next((field for field, pattern in _FIELDS if re.search(rf"\b(?:{pattern})\b", lowered)), "")


def terms_of(actor: KnownActor) -> Iterator[Term]:
    """A known person's terms; several terms are parted by semicolons, and so are their offices where they differ."""
    firsts, lasts = actor.valid_from.split(";"), actor.valid_to.split(";")
    roles = [role.strip() for role in actor.role.split(";")]
    for number, (first, last) in enumerate(zip_longest(firsts, lasts, fillvalue="")):
        yield Term(actor, roles[min(number, len(roles) - 1)], first, last)


def holders_by_country(terms: Sequence[Term]) -> dict[tuple[str, str], tuple[Term, ...]]:
    """The terms in the offices of countries, by country and office class; heads of bodies are none."""
    holders: dict[tuple[str, str], tuple[Term, ...]] = {}
    for term in terms:
        office = office_class(term.role)
        if office and term.actor.country:
            holders[term.actor.country, office] = (*holders.get((term.actor.country, office), ()), term)
    return holders


def heads_of_bodies(known: Sequence[KnownActor], terms: Sequence[Term]) -> dict[tuple[str, str], tuple[Term, ...]]:
    """The terms at the head of known bodies, by the body's key and the field of the post."""
    keys = {
        fold_phrase(form): actor.key
        for actor in known
        if actor.kind == "organisation"
        for form in (*(alias for alias, _ in actor.aliases), actor.name)
    }
    heads: dict[tuple[str, str], tuple[Term, ...]] = {}
    for term in terms:
        match = _BODY_FIRST.fullmatch(term.role) or _OF_A_BODY.fullmatch(term.role)
        key = keys.get(fold_phrase(match["body"])) if match else None
        if match and key:
            office = key, field_of(match["post"])
            heads[office] = (*heads.get(office, ()), term)
    return heads


def only_holder(terms: Sequence[Term], day: date | None) -> KnownActor | None:
    """Whoever was in office on a day: only if exactly one was, and no one where the day is unknown."""
    if day is None:
        return None
    text = day.isoformat()
    there = {
        term.actor.key: term.actor for term in terms if term.first <= text and (not term.last or text <= term.last)
    }
    return next(iter(there.values())) if len(there) == 1 else None


Terms = Mapping[tuple[str, str], tuple[Term, ...]]
