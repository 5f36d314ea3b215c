"""From a feed's entries to rows: one an article, with a time that says how far it is to be believed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from transforms.collect.entry_rows import are_made_up, article_rows, entry_rows
from transforms.records.collect import FeedEntry

NOW = datetime(2026, 3, 3, 12, tzinfo=UTC)


def entry(url: str, published: datetime | None, text: str = "a time", updated: datetime | None = None) -> FeedEntry:
    return FeedEntry(None, url, "Crane falls", "", "", published, updated, text)


def test_a_link_behind_a_redirector_is_the_page_that_it_leads_to() -> None:
    (row,) = entry_rows("f", [entry("https://www.google.com/url?url=https%3A%2F%2Fexample.org%2Fa", NOW)], NOW)
    assert row.url == "https://example.org/a"


def test_entries_of_one_page_are_one_row() -> None:
    links = ["https://example.org/a?utm_source=x", "http://www.example.org/a/", "https://example.org/b"]
    assert len(entry_rows("f", [entry(link, NOW) for link in links], NOW)) == 2


def test_a_feed_that_stamps_all_entries_with_the_moment_of_asking_is_not_believed() -> None:
    found = [entry(f"https://example.org/{n}", NOW + timedelta(seconds=n), updated=NOW) for n in range(3)]
    rows = entry_rows("f", found, NOW)
    assert {(row.published_source, row.published_precision) for row in article_rows("o", rows)} == {("feed", "")}
    later = entry_rows(
        "f",
        [entry(f"https://example.org/{n}", NOW, updated=NOW + timedelta(hours=1)) for n in range(3)],
        NOW + timedelta(hours=1),
    )
    assert [row.content_hash for row in later] == [row.content_hash for row in rows]


@pytest.mark.parametrize(
    "minutes", [[0, -1, -2], [0, 0], [-60, -60, -60], [0, 0, -600]], ids=["apart", "two", "older", "one older"]
)
def test_new_entries_of_an_honest_feed_are_believed(minutes: list[int]) -> None:
    assert not are_made_up([NOW + timedelta(minutes=number) for number in minutes], NOW)


def test_a_printed_time_that_cannot_be_read_is_told_from_a_missing_one() -> None:
    rows = article_rows(
        "o",
        entry_rows(
            "f", [entry("https://example.org/a", None, "32 Undecember"), entry("https://example.org/b", None, "")], NOW
        ),
    )
    assert [(row.published_source, row.published_precision) for row in rows] == [("feed", ""), ("", "")]
