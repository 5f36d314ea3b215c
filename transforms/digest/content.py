"""What a digest says, as plain values: every page of an edition is made from one `DigestContent` and nothing else.

Every sentence has its source, and every group of figures the `query` (SQL) that gives it. Moments are aware and are
shown on the clock they carry, so they are given in the reader's zone. Text is as the outlets printed it: the pages
clean and escape it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final, Literal

from transforms.digest.sides import OneSidedThings
from transforms.digest.story import Context, Counts, Movement, Quote, Sentence, Source, Story
from transforms.digest.watchlists import WatchReport

__all__ = [  # the small records, too: readers of a content look for them here
    "FORMAT",
    "Change",
    "Changes",
    "Context",
    "Counts",
    "Coverage",
    "DayCount",
    "DigestContent",
    "EditionChange",
    "FeedReport",
    "FeedReports",
    "Method",
    "MethodCount",
    "Movement",
    "Newcomers",
    "PageLink",
    "Quote",
    "Ranking",
    "Sentence",
    "Source",
    "Story",
    "Volume",
    "WatchReport",
    "widest_story",
]

FORMAT: Final = 1  # of the JSON; raised when a reader of the old one would go wrong


@dataclass(frozen=True)
class Coverage:
    """How much of the day was seen. `missing_share` is 0–1, None where it cannot be told."""

    page_count: int
    read_count: int
    feed_count: int
    failed_feed_count: int
    missing_share: float | None
    query: str
    ratio: float | None = None  # articles of the day's feeds by those they usually give


@dataclass(frozen=True)
class DayCount:
    """A day of a chart. `is_partial` marks a day on which feeds failed."""

    day: date
    article_count: int
    is_partial: bool = False


@dataclass(frozen=True)
class Volume:
    """The day's articles beside what its feeds usually bring, told by `history_day_count` days before; None without."""

    counts: Counts
    usual_article_count: float | None
    history_day_count: int
    days: tuple[DayCount, ...]  # up to 28, the day itself last
    query: str
    ratio: float | None = None  # of what can be compared: feeds that were read then as well


@dataclass(frozen=True)
class Ranking:
    """What rose and what faded among the actors, topics, places or pairs of actors: the most striking first."""

    rose: tuple[Movement, ...]
    faded: tuple[Movement, ...]
    query: str
    sentences_query: str = ""  # of the sentences that are counted of its things; "" where it has none


@dataclass(frozen=True)
class Newcomers:
    """Names that the record had never held before."""

    names: tuple[Movement, ...]
    query: str


@dataclass(frozen=True)
class Change:
    """An article that was changed after it was published: sentences, and the headline where it changed.

    With `is_page_gone` the page was found gone; the text that it had stays.
    """

    source: Source
    seen_at: datetime
    removed: tuple[str, ...]
    added: tuple[str, ...]
    old_title: str = ""
    is_page_gone: bool = False


@dataclass(frozen=True)
class Changes:
    """What was changed since the last edition."""

    articles: tuple[Change, ...]
    query: str


@dataclass(frozen=True)
class FeedReport:
    """A feed that needs a look. `state` says in words what is wrong."""

    feed: str
    outlet: str
    url: str
    state: str
    last_success_at: datetime | None
    error: str = ""


@dataclass(frozen=True)
class FeedReports:
    """The feeds that need a look."""

    feeds: tuple[FeedReport, ...]
    query: str


@dataclass(frozen=True)
class MethodCount:
    """A count of what a stage took in or gave out."""

    label: str
    count: int


@dataclass(frozen=True)
class Method:
    """By what the edition was made, and how to make its figures again."""

    versions: tuple[tuple[str, str], ...]  # (name, version)
    counts: tuple[MethodCount, ...]
    query: str  # of the counts


@dataclass(frozen=True)
class PageLink:
    """A page beside the edition: of whom or what, and its place below the day's folder."""

    kind: str  # actor, topic, outlet, story, day
    thing_id: str
    name: str
    path: str  # letters, digits, one slash, .html
    article_count: int


@dataclass(frozen=True)
class EditionChange:
    """What an edition says otherwise than the one before it. `before` is "" of what is new, `after` of what is gone."""

    what: str  # Articles, Story, Headline, Sentence, ...
    before: str
    after: str
    source: Source | None = None  # of the later text, or of the one that is gone


@dataclass(frozen=True)
class DigestContent:
    """One edition. Windows are half-open; a section without content has an empty tuple and says so on the page."""

    day: date
    zone: str  # as people write it: Europe/Lisbon
    edition: int
    window_start: datetime
    window_end: datetime
    record_start: date  # the first day that the warehouse knows
    coverage: Coverage
    volume: Volume
    biggest_riser: Movement | None
    stories: tuple[Story, ...]
    stories_query: str
    actors: Ranking
    topics: Ranking
    places: Ranking
    newcomers: Newcomers
    changes: Changes
    feeds: FeedReports
    method: Method
    pages: tuple[PageLink, ...] = ()
    edition_changes: tuple[EditionChange, ...] = ()  # against the edition before
    watchlists: tuple[WatchReport, ...] = ()  # in the order of their file; none: no section
    pairs: Ranking = Ranking((), (), "")
    one_sided: OneSidedThings = field(default_factory=OneSidedThings)
    format: Literal[1] = FORMAT


def widest_story(content: DigestContent) -> Story | None:
    """The story that most outlets carry; among equals the one with most different texts, then the first."""
    return max(content.stories, key=_width, default=None)


def _width(story: Story) -> tuple[int, int, int]:
    counts = story.context.counts
    return counts.outlet_count, counts.copy_group_count, counts.article_count
