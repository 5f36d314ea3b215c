"""A story of the day as plain values, and the small records that every part of an edition is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


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
    """Somebody's words, without their quotation marks. `speaker` and `role` are "" where none is named."""

    text: str
    speaker: str
    source: Source
    role: str = ""  # as the same article prints it: seismologist at the University of Chile


@dataclass(frozen=True)
class Movement:
    """An actor, topic, place or pair beside its usual level. Ratio and interval are None without a past."""

    name: str
    kind: str  # person, organisation, country, group, topic, place, pair
    counts: Counts
    usual_article_count: float | None
    ratio: float | None
    ratio_low: float | None = None
    ratio_high: float | None = None
    past: tuple[int, ...] = ()  # articles a day over the days of the volume chart, the day itself last
    example: Sentence | None = None
    thing_id: str = ""  # of the actor or topic; of a pair both, a space between them
    q_value: float | None = None  # false discoveries to expect among all things of the day with one as small


@dataclass(frozen=True)
class Query:
    """A question in SQL, and what it answers in two or three words."""

    label: str
    query: str


@dataclass(frozen=True)
class Broke:
    """Who had a story first: the earliest article of it, and the next outlet's with the minutes between them."""

    source: Source
    next_source: Source | None = None
    minutes: int = 0


@dataclass(frozen=True)
class Peak:
    """An actor not in as many articles on a day since `since`; None: not in a year, or since the record began."""

    name: str
    article_count: int
    since: date | None


@dataclass(frozen=True)
class Amount:
    """A number as an outlet printed it, and the sentence that holds it."""

    text: str
    sentence: Sentence


@dataclass(frozen=True)
class Accounts:
    """One thing that outlets count differently. The amounts go from the lowest to the highest."""

    what: str  # people killed
    amounts: tuple[Amount, ...]


@dataclass(frozen=True)
class Turn:
    """How the events from one actor to another differ from their past, on Goldstein's scale from -10 to 10."""

    source_name: str
    target_name: str
    event_count: int
    mean_score: float
    usual_score: float
    usual_event_count: int  # of the days before that the usual rests on


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
    broke: Broke | None = None
    topics: tuple[Movement, ...] = ()
    peaks: tuple[Peak, ...] = ()
    accounts: tuple[Accounts, ...] = ()
    turns: tuple[Turn, ...] = ()
    queries: tuple[Query, ...] = ()  # of what `query` does not answer


@dataclass(frozen=True)
class Story:
    """A story of the day in the shape of an article. `headline` is the article whose headline stands over it."""

    story_id: str
    headline: Source
    what_happened: tuple[Sentence, ...]
    who_said_what: tuple[Quote, ...]
    context: Context
    sources: tuple[Source, ...]
