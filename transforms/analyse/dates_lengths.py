"""Lengths of time and repetitions: "for three weeks", "24 hours", "every Friday", "twice a month"."""

from __future__ import annotations

import re

from transforms.analyse.date_scene import Hit, Meant, Pattern, Scene
from transforms.analyse.dates_told import is_plural
from transforms.analyse.periods import duration_value

_ADVERBS = {"daily": "P1D", "taglich": "P1D", "weekly": "P1W", "wochentlich": "P1W", "monthly": "P1M", "yearly": "P1Y",
            "annually": "P1Y", "jahrlich": "P1Y", "hourly": "PT1H"}  # fmt: skip
_AGES = frozenset(["old", "alt", "alte", "alten", "alter", "olds", "ago"])
_NO_LENGTH_ALONE = frozenset(["quarter", "half", "weekend", "second"])
_TAKES = frozenset(["than", "least", "takes", "took", "lasted", "take", "within"])


def _length(hit: Hit, scene: Scene) -> Meant | None:
    """ "three weeks", "five-day", "two and a half years", "a few hours"; never an age."""
    unit = str(hit.value("u"))
    if unit in ("quarter", "half") or _is_age(hit):
        return None
    count = hit.value("n")
    number = float(count) if isinstance(count, int | float) else None
    if unit in ("second", "weekend") and number is None:
        return None
    if hit.value("half") == "half" and number is not None:
        number += 0.5
    top = hit.value("top")
    del scene
    if isinstance(top, int | float):
        return Meant("DURATION", duration_value(unit, float(top)), mod="EQUAL_OR_LESS", confidence=0.8,
                     alternatives=(duration_value(unit, number),))  # fmt: skip
    return Meant("DURATION", duration_value(unit, number), confidence=0.9)


def _is_age(hit: Hit) -> bool:
    near = [token.fold for token in (hit.after(), hit.after(1)) if token is not None]
    is_old = bool(near) and (near[0] in _AGES or (near[0] == "-" and near[-1] in _AGES))
    earlier = [token.fold for steps in range(1, 5) if (token := hit.before(steps)) is not None]
    return is_old or "aged" in earlier or earlier[:2] == ["of", "age"]


def _one(hit: Hit, scene: Scene) -> Meant | None:
    """ "for a year", "half an hour", "once a week": as a rate ("3% a year") "a" measures nothing by itself."""
    unit, before = str(hit.value("u")), hit.before()
    del scene
    if unit in _NO_LENGTH_ALONE:
        return None
    if hit.text("half"):
        return Meant("DURATION", duration_value(unit, 0.5), confidence=0.85) if hit.value("half") == "half" else None
    if before is not None and before.fold in ("once", "twice", "times"):
        return Meant("SET", duration_value(unit, 1), confidence=0.85)
    if before is not None and (before.kind in "FAiLB" or before.fold in _TAKES):
        return Meant("DURATION", duration_value(unit, 1), confidence=0.85)
    return None


def _many(hit: Hit, scene: Scene) -> Meant | None:
    """ "for years", "weeks of rain": a plural without a number."""
    word, unit = hit.text("u"), str(hit.value("u"))
    is_vague = is_plural(word, scene.tokens.language)
    if unit in ("second", "weekend", "quarter", "half", "minute") or _is_age(hit) or not is_vague:
        return None
    before = hit.before()
    if before is not None and before.kind in "nd-oe":
        return None
    return Meant("DURATION", duration_value(unit, None), confidence=0.7)


def _repeated(hit: Hit, scene: Scene) -> Meant | None:
    """ "every Friday", "each year", "every two weeks"."""
    del scene
    count = hit.value("n")
    if hit.value("w") is not None:
        return Meant("SET", f"XXXX-WXX-{(hit.number('w') or 0) + 1}", confidence=0.9)
    if hit.value("m") is not None:
        return Meant("SET", f"XXXX-{hit.number('m') or 0:02}", confidence=0.9)
    if hit.value("p") is not None:
        return Meant("SET", f"XXXX-XX-XXT{hit.value('p')}", confidence=0.9)
    number = float(count) if isinstance(count, int | float) else 1
    return Meant("SET", duration_value(str(hit.value("u")), number), confidence=0.85)


def _weekdays(hit: Hit, scene: Scene) -> Meant | None:
    """ "on Fridays"."""
    del scene
    return Meant("SET", f"XXXX-WXX-{(hit.number('W') or 0) + 1}", confidence=0.9)


def _adverb(hit: Hit, scene: Scene) -> Meant | None:
    del scene
    value = _ADVERBS.get(hit.text("r")) if not hit.is_capital("r") else None
    return Meant("SET", value, confidence=0.7) if value else None


_COUNT = r"A?(?:1(?=n))?(?P<n>[nd])O?"
LENGTHS: list[Pattern] = [(re.compile(rule), resolve) for rule, resolve in [
    (_COUNT + r"(?:&1(?P<half>u))?-?(?P<u>u)", _length),
    (r"(?:(?P<half>u)1|(?P<n>1))(?P<u>u)", _one),
    (r"(?P<n>1)(?P<u>u)&1(?P<half>u)", _length),
    (_COUNT + r"(?:-|&)(?P<top>[nd])-?(?P<u>u)", _length),
    (r"(?P<u>u)", _many),
    (r"v" + r"(?P<n>[ndo])?(?:(?P<w>w)|(?P<u>u)|(?P<p>p)|(?P<m>m))", _repeated),
    (r"(?P<W>W)", _weekdays),
    (r"(?P<r>r)", _adverb),
]]  # fmt: skip
