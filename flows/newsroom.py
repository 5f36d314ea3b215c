"""The sample newsroom: invented outlets served on loopback the way real sites are, for the demo and the tests.

One listener tells the outlets apart by the Host header. What it shows depends on its clock alone: the same `now`
gives the same bytes. It listens and never connects, so fetch.py stays the only module that goes out.
"""

from __future__ import annotations

import re
import sys
import tomllib
import zlib
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from email.utils import format_datetime, parsedate_to_datetime
from functools import partial
from hashlib import blake2b
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from threading import Thread
from typing import TYPE_CHECKING, Any

from flows.errors import DatelineError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from types import TracebackType

    from jinja2 import Environment

FEED_LENGTH = 15
SUMMARY_LENGTH = 200
RELATED_LENGTH = 3
RETRY_AFTER_SECONDS = 3600
FEED_TYPES = {
    "atom": "application/atom+xml; charset=utf-8",
    "rss": "application/rss+xml; charset=utf-8",
    "rdf": "application/rdf+xml; charset=utf-8",
    "json": "application/feed+json; charset=utf-8",
    "broken": "text/html; charset=utf-8",
}
FEED_FILES = {"json": "json", "broken": "html"}
HTML = "text/html; charset=utf-8"
REQUIRED_HEADS = {"title", "byline", "published", "section", "categories"}
OPTIONAL_HEADS = {"authors", "updated", "standfirst"}
ARTICLE_FILE = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)-(?P<slug>[a-z0-9-]+)(?P<twin>\.corrected)?\.txt")


class NewsroomError(DatelineError):
    """A file of the sample newsroom that cannot be used; the message names it and says what to mend."""


@dataclass(frozen=True)
class Oddity:
    """A feed item whose link leads to something other than an article; `file` lies in pages/."""

    title: str
    path: str
    published: datetime
    summary: str
    file: str
    content_type: str


@dataclass(frozen=True)
class Outlet:
    """An outlet as outlets.toml describes it, with the habits of its site."""

    key: str
    name: str
    host: str
    country: str
    language: str
    owner: str
    is_agency: bool
    zone: str
    tagline: str
    feed_format: str
    feed_path: str
    article_path: str
    disallow: tuple[str, ...]
    feed_closed_on: tuple[date, ...] = ()
    oddities: tuple[Oddity, ...] = ()

    @property
    def feed_url(self) -> str:
        return f"http://{self.host}{self.feed_path}"


@dataclass(frozen=True)
class SampleSection:
    """A run of paragraphs under one label; the opening section has the empty label."""

    label: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class SampleArticle:
    """One version of an article as its author wrote it: the original, or the corrected twin."""

    outlet: str
    path: str
    title: str
    byline: str
    authors: tuple[str, ...]
    published: datetime
    updated: datetime | None
    section: str
    categories: tuple[str, ...]
    standfirst: str
    sections: tuple[SampleSection, ...]
    is_corrected: bool
    file: Path

    @property
    def lede(self) -> str:
        return self.sections[0].paragraphs[0]

    @property
    def body(self) -> str:
        """Labels and paragraphs with a blank line between them, as a reader would copy them off the page."""
        parts = (part for section in self.sections for part in (section.label, *section.paragraphs))
        return "\n\n".join(part for part in parts if part)

    @property
    def shown_from(self) -> datetime:
        return self.updated if self.is_corrected and self.updated else self.published


@dataclass(frozen=True)
class SampleFeed:
    """A feed address with the outlet it belongs to."""

    outlet: str
    outlet_name: str
    url: str


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
class Request:
    """One line of the log: `at` by the newsroom's clock; header names in lower case."""

    at: datetime
    method: str
    host: str
    path: str
    status: int
    headers: Mapping[str, str]


@dataclass(frozen=True)
class Reply:
    """An answer ready to send."""

    status: HTTPStatus
    headers: Mapping[str, str]
    body: bytes = b""


def read_outlets(folder: Path) -> list[Outlet]:
    """The outlets of outlets.toml, in its order; raises NewsroomError where the file has a fault."""
    file = folder / "outlets.toml"
    try:
        rows = tomllib.loads(file.read_text(encoding="utf-8"))["outlets"]
        return [_outlet(row) for row in rows]
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise NewsroomError(f"{file}: {fault}; compare with the other outlets in it") from fault


