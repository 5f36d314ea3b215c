"""The sample newsroom's outlets and articles, read from files that people wrote."""

from __future__ import annotations

import re
import tomllib
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from flows.errors import DatelineError

FEED_TYPES = {
    "atom": "application/atom+xml; charset=utf-8",
    "rss": "application/rss+xml; charset=utf-8",
    "rdf": "application/rdf+xml; charset=utf-8",
    "json": "application/feed+json; charset=utf-8",
    "broken": "text/html; charset=utf-8",
}
REQUIRED_HEADS = {"title", "byline", "published", "section", "categories"}
OPTIONAL_HEADS = {"authors", "updated", "standfirst"}
ARTICLE_FILE = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)-(?P<slug>[a-z0-9-]+)(?P<twin>\.corrected)?\.txt")
HTML = "text/html; charset=utf-8"


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
        path=outlet.article_path.format(**place, number=number_of(name["slug"])),
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


def _split(text: str, separator: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(separator) if part.strip())


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def number_of(text: str) -> int:
    """A number for a page, as content systems give: the same for the same text."""
    return zlib.crc32(text.encode()) % 10_000_000
