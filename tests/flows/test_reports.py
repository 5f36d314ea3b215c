"""What a run leaves for Prefect's page."""

from __future__ import annotations

from pathlib import Path

from flows.project import Project
from flows.reports import feed_health, run_report
from flows.run import Run
from flows.settings import Settings
from tests.warehouse import worlds


def run_in(folder: Path) -> Run:
    """A run of a project with a feed that is well, one that fails and says so wickedly, and one that is paused."""
    run = Run(Project(folder, Settings()))
    feeds = [
        worlds.feed("calm", "o"),
        worlds.feed("broken", "o", title="<b>News</b> | [x](javascript:alert(1))"),
        worlds.feed("resting", "o", is_enabled=False),
    ]
    with run.project.warehouse.writing() as connection:
        worlds.load(connection, "seeds", worlds.seeds([worlds.outlet("o")], feeds))
        worlds.load(connection, "polls", worlds.poll("calm", 3))
        worlds.load(connection, "polls", worlds.poll("broken", 3, "http_error", error="500 <script>"))
    return run


def test_feeds_that_need_a_look_stand_first_with_what_is_wrong(tmp_path: Path) -> None:
    rows = feed_health(run_in(tmp_path))
    assert [row["state"] for row in rows] == ["failing", "ok", "paused"]
    assert rows[0]["note"].startswith("the last poll failed: 500")
    assert (rows[0]["last success"], rows[1]["last success"]) == ("never", "2026-03-03 00:00 UTC")


def test_what_feeds_say_of_themselves_is_no_markup(tmp_path: Path) -> None:
    told = " ".join(feed_health(run_in(tmp_path))[0].values())
    assert "<b>" not in told.replace("\\<", "")
    assert "[x]" not in told.replace("\\[", "")


def test_the_report_of_a_run_has_its_summary_its_times_and_its_warnings(tmp_path: Path) -> None:
    run = run_in(tmp_path)
    run.counts["feeds polled"] = 7
    run.seconds["poll feeds"] = 3  # type: ignore[assignment]
    run.warnings.append("feeds.csv, line 3: <b>wrong</b>")
    report = run_report(run)
    assert report.startswith("7 feeds polled")
    assert "- poll feeds: 3.0 s" in report
    assert "<b>" not in report.replace("\\<", "")
