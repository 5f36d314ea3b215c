"""Offices and roles: a small class for what a person is called, and the words that say so."""

from __future__ import annotations

import re
from functools import lru_cache

from transforms.analyse.role_classes import ROLE_CLASSES, WHOLE_PHRASES

_WHOLES = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in WHOLE_PHRASES)
_HEADS = tuple((name, re.compile(rf"\b(?:{pattern})s?$", re.IGNORECASE)) for name, pattern in ROLE_CLASSES)
_OFFICES = {"head_of_government", "head_of_state", "minister", "monarch", "secretary_general"}
_SHORT_TITLES = {
    "gov": "governor", "sens": "legislator", "reps": "legislator",
    "govs": "governor", "sen": "legislator", "rep": "legislator", "gen": "military", "col": "military",
    "lt": "military", "maj": "military", "capt": "military", "adm": "military", "sgt": "military",
    "pres": "head_of_state", "prof": "expert", "pm": "head_of_government", "rev": "religious", "amb": "ambassador",
    "supt": "police", "cmdr": "military", "cpl": "military", "sec": "agency_head", "det": "police", "brig": "military",
}  # fmt: skip
_OF_ITS_NAME = re.compile(
    r"^.*?\b(?:secretary of (?:state|defen[cs]e|the treasury|commerce|labor|education|energy)|chief of staff"
    r"|chancellor of the exchequer)\b",
    re.IGNORECASE,
)
_AFTER_HEAD = re.compile(
    r"\s(?:of|at|for|to|in|on|with|from|who|whose|that|which|representing|defending|based|responsible|working|covering"
    r"|leading|heading|overseeing|investigating|speciali[sz]ing|charged)\s|,",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"^(?:the|a|an|former|ex-|then-|late|acting|interim|outgoing|incoming|current)\s*", re.IGNORECASE)


@lru_cache(maxsize=10_000)  # the same few offices all day
def role_class(text: str) -> str:
    """The class of a role phrase by its head words; "" where no word of it is a role's."""
    words = text.strip()
    *_, last = words.rstrip(".").lower().split() or [""]
    if last in _SHORT_TITLES:
        return _SHORT_TITLES[last]
    whole = next((name for name, pattern in _WHOLES if pattern.match(words)), "")
    if whole:
        return whole
    words = re.sub(r"^(?:co-?)?founder and ", "", words, flags=re.IGNORECASE)
    fixed = _OF_ITS_NAME.match(words)
    head = fixed.group() if fixed else _AFTER_HEAD.split(words, maxsplit=1)[0]
    return _class_of_two(head) or _head_class(head)


def _class_of_two(head: str) -> str:
    """ "Guitarist and founding member": the first of two roles tells more, but a chief executive is always one."""
    first, link, second = head.rpartition(" and ")
    if not link or _head_class(second) in ("", "chief_executive", "executive"):
        return ""
    return _head_class(first)


def _head_class(head: str) -> str:
    return next((name for name, pattern in _HEADS if pattern.search(head)), "")


def office_class(text: str) -> str:
    """The office that a role phrase names, where one person at a time holds it; "" for every other role.

    Ministers are kept apart by their portfolio: "minister:foreign".
    """
    plain = _BEFORE.sub("", text.strip().lower())
    name = role_class(plain)
    if name not in _OFFICES:
        return ""
    return f"minister:{_portfolio(plain)}" if name == "minister" else name


def _portfolio(text: str) -> str:
    """What a minister is minister of: "foreign minister", "minister of foreign affairs", "secretary of state"."""
    if text in ("secretary of state", "us secretary of state"):
        return "foreign"
    words = re.sub(r"\b(?:minister|secretary|of|for|the|state|affairs|us)\b", " ", text).split()
    return " ".join(word.replace("defense", "defence") for word in words)
