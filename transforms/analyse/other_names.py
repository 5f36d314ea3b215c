"""Words with which a text itself gives an actor another name: "also known as", "formerly"."""

from __future__ import annotations

import re

_KNOWN_AS = re.compile(
    r"(?:,|\s\()?\s(?:who is |which is |who was |is |was )?"
    r"(?:also |better |widely |locally |commonly |sometimes |otherwise )?"
    r"(?:known(?: simply)?|called|nicknamed|dubbed|a\.k\.a\.|aka)(?: as| by)?\s(?:the )?[\"“‘']?"
)
_FORMERLY = re.compile(r"(?:,|\s\()\s?(?:formerly|previously)(?: known as| called)?\s(?:the )?[\"“‘']?")
_LONGEST = 40  # code points between the two names


def other_name_pattern(between: str) -> str:
    """What makes the name behind the words another of the name before them; "" where nothing does."""
    if len(between) > _LONGEST:
        return ""
    if _KNOWN_AS.fullmatch(between):
        return "known-as"
    return "formerly" if _FORMERLY.fullmatch(between) else ""
