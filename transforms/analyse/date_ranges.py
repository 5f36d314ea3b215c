"""Two dates that are the ends of one stretch: "between 3 May and 5 June", "from Monday to Friday"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from transforms.analyse.date_edges import Dated
from transforms.analyse.date_scene import Meant
from transforms.analyse.periods import Period, add_months, day_period, period_of, range_of, year_period

_SHORT_YEARS = re.compile(r"y-[dn]")
_LINK = re.compile(r"[-&]T?")


def with_ranges(found: list[Dated], classes: str) -> list[Dated]:
    """The expressions of a sentence, and before each two that are the ends of a range, the range."""
    kept: list[Dated] = []
    for item in found:
        if _SHORT_YEARS.fullmatch(classes, item.first, item.last) and item.meant.period is not None:
            kept += [item, *_ends_of(item)]
            continue
        if kept and (dated := _with_year_of(item, kept[-1], classes)) is not None:
            kept[-1] = dated
        both = _joined(kept[-1], item, classes) if kept else None
        if both is None:
            kept.append(item)
        else:
            stretch, first, last = both
            kept[-1:] = [stretch, first, last]
    return kept


def _ends_of(years: Dated) -> tuple[Dated, Dated]:
    """The two years of "2019-20", as those of "2019-2020" are rows of their own."""
    assert years.meant.period is not None
    first, last = year_period(years.meant.period.start.year), year_period(years.meant.period.end.year)
    return (
        Dated(years.first, years.first + 1, replace(years.meant, kind="DATE", value=first.value, period=first)),
        Dated(years.last - 1, years.last, replace(years.meant, kind="DATE", value=last.value, period=last)),
    )


def _with_year_of(other: Dated, one: Dated, classes: str) -> Dated | None:
    """The first of "June and July 2012" in the year of the second; None where it has its own."""
    link, first, last = classes[one.last : other.first], one.meant.period, other.meant.period
    if not re.fullmatch(r"[&,]T?", link) or not one.meant.relative_to or other.meant.relative_to:
        return None
    if first is None or last is None or first.unit != last.unit or first.unit not in ("month", "day"):
        return None
    if "y" in classes[one.first : one.last] or "m" not in classes[one.first : one.last]:
        return None
    period, _ = _aligned(one.meant, first, last, other.meant)
    return one._replace(meant=replace(one.meant, value=period.value, period=period, relative_to="", alternatives=()))


def _joined(one: Dated, other: Dated, classes: str) -> tuple[Dated, Dated, Dated] | None:
    link, opening = classes[one.last : other.first], classes[: one.first].rstrip("T")[-1:]
    if not _LINK.fullmatch(link) or one.meant.kind != "DATE" or other.meant.kind != "DATE":
        return None
    if link[0] == "&" and opening != "b":
        return None
    if one.meant.period is None or other.meant.period is None:
        return None
    first, last = _aligned(one.meant, one.meant.period, other.meant.period, other.meant)
    if first.start >= last.end or (first.unit == "day") != (last.unit == "day"):
        return None
    start = one.first - 1 - (classes[one.first - 1] == "T") if opening in ("b", "f") else one.first
    whole = range_of(first, last)
    relative = one.meant.relative_to or other.meant.relative_to
    confidence = min(one.meant.confidence, other.meant.confidence)
    return (
        Dated(start, other.last, Meant("DURATION", whole.value, whole, relative, confidence=confidence)),
        one._replace(meant=replace(one.meant, value=first.value, period=first)),
        other._replace(meant=replace(other.meant, value=last.value, period=last)),
    )


def _aligned(one: Meant, first: Period, last: Period, other: Meant) -> tuple[Period, Period]:
    """The ends in one order: the year said at the end holds for the beginning too."""
    if one.relative_to and not other.relative_to and first.unit in ("day", "month"):
        year = last.start.year - ((first.start.month, first.start.day) > (last.start.month, last.start.day))
        return period_of(first.unit, add_months(first.start, 12 * (year - first.start.year))), last
    if last.unit == "day" and first.unit == "day" and timedelta(0) < first.start - last.start <= timedelta(days=6):
        return first, day_period(last.start + timedelta(days=7))
    return first, last
