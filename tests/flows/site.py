"""A news site of a test's own: pages that it can edit, take away and move, a feed that lists them, and a clock."""

from __future__ import annotations

import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from hashlib import blake2b
from html import escape
from pathlib import Path
from typing import Any

from flows.collect import collect
from flows.execution import Workers
from flows.extract import extract
from flows.feed_list import ListedFeed, sync_seeds, write_feed_list
from flows.project import Project
from flows.run import Run, running
from flows.settings import Settings
from tests.flows.collecting import begin_seeded
from tests.flows.contents import rows
from tests.flows.small_web import Asked, Web, response, small_web

HOST = "velden.example"
MONDAY = datetime(2026, 3, 2, 8, tzinfo=UTC)
SENTENCES = (
    "The harbour of Velden was closed on Monday after a crane fell into the basin, the port office said.",
    "Twelve ships were waiting outside the breakwater by noon, and two more were sent on to Marsel.",
    "“We will open one quay tonight,” harbour master Ines Kolb told reporters at the gate.",
    "The basin was built in 1911 and has been deepened twice since then, most lately for the grain ships.",
    "The owner of the crane declined to comment on the accident.",
)


def html(title: str, sentences: Sequence[str] = SENTENCES, published: datetime | None = None, head: str = "") -> bytes:
    """An article's page."""
    paragraphs = "".join(f"<p>{escape(text)}</p>\n" for text in sentences)
    time = f'<meta property="article:published_time" content="{published.isoformat()}">' if published else ""
    return (
        f"<html lang=en><head><title>{escape(title)}</title>{time}{head}</head>"
        f"<body><article><h1>{escape(title)}</h1>\n{paragraphs}</article></body></html>"
    ).encode()


@dataclass
class Site:
    """The site and the project that watches it."""

    web: Web
    project: Project
    workers: Workers
    now: datetime = MONDAY
    host: str = HOST
    items: dict[str, tuple[str, datetime | None]] = field(default_factory=dict)  # of the feed: link -> title, time
    has_validators: bool = True

    def __post_init__(self) -> None:
        self.web.respond["/feed"] = self._feed

    def lists(self, link: str, title: str, published: datetime | None = MONDAY) -> None:
        """Let the feed have an item."""
        self.items[link] = (title, published)

    def shows(self, path: str, page: bytes) -> None:
        """Let a path answer a page; 304 to who has it already."""
        self.web.respond[path] = lambda asked, sock: sock.sendall(self._page(asked, page))

    def answers(self, path: str, status: str, *headers: str) -> None:
        """Let a path answer a status."""
        self.web.answers(path, response(status, b"<p>" + status.encode(), headers))

    def run(self, after: timedelta = timedelta()) -> list[Asked]:
        """Collect and extract once, later by the clock; returns the requests for pages."""
        self.now += after
        before = len(self.web.asked)
        run = Run(
            self.project, now=lambda: self.now, connect_to={self.host: self.web.address}, shared_workers=self.workers
        )
        with running(run, "run"):
            sync_seeds(run)
            collect(run, every_feed=True)
            extract(run)
        return [asked for asked in self.web.asked[before:] if asked.path not in ("/feed", "/robots.txt")]

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows of a query over the published copy."""
        return rows(self.project.folder, sql)

    def _page(self, asked: Asked, page: bytes) -> bytes:
        etag = f'"{blake2b(page, digest_size=8).hexdigest()}"'
        if not self.has_validators:
            return response(body=page, headers=("Content-Type: text/html; charset=utf-8",))
        if asked.headers.get("if-none-match") == etag:
            return response("304 Not Modified", headers=(f"ETag: {etag}",))
        return response(body=page, headers=("Content-Type: text/html; charset=utf-8", f"ETag: {etag}"))

    def _feed(self, _: Asked, sock: socket.socket) -> None:
        items = "".join(_item(link, *item, self.host) for link, item in self.items.items())
        feed = (
            f"<rss version='2.0'><channel><title>Velden</title><link>https://{self.host}/</link>{items}</channel></rss>"
        )
        sock.sendall(response(body=feed.encode(), headers=("Content-Type: application/rss+xml",)))


def _item(link: str, title: str, published: datetime | None, host: str) -> str:
    address = link if "://" in link else f"http://{host}{link}"
    time = f"<pubDate>{format_datetime(published)}</pubDate>" if published else ""
    return f"<item><link>{escape(address)}</link><title>{escape(title)}</title>{time}</item>"


@contextmanager
def watched_site(folder: Path, workers: Workers, **settings: Any) -> Iterator[Site]:
    """A site on loopback and a project that has its feed."""
    folder.mkdir(parents=True, exist_ok=True)
    write_feed_list(folder / "feeds.csv", [ListedFeed(f"http://{HOST}/feed", "Velden", HOST, "", "en")])
    project = Project(folder, Settings(allow_networks=("127.0.0.0/8",), host_delay_seconds=0, **settings))
    begin_seeded(project)
    with small_web() as web:
        yield Site(web, project, workers)
