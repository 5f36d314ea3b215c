"""A feed's rhythm: how often something new comes, how long its list of entries reaches back, when it sleeps."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median

_NEWEST = 30  # entries that tell the usual time between two: of a longer list, the older ones are another season
_LIST = 5  # dated entries from which on a list's span says when entries roll off it
_WEEK = 7 * 24  # hours
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_PERIODS = {"hourly": 60, "daily": 1_440, "weekly": 10_080, "monthly": 43_200, "yearly": 525_600}
_HOUR = re.compile(r"<hour\b[^>]*>\s*([0-9]{1,2})\s*</hour>")
_DAY = re.compile(r"<day\b[^>]*>\s*([a-z]+)\s*</day>")
_MOST = 4_000  # characters of what is skipped: it names 24 hours, or 7 days


@dataclass(frozen=True)
class Rhythm:
    """What the times of a feed's entries tell; None where they tell nothing."""

    gap_minutes: float | None = None  # usual time between two entries
    span_minutes: float | None = None  # from the oldest to the newest
    newest_at: datetime | None = None


def rhythm_of(times: Iterable[datetime], now: datetime) -> Rhythm:
    """The rhythm of entries with these times; times to come are no evidence."""
    past = sorted(time for time in times if time <= now)
    if not past:
        return Rhythm()
    moments = sorted(set(past))[-_NEWEST:]
    gaps = [(later - earlier) / timedelta(minutes=1) for earlier, later in pairwise(moments)]
    span = (past[-1] - past[0]) / timedelta(minutes=1) if len(past) >= _LIST else None
    return Rhythm(median(gaps) if gaps else None, span, past[-1])


def in_words(minutes: float | None) -> str:
    """The usual time between two entries: "every 20 minutes", "about daily"; "" where it is unknown."""
    if minutes is None:
        return ""
    if minutes < 1.5:
        return "every minute"
    if minutes < 50:
        return f"every {minutes:.0f} minutes"
    for size, most, one, many in ((60, 20, "hourly", "hours"), (1_440, 6, "daily", "days"), (10_080, 3.5, "weekly",
                                  "weeks"), (43_200, 11, "monthly", "months")):  # fmt: skip
        if minutes < most * size:
            return f"about {one}" if minutes < 1.5 * size else f"every {minutes / size:.0f} {many}"
    return "less than once a year"


def skips_of(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The hours (0 to 23, GMT) and days (0 is Monday) in which an RSS document asks not to be polled."""
    small = text.lower()
    hours = {int(hour) % 24 for hour in _HOUR.findall(_inside(small, "skiphours")) if int(hour) <= 24}
    named = set(_DAY.findall(_inside(small, "skipdays")))
    return tuple(sorted(hours)), tuple(number for number, day in enumerate(_DAYS) if day in named)


def _inside(text: str, name: str) -> str:
    start = text.find(f"<{name}")
    end = text.find(f"</{name}", start)
    return text[start : min(end, start + _MOST)] if 0 <= start < end else ""


def update_minutes(period: str, frequency: str) -> int | None:
    """How often a feed says it changes, by sy:updatePeriod and sy:updateFrequency; None where it does not."""
    minutes = _PERIODS.get(period.strip().lower())
    times = int(frequency) if re.fullmatch(r"\s*[0-9]{1,4}\s*", frequency) else 1
    return max(1, round(minutes / times)) if minutes and times else None


def is_skipped(moment: datetime, hours: Collection[int], days: Collection[int]) -> bool:
    """Whether a feed sleeps at this moment (in UTC). One that sleeps always is believed never."""
    if len(set(hours)) >= 24 or len(set(days)) >= 7:
        return False
    return moment.hour in hours or moment.weekday() in days


def after_sleep(moment: datetime, hours: Collection[int], days: Collection[int]) -> datetime:
    """The first moment from this one on at which the feed does not sleep."""
    if not is_skipped(moment, hours, days):
        return moment
    hour = moment.replace(minute=0, second=0, microsecond=0)
    later = (hour + timedelta(hours=number) for number in range(1, _WEEK + 1))
    return next((one for one in later if not is_skipped(one, hours, days)), moment)
