"""Editions made from `SUNDAY` for tests: one with nothing to say, and ones in which a stranger wrote every text."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import timedelta
from typing import Any

from tests.transforms.digest.sunday import SUNDAY
from transforms.digest.content import Change, Changes, Coverage, DigestContent, FeedReports, Newcomers, Ranking
from transforms.digest.sides import OneSidedThings
from transforms.digest.story import Counts

QUIET = replace(
    SUNDAY,
    coverage=Coverage(0, 0, 0, 0, None, "select 1"),
    volume=replace(SUNDAY.volume, counts=Counts(0, 0, 0, 0), usual_article_count=None, history_day_count=0, days=()),
    biggest_riser=None,
    stories=(),
    actors=Ranking((), (), "select 2"),
    topics=Ranking((), (), "select 3"),
    places=Ranking((), (), "select 4"),
    pairs=Ranking((), (), "select 8"),
    one_sided=OneSidedThings((), "select 9"),
    newcomers=Newcomers((), "select 5"),
    changes=Changes((), "select 6"),
    feeds=FeedReports((), "select 7"),
)

HOSTILE = (
    "<script>alert(1)</script>",
    "</style></title><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "[click](javascript:alert(1))",
    "![x](https://evil.example/pixel.png)",
    "`code` ``` ~~~ | a | b |",
    "# Heading\n\n- item\n\n1. one\n===\n---",
    "\u202etxt.exe\u202c \u2066hidden\u2069 \u200b\ufeff",
    "nul\x00 bell\x07 escape\x1b[31m",
    "{{ 7 * 7 }} {% raw %}",
    "&lt;b&gt; &amp; &#106;avascript:",
    "<https://evil.example> www.evil.example a@evil.example https://evil.example",
    "*bold* _it_ ~~gone~~ $x$ \\ <!-- comment --> <![CDATA[x]]>",
)

HOSTILE_ADDRESSES = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    " https://evil.example",
    'https://evil.example/"onclick="alert(1)',
    "https://evil.example/a b",
    "https://user:secret@evil.example/",
    "//evil.example/x",
    "https://evil.example:port/",
    "https://evil.example/`x`>)|<",
)


def written_by(text: str, address: str) -> DigestContent:
    """The Sunday edition with `text` in place of every text of an outlet and `address` in place of every address."""
    change = Change(SUNDAY.changes.articles[0].source, SUNDAY.window_start + timedelta(hours=1), ("a",), ("b",), "old")
    edition = replace(SUNDAY, changes=replace(SUNDAY.changes, articles=(change,)))
    poisoned = _poison(edition, text, address)
    assert isinstance(poisoned, DigestContent)
    return poisoned


def _poison(value: Any, text: str, address: str, name: str = "") -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        parts = {field.name: _poison(getattr(value, field.name), text, address, field.name) for field in fields(value)}
        return replace(value, **parts)
    if isinstance(value, tuple):
        return tuple(_poison(item, text, address, name) for item in value)
    if isinstance(value, str):
        return address if name == "url" else text
    return value
