"""Fetch feeds and pages, politely: one host, one connection, one request at a time.

Connections come from network.py, which admits or refuses every address. No cookies, no Referer, no proxies.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from flows.hosts import Hosts
from flows.lanes import Answer, FetchRequest, FetchResult, FetchRules, Journey, Lane, Outcome
from flows.lines import Limits, Line
from flows.network import AddressRefused, connections, in_words
from transforms.collect.body import ACCEPT_ENCODING
from transforms.collect.politeness import ROBOTS_BYTES, ROBOTS_HOPS, origin_of
from transforms.urls import absolute_url, host_of

__all__ = ["FetchRequest", "FetchResult", "FetchRules", "fetch_all"]

_REDIRECTS, _PERMANENT = frozenset({301, 302, 303, 307, 308}), frozenset({301, 308})
_KEEP_S = 5  # that a connection outlives a host's delay: a server that is slow to answer is asked on the same one


def fetch_all(
    requests: Iterable[FetchRequest],
    rules: FetchRules,
    on_result: Callable[[FetchResult], None],
    now: Callable[[], datetime],
    hosts: Hosts | None = None,
) -> None:
    """Fetch everything; `on_result` gets one result a request, as they arrive, and what it raises ends the call.

    Hosts are asked in parallel, each by one connection at a time, at the pace and by the manners that `hosts` keeps
    for all calls of a run. Nothing is raised for a request. A host that is unreachable three times in a row, or asks
    to wait, is left alone: its other requests are not tried.
    """
    with asyncio.Runner() as runner:
        try:
            runner.run(_Round(rules, on_result, now, hosts or Hosts(now)).run(list(requests)))
        except BaseExceptionGroup as group:
            raise group.exceptions[0] from None


class _Round:
    """One call of fetch_all: a lane a host, a task a lane; a redirect moves its journey to the other host's lane."""

    def __init__(
        self, rules: FetchRules, on_result: Callable[[FetchResult], None], now: Callable[[], datetime], hosts: Hosts
    ) -> None:
        self._rules, self._on_result, self._now, self._hosts = rules, on_result, now, hosts
        self._lanes: dict[str, Lane] = {}
        self._parked: dict[str, list[Journey]] = {}  # by the origin for whose robots.txt they wait
        self._slots = asyncio.Semaphore(rules.hosts_at_once)

    async def run(self, requests: Sequence[FetchRequest]) -> None:
        rules = self._rules
        network = connections(rules.allow_networks, rules.connect_to, rules.hosts_at_once, rules.max_bytes)
        async with network as self._network, asyncio.TaskGroup() as self._tasks:
            for request in requests:
                self._send(Journey(request, request.url), request.url)

    def _send(self, journey: Journey, address: str) -> None:
        """Put a journey into its host's lane; those under way go before those that have not begun."""
        url = absolute_url(address)
        if url is None or len(url) > 8_000:  # servers and browsers agree on about that
            self._end(journey, "refused", f"no http or https address that can be asked: {address[:200]}")
            return
        journey.url = url
        self._put(journey, is_under_way=bool(journey.redirects))

    def _put(self, journey: Journey, *, is_under_way: bool) -> None:
        host = host_of(journey.url)
        lane = self._lanes.setdefault(host, Lane())
        (lane.waiting.appendleft if is_under_way else lane.waiting.append)(journey)
        if not lane.is_served:
            lane.is_served = True
            self._tasks.create_task(self._serve(host, lane))

    async def _serve(self, host: str, lane: Lane) -> None:
        while lane.waiting:
            async with self._hosts.turn(host):
                line = self._network.line(_KEEP_S + self._rules.host_delay_s)
                try:
                    while lane.waiting:
                        await self._make_next(host, lane, line)
                finally:
                    await line.aclose()
        lane.is_served = False

    async def _make_next(self, host: str, lane: Lane, line: Line) -> None:
        """Take the lane's next journey one request further, if the host lets us."""
        journey = lane.waiting.popleft()
        closed = self._hosts.closed(host)
        if closed:
            self._end(journey, "not_tried", f"not tried: {host} {closed}")
        elif self._is_permitted(journey):
            await self._hosts.pause(host)
            async with self._slots:
                await self._advance(journey, host, line)
            self._hosts.rest(host, journey.asked_url, self._rules.host_delay_s)

    # --- robots.txt ---

    def _is_permitted(self, journey: Journey) -> bool:
        """Whether the journey may make its request now; where not, it has ended, or waits for robots.txt."""
        if not journey.request.obeys_robots:
            return True
        permission = self._hosts.permission(journey.url)
        if permission == "unknown":
            self._park(journey)
        elif permission == "disallowed":
            self._end(journey, "disallowed", f"the robots.txt of {origin_of(journey.url)} does not allow it")
        elif permission == "wait":
            self._end(journey, "not_tried", self._why_waiting(journey))
        return permission == "allowed"

    def _why_waiting(self, journey: Journey) -> str:
        words = self._hosts.why_waiting(journey.url)
        return f"not tried: the robots.txt of {origin_of(journey.url)} cannot be read ({words})"

    def _park(self, journey: Journey) -> None:
        """Let a journey wait until its origin's robots.txt is known; the first one has it fetched."""
        origin = origin_of(journey.url)
        parked = self._parked.setdefault(origin, [])
        parked.append(journey)
        if len(parked) == 1:
            request = self._hosts.robots_request(origin)
            self._put(Journey(request, request.url, robots_of=origin), is_under_way=True)

    def _unpark(self, origin: str, result: FetchResult) -> None:
        """Let those go on that waited for the robots.txt that has come, or end with it."""
        if result.outcome != "not_tried":
            self._hosts.learn(origin, result)
        for journey in reversed(self._parked.pop(origin)):
            if result.outcome == "not_tried":
                self._end(journey, "not_tried", result.error)
            else:
                self._put(journey, is_under_way=True)

    # --- one request ---

    async def _advance(self, journey: Journey, host: str, line: Line) -> None:
        """Make one request of the journey: it ends, or goes on to another address."""
        outcome: Answer | Exception
        loop = asyncio.get_running_loop()
        started = loop.time()
        journey.asked_url = journey.url
        is_robots = journey.robots_of is not None
        limits = Limits(self._rules.timeout_s, ROBOTS_BYTES if is_robots else self._rules.max_bytes, is_robots)
        try:
            async with asyncio.timeout(self._rules.total_s - journey.seconds_used):
                outcome = await line.ask(journey.url, _headers(journey, self._rules), limits)
        except Exception as error:  # noqa: BLE001 - whatever one address does, the others are fetched
            outcome = error
        seconds = loop.time() - started
        journey.seconds_used += seconds
        if isinstance(outcome, Exception):
            self._fail(journey, outcome, host, seconds)
            return
        self._hosts.reached(host, outcome)
        self._arrive(journey, outcome)

    def _arrive(self, journey: Journey, answer: Answer) -> None:
        if answer.status in _REDIRECTS and answer.header("location"):
            self._follow(journey, answer)
        elif 200 <= answer.status < 300 and answer.status != 206:  # a part of the page, unasked
            outcome, error = answer.trouble or ("ok", None)
            self._end(journey, outcome, error, answer)
        elif answer.status == 304 and _validators(journey):
            self._end(journey, "unchanged", None, answer)
        else:
            error = f"the server answered {answer.status} {answer.reason}".strip()
            is_gone = answer.status == 410 and journey.is_permanent  # else another address is gone
            self._end(journey, "gone" if is_gone else "http_error", error, answer)

    def _follow(self, journey: Journey, answer: Answer) -> None:
        location = answer.header("location").encode("latin-1").decode("utf-8", "replace")
        target = absolute_url(location, journey.url)
        most = ROBOTS_HOPS if journey.robots_of else self._rules.max_redirects
        if target is None:
            self._end(journey, "refused", f"redirected to what is no http or https address: {location[:200]}", answer)
        elif target == journey.url or target in journey.redirects:
            self._end(journey, "http_error", "redirected in a circle", answer)
        elif len(journey.redirects) >= most:
            self._end(journey, "http_error", f"redirected more than {most} times", answer)
        else:
            journey.is_permanent = journey.is_permanent and answer.status in _PERMANENT
            journey.permanent_url = target if journey.is_permanent else journey.permanent_url
            journey.redirects.append(target)
            self._send(journey, target)

    def _fail(self, journey: Journey, failure: Exception, host: str, seconds: float) -> None:
        words = in_words(failure, self._rules.timeout_s, self._rules.total_s)
        if isinstance(failure, AddressRefused):
            self._end(journey, "refused", words)
            return
        self._hosts.missed(host, seconds)
        self._end(journey, "unreachable", words)

    def _end(self, journey: Journey, outcome: Outcome, error: str | None, answer: Answer | None = None) -> None:
        result = journey.result(outcome, error, answer, self._now())
        if journey.robots_of is not None:
            self._unpark(journey.robots_of, result)
        else:
            self._on_result(result)


def _headers(journey: Journey, rules: FetchRules) -> dict[str, str]:
    return {
        "User-Agent": rules.user_agent,
        "Accept": "*/*",
        "Accept-Encoding": ACCEPT_ENCODING,
        **_validators(journey),
    }


def _validators(journey: Journey) -> dict[str, str]:
    """The conditions of this hop's request: validators mean something only to the address that sent them."""
    request = journey.request
    if journey.url != absolute_url(request.validated_url or request.url):
        return {}
    conditions = {"If-None-Match": request.etag, "If-Modified-Since": request.last_modified}
    return {name: value for name, value in conditions.items() if value}
