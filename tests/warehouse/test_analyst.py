"""The macros for the analyst: who is named together, who said what, how outlets differ, what was changed."""

from __future__ import annotations

from random import Random
from typing import Any

import duckdb
import pytest

from tests.warehouse import counted_worlds, worlds
from tests.warehouse.worlds import ACTORS, at, load, on
from warehouse.database import rows_of
from warehouse.questions import answer


def asked(connection: duckdb.DuckDBPyConnection, sql: str) -> list[dict[str, Any]]:
    """The rows of a question."""
    return rows_of(connection.execute(sql))


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> duckdb.DuckDBPyConnection:
    """A world in which much happens; for reading only."""
    connection = worlds.opened(tmp_path_factory.mktemp("busy") / "w.duckdb")
    counted_worlds.build(connection, Random(11))
    return connection


def test_together_counts_over_days_what_pairs_count_on_each(busy: duckdb.DuckDBPyConnection) -> None:
    shared = (
        "actor_id, other_actor_id, sentence_count::bigint as sentence_count, article_count::bigint as article_count"
    )
    days = (
        "select day, "
        + shared
        + ", copy_group_count, owner_count, event_count, mean_score, back_event_count from daily_pairs"
    )
    rows = asked(busy, days)
    assert rows
    for row in rows:
        call = f"together('{row['actor_id']}', '{row['day']}', '{row['day']}')"
        (found,) = asked(busy, f"from {call} where other_actor_id = '{row['other_actor_id']}'")
        assert {key: found[key] for key in row if key != "day"} == {key: row[key] for key in row if key != "day"}


def test_together_counts_an_article_once_though_it_has_many_sentences(good: duckdb.DuckDBPyConnection) -> None:
    (found,) = asked(good, "from together('Ada Lovelace', '2026-03-01', '2026-03-02')")
    assert found["other_actor"] == "Alan Turing"
    assert (found["sentence_count"], found["article_count"], found["copy_group_count"]) == (4, 2, 1)
    assert (found["outlet_count"], found["owner_count"], found["event_count"], found["back_event_count"]) == (
        2,
        2,
        2,
        2,
    )
    assert found["first_sentence"] == "Ada Lovelace met the press and said: “It works.”"


@pytest.mark.parametrize(
    ("call", "others"),
    [
        ("together('Alan Turing')", {"Ada Lovelace", "Grace Hopper"}),
        ("together('Alan Turing', '2026-03-02')", {"Grace Hopper"}),
        ("together('Alan Turing', to_day := '2026-03-01')", {"Ada Lovelace"}),
        ("together('Alan Turing', date '2026-03-01', date '2026-03-02')", {"Ada Lovelace", "Grace Hopper"}),
        ("together('Alan Turing', language := 'de')", set()),
        ("together('Nobody', '2026-03-01', '2026-03-02')", set()),
    ],
)
def test_days_may_be_left_open_on_both_sides(good: duckdb.DuckDBPyConnection, call: str, others: set[str]) -> None:
    assert {row["other_actor"] for row in asked(good, f"from {call}")} == others


def test_quotes_of_an_actor_are_as_many_as_its_days_count(busy: duckdb.DuckDBPyConnection) -> None:
    counted = asked(
        busy, "select actor_id, sum(quote_count) as n, sum(quoted_word_count) as words from daily_actors group by 1"
    )
    assert sum(row["n"] for row in counted) > 0
    for row in counted:
        call = f"quotes_of('{row['actor_id']}') where kind in ('direct', 'mixed')"
        assert asked(busy, f"select count(*) as n from {call}") == [{"n": row["n"]}]


def test_a_quote_that_is_cut_by_its_cue_is_one_row_with_its_source(good: duckdb.DuckDBPyConnection) -> None:
    good.execute(
        "update facts.quotes set attribution_no = 0, part_no = quote_no, speaker_actor_id = 'ada-lovelace' "
        "where revision_id = 'quake/1'"
    )
    rows = asked(
        good,
        "select text, word_count, kind, outlet, title, sentence from quotes_of('Ada Lovelace') "
        "where article_id = 'quake'",
    )
    assert rows == [
        {
            "text": "It works. … It works.", "word_count": 4, "kind": "direct", "outlet": "Wire",
            "title": "Title of quake, 1", "sentence": "Ada Lovelace met the press and said: “It works.”",
        }
    ]  # fmt: skip


