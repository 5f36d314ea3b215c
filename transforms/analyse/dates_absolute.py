"""Dates that name their day, month or year: "14 February 2024", "between 3 and 5 May", "Q3 2024", "the 1990s"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from transforms.analyse.date_scene import Hit, Meant, Pattern, Scene, dated, stretch
from transforms.analyse.periods import Period, day_period, period_of, range_of, season_of, year_period

_INTO = frozenset({"since", "by", "before", "after", "until", "en", "im", "l'", "d'"})
_LONGEST_MONTH = 31
_NEAR_YEARS = (-1, 0, 1)


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day(hit: Hit, scene: Scene) -> Meant | None:
    """A day of a month, with its year or in the year that fits."""
    month, day = hit.number("m"), hit.number("d")
    assert month is not None
    if day is None or not _make(2000, month, day):
        return None
    year = hit.number("y")
    if year is not None:
        given = _make(year, month, day)
        return dated(day_period(given)) if given else None
    return _in_a_year(hit, scene, month, day)


def _in_a_year(hit: Hit, scene: Scene, month: int, day: int) -> Meant | None:
    if scene.anchor is None:
        return Meant("DATE", f"XXXX-{month:02}-{day:02}", confidence=0.6)
    if scene.year is not None and (told := _make(scene.year, month, day)):
        return dated(day_period(told), relative_to="text", confidence=0.85)
    days = _nearby(scene.anchor, month, day)
    named = [found for found in days if found.weekday() == hit.value("w")] if hit.value("w") is not None else []
    if not days:
        return None
    if len(named) == 1:
        return dated(day_period(named[0]), relative_to="publication")
    chosen, _, confidence = scene.closest(days, hit.opening)
    return dated(day_period(chosen), relative_to="publication", confidence=max(0.8, confidence))


def _nearby(anchor: date, month: int, day: int) -> list[date]:
    years = (anchor.year + step for step in _NEAR_YEARS)
    return [found for year in years if 1 <= year <= 9998 and (found := _make(year, month, day))]


def _days(hit: Hit, scene: Scene) -> Meant | None:
    """From a day to a day of the same month."""
    month, first, last = hit.number("m"), hit.number("d"), hit.number("until")
    assert month is not None
    assert first is not None
    year = hit.number("y")
    if year is None and scene.anchor is None and last is not None and first < last <= _LONGEST_MONTH:
        return Meant("DURATION", f"XXXX-{month:02}-{first:02}/XXXX-{month:02}-{last:02}", confidence=0.6)
    start = _in_a_year(hit, scene, month, first) if year is None else None
    begin = start.period.start if start and start.period else _make(year, month, first) if year else None
    end = _make(begin.year, month, last or 0) if begin else None
    if begin is None or end is None or end <= begin:
        return None
    return stretch(range_of(day_period(begin), day_period(end)), relative_to="" if year else "publication")


def _month(hit: Hit, scene: Scene) -> Meant | None:
    """A month, with its year or in the year that fits."""
    month = hit.number("m")
    assert month is not None
    year = hit.number("y")
    if year is not None:
        return dated(period_of("month", date(year, month, 1)))
    side = hit.text("side") and (hit.token("side") or hit.opening).kind
    if scene.anchor is None:
        return Meant("DATE", f"XXXX-{month:02}", confidence=0.6)
    if side == "t":
        return dated(period_of("month", date(scene.anchor.year, month, 1)), relative_to="publication")
    if side in ("l", "x"):
        return dated(_beside(scene.anchor, month, side), relative_to="publication")
    if scene.year is not None:
        return dated(period_of("month", date(scene.year, month, 1)), relative_to="text", confidence=0.85)
    first = scene.anchor.replace(day=1)
    days = _nearby(first, month, 1)
    past = scene.direction(hit.opening)
    fitting = [day for day in days if (day <= first if past <= 0 else day >= first)]
    chosen = min(fitting or days, key=lambda day: abs(day - first))
    nearest = min(days, key=lambda day: abs(day - first))
    chosen = chosen if past else nearest
    return dated(period_of("month", chosen), relative_to="publication", confidence=0.9 if past else 0.75)


def _beside(anchor: date, month: int, side: str) -> Period:
    """Last or next March: the closest one that is over, or has not begun."""
    if side == "l":
        return period_of("month", date(anchor.year - (month >= anchor.month), month, 1))
    return period_of("month", date(anchor.year + (month <= anchor.month), month, 1))


def _year(hit: Hit, _scene: Scene) -> Meant | None:
    if hit.text("u") and hit.value("u") != "year":
        return None
    year = hit.number("y")
    return None if year is None else dated(year_period(year))


def _years(hit: Hit, _scene: Scene) -> Meant | None:
    """ "1977-1979", "2019-20"."""
    first, last = hit.number("y"), hit.number("until")
    if first is None or last is None:
        return None
    last = first // 100 * 100 + last if last < 100 else last
    return stretch(range_of(year_period(first), year_period(last))) if first < last else None


def _season(hit: Hit, scene: Scene) -> Meant | None:
    season, year = str(hit.value("s")), hit.number("y")
    if year is None and not _is_season(hit):
        return None
    if year is not None:
        return dated(season_of(season, year))
    if scene.anchor is None:
        return Meant("DATE", f"XXXX-{season}", confidence=0.6)
    seasons = [season_of(season, scene.anchor.year + step) for step in _NEAR_YEARS]
    side = (hit.token("side") or hit.opening).kind
    over = [found for found in seasons if found.end < scene.anchor]
    ahead = [found for found in seasons if found.start > scene.anchor]
    current = [found for found in seasons if found.start <= scene.anchor <= found.end]
    if side == "l" or (side != "x" and scene.direction(hit.opening) < 0 and not current and side != "t"):
        return dated(over[-1], relative_to="publication", confidence=0.85) if over else None
    if side == "x":
        return dated(ahead[0], relative_to="publication", confidence=0.85) if ahead else None
    same = next((found for found in seasons if found.start.year == scene.anchor.year), seasons[1])
    return dated(current[0] if current else same, relative_to="publication", confidence=0.75)


def _is_season(hit: Hit) -> bool:
    """ "summer school", "Winter Olympics" and "winter wheat" are none."""
    before, after = hit.before(), hit.after()
    if after is not None and after.kind in "_u" and after.fold[:1].isalpha() and hit.is_capital("s"):
        return False
    return bool(hit.text("side")) or (before is not None and (before.kind in "iFeO" or before.fold in _INTO))


def _part_of_year(hit: Hit, scene: Scene) -> Meant | None:
    """ "the third quarter", "first half of 2024", "Q3 2024"."""
    unit, number = _quarter_or_half(hit)
    if not unit or not 1 <= number <= {"quarter": 4, "half": 2}[unit]:
        return None
    year, is_said = hit.number("y"), True
    if year is None:
        if scene.anchor is None or (unit == "half" and not hit.text("side") and not hit.text("q")):
            return None
        step = {"l": -1, "x": 1}.get((hit.token("side") or hit.opening).kind, 0) if hit.text("side") else 0
        year, is_said = scene.anchor.year + step, False
        begin = date(year, (number - 1) * 3 + 1, 1) if unit == "quarter" else None
        if begin and begin > scene.anchor and not hit.text("side") and scene.direction(hit.opening) < 0:
            year -= 1
    found = period_of(unit, date(year, (number - 1) * (3 if unit == "quarter" else 6) + 1, 1))
    return dated(found, relative_to="" if is_said else "publication", confidence=0.95 if is_said else 0.8)


def _quarter_or_half(hit: Hit) -> tuple[str, int]:
    if code := hit.text("q"):
        return ("quarter" if code[0] == "Q" else "half"), int(code[1])
    unit = hit.value("u")
    return (unit, hit.number("o") or 0) if unit in ("quarter", "half") and isinstance(unit, str) else ("", 0)


def _decade(hit: Hit, _scene: Scene) -> Meant | None:
    before = hit.before()
    if before is not None and before.fold in ("his", "her", "their", "my", "our", "your"):
        return None  # an age
    if hit.text("c").isalpha() and (hit.opening.kind != "T" or (before is not None and before.fold == "into")):
        return None  # "in the high thirties", "warmed into the sixties"
    year = hit.number("c")
    return None if year is None else dated(period_of("decade", date(year, 1, 1)))


def _century(hit: Hit, _scene: Scene) -> Meant | None:
    number = hit.number("o")
    if hit.value("u") != "century" or not number or number > 30:
        return None
    return dated(period_of("century", date((number - 1) * 100 or 1, 1, 1)))


def _numeric(hit: Hit, scene: Scene) -> Meant | None:
    """ "2024-02-14", "14/02/2024"; "03/04/2024" keeps both readings, the one of the language first."""
    text = str(hit.value("D"))
    if "-" in text:
        year, month, day = map(int, text.split("-"))
        given = _make(year, month, day)
        return dated(day_period(given)) if given else None
    first, second, year = map(int, re.split(r"[./]", text))
    year += 0 if year > 99 else 2000 if year < 70 else 1900
    readings = [_make(year, second, first)]
    if "/" in text and scene.tokens.language == "en":
        readings.append(_make(year, first, second))
    days = list(dict.fromkeys(day for day in readings if day))
    if not days:
        return None
    if scene.anchor is not None and len(days) > 1:
        days.sort(key=lambda day: abs(day - scene.anchor))  # type: ignore[operator]
    others = tuple(day.isoformat() for day in days[1:])
    return dated(day_period(days[0]), alternatives=others, confidence=0.6 if others else 0.95)


def _patterns(rules: Iterable[tuple[str, object]]) -> list[Pattern]:
    return [(re.compile(rule), resolve) for rule, resolve in rules]  # type: ignore[misc]


ABSOLUTE = _patterns([
    (r"(?:(?P<w>w),?T?)?(?P<d>[do])O?(?P<m>m)(?:,?O?(?P<y>y))?", _day),
    (r"(?:(?P<w>w),?)?(?P<m>m)T?(?P<d>[do])(?!-[do](?!O?m))(?:,?(?P<y>y))?", _day),
    (r"bT?(?P<d>[do])O?&T?(?P<until>[do])O?(?P<m>m)(?:,?O?(?P<y>y))?", _days),
    (r"f?T?(?P<d>[do])O?-T?(?P<until>[do])O?(?P<m>m)(?:,?O?(?P<y>y))?", _days),
    (r"(?:b(?P<m>m)T?(?P<d>[do])&)T?(?P<until>[do])(?!O?m)(?:,?(?P<y>y))?", _days),
    (r"(?:f?(?P<m>m)T?(?P<d>[do])-)T?(?P<until>[do])(?!O?m)(?:,?(?P<y>y))?", _days),
    (r"(?P<side>[lxt])?(?P<m>m),?O?(?P<y>y)", _month),
    (r"(?P<side>[lxt])?(?P<m>m)(?!T?d)", _month),
    (r"(?P<m>m)(?P<side>[lx])", _month),
    (r"(?:T?(?P<u>u))?(?P<y>y)", _year),
    (r"(?P<y>y)-(?P<until>[dn])(?![-u])", _years),
    (r"(?:T|(?P<side>[lxt]))?(?P<s>s)(?:O?(?P<y>y))?", _season),
    (r"T?(?P<s>s)(?P<side>[lx])", _season),
    (r"T?(?P<o>[do])-?(?P<u>u)(?:O?(?P<y>y)|OT?(?P<side>[lxt])u)?", _part_of_year),
    (r"(?P<q>q)(?:O?(?P<y>y))?", _part_of_year),
    (r"T?(?P<c>c)", _decade),
    (r"T?(?P<o>[do])-?(?P<u>u)", _century),
    (r"(?:w,?)?(?P<D>D)", _numeric),
])  # fmt: skip
