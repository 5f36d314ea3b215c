"""Roles that the text gives to a person: a title before the name, an apposition after or before it, "is" and "as"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from transforms.analyse.affiliations import affiliation_of, object_of
from transforms.analyse.document import Document
from transforms.analyse.names import Name
from transforms.analyse.offices import role_class
from transforms.analyse.role_bodies import class_there
from transforms.analyse.role_clauses import clause_class, clauses_around
from transforms.analyse.role_phrases import Phrase, phrases_around
from transforms.analyse.role_spans import FORMER, THAT_TIME, before_link, past_unknown_names, role_span
from transforms.analyse.role_titles import titles_before

_AROUND = 400  # code points before and behind a name that are looked at, however long its sentence is
_NEAR = 18  # names before and behind one that its phrases may hold
_NAMED_AFTER = re.compile(
    r"(?:^| )(?:Street|Road|Avenue|Boulevard|Square|Highway|Hospital|Stadium|Airport|University|Bridge|Museum"
    r"|Foundation|Prize|Trophy|Memorial)$| (?:Street|Road|Avenue|Boulevard|Square|Highway|Hospital|Stadium|Airport"
    r"|University|Foundation|Prize|Trophy|Memorial|Institute|Library|School|College)\b"
)
_IN_ITS_TIME = re.compile(
    r"\s(?:from|between) (?:[A-Z][a-z]+ )?\d{4} (?:to|until|and|till) (?:[A-Z][a-z]+ )?\d{4}\b|\suntil \d{4}\b"
)


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
    pattern: str  # title, apposition-after, apposition-before, copula, clause, appointed


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
    head = head.rstrip(".")
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
    first, last = inside[0], inside[-1] + 1
    for phrase in chain(
        titles_before(tokens, first), phrases_around(tokens, first, last), clauses_around(tokens, first, last)
    ):
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
    within = [names[n] for n in inner]
    if any(name.kind == "person" and " " in name.surface and not _is_owner(body, name, start) for name in within):
        return None
    if phrase.pattern != "title":
        end = _before_other_subjects(body, start, end, within)
        within = [name for name in within if name.end <= end]
    span = role_span(body, start, end, within, is_title=phrase.pattern == "title")
    if phrase.pattern == "title":
        span = past_unknown_names(body, span[0], end, phrase), end
    text = body[slice(*span)]
    role = _class_of(text, phrase) if span[0] < span[1] else ""
    if not role or not text[0].isalpha() or _is_of_a_place(body, names[position]):
        return None
    told = object_of(text, within) if phrase.pattern == "clause" else ""
    owner = "" if within else _owner_before(body, names, position, phrase)
    affiliation = told or owner or affiliation_of(body, (start, end), span, within, role)
    role = class_there(role, text, affiliation, within, _sentence(document, names[position]))
    is_former = phrase.is_past or _is_former(body, start, span[1])
    return FoundRole(position, *span, text, role, affiliation, tuple(inner), is_former, phrase.pattern)


def _class_of(text: str, phrase: Phrase) -> str:
    return clause_class(text) if phrase.pattern == "clause" else role_class(text)


def _sentence(document: Document, name: Name) -> str:
    sentence = document.sentences[name.sentence_no]
    return document.article.body[sentence.char_start : sentence.char_end]


def _is_former(body: str, start: int, end: int) -> bool:
    """Whether words in front of the role's head, or "at the time" behind it, make it a past one."""
    opened = body[max(0, start - 12) : start]
    return bool(
        FORMER.search(before_link(body[start:end]))
        or THAT_TIME.match(body, end)
        or _IN_ITS_TIME.match(body, end)
        or re.search(r"\b(?:former|then|late|retired|ousted|deposed|ex)[ -]$", opened, re.I)
    )


def _is_owner(body: str, name: Name, start: int) -> bool:
    """ "Ana Berg's lawyer": whose the role's holder is."""
    return name.start == start and re.match(r"[’']s?\s", body[name.end : name.end + 3]) is not None


def _before_other_subjects(body: str, start: int, end: int, inner: list[Name]) -> int:
    """Where somebody else begins to do something: "a hotelier Berg tapped as his ambassador"."""
    subjects = (
        name.start
        for name in inner
        if name.kind == "person"
        and name.start > start
        and re.match(r" [a-z]+(?:ed|t)\b", body[name.end : name.end + 15])
    )
    return len(body[: min(subjects, default=end)].rstrip())


def _is_of_a_place(body: str, name: Name) -> bool:
    """ "Imam Yusuf Street": what is named after somebody."""
    return _NAMED_AFTER.search(name.surface) is not None or _NAMED_AFTER.match(body, name.end) is not None


def _owner_before(body: str, names: Sequence[Name], position: int, phrase: Phrase) -> str:
    """The body of "NASA's Steve Clarke, deputy administrator"."""
    before = names[position - 1] if position else None
    if before is None or phrase.pattern != "apposition-after" or before.kind != "organisation":
        return ""
    return before.surface if re.fullmatch(r"[’']s? ", body[before.end : names[position].start]) else ""
