"""Parts of a date that is named behind them: "the last week of August", "the second Sunday in May", "the rest of"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from transforms.analyse.date_context import DateToken
from transforms.analyse.date_edges import Dated
from transforms.analyse.date_scene import Meant, on_day, stretch
from transforms.analyse.date_tokens import Tokens
from transforms.analyse.dates_told import is_plural
from transforms.analyse.periods import Period, day_period, duration_value, moved, period_of, range_of

_SPAN = re.compile(r"T?(?P<o>[olf_])(?P<n>[nd])?(?P<u>u)OT?$")
_WEEKDAY = re.compile(r"T?(?P<o>[ol_])(?P<w>w)[iO]T?$")
_REST = re.compile(r"T?(?P<X>X)OT?$")
_HOURS = re.compile(r"T?eu(?:O|i)T?$")
_UNTIL = re.compile(r"[-_]T?$")
_ORDER = {"opening": 1, "last": -1, "final": -1, "closing": -1}
_A_FEW = 3
_WHOLE = ("week", "month", "season", "quarter", "half", "year", "decade", "century")
_SMALLER = {"day": 1, "week": 7, "month": 30, "year": 365, "decade": 3650}
_FRACTIONS = {"quarter": 4, "half": 2}
_MONTHS_OF = {"year": 12, "decade": 120, "century": 1200}
_ENDING = ("to", "ended", "ending", "through")


def with_parts(found: Dated, tokens: Tokens, anchor: date | None) -> Dated:
    """The expression with the words before it that say which part of it is meant."""
    before, period = tokens.classes[: found.first], found.meant.period
    if period is None or found.meant.kind != "DATE":
        return found
    if tokens.classes[found.first] == "T":
        before += "T"
    if (hours := _HOURS.search(before)) and period.unit == "day" and tokens.items[hours.end() - 2].value != "day":
        return _early_hours(found, tokens, hours.start())
    is_adjective = period.unit == "day" and "u" not in tokens.classes[found.first : found.last]
    if (rest := _REST.search(before)) and not is_adjective:  # "the rest of the Oct. 7 fighters"
        return Dated(rest.start(), found.last, _rest(found.meant, period, anchor))
    if (weekday := _WEEKDAY.search(before)) and period.unit == "month":
        meant = _nth_weekday(found.meant, period, tokens, weekday)
        return Dated(weekday.start(), found.last, meant) if meant else found
    is_adjective = period.unit == "year" and _is_before_noun(found, tokens)  # "the last days of the 2020 campaign"
    if (span := _SPAN.search(before)) and period.unit in _WHOLE and not is_adjective:
        meant = _span(found.meant, period, tokens, span)
        return Dated(span.start(), found.last, meant) if meant else found
    return found


def _is_before_noun(found: Dated, tokens: Tokens) -> bool:
    after = tokens.items[found.last] if found.last < len(tokens.items) else None
    is_word = after is not None and after.kind == "_" and after.fold[:1].isalpha()
    return is_word and found.first > 0 and tokens.items[found.first - 1].kind == "T"


def _early_hours(found: Dated, tokens: Tokens, start: int) -> Dated:
    """ "The early hours of Tuesday": its morning; the late ones are its night."""
    edge = next(item for item in tokens.items[start:] if item.kind == "e")
    assert found.meant.period is not None
    part = "NI" if edge.value == "END" else "MO"
    return Dated(
        start, found.last, replace(on_day(found.meant.period.start, part), relative_to=found.meant.relative_to)
    )


def _rest(meant: Meant, period: Period, anchor: date | None) -> Meant:
    """What is left of a period that is going on."""
    start = max(anchor, period.start) if anchor and anchor <= period.end else period.start
    return replace(meant, mod="END", period=Period(period.unit, period.value, start, period.end))


def _place_of(token: DateToken) -> int | None:
    """Which one "first", "15th" or "last" says; -1 for the last."""
    return token.value if token.kind == "o" and isinstance(token.value, int) else _ORDER.get(token.fold)


def _nth_weekday(meant: Meant, month: Period, tokens: Tokens, match: re.Match[str]) -> Meant | None:
    number = _place_of(tokens.items[match.start("o")])
    weekday = tokens.items[match.start("w")].value
    if number is None or not isinstance(weekday, int):
        return None
    first = month.start + timedelta(days=(weekday - month.start.weekday()) % 7)
    days = [first + timedelta(days=7 * week) for week in range(5)]
    inside = [day for day in days if day <= month.end]
    if number > len(inside):
        return None
    return on_day(inside[number - 1 if number > 0 else -1], None, meant.relative_to, meant.confidence)


def _span(meant: Meant, whole: Period, tokens: Tokens, match: re.Match[str]) -> Meant | None:
    """The first three months of 2025, the last day of March, the second week of May."""
    number, word = _place_of(tokens.items[match.start("o")]), tokens.items[match.start("u")]
    unit, count = str(word.value), tokens.items[match.start("n")].value if match["n"] else 1
    if number is not None and unit in _FRACTIONS and whole.unit in _MONTHS_OF and not match["n"]:
        return _fraction(meant, whole, number, unit)
    if number is None or unit not in _SMALLER or not isinstance(count, int | float) or (match["n"] and number > 1):
        return None
    if not match["n"] and is_plural(word.fold, tokens.language):
        count, meant = _A_FEW, replace(meant, confidence=0.6, mod="APPROX")
    length = _SMALLER[unit] * count * abs(number)
    if length > (whole.end - whole.start).days + 1 or whole.unit == unit:
        return None
    if unit in ("month", "year", "decade"):
        return _months(meant, whole, number, int(count) * {"month": 1, "year": 12, "decade": 120}[unit])
    days = _SMALLER[unit] * int(count)
    if number < 0:
        first, last = whole.end - timedelta(days=days - 1), whole.end
    else:
        first = whole.start + timedelta(days=days * (number - 1))
        last = first + timedelta(days=days - 1)
    return _between(meant, first, min(last, whole.end))


def _fraction(meant: Meant, whole: Period, number: int, unit: str) -> Meant | None:
    """The first half of the year, the last quarter of the century."""
    parts = _FRACTIONS[unit]
    if number > parts:
        return None
    months = _MONTHS_OF[whole.unit] // parts
    if whole.unit != "year":
        return _months(meant, whole, number, months)
    first = moved(whole.start, "month", months * (number - 1 if number > 0 else parts - 1))
    found = period_of(unit, first)
    return replace(meant, value=found.value, period=found)


def _months(meant: Meant, whole: Period, number: int, count: int) -> Meant:
    if number < 0:
        first = moved(whole.end.replace(day=1), "month", 1 - count)
        return _between(meant, first, whole.end)
    first = moved(whole.start, "month", count * (number - 1))
    return _between(meant, first, moved(first, "month", count) - timedelta(days=1))


def _between(meant: Meant, first: date, last: date) -> Meant:
    """The days as the day, month or year that they are, else from one to the other, as fine as they fall."""
    if first == last:
        return on_day(first, None, meant.relative_to, meant.confidence)
    unit = next(unit for unit in ("year", "month", "day") if _is_whole(unit, first, last))
    start, end = period_of(unit, first), period_of(unit, last)
    if start == end:
        return replace(meant, value=start.value, period=start)
    return stretch(range_of(start, end), relative_to=meant.relative_to, mod=meant.mod, confidence=meant.confidence)


def _is_whole(unit: str, first: date, last: date) -> bool:
    return first == period_of(unit, first).start and last == period_of(unit, last).end


def up_to(length: Dated, end: Dated, tokens: Tokens) -> Dated:
    """ "The three months to January", "six months ended June 30": the length with its days."""
    words = [item.fold for item in tokens.items[length.last : end.first] if item.kind != "T"]
    unit = tokens.items[length.last - 1].value
    count = next((item.value for item in tokens.items[length.first : length.last] if item.kind in "nd"), 1)
    period = end.meant.period
    is_span = length.meant.kind == "DURATION" and length.meant.period is None and unit in ("month", "week", "year")
    if (
        not is_span
        or period is None
        or len(words) != 1
        or words[0] not in _ENDING
        or not isinstance(count, int | float)
    ):
        return length
    if end.meant.kind != "DATE" or length.meant.value != duration_value(str(unit), float(count)):
        return length
    first = moved(period.end + timedelta(days=1), str(unit), -count)
    days = range_of(day_period(first), day_period(period.end))
    return length._replace(meant=replace(length.meant, period=days, relative_to=end.meant.relative_to))


def with_lengths_up_to(found: list[Dated], tokens: Tokens) -> list[Dated]:
    """The expressions of a sentence, lengths that a date ends with their days."""
    return [up_to(item, found[n + 1], tokens) if n + 1 < len(found) else item for n, item in enumerate(found)]
