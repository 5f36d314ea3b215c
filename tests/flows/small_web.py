"""A small web on loopback for tests: hosts by name, one handler for all, every misbehaviour at hand."""

from __future__ import annotations

import socket
import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Asked:
    """A request as it came in."""

    host: str
    path: str
    headers: dict[str, str]
    connection: int  # counts the connections of the server


Respond = Callable[[Asked, socket.socket], None]


@dataclass
class Web:
    """What the server was asked, and how it responds by path."""

    address: str = ""
    respond: dict[str, Respond] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    open_now: dict[str, int] = field(default_factory=dict)  # requests by host that are being answered
    most_open: dict[str, int] = field(default_factory=dict)
    lines: dict[int, tuple[str, socket.socket]] = field(default_factory=dict)  # connections that have named a host
    most_connections: dict[str, int] = field(default_factory=dict)  # that a host had open at once, idle ones too
    ending: threading.Event = field(default_factory=threading.Event)
    connections: int = 0

    def answers(self, path: str, response: bytes) -> None:
        """Let a path answer these bytes."""
        self.respond[path] = lambda _, sock: sock.sendall(response)

    @property
    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]


def response(
    status: str = "200 OK", body: bytes = b"", headers: tuple[str, ...] = (), length: int | None = None
) -> bytes:
    """An HTTP/1.1 response; `length` lies about the body's."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}", *headers, "", ""]
    return "\r\n".join(lines).encode() + body


@contextmanager
def small_web() -> Iterator[Web]:
    """A running server; paths without a responder answer 404."""
    web = Web()
    lock = threading.Lock()

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            with lock:
                web.connections += 1
                number = web.connections
            with suppress(OSError):
                while head := _read_head(self.request):
                    asked = _asked(head, number)
                    _count(web, lock, asked, 1)
                    _count_lines(web, lock, asked, self.request)
                    try:
                        web.respond.get(asked.path, _not_found)(asked, self.request)
                    finally:
                        _count(web, lock, asked, -1)

    class Server(socketserver.ThreadingTCPServer):
        request_queue_size = 128  # with the usual 5 the system lets the sixth caller wait for a second
        daemon_threads = True
        block_on_close = False

    with Server(("127.0.0.1", 0), Handler) as server:
        web.address = f"127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield web
        finally:
            web.ending.set()
            server.shutdown()


def _read_head(sock: socket.socket) -> bytes:
    head = b""
    while b"\r\n\r\n" not in head:
        piece = sock.recv(65536)
        if not piece:
            return b""
        head += piece
    return head


def _asked(head: bytes, connection: int) -> Asked:
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines if line)}
    return Asked(headers.get("host", ""), first.split(" ")[1], headers, connection)


def _count(web: Web, lock: threading.Lock, asked: Asked, step: int) -> None:
    with lock:
        if step > 0:
            web.asked.append(asked)
        web.open_now[asked.host] = web.open_now.get(asked.host, 0) + step
        web.most_open[asked.host] = max(web.most_open.get(asked.host, 0), web.open_now[asked.host])


def _count_lines(web: Web, lock: threading.Lock, asked: Asked, sock: socket.socket) -> None:
    with lock:
        web.lines[asked.connection] = (asked.host, sock)
        live = sum(host == asked.host and not _is_hung_up(line) for host, line in web.lines.values())
        web.most_connections[asked.host] = max(web.most_connections.get(asked.host, 0), live)


def _is_hung_up(sock: socket.socket) -> bool:
    try:
        return sock.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT) == b""
    except BlockingIOError:
        return False
    except OSError:
        return True


def _not_found(asked: Asked, sock: socket.socket) -> None:
    sock.sendall(response("404 Not Found"))
