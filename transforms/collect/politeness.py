"""What hosts ask of us: which pages their robots.txt allows (RFC 9309), how fast, and not before when.

protego reads the rules; around it stands what a program needs that meets any file: the groups that are not about us
are left out before they can cost memory, and what an answer other than 200 means is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Literal
from urllib.parse import urlsplit

from protego import Protego

from transforms.collect.freshness import parse_retry_after
from transforms.rows.collect import HostHoldRow, RobotsRow

PRODUCT = "Dateline"  # the token that robots.txt files may name us by
ROBOTS_BYTES = 512 * 1024  # RFC 9309: at least 500 KiB must be read
ROBOTS_HOPS = 5  # RFC 9309: at least five redirects must be followed

_KEPT_FOR = timedelta(hours=24)  # RFC 9309: no longer
_PATIENCE = timedelta(days=30)  # RFC 9309's own figure: unreachable for longer is as if there were no file
_LONGEST_CRAWL_DELAY_S = 60.0  # longer ones are met in the wild and mean "go away", which Disallow can say
_FIRST_RETRY = timedelta(minutes=5)
_USUAL_HOLD = timedelta(minutes=15)
_LONGEST_HOLD = timedelta(days=7)  # a host that asks for more is asked once a week whether it means it

_AGENT = re.compile(r"\s*user[- ]?agent\b\s*:?(.*)", re.IGNORECASE)
_TOKEN = re.compile(r"[a-z0-9_-]+")

Permission = Literal["allowed", "disallowed", "wait", "unknown"]


@dataclass(frozen=True)
class RobotsAnswer:
    """What came of asking for a robots.txt."""

    outcome: str  # of the fetch
    status: int | None
    content: bytes = b""
    etag: str | None = None
    last_modified: str | None = None
    max_age_s: int | None = None
    error: str | None = None


@dataclass(frozen=True)
class Robots:
    """One origin's robots.txt as it is known, ready to be asked."""

    row: RobotsRow

    def permits(self, url: str, now: datetime) -> Permission:
        """Whether the address may be asked for; unknown where the copy is too old to say."""
        if not now < self.row.expires_at <= now + 2 * _KEPT_FOR:  # beyond, the clock was set back
            return "unknown"
        return self.says(url)

    def says(self, url: str) -> Permission:
        """The same of a copy that is fresh because it has just come."""
        if self.row.access == "rules":
            return "allowed" if self._rules.can_fetch(url, PRODUCT) else "disallowed"
        return "allowed" if self.row.access == "all" else "wait"

    @cached_property
    def _rules(self) -> Protego:
        return read_rules(self.row.text)


def origin_of(url: str) -> str:
    """The scheme, host and port that one robots.txt speaks for: "https://example.org"."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def robots_after(origin: str, answer: RobotsAnswer, known: RobotsRow | None, now: datetime) -> RobotsRow:
    """What is known of an origin's robots.txt after it was asked for once more.

    2xx is read; 4xx, a redirect that leads nowhere or to where we may not go, means that all is allowed; 5xx and no
    answer mean wait, up to 30 days, in which the file is asked for less and less often; after them, what it said last.
    """
    if answer.outcome == "unchanged" and known:
        return _kept(origin, "rules", known.text, answer, known, now)
    if answer.outcome == "ok":
        return _kept(origin, "rules", _as_text(answer.content), answer, known, now)
    if answer.outcome == "refused" or (answer.status is not None and 300 <= answer.status < 500):
        return _kept(origin, "all", "", answer, known, now)
    return _awaited(origin, answer, known, now)


def _kept(
    origin: str, access: str, text: str, answer: RobotsAnswer, known: RobotsRow | None, now: datetime
) -> RobotsRow:
    is_same = known is not None and known.text == text
    validators = known if known and answer.outcome == "unchanged" else answer if access == "rules" else None
    asked = timedelta(seconds=answer.max_age_s) if answer.max_age_s is not None else _KEPT_FOR
    keeps_for = timedelta(0) if answer.outcome == "refused" else min(_KEPT_FOR, asked)  # the page is refused, too
    return RobotsRow(
        origin=origin,
        access=access,
        text=text,
        status=answer.status,
        error=answer.error,
        etag=validators.etag if validators else None,
        last_modified=validators.last_modified if validators else None,
        fetched_at=now,
        expires_at=now + keeps_for,
        changed_at=known.changed_at if known and is_same else now,
        failing_from_at=None,
        failure_count=0,
        crawl_delay_s=_crawl_delay_s(text),
    )


def _awaited(origin: str, answer: RobotsAnswer, known: RobotsRow | None, now: datetime) -> RobotsRow:
    since = known.failing_from_at if known and known.failing_from_at else now
    count = known.failure_count + 1 if known else 1
    text = known.text if known else ""
    is_over = now - since > _PATIENCE
    return RobotsRow(
        origin=origin,
        access=("rules" if text else "all") if is_over else "wait",
        text=text,
        status=answer.status,
        error=answer.error,
        etag=known.etag if known else None,
        last_modified=known.last_modified if known else None,
        fetched_at=now,
        expires_at=now + (_KEPT_FOR if is_over else min(_KEPT_FOR, _FIRST_RETRY * 2 ** min(count - 1, 10))),
        changed_at=known.changed_at if known else now,
        failing_from_at=since,
        failure_count=count,
        crawl_delay_s=known.crawl_delay_s if known else None,
    )


def read_rules(text: str) -> Protego:
    """The rules of a robots.txt that are about us or about everyone."""
    return Protego.parse("\n".join(_about_us(text)))


def _about_us(text: str) -> Iterator[str]:
    """The lines, every agent but ours and "*" made nameless.

    protego keeps each rule once for each agent of its group, so that ten thousand agents before ten thousand rules
    would fill the memory; and it takes an agent "Date" for us.
    """
    for line in text.splitlines():
        found = _AGENT.fullmatch(line.partition("#")[0])
        if not found:
            yield line
            continue
        name = found.group(1).strip().lower()
        token = _TOKEN.match(name.strip("*"))
        is_ours = token is not None and token.group() == PRODUCT.lower()
        yield f"User-agent: {PRODUCT if is_ours else '*' if name == '*' else '-'}"


def _crawl_delay_s(text: str) -> float | None:
    """Seconds between two requests that the file asks for, at most a minute; None where it does not."""
    if "crawl" not in text.lower() and "rate" not in text.lower():
        return None
    rules = read_rules(text)
    delay, rate = rules.crawl_delay(PRODUCT), rules.request_rate(PRODUCT)
    wishes = [delay or 0.0, rate.seconds / rate.requests if rate else 0.0]
    return min(max(wishes), _LONGEST_CRAWL_DELAY_S) or None


def _as_text(content: bytes) -> str:
    """The file as text, without a line that the limit has cut in two."""
    text = content[:ROBOTS_BYTES].decode("utf-8", "replace").removeprefix("\ufeff").replace("\0", "")
    return text.rpartition("\n")[0] if len(content) >= ROBOTS_BYTES else text


def hold_after(host: str, status: int, retry_after: str, now: datetime) -> HostHoldRow | None:
    """How long a host asks to be left alone: 429, or 503 with Retry-After, up to a week; None where it does not."""
    asked = parse_retry_after(retry_after, now)
    if status != 429 and not (status == 503 and asked):
        return None
    until = now + min(asked if asked is not None else _USUAL_HOLD, _LONGEST_HOLD)
    return HostHoldRow(host, until, f"asked to wait (status {status})", now)
