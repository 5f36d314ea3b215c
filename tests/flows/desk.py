"""Services that alerts are sent to, on this machine."""

from __future__ import annotations

import json
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Desk:
    """A service that takes messages over HTTP, and how it answers."""

    messages: list[dict[str, Any]] = field(default_factory=list)
    status: int = 200
    is_silent: bool = False  # takes the message and answers nothing
    came: threading.Event = field(default_factory=threading.Event)
    over: threading.Event = field(default_factory=threading.Event)
    port: int = 0


@contextmanager
def open_desk() -> Iterator[Desk]:
    """The service, on loopback."""
    desk = Desk()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            desk.messages.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            desk.came.set()
            if desk.is_silent:
                desk.over.wait()
                return
            self.send_response(desk.status)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads, server.block_on_close = True, False
        desk.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield desk
        desk.over.set()
        server.shutdown()


@dataclass
class Mailbox:
    """A mail server, with the mails that it has taken, as they came."""

    mails: list[bytes] = field(default_factory=list)
    port: int = 0


@contextmanager
def open_mailbox() -> Iterator[Mailbox]:
    """The server, on loopback."""
    mailbox = Mailbox()

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.wfile.write(b"220 here\r\n")
            for line in self.rfile:
                word = line[:4].upper()
                if word == b"DATA":
                    self.wfile.write(b"354 go on\r\n")
                    mailbox.mails.append(b"".join(iter(self.rfile.readline, b".\r\n")))
                self.wfile.write(b"221 bye\r\n" if word == b"QUIT" else b"250 well\r\n")
                if word == b"QUIT":
                    return

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        mailbox.port = server.server_address[1]
        yield mailbox
        server.shutdown()
