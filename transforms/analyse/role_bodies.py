"""The class of a role where the body that it is of, or the sentence that it stands in, makes another one of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.analyse.names import Name

_BODIES = {
    **dict.fromkeys(("army", "navy", "military", "forces", "guard", "guards", "militia"), "commander"),
    **dict.fromkeys(("union", "party", "rebels", "movement", "cartel", "gang"), "leader"),
    **dict.fromkeys(("city", "united", "rovers", "wanderers", "albion", "athletic", "rangers", "fc"), "sportsperson"),
    **dict.fromkeys(("senate", "parliament", "assembly", "congress"), "legislator"),
    "england": "agency_head", "bank": "agency_head",
}  # fmt: skip
_HEADS_OF_BODIES = ("agency_head", "head_of_state", "leader", "governor", "chair", "chief_executive")
_NO_UNION = re.compile(r"\b(?:European|African|Liberties|Soviet|Credit|Customs|Monetary|Rugby|Football) Union$")
_RANK = re.compile(
    r"(?:lt|sgt|capt|cpl|maj|col|captain|lieutenant|sergeant|corporal|officer|agent)\b\.?(?: col\.?)?$", re.IGNORECASE
)
_POLICE = re.compile(
    r"\b(?:[Pp]olice|P\.?D\b|[Ss]heriff|[Tt]roopers?|[Cc]onstabulary|[Dd]etectives?|Scotland Yard|Carabinieri"
    r"|Highway Patrol)"
)
_ARMED = re.compile(
    r"\b(?:[Aa]rmy|[Mm]ilitary|[Nn]avy|[Tt]roops|[Ss]oldiers|Marines?|Air Force|[Bb]attalion|[Rr]egiment)\b"
)
_FIRE = re.compile(r"\b(?:[Ff]ire (?:[Dd]epartment|[Rr]escue|[Bb]rigade|[Ss]ervice|[Cc]hief|[Cc]apt)|[Ff]irefighters?)")
_AT_SEA = re.compile(r"\b(?:ferry|ship|vessel|boat|trawler|yacht|tanker|liner|plane|flight|airline|aircraft|jet)\b")
_BARE_PRESIDENT = re.compile(
    r"(?:[a-z-]+ )?[Pp]residents?(?: of the [Rr]epublic)?|[Ss]upreme [Ll]eader|[Hh]ead of [Ss]tate"
)


def class_there(role: str, text: str, affiliation: str, inner: Sequence[Name], sentence: str) -> str:
    """The class that the body makes of it: the chief of an army commands, clubs and courts have presidents too."""
    if role == "military":
        return _ranked(text, inner, sentence)
    if role == "executive" and _POLICE.search(affiliation):
        return "police"
    if role in _HEADS_OF_BODIES and role != "chair" and (other := _of_body(role, affiliation)):
        return other
    is_head = role == "head_of_state" or (role == "head_of_government" and text.lower().endswith("premier"))
    if is_head and _is_part_of_a_country(affiliation, inner):
        return "governor"
    if role != "head_of_state" or any(name.kind in ("country", "group") for name in inner):
        return role
    is_of_a_body = bool(affiliation) and affiliation not in ("country", "nation", "republic")
    return "agency_head" if _BARE_PRESIDENT.fullmatch(text) is None or is_of_a_body else role


def _of_body(role: str, affiliation: str) -> str:
    """The class of whoever heads such a body; "" of other bodies."""
    words = affiliation.lower().split() or [""]
    if _NO_UNION.search(affiliation):
        return ""
    return "agency_head" if role == "governor" and "bank" in words else _BODIES.get(words[-1], "")


def _is_part_of_a_country(affiliation: str, inner: Sequence[Name]) -> bool:
    """Whether a role is of a place that is no country: "Quebec Premier", "Catalonia's president"."""
    return any(name.kind == "place" and name.surface == affiliation for name in inner)


def _ranked(text: str, inner: Sequence[Name], sentence: str) -> str:
    """Police and fire brigades have lieutenants as armies have, and teams have captains."""
    if text == "captain" and any(name.kind in ("country", "organisation", "place") for name in inner):
        return "sportsperson"
    if re.match(r"(?i)capt", text) and _AT_SEA.search(sentence) and not _ARMED.search(sentence):
        return "other"
    if _RANK.search(text) and not _ARMED.search(sentence):
        if _POLICE.search(sentence):
            return "police"
        return "official" if _FIRE.search(sentence) else "military"
    return "military"
