"""The sample newsroom through collect, extract, analyse and digest: what is in the warehouse afterwards."""

from __future__ import annotations

import sqlite3
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from flows.demo import SAMPLE, late_on
from flows.execution import Workers
from flows.newsroom import SampleArticle, on_show, read_articles, read_outlets
from tests.flows.contents import opened, rows
from tests.flows.replayed import RUN_DAYS, Replayed, replay

ARTICLES = "select url, title, authors, published_at, body from articles where body is not null"


@pytest.fixture(scope="module")
def written() -> dict[str, SampleArticle]:
    """The articles as their authors wrote them, by address, as they stand on the last day."""
    hosts = {outlet.key: outlet.host for outlet in read_outlets(SAMPLE)}
    shown = on_show(read_articles(SAMPLE), late_on(RUN_DAYS[-1]))
    return {f"http://{hosts[article.outlet]}{article.path}": article for article in shown}


@pytest.fixture(scope="module")
def stored(newsroom_week: Replayed) -> dict[str, dict[str, Any]]:
    """The rows of `articles` that have a text, by address."""
    with opened(newsroom_week.project.folder) as connection:
        found = connection.execute(ARTICLES)
        names = [column[0] for column in found.description or ()]
        return {row[0]: dict(zip(names, row, strict=True)) for row in found.fetchall()}


def test_every_article_of_the_newsroom_is_stored_once_and_nothing_else(
    written: dict[str, SampleArticle], stored: dict[str, dict[str, Any]], newsroom_week: Replayed
) -> None:
    assert stored.keys() == written.keys()
    assert rows(newsroom_week.project.folder, "select url from articles group by url having count(*) > 1") == []


def test_titles_are_as_written(written: dict[str, SampleArticle], stored: dict[str, dict[str, Any]]) -> None:
    assert {url: row["title"] for url, row in stored.items()} == {url: one.title for url, one in written.items()}


def test_publication_times_are_as_written_to_the_second(
    written: dict[str, SampleArticle], stored: dict[str, dict[str, Any]]
) -> None:
    assert {url: row["published_at"] for url, row in stored.items()} == {
        url: one.published for url, one in written.items()
    }


def test_authors_are_as_written(written: dict[str, SampleArticle], stored: dict[str, dict[str, Any]]) -> None:
    named = {url: "; ".join(one.authors) for url, one in written.items() if one.authors}
    assert {url: stored[url]["authors"] for url in named} == named


def test_every_paragraph_stands_in_the_text_in_its_order(
    written: dict[str, SampleArticle], stored: dict[str, dict[str, Any]]
) -> None:
    for url, article in written.items():
        body, at = stored[url]["body"], 0
        for part in article.body.split("\n\n"):
            found = body.find(part, at)
            assert found >= 0, f"{url} lacks {part[:80]!r} after character {at}"
            at = found + len(part)


def test_a_corrected_story_has_two_revisions_and_the_newer_is_a_correction(newsroom_week: Replayed) -> None:
    found = rows(
        newsroom_week.project.folder,
        "select url, list(change_kind order by revision_no), list(seen_to is null order by revision_no)"
        " from revisions group by url having count(*) > 1",
    )
    (address, kinds, newest) = found[0]
    assert len(found) == 1
    assert address.endswith("rotterdam-dock-strike.html")
    assert (kinds[1], newest) == ("correction", [False, True])


def test_a_wire_story_and_its_printings_are_one_copy_group(newsroom_week: Replayed) -> None:
    found = rows(
        newsroom_week.project.folder,
        "select list(outlet order by outlet), any_value(outlet) filter (where copy_role = 'origin')"
        " from articles where copy_group_id is not null group by copy_group_id having count(*) > 1",
    )
    everyone = ["Lakeshore Tribune", "Meridian Wire", "Northgate Standard", "Tagus Courier"]
    assert found == [(everyone, "Meridian Wire")]


def test_a_feed_that_fails_is_in_polls_and_in_the_days_coverage(newsroom_week: Replayed) -> None:
    folder = newsroom_week.project.folder
    polls = rows(folder, "select outcome, error from polls where feed = 'Quayside Radio' order by polled_at")
    assert [outcome for outcome, _ in polls] == ["not_a_feed"] * len(RUN_DAYS)
    assert all(error for _, error in polls)
    states = rows(folder, "select day, state from daily_coverage where outlet = 'Quayside Radio' order by day")
    assert {day for day, state in states if state == "failed"} == set(RUN_DAYS)


def test_pages_that_are_no_articles_are_rejected_with_their_reason(newsroom_week: Replayed) -> None:
    found = dict(rows(newsroom_week.project.folder, "select url, reason from rejections"))
    assert len(found) == 2
    for url, reason in found.items():
        assert reason in (("not_html",) if url.endswith(".pdf") else ("too_short", "no_text", "not_an_article"))


def test_names_quotes_and_topics_are_found_in_every_english_article_of_the_day(newsroom_week: Replayed) -> None:
    folder = newsroom_week.project.folder
    nameless = "select url from articles where body is not null and article_id not in (from mentions select article_id)"
    assert rows(folder, nameless) == []
    assert rows(folder, "select count(*) from quotes where speaker <> ''")[0][0] > 20
    assert rows(folder, "select count(distinct topic) from topics")[0][0] > 10


def test_a_second_run_downloads_no_page_again_and_adds_no_row(newsroom_week: Replayed) -> None:
    before, after = newsroom_week.counts[-2], newsroom_week.counts[-1]
    assert newsroom_week.requests[-1] == []
    assert {table: count for table, count in after.items() if count != before[table]} == {
        "ops.runs": before["ops.runs"] + 1
    }


def test_each_page_is_downloaded_once_and_again_only_where_its_entry_has_changed(newsroom_week: Replayed) -> None:
    feeds = {outlet.feed_path for outlet in read_outlets(SAMPLE)}
    asked = Counter(
        (request.host, request.path)
        for requests in newsroom_week.requests
        for request in requests
        if request.path not in feeds and request.status == 200
    )
    again = [path for (_, path), count in asked.items() if count > 1]
    assert again == ["/business/20260303-rotterdam-dock-strike.html"]


def test_a_run_leaves_nothing_to_do(newsroom_week: Replayed) -> None:
    project = newsroom_week.project
    assert list(project.staging.iterdir()) == []
    assert project.warehouse.ask("still_waiting") == []
    assert project.warehouse.ask("touched_days") == []


@pytest.mark.slow  # an ephemeral Prefect server takes half a minute to start on a busy machine
def test_a_run_through_prefect_gives_the_same_rows_as_a_direct_one(
    newsroom_week: Replayed, workers: Workers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "prefect").mkdir()
    monkeypatch.setenv("PREFECT_HOME", str(tmp_path / "prefect"))
    replayed = replay(tmp_path / "project", RUN_DAYS[:1], direct=False, workers=workers)
    assert rows(replayed.project.folder, "select engine from ops.runs") == [("prefect",)]
    with sqlite3.connect(tmp_path / "prefect" / "prefect.db") as prefect:
        artifacts = dict(prefect.execute("select key, data from artifact_collection").fetchall())
    assert "feeds polled" in artifacts["run-summary"]
    assert "failing" in artifacts["feed-health"]
    for table, expected in newsroom_week.contents[0].items():
        assert replayed.contents[0][table] == expected, table
