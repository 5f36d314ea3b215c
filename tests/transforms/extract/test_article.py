from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.transforms.extract.pages import STORY, URL, article, json_ld, page, paragraphs, rejected
from transforms.extract.article import extract_article
from transforms.extract.document import decode
from transforms.records.extract import Article, Page, Rejected

FEED_TIME = datetime(2024, 2, 15, 8, 30, tzinfo=UTC)
TAGS = "<p> </p> <div> </div> <h1> </h1> <h2> <li> <b> </b> <table><tr><td> <br> &amp; &#xD800; </script> { } "
SCRAPS = [
    "<div class='byline'>",
    "<time datetime='2024-99'>",
    "<script type='application/ld+json'>",
    "What Happened: ",
    "Loading...",
    "By Ana Example ",
    "PARIS, 3 mars (Agence) - ",
]
MARKUP = st.sampled_from([*TAGS.split(" "), *SCRAPS, *STORY])


def spans_hold(found: Article) -> None:
    pieces = [found.body[place.char_start : place.char_end] for place in found.paragraphs]
    assert "\n\n".join(pieces) == found.body
    assert all(piece == piece.strip() and piece for piece in pieces)
    for section in found.sections:
        assert found.body[section.label_start : section.label_end] == section.label
        assert section.label_end <= section.char_start <= section.char_end <= len(found.body)
    assert 0 <= found.dateline_end <= len(found.body)
    assert found.dateline_end <= found.lede_start <= found.lede_end <= len(found.body) or found.lede_end == 0


def test_the_body_is_the_paragraphs_joined_by_a_blank_line():
    found = article()
    assert found.body == "\n\n".join(STORY)
    spans_hold(found)


def test_headings_are_paragraphs_of_kind_heading():
    found = article(
        f"<article><h1>Harbour closed</h1>{paragraphs(STORY)}<h2>The repairs</h2>{paragraphs(STORY)}</article>"
    )
    assert [found.body[p.char_start : p.char_end] for p in found.paragraphs if p.kind == "heading"] == ["The repairs"]


def test_the_headline_is_not_repeated_in_the_body():
    assert "Harbour closed" not in article().body


def test_boilerplate_is_dropped_with_its_reason():
    texts = [STORY[0], "Loading... Loading...", STORY[1], "Advertisement", *STORY[2:], "Read more: Ten ships we loved"]
    found = article(f"<article><h1>Harbour closed</h1>{paragraphs(texts)}</article>")
    assert found.body == "\n\n".join(STORY)
    assert {dropped.reason for dropped in found.dropped} == {"title", "loading", "advertisement", "related"}


def test_a_standfirst_that_the_description_confirms_opens_the_body_and_is_not_the_lede():
    standfirst = "Repairs of the moles will take six weeks, and a whole town waits for its grain"
    head = f'<meta name="description" content="{standfirst}">'
    body = f'<h1>Harbour closed</h1><div class="standfirst">{standfirst}</div><article>{paragraphs(STORY)}</article>'
    found = article(body, head)
    assert found.body.startswith(standfirst)
    assert found.body[found.lede_start : found.lede_end] == STORY[0]
    spans_hold(found)


def test_the_feeds_time_stands_in_where_the_page_has_none():
    found = extract_article(page(url="https://a.example/x"), feed_published=FEED_TIME)
    assert isinstance(found, Article)
    assert (found.published_at, found.published_source, found.published_precision) == (FEED_TIME, "feed", "time")


def test_the_feeds_title_stands_in_where_the_page_has_none():
    found = extract_article(page(f"<article>{paragraphs(STORY)}</article>"), feed_title="Harbour closed")
    assert isinstance(found, Article)
    assert found.title == "Harbour closed"


def test_a_dateline_gives_place_and_day_and_the_lede_begins_behind_it():
    texts = [f"SAMPLETON, Exampleland, Feb. 14 (Agency) — {STORY[0]}", *STORY[1:]]
    head = '<meta property="article:published_time" content="2024-02-15T09:00:00+01:00">'
    found = article(f"<article><h1>Harbour closed</h1>{paragraphs(texts)}</article>", head)
    assert found.dateline_place == "SAMPLETON, Exampleland"
    assert str(found.dateline_date) == "2024-02-14"
    assert found.body[: found.dateline_end].endswith("— ")
    assert found.body[found.lede_start :].startswith("The harbour of Sampleton")


