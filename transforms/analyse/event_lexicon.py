"""The lexicon of events, compiled for reading: which words tell of what, and what becomes of it when it is promised,
demanded, refused or ended."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from spacy.tokens import Token

from transforms.analyse.event_forms import singular, verb_forms
from transforms.analyse.hashed import hashed
from transforms.records.seeds import EventCode, EventNoun, EventVerb, EventWords

LONGEST_NOUN = 4  # words of the longest phrase of the lexicon


class Frame(NamedTuple):
    """What a verb tells of with one kind of object: a CAMEO code or the name of a move, and the mode."""

    reading: str
    mode: str
    is_loose: bool = False  # an everyday verb whose object says nothing of what is meant


# Kinds of objects that leave open in what sense a verb is meant.
_PLAIN_KINDS = ("", "@actor", "@noun", "@none", "@named", "@given", "@clause", "@to", "@that", "places", "objects")
Frames = Mapping[str, Mapping[str, Frame]]  # by particle, then by kind of object


@dataclass(frozen=True)
class EventLexicon:
    """Verbs by form, nouns by phrase in the singular, moves and codes."""

    lemmas: Mapping[str, tuple[str, ...]]  # by form, lower case
    verbs: Mapping[str, Frames]  # by lemma
    nouns: Mapping[str, EventNoun]
    moves: Mapping[tuple[str, str], str]
    codes: Mapping[str, EventCode]
    move_names: frozenset[str]
    by_subject: frozenset[str]  # forms of verbs of which some frame asks who acts
    last_words: frozenset[str]  # of the phrases of the nouns, and the words before "of" in them
    numbers: frozenset[int]  # of the forms of the verbs
    sayings: frozenset[str]  # lemmas that do nothing but report
    before_of: frozenset[str]  # the words before "of" in the phrases of the nouns

    def noun(self, words: list[str]) -> EventNoun | None:
        """The longest listed phrase that ends with the last of the words, which are in lower case."""
        last = singular(words[-1])
        for count in range(min(len(words), LONGEST_NOUN), 0, -1):
            phrase = " ".join([*words[len(words) - count : -1], last])
            if phrase in self.nouns:
                return self.nouns[phrase]
        return None

    def may_tell(self, noun: Token) -> bool:
        """Whether a phrase with that noun at its head, or before it, may be listed; cheap, asked of every noun."""
        return singular(noun.lower_) in self.last_words or any(
            child.dep_ in ("compound", "nmod") and singular(child.lower_) in self.last_words for child in noun.lefts
        )

    def moved(self, move: str, domain: str) -> str:
        """The code of a move about a domain; "" where the move makes no event of it."""
        return self.moves.get((move, domain)) or self.moves.get((move, ""), "")

    def domain(self, code: str) -> str:
        """What an event of that code is about; "" where there is none."""
        return self.codes[code].domain if code in self.codes else ""


def build_event_lexicon(words: EventWords) -> EventLexicon:
    """The lexicon, compiled. A code that no line of the codes explains raises ValueError."""
    moves = {(line.move, line.domain): line.code for line in words.moves}
    codes = {line.code: line for line in words.codes}
    names = frozenset(move for move, _ in moves) | _PLAIN_MOVES
    _check(words, codes, names)
    verbs: dict[str, dict[str, dict[str, Frame]]] = {}
    for line in words.verbs:
        by_object = verbs.setdefault(line.verb, {}).setdefault(line.particle, {})
        by_object.update(
            (kind, Frame(line.reading, line.mode, line.is_everyday and kind in _PLAIN_KINDS)) for kind in line.objects
        )
    nouns = {line.noun: line for line in words.nouns}
    lemmas = _lemmas(words.verbs)
    sayings = frozenset(verb for verb, frames in verbs.items() if frames == {"": {"": Frame("say", "")}})
    before_of = frozenset(noun.partition(" of ")[0] for noun in nouns if " of " in noun)
    by_subject, last_words = _by_subject(words.verbs), _last_words(nouns)
    return EventLexicon(
        lemmas, verbs, nouns, moves, codes, names, by_subject, last_words, hashed(lemmas), sayings, before_of
    )


def _by_subject(verbs: Iterable[EventVerb]) -> frozenset[str]:
    asking = {line.verb for line in verbs if any(kind.startswith("by ") for kind in line.objects)}
    return frozenset(form for verb in asking for form in verb_forms(verb))


def _last_words(nouns: Iterable[str]) -> frozenset[str]:
    ends = [noun.rpartition(" ")[2] for noun in nouns]
    return frozenset((*ends, *(noun.partition(" of ")[0] for noun in nouns)))


# Moves that hand on what their object tells of, and so need no codes of their own.
_PLAIN_MOVES = frozenset(("say", "light", "begin", "try", "order", "warn"))


def _check(words: EventWords, codes: Mapping[str, EventCode], moves: frozenset[str]) -> None:
    given = [line.reading for line in words.verbs]
    given += [line.code for line in words.nouns] + [line.code for line in words.moves]
    unknown = sorted({code for code in given if code not in codes and code not in moves | {"-", "", "keep"}})
    if unknown:
        raise ValueError(f"events: no code or move {', '.join(unknown)}")


def _lemmas(verbs: Iterable[EventVerb]) -> dict[str, tuple[str, ...]]:
    """The lemmas by form; of a form of two verbs ("found") the one whose irregular form it is comes first."""
    found: dict[str, tuple[str, ...]] = {}
    for lemma in dict.fromkeys(line.verb for line in verbs):
        for form in dict.fromkeys(verb_forms(lemma)):
            found[form] = (*found.get(form, ()), lemma)
    return found
