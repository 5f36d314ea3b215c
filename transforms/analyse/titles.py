"""Titles that stand for a person: "the Israeli prime minister" is whoever holds that office."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from transforms.analyse.cast import Cast
from transforms.analyse.document import Document
from transforms.analyse.identity import UNRESOLVED, Identity
from transforms.analyse.names import Name
from transforms.analyse.offices import office_class
from transforms.analyse.roles import FoundRole

_OFFICE = (
    r"(?:prime minister|president|premier|chancellor|taoiseach|king|queen|emir|secretary[- ]general|secretary of state"
    r"|(?:foreign|defen[cs]e|finance|interior|justice|health|trade|energy|education|economy|environment|agriculture"
    r"|transport|culture|labou?r|home) (?:minister|secretary))"
)
_AFTER_COUNTRY = re.compile(rf"(?:[’']s?)?\s+((?i:{_OFFICE})|PM)\b")
_OF_COUNTRY = re.compile(rf"\b((?i:{_OFFICE}))\s+of\s+(?:the\s+)?$")
_BARE = re.compile(rf"\b[Tt]he ({_OFFICE})\b", re.IGNORECASE)
# A title that a name follows is that person's role ("the prime minister, Ana Berg"), and a president of something else
# than a country is not looked up.
NO_STAND_IN = re.compile(
    r",?\s+(?:(?:Mr|Mrs|Ms|Dr)\.?\s+)?[A-Z]|[- ](?:elect|general|designate)\b|\s+of\b|[’']s office"
)

# In front of a body or country they say that somebody else holds the office now.
PAST_BEFORE = re.compile(
    r"\b(?:former|ex|then|late|onetime|deputy|vice|previous|next|retired|ousted)[ -]$", re.IGNORECASE
)


class Settled(NamedTuple):
    """What is known before titles are looked at: names, whose they are, and the roles that the article gives."""

    names: Sequence[Name]
    identities: Sequence[Identity]
    roles: Sequence[FoundRole]


class _Title(NamedTuple):
    start: int
    end: int
    office: str
    country: str  # "" where the text names none


class _Holder(NamedTuple):
    named_at: int
    actor_no: int
    office: str
    country: str


def find_titles(
    document: Document,
    settled: Settled,
    cast: Cast,
    day: date | None,
) -> list[tuple[Name, Identity]]:
    """Titles that stand alone, and who they stand for.

    First whoever the article gives that office to, then the seeds' holder on the day. A title with a country that
    nobody is known for stays, unresolved; a title without a country that nobody in the article holds is no mention.
    """
    holders = list(_holders(settled, cast))
    found = []
    for title in _titles(document, settled.names, cast):
        number = document.sentence_no(title.start, title.end)
        identity = _who_holds(title, holders, cast, day)
        if number is not None and (title.country or identity.actor_no is not None):
            surface = document.article.body[title.start : title.end]
            found.append((Name(number, title.start, title.end, surface, "person", "TITLE"), identity))
    return found


def _titles(document: Document, names: Sequence[Name], cast: Cast) -> Iterator[_Title]:
    body = document.article.body
    taken = {offset for name in names for offset in range(name.start, name.end)}
    for name in names:
        country = country_of(name, cast)
        match = _AFTER_COUNTRY.match(body, name.end) if country else None
        is_past = PAST_BEFORE.search(body, max(0, name.start - 16), name.start)
        if (
            match
            and not is_past
            and not NO_STAND_IN.match(body, match.end())
            and taken.isdisjoint(range(*match.span(1)))
        ):
            yield _Title(*match.span(1), office_class(match.group(1)), country)
        before = _OF_COUNTRY.search(body, max(0, name.start - 60), name.start) if country else None
        if before and not NO_STAND_IN.match(body, name.end) and taken.isdisjoint(range(*before.span(1))):
            yield _Title(*before.span(1), office_class(before.group(1)), country)
    for sentence in document.sentences:
        for match in _BARE.finditer(body, sentence.char_start, sentence.char_end):
            if not NO_STAND_IN.match(body, match.end()) and taken.isdisjoint(range(*match.span(1))):
                yield _Title(*match.span(1), office_class(match.group(1)), "")


def country_of(name: Name, cast: Cast) -> str:
    """The code of the country that a name is a name or an adjective of; "" for other names."""
    countries = {cast.gazetteer.actors[alias.key].country for alias in name.aliases if alias.actor_kind == "country"}
    return countries.pop() if len(countries) == 1 else ""


def _holders(settled: Settled, cast: Cast) -> Iterator[_Holder]:
    names, identities, roles = settled
    for role in roles:
        actor, office = identities[role.person].actor_no, office_class(role.text)
        if actor is not None and office and not role.is_former:
            countries = [code for n in role.affiliation_names if (code := country_of(names[n], cast))]
            yield _Holder(names[role.person].start, actor, office, (countries or [cast.actors[actor].country])[0])


def _who_holds(title: _Title, holders: Sequence[_Holder], cast: Cast, day: date | None) -> Identity:
    fitting = [
        holder
        for holder in holders
        if holder.office == title.office and (not title.country or holder.country in ("", title.country))
    ]
    exact = [holder for holder in fitting if title.country and holder.country == title.country] or fitting
    if len({holder.actor_no for holder in exact}) == 1:
        return Identity(exact[0].actor_no, "office")
    before = [holder for holder in exact if holder.named_at < title.start]
    if before:
        return Identity(max(before).actor_no, "office")
    known = cast.gazetteer.holder(title.country, title.office, day) if title.country else None
    return Identity(cast.seeded(known.key), "office") if known else UNRESOLVED
