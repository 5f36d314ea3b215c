"""Feeds of every format, and what publishers do to them."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from transforms.collect.feeds import parse_feed
from transforms.records.collect import FeedEntry, NotAFeed, ParsedFeed

URL = "https://news.example/feeds/main.xml"

RSS = b"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Estuary Post</title><link>https://news.example/</link><language>en-GB</language><ttl>30</ttl>
<item><title>Ferry &amp;amp; tide</title><guid isPermaLink="false">e-1</guid><link>/2026/ferry?utm_source=rss</link>
<description>&lt;p&gt;The &lt;b&gt;ferry&lt;/b&gt; sails.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;</description>
<dc:creator>Ana Reis</dc:creator><category>Ports</category><category>Ports</category>
<pubDate>Sun, 01 Mar 2026 10:00:00 +0100</pubDate>
<enclosure url="https://news.example/ferry.mp3" type="audio/mpeg"/></item>
<item><guid>https://news.example/2026/bridge</guid><description>The bridge reopens on Monday.</description>
<dc:date>2026-03-01T08:00:00Z</dc:date></item>
</channel></rss>"""

ATOM = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://news.example/x/">
<title>Estuary</title><link rel="self" href="feed"/><link href="/home"/>
<entry xml:base="y/"><id>tag:news.example,2026:1</id><title type="html">A &amp;lt;b&amp;gt; &lt;i&gt;c&lt;/i&gt;</title>
<link rel="enclosure" href="a.mp3"/><link rel="alternate" type="application/json" href="a.json"/>
<link rel="alternate" type="text/html" href="a.html"/><updated>2026-03-01T09:00:00Z</updated>
<author><name>Rui Neto</name></author><category term="p" label="Ports"/></entry>
<entry><id>tag:2</id><title type="text">Tags like &lt;b&gt; stay</title><published>2026-03-01T07:00:00+01:00</published>
<updated>2026-03-01T09:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">One <b>two</b>
</div></content></entry></feed>"""

RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://news.example/"><title>E</title></channel>
<item rdf:about="https://news.example/1"><title>One</title><link>https://news.example/1</link>
<dc:date>2026-03-01</dc:date></item></rdf:RDF>"""

JSON = """{"version": "https://jsonfeed.org/version/1.1", "title": "Estuary", "home_page_url": "https://news.example",
"language": "pt", "authors": [{"name": "Ana"}], "items": [
{"id": 7, "url": "/7", "title": "5 < 6 & <b>", "content_html": "<p>Hello",
 "date_published": "2026-03-01T10:00:00-03:00", "date_modified": "2026-03-02T10:00:00Z", "tags": ["a", 3]},
{"id": "https://news.example/8", "content_text": "Only <text> here", "author": {"name": "Rui"}}, "no item"]}"""


def feed_of(content: bytes | str, content_type: str = "application/xml") -> ParsedFeed:
    content = content.encode() if isinstance(content, str) else content
    feed = parse_feed(content, content_type, URL)
    assert isinstance(feed, ParsedFeed), feed
    return feed


def item_of(inside: str) -> FeedEntry:
    return feed_of(f'<rss version="2.0"><channel><title>t</title><item>{inside}</item></channel></rss>').entries[0]


def reason_of(content: bytes) -> str:
    feed = parse_feed(content, "", URL)
    assert isinstance(feed, NotAFeed), feed
    return feed.reason


def moment(day: int, hour: int) -> datetime:
    return datetime(2026, 3, day, hour, tzinfo=UTC)


# --- formats ---------------------------------------------------------------------------------------------------------


def test_an_rss_feed_is_read_with_all_it_says() -> None:
    feed = feed_of(RSS)
    assert (feed.format, feed.title, feed.site_url) == ("rss20", "The Estuary Post", "https://news.example/")
    assert (feed.language, feed.ttl_minutes, feed.warnings) == ("en-GB", 30, ())
    assert feed.entries[0] == FeedEntry(
        guid="e-1",
        url="https://news.example/2026/ferry?utm_source=rss",
        title="Ferry & tide",
        summary="The ferry sails.",
        author="Ana Reis",
        published_at=moment(1, 9),
        updated_at=None,
        published_text="Sun, 01 Mar 2026 10:00:00 +0100",
        categories=("Ports",),
    )


