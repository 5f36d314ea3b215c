"""What an outlet prints every day under one headline: the weather, the stars, what is on television, a briefing.

Such pages resemble one another more than two articles on one event do, and tell no story together. Their headlines are
the same apart from the date and from numbers that count the days ("Day 1,471", "quiz no. 208"). Any other number has to
be the same: "14 dead" and "23 dead" tell one story.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import product

from transforms.analyse.date_words import lexicon
from transforms.analyse.day import StoryText
from transforms.analyse.words import fold

Headline = tuple[str, ...]  # folded words and numbers, without what is of one day alone

_PART = re.compile(
    r"\d{1,4}([./-])\d{1,2}\1\d{1,4}|\d{1,3}(?:[.,]\d{3})+(?!\d)|\d{1,9}(?:st|nd|rd|th|er|º)?(?![^\W_])|[^\W\d_]+"
)
_DATE = re.compile(r"\d+([./-])\d{1,2}\1\d+")
_OF_A_DAY = frozenset("mw")  # months and weekdays, as classes of date_words
_DATES_NUMBERS = (range(1, 32), range(1990, 2100))  # beside the name of a month or weekday
_LEAST_COUNT = 100  # below it a number that rises by one a day is likelier one of the dead
_MOST_COUNTS = 3  # numbers of one headline that are tried as counting the days


def series_of(texts: Sequence[StoryText]) -> list[frozenset[Headline]]:
    """For each text the headlines that it has, and that one outlet, its own or another, has on several of the days."""
    headlines = [_headlines(text) if text.outlet_id else frozenset() for text in texts]
    days: dict[tuple[Headline, str], set[date]] = defaultdict(set)
    for text, own in zip(texts, headlines, strict=True):
        for headline in own:
            days[headline, text.outlet_id].add(text.day)
    repeated = {headline for (headline, _), found in days.items() if len(found) > 1}
    return [own & repeated for own in headlines]


def _headlines(text: StoryText) -> frozenset[Headline]:
    """A text's headline without its date, once for each way to take its numbers: as they are, or as counting days."""
    words = lexicon(text.language)
    parts = [fold(found.group()) for found in _PART.finditer(text.title)]
    is_dated = any(words.get(part, ("",))[0] in _OF_A_DAY for part in parts if part.isalpha())
    kept = [part for part in parts if not _is_of_date(part, is_dated) and words.get(part, ("",))[0] not in _OF_A_DAY]
    ways = [_ways(part, text.day) for part in kept]
    if sum(len(one) > 1 for one in ways) > _MOST_COUNTS:
        ways = [one[:1] for one in ways]
    return frozenset(product(*ways)) if kept else frozenset()


def _is_of_date(part: str, is_dated: bool) -> bool:
    """Whether it is a date in digits or, in a headline that names a month or weekday, a day's or a year's number."""
    number = _number(part)
    return bool(_DATE.fullmatch(part)) or (is_dated and any(number in numbers for numbers in _DATES_NUMBERS))


def _ways(part: str, day: date) -> tuple[str, ...]:
    number = _number(part)
    return (part,) if number < _LEAST_COUNT else (part, f"{number - day.toordinal()} days")


def _number(part: str) -> int:
    """The number that a part begins with, -1 where it is a word or a date."""
    found = re.match(r"\d[\d.,]*", part)
    return int(re.sub(r"\D", "", found.group())) if found and not _DATE.fullmatch(part) else -1
