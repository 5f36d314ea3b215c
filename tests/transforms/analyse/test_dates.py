from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.quality.dates import measure
from transforms.analyse.date_scene import letters_of
from transforms.analyse.reader import Knowledge, read_article
from transforms.records.analyse import DateMention, Reading
from transforms.records.extract import Article

Read = Callable[..., tuple[Article, Reading]]
Write = Callable[..., Article]
OWN = Path(__file__).parents[2] / "quality" / "dates.txt"


def told(found: tuple[Article, Reading]) -> list[tuple[str, str]]:
    """(words, value) of each expression."""
    return [(row.surface, row.value) for row in found[1].dates]


def only(found: tuple[Article, Reading]) -> DateMention:
    [row] = found[1].dates
    return row


def test_the_labelled_sentences_of_our_own_are_read_as_well_as_they_ever_were() -> None:
    figures, errors = measure(OWN, with_peer=False)
    assert figures["ours_found"] >= 0.99, errors
    assert figures["ours_right"] >= 0.97, errors
    assert figures["ours_precision"] >= 0.97, errors


def test_an_expression_stands_in_the_text_at_its_offsets(read: Read) -> None:
    article, reading = read("The pier closed on Monday.\n\nIt opens again in May 2027, or in three weeks.")
    assert [article.body[row.char_start : row.char_end] for row in reading.dates] == [
        row.surface for row in reading.dates
    ]
    assert [row.sentence_no for row in reading.dates] == [0, 1, 1]


@pytest.mark.parametrize(
    ("body", "start", "end"),
    [
        ("It burned last week.", date(2026, 2, 23), date(2026, 3, 1)),
        ("It was sold in February 2024.", date(2024, 2, 1), date(2024, 2, 29)),
        ("It was sold in early 2024.", date(2024, 1, 1), date(2024, 4, 30)),
        ("It was sold in the third quarter of 2025.", date(2025, 7, 1), date(2025, 9, 30)),
        ("It was sold earlier this month.", date(2026, 3, 1), date(2026, 3, 5)),
        ("Nine fell ill in the past 24 hours.", date(2026, 3, 4), date(2026, 3, 5)),
        ("The school shuts between 30 April and 2 May.", date(2026, 4, 30), date(2026, 5, 2)),
        ("The school will shut from Monday to Friday.", date(2026, 3, 9), date(2026, 3, 13)),
    ],
)
def test_a_stretch_of_time_has_its_first_and_last_day(read: Read, body: str, start: date, end: date) -> None:
    row = read(body)[1].dates[0]
    assert (row.start_day, row.end_day) == (start, end)


def test_the_ends_of_a_range_are_expressions_too(read: Read) -> None:
    assert told(read("The school shut from 2004 to 2009.")) == [
        ("from 2004 to 2009", "2004/2009"),
        ("2004", "2004"),
        ("2009", "2009"),
    ]


@pytest.mark.parametrize(
    ("body", "bound"),
    [
        ("It has rained since Monday.", "since"),
        ("It will rain until Sunday.", "until"),
        ("It will be dry by 2031.", "by"),
        ("It rained before the 9th of January.", "before"),
        ("It rained after 9 January.", "after"),
        ("It rained on Monday.", ""),
    ],
)
def test_a_date_says_which_edge_it_is(read: Read, body: str, bound: str) -> None:
    assert only(read(body)).bound == bound


@pytest.mark.parametrize(
    ("body", "mod"),
    [
        ("It rained in late 2024.", "END"),
        ("It rained in mid-March.", "MID"),
        ("It rained for about three weeks.", "APPROX"),
        ("It rained for more than three weeks.", "MORE_THAN"),
        ("It rained for at least three weeks.", "EQUAL_OR_MORE"),
        ("It rained for less than three weeks.", "LESS_THAN"),
        ("It rained for up to three weeks.", "EQUAL_OR_LESS"),
    ],
)
def test_a_part_and_an_amount_are_kept_as_modifiers(read: Read, body: str, mod: str) -> None:
    assert only(read(body)).mod == mod


def test_a_date_with_two_readings_keeps_both(read: Read) -> None:
    row = only(read("The letter of 03/04/2024 was lost."))
    assert {row.value, row.alternatives} == {"2024-03-04", "2024-04-03"}
    assert row.confidence < 0.7


