from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from tests.transforms.extract.test_article import spans_hold
from transforms.extract.plain import article_from_text

TEXT = """Harbour of Sampleton closed
date 2024-02-15
Loading... Loading...
Mayor Ana Example has closed the harbour of Sampleton to grain ships, because a storm tore away two moles.
What Happened: The order was given on Tuesday, reported Example News.
"We had no choice," her office stated.
Why It Matters: Over 1 million tonnes pass through the harbour every year.
"""


def test_a_plain_text_is_read_with_title_day_sections_and_without_boilerplate():
    found = article_from_text(TEXT)
    assert found.title == "Harbour of Sampleton closed"
    assert found.dateline_date == date(2024, 2, 15)
    assert (found.published_at, found.published_precision) == (datetime(2024, 2, 15, tzinfo=UTC), "day")
    assert [section.label for section in found.sections] == ["What Happened", "Why It Matters"]
    assert [dropped.reason for dropped in found.dropped] == ["loading"]
    assert found.body[found.lede_start : found.lede_end].startswith("Mayor Ana Example")
    assert found.language == "en"
    spans_hold(found)


def test_a_first_line_with_a_full_stop_is_no_title():
    found = article_from_text("The harbour is closed.\nIt was the storm.")
    assert found.title == ""
    assert found.body == "The harbour is closed.\n\nIt was the storm."


def test_a_given_time_wins_over_the_date_line():
    given_time = datetime(2024, 2, 16, 9, 0, tzinfo=UTC)
    assert article_from_text(TEXT, published_at=given_time).published_at == given_time


def test_an_empty_text_has_an_empty_body():
    assert article_from_text("").body == ""


@given(st.text(max_size=300))
def test_offsets_hold_for_any_text(text):
    spans_hold(article_from_text(text))
