"""What the aggregates of a day count: by language and folder, for pairs, events, places and outlets."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import duckdb
import pytest

from tests.warehouse import worlds
from tests.warehouse.worlds import ACTORS, load, on
from transforms.rows.analyse import EventActorRow, EventRow, MentionRow, PlaceRow
from transforms.rows.extract import RevisionRow
from transforms.rows.tone import ToneRow
from warehouse.daily import refresh_daily
from warehouse.database import rows_of

ADA, ALAN, GRACE = (worlds.actor(name).actor_id for name in ACTORS[:3])


def asked(connection: duckdb.DuckDBPyConnection, sql: str, *values: Any) -> list[dict[str, Any]]:
    return rows_of(connection.execute(sql, list(values)))


def filed(connection: duckdb.DuckDBPyConnection, **folders: str) -> None:
    """The good world's seeds, its feeds in folders; counted again."""
    outlets = [worlds.outlet("wire"), worlds.outlet("mail", "Press Group"), worlds.outlet("post", "Press Group")]
    names = {"wire_top": "wire", "mail_top": "mail", "mail_world": "mail", "post_top": "post"}
    feeds = [worlds.feed(name.replace("_", "-"), of, folder=folders.get(name, "")) for name, of in names.items()]
    load(connection, "seeds", worlds.seeds(outlets, feeds))
    refresh_daily(connection)


def test_an_article_counts_once_in_each_folder_above_its_feeds(good: duckdb.DuckDBPyConnection) -> None:
    filed(good, wire_top="news/world", mail_top="news/local", mail_world="news/world")
    rows = asked(
        good,
        "select folder, article_count, copy_group_count, article_share from daily.actors "
        "where day = ? and actor_id = ? and language = 'all' order by folder", on(1), ADA,
    )  # fmt: skip
    assert [tuple(row.values()) for row in rows] == [
        ("all", 2, 1, 1.0), ("news", 2, 1, 1.0), ("news/local", 1, 1, 1.0), ("news/world", 2, 1, 1.0),
    ]  # fmt: skip


def test_a_folder_that_is_called_all_counts_nothing_twice(good: duckdb.DuckDBPyConnection) -> None:
    before = worlds.contents(good, "daily")
    filed(good, wire_top="all", post_top="all")
    assert worlds.contents(good, "daily") == before


def test_languages_are_counted_apart_and_together(good: duckdb.DuckDBPyConnection) -> None:
    text = worlds.revision("own", "post", 3, 2.9, ACTORS[1:3], published=2.3, first_seen=2.5)
    text["facts.revisions"] = [replace(cast("RevisionRow", text["facts.revisions"][0]), language="nb")]
    load(good, "extractions", text)
    load(good, "analyses", worlds.reading("own/3", 3, ACTORS[1:3]))
    refresh_daily(good)
    rows = asked(good, "select day, language, sum(article_count) as n from daily.outlets group by all order by all")
    assert [tuple(row.values()) for row in rows] == [
        (on(1), "all", 2), (on(1), "en", 2), (on(2), "all", 1), (on(2), "nb", 1),
    ]  # fmt: skip


def test_the_views_show_every_day_and_thing_once(good: duckdb.DuckDBPyConnection) -> None:
    filed(good, wire_top="news", post_top="news")
    for view, thing in (
        ("daily_actors", "actor_id"), ("daily_topics", "topic_id"), ("daily_outlets", "outlet_id"),
        ("daily_events", "type"), ("daily_places", "place_id"), ("daily_pairs", "(actor_id, other_actor_id)"),
    ):  # fmt: skip
        (row,) = asked(good, f"select count(*) as n, count(distinct (day, {thing})) as things from {view}")
        assert row["n"] == row["things"] > 0, view


def _between(source: str, target: str, score: float) -> worlds.Rows:
    """A reading of the good world's own text, whose first sentence names two and tells what one does to the other."""
    rows = worlds.reading("own/2", 3, ACTORS[1:3])
    first = cast("MentionRow", rows["facts.mentions"][0])
    second = replace(first, mention_no=9, actor_id=GRACE, char_start=first.char_end, char_end=first.char_end + 1)
    rows["facts.mentions"] = [*rows["facts.mentions"], second]
    rows["facts.events"] = [replace(cast("EventRow", rows["facts.events"][0]), score=score)]
    sides = cast("list[EventActorRow]", rows["facts.event_actors"][:2])
    rows["facts.event_actors"] = [
        replace(sides[0], side="source", actor_id=source), replace(sides[1], side="target", actor_id=target)
    ]  # fmt: skip
    return rows


