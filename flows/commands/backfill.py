"""dateline backfill: pages of WARC archives, or days that are to be made again."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from flows import analyse, extract, stages
from flows.backfill import Backfill
from flows.commands.execute import execute, report
from flows.commands.talk import watched
from flows.errors import SettingsError
from flows.feed_list import sync_seeds
from flows.project import open_project
from flows.run import Run

Files = Annotated[tuple[Path, ...], Parameter(consume_multiple=True, negative=())]
Words = Annotated[tuple[str, ...], Parameter(consume_multiple=True, negative=())]


def backfill(
    *, warc: Files = (), site: Words = (), first: date | None = None, last: date | None = None, direct: bool = False,
    json: bool = False,
) -> int:  # fmt: skip
    """Take the pages of WARC archives as if they had been fetched when they were stored; or make days again.

    Parameters
    ----------
    warc
        WARC files (.warc, .warc.gz), such as CC-NEWS; one or more.
    site
        Only pages of these domains.
    first
        Without archives: the first day to make again, with its digest.
    last
        The last of those days; the first by default.
    direct
        Without Prefect's engine.
    json
        Say what was done as one JSON object.
    """
    if bool(warc) == (first is not None):
        raise SettingsError("give the archives to read with --warc FILE…, or the days to make again with --first DAY")
    if missing := [path for path in warc if not path.is_file()]:
        raise SettingsError(f"{missing[0]}: there is no such file")
    with watched() as progress:
        this = Run(open_project(), progress=progress)
        if first is None:
            execute(this, "backfill", lambda run: _read_archives(run, warc, site), direct=direct)
            return report(this, [], json=json)
        days = _days(first, last or first)
        pages = execute(this, "backfill", lambda run: stages.make_again(run, days), direct=direct)
    return report(this, [Path(page) for page in pages], json=json)


def _read_archives(run: Run, files: tuple[Path, ...], sites: tuple[str, ...]) -> None:
    """Read, extract, analyse, count."""
    sync_seeds(run)
    Backfill(run, tuple(site.lower().strip(".") for site in sites)).read(files)
    extract.extract(run)
    analyse.analyse(run)


def _days(first: date, last: date) -> list[date]:
    if last < first:
        raise SettingsError(f"the last day, {last}, lies before the first, {first}")
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]
