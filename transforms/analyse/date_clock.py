"""Times of day, and the day that each belongs to: "at 10:30 a.m. GMT on Thursday"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta, timezone

from transforms.analyse.date_edges import Dated
from transforms.analyse.date_scene import Hit, Meant, Pattern, Scene
from transforms.analyse.date_words import ZONES
from transforms.analyse.periods import day_period

_AT = frozenset(
    [
        "at",
        "by",
        "until",
        "from",
        "around",
        "about",
        "since",
        "before",
        "after",
        "um",
        "gegen",
        "a",
        "las",
        "à",
        "vers",
        "bis",
        "ab",
        "between",
        "and",
    ]
)
_BETWEEN = re.compile(r"[,_TiA-]{0,3}")
_LINKS = frozenset(["at", "on", "of", ",", "um", "gegen", "a", "las", "à", "le", "am", "the", "in", "(", "el", "de"])


def _clock(hit: Hit, scene: Scene) -> Meant | None:
    """A time of day, on the day named before or the anchor's until a day beside it says otherwise."""
    clock = hit.value("H")
    hour, minute = clock if isinstance(clock, tuple) else (hit.number("d") or 0, 0)
    before = hit.before()
    is_sure = bool(hit.text("a") or hit.text("z")) or "h" in hit.text("H")
    if not is_sure and (before is None or before.fold not in _AT or not isinstance(clock, tuple)):
        return None
    shift = hit.value("a")
    if isinstance(shift, int):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + shift
    day = scene.last.start if scene.last is not None and scene.last.unit == "day" else scene.anchor
    return at_time(Meant("TIME", "", day_period(day) if day else None, "text" if scene.last else "publication",
                         confidence=0.7, clock=(hour % 24, minute), zone=hit.text("z")))  # fmt: skip


def at_time(meant: Meant) -> Meant:
    """The meaning with the value of its day and clock."""
    assert meant.clock is not None
    hour, minute = meant.clock
    day = meant.period.value[:10] if meant.period else "XXXX-XX-XX"
    zone = ZONES.get(meant.zone)
    return replace(meant, value=f"{day}T{hour:02}:{minute:02}{_zone(zone)}")


def _zone(minutes: int | None) -> str:
    if minutes is None:
        return ""
    return f"{'+' if minutes > 0 else '-'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}" if minutes else "Z"


def moment_of(meant: Meant) -> datetime | None:
    """The moment in UTC, where day, clock and zone are known."""
    zone = ZONES.get(meant.zone)
    if meant.clock is None or meant.period is None or zone is None:
        return None
    clock = datetime.combine(meant.period.start, time(*meant.clock), timezone(timedelta(minutes=zone)))
    return clock.astimezone(UTC)


def with_their_days(found: list[Dated], classes: str, folds: list[str]) -> list[Dated]:
    """The expressions of a sentence, with a time and the day beside it made one."""
    joined: list[Dated] = []
    for item in found:
        if joined and (both := _joined(joined[-1], item, classes, folds)):
            joined[-1] = both
        else:
            joined.append(item)
    return joined


def _joined(one: Dated, other: Dated, classes: str, folds: list[str]) -> Dated | None:
    clock, day = (one, other) if one.meant.clock is not None else (other, one)
    if clock.meant.clock is None or day.meant.clock is not None or day.meant.period is None or day.meant.kind == "SET":
        return None
    if set(classes[clock.first : clock.last]) - set("Hazd"):
        return None  # it has found its day
    if day.meant.period.unit != "day" or not _BETWEEN.fullmatch(classes[one.last : other.first]):
        return None
    if not all(fold in _LINKS for fold in folds[one.last : other.first]):
        return None
    return Dated(one.first, other.last, at_time(replace(
        day.meant, kind="TIME", clock=clock.meant.clock, zone=clock.meant.zone)))  # fmt: skip


CLOCKS: list[Pattern] = [(re.compile(rule), _clock) for rule in (
    r"(?P<H>H)(?P<a>a)?(?P<z>z)?", r"(?P<d>[dn])(?P<a>a)(?P<z>z)?",
)]  # fmt: skip
