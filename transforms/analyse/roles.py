"""Roles that the text gives to a person: a title before the name, an apposition after or before it, "is" and "as"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from transforms.analyse.affiliations import affiliation_of
from transforms.analyse.document import Document
from transforms.analyse.names import Name
from transforms.analyse.offices import role_class
from transforms.analyse.role_classes import KIND_WORDS
from transforms.analyse.role_phrases import Phrase, phrases_around

_AROUND = 400  # code points before and behind a name that are looked at, however long its sentence is
_NEAR = 18  # names before and behind one that its phrases may hold
_FORMER = re.compile(
    r"\b(?:former|ex|then|late|retired|onetime|one-time|once|erstwhile|ousted|deposed|disgraced|sacked)\b[\s-]*", re.I
)
_OPENERS = re.compile(
    r"^(?:the|a|an|its|their|his|her|our|my|also|both|who|is|was|now|and|current|new|acting|interim|outgoing|incoming"
    r"|newly|elected|next|another|one|last week|last month|last year|week|yesterday|(?:mon|tues|wednes|thurs|fri)day"
    r"|then|two|three|four|five|real|longtime|long-time|royal|highness|holiness|excellence|excellency|majesty|eminence)\s+",
    re.I,
)
_PORTFOLIO = re.compile(r"(?:secretary|minister|commissioner|chief|candidate|justice|leader)", re.IGNORECASE)
_TIMES = re.compile(
    r"\s(?:on|in|since|until|from|by) (?=(?:early |late |mid-)?(?:[A-Z]?[a-z]+day|January|February|March|April|May|June"
    r"|July|August|September|October|November|December|\d{4})\b)|\s(?:for|since|over|until) (?:the )?(?:\w+ )?"
    r"(?:years?|months?|decades?|weeks?|days?|last)\b|\s(?:last|this|next) (?:week|month|year|spring|summer|autumn)\b"
)
_THAT_TIME = re.compile(r"\s(?:at the time|at that time|back then)\b")
_SECOND_ROLE = re.compile(r"\s(?:and|or) (?:a|an|the|former|one|his|her|also)\s")
_RELATIVE = re.compile(r"\s(?:who|whose|which|that|said|says|told)\b")


class FoundRole(NamedTuple):
    """A role's span, the position of the person's name, and the pattern that found it."""

    person: int
    start: int
    end: int
    text: str
    role_class: str
    affiliation: str
    affiliation_names: tuple[int, ...]  # positions of the names inside or just before the role
    is_former: bool
    pattern: str  # title, apposition-after, apposition-before, copula, appointed


def find_roles(document: Document, names: Sequence[Name]) -> list[FoundRole]:
    """The roles of the persons in a document, in order; none where there is no parse.

    A plural title ("Senators Berg and Lund") is every listed person's; any other span is one person's.
    """
    if not document.is_parsed:
        return []
    roles: dict[tuple[int, int], FoundRole] = {}
    for position, name in enumerate(names):
        if name.kind == "person":
            shared = _shared_title(document, names, position, roles)
            for role in [*shared, *phrases_of(document, names, position)]:
                taken = [other for other in roles.values() if other.start < role.end and role.start < other.end]
                if not taken or (shared and role is shared[0]):
                    roles.setdefault((role.start, role.person), role)
    return sorted(roles.values(), key=lambda role: (role.start, role.person))


def _shared_title(
    document: Document, names: Sequence[Name], position: int, roles: dict[tuple[int, int], FoundRole]
) -> list[FoundRole]:
    """The plural role of the name before, where only "and" or a comma stands between the two."""
    if position == 0:
        return []
    before = names[position - 1]
    between = document.article.body[before.end : names[position].start]
    if not re.fullmatch(r",? and |, ", between):
        return []
    plural = [
        role for role in roles.values() if role.person == position - 1 and role.end <= before.start and _is_plural(role)
    ]
    return [plural[0]._replace(person=position)] if plural else []


def _is_plural(role: FoundRole) -> bool:
    head = re.split(r"\s(?:of|for|at)\s", role.text, maxsplit=1)[0]
    return head.endswith("s") and role_class(head[:-1]) == role.role_class


def phrases_of(document: Document, names: Sequence[Name], position: int) -> Iterator[FoundRole]:
    """The roles that stand around one name, whatever its kind."""
    name = names[position]
    sentence = document.sentences[name.sentence_no]
    tokens = document.tokens(max(sentence.char_start, name.start - _AROUND), min(sentence.char_end, name.end + _AROUND))
    inside = [n for n, t in enumerate(tokens) if t.idx < name.end and t.idx + len(t) > name.start]
    if not inside:
        return
    own = _title_inside(names, position)
    if own is not None:
        yield own
    for phrase in phrases_around(tokens, inside[0], inside[-1] + 1):
        role = _read_phrase(document, names, position, phrase)
        if role is not None:
            yield role


def _title_inside(names: Sequence[Name], position: int) -> FoundRole | None:
    """ "Pope Clement", "King Harald": titles that are part of the name."""
    name = names[position]
    match = re.match(r"((?:Crown )?(?:Prince|Princess|King|Queen|Emperor|Sultan|Emir|Pope))\s+[A-Z]", name.surface)
    if match is None or name.kind != "person":
        return None
    end = name.start + match.end(1)
    return FoundRole(position, name.start, end, match[1], role_class(match[1]), "", (), False, "title")  # fmt: skip


def _read_phrase(document: Document, names: Sequence[Name], position: int, phrase: Phrase) -> FoundRole | None:
    if not phrase.tokens:
        return None
    body = document.article.body
    start, end = phrase.tokens[0].idx, phrase.tokens[-1].idx + len(phrase.tokens[-1])
    near = range(max(0, position - _NEAR), min(len(names), position + _NEAR))
    inner = [n for n in near if start <= names[n].start and names[n].end <= end]
    if any(names[n].kind == "person" and " " in names[n].surface for n in inner):
        return None
    opened = max(0, start - 12)
    is_former = phrase.is_past or bool(_FORMER.search(body[start:end]) or _THAT_TIME.search(body[start:end])) or bool(
        re.search(r"\b(?:former|then|late|retired|ousted|deposed|ex)[ -]$", body[opened:start], re.I)
    )  # fmt: skip
    span = _role_span(body, start, end, [names[n] for n in inner], is_title=phrase.pattern == "title")
    text = body[slice(*span)]
    role = role_class(text) if span[0] < span[1] else ""
    if not role or not text[0].isalpha():
        return None
    within = [names[n] for n in inner]
    affiliation = affiliation_of(body, (start, end), span, within, role)
    role = _class_there(role, text, affiliation, within)
    return FoundRole(position, *span, text, role, affiliation, tuple(inner), is_former, phrase.pattern)


def _class_there(role: str, text: str, affiliation: str, inner: list[Name]) -> str:
    """The class that the body makes of it: the chief of an army commands, clubs and courts have presidents too."""
    body = affiliation.rpartition(" ")[2].lower()
    if role in ("agency_head", "head_of_state", "leader", "governor", "chair", "chief_executive") and body in _BODIES:
        return _BODIES[body] if role != "chair" else role
    if role != "head_of_state" or any(name.kind in ("country", "group") for name in inner):
        return role
    is_bare = re.fullmatch(
        r"(?:[a-z-]+ )?[Pp]residents?(?: of the [Rr]epublic)?|[Ss]upreme [Ll]eader|[Hh]ead of [Ss]tate", text
    )
    is_of_a_body = bool(affiliation) and affiliation not in ("country", "nation", "republic")
    return "agency_head" if is_bare is None or is_of_a_body else role


_BODIES = {
    **dict.fromkeys(("army", "navy", "military", "forces", "guard", "guards", "militia"), "commander"),
    **dict.fromkeys(("union", "party", "rebels", "movement", "cartel", "gang"), "leader"),
    "england": "agency_head", "bank": "agency_head",
}  # fmt: skip


def _role_span(body: str, start: int, end: int, inner: list[Name], *, is_title: bool) -> tuple[int, int]:
    """The role's own words: without articles, "former", and the names or possessors in front of its head."""
    start += _opening(body[start:end])
    possessives = list(re.finditer(r"[’']s?\s+", _before_link(body[start:end])))
    if possessives:
        start += possessives[-1].end()
    elif (owner := re.match(r".*[’']s?\s+", body[start:end])) and not role_class(owner.group().rstrip("’'s ")):
        start += (
            owner.end() if role_class(body[start + owner.end() : end]) else 0
        )  # "Accountants of Canada's chief economist"
    while leading := [name for name in inner if name.start <= start < name.end < end and body[name.end] != "-"]:
        if not leading[0].aliases and _is_part_of_the_title(body, leading[0], end):
            break  # "Defence Secretary": the model takes the portfolio for an organisation
        start = leading[0].end
        start += _opening(body[start:end])
    start += _opening(body[start:end])
    if is_title:
        return _past_unknown_names(body, start, end), end
    return start, start + len(_first_role(body[start:end]))


