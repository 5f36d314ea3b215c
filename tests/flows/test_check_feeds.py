"""dateline feeds check, from the server's side and the user's."""

from __future__ import annotations

import socket
from pathlib import Path

from tests.flows.command_line import Dateline
from tests.flows.small_web import Asked, Web, response

FEED = (
    b"<rss version='2.0'><channel><title>Quay</title><item><title>Tide</title><link>https://quay.example/1</link>"
    b"<guid>1</guid><pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate></item></channel></rss>"
)


def test_a_feed_is_asked_again_with_its_own_validators(dateline: Dateline, home: Path, web: Web) -> None:
    def respond(asked: Asked, sock: socket.socket) -> None:
        if asked.headers.get("if-none-match") == 'W/"a b"':
            sock.sendall(response("304 Not Modified"))
        else:
            sock.sendall(response(body=FEED, headers=('ETag: W/"a b"', "Content-Type: text/xml")))

    web.respond["/good"] = respond
    web.answers("/bad", response(body=FEED, headers=('ETag: "1"',)))
    good = dateline("feeds", "check", f"http://{web.address}/good", "--json").objects[0]
    assert any("asked again, it answered 304" in one["what"] for one in good["findings"] if one["level"] == "ok")
    (bad,) = dateline("feeds", "check", f"http://{web.address}/bad", "--json").objects
    assert any("it answered 200 instead of 304" in what for what in bad["wrong"])


def test_a_redirect_for_good_and_a_broken_document_are_said_line_by_line(
    dateline: Dateline, home: Path, web: Web
) -> None:
    web.answers("/old", response("301 Moved Permanently", headers=("Location: /new",)))
    web.answers("/new", response(body=FEED.replace(b"Tide", b"Tide & toll")))
    said = dateline("feeds", "check", f"http://{web.address}/old")
    assert said.code == 1
    first, second, *_ = said.out.splitlines()[1:]
    assert first.startswith("  error    its XML is not well-formed at line 1, column ")
    assert f"http://{web.address}/new now" in second
    assert said.err == ""


def test_a_page_is_an_error_and_is_said_to_be_one(dateline: Dateline, home: Path, web: Web) -> None:
    web.answers("/", response(body=b"<!doctype html><html><body>Quay</body></html>"))
    said = dateline("feeds", "check", f"http://{web.address}/", "--json")
    assert (said.code, said.objects[0]["is_feed"]) == (1, False)
    assert "it is no feed: this is an HTML page" in said.objects[0]["wrong"]
