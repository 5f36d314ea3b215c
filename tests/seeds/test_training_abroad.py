"""What the name model of German, French and Spanish learns from: their patterns, and English word by word."""

from __future__ import annotations

from random import Random

import pytest

from seeds.training.corpus import names_of
from seeds.training.invented import Stock, Words
from seeds.training.languages import LANGUAGES, Foreign, adjective_of
from seeds.training.wordwise import read_dictionary, translated


@pytest.fixture(scope="module")
def makers() -> dict[str, Foreign]:
    stock = Stock()
    return {language: Foreign(language, stock) for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pattern_can_be_filled_and_no_slot_stays(makers: dict[str, Foreign], language: str) -> None:
    maker, rng = makers[language], Random(1)
    for pattern in maker.patterns:
        sentence = maker.filled(pattern, rng)
        assert len(sentence.words) == len(sentence.tags)
        assert not any("{" in word or "}" in word for word in sentence.words), pattern


def test_a_slot_that_comes_twice_is_filled_alike_and_a_surname_follows_its_full_name(
    makers: dict[str, Foreign],
) -> None:
    words = makers["de"].filled("{p} traf {t} . {s0} lobte {t} .", Random(2))
    names = [(" ".join(words.words[start:end]), kind) for start, end, kind in names_of(words)]
    (full, _), (town, _), (last, _), (again, _) = names
    assert full.endswith(last)
    assert town == again


def test_genitives_belong_to_names_and_the_adjectives_of_towns_are_none(makers: dict[str, Foreign]) -> None:
    words = makers["de"].filled("In {c}s {t}er Rathaus", Random(3))
    assert words.tags[0] == "O"
    assert words.tags[1] == "B-LOC"
    assert words.tags[-2:] == ["O", "O"]
    assert words.words[-2].endswith("er")


@pytest.mark.parametrize(("town", "adjective"), [("Halle", "Haller"), ("Lübeck", "Lübecker")])
def test_towns_make_adjectives(town: str, adjective: str) -> None:
    assert adjective_of(town, Random(0)) == adjective


@pytest.mark.parametrize(("language", "words"), [("de", ["gestern"]), ("fr", ["hier"]), ("es", ["ayer", "en"])])
def test_english_sentences_are_put_into_a_language_word_by_word(
    makers: dict[str, Foreign], language: str, words: list[str]
) -> None:
    sentence = Words(["Yesterday", "Ola", "Berg", "spoke", "in", "Oslo"], ["O", "B-PER", "I-PER", "O", "O", "B-LOC"])
    found = translated(sentence, makers[language], read_dictionary(), Random(4))
    assert set(words) <= {word.lower() for word in found.words}
    assert [kind for _, _, kind in names_of(found)] == ["PER", "LOC"]
    assert "spoke" in found.words


def test_the_names_of_peoples_become_adjectives_written_small(makers: dict[str, Foreign]) -> None:
    sentence = Words(["German", "ships"], ["B-GRP", "O"])
    found = translated(sentence, makers["fr"], read_dictionary(), Random(5))
    assert found.tags == ["O", "O"]
    assert found.words[0] in ("allemand", "allemande")
