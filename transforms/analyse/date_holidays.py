"""Days that are known by a name and come every year: Christmas Eve, Good Friday, Thanksgiving."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache

from transforms.analyse.date_context import DateToken

HOLIDAY = "M"  # the class of such a name
_THURSDAY, _MONDAY = 3, 0

# By language: the words, and the day: a month and a day, days from Easter, or a weekday of a month (-1 the last).
Day = tuple[str, int, int]
NO_DAY: Day = ("", 0, 0)  # what is called by a weekday and is an event
_NAMES: Mapping[str, Mapping[str, Day]] = {
    "en": {
        "christmas eve": ("date", 12, 24), "christmas day": ("date", 12, 25), "christmas": ("date", 12, 25),
        "boxing day": ("date", 12, 26), "new year 's eve": ("date", 12, 31), "new year 's day": ("date", 1, 1),
        "valentine 's day": ("date", 2, 14), "st patrick 's day": ("date", 3, 17), "may day": ("date", 5, 1),
        "bastille day": ("date", 7, 14), "halloween": ("date", 10, 31), "veterans day": ("date", 11, 11),
        "armistice day": ("date", 11, 11), "epiphany": ("date", 1, 6), "all saints day": ("date", 11, 1),
        "shrove tuesday": ("easter", -47, 0), "ash wednesday": ("easter", -46, 0), "palm sunday": ("easter", -7, 0),
        "good friday": ("easter", -2, 0), "holy saturday": ("easter", -1, 0), "easter sunday": ("easter", 0, 0),
        "easter day": ("easter", 0, 0), "easter monday": ("easter", 1, 0), "easter": ("easter", 0, 0),
        "ascension day": ("easter", 39, 0), "pentecost": ("easter", 49, 0), "whit monday": ("easter", 50, 0),
        "thanksgiving day": ("4", 11, _THURSDAY), "thanksgiving": ("4", 11, _THURSDAY),
        "maundy thursday": ("easter", -3, 0), "black friday": ("4+1", 11, _THURSDAY),
        "cyber monday": ("4+4", 11, _THURSDAY), "bloody sunday": NO_DAY, "super tuesday": NO_DAY,
        "labor day": ("1", 9, _MONDAY), "memorial day": ("-1", 5, _MONDAY),
    },
    "de": {
        "heiligabend": ("date", 12, 24), "weihnachten": ("date", 12, 25), "silvester": ("date", 12, 31),
        "neujahr": ("date", 1, 1), "neujahrstag": ("date", 1, 1),
        "allerheiligen": ("date", 11, 1), "rosenmontag": ("easter", -48, 0), "aschermittwoch": ("easter", -46, 0),
        "karfreitag": ("easter", -2, 0), "ostersonntag": ("easter", 0, 0), "ostern": ("easter", 0, 0),
        "ostermontag": ("easter", 1, 0), "himmelfahrt": ("easter", 39, 0), "pfingsten": ("easter", 49, 0),
        "pfingstsonntag": ("easter", 49, 0), "pfingstmontag": ("easter", 50, 0), "fronleichnam": ("easter", 60, 0),
    },
    "fr": {
        "noel": ("date", 12, 25), "saint - sylvestre": ("date", 12, 31), "toussaint": ("date", 11, 1),
        "epiphanie": ("date", 1, 6), "vendredi saint": ("easter", -2, 0), "lundi de paques": ("easter", 1, 0),
        "paques": ("easter", 0, 0), "ascension": ("easter", 39, 0), "pentecote": ("easter", 49, 0),
    },
    "es": {
        "nochebuena": ("date", 12, 24), "navidad": ("date", 12, 25), "nochevieja": ("date", 12, 31),
        "dia de reyes": ("date", 1, 6), "jueves santo": ("easter", -3, 0), "viernes santo": ("easter", -2, 0),
        "domingo de resurreccion": ("easter", 0, 0), "pascua": ("easter", 0, 0), "pentecostes": ("easter", 49, 0),
    },
}  # fmt: skip
# ruff: noqa: SIM905 - a list of words is read as text
# What is called after such a day and is none: "the Christmas tree", "Easter Island".
_THINGS = frozenset(
    "tree trees market markets card cards dinner lunch party parties gift gifts present presents shopping shopper"
    " shoppers sale sales bonus carol carols song songs album light lights decorations story film movie special message"
    " speech service mass egg eggs bunny island islands rising parade concert show pudding jumper turkey truce single"
    " costume costumes hit".split()
)


@cache
def _by_first_word(language: str) -> Mapping[str, Sequence[tuple[Sequence[str], Day]]]:
    """The names by their first word, the longest first."""
    found: dict[str, list[tuple[Sequence[str], Day]]] = {}
    names = _NAMES.get(language, _NAMES["en"] if language == "" else {})
    for name, day in sorted(names.items(), key=lambda item: -len(item[0])):
        first, *rest = name.split()
        found.setdefault(first, []).append((rest, day))
    return found


@cache
def holiday_words(language: str) -> frozenset[str]:
    """Words of which one stands in every sentence that names such a day."""
    return frozenset(name.split()[0] for name in _NAMES.get(language, {}) if name.split()[0] not in _PLAIN)


_PLAIN = frozenset(("new", "may", "good", "all", "st", "dia", "domingo", "lundi", "labor", "holy", "palm", "saint"))


def with_holidays(items: list[DateToken], language: str, body: str) -> list[DateToken]:
    """The tokens, those of such a name made one."""
    names = _by_first_word(language)
    if names.keys().isdisjoint([item.fold for item in items]):
        return items
    found: list[DateToken] = []
    number = 0
    while number < len(items):
        token = items[number]
        fit = next((one for one in names.get(token.fold, ()) if _stands_here(items, number, one[0])), None)
        last = number + len(fit[0]) if fit else number
        if fit is not None and body[token.start].isupper():
            is_day = fit[1] is not NO_DAY and not _is_named_so(items, number, body) and not _is_thing(items, last, body)
            kind = HOLIDAY if is_day else "_"  # the Friday of the Good Friday Agreement is no date either
            found.append(token._replace(end=items[last].end, kind=kind, value=fit[1]))
            number = last + 1
        else:
            found.append(token)
            number += 1
    return found


def _stands_here(items: Sequence[DateToken], number: int, rest: Sequence[str]) -> bool:
    following = items[number + 1 : number + 1 + len(rest)]
    return [item.fold.replace("’", "'") for item in following] == list(rest)


def _is_named_so(items: Sequence[DateToken], number: int, body: str) -> bool:
    """Whether a name or a greeting stands before it: "Ines Christmas", "Father Christmas"."""
    before = items[number - 1] if number else None
    if before is None or before.kind != "_" or not body[before.start].isalpha():
        return False
    return before.fold in ("father", "merry", "happy") or (number > 1 and body[before.start].isupper())


def _is_thing(items: Sequence[DateToken], last: int, body: str) -> bool:
    after = items[last + 1] if last + 1 < len(items) else None
    return after is not None and (after.fold in _THINGS or (after.kind == "_" and body[after.start].isupper()))


def holiday_in(year: int, day: Day) -> date:
    """The day that a name means in a year."""
    kind, first, second = day
    if kind == "date":
        return date(year, first, second)
    if kind == "easter":
        return _easter(year) + timedelta(days=first)
    number, _, later = kind.partition("+")
    if kind == "-1":
        last = date(year, first + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - second) % 7)
    begin = date(year, first, 1)
    return begin + timedelta(days=(second - begin.weekday()) % 7 + 7 * (int(number) - 1) + int(later or 0))


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, 1991)."""
    century, rest = divmod(year, 100)
    cycle = year % 19
    leap, over = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * cycle + century - leap - shift + 15) % 30
    week = (32 + 2 * over + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (cycle + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
