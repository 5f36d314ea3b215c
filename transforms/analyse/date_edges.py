"""What stands around a date: "early" 2024, "since" Monday, "more than" two years."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from transforms.analyse.date_scene import Meant
from transforms.analyse.date_tokens import Tokens
from transforms.analyse.periods import Period, part_of


class Dated(NamedTuple):
    """An expression by its tokens, with what it means."""

    first: int
    last: int  # exclusive
    meant: Meant


_EDGE = re.compile(r"T?(?P<e>e)(?:-|uO|O)?T?$")
_PART = re.compile(r"T?(?P<p>p)OT?$")
_WITHIN = re.compile(r"(?P<side>[BL])(?:[iF]|_)?T?$")
_SIDES = {
    "since": "since", "seit": "since", "depuis": "since", "desde": "since", "from": "from", "ab": "from",
    "until": "until", "till": "until", "to": "until", "through": "until", "bis": "until", "hasta": "until",
    "jusqu'au": "until", "jusqu'a": "until", "by": "by", "before": "before", "prior": "before", "vor": "before",
    "avant": "before",
    "antes": "before",    "after": "after", "following": "after", "nach": "after", "apres": "after", "despues": "after",
}  # fmt: skip
_MORE = {"than": {"more": "MORE_THAN", "less": "LESS_THAN", "fewer": "LESS_THAN", "longer": "MORE_THAN", "rather": ""},
         "least": {"at": "EQUAL_OR_MORE"}, "most": {"at": "EQUAL_OR_LESS"}, "to": {"up": "EQUAL_OR_LESS"}}  # fmt: skip
_SMALL = frozenset(
    ["the", "on", "in", "at", "of", "le", "la", "les", "el", "dem", "den", "der", "le", "am", "de", "del", "los"]
)


def with_edges(found: Dated, tokens: Tokens, anchor: date | None) -> Dated:
    """The expression with the words before it that say which part of it, or how much, is meant."""
    before = tokens.classes[: found.first]
    if found.meant.period is not None and found.meant.kind in ("DATE", "TIME") and (edge := _EDGE.search(before)):
        mod = str(tokens.items[edge.start("e")].value)
        return Dated(edge.start(), found.last, _limit(found.meant, mod, tokens, edge) or _narrowed(found.meant, mod))
    if (part := _PART.search(before)) and found.meant.kind == "DATE" and _is_day(found.meant):
        value = f"{found.meant.value}T{tokens.items[part.start('p')].value}"
        return Dated(part.start(), found.last, replace(found.meant, kind="TIME", value=value))
    if found.meant.period is not None and tokens.classes[found.first] in "tT" and (side := _WITHIN.search(before)):
        fold = tokens.items[side.start()].fold
        if fold in ("earlier", "later", "fruher", "spater") and found.meant.kind == "DATE":
            return Dated(side.start(), found.last, _beside_now(found.meant, anchor, is_later=side["side"] == "L"))
    return _with_amount(found, tokens)


def _limit(meant: Meant, mod: str, tokens: Tokens, edge: re.Match[str]) -> Meant | None:
    """ "By the end of the year" means its last day, "since the beginning of March" its first; None elsewhere."""
    before = tokens.items[edge.start() - 1].fold if edge.start() else ""
    wanted = _SIDES.get(before) in (("until", "by", "before") if mod == "END" else ("since", "from"))
    if meant.period is None or not wanted or mod == "MID" or tokens.items[edge.start("e")].fold in ("late", "early"):
        return None
    day = meant.period.end if mod == "END" else meant.period.start
    return replace(meant, mod=mod, period=Period(meant.period.unit, meant.period.value, day, day))


def _is_day(meant: Meant) -> bool:
    return meant.period is not None and meant.period.unit == "day"


def _beside_now(meant: Meant, anchor: date | None, *, is_later: bool) -> Meant:
    """ "later this month": what is left of it; "earlier this month": what has passed."""
    assert meant.period is not None
    period, mod = meant.period, "END" if is_later else "START"
    if anchor is None or not period.start <= anchor <= period.end:
        return replace(meant, mod=mod)  # "later in 1993": when, within it, is not said
    days = (anchor, period.end) if is_later else (period.start, anchor)
    return replace(meant, mod=mod, period=Period(period.unit, period.value, *days))


def _narrowed(meant: Meant, mod: str) -> Meant:
    assert meant.period is not None
    if meant.period.unit in ("day", "range"):
        return replace(meant, mod=mod)
    start, end = part_of(meant.period, mod)
    return replace(meant, mod=mod, period=Period(meant.period.unit, meant.period.value, start, end))


def _with_amount(found: Dated, tokens: Tokens) -> Dated:
    """ "more than two years", "about a week"."""
    first, meant = found.first, found.meant
    if tokens.classes[first : first + 1] == "1" and tokens.classes[first + 1] in "nd" and tokens.items[first + 1].value:
        first, found = first + 1, Dated(first + 1, found.last, meant)  # "a five-day trip"
    if tokens.classes[first] == "A":
        return Dated(first, found.last, replace(meant, mod=meant.mod or "APPROX"))
    if first >= 2 and tokens.classes[first] in "nd1" and meant.kind == "DURATION" and not meant.mod:
        words = tokens.items[first - 1].fold, tokens.items[first - 2].fold
        if mod := _MORE.get(words[0], {}).get(words[1]):
            return Dated(first - 2, found.last, replace(meant, mod=mod))
        if words[0] in ("over", "under"):
            return Dated(first - 1, found.last, replace(meant, mod="MORE_THAN" if words[0] == "over" else "LESS_THAN"))
    return found


def bound_of(found: Dated, tokens: Tokens) -> str:
    """since, from, until, by, before or after, where the word before the expression makes it an edge; "" elsewhere."""
    position = found.first - 1
    while position >= 0 and tokens.items[position].fold in _SMALL:
        position -= 1
    if position < 0 or found.meant.kind not in ("DATE", "TIME"):
        return ""
    word = tokens.items[position].fold
    if found.meant.kind == "TIME" and word in ("to",):
        return ""
    return _SIDES.get(word, "")
