"""Feeds over days, from run to run: what a poll teaches is kept, and graded from the server's side."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from flows.collect import collect
from flows.execution import Workers
from flows.feed_list import ListedFeed, sync_seeds, write_feed_list
from flows.project import Project
from flows.run import Run, running
from flows.settings import Settings
from tests.flows import contents
from tests.flows.small_web import Asked, Web, response, small_web

pytestmark = pytest.mark.slow  # each runs the stages several times

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
FEED = "http://news.example/feed"


@pytest.fixture
def web() -> Iterator[Web]:
    with small_web() as served:
        yield served


@pytest.fixture
def project(tmp_path: Path) -> Project:
    settings = Settings(allow_networks=("127.0.0.1/32",), host_delay_seconds=0, contact="desk@dateline.example")
    made = Project(tmp_path, settings)
    list_feeds(made, FEED)
    return made


Collected = Callable[..., Run]


@pytest.fixture
def collected(web: Web, project: Project, workers: Workers) -> Collected:
    """A run of collect at a moment, as a process of its own would make it: it knows only what is in the warehouse."""

    def once(now: datetime, *, every_feed: bool = False) -> Run:
        hosts = dict.fromkeys(("news.example", "new.example", "other.example"), web.address)
        run = Run(project, now=lambda: now, connect_to=hosts, shared_workers=workers)
        with running(run, "collect"):
            sync_seeds(run)
            collect(run, every_feed=every_feed)
        return run

    return once


def list_feeds(project: Project, *urls: str) -> None:
    write_feed_list(project.feeds_file, [ListedFeed(url, url, url.split("/")[2]) for url in urls])


def feed_of(*names: str, head: str = "", headers: tuple[str, ...] = ()) -> bytes:
    items = "".join(f"<item><title>On {name}</title><link>http://news.example/{name}</link></item>" for name in names)
    body = f'<rss version="2.0"><channel><title>News</title>{head}{items}</channel></rss>'.encode()
    return response(body=body, headers=("Content-Type: application/rss+xml", *headers))


def asked_for(web: Web, path: str = "/feed") -> list[Asked]:
    return [asked for asked in web.asked if asked.path == path]


def rows(project: Project, sql: str) -> list[tuple[Any, ...]]:
    return contents.rows(project.folder, sql)


def conditional(name: str, etag: str) -> Callable[[Asked, socket.socket], None]:
    def respond(asked: Asked, sock: socket.socket) -> None:
        is_known = asked.headers.get("if-none-match") == etag
        sock.sendall(response("304 Not Modified") if is_known else feed_of(name, headers=(f"ETag: {etag}",)))

    return respond


# --- what is kept from run to run ------------------------------------------------------------------------------------


def test_the_validators_of_a_feed_go_back_to_it_as_they_came(web: Web, collected: Collected) -> None:
    web.respond["/feed"] = conditional("a", "W/odd quoting'")
    for hour in range(3):
        collected(NOON + hour * HOUR)
    sent = [asked.headers.get("if-none-match") for asked in asked_for(web)]
    assert sent == [None, "W/odd quoting'", "W/odd quoting'"]


def test_a_server_that_always_says_not_modified_is_asked_for_all_within_a_week(
    web: Web, project: Project, collected: Collected
) -> None:
    web.answers("/feed", feed_of("a", headers=('ETag: "1"',)))
    collected(NOON)
    web.respond["/feed"] = conditional("b", '"1"')  # it has news and says that nothing has changed
    for day in range(1, 8):
        collected(NOON + timedelta(days=day))
    assert sum("if-none-match" not in asked.headers for asked in asked_for(web)) == 2
    assert rows(project, "select count(*) from facts.entries") == [(2,)]


def test_an_error_page_does_not_replace_the_validators_of_the_feed(web: Web, collected: Collected) -> None:
    web.respond["/feed"] = conditional("a", '"good"')
    collected(NOON)
    web.answers("/feed", response(body=b"<html><body>Sorry", headers=('ETag: "sorry"',)))
    collected(NOON + HOUR)
    web.respond["/feed"] = conditional("a", '"good"')
    collected(NOON + 6 * HOUR)
    assert asked_for(web)[-1].headers["if-none-match"] == '"good"'


@pytest.mark.parametrize(
    ("head", "headers"),
    [
        ("", ("Cache-Control: max-age=7200",)),
        ("", ("Expires: Mon, 02 Mar 2026 14:00:00 GMT", "Date: Mon, 02 Mar 2026 12:00:00 GMT")),
        ("<ttl>120</ttl>", ()),
        ("<skipHours><hour>12</hour><hour>13</hour></skipHours>", ()),
    ],
)
def test_what_a_feed_asks_for_holds_across_runs(
    web: Web, collected: Collected, head: str, headers: tuple[str, ...]
) -> None:
    web.answers("/feed", feed_of("a", head=head, headers=headers))
    collected(NOON)
    collected(NOON + timedelta(minutes=119))
    assert len(asked_for(web)) == 1
    collected(NOON + timedelta(minutes=121))
    assert len(asked_for(web)) == 2


@pytest.mark.parametrize("retry_after", ["7200", "Mon, 02 Mar 2026 14:00:00 GMT"])
@pytest.mark.parametrize("status", ["429 Too Many Requests", "503 Service Unavailable"])
def test_a_host_that_asks_to_wait_is_left_alone_across_runs_its_other_feeds_and_pages_too(
    web: Web, project: Project, collected: Collected, status: str, retry_after: str
) -> None:
    list_feeds(project, FEED, "http://news.example/other", "http://other.example/feed")
    web.answers("/feed", feed_of("a"))
    collected(NOON)
    web.answers("/feed", response(status, headers=(f"Retry-After: {retry_after}",)))
    web.answers("/other", feed_of("b"))
    seen = len([asked for asked in web.asked if asked.host == "news.example"])
    collected(NOON + timedelta(minutes=1), every_feed=True)
    paths = [asked.path for asked in web.asked if asked.host == "news.example"][seen:]
    assert paths == ["/feed"]
    collected(NOON + timedelta(minutes=90), every_feed=True)
    assert len([asked for asked in web.asked if asked.host == "news.example"]) == seen + 1
    assert len([asked for asked in web.asked if asked.host == "other.example" and asked.path == "/feed"]) >= 2
    web.answers("/feed", feed_of("a"))
    collected(NOON + timedelta(hours=4), every_feed=True)
    assert "/other" in [asked.path for asked in web.asked if asked.host == "news.example"][seen:]


# --- moves and ends --------------------------------------------------------------------------------------------------


def test_a_feed_that_moves_is_polled_at_its_new_address_after_three_proofs_and_doubles_nothing(
    web: Web, project: Project, collected: Collected
) -> None:
    web.answers("/feed", feed_of("a", "b"))
    collected(NOON)
    web.answers("/feed", response("301 Moved Permanently", headers=("Location: http://new.example/rss",)))
    web.answers("/rss", feed_of("a", "b", "c"))
    for hour in range(1, 6):
        collected(NOON + hour * HOUR)
    assert len(asked_for(web)) == 4
    assert len(asked_for(web, "/rss")) == 5
    assert rows(project, "select state, url, moved_url from feeds") == [("moved", FEED, "http://new.example/rss")]
    assert rows(project, "select count(*), count(distinct article_id) from facts.entries") == [(3, 3)]
    assert FEED in project.feeds_file.read_text()


def test_a_temporary_redirect_moves_nothing(web: Web, project: Project, collected: Collected) -> None:
    web.answers("/feed", response("302 Found", headers=("Location: http://new.example/rss",)))
    web.answers("/rss", feed_of("a"))
    for hour in range(6):
        collected(NOON + hour * HOUR)
    assert len(asked_for(web)) == 6
    assert rows(project, "select state from feeds") == [("ok",)]


def test_a_feed_that_is_gone_is_asked_no_more_until_it_is_resumed(
    web: Web, project: Project, collected: Collected, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows.cli import call

    web.answers("/feed", feed_of("a"))
    collected(NOON)
    web.answers("/feed", response("410 Gone"))
    for day in range(1, 4):
        collected(NOON + timedelta(days=day), every_feed=True)
    assert len(asked_for(web)) == 2
    assert rows(project, "select state from feeds") == [("gone",)]
    (project.folder / "dateline.toml").touch()
    monkeypatch.setenv("DATELINE_HOME", str(project.folder))
    assert call(["feeds", "resume", FEED]) == 0
    web.answers("/feed", feed_of("a"))
    collected(NOON + timedelta(days=4))
    assert len(asked_for(web)) == 3
    assert rows(project, "select state from feeds where failure_count = 0") != [("gone",)]


def test_a_paused_feed_is_not_polled_and_a_resumed_one_is(
    web: Web, project: Project, collected: Collected, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows.cli import call

    (project.folder / "dateline.toml").touch()
    monkeypatch.setenv("DATELINE_HOME", str(project.folder))
    web.answers("/feed", feed_of("a"))
    assert call(["feeds", "pause", FEED]) == 0
    collected(NOON, every_feed=True)
    assert (asked_for(web), rows(project, "select state from feeds")) == ([], [("paused",)])
    assert call(["feeds", "resume", FEED]) == 0
    collected(NOON + HOUR)
    assert len(asked_for(web)) == 1
    assert call(["feeds", "pause", "http://nobody.example/feed"]) == 1


# --- gaps, and robots.txt from run to run ----------------------------------------------------------------------------


def test_two_lists_without_a_common_entry_are_a_possible_gap(web: Web, project: Project, collected: Collected) -> None:
    lists = [("a", "b"), ("b", "c"), ("d", "e"), ("a", "b"), ("b",), ()]
    for number, names in enumerate(lists):
        web.answers("/feed", feed_of(*names))
        collected(NOON + number * 8 * HOUR)
    found = rows(project, "select is_possible_gap from polls order by polled_at")
    assert [gap for (gap,) in found] == [False, False, True, True, False, False]


def test_a_page_that_robots_does_not_allow_is_recorded_and_asked_for_when_the_file_changes(
    web: Web, project: Project, collected: Collected
) -> None:
    web.answers("/feed", feed_of("a", "closed"))
    web.answers("/robots.txt", response(body=b"User-agent: *\nDisallow: /closed"))
    for hour in range(3):
        collected(NOON + hour * HOUR)
    assert rows(project, "select outcome from fetches where url like '%closed'") == [("disallowed",)]
    assert len(asked_for(web, "/robots.txt")) == 1
    web.answers("/robots.txt", response(body=b"User-agent: *\nDisallow:"))
    web.answers("/closed", response(body=b"<p>open now"))
    collected(NOON + timedelta(hours=25))
    assert len(asked_for(web, "/closed")) == 1
    assert len(asked_for(web, "/robots.txt")) == 2


def test_pages_wait_for_a_robots_that_cannot_be_read_and_come_when_it_can(
    web: Web, project: Project, collected: Collected
) -> None:
    web.answers("/feed", feed_of("a"))
    web.answers("/a", response(body=b"<p>text"))
    web.answers("/robots.txt", response("503 Busy"))
    collected(NOON)
    collected(NOON + timedelta(minutes=2))
    assert len(asked_for(web, "/robots.txt")) == 1
    assert rows(project, "select outcome from fetches") == [("not_tried",)]
    web.answers("/robots.txt", response("404 Not Found"))
    collected(NOON + HOUR)
    assert len(asked_for(web, "/a")) == 1
    assert rows(project, "select access, failure_count from ops.robots") == [("all", 0)]


def test_twenty_four_hourly_rounds_with_failures_lose_nothing(web: Web, project: Project, collected: Collected) -> None:
    """The list holds two hours of entries; every fifth answer is an error."""
    count = 0

    def respond(asked: Asked, sock: socket.socket) -> None:
        nonlocal count
        count += 1
        names = [f"{hour}-{number}" for hour in range(now_hour, max(-1, now_hour - 3), -1) for number in range(3)]
        sock.sendall(response("500 Oh") if count % 5 == 0 else feed_of(*names))

    web.respond["/feed"] = respond
    for now_hour in range(24):
        collected(NOON + now_hour * HOUR)
    assert rows(project, "select count(distinct article_id) from facts.entries") == [(72,)]
    assert rows(project, "select count(*) from polls where is_possible_gap") == [(0,)]
