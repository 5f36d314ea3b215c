"""Fetch feeds and pages, politely: one host, one connection, one request at a time.

Connections come from network.py, which admits or refuses every address. No cookies, no Referer, no proxies.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Literal

import httpcore

from flows.network import AddressRefused, connections, in_words
from transforms.collect.body import ACCEPT_ENCODING, Body, BodyBroken, BodyTooLarge
from transforms.urls import absolute_url, host_of

Outcome = Literal["ok", "unchanged", "http_error", "unreachable", "not_tried", "refused", "too_large", "gone"]

_REDIRECTS, _PERMANENT = frozenset({301, 302, 303, 307, 308}), frozenset({301, 308})
_MISSES_ALLOWED = 3  # unreachable in a row, then a host's other requests of this call are not tried
_CONNECTION_LOST = (httpcore.RemoteProtocolError, httpcore.ReadError, httpcore.WriteError)


@dataclass(frozen=True)
class FetchRequest:
    """What to fetch. `key` is the caller's own; the validators are those of the last stored answer."""

    key: str
    url: str
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True)
class FetchResult:
    """What came of one request. `content` is decoded: what Content-Encoding and -Length say does not hold for it."""

    key: str
    url: str
    final_url: str
    outcome: Outcome
    status: int | None  # of the last answer, None where none came
    reason: str  # of the status line, may be empty
    headers: tuple[tuple[str, str], ...]  # as sent, in their order
    content: bytes  # empty unless ok
    fetched_at: datetime
    latency_ms: int  # on the network, all redirects together, without waiting for a turn
    error: str | None = None  # in plain words; None when ok or unchanged
    redirects: tuple[str, ...] = ()  # the addresses that were redirected to
    permanent_url: str | None = None  # where to ask from now on; only with ok and unchanged


@dataclass(frozen=True)
class FetchRules:
    """How to fetch."""

    user_agent: str
    max_bytes: int  # of a body, sent or decoded
    timeout_s: float = 20  # for a server's silence: to connect, and between any two pieces
    total_s: float = 60  # for one request in all, redirects included
    host_delay_s: float = 1  # between the end of a request to a host and the start of its next
    allow_networks: tuple[str, ...] = ()  # that are not public and may be connected to nevertheless
    connect_to: Mapping[str, str] = field(default_factory=dict)  # host -> "ip:port"; URL, Host and TLS name stay
    max_redirects: int = 8
    hosts_at_once: int = 32


def fetch_all(
    requests: Iterable[FetchRequest],
    rules: FetchRules,
    on_result: Callable[[FetchResult], None],
    now: Callable[[], datetime],
) -> None:
    """Fetch everything; `on_result` gets one result a request, as they arrive, and what it raises ends the call.

    Hosts are asked in parallel, each by one connection at a time. Nothing is raised for a request. A host that is
    unreachable three times in a row, or asks to wait, is left alone for the rest of the call.
    """
    with asyncio.Runner() as runner:
        try:
            runner.run(_Round(rules, on_result, now).run(list(requests)))
        except BaseExceptionGroup as group:
            raise group.exceptions[0] from None


@dataclass
class _Journey:
    """A request under way: where it is, and how it came there."""

    request: FetchRequest
    url: str
    seconds_used: float = 0.0  # on the network: waiting for a turn costs nothing
    redirects: list[str] = field(default_factory=list)
    permanent_url: str | None = None
    is_permanent: bool = True


@dataclass
class _Lane:
    """What waits for one host: its journeys are made one after the other."""

    waiting: deque[_Journey] = field(default_factory=deque)
    is_served: bool = False
    free_at: float = 0.0
    misses: int = 0
    closed: str = ""  # why nothing more is asked, in words


@dataclass(frozen=True)
class _Answer:
    """One answer. Content is read of 2xx only; `trouble` is what was wrong with it: an outcome, and words."""

    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    content: bytes = b""
    trouble: tuple[Outcome, str | None] | None = None

    def header(self, name: str) -> str:
        return next((value for key, value in self.headers if key.lower() == name), "")


