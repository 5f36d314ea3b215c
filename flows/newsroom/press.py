"""What each address of the sample newsroom answers, decided without a socket: the same `now` gives the same bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from hashlib import blake2b
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

from flows.newsroom.articles import (
    FEED_TYPES,
    HTML,
    Oddity,
    Outlet,
    SampleArticle,
    number_of,
    on_show,
    read_articles,
    read_outlets,
)

if TYPE_CHECKING:
    from jinja2 import Environment

FEED_LENGTH = 15
SUMMARY_LENGTH = 200
RELATED_LENGTH = 3
RETRY_AFTER_SECONDS = 3600
FEED_FILES = {"json": "json", "broken": "html"}


@dataclass(frozen=True)
class Entry:
    """What a feed says of one page; times carry the outlet's own offset."""

    number: int
    title: str
    path: str
    summary: str
    published: datetime
    updated: datetime | None
    byline: str
    authors: tuple[str, ...]
    categories: tuple[str, ...]


@dataclass(frozen=True)
class Reply:
    """An answer ready to send."""

    status: HTTPStatus
    headers: Mapping[str, str]
    body: bytes = b""


class Press:
    """Decides what each address answers; holds the articles and the templates, opens nothing but files in pages/."""

    def __init__(self, folder: Path) -> None:
        self.pages = folder / "pages"
        self.outlets = {outlet.host: outlet for outlet in read_outlets(folder)}
        self.articles = read_articles(folder)
        self._templates = _environment(self.pages)

    def answer(self, host: str, target: str, headers: Mapping[str, str], now: datetime) -> Reply:
        """The reply to a GET of `target` at `host`; `headers` have lower-case names."""
        outlet = self.outlets.get(host)
        if outlet is None:
            return Reply(HTTPStatus.MISDIRECTED_REQUEST, {"Content-Type": "text/plain"}, b"no such outlet\n")
        path = target.partition("?")[0]
        reply = self._resource(outlet, path, now)
        return _not_modified(reply) if is_unchanged(reply, headers) else reply

    def _resource(self, outlet: Outlet, path: str, now: datetime) -> Reply:
        if path == outlet.feed_path:
            return self._feed(outlet, now)
        if path == "/robots.txt":
            rules = "".join(f"Disallow: {prefix}\n" for prefix in outlet.disallow or ("",))
            return _resource_reply(f"User-agent: *\n{rules}".encode(), "text/plain; charset=utf-8", None)
        if path == "/":
            return self._front(outlet, now)
        versions = on_show([article for article in self.articles if article.outlet == outlet.key], now)
        article = next((article for article in versions if article.path == path), None)
        if article:
            return self._page(outlet, article)
        oddity = next((odd for odd in outlet.oddities if odd.path == path and odd.published <= now), None)
        return self._oddity(outlet, oddity) if oddity else self._missing(outlet)

    def _feed(self, outlet: Outlet, now: datetime) -> Reply:
        if now.date() in outlet.feed_closed_on:
            headers = {"Content-Type": "text/plain", "Retry-After": str(RETRY_AFTER_SECONDS)}
            return Reply(HTTPStatus.SERVICE_UNAVAILABLE, headers, b"Down for maintenance. Please try again later.\n")
        entries = self.entries(outlet, now)
        extension = FEED_FILES.get(outlet.feed_format, "xml")
        changed = _newest_change(entries)
        text = self._render(f"{outlet.key}.{extension}", outlet=outlet, entries=entries, changed=changed or now)
        return _resource_reply(text, FEED_TYPES[outlet.feed_format], changed)

    def entries(self, outlet: Outlet, now: datetime) -> list[Entry]:
        """The newest entries of the outlet's feed at `now`, newest publication first."""
        articles = on_show([article for article in self.articles if article.outlet == outlet.key], now)
        found = [_entry(article) for article in articles]
        found += [_odd_entry(outlet, oddity) for oddity in outlet.oddities if oddity.published <= now]
        return sorted(found, key=lambda entry: (entry.published, entry.path), reverse=True)[:FEED_LENGTH]

    def _page(self, outlet: Outlet, article: SampleArticle) -> Reply:
        # Related links show only what was out before: so a page changes when its article does, not before.
        before = [other for other in self.articles if other.outlet == outlet.key and not other.is_corrected]
        related = [other for other in reversed(before) if other.published < article.published]
        text = self._render(
            f"{outlet.key}.html",
            outlet=outlet,
            article=article,
            url=f"http://{outlet.host}{article.path}",
            feed_type=FEED_TYPES[outlet.feed_format].partition(";")[0],
            number=number_of(article.path),
            people=[_person(author, outlet) for author in article.authors],
            picture=f"File picture: {', '.join(article.categories)}.",
            related=related[:RELATED_LENGTH],
            summary=summarise(article.lede),
        )
        return _resource_reply(text, HTML, article.updated or article.published)

    def _front(self, outlet: Outlet, now: datetime) -> Reply:
        entries = self.entries(outlet, now)
        text = self._render("front.html", outlet=outlet, entries=entries, feed_type=FEED_TYPES[outlet.feed_format])
        return _resource_reply(text, HTML, _newest_change(entries))

    def _oddity(self, outlet: Outlet, oddity: Oddity) -> Reply:
        if oddity.content_type == HTML:
            body = self._render(oddity.file, outlet=outlet, oddity=oddity)
        else:
            body = (self.pages / oddity.file).read_bytes()
        return _resource_reply(body, oddity.content_type, oddity.published)

    def _missing(self, outlet: Outlet) -> Reply:
        return Reply(HTTPStatus.NOT_FOUND, {"Content-Type": HTML}, self._render("missing.html", outlet=outlet))

    def _render(self, template: str, **values: object) -> bytes:
        return self._templates.get_template(template).render(values).encode()


