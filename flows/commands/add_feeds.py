"""dateline feeds add: by the address of a feed, or of a site whose feeds are looked for."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

from flows.commands.feeds import own_feeds
from flows.commands.talk import as_json, out, say
from flows.discovery import Discovery, discover
from flows.errors import SettingsError
from flows.feed_list import ListedFeed, write_feed_list
from flows.project import open_project
from flows.run import Run
from transforms.collect.discovery import FoundFeed
from transforms.text import clean_text
from transforms.urls import absolute_url, site_of
from warehouse.whole_files import changing

_TITLES = 3  # newest titles of a candidate that are shown


def add_feeds(
    *addresses: str, folder: str = "", first: bool = False, all: bool = False, json: bool = False, check: bool = True
) -> int:
    """Add feeds by their addresses, or by that of a site: its feeds are looked for and shown to choose from.

    Parameters
    ----------
    addresses
        Addresses of feeds, or of sites.
    folder
        A group to put them in, such as europe/press.
    first
        Of a site's feeds, take the likeliest without asking.
    all
        Of a site's feeds, take all without asking.
    json
        One JSON object for each feed that was found.
    check
        Look at each address first; otherwise it is added as it is.
    """
    if first and all:
        raise SettingsError("--first and --all contradict each other; give one of them")
    project = open_project()
    own_feeds(project)  # a list that cannot be written again is told before anybody is asked
    found: list[ListedFeed] = []
    failed = 0
    run = Run(project)
    with run.workers:
        for address in addresses:
            chosen = _chosen(run, address, first=first, all=all, json=json) if check else _unseen(address)
            failed += not chosen
            found += [_placed(feed, folder) for feed in chosen]
    with changing(project.feeds_file):
        feeds = own_feeds(project)
        known = {feed.url for feed in feeds}
        write_feed_list(project.feeds_file, [*feeds, *(feed for feed in found if _is_new(feed, known))])
    return 1 if failed else 0


def _placed(feed: ListedFeed, folder: str) -> ListedFeed:
    return ListedFeed(feed.url, feed.title, feed.outlet_domain, folder, feed.language, True, feed.site_url)


def _is_new(feed: ListedFeed, known: set[str]) -> bool:
    if feed.url in known:
        say(f"{feed.url} is in the list already")
        return False
    known.add(feed.url)
    return True


def _unseen(address: str) -> list[ListedFeed]:
    url = absolute_url(address)
    if url is None:
        say(f"{address!r} is no http or https address")
        return []
    say(f"added {url} unseen")
    return [ListedFeed(url, site_of(url), site_of(url))]


def _chosen(run: Run, address: str, *, first: bool, all: bool, json: bool) -> list[ListedFeed]:
    """The feeds at an address that are to be added; says what became of each."""
    url = absolute_url(address if "://" in address else f"https://{address}" if "." in address else address)
    if url is None:
        say(f"{address!r} is no http or https address")
        return []
    found = discover(run, url)
    if not found.feeds:
        say(f"{url} was not added: {found.reason}")
        return []
    taken = _taken(url, found, first=first, all=all, json=json)
    if json:
        for one in found.feeds:
            out(as_json(_as_object(url, one, one in taken)))
    feeds = [_listed(one) for one in taken]
    for feed, one in zip(feeds, taken, strict=True):
        say(f"added {feed.url}: {feed.title}, {len(one.feed.entries)} entries")
    return feeds


def _taken(url: str, found: Discovery, *, first: bool, all: bool, json: bool) -> list[FoundFeed]:
    """Those that were asked for; a direct address, or a site's only feed, needs no question."""
    if found.is_direct:
        return list(found.feeds)
    if not json:
        _show(found.feeds)
    if all:
        return list(found.feeds)
    if first or (len(found.feeds) == 1 and found.feeds[0].feed.format not in ("sitemap", "sitemap-index")):
        return [found.feeds[0]]
    if sys.stdin.isatty() and sys.stderr.isatty() and not json:
        return _asked(found.feeds)
    say(
        f"{len(found.feeds)} feeds were found at {url} and none was added; "
        "choose: `dateline feeds add ADDRESS` adds one of them, --first the first, --all all"
    )
    return []


def _asked(feeds: Sequence[FoundFeed]) -> list[FoundFeed]:
    """Those that the user names by number."""
    say(f"Which? Numbers from 1 to {len(feeds)}, all, or nothing for none: ")
    words = sys.stdin.readline().replace(",", " ").split()
    if words == ["all"]:
        return list(feeds)
    wrong = [word for word in words if not (word.isdecimal() and 1 <= int(word) <= len(feeds))]
    if wrong:
        raise SettingsError(f"{wrong[0]!r} is none of the numbers from 1 to {len(feeds)}; nothing was added")
    return [feeds[int(word) - 1] for word in dict.fromkeys(words)]


def _show(feeds: Sequence[FoundFeed]) -> None:
    for number, one in enumerate(feeds, 1):
        out(f"{number}  {one.url}")
        out(f"   {_title(one)} ({one.feed.format}, {len(one.feed.entries)} entries, found by {one.candidate.found_by})")
        for entry in one.newest(_TITLES):
            moment = entry.published_at or entry.updated_at
            shown = f"{moment:%Y-%m-%d %H:%M}" if moment else "no time"
            out(f"   {shown:<16}  {clean_text(entry.title or entry.url or '')}")


def _title(one: FoundFeed) -> str:
    return one.feed.title or one.candidate.title or site_of(one.url)


def _as_object(url: str, one: FoundFeed, is_added: bool) -> dict[str, Any]:
    return {
        "address": url, "url": one.url, "kind": one.feed.format, "title": _title(one),
        "found_by": one.candidate.found_by, "entries": len(one.feed.entries), "is_added": is_added,
        "newest": [{"title": entry.title, "url": entry.url, "published_at": entry.published_at or entry.updated_at}
                   for entry in one.newest(_TITLES)],
    }  # fmt: skip


def _listed(one: FoundFeed) -> ListedFeed:
    site = one.feed.site_url or ""
    return ListedFeed(one.url, _title(one), site_of(site or one.url), "", one.feed.language.lower()[:2], True, site)
