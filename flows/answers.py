"""How everything is fetched, by the project's settings, and where the answers are kept as they came."""

from __future__ import annotations

from collections.abc import Sequence

from flows.fetch import FetchResult, FetchRules
from flows.run import Run
from transforms.text import make_id
from warehouse.archive import ArchiveWriter, Position

_MEGABYTE = 1_000_000


def rules_of(run: Run, max_mb: float) -> FetchRules:
    """How to fetch, by the project's settings."""
    settings = run.project.settings
    return FetchRules(
        user_agent=settings.user_agent,
        timeout_s=settings.timeout_seconds,
        total_s=settings.total_seconds,
        max_bytes=int(max_mb * _MEGABYTE),
        host_delay_s=settings.host_delay_seconds,
        allow_networks=settings.allow_networks,
        connect_to=run.connect_to,
    )


def header(result: FetchResult, name: str) -> str | None:
    """The first value of a response header, None where it was not sent."""
    return next((value for key, value in result.headers if key.lower() == name), None)


def keep_answers(run: Run, kind: str, results: Sequence[FetchResult]) -> dict[str, Position]:
    """Write all answers to one WARC file; returns their positions by key."""
    at = run.now()
    name = f"{at:%Y/%m/%d}/{kind}-{at:%H%M%S}-{run.run_id}-{make_id(*sorted(r.key for r in results))}.warc.gz"
    positions = {}
    with ArchiveWriter(run.project.archive, name) as writer:
        for result in results:
            if result.status is not None:
                line = f"{result.status} {result.reason}".strip()
                positions[result.key] = writer.add(
                    result.final_url, result.fetched_at, line, result.headers, result.content
                )
    return positions
