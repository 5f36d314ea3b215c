"""Which frame of the lexicon fits a verb as it stands: by its particle, and by the kind of its object."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from spacy.tokens import Token

from transforms.analyse.event_clauses import beside, children, complements, objects, subject
from transforms.analyse.event_forms import singular
from transforms.analyse.event_lexicon import EventLexicon, Frame
from transforms.analyse.event_nouns import Meaning, is_actor, is_place, meaning

_ORGANS = ("government", "ministry", "embassy", "ambassador", "minister", "president", "parliament", "premier")


class Fit(NamedTuple):
    """A frame that fits, what its object is about, and the clause that it takes."""

    frame: Frame
    noun: Token | None
    meaning: Meaning | None
    clause: Token | None
    particle: Token | None


def fits(verb: Token, lexicon: EventLexicon) -> Iterator[Fit]:
    """The frames that fit a verb or adjective, the most particular first."""
    for lemma in lexicon.lemmas.get(verb.lower_, ()):
        frames = lexicon.verbs[lemma]
        particles = [(word, token) for word, token in beside(verb) if word in frames]
        for word, token in particles:
            yield from _fits_with(verb, token, frames[word], lexicon)
        if "" in frames:
            yield from _fits_with(verb, None, frames[""], lexicon)


def _fits_with(
    verb: Token, particle: Token | None, by_kind: Mapping[str, Frame], lexicon: EventLexicon
) -> Iterator[Fit]:
    is_prep = particle is not None and particle.dep_ in ("prep", "dative", "mark")
    noun = _object_of(verb, particle if is_prep else None)
    if noun is not None and particle is not None and noun.i == particle.i and not is_prep:
        noun = None
    clause = _clause_of(verb, particle if is_prep else None, lexicon)
    about = meaning(noun, lexicon) if noun is not None else None
    for kind in _kinds(verb, noun, about, clause, lexicon):
        if kind in by_kind:
            yield Fit(by_kind[kind], noun, about, clause, particle)


def _object_of(verb: Token, prep: Token | None) -> Token | None:
    own = children(prep, "pobj") if prep is not None else objects(verb)
    return own[0] if own else None


def _clause_of(verb: Token, prep: Token | None, lexicon: EventLexicon) -> Token | None:
    """The clause that a verb takes: behind its preposition, as an infinitive, or with "that"."""
    if prep is not None and prep.dep_ == "mark":
        return prep.head
    inside = complements(prep) if prep is not None else []
    own = inside or complements(verb)
    if own:
        return own[0]
    for noun in objects(verb)[:1]:  # the parser hangs "asked them to leave" and "a promise to leave" on the noun
        below = [child for child in noun.children if child.dep_ in ("acl", "relcl") and _is_infinitive(child)]
        if below:
            return below[0]
    if any(not is_actor(noun, lexicon) for noun in objects(verb)):
        return None  # "suspended aid to press them": the infinitive is a purpose
    below = [child for child in verb.children if child.dep_ == "advcl" and _is_infinitive(child)]
    return below[0] if below else None


def _is_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.children)


def _kinds(
    verb: Token, noun: Token | None, about: Meaning | None, clause: Token | None, lexicon: EventLexicon
) -> Iterator[str]:
    """The kinds of object that a frame may ask for and find here, the most particular first."""
    if verb.lower_ in lexicon.by_subject:
        yield from _kinds_by(verb, lexicon)
    if noun is not None:
        yield f"={singular(noun.lower_)}"
        if about is not None:
            yield f"={singular(about.noun.lower_)}"
            yield about.line.domain
        if is_place(noun):
            yield "places"
    if clause is not None:
        if _is_infinitive(clause):
            yield "@to"
        yield "@clause"
    if noun is not None and is_actor(noun, lexicon):
        yield "@actor"
    if noun is None and clause is None:
        yield "@none"
    if noun is not None and any(child.lower_ == "to" for child in children(verb, "prep", "dative")):
        yield "@given"
    yield ""


def _kinds_by(verb: Token, lexicon: EventLexicon) -> Iterator[str]:
    """The kinds of those who act: a state or its organs, or the domain of the subject."""
    who = subject(verb)
    if who is None:
        return
    if who.ent_type_ == "GPE" or singular(who.lower_) in _ORGANS:
        yield "by state"
    acting = meaning(who, lexicon)
    if acting is not None:
        yield f"by {acting.line.domain}"
