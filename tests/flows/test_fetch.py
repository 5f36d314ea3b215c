"""Fetching from a small web that misbehaves in every way we know."""

from __future__ import annotations

import gzip
import socket
import struct
import time
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import brotli
import pytest
from small_web import Asked, Web, response, small_web

from flows.fetch import FetchRequest, FetchResult, FetchRules, fetch_all

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOSTS = ("news.example", "other.example", "third.example")


@pytest.fixture
def web() -> Iterator[Web]:
    with small_web() as running:
        yield running


def rules_for(web: Web, **changes: Any) -> FetchRules:
    return FetchRules(
        **{
            "user_agent": "Dateline/test",
            "max_bytes": 100_000,
            "timeout_s": 5,
            "total_s": 10,
            "host_delay_s": 0,
            "allow_networks": ("127.0.0.1/32",),
            "connect_to": dict.fromkeys(HOSTS, web.address),
            **changes,
        }
    )


def fetch(web: Web, *urls: str, **changes: Any) -> list[FetchResult]:
    """The results in the order of the addresses."""
    results: dict[str, FetchResult] = {}
    requests = [FetchRequest(str(number), url) for number, url in enumerate(urls)]
    fetch_all(requests, rules_for(web, **changes), lambda result: results.update({result.key: result}), lambda: NOW)
    assert len(results) == len(urls)
    return [results[request.key] for request in requests]


# --- what is asked, and what comes back ------------------------------------------------------------------------------


def test_a_page_comes_back_as_it_was_sent(web: Web) -> None:
    web.answers("/a?x=1", response("200 Fine", b"<p>hello", ("Content-Type: text/html", "X-Twice: 1", "X-Twice: 2")))
    (result,) = fetch(web, "http://news.example/a?x=1#part")
    assert (result.outcome, result.status, result.reason) == ("ok", 200, "Fine")
    assert result.content == b"<p>hello"
    assert [pair for pair in result.headers if pair[0] == "X-Twice"] == [("X-Twice", "1"), ("X-Twice", "2")]
    assert result.final_url == "http://news.example/a?x=1"
    assert result.fetched_at == NOW
    assert result.error is None


def test_the_host_header_names_the_host_and_not_the_place_it_is_connected_to(web: Web) -> None:
    fetch(web, "http://news.example/a")
    assert web.asked[0].host == "news.example"


def test_no_cookie_and_no_referer_are_ever_sent(web: Web) -> None:
    web.answers("/a", response("302 Found", headers=("Location: /b", "Set-Cookie: a=1")))
    web.answers("/b", response(body=b"b", headers=("Set-Cookie: b=1",)))
    fetch(web, "http://news.example/a", "http://news.example/b")
    assert all({"cookie", "referer", "authorization"}.isdisjoint(asked.headers) for asked in web.asked)
    assert web.asked[0].headers["user-agent"] == "Dateline/test"


def test_a_password_in_an_address_is_not_sent(web: Web) -> None:
    web.answers("/a", response(body=b"a"))
    (result,) = fetch(web, "http://me:secret@news.example/a")
    assert result.final_url == "http://news.example/a"
    assert "authorization" not in web.asked[0].headers


def test_validators_are_sent_and_304_is_unchanged(web: Web) -> None:
    web.answers("/feed", response("304 Not Modified"))
    results: list[FetchResult] = []
    request = FetchRequest("k", "http://news.example/feed", '"v1"', "Sun, 01 Mar 2026 10:00:00 GMT")
    fetch_all([request], rules_for(web), results.append, lambda: NOW)
    assert (results[0].outcome, results[0].status, results[0].error) == ("unchanged", 304, None)
    assert web.asked[0].headers["if-none-match"] == '"v1"'
    assert web.asked[0].headers["if-modified-since"] == "Sun, 01 Mar 2026 10:00:00 GMT"


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        ("404 Not Found", "http_error"),
        ("500 Oh", "http_error"),
        ("410 Gone", "gone"),
        ("304 Not Modified", "http_error"),
    ],
)
def test_an_error_status_is_an_outcome_in_words(web: Web, status: str, outcome: str) -> None:
    web.answers("/a", response(status, headers=("Retry-After: 30",)))
    (result,) = fetch(web, "http://news.example/a")
    assert (result.outcome, result.error) == (outcome, f"the server answered {status}")
    assert ("Retry-After", "30") in result.headers
    assert result.content == b""


