"""The known actors, found in a text by their names and aliases."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from transforms.analyse.institutions import Bare, bare_institutions
from transforms.analyse.terms import Terms, heads_of_bodies, holders_by_country, only_holder, terms_of
from transforms.analyse.words import PhraseTrie, Word, fold, fold_phrase, name_words
from transforms.records.seeds import KnownActor

_PAIRS = (
    ("Organisation", "Organization"), ("Centre", "Center"), ("Centres", "Centers"), ("Defence", "Defense"),
    ("Labour", "Labor"), ("Programme", "Program"), ("defence", "defense"), ("labour", "labor"),
)  # fmt: skip
_OTHER_SPELLING = {**dict(_PAIRS), **{right: left for left, right in _PAIRS}}
_BRITISH_OR_AMERICAN = re.compile(rf"\b(?:{'|'.join(_OTHER_SPELLING)})\b")
MEDIA = "media"  # the sector of outlets: their names are words ("Time") and looked up only where a body is named
_SHORT = 4  # up to this many letters a name is taken only as written: "Who" is not the WHO, nor "us" the US


class Alias(NamedTuple):
    """One written form of a known actor."""

    key: str
    actor_kind: str
    alias_kind: str  # as in seeds: name, short, acronym, demonym, adjective, capital, office
    surface: str
    language: str = ""  # of a name that only texts in this language use


class KnownSpan(NamedTuple):
    """A place in the text where a known name stands; several aliases where the name is ambiguous."""

    start: int
    end: int
    aliases: tuple[Alias, ...]


@dataclass(frozen=True)
class Gazetteer:
    """Known actors by key, by written form, and office holders by (country, role class)."""

    actors: Mapping[str, KnownActor]
    trie: PhraseTrie[Alias]
    holders: Terms
    heads: Terms  # of bodies, by key and field ("" where all of it)
    countries: Mapping[str, str]  # country code → key of the country's own row
    institutions: Bare  # names of states' institutions without the state
    outlets: Mapping[tuple[str, ...], str]  # names of outlets → key; only for names that are known to be of bodies
    abroad: Mapping[str, PhraseTrie[Alias]]  # names that only one language uses, by language

    def holder(self, country: str, role_class: str, day: date | None) -> KnownActor | None:
        """Who held an office on a day: only if exactly one known person did, and no one where the day is unknown."""
        return only_holder(self.holders.get((country, role_class), ()), day)

    def body_called(self, name: str) -> str | None:
        """The key of the only known body of that very name."""
        words = fold_phrase(name)
        aliases = next((found for end, found in self.trie.matches_at(words, 0) if end == len(words)), ())
        keys = {alias.key for alias in aliases if alias.actor_kind == "organisation"}
        return keys.pop() if len(keys) == 1 else None

    def head_of(self, body: str, field: str, word: str, day: date | None) -> KnownActor | None:
        """Who headed a known body on a day, in a post whose name has the word; None where that is not one person."""
        terms = self.heads.get((body, field), ())
        return only_holder([term for term in terms if word in term.role.lower().replace("-", " ")], day)


def build_gazetteer(known_actors: Sequence[KnownActor]) -> Gazetteer:
    """The gazetteer of the given actors; forms without letters are left out."""
    terms = [term for actor in known_actors if actor.kind == "person" for term in terms_of(actor)]
    return Gazetteer(
        actors={actor.key: actor for actor in known_actors},
        trie=PhraseTrie(
            (fold_phrase(alias.surface), alias)
            for actor in known_actors
            if actor.sector != MEDIA
            for alias in _aliases(actor)
        ),
        outlets=_outlets(known_actors),
        holders=holders_by_country(terms),
        heads=heads_of_bodies(known_actors, terms),
        abroad=_abroad(known_actors),
        institutions=bare_institutions(known_actors),
        countries={actor.country: actor.key for actor in known_actors if actor.kind == "country" and actor.country},
    )


def _abroad(known_actors: Sequence[KnownActor]) -> dict[str, PhraseTrie[Alias]]:
    """The names of other languages by language; of a form that is several, a name goes before a people's adjective."""
    listed: dict[str, list[Alias]] = {}
    for actor in known_actors:
        for language, form, kind in actor.abroad:
            listed.setdefault(language, []).append(Alias(actor.key, actor.kind, kind, form, language))
    return {
        language: PhraseTrie((fold_phrase(alias.surface), alias) for alias in sorted(aliases, key=_order))
        for language, aliases in listed.items()
    }


def _order(alias: Alias) -> int:
    return ("name", "short", "acronym", "office", "capital", "demonym", "adjective").index(alias.alias_kind)


def _outlets(known_actors: Sequence[KnownActor]) -> dict[tuple[str, ...], str]:
    """The outlets by the words of their names; a name of several outlets is none's."""
    named: dict[tuple[str, ...], set[str]] = {}
    for actor in known_actors:
        if actor.sector == MEDIA:
            for name in (actor.name, *(alias for alias, _ in actor.aliases)):
                named.setdefault(name_words(re.sub(r"\s*\([^)]*\)", "", name)), set()).add(actor.key)
    return {words: keys.pop() for words, keys in named.items() if len(keys) == 1 and words}


def _aliases(actor: KnownActor) -> list[Alias]:
    forms = [(actor.name, "name"), *actor.aliases]
    spelt = dict.fromkeys((way, kind) for form, kind in forms for way in _spellings(form))
    return [Alias(actor.key, actor.kind, kind, form) for form, kind in spelt if any(map(str.isalpha, form))]


def _spellings(form: str) -> set[str]:
    """A name as it is written, and as the other side of the Atlantic writes it."""
    other = _BRITISH_OR_AMERICAN.sub(lambda word: _OTHER_SPELLING[word.group()], form)
    return {form, other}


def find_known(text: str, words: Sequence[Word], gazetteer: Gazetteer, language: str = "") -> list[KnownSpan]:
    """The known names in some words of a text, left to right, none overlapping, the longest first at each place.

    Names that only one language uses are found where it is the text's.
    """
    folds = [word.fold for word in words]
    tries = [gazetteer.abroad[language], gazetteer.trie] if language in gazetteer.abroad else [gazetteer.trie]
    own, common = tries[0].first_words, tries[-1].first_words
    found: list[KnownSpan] = []
    free = 0  # the first word that no name has taken
    for position, word in enumerate(folds):
        if position >= free and (word in common or word in own):
            known, free = _known_at(text, words, folds, position, tries)
            found += [known] if known else []
    return found


def _known_at(
    text: str, words: Sequence[Word], folds: Sequence[str], first: int, tries: Sequence[PhraseTrie[Alias]]
) -> tuple[KnownSpan | None, int]:
    matches = [match for trie in tries for match in trie.matches_at(folds, first)]
    for last, aliases in sorted(matches, key=lambda match: -match[0]) if len(tries) > 1 else matches:
        span = words[first].start, words[last - 1].end
        fitting = tuple(alias for alias in aliases if _is_written_so(text[slice(*span)], alias))
        if fitting:
            return KnownSpan(*span, fitting), last
    return None, first + 1


def _is_written_so(surface: str, alias: Alias) -> bool:
    """Short names and acronyms as they are; others in any case that begins with a capital where the alias does."""
    if len(alias.surface) <= _SHORT or alias.surface.isupper():
        return surface == alias.surface
    if surface.islower() and not alias.surface.islower():
        return False
    return surface[0].isupper() or not alias.surface[0].isupper()


def same_name(left: str, right: str) -> bool:
    """Whether two names differ only in case, accents, or the kind of apostrophe."""
    return fold(left) == fold(right)
