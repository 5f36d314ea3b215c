"""Titles of bodies that stand for a person: "the NATO chief", "the chief executive of Halden Steel"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from transforms.analyse.cast import Cast
from transforms.analyse.document import Document
from transforms.analyse.identity import Identity
from transforms.analyse.names import Name
from transforms.analyse.roles import FoundRole
from transforms.analyse.terms import field_of
from transforms.analyse.titles import NO_STAND_IN, PAST_BEFORE, Settled

_HEAD = (
    r"(?:(?:secretary|director)[- ]general|high commissioner|managing director|chief executive|president|governor"
    r"|chair(?:man|woman|person)?|commissioner|director|chief|head|boss|leader|CEO)"
)
_FIELD = r"(?:(?P<field>foreign policy|human rights|rights|refugees?|humanitarian|aid)\s+)?"
_AFTER_BODY = re.compile(rf"(?:[’']s?)?\s+{_FIELD}(?P<head>(?i:{_HEAD}))\b(?! (?:of|for|at)\b)")
_OF_BODY = re.compile(rf"\b(?P<head>(?i:{_HEAD}))\s+of\s+(?:the\s+)?$")
_TOP = frozenset({"chief", "head", "boss", "leader"})  # words for the first of any body
_HEADS_OF_BODIES = frozenset({
    "agency_head", "secretary_general", "chair", "chief_executive", "leader", "head_of_state", "commander", "governor",
})  # fmt: skip


class _Title(NamedTuple):
    start: int
    end: int
    head: str
    field: str
    body: int  # position of the body's name


def find_body_titles(document: Document, settled: Settled, cast: Cast, day: date | None) -> list[tuple[Name, Identity]]:
    """Titles of a body's head that stand alone, with whoever they stand for; those that nobody is known for are none.

    First whoever the article gives that post to, then the seeds' holder on the day.
    """
    found = []
    for title in _titles(document, settled):
        number = document.sentence_no(title.start, title.end)
        actor = _in_the_article(title, settled)
        actor = _in_the_seeds(title, settled, cast, day) if actor is None else actor
        if number is not None and actor is not None:
            surface = document.article.body[title.start : title.end]
            found.append((Name(number, title.start, title.end, surface, "person", "TITLE"), Identity(actor, "office")))
    return found


def _titles(document: Document, settled: Settled) -> Iterator[_Title]:
    body = document.article.body
    taken = {offset for name in settled.names for offset in range(name.start, name.end)}
    taken |= {offset for role in settled.roles for offset in range(role.start, role.end)}
    for position, name in enumerate(settled.names):
        if name.kind != "organisation" or settled.identities[position].actor_no is None:
            continue
        after = _AFTER_BODY.match(body, name.end)
        if after and not PAST_BEFORE.search(body, max(0, name.start - 16), name.start):
            yield from _free(body, after, position, taken, after.end())
        of = _OF_BODY.search(body, max(0, name.start - 40), name.start)
        if of and not PAST_BEFORE.search(body, max(0, of.start() - 16), of.start()):
            yield from _free(body, of, position, taken, name.end)


def _free(body: str, match: re.Match[str], position: int, taken: set[int], end: int) -> Iterator[_Title]:
    """The title, if it is no role or name already, and no name stands behind it."""
    span = match.span("head")
    if not NO_STAND_IN.match(body, end) and taken.isdisjoint(range(*span)):
        field = match["field"] if "field" in match.groupdict() and match["field"] else ""
        yield _Title(*span, match["head"].lower().replace("-", " "), field_of(field), position)


def _in_the_article(title: _Title, settled: Settled) -> int | None:
    """Whom the article gives that post at that body; None where it is nobody or several."""
    _, identities, roles = settled
    whose = identities[title.body].actor_no
    holders = {
        identities[role.person].actor_no
        for role in roles
        if _is_head(role, title) and any(identities[n].actor_no == whose for n in role.affiliation_names)
    }
    return holders.pop() if len(holders) == 1 else None


def _is_head(role: FoundRole, title: _Title) -> bool:
    if role.is_former or role.role_class not in _HEADS_OF_BODIES or field_of(role.text) != title.field:
        return False
    text = role.text.lower().replace("-", " ")
    return title.head in _TOP or title.head in text or bool(_TOP & set(text.split()))


def _in_the_seeds(title: _Title, settled: Settled, cast: Cast, day: date | None) -> int | None:
    actor = settled.identities[title.body].actor_no
    key = None if actor is None else cast.actors[actor].seed_key
    word = "" if title.head in _TOP else title.head
    known = cast.gazetteer.head_of(key, title.field, word, day) if key else None
    return cast.seeded(known.key) if known else None
