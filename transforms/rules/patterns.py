"""What terms look like in texts, as patterns that RE2 (DuckDB) and `regex` (Python) read alike; and where they stand.

Case and accents are folded by the pattern, so that texts are searched as they are: "Odesa" is
`[oòóô…]d[eèéê…]s[aàáâ…]`. A word ends where letters end; where a script has no spaces between words (Chinese,
Japanese, Thai) it may stand anywhere.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import regex

from transforms.rules.tree import Near, Term, Word, Words

_IN_WORD = r"\p{L}\p{N}\p{M}"
_BREAK = rf"[^{_IN_WORD}]"
_GAP = rf"[^{_IN_WORD}\n]"  # between the words of a phrase: anything but letters and the end of a paragraph
_WORD = regex.compile(rf"[{_IN_WORD}]+")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_SUFFIXED = regex.compile(r"\p{Hangul}")  # particles follow nouns without a space
_POINTED = regex.compile(r"[\p{Arabic}\p{Hebrew}]")  # vowel points may follow each letter, or not
_SPECIAL = {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "İ": "i", "ŧ": "t", "ё": "е", "ґ": "г"}
_LIGATURES = {"ß": "ss", "æ": "ae", "œ": "oe"}
_ACCENTED = ((0xC0, 0x250), (0x370, 0x400), (0x622, 0x628), (0x1E00, 0x2000))  # Latin, Greek, hamza; not Cyrillic й, ї


@dataclass(frozen=True)
class Span:
    """A place in a text where a term stands: code points, end-exclusive."""

    start: int
    end: int
    term: str  # as the rule has it


def core_of(terms: Iterable[Term]) -> str:
    """A pattern that every text with one of the terms fits, and few others: fast to look for first."""
    return "|".join(f"(?:{_core(term)})" for term in terms)


def whole_of(terms: Iterable[Term]) -> str:
    """A pattern that a text fits where one of the terms stands in it as words of their own."""
    return "|".join(
        f"(?:{'' if _opens_anywhere(term) else f'(?:^|{_BREAK})'}(?:{_core(term)})"
        f"{'' if _ends_anywhere(term) else f'(?:{_BREAK}|$)'})"
        for term in terms
    )


def name_of(terms: Iterable[Term]) -> str:
    """A pattern that a name fits where it is one of the terms, whatever stands around its letters."""
    return "|".join(f"(?:^{_BREAK}*(?:{_core(term)}){_tail(term)}$)" for term in terms)


def surname_of(terms: Iterable[Term]) -> str:
    """A pattern that a person's name fits where it ends with one of the terms."""
    return "|".join(f"(?:{_BREAK}(?:{_core(term)})$)" for term in terms if not term.words[-1].is_prefix) or "^$"


def code_of(field: str, terms: Iterable[Term]) -> str:
    """A pattern that a code fits where it is one of the terms; a folder's fits the folders below it."""
    below = "(?:/.*)?" if field == "folder" else ""
    return "|".join(
        f"(?i:^{regex.escape(word.letters)}{'.*' if word.is_prefix else below}$)"
        for term in terms
        for word in term.words
    )


def _tail(term: Term) -> str:
    return ".*" if term.words[-1].is_prefix else f"{_BREAK}*"


def spans_of(words: Words, text: str) -> list[Span]:
    """Where the terms stand in a text."""
    return [
        Span(found.start(), found.end(), term.printed)
        for term in words.terms
        for found in _compiled(term).finditer(text)
    ]


def near_spans(near: Near, text: str) -> list[Span]:
    """Where a term of each side stands near enough to one of the other, in one paragraph."""
    left, right = spans_of(near.left, text), spans_of(near.right, text)
    found = set()
    for one in left:
        for other in right:
            first, second = (one, other) if one.start <= other.start else (other, one)
            if _is_near(text, first, second, near.distance):
                found |= {one, other}
    return sorted(found, key=lambda span: (span.start, span.end))


def _is_near(text: str, first: Span, second: Span, distance: int) -> bool:
    if first.end > second.start or second.start - first.end > 40 * distance:  # no 40 letters a word, on average
        return False
    between = text[first.end : second.start]
    return "\n" not in between and len(_WORD.findall(between)) < distance


@cache
def _compiled(term: Term) -> regex.Pattern[str]:
    opening = "" if _opens_anywhere(term) else rf"(?<![{_IN_WORD}])"
    ending = "" if _ends_anywhere(term) else rf"(?![{_IN_WORD}])"
    more = rf"[{_IN_WORD}]*" if term.words[-1].is_prefix else ""
    return regex.compile(f"{opening}(?:{_core(term)}){more}{ending}")


def _opens_anywhere(term: Term) -> bool:
    return bool(_UNSPACED.match(term.words[0].letters))


def _ends_anywhere(term: Term) -> bool:
    last = term.words[-1]
    return last.is_prefix or bool(_UNSPACED.match(last.letters[-1]) or _SUFFIXED.match(last.letters[-1]))


def _core(term: Term) -> str:
    parts = [_letters(term.words[0], term.is_exact)]
    for before, word in zip(term.words, term.words[1:], strict=False):
        is_unspaced = _UNSPACED.match(before.letters[-1]) and _UNSPACED.match(word.letters[0])
        gap = f"{_GAP}*" if is_unspaced else f"[{_IN_WORD}]*{_GAP}+" if before.is_prefix else f"{_GAP}+"
        parts.append(gap + _letters(word, term.is_exact))
    return f"(?i:{''.join(parts)})" if not term.is_exact else "".join(parts)


def _letters(word: Word, is_exact: bool) -> str:
    letters = unicodedata.normalize("NFC", word.letters)
    if is_exact:
        return str(regex.escape(letters))
    folded = "".join(_LIGATURES.get(letter, letter) for letter in letters.replace("İ", "i").lower())
    written = "".join(map(_folded_class, unicodedata.normalize("NFC", folded)))
    for ligature, two in _LIGATURES.items():
        classes = "".join(map(_folded_class, two))
        written = written.replace(classes, f"(?:{classes}|{ligature})")
    return written


@cache
def _folded_class(letter: str) -> str:
    base = _bases().get(letter, letter)
    alike = "".join(sorted(_families().get(base, {base}) | {base}))
    points = r"\p{Mn}*" if _POINTED.match(base) else ""
    return (f"[{alike}]" if len(alike) > 1 else str(regex.escape(base))) + points


@cache
def _bases() -> dict[str, str]:
    """The plain letter of each accented one, in lower case."""
    found = dict(_SPECIAL)
    for first, end in _ACCENTED:
        for number in range(first, end):
            letter = chr(number).lower()
            parts = unicodedata.normalize("NFD", letter)
            if len(letter) == 1 and len(parts) > 1 and all(map(unicodedata.combining, parts[1:])):
                found[letter] = parts[0]
    return found


@cache
def _families() -> dict[str, set[str]]:
    """The accented letters of each plain one."""
    found: dict[str, set[str]] = {}
    for letter, base in _bases().items():
        found.setdefault(base, set()).add(letter)
    return found
