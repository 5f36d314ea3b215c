"""A page of the site beside a digest, as plain values: of an actor, topic, outlet, pair or story, or of the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from transforms.digest.content import PageLink, Volume
from transforms.digest.story import Query, Quote, Sentence


@dataclass(frozen=True)
class Companion:
    """Who is named together with the page's thing. `path` leads to their own page from the day's folder, "" without."""

    name: str
    article_count: int
    sentence_count: int
    path: str = ""


@dataclass(frozen=True)
class Printer:
    """An outlet that printed articles of the page's thing. A text of several outlets counts for one of them."""

    outlet: str
    owner: str
    article_count: int
    text_count: int
    path: str = ""


@dataclass(frozen=True)
class ThingPage:
    """What the day's record holds of one thing. A part without content is empty, and the page says so or leaves it."""

    link: PageLink
    day: date
    zone: str
    volume: Volume | None  # the curve; None of a story
    figures: tuple[tuple[str, str], ...]  # (what, how many)
    sentences: tuple[Sentence, ...]
    sentence_count: int  # of which `sentences` are the first
    unit: str  # what the sentences are: sentence, or article of which each is the first
    quotes: tuple[Quote, ...] = ()
    companions: tuple[Companion, ...] = ()
    companions_title: str = ""
    queries: tuple[Query, ...] = ()
    printers: tuple[Printer, ...] = ()  # who printed the articles; none of an outlet


@dataclass(frozen=True)
class ArchiveMonth:
    """A page of the archive: a month that has digests."""

    first_day: date
    day_count: int

    @property
    def path(self) -> str:
        """Where the page stands in the folder of digests."""
        return f"archive/{self.first_day:%Y-%m}.html"


@dataclass(frozen=True)
class ArchiveDay:
    """A line of the archive: a day that has a digest."""

    day: date
    edition: int
    article_count: int
    outlet_count: int
    title: str = ""  # of its first story
    outlet: str = ""
