"""What the name model reads and answers: words, how each is written, and tags. Training and reading share it."""

from __future__ import annotations

import re

TAGS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-GRP", "I-GRP")
SHAPES = 8  # no word, lower case, Capital, UPPER, miXed, digits, mark, one capital letter

_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")


def words_of(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Where the words of a text stand: runs of letters and digits, and each mark by itself."""
    return [match.span() for match in _WORD.finditer(text, start, len(text) if end is None else end)]


def shape_of(word: str) -> int:
    """How a word is written, which the model's vocabulary of lower case does not tell."""
    if word.isdigit():
        return 5
    if not any(map(str.isalnum, word)):
        return 6
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 7
    return 2 if word[0].isupper() and word[1:].islower() else 4
