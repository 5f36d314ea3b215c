"""What a word means for a date beside its neighbours: "May" and "may", 2014 and 2014 people, "the fall of the city"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from transforms.analyse.date_words import Meaning

_MONEY = frozenset("$€£¥#§")
_MEASURES = frozenset(
    {"%", "°", "km", "m", "kg", "km/h", "mph", "percent", "per", "prozent", "euro", "euros", "dollars"}
)
_NO_YEAR_BEHIND = frozenset({
    "resolution", "flight", "route", "highway", "no", "nr", "number", "law", "article", "room", "act", "section",
    "chapter",
    "page", "paragraph", "unit", "about", "nearly", "almost", "over", "than", "least", "some", "roughly", "only",
})  # fmt: skip
_NO_YEAR_BEFORE = frozenset({
    "people", "men", "women", "children", "troops", "soldiers", "fighters", "homes", "houses", "members", "jobs",
    "metres",
    "meters", "feet", "miles", "tons", "tonnes", "times", "others", "workers", "civilians", "refugees", "students",
    "schoolchildren", "prisoners", "migrants", "employees", "buildings", "deaths", "cases", "kilometres", "kilometers",
    "hectares", "acres", "police", "officers", "passengers", "personen", "menschen", "soldaten", "personnes",
    "personas",
    "soldats", "soldados",
})  # fmt: skip
_BEFORE_OLD_YEARS = frozenset({
    "since", "by", "year", "in", "en", "im", "jahr", "l'an", "seit", "anno", "around", "circa", "(",
})  # fmt: skip
_BEFORE_MONTHS = frozenset({
    "in", "since", "of", "until", "by", "from", "late", "early", "mid", "last", "next", "this", "and", "between", "to",
    "before", "after", "for", "-", "on", "during",
})  # fmt: skip
_YEARS = re.compile(r"\s?[-–—]\s?(?:19|20)\d\d\b")
_NAMES_THAT_ARE_WORDS = frozenset(
    {"may", "march", "mar", "jan", "dec", "sat", "sun", "mon", "tue", "wed", "thu", "fri"}
)


class DateToken(NamedTuple):
    """A token with its offsets in the body, its class and what it stands for."""

    start: int
    end: int
    kind: str
    value: object
    fold: str


class Place(NamedTuple):
    """A token between its neighbours; NOTHING stands at the edges of a sentence."""

    token: DateToken
    before: DateToken
    after: DateToken
    body: str
    language: str
    second: DateToken  # the one before `before`

    @property
    def is_capital(self) -> bool:
        return self.body[self.token.start].isupper()


NOTHING = DateToken(-1, -1, "_", None, "")


def in_context(found: Sequence[DateToken], number: int, language: str, body: str) -> DateToken:
    """The token, with another class where its neighbours say so."""
    token = found[number]
    judge = _JUDGES.get(token.fold) or _JUDGES_OF_KINDS.get(token.kind)
    if judge is None:
        return token
    before = found[number - 1] if number else NOTHING
    after = found[number + 1] if number + 1 < len(found) else NOTHING
    second = found[number - 2] if number > 1 else NOTHING
    kind, value = judge(Place(token, before, after, body, language, second))
    return token if (kind, value) == (token.kind, token.value) else token._replace(kind=kind, value=value)


def _number(place: Place) -> Meaning:
    is_measured = place.before.fold in _MONEY or place.after.fold in _MEASURES
    return ("_" if is_measured and isinstance(place.token.value, int | float) else place.token.kind), place.token.value


def _year(place: Place) -> Meaning:
    """A number of four digits is a year, if it counts nothing; one before 1900 must be led in as a year."""
    token, before, after = place.token, place.before, place.after
    if before.fold in _MONEY or after.fold in _MEASURES:
        return "_", token.value
    is_length = after.kind == "u" and (after.value == "year" or after.fold.endswith("s"))
    if before.fold in ("over", "about") and _YEARS.match(place.body, token.end):
        return "y", token.value  # "over 2000-2050"
    if is_length or before.fold in _NO_YEAR_BEHIND or after.fold in _NO_YEAR_BEFORE:
        return "n", token.value
    is_modern = isinstance(token.value, int) and token.value >= 1900
    # "1774 and 1792", "June 14, 1825"; but "2,000 letters and 1000 cards"
    is_round = isinstance(token.value, int) and token.value % 50 == 0
    is_listed = before.kind in "&-," and (place.second.kind in "ydo" or not is_round)
    is_led_in = before.kind in "mifbFeB" or is_listed or before.fold in _BEFORE_OLD_YEARS
    is_led_in = is_led_in or after.fold in ("–", "-", ")")
    return ("y" if is_modern or is_led_in else "n"), token.value


def _name(place: Place) -> Meaning:
    """Months and weekdays that are other words too count only beside numbers or behind a preposition."""
    token, before, after = place.token, place.before, place.after
    if place.language not in ("fr", "es") and not place.is_capital:
        return "_", token.value
    if place.language != "en" or token.fold not in _NAMES_THAT_ARE_WORDS:
        return token.kind, token.value
    if token.kind == "w":
        return (token.kind if after.kind in ",dm" else "_"), token.value
    is_dated = before.kind in "do" or after.kind in "dyo" or before.fold in _BEFORE_MONTHS
    return (token.kind if is_dated else "_"), token.value


def _zone(place: Place) -> Meaning:
    return ("z" if place.is_capital else "_"), place.token.value


def _second(place: Place) -> Meaning:
    is_unit = place.after.kind not in "up" and place.before.kind in "nd"
    return ("u", "second") if is_unit else ("o", 2)


def _morning(place: Place) -> Meaning:
    """German "morgen", Spanish "mañana": the morning behind a day or an article, else tomorrow."""
    is_known = place.before is not NOTHING
    if place.language == "de":
        return ("p", "MO") if is_known and place.is_capital and place.before.kind in "kwTt_" else ("k", 1)
    return ("p", "MO") if place.before.kind == "T" else ("k", 1)


def _summer(place: Place) -> Meaning:
    """French "été" is "been" too."""
    return ("s", "SU") if place.before.fold in ("l'", "cet", "en", "d'") else ("_", place.token.fold)


def _season(place: Place) -> Meaning:
    """English seasons stand behind "the", "last" or "this", or before a year: to fall and to spring are verbs."""
    token, before, after = place.token, place.before, place.after
    if token.kind != "s":  # a German "Fall" is a case
        return token.kind, token.value
    is_event = after.kind == "O" and before.kind == "T"
    if is_event and not re.match(r"of\s+(?:\d{4}|last|this|next)", place.body[token.end + 1 : token.end + 9]):
        return "_", token.fold  # "the fall of the city"
    return ("s", token.value) if before.kind in "Ttlxie" or after.kind == "y" else ("_", token.fold)


_JUDGES: Mapping[str, Callable[[Place], Meaning]] = {
    "second": _second, "morgen": _morning, "manana": _morning, "ete": _summer, "fall": _season, "spring": _season,
}  # fmt: skip
_JUDGES_OF_KINDS: Mapping[str, Callable[[Place], Meaning]] = {
    "d": _number, "n": _number, "y": _year, "m": _name, "w": _name, "z": _zone,
}  # fmt: skip
