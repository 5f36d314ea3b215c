"""dateline feeds list, pause, resume, import, export."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from flows.commands.talk import as_json, as_lines, out, say
from flows.errors import FeedListError
from flows.feed_list import ListedFeed, project_feeds, read_feed_list, write_feed_list
from flows.project import Project, open_project
from transforms.collect.feed_words import state_in_words
from transforms.collect.opml import BadOpml, OpmlFeed, read_opml, write_opml
from transforms.collect.rhythm import in_words
from transforms.ids import feed_id
from transforms.urls import absolute_url, site_of
from warehouse.journal import resume_polls
from warehouse.whole_files import asked_for, changing

_COLUMNS = ("state", "last_success_at", "rhythm", "title", "url", "note")


def own_feeds(project: Project) -> list[ListedFeed]:
    """The project's own feeds. FeedListError where a line cannot be used: writing the list again would lose it."""
    if not project.feeds_file.exists():
        return []
    feeds, warnings = read_feed_list(project.feeds_file)
    if warnings:
        raise FeedListError(f"{warnings[0]} first: writing the list again would lose that line")
    return feeds


def list_feeds(*, json: bool = False) -> int:
    """List the feeds and how they are.

    Parameters
    ----------
    json
        One JSON object a feed.
    """
    project = open_project()
    feeds, warnings = project_feeds(project)
    for warning in warnings:
        say(f"dateline: {warning}")
    states = {row["url"]: row for row in project.warehouse.ask("feed_states")}
    rows = [_listed(feed, states.get(feed.url)) for feed in feeds]
    if json:
        for row in rows:
            out(as_json(row))
    elif rows:
        out(as_lines([name.replace("_", " ").removesuffix(" at") for name in _COLUMNS], _cells(rows)))
    return 0


def _listed(feed: ListedFeed, row: dict[str, Any] | None) -> dict[str, Any]:
    last = dict(row or {"state": "new"})
    if not feed.is_enabled:
        last["state"] = "paused"
    elif last["state"] == "paused":  # the list has changed since the last run
        last["state"] = "new"
    return {
        "state": last["state"], "url": feed.url, "title": feed.title, "folder": feed.folder, "language": feed.language,
        "outlet_domain": feed.outlet_domain, "last_polled_at": last.get("last_polled_at"),
        "last_success_at": last.get("last_success_at"), "next_poll_at": last.get("next_poll_at"),
        "rhythm": in_words(last.get("usual_minutes")), "usual_minutes": last.get("usual_minutes"),
        "newest_at": last.get("newest_at"), "moved_url": last.get("moved_url"),
        "failure_count": last.get("failure_count", 0), "note": state_in_words(last),
        "error": (last.get("last_error") or "") if last["state"] in ("failing", "flaky", "gone") else "",
    }  # fmt: skip


def _cells(rows: Iterable[dict[str, Any]]) -> list[list[str]]:
    return [[_cell(row[name]) for name in _COLUMNS] for row in rows]


def _cell(value: object) -> str:
    return f"{value:%Y-%m-%d %H:%M}" if isinstance(value, datetime) else str(value or "")


def pause_feeds(*addresses: str) -> int:
    """Poll some feeds no more until they are resumed; what they brought stays.

    Parameters
    ----------
    addresses
        Addresses of feeds in the list.
    """
    return _enable(addresses, is_enabled=False)


def resume_feeds(*addresses: str) -> int:
    """Poll some feeds again, at the next run: paused ones, ones that were gone, ones that failed and wait.

    Parameters
    ----------
    addresses
        Addresses of feeds in the list.
    """
    return _enable(addresses, is_enabled=True)


def _enable(addresses: Sequence[str], *, is_enabled: bool) -> int:
    project = open_project()
    with changing(project.feeds_file):
        return _enable_in(project, addresses, is_enabled=is_enabled)


def _enable_in(project: Project, addresses: Sequence[str], *, is_enabled: bool) -> int:
    feeds, warnings = project_feeds(project)
    if warnings:
        raise FeedListError(f"{warnings[0]} first: writing the list again would lose that line")
    wanted = {absolute_url(address) or address: address for address in addresses}
    unknown = [address for url, address in wanted.items() if url not in {feed.url for feed in feeds}]
    for address in unknown:
        say(f"{address} is not in the list; `dateline feeds list` shows what is")
    named = [feed for feed in feeds if feed.url in wanted]
    if any(feed.is_enabled != is_enabled for feed in named):
        write_feed_list(
            project.feeds_file,
            [replace(feed, is_enabled=is_enabled) if feed.url in wanted else feed for feed in feeds],
        )
    if is_enabled and named and project.warehouse.path.exists():
        with project.warehouse.writing() as connection:
            resume_polls(connection, [feed_id(feed.url) for feed in named])
    for feed in named:
        say(f"{feed.url} is {'polled at the next run' if is_enabled else 'paused'}")
    return 1 if unknown else 0


def import_feeds(file: Path) -> int:
    """Add the feeds of an OPML file.

    Parameters
    ----------
    file
        The OPML file.
    """
    project = open_project()
    found = feeds_of_opml(file)
    with changing(project.feeds_file):
        feeds = own_feeds(project)
        known = {feed.url for feed in feeds}
        new = [feed for feed in found if feed.url not in known]
        write_feed_list(project.feeds_file, [*feeds, *new])
    say(f"{len(new)} feeds added from {file}; {len(feeds) + len(new)} in the list")
    return 0


def export_feeds(file: Path | None = None) -> int:
    """Write the feeds as OPML.

    Parameters
    ----------
    file
        Where to; stdout by default.
    """
    feeds, _ = project_feeds(open_project())
    text = write_opml([_outline(feed) for feed in feeds], "Dateline")
    if file:
        with asked_for(file) as fresh:
            fresh.write_bytes(text)
    else:
        out(text.decode("utf-8").rstrip("\n"))
    return 0


def feeds_of_opml(path: Path) -> list[ListedFeed]:
    """The feeds of an OPML file; what it says beyond a feed's columns is kept in `attributes`."""
    try:
        outlines = read_opml(path.read_bytes())
    except BadOpml as error:
        raise FeedListError(f"{path}: {error}") from error
    except OSError as error:
        raise FeedListError(f"{path}: cannot be read: {error.strerror or error}") from error
    return _usable(path, outlines)


def _usable(path: Path, outlines: Sequence[OpmlFeed]) -> list[ListedFeed]:
    feeds: dict[str, ListedFeed] = {}
    for outline in outlines:
        url = absolute_url(outline.url)
        if url is None:
            say(f"dateline: {path}: {outline.url!r} is no http or https address and was left out")
        else:
            feeds.setdefault(url, _listed_feed(url, outline))
    return list(feeds.values())


def _listed_feed(url: str, outline: OpmlFeed) -> ListedFeed:
    site = outline.site_url or ""
    title = outline.title or site_of(url)
    return ListedFeed(
        url, title, site_of(site or url), outline.folder, outline.language, True, site, tuple(outline.attributes)
    )


def _outline(feed: ListedFeed) -> OpmlFeed:
    return OpmlFeed(
        url=feed.url, title=feed.title, site_url=feed.site_url, folder=feed.folder, language=feed.language,
        attributes=feed.attributes,
    )  # fmt: skip
