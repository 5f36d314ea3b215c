"""Whose name it is, within one article: full names, surnames, acronyms, aliases, capitals.

Rules in the order of their precision, as the sieves of Lee et al. (2013, "Deterministic coreference resolution based on
entity-centric, precision-ranked rules"), kept to names: a later rule is asked only where the earlier ones are silent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from transforms.analyse.cast import Cast
from transforms.analyse.gazetteer import Alias, Gazetteer
from transforms.analyse.institutions import institution_of
from transforms.analyse.names import Name
from transforms.analyse.national_teams import Sides
from transforms.analyse.short_names import Acronyms, is_short_for, surname_of


class Identity(NamedTuple):
    """Who a name stands for: a position in the list of actors (None: unresolved), and the rule that said so."""

    actor_no: int | None
    rule: str


UNRESOLVED = Identity(None, "")


@dataclass(frozen=True)
class Scene:
    """What the rules may look at: every name of the article, and what was settled before."""

    names: Sequence[Name]
    identities: list[Identity]
    acronyms: Acronyms
    governments: frozenset[int]  # positions of capitals that act, and so stand for a government
    sides: Sides  # names of countries and towns that stand for a team
    cast: Cast

    @cached_property
    def _by_edge(self) -> dict[str, list[int]]:
        """Positions of names of two words or more, by their first and by their last word."""
        edges: dict[str, list[int]] = {}
        for position, name in enumerate(self.names):
            for word in {*name.words[:2], name.words[-1]} if len(name.words) > 1 else ():
                edges.setdefault(word, []).append(position)
        return edges

    def longer_names(self, name: Name, kind: str) -> list[int]:
        """Positions of names of a kind that have two words or more, and begin or end with a word that the name does."""
        near = {n for word in (name.words[0], name.words[-1]) for n in self._by_edge.get(word, ())}
        return [n for n in sorted(near) if self.names[n].kind == kind]

    def settled(self, positions: list[int]) -> list[int]:
        """Those of the positions whose actor is known."""
        return [n for n in positions if self.identities[n].actor_no is not None]


def identify(
    names: Sequence[Name], acronyms: Acronyms, governments: frozenset[int], cast: Cast, sides: Sides
) -> list[Identity]:
    """Who each name stands for. Full and unmistakable names are settled first, then what leans on them."""
    scene = Scene(names, [UNRESOLVED] * len(names), acronyms, governments, sides, cast)
    for rule in (
        _whole_name,
        _short_person,
        _whole_organisation,
        _acronym,
        _short_organisation,
        _institution,
        _outlet,
        _ambiguous_alias,
        _own_name,
    ):
        for position in range(len(names)):
            if scene.identities[position].actor_no is None:
                twin = scene.acronyms.twins.get(position)
                scene.identities[position] = (
                    rule(position, scene) if twin is None else _as_its_twin(position, twin, scene)
                )
    return scene.identities


def _as_its_twin(position: int, twin: int, scene: Scene) -> Identity:
    """ "Lin Wen, also known as Old Lin": the second name is the first one's, here and from here on."""
    actor = scene.identities[twin].actor_no
    if actor is None:
        return UNRESOLVED
    scene.cast.also_named(scene.names[position], actor)
    return Identity(actor, "known-as")


def _whole_name(position: int, scene: Scene) -> Identity:
    """A name that needs no other: one known actor by more than a bare surname, or two words and more."""
    name = scene.names[position]
    keys = {alias.key for alias in name.aliases}
    if len(keys) == 1 and not _is_bare_person(name):
        return _seed(position, name.aliases[0], scene)
    if not keys and name.kind == "person" and len(name.words) > 1:
        return Identity(scene.cast.named(name), "name")
    return UNRESOLVED


def _whole_organisation(position: int, scene: Scene) -> Identity:
    """An unknown organisation's name of two words and more that is no part of a longer one in the article."""
    name = scene.names[position]
    if name.aliases or name.kind != "organisation" or len(name.words) < 2 or _is_acronym(name, scene):
        return UNRESOLVED
    key = _with_its_country(name, scene.cast.gazetteer) or scene.cast.gazetteer.outlets.get(name.words)
    if key:
        return Identity(scene.cast.seeded(key), "seed")
    is_whole = scene.cast.knows(name) or not _longer_organisations(name, scene)
    return Identity(scene.cast.named(name), "name") if is_whole else UNRESOLVED


def _is_acronym(name: Name, scene: Scene) -> bool:
    """ "PG&E", of two words by its marks."""
    return " " not in name.surface and scene.acronyms.expansion(name.surface) is not None


def _with_its_country(name: Name, gazetteer: Gazetteer) -> str | None:
    """The known body that a name names with its country in front, "U.S. Treasury Department", or its legal form."""
    for length, aliases in gazetteer.trie.matches_at(name.words, 0):
        if length == len(name.words) and len({alias.key for alias in aliases}) == 1:
            return aliases[0].key if aliases[0].actor_kind == "organisation" else None
        countries = {gazetteer.actors[alias.key].country for alias in aliases if alias.actor_kind == "country"}
        for end, bodies in gazetteer.trie.matches_at(name.words, length):
            keys = {alias.key for alias in bodies if gazetteer.actors[alias.key].country in countries}
            if end == len(name.words) and len(keys) == 1:
                return keys.pop()
    return None


def _institution(position: int, scene: Scene) -> Identity:
    """ "Congress", "the Supreme Court": that of the country that the article is mostly about."""
    name = scene.names[position]
    if name.aliases or name.kind == "person":
        return UNRESOLVED
    actors = (scene.cast.actors[i.actor_no] for i in scene.identities if i.actor_no is not None)
    named = (actor for actor in actors if not (actor.seed_key or "").startswith("outlet-"))  # cited by all the world
    key = institution_of(name.words, scene.cast.gazetteer.institutions, named)
    return Identity(scene.cast.seeded(key), "institution") if key else UNRESOLVED


