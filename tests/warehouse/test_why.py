"""A number opens to what it counts: every count of every aggregate is the count over the rows that `why` shows."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from random import Random
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.warehouse import counted_worlds, worlds
from tests.warehouse.test_checks import rows_that_break
from tests.warehouse.worlds import at, on
from warehouse.checks import note_all_checked, run_checks
from warehouse.database import ask, rows_of
from warehouse.statements import names_in

FOUR = {
    "article_count": "count(distinct article_id)",
    "copy_group_count": "count(distinct copy_group_id)",
    "outlet_count": "count(distinct outlet_id)",
    "owner_count": "count(distinct owner)",
}
# For each table of a day, how it is asked why; for each of its counts, what is asked to be counted, and how.
ASKED: dict[str, tuple[tuple[str, ...], dict[str, tuple[str, str]]]] = {
    "actor": (
        ("actor_id",),
        {
            **{count: ("mentions", how) for count, how in FOUR.items()},
            "mention_count": ("mentions", "count(*)"),
            "quote_count": ("quotes", "count(*)"),
            "quoted_word_count": ("quotes", "coalesce(sum(quoted_word_count), 0)"),
            "source_event_count": ("source_events", "count(*)"),
            "target_event_count": ("target_events", "count(*)"),
            "mean_tone": ("tone", "avg(score)"),
        },
    ),
    "topic": (
        ("topic_id",),
        {**{count: ("words", how) for count, how in FOUR.items()}, "mean_tone": ("tone", "avg(score)")},
    ),
    "pair": (
        ("actor_id", "other_actor_id"),
        {
            **{count: ("sentences", how) for count, how in FOUR.items()},
            "sentence_count": ("sentences", "count(*)"),
            "event_count": ("events", "count(*)"),
            "mean_score": ("events", "avg(score)"),
            "back_event_count": ("back_events", "count(*)"),
            "back_mean_score": ("back_events", "avg(score)"),
        },
    ),
    "event": (
        ("type",),
        {
            **{count: ("", how) for count, how in FOUR.items()},
            "event_count": ("", "count(*)"),
            "negated_count": ("", "count(*) filter (where is_negated)"),
            "mean_score": ("", "avg(score)"),
        },
    ),
    "place": (
        ("place_id",),
        {
            **{count: ("", how) for count, how in FOUR.items()},
            "mention_count": ("", "count(*)"),
            "focus_count": ("", "count(distinct article_id) filter (where is_focus)"),
        },
    ),
    "outlet": (
        ("outlet_id",),
        {
            "article_count": ("articles", "count(*)"),
            "copy_group_count": ("articles", "count(distinct copy_group_id)"),
            "own_text_count": ("articles", "count(*) filter (where is_own_text)"),
            "word_count": ("articles", "sum(word_count)"),
            "quote_count": ("quotes", "count(*)"),
            "event_count": ("events", "count(*)"),
            "mean_tone": ("tone", "avg(score)"),
        },
    ),
}


def asked(kind: str, row: dict[str, Any], counted: str = "") -> tuple[str, list[Any]]:
    """The call of why_KIND that shows what a row of the kind's table counts, and its values."""
    names = [row[name] or "statement" for name in ASKED[kind][0]]
    call = f"why_{kind}({'?, ' * len(names)}?, language := ?, folder := ?{', counted := ?' if counted else ''})"
    return call, [*names, row["day"], row["language"], row["folder"], *([counted] if counted else [])]


def shown(connection: duckdb.DuckDBPyConnection, kind: str, row: dict[str, Any]) -> dict[str, Any]:
    """The counts of a row, counted over what why shows; those that are counted over the same rows at once."""
    found = {}
    together: dict[str, dict[str, str]] = {}
    for count, (counted, how) in ASKED[kind][1].items():
        together.setdefault(counted, {})[count] = how
    for counted, hows in together.items():
        call, values = asked(kind, row, counted)
        (counts,) = connection.execute(f"select {', '.join(hows.values())} from {call}", values).fetchall()
        found |= dict(zip(hows, counts, strict=True))
    return found


