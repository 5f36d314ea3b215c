"""What is said of a feed: each thing that can be wrong with it, and what is right."""
# ruff: noqa: E501  a case a line reads best

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from transforms.collect.checkup import Answered, answer_findings
from transforms.collect.document_checkup import document_findings, in_words
from transforms.collect.feeds import parse_feed
from transforms.records.collect import ParsedFeed

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
URL = "https://quay.example/rss.xml"
HEADERS = (("Content-Type", "application/rss+xml; charset=utf-8"), ("ETag", '"1"'), ("Content-Encoding", "gzip"))


def item(number: int, *, title: str = "", link: str = "", guid: str = "", date: str = "", more: str = "") -> str:
    date = date or f"Mon, 02 Mar 2026 {number:02}:00:00 GMT"
    return (
        f"<item><title>{title or f'Tide {number}'}</title><link>{link or f'https://quay.example/{number}'}</link>"
        f"<guid>{guid or f'g{number}'}</guid><pubDate>{date}</pubDate>{more}</item>"
    )


def rss(*items: str, head: str = "<title>The Quay</title><language>en</language>", declared: str = "utf-8") -> str:
    hub = '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="https://hub.example/"/>'
    body = f"<channel>{head}{hub}{''.join(items)}</channel>"
    return f'<?xml version="1.0" encoding="{declared}"?>\n<rss version="2.0">{body}</rss>'


GOOD = rss(*(item(number) for number in range(1, 11)))


def judged(
    document: str | bytes, headers: tuple[tuple[str, str], ...] = HEADERS, again: int | None = 304
) -> dict[str, list[str]]:
    content = document.encode() if isinstance(document, str) else document
    answered = Answered(URL, URL, 200, None, headers, content, again=again)
    feed = parse_feed(content, answered.header("content-type"), URL)
    assert isinstance(feed, ParsedFeed), feed
    found: dict[str, list[str]] = {"error": [], "warning": [], "note": [], "ok": []}
    for finding in [*answer_findings(answered, NOW), *document_findings(answered, feed, NOW)]:
        found[finding.level].append(finding.what)
    return found


def test_nothing_is_wrong_with_a_good_feed_and_what_is_right_is_said() -> None:
    found = judged(GOOD)
    assert (found["error"], found["warning"], found["note"]) == ([], [], [])
    said = "; ".join(found["ok"])
    for what in (
        "answered 304",
        "well-formed",
        "utf-8, as declared",
        "10 entries",
        "hub.example",
        "every 1 hour or so",
    ):
        assert what in said


