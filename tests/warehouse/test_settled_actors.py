"""Who actors are, where the user or two outlets know better than the reading of one article."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.warehouse import kept, worlds
from tests.warehouse.worlds import load
from transforms.ids import known_actor_id, met_actor_id
from transforms.rows.aliases import AliasSightingRow
from transforms.rows.seeds import ActorSplitRow
from warehouse.daily import refresh_daily, settle_actors
from warehouse.database import ask
from warehouse.seeds import SeedError, read_actor_splits

ADA = "Ada Lovelace"
RENAMED = worlds.actor("The Countess")


@pytest.fixture
def connection(tmp_path: Path) -> duckdb.DuckDBPyConnection:
    kept.begin(tmp_path / "w.duckdb", worlds.good_file())
    return worlds.opened(tmp_path / "w.duckdb")


def split(no: int = 0, **facts: Any) -> ActorSplitRow:
    """A line against Ada Lovelace."""
    return replace(ActorSplitRow(no, ADA, "", None, "", "person", None, "", ""), **facts)


def settle(connection: duckdb.DuckDBPyConnection, *splits: ActorSplitRow) -> None:
    load(connection, "splits", {"seeds.actor_splits": list(splits)})
    settle_actors(connection)
    refresh_daily(connection)


def named(connection: duckdb.DuckDBPyConnection, view: str, column: str) -> dict[str | None, int]:
    rows = connection.execute(f"select {column}, count(*) from {view} group by all").fetchall()
    return dict(rows)


def test_a_split_gives_the_name_to_whom_the_user_says_in_every_view(connection: duckdb.DuckDBPyConnection) -> None:
    before = named(connection, "mentions", "actor")
    settle(connection, split(becomes="Ada King", becomes_id=met_actor_id("person", "Ada King")))
    for view, column in (("mentions", "actor"), ("quotes", "speaker"), ("roles", "actor"), ("daily_actors", "actor")):
        found = named(connection, view, column)
        assert ADA not in found, view
        assert found["Ada King"] > 0, view
    assert named(connection, "mentions", "actor")["Ada King"] == before[ADA]
    assert connection.execute("select count(*) from mentions where resolved_by = 'split'").fetchall() == [
        (before[ADA],)
    ]


def test_the_days_of_a_split_are_counted_again_and_back_when_it_goes(connection: duckdb.DuckDBPyConnection) -> None:
    before = worlds.contents(connection, "daily")["daily.actors"]
    settle(connection, split())
    assert ADA not in named(connection, "daily_actors", "actor")
    settle(connection)
    assert worlds.contents(connection, "daily")["daily.actors"] == before


def test_a_split_holds_only_where_its_conditions_do(connection: duckdb.DuckDBPyConnection) -> None:
    everywhere = named(connection, "mentions", "actor")[ADA]
    settle(connection, split(outlet_id="wire"))
    assert 0 < named(connection, "mentions", "actor")[ADA] < everywhere
    settle(connection, split(having_text="a word that no text has"))
    assert named(connection, "mentions", "actor")[ADA] == everywhere
    settle(connection, split(having_text="met THE press"))
    assert ADA not in named(connection, "mentions", "actor")
    settle(connection, split(surface="A. Lovelace"))
    assert named(connection, "mentions", "actor")[ADA] == everywhere


def test_of_two_lines_that_fit_the_first_holds(connection: duckdb.DuckDBPyConnection) -> None:
    one = split(0, becomes="One", becomes_id="one")
    settle(connection, one, split(1, becomes="Two", becomes_id="two"))
    assert {"One", "Two"} & set(named(connection, "mentions", "actor")) == {"One"}


def test_an_alias_is_taken_from_two_outlets_on(connection: duckdb.DuckDBPyConnection) -> None:
    sight(connection, "quake/1")
    assert "Alan Turing" in named(connection, "mentions", "actor")
    sight(connection, "quake/1", "own/2")
    found = named(connection, "mentions", "actor")
    assert "Alan Turing" not in found
    rows = connection.execute(
        "select actor, outlet_count, is_accepted, first_day from learnt_aliases where alias = 'Alan Turing'"
    ).fetchall()
    assert rows == [("Grace Hopper", 2, True, worlds.on(1))]


def test_a_split_undoes_a_learnt_alias(connection: duckdb.DuckDBPyConnection) -> None:
    sight(connection, "quake/1", "own/2")
    wrong = replace(split(), actor="Grace Hopper", surface="Alan Turing", becomes="Turing", becomes_id="turing")
    settle(connection, wrong)
    assert "Turing" in named(connection, "mentions", "actor")


def sight(connection: duckdb.DuckDBPyConnection, *revision_ids: str) -> None:
    """Each of the texts says once that Grace Hopper is also called Alan Turing."""
    connection.execute("delete from facts.alias_sightings")
    for revision_id in revision_ids:
        row = AliasSightingRow(revision_id, 9, 0, 0, 3, "Alan Turing", "grace-hopper", "known-as", 0.9, "rules")
        connection.execute(
            "insert into facts.alias_sightings "
            "select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, article_day from facts.revisions where revision_id = ?",
            [*vars(row).values(), revision_id],
        )
    settle_actors(connection)
    refresh_daily(connection)


def test_settling_twice_touches_no_day(connection: duckdb.DuckDBPyConnection) -> None:
    settle(connection, split())
    settle_actors(connection)
    assert ask(connection, "touched_days") == []


def test_a_split_is_read_with_its_ids(tmp_path: Path) -> None:
    path = tmp_path / "actor_splits.csv"
    path.write_text(
        "actor,surface,becomes,outlet,having,note\nAda,A.,person-x,,,\nBo,,Bo Holt,post.example,goal,\nCy,,,,,\n"
    )
    one, two, three = read_actor_splits(path, {"person-x"})
    assert one.becomes_id == known_actor_id("person-x")
    assert (two.becomes_id, two.having_text) == (met_actor_id("person", "Bo Holt"), "goal")
    assert (three.becomes_id, three.outlet_id) == (None, None)
    assert read_actor_splits(tmp_path / "none.csv", {}) == []


def test_a_line_that_names_nobody_is_said(tmp_path: Path) -> None:
    path = tmp_path / "actor_splits.csv"
    path.write_text("actor,surface,becomes\n,Ada,Bo\n")
    with pytest.raises(SeedError, match="line 2"):
        read_actor_splits(path, {})
