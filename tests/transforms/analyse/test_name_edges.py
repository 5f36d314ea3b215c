"""Names of German, French and Spanish texts without the words around them that are none of them."""

from __future__ import annotations

import pytest

from transforms.analyse.name_edges import trim_name, trim_names
from transforms.analyse.name_tagger import Entity


def trimmed(seen: str, kind: str, language: str) -> str | None:
    """What stays of a name that the model saw, with text on both sides."""
    text = f"x {seen} x"
    span = trim_name(text, Entity(2, 2 + len(seen), kind, 0.9), language)
    return None if span is None else text[slice(*span)]


@pytest.mark.parametrize(
    ("seen", "kind", "language", "name"),
    [
        ("Stadt Valdoro", "LOC", "de", "Valdoro"),
        ("Bundesstaates Marland", "LOC", "de", "Marland"),
        ("Gouverneur Ida Prell", "PER", "de", "Ida Prell"),
        ("Ida Prell sah", "PER", "de", "Ida Prell"),
        ("Valdoro gebracht", "LOC", "de", "Valdoro"),
        ("Hafenverein von Valdoro", "ORG", "de", "Hafenverein von Valdoro"),
        ("province de Marlande", "LOC", "fr", "Marlande"),
        ("sud de la Marlande", "LOC", "fr", "Marlande"),
        ("mer Grise", "LOC", "fr", "mer Grise"),
        ("université de Valdoro", "ORG", "fr", "université de Valdoro"),
        ("Banque portuaire", "ORG", "fr", "Banque portuaire"),
        ("Marlande française", "LOC", "fr", "Marlande française"),
        ("Ana Prado de", "PER", "fr", "Ana Prado"),
        ("ciudad de Valdoro", "LOC", "es", "Valdoro"),
        ("Valdoro desemboca", "LOC", "es", "Valdoro"),
        ("Partido portuario", "ORG", "es", "Partido portuario"),
        ("doña Ana Prado", "PER", "es", "Ana Prado"),
        ("Ana Prado Jr.", "PER", "es", "Ana Prado Jr."),
    ],
)  # fmt: skip
def test_words_around_a_name_are_none_of_it(seen: str, kind: str, language: str, name: str) -> None:
    assert trimmed(seen, kind, language) == name


@pytest.mark.parametrize(
    ("seen", "language"),
    [
        ("Danach", "de"), ("Oktober", "de"), ("Während", "de"), ("zahlreichen", "de"), ("Frau", "de"),
        ("Néanmoins", "fr"), ("août", "fr"), ("énergie", "fr"), ("cours de la saison", "fr"),
        ("También", "es"), ("marzo", "es"), ("otros países", "es"),
    ],
)  # fmt: skip
def test_words_that_begin_sentences_months_and_words_written_small_are_no_names(seen: str, language: str) -> None:
    assert trimmed(seen, "LOC", language) is None


def test_a_name_keeps_its_kind_and_how_sure_the_model_is() -> None:
    text = "Die Stadt Valdoro schläft. Danach nicht."
    seen = [Entity(4, 17, "LOC", 0.8), Entity(27, 33, "PER", 0.4)]
    assert list(trim_names(text, seen, "de")) == [Entity(10, 17, "LOC", 0.8)]
