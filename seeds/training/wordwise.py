"""Labelled English sentences turned into German, French or Spanish word by word: poor language, but true contexts.

The method is that of Mayhew, Tsai and Roth, Cheap Translation for Cross-Lingual Named Entity Recognition (2017).
"""

from __future__ import annotations

from random import Random

from seeds.training.corpus import names_of
from seeds.training.invented import HERE, Words, tagged
from seeds.training.languages import LANGUAGES, Foreign

_SWAPPED = 0.5  # of the names
Dictionary = dict[str, dict[str, list[str]]]  # language → English word → what it may become


def read_dictionary() -> Dictionary:
    """The words of words.txt by language."""
    found: Dictionary = {language: {} for language in LANGUAGES}
    for line in (HERE / "words.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            english, *others = (column.strip() for column in line.split(" : "))
            for language, choices in zip(LANGUAGES, others, strict=True):
                found[language][english] = choices.split("/")
    return found


def translated(text: Words, maker: Foreign, dictionary: Dictionary, rng: Random) -> Words:
    """The text with the words that the dictionary has put into the maker's language, and half of its names swapped."""
    found = Words([], [])
    last = 0
    chosen: dict[tuple[str, str], str] = {}
    for start, end, kind in names_of(text):
        _append(found, _words(text, last, start, dictionary[maker.language], rng))
        name = " ".join(text.words[start:end])
        if (kind, name) not in chosen:
            chosen[kind, name] = maker.other(kind, name, rng) if rng.random() < _SWAPPED else name
        adjective = dictionary[maker.language].get(name.lower()) if kind == "GRP" else None
        _append(found, tagged(rng.choice(adjective), "") if adjective else tagged(chosen[kind, name], kind))
        last = end
    _append(found, _words(text, last, len(text.words), dictionary[maker.language], rng))
    return found


def _append(text: Words, more: Words) -> None:
    text.words.extend(more.words)
    text.tags.extend(more.tags)


def _words(text: Words, start: int, end: int, words: dict[str, list[str]], rng: Random) -> Words:
    found: list[str] = []
    for word in text.words[start:end]:
        other = rng.choice(words[word.lower()]) if word.lower() in words else word
        found += (other[0].upper() + other[1:] if _begins(found, start) and word[0].isupper() else other).split()
    return Words(found, ["O"] * len(found))


def _begins(found: list[str], start: int) -> bool:
    """Whether the next word begins a sentence."""
    return found[-1] in ".!?" if found else start == 0
