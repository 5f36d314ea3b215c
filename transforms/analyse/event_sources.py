"""Who acts: the sources of an event, from the subject of its clause or from what stands behind it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from transforms.analyse.event_clauses import (
    agents,
    children,
    is_passive,
    is_verb,
    subject,
    with_conjuncts,
)
from transforms.analyse.event_lexicon import EventLexicon
from transforms.analyse.event_means import names_deed
from transforms.analyse.event_nouns import is_actor, is_measure, meaning, reached

_OURS = ("by", "from", "of")
_IN_WHICH = ("in", "with", "by", "of", "to", "for")  # "said in a letter urging", but "despite reports urging"
_FOR_ALL = ("VB", "VBG", "VBP")  # without a subject, an appeal to the reader or a rule for everybody


def sources_of(verb: Token, lexicon: EventLexicon) -> tuple[Token, ...] | None:
    """Who acts: () where the clause does not say, None where nobody or what is no actor does: "sign up here"."""
    if is_passive(verb):
        return tuple(one for by in agents(verb) for one in _by(by, lexicon))
    who = subject(verb)
    if who is None:
        is_told = verb.tag_ not in _FOR_ALL or any(child.tag_ == "MD" for child in verb.children)
        return () if is_told else None
    own = tuple(one for one in with_conjuncts(who) if is_actor(one, lexicon))
    own = own or tuple(_behind(who, lexicon)) or _author(who, verb, lexicon)
    return own if own or names_deed(who, lexicon) else None


def _by(agent: Token, lexicon: EventLexicon) -> list[Token]:
    """Who acts behind "by", and not where: "by police in Oslo", "by an air strike in Oslo"."""
    own = [one for one in with_conjuncts(agent) if is_actor(one, lexicon)]
    return own or list(_behind(agent, lexicon))


def _author(noun: Token, verb: Token, lexicon: EventLexicon) -> tuple[Token, ...]:
    """Who issued the statement that "urges", or has the right "to arrest": the subject of what it is the object of."""
    about = meaning(noun, lexicon)
    is_law = about is not None and about.line.domain == "proposal"
    is_what_for = (
        verb.tag_ == "VB" and noun.dep_ == "pobj" and is_law
    )  # "spoke against the bill to ban": not the speaker
    if verb.dep_ != "acl" or verb.tag_ not in ("VBG", "VB") or noun.dep_ not in ("dobj", "pobj") or is_what_for:
        return ()
    if noun.dep_ == "pobj" and noun.head.lower_ not in _IN_WHICH:
        return ()
    head = noun.head if noun.dep_ == "dobj" else noun.head.head
    who = subject(head) if is_verb(head) and not is_passive(head) else None
    return tuple(one for one in with_conjuncts(who) if is_actor(one, lexicon)) if who is not None else ()


def _behind(noun: Token, lexicon: EventLexicon) -> Iterator[Token]:
    """Who stands behind what acts: "a statement by the union", "Norway's decision", "a Kenyan court order"."""
    if meaning(noun, lexicon) is None and not is_measure(noun):
        return  # "the bank's shares", "the team's form"
    for child in children(noun, "poss"):
        yield from (one for one in with_conjuncts(child) if is_actor(one, lexicon))
    for prep in children(noun, "prep", "agent"):
        if prep.lower_ in _OURS:
            yield from (one for pobj in children(prep, "pobj") for one in reached(pobj, lexicon, 1))
    yield from (child for child in children(noun, "compound", "amod", "nmod") if _is_body(child, lexicon))


def _is_body(modifier: Token, lexicon: EventLexicon) -> bool:
    """Whether a word before a noun is somebody: "Kenyan warplanes", "rebel artillery"."""
    return modifier.ent_type_ in ("GPE", "NORP", "ORG") or (modifier.tag_ == "NN" and is_actor(modifier, lexicon))
