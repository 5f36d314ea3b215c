from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.quality.quantities import measure
from transforms.records.analyse import Quantity, Reading
from transforms.records.extract import Article

Read = Callable[..., tuple[Article, Reading]]
OWN = Path(__file__).parents[2] / "quality" / "quantities.txt"


def only(found: tuple[Article, Reading]) -> Quantity:
    [row] = found[1].quantities
    return row


def test_the_labelled_sentences_of_our_own_are_read_as_well_as_they_ever_were() -> None:
    figures, errors = measure(OWN, with_peer=False)
    assert figures["ours_found"] >= 0.99, errors
    assert figures["ours_right"] >= 0.98, errors
    assert figures["ours_precision"] >= 0.98, errors


def test_an_amount_stands_in_the_text_at_its_offsets(read: Read) -> None:
    article, reading = read("Over 300 boats sank.\n\nRepairs cost $4.5bn, or between 3% and 5% of the budget.")
    assert [article.body[row.char_start : row.char_end] for row in reading.quantities] == [
        "Over 300", "$4.5bn", "between 3% and 5%",
    ]  # fmt: skip
    assert [row.sentence_no for row in reading.quantities] == [0, 1, 1]


@pytest.mark.parametrize(
    ("said", "low", "high"),
    [
        ("300", 300, 300),
        ("exactly 300", 300, 300),
        ("more than 300", 300, None),
        ("over 300", 300, None),
        ("at least 300", 300, None),
        ("300 or more", 300, None),
        ("about 300", None, None),
        ("nearly 300", None, 300),
        ("up to 300", None, 300),
        ("fewer than 300", None, 300),
        ("between 300 and 400", 300, 400),
        ("300 to 400", 300, 400),
        ("300–400", 300, 400),
        ("hundreds of", 200, 999),
        ("tens of thousands of", 20_000, 99_999),
        ("several", 3, None),
        ("a handful of", 3, 9),
        ("several million", 3e6, None),
    ],
)
def test_what_is_said_leaves_its_bounds(read: Read, said: str, low: float | None, high: float | None) -> None:
    row = only(read(f"The farmers lost {said} sheep."))
    assert (row.low, row.high) == (low, high)
    assert row.object.startswith("sheep")


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("4,500", 4500),
        ("4.5 million", 4.5e6),
        ("half a million", 5e5),
        ("two and a half million", 2.5e6),
        ("three dozen", 36),
        ("a dozen", 12),
        ("twenty-one", 21),
        ("one hundred and five", 105),
        ("two hundred thousand", 2e5),
        ("three hundred and twenty-one thousand", 321_000),
        ("a thousand", 1000),
        ("12 lakh", 1.2e6),
        ("3 crore", 3e7),
        ("7bn", 7e9),
    ],
)
def test_a_number_has_its_value(read: Read, said: str, value: float) -> None:
    assert only(read(f"The farmers own {said} sheep.")).value == value


@pytest.mark.parametrize(
    ("body", "unit", "value"),
    [
        ("It cost $4.5bn.", "USD", 4.5e9),
        ("It cost US$5 million.", "USD", 5e6),
        ("It cost €3 million.", "EUR", 3e6),
        ("It cost £2.10.", "GBP", 2.1),
        ("It cost Rs 200 crore.", "INR", 2e9),
        ("It cost 300 billion yen.", "JPY", 3e11),
        ("It cost CHF 40,000.", "CHF", 40_000),
        ("It cost 40,000 CHF.", "CHF", 40_000),
        ("It cost A$12m.", "AUD", 12e6),
        ("It cost $400k.", "USD", 400_000),
    ],
)
def test_money_has_its_currency(read: Read, body: str, unit: str, value: float) -> None:
    row = only(read(body))
    assert (row.kind, row.unit, row.value) == ("money", unit, pytest.approx(value))


