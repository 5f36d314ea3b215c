"""No connection but to admitted addresses: every way to write or to name one, on every hop."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from ipaddress import IPv4Address
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_web import Web, response, small_web

from flows.fetch import FetchRequest, FetchResult, FetchRules, fetch_all

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
INSIDE = ["127.0.0.2", "10.1.2.3", "172.16.9.9", "192.168.1.1", "169.254.169.254", "100.64.0.7", "0.0.0.0"]


@pytest.fixture
def web() -> Iterator[Web]:
    with small_web() as running:
        running.answers("/a", response(body=b"a", headers=("Connection: close",)))
        yield running


def fetch(urls: list[str], **changes: Any) -> list[FetchResult]:
    results: dict[str, FetchResult] = {}
    requests = [FetchRequest(str(number), url) for number, url in enumerate(urls)]
    rules = FetchRules(**{"user_agent": "t", "max_bytes": 10_000, "host_delay_s": 0, "timeout_s": 5, **changes})
    fetch_all(requests, rules, lambda result: results.update({result.key: result}), lambda: NOW)
    return [results[request.key] for request in requests]


def spellings(text: str) -> list[str]:
    """Hosts, with all that may stand around them, which lead to an IPv4 address."""
    number, (a, b, c, d) = int(IPv4Address(text)), IPv4Address(text).packed
    wide = "".join(chr(ord(letter) + 0xFEE0) if letter.isdigit() else letter for letter in text)
    high, low = number >> 16, number & 0xFFFF
    return [
        text, f"{text}.", f"{number}", f"{number:#x}", f"0{number:o}", f"{a}.{number & 0xFFFFFF}", f"{a}.{b}.{low}",
        f"0{a:o}.0{b:o}.0{c:o}.0{d:o}", f"{a:#x}.{b:#x}.{c:#x}.{d:#x}", f"{a:#X}.{b}.0{c:o}.{d}",
        f"00{a:o}.{b}.{c}.{d}", wide, text.replace(".", "。"), text.replace(".", "%2e"), f"%{ord(text[0]):x}{text[1:]}",
        f"[::{text}]",
        f"[::ffff:{text}]", f"[::ffff:{high:x}:{low:x}]", f"[0:0:0:0:0:ffff:{text}]", f"[64:ff9b::{text}]",
        f"[2002:{high:x}:{low:x}::1]", f"[::ffff:0:{text}]", f"[fe80::5efe:{text}]", f"[::ffff:{text}%25lo]",
        f"user:word@{text}", f"news.example@{text}", f"news.example\\@{text}", f"news.example:80@{text}:80",
        f"@{text}", f"{text}:80", f"{text}:", f"\t{text}", f"{text}\r\n", f"{text}\\news.example",
        f"{text}#@news.example",
        f"{text}?@news.example", f"{text}\\.news.example@{text}",
    ]  # fmt: skip


@pytest.mark.parametrize("address", INSIDE)
def test_an_address_inside_is_refused_however_it_is_written(address: str) -> None:
    results = fetch([f"http://{host}/" for host in spellings(address)])
    assert [(result.url, result.outcome) for result in results if result.outcome != "refused"] == []


@pytest.mark.parametrize("address", INSIDE)
def test_a_redirect_inside_is_refused_however_it_is_written(web: Web, address: str) -> None:
    headers = [f"http://{host}/" for host in spellings(address) if host.isprintable() and host.isascii()]
    headers += [f"//{address}/", f"\\\\{address}/", f"/\\{address}/", f"http:{address}", f"HtTpS://{address}/"]
    for number, target in enumerate(headers):
        web.answers(f"/{number}", response("302 Found", headers=(f"Location: {target}",)))
    hosts = {f"h{number}.example": web.address for number in range(len(headers))}
    urls = [f"http://{host}/{number}" for number, host in enumerate(hosts)]
    results = fetch(urls, connect_to=hosts, allow_networks=("127.0.0.1/32",))
    inside = [
        (target, result.final_url)
        for target, result in zip(headers, results, strict=True)
        if result.outcome != "refused" and "h" not in result.final_url.split("/")[2]
    ]
    assert inside == []
    assert {result.outcome for result in results} <= {"refused", "http_error"}  # an error of our own server: a path


def test_other_schemes_are_refused_on_every_hop(web: Web) -> None:
    urls = [
        "file:///etc/passwd", "file://localhost/etc/passwd", "ftp://news.example/a", "gopher://news.example/_a",
        "data:text/html,a", "javascript:fetch('/')", "jar:http://news.example!/a", "dict://127.0.0.1:11211/stat",
        "ldap://127.0.0.1", "unix:/run/docker.sock", "ws://news.example/a", "view-source:http://news.example/a",
        "feed://news.example/a", "//news.example/a", "http:///a", "http://", "https:", "http://.../", "http://*/",
        "http://[::1", "http://[fe80::1%25]/", "http://a b/", "http://exa<mple/", "http://-/\0",
    ]  # fmt: skip
    hosts = {f"h{number}.example": web.address for number in range(len(urls))}
    for number, target in enumerate(urls):
        web.answers(f"/{number}", response("301 Moved", headers=(f"Location: {target}",)))
    assert {result.outcome for result in fetch(urls)} <= {"refused", "unreachable"}
    schemes = [number for number, url in enumerate(urls) if ":" in url.split("/")[0] and not url.startswith("http")]
    redirected = fetch(
        [f"http://h{number}.example/{number}" for number in schemes], connect_to=hosts, allow_networks=("127.0.0.1/32",)
    )
    assert {result.outcome for result in redirected} == {"refused"}


@given(st.text(max_size=40))
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_written_in_an_address_never_reaches_the_request_line(text: str) -> None:
    """Whatever stands in a path or query arrives as one request with one line."""
    with small_web() as web:
        fetch(
            [f"http://news.example/{text}", f"http://news.example/?{text}"],
            connect_to={"news.example": web.address}, allow_networks=("127.0.0.1/32",), timeout_s=30,
        )  # fmt: skip
        assert len(web.asked) <= 2
        assert all(asked.path.isascii() and asked.path.isprintable() and " " not in asked.path for asked in web.asked)
        assert all(asked.host == "news.example" for asked in web.asked)


# --- names -----------------------------------------------------------------------------------------------------------

LookUp = Callable[..., list[Any]]


def names(monkeypatch: pytest.MonkeyPatch, answers: list[list[str]]) -> list[str]:
    """A name server that gives these addresses, one list a question; returns the names it is asked for."""
    asked: list[str] = []
    real: LookUp = socket.getaddrinfo

    def look_up(host: str, port: int, *rest: Any, **more: Any) -> list[Any]:
        if not host.endswith(".example"):
            return real(host, port, *rest, **more)
        asked.append(host)
        found = answers[min(len(asked), len(answers)) - 1]
        return [entry for address in found for entry in real(address, port, *rest, **more)]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return asked


def test_of_several_addresses_only_those_admitted_are_connected_to(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    names(monkeypatch, [["10.0.0.1", "::1", "127.0.0.1", "169.254.169.254"]])
    port = web.address.partition(":")[2]
    (result,) = fetch([f"http://news.example:{port}/a"], allow_networks=("127.0.0.1/32",))
    assert result.outcome == "ok"
    (refused,) = fetch([f"http://news.example:{port}/a"])
    assert refused.outcome == "refused"
    assert "10.0.0.1" in str(refused.error)


def test_a_name_that_changes_its_address_is_judged_by_the_one_connected_to(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = names(monkeypatch, [["127.0.0.1"], ["127.0.0.2"]])
    port = web.address.partition(":")[2]
    url = f"http://news.example:{port}/a"
    first, second = fetch([url, url], allow_networks=("127.0.0.1/32",))
    assert (first.outcome, second.outcome) == ("ok", "refused")
    assert asked == ["news.example"] * 2  # once a connection: what was judged is what was connected to
    assert len(web.asked) == 1


def test_a_name_that_turns_inside_on_a_redirect_is_refused(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    names(monkeypatch, [["127.0.0.1"], ["169.254.169.254"]])
    port = web.address.partition(":")[2]
    target = f"Location: http://other.example:{port}/a"
    web.answers("/b", response("307 Temporary Redirect", headers=(target,)))
    (result,) = fetch([f"http://news.example:{port}/b"], allow_networks=("127.0.0.1/32",))
    assert (result.outcome, result.error) == ("refused", "not a public address: other.example is 169.254.169.254")
