"""The user's feeds: feeds.csv in the project, else the default list; and seeds as the warehouse wants them."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from flows.errors import FeedListError
from flows.knowledge import SEEDS
from flows.project import Project
from flows.run import Run
from transforms.ids import feed_id, outlet_id
from transforms.rows.seeds import FeedRow, OutletRow
from transforms.text import told
from transforms.urls import absolute_url, site_of
from warehouse.database import save_setting
from warehouse.load import load_rows, to_arrow
from warehouse.seeds import SeedError, known_rows, read_csv, read_outlets
from warehouse.whole_files import write_whole

COLUMNS = ("url", "title", "outlet_domain", "folder", "language", "enabled", "site_url", "attributes")


@dataclass(frozen=True)
class ListedFeed:
    """A line of feeds.csv. `attributes` are those of an OPML outline that have no column: export loses nothing."""

    url: str
    title: str
    outlet_domain: str
    folder: str = ""
    language: str = ""
    is_enabled: bool = True
    site_url: str = ""
    attributes: tuple[tuple[str, str], ...] = ()


def read_feed_list(path: Path) -> tuple[list[ListedFeed], list[str]]:
    """The feeds of a file, and a warning for each line that cannot be used: a bad line costs no other."""
    found: dict[str, ListedFeed] = {}
    warnings = []
    try:
        for line, row in read_csv(path, ("url",)):
            url = absolute_url(row["url"])
            if url is None:
                warnings.append(
                    f"{path}, line {line}: {row['url']!r} is no http or https address; mend or remove the line"
                )
            elif url not in found:
                found[url] = _listed(url, row)
    except SeedError as error:
        raise FeedListError(str(error)) from error
    return list(found.values()), warnings


def _listed(url: str, row: dict[str, str]) -> ListedFeed:
    try:
        attributes = tuple(sorted(json.loads(row.get("attributes") or "{}").items()))
    except (ValueError, AttributeError):
        attributes = ()
    domain = row.get("outlet_domain") or site_of(row.get("site_url") or url)
    return ListedFeed(
        url, told(row.get("title", "")) or domain, domain, row.get("folder", ""), row.get("language", ""),
        row.get("enabled", "").lower() not in ("false", "0", "no"), row.get("site_url", ""), attributes,
    )  # fmt: skip


def write_feed_list(path: Path, feeds: Iterable[ListedFeed]) -> None:
    """Replace a file of feeds, whole or not at all."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for feed in feeds:
        attributes = json.dumps(dict(feed.attributes), ensure_ascii=False, sort_keys=True) if feed.attributes else ""
        enabled = "true" if feed.is_enabled else "false"
        writer.writerow(
            (feed.url, feed.title, feed.outlet_domain, feed.folder, feed.language, enabled, feed.site_url, attributes)
        )
    write_whole(path, text.getvalue().encode())


def project_feeds(project: Project) -> tuple[list[ListedFeed], list[str]]:
    """The feeds of a project: its own where it has any, else the default list."""
    if project.feeds_file.exists():
        feeds, warnings = read_feed_list(project.feeds_file)
        if feeds or warnings:
            return feeds, warnings
    return read_feed_list(SEEDS / "feeds.csv")


def sync_seeds(run: Run) -> None:
    """Bring what people wrote into the warehouse, where it has changed; lines that cannot be used are said."""
    feeds, warnings = project_feeds(run.project)
    run.warnings.extend(warnings)
    with run.reading():
        met = [row["url"] for row in run.ask("outlets_met")]
        written = {name: _was(run, name) for name in ("seeds", "feeds")}
    known = _digest(SEEDS.glob("*.csv"), version("dateline"))
    followed = _digest([SEEDS / "outlets.csv", run.project.folder / "outlets.csv"], (feeds, sorted(met)))
    stale = {name: digest for name, digest in (("seeds", known), ("feeds", followed)) if written[name] != digest}
    tables: dict[str, list[Any]] = {}
    if "seeds" in stale:
        tables |= known_rows(SEEDS)
    if "feeds" in stale:
        tables |= _followed_rows(run.project, feeds, met)
    if stale:
        with run.project.warehouse.writing() as connection:
            load_rows(connection, "seeds", {table: to_arrow(table, rows) for table, rows in tables.items()})
            for name, digest in stale.items():
                save_setting(connection, name, digest)


def _was(run: Run, name: str) -> str:
    """The digest of what was written last under this name; "" before the first time."""
    return next((row["value"] for row in run.ask("setting", setting=name)), "")


def _digest(files: Iterable[Path], beside: object) -> str:
    """A hash of the content of those files that exist, and of what is used beside them."""
    texts = [path.read_bytes() for path in sorted(files) if path.exists()]
    return hashlib.blake2b(b"\0".join([*texts, repr(beside).encode()]), digest_size=12).hexdigest()


def _followed_rows(project: Project, feeds: Sequence[ListedFeed], met: Sequence[str]) -> dict[str, list[Any]]:
    rows = [
        FeedRow(feed_id(f.url), outlet_id(f.outlet_domain), f.url, f.title, f.folder, f.language, f.is_enabled)
        for f in feeds
    ]
    return {"seeds.outlets": _outlets(project, feeds, met), "seeds.feeds": rows}


def _outlets(project: Project, feeds: Sequence[ListedFeed], met: Sequence[str]) -> list[OutletRow]:
    """The outlets of the seeds and of outlets.csv, one for each feed of an unknown domain, and for each met address."""
    found = {row.outlet_id: row for row in read_outlets(SEEDS / "outlets.csv")}
    own = project.folder / "outlets.csv"
    if own.exists():
        found |= {row.outlet_id: row for row in read_outlets(own)}
    for feed in feeds:
        key = outlet_id(feed.outlet_domain)
        found.setdefault(key, OutletRow(key, feed.title, feed.outlet_domain, "", feed.language, "", False))
    for domain in (site_of(url) for url in met):
        key = outlet_id(domain)
        found.setdefault(key, OutletRow(key, domain, domain, "", "", "", False))
    return list(found.values())
