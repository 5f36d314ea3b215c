"""The sample newsroom on loopback. One listener tells the outlets apart by the Host header; it never connects."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer
from threading import Thread
from types import TracebackType
from typing import Any

from flows.newsroom.articles import NewsroomError
from flows.newsroom.press import Press


@dataclass(frozen=True)
class Request:
    """One line of the log: `at` by the newsroom's clock; header names in lower case."""

    at: datetime
    method: str
    host: str
    path: str
    status: int
    headers: Mapping[str, str]


class Newsroom:
    """A running newsroom: `with Newsroom(folder, now=...) as newsroom:`; set `now` to move its clock."""

    def __init__(self, folder: Path, now: datetime) -> None:
        self.press = Press(folder)
        self.now = now
        self.log: list[Request] = []
        self._server = _Server(("127.0.0.1", 0), partial(_Handler, self))
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    @property
    def now(self) -> datetime:
        """The newsroom's clock, in UTC."""
        return self._now

    @now.setter
    def now(self, moment: datetime) -> None:
        if moment.tzinfo is None:
            raise NewsroomError(f"the newsroom's clock needs a time with a zone, not {moment}; add tzinfo=UTC")
        self._now = moment.astimezone(UTC)

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    @property
    def hosts(self) -> dict[str, str]:
        """Where each outlet's host is to be found: host to '127.0.0.1:PORT'."""
        return dict.fromkeys(self.press.outlets, f"127.0.0.1:{self.port}")

    def __enter__(self) -> Newsroom:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Server(ThreadingHTTPServer):
    request_queue_size = 128

    def server_bind(self) -> None:
        # HTTPServer asks the resolver for its own name here, which can hang for seconds on a machine without one.
        TCPServer.server_bind(self)
        self.server_name, self.server_port = "127.0.0.1", int(self.server_address[1])

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):  # a client may hang up when it likes
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # headers and body are two writes: without it each answer waits 40 ms
    timeout = 30

    def __init__(self, newsroom: Newsroom, *connection: Any) -> None:
        self.newsroom = newsroom
        super().__init__(*connection)

    def do_GET(self) -> None:
        self._reply(with_body=True)

    def do_HEAD(self) -> None:
        self._reply(with_body=False)

    def _reply(self, *, with_body: bool) -> None:
        reply = self.newsroom.press.answer(self._host(), self.path, self._lower_headers(), self.newsroom.now)
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if reply.status is not HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        if with_body:
            self.wfile.write(reply.body)

    def _lower_headers(self) -> dict[str, str]:
        return {name.lower(): value for name, value in self.headers.items()} if hasattr(self, "headers") else {}

    def _host(self) -> str:
        return self._lower_headers().get("host", "").partition(":")[0].lower()

    def date_time_string(self, timestamp: float | None = None) -> str:  # noqa: ARG002  the newsroom's clock decides
        return format_datetime(self.newsroom.now, usegmt=True)

    def version_string(self) -> str:
        return "newsroom"

    def log_request(self, code: int | str = 0, size: int | str = 0) -> None:  # noqa: ARG002  the base class's shape
        path = getattr(self, "path", "")
        self.newsroom.log.append(
            Request(self.newsroom.now, self.command or "", self._host(), path, int(code), self._lower_headers())
        )

    def log_message(self, format: str, *arguments: Any) -> None:
        """The log is a list, not the terminal."""
