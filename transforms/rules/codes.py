"""Codes that a rule may give by name: countries, languages, folders of feeds, kinds of events."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from transforms.rules.tree import RuleError, Term, Word

_LOCALES = ("en", "de", "fr", "es")
_SHORT = {"uk": "GB", "usa": "US", "uae": "AE", "drc": "CD", "britain": "GB", "great britain": "GB"}


def code_of(field: str, term: Term) -> Term:
    """The term with the code that the warehouse keeps as its only word. RuleError where a name stands for none."""
    written = term.printed.strip('"“”„«» ')
    name = written.casefold()
    if field == "folder":
        return _coded(term, name.strip("/"))
    if field == "event":
        return _coded(term, name)
    known = _countries() if field == "country" else _languages()
    code = known.get(name)
    if code is None:
        example = "country:UA or country:Ukraine" if field == "country" else "language:de or language:German"
        raise RuleError(term.position, f"{written!r} is no {field} that is known; write {example}")
    return _coded(term, code)


def _coded(term: Term, code: str) -> Term:
    is_prefix = code.endswith("*")
    return replace(term, words=(Word(code.rstrip("*"), is_prefix),))


@cache
def _countries() -> dict[str, str]:
    """Codes of countries by code and by name in some languages, in lower case."""
    return {**_names("territories", 2), **_SHORT}


@cache
def _languages() -> dict[str, str]:
    """Codes of languages in the same way."""
    return {name: code.lower() for name, code in _names("languages", 3).items()}


def _names(kind: str, longest: int) -> dict[str, str]:
    from babel import Locale

    found: dict[str, str] = {}
    for locale in _LOCALES:
        for code, name in getattr(Locale.parse(locale), kind).items():
            if len(code) <= longest and code.isalpha():
                found.setdefault(code.casefold(), code)
                found.setdefault(name.casefold(), code)
    return found
