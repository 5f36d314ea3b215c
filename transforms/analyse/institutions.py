"""Institutions by less than their names: "Congress" is that of the country that the article is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from transforms.analyse.words import fold_phrase
from transforms.records.analyse import LocalActor
from transforms.records.seeds import KnownActor

# A country has one of each of these; of its companies or universities a bare name would say nothing.
_SECTORS = frozenset({
    "legislature", "judiciary", "central-bank", "government", "military", "intelligence", "police", "regulator",
})  # fmt: skip
_LONE_PARTY = ("labour", "party")
_NO_PARTIES = frozenset({"national", "people", "peoples", "united", "justice", "new", "workers", "homeland", "reform"})
_LEAST = 2  # names of a country, for an article to be about it

Bare = Mapping[tuple[str, ...], Mapping[str, str]]  # words without the country → country → key of the institution


def bare_institutions(known_actors: Sequence[KnownActor]) -> Bare:
    """The names of states' institutions without the country in front or behind: "Congress", "Supreme Court"."""
    countries = {actor.country: list(_country_words(actor)) for actor in known_actors if actor.kind == "country"}
    found: dict[tuple[str, ...], dict[str, str]] = {}
    for actor in known_actors:
        if actor.kind == "organisation" and actor.sector in _SECTORS:
            for form in (actor.name, *(alias for alias, _ in actor.aliases)):
                for rest in _without(form, countries.get(actor.country, ())):
                    found.setdefault(rest, {}).setdefault(actor.country, actor.key)
        if actor.kind == "organisation" and actor.sector == "party":
            for rest in _parties(actor, countries.get(actor.country, ())):
                found.setdefault(rest, {}).setdefault(actor.country, actor.key)
    return found


def _parties(actor: KnownActor, countries: Sequence[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """The word in front of "Party": "Republican" senators, the "Labor" leader."""
    for form in (actor.name, *(alias for alias, _ in actor.aliases)):
        for words in (fold_phrase(form), *_without(form, countries)):
            if len(words) == len(_LONE_PARTY) and words[1] == "party" and words[0] not in _NO_PARTIES:
                yield words[:1]


def _country_words(actor: KnownActor) -> Iterator[tuple[str, ...]]:
    for form in (actor.name, *(alias for alias, kind in actor.aliases if kind != "demonym")):
        yield fold_phrase(form)


def _without(form: str, countries: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """The words of a name without a country's; only what is written as a name: the parliament of many is a word."""
    words = fold_phrase(form)
    for country in countries:
        length = len(country)
        if words[:length] == country and len(words) > length and _is_capital(form, words[length]):
            yield words[length:]
        for link in (("of",), ("of", "the")):
            if words[-length - len(link) :] == (*link, *country) and len(words) > length + len(link):
                yield words[: -length - len(link)]


def _is_capital(form: str, word: str) -> bool:
    return any(part.lower() == word and part[0].isupper() for part in form.replace("’", " ").split())


def institution_of(words: tuple[str, ...], bare: Bare, actors: Iterable[LocalActor]) -> str | None:
    """The key of the institution that an article means by some bare words: that of its country; None where unclear.

    `actors` are those of the article's names so far, each as often as it is named.
    """
    known = bare.get(words)
    if not known:
        return None
    counts = Counter(actor.country for actor in actors if actor.country).most_common(2)
    if not counts or counts[0][1] < _LEAST or (len(counts) > 1 and counts[0][1] == counts[1][1]):
        return None
    return known.get(counts[0][0])
