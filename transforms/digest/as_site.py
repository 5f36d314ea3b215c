"""The site beside the digests: a page for each thing of a day, and the archive of all days. Static files, no script."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from transforms.digest.pages import templates
from transforms.digest.thing_page import ArchiveDay, ThingPage


def render_thing(page: ThingPage) -> str:
    """A page of the day's folder: the same bytes for the same page."""
    return (
        templates()
        .get_template("thing.html.j2")
        .render(page=page, content=page, root="../" * page.link.path.count("/"))
    )


def render_archive(days: Sequence[ArchiveDay]) -> str:
    """The page that leads to every digest; `days` comes with the newest first."""
    months = [(month, list(found)) for month, found in groupby(days, key=lambda day: (day.day.year, day.day.month))]
    return templates().get_template("archive.html.j2").render(months=months, count=len(days))