def test_what_nobody_is_said_to_have_said_is_no_quote_of_anybody(good: duckdb.DuckDBPyConnection) -> None:
    good.execute("update facts.quotes set kind = 'scare'")
    assert asked(good, "from quotes_of('Ada Lovelace')") == []


def test_outlets_are_compared_by_the_shares_of_their_articles(good: duckdb.DuckDBPyConnection) -> None:
    rows = {(row["kind"], row["name"]): row for row in asked(good, "from compare_outlets('Wire', 'post.example')")}
    ada, grace, alan = (rows["actor", name] for name in ("Ada Lovelace", "Grace Hopper", "Alan Turing"))
    assert (ada["a_article_count"], ada["b_article_count"], ada["a_article_share"], ada["b_article_share"]) == (
        1,
        0,
        1,
        0,
    )
    assert ada["z_score"] == -grace["z_score"] > 0
    assert alan["log_odds"] == 0
    assert ("topic", "topic 11") in rows


def test_the_same_outlets_the_other_way_round_have_the_same_odds_turned(busy: duckdb.DuckDBPyConnection) -> None:
    there = {(row["kind"], row["id"]): row for row in asked(busy, "from compare_outlets('wire', 'mail')")}
    back = {(row["kind"], row["id"]): row for row in asked(busy, "from compare_outlets('mail', 'wire')")}
    assert there.keys() == back.keys()
    assert [there[key]["z_score"] for key in there] == pytest.approx([-back[key]["z_score"] for key in there])
    assert {key: row["a_mean_tone"] for key, row in there.items()} == {
        key: row["b_mean_tone"] for key, row in back.items()
    }


@pytest.mark.parametrize("call", ["compare_outlets('wire', 'nobody')", "compare_outlets('wire', 'post', '2026-03-02')"])
def test_an_outlet_without_articles_is_compared_with_none(good: duckdb.DuckDBPyConnection, call: str) -> None:
    assert asked(good, f"from {call}") == []


def test_what_was_changed_on_a_day_stands_beside_what_it_was(good: duckdb.DuckDBPyConnection) -> None:
    (row,) = asked(good, "from changed('2026-03-02')")
    assert (row["article_id"], row["outlet"], row["revision_no"], row["change_kind"]) == ("own", "Post", 2, "minor")
    assert (row["title_before"], row["title"]) == ("Title of own, 1", "Title of own, 2")
    assert (row["changed_count"], row["added_count"]) == (1, 0)
    assert row["changes"] == [{"change": "changed", "before": "Alan Turin", "after": "Alan Turing "}]


def test_a_page_that_is_gone_and_one_that_is_back_are_changes_of_their_days(good: duckdb.DuckDBPyConnection) -> None:
    worlds.remove(good, "own", 3, 4.5)
    load(good, "extractions", worlds.revision("own", "post", 4, 5.5, ACTORS[1:3], published=2.3, first_seen=2.5))
    rows = [asked(good, f"select change_kind, title_before from changed('{on(day)}')") for day in (4, 5)]
    assert rows[0] == [{"change_kind": "removed", "title_before": "Title of own, 2"}]
    assert [row["title_before"] for row in rows[1]] == ["Title of own, 2"]


def test_a_change_belongs_to_the_day_on_the_readers_clock(good: duckdb.DuckDBPyConnection) -> None:
    good.execute("update facts.revisions set seen_from = ? where revision_id = 'own/2'", [at(2.99)])
    assert len(asked(good, "from changed('2026-03-02')")) == 1
    good.execute("update ops.settings set value = 'Asia/Tokyo' where name = 'timezone'")
    assert asked(good, "from changed('2026-03-02')") == []
    assert len(asked(good, "from changed(date '2026-03-03')")) == 1


@pytest.mark.parametrize(
    "call",
    [
        "together('Ada Lovelace', '2026-03-01', '2026-03-02')",
        "quotes_of('Ada Lovelace', '2026-03-01', '2026-03-02', language := 'en')",
        "compare_outlets('wire', 'post', '2026-03-01', '2026-03-02')",
        "changed('2026-03-02')",
        "as_of('2026-03-02')",
        "feed_states('2026-03-02')",
    ],
)
def test_they_are_in_the_published_copy(call: str) -> None:
    assert answer(worlds.good_file(), f"from {call}").num_rows > 0
