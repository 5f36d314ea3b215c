"""What alerts say, and when they may be sent: quiet hours, a limit an hour, and patience after failures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, time, timedelta

from transforms.text import told

LASTS = timedelta(hours=24)  # what could not be sent for so long is in the digest by now
_MOST_ATTEMPTS = 8  # over eleven hours, with the pauses below
_FIRST_PAUSE = timedelta(minutes=5)
_LONGEST = 240  # characters of a headline or a sentence of others
_LINKS = re.compile(r"\]\s*\(")
_CALLS = re.compile(r"@(?=everyone|here|channel|all\b)", re.I)


def is_quiet(moment: datetime, hours: tuple[time, time] | None) -> bool:
    """Whether a moment, on the reader's clock, is in the hours without alerts; they may reach over midnight."""
    if hours is None:
        return False
    start, end = hours
    now = moment.time()
    return start <= now < end if start <= end else now >= start or now < end


def next_attempt(attempts: int, now: datetime) -> datetime | None:
    """When to try again after so many failures; None: no more."""
    return now + _FIRST_PAUSE * 2 ** (attempts - 1) if attempts < _MOST_ATTEMPTS else None


def headline_of(watchlist: str, title: str) -> str:
    """The title of a message: one line."""
    return f"{harmless(watchlist)}: {harmless(title)}"


def body_of(
    alert_id: str, sentences: Sequence[str], source: str, moment: datetime, url: str, copies: Sequence[str]
) -> str:
    """The text of a message about a story: sentences as printed, and where they stand. The last line is its key."""
    lines = [harmless(sentence) for sentence in sentences]
    lines += [f"{harmless(source)}, {moment:%d %B %Y, %H:%M}", _address(url)]
    if copies:
        lines.append(f"Also in {', '.join(map(harmless, copies))}")
    return "\n".join([*lines, f"Alert {alert_id}"])


def burst_body(alert_id: str, counted: str, mean: float, headlines: Sequence[str]) -> str:
    """The text of a message about a burst: what was counted, the mean before, and headlines as printed."""
    lines = [f"{counted}; on average {mean:.1f} a day before."]
    return "\n".join([*lines, *map(harmless, headlines), f"Alert {alert_id}"])


def _address(url: str) -> str:
    """An address that leads where it did, and is no markup and no call either."""
    spelled = _CALLS.sub("%40", told(url)).replace("<", "%3C").replace(">", "%3E")
    return _LINKS.sub("%5D(", spelled)


def harmless(text: str) -> str:
    """Somebody's words on one line, so that no service takes them for markup, a link, or a call to everybody."""
    plain = told(text).replace("<", "‹").replace(">", "›")
    plain = _CALLS.sub("@ ", _LINKS.sub("] (", plain)).replace("```", "'''")
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1].rstrip() + "…"
