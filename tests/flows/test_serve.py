"""`dateline serve` as a user runs it, and the schedules that it reads."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import urllib.request
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from flows.commands.serve import deployment_rows
from tests.flows.programs import DATELINE, alive, clean_environment, family_of, free_port, started, wait_until

PATIENCE_S = 180


@pytest.mark.parametrize("zone", ["UTC", "Europe/Lisbon", "America/New_York"])
def test_the_next_dates_of_every_schedule_can_be_computed_and_are_at_its_hour_in_its_zone(zone: str) -> None:
    from prefect.server.schemas.schedules import CronSchedule  # the scheduler's own: a broken dependency raises here

    crons = {row["name"]: [one["cron"] for one in row["schedules"]] for row in deployment_rows()}
    before_the_clocks_change = datetime(2026, 3, 28, 12, tzinfo=UTC)
    dates = {
        name: asyncio.run(CronSchedule(cron=crons[name][0], timezone=zone).get_dates(3, before_the_clocks_change))
        for name in ("collect", "digest")
    }
    mornings = [moment.astimezone(ZoneInfo(zone)) for moment in dates["digest"]]
    assert [(moment.day, moment.hour, moment.minute) for moment in mornings] == [(29, 6, 0), (30, 6, 0), (31, 6, 0)]
    assert [moment.minute for moment in dates["collect"]] in ([15, 30, 45], [0, 15, 30])
    assert crons["backfill"] == []


@pytest.mark.slow
def test_serve_has_the_schedules_in_the_projects_zone_and_ctrl_c_ends_it_and_all_it_started(tmp_path: Path) -> None:
    (tmp_path / "dateline.toml").write_text('timezone = "Asia/Tokyo"\n')
    port, log = free_port(), tmp_path / "said"
    command = [*DATELINE, "serve", "--port", str(port)]
    with started(command, clean_environment(DATELINE_HOME=str(tmp_path)), tmp_path, log) as program:
        wait_until(lambda: "schedules are running" in log.read_text() or program.poll(), PATIENCE_S, "serve")
        found = wait_until(lambda: _deployments(port), PATIENCE_S, "its deployments")
        family = family_of(program.pid)
        os.killpg(program.pid, signal.SIGINT)
        assert program.wait(60) in (0, 130), log.read_text()
        wait_until(lambda: not alive(family), 20, "the end of all that serve started")
    assert {row["name"]: [one["schedule"]["timezone"] for one in row["schedules"]] for row in found} == {
        "collect": ["Asia/Tokyo"],
        "digest": ["Asia/Tokyo"],
        "backfill": [],
    }
    assert {row["entrypoint"] for row in found} == {
        "flows.pipeline.collect", "flows.pipeline.digest", "flows.pipeline.backfill"
    }  # fmt: skip
    assert "Traceback" not in log.read_text()


def _deployments(port: int) -> list[Any]:
    """The deployments, when all three are there."""
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/api/deployments/filter", b"{}", {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=10) as reply:
        found: list[Any] = json.loads(reply.read())
    return found if len(found) == 3 else []
