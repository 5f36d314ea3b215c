"""Stretches of the calendar: which days they hold, and how TIMEX3 writes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # the month that each begins with, north of the equator
_MONTHS_OF = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_DAYS_OF = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
_CODES = {"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "fortnight": "W",
          "weekend": "WE", "month": "M", "quarter": "Q", "half": "H", "year": "Y", "decade": "DE", "century": "CE",
          "season": "M"}  # fmt: skip


@dataclass(frozen=True)
class Period:
    """Days from `start` to `end`, both of it, with the TIMEX3 value."""

    unit: str  # day, week, weekend, month, season, quarter, half, year, decade, century; range
    value: str
    start: date
    end: date


def day_period(day: date) -> Period:
    """One day."""
    return Period("day", day.isoformat(), day, day)


def period_of(unit: str, day: date) -> Period:
    """The period of a unit that holds a day: its ISO week, its month, its quarter, ..."""
    return _MAKERS[unit](day)


def shifted(unit: str, day: date, steps: int) -> Period:
    """The period of a unit so many steps after the one that holds the day. Beyond the calendar, OverflowError."""
    if unit in _DAYS_OF:
        return period_of(unit, day + timedelta(days=_DAYS_OF[unit] * steps))
    return period_of(unit, add_months(day.replace(day=1), _MONTHS_OF[unit] * steps))


def moved(day: date, unit: str, steps: float) -> date:
    """The day so many units later; a day of a month that is too short becomes its last."""
    if unit in _DAYS_OF:
        return day + timedelta(days=round(_DAYS_OF[unit] * steps))
    if unit in _MONTHS_OF:
        months = _MONTHS_OF[unit] * steps
        return add_months(day, int(months)) + timedelta(days=round(30 * (months - int(months))))
    return day


def add_months(day: date, months: int) -> date:
    """The same day of a month so many months later, or that month's last."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9998:
        raise OverflowError(f"{day} and {months} months leave the calendar")
    return date(year, month + 1, min(day.day, _last_day(year, month + 1)))


def _last_day(year: int, month: int) -> int:
    return (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day


def season_of(season: str, year: int) -> Period:
    """Three months; a winter is named by the year that it begins in."""
    start = date(year, SEASONS[season], 1)
    return Period("season", f"{year:04}-{season}", start, add_months(start, 3) - timedelta(days=1))


def year_period(year: int) -> Period:
    """A whole year."""
    return Period("year", f"{year:04}", date(year, 1, 1), date(year, 12, 31))


def range_of(first: Period, last: Period) -> Period:
    """From the first day of one to the last day of another, written as ISO 8601 writes intervals."""
    return Period("range", f"{first.value}/{last.value}", first.start, last.end)


_SHARES = {"START": (0, 1 / 3), "MID": (1 / 3, 2 / 3), "END": (2 / 3, 1)}
_LONG_SHARES = {"START": (0, 0.5), "MID": (0.4, 0.7), "END": (0.5, 1)}  # "the late 1950s" begin in 1955


def part_of(period: Period, mod: str) -> tuple[date, date]:
    """What "early", "mid" and "late" (START, MID, END) leave of a period: a third of it, of decades and more a half."""
    if (months := _MONTHS_OF.get(period.unit, 0)) >= 12:
        first, last = _SHARES[mod] if months == 12 else _LONG_SHARES[mod]
        end = add_months(period.start, round(months * last)) - timedelta(days=1)
        return add_months(period.start, round(months * first)), end
    length = (period.end - period.start).days + 1
    if length < 3:
        return period.start, period.end
    third = timedelta(days=length // 3)
    if mod == "START":
        return period.start, period.start + third - timedelta(days=1)
    if mod == "END":
        return period.end - third + timedelta(days=1), period.end
    return period.start + third, period.end - third


def duration_value(unit: str, count: float | None) -> str:
    """A length of time as TIMEX3 writes it: P3W, PT24H, PXD where the number is not said."""
    if unit == "fortnight" and count is not None:
        count *= 2
    number = "X" if count is None else f"{count:g}"
    code = _CODES[unit]
    return f"PT{number}{code[1:]}" if code.startswith("T") else f"P{number}{code}"


def _week(day: date) -> Period:
    monday = day - timedelta(days=day.weekday())
    year, week, _ = monday.isocalendar()
    return Period("week", f"{year:04}-W{week:02}", monday, monday + timedelta(days=6))


def _weekend(day: date) -> Period:
    week = _week(day)
    return Period("weekend", f"{week.value}-WE", week.start + timedelta(days=5), week.end)


def _months(unit: str, name: Callable[[date], str]) -> Callable[[date], Period]:
    def make(day: date) -> Period:
        length = _MONTHS_OF[unit]
        index = (day.year * 12 + day.month - 1) // length * length
        start = date(max(1, index // 12), index % 12 + 1, 1)
        return Period(unit, name(start), start, add_months(start, length) - timedelta(days=1))

    return make


_MAKERS: Mapping[str, Callable[[date], Period]] = {
    "day": day_period,
    "week": _week,
    "weekend": _weekend,
    "fortnight": _week,
    "month": _months("month", lambda start: f"{start:%Y-%m}"),
    "quarter": _months("quarter", lambda start: f"{start.year:04}-Q{(start.month + 2) // 3}"),
    "half": _months("half", lambda start: f"{start.year:04}-H{1 if start.month == 1 else 2}"),
    "year": _months("year", lambda start: f"{start.year:04}"),
    "decade": _months("decade", lambda start: f"{start.year // 10:03}"),
    "century": _months("century", lambda start: f"{start.year // 100:02}"),
}
