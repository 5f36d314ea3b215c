"""Via whom words came: the outlet or the reporters that were told ("told Reuters", "in an interview with the BBC")."""

from __future__ import annotations

from spacy.tokens import Token

from transforms.analyse.source_phrases import Span, end_of

# ruff: noqa: SIM905 - a list of words is read as text
_HEARERS = frozenset(
    "reporter reporters journalist journalists interviewer correspondent correspondents newspaper paper magazine agency"
    " channel broadcaster website radio station television tv podcast network outlet press media programme program show"
    " weekly daily publication columnist editor host newswire wire".split()
)
_TOLD = frozenset("tell tells told telling inform informs informed informing".split())
_WITH = frozenset(("to", "with", "by", "on", "in"))
_INTERVIEW = frozenset(("interview", "interviews", "comments", "remarks", "conversation", "briefing"))


def hearer_of(verb: Token) -> Span | None:
    """The phrase for whom the words were spoken to, where it is an outlet or somebody who works there."""
    for child in verb.children:
        if child.dep_ in ("dobj", "dative") and verb.lower_ in _TOLD and _is_hearer(child):
            return _span(child)
        if child.dep_ in ("prep", "dative") and child.lower_ in _WITH:
            found = _behind(child)
            if found is not None:
                return _span(found)
    return _behind_words(verb)


def _behind(preposition: Token) -> Token | None:
    """ "To Reuters"; "in an interview with the paper"."""
    for noun in preposition.children:
        if noun.dep_ != "pobj":
            continue
        if noun.lower_ in _INTERVIEW:
            below = [n for c in noun.children if c.lower_ in ("with", "to", "on", "by") for n in c.children]
            return next((n for n in below if n.dep_ == "pobj"), None)
        return noun if preposition.lower_ in ("to", "with") and _is_hearer(noun) else None
    return None


def _behind_words(verb: Token) -> Span | None:
    """ "Speaking to reporters, she said": the hearers of a verb beside it."""
    for child in verb.children:
        if child.dep_ == "advcl" and child.lower_ in ("speaking", "talking"):
            for below in child.children:
                if below.lower_ in ("to", "with") and (found := _behind(below)) is not None:
                    return _span(found)
    return None


def _is_hearer(noun: Token) -> bool:
    return noun.ent_type_ == "ORG" or noun.lower_ in _HEARERS


def _span(noun: Token) -> Span:
    cut = {part.i for child in noun.children if child.dep_ in ("relcl", "acl", "prep", "cc", "conj", "appos", "punct")
           for part in child.subtree}  # fmt: skip
    inside = [part for part in noun.subtree if part.i not in cut]
    first = noun
    while first.i > 0 and any(part.i == first.i - 1 for part in inside):
        first = first.nbor(-1)
    return first.idx, end_of(noun)
