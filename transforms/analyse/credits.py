"""Which agency an article gives as its source: in its byline, or in brackets where its text begins."""

from __future__ import annotations

import re
from collections.abc import Mapping

_HEAD = 160  # code points: a dateline with its agency stands in them
_BRACKETED = re.compile(r"\(([^()]{2,60})\)")
_SHORT = 5  # "AP", "dpa": a name of so few letters is one only as it is written


def find_credit(byline: str, body: str, agencies: Mapping[str, str]) -> tuple[str, str] | None:
    """The outlet id of the agency that is credited, and the credit as printed; None where none is.

    `agencies` gives outlet ids by the names that agencies go by; of several the longest counts.
    """
    credits = [byline, *_BRACKETED.findall(body[:_HEAD])]
    for name in sorted(agencies, key=lambda name: (-len(name), name)):
        for credit in credits:
            if found := _pattern(name).search(credit):
                return agencies[name], found[0]
    return None


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.NOFLAG if len(name) <= _SHORT else re.IGNORECASE)
