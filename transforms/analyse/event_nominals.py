"""Events that a noun tells of by itself: "Norway's attack on the port", "talks between the two"."""

from __future__ import annotations

from spacy.tokens import Token

from transforms.analyse.event_clauses import children, is_verb, modals, subject, with_conjuncts
from transforms.analyse.event_forms import verb_forms
from transforms.analyse.event_lexicon import EventLexicon
from transforms.analyse.event_nouns import Meaning, is_actor, meaning, reached
from transforms.analyse.event_told import Told

_TOWARDS = ("against", "on", "upon", "with", "to", "toward", "towards", "at", "between", "among", "for", "into", "of")
_FROM = ("by", "from")
# What a noun alone tells of; "aid", "ties" or "rights" only stand for things that may be given or broken.
_DEEDS = (
    "talks", "mediation", "agreement", "coop", "military", "judicial", "release", "truce", "investigation", "demand",
    "criticism", "accusation", "rejection", "threat", "protest", "sanction", "reduction", "restriction", "arrest",
    "expulsion", "repression", "attack", "seizure", "abduction", "blockade", "mobilisation",
)  # fmt: skip
_HAPPENS = ("broke", "breaks", "erupted", "began", "begin", "resumed", "continued", "continue", "opened", "started",
            "ended", "flared", "raged", "collapsed", "failed", "stalled")  # fmt: skip
_THOUGHTS = frozenset((
    "fear", "fears", "risk", "threat", "possibility", "prospect", "danger", "idea", "chance", "option", "prospects",
    "risks", "calls", "demand", "demands", "need", "plan", "plans", "proposal", "proposals", "dangers", "case",
))  # fmt: skip
_SHUNNED = ("avoid", "avert", "prevent", "fear", "want", "need", "demand", "face", "risk", "seek", "deny", "bar", "ban",
            "forbid", "prohibit")  # fmt: skip
_AVOIDED = frozenset(form for verb in _SHUNNED for form in verb_forms(verb))
_POSSIBLE = frozenset(("will", "would", "may", "might", "could", "should", "can", "'ll", "must"))
_MUTUAL = ("between", "among", "amongst")
_ADJECTIVES = ("NORP", "GPE", "ORG")


def read_noun(noun: Token, lexicon: EventLexicon) -> Told | None:
    """The event that a noun names with somebody who takes part in it; None where it names none."""
    if noun.dep_ in ("compound", "nmod", "amod", "poss") or noun.ent_type_ in ("ORG", "PERSON", "GPE", "FAC"):
        return None
    about = meaning(noun, lexicon)
    if about is None or about.noun != noun or about.line.domain not in _DEEDS:
        return None
    sources = _sources(noun, lexicon)
    targets = tuple(one for one in _targets(about, lexicon) if one not in sources)
    if not sources and targets and _is_mutual(noun):
        sources, targets = targets[:1], targets[1:]
    if not targets and not (sources and _is_mutual(noun)):
        return None
    verb = _verb_above(noun)
    if verb is not None and verb.tag_ in ("VB", "VBG") and subject(verb) is None and not modals(verb):
        return None  # "promoting cooperation between": an aim, and not somebody's deed
    used = frozenset((noun.i, about.noun.i))
    is_none = any(child.lower_ in ("no", "without") for child in noun.children) or noun.head.lower_ == "without"
    line = about.line
    return Told(
        noun, line.code, line.mode, sources, targets, negated=is_none, used=used, is_loose=line.is_everyday,
        realis="hypothetical" if _is_thought(noun, verb) else "actual",
    )  # fmt: skip


def _verb_above(noun: Token) -> Token | None:
    """The verb whose object a noun is, by a preposition or not."""
    head = noun.head if noun.dep_ != "pobj" else noun.head.head
    return head if noun.dep_ in ("dobj", "pobj") and is_verb(head) else None


def _is_thought(noun: Token, verb: Token | None) -> bool:
    """Whether an event is only feared, wanted or possible: "a threat of war", "avoided extradition"."""
    if noun.dep_ == "pobj" and noun.head.head.lower_ in _THOUGHTS:
        return True
    if noun.dep_ in ("nsubj", "nsubjpass") and is_verb(noun.head) and _POSSIBLE & set(modals(noun.head)):
        return True  # "an attack on one would be considered"
    is_done = verb is not None and noun.dep_ == "dobj"
    return verb is not None and is_done and (verb.lower_ in _AVOIDED or bool(_POSSIBLE & set(modals(verb))))


def _sources(noun: Token, lexicon: EventLexicon) -> tuple[Token, ...]:
    for prep in children(noun, "prep", "agent"):
        if prep.lower_ in _FROM:
            found = [one for pobj in children(prep, "pobj") for one in reached(pobj, lexicon, 1)]
            if found:
                return tuple(found)
    for child in children(noun, "poss"):
        found = [one for one in with_conjuncts(child) if is_actor(one, lexicon)]
        if found:
            return tuple(found)
    return tuple(child for child in children(noun, "compound", "amod", "nmod") if child.ent_type_ in _ADJECTIVES)


def _targets(about: Meaning, lexicon: EventLexicon) -> list[Token]:
    noun = about.noun
    own = about.line.noun
    for word in _TOWARDS:
        for prep in _preps(noun):
            if prep.lower_ == word and f" {word} " not in own:  # "the use of force": force is no target
                found = [one for pobj in children(prep, "pobj") for one in reached(pobj, lexicon, 1)]
                if found:
                    return found
    return []


def _is_mutual(noun: Token) -> bool:
    return any(prep.lower_ in _MUTUAL for prep in _preps(noun))


def _preps(noun: Token) -> list[Token]:
    """The prepositions of a noun, and of the verb that says that it happens: "fighting broke out between"."""
    own = children(noun, "prep")
    if noun.dep_ == "nsubj" and noun.head.lower_ in _HAPPENS:
        own += [prep for prep in children(noun.head, "prep") if prep.lower_ in (*_MUTUAL, "with", "against")]
    return own
