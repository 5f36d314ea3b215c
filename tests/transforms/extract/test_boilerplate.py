import pytest

from transforms.extract.blocks import Block
from transforms.extract.boilerplate import sort_out, why_boilerplate


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Loading... Loading...", "loading"),
        ("Advertisement", "advertisement"),
        ("Story continues below advertisement", "advertisement"),
        ("Sign up for our morning newsletter", "newsletter"),
        ("Share this article on Facebook", "share"),
        ("Facebook Twitter WhatsApp", "share"),
        ("Read more: Ten ships we loved", "related"),
        ("Lesen Sie auch: Zehn Schiffe", "related"),
        ("We use cookies to improve your visit.", "cookies"),
        ("© 2024 Sampleton Herald. All rights reserved.", "rights"),
        ("12 comments", "comments"),
        ("Skip to main content", "navigation"),
        ("Jo Muster/Getty Images", "credit"),
    ],
)
def test_a_line_of_boilerplate_has_a_reason(line, reason):
    assert why_boilerplate(line) == reason


@pytest.mark.parametrize(
    "line",
    [
        "Loading of grain ships began again on Tuesday.",
        "Share prices of the shipping line fell by a third.",
        "Related costs are borne by the town.",
        "Read more books, the mayor told the pupils of Sampleton.",
        "The advertisement was withdrawn.",
        "Comments by the mayor angered the fishermen.",
        "Email servers of the port were down.",
        "Home owners fear the storm.",
    ],
)
def test_a_true_sentence_that_begins_like_boilerplate_stays(line):
    assert why_boilerplate(line) == ""


def test_headline_byline_and_date_above_the_text_are_dropped():
    lines = [
        "Harbour closed",
        "By Ana Example",
        "15 February 2024",
        "The harbour was closed on Monday, because of a storm.",
    ]
    kept, dropped = sort_out([Block(line) for line in lines], "Harbour closed")
    assert [block.text for block in kept] == lines[3:]
    assert [line.reason for line in dropped] == ["title", "byline", "date"]


def test_a_line_repeated_three_times_is_dropped():
    lines = ["Your settings keep this map hidden.", "One.", "Your settings keep this map hidden.", "Two."] * 2
    kept, _ = sort_out([Block(line) for line in lines], "")
    assert {block.text for block in kept} == {"One.", "Two."}


@pytest.mark.parametrize("line", ["5 min read", "Updated 3 minutes ago", "vor 2 Stunden", "1,204 views · 12 comments"])
def test_what_changes_by_itself_is_no_text(line: str) -> None:
    assert why_boilerplate(line) == "volatile"


@pytest.mark.parametrize("line", ["Updated rules come into force in May.", "Three minutes ago the bridge still stood."])
def test_a_sentence_about_time_is_text(line: str) -> None:
    assert why_boilerplate(line) == ""
