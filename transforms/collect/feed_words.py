"""How a feed is, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from transforms.collect.rhythm import in_words


def state_in_words(feed: Mapping[str, Any]) -> str:
    """What is to be said of a row of the view feeds beside its state; "" of a feed that is well."""
    failed, polls = feed.get("recent_failed_poll_count"), feed.get("recent_poll_count")
    error = feed.get("last_error") or "no reason known"
    rhythm = in_words(feed.get("usual_minutes"))
    count = feed.get("failure_count")
    times = "the last poll failed" if count == 1 else f"{count} polls failed in a row"
    newest = feed.get("newest_at")
    since = f"nothing new since {newest:%d %B %Y}" if newest else "no entry has ever come"
    words = {
        "failing": f"{times}: {error}",
        "flaky": f"{failed} of the last {polls} polls failed{'' if failed == 1 else ', the newest of them'}: {error}",
        "silent": f"{since}, where something came {rhythm}" if rhythm else since,
        "moved": f"it has moved to {feed.get('moved_url')} and is polled there",
        "gone": f"its server says that it is gone: {error}; it is polled no more",
        "paused": "paused: it is not polled",
    }
    return words.get(feed["state"], "")