def test_a_weekday_without_a_verb_keeps_both_readings(read: Read) -> None:
    row = only(read("Storm warning for the coast on Monday."))
    assert (row.value, row.alternatives) == ("2026-03-02", "2026-03-09")


def test_the_tense_of_the_verb_decides_between_the_last_and_the_next(read: Read) -> None:
    found = told(read("The court sat on Monday. The court will sit on Monday. The court is to sit on Monday."))
    assert found == [("Monday", "2026-03-02"), ("Monday", "2026-03-09"), ("Monday", "2026-03-09")]


def test_relative_dates_are_told_from_the_dateline_before_the_publication(knowledge: Knowledge, write: Write) -> None:
    article = write("The pier burned yesterday.", day="2026-03-05")
    [published] = read_article(article, knowledge).dates
    [filed] = read_article(replace(article, dateline_date=date(2026, 3, 3)), knowledge).dates
    assert (published.value, published.anchor_source) == ("2026-03-04", "published")
    assert (filed.value, filed.anchor_source, filed.anchor_day) == ("2026-03-02", "dateline", date(2026, 3, 3))


def test_a_line_that_is_only_a_date_is_the_anchor(read: Read) -> None:
    found = told(read("Tuesday, March 3, 2026\n\nThe pier burned yesterday."))
    assert found == [("Tuesday, March 3, 2026", "2026-03-03"), ("yesterday", "2026-03-02")]


def test_the_day_of_publication_is_that_of_the_pages_zone(knowledge: Knowledge, write: Write) -> None:
    late = datetime(2026, 3, 5, 2, 30, tzinfo=UTC)  # the evening before, in New York
    article = replace(write("The pier burned today."), published_at=late, published_offset_minutes=-300)
    [row] = read_article(article, knowledge).dates
    assert (row.value, row.anchor_day) == ("2026-03-04", date(2026, 3, 4))


def test_without_any_day_a_section_that_is_named_by_its_day_is_the_anchor(knowledge: Knowledge, write: Write) -> None:
    text = "# 3 March 2026\n\nThe pier burned yesterday.\n\n# Later\n\nIt burned today."
    article = replace(write(text), published_at=None)
    dated, undated = read_article(article, knowledge).dates
    assert (dated.value, dated.anchor_source) == ("2026-03-02", "section")
    assert (undated.start_day, undated.anchor_day) == (None, None)


def test_a_time_of_day_with_its_zone_is_a_moment(read: Read) -> None:
    row = only(read("The truce began at 10:30 p.m. EST on Tuesday."))
    assert row.value == "2026-03-03T22:30-05:00"
    assert row.moment_at == datetime(2026, 3, 4, 3, 30, tzinfo=UTC)
    assert only(read("The truce began at 10:30 p.m. on Tuesday.")).moment_at is None


def test_a_date_told_from_the_text_says_so(read: Read) -> None:
    _, later = read("The dam broke on 2 April 2019; two days later the town was dry.")[1].dates
    assert (later.value, later.anchor_source, later.is_relative) == ("2019-04-04", "text", True)


def test_absolute_dates_need_no_anchor(read: Read) -> None:
    row = only(read("The dam broke on 2 April 2019."))
    assert (row.is_relative, row.anchor_day, row.anchor_source) == (False, None, "")


@pytest.mark.parametrize(
    "body",
    [
        "The minister may march on the town.",
        "A 13-year-old boy and his 40-year-old dog were found, both aged 90 years in spirit.",
        "Resolution 1973 was adopted and 2015 people cheered for $2000.",
        "The fall of the city, the Winter Games and the summer school.",
        "The team won 3-2, and 10.5 percent of 4,000 fans sang.",
        "The 90th minute.",
        "99999999999999999999 lamps, 31/31/2024, 45:99 and 2024-13-45.",
    ],
)
def test_what_only_looks_like_a_date_is_none(read: Read, body: str) -> None:
    assert told(read(body)) == []


@pytest.mark.parametrize(
    "body",
    ["It fell 13 billion years ago.", "It fell 9000 years ago.", "It lasts for the next 9999 years.",
     "In the year 2099.", "9999 centuries later", "in 5 million weeks it will end", "30 February 2024", "1 Q4 half"],
)  # fmt: skip
def test_no_date_leaves_the_calendar(read: Read, body: str) -> None:
    for row in read(body)[1].dates:
        assert row.start_day is None or row.start_day <= (row.end_day or row.start_day)


