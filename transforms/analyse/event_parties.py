"""Who takes part in an event: its sources from the subject, its targets from objects, prepositions and clauses."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from transforms.analyse.event_clauses import (
    agents,
    children,
    is_moment,
    is_passive,
    objects,
    subject,
    with_conjuncts,
)
from transforms.analyse.event_frames import Fit
from transforms.analyse.event_lexicon import EventLexicon
from transforms.analyse.event_means import names_deed
from transforms.analyse.event_nouns import is_actor, is_place, parties, reached
from transforms.analyse.event_told import Told

_TOWARDS = ("against", "on", "upon", "with", "to", "toward", "towards", "at", "between", "among", "over")
_FROM = ("from", "for", "of", "into", "about", "inside", "through", "in", "near", "across", "off")
_BELOW = ("xcomp", "advcl", "ccomp", "prep", "acl")
_ASKED = ("demand", "appeal", "order", "allow", "prevent", "112", "100", "170", "130", "022")
_OURS = ("by", "from", "of", "in")


def sources_of(verb: Token, lexicon: EventLexicon) -> tuple[Token, ...] | None:
    """Who acts: () where the clause does not say, None where what acts is no actor."""
    if is_passive(verb):
        return tuple(one for by in agents(verb) for one in reached(by, lexicon, 2))
    who = subject(verb)
    if who is None:
        return ()
    own = tuple(one for one in with_conjuncts(who) if is_actor(one, lexicon))
    own = own or tuple(_behind(who, lexicon))
    return own if own or names_deed(who, lexicon) else None


def _behind(noun: Token, lexicon: EventLexicon) -> Iterator[Token]:
    """Who stands behind what acts: "a statement by the union", "Norway's decision", "a Kenyan court order"."""
    for child in children(noun, "poss"):
        yield from (one for one in with_conjuncts(child) if is_actor(one, lexicon))
    for prep in children(noun, "prep", "agent"):
        if prep.lower_ in _OURS:
            yield from (one for pobj in children(prep, "pobj") for one in reached(pobj, lexicon, 1))
    yield from (child for child in children(noun, "compound", "amod", "nmod") if _is_body(child, lexicon))


def _is_body(modifier: Token, lexicon: EventLexicon) -> bool:
    """Whether a word before a noun is somebody: "Kenyan warplanes", "rebel artillery"."""
    return modifier.ent_type_ in ("GPE", "NORP", "ORG") or (modifier.tag_ == "NN" and is_actor(modifier, lexicon))


def targets_of(verb: Token, fit: Fit, lexicon: EventLexicon, inner: Told | None) -> list[Token]:
    """Whom an event is directed at: of all that the clause names, what stands nearest to being acted on."""
    sources = set(with_conjuncts(who)) if (who := subject(verb)) is not None and not is_passive(verb) else set()
    for found in _in_turn(verb, fit, lexicon, inner):
        others = [one for one in dict.fromkeys(found) if one not in sources]
        if others:
            return others
    return []


def _in_turn(verb: Token, fit: Fit, lexicon: EventLexicon, inner: Told | None) -> Iterator[list[Token]]:
    if fit.frame.reading in _ASKED:
        yield _asked(fit, lexicon)
    direct = objects(verb)
    yield [one for noun in children(verb, "dative") for one in with_conjuncts(noun) if is_actor(one, lexicon)]
    yield [one for noun in direct for one in with_conjuncts(noun) if is_actor(one, lexicon)]
    if is_blow(fit.frame.reading):
        yield [one for noun in direct for one in with_conjuncts(noun) if not is_moment(one) and not is_number(one)]
    if fit.noun is not None and (fit.particle is None or fit.particle.dep_ == "prep"):
        yield [one for one in with_conjuncts(fit.noun) if is_actor(one, lexicon)]
    if inner is not None:
        yield [*inner.targets]
    yield [one for noun in direct for one in _outward(noun, lexicon)]
    yield _behind_preps(verb, _TOWARDS, lexicon)
    yield [one for noun in direct for one in parties(noun, lexicon)]
    if fit.noun is not None:
        yield list(parties(fit.noun, lexicon))
    yield _behind_preps(verb, _FROM, lexicon)
    yield from _below(verb, lexicon)
    yield [noun for noun in direct if is_place(noun)]


def is_blow(reading: str) -> bool:
    """Whether a code is of an act that may be done to a thing: a house is seized, a bus attacked."""
    return reading[:2] in ("17", "18", "19", "20")


def is_number(noun: Token) -> bool:
    """Whether a noun is only a number."""
    return noun.tag_ == "CD"


def _outward(noun: Token, lexicon: EventLexicon) -> list[Token]:
    """Whom a noun is directed at: "an attack on", "sanctions against"."""
    return [
        one
        for prep in children(noun, "prep")
        if prep.lower_ in _TOWARDS
        for pobj in children(prep, "pobj")
        for one in reached(pobj, lexicon, 2)
    ]


def _asked(fit: Fit, lexicon: EventLexicon) -> list[Token]:
    """Who is to do what is asked: the subject of the clause."""
    if fit.clause is None:
        return []
    own = children(fit.clause, "nsubj", "nsubjpass")
    return [one for who in own for one in reached(who, lexicon, 1)]


def _behind_preps(verb: Token, order: tuple[str, ...], lexicon: EventLexicon) -> list[Token]:
    """The actors behind a verb's prepositions, in the order of the prepositions; of equal ones the first."""
    preps = [child for child in verb.children if child.dep_ in ("prep", "dative", "agent") and child.lower_ in order]
    for prep in sorted(preps, key=lambda child: order.index(child.lower_)):
        found = [one for pobj in children(prep, "pobj") for one in reached(pobj, lexicon, 2)]
        if found:
            return found
    return []


def _below(verb: Token, lexicon: EventLexicon) -> Iterator[list[Token]]:
    """The actors named in the clauses below: "marched to demand that Norway …"."""
    for child in verb.children:
        if child.dep_ in _BELOW and child.i > verb.i:
            inner = child if child.dep_ != "prep" else next(iter(children(child, "pcomp")), None)
            if inner is not None:
                own = [*children(inner, "dobj"), *children(inner, "nsubj")]
                yield [one for noun in own for one in reached(noun, lexicon, 2)]
                yield _behind_preps(inner, (*_TOWARDS, *_FROM), lexicon)
