"""dateline feeds list, import, export."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from flows.commands.talk import as_json, out, say
from flows.errors import FeedListError
from flows.feed_list import ListedFeed, project_feeds, read_feed_list, write_feed_list
from flows.project import Project, open_project
from transforms.collect.opml import BadOpml, OpmlFeed, read_opml, write_opml
from transforms.urls import absolute_url, site_of


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
    for row in rows:
        out(
            as_json(row)
            if json
            else "  ".join((f"{row['state']:<10}", row["url"], row["title"], row["error"])).rstrip()
        )
    return 0


def _listed(feed: ListedFeed, state: dict[str, Any] | None) -> dict[str, Any]:
    last = state or {}
    outcome = last.get("last_outcome")
    word = (
        "paused"
        if not feed.is_enabled
        else "new"
        if outcome is None
        else "ok"
        if outcome in ("ok", "unchanged")
        else "failing"
    )
    return {
        "state": word, "url": feed.url, "title": feed.title, "folder": feed.folder, "language": feed.language,
        "outlet_domain": feed.outlet_domain, "last_polled_at": last.get("last_polled_at"),
        "last_success_at": last.get("last_success_at"), "next_poll_at": last.get("next_poll_at"),
        "failure_count": last.get("failure_count", 0),
        "error": (last.get("last_error") or "") if word == "failing" else "",
    }  # fmt: skip


def import_feeds(file: Path) -> int:
    """Add the feeds of an OPML file.

    Parameters
    ----------
    file
        The OPML file.
    """
    project = open_project()
    feeds = own_feeds(project)
    known = {feed.url for feed in feeds}
    new = [feed for feed in feeds_of_opml(file) if feed.url not in known]
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
        file.write_bytes(text)
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
