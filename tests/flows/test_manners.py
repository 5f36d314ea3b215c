"""The manners of fetching, graded from the server's side: robots.txt, pace, one connection, validators."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import pytest
from small_web import Asked, Web, response, small_web

from flows.fetch import FetchRequest, FetchResult, FetchRules, fetch_all
from flows.hosts import Hosts

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
NEWS, OTHER = "http://news.example", "http://other.example"
CLOSED = "User-agent: *\nDisallow: /closed"


@pytest.fixture
def web() -> Iterator[Web]:
    with small_web() as running:
        for path in ("/a", "/b", "/closed"):
            running.answers(path, response(body=b"x"))
        yield running


@pytest.fixture
def hosts() -> Hosts:
    return Hosts(lambda: NOW)


def robots(web: Web, text: str, status: str = "200 OK", headers: tuple[str, ...] = ()) -> None:
    web.answers("/robots.txt", response(status, text.encode(), headers))


def pages(web: Web, hosts: Hosts, *urls: str, **changes: Any) -> list[FetchResult]:
    """The results of asking for pages, in the order of the addresses."""
    return list(fetched(web, hosts, [FetchRequest(url, url, obeys_robots=True) for url in urls], **changes).values())


def fetched(web: Web, hosts: Hosts, requests: list[FetchRequest], **changes: Any) -> dict[str, FetchResult]:
    rules = FetchRules(
        **{
            "user_agent": "Dateline/test (+desk@news.example)", "max_bytes": 1_000_000, "timeout_s": 5, "total_s": 10,
            "host_delay_s": 0, "allow_networks": ("127.0.0.1/32",),
            "connect_to": dict.fromkeys(("news.example", "other.example", "third.example"), web.address), **changes,
        }
    )  # fmt: skip
    results: dict[str, FetchResult] = {}
    fetch_all(requests, rules, lambda result: results.update({result.key: result}), lambda: NOW, hosts)
    return {request.key: results[request.key] for request in requests}


def asked_of(web: Web, host: str) -> list[str]:
    return [asked.path for asked in web.asked if asked.host == host]


# --- robots.txt ------------------------------------------------------------------------------------------------------


def test_robots_is_asked_for_once_before_the_first_page_and_over_the_same_connection(web: Web, hosts: Hosts) -> None:
    robots(web, CLOSED)
    first, second = pages(web, hosts, f"{NEWS}/a", f"{NEWS}/b")
    assert (first.outcome, second.outcome) == ("ok", "ok")
    assert web.paths == ["/robots.txt", "/a", "/b"]
    assert web.connections == 1
    pages(web, hosts, f"{NEWS}/a")
    assert web.paths.count("/robots.txt") == 1


def test_a_page_that_robots_does_not_allow_is_never_asked_for(web: Web, hosts: Hosts) -> None:
    robots(web, CLOSED)
    closed, opened = pages(web, hosts, f"{NEWS}/closed", f"{NEWS}/a")
    assert (closed.outcome, closed.status, opened.outcome) == ("disallowed", None, "ok")
    assert closed.error == "the robots.txt of http://news.example does not allow it"
    assert "/closed" not in web.paths


def test_a_redirect_is_followed_only_where_the_robots_of_its_target_allows_it(web: Web, hosts: Hosts) -> None:
    def per_host(asked: Asked, sock: socket.socket) -> None:
        sock.sendall(response(body=b"" if asked.host == "news.example" else CLOSED.encode()))

    web.respond["/robots.txt"] = per_host
    web.answers("/to-closed", response("302 Found", headers=(f"Location: {OTHER}/closed",)))
    web.answers("/to-a", response("302 Found", headers=(f"Location: {OTHER}/a",)))
    closed, opened = pages(web, hosts, f"{NEWS}/to-closed", f"{NEWS}/to-a")
    assert (closed.outcome, closed.final_url) == ("disallowed", f"{OTHER}/closed")
    assert (opened.outcome, opened.final_url) == ("ok", f"{OTHER}/a")
    assert asked_of(web, "other.example") == ["/robots.txt", "/a"]


def test_each_port_has_a_robots_of_their_own(web: Web, hosts: Hosts) -> None:
    robots(web, "")
    pages(web, hosts, f"{NEWS}/a", f"{NEWS}:8080/a")
    assert {row.origin for row in hosts.new_robots()} == {NEWS, f"{NEWS}:8080"}
    assert asked_of(web, "news.example:8080") == ["/robots.txt", "/a"]


@pytest.mark.parametrize("status", ["401 Unauthorized", "403 Forbidden", "404 Not Found", "410 Gone"])
def test_where_there_is_no_robots_everything_may_be_asked_for(web: Web, hosts: Hosts, status: str) -> None:
    robots(web, "User-agent: *\nDisallow: /", status)
    (page,) = pages(web, hosts, f"{NEWS}/a")
    assert page.outcome == "ok"


@pytest.mark.parametrize("status", ["500 Oh", "502 Bad Gateway", "503 Service Unavailable"])
def test_where_robots_cannot_be_read_pages_wait_and_the_reason_is_told(web: Web, hosts: Hosts, status: str) -> None:
    robots(web, "", status)
    first, second = pages(web, hosts, f"{NEWS}/a", f"{NEWS}/b")
    assert (first.outcome, second.outcome) == ("not_tried", "not_tried")
    assert first.error == f"not tried: the robots.txt of {NEWS} cannot be read (the server answered {status})"
    assert web.paths == ["/robots.txt"]


def test_a_host_that_cannot_be_reached_is_asked_for_its_robots_only(web: Web, hosts: Hosts) -> None:
    def hang_up(asked: Asked, sock: socket.socket) -> None:
        sock.shutdown(socket.SHUT_RDWR)

    web.respond["/robots.txt"] = hang_up
    page, _ = pages(web, hosts, f"{NEWS}/a", f"{NEWS}/b")
    assert page.outcome == "not_tried"
    assert "the connection was closed without an answer" in str(page.error)
    assert set(web.paths) == {"/robots.txt"}


def redirects_to(count: int, web: Web) -> None:
    web.answers("/robots.txt", response("302 Found", headers=("Location: /r1",)))
    for number in range(1, count):
        web.answers(f"/r{number}", response("301 Moved", headers=(f"Location: {OTHER}/r{number + 1}",)))
    web.answers(f"/r{count}", response(body=b"User-agent: *\nDisallow: /"))


def test_five_redirects_of_a_robots_are_followed_to_any_host_and_speak_for_the_first(web: Web, hosts: Hosts) -> None:
    redirects_to(5, web)
    (page,) = pages(web, hosts, f"{NEWS}/a")
    assert page.outcome == "disallowed"
    assert [row.origin for row in hosts.new_robots()] == [NEWS]


def test_more_redirects_of_a_robots_are_as_if_there_were_none(web: Web, hosts: Hosts) -> None:
    redirects_to(7, web)
    (page,) = pages(web, hosts, f"{NEWS}/a")
    assert page.outcome == "ok"


def test_of_a_robots_without_end_the_beginning_counts(web: Web, hosts: Hosts) -> None:
    robots(web, CLOSED + "\n" + "# words\n" * 500_000)
    closed, opened = pages(web, hosts, f"{NEWS}/closed", f"{NEWS}/a", max_bytes=4_000_000)
    assert (closed.outcome, opened.outcome) == ("disallowed", "ok")


def test_a_private_address_is_refused_and_not_waited_for(web: Web, hosts: Hosts) -> None:
    (page,) = pages(web, hosts, "http://10.0.0.1/a")
    assert page.outcome == "refused"


def test_what_is_no_page_is_asked_for_without_robots(web: Web, hosts: Hosts) -> None:
    robots(web, "User-agent: *\nDisallow: /")
    fetched(web, hosts, [FetchRequest("feed", f"{NEWS}/a")])
    assert web.paths == ["/a"]


def test_a_kept_robots_is_asked_for_again_with_its_own_validators(web: Web, hosts: Hosts) -> None:
    robots(web, CLOSED, headers=('ETag: W/"r1"', "Cache-Control: max-age=0"))
    pages(web, hosts, f"{NEWS}/a")
    kept = hosts.new_robots()
    later = Hosts(lambda: NOW, lambda origins: [row for row in kept if row.origin in origins])
    web.answers("/robots.txt", response("304 Not Modified"))
    (closed,) = pages(web, later, f"{NEWS}/closed")
    assert closed.outcome == "disallowed"
    assert web.asked[-1].headers["if-none-match"] == 'W/"r1"'


# --- pace ------------------------------------------------------------------------------------------------------------


def moments_of(web: Web) -> list[tuple[str, float]]:
    """Notes host and moment of every request from now on."""
    noted: list[tuple[str, float]] = []
    for path, respond in list(web.respond.items()):

        def note(asked: Asked, sock: socket.socket, respond: Any = respond) -> None:
            noted.append((asked.host, time.monotonic()))
            respond(asked, sock)

        web.respond[path] = note
    return noted


def distances(noted: list[tuple[str, float]], host: str) -> list[float]:
    at = sorted(moment for name, moment in noted if name == host)
    return [later - earlier for earlier, later in pairwise(at)]


def test_the_delay_holds_between_robots_and_pages_and_between_calls(web: Web, hosts: Hosts) -> None:
    robots(web, "")
    noted = moments_of(web)
    fetched(web, hosts, [FetchRequest("feed", f"{NEWS}/a")], host_delay_s=0.15)
    pages(web, hosts, f"{NEWS}/a", f"{NEWS}/b", host_delay_s=0.15)
    assert len(noted) == 4
    assert min(distances(noted, "news.example")) >= 0.15


def test_a_crawl_delay_that_is_longer_than_ours_holds(web: Web, hosts: Hosts) -> None:
    robots(web, "User-agent: *\nCrawl-delay: 0.2")
    noted = moments_of(web)
    pages(web, hosts, f"{NEWS}/a", f"{NEWS}/b", host_delay_s=0.05)
    assert min(distances(noted, "news.example")) >= 0.2


def test_calls_beside_one_another_share_the_pace_and_the_one_connection_of_a_host(web: Web, hosts: Hosts) -> None:
    """Two batches: one asks the host, the other is redirected to it."""
    robots(web, "")
    for number in range(4):
        web.answers(f"/{number}", response(body=b"x"))
        web.answers(f"/to{number}", response("302 Found", headers=(f"Location: {OTHER}/{number}",)))
    noted = moments_of(web)
    batches = [[f"{OTHER}/{number}" for number in range(4)], [f"{NEWS}/to{number}" for number in range(4)]]
    threads = [
        threading.Thread(target=pages, args=(web, hosts, *batch), kwargs={"host_delay_s": 0.05}) for batch in batches
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(asked_of(web, "other.example")) == 9  # robots.txt once
    assert min(distances(noted, "other.example")) >= 0.05
    assert web.most_connections["other.example"] == 1


def test_a_host_has_one_connection_whatever_the_schemes_and_ports_of_its_redirects(web: Web, hosts: Hosts) -> None:
    robots(web, "")
    for number in range(6):
        web.answers(f"/{number}", response("302 Found", headers=(f"Location: /{number + 1}",)))
    web.answers("/6", response(body=b"x"))
    (page,) = pages(web, hosts, f"{NEWS}/0")
    assert page.outcome == "ok"
    assert web.connections == 1


def test_a_host_that_asks_to_wait_is_left_alone_by_every_later_call(web: Web, hosts: Hosts) -> None:
    robots(web, "")
    web.answers("/a", response("429 Too Many Requests", headers=("Retry-After: 60",)))
    pages(web, hosts, f"{NEWS}/a")
    asked = len(web.asked)
    (page,) = pages(web, hosts, f"{NEWS}/b")
    assert (page.outcome, page.error) == ("not_tried", "not tried: news.example asked to wait (status 429)")
    assert len(web.asked) == asked
    assert [hold.host for hold in hosts.new_holds()] == ["news.example"]


# --- validators and what else is sent --------------------------------------------------------------------------------


@pytest.mark.parametrize("etag", ['"v1"', 'W/"v1"', "v1", "''", '"a\xe9\xff"', 'W/"with space, and comma"', '""'])
def test_validators_go_back_to_the_byte(web: Web, hosts: Hosts, etag: str) -> None:
    web.answers("/a", b"HTTP/1.1 304 Not Modified\r\n\r\n")
    date = "sunday, 01-Mar-26 10:00:00 gmt"
    (result,) = fetched(web, hosts, [FetchRequest("k", f"{NEWS}/a", etag, date)]).values()
    assert result.outcome == "unchanged"
    assert web.asked[0].headers["if-none-match"] == etag
    assert web.asked[0].headers["if-modified-since"] == date


def test_validators_go_only_to_the_address_that_sent_them(web: Web, hosts: Hosts) -> None:
    web.answers("/moved", response("302 Found", headers=(f"Location: {OTHER}/a",)))
    fetched(web, hosts, [FetchRequest("k", f"{NEWS}/moved", '"v1"', validated_url=f"{OTHER}/a")])
    assert [asked.headers.get("if-none-match") for asked in web.asked] == [None, '"v1"']
    fetched(web, hosts, [FetchRequest("k", f"{NEWS}/moved", '"v1"', validated_url=f"{OTHER}/b")])
    assert [asked.headers.get("if-none-match") for asked in web.asked[2:]] == [None, None]


def test_nothing_is_sent_that_was_not_needed(web: Web, hosts: Hosts) -> None:
    robots(web, "", headers=("Set-Cookie: r=1",))
    web.answers("/a", response("302 Found", headers=("Location: /b?x=1", "Set-Cookie: a=1; Path=/")))
    web.answers("/b?x=1", response(body=b"b"))
    pages(web, hosts, f"{NEWS}/a", f"{NEWS}/b")
    known = {"host", "user-agent", "accept", "accept-encoding"}
    assert all(set(asked.headers) <= known for asked in web.asked)
    assert {asked.headers["user-agent"] for asked in web.asked} == {"Dateline/test (+desk@news.example)"}
    assert sorted(web.paths) == ["/a", "/b", "/b?x=1", "/robots.txt"]
