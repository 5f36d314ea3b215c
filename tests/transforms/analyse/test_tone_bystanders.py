"""On whom the tone of a sentence does not fall, and which words have none."""

from collections.abc import Callable

import pytest

from transforms.records.analyse import Reading
from transforms.records.extract import Article

Read = Callable[..., tuple[Article, Reading]]


def tones(reading: Reading, name: str) -> list[str]:
    """The tones towards a name, mention by mention."""
    return [
        row.tone
        for row in reading.tones
        if row.scope == "mention" and row.mention_no is not None and reading.mentions[row.mention_no].surface == name
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Rui Salgado told Ana Berg that the captain was a liar.",
        "Ana Berg accused the captain of fraud.",
        "Ana Berg blamed the captain for the disastrous crossing.",
        "Ana Berg condemned the brutal attack on the crew.",
        "The captain is a crook, according to Ana Berg.",
        "Ana Berg asked whether the captain had lied.",
        "“The crossing was a catastrophe,” Ana Berg said.",
        "The fraud was investigated by Ana Berg.",
        "Ana Berg found nothing sinister there.",
        "Ana Berg was murdered in the brutal attack.",
        "The first shot killed Ana Berg and wounded the captain.",
        "Harbour chief Ana Berg said: “Let us speak of the threat: the belligerent mate, the lies of the crew.”",
        "Ana Berg described the chaos on the pier.",
    ],
)
def test_who_tells_of_it_is_told_or_suffers_it_is_not_who_is_blamed(read: Read, body: str) -> None:
    assert set(tones(read(body)[1], "Ana Berg")) == {"neutral"}


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("The captain lied in documents obtained by Harbour News.", "Harbour News"),
        ("The captain told Harbour News that the mate was a thief.", "Harbour News"),
        ("Rui Salgado was a disgrace at the Harbour Council.", "Harbour Council"),
        ("The Harbour Council's probe of the captain goes on.", "Harbour Council"),
        ("The fraud expert Ana Berg spoke on Monday.", "Ana Berg"),
        ("The captain failed in a post on Harbour News.", "Harbour News"),
    ],
)
def test_outlets_and_bodies_that_stand_by_have_no_part_in_it(read: Read, body: str, name: str) -> None:
    assert set(tones(read(body)[1], name)) == {"neutral"}


@pytest.mark.parametrize(
    "body",
    [
        "Ana Berg runs the freight division of the line.",
        "Ana Berg has a mandate until May.",
        "Ana Berg bought the assets of the ferry line.",
        "Ana Berg sails the ferry as well as the tug.",
        "Ana Berg is in charge of the pier.",
        "Ana Berg cut the fares in May.",
        "Ana Berg is a friend of the captain.",
        "Ana Berg took the lead role in the play.",
        "Ana Berg leads the harbour office.",
        "Ana Berg teaches criminal law in the town.",
        "Ana Berg paid by credit card.",
        "Ana Berg joined the harbour office in May.",
        "Ana Berg works on an anti-corruption law.",
        "Ana Berg contributed to this report.",
        "Ana Berg declined to comment.",
    ],
)
def test_words_that_judge_nothing_have_no_tone(read: Read, body: str) -> None:
    reading = read(body)[1]
    assert set(tones(reading, "Ana Berg")) == {"neutral"}
    assert [row for row in reading.tones if row.scope == "sentence"] == []


@pytest.mark.parametrize(
    ("body", "tone"),
    [
        ("Ana Berg is a far-right leader.", "negative"),
        ("Ana Berg is an award-winning author.", "positive"),
        ("Ana Berg is out-of-touch.", "negative"),
        ("Ana Berg is a con man.", "negative"),
        ("Ana Berg was taken to task by the crews.", "negative"),
        ("On Monday the crews lashed out at Ana Berg, the mayor.", "negative"),
        ("The crews rallied behind Ana Berg.", "positive"),
        ("Ana Berg messed up the crossing.", "negative"),
        ("Ana Berg is hardly competent.", "negative"),
        ("Ana Berg wasn’t honest.", "negative"),
    ],
)
def test_words_of_several_parts_have_one_tone(read: Read, body: str, tone: str) -> None:
    assert tones(read(body)[1], "Ana Berg") == [tone]


def test_a_victory_over_somebody_is_their_defeat(read: Read) -> None:
    reading = read("Rui Salgado celebrated a victory over Ana Berg.")[1]
    assert tones(reading, "Ana Berg") == ["negative"]


def test_who_is_named_once_on_the_way_has_no_tone_over_the_article(read: Read) -> None:
    reading = read("Ana Berg spoke of the weather when the worried captain came.")[1]
    assert [row.tone for row in reading.tones if row.scope == "actor"] == ["neutral"]
