"""Dates that are named by what they are: holidays, years before Christ, "that summer", "a week from Tuesday"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from transforms.analyse.date_clock import at_time
from transforms.analyse.date_holidays import Day, holiday_in
from transforms.analyse.date_scene import Hit, Meant, Pattern, Scene, dated, on_day
from transforms.analyse.dates_told import N, count_of, is_plural
from transforms.analyse.periods import day_period, moved, period_of, season_of, year_period

_NEAR_YEARS = (-1, 0, 1)
_GREGORIAN = 1583  # Easter before that was another
_SIDES = {"l": -1, "x": 1}
_EDGES = frozenset(
    ("since", "by", "until", "till", "before", "after", "from", "desde", "hasta", "depuis", "at", "during", "around")
)
_PAST_OR_TO = ((30, "past"), (15, "past"), (15, "to"))
_SMALL = frozenset(
    ("was", "were", "is", "when", "with", "at", "by", "on", "as", "he", "she", "it", "they", "that", "had")
)
_DAY_NUMBER = frozenset(("on", "by", "until", "from", "since", "before", "after", "till"))


def _holiday(hit: Hit, scene: Scene) -> Meant | None:
    """A holiday with its year, or in the one that fits; "last Christmas" is over, "next Easter" is to come."""
    day: Day = hit.value("M")  # type: ignore[assignment]
    part, year = hit.value("p"), hit.number("y")
    if _is_adjective(hit) or (year is not None and year < _GREGORIAN):
        return None
    if year is not None:
        return on_day(holiday_in(year, day), part, "")
    if scene.year is not None:
        return on_day(holiday_in(scene.year, day), part, "text", 0.8)
    if scene.anchor is None:
        return Meant("DATE", f"XXXX-{day[1]:02}-{day[2]:02}" if day[0] == "date" else "XXXX", confidence=0.5)
    return _nearest_holiday(hit, scene, scene.anchor, day)


def _nearest_holiday(hit: Hit, scene: Scene, anchor: date, day: Day) -> Meant:
    """By "last", "next" or the tense; where nothing tells, the nearest, with the other beside it."""
    part = hit.value("p")
    days = [holiday_in(anchor.year + step, day) for step in _NEAR_YEARS]
    direction = _SIDES.get((hit.token("side") or hit.opening).kind) or scene.direction(hit.opening)
    if not direction and hit.text("side") != "":
        return on_day(days[1], part)  # "this Christmas"
    over = [found for found in days if (found < anchor if hit.text("side") else found <= anchor)]
    ahead = [found for found in days if (found > anchor if hit.text("side") else found >= anchor)]
    if direction:
        return on_day(over[-1] if direction < 0 else ahead[0], part, sure=0.9)
    chosen, other = sorted((over[-1], ahead[0]), key=lambda found: abs(found - anchor))
    return replace(on_day(chosen, part, sure=0.6), alternatives=(other.isoformat(),) if other != chosen else ())


def _is_adjective(hit: Hit) -> bool:
    """ "The Halloween campaign"; and who moves "past Easter" is not at the last one."""
    before, after = hit.opening if hit.opening.kind == "T" else hit.before(), hit.after()
    is_noun = after is not None and after.kind == "_" and after.fold[:1].isalpha() and after.fold not in _SMALL
    is_led_in = before is not None and before.kind in "T1"
    return hit.text("side") == "past" or (is_led_in and is_noun)


def _era(hit: Hit, _scene: Scene) -> Meant | None:
    """ "300 BC", "AD 70": years before Christ have no days here."""
    era = hit.token("E")
    if era is None or not hit.is_written_large("E"):
        return None
    number = hit.number("n")
    after = hit.after()
    is_adjective = after is not None and after.kind == "_" and after.fold[:1].isalpha() and after.fold not in _SMALL
    if number is None or not 0 < number < 10_000 or is_adjective:
        return None  # "70 BC wildfires"
    if str(era.value) == "BC":
        return Meant("DATE", f"BC{number:04}", confidence=0.9)
    return dated(year_period(number)) if number < 3000 else None


def _then(hit: Hit, scene: Scene) -> Meant | None:
    """ "Since then", "at that time": the date named before."""
    before, after = hit.before(), hit.after()
    if before is None or before.fold not in _EDGES or (after is not None and after.kind in "lx-O"):
        return None  # "since then-President Berg", "by this time next year"
    if hit.text("Y") and (scene.last is None or (before.fold == "at" and hit.text("now"))):
        return None  # "at this time" is now
    if scene.last is None:
        return Meant("DATE", "PAST_REF" if scene.direction(hit.opening) <= 0 else "FUTURE_REF", None, "text",
                     confidence=0.5)  # fmt: skip
    return dated(scene.last, relative_to="text", confidence=0.7)


def _that_time_of_year(hit: Hit, scene: Scene) -> Meant | None:
    """ "That summer", "the same March": in the year named before."""
    if scene.last is None:
        return None
    year = scene.last.start.year
    part = hit.value("p") or ("NI" if hit.value("night") == "night" else None)
    is_told = scene.last.unit == "day" and scene.last.start.month == hit.number("m")
    if part is not None and is_told:  # "that October night"
        return on_day(scene.last.start, part, "text", 0.7)
    if hit.text("s"):
        return dated(season_of(str(hit.value("s")), year), relative_to="text", confidence=0.75)
    return dated(period_of("month", date(year, hit.number("m") or 1, 1)), relative_to="text", confidence=0.75)


def _of_that_year(hit: Hit, scene: Scene) -> Meant | None:
    """ "March of last year", "the summer of this year", "March last year"."""
    if hit.value("u") != "year" or scene.anchor is None:
        return None
    year = scene.anchor.year + {"l": -1, "x": 1}.get((hit.token("side") or hit.opening).kind, 0)
    if hit.text("s"):
        return dated(season_of(str(hit.value("s")), year), relative_to="publication", confidence=0.9)
    return dated(period_of("month", date(year, hit.number("m") or 1, 1)), relative_to="publication")


def _from_weekday(hit: Hit, scene: Scene) -> Meant | None:
    """ "A week from Tuesday", "a week on Monday": the one after the next."""
    number, weeks = hit.number("w"), hit.number("n") or 1
    if hit.value("u") != "week" or hit.text("link") not in ("from", "on") or scene.anchor is None or number is None:
        return None
    ahead = scene.anchor + timedelta(days=(number - scene.anchor.weekday()) % 7 or 7)
    return on_day(ahead + timedelta(days=7 * weeks), None, sure=0.85)


def _following_weekday(hit: Hit, scene: Scene) -> Meant | None:
    """ "The following Tuesday", told from the date named before."""
    number = hit.number("w")
    if scene.last is None or number is None or hit.text("h") in ("preceding", "precedente"):
        return None
    after = scene.last.end + timedelta(days=1)
    return on_day(after + timedelta(days=(number - after.weekday()) % 7), None, "text", 0.8)


def _day_of_month(hit: Hit, scene: Scene) -> Meant | None:
    """ "On the 15th": of the month named before, or of the one that fits; not "on the 15th floor"."""
    number, before, after = hit.number("o"), hit.before(), hit.after()
    is_ended = after is None or not after.fold[:1].isalpha() or after.kind in "&-iF" or after.fold in ("at", "with")
    is_led_in = before is not None and before.fold in _DAY_NUMBER
    if number is None or number > 31 or not hit.text("o")[0].isdigit() or not is_ended or not is_led_in:
        return None
    if scene.last is not None and scene.last.unit in ("day", "month"):
        return dated(day_period(scene.last.start.replace(day=number)), relative_to="text", confidence=0.7)
    if scene.anchor is None:
        return None
    months = [period_of("month", scene.anchor.replace(day=1) + timedelta(days=step)) for step in (-1, 0, 31)]
    days = [month.start.replace(day=number) for month in months if number <= month.end.day]
    chosen, others, _ = scene.closest(days, hit.opening)
    return on_day(chosen, None, sure=0.6) if chosen else on_day(others[0], None, sure=0.5)


def _first_of_centuries(hit: Hit, _scene: Scene) -> Meant | None:
    """ "The 18th" of "the 18th and 19th centuries"."""
    number, behind = hit.number("o"), [hit.after(steps) for steps in range(4)]
    unit = next((token.value for token in behind if token is not None and token.kind == "u"), None)
    if number is None or unit != "century" or number > 30:
        return None
    return dated(period_of("century", date((number - 1) * 100 or 1, 1, 1)), confidence=0.9)


def _ago_today(hit: Hit, scene: Scene) -> Meant | None:
    """ "Three years ago tomorrow", "a year ago Sunday": to the day."""
    unit, count = str(hit.value("u")), count_of(hit)
    if scene.anchor is None or count is None or unit not in ("week", "month", "year", "decade", "century"):
        return None
    night = hit.value("p") or ("NI" if hit.value("night") == "night" else None)
    if hit.text("k"):
        return on_day(moved(scene.anchor + timedelta(days=hit.number("k") or 0), unit, -count), night, sure=0.9)
    about = moved(scene.anchor, unit, -count)
    off = ((hit.number("w") or 0) - about.weekday() + 3) % 7 - 3
    return on_day(about + timedelta(days=off), night, sure=0.85)


def _numbered_day(hit: Hit, scene: Scene) -> Meant | None:
    """ "Day five of the festival": the day named right before, else that of the report."""
    number, before, after = hit.number("n"), hit.before(), hit.after()
    is_heading = before is None and (after is None or after.kind != "O")  # "Day 8: the lakes"
    is_alone = not is_heading and (before is None or before.kind in ",_iy" or before.fold == "of")
    is_ended = after is None or after.kind in "O," or not after.fold[:1].isalpha()
    if hit.text("u") != "day" or number is None or not is_alone or not is_ended:
        return None
    if scene.last is not None and scene.last.unit == "day" and before is not None and before.kind == ",":
        return dated(scene.last, relative_to="text", confidence=0.7)
    return on_day(scene.anchor, None, sure=0.5) if scene.anchor else None


def _of_the_day(hit: Hit, scene: Scene) -> Meant | None:
    """ "The last match of the day", "most of the week": the one that the text is in."""
    unit, words = str(hit.value("u")), [before.fold for steps in range(2, 6) if (before := hit.before(steps))]
    first = hit.before()
    if first is None or first.kind != "O" or unit not in ("day", "week", "month", "year") or scene.anchor is None:
        return None
    if not _PART_OF_IT.intersection(words) or is_plural(hit.text("u"), scene.tokens.language):
        return None
    base = scene.last if scene.last is not None and scene.last.unit == "day" else day_period(scene.anchor)
    return dated(period_of(unit, base.start), relative_to="text" if base is scene.last else "publication",
                 confidence=0.7)  # fmt: skip


_PART_OF_IT = frozenset(("first", "last", "final", "opening", "closing", "most", "much", "part", "course", "middle"))


def _half_ago(hit: Hit, scene: Scene) -> Meant | None:
    """ "Half a century ago"."""
    if hit.value("half") != "half" or scene.anchor is None or hit.value("u") not in ("century", "decade", "year"):
        return None
    years = {"century": 50, "decade": 5}.get(str(hit.value("u")))
    if years is None:
        return None
    return dated(year_period(scene.anchor.year - years), relative_to="publication", mod="APPROX", confidence=0.7)


def _past_the_hour(hit: Hit, scene: Scene) -> Meant | None:
    """ "Half past six", "a quarter to nine"."""
    minutes = {"half": 30, "quarter": 15}.get(str(hit.value("u")))
    hour = hit.number("n")
    if minutes is None or hour is None or not 1 <= hour <= 12 or (minutes, hit.text("link")) not in _PAST_OR_TO:
        return None
    if (after := hit.after()) is not None and after.kind == "_" and after.fold.endswith("s"):
        return None  # "a quarter to two firms"
    if hit.text("link") == "to":
        hour, minutes = hour - 1, 60 - minutes
    day = scene.last.start if scene.last is not None and scene.last.unit == "day" else scene.anchor
    return at_time(Meant("TIME", "", day_period(day) if day else None, "text" if scene.last else "publication",
                         confidence=0.6, clock=(hour, minutes)))  # fmt: skip


def _every_other(hit: Hit, _scene: Scene) -> Meant | None:
    """ "Every other Saturday"."""
    if hit.text("other") != "other":
        return None
    if hit.text("w"):
        return Meant("SET", f"XXXX-WXX-{(hit.number('w') or 0) + 1}", confidence=0.8)
    code = {"day": "P2D", "night": "P2D", "week": "P2W", "month": "P2M", "year": "P2Y"}.get(str(hit.value("u")))
    return Meant("SET", code, confidence=0.85) if code else None


NAMED: list[Pattern] = [(re.compile(rule), resolve) for rule, resolve in [
    (r"(?:T|(?P<side>[lxt]))?(?P<M>M)(?:,?O?(?P<y>y)|(?P<p>p))?", _holiday),
    (r"T?(?P<M>M)(?P<side>[lx])", _holiday),
    (r"(?P<M>M)(?:,?O?(?P<y>y)|(?P<p>p))?", _holiday),
    (r"(?P<n>[ndy])(?P<E>E)", _era),
    (r"(?P<E>E)(?P<n>[ndy])", _era),
    (r"N|(?:(?P<now>t)|S+)(?P<Y>Y)", _then),
    (r"T?S+(?:(?P<s>s)|(?P<m>m)(?:(?P<p>p)|(?P<night>u))?)", _that_time_of_year),
    (r"T?(?:(?P<s>s)|(?P<m>m))O?(?P<side>[lxt])(?P<u>u)", _of_that_year),
    (r"(?:1|(?P<n>[nd]))(?P<u>u)(?P<link>[f_])(?P<w>w)", _from_weekday),
    (r"T(?P<h>h)(?P<w>w)", _following_weekday),
    (r"T(?P<o>o)(?![uwOom-])", _day_of_month),
    (r"T?(?P<o>[od])(?=&T?[od]-?u)", _first_of_centuries),
    (N + r"(?P<u>u)g(?:(?P<k>k)(?:(?P<p>p)|(?P<night>u))?|i?(?P<w>w))", _ago_today),
    (r"(?P<u>u)(?P<n>[nd])", _numbered_day),
    (r"T(?P<u>u)", _of_the_day),
    (r"(?P<half>u)1(?P<u>u)g", _half_ago),
    (r"1?(?P<u>u)(?P<link>[l-])(?P<n>[nd])(?!u)", _past_the_hour),
    (r"v(?P<other>_)(?:(?P<w>w)|(?P<u>u))", _every_other),
]]  # fmt: skip