@pytest.mark.parametrize(
    ("body", "change", "ends"),
    [
        ("Shares rose 3.2% to 104.5 on the day.", "up", (None, 104.5)),
        ("Shares fell 3.2%.", "down", (None, None)),
        ("Prices rose by 4 percent.", "up", (None, None)),
        ("Rates will rise from 3 to 5 percent.", "up", (3, 5)),
        ("Inflation fell to 5% from 7%.", "down", (7, 5)),
        ("The town wants a 5% increase in fares.", "up", (None, None)),
        ("Turnout was 5% in the rain.", "", (None, None)),
    ],
)
def test_a_change_says_its_direction_and_its_ends(
    read: Read, body: str, change: str, ends: tuple[float | None, float | None]
) -> None:
    row = read(body)[1].quantities[0]
    assert (row.change, (row.from_value, row.to_value)) == (change, ends)


@pytest.mark.parametrize(
    ("body", "objects"),
    [
        ("The storm killed 12 sailors and injured 30.", ["sailors killed", "injured"]),
        ("At least 12 people were killed and dozens wounded.", ["people killed", "injured"]),
        ("The death toll rose to 214.", ["killed"]),
        ("Six hikers are missing.", ["hikers missing"]),
        ("The bank hired 30 clerks.", ["clerks"]),
    ],
)
def test_the_dead_the_injured_and_the_missing_are_told_apart(read: Read, body: str, objects: list[str]) -> None:
    assert [row.object for row in read(body)[1].quantities] == objects


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("Some 200 Norwegian sailors left.", "Norwegian sailors"),
        ("Two-thirds of the voters agreed.", "voters"),
        ("It shipped 20 tonnes of wheat.", "wheat"),
        ("Norway gave $4bn in aid.", "aid"),
        ("5,000 of them left.", ""),
    ],
)
def test_an_amount_is_of_something(read: Read, body: str, what: str) -> None:
    assert only(read(body)).object == what


def test_the_place_that_is_stated_with_an_amount_is_kept(read: Read) -> None:
    _, reading = read("Over 300 sailors live in Lisbon.")
    row = reading.quantities[0]
    assert row.place == "Lisbon"
    assert row.place_mention_no is not None
    assert reading.mentions[row.place_mention_no].surface == "Lisbon"


@pytest.mark.parametrize(
    "body",
    [
        "It happened on 12 March 2024, in 2015, at 10:30 and on 3/4/2024.",
        "Section 5 of Article 119 was read on flight 23.",
        "The rovers won 3-2 and the F-16 flew home after Covid-19.",
        "The 3rd man and the second woman called 911.",
        "Call 555-1234.",
        "No one spoke, and one of them left.",
        "The house stands at 59° 10′ north.[3]",
        "The month of May, a few, the scores.",
        "The 787-9 and release 1.32.1 are new, and open 24×7.",
        "Call +49 40 890 85.",
        "The right one was all in one, one after the other, said a third party at the SIX Exchange.",
    ],
)
def test_what_only_looks_like_an_amount_is_none(read: Read, body: str) -> None:
    assert [row.surface for row in read(body)[1].quantities] == []


@pytest.mark.parametrize(
    "body",
    [
        "1" * 400,
        "one " * 300,
        "$",
        "between 3 and",
        "2 million million million",
        "½ of ١٢ and ٣ m² ²",
        "a",
        "1,2,3,4",
        "%",
    ],
)
def test_no_number_is_too_odd_to_be_read(read: Read, body: str) -> None:
    for row in read(body + ".")[1].quantities:
        assert row.low is None or row.high is None or row.low <= row.high


def test_items_of_a_list_are_not_numbered_amounts(read: Read) -> None:
    assert [row.surface for row in read("1. Open the lid.\n\n2) Take 30 eggs.")[1].quantities] == ["30"]


def test_two_numbers_beside_each_other_stay_two(read: Read) -> None:
    rows = read("The fleet of roughly 400 737 jets is on the ground.")[1].quantities
    assert [row.value for row in rows] == [400, 737]


def test_german_ages_are_ages(read: Read) -> None:
    rows = read("Der 40-Jährige und die 21 Jahre alte Frau kamen.", language="de")[1].quantities
    assert [(row.kind, row.value) for row in rows] == [("age", 40), ("age", 21)]


def test_the_place_of_a_comparison_is_not_the_amount_s(read: Read) -> None:
    row = read("Norway gave $3 million in aid, more than any other country in Portugal.")[1].quantities[0]
    assert (row.unit, row.place) == ("USD", "")
