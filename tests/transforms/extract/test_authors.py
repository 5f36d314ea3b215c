import pytest

from tests.transforms.extract.pages import STORY, article, json_ld, paragraphs
from transforms.extract.names import split_names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ana Example", ["Ana Example"]),
        ("BY ANA EXAMPLE", ["ANA EXAMPLE"]),
        ("By Ana Example and Jo Muster", ["Ana Example", "Jo Muster"]),
        ("Ana Example, Jo Muster & Kim Probe", ["Ana Example", "Jo Muster", "Kim Probe"]),
        ("Von Ana Example, Sampleton", ["Ana Example"]),
        ("Par Ana Example", ["Ana Example"]),
        ("Por Ana Example y Jo Muster", ["Ana Example", "Jo Muster"]),
        ("Ana Example, Political Editor", ["Ana Example"]),
        ("Ana Example, PhD", ["Ana Example"]),
        ("Ana Example Staff Writer", ["Ana Example"]),
        ("Written by Ana Example Last updated: August 1, 2025", ["Ana Example"]),
        ("Ana Example 7 min read", ["Ana Example"]),
        ("View all posts by Ana Example", []),
        ("Ana de la Example", ["Ana de la Example"]),
        ("ana@sampleton.example", []),
        ("https://www.sampleton.example/authors/ana", []),
        ("Reuters", []),
        ("AFP", []),
        ("The Associated Press", []),
        ("Staff", []),
        ("Newsroom", []),
        ("Herald Staff Writers", []),
        ("15 February 2024", []),
        ("朝見花子", ["朝見花子"]),
    ],
)
def test_an_author_line_gives_the_people_in_it(line, names):
    assert split_names(line) == names


def test_json_ld_names_the_authors():
    head = json_ld(
        '{"@type": "NewsArticle", "author": [{"@type": "Person", "name": "Ana Example"}, {"name": "Jo Muster"}]}'
    )
    assert article(head=head).authors == ("Ana Example", "Jo Muster")


def test_an_author_given_by_reference_is_found_in_the_graph():
    head = json_ld(
        '{"@graph": [{"@type": "Article", "headline": "Harbour closed", "author": {"@id": "#ana"}},'
        ' {"@type": "Person", "@id": "#ana", "name": "Ana Example"}]}'
    )
    assert article(head=head).authors == ("Ana Example",)


def test_an_organisation_signs_only_where_no_person_does():
    head = json_ld('{"@type": "NewsArticle", "author": {"@type": "Organization", "name": "Sampleton Herald"}}')
    found = article(head=head)
    assert found.authors == ("Sampleton Herald",)
    assert found.byline == "Sampleton Herald"


def test_the_outlet_is_no_author():
    head = '<meta property="og:site_name" content="Muster Bote"><meta name="author" content="Muster Bote">'
    assert article(head=head).authors == ()


def test_an_address_in_article_author_is_not_a_name():
    head = '<meta property="article:author" content="https://social.example/anaexample">'
    assert article(head=head).authors == ()


@pytest.mark.parametrize(
    "markup",
    [
        '<a rel="author" href="/a">Ana Example</a>',
        '<span itemprop="author"><span itemprop="name">Ana Example</span></span>',
        '<a href="/authors/ana-example">Ana Example</a>',
        '<div class="article-byline">By Ana Example</div>',
        "<p>By <b>Ana Example</b></p>",
    ],
)
def test_a_byline_below_the_headline_names_the_author(markup):
    found = article(f"<article><h1>Harbour closed</h1>{markup}{paragraphs(STORY)}</article>")
    assert found.authors == ("Ana Example",)


def test_a_printed_byline_wins_over_the_one_who_uploaded_the_page():
    head = '<meta name="author" content="Jo Muster">'
    found = article(f"<article><h1>Harbour closed</h1><p>By Ana Example</p>{paragraphs(STORY)}</article>", head)
    assert found.authors == ("Ana Example",)
    assert found.byline == "By Ana Example"


def test_a_full_name_wins_over_a_handle():
    head = '<meta name="author" content="anaexample">'
    body = f'<article><h1>Harbour closed</h1><a rel="author">Ana Example</a>{paragraphs(STORY)}</article>'
    assert article(body, head).authors == ("Ana Example",)
