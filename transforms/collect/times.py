"""Moments as feeds print them: RFC 822, ISO 8601, and what publishers write instead."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache

from transforms.collect.month_names import named_month

_EARLIEST_YEAR, _LATEST_YEAR = 1990, 2099  # outside stand the defaults of software: 0001, 1601, 1899, 1970, 1980, 9999
_MAX_LENGTH = 80  # no printed moment is longer, and dateparser's patterns are slow on long text

# Accents folded: English, German, French, Spanish, Italian, Portuguese, Dutch, Nordic, Polish, Russian.
_MONTH_WORDS = (
    "jan january januar janner janvier janv enero ene gennaio gen janeiro januari tammikuu stycznia sty января янв",
    "feb february februar fevrier fevr fev febrero febbraio fevereiro februari helmikuu lutego lut февраля фев февр",
    "mar march marz maerz mrz mars marzo marco maart mrt maaliskuu marca марта мар",
    "apr april avril avr abril abr aprile huhtikuu kwietnia kwi апреля апр",
    "may mai mayo maggio mag maio mei maj toukokuu maja мая май",
    "jun june juni juin junio giugno giu junho kesakuu czerwca cze июня июн",
    "jul july juli juillet juil julio luglio lug julho heinakuu lipca lip июля июл",
    "aug august aout agosto ago augustus augusti elokuu sierpnia sie августа авг",
    "sep sept september septembre septiembre settembre set setembro syyskuu wrzesnia wrz сентября сен сент",
    "oct october oktober okt octobre octubre ottobre ott outubro out lokakuu pazdziernika paz октября окт",
    "nov november novembre noviembre novembro marraskuu listopada lis ноября ноя нояб",
    "dec december dezember dez decembre diciembre dic dicembre dezembro des desember joulukuu grudnia gru декабря дек",
)
_MONTHS = {word: number for number, words in enumerate(_MONTH_WORDS, start=1) for word in words.split()}
_ZONE_WORDS: tuple[tuple[float, str], ...] = (
    *((-10, "hst"), (-9, "akst"), (-8, "pst akdt pt"), (-7, "mst pdt mt"), (-6, "cst mdt ct"), (-5, "est cdt et")),
    *((-4, "edt ast"), (-3, "adt brt art"), (0, "wet"), (1, "cet met mez west bst"), (2, "eet cest mest mesz sast")),
    *((3, "eest msk"), (5, "pkt"), (5.5, "ist"), (8, "hkt sgt"), (9, "jst kst"), (10, "aest"), (11, "aedt")),
    *((12, "nzst"), (13, "nzdt")),
)
_ZONE_HOURS = {word: hours for hours, words in _ZONE_WORDS for word in words.split()}

_TIME = re.compile(
    r"(?:^|[\sT,(])(?P<hour>\d{1,2})(?:[:h]|\.(?=\d\d(?![.\d])))(?P<minute>\d{2})(?:[:.](?P<second>\d{2}))?(?:[.,:]\d+)?"
    r"\s?(?P<half>[ap]\.?m\b\.?)?\s*"
    r"(?:(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?(?!\d)"
    r"|(?:GMT|UTC)\s?(?P<sign2>[+-])(?P<hours2>\d{1,2}):?(?P<minutes2>\d{2})?(?!\d)|\(?(?P<name>[A-Za-z]{1,5})\b\)?)?",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(?=\D|$))?(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?(?:\.\d+)?")
_REIWA = re.compile(r"令和\s?(\d{1,2}|元)\s?年")  # the years of Japan's emperor since 2019
_BUDDHIST = range(2450, 2650)  # Thailand counts from 543 years earlier
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"(?<!\d)\d{1,4}(?!\d)")

_Day = tuple[int, int, int]


def parse_time(text: str, language: str = "") -> datetime | None:
    """The printed moment in UTC, or None where none can be read without guessing.

    A missing zone is UTC, a missing time midnight, two digits of a year lie within 1969-2068. `language` (a feed's own
    code) settles 3/4/2026 and names the months that the built-in words do not know. Years outside 1990-2099 are None:
    they are a program's zero, not a day in the news.
    """
    return _parse(text.strip(), language.lower()) if text and len(text) <= _MAX_LENGTH else None


@lru_cache(maxsize=4096)  # one document prints the same moment often, and successive polls print the same moments again
def _parse(text: str, language: str) -> datetime | None:
    try:
        moment = _from_epoch(text) or _from_parts(text, language)
        if moment is None and language and _looks_like_date(text):
            moment = _by_dateparser(text, language)
        moment = moment.astimezone(UTC) if moment else None
    except (ValueError, OverflowError):  # the 31st of June, hour 25, year 0
        return None
    return moment if moment and _EARLIEST_YEAR <= moment.year <= _LATEST_YEAR else None


def _from_epoch(text: str) -> datetime | None:
    if not _EPOCH.fullmatch(text):
        return None
    return datetime.fromtimestamp(int(text[:10]), tz=UTC)


def _from_parts(text: str, language: str) -> datetime | None:
    compact = _COMPACT.match(text)
    if compact:
        return _compact_moment(compact, text)
    clock = _TIME.search(text)
    rest = text[: clock.start()] + " " + text[clock.end() :] if clock else text
    rest = _REIWA.sub(lambda era: f"{2018 + (1 if era[1] == '元' else int(era[1]))}年", rest)
    day = _numeric_day(rest, language, has_half=bool(clock and clock["half"])) or _worded_day(rest, language)
    if day is None:
        return None
    return _moment(day, clock)


def _compact_moment(match: re.Match[str], text: str) -> datetime:
    year, month, day, hour, minute, second = (int(group or 0) for group in match.groups())
    zone = _TIME.search(" 00:00:00" + text[match.end() :])
    return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=_zone(zone))


def _moment(day: _Day, clock: re.Match[str] | None) -> datetime:
    if clock is None:
        return datetime(*day, tzinfo=UTC)
    hour, minute, second = int(clock["hour"]), int(clock["minute"]), min(int(clock["second"] or 0), 59)
    half = (clock["half"] or "").lower()[:1]
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    midnight = datetime(*day, tzinfo=_zone(clock)) + timedelta(days=hour == 24)  # 24:00 is the next day's 0:00
    return midnight.replace(hour=hour % 24 if hour == 24 else hour, minute=minute, second=second)


def _zone(clock: re.Match[str] | None) -> timezone:
    """The zone printed after the time; UTC where there is none or its name is unknown."""
    if clock is None:
        return UTC
    sign, hours, minutes = (clock[key] or clock[key + "2"] for key in ("sign", "hours", "minutes"))
    if not sign:
        return timezone(timedelta(hours=_ZONE_HOURS.get((clock["name"] or "").lower(), 0)))
    offset = timedelta(hours=int(hours), minutes=int(minutes or 0))
    if offset > timedelta(hours=14):
        return UTC
    return timezone(-offset if sign == "-" else offset)


def _numeric_day(text: str, language: str, has_half: bool) -> _Day | None:
    first = _YEAR_FIRST.search(text)
    if first:
        return int(first[1]), int(first[2]), int(first[3])
    last = _YEAR_LAST.search(text)
    if last is None:
        return None
    one, mark, two, year = int(last[1]), last[2], int(last[3]), _full_year(last[4])
    if mark == "." or one > 12:
        return year, two, one
    if two > 12 or has_half or language in ("en", "en-us"):  # am and pm are the mark of an American's server
        return year, one, two
    return (year, two, one) if language else None


def _worded_day(text: str, language: str) -> _Day | None:
    """Day, month and year in any order, the month as a word: "Di, 3. März 2026", "March 3rd, 2026", "03-Mar-26"."""
    months = [_MONTHS[word] for word in _WORD.findall(_fold(text)) if word in _MONTHS]
    month: int | None = months[-1] if months else None  # the last: "mar, 3 ene 2026" is a Tuesday in January
    if month is None and any(map(str.isdigit, text)) and (named := named_month(text, language)):
        month, text = named
    numbers = _NUMBER.findall(text)
    if month is None or len(numbers) != 2:
        return None
    day, year = numbers if len(numbers[0]) <= 2 else reversed(numbers)
    return _full_year(year), month, int(day)


def _full_year(digits: str) -> int:
    year = int(digits)
    if year in _BUDDHIST:
        return year - 543
    return year if len(digits) > 2 else year + (2000 if year < 69 else 1900)


def _fold(text: str) -> str:
    """Lower case without accents, й kept whole."""
    decomposed = unicodedata.normalize("NFKD", text.lower().replace("й", "\0"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).replace("\0", "й")


def _looks_like_date(text: str) -> bool:
    return bool(re.search(r"\d{4}", text) and _WORD.search(text))


def _by_dateparser(text: str, language: str) -> datetime | None:
    import dateparser  # 0.2 s, needed for one feed in a hundred

    settings = {
        "TIMEZONE": "UTC",
        "RETURN_AS_TIMEZONE_AWARE": True,
        "STRICT_PARSING": True,  # day, month and year must all be there: nothing is filled in from today
        "PARSERS": ["absolute-time"],
    }
    parsed: datetime | None = dateparser.parse(text, languages=[language.partition("-")[0]], settings=settings)
    return parsed
