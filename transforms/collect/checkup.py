"""What is right and wrong with a feed: with its server's answers here, with its document in document_checkup.py."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from transforms.collect.polling import parse_max_age, parse_retry_after

Level = Literal["error", "warning", "note", "ok"]

_FEED_TYPE = re.compile(r"xml|rss|atom|json|rdf", re.IGNORECASE)
_LARGE = 2_000_000  # bytes: the largest of 203 real feeds has 0.8 MB
_LONG_CALM_S = 6 * 3600


@dataclass(frozen=True)
class Finding:
    """One thing that is right or wrong, in words. An error costs entries; a warning costs the publisher or a reader."""

    level: Level
    what: str


@dataclass(frozen=True)
class Answered:
    """What a feed's server answered: at first, and when it was asked again with the validators that it had sent."""

    url: str
    final_url: str
    status: int | None
    error: str | None
    headers: tuple[tuple[str, str], ...]
    content: bytes
    redirects: tuple[str, ...] = ()
    permanent_url: str | None = None
    again: int | None = None  # status of the second answer; None where it was not asked
    is_secure_too: bool = False  # the same address answers over https

    def header(self, name: str) -> str:
        """The first value of a header, "" where it was not sent."""
        return next((value.strip() for key, value in self.headers if key.lower() == name), "")


def answer_findings(answered: Answered, now: datetime) -> list[Finding]:
    """What the answers show, whatever they hold."""
    if answered.error:
        wait = parse_retry_after(answered.header("retry-after"), now) if answered.header("retry-after") else None
        asked = f"; it asks to wait for {round(wait.total_seconds())} seconds" if wait else ""
        return [Finding("error", f"{answered.error}{asked}"), *_of_redirects(answered)]
    return [
        Finding("ok", f"the server answered {answered.status}"),
        *_of_redirects(answered),
        *_of_security(answered),
        *_of_validators(answered),
        *_of_type(answered),
        *_of_calm(answered),
        *_of_size(answered),
    ]


def _of_redirects(answered: Answered) -> Iterator[Finding]:
    if answered.permanent_url:
        yield Finding("warning", f"it has moved for good: the address is {answered.permanent_url} now")
    elif answered.redirects:
        yield Finding("note", f"it is redirected, for the time being, to {answered.final_url}")


def _of_security(answered: Answered) -> Iterator[Finding]:
    if answered.final_url.startswith("https://"):
        yield Finding("ok", "it is served over https")
    elif answered.is_secure_too:
        yield Finding("warning", "it is served over https, too: use that address, nobody on the way can change it")
    else:
        yield Finding("note", "it is served over http only: whoever is on the way can read and change it")


def _of_validators(answered: Answered) -> Iterator[Finding]:
    sent = [name for name in ("ETag", "Last-Modified") if answered.header(name.lower())]
    if not sent:
        yield Finding("warning", "the server sends no validators: every poll downloads the whole feed")
    elif answered.again == 304:
        yield Finding("ok", f"its validators work ({', '.join(sent)}): asked again, it answered 304")
    elif answered.again is not None:
        what = f"asked again with {' and '.join(sent)}, it answered {answered.again} instead of 304"
        yield Finding("warning", f"its validators do not work: {what}")


def _of_type(answered: Answered) -> Iterator[Finding]:
    kind = answered.header("content-type")
    if not kind:
        yield Finding("warning", "the server does not say what it sends: there is no Content-Type")
    elif not _FEED_TYPE.search(kind.partition(";")[0]):
        yield Finding("warning", f"the server says that it sends {kind}, which is no feed's type")
    else:
        yield Finding("ok", f"it is sent as {kind}")


def _of_calm(answered: Answered) -> Iterator[Finding]:
    seconds = parse_max_age(answered.header("cache-control"))
    if seconds and seconds > _LONG_CALM_S:
        yield Finding(
            "warning", f"the server says that its answer keeps for {seconds / 3600:.0f} hours: news is read late"
        )
    elif seconds:
        yield Finding("note", f"the server says that its answer keeps for {seconds} seconds")


def _of_size(answered: Answered) -> Iterator[Finding]:
    size = len(answered.content)
    if size > _LARGE:
        yield Finding("warning", f"it is large: {size / 1e6:.1f} MB")
    if size > 50_000 and not answered.header("content-encoding"):
        yield Finding("warning", f"it is sent without compression: {size / 1000:.0f} kB at each poll")
