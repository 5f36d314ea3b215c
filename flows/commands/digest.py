"""dateline digest."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from flows import digest as digest_stage
from flows.commands.talk import out, say
from flows.days import named_day
from flows.project import open_project
from flows.run import Run, running

_FILES = {
    "html": "index.html",
    "md": "digest.md",
    "json": "digest.json",
    "mail": "digest.eml",
    "feed": "../feed.xml",
    "rss": "../rss.xml",
    "jsonfeed": "../feed.json",
}

Format = Literal["path", "html", "md", "json", "feed", "rss", "jsonfeed", "mail"]


def digest(*, date: str = "yesterday", format: Format = "path") -> int:
    """Write the digest of a day and print where it is.

    Parameters
    ----------
    date
        A day as YYYY-MM-DD; yesterday, today or newest.
    format
        path prints the page's path; html, md, json or mail prints the digest itself, feed (Atom), rss or jsonfeed
        the feed of the newest digests.
    """
    from flows.analyse import count_days

    run = Run(open_project())
    with running(run, "digest"):
        count_days(run)
        day = named_day(date, run.project.warehouse, run.now())
        say(f"the digest of {day}")
        page = digest_stage.digest(run, day)
    out(str(page) if format == "path" else _printed(page, format))
    return 0


def _printed(page: Path, format: Format) -> str:
    """What a file of the digest holds, without the last line end: one is printed."""
    return (page.parent / _FILES[format]).read_text(encoding="utf-8").removesuffix("\n")
