import pytest

from tests.transforms.extract.pages import STORY, article, json_ld, paragraphs
from transforms.extract.titles import strip_site

SITE = '<meta property="og:site_name" content="Sampleton Herald">'
TEXT = paragraphs(STORY)


@pytest.mark.parametrize(
    "text",
    [
        "Harbour closed | Sampleton Herald",
        "Harbour closed - Sampleton Herald",
        "Sampleton Herald: Harbour closed".replace(":", " |"),
        "Harbour closed | Sampleton Herald | News from the coast",
        "Harbour closed – The Sampleton Herald",
    ],
)
def test_the_outlets_name_is_taken_off_a_title(text):
    assert strip_site(text, {"sampletonherald"}) == "Harbour closed"


def test_a_headline_with_dashes_of_its_own_stays_whole():
    assert strip_site("Harbour closed - town in fear", {"sampletonherald"}) == "Harbour closed - town in fear"


def test_the_h1_is_the_title_where_the_title_element_says_the_same():
    found = article(
        f"<article><h1>The harbour is closed</h1>{TEXT}</article>",
        SITE,
        title="The harbour is closed | Sampleton Herald",
    )
    assert found.title == "The harbour is closed"


def test_the_site_name_in_an_h1_is_not_the_title():
    found = article(
        f"<h1>Sampleton Herald</h1><article>{TEXT}</article>", SITE, title="The harbour is closed - Sampleton Herald"
    )
    assert found.title == "The harbour is closed"


def test_a_headline_in_capitals_is_taken_as_machines_are_told():
    head = SITE + '<meta property="og:title" content="The harbour is closed">'
    assert article(f"<article><h1>THE HARBOUR IS CLOSED</h1>{TEXT}</article>", head).title == "The harbour is closed"


def test_a_kicker_within_the_h1_is_no_part_of_the_title():
    head = SITE + '<meta property="og:title" content="The harbour is closed">'
    body = f"<article><h1><span>Storm</span> <span>The harbour is closed</span></h1>{TEXT}</article>"
    assert article(body, head).title == "The harbour is closed"


def test_inline_elements_do_not_tear_words_apart():
    assert article(f"<article><h1>The <em>har</em>bour is closed</h1>{TEXT}</article>").title == "The harbour is closed"


def test_the_declared_headline_of_a_news_article_wins_over_another_h1():
    head = json_ld('{"@type": "NewsArticle", "headline": "The harbour is closed for weeks"}')
    found = article(f"<article><h1>Sampleton harbour news ticker</h1>{TEXT}</article>", head)
    assert found.title == "The harbour is closed for weeks"


def test_a_headline_that_was_cut_for_search_engines_is_taken_from_the_h1():
    whole = (
        "The harbour of Sampleton is closed for weeks after the storm of Monday tore away two of its three old moles"
    )
    head = json_ld(f'{{"@type": "NewsArticle", "headline": "{whole[:90]}…"}}')
    assert article(f"<article><h1>{whole}</h1>{TEXT}</article>", head).title == whole