def test_an_entry_without_title_and_link_takes_them_from_summary_and_guid() -> None:
    entry = feed_of(RSS).entries[1]
    assert (entry.title, entry.url) == ("The bridge reopens on Monday.", "https://news.example/2026/bridge")
    assert entry.published_at == moment(1, 8)


def test_an_atom_feed_is_read_with_its_bases_and_alternates() -> None:
    feed = feed_of(ATOM)
    first, second = feed.entries
    assert (feed.format, feed.site_url) == ("atom10", "https://news.example/home")
    assert (first.url, first.title, first.author) == ("https://news.example/x/y/a.html", "A <b> c", "Rui Neto")
    assert first.categories == ("Ports",)
    assert (second.url, second.title, second.summary) == (None, "Tags like <b> stay", "One two")


def test_an_atom_entry_that_only_has_updated_has_no_time_of_publication() -> None:
    first, second = feed_of(ATOM).entries
    assert (first.published_at, first.updated_at) == (None, moment(1, 9))
    assert (second.published_at, second.updated_at) == (moment(1, 6), moment(1, 9))


def test_an_rdf_feed_is_read() -> None:
    feed = feed_of(RDF)
    assert feed.format == "rss10"
    assert (feed.entries[0].url, feed.entries[0].published_at) == ("https://news.example/1", moment(1, 0))


def test_a_json_feed_is_read_whatever_its_header_says() -> None:
    feed = feed_of(JSON, "text/plain")
    first, second = feed.entries
    assert (feed.format, feed.title, feed.language) == ("json", "Estuary", "pt")
    assert (first.guid, first.url, first.title) == ("7", "https://news.example/7", "5 < 6 & <b>")
    assert (first.published_at, first.updated_at) == (moment(1, 13), moment(2, 10))
    assert (first.author, first.categories, first.summary) == ("Ana", ("a",), "Hello")
    assert (second.url, second.title, second.author) == ("https://news.example/8", "Only <text> here", "Rui")


def test_a_feed_stored_as_gzip_is_unpacked() -> None:
    assert feed_of(gzip.compress(RSS)) == feed_of(RSS)


def test_a_feed_without_entries_is_a_feed() -> None:
    assert feed_of('<rss version="2.0"><channel><title>t</title></channel></rss>').entries == ()


# --- links -----------------------------------------------------------------------------------------------------------


def test_the_original_link_is_taken_before_the_counting_one() -> None:
    inside = "<link>http://counter.example/1</link><feedburner:origLink>https://news.example/1</feedburner:origLink>"
    assert item_of(inside).url == "https://news.example/1"


@pytest.mark.parametrize(
    "inside",
    [
        '<title>t</title><enclosure url="https://news.example/a.mp3"/>',
        '<title>t</title><enclosure url="https://news.example/a.mp3"/><guid>https://news.example/a.mp3</guid>',
        "<title>t</title><guid>4711</guid>",
        '<title>t</title><guid isPermaLink="false">https://news.example/1</guid>',
        "<title>t</title><link>javascript:alert(1)</link>",
        "<title>t</title><link>mailto:desk@news.example</link>",
        '<description>See &lt;a href="https://other.example/"&gt;this&lt;/a&gt; too.</description>',
    ],
)
def test_an_entry_without_a_page_of_its_own_is_kept_without_a_link(inside: str) -> None:
    assert item_of(inside).url is None


def test_a_guid_stays_as_it_was_printed() -> None:
    assert item_of("<title>t</title><guid>4711</guid>").guid == "4711"


def test_a_description_that_is_one_link_gives_the_link() -> None:
    inside = '<description>&lt;p&gt;&lt;a href="https://news.example/1?a=1&amp;amp;b=2"&gt;Port&lt;/a&gt;&lt;/p&gt;</description>'
    assert (item_of(inside).url, item_of(inside).title) == ("https://news.example/1?a=1&b=2", "Port")


