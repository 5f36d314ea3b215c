"""How far a word of tone bears on somebody in its sentence: by what stands between them in the parse.

The weights are round numbers, tried on one half of NewsMTSC's training part; `tests/quality/tone.py` measures the rest.
"""

from __future__ import annotations

from spacy.tokens import Token

from transforms.analyse.reporting_words import REPORTING_VERBS
from transforms.analyse.source_phrases import is_passive
from transforms.analyse.tone_cues import (
    ACTORS,
    ACTS,
    ADMITTING,
    AIMED,
    ANSWERABLE,
    EXPERTS,
    FIGHTING,
    HARMING,
    LINKS,
    MADE,
    SAID,
    TOLD,
    UPON,
    WHERE,
)
from transforms.analyse.tone_lexicon import Charge

_SUBJECT = _OBJECT = 1.0
_OWNER = 0.7  # of what is spoken of: "criticised Berg's plan"
_IS = 1.2  # "Berg is corrupt"
_BEFORE = 0.8  # "the corrupt mayor"
_BEFORE_NOUN = 0.4  # "the fraud scheme"
_BY_WHOM = 0.1  # "the agency's probe"
_AIMED = 0.9  # "a swipe at Berg", "poured scorn on Berg"
_BEATEN = -0.8  # "a victory over Berg"
_HAS = 0.5  # "Berg faces criticism"
_BEHIND = 0.5  # "lashed out at Berg"
_NEAR_BAD, _NEAR_GOOD = 0.5, 0.4  # elsewhere in the sentence: the bad rubs off more than the good
_SAID_GOOD = 0.1  # in what somebody says: of the good a little falls back on the speaker, of the bad nothing
_CLOSE = (1.6, 1.0, 0.6)  # by steps in the parse: up to 2, up to 4, more
# Who is no part of a clause, but of a phrase in it: "at a meeting with Berg", "the Berg papers", "the crew and Berg".
_ASIDE = {"pobj": 0.5, "conj": 0.5, "compound": 0.25, "nmod": 0.25, "npadvmod": 0.25, "dep": 0.25}
_MARKS = frozenset(("“", "”", '"', "``", "''"))
_STEPS = 12
_LONG = 150  # words; a sentence of more is a list or a table
_SLIGHT = 0.25  # words of less tone bear on whom they are said of alone


def bearing(word: Token, charge: Charge, target: Token) -> float:
    """The share of a word's tone that falls on the target, which is the head of a name's phrase."""
    found = _of_verb(word, charge, target) if charge.is_verb else _of_other(word, charge.on_subject, target)
    if found is not None:
        return found
    tone = charge.on_subject if not charge.is_verb else _mean(charge)
    return _from_afar(word, tone, target)


def _mean(charge: Charge) -> float:
    """What a verb lends to its sentence; nothing where it is good for one and bad for the other."""
    return (charge.on_subject + charge.on_object) / 2 if charge.on_subject * charge.on_object >= 0 else 0.0


def _of_verb(verb: Token, charge: Charge, target: Token) -> float | None:
    """By the target's part in what the verb tells."""
    if _is_relative_object(verb, target):
        return charge.on_object * _OBJECT
    subject = inherited_subject(verb)
    if suffers(verb):
        if subject is not None and is_within(target, subject):
            return charge.on_object * _part(target, subject, _OWNER)
        by = next((child for child in verb.children if child.lower_ == "by" and is_within(target, child)), None)
        return charge.on_subject * _SUBJECT if by is not None else None
    for child in verb.children:
        if child.dep_ in ("dobj", "dative", "oprd") and is_within(target, child):
            return charge.on_object * _part(target, child, _OWNER if target.head is child else 0.4)
    if subject is not None and is_within(target, subject):
        return charge.on_subject * _part(target, subject, 0.5)
    return _of_preposition(verb, charge, target)