def read_articles(folder: Path) -> list[SampleArticle]:
    """Every version of every article, oldest first; raises NewsroomError naming the file at fault."""
    outlets = {outlet.key: outlet for outlet in read_outlets(folder)}
    articles = []
    for file in sorted(folder.glob("articles/*/*.txt")):
        outlet = outlets.get(file.parent.name)
        if outlet is None:
            raise NewsroomError(f"{file}: no outlet {file.parent.name!r} in outlets.toml; add it or move the file")
        try:
            articles.append(_article(file, outlet))
        except (ValueError, KeyError, IndexError) as fault:
            raise NewsroomError(f"{file}: {fault}; compare with another article of {outlet.key}") from fault
    _require_twins(articles)
    return sorted(articles, key=lambda article: (article.shown_from, article.outlet, article.path))


def feeds(folder: Path) -> list[SampleFeed]:
    """The feed of each outlet, the broken one too, in the order of outlets.toml."""
    return [SampleFeed(outlet.key, outlet.name, outlet.feed_url) for outlet in read_outlets(folder)]


def on_show(articles: Sequence[SampleArticle], now: datetime) -> list[SampleArticle]:
    """What a reader finds at `now`: one version an article, newest first, no time that is yet to come."""
    shown = {
        (article.outlet, article.path): article
        for article in sorted(articles, key=lambda article: article.shown_from)
        if article.shown_from <= now
    }
    versions = [_without_future_update(article, now) for article in shown.values()]
    return sorted(versions, key=lambda article: (article.published, article.path), reverse=True)


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
            number=_number(article.path),
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


class Newsroom:
    """A running newsroom: `with Newsroom(folder, now=...) as newsroom:`; set `now` to move its clock."""

    def __init__(self, folder: Path, now: datetime) -> None:
        self.press = Press(folder)
        self.now = now
        self.log: list[Request] = []
        self._server = _Server(("127.0.0.1", 0), partial(_Handler, self))
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    @property
    def now(self) -> datetime:
        """The newsroom's clock, in UTC."""
        return self._now

    @now.setter
    def now(self, moment: datetime) -> None:
        if moment.tzinfo is None:
            raise NewsroomError(f"the newsroom's clock needs a time with a zone, not {moment}; add tzinfo=UTC")
        self._now = moment.astimezone(UTC)

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    @property
    def hosts(self) -> dict[str, str]:
        """Where each outlet's host is to be found: host to '127.0.0.1:PORT'."""
        return dict.fromkeys(self.press.outlets, f"127.0.0.1:{self.port}")

    def __enter__(self) -> Newsroom:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Server(ThreadingHTTPServer):
    request_queue_size = 128

    def server_bind(self) -> None:
        # HTTPServer asks the resolver for its own name here, which can hang for seconds on a machine without one.
        TCPServer.server_bind(self)
        self.server_name, self.server_port = "127.0.0.1", int(self.server_address[1])

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):  # a client may hang up when it likes
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # headers and body are two writes: without it each answer waits 40 ms
    timeout = 30

    def __init__(self, newsroom: Newsroom, *connection: Any) -> None:
        self.newsroom = newsroom
        super().__init__(*connection)

    def do_GET(self) -> None:
        self._reply(with_body=True)

    def do_HEAD(self) -> None:
        self._reply(with_body=False)

    def _reply(self, *, with_body: bool) -> None:
        reply = self.newsroom.press.answer(self._host(), self.path, self._lower_headers(), self.newsroom.now)
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if reply.status is not HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        if with_body:
            self.wfile.write(reply.body)

    def _lower_headers(self) -> dict[str, str]:
        return {name.lower(): value for name, value in self.headers.items()} if hasattr(self, "headers") else {}

    def _host(self) -> str:
        return self._lower_headers().get("host", "").partition(":")[0].lower()

    def date_time_string(self, timestamp: float | None = None) -> str:  # noqa: ARG002  the newsroom's clock decides
        return format_datetime(self.newsroom.now, usegmt=True)

    def version_string(self) -> str:
        return "newsroom"

    def log_request(self, code: int | str = 0, size: int | str = 0) -> None:  # noqa: ARG002  the base class's shape
        path = getattr(self, "path", "")
        self.newsroom.log.append(
            Request(self.newsroom.now, self.command or "", self._host(), path, int(code), self._lower_headers())
        )

    def log_message(self, format: str, *arguments: Any) -> None:
        """The log is a list, not the terminal."""


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