@pytest.mark.parametrize(
    ("source", "target", "there", "back"), [(GRACE, ALAN, 0, 1), (ALAN, GRACE, 1, 0), (GRACE, GRACE, 0, 0)]
)
def test_a_pair_is_counted_by_the_sentences_that_name_both_and_by_what_each_does(
    good: duckdb.DuckDBPyConnection, source: str, target: str, there: int, back: int
) -> None:
    load(good, "analyses", _between(source, target, -4.0))
    refresh_daily(good)
    (row,) = asked(good, "select * from daily.pairs where day = ? and language = 'all'", on(2))
    assert (row["actor_id"], row["other_actor_id"]) == (ALAN, GRACE)
    assert (row["sentence_count"], row["article_count"]) == (1, 1)
    assert (row["event_count"], row["back_event_count"]) == (there, back)
    assert (row["mean_score"], row["back_mean_score"]) == (-4.0 if there else None, -4.0 if back else None)


def test_a_pair_is_seen_from_both_sides(good: duckdb.DuckDBPyConnection) -> None:
    load(good, "analyses", _between(GRACE, ALAN, -4.0))
    refresh_daily(good)
    rows = asked(
        good,
        "select actor_id, other_actor_id, event_count, mean_score, back_event_count from daily_pairs where day = ? "
        "order by all", on(2),
    )  # fmt: skip
    assert [tuple(row.values()) for row in rows] == [(ALAN, GRACE, 0, None, 1), (GRACE, ALAN, 1, -4.0, 0)]


def test_who_is_named_in_no_sentence_together_is_no_pair(good: duckdb.DuckDBPyConnection) -> None:
    rows = worlds.reading("own/2", 3, ACTORS[1:3])
    rows["facts.event_actors"] = []
    load(good, "analyses", rows)
    refresh_daily(good)
    assert asked(good, "select * from daily.pairs where day = ?", on(2)) == []


def test_events_are_counted_by_type_those_denied_among_them(good: duckdb.DuckDBPyConnection) -> None:
    rows = worlds.reading("own/2", 3, ACTORS[1:3])
    first, second = cast("list[EventRow]", rows["facts.events"])
    rows["facts.events"] = [first, replace(second, is_negated=True, score=-2.0)]
    load(good, "analyses", rows)
    refresh_daily(good)
    (row,) = asked(good, "select * from daily.events where day = ? and language = 'all'", on(2))
    assert (row["type"], row["event_count"], row["negated_count"], row["article_count"]) == ("CONSULT", 2, 1, 1)
    assert row["mean_score"] == pytest.approx(-0.05)


def test_a_name_that_stands_for_a_government_is_no_mention_of_the_place(good: duckdb.DuckDBPyConnection) -> None:
    rows = worlds.reading("own/2", 3, ACTORS[1:3])
    first, second = cast("list[PlaceRow]", rows["facts.places"])
    unnumbered = replace(second, geonames_id=None, name="Sahel", is_focus=True)
    rows["facts.places"] = [replace(first, is_metonym=True), unnumbered]
    load(good, "analyses", rows)
    refresh_daily(good)
    (row,) = asked(good, "select * from daily.places where day = ? and language = 'all'", on(2))
    assert (row["place_id"], row["mention_count"], row["focus_count"], row["article_share"]) == ("Sahel", 1, 1, 1.0)


def test_an_outlet_has_its_own_texts_apart_from_those_of_others(good: duckdb.DuckDBPyConnection) -> None:
    rows = asked(
        good,
        "select outlet_id, article_count, own_text_count, quote_count, event_count, article_share from daily_outlets "
        "where day = ? order by outlet_id", on(1),
    )  # fmt: skip
    assert [tuple(row.values()) for row in rows] == [("mail", 1, 0, 2, 2, 0.5), ("wire", 1, 1, 2, 2, 0.5)]


def test_the_tone_of_an_actor_is_the_mean_over_articles(good: duckdb.DuckDBPyConnection) -> None:
    for name, score in (("quake", 0.5), ("copy", -0.2)):
        rows = worlds.reading(f"{name}/1", 3)
        tone = cast("ToneRow", rows["facts.tones"][0])
        whole = replace(tone, tone_no=8, scope="article", actor_id=None, mention_no=None, score=score / 2)
        rows["facts.tones"] = [*rows["facts.tones"], replace(tone, tone_no=7, scope="actor", score=score), whole]
        load(good, "analyses", rows)
    refresh_daily(good)
    (row,) = asked(good, "select mean_tone from daily_actors where day = ? and actor_id = ?", on(1), ADA)
    assert row["mean_tone"] == pytest.approx(0.15)
    (row,) = asked(good, "select mean_tone from daily_topics where day = ?", on(1))
    assert row["mean_tone"] == pytest.approx(0.075)
