"""The dateline: where, and on what day, a story was filed: "ODESA, Ukraine, March 3 (Agency) — …"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from transforms.extract.months import MONTHS
from transforms.extract.names import AGENCIES, name_key

_WORD = r"[^\W\d_]"
_MONTH_DAY = rf"(?P<month>{_WORD}{{3,12}})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
_DAY_MONTH = rf"(?P<day2>\d{{1,2}})(?:\.|er|º|st|nd|rd|th)?(?:\s+de)?\s+(?P<month2>{_WORD}{{3,12}})\.?"
_DATE = rf"(?:(?:{_MONTH_DAY}|{_DAY_MONTH})(?:(?:,|\s+de)?\s+(?P<year>(?:19|20)\d\d))?)"
_NAME = rf"{_WORD}[\w.'’\-]*"
_PLACE = rf"(?P<place>{_NAME}(?:[\s/]{_NAME}){{0,4}}(?:,\s{_NAME}(?:\s{_NAME}){{0,3}})?)"
_AGENCY = r"(?P<agency>\([^()]{2,40}\))"
_DASH = r"(?:\s*[—–―]\s*|\s+--?\s+|\s*--\s*|-\s+)"
_DATELINE = re.compile(rf"{_PLACE}(?:,\s*{_DATE})?\s*,?\s*{_AGENCY}?\s*:?(?P<dash>{_DASH})(?=\S)")
_DATELINE_COLON = re.compile(rf"{_PLACE}(?:,\s*{_DATE})?\s*{_AGENCY}(?P<dash>\s*[:.]\s+|\s+)(?=\S)")
_DATE_LINE = re.compile(r"(?:date|dateline|datum|fecha)?:?\s*(?P<stamp>\d{4}-\d\d-\d\d)\s*(?=\n|$)", re.IGNORECASE)
_MAX_LENGTH, _MAX_PLACE_WORDS = 90, 4
_SMALL = re.compile(
    r"de|del|la|le|les|el|los|las|of|the|and|da|do|dos|das|di|der|den|am|an|im|bei|und|upon|sur|st\.?|al"
)
_NO_PLACES = re.compile(  # words in capitals before a dash that announce a kind of text
    r"(?:a |an |the )?(?:breaking|exclusive|updated?|watch|live|analysis|opinion|editorial|editor'?s?’? note|"
    r"correction|comment|review|video|photos?|column|interview|explainer|factbox|timeline|news|note|warning|"
    r"closer look|first)\b.*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Dateline:
    """`start` and `end` are its span with its dash; `end` is 0 where there is none."""

    place: str = ""
    day: date | None = None
    start: int = 0
    end: int = 0


def read_dateline(body: str, published_at: datetime | None, start: int = 0) -> Dateline:
    """The dateline at a place in a body. A day without a year gets the one that lies nearest to the publication."""
    opening = body[start : start + _MAX_LENGTH + 20]
    if found := _DATE_LINE.match(opening):
        return Dateline("", _day_of(found["stamp"]), start, start + found.end())
    for pattern in (_DATELINE, _DATELINE_COLON):
        found = pattern.match(opening)
        if found and found.end() <= _MAX_LENGTH and _is_dateline(found):
            return Dateline(found["place"].strip(), _resolve(found, published_at), start, start + found.end())
    return Dateline()


def _day_of(stamp: str) -> date | None:
    try:
        return date.fromisoformat(stamp)
    except ValueError:
        return None


def _is_dateline(found: re.Match[str]) -> bool:
    """A place in capitals, or with an agency or a date behind it: a plain "Word - text" is a title or a list."""
    city = found["place"].split(",")[0]
    words = [word for word in re.split(r"[\s/]+", found["place"]) if not _SMALL.fullmatch(word.strip(",").lower())]
    if _NO_PLACES.fullmatch(found["place"]) or not words or not all(word[0].isupper() for word in words):
        return False
    if len(city.split()) > _MAX_PLACE_WORDS or (not found["dash"].strip() and not _is_agency(found["agency"])):
        return False
    if any(found[name] and found[name].lower() not in MONTHS for name in ("month", "month2")):
        return False
    letters = [character for character in city if character.isalpha()]
    is_capitals = len(letters) > 2 and sum(map(str.isupper, letters)) >= 0.8 * len(letters)
    return is_capitals or bool(found["agency"]) or bool(found["month"] or found["month2"])


def _is_agency(bracket: str) -> bool:
    """Whether "(AFP)" or "(dpa/lby)" names a known agency: without a dash a bracket alone proves nothing."""
    return any(name_key(part) in AGENCIES for part in re.split(r"[/,-]", bracket))


def _resolve(found: re.Match[str], published_at: datetime | None) -> date | None:
    month = MONTHS.get((found["month"] or found["month2"] or "").lower())
    number = int(found["day"] or found["day2"] or 0)
    if not month or not number:
        return None
    if found["year"]:
        return _make(int(found["year"]), month, number)
    if published_at is None:
        return None
    published = published_at.astimezone(UTC).date() if published_at.tzinfo else published_at.date()
    years = (published.year - 1, published.year, published.year + 1)
    days = [day for year in years if (day := _make(year, month, number))]
    return min(days, key=lambda day: abs(day - published), default=None)


def _make(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
