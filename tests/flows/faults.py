"""Everything that a host can do to who asks it, each as a responder for small_web and with what should come of it."""

from __future__ import annotations

import gzip
import socket
import struct
import threading
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from itertools import cycle

import brotli

from tests.flows.small_web import Asked, Respond, Web, response

LIMIT = 100_000  # bytes of a body that the tests' rules allow
_HINT = b"HTTP/1.1 103 Early Hints\r\nLink: " + b"x" * 8192 + b"\r\n\r\n"
_PAGE = b"<p>" + b"word " * 200


@dataclass(frozen=True)
class Fault:
    """What a host does, and what is told of it: an outcome, and a part of the words."""

    respond: Respond
    outcome: str
    words: str


def says(answer: bytes) -> Respond:
    """Sends these bytes and hangs up."""

    def respond(asked: Asked, sock: socket.socket) -> None:
        sock.sendall(answer)
        sock.shutdown(socket.SHUT_WR)

    return respond


def resets_after(answer: bytes) -> Respond:
    """Sends these bytes and resets the connection."""

    def respond(asked: Asked, sock: socket.socket) -> None:
        sock.sendall(answer)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        sock.close()

    return respond


def hangs_after(web: Web, answer: bytes) -> Respond:
    """Sends these bytes and then nothing for as long as the test takes."""

    def respond(asked: Asked, sock: socket.socket) -> None:
        sock.sendall(answer)
        web.ending.wait()

    return respond


def drips(web: Web, answer: bytes, drop: bytes = b".") -> Respond:
    """Sends these bytes and then one drop after the other, for as long as somebody listens."""

    def respond(asked: Asked, sock: socket.socket) -> None:
        sock.sendall(answer)
        while not web.ending.wait(0.005):
            sock.sendall(drop)

    return respond


def pours(web: Web, answer: bytes, wave: bytes) -> Respond:
    """Sends these bytes and then wave after wave, as fast as the other side takes them."""

    def respond(asked: Asked, sock: socket.socket) -> None:
        sock.sendall(answer)
        while not web.ending.is_set():
            sock.sendall(wave)

    return respond


def now_and_then(answers: list[Respond]) -> Respond:
    """Answers a path's first request by the first, the second by the second, and so on, round and round."""
    turns = cycle(answers)
    lock = threading.Lock()

    def respond(asked: Asked, sock: socket.socket) -> None:
        with lock:
            turn = next(turns)
        turn(asked, sock)

    return respond


def head(*headers: str, status: str = "200 OK") -> bytes:
    """The beginning of an answer, without the empty line that ends it."""
    return "\r\n".join([f"HTTP/1.1 {status}", *headers, ""]).encode("latin-1")


def packed(encoding: str, body: bytes) -> bytes:
    """A whole answer whose body is said to be encoded so."""
    return response(body=body, headers=(f"Content-Encoding: {encoding}",))


def chunked(*chunks: bytes, end: bytes = b"0\r\n\r\n") -> bytes:
    """A whole answer in chunks."""
    body = b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks)
    return head("Transfer-Encoding: chunked") + b"\r\n" + body + end