class _Round:
    """One call of fetch_all: a lane a host, a task a lane; a redirect moves its journey to the other host's lane."""

    def __init__(
        self, rules: FetchRules, on_result: Callable[[FetchResult], None], now: Callable[[], datetime]
    ) -> None:
        self._rules, self._on_result, self._now = rules, on_result, now
        self._lanes: dict[str, _Lane] = {}
        self._slots = asyncio.Semaphore(rules.hosts_at_once)

    async def run(self, requests: Sequence[FetchRequest]) -> None:
        rules = self._rules
        network = connections(
            rules.allow_networks, rules.connect_to, rules.hosts_at_once, rules.host_delay_s, rules.max_bytes
        )
        async with network as self._pool, asyncio.TaskGroup() as self._tasks:
            for request in requests:
                self._send(_Journey(request, request.url), request.url)

    def _send(self, journey: _Journey, address: str) -> None:
        """Put a journey into its host's lane; those under way go before those that have not begun."""
        url = absolute_url(address)
        if url is None or len(url) > 8_000:  # servers and browsers agree on about that
            self._end(journey, "refused", f"no http or https address that can be asked: {address[:200]}")
            return
        journey.url = url
        host = host_of(url)
        lane = self._lanes.setdefault(host, _Lane())
        (lane.waiting.appendleft if journey.redirects else lane.waiting.append)(journey)
        if not lane.is_served:
            lane.is_served = True
            self._tasks.create_task(self._serve(host, lane))

    async def _serve(self, host: str, lane: _Lane) -> None:
        loop = asyncio.get_running_loop()
        while lane.waiting:
            if not lane.closed:
                await asyncio.sleep(max(0.0, lane.free_at - loop.time()))
            journey = lane.waiting.popleft()
            if lane.closed:
                self._end(journey, "not_tried", f"not tried: {host} {lane.closed}")
                continue
            async with self._slots:
                await self._advance(journey, lane)
            lane.free_at = loop.time() + self._rules.host_delay_s
        lane.is_served = False

    async def _advance(self, journey: _Journey, lane: _Lane) -> None:
        """Make one request of the journey: it ends, or goes on to another address."""
        outcome: _Answer | Exception
        loop = asyncio.get_running_loop()
        started = loop.time()
        try:
            async with asyncio.timeout(self._rules.total_s - journey.seconds_used):
                outcome = await self._ask(journey)
        except Exception as error:  # noqa: BLE001 - whatever one address does, the others are fetched
            outcome = error
        journey.seconds_used += loop.time() - started
        if isinstance(outcome, Exception):
            self._fail(journey, outcome, lane)
            return
        lane.misses, lane.closed = 0, _asks_to_wait(outcome)
        self._arrive(journey, outcome)

    async def _ask(self, journey: _Journey) -> _Answer:
        """The answer; asked once more on a new connection where the server had closed a kept one meanwhile."""
        opened: list[str] = []

        async def note(event: str, _: Any) -> None:
            if event == "connection.connect_tcp.started":
                opened.append(event)

        try:
            return await self._exchange(journey, note)
        except _CONNECTION_LOST:
            if opened:
                raise
        return await self._exchange(journey, note)

    async def _exchange(self, journey: _Journey, trace: Callable[[str, Any], Awaitable[None]]) -> _Answer:
        timeouts = dict.fromkeys(("connect", "read", "write", "pool"), self._rules.timeout_s)
        extensions = {"timeout": timeouts, "trace": trace}
        headers = _request_headers(journey.request, self._rules)
        async with self._pool.stream("GET", journey.url, headers=headers, extensions=extensions) as response:
            answer = _Answer(
                status=response.status,
                reason=response.extensions.get("reason_phrase", b"").decode("latin-1"),
                headers=tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers),
            )
            has_content = 200 <= answer.status < 300
            return await _with_content(answer, response, self._rules.max_bytes) if has_content else answer

    def _arrive(self, journey: _Journey, answer: _Answer) -> None:
        if answer.status in _REDIRECTS and answer.header("location"):
            self._follow(journey, answer)
        elif 200 <= answer.status < 300 and answer.status != 206:  # a part of the page, unasked
            outcome, error = answer.trouble or ("ok", None)
            self._end(journey, outcome, error, answer)
        elif answer.status == 304 and (journey.request.etag or journey.request.last_modified):
            self._end(journey, "unchanged", None, answer)
        else:
            error = f"the server answered {answer.status} {answer.reason}".strip()
            self._end(journey, "gone" if answer.status == 410 else "http_error", error, answer)

    def _follow(self, journey: _Journey, answer: _Answer) -> None:
        location = answer.header("location").encode("latin-1").decode("utf-8", "replace")
        target = absolute_url(location, journey.url)
        if target is None:
            self._end(journey, "refused", f"redirected to what is no http or https address: {location[:200]}", answer)
        elif target == journey.url or target in journey.redirects:
            self._end(journey, "http_error", "redirected in a circle", answer)
        elif len(journey.redirects) >= self._rules.max_redirects:
            self._end(journey, "http_error", f"redirected more than {self._rules.max_redirects} times", answer)
        else:
            journey.is_permanent = journey.is_permanent and answer.status in _PERMANENT
            journey.permanent_url = target if journey.is_permanent else journey.permanent_url
            journey.redirects.append(target)
            self._send(journey, target)

    def _fail(self, journey: _Journey, failure: Exception, lane: _Lane) -> None:
        words = in_words(failure, self._rules.timeout_s, self._rules.total_s)
        if isinstance(failure, AddressRefused):
            self._end(journey, "refused", words)
            return
        lane.misses += 1
        lane.closed = f"was unreachable {lane.misses} times in a row" if lane.misses >= _MISSES_ALLOWED else ""
        self._end(journey, "unreachable", words)

    def _end(self, journey: _Journey, outcome: Outcome, error: str | None, answer: _Answer | None = None) -> None:
        self._on_result(
            FetchResult(
                key=journey.request.key,
                url=journey.request.url,
                final_url=journey.url,
                outcome=outcome,
                status=answer.status if answer else None,
                reason=answer.reason if answer else "",
                headers=answer.headers if answer else (),
                content=answer.content if answer and outcome == "ok" else b"",
                fetched_at=self._now(),
                latency_ms=round(journey.seconds_used * 1000),
                error=error,
                redirects=tuple(journey.redirects),
                permanent_url=journey.permanent_url if outcome in ("ok", "unchanged") else None,
            )
        )


