"""Capitals that stand for their government: "Lisbon rejected the offer", but not "in Lisbon"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from transforms.analyse.cues import ACTION_VERBS, verb_forms
from transforms.analyse.document import Document
from transforms.analyse.names import Name

_ACRONYM = 4  # letters
_OF_STATES = {  # of towns and companies these are said as well
    form
    for verb in ("give", "offer", "provide", "donate", "lend", "receive", "supply", "owe", "grant", "withdraw", "sell")
    for form in verb_forms(verb)
} | {"gave", "given", "lent", "withdrew", "withdrawn", "sold"}
_DEALINGS = {
    "talks",
    "relations",
    "ties",
    "tensions",
    "negotiations",
    "dialogue",
    "agreement",
    "deal",
    "treaty",
    "dispute",
}


def find_governments(document: Document, names: Sequence[Name]) -> frozenset[int]:
    """The positions of names of capitals that act, speak, or are dealt with; none where there is no parse."""
    if not document.is_parsed:
        return frozenset()
    return frozenset(
        position
        for position, name in enumerate(names)
        if any(alias.alias_kind == "capital" for alias in name.aliases) and _is_government(document, name)
    )


def is_acting(document: Document, start: int, end: int) -> bool:
    """Whether the name of a place speaks, acts or is dealt with as a government is; False where there is no parse."""
    tokens = document.tokens(start, end) if document.is_parsed else []
    return bool(tokens) and _is_party(tokens[-1])


def is_state(document: Document, start: int, end: int) -> bool:
    """Whether the name of a country is the subject of what only a state does: "Kenya has given Malawi grain"."""
    tokens = document.tokens(start, end) if document.is_parsed else []
    head = tokens[-1] if tokens else None
    return head is not None and head.dep_ == "nsubj" and head.head.lower_ in _OF_STATES


def _is_government(document: Document, name: Name) -> bool:
    """Datelines are places, however the parser reads them: "BAGHDAD, March 3"."""
    if name.surface.isupper() and len(name.surface) > _ACRONYM:
        return False
    return _is_party(document.tokens(name.start, name.end)[-1])


def _is_party(head: Token) -> bool:
    while head.dep_ == "conj" and head.head.ent_type_:
        head = head.head
    if head.dep_ in ("nsubj", "nsubjpass"):
        return head.head.lower_ in ACTION_VERBS
    return _is_dealt_with(head)


def _is_dealt_with(head: Token) -> bool:
    """ "Talks with Lisbon", "ties between Lisbon and Madrid", "accused Lisbon of"."""
    if head.dep_ == "dobj":
        return ACTION_VERBS.get(head.head.lower_) in {"accuse", "urge", "warn", "sanction", "condemn", "tell", "thank"}
    return head.dep_ == "pobj" and head.head.lower_ in ("with", "between") and head.head.head.lower_ in _DEALINGS
