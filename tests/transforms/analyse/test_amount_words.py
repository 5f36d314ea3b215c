"""Nouns that name a time or an amount."""

from __future__ import annotations

import pytest
from spacy.language import Language

from transforms.analyse.amount_words import amounts


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("The ferry left on Friday.", {"Friday": "DATE"}),
        ("In March they march to the quay.", {"March": "DATE"}),
        ("It closed in 1987.", {"1987": "DATE"}),
        ("It may rain in the evening.", {"evening": "TIME"}),
        ("Fares rose by 12 percent.", {"percent": "PERCENT"}),
        ("The bridge cost $3 billion.", {"3": "MONEY", "billion": "MONEY"}),
        ("They paid 200 euros.", {"euros": "MONEY"}),
        ("The dam is 12 kilometres long.", {"kilometres": "QUANTITY"}),
        ("Twelve sailors met the mayor.", {}),
    ],
)
def test_times_and_amounts_are_labelled_and_nothing_else(nlp: Language, text: str, labels: dict[str, str]) -> None:
    doc = nlp(text, disable=["ner"])
    assert {span.text: span.label_ for span in amounts(doc)} == labels
