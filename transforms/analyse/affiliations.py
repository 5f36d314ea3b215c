"""What a role is of: the body, country or group that its phrase names, or the noun that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.analyse.names import Name
from transforms.analyse.offices import role_class

_ARTICLE = re.compile(
    r"^(?:the|a|an|its|their|his|her|our|my|this|that|also|both|now|and|new|current|former|ex|then|late|retired|onetime"
    r"|acting|interim|outgoing|incoming|ousted|deposed|disgraced|longtime|once)\s+",
    re.IGNORECASE,
)
_COMPLEMENT = re.compile(r"\s(?:of|for|at|with|from|representing|defending|in)\s+(.+)$")
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
    complement = _COMPLEMENT.search(text)
    if complement and role_class(_plain(complement[1])) and role_name == "spokesperson":
        return _plain(complement[1])
    if complement and ranked and (owned := _owned(complement[1], ranked[0])):
        return owned
    if ranked:
        return ranked[0].surface
    possessor = re.search(r"([\w -]+)[’']s?\s*$", body[phrase[0] : role[0]])
    if possessor:
        return _plain(possessor[1])
    unknown = re.search(r"((?:[A-Z][\w.&]*\s+)+)$", body[phrase[0] : role[0]])
    if unknown and not role_class(unknown[1]) and (plain := _plain(unknown[1] + "x")[:-1].strip()):
        return plain
    return _plain(complement[1]) if complement and role_name != "minister" else ""


def _is_of(name: Name, text: str, role_name: str) -> bool:
    """Whether a name is none of the title's own words: "Chief Justice", the Health in "Minister of Health"."""
    if name.kind == "person" or role_class(name.surface) or _ARTICLE.fullmatch(name.surface + " "):
        return False
    if re.search(r"[’']s? [a-z ]+$", name.surface) and name.surface not in text:
        return False  # "Sudan's army" before "chief" is Sudan's
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
