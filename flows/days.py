"""Days as people name them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from flows.errors import SettingsError
from warehouse.database import Warehouse


def named_day(word: str, warehouse: Warehouse, now: datetime) -> date:
    """The day that YYYY-MM-DD, yesterday, today or newest means, in the warehouse's zone; SettingsError for others.

    newest is the newest day with articles, and yesterday where there is none.
    """
    today = now.astimezone(ZoneInfo(warehouse.timezone)).date()
    rows = warehouse.ask("newest_day") if word == "newest" else []
    newest = rows[0]["day"] if rows else None
    named = {"today": today, "yesterday": today - timedelta(days=1), "newest": newest or today - timedelta(days=1)}
    if word in named:
        return named[word]
    try:
        return date.fromisoformat(word)
    except ValueError:
        raise SettingsError(f"--date {word!r} is no day; write YYYY-MM-DD, yesterday, today or newest") from None
