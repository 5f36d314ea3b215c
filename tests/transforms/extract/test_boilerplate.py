import pytest

from transforms.extract.blocks import Block
from transforms.extract.boilerplate import Surroundings, sort_out, why_boilerplate


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
        ("[Related: Ten ships that we loved and two we did not]", "related"),
        ("ALSO READ | Ten ships we loved", "related"),
        ("À lire aussi Dix navires que nous aimions", "related"),
        ("Lee también: Diez barcos", "related"),
        (">> Hier finden Sie alle Häfen im Überblick", "related"),
        ("(Leggi anche su: Dieci navi)", "related"),
        ("Updated at 1:15 p.m.", "date"),
        ("Last updated on August 2, 2025 by Ana Example", "date"),
        ("This is a developing story and will be updated.", "updated"),
        ("Follow Ana Example on Twitter @anaexample", "appeal"),
        ("Ana Example can be reached at ana@herald.example", "appeal"),
        ("Fehler gefunden? Jetzt melden.", "appeal"),
        ("Hat Ihnen dieser Artikel gefallen? Werden Sie Mitglied.", "appeal"),
        ("Il vous reste 57.09% de cet article à lire.", "subscription"),
        ("Our Standards: The Sampleton Principles.", "disclaimer"),
        ("Products are independently selected. We may earn a commission.", "disclaimer"),
        ("This article was originally published by the Muster Post.", "origin"),
        ("The quay after the storm. Picture: Jo Muster", "caption"),
        ("Ships wait before the mole. (Jo Muster/AFP)", "caption"),
        ("Passer la publicité", "advertisement"),
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
        "Updated maps show where the mole once stood.",
        "Published in 1998, the book sold two million copies in Sampleton.",
        "This article of the treaty was never signed by the town.",
        "Follow the money, the mayor said on Monday.",
        "This story was updated to correct the name of the mayor.",
        "The port can be reached by rail.",
        "See you in court, the pilot said.",
        "The picture was taken by a pilot.",
        "Read: the mayor has lost.",
        "The mayor said he had watched the ships. (He had not.)",
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
    kept, dropped = sort_out([Block(line) for line in lines], Surroundings("Harbour closed"))
    assert [block.text for block in kept] == lines[3:]
    assert [line.reason for line in dropped] == ["title", "byline", "date"]


def test_questions_and_labels_may_repeat():
    lines = [
        "What did you do that day?",
        "I slept.",
        "What did you do that day?",
        "I read.",
        "Length of the ship: 90 m",
    ]
    kept, _ = sort_out([Block(line) for line in [*lines, *lines, *lines]], Surroundings(""))
    assert len(kept) == 15


def test_an_author_and_the_pages_own_heading_above_the_text_are_dropped():
    lines = ["Storms Harbour closed", "ANA EXAMPLE", "The harbour was closed on Monday, because of a storm."]
    around = Surroundings("Harbour shut after storm", "Storms: Harbour closed", ("Ana Example",))
    kept, dropped = sort_out([Block(line) for line in lines], around)
    assert [block.text for block in kept] == lines[2:]
    assert [line.reason for line in dropped] == ["title", "byline"]


def test_a_line_repeated_three_times_is_dropped():
    lines = ["Your settings keep this map hidden.", "One.", "Your settings keep this map hidden.", "Two."] * 2
    kept, _ = sort_out([Block(line) for line in lines], Surroundings(""))
    assert {block.text for block in kept} == {"One.", "Two."}


@pytest.mark.parametrize("line", ["5 min read", "Updated 3 minutes ago", "vor 2 Stunden", "1,204 views · 12 comments"])
def test_what_changes_by_itself_is_no_text(line: str) -> None:
    assert why_boilerplate(line) == "volatile"


@pytest.mark.parametrize("line", ["Updated rules come into force in May.", "Three minutes ago the bridge still stood."])
def test_a_sentence_about_time_is_text(line: str) -> None:
    assert why_boilerplate(line) == ""
