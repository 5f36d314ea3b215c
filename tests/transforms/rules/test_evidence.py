"""Why an article satisfies a rule: the sentences, and the places in them."""

from __future__ import annotations

from transforms.rules.evidence import ArticleText, Evidence, Quoted, SentencePlace, best_sentences, evidence
from transforms.rules.language import read_rule

BODY = "Wheat left Odesa on Monday. Nobody spoke. “The wheat is good,” said Ada Roe, who sells wheat."
PLACES = (SentencePlace(0, 0, 27), SentencePlace(1, 28, 41), SentencePlace(2, 42, len(BODY)))
TEXT = ArticleText(
    "a", "Odesa's wheat", BODY, BODY[:27], 0, (Quoted("The wheat is good", BODY.index("The wheat")),), PLACES
)


def why(rule: str, **named: list[int]) -> Evidence:
    """Where the text satisfies a rule."""
    return evidence(read_rule(rule), TEXT, named)


def places(found: Evidence) -> list[tuple[int, list[str]]]:
    """The sentences found, each with what was found in it."""
    return [(one.no, [one.text[span.start : span.end] for span in one.spans]) for one in found.sentences]


def test_sentences_are_shown_with_the_places_of_what_was_looked_for() -> None:
    found = why("wheat AND odesa")
    assert places(found) == [(0, ["Wheat", "Odesa"]), (2, ["wheat", "wheat"])]
    assert [span.term for span in found.title_spans] == ["odesa", "wheat"]
    assert [BODY[one.start : one.start + len(one.text)] == one.text for one in found.sentences] == [True, True]


def test_what_a_rule_excludes_is_not_shown() -> None:
    assert places(why("odesa NOT monday")) == [(0, ["Odesa"])]


def test_a_field_is_shown_in_its_part_of_the_text_alone() -> None:
    assert places(why("quote:wheat")) == [(2, ["wheat"])]
    assert places(why("lede:wheat")) == [(0, ["Wheat"])]
    assert places(why("title:wheat")) == []


def test_a_phrase_over_two_sentences_shows_both() -> None:
    assert places(why('"monday nobody"')) == [(0, ["Monday."]), (1, ["Nobody"])]


def test_near_shows_only_what_is_near() -> None:
    assert places(why("wheat NEAR/3 odesa")) == [(0, ["Wheat", "Odesa"])]


def test_names_are_shown_by_the_sentences_that_the_warehouse_gives() -> None:
    assert places(why("actor:Roe", actor=[2])) == [(2, [])]


def test_a_rule_without_words_shows_the_first_sentence_and_says_so() -> None:
    found = why("outlet:post")
    assert (found.is_lede, places(found)) == (True, [(0, [])])


def test_the_best_sentences_show_most_of_what_was_looked_for() -> None:
    assert [one.no for one in best_sentences(why("wheat OR odesa OR monday"), 1)] == [0]
    assert [one.no for one in best_sentences(why("good OR wheat"), 1)] == [2]
