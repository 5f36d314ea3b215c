"""Words as the numbers of the pieces that a model knows (WordPiece, as BERT's English models without case use it)."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

_LONGEST = 100  # letters; longer words are unknown to the model, as they were when it was trained


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """The pieces that a model knows, by number; a piece that continues a word begins with "##"."""

    pieces: Sequence[str]

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {piece: number for number, piece in enumerate(self.pieces)}

    def number(self, piece: str) -> int:
        """The number of a piece; an unknown one raises KeyError."""
        return self._numbers[piece]

    def split(self, word: str) -> tuple[int, ...]:
        """The pieces of a word, the longest first piece first; at least one, for the unknown."""
        letters = _folded(word)
        found: list[int] = []
        start = 0
        while start < len(letters) <= _LONGEST:
            mark = "##" if start else ""
            ends = (end for end in range(len(letters), start, -1) if mark + letters[start:end] in self._numbers)
            end = next(ends, None)
            if end is None:
                break
            found.append(self._numbers[mark + letters[start:end]])
            start = end
        return tuple(found) if found and start == len(letters) else (self._numbers["[UNK]"],)


def _folded(word: str) -> str:
    """The word in lower case, without accents."""
    if word.isascii():
        return word.lower()
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
