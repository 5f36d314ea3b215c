"""Dates that are told from another day: "yesterday", "last week", "two days ago", "the night before"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from transforms.analyse.date_scene import FINE, Hit, Meant, Pattern, Scene, dated, on_day
from transforms.analyse.dates_told import count_of, from_text, is_plural
from transforms.analyse.periods import Period, day_period, duration_value, moved, period_of, range_of, shifted

_LONG_PAST = 1100  # days, three years: a report may look ahead from last year
_A_FEW = 3  # what "a few", "several" and a bare plural are taken for where days must be given
_OF_SOMETHING = frozenset(("last", "letzten", "derniers", "dernieres", "ultimos", "ultimas"))
_PAST_WINDOWS = frozenset(["past", "recent", "vergangenen", "vergangene", "pasado", "pasada", "ultimos", "ultimas"])


def _today(hit: Hit, scene: Scene) -> Meant | None:
    """ "today", "tomorrow night", "the day after tomorrow"."""
    steps = hit.number("k") or 0
    if hit.text("side"):
        if hit.value("u") != "day":
            return None
        steps += 1 if (hit.token("side") or hit.opening).kind == "L" else -1
    part = hit.value("p") or {"tonight": "NI", "anoche": "NI"}.get(hit.text("k"))
    return on_day(scene.anchor and scene.anchor + timedelta(days=steps), part)


def _this_part(hit: Hit, scene: Scene) -> Meant | None:
    """ "this morning", "last night", "cette nuit"."""
    steps = {"l": -1, "x": 1}.get((hit.token("side") or hit.opening).kind, 0)
    part = _part(hit)
    return on_day(scene.anchor and scene.anchor + timedelta(days=steps), part) if part else None


def _part(hit: Hit) -> object:
    if hit.text("u"):
        return "NI" if hit.value("u") == "night" else None
    return hit.value("p")


def _weekday(hit: Hit, scene: Scene) -> Meant | None:
    """A weekday: past or to come by the clause's tense, "last" and "next" by themselves."""
    number, token = hit.number("w"), hit.token("w") or hit.opening
    part = hit.value("p") or ("NI" if hit.value("u") == "night" else None)
    if hit.text("u") and hit.value("u") != "night":
        return None
    assert number is not None
    if scene.anchor is None:
        return Meant("DATE", f"XXXX-WXX-{number + 1}", None, "publication", confidence=0.5)
    back = scene.anchor - timedelta(days=(scene.anchor.weekday() - number) % 7)
    ahead = scene.anchor + timedelta(days=(number - scene.anchor.weekday()) % 7)
    side = hit.token("side") or hit.token("post")
    if hit.text("post") in ("coming", "upcoming", "past", "previous"):
        return None
    if side is not None:
        return on_day(_sided(side.kind, back, ahead, scene), part)
    direction = scene.direction(token)
    if direction or back == ahead:
        return on_day(ahead if direction > 0 else back, part, sure=0.9)
    other = ahead.isoformat() + (f"T{part}" if part else "")
    found = on_day(back, part, sure=0.6)
    return Meant(found.kind, found.value, found.period, "publication", alternatives=(other,), confidence=0.6)


def _sided(kind: str, back: date, ahead: date, scene: Scene) -> date:
    if kind == "l":
        return back if back != scene.anchor else back - timedelta(days=7)
    if kind == "x":
        return ahead if ahead != scene.anchor else ahead + timedelta(days=7)
    assert scene.anchor is not None
    week = period_of("week", scene.anchor)  # "this Tuesday": of this week, or the next one where that is over
    same = week.start + timedelta(days=back.weekday())
    return same if same >= scene.anchor else ahead


def _weekday_of_week(hit: Hit, scene: Scene) -> Meant | None:
    """ "Tuesday of last week", "Friday next week"."""
    if hit.value("u") != "week" or scene.anchor is None:
        return None
    steps = {"l": -1, "x": 1}.get((hit.token("side") or hit.opening).kind, 0)
    week = shifted("week", scene.anchor, steps)
    return on_day(week.start + timedelta(days=hit.number("w") or 0), None)


def _beside(hit: Hit, scene: Scene) -> Meant | None:
    """ "last week", "next month", "this year", "the past year", "the next day"."""
    unit, side = str(hit.value("u")), (hit.token("side") or hit.token("post") or hit.opening)
    is_several = side.kind in "lx" and is_plural(hit.text("u"), scene.tokens.language)
    if unit in FINE or is_several or (hit.text("T") and side.fold == "last" and _is_of_something(hit)):
        return None
    has_article = bool(hit.text("T"))
    if side.kind == "h" or (side.kind == "x" and has_article and unit in ("day", "night") and scene.last is not None):
        back = side.fold in ("previous", "preceding", "precedent", "precedente", "anterior")
        return from_text(scene, unit, -1 if back else 1)
    if side.fold == "past" or (has_article and side.fold in ("last", "next") and _follows_a_span_word(hit)):
        return _window(scene, unit, 1, forward=side.kind == "x")
    if scene.anchor is None:
        return Meant("DATE", "XXXX", None, "publication", confidence=0.4)
    if unit in ("night", "day"):
        steps = {"l": -1, "x": 1, "t": 0}[side.kind]
        return on_day(scene.anchor + timedelta(days=steps), "NI" if unit == "night" else None)
    steps = {"l": -1, "x": 1, "t": 0}[side.kind]
    found = shifted(unit, scene.anchor, steps)
    if unit == "weekend" and side.kind == "t" and scene.anchor.weekday() < 3 and scene.direction(hit.opening) < 0:
        found = shifted(unit, scene.anchor, -1)  # early in the week, in the past: the one that has just gone
    if unit == "weekend" and side.kind == "l" and scene.anchor.weekday() > 4:
        found = shifted(unit, scene.anchor, -1)
    return dated(found, relative_to="publication")


