"""The outlets that Dateline knows, by their domains and by the names that texts give them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from transforms.analyse.words import PhraseTrie, Word, fold_phrase
from transforms.records.seeds import KnownOutlet
from transforms.urls import host_of

# Ends of domains that are sold to everybody, and so say nothing of a country.
_NOT_COUNTRIES = {"co", "tv", "me", "io", "ai", "fm", "eu", "la", "ly", "gl", "im", "cc", "ws", "to"}
# The last words of names by which a text goes on once it has given the whole ("the Times").
_SHORT = frozenset(("Times", "Post", "Journal", "Tribune", "Herald", "Globe", "Telegraph", "Chronicle", "Observer"))
_WORDS = frozenset(("Time", "Nation", "Dawn", "Stuff", "Vanguard", "Tempo", "Expresso", "Sputnik", "Rappler"))
_LONGER = re.compile(r"[-–][A-Za-z]|\s(?:Square|Center|Centre|Company|Group|Tower|Building)\b")


class OutletName(NamedTuple):
    """An outlet by one of its names: `is_short` marks a last word that many share, `is_word` a word of the language."""

    outlet: KnownOutlet
    surface: str
    is_short: bool
    is_word: bool


@dataclass(frozen=True)
class Outlets:
    """Outlets by domain and by name."""

    by_domain: Mapping[str, KnownOutlet]
    names: PhraseTrie[OutletName]

    def of_url(self, url: str) -> KnownOutlet | None:
        """The outlet of an address: that of its host, or of the nearest domain above it."""
        parts = host_of(url).split(".")
        domains = (".".join(parts[first:]) for first in range(len(parts) - 1))
        return next((self.by_domain[domain] for domain in domains if domain in self.by_domain), None)

    def country_of(self, url: str) -> str:
        """Where the outlet of an address sits: what the seeds say, else the country of its domain; "" where neither."""
        outlet = self.of_url(url)
        if outlet is not None:
            return outlet.country
        end = host_of(url).rpartition(".")[2].upper()
        if len(end) != 2 or end.lower() in _NOT_COUNTRIES:
            return ""
        return "GB" if end == "UK" else end

    def find(self, text: str, words: Sequence[Word]) -> Iterator[tuple[int, int, tuple[OutletName, ...]]]:
        """The names of outlets in some words of a text: (start, end, the outlets that bear the name)."""
        for first, last, names in self.names.longest_matches([word.fold for word in words]):
            start, end = words[first].start, words[last - 1].end
            fitting = tuple(
                name
                for name in names
                if _is_written_so(text[start:end], name.surface)
                and (not name.is_word or _stands_as_name(text, start, end))
            )
            if fitting and not _goes_on(text, end):
                yield start, end, fitting


def _is_written_so(printed: str, name: str) -> bool:
    """ "Politico" also as "POLITICO", but "AP" not as "ap", and no name in small letters."""
    if len(name) <= 4 or name.isupper():
        return printed == name
    return printed[0] == name[0] and (printed.isupper() or printed[-1].islower() == name[-1].islower())


def _stands_as_name(text: str, start: int, end: int) -> bool:
    """Whether a word that is a name as well is one: "the Nation", not "one Nation" nor "the National Police"."""
    before = text[max(0, start - 8) : start]
    return bool(re.search(r"\b[Tt]he\s+$", before)) and not re.match(r"\s+(?:of\b|[A-Z])", text[end : end + 4])


def _goes_on(text: str, end: int) -> bool:
    """Whether the name is the beginning of a longer one ("CNN Center", "Times Square")."""
    return bool(_LONGER.match(text, end))


def build_outlets(known: Sequence[KnownOutlet]) -> Outlets:
    """The outlets, compiled."""
    phrases = [(fold_phrase(name.surface), name) for outlet in known for name in _names(outlet)]
    return Outlets({outlet.domain: outlet for outlet in known}, PhraseTrie(phrases))


def _names(outlet: KnownOutlet) -> Iterator[OutletName]:
    """The name without what tells it apart in a list ("(Kenya)") and its article; the aliases; the domain."""
    name = re.sub(r"\s*\([^)]*\)", "", outlet.name).removeprefix("The ")
    full = dict.fromkeys((name, *outlet.aliases, outlet.domain))
    is_word = " " not in name and (outlet.name.startswith("The ") or name in _WORDS)
    for surface in full:
        yield OutletName(outlet, surface, surface in _SHORT and not is_word, is_word and surface == name)
    last = name.rpartition(" ")[2]
    if last in _SHORT and last not in full:
        yield OutletName(outlet, last, is_short=True, is_word=True)
