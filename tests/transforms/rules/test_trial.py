"""A rule tried on the past."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from transforms.rules.trial import past_of, trial_of

FIRST = date(2026, 3, 1)
DAYS = [FIRST + timedelta(days=n) for n in range(30)]


def article(no: int, day: int, text: str = "", story: str | None = None) -> dict[str, Any]:
    """An article of a day number."""
    at = datetime(2026, 3, 1, 12, tzinfo=UTC) + timedelta(days=day - 1)
    return {"article_id": f"a{no}", "day": at.date(), "published_at": at, "copy_group_id": text or f"a{no}",
            "story_id": story, "outlet_id": f"o{no % 3}"}  # fmt: skip


def test_a_story_alerts_once_however_many_tell_it_on_however_many_days() -> None:
    rows = [article(1, 2, story="s"), article(2, 2, story="s"), article(3, 4, story="s"), article(4, 4, text="a1")]
    trial = trial_of(rows, DAYS)
    assert [(day.articles, day.texts, day.stories) for day in trial.days] == [(2, 2, 1), (2, 2, 1)]
    assert "4 articles, 4 texts of 3 outlets on 2 of 30 days; as `each` 2 alerts" in trial.in_words()


def test_a_burst_is_told_by_the_days_before_it() -> None:
    trial = trial_of([article(no, 20) for no in range(5)], DAYS)
    assert [day.is_burst for day in trial.days] == [True]
    assert trial.as_object()["burst_alert_count"] == 1
    assert not trial_of([article(no, 3) for no in range(5)], DAYS).days[0].is_burst


def test_the_past_has_its_empty_days_and_none_before_the_first() -> None:
    assert past_of({DAYS[1]: 4}, DAYS[3], FIRST) == [0, 4, 0]
    assert len(past_of({}, DAYS[29], FIRST)) == 28


def test_a_rule_that_hits_nothing_says_so() -> None:
    assert trial_of([], DAYS).in_words() == "it hits nothing on these days"
    assert trial_of([], []).in_words() == "it hits nothing on these days"
