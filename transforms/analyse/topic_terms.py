"""Finding the terms of topics in a text: words brought to the form that the terms have, and a trie a language.

A word keeps its form where that form is a term by itself ("banking"), else it takes the form of a term that it is an
inflection of ("convicted" of "convict", "Kirchen" of "Kirche"); a German compound takes the form of the longest term
that it begins or ends with ("Wetterdienst" of "Wetter"). A term with a capital letter, which is a name, matches only
words with capitals: "the Bills lost" is sport, "unpaid bills" are none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from transforms.analyse.words import PhraseTrie, Word, split_words
from transforms.records.seeds import TopicTerm

# What a word may lose, and what it then may gain: the longest endings first.
_ENDINGS = {
    "en": (
        ("ying", ("y", "ie")), ("ied", ("y",)), ("ies", ("y", "ie")), ("ing", ("", "e")), ("ed", ("", "e")),
        ("ses", ("s",)), ("xes", ("x",)), ("ches", ("ch",)), ("shes", ("sh",)), ("oes", ("o",)), ("s", ("",)),
    ),
    "de": (
        ("innen", ("", "e")), ("ern", ("",)), ("er", ("", "e")), ("en", ("", "e")), ("em", ("",)), ("es", ("",)),
        ("in", ("", "e")), ("e", ("",)), ("n", ("",)), ("s", ("",)),
    ),
    "fr": (("aux", ("al", "au")), ("elles", ("el",)), ("elle", ("el",)), ("ees", ("e",)), ("es", ("", "e")),
           ("ee", ("e",)), ("s", ("",)), ("x", ("",)), ("e", ("",))),
    "es": (("ces", ("z",)), ("iones", ("ion",)), ("as", ("a", "o")), ("os", ("o",)), ("es", ("", "e")), ("s", ("",)),
           ("a", ("o",))),
}  # fmt: skip
# Forms that mean something else than what they come from.
_AS_THEY_ARE = frozenset({
    "according", "putting", "putter", "handed", "handing", "presented", "presenting", "titled", "coupled", "centered",
    "centred", "resorted", "sided", "staring", "barring", "barred", "parking",
})  # fmt: skip
_NO_TARGETS = frozenset({"discus", "laps", "men"})
_SHORTEST_FORM = 3
_SHORTEST_PART = 5  # of a German compound: shorter ones begin and end too many words by chance
_SHORTEST_COMPOUND = 9


class TermHit(NamedTuple):
    """Words of a text that are a term."""

    term: TopicTerm
    start: int
    end: int


class TermIndex:
    """The terms of one language, found in sequences of words."""

    def __init__(self, terms: Sequence[TopicTerm], language: str) -> None:
        self._language = language
        split = [(term, [word.fold for word in _plain_words(term.term)]) for term in terms]
        self._singles = frozenset(words[0] for _, words in split if len(words) == 1)
        self._targets = frozenset(w[0] for term, w in split if len(w) == 1 and not _is_name(term)) - _NO_TARGETS
        self._parts = frozenset(word for word in self._singles if len(word) >= _SHORTEST_PART)
        self._forms: dict[str, str] = {}
        self._trie = PhraseTrie(([self._form(word) for word in words], term) for term, words in split)

    def hits(self, said: Sequence[Word], text: str) -> Iterator[TermHit]:
        """The longest terms from left to right, none overlapping; a term of several topics once for each."""
        words = [word for word in said if word.fold[0].isalnum()]
        forms = [self._form(word.fold) for word in words]
        for first, last, terms in self._trie.longest_matches(forms):
            start, end = words[first].start, words[last - 1].end
            for term in terms:
                if not _is_name(term) or text[start].isupper():
                    yield TermHit(term, start, end)

    def _form(self, word: str) -> str:
        form = self._forms.get(word)
        if form is None:
            form = self._forms[word] = self._find_form(word)
        return form

    def _find_form(self, word: str) -> str:
        if word in self._singles:
            return word
        reduced = () if word in _AS_THEY_ARE else self._reductions(word)
        found = next((form for form in reduced if form in self._targets), "")
        return found or self._compound(word) or _without_s(word, self._language)

    def _reductions(self, word: str) -> Iterator[str]:
        for ending, gains in _ENDINGS.get(self._language, ()):
            stem = word.removesuffix(ending)
            if stem == word or (self._language == "en" and ending == "s" and stem[-1:] in "sui"):
                continue  # "less", "virus", "crisis"
            found = [stem + gain for gain in gains]
            if self._language == "en" and ending in ("ing", "ed") and stem[-1:] == stem[-2:-1]:
                found.append(stem[:-1])
            yield from (form for form in found if len(form) >= _SHORTEST_FORM)

    def _compound(self, word: str) -> str:
        if self._language != "de" or len(word) < _SHORTEST_COMPOUND:
            return ""
        ends = [word[:n] for n in range(_SHORTEST_PART, len(word) - 2)] + [word[n:] for n in range(3, len(word) - 4)]
        return max((part for part in ends if part in self._parts), key=len, default="")


def _is_name(term: TopicTerm) -> bool:
    return term.term[:1].isupper()


def _plain_words(text: str) -> list[Word]:
    """Words without marks, so that "interest-rate cut" and "interest rate cut" are the same."""
    return [word for word in split_words(text) if word.fold[0].isalnum()]


def _without_s(word: str, language: str) -> str:
    """An English word that is no term alone, without a plural ending (Harman's S stemmer, 1991)."""
    if language != "en" or len(word) < 4:
        return word
    if word.endswith("ies") and word[-4] not in "ae":
        return word[:-3] + "y"
    if word.endswith("es") and word[-3] not in "aeo":
        return word[:-1]
    return word[:-1] if word.endswith("s") and word[-2] not in "us" else word


def index_terms(terms: Iterable[TopicTerm]) -> dict[str, TermIndex]:
    """An index a language."""
    by_language: dict[str, list[TopicTerm]] = defaultdict(list)
    for term in terms:
        by_language[term.language].append(term)
    return {language: TermIndex(mine, language) for language, mine in by_language.items()}