def _outlet(row: dict[str, Any]) -> Outlet:
    oddities = tuple(Oddity(**odd) for odd in row.pop("oddities", ()))
    closed, disallow = tuple(row.pop("feed_closed_on", ())), tuple(row.pop("disallow"))
    outlet = Outlet(**row, oddities=oddities, feed_closed_on=closed, disallow=disallow)
    if outlet.feed_format not in FEED_TYPES:
        raise ValueError(f"{outlet.key} has the unknown feed format {outlet.feed_format!r}")
    return outlet


def _article(file: Path, outlet: Outlet) -> SampleArticle:
    name = ARTICLE_FILE.fullmatch(file.name)
    if name is None:
        raise ValueError("the file name is not YYYY-MM-DD-slug.txt")
    head, _, body = file.read_text(encoding="utf-8").strip().partition("\n\n")
    fields = _fields(head)
    published = _moment(fields["published"])
    if published.date() != date.fromisoformat(name["day"]):
        raise ValueError(f"published {published.date()} is not the day of the file name")
    if name["twin"] and "updated" not in fields:
        raise ValueError("a corrected version has no 'updated' line")
    place = {"date": published, "slug": name["slug"], "section": _slug(fields["section"])}
    return SampleArticle(
        outlet=outlet.key,
        path=outlet.article_path.format(**place, number=_number(name["slug"])),
        title=fields["title"],
        byline=fields["byline"],
        authors=_split(fields.get("authors", ""), ";"),
        published=published,
        updated=_moment(fields["updated"]) if "updated" in fields else None,
        section=fields["section"],
        categories=_split(fields["categories"], ","),
        standfirst=fields.get("standfirst", ""),
        sections=_sections(body),
        is_corrected=bool(name["twin"]),
        file=file,
    )


def _fields(head: str) -> dict[str, str]:
    fields = {}
    for line in head.splitlines():
        key, colon, value = line.partition(":")
        if not colon or key not in REQUIRED_HEADS | OPTIONAL_HEADS or not value.strip():
            raise ValueError(f"the line {line!r} is no 'key: value' of the head")
        fields[key] = value.strip()
    if missing := REQUIRED_HEADS - fields.keys():
        raise ValueError(f"the head lacks {', '.join(sorted(missing))}")
    return fields


def _sections(body: str) -> tuple[SampleSection, ...]:
    sections: list[tuple[str, list[str]]] = [("", [])]
    for block in re.split(r"\n\s*\n", body.strip()):
        if block.startswith("## "):
            sections.append((block.removeprefix("## ").strip(), []))
        else:
            sections[-1][1].append(" ".join(block.split()))
    if not all("".join(paragraphs) for _, paragraphs in sections):
        raise ValueError("a section, or the opening, has no paragraph")
    return tuple(SampleSection(label, tuple(paragraphs)) for label, paragraphs in sections)


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"the time {text} has no zone")
    return moment


def _require_twins(articles: Sequence[SampleArticle]) -> None:
    originals = {(article.outlet, article.path) for article in articles if not article.is_corrected}
    for article in articles:
        if article.is_corrected and (article.outlet, article.path) not in originals:
            raise NewsroomError(f"{article.file}: no original at {article.path}; give both the same name and section")


def _without_future_update(article: SampleArticle, now: datetime) -> SampleArticle:
    return replace(article, updated=None) if article.updated and article.updated > now else article


def _entry(article: SampleArticle) -> Entry:
    return Entry(
        number=_number(article.path),
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
    number = _number(oddity.path)
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


def _split(text: str, separator: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(separator) if part.strip())


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _number(text: str) -> int:
    return zlib.crc32(text.encode()) % 10_000_000
