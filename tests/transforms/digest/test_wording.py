from dataclasses import replace

import pytest

from tests.transforms.digest.sunday import ARAVENA, EARTHQUAKE, LOAF, SUNDAY, ZORIN
from transforms.digest import story_wording, wording
from transforms.digest.content import Coverage, Volume
from transforms.digest.story import Counts


@pytest.mark.parametrize(
    ("value", "told"), [(0, "0"), (10, "10"), (1234, "1,234"), (33.4, "33"), (8.25, "8.2"), (2.0, "2"), (0.149, "0.15")]
)
def test_a_number_shows_as_many_digits_as_say_something(value: float, told: str) -> None:
    assert wording.number(value) == told


def test_the_coverage_line_says_what_was_read_and_what_is_missing() -> None:
    coverage = Coverage(612, 588, 41, 3, 0.06, "")
    assert wording.coverage_sentence(coverage) == "588 of 612 pages read; 3 of 41 feeds failed: about 6% missing."


@pytest.mark.parametrize(("share", "told"), [(0.0, ": nothing known to be missing."), (0.002, ": under 1% missing.")])
def test_the_coverage_line_does_not_round_a_loss_away(share: float, told: str) -> None:
    assert wording.coverage_sentence(Coverage(9, 9, 2, 0, share, "")).endswith(told)


@pytest.mark.parametrize(
    ("articles", "told"),
    [(20, "2.5 times the usual 8 a day"), (10, "25% above"), (8, "about the usual"), (6, "25% below")],
)
def test_the_volume_is_told_against_the_usual(articles: int, told: str) -> None:
    volume = Volume(Counts(articles, 5, 2, 2), 8.0, 6, (), "")
    assert told in wording.volume_sentence(volume)
    assert "(by 6 days before, feed by feed)" in wording.volume_sentence(volume)


def test_the_volume_is_told_by_what_can_be_compared() -> None:
    volume = Volume(Counts(40, 5, 2, 2), 8.0, 4, (), "", ratio=1.02)
    assert "about the usual 8 a day (by 4 days before, feed by feed)" in wording.volume_sentence(volume)


def test_the_coverage_line_says_how_much_the_feeds_gave() -> None:
    coverage = Coverage(612, 588, 41, 3, 0.06, "", 0.94)
    assert wording.coverage_sentence(coverage).endswith(
        "about 6% missing. The feeds gave 94% of what they usually give."
    )


def test_a_rise_that_chance_may_have_made_says_so() -> None:
    unsure, sure = replace(ARAVENA, q_value=0.5), replace(ARAVENA, q_value=0.03)
    assert [wording.sureness_words(one) for one in (ARAVENA, unsure, sure)] == ["", "may be chance", "sure"]
    assert wording.riser_sentence(unsure).endswith("usually 0.15 a day; it may be chance.")
    assert "chance" not in wording.riser_sentence(sure)


def test_a_first_day_has_nothing_to_be_compared_with() -> None:
    volume = Volume(Counts(1, 1, 1, 1), None, 0, (), "")
    assert wording.volume_sentence(volume) == (
        "1 article from 1 outlet, 1 different text; no earlier day to compare with."
    )


def test_a_plain_mean_is_not_called_the_usual() -> None:
    assert [wording.mean_clause(mean) for mean in (2.5, 0.0, None)] == [
        "on average 2.5 a day before", "not seen in the days before", "with no past to compare",
    ]  # fmt: skip


def test_the_riser_is_told_with_its_own_past() -> None:
    assert wording.riser_sentence(ARAVENA) == "Tomás Aravena rose most: 5 articles in 4 outlets, usually 0.15 a day."
    new = replace(ARAVENA, usual_article_count=0.0, ratio=None)
    assert wording.riser_sentence(new).endswith("not seen in the days before.")


def test_a_rate_that_is_not_known_is_not_called_new() -> None:
    assert wording.ratio_words(replace(ARAVENA, usual_article_count=None, ratio=None)) == "–"
    assert wording.ratio_words(replace(ARAVENA, usual_article_count=0.0, ratio=None)) == "new"
    assert wording.ratio_words(ZORIN) == "0×"


def test_a_story_tells_why_it_matters_by_the_record() -> None:
    assert story_wording.context_sentences(EARTHQUAKE.context, SUNDAY) == [
        "Running since Saturday 7 March: 15 articles on 2 days.",
        "Meridian Wire had it first, 12:20; Tagus Courier 3 hours later.",
        "Named together for the first time since 9 February: Ingrid Solheim and SENAPRED; "
        "University of Leeds and Valparaíso.",
        "Tomás Aravena: 5 articles, usually 0.15 a day; the most on a day since 12 February.",
        "Ingrid Solheim: 4 articles, usually 0.1 a day.",
        "SENAPRED: 7 articles, the most on any day since the record began on 9 February.",
        "On earthquake: 8 articles, usually 0.5 a day.",
        "Chile towards University of Leeds: 3 events with a mean of +4.5 from conflict (-10) to cooperation (+10), "
        "-1.2 over 4 events of the 28 days before.",
    ]


def test_accounts_that_differ_are_told_with_their_outlets() -> None:
    (accounts,) = EARTHQUAKE.context.accounts
    assert story_wording.accounts_words(accounts, SUNDAY.day) == (
        "Accounts differ on people killed: at least 21 (Savanna Gazette, 14:50), at least 23 (Tagus Courier, 15:30)."
    )


@pytest.mark.parametrize(
    ("minutes", "told"), [(1, "1 minute"), (119, "119 minutes"), (120, "2 hours"), (2879, "48 hours"), (4320, "3 days")]
)
def test_a_lead_is_told_in_the_unit_that_suits_it(minutes: int, told: str) -> None:
    assert story_wording.duration_words(minutes) == told


def test_two_outlets_in_one_minute_are_said_to_be_so() -> None:
    assert EARTHQUAKE.context.broke is not None
    broke = replace(EARTHQUAKE.context.broke, minutes=0)
    told = story_wording.context_sentences(replace(EARTHQUAKE.context, broke=broke), SUNDAY)[1]
    assert told == "Meridian Wire had it first, 12:20; Tagus Courier in the same minute."


def test_an_article_of_another_day_is_shown_with_its_date() -> None:
    assert wording.source_time(LOAF, SUNDAY.day) == "07:15"
    assert wording.source_time(LOAF, SUNDAY.window_end.date()) == "8 March, 07:15"
    midnight = replace(LOAF, published_at=LOAF.published_at.replace(hour=0, minute=0))
    assert wording.source_time(midnight, SUNDAY.day) == "8 March"
