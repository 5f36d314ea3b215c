"""Other names that a text itself gives an actor: acronyms in brackets, "also known as", "formerly"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from transforms.analyse.actors import People
from transforms.analyse.document import Document
from transforms.analyse.other_names import other_name_pattern
from transforms.records.analyse import AliasSighting, Mention

_OPENED = re.compile(r"\s*\(\s*(?:the |or )?[\"“‘']?")
_CLOSED = re.compile(r"[\"”’']?\s*[),;]")
_TRUST = {"acronym": 0.95, "known-as": 0.85, "formerly": 0.8}
_KINDS = frozenset({"person", "organisation", "group"})
_FEWEST_LETTERS = 2


def find_alias_sightings(document: Document, people: People) -> tuple[AliasSighting, ...]:
    """The aliases that a document gives the actors that it names, in order."""
    return tuple(
        AliasSighting(
            alias.sentence_no, alias.char_start, alias.char_end, alias.surface, named.actor_no, pattern,
            _TRUST[pattern], f"alias-{pattern}",
        )
        for named, alias in pairwise(people.mentions)
        if named.actor_no is not None
        and (pattern := _pattern(document.article.body, named, alias, people))
    )  # fmt: skip


def _pattern(body: str, named: Mention, alias: Mention, people: People) -> str:
    """What makes the second name another of the first's; "" where nothing does."""
    if not _may_be_one(named, alias, people):
        return ""
    return next(_patterns(body, named, alias), "")


def _patterns(body: str, named: Mention, alias: Mention) -> Iterator[str]:
    between = body[named.char_end : alias.char_start]
    is_same = alias.resolved_by == "acronym" and named.actor_no == alias.actor_no
    if is_same and _OPENED.fullmatch(between) and _CLOSED.match(body, alias.char_end):
        yield "acronym"
    yield from filter(None, [other_name_pattern(between)])


def _may_be_one(named: Mention, alias: Mention, people: People) -> bool:
    """Both are of one sentence and of kinds that have other names; a known actor keeps its own."""
    if named.sentence_no != alias.sentence_no or named.kind not in _KINDS or alias.kind not in _KINDS:
        return False
    if len(alias.surface) < _FEWEST_LETTERS or alias.surface == named.surface:
        return False
    actor = None if alias.actor_no is None else people.actors[alias.actor_no]
    return actor is None or actor.seed_key is None or alias.actor_no == named.actor_no
