from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from pathlib import Path

import duckdb
import pytest

from tests.warehouse import kept, worlds
from tests.warehouse.worlds import at, load
from warehouse.database import ask


@cache
def told_file() -> Path:
    """The wire breaks `quake`, `mail` copies it, `post` writes its own; `vote` is told by two outlets of one owner."""
    path = kept.folder() / "told.duckdb"
    with worlds.opened(path) as connection:
        _tell(connection)
    return path


@pytest.fixture
def told(tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The world of these stories, open for writing."""
    with worlds.copied(told_file(), tmp_path / "told.duckdb") as connection:
        yield connection


def _tell(empty: duckdb.DuckDBPyConnection) -> None:
    outlets = [worlds.outlet("wire", is_agency=True), worlds.outlet("mail", "Group"), worlds.outlet("post", "Group")]
    feeds = [worlds.feed("wire-top", "wire", folder="world"), worlds.feed("mail-top", "mail", folder="home/north"),
             worlds.feed("post-top", "post", folder="home/south")]  # fmt: skip
    load(empty, "seeds", worlds.seeds(outlets, feeds))
    for name, outlet, day in (
        ("quake", "wire", 1.2), ("copy", "mail", 1.3), ("own", "post", 1.25), ("vote", "mail", 1.4),
        ("vote-too", "post", 1.5),
    ):  # fmt: skip
        feed = f"{outlet}-top"
        load(empty, "polls", worlds.poll(feed, day + 0.01), worlds.entry(name, feed, outlet, day + 0.01, day))
        load(empty, "extractions", worlds.revision(name, outlet, 1, 1.6, published=day, first_seen=day + 0.01))
        load(empty, "analyses", worlds.reading(f"{name}/1", 1.7, topics=worlds.TOPICS[: 1 if "vote" in name else 2]))
    load(empty, "groups", worlds.groups("quake", "quake", "copy", "own"), worlds.groups("vote", "vote", "vote-too"))
    empty.execute(
        "update facts.copies set copy_group_id = article_id, role = 'origin' where article_id in ('own', 'vote-too')"
    )


def rows(connection: duckdb.DuckDBPyConnection, query: str) -> list[tuple[object, ...]]:
    return connection.execute(query).fetchall()


def test_who_broke_it_ranks_the_outlets_by_their_first_article(told: duckdb.DuckDBPyConnection) -> None:
    asked = "select place, outlet_id, minutes_after_first, copy_role, article_id from who_broke_it('quake')"
    assert rows(told, asked) == [
        (1, "wire", 0, "origin", "quake"),
        (2, "post", _minutes(1.2, 1.25), "origin", "own"),
        (3, "mail", _minutes(1.2, 1.3), "verbatim", "copy"),
    ]


def _minutes(one: float, other: float) -> int:
    return (at(other) - at(one)) // timedelta(minutes=1)


def test_a_story_is_named_by_its_id_or_by_one_of_its_articles_or_by_its_label(told: duckdb.DuckDBPyConnection) -> None:
    by_id = rows(told, "from who_broke_it('quake')")
    assert rows(told, "from who_broke_it('copy')") == by_id
    label = rows(told, "select title from stories where story_id = 'quake'")[0][0]
    assert set(by_id) <= set(told.execute("from who_broke_it(?)", [label]).fetchall())
    assert rows(told, "from who_broke_it('nothing of the kind')") == []


def test_who_told_several_stories_first_is_what_each_is_asked_for_alone(told: duckdb.DuckDBPyConnection) -> None:
    both = rows(told, "from told_first(['vote', 'quake', 'nothing'])")
    assert both == rows(told, "from who_broke_it('quake')") + rows(told, "from who_broke_it('vote')")


def test_first_to_report_says_who_had_the_stories_of_a_day_first_and_by_how_much(
    told: duckdb.DuckDBPyConnection,
) -> None:
    asked = f"select story_id, outlet_id, minutes_ahead from first_to_report('{worlds.on(1)}')"
    assert rows(told, asked) == [("quake", "wire", _minutes(1.2, 1.25)), ("vote", "mail", _minutes(1.4, 1.5))]
    assert rows(told, f"from first_to_report('{worlds.on(2)}')") == []


def test_one_sided_are_the_stories_that_one_top_folder_or_one_owner_alone_tells(
    told: duckdb.DuckDBPyConnection,
) -> None:
    asked = f"select side_kind, side, article_count from one_sided('{worlds.on(1)}') where kind = 'story'"
    assert rows(told, asked) == [("folder", "home", 2), ("owner", "Group", 2)]


def test_the_digest_tells_the_stories_of_one_side_each_with_all_its_sides(told: duckdb.DuckDBPyConnection) -> None:
    found = ask(told, "digest_one_sided", {"day": worlds.on(1), "most": 6})
    sides = [(row["kind"], row["thing_id"], row["side_kind"], row["side"]) for row in found]
    assert sides == [("story", "vote", "folder", "home"), ("story", "vote", "owner", "Group")]
    assert ask(told, "digest_one_sided", {"day": worlds.on(1), "most": 0}) == []


def test_what_an_article_outside_all_folders_tells_too_is_not_one_sided(told: duckdb.DuckDBPyConnection) -> None:
    load(told, "groups", worlds.groups("vote", "vote", "vote-too"))
    told.execute("update seeds.feeds set folder = '' where feed_id = 'post-top'")
    asked = f"select side_kind from one_sided('{worlds.on(1)}') where kind = 'story'"
    assert rows(told, asked) == [("owner",)]


def test_a_topic_that_both_sides_carry_is_not_one_sided(told: duckdb.DuckDBPyConnection) -> None:
    asked = f"select name from one_sided('{worlds.on(1)}') where kind = 'topic' and side_kind = 'owner'"
    assert rows(told, asked) == []


def test_a_storys_label_is_a_headline_of_one_of_its_articles(told: duckdb.DuckDBPyConnection) -> None:
    labels = rows(
        told,
        "select count(*) from stories join articles on articles.article_id = stories.label_article_id "
        "where articles.story_id = stories.story_id and articles.title = stories.title",
    )
    assert labels == rows(told, "select count(*) from stories")


def test_story_changes_are_shown_with_the_labels_of_the_stories(told: duckdb.DuckDBPyConnection) -> None:
    assert rows(told, "select kind, story_id, from_story_id, by_article_id from story_changes order by story_id") == [
        ("merge", "quake", "former", "quake"),
        ("merge", "vote", "former", "vote"),
    ]
