"""Days as people give them: 30d, 4w, 1y, yesterday, 2026-11-21."""

from __future__ import annotations

import re
from datetime import date, timedelta

_BACK = re.compile(r"(\d{1,5})([dwy])")
_DAYS = {"d": 1, "w": 7, "y": 365}


def day_of(written: str, today: date) -> date:
    """The day that is meant; 1d is today, 30d the first of the last 30 days. ValueError says how it is written."""
    text = written.strip().lower()
    if text in ("today", "yesterday"):
        return today - timedelta(days=text == "yesterday")
    try:
        if back := _BACK.fullmatch(text):
            return today - timedelta(days=max(0, int(back[1]) * _DAYS[back[2]] - 1))
        return date.fromisoformat(text)
    except (ValueError, OverflowError):
        raise ValueError(f"{written!r} is no day; write 30d, 4w, 1y, yesterday or YYYY-MM-DD") from None