def test_what_comes_in_the_plural_is_a_stretch_from_now(read: Read) -> None:
    row = only(read("It will rain in the coming weeks."))
    assert (row.kind, row.value, row.start_day) == ("DURATION", "PXW", date(2026, 3, 5))


def test_round_numbers_are_no_years(read: Read) -> None:
    assert told(read("It holds 2,000 letters and 1000 cards, up to 1500 in all.")) == []


def test_a_german_case_is_no_english_season(read: Read) -> None:
    assert (
        told(
            read(
                "Der Fall werde neu geprüft, sagte sie. Die Kasse zahlt auch in diesem Fall, auch im Fall.",
                language="de",
            )
        )
        == []
    )


def test_a_german_word_in_an_english_text_is_no_date_and_no_error(read: Read) -> None:
    assert [words for words, _ in told(read("The paper's Mittwochabend column ended on Friday."))] == ["Friday"]


def test_a_german_clause_about_the_past_stays_there_though_another_looks_ahead(read: Read) -> None:
    text = "Seit Mittwochmorgen ruht der Hafen, er wird am Samstag öffnen, wie der Rat am Montag sagte."
    assert [value for _, value in told(read(text, language="de"))] == ["2026-03-04TMO", "2026-03-07", "2026-03-02"]


def test_days_without_a_year_are_a_range_though_nothing_tells_the_year(knowledge: Knowledge, write: Write) -> None:
    article = replace(write("The school shuts between 3 and 5 May."), published_at=None)
    reading = read_article(article, knowledge)
    assert [(row.surface, row.value) for row in reading.dates] == [("between 3 and 5 May", "XXXX-05-03/XXXX-05-05")]
    assert reading.quantities == ()


@pytest.mark.parametrize(
    ("body", "start", "end"),
    [
        ("The dam must be ready by the end of the year.", date(2026, 12, 31), date(2026, 12, 31)),
        ("Prices have risen since the beginning of March.", date(2026, 3, 1), date(2026, 3, 1)),
        ("The rest of the month will be dry.", date(2026, 3, 5), date(2026, 3, 31)),
        ("The last week of August was hot.", date(2025, 8, 25), date(2025, 8, 31)),
        ("The first half of the year was bad.", date(2026, 1, 1), date(2026, 6, 30)),
        ("The last quarter of 2025 was good.", date(2025, 10, 1), date(2025, 12, 31)),
        ("The first quarter of the 19th century was wet.", date(1800, 1, 1), date(1824, 12, 31)),
        ("The last day of the week is free.", date(2026, 3, 8), date(2026, 3, 8)),
        ("Exports fell in the six months ended June 30.", date(2026, 1, 1), date(2026, 6, 30)),
        ("The choir sang later in 1993.", date(1993, 1, 1), date(1993, 12, 31)),
    ],
)
def test_a_part_of_a_named_period_has_its_own_days(read: Read, body: str, start: date, end: date) -> None:
    row = read(body)[1].dates[0]
    assert (row.start_day, row.end_day) == (start, end)


@pytest.mark.parametrize(
    ("body", "value"),
    [
        ("The vote was held on Good Friday.", "2025-04-18"),
        ("The talks go on until Easter.", "2026-04-05"),
        ("They will meet on Easter Monday.", "2026-04-06"),
        ("The parade was on Thanksgiving.", "2025-11-27"),
        ("The shops close on Memorial Day 2027.", "2027-05-31"),
        ("The choir sang on Christmas morning.", "2025-12-25TMO"),
        ("The quay flooded last Christmas.", "2025-12-25"),
        ("They will marry this Christmas.", "2026-12-25"),
        ("The shops were full on Black Friday.", "2025-11-28"),
        ("The queen gave coins on Maundy Thursday.", "2025-04-17"),
        ("The treaty was signed on New Year’s Eve.", "2025-12-31"),
    ],
)
def test_a_holiday_is_the_day_that_it_falls_on(read: Read, body: str, value: str) -> None:
    assert only(read(body)).value == value


