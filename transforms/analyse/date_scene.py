"""What a date expression is read against: the anchor, the tense, the date named before; and what it then means."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from transforms.analyse.date_context import DateToken
from transforms.analyse.date_tokens import Tokens
from transforms.analyse.periods import Period, day_period

FINE = ("second", "minute", "hour")  # units that are less than a day
_TOO_LONG_AGO = (
    240  # days: what lies further back is told with its year, so that a plan is meant ("the 3 May vote was cut")
)


@dataclass(frozen=True)
class Meant:
    """What an expression means. `period` is None for lengths, repetitions, and what has no anchor."""

    kind: str  # DATE, TIME, DURATION, SET
    value: str
    period: Period | None = None
    relative_to: str = ""  # "" absolute; publication; text: the date named before
    mod: str = ""  # START, MID, END, APPROX, ...
    alternatives: tuple[str, ...] = ()
    confidence: float = 0.95
    clock: tuple[int, int] | None = None
    zone: str = ""


@dataclass(frozen=True)
class Scene:
    """What is known where an expression stands."""

    anchor: date | None
    tokens: Tokens
    direction: Callable[[DateToken], int]  # -1 the clause is about the past, 1 about the future, 0 cannot be told
    last: Period | None = None  # the date named before
    year: int | None = None  # a year that the same or the last sentence names

    def closest(self, days: Sequence[date], token: DateToken) -> tuple[date, tuple[date, ...], float]:
        """The day that is meant of several, the others if they might be, and how sure that is. Needs an anchor."""
        assert self.anchor is not None
        anchor = self.anchor
        direction = self.direction(token)
        ranked = sorted(days, key=lambda day: abs(day - anchor))
        fitting = (
            [day for day in ranked if (day <= anchor if direction < 0 else day >= anchor)] if direction else ranked
        )
        if not fitting or (direction < 0 and (anchor - fitting[0]).days > _TOO_LONG_AGO):
            return ranked[0], (), 0.6
        others = tuple(day for day in ranked[:2] if day != fitting[0]) if not direction else ()
        return fitting[0], others, 0.9 if direction else 0.7


class Hit:
    """A pattern found in a sentence: the tokens of its named groups."""

    def __init__(self, match: re.Match[str], tokens: Tokens) -> None:
        self._match = match
        self._tokens = tokens
        self.first = match.start()
        self.last = match.end()

    def token(self, group: str) -> DateToken | None:
        """The (first) token of a group; None where the group is absent or the pattern has none of that name."""
        if group not in self._match.re.groupindex:
            return None
        start = self._match.start(group)
        return self._tokens.items[start] if start >= 0 and self._match.end(group) > start else None

    def value(self, group: str) -> object:
        """What the group's token stands for."""
        token = self.token(group)
        return None if token is None else token.value

    def number(self, group: str) -> int | None:
        """The same where it is a number."""
        value = self.value(group)
        return int(value) if isinstance(value, int | float) else None

    def text(self, group: str) -> str:
        """The group's token, folded; "" where it is absent."""
        token = self.token(group)
        return "" if token is None else token.fold

    def is_capital(self, group: str) -> bool:
        """Whether the group's token is written with a capital."""
        token = self.token(group)
        return token is not None and self._tokens.body[token.start].isupper()

    def is_written_large(self, group: str) -> bool:
        """Whether all of the group's token is in capitals."""
        token = self.token(group)
        return token is not None and self._tokens.body[token.start : token.end].isupper()

    @property
    def opening(self) -> DateToken:
        """The first token."""
        return self._tokens.items[self.first]

    def before(self, steps: int = 1) -> DateToken | None:
        """The token before the hit."""
        return self._tokens.items[self.first - steps] if self.first >= steps else None

    def after(self, steps: int = 0) -> DateToken | None:
        """The token behind the hit."""
        return self._tokens.items[self.last + steps] if self.last + steps < len(self._tokens.items) else None


Resolve = Callable[[Hit, Scene], Meant | None]
Pattern = tuple[re.Pattern[str], Resolve]


_LOOK = re.compile(r"\(\?<?[=!](?:[^()]|\([^()]*\))*\)")
_CLASS = re.compile(r"\[[^\]]*\]")
_GROUP = re.compile(r"\((?:\?:|\?P<\w+>)?([^()]*)\)([?*]?)")
_OPTIONAL = re.compile(r"\w[?*]")


def letters_of(rule: str) -> frozenset[str]:
    """Classes without which a pattern cannot match, as far as is easily told: most sentences lack some."""
    rule = _CLASS.sub("", _LOOK.sub("", rule))
    while "(" in rule:
        rule = _GROUP.sub(lambda group: "" if group[2] or "|" in group[1] else group[1], rule)
    return frozenset() if "|" in rule else frozenset(filter(str.isalnum, _OPTIONAL.sub("", rule)))


def stretch(period: Period, **facts: object) -> Meant:
    """The time from one date to another."""
    return Meant("DURATION", period.value, period, **facts)  # type: ignore[arg-type]


def dated(period: Period, **facts: object) -> Meant:
    """A DATE with a period's value."""
    return Meant("DATE", period.value, period, **facts)  # type: ignore[arg-type]


def on_day(day: date | None, part: object, to: str = "publication", sure: float = 0.95) -> Meant:
    """A day or a part of it; without an anchor, a value that says so."""
    suffix = f"T{part}" if part else ""
    kind = "TIME" if part else "DATE"
    if day is None:
        return Meant(kind, f"XXXX-XX-XX{suffix}", None, to, confidence=0.5)
    return Meant(kind, day.isoformat() + suffix, day_period(day), to, confidence=sure)