@pytest.mark.parametrize(
    "first",
    [
        response(body=b"a") + response(body=b"forged"),
        response("304 Not Modified") + response(body=b"forged"),
        response("404 Not Found", body=b"no") + b"forged" * 9000,
        b"HTTP/1.1 204 No Content\r\n\r\n" + response(body=b"forged"),
        b"HTTP/1.1 100 Continue\r\n\r\n" + response(body=b"a") + response(body=b"forged"),
    ],
    ids=["two-answers", "after-304", "loose-bytes", "after-204", "after-100"],
)
def test_what_comes_behind_an_answer_is_never_taken_for_the_next_one(web: Web, first: bytes) -> None:
    web.answers("/a", first)
    web.answers("/b", response(body=b"b"))
    results = fetch(web, "http://news.example/a", "http://news.example/b", "http://news.example/b?again")
    assert results[1].content == b"b"
    assert all(b"forged" not in result.content for result in results)


def test_what_on_result_raises_ends_the_call(web: Web) -> None:
    def fail(result: FetchResult) -> None:
        raise LookupError(result.key)

    with pytest.raises(LookupError):
        fetch_all([FetchRequest("a", "http://news.example/")], rules_for(web), fail, lambda: NOW)


# --- encodings and sizes ---------------------------------------------------------------------------------------------


def raw_deflate(text: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(text) + packer.flush()


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(b"words " * 500, mtime=0)),
        ("x-gzip", gzip.compress(b"words " * 250, mtime=0) + gzip.compress(b"words " * 250, mtime=0)),
        ("deflate", zlib.compress(b"words " * 500)),
        ("deflate", raw_deflate(b"words " * 500)),
        ("br", brotli.compress(b"words " * 500)),
        ("identity", b"words " * 500),
    ],
)
def test_every_encoding_that_is_asked_for_is_decoded(web: Web, encoding: str, packed: bytes) -> None:
    web.answers("/a", response(body=packed, headers=(f"Content-Encoding: {encoding}",)))
    (result,) = fetch(web, "http://news.example/a")
    assert result.content == b"words " * 500


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [("gzip", gzip.compress(b"0" * 5_000_000, mtime=0)), ("br", brotli.compress(b"0" * 5_000_000))],
)
def test_a_bomb_is_too_large(web: Web, encoding: str, packed: bytes) -> None:
    web.answers("/a", response(body=packed, headers=(f"Content-Encoding: {encoding}",)))
    (result,) = fetch(web, "http://news.example/a")
    assert (result.outcome, result.content, result.error) == ("too_large", b"", "larger than 0.1 MB")


def test_a_body_over_the_limit_is_too_large_whether_it_says_so_or_not(web: Web) -> None:
    body = b"0" * 100_001
    web.answers("/said", response(body=body))
    web.answers(
        "/unsaid", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
    )
    web.answers("/fits", response(body=body[1:]))
    said, unsaid, fits = fetch(web, *(f"http://news.example/{path}" for path in ("said", "unsaid", "fits")))
    assert [said.outcome, unsaid.outcome, fits.outcome] == ["too_large", "too_large", "ok"]


@pytest.mark.parametrize(
    ("encoding", "body"),
    [("gzip", b"not gzip at all"), ("gzip", gzip.compress(b"words" * 99, mtime=0)[:-12]), ("rot13", b"x")],
)
def test_a_body_that_cannot_be_decoded_is_an_error(web: Web, encoding: str, body: bytes) -> None:
    web.answers("/a", response(body=body, headers=(f"Content-Encoding: {encoding}",)))
    (result,) = fetch(web, "http://news.example/a")
    assert (result.outcome, result.status, result.content) == ("http_error", 200, b"")
    assert result.error


# --- redirects -------------------------------------------------------------------------------------------------------


def redirect(to: str, status: str = "301 Moved Permanently") -> bytes:
    return response(status, headers=(f"Location: {to}",))


def test_redirects_are_followed_to_other_hosts_and_told(web: Web) -> None:
    web.answers("/a", redirect("b"))
    web.answers("/b", redirect("http://other.example/c"))
    web.answers("/c", response(body=b"c"))
    (result,) = fetch(web, "http://news.example/a")
    assert result.outcome == "ok"
    assert result.url == "http://news.example/a"
    assert result.redirects == ("http://news.example/b", "http://other.example/c")
    assert result.final_url == result.permanent_url == "http://other.example/c"
    assert web.asked[-1].host == "other.example"


def test_the_permanent_address_ends_before_the_first_temporary_redirect(web: Web) -> None:
    web.answers("/a", redirect("/b"))
    web.answers("/b", redirect("/c", "302 Found"))
    web.answers("/c", redirect("/d"))
    web.answers("/d", response(body=b"d"))
    (result,) = fetch(web, "http://news.example/a")
    assert result.permanent_url == "http://news.example/b"


