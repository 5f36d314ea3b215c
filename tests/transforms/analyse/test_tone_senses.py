"""Words of tone that judge nothing where they stand."""

from collections.abc import Callable

import pytest

from transforms.records.analyse import Reading
from transforms.records.extract import Article

Read = Callable[..., tuple[Article, Reading]]


def toned_sentences(reading: Reading) -> list[str]:
    return [row.tone for row in reading.tones if row.scope == "sentence"]


@pytest.mark.parametrize(
    "body",
    [
        "The price of ferry tickets dropped in May.",
        "Shares of the line rose by 3 percent.",
        "Rates fell to their lowest level since March.",
        "The line cut its emissions by a third.",
        "Sales beat forecasts in the spring.",
        "The harbour charged a fee of two crowns.",
        "The crews fired three shots into the air.",
        "The army fired at the pier.",
        "Rui Salgado leads the freight division.",
        "The pupils of the Excellent Arts School sang.",
        "The new rule led to longer queues at the pier.",
        "The crew met the Harbour Devils at the pier on Monday.",
    ],
)
def test_amounts_fees_shots_and_names_are_not_judged(read: Read, body: str) -> None:
    assert toned_sentences(read(body)[1]) == []


@pytest.mark.parametrize(
    ("body", "tone"),
    [
        ("The judge charged the captain with fraud.", "negative"),
        ("The line fired the captain on Monday.", "negative"),
        ("Rui Salgado leads in the polls.", "positive"),
        ("Rui Salgado has a wide lead over the mayor.", "positive"),
        ("The weakest captain of the line has failed again.", "negative"),
        ("The crew worked brilliantly.", "positive"),
    ],
)
def test_the_same_words_judge_elsewhere(read: Read, body: str, tone: str) -> None:
    assert toned_sentences(read(body)[1]) == [tone]


def test_one_slight_word_gives_a_sentence_no_tone(read: Read) -> None:
    assert toned_sentences(read("The crossing was rather difficult.")[1]) == []


@pytest.mark.parametrize(
    ("body", "tone"),
    [
        ("Despite the disaster, the feast was a success.", "positive"),
        ("Although the first crossing failed, the second was excellent.", "positive"),
        ("The first crossing was excellent, but the second was a disaster.", "negative"),
        ("The captain was defeated in the vote.", "negative"),
        ("The row has undermined confidence in the line.", "negative"),
        ("There was a loss of confidence in the line.", "negative"),
    ],
)
def test_what_is_conceded_or_taken_away_is_weighed_with_what_is_told_of_it(read: Read, body: str, tone: str) -> None:
    assert toned_sentences(read(body)[1]) == [tone]
