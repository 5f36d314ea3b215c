"""Which frame of the lexicon fits a verb as it stands: by its particle, and by the kind of its object."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from spacy.tokens import Token

from transforms.analyse.event_clauses import (
    agents,
    beside,
    children,
    complements,
    is_moment,
    is_passive,
    objects,
    subject,
    with_conjuncts,
)
from transforms.analyse.event_forms import singular
from transforms.analyse.event_lexicon import EventLexicon, Frame
from transforms.analyse.event_nouns import PEOPLE, Meaning, is_actor, is_place, meaning

_QUESTIONS = ("how", "why", "what", "whether", "who", "when", "where", "which")
_ORGANS = ("government", "ministry", "embassy", "ambassador", "minister", "president", "parliament", "premier")


class Fit(NamedTuple):
    """A frame that fits, what its object is about, and the clause that it takes."""

    frame: Frame
    noun: Token | None
    meaning: Meaning | None
    clause: Token | None
    particle: Token | None

    @property
    def is_of_none(self) -> bool:
        """ "Make no apology", "gave no help"."""
        return self.meaning is not None and any(child.lower_ == "no" for child in self.meaning.noun.children)


def fits(verb: Token, lexicon: EventLexicon) -> Iterator[Fit]:
    """The frames that fit a verb or adjective, the most particular first."""
    direct: _Object | None = None
    for lemma in lexicon.lemmas.get(verb.lower_, ()):
        frames = lexicon.verbs[lemma]
        if lemma in lexicon.sayings:  # most verbs of news: their object tells nothing
            yield Fit(frames[""][""], None, None, _clause_of(verb, None, objects(verb), lexicon), None)
            continue
        particles = [(word, token) for word, token in beside(verb) if word in frames] if frames.keys() != {""} else []
        for word, token in particles:
            if token.dep_ == "prep" and (when := children(token, "pobj")) and all(map(is_moment, when)):
                continue  # "between 1992 and 2004"
            if token.dep_ in ("prep", "dative", "mark"):
                yield from _fits_with(verb, token, frames[word], _object(verb, token, lexicon), lexicon)
            else:
                direct = direct or _object(verb, None, lexicon)
                yield from _fits_with(verb, token, frames[word], direct, lexicon)
        if "" in frames:
            direct = direct or _object(verb, None, lexicon)
            yield from _fits_with(verb, None, frames[""], direct, lexicon)


class _Object(NamedTuple):
    """What a verb, or its preposition, takes: a noun with what it is about, and a clause."""

    noun: Token | None
    about: Meaning | None
    clause: Token | None


def _object(verb: Token, prep: Token | None, lexicon: EventLexicon) -> _Object:
    direct = objects(verb)
    own = _pobjects(prep) if prep is not None else direct
    noun = own[0] if own else None
    clause = _clause_of(verb, prep, direct, lexicon)
    abouts = (meaning(one, lexicon) for one in with_conjuncts(noun)) if noun is not None else iter(())
    return _Object(noun, next((about for about in abouts if about is not None), None), clause)


def _pobjects(prep: Token) -> list[Token]:
    """The nouns behind a preposition, or behind a second one: "out of the talks"."""
    return children(prep, "pobj") or [noun for second in children(prep, "prep") for noun in children(second, "pobj")]


def _fits_with(
    verb: Token, particle: Token | None, by_kind: Mapping[str, Frame], own: _Object, lexicon: EventLexicon
) -> Iterator[Fit]:
    if own.noun is not None and particle is not None and own.noun.i == particle.i:
        own = _Object(None, None, own.clause)  # "take hostage": the noun is the verb's own
    for kind in _kinds(verb, own, by_kind, lexicon):
        if kind in by_kind:
            yield Fit(by_kind[kind], own.noun, own.about, own.clause, particle)


def _clause_of(verb: Token, prep: Token | None, direct: list[Token], lexicon: EventLexicon) -> Token | None:
    """The clause that a verb takes: behind its preposition, as an infinitive, or with "that"."""
    if prep is not None and prep.dep_ == "mark":
        return prep.head
    inside = complements(prep) if prep is not None else []
    own = inside or complements(verb)
    if own:
        return own[0]
    for noun in direct[:1]:  # the parser hangs "asked them to leave" and "a promise to leave" on the noun
        below = [child for child in noun.children if child.dep_ in ("acl", "relcl") and _is_infinitive(child)]
        if below:
            return below[0]
    if any(not is_actor(noun, lexicon) for noun in direct):
        return None  # "suspended aid to press them": the infinitive is a purpose
    below = [child for child in verb.children if child.dep_ == "advcl" and _is_infinitive(child)]
    return below[0] if below else None


def _is_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.children)


def _kinds(verb: Token, own: _Object, by_kind: Mapping[str, Frame], lexicon: EventLexicon) -> Iterator[str]:
    """The kinds of object that a frame may ask for and find here, the most particular first."""
    noun, about, clause = own
    if verb.lower_ in lexicon.by_subject:
        yield from _kinds_by(verb, lexicon, is_alone=noun is None or is_actor(noun, lexicon))
    if noun is not None:
        yield f"={singular(noun.lower_)}"
        if about is not None:
            yield f"={singular(about.noun.lower_)}"
            yield about.line.domain
        if "places" in by_kind and is_place(noun):
            yield "places"
    if clause is not None:
        yield from _kinds_of_clause(clause, by_kind)
    if noun is not None and _is_of(noun, about, by_kind, lexicon):
        if noun.tag_ in ("NN", "NNS"):
            yield "@noun"
        yield "@actor"
    if noun is None and clause is None:
        yield "@none"
    if "@named" in by_kind and children(verb, "oprd") and not is_passive(verb):
        yield "@named"
    if (
        "@given" in by_kind
        and noun is not None
        and any(child.lower_ == "to" for child in children(verb, "prep", "dative"))
    ):
        yield "@given"
    yield ""


def _kinds_of_clause(clause: Token, by_kind: Mapping[str, Frame]) -> Iterator[str]:
    if "@how" in by_kind and any(child.lower_ in _QUESTIONS for child in clause.children):
        yield "@how"
    if "@to" in by_kind and _is_infinitive(clause):
        yield "@to"
    if "@that" in by_kind and any(mark.lower_ == "that" for mark in children(clause, "mark")):
        yield "@that"
    yield "@clause"


def _is_of(noun: Token, about: Meaning | None, by_kind: Mapping[str, Frame], lexicon: EventLexicon) -> bool:
    """Whether a frame asks for somebody and the noun is somebody."""
    is_asked = "@actor" in by_kind or "@noun" in by_kind
    return is_asked and ((about is not None and about.line.domain in PEOPLE) or is_actor(noun, lexicon))


def _kinds_by(verb: Token, lexicon: EventLexicon, *, is_alone: bool) -> Iterator[str]:
    """The kinds of those who act: a state or its organs, or the domain of the subject."""
    who = next(iter(agents(verb)), None) if is_passive(verb) else subject(verb)
    if who is None:
        return
    if who.ent_type_ == "GPE" or singular(who.lower_) in _ORGANS:
        yield "by state"
    if is_alone and who.ent_type_ in ("GPE", "NORP"):
        yield "by nation"  # fights, and not against dirt
    acting = meaning(who, lexicon)
    if acting is not None:
        yield f"by {acting.line.domain}"
