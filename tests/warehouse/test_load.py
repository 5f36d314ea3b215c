"""Staging is complete or not at all, loading twice changes nothing, and every kind of row finds its place."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from tests.warehouse import worlds
from tests.warehouse.worlds import ACTORS, TOPICS, Rows, at, joined, load, on
from transforms.extract.stored import article_of
from transforms.rows.analyse import ActorRow
from transforms.rows.tables import TABLES
from warehouse.daily import refresh_daily
from warehouse.database import ask, migrate
from warehouse.load import KEYS, KINDS, load_staged, remove_unfinished, stage, staged

BATCHES: dict[str, Rows] = {
    "seeds": worlds.seeds([worlds.outlet("o")], [worlds.feed("f", "o")]),
    "splits": {"seeds.actor_splits": [worlds.NEVER]},
    "watchlists": {"seeds.watchlists": [worlds.WATCHED]},
    "polls": joined(worlds.poll("f", 1.5), worlds.entry("a", "f", "o", 1.5, 1.4), worlds.entry("b", "f", "o", 1.5)),
    "fetches": joined(worlds.fetch("a", 1.6), worlds.fetch("b", 1.6), worlds.claim("a", "c", 1.6, "redirect")),
    "extractions": joined(
        worlds.revision("a", "o", 1, 1.6, published=1.4, first_seen=1.5),
        worlds.claim("a", "d", 1.6),
        worlds.rejection("b", 1.6),
    ),
    "analyses": worlds.reading("a/1", 1.7),
    "links": worlds.ties("a", "b"),
    "groups": worlds.groups("a", "a"),
    "backfills": worlds.from_archive("c", "o", 1.6),
}
FACTS = ("seeds", "facts", "daily", "ops")


def load_folder(connection: duckdb.DuckDBPyConnection, folder: Path, kind: str, *batches: Rows) -> dict[str, int]:
    """Stage some batches and load them together."""
    for batch in batches:
        stage(folder, kind, batch)
    return load_staged(connection, folder, kind)


def state_of(connection: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[object, ...]]]:
    """Everything but the days that wait to be counted: loading may touch a day that has not changed."""
    rows = worlds.contents(connection, *FACTS)
    del rows["ops.touched_days"]
    return rows


# --- staging ---------------------------------------------------------------------------------------------------------


def test_the_batches_here_hold_every_table_of_every_kind() -> None:
    assert {kind: set(tables) for kind, tables in KINDS.items()} == {kind: set(rows) for kind, rows in BATCHES.items()}


def test_every_table_that_stages_write_is_in_some_kind() -> None:
    assert {table for tables in KINDS.values() for table in tables} == set(TABLES)


def test_a_batch_has_the_same_name_when_it_is_made_again(tmp_path: Path) -> None:
    first = stage(tmp_path, "polls", BATCHES["polls"])
    assert stage(tmp_path, "polls", BATCHES["polls"]) == first
    assert staged(tmp_path, "polls") == [first]
    assert [path.name for path in tmp_path.iterdir()] == [first.name]


def test_a_batch_that_cannot_be_written_whole_is_not_there(tmp_path: Path) -> None:
    with pytest.raises((TypeError, AttributeError, ValueError)):
        stage(tmp_path, "polls", {**BATCHES["polls"], "ops.polls": [object()]})
    assert staged(tmp_path, "polls") == []
    assert remove_unfinished(tmp_path) == 1
    assert list(tmp_path.iterdir()) == []


_KILLED_AFTER_A_TABLE = """
import os, sys
from pathlib import Path
import warehouse.load as load
from tests.warehouse.test_load import BATCHES
written = []
to_arrow = load.to_arrow
load.to_arrow = lambda table, rows: os._exit(9) if written else (written.append(table), to_arrow(table, rows))[1]
load.stage(Path(sys.argv[1]), "polls", BATCHES["polls"])
"""


def test_a_worker_that_is_killed_leaves_no_batch(tmp_path: Path) -> None:
    assert subprocess.run([sys.executable, "-c", _KILLED_AFTER_A_TABLE, str(tmp_path)], check=False).returncode == 9
    assert staged(tmp_path, "polls") == []
    assert remove_unfinished(tmp_path) == 1


_KILLED_WHILE_REMOVING = """
import os, sys
from pathlib import Path
import warehouse.load as load
from tests.warehouse import worlds

def half(folder):
    next(path for path in sorted(folder.iterdir()) if "mentions" in path.name).unlink()
    os._exit(9)