def summarise(text: str) -> str:
    """The first words of a text, at most SUMMARY_LENGTH characters, with an ellipsis where something is left out."""
    if len(text) <= SUMMARY_LENGTH:
        return text
    return text[:SUMMARY_LENGTH].rpartition(" ")[0].rstrip(" ,;:—-") + "…"


def is_unchanged(reply: Reply, headers: Mapping[str, str]) -> bool:
    """Whether the asker already has this reply: by If-None-Match, or else by If-Modified-Since (RFC 9110, 13.2.2)."""
    if reply.status is not HTTPStatus.OK:
        return False
    if "if-none-match" in headers:
        tags = {tag.strip().removeprefix("W/") for tag in headers["if-none-match"].split(",")}
        return "*" in tags or reply.headers["ETag"] in tags
    if "if-modified-since" not in headers or "Last-Modified" not in reply.headers:
        return False
    try:
        since = parsedate_to_datetime(headers["if-modified-since"])
        return parsedate_to_datetime(reply.headers["Last-Modified"]) <= since
    except (ValueError, TypeError):  # an unreadable or zoneless date is to be ignored
        return False


def _entry(article: SampleArticle) -> Entry:
    return Entry(
        number=number_of(article.path),
        title=article.title,
        path=article.path,
        summary=summarise(article.lede),
        published=article.published,
        updated=article.updated,
        byline=article.byline,
        authors=article.authors,
        categories=(article.section, *article.categories),
    )


def _odd_entry(outlet: Outlet, oddity: Oddity) -> Entry:
    number = number_of(oddity.path)
    return Entry(number, oddity.title, oddity.path, oddity.summary, oddity.published, None, outlet.name, (), ())


def _newest_change(entries: Sequence[Entry]) -> datetime | None:
    return max((entry.updated or entry.published for entry in entries), default=None)


def _resource_reply(body: bytes, content_type: str, changed: datetime | None) -> Reply:
    headers = {"Content-Type": content_type, "ETag": f'"{blake2b(body, digest_size=8).hexdigest()}"'}
    if changed:
        headers["Last-Modified"] = format_datetime(changed.astimezone(UTC), usegmt=True)
    return Reply(HTTPStatus.OK, headers, body)


def _not_modified(reply: Reply) -> Reply:
    kept = {name: value for name, value in reply.headers.items() if name in {"ETag", "Last-Modified"}}
    return Reply(HTTPStatus.NOT_MODIFIED, kept)


def _environment(pages: Path) -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(pages), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["rfc822"] = format_datetime
    return environment


def _person(author: str, outlet: Outlet) -> dict[str, object]:
    employer = {"@type": "NewsMediaOrganization", "name": outlet.name}
    return {"@type": "Person", "name": author, "worksFor": employer}
