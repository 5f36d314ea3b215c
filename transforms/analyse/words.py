"""Words and phrases as they are compared: folded text with the place it came from, and a trie that finds phrases."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from typing import Generic, NamedTuple, TypeVar

_WORD = re.compile(r"[^\W_]+|[^\w\s]")
_MARKS = str.maketrans({"’": "'", "‘": "'", "`": "'", "–": "-", "—": "-", "‐": "-", "‑": "-"})
_LEGAL_FORMS = {"inc", "corp", "corporation", "co", "ltd", "limited", "plc", "llc", "gmbh", "ag", "sa", "spa"}
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}")  # "U.S." is "US"
# States of the union as the press shortens them behind a town: "Mobile, Ala."
_STATES = {
    "ala": "alabama", "ariz": "arizona", "ark": "arkansas", "calif": "california", "colo": "colorado",
    "conn": "connecticut", "del": "delaware", "fla": "florida", "ill": "illinois", "ind": "indiana", "kan": "kansas",
    "ky": "kentucky", "md": "maryland", "mich": "michigan", "minn": "minnesota", "miss": "mississippi",
    "mo": "missouri",
    "mont": "montana", "neb": "nebraska", "nev": "nevada", "okla": "oklahoma", "ore": "oregon", "pa": "pennsylvania",
    "tenn": "tennessee", "va": "virginia", "vt": "vermont", "wash": "washington", "wis": "wisconsin", "wyo": "wyoming",
}  # fmt: skip
_GENERATIONS = {"jr", "sr", "ii", "iii", "iv"}

T = TypeVar("T")


class Word(NamedTuple):
    """A run of letters and digits, or one punctuation mark, with its offsets."""

    start: int
    end: int
    fold: str


_make = partial(tuple.__new__, Word)  # half the time of Word itself, and texts have many words


def fold(text: str) -> str:
    """The text as names are compared: lower case, without accents, with plain apostrophes and hyphens."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.translate(_MARKS).casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).strip() or text


def split_words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of a text, or of a span of it, in order; the same for every language that puts spaces or marks."""
    stop = len(text) if end is None else end
    span = text[start:stop]
    if span.isascii():
        return [_make((start + m.start(), start + m.end(), m[0])) for m in _WORD.finditer(span.lower())]
    return [_make((m.start(), m.end(), fold(m[0]))) for m in _WORD.finditer(text, start, stop)]


def fold_phrase(text: str) -> tuple[str, ...]:
    """The words of a phrase, folded."""
    return tuple(word.fold for word in split_words(text))


def name_words(name: str) -> tuple[str, ...]:
    """The words that identify a name: folded, without marks, middle initials, generations and legal forms."""
    whole = _INITIALS.sub(lambda dotted: dotted.group().replace(".", ""), name)
    words = tuple(word for word in fold_phrase(whole) if word[0].isalnum() and word != "s")
    kept = [word for word in words if word not in _GENERATIONS and word not in _LEGAL_FORMS and word != "the"]
    if len(kept) == 1:
        kept = [_STATES.get(kept[0], kept[0]) if name.endswith(".") else kept[0]]
    inner = tuple(word for n, word in enumerate(kept) if n in (0, len(kept) - 1) or len(word) > 1)
    return inner or tuple(kept) or words


class _Node(Generic[T]):
    __slots__ = ("children", "values")

    def __init__(self) -> None:
        self.children: dict[str, _Node[T]] = {}
        self.values: tuple[T, ...] = ()


class PhraseTrie(Generic[T]):
    """Phrases by their words. Finding is linear in the text, times the longest phrase."""

    def __init__(self, phrases: Iterable[tuple[Sequence[str], T]]) -> None:
        self._root: _Node[T] = _Node()
        for words, value in phrases:
            self._add(words, value)

    def _add(self, words: Sequence[str], value: T) -> None:
        node = self._root
        for word in words:
            node = node.children.setdefault(word, _Node())
        if words and value not in node.values:
            node.values = (*node.values, value)

    @property
    def first_words(self) -> Collection[str]:
        """The words that a phrase begins with."""
        return self._root.children.keys()

    def matches_at(self, words: Sequence[str], first: int) -> list[tuple[int, tuple[T, ...]]]:
        """The phrases that begin at a word: (position after the last word, values), longest first."""
        found: list[tuple[int, tuple[T, ...]]] = []
        node = self._root
        for position in range(first, len(words)):
            child = node.children.get(words[position])
            if child is None:
                break
            node = child
            if node.values:
                found.append((position + 1, node.values))
        return found[::-1]

    def longest_matches(self, words: Sequence[str]) -> Iterator[tuple[int, int, tuple[T, ...]]]:
        """The longest phrases from left to right, none overlapping: (first word, word after the last, values)."""
        position = 0
        while position < len(words):
            if words[position] in self._root.children and (found := self.matches_at(words, position)):
                last, values = found[0]
                yield position, last, values
                position = last
            else:
                position += 1
