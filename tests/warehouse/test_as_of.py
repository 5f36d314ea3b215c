"""The articles as they were known at a moment."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.warehouse import worlds
from tests.warehouse.worlds import ACTORS, at, load, on
from warehouse.questions import answer

FAR = datetime(2100, 1, 1, tzinfo=UTC)


def known(connection: duckdb.DuckDBPyConnection, day: float, columns: str, article_id: str = "own") -> list[Any]:
    """Some columns of an article as it was known on a day."""
    sql = f"select {columns} from as_of(?) where article_id = ?"
    return connection.execute(sql, [at(day), article_id]).fetchall()


def test_it_has_the_columns_of_articles_in_their_order(good: duckdb.DuckDBPyConnection) -> None:
    shapes = [
        [row[:2] for row in good.execute(f"describe from {what}").fetchall()] for what in ("articles", "as_of(now())")
    ]
    assert shapes[0] == shapes[1]


def test_what_is_known_in_the_end_is_what_articles_shows(good: duckdb.DuckDBPyConnection) -> None:
    load(good, "polls", worlds.entry("late", "post-top", "post", 3.5, 40))
    now = good.execute("from articles order by article_id").fetchall()
    assert now
    assert good.execute("from as_of(?) order by article_id", [FAR]).fetchall() == now


def test_an_article_is_there_from_the_moment_that_a_feed_showed_it(good: duckdb.DuckDBPyConnection) -> None:
    assert known(good, 2.49, "title") == []
    assert known(good, 2.5, "title, state, body") == [("Title of own", "waiting", None)]


def test_each_version_holds_from_when_it_was_seen_until_the_next(good: duckdb.DuckDBPyConnection) -> None:
    assert known(good, 2.59, "state, revision_no") == [("waiting", None)]
    assert known(good, 2.6, "state, revision_no, title") == [("read", 1, "Title of own, 1")]
    assert known(good, 2.79, "revision_no") == [(1,)]
    assert known(good, 2.8, "revision_no, title, change_kind") == [(2, "Title of own, 2", "minor")]


def test_before_the_page_is_read_only_the_feeds_time_is_known(good: duckdb.DuckDBPyConnection) -> None:
    assert known(good, 2.55, "published_at, published_source, day") == [(at(2.4), "feed", on(2))]
    assert known(good, 2.6, "published_at, published_source, day") == [(at(2.3), "json-ld", on(2))]


def test_a_failure_or_a_rejection_is_known_from_its_moment(good: duckdb.DuckDBPyConnection) -> None:
    assert [known(good, day, "state", "gone") for day in (2.55, 2.6)] == [[("waiting",)], [("failed: http_error",)]]
    assert [known(good, day, "state", "quiz") for day in (2.55, 2.6)] == [[("waiting",)], [("rejected: too_short",)]]


def test_a_page_that_is_gone_is_so_between_its_removal_and_its_return(good: duckdb.DuckDBPyConnection) -> None:
    worlds.remove(good, "own", 3, 4.5)
    load(good, "extractions", worlds.revision("own", "post", 4, 5.5, ACTORS[1:3], published=2.3, first_seen=2.5))
    shown = [known(good, day, "revision_no, change_kind, removed_at, body is null") for day in (4.4, 4.5, 5.4, 5.5)]
    assert shown == [
        [(2, "minor", None, False)],
        [(2, "removed", at(4.5), False)],
        [(2, "removed", at(4.5), False)],
        [(4, "minor", None, False)],
    ]


@pytest.mark.parametrize(
    "moment", ["'2026-03-02 15:00:00+00'", "ts := now()", "current_date", "timestamp '2026-03-03'"]
)
def test_users_may_ask_it_of_the_published_copy_with_any_kind_of_moment(tmp_path: Path, moment: str) -> None:
    published = tmp_path / "w.duckdb"
    shutil.copyfile(worlds.good_file(), published)
    assert answer(published, f"from as_of({moment})").num_rows > 0