# --- what is broken --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "title",
    [
        "Fähre &#8211; “neu”",
        "Fähre &ndash; “neu”",
        "<![CDATA[Fähre &ndash; “neu”]]>",
        "Fähre &amp;ndash; “neu”",
        "Fähre &#150; “neu”",
    ],
)
def test_entities_become_characters_however_they_are_written(title: str) -> None:
    assert item_of(f"<title>{title}</title>").title == "Fähre – “neu”"


@pytest.mark.parametrize(
    ("inside", "title"),
    [
        ("<title>Rock & roll</title>", "Rock & roll"),
        ("<title>a<br>b</title><link>/1</link>", "a b"),
        ("<title>one <b>two</title><link>/1</link>", "one two"),
        ("<title>a\x00\x0bb</title>", "ab"),
        ("<title>a&#xD800;b</title>", "a\ufffdb"),
        ("<zz:undeclared>z</zz:undeclared><title>x</title>", "x"),
        ("<title>The <em>end</em> of <generics></title>", "The end of"),
        ("<title>On &lt;generics> and 3 &lt; 4</title>", "On <generics> and 3 < 4"),
        ("<title>cut o", "cut o"),
    ],
)
def test_broken_xml_is_mended(inside: str, title: str) -> None:
    assert item_of(inside).title == title


def test_unclosed_html_in_one_entry_does_not_swallow_the_next() -> None:
    broken = "<item><description>a <b>b<p>c</description><link>/{}</link></item>"
    feed = feed_of(f'<rss version="2.0"><channel>{broken.format(1)}{broken.format(2)}</channel></rss>')
    assert [entry.url for entry in feed.entries] == ["https://news.example/1", "https://news.example/2"]
    assert feed.warnings


def test_entries_inside_entries_stand_side_by_side() -> None:
    nested = "<item><title>a</title><item><title>b</title></item><item/><link>/a</link></item>"
    feed = feed_of(f'<rss version="2.0"><channel>{nested}</channel></rss>')
    assert [(entry.title, entry.url) for entry in feed.entries] == [("a", "https://news.example/a"), ("b", None)]


@pytest.mark.parametrize(
    "before", ["\n\n", "\ufeff", "<br />\n<b>Warning</b>: no such file in feed.php<br />\n", "<!-- x -->"]
)
def test_what_stands_before_the_feed_does_no_harm(before: str) -> None:
    assert feed_of(before + RSS.decode()).entries == feed_of(RSS).entries


def test_a_title_is_never_empty_where_there_is_a_summary() -> None:
    entry = item_of("<title> <![CDATA[<img src='x'>]]> </title><description>" + "word " * 60 + "</description>")
    assert entry.title.startswith("word word")
    assert entry.title.endswith("word…")
    assert len(entry.title) <= 91


@pytest.mark.parametrize(
    ("encoding", "declared", "content_type", "text"),
    [
        ("cp932", "shift_jis", "text/xml", "日本①の港"),
        ("utf-8", "iso-8859-1", "text/xml; charset=us-ascii", "Fähre “neu”"),
        ("cp1252", "utf-8", "application/rss+xml; charset=utf-8", "Fähre “neu”"),
        ("cp1251", "windows-1251", "", "Паром"),
        ("koi8-r", "", "text/xml; charset=koi8-r", "Паром"),
        ("gb18030", "gb2312", "", "港口㐀"),
        ("utf-16", "utf-16", "", "Fähre"),
        ("iso2022_jp", "iso-2022-jp", "", "日本"),
        ("utf-8", "no-such-code", "text/xml; charset=hex", "Fähre"),
    ],
)
def test_the_encoding_is_found_whatever_is_declared(encoding: str, declared: str, content_type: str, text: str) -> None:
    head = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    content = f'{head}<rss version="2.0"><channel><item><title>{text}</title></item></channel></rss>'.encode(encoding)
    assert feed_of(content, content_type).entries[0].title == text