def test_a_bare_date_above_the_text_is_its_dateline_s_and_a_date_of_publication_is_not():
    for line, day in (("2024-02-15", "2024-02-15"), ("Published 2024-02-15", "None")):
        found = article(f"<article><h1>Harbour closed</h1><p>{line}</p>{paragraphs(STORY)}</article>")
        assert str(found.dateline_date) == day
        assert [part.reason for part in found.dropped if part.text == line] == ["date"]


def test_json_ld_text_is_taken_where_the_page_shows_only_its_beginning():
    more = [
        f"Mole number {n} of the harbour will be closed for {n} weeks, the port told its tenants." for n in range(20)
    ]
    whole = "\\n".join(STORY + more)
    head = json_ld(f'{{"@type": "NewsArticle", "headline": "Harbour closed", "articleBody": "{whole}"}}')
    found = article(f"<article><h1>Harbour closed</h1>{paragraphs(STORY)}</article>", head)
    assert found.method == "json-ld"
    assert len(found.paragraphs) == len(STORY) + 20


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"%PDF-1.7 x", "not_html"),
        (b"\x89PNG\r\n\x1a\n", "not_html"),
        (b"\x00" * 500, "not_html"),
        (b'{"a": 1}', "not_html"),
        (b'<?xml version="1.0"?><rss><channel/></rss>', "not_html"),
        (b"<html><body></body></html>", "no_text"),
        (b"<html><body><p>Only a few words stand here.</p></body></html>", "too_short"),
        (b"<p>x" * 3_000_000, "too_large"),
        (b"<p>x" * 50_000, "too_large"),
    ],
)
def test_what_is_no_article_is_rejected_with_its_reason(content, reason):
    found = rejected(content)
    assert found.reason == reason
    assert found.detail


def test_the_bytes_decide_over_the_header_whether_a_page_is_html():
    assert rejected(b"%PDF-1.7", "text/html").reason == "not_html"
    assert isinstance(extract_article(page(content_type="application/pdf")), Article)


def test_a_list_of_links_is_not_an_article():
    links = "".join(
        f'<li><a href="/{n}">Another story from the harbour of Sampleton number {n}</a></li>' for n in range(60)
    )
    found = extract_article(page(f"<main><h1>All our stories</h1><ul>{links}</ul></main>"))
    assert isinstance(found, Rejected)


def test_a_subscription_wall_is_not_an_article():
    wall = (
        "Subscribe to continue reading. "
        + "You have read all of the free stories of this month, and we thank you for it. " * 3
    )
    found = extract_article(page(f"<article><h1>Harbour closed</h1><p>{wall}</p></article>"))
    assert isinstance(found, Rejected)
    assert found.reason == "not_an_article"


def test_a_true_article_of_forty_words_is_an_article():
    assert isinstance(
        extract_article(page(f"<article><h1>Harbour closed</h1>{paragraphs(STORY[:2])}</article>")), Article
    )


def test_deeply_nested_tags_do_no_harm():
    deep = f"<article>{paragraphs(STORY)}</article>" + "<div>" * 100_000 + "x" + "</div>" * 100_000
    assert isinstance(extract_article(page(deep)), Article | Rejected)


def test_a_tag_with_very_many_attributes_does_not_stop_the_parser():
    tag = "<p " + " ".join(f"a{n}='1'" for n in range(100_000)) + ">x</p>"
    assert isinstance(extract_article(page(tag + paragraphs(STORY))), Article | Rejected)


def test_a_declared_charset_is_believed_where_the_bytes_are_no_utf_8():
    text = "Die Bürger fürchten größere Schäden an der Mole, sagte die Bürgermeisterin am Montag in der Stadt. " * 5
    content = f'<html><head><meta charset="iso-8859-1"></head><body><p>{text}</p></body></html>'.encode("cp1252")
    found = extract_article(Page(URL, content, "text/html", FEED_TIME))
    assert isinstance(found, Article)
    assert "fürchten größere Schäden" in found.body
    assert found.language == "de"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(MARKUP, max_size=40))
def test_offsets_hold_whatever_the_markup(pieces):
    found = extract_article(page("".join(pieces) + paragraphs(STORY)))
    if isinstance(found, Article):
        spans_hold(found)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=400), st.text(max_size=40))
def test_no_bytes_raise(content, content_type):
    for whole in (content, b"<html><body><p>" + content, b"<html><script type='application/ld+json'>" + content):
        assert isinstance(extract_article(Page("http://[", whole, content_type, FEED_TIME)), Article | Rejected)


def test_what_was_written_twice_as_utf_8_is_read_once():
    twice = "The mayor\u2019s port".encode().decode("latin-1").encode()
    assert decode(b"<p>" + twice + b"</p>") == "<p>The mayor\u2019s port</p>"
    assert decode("â château".encode()) == "â château"
