"""What is wrong with watchlists, targets and alerts, and what mends it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta

from flows.errors import SettingsError
from flows.project import Project
from flows.run import utc_now
from flows.targets import targets_of
from flows.trouble import Finding
from flows.watchlists import watchlists_of

_RECENT = timedelta(days=7)
_IN_WORDS = {
    "waiting": "wait to be sent again",
    "failed": "could not be sent",
    "lapsed": "could not be sent for a day and were given up",
    "unknown": "may not have arrived",
}


def alert_findings(project: Project) -> Iterator[Finding]:
    """Watchlists and targets that cannot be read or used, and alerts that did not arrive."""
    try:
        lists = watchlists_of(project)
    except SettingsError as error:
        yield Finding(str(error), f"edit {project.watchlists_file}")
        return
    wanted = {target for one in lists if one.alert != "digest" for target in one.targets}
    if wanted:
        yield from _targets(project, wanted)
        yield from _troubles(project)


def _targets(project: Project, wanted: set[str]) -> Iterator[Finding]:
    path = project.targets_file
    try:
        known = targets_of(project, os.environ)
    except SettingsError as error:
        yield Finding(str(error), f"edit {path}")
        return
    for name in sorted(wanted - set(known)):
        yield Finding(f"watchlists alert the target {name!r}, which {path} does not name", f"edit {path}")
    if path.exists() and path.stat().st_mode & 0o077:
        yield Finding(f"{path} holds secrets and can be read by others", f"chmod 600 {path}")


def _troubles(project: Project) -> Iterator[Finding]:
    for row in project.warehouse.ask("alert_troubles", {"since": utc_now() - _RECENT}):
        reason = f": {row['error']}" if row["error"] else ""
        which = f"{row['alert_count']} alerts of {row['watchlist']!r} to {row['target']!r}"
        yield Finding(
            f"{which} {_IN_WORDS[row['state']]}{reason}",
            f"mend the target {row['target']!r} in {project.targets_file}",
        )
