"""Dates that are told by their distance: "two days ago", "a week later", "the night before", "in three weeks"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from transforms.analyse.date_scene import FINE, Hit, Meant, Pattern, Scene, dated, on_day
from transforms.analyse.periods import Period, day_period, duration_value, moved, period_of, shifted


def _ago(hit: Hit, scene: Scene) -> Meant | None:
    """ "two days ago", "il y a deux ans": as fine as its unit."""
    found = _told(hit, scene, scene.anchor, -1, "publication")
    if hit.text("n") == "couple" and found is not None and found.period is not None:
        return replace(found, mod="APPROX", confidence=0.6)
    return found


def _told(hit: Hit, scene: Scene, day: date | None, sign: int, to: str) -> Meant | None:
    unit, count = str(hit.value("u")), count_of(hit)
    if hit.value("half") == "half" and count is not None:
        count += 0.5
    if day is None:
        return Meant("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", None, to, confidence=0.5)
    if unit in FINE and scene.last is not None and to == "text" and scene.last.unit != "day":
        return Meant("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", None, to, confidence=0.5)
    if unit in FINE:
        steps = round((count or 1) / 24) if unit == "hour" and (count or 0) >= 24 else 0
        return dated(day_period(day + timedelta(days=sign * steps)), relative_to=to, mod="APPROX", confidence=0.8)
    if count is None:
        return Meant("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", None, to, confidence=0.7)
    name = "day" if unit == "night" else unit
    if count != int(count) or (unit in ("year", "decade") and count > day.year - 1):
        name = "month" if unit == "year" and count < 100 else name
        if unit in ("year", "decade") and count >= day.year - 1:
            return Meant("DATE", duration_value(unit, count), None, to, confidence=0.6)
    return dated(_as_fine(moved(day, unit if unit != "night" else "day", sign * count), name), relative_to=to,
                 confidence=0.9)  # fmt: skip


def _as_fine(day: date, unit: str) -> Period:
    return period_of(unit if unit not in ("weekend", "half") else "week", day)


def _later(hit: Hit, scene: Scene) -> Meant | None:
    """ "two days later", "a week earlier": from the date named before, else from the publication."""
    sign = 1 if (hit.token("side") or hit.opening).kind == "L" else -1
    last = scene.last.end if scene.last and sign > 0 else scene.last.start if scene.last else scene.anchor
    return _told(hit, scene, last, sign, "text" if scene.last else "publication")


def _day_before(hit: Hit, scene: Scene) -> Meant | None:
    """ "the night before", "the day after", "the year before"."""
    sign = 1 if (hit.token("side") or hit.opening).kind == "L" else -1
    if hit.text("p"):
        base = scene.last.start if scene.last else scene.anchor
        return on_day(base and base + timedelta(days=sign), hit.value("p"), "text", 0.8)
    return from_text(scene, str(hit.value("u")), sign)


def from_text(scene: Scene, unit: str, sign: int) -> Meant | None:
    """One unit from the date named before."""
    base = scene.last or (day_period(scene.anchor) if scene.anchor else None)
    if unit in FINE or (scene.last is None and unit == "half"):
        return None
    if base is None:
        return Meant("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", None, "text", confidence=0.4)
    day = base.end if sign > 0 else base.start
    if unit in ("day", "night"):
        return on_day(day + timedelta(days=sign), "NI" if unit == "night" else None, "text", 0.8)
    return dated(shifted(unit, day, sign), relative_to="text", confidence=0.8)


def _same(hit: Hit, scene: Scene) -> Meant | None:
    """ "that day", "the same year"."""
    unit = str(hit.value("u"))
    if unit in FINE or scene.last is None or unit not in ("day", "night", "week", "month", "year", "decade", "weekend"):
        return None
    found = period_of("day" if unit == "night" else unit, scene.last.start)
    return dated(found, relative_to="text", confidence=0.75)


def _in_a_time(hit: Hit, scene: Scene) -> Meant | None:
    """ "in three weeks": from now where the clause is about what is to come, else how long it took."""
    unit = str(hit.value("u"))
    if hit.text("i") != "dans" and scene.direction(hit.opening) <= 0:
        return None
    return _told(hit, scene, scene.anchor, 1, "publication") if unit not in FINE else None


def _plain(hit: Hit, scene: Scene) -> Meant | None:
    """ "the end of the year", "later in the day": the one that holds the anchor."""
    unit = str(hit.value("u"))
    before, behind = hit.before(), hit.before(2)
    if before is None or unit in FINE or scene.anchor is None:
        return None
    is_end = before.kind in "O" and behind is not None and behind.kind in "eX"
    is_year_end = before.kind == "e" and unit in ("year", "month", "week", "decade")
    is_later = before.kind == "i" and behind is not None and behind.kind in "LB"
    if not (is_end or is_year_end or is_later):
        return None
    base = scene.last.start if is_later and scene.last else scene.anchor
    found = period_of("day" if unit == "night" else unit, base)
    return dated(found, relative_to="publication", confidence=0.8)


def count_of(hit: Hit) -> float | None:
    """The number before the unit; None where it is vague, or absent."""
    value = hit.value("n")
    if hit.text("n") == "couple":
        return 2.0
    return float(value) if isinstance(value, int | float) else None


_PLURALS = {
    "de": frozenset({"stunden", "tage", "tagen", "nachte", "wochen", "monate", "monaten", "jahre", "jahren",
                     "jahrzehnte", "jahrzehnten"}),
    "fr": frozenset({"heures", "jours", "nuits", "semaines", "annees", "decennies", "siecles"}),
    "es": frozenset({"horas", "dias", "noches", "semanas", "meses", "anos", "decadas", "siglos"}),
}  # fmt: skip


def is_plural(word: str, language: str) -> bool:
    """Whether a unit's word stands for several."""
    known = _PLURALS.get(language)
    return word in known if known is not None else word.endswith("s")


N = r"A?(?:1(?=n))?(?P<n>[nd1])O?(?:&1(?P<half>u))?"
TOLD: list[Pattern] = [(re.compile(rule), resolve) for rule, resolve in [
    (N + r"(?P<u>u)g", _ago),
    (r"(?P<n>1)(?P<u>u)&1(?P<half>u)g", _ago),
    (r"G" + N + r"(?P<u>u)", _ago),
    (N + r"(?P<u>u)(?P<side>[LB])", _later),
    (r"T(?:(?P<u>u)|(?P<p>p))(?P<side>[LB])(?!T?k)", _day_before),
    (r"T?S+(?P<u>u)", _same),
    (r"(?P<i>i)" + N + r"(?P<u>u)", _in_a_time),
    (r"T?(?P<u>u)", _plain),
]]  # fmt: skip
