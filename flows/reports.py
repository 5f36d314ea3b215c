"""What a run leaves to be looked at, on Prefect's page: how the feeds are as a table, what was done as a text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from flows.run import Run, summary
from transforms.collect.feed_words import state_in_words
from transforms.collect.rhythm import in_words
from transforms.digest.as_markdown import escape

_ORDER = ("failing", "gone", "silent", "flaky", "moved", "new", "ok", "paused")  # what needs a look first
_MOST_FEEDS = 200  # rows that a page still shows well
_MOST_WORDS = 300  # characters of what a server or a feed said
_MOST_WARNINGS = 20


def feed_health(run: Run) -> list[dict[str, str]]:
    """How the feeds are, one row a feed, those that need a look first."""
    rows = sorted(run.ask("feed_states"), key=lambda row: (_ORDER.index(row["state"]), row["url"]))
    return [_row(row) for row in rows[:_MOST_FEEDS]]


def run_report(run: Run) -> str:
    """What a run did, in Markdown: its summary, the seconds of its stages, its warnings."""
    lines = [f"{escape(summary(run))}.", ""]
    lines += [f"- {escape(name)}: {seconds:.1f} s" for name, seconds in run.seconds.items()]
    warnings = [f"- {escape(warning[:_MOST_WORDS])}" for warning in run.warnings[:_MOST_WARNINGS]]
    return "\n".join([*lines, *(["", "Warnings:", "", *warnings] if warnings else [])])


def _row(row: Mapping[str, Any]) -> dict[str, str]:
    return {
        "state": row["state"],
        "feed": escape(row["title"][:_MOST_WORDS]),
        "address": row["url"][:_MOST_WORDS],  # ASCII, without anything that is markup: it was made by absolute_url
        "last success": _moment(row["last_success_at"]),
        "rhythm": in_words(row["usual_minutes"]),
        "note": escape(state_in_words(row)[:_MOST_WORDS]),
    }


def _moment(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC" if moment else "never"