def _is_part_of_the_title(body: str, leading: Name, end: int) -> bool:
    rest = body[leading.end : end].strip()
    if re.search(r"[’']s? [a-z ]+$", leading.surface):
        return True  # "Sudan's army" before "chief"
    return role_class(leading.surface) != "" or (_PORTFOLIO.fullmatch(rest) is not None and rest[0].isupper())


def _past_unknown_names(body: str, start: int, end: int) -> int:
    """Behind capitals that no model took for a name, where the role itself is in small letters: "Arsenal striker"."""
    match = re.match(r"(?:[A-Z][\w.&’']*\s+)+(?=(?!of\b|for\b|and\b)[a-z]|MPs?\b|CEO\b|MEPs?\b|TD\b)", body[start:end])
    if match is None or match.end() == end - start:
        return start
    is_opening = (
        start == 0 or body[start - 1] == "\n" or body[max(0, start - 2) : start].strip()[-1:] in (".", "”", '"')
    )
    return start if is_opening and match.group().count(" ") == 1 and _is_common(match.group()) else start + match.end()


def _is_common(word: str) -> bool:
    """Words that a sentence begins with a capital, and that say what kind the role is: "Taxi driver", "Union boss"."""
    return word.strip().lower() in KIND_WORDS


def _opening(text: str) -> int:
    length = 0
    while match := re.match(r"[\s-]+", text[length:]) or _OPENERS.match(text[length:]) or _FORMER.match(text[length:]):
        length += match.end()
    return length


def _before_link(text: str) -> str:
    return re.split(r"\s(?:of|for|at|to|in|on|with|from)\s", text, maxsplit=1)[0]


def _first_role(text: str) -> str:
    """An apposition's first role, without times: "head of the agency and a former diplomat" has two."""
    ends = [
        match.start() for pattern in (_SECOND_ROLE, _TIMES, _THAT_TIME, _RELATIVE) if (match := pattern.search(text))
    ]
    return re.sub(r"(?:[’']s?| (?:of|for|at|in|the|and|&))+$", "", text[: min(ends, default=len(text))].rstrip())
