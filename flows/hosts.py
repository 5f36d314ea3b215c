"""What one run knows of the hosts that it asks: whose turn it is, when the next may be, what their robots.txt says.

Batches run beside one another, feeds before pages, and a redirect leads anywhere: a host's pace holds across all of
them, because all of them ask here. A cluster's workers each have their own; a host is in one batch only, so that only
redirects can meet there.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime

from flows.lanes import Answer, FetchRequest, FetchResult
from transforms.collect.freshness import parse_max_age
from transforms.collect.politeness import Permission, Robots, RobotsAnswer, hold_after, origin_of, robots_after
from transforms.rows.collect import HostHoldRow, RobotsRow

_MISSES_ALLOWED = 3  # unreachable in a row, then a host's other requests of this run are not tried
_SLOW_S = 600  # that a run may lose on one host's failures and Crawl-delay: the others should not wait for it
_LOOK_AGAIN_S = 0.02  # whether another batch has done with a host

LookUp = Callable[[Sequence[str]], Sequence[RobotsRow]]  # the kept copies of some origins


def _nothing_known(origins: Sequence[str]) -> Sequence[RobotsRow]:  # noqa: ARG001  LookUp's shape
    return ()


class Hosts:
    """The hosts of one run. Threads may share it."""

    def __init__(self, now: Callable[[], datetime], look_up: LookUp = _nothing_known) -> None:
        self._now, self._look_up = now, look_up
        self._lock = threading.Lock()
        self._taken: set[str] = set()
        self._free_at: dict[str, float] = {}
        self._misses: Counter[str] = Counter()
        self._slow_s: dict[str, float] = {}
        self._holds: dict[str, HostHoldRow] = {}
        self._robots: dict[str, Robots | None] = {}
        self._new_holds: dict[str, HostHoldRow] = {}
        self._new_robots: dict[str, RobotsRow] = {}
        self._just_learned: set[str] = set()

    def __getstate__(self) -> tuple[Callable[[], datetime], LookUp]:
        return self._now, self._look_up

    def __setstate__(self, state: tuple[Callable[[], datetime], LookUp]) -> None:
        self.__init__(*state)  # type: ignore[misc]

    # --- turns ---

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """The host for oneself, when nobody else has it."""
        while not self._take(host):
            await asyncio.sleep(_LOOK_AGAIN_S)
        try:
            yield
        finally:
            with self._lock:
                self._taken.discard(host)

    def _take(self, host: str) -> bool:
        with self._lock:
            is_free = host not in self._taken
            self._taken.add(host)
            return is_free

    async def pause(self, host: str) -> None:
        """Wait until the host may be asked again."""
        await asyncio.sleep(max(0.0, self._free_at.get(host, 0.0) - time.monotonic()))

    def rest(self, host: str, url: str, usual_s: float) -> None:
        """Leave the host alone from now on for the usual delay, or for its own Crawl-delay where that is longer."""
        known = self._robots.get(origin_of(url))
        asked_s = (known.row.crawl_delay_s if known else None) or 0.0
        self._free_at[host] = time.monotonic() + max(usual_s, asked_s)
        self._slow_s[host] = self._slow_s.get(host, 0.0) + max(0.0, asked_s - usual_s)

    # --- hosts that are left alone ---

    def closed(self, host: str) -> str:
        """Why nothing more is asked of the host in this run, in words; "" where it may be asked."""
        hold = self._holds.get(host)
        if hold and hold.noted_at <= self._now() < hold.until_at:  # one from the future is a clock that was set back
            return hold.reason
        if self._misses[host] >= _MISSES_ALLOWED:
            return f"was unreachable {self._misses[host]} times in a row"
        return "takes too long: it goes on in the next run" if self._slow_s.get(host, 0.0) > _SLOW_S else ""

    def hold(self, holds: Iterable[HostHoldRow]) -> None:
        """Leave some hosts alone as long as they asked for in earlier runs."""
        self._holds.update({hold.host: hold for hold in holds})

    def missed(self, host: str, seconds: float) -> None:
        """Note that the host could not be reached, and what that cost."""
        self._misses[host] += 1
        self._slow_s[host] = self._slow_s.get(host, 0.0) + seconds

    def reached(self, host: str, answer: Answer) -> None:
        """Note that the host answered, and whether it asks to be left alone."""
        self._misses[host] = 0
        hold = hold_after(host, answer.status, answer.header("retry-after"), self._now())
        if hold:
            with self._lock:
                self._holds[host] = self._new_holds[host] = hold

    # --- robots.txt ---

    def remember(self, urls: Iterable[str]) -> None:
        """Look up the robots.txt of many addresses at once."""
        origins = {origin_of(url) for url in urls} - self._robots.keys()
        found = {row.origin: Robots(row) for row in self._look_up(sorted(origins))} if origins else {}
        for origin in origins:
            self._robots.setdefault(origin, found.get(origin))

    def permission(self, url: str) -> Permission:
        """Whether robots.txt allows to ask for the address; unknown where it must be asked for first."""
        origin = origin_of(url)
        known = self._known(origin)
        if known is None:
            return "unknown"
        return known.says(url) if origin in self._just_learned else known.permits(url, self._now())

    def robots_request(self, origin: str) -> FetchRequest:
        """The request for an origin's robots.txt."""
        url, known = f"{origin}/robots.txt", self._known(origin)
        etag, last_modified = (known.row.etag, known.row.last_modified) if known else (None, None)
        return FetchRequest(url, url, etag, last_modified)

    def learn(self, origin: str, result: FetchResult) -> str | None:
        """Keep what asking for a robots.txt gave; returns why it could not be read, None where it could."""
        is_own = result.final_url == f"{origin}/robots.txt"
        known = self._known(origin)
        answer = RobotsAnswer(
            result.outcome,
            result.status,
            result.content,
            result.header("etag") if is_own else None,
            result.header("last-modified") if is_own else None,
            parse_max_age(result.header("cache-control") or ""),
            result.error,
        )
        row = robots_after(origin, answer, known.row if known else None, self._now())
        with self._lock:
            self._robots[origin] = Robots(row)
            self._new_robots[origin] = row
            self._just_learned.add(origin)
        return row.error if row.access == "wait" else None

    def why_waiting(self, url: str) -> str:
        """Why an origin's robots.txt could not be read, in words."""
        known = self._known(origin_of(url))
        return (known.row.error if known else None) or "no answer"

    def _known(self, origin: str) -> Robots | None:
        self.remember([origin])
        return self._robots[origin]

    # --- what is to be written down ---

    def new_robots(self) -> list[RobotsRow]:
        """The copies of robots.txt since this was last asked: each is given to one batch only."""
        with self._lock:
            rows, self._new_robots = list(self._new_robots.values()), {}
        return rows

    def new_holds(self) -> list[HostHoldRow]:
        """The hosts that asked to wait since this was last asked, likewise."""
        with self._lock:
            rows, self._new_holds = list(self._new_holds.values()), {}
        return rows
