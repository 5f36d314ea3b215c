"""dateline serve."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from flows.commands.execute import prepare_prefect
from flows.commands.talk import say
from flows.errors import DatelineError
from flows.fetch import FetchRequest, FetchResult, FetchRules, fetch_all
from flows.project import Project, open_project
from flows.run import utc_now

PREFECT_YAML = Path(__file__).parents[2] / "prefect.yaml"

_PATIENCE_S = 180


def serve(*, port: int = 4200) -> int:
    """Run the schedules in one process, with Prefect's page on this machine alone.

    The deployments are those of prefect.yaml; the digest's morning is in the project's zone. With PREFECT_API_URL set,
    that server is used instead of one of its own. Ctrl-C ends it; a run under way is loaded by the next.

    Parameters
    ----------
    port
        Port of Prefect's page on 127.0.0.1.
    """
    project = open_project()
    os.environ["DATELINE_HOME"] = str(project.folder)
    prepare_prefect(project.folder)
    os.environ["PREFECT_LOGGING_LEVEL"] = "INFO"
    with _server(port):
        from prefect import serve as serve_deployments

        deployments = [_deployment(row, project) for row in deployment_rows()]
        say(f"schedules are running for {project.folder}; page: {os.environ['PREFECT_API_URL'].removesuffix('/api')}")
        serve_deployments(*deployments, print_starting_message=False)
    return 0


def deployment_rows() -> list[dict[str, Any]]:
    """The deployments of prefect.yaml: the one place that says what runs when."""
    from yaml import safe_load

    found: list[dict[str, Any]] = safe_load(PREFECT_YAML.read_text(encoding="utf-8"))["deployments"]
    return found


def _deployment(row: dict[str, Any], project: Project) -> Any:
    from prefect.client.schemas.objects import ConcurrencyLimitConfig
    from prefect.client.schemas.schedules import CronSchedule
    from prefect.types.entrypoint import EntrypointType

    from flows import pipeline

    flow = getattr(pipeline, row["entrypoint"].rpartition(".")[2])
    zone = project.settings.timezone
    schedules = [CronSchedule(cron=one["cron"], timezone=zone) for one in row["schedules"]]
    limit = ConcurrencyLimitConfig(**row["concurrency_limit"])
    return flow.to_deployment(
        name=row["name"], schedules=schedules, concurrency_limit=limit, description=row["description"],
        parameters={"folder": str(project.folder)},
        entrypoint_type=EntrypointType.MODULE_PATH,  # a path would put flows/ itself first on sys.path
    )  # fmt: skip


@contextmanager
def _server(port: int) -> Iterator[None]:
    """A Prefect server on loopback for as long as the block lasts; none where PREFECT_API_URL names one."""
    if os.environ.get("PREFECT_API_URL"):
        yield
        return
    api = f"http://127.0.0.1:{port}/api"
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port)]
    # A group of its own: Ctrl-C must not end the server while the schedules are still being paused on it.
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, process_group=0)
    signal.signal(signal.SIGHUP, signal.default_int_handler)  # a closed terminal does not reach that group
    try:
        _wait_for(api, process)
        os.environ["PREFECT_API_URL"] = api
        yield
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(10)


def _wait_for(api: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _PATIENCE_S
    while not _is_up(f"{api}/health"):
        if process.poll() is not None or time.monotonic() > until:
            raise DatelineError(f"Prefect's server did not start at {api}; is the port taken? Try --port 4300")
        time.sleep(0.5)


def _is_up(url: str) -> bool:
    rules = FetchRules("dateline", max_bytes=10_000, timeout_s=5, host_delay_s=0, allow_networks=("127.0.0.0/8",))
    results: list[FetchResult] = []
    fetch_all([FetchRequest("health", url)], rules, results.append, utc_now)
    return results[0].outcome == "ok"