def _is_of_something(hit: Hit) -> bool:
    """ "The last week of the campaign", whenever that was."""
    after = hit.after()
    return after is not None and after.kind == "O"


def _follows_a_span_word(hit: Hit) -> bool:
    """ "over the last year": a year up to now, and not the calendar's last."""
    before = hit.before()
    return before is not None and before.kind in "Fi"


def _window(scene: Scene, unit: str, count: float | None, *, forward: bool) -> Meant:
    """So long up to now, or from now: "the past three weeks", "the next few days"."""
    value = duration_value(unit, count)
    if scene.anchor is not None and count is None and unit not in FINE:
        return _vague_window(scene.anchor, unit, value, forward=forward)
    if scene.anchor is None or count is None or unit in FINE:
        edge = day_period(scene.anchor) if scene.anchor and unit in FINE and not forward else None
        return Meant(
            "DURATION", value, _hours(scene.anchor, unit, count, forward) or edge, "publication", confidence=0.85
        )
    other = moved(scene.anchor, unit, count if forward else -count)
    first, last = sorted((scene.anchor, other))
    return Meant("DURATION", value, range_of(day_period(first), day_period(last)), "publication", confidence=0.9)


def _is_long_past(hit: Hit, scene: Scene) -> bool:
    """Whether the text tells of a time that is long over, in the past tense."""
    last = scene.last
    if last is None or scene.direction(hit.opening) >= 0:
        return False
    return scene.anchor is None or last.end < scene.anchor - timedelta(days=_LONG_PAST)


def _after_the_last(scene: Scene, unit: str, count: float) -> Meant:
    """ "In 1655 … the next five years": from the date named before, as fine as that was."""
    assert scene.last is not None
    end = moved(scene.last.start, unit, count)
    last = period_of(scene.last.unit, end) if scene.last.unit in ("year", "month", "day") else day_period(end)
    return Meant("DURATION", duration_value(unit, count), range_of(scene.last, last), "text", confidence=0.75)


def _vague_window(anchor: date, unit: str, value: str, *, forward: bool) -> Meant:
    """ "the past few days": about three of them."""
    first, last = sorted((anchor, moved(anchor, unit, _A_FEW if forward else -_A_FEW)))
    period = range_of(day_period(first), day_period(last))
    return Meant("DURATION", value, period, "publication", mod="APPROX", confidence=0.6)


def _hours(anchor: date | None, unit: str, count: float | None, forward: bool) -> Period | None:
    if anchor is None or count is None or unit != "hour" or count < 24:
        return None
    other = anchor + timedelta(days=(1 if forward else -1) * round(count / 24))
    first, last = sorted((anchor, other))
    return range_of(day_period(first), day_period(last))


def _windows(hit: Hit, scene: Scene) -> Meant | None:
    """ "the past 24 hours", "the last three years", "coming weeks", "recent days"."""
    side = hit.token("side") or hit.token("post") or hit.opening
    unit = str(hit.value("u"))
    count = count_of(hit)
    if not hit.text("n") and not is_plural(hit.text("u"), scene.tokens.language):
        return None
    if side.fold in _OF_SOMETHING and _is_of_something(hit):
        return Meant("DURATION", duration_value(unit, count), confidence=0.6)  # "the last days of the war"
    if side.kind == "x" and count is not None and _is_long_past(hit, scene):
        return _after_the_last(scene, unit, count)
    return _window(scene, unit, count, forward=side.kind == "x")


def _the_weekend(hit: Hit, scene: Scene) -> Meant | None:
    """ "over the weekend": the last one, or the coming one where the clause looks ahead."""
    if hit.value("u") != "weekend" or scene.anchor is None:
        return None
    found = period_of("weekend", scene.anchor)
    if scene.direction(hit.opening) <= 0 and scene.anchor < found.start:
        found = shifted("weekend", scene.anchor, -1)
    return dated(found, relative_to="publication", confidence=0.8)


def _year_end(hit: Hit, scene: Scene) -> Meant | None:
    """ "by year end": the last day."""
    unit = str(hit.value("u"))
    if unit not in ("year", "month", "quarter") or hit.text("e") != "end" or scene.anchor is None:
        return None
    return dated(day_period(period_of(unit, scene.anchor).end), relative_to="publication", confidence=0.85)


RELATIVE: list[Pattern] = [(re.compile(rule), resolve) for rule, resolve in [
    (r"(?:T(?P<u>u)(?P<side>[LB]))?(?P<k>k)(?:F?T?(?P<p>p))?", _today),
    (r"(?P<side>[tl])(?P<p>p)", _this_part),
    (r"(?P<side>[lxt])?(?P<w>w)(?:(?:F?T)?(?P<p>p)|(?P<u>u))?", _weekday),
    (r"(?P<w>w)(?P<post>[lx])(?P<p>p)?", _weekday),
    (r"(?P<w>w)O?(?P<side>[lxt])(?P<u>u)", _weekday_of_week),
    (r"(?P<T>T)?(?P<side>[lxth])(?P<u>u)", _beside),
    (r"(?P<T>T)?(?P<u>u)(?P<post>[lxh])", _beside),
    (r"(?:T|S)?(?P<side>[lxR])(?P<n>[nd])?O?(?P<u>u)", _windows),
    (r"(?:[TOt]|_(?=n))?(?P<n>[nd])(?P<side>[lx])(?P<u>u)", _windows),
    (r"T?(?P<n>[nd])?(?P<u>u)(?P<post>[lx])", _windows),
    (r"T(?P<u>u)(?!O)", _the_weekend),
    (r"(?P<u>u)-?(?P<e>e)(?!O)", _year_end),
]]  # fmt: skip
