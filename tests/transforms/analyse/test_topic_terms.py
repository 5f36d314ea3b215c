import pytest

from transforms.analyse.topic_terms import TermIndex
from transforms.analyse.words import split_words
from transforms.records.seeds import TopicTerm


def found(text: str, *terms: str, language: str = "en") -> list[str]:
    index = TermIndex([TopicTerm("t", term, 1.0, language) for term in terms], language)
    return [text[hit.start : hit.end] for hit in index.hits(split_words(text), text)]


@pytest.mark.parametrize(
    ("said", "term"),
    [
        ("convicted", "convict"), ("convicts", "convict"), ("robbed", "rob"), ("raising", "raise"), ("cities", "city"),
        ("matches", "match"), ("taxes", "tax"), ("studied", "study"), ("hit-and-run", "hit and run"),
    ],
)  # fmt: skip
def test_inflected_words_are_found_as_the_term_that_they_come_from(said: str, term: str) -> None:
    assert found(f"They {said} it.", term) == [said]


def test_a_form_that_is_a_term_itself_is_no_inflection_of_another() -> None:
    assert found("The banking crisis and the bank.", "banking", "bank") == ["banking", "bank"]
    index = TermIndex([TopicTerm("money", "bank", 1.0, "en"), TopicTerm("trade", "banking", 1.0, "en")], "en")
    assert [hit.term.topic_id for hit in index.hits(split_words("banking"), "banking")] == ["trade"]


def test_words_that_only_look_inflected_are_left_alone() -> None:
    assert found("According to them the boss was putting on a class.", "accord", "bos", "putt", "clas") == []


def test_the_longest_term_wins_and_none_overlap() -> None:
    assert found("A trade war is no war.", "war", "trade war", "trade") == ["trade war", "war"]


def test_a_name_is_found_in_capitals_only() -> None:
    assert found("The Bills lost, and bills were paid.", "Bills") == ["Bills"]
    assert found("They were billed.", "Bills") == []


@pytest.mark.parametrize(
    ("language", "said", "term"),
    [
        ("de", "Kirchen", "kirche"), ("de", "Soldaten", "soldat"), ("de", "Wetterdienst", "wetter"),
        ("de", "Hallenfußball", "fußball"), ("fr", "grévistes", "gréviste"), ("fr", "hôpitaux", "hôpital"),
        ("es", "huelgas", "huelga"), ("es", "elecciones", "elección"), ("es", "médica", "médico"),
    ],
)  # fmt: skip
def test_other_languages_have_endings_of_their_own_and_german_its_compounds(
    language: str, said: str, term: str
) -> None:
    assert found(f"{said} x", term, language=language) == [said]


def test_a_language_without_endings_is_matched_as_it_is_written() -> None:
    assert found("greves greve", "greve", language="pt") == ["greve"]
