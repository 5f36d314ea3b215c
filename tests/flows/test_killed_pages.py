"""A page that keeps a parser busy is ended and written down; its neighbours are read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from flows.extract import extract
from tests.flows.collecting import collected, feed_of, project_of, rows
from tests.flows.small_web import Web, response

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
FEED = "http://news.example/feed"
SENTENCES = b"<article><h1>On the quay</h1><p>" + b"Two cranes were moved to the northern quay today. " * 12
LINKS = b"<p><a href='/x'>Some words here</a> and others, " * 19_000  # just under the elements that are read


def page(content: bytes) -> bytes:
    return response(body=SENTENCES + content, headers=("Content-Type: text/html",))


@pytest.mark.slow
def test_a_page_that_takes_too_long_is_ended_and_its_neighbours_are_read(web: Web, tmp_path: Path) -> None:
    for path, content in {"first": b"1", "before": b"2", "heavy": LINKS, "after": b"3"}.items():
        web.answers(f"/{path}", page(content))
    web.answers("/feed", feed_of("first"))
    collected(project_of(tmp_path / "project", FEED), web, NOW, then=extract)  # the worker has its parsers now
    web.answers("/feed", feed_of("first", "before", "heavy", "after"))
    hurried = project_of(tmp_path / "project", FEED, extract_seconds=2)
    collected(hurried, web, NOW + timedelta(hours=1), then=extract)
    assert rows(hurried, "select url, reason, detail from rejections") == [
        ("http://news.example/heavy", "timeout", "reading it took longer than 2 seconds and was ended")
    ]
    assert rows(hurried, "select count(*) from articles where word_count > 50") == [(3,)]
