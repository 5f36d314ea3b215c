"""The day that a page prints or its address carries, for pages that tell machines no time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice

from lxml.html import HtmlElement

from transforms.extract.document import texts_above, texts_below
from transforms.extract.months import named_day
from transforms.extract.times import Moment, parse_moment

_NUMBERS = re.compile(r"\b(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)?\d\d)\b")
_YEAR_FIRST = re.compile(r"\b(?:19|20)\d\d(?:-\d\d-\d\d|[./年]\s?\d{1,2}[./月]\s?\d{1,2})")
_IN_ADDRESS = re.compile(
    r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>0?[1-9]|1[0-2])[/-](?P<day>0?[1-9]|[12]\d|3[01])(?=[/\-_.]|$)"
)
_CHANGED = re.compile(
    r"updat|modif|aktualisiert|actuali|mis à jour|edited|revised|aggiornat|reviewed|accessed|copyright|©|event", re.I
)
_TEXTS_BELOW, _TEXTS_ABOVE = 60, 8
_MAX_LENGTH = 120  # longer texts are prose, and speak of other days


@dataclass(frozen=True)
class PrintedDays:
    """The days that a page shows its readers; None where it shows none of that kind."""

    published: Moment | None
    changed: Moment | None


def find_printed_days(tree: HtmlElement, url: str, is_american: bool) -> PrintedDays:
    """The day in the address, else the first printed around the headline, else htmldate's; and that of a change.

    A day said to be of a change is never that of publication: where the page prints only such, `published` is None.
    `is_american` settles 3/4/2024.
    """
    shown = list(_around_headline(tree, is_american))
    changed = next((moment for moment, is_change in shown if is_change), None)
    published = _in_address(url) or next((moment for moment, is_change in shown if not is_change), None)
    if published is None and changed is None:
        published = _by_htmldate(tree, url)
    return PrintedDays(published, changed)


def _in_address(url: str) -> Moment | None:
    found = _IN_ADDRESS.search(url)
    return _moment(int(found["year"]), int(found["month"]), int(found["day"]), "url") if found else None


def _around_headline(tree: HtmlElement, is_american: bool) -> Iterator[tuple[Moment, bool]]:
    """Each day printed below the headline, then just above it, nearest first; and whether it is that of a change."""
    heading = next(tree.iter("h1"), None)
    if heading is None:
        return
    lines = list(texts_below(heading, _TEXTS_BELOW))
    yield from _days_in(lines, is_american)
    yield from _days_in(list(islice(texts_above(heading), _TEXTS_ABOVE)), is_american)


def _days_in(lines: list[str], is_american: bool) -> Iterator[tuple[Moment, bool]]:
    before = ""
    for line in lines:
        if len(line) <= _MAX_LENGTH and (moment := read_day(line, is_american)):
            yield moment, bool(_CHANGED.search(f"{before} {line}"))
        before = line[-30:]


def read_day(text: str, is_american: bool = False) -> Moment | None:
    """The first day in a printed text, by the name or the number of its month."""
    if named := named_day(text):
        return _moment(named.year, named.month, named.day)
    if in_order := _YEAR_FIRST.search(text):
        return parse_moment(in_order[0], "text")
    return _by_numbers(text, is_american)


def _by_numbers(text: str, is_american: bool) -> Moment | None:
    found = _NUMBERS.search(text)
    if not found:
        return None
    first, second, year = int(found["first"]), int(found["second"]), int(found["year"])
    is_month_first = second > 12 or (is_american and found["mark"] == "/" and first <= 12)
    day, month = (second, first) if is_month_first else (first, second)
    return _moment(year if year > 99 else 2000 + year, month, day)


def _moment(year: int, month: int, day: int, source: str = "text") -> Moment | None:
    try:
        return Moment(datetime(year, month, day, tzinfo=UTC), "day", None, source)
    except ValueError:
        return None


def _by_htmldate(tree: HtmlElement, url: str) -> Moment | None:
    from htmldate import find_date  # slow to import, and seldom needed

    try:
        found = find_date(tree, url=url or None, original_date=True, extensive_search=False)
    except (ValueError, TypeError, AttributeError, IndexError, KeyError, OverflowError, RecursionError):
        return None
    return parse_moment(found, "text") if found else None
