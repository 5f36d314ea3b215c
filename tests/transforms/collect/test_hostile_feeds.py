"""Feeds that are broken, lie about their encoding or mean harm: no entry beside the harm is lost, nothing is raised."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from transforms.collect.feeds import parse_feed
from transforms.records.collect import NotAFeed, ParsedFeed

ADDRESS = "http://news.example/feed"
NAMES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "dc": "http://purl.org/dc/elements/1.1/",
        "content": "http://purl.org/rss/1.0/modules/content/",
        "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
        "media": "http://search.yahoo.com/mrss/",
        "georss": "http://www.georss.org/georss",
        "gml": "http://www.opengis.net/gml",
        "psc": "http://podlove.org/simple-chapters",
        "xi": "http://www.w3.org/2001/XInclude",
    }.items()
)

# Pieces between two entries or inside a third, none of which may cost the entries around it.
PIECES = {
    "bare-ampersand": "<item><title>Salt & pepper & co.</title></item>",
    "bare-less-than": "<item><title>Five < six <= seven</title></item>",
    "html-entities": "<item><title>Caf&eacute; &nbsp;&hellip; &bogus; &;</title></item>",
    "numeric-references": "<item><title>&#0;&#8;&#xD800;&#xDFFF;&#xFFFE;&#x110000;&#99999999;&#x;&#;</title></item>",
    "control-characters": "<item><title>a\x00b\x01c\x08d\x0be\x0cf\x1b[31mg\x7fh</title></item>",
    "non-characters": "<item><title>a\ufffeb\uffffc\ufdd0d</title></item>",
    "unclosed-html": "<item><title><b>bold</title><description><p>one<br><img src=x><p>two</description></item>",
    "crossed-tags": "<item><title><b><i>both</b></i></title></item>",
    "unquoted-attributes": "<item><enclosure url=http://news.example/a.mp3 length=5 /></item>",
    "twice-an-attribute": '<item><enclosure url="a" url="b"/></item>',
    "attribute-without-value": "<item><guid isPermaLink>x</guid></item>",
    "undeclared-prefix": "<item><odd:thing>x</odd:thing><media2:content url='x'/></item>",
    "stray-end-tags": "</b></p></div>",
    "script": "<item><title><script>alert('x')</script>Plain</title></item>",
    "cdata-in-cdata": "<item><title><![CDATA[a <![CDATA[b]]> c]]></title></item>",
    "empty-cdata": "<item><title><![CDATA[]]></title></item>",
    "comment": "<!-- a comment with -- two dashes --><item/>",
    "instruction": "<?php echo 1 ?><item/>",
    "second-declaration": '<?xml version="1.0"?><item/>',
    "second-doctype": '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><item><title>&y;</title></item>',
    "include": '<item><title><xi:include href="file:///etc/passwd" parse="text"/></title></item>',
    "geography": "<item><gml:pos>north</gml:pos><gml:posList>1 2 3</gml:posList><georss:point>x</georss:point></item>",
    "chapters": '<item><psc:chapters><psc:chapter start="half past" title="x"/></psc:chapters></item>',
    "podcast": '<item><itunes:duration>::::</itunes:duration><itunes:image/><itunes:owner/></item>',
    "media": '<item><media:group><media:content url="" width="-1"/></media:group><media:rating/></item>',
    "empty-elements": "<item><title/><link/><guid/><pubDate/><author/><category/><enclosure/><source/></item>",
    "odd-links": "<item><link>javascript:alert(1)</link></item><item><link>http://[::1</link></item>",
    "odd-dates": "<item><pubDate>yesterday</pubDate></item><item><pubDate>32 Foo 20260 25:61 +9999</pubDate></item>",
    "nested-entry": "<item><title>outer</title><item><title>inner</title><link>/inner</link></item></item>",
    "other-entry": "<entry><title>of another format</title></entry>",
    "other-feed": "<image><title>logo</title><link>http://news.example/</link></image><textInput><name>q</name></textInput>",
    "deep": "<item>" + "<x>" * 200 + "</x>" * 200 + "</item>",
    "many-attributes": "<item " + " ".join(f'a{number}="x"' for number in range(20_000)) + "/>",
    "long-attribute": '<item a="' + "x" * 1_000_000 + '"/>',
    "many-namespaces": "<item " + " ".join(f'xmlns:n{number}="n:{number}"' for number in range(20_000)) + "/>",
    "many-categories": "<item>" + "".join(f"<category>{number}</category>" for number in range(20_000)) + "</item>",
    "long-date": "<item><pubDate>Mon, " + " " * 300_000 + "x</pubDate></item>",
    "long-date-in-pieces": "<item><pubDate>Mon, " + ("<b/>" + " " * 9_000) * 50 + "x</pubDate></item>",
    "long-author": "<item><author>" + "a@" * 200_000 + "</author></item>",
    "long-title": "<item><title>" + "word " * 200_000 + "</title></item>",
    "long-space": "<item><title>" + " " * 1_000_000 + "</title></item>",
    "many-references": "<item><title>" + "&amp;" * 200_000 + "</title></item>",
    "many-ampersands": "<item><title>" + "&" * 200_000 + "</title></item>",
    "many-doctypes": "<item><title>" + "&lt;!DOCTYPE [" * 50_000 + "</title></item>",
    "begun-doctypes": "<!DOCTYPE x [" * 20_000,
    "begun-declarations": "<?xml " * 20_000,
}  # fmt: skip


def rss(*pieces: str, before: str = "", root: str = f'rss version="2.0" {NAMES}') -> str:
    return f"{before}<{root}><channel><title>News</title>{''.join(pieces)}</channel></{root.split(' ', maxsplit=1)[0]}>"


def good(number: int) -> str:
    return f"<item><title>Headline {number}</title><link>http://news.example/{number}</link></item>"


def links(feed: ParsedFeed | NotAFeed) -> set[str]:
    assert isinstance(feed, ParsedFeed), feed
    return {entry.url for entry in feed.entries if entry.url}


@pytest.mark.parametrize("name", PIECES)
def test_a_broken_piece_costs_no_entry_beside_it(name: str) -> None:
    text = rss(good(1), good(2), PIECES[name], good(3), good(4))
    feed = parse_feed(text.encode("utf-8", "surrogatepass"), "application/rss+xml", ADDRESS)
    assert {f"http://news.example/{number}" for number in range(1, 5)} <= links(feed)
    assert isinstance(feed, ParsedFeed)
    assert {f"Headline {number}" for number in range(1, 5)} <= {entry.title for entry in feed.entries}
    assert "root:" not in str(feed)  # of /etc/passwd


@given(
    st.lists(
        st.sampled_from([name for name in PIECES if "begun" not in name and len(PIECES[name]) < 1_000]), max_size=8
    )
)
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_broken_pieces_together_raise_nothing_and_leave_the_first_entries(names: list[str]) -> None:
    text = rss(good(1), *(PIECES[name] + good(number) for number, name in enumerate(names, 2)))
    assert "http://news.example/1" in links(parse_feed(text.encode("utf-8", "surrogatepass"), "", ADDRESS))


@given(st.binary(max_size=300), st.integers(0, 400), st.integers(0, 40))
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_bytes_put_into_a_feed_or_cut_out_of_it_raise_nothing(noise: bytes, place: int, cut: int) -> None:
    whole = rss(*(good(number) for number in range(4)), before='<?xml version="1.0"?>').encode()
    feed = parse_feed(whole[:place] + noise + whole[place + cut :], "text/xml; charset=x-none", ADDRESS)
    assert isinstance(feed, ParsedFeed | NotAFeed)


ENTITIES = {
    "laughs": "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(12)),
    "one-large": f'<!ENTITY l11 "{"ha" * 4_000}">',
    "a-file": '<!ENTITY l11 SYSTEM "file:///etc/passwd">',
    "an-address": '<!ENTITY l11 SYSTEM "http://127.0.0.1:9/">',
    "of-parameters": '<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;',
    "a-bracket": '<!ENTITY y "]>"><!ENTITY l11 SYSTEM "file:///etc/passwd">',
}


@pytest.mark.parametrize("name", ENTITIES)
def test_entities_of_a_feeds_own_are_not_expanded(name: str) -> None:
    bomb = "<item><title>" + "&l11;" * 2_000 + "</title></item>"
    text = rss(good(1), bomb, good(2), before=f"<!DOCTYPE rss [{ENTITIES[name]}]>")
    feed = parse_feed(text.encode(), "", ADDRESS)
    assert {"http://news.example/1", "http://news.example/2"} <= links(feed)
    assert "root:" not in str(feed)
    assert "hahaha" not in str(feed)


def test_more_entries_than_are_read_leave_the_first() -> None:
    feed = parse_feed(rss(*(good(number) for number in range(60_000))).encode(), "", ADDRESS)
    assert isinstance(feed, ParsedFeed)
    assert len(feed.entries) == 5_000
    assert feed.entries[0].title == "Headline 0"
    assert feed.warnings == ("only the first 5,000 entries were read",)


def test_a_gzip_file_that_unpacks_without_end_is_no_feed() -> None:
    feed = parse_feed(gzip.compress(b" " * 30_000_000), "", ADDRESS)
    assert feed == NotAFeed("the document is larger than 10 MB")


@pytest.mark.parametrize(
    "text", ["[" * 500_000, '{"items":[{"id":' + "[" * 90_000, '{"items":[{"id":' + "9" * 9_000 + "}]}"]
)
def test_json_that_is_too_deep_or_too_long_is_no_feed(text: str) -> None:
    assert isinstance(parse_feed(text.encode(), "application/feed+json", ADDRESS), NotAFeed)


# --- encodings -------------------------------------------------------------------------------------------------------

WORDS = {
    "Grüße aus Łódź": "utf-8 utf-8-sig utf-16 utf-16-le utf-16-be utf-32 utf-32-le utf-32-be iso-8859-2 cp1250 cp852",
    "Grüße, señor": "iso-8859-1 cp1252 iso-8859-15 mac-roman cp850 cp037 cp500 cp1140 utf-7",
    "Привет, мир": "koi8-r koi8-u windows-1251 iso-8859-5 cp866 mac-cyrillic",
    "Γειά σου": "iso-8859-7 cp1253",
    "שלום עולם": "iso-8859-8 cp1255",
    "مرحبا": "cp1256 iso-8859-6",
    "İstanbul ışık": "iso-8859-9 cp1254",
    "สวัสดี": "tis-620 cp874",
    "xin chào": "cp1258",
    "日本語の見出し①": "cp932",
    "日本語の見出し": "shift_jis euc-jp iso-2022-jp shift_jis_2004",
    "简体中文": "gb2312 gbk gb18030 hz",
    "繁體中文": "big5 big5hkscs cp950",
    "한국어 제목": "euc-kr cp949 johab iso-2022-kr",
}
ENCODED = [(words, encoding) for words, encodings in WORDS.items() for encoding in encodings.split()]


def encoded(words: str, encoding: str, declaration: str) -> bytes:
    text = declaration + rss(f"<item><title>{words}</title><link>http://news.example/1</link></item>")
    return text.encode(encoding)


def title(content: bytes, content_type: str) -> str:
    feed = parse_feed(content, content_type, ADDRESS)
    assert isinstance(feed, ParsedFeed), feed
    assert links(feed) == {"http://news.example/1"}
    return feed.entries[0].title


@pytest.mark.parametrize(("words", "encoding"), ENCODED)
def test_an_encoding_that_is_declared_is_read(words: str, encoding: str) -> None:
    declaration = f'<?xml version="1.0" encoding="{encoding}"?>'
    assert title(encoded(words, encoding, declaration), "application/rss+xml") == words
    if encoding not in ("cp037", "cp500", "cp1140"):  # which nobody could declare by a header alone
        assert title(encoded(words, encoding, ""), f"application/rss+xml; charset={encoding}") == words


@pytest.mark.parametrize(
    ("words", "encoding"), [pair for pair in ENCODED if pair[1].startswith("utf-") and pair[1] != "utf-7"]
)
@pytest.mark.parametrize("declared", ["iso-8859-1", "utf-8", "utf-16", "shift_jis", "no-such", "rot13", "utf-8\u0000x"])
def test_unicode_is_read_whatever_is_declared(words: str, encoding: str, declared: str) -> None:
    declaration = f'<?xml version="1.0" encoding="{declared}"?>'
    content_type = f"text/xml; charset={declared}"
    assert title(encoded(words, encoding, declaration), content_type) == words


@pytest.mark.parametrize(("words", "encoding"), ENCODED)
def test_an_encoding_that_is_not_declared_costs_no_entry(words: str, encoding: str) -> None:
    if encoding not in ("cp037", "cp500", "cp1140", "utf-7"):
        assert title(encoded(words, encoding, ""), "text/xml")
        assert title(encoded(words, encoding, '<?xml version="1.0" encoding="ascii"?>'), "text/xml; charset=utf-8")
