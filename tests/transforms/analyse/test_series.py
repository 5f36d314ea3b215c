"""Pages that return every day under one headline, and what is none of them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from transforms.analyse.day import StoryText
from transforms.analyse.series import series_of

MONDAY = date(2026, 3, 30)


def page(title: str, day: int = 0, outlet_id: str = "post", language: str = "en") -> StoryText:
    on = MONDAY + timedelta(days=day)
    return StoryText(f"{title}{day}", on, datetime.combine(on, time(6), UTC), title, "", language, outlet_id=outlet_id)


def are_series(*texts: StoryText) -> bool:
    return bool(frozenset.intersection(*series_of(texts)))


@pytest.mark.parametrize(
    ("language", "first", "second", "days"),
    [
        ("en", "Morning briefing", "Morning Briefing", 1),
        ("en", "What the stars say for Monday, 30 March", "What the stars say for Wednesday, 1 April", 2),
        ("en", "On television tonight (30/03/2026)", "On television tonight (31/03/2026)", 1),
        ("en", "Border war live – day 999", "Border war live – day 1,000", 1),
        ("en", "Five-letter puzzle 208: three hints", "Five-letter puzzle 210: three hints", 2),
        ("de", "Das Wetter am Montag, 30. März 2026", "Das Wetter am Dienstag, 31. März 2026", 1),
        ("fr", "La météo du lundi 30 mars", "La météo du mercredi 1er avril", 2),
        ("es", "Horóscopo de hoy, lunes 30 de marzo", "Horóscopo de hoy, miércoles 1 de abril", 2),
        ("xx", "Heitt í dag 30.3.2026", "Heitt í dag 31.3.2026", 1),
    ],
)
def test_a_headline_that_an_outlet_has_on_several_days_is_a_series(
    language: str, first: str, second: str, days: int
) -> None:
    assert are_series(page(first, language=language), page(second, days, language=language))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("At least 14 dead in mine", "At least 15 dead in mine"),
        ("At least 230 dead in mine", "At least 260 dead in mine"),
        ("Mine: hope fades", "Mine: last man is out"),
        ("", ""),
    ],
)
def test_a_headline_that_goes_on_with_its_story_is_none(first: str, second: str) -> None:
    assert not are_series(page(first), page(second, 1))


def test_a_headline_of_one_day_or_of_two_outlets_is_none() -> None:
    assert not are_series(page("Mine collapses"), page("Mine collapses"))
    assert not are_series(page("Mine collapses"), page("Mine collapses", 1, outlet_id="mail"))
    assert not are_series(page("Mine collapses", outlet_id=""), page("Mine collapses", 1, outlet_id=""))


def test_a_series_is_one_in_every_outlet_that_prints_it() -> None:
    assert are_series(page("The weather"), page("The weather", 1), page("The weather", 1, outlet_id="mail"))
