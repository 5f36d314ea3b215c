from collections.abc import Callable

import pytest

from transforms.records.analyse import Reading
from transforms.records.extract import Article

Read = Callable[..., tuple[Article, Reading]]


def sightings(reading: Reading) -> list[tuple[str, str, str]]:
    return [(one.alias, reading.actors[one.actor_no].name, one.pattern) for one in reading.alias_sightings]


def test_an_acronym_in_brackets_is_an_alias(read: Read) -> None:
    article, reading = read("The Baltic Freight Union (BFU) met on Monday. The BFU wants higher wages.")
    assert sightings(reading) == [("BFU", "Baltic Freight Union", "acronym")]
    (one,) = reading.alias_sightings
    assert article.body[one.char_start : one.char_end] == "BFU"


@pytest.mark.parametrize(
    ("body", "pattern"),
    [
        ("Marta Quintela, also known as Tita Rosa, was arrested in London.", "known-as"),
        ("Marta Quintela, better known as Tita Rosa, was arrested in London.", "known-as"),
        ("Marta Quintela, who is known as Tita Rosa, was arrested in London.", "known-as"),
        ("Marta Quintela, formerly known as Tita Rosa, was arrested in London.", "formerly"),
    ],
)
def test_what_somebody_is_also_known_as_is_an_alias(read: Read, body: str, pattern: str) -> None:
    assert sightings(read(body)[1]) == [("Tita Rosa", "Marta Quintela", pattern)]


@pytest.mark.parametrize(
    "body",
    [
        "Marta Quintela and Rui Salgado were arrested in London.",
        "Marta Quintela (Portugal) won in London.",
        "Marta Quintela, also known as Sunniva Vik, was arrested.",  # a known actor keeps her name
    ],
)
def test_what_is_no_other_name_is_none(read: Read, body: str) -> None:
    assert sightings(read(body)[1]) == []
