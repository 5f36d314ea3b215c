"""What runs are made of: the stages in their order, the same through Prefect and without it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from flows import alerts, analyse, collect, digest, extract
from flows.errors import NothingThere
from flows.feed_list import sync_seeds
from flows.run import Run
from warehouse.journal import touch_days


def read_news(run: Run, *, every_feed: bool = False) -> None:
    """Collect, extract and analyse, and alert of what the watchlists have new."""
    sync_seeds(run)
    collect.collect(run, every_feed=every_feed)
    extract.extract(run)
    analyse.analyse(run)
    alerts.alert(run)


def whole_run(run: Run, *, every_feed: bool = False) -> list[Path]:
    """Collect, extract, analyse, and write the digest of the newest day that has articles; returns its page.

    A feed's old entries would otherwise write years of digests; `dateline digest --date` writes any day's.
    """
    read_news(run, every_feed=every_feed)
    return write_newest(run)


def catch_up(run: Run) -> None:
    """Read the news, and write the digests that a killed run has left."""
    read_news(run)
    digest.write_unwritten(run)


def write_newest(run: Run) -> list[Path]:
    """The digest of the newest day that has articles, where there is one; then those that a killed run has left."""
    rows = run.ask("newest_day")
    newest = rows[0]["day"] if rows else None
    pages = [digest.digest(run, newest)] if newest else []
    digest.write_unwritten(run, but=newest)
    return pages


def write_digest(run: Run, day: date | None) -> str:
    """Count what is still to be counted, write a day's digest (yesterday's by default); returns its page or why not.

    A run that is killed here has noted the day for the next one. What earlier ones have left is written too.
    """
    wanted = day or digest.yesterday(run)
    digest.want(run, wanted)
    analyse.count_days(run)
    try:
        page = str(digest.digest(run, wanted))
    except NothingThere as nothing:
        page = str(nothing)
    digest.write_unwritten(run, but=wanted)
    return page


def make_again(run: Run, days: Sequence[date]) -> list[str]:
    """Extract and analyse what waits, count some days again and write their digests; returns the pages."""
    sync_seeds(run)
    collect.fetch_pages(run)
    extract.extract(run)
    with run.project.warehouse.writing() as connection:
        touch_days(connection, min(days), max(days))
    analyse.analyse(run)
    return [str(digest.digest(run, day)) for day in digest.days_touched(run, days)]
