"""The schedules of prefect.yaml on a real Prefect server and a process worker, all on loopback."""

from __future__ import annotations

import json
import shutil
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from http import HTTPStatus
from pathlib import Path
from typing import Any

import duckdb
import pytest

from flows.commands.serve import PREFECT_YAML
from flows.demo import FIRST_DAY, late_on
from tests.flows.desk import Desk, open_desk
from tests.flows.loopback import Loopback, loopback_newsroom
from tests.flows.programs import BIN, clean_environment, free_port, started, wait_until

pytestmark = pytest.mark.slow

PATIENCE_S = 180
SOON_S = 15  # the scheduler looks every five seconds, and a busy machine is slow
TERMINAL = {"COMPLETED", "FAILED", "CRASHED", "CANCELLED"}
WATCHED = """[[watchlist]]
name = "Black Sea"
rule = 'title:"war-risk pool"'
alert = "each"
targets = ["desk"]
"""


@dataclass(frozen=True)
class Schedules:
    """A Prefect server with the deployments of prefect.yaml, a worker, and the project that they are for."""

    api: str
    folder: Path
    project: Path
    environment: dict[str, str]
    newsroom: Loopback
    desk: Desk

    def ask(self, method: str, path: str, body: object = None) -> Any:
        """What the server's API answers; asked again while its database is busy (503), as Prefect's own client does."""
        content = json.dumps(body).encode() if body is not None else None
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(f"{self.api}{path}", content, headers, method=method)
        return wait_until(lambda: _answer(request), PATIENCE_S, f"an answer to {method} {path}")[0]

    def deployment(self, name: str) -> Any:
        return self.ask("GET", f"/deployments/name/{name}/{name}")

    def start(self, name: str, **parameters: str) -> str:
        """Start a run by hand; returns its id."""
        path = f"/deployments/{self.deployment(name)['id']}/create_flow_run"
        return str(self.ask("POST", path, {"state": {"type": "SCHEDULED"}, "parameters": parameters})["id"])

    def run(self, run_id: str) -> Any:
        return self.ask("GET", f"/flow_runs/{run_id}")

    def ended(self, run_id: str) -> Any:
        """The run, when it has ended."""
        return wait_until(lambda: self._ended(self.run(run_id)), PATIENCE_S, f"the end of run {run_id}")

    def scheduled(self, name: str) -> Any:
        """A run that the scheduler makes, after its end: the deployment's schedule is set to a few seconds from now."""
        found = self.deployment(name)
        soon = (datetime.now(UTC) + timedelta(seconds=SOON_S)).isoformat()
        change = {"schedule": {"interval": 86_400, "anchor_date": soon}, "active": True}
        self.ask("PATCH", f"/deployments/{found['id']}/schedules/{found['schedules'][0]['id']}", change)
        return wait_until(lambda: self._first_ended(found["id"]), PATIENCE_S, f"a scheduled run of {name}")

    def _first_ended(self, deployment_id: str) -> Any:
        runs = self.ask("POST", "/flow_runs/filter", {"deployments": {"id": {"any_": [deployment_id]}}})
        return next((run for run in runs if run["auto_scheduled"] and self._ended(run)), None)

    def _ended(self, run: Any) -> Any:
        return run if run["state_type"] in TERMINAL else None

    def said(self) -> str:
        """What server and worker have said, to be shown where a run fails."""
        return "\n".join(log.read_text(errors="replace")[-6000:] for log in sorted(self.folder.glob("*.log")))

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        with duckdb.connect(str(self.project / "published" / "dateline.duckdb"), read_only=True) as connection:
            return connection.execute(sql).fetchall()


def _answer(request: urllib.request.Request) -> tuple[Any] | None:
    """The answer, in a tuple because it may be nothing; None while the server is busy."""
    try:
        with urllib.request.urlopen(request, timeout=60) as reply:
            text = reply.read()
    except urllib.error.HTTPError as error:
        if error.code != HTTPStatus.SERVICE_UNAVAILABLE:
            raise
        return None
    return (json.loads(text) if text else None,)


@pytest.fixture(scope="module")
def schedules(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Schedules]:
    """Server, `prefect deploy --all` and worker, as prefect.yaml says; the newsroom's first two days end yesterday."""
    folder = tmp_path_factory.mktemp("schedules")
    shift = datetime.now(UTC).date() - timedelta(days=1) - (FIRST_DAY + timedelta(days=1))
    with open_desk() as desk, loopback_newsroom(late_on(FIRST_DAY + timedelta(days=1)) + shift, shift) as newsroom:
        project = newsroom.write_project(folder / "project", "timeout_seconds = 240\ntotal_seconds = 240\n")
        (project / "watchlists.toml").write_text(WATCHED)
        (project / "targets.toml").write_text(f'desk = "json://127.0.0.1:{desk.port}"\n')
        shutil.copy(PREFECT_YAML, folder)
        port = free_port()
        api = f"http://127.0.0.1:{port}/api"
        (folder / "prefect").mkdir()
        environment = clean_environment(
            PREFECT_HOME=str(folder / "prefect"), PREFECT_API_URL=api, PREFECT_SERVER_ANALYTICS_ENABLED="false",
            PREFECT_WORKER_QUERY_SECONDS="2", PREFECT_SERVER_SERVICES_SCHEDULER_LOOP_SECONDS="5",
        )  # fmt: skip
        server = [str(BIN / "prefect"), "server", "start", "--host", "127.0.0.1", "--port", str(port)]
        worker = [str(BIN / "prefect"), "worker", "start", "--pool", "dateline"]
        found = Schedules(api, folder, project, environment, newsroom, desk)
        with started(server, environment, folder, folder / "server.log"):
            wait_until(lambda: _is_up(api), PATIENCE_S, "the Prefect server")
            _prefect(found, "work-pool", "create", "dateline", "--type", "process")
            _prefect(found, "--no-prompt", "deploy", "--all", DATELINE_HOME=str(project))
            with started(worker, environment, folder, folder / "worker.log"):
                yield found


