"""The words that carry tone, by all their written forms."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from spacy.tokens import Token

from transforms.analyse.cues import verb_forms
from transforms.analyse.hashed import hashed
from transforms.records.tone import ToneWord

_SHORT = 6  # letters of an adjective that is compared with -er
_PLAIN = 0.5  # from this tone on an adjective's adverb has it too: "fairly" and "safely" are not "fair" and "safe"


class Charge(NamedTuple):
    """The tone of a word: what falls on its subject, or on what it tells of; and, of a verb, on its object."""

    on_subject: float
    on_object: float
    is_verb: bool
    through: str = ""  # the preposition before the object: "at" of "lash out at"


@dataclass(frozen=True)
class ToneLexicon:
    """Charges by written form, for each kind of word; phrases by their words."""

    verbs: dict[str, Charge]
    nouns: dict[str, Charge]
    adjectives: dict[str, Charge]
    adverbs: dict[str, Charge]
    phrases: dict[tuple[str, ...], Charge]
    lengths: dict[str, tuple[int, ...]]  # of the phrases that a word opens, the longest first
    numbers: frozenset[int]  # of all these words, as spaCy numbers them

    def phrase_length(self, tokens: Sequence[Token], number: int) -> int:
        """The tokens of the longest phrase that begins there; 0 where none does."""
        for length in self.lengths.get(tokens[number].lower_, ()):
            charge = self.phrases.get(tuple(token.lower_ for token in tokens[number : number + length]))
            if charge is not None and (not charge.is_verb or tokens[number].tag_.startswith("VB")):
                return length
        return 0

    def charge_of(self, token: Token) -> Charge | None:
        """The charge of a word in its sentence; None where it has none."""
        word, tag = token.lower_, token.tag_
        if tag.startswith("VB") and token.dep_ != "amod" and word in self.verbs:
            return self.verbs[word]
        if tag in ("NN", "NNS") and word in self.nouns:
            return self.nouns[word]
        if tag.startswith("JJ") or token.dep_ in ("amod", "acomp"):
            return self.adjectives.get(word) or self._participle(word, tag)
        return self.adverbs.get(word) if tag.startswith("RB") else None

    def _participle(self, word: str, tag: str) -> Charge | None:
        """ "The accused minister", "the failing bank": a verb's charge, on the noun that it stands before."""
        verb = self.verbs.get(word)
        if verb is None or tag not in ("VBN", "VBD", "VBG"):
            return None
        return Charge(verb.on_subject if tag == "VBG" else verb.on_object, 0.0, False)


def build_tone_lexicon(words: Sequence[ToneWord]) -> ToneLexicon:
    """The lexicon, with plurals of nouns and forms of verbs made where the seeds give none."""
    by_kind: dict[str, dict[str, Charge]] = {kind: {} for kind in ("verb", "noun", "adjective", "adverb", "phrase")}
    for one in words:
        through = one.word.rpartition(" ")[2] if one.kind == "verb" and " " in one.word else ""
        charge = Charge(one.tone, one.object_tone, one.kind == "verb", through)
        for form in _forms(one):
            by_kind["phrase" if _is_many(form) else one.kind].setdefault(form, charge)
    for one in words:
        if one.kind == "adjective" and "-" not in one.word:
            for form in _compared(one.word):
                by_kind["adjective"].setdefault(form, Charge(one.tone, 0.0, False))
            if abs(one.tone) >= _PLAIN:
                by_kind["adverb"].setdefault(_adverb(one.word), Charge(one.tone, 0.0, False))
    phrases = {tuple(form.replace("-", " - ").split()): charge for form, charge in by_kind["phrase"].items()}
    lengths: dict[str, set[int]] = defaultdict(set)
    for phrase in phrases:
        lengths[phrase[0]].add(len(phrase))
    return ToneLexicon(
        by_kind["verb"], by_kind["noun"], by_kind["adjective"], by_kind["adverb"], phrases,
        {opener: tuple(sorted(found, reverse=True)) for opener, found in lengths.items()},
        hashed([*lengths, *(word for kind, charges in by_kind.items() if kind != "phrase" for word in charges)]),
    )  # fmt: skip


def _compared(adjective: str) -> list[str]:
    """ "weaker", "weakest"; of long adjectives none."""
    if len(adjective) > _SHORT:
        return []
    if adjective.endswith("y"):
        return [adjective[:-1] + "ier", adjective[:-1] + "iest"]
    stem = adjective.removesuffix("e")
    doubled = stem + stem[-1] if re.search("[^aeiou][aeiou][bdgmnpt]$", adjective) else stem
    return [doubled + "er", doubled + "est"]


def _adverb(adjective: str) -> str:
    if adjective.endswith("y"):
        return adjective[:-1] + "ily"
    if adjective.endswith("le"):
        return adjective[:-1] + "y"
    return adjective + ("ally" if adjective.endswith("ic") else "ly")


def _is_many(form: str) -> bool:
    """Whether the model's tokens are more than one: it parts words at their hyphens."""
    return " " in form or "-" in form


def _forms(one: ToneWord) -> list[str]:
    if one.kind == "verb":
        first, _, rest = one.word.partition(" ")
        forms = [first, *one.forms.split()] if one.forms else verb_forms(first)
        return [f"{form} {rest}".strip() for form in forms]
    return [one.word, _plural(one.word)] if one.kind == "noun" else [one.word]


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "es" if noun.endswith(("s", "x", "ch", "sh")) else noun + "s"