def _outlet(position: int, scene: Scene) -> Identity:
    """A body by the name of an outlet; an unknown body's full name in the article goes before."""
    name = scene.names[position]
    key = scene.cast.gazetteer.outlets.get(name.words)
    if key is None or name.aliases or name.kind not in ("organisation", "person"):
        return UNRESOLVED
    return Identity(scene.cast.seeded(key), "seed")


def _is_bare_person(name: Name) -> bool:
    """A surname: the article may be about somebody else of that name."""
    return len(name.words) == 1 and all(alias.actor_kind == "person" for alias in name.aliases)


def _seed(position: int, alias: Alias, scene: Scene) -> Identity:
    if position in scene.sides.teams:
        return Identity(scene.cast.team(alias.key, scene.sides.teams[position]), "team")
    if alias.alias_kind != "capital":
        return Identity(scene.cast.seeded(alias.key), "seed" if alias.alias_kind in ("name", "") else alias.alias_kind)
    if position in scene.governments:
        return Identity(scene.cast.seeded(alias.key), "capital")
    return Identity(scene.cast.named(scene.names[position]), "name")


def _short_person(position: int, scene: Scene) -> Identity:
    """A surname, or a first name, that fits one full name of the article; of several, the nearest before it."""
    name = scene.names[position]
    words = name.words
    is_place = name.kind == "place" and bool(name.aliases)
    if name.kind == "group" or is_place or len(words) > 3 or scene.cast.knows(name):
        return UNRESOLVED
    people = scene.settled(scene.longer_names(name, "person"))
    by_surname = [n for n in people if surname_of(words, scene.names[n].words)]
    by_first = [n for n in people if words == scene.names[n].words[:1]]
    known = {alias.key for alias in name.aliases}
    famous = [n for n in by_surname if scene.cast.actors[scene.identities[n].actor_no or 0].seed_key in known]
    return _only_or_nearest(position, famous or by_surname or by_first, scene)


def _only_or_nearest(position: int, fitting: list[int], scene: Scene) -> Identity:
    actors = {scene.identities[n].actor_no for n in fitting}
    if len(actors) == 1:
        return Identity(actors.pop(), "short-name")
    if not fitting:
        return UNRESOLVED
    (most, count), (_, next_count) = Counter(scene.identities[n].actor_no for n in fitting).most_common(2)
    if count > next_count + 1:
        return Identity(most, "nearest")
    before = [n for n in fitting if n < position]
    return Identity(scene.identities[before[-1]].actor_no, "nearest") if before else UNRESOLVED


def _acronym(position: int, scene: Scene) -> Identity:
    """An acronym that the article introduces in brackets, or whose letters one of its organisations begins with."""
    name = scene.names[position]
    expanded = scene.acronyms.expansion(name.surface)
    if expanded is None:
        return UNRESOLVED
    actor = scene.identities[expanded].actor_no
    return UNRESOLVED if actor is None else Identity(actor, "acronym")


def _longer_organisations(name: Name, scene: Scene) -> list[int]:
    """Positions of the longer names of organisations that this one is short for; clubs and offices are often taken for
    places, so longer names of unknown places count where the short one is an organisation's."""
    longer = scene.longer_names(name, "organisation")
    if name.kind == "organisation":
        longer += [n for n in scene.longer_names(name, "place") if not scene.names[n].aliases]
    return [n for n in longer if is_short_for(name.words, _without_country(scene.names[n].words, scene.cast.gazetteer))]


def _without_country(words: tuple[str, ...], gazetteer: Gazetteer) -> tuple[str, ...]:
    """ "British Labour Party" begins with Labour."""
    for length, aliases in gazetteer.trie.matches_at(words, 0):
        if length < len(words) - 1 and any(alias.alias_kind == "adjective" for alias in aliases):
            return words[length:]
    return words


def _short_organisation(position: int, scene: Scene) -> Identity:
    """Part of one longer name of an organisation of the article."""
    name = scene.names[position]
    is_side = position in scene.sides.towns
    if not is_side and (name.kind not in ("organisation", "person") or name.aliases):
        return UNRESOLVED
    actors = {scene.identities[n].actor_no for n in scene.settled(_longer_organisations(name, scene))}
    return Identity(actors.pop(), "short-name") if len(actors) == 1 else UNRESOLVED


def _ambiguous_alias(position: int, scene: Scene) -> Identity:
    """A known name of several actors is the one that the article names otherwise; a surname may be the only one."""
    name = scene.names[position]
    by_key = {alias.key: alias for alias in name.aliases}
    if len(by_key) == 1:
        return _seed(position, name.aliases[0], scene)
    named = {scene.cast.actors[i.actor_no].seed_key for i in scene.identities if i.actor_no is not None}
    fitting = [alias for key, alias in by_key.items() if key in named]
    return _seed(position, fitting[0], scene) if len(fitting) == 1 else UNRESOLVED


def _own_name(position: int, scene: Scene) -> Identity:
    """Whoever is left is an actor of his own, but for names that fit several people or several known actors."""
    name = scene.names[position]
    surnames = [
        n for n in scene.settled(scene.longer_names(name, "person")) if surname_of(name.words, scene.names[n].words)
    ]
    is_ambiguous = len({alias.key for alias in name.aliases}) > 1 or (name.kind == "person" and bool(surnames))
    return UNRESOLVED if is_ambiguous else Identity(scene.cast.named(name), "name")
