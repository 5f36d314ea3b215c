import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.digest.telling import Told, choose_sentences

BRIDGE = (
    "The city closed the Alder bridge on Monday after engineers found cracks in two of its pillars.",
    "About 9,000 cars cross the Alder bridge on a working day.",
    "A bakery on the north bank sold twice as many rolls as usual.",
)
FEATURE = (
    "My aunt keeps a photograph of the Alder bridge above her stove.",
    '"You could dance on it," she says.',
    "Engineers found cracks in two pillars of the Alder bridge, and the city closed it on Monday.",
)


def told(outlet: str, *sentences: str) -> list[Told]:
    return [Told(f"text of {outlet}", outlet, place, text) for place, text in enumerate(sentences)]


def chosen(*parts: list[Told], headlines: tuple[str, ...] = ("City closes cracked Alder bridge",)) -> list[str]:
    return [one.text for one in choose_sentences([told for part in parts for told in part], headlines)]


def test_the_sentence_that_the_texts_and_headlines_share_comes_first() -> None:
    assert chosen(told("Post", *BRIDGE), told("Echo", *FEATURE))[0] == BRIDGE[0]


def test_what_a_narrator_begins_with_is_passed_over_for_the_news() -> None:
    assert chosen(told("Echo", *FEATURE))[0] == FEATURE[2]


def test_the_same_news_is_told_once() -> None:
    found = chosen(told("Post", *BRIDGE), told("Echo", FEATURE[2]))
    assert len({BRIDGE[0], FEATURE[2]}.intersection(found)) == 1


def test_questions_calls_quotations_alone_and_crumbs_are_never_chosen() -> None:
    assert chosen(told("Post", "Visit the website of the Alder bridge for more articles on its cracks.")) == []
    assert chosen(told("Post", "Will the Alder bridge be open by Monday again?", "The bridge.", FEATURE[1])) == []


def test_a_sentence_that_points_back_is_left_out_where_another_can_stand() -> None:
    before = "Rain fell on the market square for most of the morning."
    pointing = "It closed the Alder bridge on Monday after engineers found cracks in two pillars."
    assert chosen(told("Post", before, pointing, BRIDGE[0]))[0] == BRIDGE[0]
    behind = "It carried nine thousand cars over the Alder before the cracks were found."
    assert behind not in chosen(told("Post", BRIDGE[0], behind, before))
    assert chosen(told("Post", pointing)) == [pointing]


@pytest.mark.parametrize("opening", ["That", "These", "Cette", "Dieser", "However,", "They’re", "Su"])
def test_words_that_point_back_are_known_in_all_languages(opening: str) -> None:
    pointing = f"{opening} bridge on the Alder is closed since engineers found cracks in two of its pillars on Monday."
    assert chosen(told("Post", pointing, BRIDGE[0])) == [BRIDGE[0]]


@pytest.mark.parametrize("opening", ["This week", "Dieses Jahr", "Cette semaine", "Este año"])
def test_a_period_is_said_of_the_day_itself(opening: str) -> None:
    sentence = f"{opening} engineers found cracks in two pillars of the Alder bridge and the city closed it at once."
    assert chosen(told("Post", sentence, BRIDGE[2]))[0] == sentence


def test_at_most_as_many_are_chosen_as_are_asked_for() -> None:
    sentences = told("Post", *BRIDGE)
    assert len(choose_sentences(sentences, ["Alder bridge"], most=1)) == 1
    assert choose_sentences([], ["Alder bridge"]) == []


@given(st.lists(st.text(max_size=80), max_size=12), st.text(max_size=40))
def test_whatever_is_chosen_is_a_sentence_that_was_given_and_none_comes_twice(texts: list[str], title: str) -> None:
    sentences = told("Post", *texts)
    found = choose_sentences(sentences, [title])
    assert set(found) <= set(sentences)
    assert len(found) == len(set(found)) <= 3