def _is_up(api: str) -> bool:
    try:
        with urllib.request.urlopen(f"{api}/health", timeout=5) as reply:
            return bool(reply.status == 200)
    except OSError:
        return False


def _prefect(schedules: Schedules, *words: str, **more: str) -> None:
    log = schedules.folder / f"{words[-2]}.log"
    with started([str(BIN / "prefect"), *words], schedules.environment | more, schedules.folder, log) as program:
        assert program.wait(PATIENCE_S) == 0, log.read_text()


@pytest.fixture(scope="module")
def collected(schedules: Schedules) -> Schedules:
    """The same, after a scheduled run of collect."""
    run = schedules.scheduled("collect")
    assert run["state_type"] == "COMPLETED", schedules.said()
    return schedules


def yesterday() -> date:
    return datetime.now(UTC).date() - timedelta(days=1)


def test_deploy_all_makes_the_three_deployments_that_prefect_yaml_names(schedules: Schedules) -> None:
    found = {name: schedules.deployment(name) for name in ("collect", "digest", "backfill")}
    crons = {name: [one["schedule"].get("cron") for one in row["schedules"]] for name, row in found.items()}
    assert crons["digest"] == ["0 6 * * *"]
    assert crons["backfill"] == []
    assert len(crons["collect"]) == 1
    for row in found.values():
        assert row["global_concurrency_limit"]["limit"] == 1
        assert row["concurrency_options"]["collision_strategy"] == "CANCEL_NEW"
        assert row["parameters"] == {"folder": str(schedules.project)}
        assert row["work_pool_name"] == "dateline"


def test_a_scheduled_collect_stores_every_article_of_the_newsroom(collected: Schedules) -> None:
    (count,) = collected.rows("select count(*) from articles where state = 'read'")[0]
    shown = [article for article in collected.newsroom.press.articles if article.shown_from <= collected.newsroom.now]
    assert count == len({(article.outlet, article.path) for article in shown})
    assert collected.rows("select engine, flow, state from ops.runs") == [("prefect", "collect", "completed")]


def test_a_scheduled_collect_sends_one_alert_for_the_story_that_is_watched_for(collected: Schedules) -> None:
    assert [one["title"] for one in collected.desk.messages] == [
        "Black Sea: Turkey proposes $600 million war-risk pool at Black Sea grain talks"
    ]
    assert collected.rows("select watchlist, target, state, attempt_count from alerts") == [
        ("Black Sea", "desk", "sent", 1)
    ]


def test_a_scheduled_digest_puts_yesterdays_page_on_disk(collected: Schedules) -> None:
    run = collected.scheduled("digest")
    assert run["state_type"] == "COMPLETED", collected.said()
    page = collected.project / "digests" / yesterday().isoformat() / "index.html"
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_backfill_writes_the_digests_of_its_days(collected: Schedules) -> None:
    first = yesterday() - timedelta(days=1)
    run = collected.ended(collected.start("backfill", first=first.isoformat(), last=yesterday().isoformat()))
    assert run["state_type"] == "COMPLETED", collected.said()
    for day in (first, yesterday()):
        assert (collected.project / "digests" / day.isoformat() / "digest.md").exists()


def test_a_second_collect_is_cancelled_and_a_digest_waits_while_one_collects(collected: Schedules) -> None:
    newsroom = collected.newsroom
    newsroom.pages_open.clear()
    newsroom.now += timedelta(days=1)
    first = collected.start("collect")
    wait_until(lambda: newsroom.held, PATIENCE_S, "the first page that the first collect asks for")
    second = collected.ended(collected.start("collect"))
    digest = collected.start("digest")
    wait_until(lambda: collected.run(digest)["state_type"] == "RUNNING", PATIENCE_S, "the digest's start")
    assert collected.run(first)["state_type"] == "RUNNING"
    newsroom.pages_open.set()
    assert second["state_type"] == "CANCELLED", collected.said()
    assert collected.ended(first)["state_type"] == "COMPLETED", collected.said()
    assert collected.ended(digest)["state_type"] == "COMPLETED", collected.said()
    assert collected.rows(
        "select one.run_id from ops.runs as one join ops.runs as other on one.run_id <> other.run_id"
        " where one.started_at between other.started_at and other.ended_at"
    ) == []  # fmt: skip
    assert len(collected.desk.messages) == 1, "a later run told the same story again"
