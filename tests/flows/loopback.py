"""The sample newsroom at addresses that any process can reach: each outlet at a port of 127.0.0.1.

Runs in other processes (a Prefect worker's, a killed one's) cannot be told `connect_to`, and have the real clock: so
the newsroom's week can be shifted to end on any day.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer
from threading import Event, Thread
from typing import Any

from flows.demo import SAMPLE
from flows.feed_list import ListedFeed, write_feed_list
from flows.newsroom import Outlet, Press

SETTINGS = """contact = "tests@dateline.example"
allow_networks = ["127.0.0.0/8"]
host_delay_seconds = 0
min_poll_minutes = 0
"""


@dataclass
class Loopback:
    """The served newsroom: set `now` to move its clock, clear `pages_open` to let pages wait for their answer."""

    press: Press
    now: datetime
    ports: dict[str, int] = field(default_factory=dict)  # by host
    asked: list[tuple[str, str, int]] = field(default_factory=list)  # outlet's host, path, status
    pages_open: Event = field(default_factory=Event)
    held: list[str] = field(default_factory=list)  # paths of pages that waited for their answer

    def address(self, host: str) -> str:
        """Where the host is served."""
        return f"http://127.0.0.1:{self.ports[host]}"

    @property
    def feed_paths(self) -> dict[str, str]:
        """The path of each host's feed."""
        return {host: outlet.feed_path for host, outlet in self.press.outlets.items()}

    @property
    def pages_asked(self) -> list[tuple[str, str]]:
        """The pages that were sent, as often as they were."""
        others = {"/robots.txt", *self.feed_paths.values()}
        return [(host, path) for host, path, status in self.asked if path not in others and status == 200]

    def feeds(self) -> list[ListedFeed]:
        """The feeds as a project lists them."""
        return [
            ListedFeed(self.address(host) + outlet.feed_path, outlet.name, host, "sample", outlet.language[:2])
            for host, outlet in self.press.outlets.items()
        ]

    def write_project(self, folder: Path, settings: str = "") -> Path:
        """A project folder that has the newsroom's feeds; returns it."""
        folder.mkdir(parents=True)
        (folder / "dateline.toml").write_text(SETTINGS + settings, encoding="utf-8")
        write_feed_list(folder / "feeds.csv", self.feeds())
        return folder


@contextmanager
def loopback_newsroom(now: datetime, shift: timedelta = timedelta()) -> Iterator[Loopback]:
    """The newsroom, served; all its times moved by `shift`, with `now` on the moved clock."""
    served = Loopback(_shifted(Press(SAMPLE), shift), now)
    served.pages_open.set()
    with ExitStack() as servers:
        for host in served.press.outlets:
            server = servers.enter_context(_Server(("127.0.0.1", 0), partial(_Handler, served, host)))
            served.ports[host] = int(server.server_address[1])
            Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
            servers.callback(server.shutdown)
        try:
            yield served
        finally:
            served.pages_open.set()


def _shifted(press: Press, shift: timedelta) -> Press:
    press.articles = [
        replace(
            article, published=article.published + shift, updated=article.updated + shift if article.updated else None
        )
        for article in press.articles
    ]
    press.outlets = {host: _shifted_outlet(outlet, shift) for host, outlet in press.outlets.items()}
    return press


def _shifted_outlet(outlet: Outlet, shift: timedelta) -> Outlet:
    return replace(
        outlet,
        feed_closed_on=tuple(day + shift for day in outlet.feed_closed_on),
        oddities=tuple(replace(oddity, published=oddity.published + shift) for oddity in outlet.oddities),
    )


class _Server(ThreadingHTTPServer):
    request_queue_size = 64
    daemon_threads = True
    block_on_close = False

    def server_bind(self) -> None:
        # HTTPServer asks the resolver for its own name here, which can hang for seconds on a machine without one.
        TCPServer.server_bind(self)
        self.server_name, self.server_port = "127.0.0.1", int(self.server_address[1])

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A killed client hangs up in the middle."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = 30

    def __init__(self, served: Loopback, host: str, *connection: Any) -> None:
        self.served, self.host = served, host
        super().__init__(*connection)

    def do_GET(self) -> None:
        served = self.served
        is_page = self.path not in (served.feed_paths[self.host], "/robots.txt")
        if is_page and not served.pages_open.is_set():
            served.held.append(self.path)
            served.pages_open.wait(240)
        headers = {name.lower(): value for name, value in self.headers.items()}
        reply = served.press.answer(self.host, self.path, headers, served.now)
        served.asked.append((self.host, self.path, int(reply.status)))
        self.send_response(reply.status)
        body = self._at_home(reply.body)
        for name, value in reply.headers.items():
            if name != "Retry-After":  # an hour of the newsroom's clock, and the runs here have the real one
                self.send_header(name, value)
        if reply.status is not HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _at_home(self, body: bytes) -> bytes:
        """The body with the outlets' addresses as they are served."""
        for host in self.served.ports:
            body = body.replace(f"http://{host}".encode(), self.served.address(host).encode())
        return body

    def log_message(self, format: str, *arguments: Any) -> None:
        """The log is a list, not the terminal."""
