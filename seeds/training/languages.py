"""Sentences of our own invention in German, French and Spanish, with names in their slots."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from seeds.training.invented import HERE, Stock, Words, listed, tagged, towns

LANGUAGES = ("de", "fr", "es")
_SLOT = re.compile(r"(\W*)\{(\w)(\d?)\}(\w*)(\W*)")
_INNER = re.compile(r"\{(\w+)\}")
_HOMES = {
    "de": ("DE", "AT", "CH"),
    "fr": ("FR", "FR", "BE", "CH", "CA", "CD", "SN", "DZ", "MA", "CI", "ML"),
    "es": ("ES", "ES", "MX", "AR", "CO", "CL", "PE", "VE", "CU", "EC", "GT"),
}
_PARTICLES = {"de": ("von", "von", "zu", "van"), "fr": ("de", "du", "de La", "d'"), "es": ("de", "del", "de la", "y")}
_FOREIGN = 0.25  # of names, those that have nothing to do with the language
# What fills a slot: its list in the language's names, and the tag of what stands there.
_LISTED = {
    "f": ("first", "PER"), "R": ("region", "LOC"), "x": ("nature", "LOC"), "v": ("venue", "LOC"),
    "L": ("place made", "LOC"), "k": ("company", "ORG"), "m": ("media", "ORG"), "y": ("party", "ORG"),
    "e": ("team", "ORG"), "q": ("league", "ORG"), "g": ("armed", "ORG"), "b": ("body", "ORG"), "u": ("school", "ORG"),
    "O": ("union", "ORG"), "c": ("country", "LOC"), "A": ("people", "GRP"), "w": ("thing", ""), "P": ("product", ""),
    "T": ("title", ""), "r": ("office", ""), "d": ("day", ""), "Z": ("noun", ""),
}  # fmt: skip
_ORGANISATIONS = ("company", "media", "party", "body", "body", "union", "school", "team", "league")
_WORDS_REPLACED = 0.3  # of the nouns of German patterns: their capitals make no names


class Foreign:
    """Sentences of one language, without end."""

    def __init__(self, language: str, stock: Stock) -> None:
        self.language, self.stock = language, stock
        lines = (HERE / f"news.{language}.txt").read_text("utf-8").splitlines()
        self.patterns = [line for line in lines if line and not line.startswith("#")]
        self.lists = listed(HERE / f"names.{language}.txt")
        self.homes = towns(_HOMES[language], least=2_000)

    def sentence(self, rng: Random) -> Words:
        """A sentence of any pattern."""
        return self.filled(rng.choice(self.patterns), rng)

    def filled(self, pattern: str, rng: Random) -> Words:
        """A pattern as a sentence; a slot that comes twice is filled alike."""
        filled: dict[str, tuple[str, str]] = {}
        words = Words([], [])
        for number, piece in enumerate(pattern.split()):
            more = self._piece(piece, filled, rng) if "{" in piece else tagged(self._word(piece, number, rng), "")
            words.words.extend(more.words)
            words.tags.extend(more.tags)
        return words

    def other(self, kind: str, name: str, rng: Random) -> str:
        """Another name of the kind in place of one that a labelled sentence has."""
        if not name[0].isupper():
            return name
        if kind == "PER":
            return self._person(rng)[0] if " " in name else self._surname(rng)
        makers = {"LOC": self._place, "ORG": self._organisation, "GRP": lambda rng: self._listed("people", rng)}
        return makers[kind](rng)

    def _organisation(self, rng: Random) -> str:
        return self._listed(rng.choice(_ORGANISATIONS), rng)

    def _piece(self, piece: str, filled: dict[str, tuple[str, str]], rng: Random) -> Words:
        """A slot, and what is written to it: marks before it, a genitive's s, the "er" of a town's adjective."""
        slot = _SLOT.fullmatch(piece)
        if slot is None:
            return tagged(piece, "")
        before, kind, digit, ending, after = slot.groups()
        key = kind + digit
        if key not in filled:
            filled[key] = self._fill(kind, filled, rng)
        name, tag = filled[key]
        found = tagged(name + ("" if name[-1] in "sxzß" else ending), tag)
        if ending == "er":
            found = tagged(adjective_of(name.split()[-1], rng), "")
        words = [*before, *found.words, *after]
        return Words(words, [*["O"] * len(before), *found.tags, *["O"] * len(after)])

    def _word(self, word: str, number: int, rng: Random) -> str:
        is_noun = self.language == "de" and number and word[0].isupper() and word[1:].islower() and len(word) > 3
        return self._noun(rng) if is_noun and rng.random() < _WORDS_REPLACED else word

    def _fill(self, kind: str, filled: dict[str, tuple[str, str]], rng: Random) -> tuple[str, str]:
        if kind == "p":
            full, last = self._person(rng)
            filled.setdefault("s0", (last, "PER"))
            return full, "PER"
        makers: dict[str, Callable[[], tuple[str, str]]] = {
            "s": lambda: (self._surname(rng), "PER"),
            "t": lambda: (self._town(rng), "LOC"),
            "l": lambda: (self._place(rng), "LOC"),
            "c": lambda: (self._listed("country", rng), "LOC"),
            "C": lambda: (self._listed("town", rng), "LOC"),
            "o": lambda: (self._organisation(rng), "ORG"),
            "n": lambda: (str(rng.choice((2, 3, 12, 17, 24, 31, 45, 58, 120, 300))), ""),
            "j": lambda: (str(rng.randint(1100, 2026) if rng.random() < 0.2 else rng.randint(1870, 2026)), ""),
            "V": lambda: (self._noun(rng), ""),
            "Z": lambda: (self._noun(rng), ""),
        }
        if kind in makers:
            return makers[kind]()
        name, tag = _LISTED[kind]
        return self._listed(name, rng), tag

    def _listed(self, name: str, rng: Random) -> str:
        """A word of a list, its inner slots filled."""
        inner: dict[str, Callable[[], str]] = {
            "t": lambda: self._town(rng), "s": lambda: self._surname(rng), "f": lambda: self._listed("first", rng),
            "R": lambda: self._listed("region", rng), "c": lambda: self._listed("country", rng),
            "p1": lambda: self._person(rng)[0], "field": lambda: self._listed("field", rng),
            "fieldc": lambda: self._listed("fieldc", rng), "w0": lambda: self._listed("small", rng),
            "l1": lambda: self._listed("small", rng), "x0": lambda: self._listed("nature", rng),
            "l": lambda: self._place(rng),
        }  # fmt: skip
        text = rng.choice(self.lists[name])
        if self.language == "de" and (found := re.match(r"\{t\}er\b", text)):
            return adjective_of(self._town(rng), rng) + text[found.end() :]
        return _INNER.sub(lambda slot: inner[slot.group(1)](), text)

    def _person(self, rng: Random) -> tuple[str, str]:
        """A full name and its surname."""
        if rng.random() < _FOREIGN:
            return self.stock.person(rng)
        first, last = rng.choice(self.lists["first"]), self._surname(rng)
        chance = rng.random()
        if chance < 0.06:
            first += f" {rng.choice(self.lists['first'])}"
        elif chance < 0.1:
            first += f" {rng.choice('ABCDEFGHJKLMPRSTW')}."
        elif chance < 0.16:
            last = f"{rng.choice(_PARTICLES[self.language])} {last}"
        elif chance < (0.45 if self.language == "es" else 0.18):
            last += f"{' ' if self.language == 'es' else '-'}{rng.choice(self.lists['last'])}"
        return f"{first} {last}", last

    def _surname(self, rng: Random) -> str:
        own = rng.random() >= _FOREIGN
        return rng.choice(self.lists["last"] if own else self.stock.lists["last"])

    def _town(self, rng: Random) -> str:
        chance = rng.random()
        if chance < 0.45:
            return rng.choice(self.lists["town"])
        return rng.choice(self.homes) if chance < 0.8 else self.stock.town(rng)

    def _place(self, rng: Random) -> str:
        chance = rng.random()
        return self._town(rng) if chance < 0.5 else self._listed(rng.choice(("country", "region", "nature")), rng)

    def _noun(self, rng: Random) -> str:
        if self.language != "de" or rng.random() < 0.5:
            return rng.choice(self.lists["noun"])
        return rng.choice(self.lists["modifier"]) + rng.choice(self.lists["headnoun"])


def adjective_of(town: str, rng: Random) -> str:
    """What a German says of a town: Berliner, Bremer."""
    stem = town[:-2] if town.endswith("en") and rng.random() < 0.7 else town.removesuffix("e")
    return f"{stem}er"
