"""dateline prune."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from flows.commands.talk import as_json, out, say
from flows.errors import SettingsError
from flows.project import Project, only_run, open_project
from flows.run import utc_now
from warehouse.prune import Kind, Loss, remove_files
from warehouse.prune import prune as prune_warehouse

_DAYS = {"": 1, "d": 1, "w": 7, "y": 365}


def prune(
    *, older_than: str = "365d", pages: bool = True, polls: bool = True, texts: bool = False, dry_run: bool = False,
    json: bool = False,
) -> int:  # fmt: skip
    """Remove what is older than some days: archived pages and notes of polls; with --texts what was read, too.

    Parameters
    ----------
    older_than
        Days (365d), weeks (52w) or years (2y) that are kept.
    pages
        Leave the pages and feed documents in the archive.
    polls
        Leave the notes of polls and runs.
    texts
        Also the texts and all that was read in them; the numbers of their days stay, and open to no sentence any more.
    dry_run
        Only say what would go.
    json
        As one JSON object.
    """
    project = open_project()
    chosen: dict[Kind, bool] = {"pages": pages, "polls": polls, "texts": texts}
    kinds = [kind for kind, is_chosen in chosen.items() if is_chosen]
    before = _before(project, older_than)
    if not project.warehouse.path.exists():
        say(f"nothing has been collected in {project.folder}")
        return 0
    with only_run(project):
        with project.warehouse.writing(publishing=not dry_run) as connection:
            zone = project.settings.timezone
            loss = prune_warehouse(connection, project.archive, kinds, before, zone, utc_now(), rehearsal=dry_run)
        if not dry_run:
            remove_files(project.archive, loss.files)
    if json:
        out(as_json(_as_object(before, loss, is_rehearsal=dry_run)))
    else:
        _show(before, loss, is_rehearsal=dry_run)
    return 0


def _before(project: Project, older_than: str) -> date:
    found = re.fullmatch(r"(\d{1,5})([dwy]?)", older_than.strip().lower())
    if not found:
        raise SettingsError(
            f"--older-than {older_than!r} is no length of time; give days, weeks or years: 365d, 52w, 2y"
        )
    today = utc_now().astimezone(ZoneInfo(project.settings.timezone)).date()
    try:
        return today - timedelta(days=int(found[1]) * _DAYS[found[2]])
    except OverflowError:
        raise SettingsError(f"--older-than {older_than!r} reaches back before the year 1") from None


def _as_object(before: date, loss: Loss, *, is_rehearsal: bool) -> dict[str, Any]:
    return {
        "before": before, "is_dry_run": is_rehearsal, "rows": loss.rows, "files": len(loss.files),
        "bytes": loss.byte_count, "days_without_sentences": loss.day_count,
    }  # fmt: skip


def _show(before: date, loss: Loss, *, is_rehearsal: bool) -> None:
    would = "would go" if is_rehearsal else "went"
    out(f"before {before}: {len(loss.files)} archive files ({loss.byte_count / 1e6:.1f} MB) {would}")
    for kind, tables in loss.rows.items():
        for table, count in tables.items():
            out(f"  {kind:<6} {table:<22} {count:>10} rows {'forget their place' if _is_kept(kind, table) else would}")
    if loss.rows.get("pages") and loss.files:
        say("a page that is gone cannot be read again by a later version of Dateline")
    if loss.day_count:
        say(f"the numbers of {loss.day_count} days stay as they are and open to no sentence any more")


def _is_kept(kind: str, table: str) -> bool:
    """Whether the table's rows stay, without what they referred to."""
    return kind == "pages" or table == "facts.entries"
