"""Whose the names are that somebody else has found: identity apart from finding, for whoever has spans of his own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.analyse.cast import Cast
from transforms.analyse.document import Document
from transforms.analyse.gazetteer import Gazetteer, find_known
from transforms.analyse.identity import identify
from transforms.analyse.kinds import settle_kinds
from transforms.analyse.metonyms import find_governments
from transforms.analyse.names import Name, find_names, with_known
from transforms.analyse.national_teams import find_sides
from transforms.analyse.short_names import find_acronyms
from transforms.analyse.words import split_words
from transforms.records.analyse import LocalActor


def actors_of_given(
    document: Document, gazetteer: Gazetteer, spans: Sequence[tuple[int, int]]
) -> list[LocalActor | None]:
    """The actor of each span, in the spans' order; None where it is unresolved. Kinds are read from the text."""
    seen = {(name.start, name.end): name for name in find_names(document, gazetteer)}
    names = [seen.get(span) or _name_at(document, gazetteer, span) for span in sorted(set(spans))]
    names = settle_kinds(document, names)
    cast = Cast(gazetteer)
    acronyms = find_acronyms(names, document.article.body)
    identities = identify(names, acronyms, find_governments(document, names), cast, find_sides(document, names))
    actors = {
        (name.start, name.end): None if identity.actor_no is None else cast.actors[identity.actor_no]
        for name, identity in zip(names, identities, strict=True)
    }
    return [actors[span] for span in spans]


def _name_at(document: Document, gazetteer: Gazetteer, span: tuple[int, int]) -> Name:
    """A span as a name: its kind is the known actor's or the model's, else told by its shape."""
    body = document.article.body
    surface = body[slice(*span)]
    plain = Name(document.sentence_no(*span) or 0, *span, surface, _kind(document, span), "")
    known = [
        found for found in find_known(body, split_words(body, *span), gazetteer) if (found.start, found.end) == span
    ]
    return with_known(plain, known[0]) if known else plain


def _kind(document: Document, span: tuple[int, int]) -> str:
    labels = {token.ent_type_ for token in document.tokens(*span)} - {""}
    for label, kind in (
        ("PERSON", "person"),
        ("GPE", "place"),
        ("LOC", "place"),
        ("NORP", "group"),
        ("ORG", "organisation"),
    ):
        if label in labels:
            return kind
    is_name = re.fullmatch(r"[A-Z][a-z'’-]+(?: [A-Z]\.)?(?: [A-Z][a-z'’-]+){1,2}", document.article.body[slice(*span)])
    return "person" if is_name else "organisation"