# --- what is no feed -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the document is empty"),
        (b" \n", "the document is empty"),
        (b"Not found", "this is no feed: no XML and no JSON"),
        (b"<!DOCTYPE html><html><title>x</title>", "this is an HTML page"),
        (b"<opml/>", "this is an OPML list of feeds: import it, it cannot be polled"),
        (b'<?xml version="1.0"?><note/>', "this is XML and no feed: it begins with <note>"),
        (b'{"items": 1}', 'this is JSON and no JSON Feed: it has no list "items"'),
        (b"\x1f\x8b broken", None),
        (b"{", None),
        (b'<?xml version="1.0"?>', None),
    ],
)  # fmt: skip
def test_what_is_no_feed_is_told_in_words(content: bytes, reason: str | None) -> None:
    assert reason_of(content) == reason if reason else reason_of(content)


def test_an_html_page_tells_where_its_feed_may_be() -> None:
    page = b'<html><link rel="icon" href="/i"><link rel="alternate" type="application/atom+xml" href="/a.xml">'
    assert reason_of(page) == "this is an HTML page; its feed may be https://news.example/a.xml"


def test_a_document_that_is_too_large_is_no_feed() -> None:
    bomb = gzip.compress(b"<rss>" + b" " * 10_000_001)
    assert reason_of(bomb) == reason_of(b"<rss>" + b" " * 10_000_001) == "the document is larger than 10 MB"


def test_a_path_or_an_address_is_never_opened(tmp_path: Path) -> None:
    stored = tmp_path / "feed.xml"
    stored.write_bytes(RSS)
    assert reason_of(str(stored).encode())
    assert reason_of(b"https://news.example/feed.xml")


def test_entities_that_a_document_defines_are_not_expanded() -> None:
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
    feed = feed_of(f'{laughs}<rss version="2.0"><channel><item><title>&a;&f;.</title></item></channel></rss>')
    assert feed.entries[0].title == "&a;&f;."


@pytest.mark.parametrize(
    "inside",
    [
        "<title " + " ".join(f'a{number}="x"' for number in range(20_000)) + ">t</title>",
        "<author>" + "a" * 400_000 + "</author><title>t</title>",
        "".join(f'<x{number}:a xmlns:x{number}="u{number}"/>' for number in range(4_000)) + "<title>t</title>",
        "<title>t</title><description>" + "<![CDATA[" * 50_000,
        "<title>t</title><description>" + "&lt;a href=" * 50_000 + "</description>",
    ],
    ids=["attributes", "an author", "namespaces", "open sections", "open links"],
)
def test_feeds_made_to_be_slow_are_read(inside: str) -> None:
    assert item_of(inside).title == "t"


def test_only_the_first_thousands_of_entries_are_read() -> None:
    feed = feed_of('<rss version="2.0"><channel>' + "<item><title>t</title></item>" * 5_001 + "</channel></rss>")
    assert len(feed.entries) == 5_000
    assert feed.warnings == ("only the first 5,000 entries were read",)


# --- any bytes -------------------------------------------------------------------------------------------------------

SEEDS = st.sampled_from([RSS, ATOM, RDF, JSON.encode()])
SNIPPETS = st.sampled_from(
    [
        b"<item>",
        b"</item>",
        b"<![CDATA[",
        b"]]>",
        b"&",
        b"&#xD800;",
        b"<!--",
        b"<?",
        b"<!DOCTYPE",
        b"xmlns:",
        b'="',
        b"\xff",
        b"\x00",
        b"<entry>",
        b"]",
        b"{",
        b"<title>",
        b"</link>",
        b"&nbsp;",
        b"\xed\xa0\x80",
        b"99999999999",
        b":",
    ]
)


@st.composite
def mutated_feeds(draw: st.DrawFn) -> bytes:
    content = draw(SEEDS)
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 40)))
        content = content[:start] + draw(SNIPPETS | st.binary(max_size=5)) + content[end:]
    return content


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    mutated_feeds() | st.binary(max_size=200),
    st.sampled_from(["", "text/xml", "text/xml; charset=\x00", "a; charset=hex"]),
)
def test_any_bytes_give_a_feed_or_a_reason(content: bytes, content_type: str) -> None:
    feed = parse_feed(content, content_type, URL)
    if isinstance(feed, NotAFeed):
        assert feed.reason
    else:
        assert all(entry.guid or entry.url or entry.title for entry in feed.entries)
        assert all(entry.title or not entry.summary for entry in feed.entries)
