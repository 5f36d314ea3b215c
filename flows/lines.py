"""Lines to hosts for fetch.py: requests one after the other over at most one open connection.

httpcore's pool would keep a connection for each scheme and port of a host, and open them as it likes.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

import httpcore

from flows.lanes import Answer
from transforms.collect.body import Body, BodyBroken, BodyTooLarge

_SKIM_BYTES, _SKIM_S = 64_000, 1.0  # of a body that nobody wants
_CONNECTION_LOST = (
    httpcore.RemoteProtocolError, httpcore.ReadError, httpcore.WriteError, httpcore.ConnectionNotAvailable,
)  # fmt: skip


@dataclass(frozen=True)
class Limits:
    """What one request may take."""

    silence_s: float
    max_bytes: int
    is_cut: bool = False  # a longer body is read so far and no further; else it is trouble


class Line:
    """Requests to one host over at most one open connection: another scheme or port closes it first."""

    def __init__(self, connect: Callable[[httpcore.Origin], httpcore.AsyncHTTPConnection]) -> None:
        self._connect = connect
        self._connection: httpcore.AsyncHTTPConnection | None = None

    async def ask(self, url: str, headers: Mapping[str, str], limits: Limits) -> Answer:
        """The answer; asked once more on a new connection where the server had closed a kept one meanwhile."""
        if await self._is_open(httpcore.URL(url).origin):
            with suppress(*_CONNECTION_LOST):
                return await self._exchange(url, headers, limits)
            await self.aclose()
        if self._connection is None:
            self._connection = self._connect(httpcore.URL(url).origin)
        return await self._exchange(url, headers, limits)

    async def aclose(self) -> None:
        """Hang up."""
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.aclose()

    async def _is_open(self, origin: httpcore.Origin) -> bool:
        kept = self._connection
        if kept is None:
            return False
        is_fit = kept.can_handle_request(origin) and kept.is_available() and not kept.has_expired()
        if not is_fit or _holds_more(kept):
            await self.aclose()
            return False
        return True

    async def _exchange(self, url: str, headers: Mapping[str, str], limits: Limits) -> Answer:
        assert self._connection is not None
        sent = [(name.encode("ascii"), value.encode("latin-1")) for name, value in headers.items()]
        timeouts = dict.fromkeys(("connect", "read", "write", "pool"), limits.silence_s)
        async with self._connection.stream("GET", url, headers=sent, extensions={"timeout": timeouts}) as response:
            answer = Answer(
                status=response.status,
                reason=response.extensions.get("reason_phrase", b"").decode("latin-1"),
                headers=tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers),
            )
            if 200 <= answer.status < 300:
                return await _with_content(answer, response, limits)
            await _skim(response)
            return answer


def _holds_more(kept: httpcore.AsyncHTTPConnection) -> bool:
    """Whether bytes came behind the last answer. httpcore would take them for the next one, to another address."""
    inner: Any = kept._connection
    return inner is not None and bool(inner._h11_state.trailing_data[0])


async def _with_content(answer: Answer, response: httpcore.Response, limits: Limits) -> Answer:
    """The answer with its decoded body, or with the trouble that the body made."""
    declared = answer.header("content-length")
    try:
        body = Body(answer.header("content-encoding"), limits.max_bytes)
        try:
            if declared.isdecimal() and int(declared[:20]) > limits.max_bytes and not limits.is_cut:
                raise BodyTooLarge
            async for chunk in response.aiter_stream():
                body.add(chunk)
        except BodyTooLarge:
            if not limits.is_cut:
                raise
            return replace(answer, content=body.start())
        return replace(answer, content=body.whole())
    except BodyTooLarge:
        return replace(answer, trouble=("too_large", f"larger than {limits.max_bytes / 1_000_000:g} MB"))
    except BodyBroken as error:
        return replace(answer, trouble=("http_error", str(error)))


async def _skim(response: httpcore.Response) -> None:
    """Read over a short body that nobody wants, so that the connection can be kept."""
    size = 0
    with suppress(TimeoutError, httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError):
        async with asyncio.timeout(_SKIM_S):
            async for chunk in response.aiter_stream():
                size += len(chunk)
                if size > _SKIM_BYTES:
                    return
