"""A rule tried on the past: what it hit each day, and what it would have sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from transforms.rules.bursts import is_burst

_PAST_DAYS = 28


@dataclass(frozen=True)
class TrialDay:
    """A day on which the rule hit something."""

    day: date
    articles: int
    texts: int  # different ones
    stories: int  # told on no day before
    is_burst: bool


@dataclass(frozen=True)
class Trial:
    """What a rule hit between two days."""

    first: date | None
    last: date | None
    days: tuple[TrialDay, ...]
    outlets: int

    def in_words(self) -> str:
        """What it hit and what it would have sent, in one line."""
        if self.first is None or self.last is None or not self.days:
            return "it hits nothing on these days"
        span = (self.last - self.first).days + 1
        most = max(day.stories for day in self.days)
        bursts = [str(day.day) for day in self.days if day.is_burst]
        return (
            f"{sum(day.articles for day in self.days)} articles, {sum(day.texts for day in self.days)} texts of "
            f"{self.outlets} outlets on {len(self.days)} of {span} days; as `each` "
            f"{sum(day.stories for day in self.days)} alerts, at most {most} a day; as `burst` "
            f"{len(bursts)}{': ' + ', '.join(bursts[:5]) if bursts else ''}{', …' if len(bursts) > 5 else ''}"
        )

    def as_object(self) -> dict[str, Any]:
        """The same for programs."""
        return {
            "first_day": self.first,
            "last_day": self.last,
            "article_count": sum(day.articles for day in self.days),
            "text_count": sum(day.texts for day in self.days),
            "outlet_count": self.outlets,
            "each_alert_count": sum(day.stories for day in self.days),
            "burst_alert_count": sum(day.is_burst for day in self.days),
            "days": [vars(day) for day in self.days],
        }


def trial_of(rows: Sequence[Mapping[str, Any]], watched: Sequence[date]) -> Trial:
    """The trial of a rule by the articles it hit; `watched` are the days that have articles at all, in their order."""
    if not watched:
        return Trial(None, None, (), 0)
    by_day: dict[date, list[Mapping[str, Any]]] = {}
    for row in sorted(rows, key=lambda row: (row["published_at"], row["article_id"])):
        by_day.setdefault(row["day"], []).append(row)
    texts = {day: len({row["copy_group_id"] for row in found}) for day, found in by_day.items()}
    told: set[str] = set()
    days = []
    for day in sorted(by_day):
        stories = {row["story_id"] or row["copy_group_id"] for row in by_day[day]} - told
        told |= stories
        past = past_of(texts, day, watched[0])
        days.append(TrialDay(day, len(by_day[day]), texts[day], len(stories), is_burst(texts[day], past)))
    return Trial(watched[0], watched[-1], tuple(days), len({row["outlet_id"] for row in rows}))


def past_of(texts: Mapping[date, int], day: date, first: date) -> list[int]:
    """The texts of up to 28 days before a day, none from before the first; empty days as zero."""
    start = max(first, day - timedelta(days=_PAST_DAYS))
    return [texts.get(start + timedelta(days=n), 0) for n in range((day - start).days)]
