"""What fetch.py is asked for and what it answers; and what is under way between the two: journeys in lanes."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Outcome = Literal[
    "ok", "unchanged", "http_error", "unreachable", "not_tried", "disallowed", "refused", "too_large", "gone"
]


@dataclass(frozen=True)
class FetchRequest:
    """What to fetch. `key` is the caller's own; the validators are those of the last stored answer."""

    key: str
    url: str
    etag: str | None = None
    last_modified: str | None = None
    validated_url: str | None = None  # the address that sent the validators, which get to no other; None: `url`
    obeys_robots: bool = False  # asked for only where the host's robots.txt allows it, on every hop


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

    def header(self, name: str) -> str | None:
        """The first value of a response header, None where it was not sent."""
        return next((value for key, value in self.headers if key.lower() == name), None)


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


@dataclass(frozen=True)
class Answer:
    """One answer. Content is read of 2xx only; `trouble` is what was wrong with it: an outcome, and words."""

    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    content: bytes = b""
    trouble: tuple[Outcome, str | None] | None = None

    def header(self, name: str) -> str:
        """The first value of a header, "" where it was not sent."""
        return next((value for key, value in self.headers if key.lower() == name), "")


@dataclass
class Journey:
    """A request under way: where it is, and how it came there."""

    request: FetchRequest
    url: str
    asked_url: str = ""  # of its last request
    robots_of: str | None = None  # the origin whose robots.txt this asks for: our own request, not the caller's
    seconds_used: float = 0.0  # on the network: waiting for a turn costs nothing
    redirects: list[str] = field(default_factory=list)
    permanent_url: str | None = None
    is_permanent: bool = True

    def result(self, outcome: Outcome, error: str | None, answer: Answer | None, fetched_at: datetime) -> FetchResult:
        """What came of it."""
        return FetchResult(
            key=self.request.key,
            url=self.request.url,
            final_url=self.url,
            outcome=outcome,
            status=answer.status if answer else None,
            reason=answer.reason if answer else "",
            headers=answer.headers if answer else (),
            content=answer.content if answer and outcome == "ok" else b"",
            fetched_at=fetched_at,
            latency_ms=round(self.seconds_used * 1000),
            error=error,
            redirects=tuple(self.redirects),
            permanent_url=self.permanent_url if outcome in ("ok", "unchanged") else None,
        )


@dataclass
class Lane:
    """What waits for one host: its journeys are made one after the other."""

    waiting: deque[Journey] = field(default_factory=deque)
    is_served: bool = False
