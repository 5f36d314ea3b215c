"""Connections for fetch.py, each to an address that the guard admits: the only module that opens client sockets.

httpcore is the engine of httpx; httpx itself adds redirects, cookies, decoding and proxies, which fetch.py decides, and
has no public place for a network backend. docs/decisions/0010 says which guard libraries were looked at.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from functools import cache, partial

import httpcore

from flows.lines import Line
from transforms.collect.guard import Guard

_MAX_ADDRESSES = 4  # of a host that are tried
_MAX_HEAD = (
    200_000  # bytes of an answer beside its body, which counts twice: small chunks weigh as much as their frames
)


class AddressRefused(Exception):
    """The guard admits none of the host's addresses; the message names them."""


class TooMuchSent(Exception):
    """More bytes in answer to one request than an honest server sends; the message says so."""


class HostNotFound(Exception):
    """The host has no address; the message says so in words."""


@asynccontextmanager
async def connections(
    allow_networks: Sequence[str], connect_to: Mapping[str, str], hosts_at_once: int, max_bytes: int
) -> AsyncIterator[Network]:
    """Where connections come from, as long as they are needed.

    A server that sends far more in answer to one request than a body of `max_bytes` is cut off with TooMuchSent.
    """
    resolvers = ThreadPoolExecutor(hosts_at_once, "resolve")  # asyncio's own few could all wait for dead name servers
    try:
        yield Network(_GuardedNetwork(Guard.of(allow_networks), connect_to, resolvers, 2 * max_bytes + _MAX_HEAD))
    finally:
        resolvers.shutdown(wait=False, cancel_futures=True)


class Network:
    """Opens lines, whose connections lead only past the guard."""

    def __init__(self, backend: httpcore.AsyncNetworkBackend) -> None:
        self._backend = backend

    def line(self, keep_s: float) -> Line:
        """A line that keeps its connection for so long between two requests."""
        return Line(partial(httpcore.AsyncHTTPConnection, keepalive_expiry=keep_s, network_backend=self._backend,
                            ssl_context=_trust()))  # fmt: skip


@cache
def _trust() -> ssl.SSLContext:
    return httpcore.default_ssl_context()  # reads all certificates: once a process, not for every batch


class _GuardedNetwork(httpcore.AsyncNetworkBackend):
    """Opens connections to numeric addresses only, after the guard has seen them: no second look-up can differ."""

    def __init__(self, guard: Guard, connect_to: Mapping[str, str], resolvers: ThreadPoolExecutor, most: int) -> None:
        self._network = httpcore.AnyIOBackend()
        self._guard, self._connect_to, self._resolvers, self._most = guard, connect_to, resolvers, most

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        named = host
        if host in self._connect_to:
            host, _, text = self._connect_to[host].rpartition(":")
            host, port = host.strip("[]"), int(text)
        try:
            async with asyncio.timeout(timeout):
                addresses = await self._addresses(host, port)
        except TimeoutError as error:
            raise httpcore.ConnectTimeout from error
        admitted = [address for address in addresses if self._guard.admits(address)]
        if not admitted:
            raise AddressRefused(f"not a public address: {named} is {', '.join(addresses)}")
        stream = await self._connect_first(admitted, port, timeout, local_address, socket_options)
        return _MeasuredStream(stream, self._most)

    async def _connect_first(
        self,
        addresses: Sequence[str],
        port: int,
        timeout: float | None,
        local_address: str | None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None,
    ) -> httpcore.AsyncNetworkStream:
        """A connection to the first address that answers, each given its share of the time."""
        share = timeout / len(addresses) if timeout else None
        *others, last = addresses
        for address in others:
            try:
                return await self._network.connect_tcp(address, port, share, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return await self._network.connect_tcp(last, port, share, local_address, socket_options)

    async def _addresses(self, host: str, port: int) -> list[str]:
        loop = asyncio.get_running_loop()
        look_up = partial(socket.getaddrinfo, host, port, type=socket.SOCK_STREAM)
        try:
            found = await loop.run_in_executor(self._resolvers, look_up)
        except socket.gaierror as error:
            if error.errno == socket.EAI_AGAIN:
                raise HostNotFound(f"the name server did not answer for {host}") from error
            raise HostNotFound(f"host not found: {host}") from error
        except UnicodeError as error:  # a label too long for the name system
            raise HostNotFound(f"host not found: {host}") from error
        return list(dict.fromkeys(str(entry[4][0]) for entry in found))[:_MAX_ADDRESSES]

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class _MeasuredStream(httpcore.AsyncNetworkStream):
    """A connection on which an answer has its measure: early hints, trailers and tiny chunks need have no end."""

    def __init__(self, stream: httpcore.AsyncNetworkStream, most: int) -> None:
        self._stream, self._most, self._received = stream, most, 0

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        piece = await self._stream.read(max_bytes, timeout)
        self._received += len(piece)
        if self._received > self._most:
            raise TooMuchSent("the server sent without end")
        return piece

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._received = 0  # what comes next answers this
        await self._stream.write(buffer, timeout)

    async def aclose(self) -> None:
        await self._stream.aclose()

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        return _MeasuredStream(await self._stream.start_tls(ssl_context, server_hostname, timeout), self._most)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)


def in_words(failure: BaseException, silence_s: float, total_s: float) -> str:
    """The failure of a request as half a sentence: "connection refused", "timed out after 20 s"."""
    if isinstance(failure, AddressRefused | HostNotFound | TooMuchSent):
        return str(failure)
    if isinstance(failure, TimeoutError):  # asyncio's, of the whole request; httpcore's are of another kind
        return f"not complete after {total_s:g} s"
    causes = list(_causes(failure))
    for cause in causes:
        words = _of_cause(cause)
        if words:
            return words
    if isinstance(failure, httpcore.TimeoutException):
        return f"timed out after {silence_s:g} s"
    if isinstance(failure, httpcore.RemoteProtocolError):
        return _of_protocol(str(failure))
    detail = next((str(cause) for cause in causes if str(cause)), type(failure).__name__)
    return f"could not be asked: {detail}"


def _of_cause(cause: BaseException) -> str:
    """What the system says went wrong; "" where this is not the system's word."""
    match cause:
        case ssl.SSLWantReadError() | ssl.SSLWantWriteError():
            pass  # it was still at it when its time was over
        case ssl.SSLCertVerificationError():
            return f"certificate not trusted: {cause.verify_message}"
        case ssl.SSLError():
            return f"no secure connection: {cause.reason or cause}"
        case ConnectionRefusedError():
            return "connection refused"
        case ConnectionResetError() | BrokenPipeError() | httpcore.ReadError() | httpcore.WriteError():
            return "the connection broke off"
        case OSError(strerror=str(words)) if words and not isinstance(cause, TimeoutError):
            return words.lower()
    return ""


def _of_protocol(message: str) -> str:
    if "incomplete" in message or "complete message body" in message:
        return "the connection was closed before the body was complete"
    if "without sending a response" in message:
        return "the connection was closed without an answer"
    return f"the answer is not HTTP: {message}"


def _causes(failure: BaseException) -> Iterator[BaseException]:
    """The failure and what caused it, the outermost first; members of groups included."""
    seen: set[int] = set()
    waiting: list[BaseException | None] = [failure]
    while waiting:
        error = waiting.pop(0)
        if error is None or id(error) in seen:
            continue
        seen.add(id(error))
        yield error
        waiting += [error.__cause__ or error.__context__]
        waiting += list(error.exceptions) if isinstance(error, BaseExceptionGroup) else []
