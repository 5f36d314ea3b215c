from collections.abc import Callable

import pytest

from transforms.records.analyse import Reading
from transforms.records.extract import Article
from transforms.records.tone import Tone

Read = Callable[..., tuple[Article, Reading]]


def towards(reading: Reading, name: str) -> list[str]:
    """The tones towards a name, mention by mention."""
    return [
        row.tone
        for row in of(reading, "mention")
        if row.mention_no is not None and reading.mentions[row.mention_no].surface == name
    ]


def of(reading: Reading, scope: str) -> list[Tone]:
    return [row for row in reading.tones if row.scope == scope]


@pytest.mark.parametrize(
    ("body", "tone"),
    [
        ("The union criticised Ana Berg on Monday.", "negative"),
        ("Ana Berg was accused of fraud.", "negative"),
        ("Ana Berg was praised by the crews.", "positive"),
        ("The crews praised Ana Berg.", "positive"),
        ("Ana Berg is corrupt.", "negative"),
        ("Ana Berg is not corrupt.", "positive"),
        ("Ana Berg faces criticism from the crews.", "negative"),
        ("Ana Berg lied to the crews.", "negative"),
        ("Ana Berg has won the contest.", "positive"),
        ("Criticism of Ana Berg grew.", "negative"),
        ("The disgraced Ana Berg left the hall.", "negative"),
        ("The court convicted Ana Berg.", "negative"),
        ("Ana Berg, whom the crews have always admired, left the hall.", "positive"),
        ("Ana Berg opened the new pier on Monday.", "neutral"),
        ("Ana Berg said the ferry would sail at noon.", "neutral"),
        ("Ana Berg said the weather was terrible.", "neutral"),
        ("Ana Berg fights corruption.", "neutral"),
        ("Ana Berg came under fire on Monday.", "negative"),
        ("Ana Berg is a man of honour.", "positive"),
        ("The crews called Ana Berg a woman of integrity.", "positive"),
        ("Ana Berg was responsible for the disaster.", "negative"),
        ("On Monday the captain took a swipe at Ana Berg, the mayor.", "negative"),
        ("On Monday the captain threw his support behind Ana Berg, the mayor.", "positive"),
    ],
)
def test_the_tone_towards_somebody_is_by_what_is_done_and_said_of_them(read: Read, body: str, tone: str) -> None:
    assert towards(read(body)[1], "Ana Berg") == [tone]


def test_who_praises_and_who_is_praised_are_told_apart(read: Read) -> None:
    _, reading = read("Rui Salgado defeated Ana Berg in the vote.")
    assert (towards(reading, "Rui Salgado"), towards(reading, "Ana Berg")) == (["positive"], ["negative"])


def test_what_would_be_weighs_less_than_what_is(read: Read) -> None:
    is_so, would_be = (
        of(read(body)[1], "mention")[0].score for body in ("Ana Berg failed.", "Ana Berg would fail.")
    )  # fmt: skip
    assert is_so < would_be < 0


def test_a_tone_names_the_words_that_made_it(read: Read) -> None:
    _, reading = read("The union condemned Ana Berg on Monday.")
    assert [row.evidence for row in of(reading, "mention")] == ["condemned"]


def test_a_neutral_sentence_has_no_row_and_another_has_one(read: Read) -> None:
    article, reading = read("The ferry sails at noon. The crossing was a disaster.")
    [row] = of(reading, "sentence")
    assert (article.body[row.char_start : row.char_end], row.tone) == ("The crossing was a disaster.", "negative")


def test_the_score_towards_an_actor_is_the_mean_over_its_mentions(read: Read) -> None:
    _, reading = read("The crews praised Ana Berg. Later the court convicted Berg. Berg was jailed at once.")
    mentions = [row.score for row in of(reading, "mention")]
    [actor] = of(reading, "actor")
    assert actor.score == pytest.approx(sum(mentions) / len(mentions), abs=0.01)
    assert actor.tone == "negative"


def test_an_actor_named_once_needs_a_clearer_word_than_one_named_often(read: Read) -> None:
    slight = "Ana Berg denied it on Monday. "
    [once] = of(read(slight)[1], "actor")
    [often] = of(read(slight * 4)[1], "actor")
    assert (once.tone, often.tone) == ("neutral", "negative")


def test_an_article_has_one_tone_over_its_whole_text(read: Read) -> None:
    article, reading = read("The crossing was a disaster. The pier is a wreck and the captain a liar.")
    [row] = of(reading, "article")
    assert (row.tone, row.char_start, row.char_end) == ("negative", 0, len(article.body))


def test_places_have_no_tone_towards_them(read: Read) -> None:
    _, reading = read("Ana Berg lied in Bergen.")
    assert towards(reading, "Bergen") == []


def test_without_a_model_there_is_no_tone(read: Read) -> None:
    assert read("Ana Berg hat gelogen.", language="de")[1].tones == ()
