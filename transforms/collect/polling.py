"""When a feed is to be polled again, and whether anything was missed since the last poll."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from hashlib import blake2b

_LONGEST_CALM = timedelta(hours=6)  # however long a server says that its feed keeps
_LONGEST_BACKOFF = timedelta(hours=24)
_JITTER = 0.2  # of a backoff, either way: feeds that failed together do not come back together
_MAX_AGE = re.compile(r"(?:^|[,\s])max-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)
_NOT_KEPT = re.compile(r"(?:^|[,\s])(?:no-store|no-cache)(?:$|[,\s=])", re.IGNORECASE)


@dataclass(frozen=True)
class PollSigns:
    """What one poll tells about the next."""

    outcome: str  # a PollOutcome
    failure_count: int = 0  # failures in a row, this poll's included
    ttl_minutes: int | None = None  # RSS <ttl>
    max_age_s: int | None = None  # Cache-Control
    retry_after: timedelta | None = None
    entry_times: Sequence[datetime] = ()  # of the entries that the feed lists now


def next_poll(feed_id: str, now: datetime, signs: PollSigns, min_minutes: float) -> datetime:
    """The moment from which the feed is due again.

    A feed that answers is due after `min_minutes`, or after as long as its server says that the answer keeps, up to
    6 hours, but never later than half the time that its list of entries spans: a busy feed with a careless <ttl>
    would lose entries. A feed that fails is due after `min_minutes` doubled with each failure, up to 24 hours, and
    not before its Retry-After; one that is gone, after 24 hours. Same arguments, same moment.
    """
    shortest = timedelta(minutes=min_minutes)
    if signs.outcome in ("ok", "unchanged"):
        return now + max(shortest, _calm(signs))
    return now + min(_LONGEST_BACKOFF, max(shortest, _backoff(feed_id, shortest, signs)))


def is_gap(previous_guids: Collection[str], current_guids: Collection[str]) -> bool:
    """Whether entries may have come and gone unseen: nothing that the feed listed last time is listed any more."""
    return bool(previous_guids) and bool(current_guids) and set(previous_guids).isdisjoint(current_guids)


def parse_retry_after(text: str, now: datetime) -> timedelta | None:
    """How long a Retry-After header asks to wait, from seconds or an HTTP date; None where it says neither."""
    text = text.strip()
    if text.isascii() and text.isdigit():
        return timedelta(seconds=int(text[:9]))
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(timedelta(0), aware - now)


def parse_max_age(cache_control: str) -> int | None:
    """For how many seconds a Cache-Control header says that an answer keeps; None where it does not, or forbids it."""
    found = _MAX_AGE.search(cache_control)
    return int(found.group(1)) if found and not _NOT_KEPT.search(cache_control) else None


def _calm(signs: PollSigns) -> timedelta:
    """How long the server says that its answer keeps, as far as the feed's own rhythm allows to believe it."""
    wish = max(timedelta(minutes=signs.ttl_minutes or 0), timedelta(seconds=signs.max_age_s or 0))
    wish = min(wish, _LONGEST_CALM)
    if len(signs.entry_times) < 2:
        return wish
    return min(wish, (max(signs.entry_times) - min(signs.entry_times)) / 2)


def _backoff(feed_id: str, shortest: timedelta, signs: PollSigns) -> timedelta:
    if signs.outcome == "gone":
        return _LONGEST_BACKOFF
    doublings = min(max(signs.failure_count, 1), 20)  # beyond, only overflow could follow
    digest = blake2b(f"{feed_id} {signs.failure_count}".encode(), digest_size=4).digest()
    share = int.from_bytes(digest, "big") / 0xFFFFFFFF * 2 - 1  # -1 to 1, the same for the same feed and failure
    doubled: timedelta = shortest * 2**doublings
    return max(doubled * (1 + _JITTER * share), signs.retry_after or timedelta(0))
