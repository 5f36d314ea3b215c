"""Nouns that name a time or an amount and so nobody, told to the parse where our own names replace spaCy's."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from transforms.analyse.hashed import hashed

_WORDS = {
    "DATE": (
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
        "september october november december day days week weeks weekend weekends fortnight month months quarter year "
        "years decade decades century centuries today yesterday tomorrow spring summer autumn winter christmas easter "
        "ramadan eve"
    ),
    "TIME": (
        "second seconds minute minutes hour hours morning mornings afternoon afternoons evening evenings night nights "
        "tonight noon midnight midday dawn dusk a.m. p.m. am pm gmt"
    ),
    "PERCENT": "percent % percentage",
    "MONEY": "dollar dollars euro euros pound pounds yen yuan rupee rupees ruble rubles rouble roubles cents pence",
    "QUANTITY": (
        "kilometer kilometers kilometre kilometres km mile miles meter meters metre metres feet foot inch inches acre "
        "acres hectare hectares ton tons tonne tonnes kilogram kilograms kg grams litre litres liters barrels degrees"
    ),
    "ORDINAL": "first third fourth fifth sixth seventh eighth ninth tenth",
}
_LABELS = {word: label for label, words in _WORDS.items() for word in words.split()}
_NUMBERS = hashed(_LABELS)
_CARDINAL = hashed(("CD",))
_CURRENCIES = "$£€¥₹"
_OTHER_WORDS_TOO = {"march", "may", "second", "spring", "am", "pound", "foot", "eve"}  # amounts as nouns


def amounts(doc: Doc) -> Iterator[Span]:
    """The single tokens that name a time or an amount, labelled as spaCy's models label them."""
    for token in doc:
        if token.lower not in _NUMBERS and token.tag not in _CARDINAL:
            continue
        lower = token.lower_
        label = _LABELS.get(lower, "")
        if label and not (lower in _OTHER_WORDS_TOO and token.tag_[:2] != "NN"):
            yield Span(doc, token.i, token.i + 1, label)
        elif token.tag_ == "CD":
            before = doc[max(0, token.i - 2) : token.i].text
            year = len(lower) == 4 and lower.isdigit() and lower[:2] in ("18", "19", "20")
            if year or any(sign in before for sign in _CURRENCIES):
                yield Span(doc, token.i, token.i + 1, "DATE" if year else "MONEY")