@cache
def bombs() -> Mapping[str, bytes]:
    """Small bodies that decode to a hundred times the limit, by encoding."""
    zeros = b"\0" * (LIMIT * 100)
    raw = zlib.compressobj(9, wbits=-15)
    return {
        "gzip": gzip.compress(zeros),
        "x-gzip": gzip.compress(zeros[: LIMIT // 2]) * 200,  # many members
        "deflate": zlib.compress(zeros),
        "Deflate": raw.compress(zeros) + raw.flush(),
        "br": brotli.compress(zeros),
    }


def faults(web: Web) -> Mapping[str, Fault]:
    """All faults of a connection or an answer, by path."""
    cut, not_http = "closed before the body was complete", "the answer is not HTTP"
    silent, slow, broken = "timed out after", "not complete after", "the connection broke off"
    length, nothing, large = "Content-Length: 2000", b"\r\n", "larger than 0.1 MB"
    two_lengths = head("Content-Length: 4", "Content-Length: 5")
    twice = gzip.compress(gzip.compress(_PAGE))
    return {
        # --- the connection ---
        "reset-at-once": Fault(resets_after(b""), "unreachable", broken),
        "reset-in-status": Fault(resets_after(b"HTTP/1.1 2"), "unreachable", broken),
        "reset-in-headers": Fault(resets_after(head(length)), "unreachable", broken),
        "reset-in-body": Fault(resets_after(head(length) + nothing + _PAGE), "unreachable", broken),
        "closed-at-once": Fault(says(b""), "unreachable", "closed without an answer"),
        "closed-in-headers": Fault(says(head(length)), "unreachable", "closed without an answer"),
        "hangs": Fault(hangs_after(web, b""), "unreachable", silent),
        "hangs-in-headers": Fault(hangs_after(web, head(length)), "unreachable", silent),
        "hangs-in-body": Fault(hangs_after(web, head(length) + nothing + b"<p>"), "unreachable", silent),
        "hangs-in-chunks": Fault(hangs_after(web, chunked(_PAGE, end=b"")), "unreachable", silent),
        "drips-status": Fault(drips(web, b"HTTP/1.1 200 ", b"O"), "unreachable", slow),
        "drips-headers": Fault(drips(web, head(), b"X"), "unreachable", slow),
        "drips-body": Fault(drips(web, head("Content-Length: 90000") + nothing), "unreachable", slow),
        "drips-chunks": Fault(drips(web, chunked(end=b""), b"1\r\n.\r\n"), "unreachable", slow),
        "drips-early-hints": Fault(drips(web, b"", b"HTTP/1.1 103 Early Hints\r\n\r\n"), "unreachable", slow),
        # --- what is no answer ---
        "no-http": Fault(says(b"220 mail.example ESMTP\r\n\r\n"), "unreachable", not_http),
        "http-0.9": Fault(says(b"<html>\r\n\r\n" + _PAGE), "unreachable", not_http),
        "tls-on-port-80": Fault(says(b"\x15\x03\x01\x00\x02\x02\x46" * 3 + b"\r\n\r\n"), "unreachable", not_http),
        "status-of-words": Fault(says(b"HTTP/1.1 OK fine\r\n\r\n"), "unreachable", not_http),
        "status-9999": Fault(says(b"HTTP/1.1 9999 Many\r\n\r\n"), "unreachable", not_http),
        "http-9": Fault(says(b"HTTP/9.9.9 200 OK\r\n\r\n"), "unreachable", not_http),
        "endless-status": Fault(pours(web, b"HTTP/1.1 200 ", b"O" * 8192), "unreachable", not_http),
        "endless-header": Fault(pours(web, head() + b"X-Long: ", b"x" * 8192), "unreachable", not_http),
        "endless-headers": Fault(pours(web, head(), b"X-More: x\r\n" * 500), "unreachable", not_http),
        "endless-early-hints": Fault(pours(web, b"", _HINT), "unreachable", "sent without end"),
        # --- length ---
        "shorter-than-said": Fault(says(response(body=b"half", length=8)), "unreachable", cut),
        "two-lengths": Fault(says(two_lengths + b"\r\nhalf"), "unreachable", not_http),
        "length-of-words": Fault(says(head("Content-Length: four") + b"\r\nhalf"), "unreachable", not_http),
        "negative-length": Fault(says(head("Content-Length: -4") + b"\r\nhalf"), "unreachable", not_http),
        "huge-length": Fault(says(response(body=b"half", length=10**30)), "unreachable", not_http),
        "too-long-and-says-so": Fault(says(response(body=b"", length=LIMIT + 1)), "too_large", large),
        "endless-body": Fault(pours(web, head() + nothing, b"x" * 8192), "too_large", large),
        "endless-chunks": Fault(pours(web, chunked(end=b""), b"5\r\nwords\r\n" * 99), "too_large", large),
        "no-last-chunk": Fault(says(chunked(_PAGE, end=b"")), "unreachable", cut),
        "half-a-chunk": Fault(says(chunked(_PAGE, end=b"fff\r\nhalf")), "unreachable", cut),
        "chunk-of-words": Fault(says(chunked(_PAGE, end=b"many\r\nhalf\r\n")), "unreachable", not_http),
        "huge-chunk": Fault(says(chunked(end=b"f" * 40 + b"\r\nhalf\r\n")), "unreachable", not_http),
        "a-part": Fault(says(response("206 Partial Content", b"<p>half")), "http_error", "answered 206"),
        # --- encoding ---
        **{
            f"bomb-{encoding}": Fault(says(packed(encoding, body)), "too_large", large)
            for encoding, body in bombs().items()
        },
        "bomb-that-waits": Fault(
            hangs_after(web, packed("gzip", bombs()["gzip"])), "too_large", large
        ),
        "nested-gzip": Fault(says(packed("gzip, gzip", twice)), "http_error", "encoded as"),
        "zstd-unasked": Fault(says(packed("zstd", b"\x28\xb5\x2f\xfd" + _PAGE)), "http_error", "encoded as 'zstd'"),
        "no-gzip": Fault(says(packed("gzip", _PAGE)), "http_error", "not encoded as declared"),
        "no-brotli": Fault(says(packed("br", _PAGE)), "http_error", "not encoded as declared"),
        "half-a-gzip": Fault(says(packed("gzip", gzip.compress(_PAGE)[:-9])), "http_error", cut),
        "half-a-brotli": Fault(says(packed("br", brotli.compress(_PAGE)[:-2])), "http_error", cut),
        "rotten-gzip": Fault(
            says(packed("gzip", gzip.compress(_PAGE)[:-8] + b"\0" * 8)), "http_error", "not encoded as declared"
        ),
        # --- redirects ---
        "circle": Fault(says(_to("/circle")), "http_error", "in a circle"),
        "to-a-file": Fault(says(_to("file:///etc/passwd")), "refused", "no http or https address"),
        "to-ftp": Fault(says(_to("ftp://news.example/")), "refused", "no http or https address"),
        "to-gopher": Fault(says(_to("gopher://news.example:70/_x")), "refused", "no http or https address"),
        "to-script": Fault(says(_to("javascript:alert(1)")), "refused", "no http or https address"),
        "to-data": Fault(says(_to("data:text/html,hello")), "refused", "no http or https address"),
        "to-inside": Fault(says(_to("http://10.1.2.3/")), "refused", "not a public address"),
        "to-metadata": Fault(says(_to("//169.254.169.254/latest/")), "refused", "not a public address"),
        "to-garbage": Fault(says(_to("http://[:::/")), "refused", "no http or https address"),
        "to-a-bad-port": Fault(says(_to("http://news.example:99999/")), "refused", "no http or https address"),
        "to-nowhere": Fault(says(_to("")), "http_error", "301"),
        "to-the-long": Fault(says(_to("/" + "x" * 60_000)), "refused", "no http or https address"),
        # --- status ---
        "server-error": Fault(says(response("500 Oh")), "http_error", "500 Oh"),
        "teapot": Fault(says(response("418 ")), "http_error", "418"),
        "unasked-304": Fault(says(response("304 Not Modified")), "http_error", "304"),
        "gone": Fault(says(response("410 Gone")), "gone", "410"),
        "upgrade": Fault(says(b"HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\nhello"), "unreachable", not_http),
    }  # fmt: skip


def _to(address: str) -> bytes:
    return response("301 Moved Permanently", headers=(f"Location: {address}",))


@dataclass(frozen=True)
class Deaf:
    """Places that take no request: a port where nobody listens, and one where nobody accepts."""

    refuses: str
    never_accepts: str


def deaf_places() -> Iterator[Deaf]:
    """Both, for as long as the generator is held."""
    with socket.socket() as unused, socket.socket() as full:
        unused.bind(("127.0.0.1", 0))
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        callers = []
        for _ in range(4):  # the queue of those who wait to be accepted is full now
            caller = socket.socket()
            caller.setblocking(False)
            with suppress(BlockingIOError):
                caller.connect(full.getsockname())
            callers.append(caller)
        yield Deaf(_place(unused), _place(full))
        for caller in callers:
            caller.close()


def _place(sock: socket.socket) -> str:
    return f"127.0.0.1:{sock.getsockname()[1]}"