@pytest.mark.parametrize(
    ("document", "level", "what"),
    [
        (GOOD.replace("Tide 3", "Tide & toll"), "error", "not well-formed at line 2, column"),
        (rss(item(1, title="São João"), declared="utf-8").encode("cp1252"), "error", "its charset is"),
        (rss(item(1, title="São João"), declared="iso-8859-1"), "warning", "declared in two ways"),
        (rss(item(1), "<item><title>No link</title></item>"), "error", "1 of 2 entries lack a link"),
        (rss("<item><link>https://quay.example/1</link><description>Text</description></item>"), "warning", "1 of 1 entries lack a title"),
        (rss("<item><title>T</title><link>https://quay.example/1</link></item>"), "warning", "1 of 1 entries lack a time"),
        (rss("<item><title>T</title><link>https://quay.example/1</link></item>"), "warning", "1 of 1 entries lack an id"),
        (rss(item(1, guid="same"), item(2, guid="same")), "warning", "1 ids stand for more than one entry, such as same"),
        (rss(item(1, link="https://q.example/a"), item(2, link="https://q.example/a")), "warning", "1 links stand for more than one"),
        (rss(item(1, title="A &lt;b&gt;bold&lt;/b&gt; tide")), "warning", "1 titles hold HTML, such as A <b>bold"),
        (rss(item(1, link="/2026/tide")), "warning", "1 links are relative, such as /2026/tide"),
        (rss(item(1, link="javascript:x()")), "error", "1 links are no http or https addresses"),
        (rss(item(1, link="https://quay.example/1?utm_source=rss&amp;id=4")), "note", "1 links carry tracking parameters"),
        (rss(item(1, link="https://bit.ly/abc")), "warning", "1 links lead through bit.ly"),
        (rss(item(1, date="2026-03-02T08:00:00")), "warning", "1 times are without a zone, such as 2026-03-02T08:00:00"),
        (rss(item(1, date="soon")), "warning", "1 times cannot be read"),
        (rss(item(1, date="Mon, 02 Mar 2026 20:00:00 GMT")), "warning", "1 entries are dated in the future"),
        (rss(item(1, date="Mon, 01 Dec 2025 08:00:00 GMT")), "warning", "the newest entry is 91 days old"),
        (rss(*(item(n, date=f"Mon, 02 Mar 2026 08:{n:02}:00 GMT") for n in range(9))), "warning", "spans less than an hour"),
        (rss(item(1), head="<title>Q</title>"), "note", "does not say its language"),
        (rss(item(1), head="<title>Q</title><ttl>90</ttl><skipHours><hour>3</hour></skipHours>"), "note", "ttl 90 minutes, skipHours 3"),
        (rss(), "warning", "it has no entries"),
        (GOOD.replace("rel=\"hub\"", "rel=\"self\""), "note", "no WebSub hub"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_document_is_said(document: str | bytes, level: str, what: str) -> None:
    assert any(what in said for said in judged(document)[level]), judged(document)


@pytest.mark.parametrize(
    "date", ["Mon, 02 Mar 2026 08:00:00 GMT", "2026-03-02T08:00:00Z", "2026-03-02T08:00:00+0100", "2026-03-02",
             "Mon, 2 Mar 2026 8:00:00 -0500 (EST)", "Mon, 02 Mar 2026 08:00:00 EST", "2026-03-02 08:00 CET"],
)  # fmt: skip
def test_a_time_with_a_zone_or_a_bare_day_is_no_time_without_one(date: str) -> None:
    assert not any("zone" in said for said in judged(rss(item(1, date=date)))["warning"])


@pytest.mark.parametrize(
    ("headers", "again", "level", "what"),
    [
        ((), None, "warning", "sends no validators"),
        ((), None, "warning", "does not say what it sends"),
        ((("Last-Modified", "x"),), 200, "warning", "asked again with Last-Modified, it answered 200 instead of 304"),
        ((("Content-Type", "text/html"),), None, "warning", "sends text/html, which is no feed's type"),
        ((("Cache-Control", "max-age=90000"),), None, "warning", "keeps for 25 hours"),
        ((("Cache-Control", "max-age=600"),), None, "note", "keeps for 600 seconds"),
        ((("Link", '<https://h.example/>; rel="hub"'),), None, "ok", "WebSub hub"),
    ],
)
def test_what_is_wrong_with_a_servers_answer_is_said(
    headers: tuple[tuple[str, str], ...], again: int | None, level: str, what: str
) -> None:
    assert any(what in said for said in judged(GOOD, headers, again)[level])


def test_redirects_failures_and_security_are_said() -> None:
    moved = Answered(
        "http://q.example/a", "http://q.example/b", 200, None, (), b"", ("http://q.example/b",), "http://q.example/b"
    )
    said = {finding.what: finding.level for finding in answer_findings(moved, NOW)}
    assert said["it has moved for good: the address is http://q.example/b now"] == "warning"
    assert any("http only" in what for what in said)
    failed = Answered(URL, URL, 503, "the server answered 503", (("Retry-After", "120"),), b"")
    assert answer_findings(failed, NOW)[0].what == "the server answered 503; it asks to wait for 120 seconds"


def test_a_json_feed_and_an_atom_feed_are_judged_as_well() -> None:
    json = '{"version":"https://jsonfeed.org/version/1.1","title":"Q","items":[{"id":"1","url":"/a","title":"T"}]}'
    assert "1 links are relative, such as /a" in judged(json)["warning"]
    atom = (
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>Q</title><link rel='hub' href='https://hub.example/'/><entry>"
        "<id>1</id><title>T</title><link href='https://quay.example/1'/><updated>2026-03-02T08:00:00Z</updated></entry></feed>"
    )
    found = judged(atom)
    assert (found["error"], found["warning"]) == ([], [])


@pytest.mark.parametrize(
    ("length", "words"), [(30, "30 seconds"), (60, "1 minute"), (5400, "2 hours"), (200_000, "2 days")]
)
def test_a_length_of_time_is_said_in_its_largest_unit(length: int, words: str) -> None:
    assert in_words(timedelta(seconds=length)) == words
