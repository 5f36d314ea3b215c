"""What a poll teaches for the next: when it is due, at which address, with which validators."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from hashlib import blake2b

from transforms.collect.freshness import fresh_for, parse_max_age, parse_retry_after
from transforms.collect.rhythm import Rhythm, after_sleep, is_skipped, rhythm_of
from transforms.records.collect import Feed, FeedState, ParsedFeed

__all__ = ["parse_max_age", "parse_retry_after"]  # they moved to freshness.py

WELL = ("ok", "unchanged")

_LONGEST_CALM = timedelta(hours=24)  # however long a server says that its feed keeps
_SURE_CALM = timedelta(hours=1)  # of what Cache-Control says: kept even by a feed whose list may roll over
_SLEEPY = 16  # times the shortest time between two polls: a feed without news is polled at least so often
_LONGEST_BACKOFF = timedelta(hours=24)
_LONGEST_WAIT = timedelta(days=7)  # that a Retry-After is believed
_JITTER = 0.2  # of a backoff, either way: feeds that failed together do not come back together
_WHOLE_AFTER_DAYS = (5, 7)  # between two unconditional requests: a server may answer "not modified" for ever
_PROOFS = 3  # polls in a row that a permanent redirect must have led to the feed before its target is asked itself
_PATIENCE = 3  # failures in a row at the new address, then the old one is asked again


@dataclass(frozen=True)
class PollSigns:
    """What one poll showed."""

    outcome: str  # a PollOutcome
    headers: Mapping[str, str] = field(default_factory=dict)  # names in lower case, as sent
    document: ParsedFeed | None = None  # where a new one came
    listed: Sequence[str] = ()  # ids of its entries
    final_url: str = ""
    permanent_url: str | None = None  # where permanent redirects led


def address_of(feed: Feed) -> str:
    """The address to poll a feed at: its own, or the one that it has moved to."""
    return (feed.last.moved_url if feed.last else None) or feed.url


def is_whole_due(feed: Feed, now: datetime) -> bool:
    """Whether the feed is to be asked for without validators, as it is every five to seven days, each on its own."""
    if feed.last is None or feed.last.whole_at is None:
        return True
    first, last = _WHOLE_AFTER_DAYS
    days = first + (last - first) * _share(f"whole {feed.feed_id}")
    return now - feed.last.whole_at >= timedelta(days=days)


def is_asleep(feed: Feed, now: datetime) -> bool:
    """Whether the feed asked (by skipHours and skipDays) not to be polled at this moment."""
    return feed.last is not None and is_skipped(now, _numbers(feed.last.skip_hours), _numbers(feed.last.skip_days))


def is_gap(previous_guids: Collection[str], current_guids: Collection[str]) -> bool:
    """Whether entries may have come and gone unseen: nothing that the feed listed last time is listed any more."""
    return bool(previous_guids) and bool(current_guids) and set(previous_guids).isdisjoint(current_guids)


def state_after(feed: Feed, signs: PollSigns, now: datetime, min_minutes: float) -> FeedState:
    """What the next poll must know. Same arguments, same state."""
    last = feed.last or FeedState(feed.feed_id, None, None, now, 0, None, now)
    last = replace(last, last_polled_at=now)
    if signs.outcome == "not_tried":
        return replace(last, next_poll_at=now + timedelta(minutes=min_minutes))
    if signs.outcome in WELL:
        after = _moved(_read(last, signs, now), signs)
        return replace(after, next_poll_at=next_poll(after, now, signs, min_minutes))
    failed = _failed(replace(last, failure_count=last.failure_count + 1), signs, now)
    return replace(failed, next_poll_at=next_try(failed, now, signs, min_minutes))


def next_poll(state: FeedState, now: datetime, signs: PollSigns, min_minutes: float) -> datetime:
    """The moment from which a feed that has answered is due again.

    That is after `min_minutes`; or after half its usual time between two entries, or a tenth of the time that it has
    been silent for, up to 16 times `min_minutes`; or for as long as its server or its document say that it keeps, up
    to a day. But never later than half the time that its list spans, or entries could roll off unseen; only what
    Cache-Control or Expires say is kept for an hour in any case. And never while it sleeps.
    """
    shortest, kept = timedelta(minutes=min_minutes), fresh_for(signs.headers, now)
    wish = max(
        min(max(kept, timedelta(minutes=state.ttl_minutes or 0)), _LONGEST_CALM), _sleepiness(state, now, shortest)
    )
    if state.span_minutes is not None:
        wish = min(wish, timedelta(minutes=state.span_minutes / 2))
    due = now + max(shortest, wish, min(kept, _SURE_CALM))
    return after_sleep(due, _numbers(state.skip_hours), _numbers(state.skip_days))


def next_try(state: FeedState, now: datetime, signs: PollSigns, min_minutes: float) -> datetime:
    """The moment from which a feed that has failed is due again.

    That is after `min_minutes` doubled with each failure, a fifth more or less, up to a day; sooner while entries that
    it may list now would roll off before; and never before its Retry-After, up to a week.
    """
    shortest = timedelta(minutes=min_minutes)
    doubled: timedelta = min(_LONGEST_BACKOFF, shortest * 2 ** min(max(state.failure_count, 1), 20))
    share = _share(f"{state.feed_id} {state.failure_count}") * 2 - 1
    wait: timedelta = doubled * (1 + _JITTER * share)
    if state.span_minutes and state.last_success_at:
        left = state.last_success_at + timedelta(minutes=state.span_minutes) - now
        wait = min(wait, max(shortest, left / 2)) if left > timedelta(0) else wait
    asked = parse_retry_after(signs.headers.get("retry-after", ""), now) or timedelta(0)
    return now + max(wait, min(asked, _LONGEST_WAIT))


def _read(last: FeedState, signs: PollSigns, now: datetime) -> FeedState:
    """The state after an answer: a new document brings its own validators and rhythm, another changes neither."""
    well = replace(last, failure_count=0, last_success_at=now, gone_at=None)
    if signs.document is None:
        return well
    found, rhythm = signs.document, _rhythm(signs.document, now)
    wishes = [minutes for minutes in (found.ttl_minutes, found.update_minutes) if minutes]
    return replace(
        _validated(well, signs, now),
        ttl_minutes=max(wishes, default=None),
        gap_minutes=rhythm.gap_minutes,
        span_minutes=rhythm.span_minutes,
        newest_at=rhythm.newest_at,
        skip_hours=_text(found.skip_hours),
        skip_days=_text(found.skip_days),
        listed=" ".join(signs.listed) or last.listed,
    )


def _validated(state: FeedState, signs: PollSigns, now: datetime) -> FeedState:
    """The state with the validators of a whole answer. (An unchanged index of site maps may have changed parts.)"""
    if signs.outcome != "ok":
        return state
    etag, last_modified = signs.headers.get("etag"), signs.headers.get("last-modified")
    return replace(state, etag=etag, last_modified=last_modified, validated_url=signs.final_url, whole_at=now)


def _rhythm(document: ParsedFeed, now: datetime) -> Rhythm:
    times = [entry.published_at or entry.updated_at for entry in document.entries]
    return rhythm_of([time for time in times if time], now)


def _moved(state: FeedState, signs: PollSigns) -> FeedState:
    """The state with a permanent redirect counted: after three polls in a row its target is the feed's address."""
    if signs.permanent_url is None:
        return replace(state, permanent_url=None, permanent_count=0)
    count = state.permanent_count + 1 if signs.permanent_url == state.permanent_url else 1
    moved_url = signs.permanent_url if count >= _PROOFS else state.moved_url
    if moved_url != state.moved_url:
        return replace(state, moved_url=moved_url, permanent_url=None, permanent_count=0)
    return replace(state, permanent_url=signs.permanent_url, permanent_count=count)


def _failed(state: FeedState, signs: PollSigns, now: datetime) -> FeedState:
    """The state after a failure: a feed that is gone stays so; a new address that fails gives way to the old one."""
    is_lost = state.moved_url is not None and (signs.outcome == "gone" or state.failure_count >= _PATIENCE)
    if is_lost:
        return replace(state, moved_url=None, permanent_url=None, permanent_count=0)
    return replace(state, gone_at=now) if signs.outcome == "gone" else state


def _sleepiness(state: FeedState, now: datetime, shortest: timedelta) -> timedelta:
    if state.newest_at is None:
        return timedelta(0)
    usual = timedelta(minutes=(state.gap_minutes or 0) / 2)
    return min(max(usual, (now - state.newest_at) / 10), shortest * _SLEEPY)


def _share(key: str) -> float:
    """A number from 0 to 1 that is the same for the same key, and spread evenly."""
    return int.from_bytes(blake2b(key.encode(), digest_size=4).digest(), "big") / 0xFFFFFFFF


def _text(numbers: Sequence[int]) -> str:
    return " ".join(str(number) for number in numbers)


def _numbers(text: str) -> list[int]:
    return [int(number) for number in text.split()]