def counts_broken(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """The checks of aggregates against their sentences that find rows."""
    return [one.check for one in run_checks(connection, at(1)) if "counted as" in one.check]


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> duckdb.DuckDBPyConnection:
    """A world in which much happens, the same for every test; for reading only."""
    connection = worlds.opened(tmp_path_factory.mktemp("busy") / "w.duckdb")
    counted_worlds.build(connection, Random(7))
    return connection


@pytest.mark.slow
@settings(max_examples=25)
@given(st.integers(0, 10**9))
def test_in_any_world_every_aggregate_equals_the_count_over_its_sentences(seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder, worlds.opened(Path(folder) / "w.duckdb") as connection:
        counted_worlds.build(connection, Random(seed))
        assert counts_broken(connection) == []


@pytest.mark.parametrize("kind", ASKED)
def test_every_count_of_every_language_and_folder_is_the_count_over_what_why_shows(
    busy: duckdb.DuckDBPyConnection, kind: str
) -> None:
    rows = rows_of(busy.execute(f"select * from daily.{kind}s order by all"))
    assert {row["language"] for row in rows} > {"all"}
    assert {row["folder"] for row in rows} > {"all"}
    for row in Random(1).sample(rows, min(len(rows), 12)):
        assert {count: row[count] for count in ASKED[kind][1]} == pytest.approx(shown(busy, kind, row), nan_ok=True), (
            row
        )


@pytest.mark.parametrize(("kind", "count"), [(kind, count) for kind, (_, counts) in ASKED.items() for count in counts])
def test_a_count_that_is_one_too_many_is_found(good: duckdb.DuckDBPyConnection, kind: str, count: str) -> None:
    (check,) = (name for name in names_in("checks") if re.search(f"_{kind}s?_is_counted_as_", name))
    good.execute(
        f"update daily.{kind}s set {count} = coalesce({count}, 0) + 1 where language = 'en' and day = ?", [on(2)]
    )
    assert rows_that_break(good, check) != []


@pytest.mark.parametrize("kind", [kind for kind in ASKED if kind not in ("pair", "event")])
def test_a_wrong_share_is_found(good: duckdb.DuckDBPyConnection, kind: str) -> None:
    good.execute(f"update daily.{kind}s set article_share = 0.123")
    assert len(counts_broken(good)) == 1


def test_only_days_that_were_counted_are_looked_at(good: duckdb.DuckDBPyConnection) -> None:
    assert ask(good, "days_to_check", {"since": at(9)}) == [
        {"day": on(1), "article_count": 2}, {"day": on(2), "article_count": 1}
    ]  # fmt: skip
    note_all_checked(good)
    assert ask(good, "days_to_check", {"since": at(9)}) == []
    good.execute("update daily.actors set mention_count = 40")
    assert run_checks(good, at(9)) == []


def test_a_day_that_is_to_be_counted_again_is_not_blamed(good: duckdb.DuckDBPyConnection) -> None:
    worlds.load(good, "extractions", worlds.revision("quake", "wire", 2, 3.5, worlds.ACTORS[2:], first_seen=1.5))
    worlds.load(good, "analyses", worlds.reading("quake/2", 3.6, worlds.ACTORS[2:]))
    assert run_checks(good, at(1)) == []


@pytest.mark.parametrize("name", ["Ada Lovelace", "ada-lovelace", "ada lovelace", "Q7259", "Countess of Lovelace"])
def test_an_actor_is_found_by_name_id_or_another_name(good: duckdb.DuckDBPyConnection, name: str) -> None:
    good.execute("update facts.actors set wikidata_id = 'Q7259' where actor_id = 'ada-lovelace'")
    rows = good.execute("select actor_id, article_id from why_actor(?, ?)", [name, on(1)]).fetchall()
    assert rows == [("ada-lovelace", "quake"), ("ada-lovelace", "copy")]


def test_a_learnt_name_opens_to_the_actor_that_it_was_learnt_for(good: duckdb.DuckDBPyConnection) -> None:
    good.execute("insert into daily.settled_actors values ('quake/1', 'ada-lovelace', 'grace-hopper', 'learnt-alias')")
    rows = good.execute("select distinct actor from why_actor('Ada Lovelace', ?)", [on(1)]).fetchall()
    assert ("Grace Hopper",) in rows


def test_two_actors_of_one_name_are_both_shown_each_with_its_id(good: duckdb.DuckDBPyConnection) -> None:
    good.execute("update facts.actors set name = 'Alan Turing' where actor_id = 'grace-hopper'")
    rows = good.execute("select distinct actor_id from why_actor('Alan Turing', ?) order by all", [on(2)]).fetchall()
    assert rows == [("alan-turing",), ("grace-hopper",)]


@pytest.mark.parametrize(
    "call",
    [
        "why_actor('Nobody', '2026-03-01')",
        "why_actor('Ada Lovelace', '2031-03-01')",
        "why_actor('Ada Lovelace', '2026-03-01', counted := 'dreams')",
        "why_actor('Ada Lovelace', '2026-03-01', language := 'xx')",
        "why_topic('nothing', '2026-03-01')",
        "why_pair('Ada Lovelace', 'Nobody', '2026-03-01')",
        "why_event('DREAM', '2026-03-01')",
        "why_place('Atlantis', '2026-03-01')",
        "why_outlet('nobody.example', '2026-03-01')",
        "actors_named('Nobody')",
        "topics_named('nothing')",
        "outlets_named('nobody')",
    ],
)
def test_what_is_not_known_gives_no_rows_and_no_error(good: duckdb.DuckDBPyConnection, call: str) -> None:
    assert good.execute(f"from {call}").fetchall() == []


def test_a_topic_found_through_one_below_it_shows_the_words_of_that_one(busy: duckdb.DuckDBPyConnection) -> None:
    rows = busy.execute(
        "select distinct day, word_topic_id from daily.topic_sentences where is_inferred and counted = 'words'"
    ).fetchall()
    assert rows
    assert {topic for _, topic in rows} == {counted_worlds.BELOW}


def test_the_macros_work_on_the_published_copy_and_in_the_order_of_the_text() -> None:
    from warehouse.questions import answer

    table = answer(worlds.good_file(), "select outlet, sentence, url from why_actor('Alan Turing', '2026-03-01')")
    assert table.to_pylist()[0] == {
        "outlet": "Wire",
        "sentence": "Alan Turing met the press and said: “It works.”",
        "url": "https://wire.example/quake",
    }
