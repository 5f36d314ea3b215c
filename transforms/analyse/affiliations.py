"""What a role is of: the body, country or group that its phrase names, or the noun that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.analyse.names import Name
from transforms.analyse.offices import role_class

_ARTICLE = re.compile(
    r"^(?:the|a|an|mr|mrs|ms|two|three|four|its|their|his|her|our|my|this|that|also|both|now|and|new|current|former|ex|then|late|retired|onetime"
    r"|acting|interim|outgoing|incoming|ousted|deposed|disgraced|longtime|once)\s+",
    re.IGNORECASE,
)
_PAST = "(?:former|ex|then|late|onetime|new|current|acting|outgoing|longtime)"
_PORTFOLIO = re.compile(r"\b(?i:commissioner|secretary) (?:for|of|on) [A-Z]")
_COMPLEMENT = re.compile(r"\s(?:of|for|at|with|from|representing|defending|in|to)\s+(.+)$")
_SENT = frozenset({"ambassador", "envoy"})  # whose country sends them stands before, where they are stands behind
_RANKS = {"organisation": 0, "country": 1, "place": 2, "group": 3}


def affiliation_of(
    body: str, phrase: tuple[int, int], role: tuple[int, int], inner: Sequence[Name], role_name: str
) -> str:
    """An organisation first, else a country, place or group, else the noun that possesses the role, as printed."""
    text = body[slice(*role)]
    ranked = sorted(
        (name for name in inner if _is_of(name, text, role_name)), key=lambda name: _rank(name, role, role_name)
    )
    employer = [
        name
        for name in ranked
        if name.kind == "organisation" and re.search(r"\bat (?:the )?$", body[role[0] : name.start])
    ]
    ranked = [*employer, *ranked]
    complement = _complement(text)
    if role_class(_plain(complement)) and role_name == "spokesperson":
        return _plain(complement)
    if ranked and ranked[0].start < role[0] < ranked[0].end:
        return re.sub(r"[’']s?$", "", body[ranked[0].start : role[0]].strip())  # "U.S." of "U.S. Treasury Secretary"
    if ranked:
        return _body_in(text, ranked[0]) or _owned(complement, ranked[0]) or ranked[0].surface
    return _possessor(body[phrase[0] : role[0]]) or _noun(complement, text, role_name)


def _complement(text: str) -> str:
    """What stands behind a role's first preposition; "" where none is."""
    match = _COMPLEMENT.search(text)
    return match[1] if match else ""


def _possessor(before: str) -> str:
    """Whose the role is by a possessive or by capitals that no model took for a name."""
    possessor = re.search(rf"([\w -]+)[’']s?\s+(?:{_PAST}[\s-]+)?$", before)
    if possessor:
        return _plain(possessor[1])
    unknown = re.search(r"((?:[A-Z][\w.&]*\s+)+)$", before)
    return _plain(unknown[1] + "x")[:-1].strip() if unknown and not role_class(unknown[1]) else ""


def _noun(complement: str, text: str, role_name: str) -> str:
    """The noun that a role is of; a portfolio is none, and what is behind "and" may be another role."""
    is_field = role_name == "expert" and re.search(r"\s(?:of|in|on) (?!the\b|a\b|an\b)", text)
    if role_name == "minister" or is_field or _PORTFOLIO.search(text):
        return ""
    if re.search(r"\s(?:in|to) ", text) and not re.search(r"\s(?:of|for|at) ", text) and role_name != "official":
        return ""  # "the first lawmaker in the state's history"
    first, link, second = complement.partition(" and ")
    return _plain(first if link and role_class(second) else complement)


def object_of(text: str, inner: Sequence[Name]) -> str:
    """The body of "heads the programme in Sudan": its name, else its noun."""
    bodies = [name.surface for name in inner if name.kind == "organisation"]
    _, _, thing = text.partition(" ")
    return bodies[0] if bodies else _plain(re.split(r"\s(?:in|at|on)\s", thing, maxsplit=1)[0])


def _body_in(text: str, place: Name) -> str:
    """The body without a name that has its seat in a place: "judge at the administrative court in Lille"."""
    if place.kind != "place":
        return ""
    match = re.search(
        rf"\s(?:at|of|for|with) (?:the |an? )?(\w[\w ’'&-]*) in (?:the )?{re.escape(place.surface)}", text
    )
    return match[1] if match else ""


def _is_of(name: Name, text: str, role_name: str) -> bool:
    """Whether a name is none of the title's own words: "Chief Justice", the Health in "Minister of Health"."""
    if name.kind == "person" or role_class(name.surface) or _ARTICLE.fullmatch(name.surface + " "):
        return False
    if re.search(r"[’']s? [a-z ]+$", name.surface) and name.surface not in text:
        return False  # "Sudan's army" before "chief" is Sudan's
    if _PORTFOLIO.search(text) and name.surface in text and not name.aliases:
        return False
    return name.surface not in text or bool(name.aliases) or role_name not in ("minister", "head_of_government")


def _rank(name: Name, role: tuple[int, int], role_name: str) -> tuple[bool, int]:
    return role_name in _SENT and name.start >= role[0], _RANKS.get(name.kind, 4)


def _owned(complement: str, name: Name) -> str:
    """The body that a country or place possesses: "Nigeria's ports authority"."""
    if name.kind == "organisation":
        return ""
    match = re.match(rf"(?:the )?{re.escape(name.surface)}[’']s?\s+(.+)$", complement)
    return match[1] if match else ""


def _plain(text: str) -> str:
    text = text.strip()
    while match := _ARTICLE.match(text):
        text = text[match.end() :]
    return text