def test_a_permanent_redirect_to_nothing_is_not_to_be_followed_next_time(web: Web) -> None:
    web.answers("/a", redirect("/nothing"))
    (result,) = fetch(web, "http://news.example/a")
    assert (result.outcome, result.permanent_url) == ("http_error", None)


def test_a_circle_and_an_endless_chain_of_redirects_end(web: Web) -> None:
    web.answers("/a", redirect("/b"))
    web.answers("/b", redirect("/a"))
    for number in range(20):
        web.answers(f"/{number}", redirect(f"/{number + 1}"))
    circle, chain = fetch(web, "http://news.example/a", "http://news.example/0", max_redirects=5)
    assert (circle.outcome, circle.error) == ("http_error", "redirected in a circle")
    assert (chain.outcome, chain.error) == ("http_error", "redirected more than 5 times")


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://news.example/", "javascript:alert(1)", "http://[::1"])
def test_a_redirect_to_what_is_not_the_web_is_refused(web: Web, target: str) -> None:
    web.answers("/a", redirect(target))
    (result,) = fetch(web, "http://news.example/a")
    assert result.outcome == "refused"


# --- the guard -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.2/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://2130706434/",  # 127.0.0.2 as one number
        "http://0x7f.2/",
        "http://0.0.0.0/",
    ],
)
def test_no_private_address_is_connected_to_however_it_is_written(web: Web, url: str) -> None:
    web.answers("/a", redirect(url))
    direct, redirected = fetch(web, url, "http://news.example/a")
    assert direct.outcome == redirected.outcome == "refused"
    assert str(direct.error).startswith("not a public address: ")


def test_a_name_that_leads_to_a_private_address_is_refused(web: Web) -> None:
    (result,) = fetch(web, f"http://localhost:{web.address.partition(':')[2]}/", allow_networks=())
    assert result.outcome == "refused"
    assert web.asked == []


def test_connect_to_does_not_pass_the_guard(web: Web) -> None:
    (result,) = fetch(web, "http://news.example/", allow_networks=())
    assert (result.outcome, result.error) == ("refused", "not a public address: news.example is 127.0.0.1")


def test_an_address_that_is_no_web_address_is_refused(web: Web) -> None:
    assert [result.outcome for result in fetch(web, "file:///etc/passwd", "/etc/passwd", "")] == ["refused"] * 3


# --- servers that fail -----------------------------------------------------------------------------------------------


def hang(web: Web) -> Any:
    return lambda asked, sock: web.ending.wait()


def drip(web: Web) -> Any:
    def send(asked: Asked, sock: socket.socket) -> None:
        sock.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        while not web.ending.wait(0.02):
            sock.sendall(b".")

    return send


def reset(asked: Asked, sock: socket.socket) -> None:
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    sock.close()


def truncate(asked: Asked, sock: socket.socket) -> None:
    sock.sendall(response(body=b"half", length=8))
    sock.shutdown(socket.SHUT_RDWR)


def test_a_silent_server_times_out(web: Web) -> None:
    web.respond["/a"] = hang(web)
    (result,) = fetch(web, "http://news.example/a", timeout_s=0.1)
    assert (result.outcome, result.error) == ("unreachable", "timed out after 0.1 s")


def test_a_server_that_drips_is_ended_by_the_whole_requests_time(web: Web) -> None:
    web.respond["/a"] = drip(web)
    (result,) = fetch(web, "http://news.example/a", total_s=0.2)
    assert (result.outcome, result.error) == ("unreachable", "not complete after 0.2 s")


def test_a_truncated_body_is_not_taken_for_a_whole_one(web: Web) -> None:
    web.respond["/a"] = truncate
    (result,) = fetch(web, "http://news.example/a")
    assert result.outcome == "unreachable"
    assert result.error == "the connection was closed before the body was complete"


def test_a_reset_connection_and_a_refused_one_are_told_in_words(web: Web) -> None:
    web.respond["/a"] = reset
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        closed = f"127.0.0.1:{unused.getsockname()[1]}"
        places = {"news.example": web.address, "other.example": closed}
        broken, refused = fetch(web, "http://news.example/a", "http://other.example/", connect_to=places)
    assert (broken.outcome, broken.error) == ("unreachable", "the connection broke off")
    assert (refused.outcome, refused.error) == ("unreachable", "connection refused")