def _request_headers(request: FetchRequest, rules: FetchRules) -> list[tuple[str, str]]:
    headers = [("User-Agent", rules.user_agent), ("Accept", "*/*"), ("Accept-Encoding", ACCEPT_ENCODING)]
    validators = [("If-None-Match", request.etag), ("If-Modified-Since", request.last_modified)]
    return headers + [(name, value) for name, value in validators if value]


async def _with_content(answer: _Answer, response: httpcore.Response, max_bytes: int) -> _Answer:
    """The answer with its decoded body, or with the trouble that the body made."""
    declared = answer.header("content-length")
    try:
        if declared.isdecimal() and int(declared[:20]) > max_bytes:
            raise BodyTooLarge
        body = Body(answer.header("content-encoding"), max_bytes)
        async for chunk in response.aiter_stream():
            body.add(chunk)
        return replace(answer, content=body.whole())
    except BodyTooLarge:
        return replace(answer, trouble=("too_large", f"larger than {max_bytes / 1_000_000:g} MB"))
    except BodyBroken as error:
        return replace(answer, trouble=("http_error", str(error)))


def _asks_to_wait(answer: _Answer) -> str:
    """Why the host's other requests should wait for another call, "" where they need not."""
    asks = answer.status == 429 or (answer.status == 503 and answer.header("retry-after"))
    return f"asked to wait (status {answer.status})" if asks else ""
