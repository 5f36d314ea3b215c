"""The lexicon of events: its forms, its phrases, and what it refuses."""

from __future__ import annotations

import pytest

from tests.transforms.analyse.conftest import SEEDS
from transforms.analyse.event_forms import singular, verb_forms
from transforms.analyse.event_lexicon import build_event_lexicon
from transforms.records.seeds import EventCode, EventMove, EventNoun, EventVerb, EventWords
from warehouse.seeds import read_event_words

PLOVER = {
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "INVESTIGATE", "DEMAND", "DISAPPROVE",
    "REJECT", "THREATEN", "PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT", "FIGHT",
}  # fmt: skip
CODE = EventCode("190", "attack", "FIGHT", "material conflict", -10.0, "attack")


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("withdraw", {"withdraws", "withdrew", "withdrawn", "withdrawing"}),
        ("ban", {"bans", "banned", "banning"}),
        ("deny", {"denies", "denied", "denying"}),
        ("seize", {"seizes", "seized", "seizing"}),
        ("flee", {"flees", "fled", "fleeing"}),
        ("mimic", {"mimicked", "mimicking"}),
    ],
)
def test_a_verb_is_known_in_all_its_forms(lemma: str, forms: set[str]) -> None:
    assert forms <= set(verb_forms(lemma))


def test_a_short_verb_doubles_its_last_letter_and_so_is_not_taken_for_another() -> None:
    assert "raped" not in set(verb_forms("rap"))


def test_nouns_are_known_in_the_plural() -> None:
    plurals = ("soldiers", "ferries", "speeches", "gunmen", "people", "crises", "gas")
    assert [singular(noun) for noun in plurals] == [
        "soldier", "ferry", "speech", "gunman", "person", "crisis", "gas",
    ]  # fmt: skip


def test_the_longest_phrase_tells_what_a_noun_is_about() -> None:
    nouns = (EventNoun("strike", "protest", "", ""), EventNoun("air strike", "attack", "190", "aerial"))
    lexicon = build_event_lexicon(EventWords(nouns=nouns, codes=(CODE,)))
    found = [lexicon.noun(words) for words in (["air", "strikes"], ["long", "strikes"], ["long", "talks"])]
    assert [line.domain if line else None for line in found] == ["attack", "protest", None]


def test_a_move_about_a_domain_without_a_line_is_that_about_all_others() -> None:
    moves = (EventMove("demand", "", "190"), EventMove("stop", "talks", "190"))
    lexicon = build_event_lexicon(EventWords(moves=moves, codes=(CODE,)))
    assert [lexicon.moved(*asked) for asked in (("demand", "aid"), ("stop", "talks"), ("stop", "aid"))] == [
        "190", "190", "",
    ]  # fmt: skip


def test_a_code_that_no_line_explains_is_an_error_that_names_it() -> None:
    with pytest.raises(ValueError, match="999"):
        build_event_lexicon(EventWords(verbs=(EventVerb("sing", "", ("",), "999", ""),), codes=(CODE,)))


def test_the_seeds_name_all_types_and_all_their_codes() -> None:
    words = read_event_words(SEEDS)
    assert {line.type for line in words.codes} - {""} == PLOVER
    build_event_lexicon(words)
    assert len({line.quad_class for line in words.codes}) == 5
    assert all(-10 <= line.score <= 10 for line in words.codes)
