import pytest

from tests.transforms.extract.pages import STORY, article, paragraphs
from transforms.extract.trailers import is_about_author, why_trailer, without_credit


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Ana Example and Jo Muster; Editing by Rui Lund)",
        "Reporting by Ana Example in Sampleton; additional reporting by Jo Muster; Writing by Rui Lund",
        "Additional reporting from Example Wire",
        "With files from The Associated Press and Jo Muster",
        "Jo Muster contributed reporting from Muster.",
        "Sampleton Herald writers Ana Example, in Muster, and Rui Lund contributed to this report.",
        "Übersetzung: Ana Example, Redaktion: Jo Muster",
        "Aus dem Englischen von Jo Muster",
        "Traduit de l’anglais par Ana Example",
        "Con información de EFE",
        "mit dpa",
        "dpa/AFP",
        "(jmu)",
    ],
)
def test_a_line_of_names_that_worked_on_the_article_is_a_credit(line: str) -> None:
    assert why_trailer(line) == "credit"


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by the Herald led to the arrest of two harbour pilots.",
        "Editing by hand takes three days, the printer told the council.",
        "With reports of theft rising, the port hired guards.",
        "The AP route was closed.",
        "Ana Example is the mayor of Sampleton and was a reporter when she was young, the town says.",
        "The storm contributed to the fall in trade.",
        "The town wants more visitors to subscribe to its plan.",
    ],
)
def test_a_sentence_that_begins_like_a_credit_stays(line: str) -> None:
    assert why_trailer(line) == ""


def test_the_life_of_the_author_is_known_by_the_authors_name_or_trade() -> None:
    line = "Ana Example writes about ships and lives in Sampleton, where she was born in a storm."
    assert why_trailer(line, ["Ana Example"]) == "author"
    assert why_trailer(line, ["Jo Muster"]) == ""
    assert why_trailer("Jo Muster is a staff writer at the Sampleton Herald.") == "author"
    assert is_about_author("About the author:")
    assert not is_about_author("The author was not there.")


@pytest.mark.parametrize(
    "line",
    [
        "If you enjoyed this article, think of joining the Herald. Members read all we print.",
        "Every morning our newsletter tells you what moves the port: sign up and find it in your inbox.",
        "Unser Newsletter informiert Sie jeden Morgen über den Hafen: Hier können Sie ihn abonnieren.",
    ],
)
def test_a_line_that_wants_something_of_its_readers_is_an_appeal(line: str) -> None:
    assert why_trailer(line) == "appeal"


def test_a_credit_in_brackets_is_cut_off_the_paragraph_that_it_closes() -> None:
    text = "The mayor left. (Reporting by Ana Example; Editing by Jo Muster)"
    assert without_credit(text) == ("The mayor left.", "(Reporting by Ana Example; Editing by Jo Muster)")
    assert without_credit("The mayor left (for the third time this year)")[1] == ""


def test_what_closes_a_page_is_dropped_with_its_reason() -> None:
    lines = [*STORY, "Reporting by Ana Example; Editing by Jo Muster", "Our Standards: The Sampleton Principles."]
    found = article(f"<article><h1>Harbour closed</h1>{paragraphs(lines)}</article>")
    assert found.body == "\n\n".join(STORY)
    assert {line.reason for line in found.dropped} >= {"credit", "disclaimer"}


def test_a_note_of_correction_stays_in_the_text() -> None:
    note = "This article was amended on 3 March to correct the number of moles."
    found = article(f"<article><h1>Harbour closed</h1>{paragraphs([*STORY, note])}</article>")
    assert found.body.endswith(note)
