"""Which words of a phrase are the role's own: without articles, "former", names, times, and a second role."""

from __future__ import annotations

import re

from transforms.analyse.names import Name
from transforms.analyse.offices import role_class
from transforms.analyse.role_classes import KIND_WORDS
from transforms.analyse.role_phrases import Phrase

FORMER = re.compile(
    r"\b(?:former|ex|then|late|retired|onetime|one-time|once|erstwhile|formerly|previously|ousted|deposed|disgraced|sacked)\b[\s-]*",
    re.I,
)
THAT_TIME = re.compile(r"\s(?:at the time|at that time|back then)\b")
_OPENERS = re.compile(
    r"^(?:the|a|an|its|their|his|her|our|my|also|both|who|is|was|now|and|current|new|acting|interim|outgoing|incoming"
    r"|newly|elected|next|another|one|last week|last month|last year|week|yesterday|(?:mon|tues|wednes|thurs|fri)day"
    r"|mr|mrs|ms|currently|presently|then|two|three|four|five|real|longtime|long-time|royal|highness|holiness|excellence|excellency|majesty|eminence)\s+",
    re.I,
)
_PORTFOLIO = re.compile(r"(?:secretary|minister|commissioner|chief|candidate|justice|leader)", re.IGNORECASE)
_TIMES = re.compile(
    r"\s(?:on|in|since|until|from|by) (?=(?:early |late |mid-)?(?:[A-Z]?[a-z]+day|January|February|March|April|May|June"
    r"|July|August|September|October|November|December|\d{4})\b)|\s(?:for|since|over|until) (?:the )?(?:\w+ )?"
    r"(?:years?|months?|decades?|weeks?|days?|last)\b|\s(?:last|this|next) (?:week|month|year|spring|summer|autumn)\b"
)
_SECOND_ROLE = re.compile(r"\s(?:and|or) (?:a|an|the|former|one|his|her|also)\s")
_PARENTS = re.compile(
    r"\s(?:and|or) (?:mother|father|wife|husband|son|daughter|grandmother|grandfather|mum|dad|widow)\b"
)
_RELATIVE = re.compile(r"\s(?:who|whose|which|that|said|says|told)\b")


def role_span(body: str, start: int, end: int, inner: list[Name], *, is_title: bool) -> tuple[int, int]:
    """The role's own words: without articles, "former", and the names or possessors in front of its head."""
    start += _opening(body[start:end])
    possessives = list(re.finditer(r"[’']s?\s+", before_link(body[start:end])))
    if possessives:
        start += possessives[-1].end()
        inner = [name for name in inner if name.start < start or name.kind != "place"]  # "Asia director" is one title
    elif (owner := re.match(r".*[’']s?\s+", body[start:end])) and not role_class(owner.group().rstrip("’'s ")):
        start += (
            owner.end() if role_class(body[start + owner.end() : end]) else 0
        )  # "Accountants of Canada's chief economist"
    while leading := [name for name in inner if name.start <= start < name.end < end and body[name.end] != "-"]:
        if _is_part_of_the_title(body, leading[0], end):
            start = max(start, _portfolio_start(leading[0]))
            break  # "Defence Secretary": the model takes the portfolio for an organisation
        start = leading[0].end
        start += _opening(body[start:end])
    start += _opening(body[start:end])
    if is_title:
        return max([start, *(name.end + 1 for name in inner if _parts_a_title(body, name, start, end))]), end
    return start, start + len(_first_role(body[start:end]))


def _is_part_of_the_title(body: str, leading: Name, end: int) -> bool:
    rest = body[leading.end : end].strip()
    if re.search(r"[’']s? [a-z ]+$", leading.surface):
        return True  # "Sudan's army" before "chief"
    return _is_title_word(leading, rest)


def _parts_a_title(body: str, name: Name, start: int, end: int) -> bool:
    """ "On the same stage Apple founder": what stands before a body's name is no part of the title."""
    is_inside = name.kind == "organisation" and start < name.start and name.end < end and body[name.end] == " "
    return is_inside and not _is_linked(body[start : name.start]) and role_class(body[name.end : end]) != ""


def _is_linked(text: str) -> bool:
    return re.search(r"\s(?:of|for|to|at)\s", text) is not None


def _is_title_word(leading: Name, rest: str) -> bool:
    """ "Treasury" before "Secretary"; of known names only where the portfolio makes another class of it."""
    is_portfolio = _PORTFOLIO.fullmatch(rest) is not None and rest[0].isupper()
    last = leading.surface.rpartition(" ")[2]
    if leading.aliases:
        return is_portfolio and role_class(f"{last} {rest}") not in (role_class(rest), "")
    return role_class(leading.surface) != "" or is_portfolio


def _portfolio_start(leading: Name) -> int:
    """Where the last word of "U.S. Treasury" and "San Antonio Fire" begins, which is the title's."""
    before, _, last = leading.surface.rpartition(" ")
    is_kind = last.lower() in KIND_WORDS or last in ("Treasury", "State", "Transportation", "Commerce", "Interior")
    return leading.end - len(last) if before and is_kind and before.split()[0].lower() not in KIND_WORDS else 0


def past_unknown_names(body: str, start: int, end: int, phrase: Phrase) -> int:
    """Behind capitals that no model took for a name, where the role itself is in small letters: "Arsenal striker".

    A sentence may begin with a common word, which the tagger tells: "Prosecuting barrister".
    """
    match = re.match(r"(?:[A-Z][\w.&’']*\s+)+(?=(?!of\b|for\b|and\b)[a-z]|MPs?\b|CEO\b|MEPs?\b|TD\b)", body[start:end])
    if match is None or match.end() == end - start:
        return start
    first = next(token for token in phrase.tokens if token.idx >= start)
    is_plain = first.is_sent_start
    is_kind = match.group().count(" ") == 1 and (is_plain or (match.group().isupper() and _is_common(match.group())))
    return start if is_kind or not role_class(body[start + match.end() : end]) else start + match.end()


def _is_common(word: str) -> bool:
    """Words that a sentence begins with a capital, and that say what kind the role is: "Taxi driver", "Union boss"."""
    return word.strip().lower() in KIND_WORDS


def _opening(text: str) -> int:
    length = 0
    while match := re.match(r"[\s-]+", text[length:]) or _OPENERS.match(text[length:]) or FORMER.match(text[length:]):
        length += match.end()
    return length


def before_link(text: str) -> str:
    """The role's head and what stands before it: up to its first preposition."""
    return re.split(r"\s(?:of|for|at|to|in|on|with|from)\s", text, maxsplit=1)[0]


def _first_role(text: str) -> str:
    """An apposition's first role, without times: "head of the agency and a former diplomat" has two."""
    ends = [
        match.start()
        for pattern in (_SECOND_ROLE, _PARENTS, _TIMES, THAT_TIME, _RELATIVE)
        if (match := pattern.search(text))
    ]
    return re.sub(r"(?:[’']s?| (?:of|for|at|in|the|and|&))+$", "", text[: min(ends, default=len(text))].rstrip())
