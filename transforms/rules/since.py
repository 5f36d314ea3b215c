"""Days as people give them: 30d, 4w, 1y, yesterday, 2026-11-21."""

from __future__ import annotations

import re
from datetime import date, timedelta

_BACK = re.compile(r"(\d{1,5})([dwy])")
_DAYS = {"d": 1, "w": 7, "y": 365}


def day_of(written: str, today: date, newest: date | None = None) -> date:
    """The day that is meant; 1d is the newest, 30d the first of the last 30 days. ValueError says how one is written.

    `newest` is the newest day that there is news of: what is counted back is counted from it, so that the last weeks of
    an old collection are found, too. Without it, and for "yesterday", today counts.
    """
    text = written.strip().lower()
    if text in ("today", "yesterday"):
        return today - timedelta(days=text == "yesterday")
    try:
        if back := _BACK.fullmatch(text):
            return min(today, newest or today) - timedelta(days=max(0, int(back[1]) * _DAYS[back[2]] - 1))
        return date.fromisoformat(text)
    except (ValueError, OverflowError):
        raise ValueError(f"{written!r} is no day; write 30d, 4w, 1y, yesterday or YYYY-MM-DD") from None
