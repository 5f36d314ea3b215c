"""The country that a role is of: named in it, or known of the body that it is at, or of its holder."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from transforms.analyse.cast import Cast
from transforms.analyse.identity import Identity
from transforms.analyse.names import Name
from transforms.analyse.roles import FoundRole
from transforms.analyse.titles import country_of
from transforms.records.analyse import PlaceMention, Role

_GAP = 3  # code points between an affiliation and its role: "'s "

# Offices of states: whoever is known to hold one holds it in the country of the seeds.
_OF_STATES = frozenset({
    "head_of_government", "head_of_state", "minister", "monarch", "legislator", "governor", "deputy", "ambassador",
})  # fmt: skip

# So abbreviated only of the United States: "Georgia Gov." is no officer of Georgia's.
_OF_THE_UNION = re.compile(r"(?:[Ss]tate )?(?:Lt\. )?(?:Gov|Sen|Rep)s?\.?|(?:Assistant )?U\.S\. Attorney")


def country_of_role(role: FoundRole, names: Sequence[Name], identities: Sequence[Identity], cast: Cast) -> str:
    """The ISO code of a role's country; "" where the text and the seeds don't tell."""
    return next((code for code in _tellings(role, names, identities, cast) if code), "")


def _tellings(role: FoundRole, names: Sequence[Name], identities: Sequence[Identity], cast: Cast) -> Iterator[str]:
    """In the order of trust: a country before the other names of the phrase, bodies, words of their names, the seed."""
    if _OF_THE_UNION.fullmatch(role.text):
        yield "US"
    for n in role.affiliation_names:
        actor = identities[n].actor_no
        if names[n].surface == role.affiliation and actor is not None and names[n].kind != "place":
            yield cast.actors[actor].country
    for n in role.affiliation_names:
        yield country_of(names[n], cast)
    for n in role.affiliation_names:
        actor = identities[n].actor_no
        yield cast.actors[actor].country if actor is not None and names[n].kind != "person" else ""
    for n in role.affiliation_names:
        yield from _adjectives(names[n], cast)
    holder = identities[role.person].actor_no
    yield cast.actors[holder].country if holder is not None and role.role_class in _OF_STATES else ""


def _adjectives(name: Name, cast: Cast) -> Iterator[str]:
    """The countries that a body's name begins with: "Nigerian Bar Association"; New Mexico is none of Mexico's."""
    if name.kind != "person":
        for _, aliases in cast.gazetteer.trie.matches_at(name.words, 0):
            yield from (
                cast.gazetteer.actors[alias.key].country
                for alias in aliases
                if alias.actor_kind == "country" and alias.alias_kind in ("adjective", "name", "short")
            )


def located(roles: Sequence[Role], places: Sequence[PlaceMention]) -> tuple[Role, ...]:
    """The roles, with the country of the only place that their words or the name before them tell, if none is known."""
    return tuple(role if role.country else replace(role, country=_country_around(role, places)) for role in roles)


def _country_around(role: Role, places: Sequence[PlaceMention]) -> str:
    first = role.char_start - len(role.affiliation) - _GAP
    countries = {
        place.country
        for place in places
        if first <= place.char_start
        and place.char_end <= role.char_end
        and place.surface in f"{role.affiliation} {role.text}"
    }
    return countries.pop() if len(countries) == 1 else ""
