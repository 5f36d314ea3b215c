from collections.abc import Callable

import pytest

from transforms.records.analyse import Reading
from transforms.records.extract import Article

Read = Callable[..., tuple[Article, Reading]]


def texts(found: tuple[Article, Reading]) -> list[str]:
    article, reading = found
    return [article.body[s.char_start : s.char_end] for s in reading.sentences]


@pytest.mark.parametrize(
    ("body", "sentences"),
    [
        ("Mr. Lund met Dr. Reis in St. Ives. They spoke.", ["Mr. Lund met Dr. Reis in St. Ives.", "They spoke."]),
        ("Anna J. Holm resigned. Nobody wept.", ["Anna J. Holm resigned.", "Nobody wept."]),
        (
            "The U.S. envoy left at 6 p.m. on Friday. It rained.",
            ["The U.S. envoy left at 6 p.m. on Friday.", "It rained."],
        ),
        ("“Why now?” he asked. Nobody knew.", ["“Why now?” he asked.", "Nobody knew."]),
        ("“Out!” Holm shouted. The door closed.", ["“Out!” Holm shouted.", "The door closed."]),
        ("“We wait.” Then they left.", ["“We wait.”", "Then they left."]),
        ("It grew by 3.5 per cent. Prices rose.", ["It grew by 3.5 per cent.", "Prices rose."]),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(read: Read, body: str, sentences: list[str]) -> None:
    assert texts(read(body)) == sentences


def test_headings_are_no_sentences_and_do_not_merge_with_any(read: Read) -> None:
    assert texts(read("Boats sank.\n\n# What Happened\n\nThe wind turned")) == ["Boats sank.", "The wind turned"]


def test_a_dateline_is_not_part_of_the_first_sentence(read: Read) -> None:
    assert texts(read("SINES — The port closed.", dateline="SINES — ")) == ["The port closed."]


def test_a_label_inside_a_paragraph_is_cut_off(read: Read) -> None:
    article, reading = read("# Why It Matters\n\nBread gets dearer.")
    assert reading.sentences[0].section_no == 0
    assert article.sections[0].label == "Why It Matters"


def test_the_lede_is_marked_and_nothing_else(read: Read) -> None:
    _, reading = read("One thing happened. Then another.\n\nLater more.")
    assert [s.is_lede for s in reading.sentences] == [True, True, False]


def test_each_line_of_a_list_is_a_sentence_of_its_own(read: Read) -> None:
    assert texts(read("- two boats\n- one crane")) == ["- two boats", "- one crane"]


def test_other_languages_have_sentences_too(read: Read) -> None:
    assert texts(read("Der Hafen ist zu. Es regnet.", language="de")) == ["Der Hafen ist zu.", "Es regnet."]
    assert texts(read("港は閉鎖された。雨が降る。", language="ja")) == ["港は閉鎖された。", "雨が降る。"]


def test_an_empty_body_has_no_sentences(read: Read) -> None:
    assert texts(read("")) == []


def test_an_endless_body_is_read_up_to_the_limit(read: Read) -> None:
    found = texts(read("\n\n".join(["It rains."] * 20_000), language="xx"))
    assert 5_000 < len(found) < 20_000


@pytest.mark.parametrize(
    ("body", "sentences"),
    [
        ("Sens. Anna Holm and Rui Lund left. They won.", ["Sens. Anna Holm and Rui Lund left.", "They won."]),
        ("Profs. Reis and Holm met.", ["Profs. Reis and Holm met."]),
        ("Norway won Group D. The day before, it rained.", ["Norway won Group D.", "The day before, it rained."]),
        ("There is no Plan B. Ships wait.", ["There is no Plan B.", "Ships wait."]),
        ("The minister met John F. Holm.", ["The minister met John F. Holm."]),
    ],
)
def test_titles_of_many_and_letters_that_are_names(read: Read, body: str, sentences: list[str]) -> None:
    assert texts(read(body)) == sentences
