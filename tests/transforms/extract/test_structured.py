import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.transforms.extract.pages import article, json_ld
from transforms.extract.structured import parse_json, plain, types_of


@pytest.mark.parametrize(
    "text",
    [
        '{"a": 1}',
        '{"a": 1,}',
        '<!-- {"a": 1} -->',
        '//<![CDATA[\n{"a": 1}\n//]]>',
        '{"a": 1};',
        "{&quot;a&quot;: 1}",
        '{"a": 1',
    ],
)
def test_json_as_pages_break_it_is_read(text):
    assert parse_json(text) == {"a": 1}


def test_raw_newlines_and_bad_escapes_in_strings_are_read():
    assert parse_json('{"a": "one\ntwo"}') == {"a": "one\ntwo"}
    assert parse_json('{"a": "one\\etwo"}') == {"a": "one\\etwo"}


def test_several_values_in_one_script_are_all_read():
    assert parse_json('{"a": 1}\n{"b": 2}') == [{"a": 1}, {"b": 2}]


@given(st.text(max_size=80))
def test_no_text_makes_the_reading_of_json_raise(text):
    parse_json(text)
    plain(text)


def test_deep_json_is_given_up_without_harm():
    assert parse_json("[" * 100_000) is None


def test_types_are_bare_names():
    assert types_of({"@type": ["https://schema.org/NewsArticle", "schema:Thing"]}) == ["NewsArticle", "Thing"]


def test_markup_and_entities_are_taken_out_of_values():
    assert plain("The &amp;quot;harbour&amp;quot; <b>is</b> closed") == 'The "harbour" is closed'


def test_the_node_of_the_page_is_chosen_over_a_related_one():
    head = json_ld(
        '[{"@type": "NewsArticle", "headline": "Another story", "url": "https://a.example/o", "author": "Jo Muster"},'
        ' {"@type": "NewsArticle", "headline": "Harbour closed", "author": "Ana Example"}]'
    )
    assert article(head=head).authors == ("Ana Example",)


def test_a_page_without_address_or_outlet_has_none():
    found = article(head='<link rel="canonical" href="http://["><meta property="og:site_name" content="">')
    assert (found.canonical_url, found.outlet_name) == (None, "")
