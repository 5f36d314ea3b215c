import io
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.transforms.digest.editions import HOSTILE, QUIET, written_by
from tests.transforms.digest.sunday import SUNDAY
from transforms.collect.feeds import parse_feed
from transforms.digest.as_feed import Issue, issue_of, render_atom, render_json_feed, render_rss
from transforms.digest.content import DigestContent, EditionChange
from transforms.records.collect import ParsedFeed

SITE = "https://news.example/digests/"
WRITTEN = datetime(2026, 3, 9, 6, 0, 0, 123_456, tzinfo=UTC)


def issues(*contents: DigestContent) -> list[Issue]:
    return [issue_of(content, WRITTEN + timedelta(hours=hour)) for hour, content in enumerate(contents)]


def earlier(days: int) -> DigestContent:
    return replace(SUNDAY, day=SUNDAY.day - timedelta(days=days))


def test_an_atom_feed_reads_back_with_a_title_a_time_and_a_page_for_each_digest() -> None:
    feed = feedparser.parse(io.BytesIO(render_atom(issues(SUNDAY, earlier(1)), SITE).encode()))
    assert not feed.bozo
    assert feed.version == "atom10"
    assert [entry.link for entry in feed.entries] == [f"{SITE}2026-03-08/index.html", f"{SITE}2026-03-07/index.html"]
    assert feed.entries[0].title == "Dateline, Sunday 8 March 2026: 15 articles from 5 outlets"
    assert feed.entries[0].updated == "2026-03-09T06:00:00+00:00"
    assert "Chile quake toll climbs to 23" in feed.entries[0].content[0].value
    assert feed.feed.updated == "2026-03-09T07:00:00+00:00"


def test_an_atom_feed_has_all_that_the_standard_asks_for() -> None:
    atom = {"a": "http://www.w3.org/2005/Atom"}
    tree = etree.fromstring(render_atom(issues(SUNDAY), SITE).encode())
    for path in ("a:id", "a:title", "a:updated", "a:author/a:name", "a:link[@rel='self']"):
        assert len(tree.findall(path, atom)) == 1, path
    for path in ("a:id", "a:title", "a:updated", "a:published", "a:summary", "a:content", "a:link[@rel='alternate']"):
        assert len(tree.findall(f"a:entry/{path}", atom)) == 1, path


def test_a_feed_without_an_address_names_pages_by_their_place_beside_it() -> None:
    feed = feedparser.parse(io.BytesIO(render_atom(issues(SUNDAY)).encode()))
    assert feed.entries[0].link == "2026-03-08/index.html"
    assert "url" not in json.loads(render_json_feed(issues(SUNDAY)))["items"][0]


def test_an_rss_feed_reads_back_with_its_guids_dates_and_the_address_of_itself() -> None:
    made = render_rss(issues(SUNDAY, earlier(1)), SITE)
    feed = feedparser.parse(io.BytesIO(made.encode()))
    assert (feed.bozo, feed.version, feed.feed.title) == (False, "rss20", "Dateline")
    assert [link.href for link in feed.feed.links if link.rel == "self"] == [f"{SITE}rss.xml"]
    assert [entry.id for entry in feed.entries] == [
        "urn:dateline:digests:2026-03-08",
        "urn:dateline:digests:2026-03-07",
    ]
    assert [entry.link for entry in feed.entries] == [f"{SITE}{day}/index.html" for day in ("2026-03-08", "2026-03-07")]
    assert not any(entry.guidislink for entry in feed.entries)
    channel = etree.fromstring(made.encode())[0]
    stamps = [*channel.findall("item/pubDate"), channel.find("lastBuildDate")]
    assert [parsedate_to_datetime(stamp.text) for stamp in stamps] == [
        SUNDAY.window_end,
        SUNDAY.window_end,
        WRITTEN.replace(microsecond=0) + timedelta(hours=1),
    ]
    atom = {"atom": "http://www.w3.org/2005/Atom"}
    assert [channel.find("atom:link", atom).get(name) for name in ("rel", "type")] == ["self", "application/rss+xml"]


def test_an_rss_feed_without_an_address_has_no_link_that_is_none() -> None:
    channel = etree.fromstring(render_rss(issues(SUNDAY)).encode())[0]
    assert channel.findtext("link") == "urn:dateline:digests"
    assert channel.findall("item/link") == [] and channel.findtext("item/guid") == "urn:dateline:digests:2026-03-08"


def test_a_json_feed_has_all_that_version_1_1_asks_for() -> None:
    feed = json.loads(render_json_feed(issues(SUNDAY, earlier(1)), SITE))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert (feed["home_page_url"], feed["feed_url"]) == (f"{SITE}index.html", f"{SITE}feed.json")
    assert len({item["id"] for item in feed["items"]}) == 2
    for item in feed["items"]:
        assert isinstance(item["id"], str) and item["content_html"] and item["content_text"]
        assert datetime.fromisoformat(item["date_published"]).tzinfo is not None


def test_our_own_collector_reads_all_feeds() -> None:
    for render in (render_atom, render_rss, render_json_feed):
        parsed = parse_feed(render(issues(SUNDAY, earlier(1)), SITE).encode(), "", f"{SITE}feed")
        assert isinstance(parsed, ParsedFeed)
        assert [entry.url for entry in parsed.entries] == [
            f"{SITE}2026-03-08/index.html",
            f"{SITE}2026-03-07/index.html",
        ]


def test_a_later_edition_takes_the_place_of_the_former_and_says_what_it_changed() -> None:
    change = EditionChange("Headline", "The old one", "The new one")
    second = replace(SUNDAY, edition=2, edition_changes=(change,))
    for render in (render_atom, render_rss):
        former, latest = (feedparser.parse(io.BytesIO(render(issues(one)).encode())) for one in (SUNDAY, second))
        assert former.entries[0].id == latest.entries[0].id
        assert "edition 2" in latest.entries[0].title
        told = latest.entries[0].content[0].value if render is render_atom else latest.entries[0].summary
        assert "The new one now" in told


def test_the_same_issues_are_the_same_feeds_and_none_is_a_feed_too() -> None:
    for render in (render_atom, render_rss):
        assert render(issues(SUNDAY)) == render(issues(SUNDAY))
        assert not feedparser.parse(io.BytesIO(render([]).encode())).bozo
    assert json.loads(render_json_feed([]))["items"] == []
    assert not feedparser.parse(io.BytesIO(render_atom(issues(QUIET)).encode())).bozo


@pytest.mark.parametrize("text", HOSTILE)
def test_known_attacks_are_only_text_in_a_feed(text: str) -> None:
    hostile = issues(written_by(text, "javascript:alert(1)"))
    (content,) = etree.fromstring(render_atom(hostile, SITE).encode()).findall(".//{*}content")
    (description,) = etree.fromstring(render_rss(hostile, SITE).encode()).findall("channel/item/description")
    assert description.text == content.text
    page = etree.fromstring(f"<div>{content.text}</div>", etree.HTMLParser())
    assert not page.xpath("//script|//img|//iframe|//@*[starts-with(name(), 'on')]|//a")


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=80))
def test_any_text_makes_a_feed_that_can_be_read(text: str) -> None:
    content = written_by(text, text)
    atom = etree.fromstring(render_atom(issues(content)).encode())
    rss = etree.fromstring(render_rss(issues(content)).encode())
    counts = [
        len(atom.findall("{*}entry")),
        len(rss.findall("channel/item")),
        len(json.loads(render_json_feed(issues(content)))["items"]),
    ]
    assert counts == [1, 1, 1]
