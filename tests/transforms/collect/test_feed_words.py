"""What is said of a feed beside its state."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from transforms.collect.feed_words import state_in_words

ROW: dict[str, Any] = {
    "recent_poll_count": 20, "recent_failed_poll_count": 4, "failure_count": 3, "last_error": "connection refused",
    "usual_minutes": 60.0, "newest_at": datetime(2026, 3, 1, tzinfo=UTC), "moved_url": "https://new.example/feed",
}  # fmt: skip


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("ok", ""),
        ("new", ""),
        ("failing", "3 polls failed in a row: connection refused"),
        ("flaky", "4 of the last 20 polls failed, the newest of them: connection refused"),
        ("silent", "nothing new since 01 March 2026, where something came about hourly"),
        ("moved", "it has moved to https://new.example/feed and is polled there"),
        ("gone", "its server says that it is gone: connection refused; it is polled no more"),
        ("paused", "paused: it is not polled"),
    ],
)
def test_each_state_has_its_words(state: str, words: str) -> None:
    assert state_in_words({"state": state, **ROW}) == words


def test_a_feed_of_which_nothing_is_known_yet_has_words_too() -> None:
    assert state_in_words({"state": "silent"}) == "no entry has ever come"
    assert state_in_words({"state": "new"}) == ""