@pytest.mark.parametrize(
    "body",
    [
        "The Christmas market is large.",
        "He sailed to Easter Island.",
        "Then Ines Christmas laughed.",
        "Father Christmas was late.",
        "The Good Friday Agreement holds.",
        "The film Bloody Sunday is long.",
        "The Halloween campaign was loud.",
    ],
)
def test_what_is_called_after_a_holiday_is_none(read: Read, body: str) -> None:
    assert told(read(body)) == []


def test_a_text_about_a_time_long_past_counts_on_from_there(read: Read) -> None:
    row = read("The war ended in 1815. Over the next three decades the town grew.")[1].dates[1]
    assert (row.start_day, row.end_day, row.anchor_source) == (date(1815, 1, 1), date(1845, 12, 31), "text")
    near = read("The strike ended in January. In the next three years the town will grow.")[1].dates[1]
    assert near.start_day == date(2026, 3, 5)
    later = read("The last fair was in 2019. The town will rest over the next eight weeks.")[1].dates[1]
    assert later.start_day == date(2026, 3, 5)


def test_then_is_the_date_named_before(read: Read) -> None:
    rows = read("She moved here in 1990 and has stayed since then. At that time the port was busy.")[1].dates
    assert [(row.surface, row.value, row.bound) for row in rows] == [
        ("1990", "1990", ""), ("then", "1990", "since"), ("that time", "1990", ""),
    ]  # fmt: skip
    assert told(read("By the time of the flood she was gone. At the time of the crash it rained.")) == []


@pytest.mark.parametrize(
    ("body", "value"),
    [
        ("It happened three years ago tomorrow night.", "2023-03-06TNI"),
        ("They met two weeks ago Friday.", "2026-02-20"),
        ("The ship will sail a week from Tuesday.", "2026-03-17"),
        ("The verdict is due a week on Monday.", "2026-03-16"),
        ("He left six and a half months ago.", "2025-08"),
        ("He left a couple of years ago.", "2024"),
        ("In March of last year it burned.", "2025-03"),
        ("The clerk came at a quarter to two.", "2026-03-05T01:45"),
        ("On day three of the trial, the clerk wept.", "2026-03-05"),
        ("The town fell in 300 BC.", "BC0300"),
    ],
)
def test_what_is_told_by_counting_comes_out_to_the_day_where_it_says_so(read: Read, body: str, value: str) -> None:
    assert only(read(body)).value == value


@pytest.mark.parametrize(
    "body",
    [
        "He lives on the 15th floor.",
        "A quarter to two firms went to the bank.",
        "The soup of the day was leek.",
        "That day five men left.",
        "The police counted 70 BC wildfires.",
        "It rained since then-President Berg came.",
        "The last week of the campaign was loud.",
        "Day 8: The lakes",
        "It was warm, in the high thirties.",
    ],
)
def test_numbers_and_parts_that_tell_no_time_are_no_dates(read: Read, body: str) -> None:
    assert [row for row in read(body)[1].dates if row.surface not in ("That day",)] == []


def test_the_first_of_two_months_has_the_year_of_the_second(read: Read) -> None:
    assert told(read("It rained in June and July 2012.")) == [("June", "2012-06"), ("July 2012", "2012-07")]


def test_a_pattern_is_not_looked_for_where_a_letter_that_it_needs_is_missing() -> None:
    assert letters_of(r"(?:(?P<w>w),?T?)?(?P<d>[do])O?(?P<m>m)(?:,?(?P<y>y))?") == {"m"}
    assert letters_of(r"N|(?P<Y>Y)") == frozenset()
    assert letters_of(r"T(?P<o>o)(?![uwOom-])") == {"T", "o"}
    assert letters_of(r"A?(?:1(?=n))?(?P<n>[nd1])O?(?P<u>u)g") == {"u", "g"}
    assert letters_of(r"T?(?:(?P<s>s)|(?P<m>m))(?P<u>u)") == {"u"}


def test_this_time_at_the_moment_is_no_date_of_before(read: Read) -> None:
    assert told(read("The mill burned in 2014. Nobody may enter at this time."))[1:] == []


def test_who_moves_past_a_holiday_names_it_alone(read: Read) -> None:
    assert only(read("As the town moves past Labor Day, it rains.")).surface == "Labor Day"


def test_the_rest_of_those_who_are_called_after_a_day_is_no_rest_of_it(read: Read) -> None:
    assert only(read("He named the rest of the Oct. 7 fighters.")).surface == "Oct. 7"
