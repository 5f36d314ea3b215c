"""The site beside the digests: a page for each thing of a day, and the archive of all days. Static files, no script."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from transforms.digest.pages import month_words, templates
from transforms.digest.thing_page import ArchiveDay, ArchiveMonth, ThingPage


def render_thing(page: ThingPage) -> str:
    """A page of the day's folder: the same bytes for the same page."""
    return (
        templates()
        .get_template("thing.html.j2")
        .render(page=page, content=page, root="../" * page.link.path.count("/"))
    )


def render_archive(days: Sequence[ArchiveDay], months: Sequence[ArchiveMonth]) -> str:
    """The page that leads to every digest, to the older ones by their months; both come with the newest first."""
    by_year = [(year, list(found)) for year, found in groupby(months, key=lambda month: month.first_day.year)]
    return _archive(days, title="All digests", count=sum(month.day_count for month in months), by_year=by_year, root="")


def render_month(days: Sequence[ArchiveDay], month: ArchiveMonth) -> str:
    """The page of the archive that leads to the digests of a month."""
    title = month_words((month.first_day.year, month.first_day.month))
    return _archive(days, title=title, count=len(days), by_year=[], root="../")


def _archive(
    days: Sequence[ArchiveDay], *, title: str, count: int, by_year: list[tuple[int, list[ArchiveMonth]]], root: str
) -> str:
    by_month = [(month, list(found)) for month, found in groupby(days, key=lambda day: (day.day.year, day.day.month))]
    page = templates().get_template("archive.html.j2")
    return page.render(days=days, title=title, count=count, by_month=by_month, by_year=by_year, root=root)
