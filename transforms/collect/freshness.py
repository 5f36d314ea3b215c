"""For how long HTTP headers say that an answer keeps (RFC 9111), as a private cache reads them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

_MAX_AGE = re.compile(r"(?:^|[,\s])max-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)
_NOT_KEPT = re.compile(r"(?:^|[,\s])(?:no-store|no-cache)(?:$|[,\s=])", re.IGNORECASE)


def fresh_for(headers: Mapping[str, str], now: datetime) -> timedelta:
    """The time that an answer with these headers (names in lower case) still keeps; zero where they do not say.

    max-age counts from the moment when the answer was made: what Age says that it spent in caches is taken off.
    Expires counts only without max-age, from the server's own Date: its clock may be wrong.
    """
    control = headers.get("cache-control", "")
    if _NOT_KEPT.search(control):
        return timedelta(0)
    max_age = parse_max_age(control)
    if max_age is not None:
        age = headers.get("age", "").strip()
        spent = int(age[:9]) if age.isascii() and age.isdigit() else 0
        return timedelta(seconds=max(0, max_age - spent))
    expires = parse_http_date(headers.get("expires", ""))
    made = parse_http_date(headers.get("date", "")) or now
    return max(timedelta(0), expires - made) if expires else timedelta(0)


def parse_max_age(cache_control: str) -> int | None:
    """For how many seconds a Cache-Control header says that an answer keeps; None where it does not, or forbids it."""
    found = _MAX_AGE.search(cache_control)
    return int(found.group(1)) if found and not _NOT_KEPT.search(cache_control) else None


def parse_retry_after(text: str, now: datetime) -> timedelta | None:
    """How long a Retry-After header asks to wait, from seconds or an HTTP date; None where it says neither."""
    text = text.strip()
    if text.isascii() and text.isdigit():
        return timedelta(seconds=int(text[:9]))
    moment = parse_http_date(text)
    return max(timedelta(0), moment - now) if moment else None


def parse_http_date(text: str) -> datetime | None:
    """The moment of an HTTP date, None where it is none."""
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
