"""When and where: whether a date or a place belongs to an event, and the tense it is told in."""

from __future__ import annotations

from spacy.tokens import Token

from transforms.analyse.event_clauses import children, is_verb, modals
from transforms.analyse.event_told import Told

_WHERE = ("in", "at", "near", "outside", "inside", "across", "around", "throughout", "off", "along", "within", "on")
_PAST = ("had", "has", "have", "'ve", "’ve", "'d", "having", "was", "were", "did", "been")
_WILL = ("will", "'ll", "’ll", "shall", "wo", "would")


def is_of(token: Token, told: Told, *, is_place: bool = False) -> bool:
    """Whether a token hangs on the event's words without another verb between; a place behind "in" or the like."""
    seen_where = not is_place
    while token.head != token:
        if token.i in told.used or token == told.trigger:
            return seen_where
        if is_verb(token) or token.lower_ == "than":
            return False  # "more than any other country in Europe"
        seen_where = seen_where or (token.dep_ == "prep" and token.lower_ in _WHERE)
        token = token.head
    return seen_where and (token.i in told.used or token == told.trigger)


def tense_of(told: Told) -> str:
    """Past, present or future. What is told of by a noun is in its verb's tense; an infinitive in that above it."""
    verb = told.trigger
    while not is_verb(verb) and verb.head != verb:
        verb = verb.head
    for _ in range(4):
        tense = _tense(verb)
        if tense or verb.head == verb:
            return tense or "present"
        verb = verb.head
    return "present"


def _tense(verb: Token) -> str:
    """The tense that a verb and its auxiliaries show; "" where they show none."""
    words = modals(verb)
    if any(word in _WILL for word in words):
        return "future"
    if verb.tag_ == "VBD" or any(word in _PAST for word in words):
        return "past"
    passive = [child.lower_ for child in children(verb, "auxpass")]
    if verb.tag_ == "VBN" and any(word in _PAST for word in passive):
        return "past"
    if verb.tag_ in ("VBZ", "VBP") or any(
        word in ("is", "are", "am", "'s", "’s", "'re") for word in (*words, *passive)
    ):
        return "present"
    return "past" if verb.tag_ == "VBN" and verb.dep_ in ("acl", "relcl") else ""
