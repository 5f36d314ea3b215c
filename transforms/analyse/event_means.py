"""By what means: "killed in an air strike" is told by the air strike, "shells hit the port" by the shells."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from transforms.analyse.event_clauses import agents, children, is_passive, objects, subject
from transforms.analyse.event_forms import singular
from transforms.analyse.event_lexicon import EventLexicon
from transforms.analyse.event_nouns import is_actor, meaning

_PLAIN = ("1823", "182", "190", "171", "183")  # codes that say what happened and not how
_BY = ("in", "by", "with", "during", "from")
_FROM_THE_AIR = frozenset((
    "aircraft", "warplane", "jet", "fighter jet", "helicopter", "gunship", "helicopter gunship", "bomber",
    "fighter plane",
    "military aircraft", "fighter-bomber",
))  # fmt: skip
_BIG_GUNS = frozenset(("artillery", "tank", "gunner", "gunboat", "warship", "tank column"))


def by_means(verb: Token, code: str, mode: str, lexicon: EventLexicon) -> tuple[str, str]:
    """The code and mode of an attack, by the means that the clause names; as they were where it names none."""
    if code not in _PLAIN:
        return code, mode
    if verb.lower_ in _SAID_TOO and _are_in_words(verb, lexicon):
        return "111", ""  # one senator attacked another
    return _by_weapon(verb, code, mode, lexicon)


def _by_weapon(verb: Token, code: str, mode: str, lexicon: EventLexicon) -> tuple[str, str]:
    for noun in objects(verb):  # "fired tear gas at"
        about = meaning(noun, lexicon)
        if about is not None and about.line.domain == "repression":
            return about.line.code, about.line.mode
    for noun in _means(verb, lexicon):
        about = meaning(noun, lexicon)
        if about is None:
            continue
        if about.line.noun in _FROM_THE_AIR:
            return "195", "aerial"
        if about.line.noun in _BIG_GUNS:
            return "194", "heavy-weapons"
        if about.line.domain in ("attack", "actor") and about.line.code and about.line.code not in _PLAIN[:4]:
            return about.line.code, about.line.mode
    return code, mode


_SAID_TOO = ("attack", "attacks", "attacked", "attacking", "assail", "assails", "assailed", "assailing")


def _are_in_words(verb: Token, lexicon: EventLexicon) -> bool:
    """Whether persons by name attack persons by name, or what others think and plan."""
    who = agents(verb) if is_passive(verb) else [one for one in (subject(verb),) if one is not None]
    whom = objects(verb)
    if not who or not whom or any(one.ent_type_ != "PERSON" for one in who):
        return False
    return all(one.ent_type_ == "PERSON" or _is_thought(one, lexicon) for one in whom)


def _is_thought(noun: Token, lexicon: EventLexicon) -> bool:
    about = meaning(noun, lexicon)
    return about is not None and about.line.domain in ("proposal", "statement", "promise", "reform", "support")


def is_machine(noun: Token) -> bool:
    """Whether a noun is a machine of war, which may strike but to which nothing is given."""
    word = singular(noun.lower_)
    return noun.tag_ in ("NN", "NNS") and (word in _FROM_THE_AIR or word in _BIG_GUNS)


def names_deed(noun: Token, lexicon: EventLexicon) -> bool:
    """Whether what acts is itself an attack or a weapon, behind which nobody needs to be named: "a bomb killed"."""
    about = meaning(noun, lexicon)
    return about is not None and about.line.domain in ("attack", "troops", "police", "repression", "military aid")


def _means(verb: Token, lexicon: EventLexicon) -> Iterator[Token]:
    who = subject(verb)
    if who is not None and not is_passive(verb):
        about = meaning(who, lexicon)
        if not is_actor(who, lexicon) or (about is not None and about.line.domain == "troops"):
            yield who
    yield from agents(verb)
    for child in verb.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in _BY:
            yield from children(child, "pobj")
        if child.dep_ == "advcl" and singular(child.lower_) == "using":
            yield from objects(child)
