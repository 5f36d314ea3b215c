"""What a digest says, as plain values: every page of an edition is made from one `DigestContent` and nothing else.

Every sentence has its source, and every group of figures the `query` (SQL) that gives it. Moments are aware and are
shown on the clock they carry, so they are given in the reader's zone. Text is as the outlets printed it: the pages
clean and escape it. `to_json` and `from_json` are exact inverses.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from types import NoneType, UnionType
from typing import Any, Final, Literal, get_args, get_origin, get_type_hints

FORMAT: Final = 1  # of the JSON; raised when a reader of the old one would go wrong


@dataclass(frozen=True)
class Counts:
    """The four ways to count, always together."""

    article_count: int
    copy_group_count: int  # different texts
    outlet_count: int
    owner_count: int


@dataclass(frozen=True)
class Source:
    """An article that something was taken from."""

    article_id: str
    outlet: str
    title: str
    url: str
    published_at: datetime
    language: str = ""  # ISO 639-1
    copy_of: str = ""  # the outlet whose text this is, "" where it is its own
    copy_role: str = ""  # verbatim, trimmed, extended
    is_corrected: bool = False


@dataclass(frozen=True)
class Sentence:
    """A sentence as printed."""

    text: str
    source: Source


@dataclass(frozen=True)
class Quote:
    """Somebody's words, without their quotation marks. `speaker` is "" where nobody is named."""

    text: str
    speaker: str
    source: Source


@dataclass(frozen=True)
class Coverage:
    """How much of the day was seen. `missing_share` is 0–1, None where it cannot be told."""

    page_count: int
    read_count: int
    feed_count: int
    failed_feed_count: int
    missing_share: float | None
    query: str


@dataclass(frozen=True)
class DayCount:
    """A day of a chart. `is_partial` marks a day on which feeds failed."""

    day: date
    article_count: int
    is_partial: bool = False


@dataclass(frozen=True)
class Volume:
    """The day's articles beside the usual: the mean of `history_day_count` days before, None where there are none."""

    counts: Counts
    usual_article_count: float | None
    history_day_count: int
    days: tuple[DayCount, ...]  # up to 28, the day itself last
    query: str


@dataclass(frozen=True)
class Movement:
    """An actor, topic or place beside its usual level. The rate ratio and its interval are None without a past."""

    name: str
    kind: str  # person, organisation, country, group, topic, place
    counts: Counts
    usual_article_count: float | None
    ratio: float | None
    ratio_low: float | None = None
    ratio_high: float | None = None
    past: tuple[int, ...] = ()  # articles a day over the days of the volume chart, the day itself last
    example: Sentence | None = None


@dataclass(frozen=True)
class Ranking:
    """What rose and what faded among the actors, or topics, or places: the most striking first."""

    rose: tuple[Movement, ...]
    faded: tuple[Movement, ...]
    query: str


@dataclass(frozen=True)
class Newcomers:
    """Names that the record had never held before."""

    names: tuple[Movement, ...]
    query: str


@dataclass(frozen=True)
class Context:
    """Why a story matters, as far as the record tells."""

    counts: Counts  # on this day
    total_article_count: int  # since it began
    first_day: date
    day_count: int  # days on which it was printed, this one included
    first_together: tuple[tuple[str, str], ...]  # pairs of actors that no article had named together before
    actors: tuple[Movement, ...]
    query: str


@dataclass(frozen=True)
class Story:
    """A story of the day in the shape of an article. `headline` is the article whose headline stands over it."""

    story_id: str
    headline: Source
    what_happened: tuple[Sentence, ...]
    who_said_what: tuple[Quote, ...]
    context: Context
    sources: tuple[Source, ...]


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
    format: Literal[1] = FORMAT


def widest_story(content: DigestContent) -> Story | None:
    """The story that most outlets carry; among equals the one with most different texts, then the first."""
    return max(content.stories, key=_width, default=None)


def _width(story: Story) -> tuple[int, int, int]:
    counts = story.context.counts
    return counts.outlet_count, counts.copy_group_count, counts.article_count


def to_json(content: DigestContent) -> str:
    """The content as JSON with sorted keys: the same bytes for the same content."""
    return json.dumps(_plain(content), ensure_ascii=False, allow_nan=False, indent=1, sort_keys=True) + "\n"


def from_json(text: str) -> DigestContent:
    """The content that `to_json` wrote. Raises ValueError where it is of another format, KeyError where one lacks."""
    record = json.loads(text)
    if record.get("format") != FORMAT:
        raise ValueError(f"digest content of format {record.get('format')}, expected {FORMAT}: make the edition again")
    content = _typed(DigestContent, record)
    assert isinstance(content, DigestContent)
    return content


def _plain(value: object) -> object:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value  # a datetime is a date


def _typed(kind: Any, value: Any) -> Any:
    """The value of a field of type `kind` from what JSON made of it."""
    if get_origin(kind) is tuple:
        kinds = get_args(kind)
        return tuple(_typed(kinds[0] if kinds[-1] is ... else kinds[n], item) for n, item in enumerate(value))
    if isinstance(kind, UnionType):
        (inner,) = (option for option in get_args(kind) if option is not NoneType)
        return None if value is None else _typed(inner, value)
    if is_dataclass(kind) and isinstance(kind, type):
        return kind(**{name: _typed(hint, value[name]) for name, hint in get_type_hints(kind).items()})
    if kind in (date, datetime):
        return kind.fromisoformat(value)
    return value