load.shutil.rmtree = half
with worlds.opened(Path(sys.argv[1])) as connection:
    load.load_staged(connection, Path(sys.argv[2]), "analyses")
"""


def test_a_loader_that_is_killed_while_it_removes_a_batch_leaves_no_half_of_it(tmp_path: Path) -> None:
    path, folder = tmp_path / "w.duckdb", tmp_path / "staging"
    shutil.copyfile(worlds.good_file(), path)
    with worlds.opened(path) as connection:
        before = worlds.contents(connection, "facts")
    stage(folder, "analyses", worlds.reading("quake/1", 2.9))
    command = [sys.executable, "-c", _KILLED_WHILE_REMOVING, str(path), str(folder)]
    assert subprocess.run(command, check=False).returncode == 9
    with worlds.opened(path) as connection:
        load_staged(connection, folder, "analyses")
        assert worlds.contents(connection, "facts") == before
    assert remove_unfinished(folder) == 1


def test_loading_removes_what_it_has_loaded_and_counts_its_rows(
    empty: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    folder = tmp_path / "staging"
    counts = load_folder(empty, folder, "polls", BATCHES["polls"])
    assert counts == {
        "facts.articles": 2,
        "facts.entries": 2,
        "ops.polls": 1,
        "ops.feed_state": 1,
        "ops.sitemaps": 1,
        "ops.host_holds": 1,
    }
    assert list(folder.iterdir()) == []
    assert load_staged(empty, folder, "polls") == {}


def test_a_load_that_fails_changes_nothing_and_keeps_its_batches(
    empty: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    before = worlds.contents(empty, *FACTS)
    nameless = replace(BATCHES["polls"]["ops.polls"][0], outcome=None)
    with pytest.raises(duckdb.ConstraintException):
        load_folder(empty, tmp_path, "polls", {**BATCHES["polls"], "ops.polls": [nameless]})
    assert worlds.contents(empty, *FACTS) == before
    assert len(staged(tmp_path, "polls")) == 1


# --- loading twice ---------------------------------------------------------------------------------------------------


def _loaded_until(connection: duckdb.DuckDBPyConnection, kind: str) -> None:
    for earlier in list(KINDS)[: list(KINDS).index(kind)]:
        load(connection, earlier, BATCHES[earlier])


@pytest.mark.parametrize("kind", KINDS)
def test_loading_a_batch_twice_changes_nothing(empty: duckdb.DuckDBPyConnection, tmp_path: Path, kind: str) -> None:
    _loaded_until(empty, kind)
    load_folder(empty, tmp_path, kind, BATCHES[kind])
    once = state_of(empty)
    load_folder(empty, tmp_path, kind, BATCHES[kind])
    assert state_of(empty) == once


@pytest.mark.parametrize("kind", list(KEYS))
def test_one_thing_in_two_batches_of_one_load_comes_in_once(
    empty: duckdb.DuckDBPyConnection, tmp_path: Path, kind: str
) -> None:
    """As when a killed run has left a batch and the next run, or a task that was run again, has made it again."""
    _loaded_until(empty, kind)
    load(empty, kind, BATCHES[kind])
    once = state_of(empty)
    again = {table: list(rows) for table, rows in BATCHES[kind].items()}
    table, column = next(iter(KEYS[kind].items()))
    again[table].append(replace(again[table][0], **{column: "another"}))  # so that it is another batch
    load_folder(empty, tmp_path, kind, BATCHES[kind], again)
    empty.execute(f"delete from {table} where {column} = 'another'")
    empty.execute("delete from facts.copies where article_id = 'another'")
    assert state_of(empty) == once


def test_a_killed_run_and_the_next_give_what_one_run_gives(good: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    first, second = (worlds.reading("own/2", day, ACTORS[:3]) for day in (3.0, 3.1))
    load_folder(good, tmp_path, "analyses", first, second)
    refresh_daily(good)
    both = worlds.contents(good, *FACTS)
    load_folder(good, tmp_path, "analyses", second)
    refresh_daily(good)
    assert worlds.contents(good, *FACTS) == both
    assert good.execute("select mention_count from daily_actors where day = ?", [on(2)]).fetchall() == [(1,)] * 3


def test_of_two_readings_of_a_text_the_later_one_is_kept_whole(good: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    first, second = worlds.reading("own/2", 3, ACTORS), worlds.reading("own/2", 4, ACTORS[:1], TOPICS)
    one, other = stage(tmp_path, "analyses", first), stage(tmp_path, "analyses", second)
    os.utime(one, ns=(1, 1))
    os.utime(other, ns=(2, 2))
    load_staged(good, tmp_path, "analyses")
    count = "select count(*) from {} where revision_id = 'own/2'"
    assert [
        good.execute(count.format(table)).fetchall()[0][0] for table in ("facts.mentions", "facts.article_topics")
    ] == [1, 3]
    assert good.execute("select analysed_at from ops.analyses where revision_id = 'own/2'").fetchall() == [(at(4),)]


# --- articles --------------------------------------------------------------------------------------------------------


def _article(connection: duckdb.DuckDBPyConnection, article_id: str, *columns: str) -> tuple[object, ...]:
    (row,) = connection.execute(
        f"select {', '.join(columns)} from facts.articles where article_id = ?", [article_id]
    ).fetchall()
    return tuple(row)


def test_an_article_in_two_feeds_is_one_row_whether_they_come_together_or_not(empty: duckdb.DuckDBPyConnection) -> None:
    load(empty, "polls", worlds.entry("a", "f", "o", 1.5, 1.4), worlds.entry("a", "g", "p", 1.6, 1.5))
    load(empty, "polls", worlds.entry("a", "h", "q", 2.5, 2.4))
    assert _article(empty, "a", "outlet_id", "first_seen_at", "published_at") == ("o", at(1.5), at(1.4))
    assert empty.execute("select count(*) from facts.entries").fetchall() == [(3,)]


def test_a_feeds_time_fills_a_gap_and_never_replaces_one(empty: duckdb.DuckDBPyConnection) -> None:
    load(empty, "polls", worlds.entry("a", "f", "o", 3.5))
    assert _article(empty, "a", "published_at", "published_source", "day") == (None, "", on(3))
    load(empty, "polls", worlds.entry("a", "g", "o", 3.6, 2.5))
    assert _article(empty, "a", "published_at", "published_source", "day") == (at(2.5), "feed", on(2))
    load(empty, "polls", worlds.entry("a", "h", "o", 3.7, 1.5))
    assert _article(empty, "a", "published_at", "day") == (at(2.5), on(2))


def test_the_pages_time_beats_the_feeds_before_and_after(empty: duckdb.DuckDBPyConnection) -> None:
    load(empty, "polls", worlds.entry("a", "f", "o", 3.5, 3.4))
    load(empty, "extractions", worlds.revision("a", "o", 1, 3.6, published=2.4, first_seen=3.5))
    assert _article(empty, "a", "published_at", "published_source", "day") == (at(2.4), "json-ld", on(2))
    load(empty, "polls", worlds.entry("a", "g", "o", 4.5, 4.4))
    assert _article(empty, "a", "published_at", "published_source", "day") == (at(2.4), "json-ld", on(2))


def test_a_page_without_a_time_leaves_the_feeds(empty: duckdb.DuckDBPyConnection) -> None:
    load(empty, "polls", worlds.entry("a", "f", "o", 3.5, 3.4))
    load(empty, "extractions", worlds.revision("a", "o", 1, 3.6, first_seen=3.5))
    assert _article(empty, "a", "published_at", "published_source") == (at(3.4), "feed")


def test_the_pages_own_address_is_kept_and_not_lost_again(empty: duckdb.DuckDBPyConnection) -> None:
    load(empty, "polls", worlds.entry("a", "f", "o", 3.5, 3.4))
    page = worlds.revision("a", "o", 1, 3.6, first_seen=3.5)
    page["facts.articles"] = [replace(page["facts.articles"][0], canonical_url="https://o.example/canonical")]
    load(empty, "extractions", page)
    load(empty, "extractions", worlds.revision("a", "o", 2, 3.8, published=3.4, first_seen=3.5))
    assert _article(empty, "a", "canonical_url") == ("https://o.example/canonical",)


@pytest.mark.parametrize(
    ("published", "is_suspect"), [(3.4, False), (4.0, False), (4.2, True), (900.0, True), (-13_300.0, True)]
)
def test_a_time_in_the_future_or_absurd_is_suspect_and_gives_the_day_of_first_sight(
    empty: duckdb.DuckDBPyConnection, published: float, is_suspect: bool
) -> None:
    load(empty, "polls", worlds.entry("a", "f", "o", 3.5, published))
    day = on(3) if is_suspect else at(published).date()
    assert _article(empty, "a", "is_suspect", "day", "published_at") == (is_suspect, day, at(published))


def test_a_suspect_time_that_comes_late_gives_the_day_of_first_sight_still(empty: duckdb.DuckDBPyConnection) -> None:
    load(empty, "polls", worlds.entry("a", "f", "o", 3.5))
    load(empty, "polls", worlds.entry("a", "g", "o", 5.5, 900.0))
    assert _article(empty, "a", "is_suspect", "day", "first_seen_at") == (True, on(3), at(3.5))


@pytest.mark.parametrize(("zone", "day"), [("UTC", 1), ("Asia/Tokyo", 2), ("America/Los_Angeles", 1)])
def test_a_day_is_cut_in_the_readers_zone(tmp_path: Path, zone: str, day: int) -> None:
    with worlds.opened(tmp_path / "w.duckdb", zone) as connection:
        load(connection, "polls", worlds.entry("a", "f", "o", 1.95, 1.9))
        assert _article(connection, "a", "day") == (on(day),)


def test_an_article_that_moves_touches_the_day_it_leaves_and_the_day_it_joins(empty: duckdb.DuckDBPyConnection) -> None:
    load(empty, "polls", worlds.entry("a", "f", "o", 3.5, 3.4))
    empty.execute("delete from ops.touched_days")
    load(empty, "extractions", worlds.revision("a", "o", 1, 3.6, published=1.4, first_seen=3.5))
    assert [row["day"] for row in ask(empty, "touched_days")] == [on(1), on(3)]


# --- revisions, entries, analyses, links -----------------------------------------------------------------------------


def test_a_second_version_ends_the_first(empty: duckdb.DuckDBPyConnection) -> None:
    load(empty, "extractions", worlds.revision("a", "o", 1, 1.5))
    load(empty, "extractions", worlds.revision("a", "o", 2, 2.5))
    rows = empty.execute("select revision_no, seen_from, seen_to from facts.revisions order by revision_no").fetchall()
    assert rows == [(1, at(1.5), at(2.5)), (2, at(2.5), None)]


def test_an_ended_version_that_is_loaded_again_stays_ended(empty: duckdb.DuckDBPyConnection) -> None:
    for no in (1, 2, 1):
        load(empty, "extractions", worlds.revision("a", "o", no, no + 0.5))
    rows = empty.execute("select revision_no, seen_to from facts.revisions order by revision_no").fetchall()
    assert rows == [(1, at(2.5)), (2, None)]


def test_a_new_version_leaves_the_parts_of_the_one_before(empty: duckdb.DuckDBPyConnection) -> None:
    load(empty, "extractions", worlds.revision("a", "o", 1, 1.5))
    load(empty, "extractions", worlds.revision("a", "o", 2, 2.5))
    for table in ("paragraphs", "sections", "dropped"):
        assert empty.execute(f"select revision_id from facts.{table} order by all").fetchall() == [("a/1",), ("a/2",)]


def test_a_page_that_is_read_after_all_is_rejected_no_more(empty: duckdb.DuckDBPyConnection) -> None:
    load(empty, "polls", worlds.entry("a", "f", "o", 1.4))
    load(empty, "extractions", worlds.rejection("a", 1.5))
    assert empty.execute("select state from articles").fetchall() == [("rejected: too_short",)]
    load(empty, "extractions", worlds.revision("a", "o", 1, 1.5))
    assert empty.execute("select state from articles").fetchall() == [("read",)]
    assert empty.execute("select * from ops.rejections").fetchall() == []


def test_a_changed_entry_replaces_what_the_feed_said_and_notes_when(empty: duckdb.DuckDBPyConnection) -> None:
    load(empty, "polls", worlds.entry("a", "f", "o", 1.5, title="Bridge falls"))
    load(empty, "polls", worlds.entry("a", "f", "o", 2.5, title="Bridge stands", content_hash="hash-2"))
    (row,) = empty.execute("select title, first_seen_at, changed_at from facts.entries").fetchall()
    assert row == ("Bridge stands", at(1.5), at(2.5))


def test_an_entry_that_says_the_same_has_not_changed(empty: duckdb.DuckDBPyConnection) -> None:
    for day in (1.5, 2.5):
        load(empty, "polls", worlds.entry("a", "f", "o", day))
    assert empty.execute("select changed_at from facts.entries").fetchall() == [(at(1.5),)]


def test_an_older_state_of_a_feed_never_replaces_a_newer_one(empty: duckdb.DuckDBPyConnection) -> None:
    for day in (2.5, 1.5):
        load(empty, "polls", worlds.poll("f", day))
    assert empty.execute("select last_polled_at from ops.feed_state").fetchall() == [(at(2.5),)]


def test_a_failed_poll_keeps_the_time_of_the_last_success(empty: duckdb.DuckDBPyConnection) -> None:
    load(empty, "polls", worlds.poll("f", 1.5))
    failed = worlds.poll("f", 2.5, "unreachable")
    failed["ops.feed_state"] = [replace(failed["ops.feed_state"][0], last_success_at=None, failure_count=1)]
    load(empty, "polls", failed)
    assert empty.execute("select last_success_at, failure_count from ops.feed_state").fetchall() == [(at(1.5), 1)]


def test_a_text_that_is_read_again_has_only_the_later_reading(good: duckdb.DuckDBPyConnection) -> None:
    others = worlds.contents(good, "facts")
    load(good, "analyses", worlds.reading("own/2", 4, ACTORS[:1], TOPICS[:2]))
    for table in ("sentences", "mentions", "roles", "quotes", "dates", "quantities"):
        assert good.execute(f"select count(*) from facts.{table} where revision_id = 'own/2'").fetchall() == [(1,)]
    load(good, "analyses", worlds.reading("own/2", 2.9, ACTORS[1:3], TOPICS[1:]))
    assert worlds.contents(good, "facts") == others


def test_the_zone_of_a_pages_time_reaches_what_reads_its_text_but_not_beside_a_feeds(
    empty: duckdb.DuckDBPyConnection,
) -> None:
    for name, source in (("own", "json-ld"), ("fed", "feed")):
        rows = worlds.revision(name, "post", 1, 1.5, published=1.3)
        rows["facts.revisions"] = [replace(rows["facts.revisions"][0], published_offset_minutes=-300)]
        rows["facts.articles"] = [replace(rows["facts.articles"][0], published_source=source)]
        load(empty, "extractions", rows)
    texts = ask(empty, "pending_analyses", {"again": False, "method_id": "m", "most": 9})
    assert {text["revision_id"]: article_of(text, []).published_offset_minutes for text in texts} == {
        "own/1": -300,
        "fed/1": None,
    }


def test_the_categories_of_an_articles_entries_reach_what_reads_its_text(good: duckdb.DuckDBPyConnection) -> None:
    good.execute("update facts.entries set categories = 'Sport; Tennis' where article_id = 'own'")
    texts = ask(good, "pending_analyses", {"again": True, "method_id": "another", "most": 99})
    assert {text["revision_id"]: article_of(text, []).categories for text in texts}["own/2"] == "Sport; Tennis"


def test_a_text_whose_reading_was_ended_keeps_no_older_reading(good: duckdb.DuckDBPyConnection) -> None:
    load(good, "analyses", {"ops.analyses": worlds.reading("own/2", 4, outcome="timeout")["ops.analyses"]})
    assert good.execute("select count(*) from facts.mentions where revision_id = 'own/2'").fetchall() == [(0,)]
    assert ask(good, "pending_analyses", {"again": False, "method_id": "m", "most": 9}) == []


def test_what_a_seed_says_of_an_actor_replaces_what_the_news_had_taught(empty: duckdb.DuckDBPyConnection) -> None:
    met = worlds.actor("Ada Lovelace")
    known = replace(met, kind="organisation", country="PT", sector="computing", seed_key="ada", wikidata_id="Q7259")
    for row in (met, known, met):
        load(empty, "analyses", {"facts.actors": [row]})
    assert empty.execute("from facts.actors").fetchall() == [
        ("ada-lovelace", "Ada Lovelace", "organisation", "PT", "computing", "ada", "Q7259")
    ]


def test_links_touch_only_the_days_of_articles_whose_links_change(good: duckdb.DuckDBPyConnection) -> None:
    load(good, "groups", worlds.groups("quake", "quake", "copy"), worlds.groups("own", "own"))
    assert ask(good, "touched_days") == []
    load(good, "groups", worlds.groups("quake", "quake", "copy"), worlds.groups("other", "own"))
    assert [row["day"] for row in ask(good, "touched_days")] == [on(2)]


def test_the_links_of_other_articles_stay(good: duckdb.DuckDBPyConnection) -> None:
    load(good, "groups", worlds.groups("copy", "copy"))
    rows = good.execute("select article_id, copy_group_id from facts.copies order by all").fetchall()
    assert rows == [("copy", "copy"), ("own", "own"), ("quake", "quake")]


def test_seeds_that_people_remove_are_gone(good: duckdb.DuckDBPyConnection) -> None:
    load(good, "seeds", worlds.seeds([worlds.outlet("wire")], []))
    assert good.execute("select outlet_id from seeds.outlets").fetchall() == [("wire",)]
    assert good.execute("select * from seeds.feeds").fetchall() == []


def test_an_outlet_under_another_owner_touches_its_days_and_no_other(good: duckdb.DuckDBPyConnection) -> None:
    feeds = [worlds.feed(name, "wire") for name in ("wire-top", "mail-top", "mail-world", "post-top")]
    outlets = [
        worlds.outlet("wire", is_agency=True),
        worlds.outlet("mail", "Press Group"),
        worlds.outlet("post", "Rival"),
    ]
    load(good, "seeds", worlds.seeds(outlets, feeds))
    assert [row["day"] for row in ask(good, "touched_days")] == [on(2)]
    refresh_daily(good)
    load(good, "seeds", worlds.seeds(outlets, feeds))
    assert ask(good, "touched_days") == []


def test_a_poll_that_brings_nothing_new_touches_only_its_own_day(good: duckdb.DuckDBPyConnection) -> None:
    load(good, "polls", worlds.poll("wire-top", 3.5), worlds.entry("quake", "wire-top", "wire", 3.5, 1.4))
    assert [row["day"] for row in ask(good, "touched_days")] == [on(3)]


def test_a_known_article_in_another_feed_touches_its_day(good: duckdb.DuckDBPyConnection) -> None:
    load(good, "polls", worlds.poll("post-top", 3.5), worlds.entry("quake", "post-top", "wire", 3.5, 1.4))
    assert [row["day"] for row in ask(good, "touched_days")] == [on(1), on(3)]


def test_a_name_is_shown_the_same_in_whatever_order_its_spellings_come(tmp_path: Path) -> None:
    shown = set()
    for number, spellings in enumerate((["NAIROBI", "Nairobi", "nairobi"], ["nairobi", "NAIROBI", "Nairobi"])):
        connection = duckdb.connect(str(tmp_path / f"{number}.duckdb"))
        migrate(connection, "UTC")
        for spelling in spellings:
            country = "KE" if spelling == "Nairobi" else ""
            load(connection, "analyses", {"facts.actors": [ActorRow("n", spelling, "place", country, "", None, "")]})
        shown.add(connection.execute("select name, country from facts.actors").fetchone())
        connection.close()
    assert shown == {("Nairobi", "KE")}


# --- the article's day in all that hangs on its texts -----------------------------------------------------------------


def test_what_is_read_in_a_text_moves_with_its_article_to_another_day(empty: duckdb.DuckDBPyConnection) -> None:
    load(empty, "polls", worlds.entry("a", "f", "o", 3.5), worlds.entry("b", "f", "o", 3.5))
    for no in (1, 2):
        load(empty, "extractions", worlds.revision("a", "o", no, 3.5 + no / 10, first_seen=3.5))
        load(empty, "extractions", worlds.revision("b", "o", no, 3.5 + no / 10, first_seen=3.5))
        load(empty, "analyses", worlds.reading(f"a/{no}", 3.9), worlds.reading(f"b/{no}", 3.9))
    load(empty, "polls", worlds.entry("a", "g", "o", 3.9, 1.5))
    load(empty, "analyses", worlds.reading("a/2", 4.0, ACTORS[:1]))
    assert worlds.off_their_day(empty) == []
    assert empty.execute("select distinct article_id, article_day from facts.revisions order by 1").fetchall() == [
        ("a", on(1)),
        ("b", on(3)),
    ]
    refresh_daily(empty)
    counted = "select day, sum(mention_count) from daily.actors where language = 'all' group by day order by day"
    assert empty.execute(counted).fetchall() == [(on(1), 1), (on(3), 2)]


def test_what_is_read_in_texts_moves_with_the_readers_zone(tmp_path: Path) -> None:
    with worlds.opened(tmp_path / "w.duckdb") as connection:
        load(connection, "extractions", worlds.revision("a", "o", 1, 1.95))
        load(connection, "analyses", worlds.reading("a/1", 1.96))
        migrate(connection, "Asia/Tokyo")
        assert worlds.off_their_day(connection) == []
        assert connection.execute("select distinct article_day from facts.quotes").fetchall() == [(on(2),)]


def test_what_stands_under_another_day_than_its_article_is_found(good: duckdb.DuckDBPyConnection) -> None:
    good.execute("update facts.mentions set article_day = article_day + 1 where revision_id = 'own/2'")
    assert worlds.off_their_day(good) == ["facts.mentions"]
