"""All events of a sentence, the main one first."""

from __future__ import annotations

from spacy.tokens import Token

from transforms.analyse.event_lexicon import EventLexicon
from transforms.analyse.event_nominals import read_noun
from transforms.analyse.event_readings import Known, height, predicates, read_clause
from transforms.analyse.event_told import Told
from transforms.analyse.hashed import hashed

_NOUNS = hashed(("NN", "NNS"))


def told_in(sentence: list[Token], lexicon: EventLexicon) -> list[Told]:
    """The events of a sentence, those of its main clause first; no word is the trigger of two."""
    found: list[Told] = []
    used: set[int] = set()
    known: Known = {}
    for head in predicates(sentence, lexicon):
        if head.i in used:
            continue
        told = read_clause(head, lexicon, known)
        if told is not None and told.trigger.i not in used:
            found.append(told)
            used |= told.used | {told.trigger.i}
    nouns = [token for token in sentence if token.tag in _NOUNS and token.i not in used]
    for noun in nouns:
        told = read_noun(noun, lexicon)
        if told is not None and not told.used & used:
            found.append(told)
            used |= told.used
    return sorted(found, key=lambda told: height(told.trigger) + (2.5 if told.trigger.tag_[:2] == "NN" else 0))
