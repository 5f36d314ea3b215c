"""The names of the months in some sixty languages, from the Unicode consortium's tables (CLDR, by Babel)."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# Languages of the press; of Arabic also the names of the Levant and of the Maghreb.
_LANGUAGE_CODES = (
    "en de fr es it pt nl sv da nb fi is et lv lt pl cs sk sl hr sr bs mk sq bg ru uk be hu ro el tr az ka hy he ar "
    "ar_SY ar_TN fa ps ur hi bn ta te mr gu pa ml kn ne si th vi id ms fil sw am ca eu gl cy ga ko ja zh km my lo "
    "mn kk uz"
)
_LANGUAGES = tuple(_LANGUAGE_CODES.split())
# Cases and spellings that the tables lack: Slovene's genitives, Bengali's other February.
_MORE = {
    "januarja": 1, "februarja": 2, "marca": 3, "aprila": 4, "junija": 6, "julija": 7, "avgusta": 8, "septembra": 9,
    "oktobra": 10, "novembra": 11, "decembra": 12, "ফেব্রুয়ারি": 2,
}  # fmt: skip
_SPLIT = re.compile(r"[\s\d,،、;:/|()\[\]–—-]+")
_NUMBERED = re.compile(r"(?<!\d)(\d{1,2})\s?[月월]|\bth(?:áng|g)\.?\s?(\d{1,2})", re.IGNORECASE)
_BEFORE = ("de ", "d'", "d’")  # Catalan declines its months


def named_month(text: str, language: str = "") -> tuple[int, str] | None:
    """The month that a text names, and the text without a number that was the month's; None where it names none.

    A word that is one month here and another there (Polish and Croatian listopad) needs the `language` to be one.
    """
    if numbered := _NUMBERED.search(text):
        number = int(numbered[1] or numbered[2])
        return (number, text[: numbered.start()] + " " + text[numbered.end() :]) if 1 <= number <= 12 else None
    words = [word for part in _SPLIT.split(text) if (word := fold_month(part))]
    names = _names()
    for start in reversed(range(len(words))):
        for phrase in (" ".join(words[start : start + 2]), words[start]):
            if found := _one_of(names.get(phrase, {}), language):
                return found, text
    return None


def _one_of(months: dict[int, frozenset[str]], language: str) -> int | None:
    own = language.partition("-")[0]
    spoken = [month for month, languages in months.items() if own in languages]
    if len(spoken) == 1:
        return spoken[0]
    return next(iter(months)) if len(months) == 1 else None


def fold_month(word: str) -> str:
    """A word in small letters without accents, dots and marks of direction."""
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if letter.isalnum() or unicodedata.category(letter) in ("Mc", "Zs"))


@cache
def _names() -> dict[str, dict[int, frozenset[str]]]:
    from babel.dates import get_month_names  # with its tables half a second, needed for one feed in a hundred

    found: dict[str, dict[int, set[str]]] = {fold_month(name): {month: {""}} for name, month in _MORE.items()}
    for language in _LANGUAGES:
        for width in ("wide", "abbreviated"):
            for use in ("format", "stand-alone"):
                for month, name in get_month_names(width, use, language).items():
                    for start in ("", *(start for start in _BEFORE if name.startswith(start))):
                        key = " ".join(filter(None, map(fold_month, name.removeprefix(start).split())))
                        if language == "he":
                            found.setdefault(f"ב{key}", {}).setdefault(month, set()).add(language)  # "in February"
                        if any(map(str.isalpha, key)) and not any(map(str.isdigit, key)):
                            found.setdefault(key, {}).setdefault(month, set()).add(language.partition("_")[0])
    return {name: {month: frozenset(said) for month, said in months.items()} for name, months in found.items()}
