"""Digest: a day's content → Markdown, HTML, JSON and mail, an edition for each content; the feeds of all digests."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from flows.day_pages import pages_of
from flows.edition import make_edition
from flows.errors import NothingThere
from flows.run import Run
from transforms.digest.as_feed import Issue, issue_of, render_atom, render_json_feed, render_rss
from transforms.digest.as_html import render_html
from transforms.digest.as_json import from_json, to_json
from transforms.digest.as_mail import render_mail
from transforms.digest.as_markdown import render_markdown
from transforms.digest.as_site import render_archive, render_month, render_thing
from transforms.digest.content import DigestContent, EditionChange
from transforms.digest.editions import compare_editions
from transforms.digest.thing_page import ArchiveDay, ArchiveMonth
from warehouse.database import Warehouse
from warehouse.journal import note_digest_written, note_unwritten_digest, save_edition
from warehouse.whole_files import remove_unfinished, write_whole

_ISSUES = 30  # of a feed, and of the archive's first page: a month, as much as a reader who was away catches up with


def digest(run: Run, day: date) -> Path:
    """Write a day's digest below the project's folder of digests, and the feeds; returns the HTML file.

    The same content is the same edition, to the byte; another content is the next one, and says what it changed.
    What a page links to is written before it. Killed here, the day waits in ops.unwritten_digests.
    NothingThere without articles.
    """
    folder = run.project.digests / day.isoformat()
    remove_unfinished(folder)
    with run.project.warehouse.snapshot() as warehouse:
        first = _content(run, warehouse, day)
        edition = _save(run, first)
        content = replace(first, edition=edition, edition_changes=_changes(run, first, edition))
        for page in pages_of(warehouse, content):
            write_whole(folder / page.link.path, render_thing(page).encode())
        for name, written in _files(run, content).items():
            write_whole(folder / name, written)
    with run.reading():
        write_feeds(run)
        write_archive(run, day)
    _done(run, day)
    run.counts["digests"] += 1
    return folder / "index.html"


def want(run: Run, day: date) -> None:
    """Note a day whose digest is to be written: should this run be killed before, the next one writes it."""
    with run.project.warehouse.writing() as connection:
        note_unwritten_digest(connection, day)


def write_unwritten(run: Run, but: date | None = None) -> list[Path]:
    """Write the digests that a killed run has left unwritten or half written, apart from a day's; returns the pages."""
    pages = []
    for day in (row["day"] for row in run.ask("unwritten_digests")):
        with suppress(NothingThere):  # its articles are gone since
            pages += [digest(run, day)] if day != but else []
    return pages


def write_feeds(run: Run) -> None:
    """Write the feeds of the newest digests anew."""
    issues = list(_issues(run))
    site = run.project.settings.digest_url
    write_whole(run.project.digests / "feed.xml", render_atom(issues, site).encode())
    write_whole(run.project.digests / "rss.xml", render_rss(issues, site).encode())
    write_whole(run.project.digests / "feed.json", render_json_feed(issues, site).encode())


def write_archive(run: Run, day: date) -> None:
    """Write the page that leads to every digest anew, and the pages of the months: that of `day`, and any that lack."""
    months = [ArchiveMonth(row["first_day"], row["day_count"]) for row in run.ask("archive_months")]
    for month in months:
        file = run.project.digests / month.path
        if month.first_day == day.replace(day=1) or not file.exists():
            write_whole(file, render_month(_archive_days(run, [month]), month).encode())
    newest = _archive_days(run, months[:2])[:_ISSUES]
    write_whole(run.project.digests / "index.html", render_archive(newest, months).encode())


def _archive_days(run: Run, months: Sequence[ArchiveMonth]) -> list[ArchiveDay]:
    """The days of some neighbouring months, the newest first."""
    if not months:
        return []
    first, last = months[-1].first_day, months[0].first_day
    rows = run.ask("archive_days", first=first, last=last + timedelta(days=monthrange(last.year, last.month)[1] - 1))
    return [ArchiveDay(**row) for row in rows]


def yesterday(run: Run) -> date:
    """The day before now, in the reader's zone."""
    return run.now().astimezone(ZoneInfo(run.project.settings.timezone)).date() - timedelta(days=1)


def days_touched(run: Run, days: Sequence[date]) -> list[date]:
    """Those of the days that have articles."""
    rows = run.ask("days_with_articles", first=min(days), last=max(days)) if days else []
    return [row["day"] for row in rows if row["day"] in set(days)]


def _content(run: Run, warehouse: Warehouse, day: date) -> DigestContent:
    try:
        return make_edition(warehouse, day, run.project.settings.digest_pages)
    except NothingThere:
        _done(run, day)
        raise


def _done(run: Run, day: date) -> None:
    with run.project.warehouse.writing(publishing=False) as connection:
        note_digest_written(connection, day)


def _files(run: Run, content: DigestContent) -> dict[str, bytes]:
    settings = run.project.settings
    address = f"{settings.digest_url}{content.day}/index.html" if settings.digest_url else ""
    return {
        "digest.md": render_markdown(content).encode(),
        "digest.json": to_json(content).encode(),
        "digest.eml": render_mail(content, settings.mail_from, settings.mail_to, address),
        "index.html": render_html(content).encode(),
    }


def _save(run: Run, content: DigestContent) -> int:
    """Keep the content where it is new; returns its edition."""
    with run.project.warehouse.writing() as connection:
        return save_edition(connection, content.day, to_json(content), run.now())


def _changes(run: Run, content: DigestContent, edition: int) -> tuple[EditionChange, ...]:
    """What the edition says otherwise than the one before; nothing where that is of a format that is no longer read."""
    rows = run.ask("edition_content", day=content.day, edition=edition - 1)
    former = _read(rows[0]["content"]) if rows else None
    return compare_editions(former, content) if former else ()


def _issues(run: Run) -> Iterator[Issue]:
    for row in run.ask("newest_editions", most=_ISSUES):
        content = _read(row["content"])
        if content:
            zone = ZoneInfo(content.zone)
            changes = _changes(run, content, row["edition"])
            whole = replace(content, edition=row["edition"], edition_changes=changes)
            yield issue_of(whole, row["written_at"].astimezone(zone))


def _read(text: str) -> DigestContent | None:
    """The content of a stored edition; None where an earlier build wrote it in a format that is no longer read."""
    try:
        return from_json(text)
    except (ValueError, TypeError):
        return None
