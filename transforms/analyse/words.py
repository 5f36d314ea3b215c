"""Words and phrases as they are compared: folded text with the place it came from, and a trie that finds phrases."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

_WORD = re.compile(r"[^\W_]+|[^\w\s]")
_MARKS = str.maketrans({"’": "'", "‘": "'", "`": "'", "–": "-", "—": "-", "‐": "-", "‑": "-"})
_LEGAL_FORMS = {"inc", "corp", "corporation", "co", "ltd", "limited", "plc", "llc", "gmbh", "ag", "sa", "spa"}
_GENERATIONS = {"jr", "sr", "ii", "iii", "iv"}

T = TypeVar("T")


class Word(NamedTuple):
    """A run of letters and digits, or one punctuation mark, with its offsets."""

    start: int
    end: int
    fold: str


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
        return [Word(start + m.start(), start + m.end(), m.group()) for m in _WORD.finditer(span.lower())]
    return [Word(m.start(), m.end(), fold(m.group())) for m in _WORD.finditer(text, start, stop)]


def fold_phrase(text: str) -> tuple[str, ...]:
    """The words of a phrase, folded."""
    return tuple(word.fold for word in split_words(text))


def name_words(name: str) -> tuple[str, ...]:
    """The words that identify a name: folded, without marks, middle initials, generations and legal forms."""
    words = tuple(word for word in fold_phrase(name) if word[0].isalnum() and word != "s")
    kept = [word for word in words if word not in _GENERATIONS and word not in _LEGAL_FORMS and word != "the"]
    inner = tuple(word for n, word in enumerate(kept) if n in (0, len(kept) - 1) or len(word) > 1)
    return inner or words


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
