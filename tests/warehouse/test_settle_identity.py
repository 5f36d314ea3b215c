"""Two addresses of one article are one article, in whatever order they come; others never are."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import Any

import duckdb
import pytest

from tests.warehouse import worlds
from tests.warehouse.worlds import ACTORS, Rows, at, joined, load, on
from transforms.rows.extract import RevisionRow
from warehouse.daily import refresh_daily
from warehouse.database import ask


def text(article_id: str, seen: float, title: str, names: tuple[str, ...] = ACTORS[:2]) -> Rows:
    """A text of an article under a headline."""
    rows = worlds.revision(article_id, "o", 1, seen, names, first_seen=seen)
    (row,) = rows["facts.revisions"]
    assert isinstance(row, RevisionRow)
    titled = replace(row, title=title, lede=title, body=f"{title} {row.body}", lede_end=len(title))
    return {**rows, "facts.revisions": [titled]}


def arrivals(*claims: tuple[str, str]) -> list[tuple[str, Rows]]:
    """Two pages of one text, one after the other, with what they claim."""
    load_two = [
        ("extractions", text("a", 1.6, "Crane falls into the harbour of Velden on Monday")),
        ("extractions", text("b", 1.6, "Crane falls into the harbour of Velden on Monday")),
    ]
    return load_two + [("extractions", worlds.claim(one, other, 1.7)) for one, other in claims]


@pytest.fixture
def world(empty: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """A feed that has shown two addresses, a before b."""
    load(empty, "seeds", worlds.seeds([worlds.outlet("o")], [worlds.feed("f", "o"), worlds.feed("g", "o")]))
    load(empty, "polls", worlds.poll("f", 1.5), worlds.entry("a", "f", "o", 1.5, 1.4))
    load(empty, "polls", worlds.poll("g", 1.55), worlds.entry("b", "g", "o", 1.55, 1.4))
    return empty


def same(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Which article is which other."""
    sql = "select article_id, same_as_id from facts.articles where same_as_id is not null order by all"
    return dict(connection.execute(sql).fetchall())


@pytest.mark.parametrize("claims", [
    [("a", "b")], [("b", "a")],
    pytest.param([("a", "c"), ("b", "c")], marks=pytest.mark.slow),
    pytest.param([("a", "b"), ("b", "a")], marks=pytest.mark.slow),
])  # fmt: skip
def test_pages_that_name_one_address_are_one_article_in_whatever_order_they_come(
    world: duckdb.DuckDBPyConnection, claims: list[tuple[str, str]]
) -> None:
    for order in permutations(arrivals(*claims)):
        for kind, rows in order:
            load(world, kind, rows)
        assert same(world) == {"b": "a"}
        for table in ("claims", "revisions"):
            world.execute(f"delete from facts.{table}")
        world.execute("update facts.articles set same_as_id = null")


def test_what_is_one_article_is_listed_counted_and_versioned_once(world: duckdb.DuckDBPyConnection) -> None:
    for kind, rows in arrivals(("b", "a")):
        load(world, kind, rows)
    load(world, "analyses", worlds.reading("a/1", 1.8))
    assert ask(world, "pending_analyses", {"again": False, "method_id": "m", "most": 9}) == []
    refresh_daily(world)
    for view in ("articles", "revisions", "as_of(timestamp '2100-01-01')", "daily.counted_articles"):
        assert world.execute(f"select article_id from {view}").fetchall() == [("a",)], view
    assert world.execute("select article_count from daily_volume").fetchall() == [(1,)]
    assert world.execute("select distinct article_id from entries").fetchall() == [("a",)]
    pages = "select feed_id, page_count, read_count from daily.coverage order by feed_id"
    assert world.execute(pages).fetchall() == [("f", 1, 1), ("g", 1, 1)]


def test_a_twin_is_not_asked_for_again(world: duckdb.DuckDBPyConnection) -> None:
    load(world, "fetches", worlds.fetch("a", 1.6), worlds.fetch("b", 1.6))
    for kind, rows in arrivals(("b", "a")):
        load(world, kind, rows)
    parameters = {"now": at(2.6), "attempts": 5, "revisit_hours": [1.0], "most": 9}
    assert [row["article_id"] for row in ask(world, "pending_pages", parameters)] == ["a"]


def test_the_days_of_both_are_made_again(world: duckdb.DuckDBPyConnection) -> None:
    two = arrivals(("b", "a"))
    for kind, rows in two[:2]:
        load(world, kind, rows)
    refresh_daily(world)
    assert world.execute("select article_count from daily_volume").fetchall() == [(2,)]
    load(world, *two[2])
    assert [row["day"] for row in ask(world, "touched_days")] == [on(1)]
    refresh_daily(world)
    assert world.execute("select article_count from daily_volume").fetchall() == [(1,)]


def test_a_claim_between_unlike_texts_is_not_believed(world: duckdb.DuckDBPyConnection) -> None:
    load(world, "extractions", text("a", 1.6, "Crane falls into the harbour of Velden on Monday"))
    load(world, "extractions", text("b", 1.6, "Council of Marsel votes for a new bridge", ACTORS[2:]))
    load(world, "extractions", worlds.claim("b", "a", 1.7))
    assert same(world) == {}


def test_an_address_that_was_never_read_is_not_hidden_by_a_claim(world: duckdb.DuckDBPyConnection) -> None:
    load(world, "extractions", text("a", 1.6, "Crane falls into the harbour of Velden on Monday"))
    load(world, "extractions", worlds.claim("a", "b", 1.7))
    assert same(world) == {}


def test_an_address_that_too_many_pages_name_is_believed_of_none(world: duckdb.DuckDBPyConnection) -> None:
    names = [f"p{number}" for number in range(6)]
    load(world, "polls", *(worlds.entry(name, "f", "o", 1.5) for name in names))
    load(world, "extractions", *(text(name, 1.6, "Live: the day in Velden and around it") for name in names))
    load(world, "extractions", *(worlds.claim(name, "x", 1.7) for name in names[:5]))
    assert same(world) == dict.fromkeys(names[1:5], "p0")
    load(world, "extractions", worlds.claim(names[5], "x", 1.7))
    assert same(world) == {}


def test_three_addresses_in_a_chain_are_one_article(world: duckdb.DuckDBPyConnection) -> None:
    load(world, "polls", worlds.entry("c", "f", "o", 1.6))
    for kind, rows in arrivals():
        load(world, kind, rows)
    load(world, "extractions", text("c", 1.7, "Crane falls into the harbour of Velden on Monday"))
    load(world, "fetches", worlds.claim("c", "b", 1.7, "redirect"))
    load(world, "extractions", worlds.claim("b", "a", 1.8))
    assert same(world) == {"b": "a", "c": "a"}


def test_one_article_stays_one_when_a_text_is_edited_or_pruned(world: duckdb.DuckDBPyConnection) -> None:
    for kind, rows in arrivals(("b", "a")):
        load(world, kind, rows)
    world.execute("delete from facts.revisions where article_id = 'b'")
    edited: dict[str, Any] = joined(worlds.revision("a", "o", 2, 2.5, ACTORS[2:], first_seen=1.5))
    load(world, "extractions", edited)
    assert same(world) == {"b": "a"}
