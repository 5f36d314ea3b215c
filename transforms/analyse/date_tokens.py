"""A sentence as a string of classes, one letter a token, for the patterns of dates to be looked for in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from transforms.analyse.date_context import DateToken, in_context
from transforms.analyse.date_holidays import holiday_words, with_holidays
from transforms.analyse.date_words import Meaning, lexicon
from transforms.analyse.words import fold, split_words

_TOKEN = re.compile(
    r"\d{4}-\d\d-\d\d(?!\d)|\d{1,2}/\d{1,2}/\d{4}(?!\d)"
    r"|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)(?!\d)|\d{1,2}/\d{1,2}/\d\d(?![\d/])"
    r"|\d{1,2}:\d\d(?::\d\d)?(?![\d:.]\d)|\d{1,2}\.\d\d(?=\s?(?:[ap]\.?m\b|Uhr|GMT|horas))"
    r"|\d{1,2}\s?h(?:\s?\d\d)?(?![^\W_])"
    r"|\d+\s[13]/[24](?![\d/])|\d*[½¼¾]"
    r"|\d{4}s\b|['’]\d0s\b|\d{1,2}(?:st|nd|rd|th|er|ère|ème|e|º|ª)\b|\d{1,2}\.(?=\s[^\W\d_])|Q[1-4]\b|H[12]\b"
    r"|\d+(?:[.,  ]\d{3})+(?!\d)|\d+[.,]\d+|\d+|[ap]\.\s?m\b\.?|(?:aujourd['’]hui|week-end|avant-hier"
    r"|après-(?:midi|demain))"
    r"|jusqu['’](?:aux?|à)|[lLdD]['’]|[iI]l y a|['’](?:s|ll)\b|[^\W\d_]+(?:\.(?=\s?\d))?|\S",
)
_COMPOUND_DAYS = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
_COMPOUND_PARTS = ("morgen", "vormittag", "mittag", "nachmittag", "abend", "nacht")
_COMPOUND = re.compile(f"({'|'.join(_COMPOUND_DAYS)})({'|'.join(_COMPOUND_PARTS)})s?")
_DATE = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d)(?::\d\d)?|\s?h(?:\s?(\d\d))?)")
_DECADE = re.compile(r"(\d{4})s|['’](\d0)s")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_FRACTION = re.compile(r"(\d*)\s?([½¼¾]|[13]/[24])")
_PARTS_OF_ONE = {"½": 0.5, "¼": 0.25, "¾": 0.75, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75, "3/2": 1.5}
_THOUSANDS = re.compile(r"\d{1,3}[.,]\d{3}")
_MOST_YEAR = 2100  # above it a bare number is no year


@dataclass(frozen=True)
class Tokens:
    """The tokens of a sentence; `classes` has one letter for each."""

    items: Sequence[DateToken]
    classes: str
    language: str
    body: str


def date_tokens(body: str, start: int, end: int, language: str) -> Tokens:
    """The tokens of a span of text."""
    words = lexicon(language)
    found: list[DateToken] = []
    for match in _TOKEN.finditer(body, start, end):
        found += _read(match.group(), match.start(), match.end(), words)
    found = with_holidays(found, language, body)
    items = [in_context(found, number, language, body) for number in range(len(found))]
    return Tokens(items, "".join(item.kind for item in items), language, body)


@cache
def words_of_kinds(kinds: frozenset[str], language: str) -> frozenset[str]:
    """Words that stand in every sentence with a token of one of the classes, unless that token has a digit."""
    words = lexicon(language)
    whole = [key for key, (kind, _) in words.items() if kind in kinds]
    parts = [word.fold for key in whole for word in split_words(key) if len(word.fold) > 1]
    joined = [f"{day}{part}{s}" for day in _COMPOUND_DAYS for part in _COMPOUND_PARTS for s in ("", "s")]
    return frozenset([*parts, *joined, *holiday_words(language)])


def _read(text: str, start: int, end: int, words: Mapping[str, Meaning]) -> Iterator[DateToken]:
    """The token of a piece of text; two of "Dienstagabend"."""
    if text[0].isdecimal() or text[1:2].isdecimal() or text in _PARTS_OF_ONE:
        yield DateToken(start, end, *_number(text), text)
        return
    key = text.lower() if text.isascii() else fold(text)
    if key.endswith(".") and len(key) > 1 and words.get(key, "_")[0] != "a":
        key = key[:-1]
        end -= 0 if words.get(key, "_")[0] in "mw" else 1
    if (known := words.get(key)) is not None:
        yield DateToken(start, end, *known, key)
    elif (parts := _COMPOUND.fullmatch(key)) and parts[1] in words:
        middle = start + len(parts[1])
        kind, part = words.get(parts[2], ("p", "MO"))
        yield DateToken(start, middle, *words[parts[1]], parts[1])
        yield DateToken(middle, end, "p", part if kind == "p" else "MO", f"-{parts[2]}")
    else:
        yield DateToken(start, end, {",": ",", "il y a": "G"}.get(key, "_"), key, key)


def _number(text: str) -> tuple[str, object]:
    """The class of what has digits: D a date, H a clock, c a decade, q a quarter, d a day's number, y a year, n, o."""
    if _DATE.fullmatch(text):
        return "D", text
    if (clock := _CLOCK.fullmatch(text)) and not re.fullmatch(r"\d\.\d\d", text):
        hour, minute = int(clock[1]), int(clock[2] or clock[3] or 0)
        return ("H", (hour, minute)) if hour < 25 and minute < 60 else ("_", text)
    if decade := _DECADE.fullmatch(text):
        return "c", int(decade[1] or 1900 + int(decade[2]))
    return ("q", text) if text[0] in "QH" else _plain_number(text)


def _plain_number(text: str) -> tuple[str, object]:
    if part := _FRACTION.fullmatch(text):
        return "n", float(part[1] or 0) + _PARTS_OF_ONE[part[2]]
    plain = text.rstrip("stndrheèmªº.")
    if not _NUMBER.fullmatch(plain) or _THOUSANDS.fullmatch(plain):
        return "n", float(re.sub(r"\D", "", plain) or 0)
    if plain.isdecimal() and text[-1].isalpha():
        return "o", int(plain)
    if plain.isdecimal() and 1 <= int(plain) <= 31:
        return "d", int(plain)
    if plain.isdecimal() and len(plain) == 4 and 1000 <= int(plain) <= _MOST_YEAR:
        return "y", int(plain)
    return "n", float(plain.replace(",", "."))
