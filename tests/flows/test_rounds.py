"""A day of hourly rounds in which one response of twenty fails: no article is lost, none comes twice."""

from __future__ import annotations

import random
import socket
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.flows.collecting import collected, feed_of, project_of, rows
from tests.flows.faults import faults
from tests.flows.small_web import Asked, Web, response, small_web

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
SITES = [f"site-{number}.example" for number in range(8)]
ROUNDS = 24
NEW_A_ROUND = 2  # articles a site
LISTED = 12  # articles in a feed: six hours of them
SHARE = 0.05
SEED = 20260301
LASTING = {"gone", "teapot"}  # a page's own word, not a failure for the moment


class Newsrooms:
    """Sites that print on, hour by hour, and whose servers fail now and then in every way that faults.py knows."""

    def __init__(self, web: Web, failing: float) -> None:
        self._chance, self._share, self._lock = random.Random(SEED), failing, threading.Lock()
        transient = [name for name, fault in faults(web).items() if fault.outcome in ("unreachable", "http_error")]
        names = sorted(set(transient) - LASTING - {name for name in transient if "endless" in name or "drips" in name})
        self._faults = [faults(web)[name].respond for name in names if not name.startswith("hangs")]
        self.hour = 0
        self.failed = 0

    def respond(self, asked: Asked, sock: socket.socket) -> None:
        with self._lock:
            fault = self._chance.choice(self._faults) if self._chance.random() < self._share else None
            self.failed += fault is not None
        if fault:
            fault(asked, sock)
        elif asked.path == "/feed":
            printed = (self.hour + 1) * NEW_A_ROUND
            sock.sendall(feed_of(*(f"{number}" for number in range(max(0, printed - LISTED), printed))))
        elif asked.path == "/robots.txt":
            sock.sendall(response("404 Not Found"))
        else:
            body = f"<p>{asked.host} {asked.path} ".encode() + b"word " * 80
            sock.sendall(response(body=body, headers=("Content-Type: text/html", 'ETag: "1"')))


class _AnyPath(dict):  # type: ignore[type-arg]
    def get(self, path: str, default: object = None) -> object:
        return self["all"]


@pytest.mark.slow
def test_a_day_of_rounds_with_failing_responses_loses_and_doubles_nothing(tmp_path: Path) -> None:
    with small_web() as web:
        rooms = Newsrooms(web, SHARE)
        web.respond = _AnyPath({"all": rooms.respond})
        urls = [f"http://{site}/feed" for site in SITES]
        project = project_of(tmp_path / "project", *urls, timeout_seconds=20, revisit_hours=())
        for hour in range(ROUNDS):
            rooms.hour = hour
            collected(project, web, NOW + timedelta(hours=hour))
        rooms._share = 0  # what failed in the last round is due again, as any round's failures are
        collected(project, web, NOW + timedelta(hours=ROUNDS + 6))
    printed = {f"http://{site}/{number}" for site in SITES for number in range(ROUNDS * NEW_A_ROUND)}
    fetched = rows(project, "select url, count(*) from ops.fetches where outcome = 'ok' group by url")
    articles = rows(project, "select url from facts.articles")
    assert rooms.failed > len(printed) * SHARE / 2
    assert {url for (url,) in articles} == printed  # none lost
    assert len(articles) == len(printed)  # none doubled
    assert dict(fetched) == dict.fromkeys(printed, 1)
    assert rows(project, "select count(*), count(distinct entry_id) from facts.entries") == [(len(printed),) * 2]