def test_what_is_not_http_is_told_in_words(web: Web) -> None:
    web.answers("/a", b"220 mail.example ESMTP\r\n\r\n")
    (result,) = fetch(web, "http://news.example/a")
    assert result.outcome == "unreachable"
    assert str(result.error).startswith("the answer is not HTTP")


def test_a_server_without_tls_gives_no_secure_connection(web: Web) -> None:
    (result,) = fetch(web, "https://news.example/", timeout_s=0.3)
    assert result.outcome == "unreachable"
    assert result.error


def test_a_host_that_does_not_exist_is_not_found(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_such_name(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", no_such_name)
    (result,) = fetch(web, "http://nowhere.example/")
    assert (result.outcome, result.error) == ("unreachable", "host not found: nowhere.example")


def test_a_kept_connection_that_the_server_closed_is_opened_again(web: Web) -> None:
    def close_after(asked: Asked, sock: socket.socket) -> None:
        if asked.path == "/b" and asked.connection == 1:
            sock.shutdown(socket.SHUT_RDWR)
        else:
            sock.sendall(response(body=asked.path.encode()))

    web.respond["/a"] = web.respond["/b"] = close_after
    first, second = fetch(web, "http://news.example/a", "http://news.example/b")
    assert [first.content, second.content] == [b"/a", b"/b"]
    assert web.connections == 2


# --- hosts beside one another ----------------------------------------------------------------------------------------


def test_a_host_is_asked_one_request_at_a_time_over_one_connection(web: Web) -> None:
    for number in range(6):
        web.respond[f"/{number}"] = lambda asked, sock: (time.sleep(0.01), sock.sendall(response(body=b"x")))
    fetch(web, *(f"http://news.example/{number}" for number in range(6)))
    assert web.most_open == {"news.example": 1}
    assert web.connections == 1
    assert web.paths == [f"/{number}" for number in range(6)]


def test_requests_to_a_host_keep_their_distance_even_after_redirects(web: Web) -> None:
    moments: list[float] = []

    def note(asked: Asked, sock: socket.socket) -> None:
        moments.append(time.monotonic())
        sock.sendall(redirect("http://other.example/b", "302 Found") if asked.path == "/a" else response(body=b"x"))

    web.respond["/a"] = web.respond["/b"] = note
    fetch(web, "http://other.example/b", "http://other.example/b", "http://news.example/a", host_delay_s=0.15)
    at_other = sorted(moment for moment, asked in zip(moments, web.asked, strict=True) if asked.host == "other.example")
    assert len(at_other) == 3
    assert all(later - earlier >= 0.15 for earlier, later in pairwise(at_other))


def test_a_hanging_host_does_not_hold_up_the_others(web: Web) -> None:
    done: list[str] = []
    web.respond["/slow"] = hang(web)
    web.answers("/quick", response(body=b"x"))
    urls = ["http://news.example/slow", "http://other.example/quick", "http://third.example/quick"]
    requests = [FetchRequest(url, url) for url in urls]
    fetch_all(requests, rules_for(web, timeout_s=0.3), lambda result: done.append(result.key), lambda: NOW)
    assert done[-1] == "http://news.example/slow"


def test_a_page_that_moves_to_a_hanging_host_does_not_hold_up_its_own(web: Web) -> None:
    done: list[str] = []
    web.answers("/moved", redirect("http://other.example/slow"))
    web.respond["/slow"] = hang(web)
    web.answers("/quick", response(body=b"x"))
    requests = [FetchRequest(path, f"http://news.example/{path}") for path in ("moved", "quick")]
    fetch_all(requests, rules_for(web, timeout_s=0.3), lambda result: done.append(result.key), lambda: NOW)
    assert done == ["quick", "moved"]


def test_a_host_that_is_unreachable_three_times_is_left_alone(web: Web) -> None:
    web.respond.update({f"/a?{number}": reset for number in range(5)})
    results = fetch(web, *(f"http://news.example/a?{number}" for number in range(5)))
    assert [str(result.error)[:9] for result in results] == ["the conne"] * 3 + ["not tried"] * 2


def test_a_host_that_asks_to_wait_is_not_asked_again_in_this_call(web: Web) -> None:
    web.answers("/a", response("429 Too Many Requests", headers=("Retry-After: 120",)))
    web.answers("/b", response(body=b"b"))
    first, second, other = fetch(web, "http://news.example/a", "http://news.example/b", "http://other.example/b")
    assert (first.outcome, first.status) == ("http_error", 429)
    assert (second.outcome, second.error) == ("not_tried", "not tried: news.example asked to wait (status 429)")
    assert other.outcome == "ok"