def _of_preposition(verb: Token, charge: Charge, target: Token) -> float | None:
    for child in verb.subtree if charge.through else verb.children:
        if child.dep_ == "prep" and is_within(target, child):
            share = 1.0 if target.head is child or target.head == child else 0.5
            if charge.through:
                return charge.on_object * share if child.lower_ == charge.through else None
            return min(0.0, charge.on_object) * _BEHIND * share
    return None


def _part(target: Token, head: Token, owner: float) -> float:
    return 1.0 if target is head or target == head or target.dep_ in ("conj", "appos") else owner


def _is_relative_object(verb: Token, target: Token) -> bool:
    """ "Berg, whom the union criticised"."""
    if verb.dep_ != "relcl" or not is_within(target, verb.head) or is_within(target, verb):
        return False
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    return bool(subjects) and not any(child.lower_ in ("who", "which", "that") for child in subjects)


def _of_other(word: Token, tone: float, target: Token) -> float | None:
    """Of a noun, an adjective or an adverb: by the noun that it is or stands before."""
    noun = word.head if word.dep_ in ("amod", "advmod", "compound") else word
    if word.dep_ == "compound" and word.tag_ in ("NN", "NNS"):
        tone *= 0.0 if noun.lower_ in EXPERTS else _BEFORE_NOUN
    if noun == target:
        return tone * _BEFORE
    if (noun.dep_ == "appos" and noun.head == target) or (target.dep_ == "appos" and target.head == noun):
        return tone
    predicate = _as_predicate(noun, tone, target)
    if predicate is not None:
        return predicate
    if target.dep_ in ("poss", "compound") and target.head == noun:
        return 0.0 if noun.lower_ in ACTORS else tone * (_BY_WHOM if noun.lower_ in ACTS else _OWNER)
    return _of_noun(noun, tone, target) if noun.tag_.startswith("NN") else None


def _as_predicate(noun: Token, tone: float, target: Token) -> float | None:
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":
        noun = noun.head.head  # "a man of honour"
    if noun.dep_ not in ("attr", "acomp", "oprd"):
        return None
    called = next((child for child in noun.head.children if child.dep_ == "dobj"), None)
    if noun.dep_ == "oprd" and called is not None and is_within(target, called):
        return tone * _IS
    subject = inherited_subject(noun.head)
    if subject is None or not is_within(target, subject):
        return None
    return tone * _IS * (1.0 if target == subject else 0.5)


def _of_noun(noun: Token, tone: float, target: Token) -> float | None:
    for child in noun.children:
        if child.dep_ == "prep" and target.head == child:
            is_lost = tone > 0 and child.lower_ in ("over", "against")
            is_aimed = child.lower_ in ("at", "on", "toward", "towards") and noun.lower_ in AIMED
            return tone * (_BEATEN if is_lost else _AIMED if is_aimed else LINKS.get(child.lower_, 0.5))
    if noun.dep_ == "dobj" and target.head.head == noun.head and target.head.lower_ in UPON:
        return tone * _AIMED
    if noun.dep_ in ("dobj", "pobj"):
        verb = noun.head if noun.dep_ == "dobj" else noun.head.head
        if verb.lower_ in ANSWERABLE and verb.dep_ in ("acomp", "oprd"):
            verb = verb.head
        if inherited_subject(verb) == target:
            is_told = tone < 0 and noun.dep_ == "pobj" and _tells(verb)
            is_free = is_told or verb.lower_ in FIGHTING or (suffers(verb) and verb.lower_ in HARMING)
            return 0.0 if is_free else tone * _HAS
    if noun.dep_ == "nsubj":
        objects = (child for child in noun.head.children if child.dep_ in ("dobj", "dative"))
        if any(target == child or (target.dep_ == "conj" and is_within(target, child)) for child in objects):
            return tone * _HAS
    return None


