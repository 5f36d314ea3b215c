from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.extract.dateline import read_dateline

PUBLISHED = datetime(2024, 3, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "place", "day"),
    [
        ("ODESA, Ukraine, March 3 (Agency) — A ship", "ODESA, Ukraine", date(2024, 3, 3)),
        ("NAIROBI, March 4 - A bank", "NAIROBI", date(2024, 3, 4)),
        ("LISBON — A tram", "LISBON", None),
        ("Berlin (dpa) - Ein Schiff", "Berlin", None),
        ("PARIS, 3 mars (Reuters) - Un navire", "PARIS", date(2024, 3, 3)),
        ("WASHINGTON (AP) — A law", "WASHINGTON", None),
        ("NEW YORK, Dec. 30 (UPI) -- A bridge", "NEW YORK", date(2023, 12, 30)),
        ("SÃO PAULO, 3 de março — Um navio", "SÃO PAULO", date(2024, 3, 3)),
        ("ST. LOUIS — A ship", "ST. LOUIS", None),
        ("WASHINGTON, D.C. – A law", "WASHINGTON, D.C.", None),
        ("Moskau/Kiew (dpa) - Ein Schiff", "Moskau/Kiew", None),
        ("Washington (AFP) A law", "Washington", None),
        ("VIENNA, 5 June 2023 — A ball", "VIENNA", date(2023, 6, 5)),
    ],
)
def test_a_dateline_gives_its_place_and_day(text, place, day):
    found = read_dateline(text, PUBLISHED)
    assert (found.place, found.day) == (place, day)
    assert text[found.end :].split()[0] in {"A", "Ein", "Un", "Um"}


def test_a_date_line_gives_the_day():
    assert read_dateline("date 2024-02-15\n\nThe harbour", None).day == date(2024, 2, 15)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor - a baker - said",
        "Kyiv — a city",
        "BREAKING — The harbour",
        "EXCLUSIVE - The",
        "",
        "A CLOSER LOOK — x",
        "Jo Muster (SPC) said on Monday",
    ],
)
def test_what_only_looks_like_a_dateline_is_none(text):
    assert read_dateline(text, PUBLISHED).end == 0


@given(st.text(max_size=120))
def test_the_end_of_a_dateline_lies_within_the_text(text):
    assert 0 <= read_dateline(text, PUBLISHED).end <= len(text)
