"""German, French and Spanish articles: names, whose they are, and where they lie."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from spacy.language import Language

from flows.knowledge import SEEDS
from tests.transforms.analyse.conftest import TERMS, TOPICS, written
from transforms.analyse.gazetteer import build_gazetteer, find_known
from transforms.analyse.name_tagger import NameTagger
from transforms.analyse.place_index import read_place_index
from transforms.analyse.reader import Knowledge, build_knowledge, read_article
from transforms.analyse.words import split_words
from transforms.records.analyse import Reading
from transforms.records.seeds import KnownActor
from warehouse.seeds import read_known_actors, read_place_names

CONTENT = (Path(__file__).parents[3] / "seeds" / "places.npz").read_bytes()
ReadIn = Callable[[str, str], Reading]


@pytest.fixture(scope="module")
def world(nlp: Language, taggers: Mapping[str, NameTagger]) -> Knowledge:
    """The seeds' actors and the whole gazetteer, with the names of other languages."""
    actors = read_known_actors(SEEDS / "actors.csv", SEEDS / "actor_aliases.csv", SEEDS / "actor_names.csv")
    names = read_place_names(SEEDS / "place_names.csv")
    return build_knowledge({"en": nlp}, actors, TOPICS, TERMS, (), CONTENT, taggers=taggers, place_names=names)


@pytest.fixture(scope="module")
def read_in(world: Knowledge) -> ReadIn:
    return lambda language, body: read_article(written(body, language=language), world)


def named(reading: Reading) -> dict[str, tuple[str, str | None]]:
    """Each printed name with its kind and the actor it stands for."""
    return {
        mention.surface: (mention.kind, None if mention.actor_no is None else reading.actors[mention.actor_no].name)
        for mention in reading.mentions
    }


GERMAN = (
    "Die Bürgermeisterin Sabine Kröger hat am Montag in Lübeck den Präsidenten Emmanuel Macron empfangen. Kröger sagte,"
    " Deutschland und die Türkei müssten mit den Vereinten Nationen reden. Die russische Regierung schwieg."
)
FRENCH = (
    "La ministre Claire Delorme s’est rendue mardi à Bruxelles. Mme Delorme a rencontré le président Emmanuel Macron et"
    " des élus de l’Union européenne. L’Allemagne et les États-Unis ont protesté, mais le gouvernement turc a nié."
)
SPANISH = (
    "La alcaldesa Marta Quiroga llegó este lunes a Sevilla. Quiroga pidió a España y a Alemania que apoyen a la ONU."
    " El Gobierno turco criticó al presidente Emmanuel Macron."
)


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        ("de", GERMAN, {
            "Sabine Kröger": ("person", "Sabine Kröger"), "Kröger": ("person", "Sabine Kröger"),
            "Lübeck": ("place", "Lübeck"), "Emmanuel Macron": ("person", "Emmanuel Macron"),
            "Deutschland": ("country", "Germany"), "Türkei": ("country", "Turkey"),
            "Vereinten Nationen": ("organisation", "United Nations"),
            "russische Regierung": ("organisation", "Government of Russia"),
        }),
        ("fr", FRENCH, {
            "Claire Delorme": ("person", "Claire Delorme"), "Delorme": ("person", "Claire Delorme"),
            "Bruxelles": ("place", "Bruxelles"), "Emmanuel Macron": ("person", "Emmanuel Macron"),
            "Union européenne": ("organisation", "European Union"), "Allemagne": ("country", "Germany"),
            "États-Unis": ("country", "United States"),
            "gouvernement turc": ("organisation", "Government of Turkey"),
        }),
        ("es", SPANISH, {
            "Marta Quiroga": ("person", "Marta Quiroga"), "Quiroga": ("person", "Marta Quiroga"),
            "Sevilla": ("place", "Sevilla"), "España": ("country", "Spain"), "Alemania": ("country", "Germany"),
            "ONU": ("organisation", "United Nations"), "Gobierno turco": ("organisation", "Government of Turkey"),
            "Emmanuel Macron": ("person", "Emmanuel Macron"),
        }),
    ],
)  # fmt: skip
def test_names_are_found_with_their_kinds_and_actors(
    read_in: ReadIn, language: str, body: str, expected: dict[str, tuple[str, str]]
) -> None:
    assert named(read_in(language, body)).items() >= expected.items()


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        ("de", GERMAN, {"Lübeck": "DE", "Deutschland": "DE", "Türkei": "TR"}),
        ("fr", FRENCH, {"Bruxelles": "BE", "Allemagne": "DE", "États-Unis": "US"}),
        ("es", SPANISH, {"Sevilla": "ES", "España": "ES", "Alemania": "DE"}),
    ],
)
def test_places_lie_where_they_lie(read_in: ReadIn, language: str, body: str, expected: dict[str, str]) -> None:
    found = {place.surface: place.country for place in read_in(language, body).places}
    assert found == expected


def test_a_reading_says_which_model_found_its_names(read_in: ReadIn) -> None:
    reading = read_in("de", GERMAN)
    assert "+names-" in reading.method
    assert {mention.method for mention in reading.mentions} == {"names-by-model"}


TIN = KnownActor("org-tin", "Tin Board", "organisation", "", "international", "", "", "", (("Board", "short"),),
                 abroad=(("de", "Zinnrat", "name"), ("es", "Junta del Estaño", "name"), ("fr", "étain", "adjective"),
                         ("fr", "Étain", "name")))  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [("de", "Der Zinnrat tagt.", ["name"]), ("es", "El Zinnrat.", []), ("es", "La Junta del Estaño.", ["name"]),
     ("", "Der Zinnrat tagt.", []), ("fr", "Étain.", ["name"]), ("de", "Das Tin Board.", ["name"])],
)  # fmt: skip
def test_names_of_a_language_are_found_in_its_texts_and_those_of_all_in_every_text(
    language: str, text: str, found: list[str]
) -> None:
    spans = find_known(text, split_words(text), build_gazetteer([TIN]), language)
    assert [span.aliases[0].alias_kind for span in spans] == found


def test_an_english_name_of_one_word_is_no_name_in_another_language_without_the_model(read_in: ReadIn) -> None:
    assert "Meta" not in named(read_in("es", "Meta principal del plan: vender más pan."))


def test_places_have_other_names_in_other_languages() -> None:
    names = [("de", "Island", "Iceland"), ("es", "Islandia", "Iceland")]
    index = read_place_index(CONTENT, names)
    assert index.in_language("de").find("Island")[0].place.country == "IS"
    assert {candidate.place.country for candidate in index.find("Island")} == {"US"}
    assert index.in_language("fr").find("Lyon") == index.find("Lyon")