def _from_afar(word: Token, tone: float, target: Token) -> float:
    """Elsewhere in the sentence: less with each step between them; nothing on who only stands by or tells of it."""
    if abs(tone) < _SLIGHT or stands_by(target):
        return 0.0
    above, path = upwards(word), upwards(target)
    positions = {token.i: number for number, token in enumerate(path)}
    up = next((number for number, token in enumerate(above) if token.i in positions), None)
    if up is None:
        return 0.0
    if _is_said_by(above, target) or _says_beside(path, above, word):
        return max(0.0, tone) * _SAID_GOOD
    steps = up + positions[above[up].i]
    share = _CLOSE[0] if steps <= 2 else _CLOSE[1] if steps <= 4 else _CLOSE[2]
    share *= _ASIDE.get(target.dep_, 1.0)
    return tone * share * (_NEAR_GOOD if tone > 0 else _NEAR_BAD)


def stands_by(target: Token) -> bool:
    """Whether somebody is only where something is, whom it is told or done to, or who tells it."""
    if target.dep_ in ("poss", "compound", "nmod") and target.head.dep_ == "pobj" and _is_source(target.head.head):
        return True
    head = target.head
    if target.dep_ == "pobj":
        if head.lower_ in WHERE or (head.lower_ == "to" and head.head.lower_ in TOLD):
            return True
        return head.lower_ == "by" and head.dep_ == "agent" and head.head.lower_ in MADE
    if target.dep_ in ("dobj", "dative"):
        return head.lower_ in TOLD or head.lower_ in HARMING
    return target.dep_ == "nsubjpass" and head.lower_ in HARMING


def _is_source(preposition: Token) -> bool:
    """ "According to NAME"."""
    return preposition.lower_ == "to" and preposition.head.lower_ == "according"


def _is_said_by(above: list[Token], target: Token) -> bool:
    """Whether a word hangs under what the target says, asks for or holds against another."""
    for token in above:
        verb = token.head
        if token.dep_ in SAID and _tells(verb):
            subject = inherited_subject(verb)
            if subject is not None and is_within(target, subject):
                return True
    return False


def _says_beside(path: list[Token], above: list[Token], word: Token) -> bool:
    """Whether the target says it in a clause that hangs on what is said, or before marks that the word stands in."""
    for token in path:
        if token.dep_ == "nsubj":
            verb = token.head
            if not _tells(verb):
                return False
            return (verb.dep_ == "parataxis" and verb not in above) or _is_marked_off(path[0], word)
    return False


def _is_marked_off(target: Token, word: Token) -> bool:
    first, last = sorted((target.i, word.i))
    return last - first < _LONG and sum(token.text in _MARKS for token in target.doc[first:last]) % 2 == 1


def _tells(verb: Token) -> bool:
    return verb.lower_ in REPORTING_VERBS and verb.lower_ not in ADMITTING and not suffers(verb)


def suffers(verb: Token) -> bool:
    """Whether it is passive; a past tense that was taken for a participle has an object."""
    return is_passive(verb) and (verb.dep_ != "acl" or all(child.dep_ != "dobj" for child in verb.children))


def inherited_subject(verb: Token) -> Token | None:
    """The subject of a verb, or what is its subject without a word: in "accused Berg of lying" Berg."""
    for _ in range(4):
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                is_relative = verb.dep_ == "relcl" and child.lower_ in ("who", "which", "that")
                return verb.head if is_relative else child
        if verb.dep_ in ("acl", "relcl"):
            return verb.head
        if verb.dep_ not in ("xcomp", "conj", "advcl", "pcomp", "prep"):
            return None
        if verb.dep_ == "pcomp" and verb.head.lower_ in ("of", "for", "from"):
            blamed = next((child for child in verb.head.head.children if child.dep_ == "dobj"), None)
            if blamed is not None:
                return blamed
        verb = verb.head
    return None


def is_within(token: Token, above: Token) -> bool:
    """Whether a token hangs, however far down, on another."""
    return any(step == above for step in upwards(token))


def upwards(token: Token) -> list[Token]:
    """The token, and those on which it hangs, the nearest first."""
    path = [token]
    while len(path) <= _STEPS and path[-1].head != path[-1]:
        path.append(path[-1].head)
    return path
