"""Each check holds in a good warehouse and finds the row that breaks it."""

from __future__ import annotations

from typing import Any

import duckdb
import pytest

from tests.warehouse import worlds
from tests.warehouse.worlds import at, on
from warehouse.checks import note_all_checked, run_checks
from warehouse.statements import names_in, statement

# For each check, what breaks it.
BREAKS = {
    "a_date_is_the_text_at_its_offsets": "update facts.dates set end_day = start_day - 1 where revision_id = 'own/2'",
    "a_citation_is_the_text_at_its_offsets": "update facts.citations set text = 'Nobody' where revision_id = 'own/2'",
    "a_fetch_has_one_row": "insert into ops.fetches from ops.fetches where fetch_id = 'quake@2.6'",
    "a_mention_is_the_text_at_its_offsets": "update facts.mentions set char_end = char_end + 1",
    "an_event_is_told_by_the_word_at_its_offsets": "update facts.events set trigger = 'sang'",
    "a_place_is_the_text_at_its_offsets": "update facts.places set surface = 'Atlantis' where revision_id = 'own/2'",
    "a_quantity_is_the_text_at_its_offsets": "update facts.quantities set high = low - 1 where revision_id = 'own/2'",
    "a_quote_is_the_text_at_its_offsets": "update facts.quotes set text = 'It fails.' where revision_id = 'own/2'",
    "a_resolved_mention_has_its_actor": "delete from facts.actors where actor_id = 'grace-hopper'",
    "a_revision_belongs_to_an_article": "delete from facts.articles where article_id = 'own'",
    "a_revision_is_numbered_once": "update facts.revisions set revision_no = 1 where revision_id = 'own/2'",
    "a_topic_has_its_evidence": "update facts.article_topics set topic_id = 'x' where revision_id = 'own/2'",
    "an_actor_has_one_row": "insert into facts.actors from facts.actors where actor_id = 'ada-lovelace'",
    "an_actor_is_counted_as_its_sentences_show": "update daily.actors set mention_count = 40",
    "a_topic_is_counted_as_its_sentences_show": "update daily.topics set owner_count = 40",
    "a_pair_is_counted_as_its_sentences_show": "update daily.pairs set back_event_count = 40",
    "a_type_of_events_is_counted_as_its_sentences_show": "update daily.events set negated_count = 40",
    "a_place_is_counted_as_its_sentences_show": "update daily.places set focus_count = 40",
    "an_outlet_is_counted_as_its_sentences_show": "update daily.outlets set own_text_count = 40",
    "an_aggregate_is_made_once_a_day_and_thing": "insert into daily.topics from daily.topics limit 1",
    "an_article_has_at_most_one_newest_revision": "update facts.revisions set seen_to = null",
    "an_article_that_is_another_is_one_that_stands_for_itself": "update facts.articles set same_as_id = article_id",
    "an_article_has_one_row": "insert into facts.articles from facts.articles where article_id = 'gone'",
    "an_entry_belongs_to_an_article": "delete from facts.articles where article_id = 'gone'",
    "an_entry_has_one_row": "insert into facts.entries from facts.entries where article_id = 'gone'",
}


def broken_in(connection: duckdb.DuckDBPyConnection, since: float = 1) -> list[str]:
    """The file names of the checks that find rows."""
    return [broken.check.replace(" ", "_") for broken in run_checks(connection, at(since))]


def rows_that_break(connection: duckdb.DuckDBPyConnection, check: str) -> list[tuple[Any, ...]]:
    """What one check finds in the good world's days: running all of them takes five times as long."""
    text = statement("checks", check)
    values = {"since": at(1), "days": [on(1), on(2)]}
    return connection.execute(text, {name: value for name, value in values.items() if f"${name}" in text}).fetchall()


def test_a_broken_world_is_known_for_every_check() -> None:
    assert set(BREAKS) == set(names_in("checks"))


def test_every_check_holds_in_a_good_warehouse(good: duckdb.DuckDBPyConnection) -> None:
    assert broken_in(good) == []


def test_every_check_holds_in_an_empty_warehouse(empty: duckdb.DuckDBPyConnection) -> None:
    assert broken_in(empty) == []


@pytest.mark.parametrize("check", names_in("checks"))
def test_a_check_finds_what_breaks_it(good: duckdb.DuckDBPyConnection, check: str) -> None:
    assert rows_that_break(good, check) == []
    good.execute(BREAKS[check])
    assert rows_that_break(good, check) != []


@pytest.mark.parametrize(
    "table", [f"daily.{name}" for name in ("actors", "coverage", "events", "outlets", "pairs", "places", "topics")]
)
def test_an_aggregate_that_is_made_twice_is_found_in_every_table(good: duckdb.DuckDBPyConnection, table: str) -> None:
    good.execute(f"insert into {table} from {table} limit 1")
    assert rows_that_break(good, "an_aggregate_is_made_once_a_day_and_thing") != []


@pytest.mark.parametrize(
    "deed",
    [
        "delete from daily.actors where actor_id = 'grace-hopper'",
        "insert into daily.actors by name select * replace ('nobody' as actor_id) from daily.actors "
        "where day = '2026-03-02' and language = 'all' limit 1",
    ],
)
def test_a_missing_and_an_invented_count_are_found(good: duckdb.DuckDBPyConnection, deed: str) -> None:
    good.execute(deed)
    assert broken_in(good) == ["an_actor_is_counted_as_its_sentences_show"]


def test_a_number_that_is_given_twice_is_found_though_the_last_number_is_right(good: duckdb.DuckDBPyConnection) -> None:
    for no in (3, 4):
        worlds.load(good, "extractions", worlds.revision("own", "post", no, no + 0.5, published=2.3, first_seen=2.5))
    good.execute("update facts.revisions set revision_no = 2 where revision_id = 'own/3'")
    assert broken_in(good) == ["a_revision_is_numbered_once"]


def test_a_broken_check_says_how_many_rows_break_it_and_shows_the_first(good: duckdb.DuckDBPyConnection) -> None:
    good.execute("insert into ops.fetches from ops.fetches")
    (broken,) = run_checks(good, at(1))
    assert (broken.check, broken.row_count) == ("a fetch has one row", 6)
    assert "2)" in broken.first_row


def test_days_are_looked_at_a_few_at_a_time_and_none_is_left_out(
    good: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    good.execute("update daily.actors set mention_count = mention_count + 1")
    good.execute("insert into daily.coverage from (from daily.coverage order by day desc limit 1)")
    together = [(one.check, one.row_count) for one in run_checks(good, at(1))]
    assert len(together) == 2
    monkeypatch.setattr("warehouse.checks._ARTICLES_AT_ONCE", 1)
    assert [(one.check, one.row_count) for one in run_checks(good, at(1))] == together


def test_aggregates_of_days_that_are_checked_are_not_read_again(good: duckdb.DuckDBPyConnection) -> None:
    good.execute(BREAKS["an_aggregate_is_made_once_a_day_and_thing"])
    assert broken_in(good, since=9) == ["an_aggregate_is_made_once_a_day_and_thing"]
    note_all_checked(good)
    assert broken_in(good, since=9) == []


def test_costly_checks_look_only_at_what_was_analysed_since(good: duckdb.DuckDBPyConnection) -> None:
    good.execute(BREAKS["a_quote_is_the_text_at_its_offsets"])
    assert broken_in(good, since=2.95) == []
