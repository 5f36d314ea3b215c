"""What kind of thing a name names, where the model's label is contradicted by the rest of the article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from transforms.analyse.cues import CUE_VERBS
from transforms.analyse.document import Document
from transforms.analyse.hashed import hashed
from transforms.analyse.kind_words import told_kind
from transforms.analyse.name_edges import stands_alone
from transforms.analyse.names import Name
from transforms.analyse.offices import role_class
from transforms.analyse.roles import phrases_of

(_SUBJECT,) = hashed(("nsubj",))
_LOCATIVE = re.compile(
    r"\b(?:in|near|outside|around|across|into|towards?|throughout|off)\s+(?:the\s+)?$", re.IGNORECASE
)
# Roles that companies and places have too ("Acme, a leader in valves, …") say nothing about the kind.
_HONORIFIC = re.compile(r"(?:Mr|Mrs|Ms|Mx|Miss|Dr|Sir|Dame|Lord|Lady)\b")
_FULL_NAME = re.compile(r"[A-Z][a-zà-ÿ’'-]+(?: [A-Z]\.)?(?: [A-Z][A-Za-zà-ÿ’'-]*[a-zà-ÿ]){1,2}")
_SHARED = re.compile(
    r"\b(?:leader|owner|member|partner|founder|champion|designer|producer|investor|maker|player|shareholder|host)\b",
    re.I,
)
_PERSONAL_CLASSES = frozenset((
    "spokesperson", "ambassador", "envoy", "deputy", "head_of_government", "minister", "legislator", "governor",
    "mayor", "councillor", "judge", "prosecutor", "lawyer", "head_of_state", "agency_head", "chair", "chief_executive",
    "expert", "journalist", "religious", "activist", "candidate", "official", "executive", "military", "commander",
    "police", "secretary_general", "leader", "artist", "councillor",
))  # fmt: skip


Votes = dict[tuple[str, ...], dict[str, float]]  # a name's words → each kind that it was given, with how surely


def settle_kinds(document: Document, names: Sequence[Name]) -> list[Name]:
    """The names with the kinds that the whole article speaks for; known names keep theirs.

    Somebody with a personal role is a person; a one-word "person" that things happen in is a place; after that, one
    written form has one kind: the one that it was given most often and most surely.
    """
    settled = [_by_context(document, names, position) for position in range(len(names))]
    votes = _votes(settled)
    return [_by_majority(name, votes) for name in settled]


def _by_context(document: Document, names: Sequence[Name], position: int) -> Name:
    name = names[position]
    if name.aliases or not document.is_parsed:
        return name
    told = told_kind(document.article.body, name)
    if told != name.kind:
        return replace(name, kind=told)
    if name.kind in ("place", "organisation") and len(name.words) in (2, 3) and _has_role(document, names, position):
        return replace(name, kind="person")
    before = document.article.body[max(0, name.start - 16) : name.start]
    if name.kind == "person" and len(name.words) == 1 and _LOCATIVE.search(before):
        return replace(name, kind="place")
    return name


def _has_role(document: Document, names: Sequence[Name], position: int) -> bool:
    roles = phrases_of(document, names, position)
    return any(
        role.role_class in _PERSONAL_CLASSES and (role.role_class == "chief_executive" or not _SHARED.search(role.text))
        for role in roles
    )


_SAID, _SHOUTED = 3, 2  # what the model says of a name in capitals is worth less


def _votes(names: Sequence[Name]) -> Votes:
    votes: Votes = defaultdict(lambda: defaultdict(float))
    for name in names:
        if not name.aliases:
            weight = _SHOUTED if name.surface.isupper() and len(name.surface) > 3 else _SAID
            votes[name.words][name.kind] += weight * name.confidence
    return votes


def _by_majority(name: Name, votes: Votes) -> Name:
    if name.aliases:
        return name
    given = votes[name.words]
    return replace(name, kind=max(given, key=given.__getitem__))  # of equal ones the first in the article


def speaking_names(document: Document, names: Sequence[Name]) -> list[Name]:
    """The names, and with them the full names that are the subject of a cue verb though the model passed them over, or
    saw only pieces of them."""
    kept = list(names)
    for token in document.doc if document.is_parsed else ():
        if token.dep != _SUBJECT or token.tag_ != "NNP" or token.head.lower_ not in CUE_VERBS:
            continue
        span = _proper_nouns(token)
        number = document.sentence_no(*span)
        surface = document.article.body[slice(*span)]
        pieces = [name for name in kept if name.start < span[1] and span[0] < name.end]
        if number is None or not _FULL_NAME.fullmatch(surface) or role_class(surface):
            continue
        if _HONORIFIC.match(surface):  # the model saw the surname alone, and that is the name
            continue
        if not all(_is_piece(name, span) for name in pieces):
            continue
        kept = [name for name in kept if name not in pieces]
        kept.append(Name(number, *span, surface, "person", ""))
    return sorted(kept, key=lambda name: name.start)


def _is_piece(name: Name, span: tuple[int, int]) -> bool:
    return not name.aliases and span[0] <= name.start and name.end <= span[1] and name.length < span[1] - span[0]


def _proper_nouns(token: Token) -> tuple[int, int]:
    first = token
    while first.i > 0 and first.nbor(-1).tag_ == "NNP" and first.nbor(-1).dep_ == "compound":
        first = first.nbor(-1)
    return first.idx, token.idx + len(token)


def repeated_names(document: Document, names: Sequence[Name]) -> list[Name]:
    """The names, and with them the places of surnames and longer names that the model passed over."""
    forms = dict(_repeatable(names))
    if not forms:
        return list(names)
    body = document.article.body
    taken = {offset for name in names for offset in range(name.start, name.end)}
    found = []
    pattern = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    for match in re.finditer(rf"(?<![\w-])(?:{pattern})(?![\w-])", body):
        number = document.sentence_no(*match.span())
        if number is not None and taken.isdisjoint(range(*match.span())) and _is_name(document, *match.span()):
            found.append(Name(number, *match.span(), match.group(), forms[match.group()], ""))
    return sorted([*names, *found], key=lambda name: name.start)


def _repeatable(names: Sequence[Name]) -> Iterator[tuple[str, str]]:
    for name in names:
        parts = name.surface.split()
        if len(parts) > 1 and not name.surface.isupper():
            yield name.surface, name.kind
        if name.kind == "person" and len(parts) in (2, 3) and parts[-1][0].isupper() and len(parts[-1]) > 2:
            yield parts[-1], "person"


def _is_name(document: Document, start: int, end: int) -> bool:
    """Whether the span is written as a name of its own: proper nouns with no other proper noun beside them."""
    if document.is_tagged and not document.is_parsed:
        return stands_alone(document.article.body, start, end)
    tokens = document.tokens(start, end)
    if not tokens or not all(token.tag_ in ("NNP", "NNPS") for token in tokens):
        return False
    following = tokens[-1].i + 1 < len(tokens[-1].doc) and tokens[-1].nbor()
    return not (following and following.tag_ == "NNP")
