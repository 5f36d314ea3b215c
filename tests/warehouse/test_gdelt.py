"""GDELT's three tables over one's own news: its columns, its formats, its way of merging."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.warehouse import worlds
from transforms.rows.analyse import EventActorRow, EventRow

ACTOR = "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code"
GEO = "Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID"
EVENTS = [
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor{no}{name}" for no in (1, 2) for name in ACTOR.split()),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
    "NumSources", "NumArticles", "AvgTone",
    *(f"{who}Geo_{name}" for who in ("Actor1", "Actor2", "Action") for name in GEO.split()),
    "DATEADDED", "SOURCEURL",
]  # fmt: skip
MENTIONS = [
    "GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName",
    "MentionIdentifier", "SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText",
    "Confidence", "MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo", "Extras",
]  # fmt: skip
GKG = [
    "GKGRECORDID", "DATE", "SourceCollectionIdentifier", "SourceCommonName", "DocumentIdentifier", "Counts",
    "V2Counts", "Themes", "V2Themes", "Locations", "V2Locations", "Persons", "V2Persons", "Organizations",
    "V2Organizations", "V2Tone", "Dates", "GCAM", "SharingImage", "RelatedImages", "SocialImageEmbeds",
    "SocialVideoEmbeds", "Quotations", "AllNames", "Amounts", "TranslationInfo", "Extras",
]  # fmt: skip


def one(connection: duckdb.DuckDBPyConnection, sql: str) -> dict[str, Any]:
    """The only row of a query."""
    cursor = connection.execute(sql)
    (row,) = cursor.fetchall()
    return dict(zip([column[0] for column in cursor.description or ()], row, strict=True))


def told(
    article_id: str, day: float, outlet: str = "wire", who: Sequence[tuple[str, str]] = (), **changes: Any
) -> worlds.Rows:
    """An article read on a day whose only event is `changes` of a visit; who takes part is (side, phrase or actor)."""
    revision = f"{article_id}/1"
    read = worlds.reading(revision, day, worlds.ACTORS[:1], ())
    event: EventRow = replace(read["facts.events"][0], date_no=None, **changes)
    known = {name: worlds.actor(name) for name in worlds.ACTORS}
    takers = [
        EventActorRow(
            revision, 0, no, side, 0, 0, 3, name, None, known[name].actor_id if name in known else None, 1, "r"
        )
        for no, (side, name) in enumerate(who)
    ]
    return worlds.joined(
        worlds.revision(article_id, outlet, 1, day, worlds.ACTORS[:1], first_seen=day),
        {**read, "facts.events": [event], "facts.event_actors": takers, "facts.actors": list(known.values())},
    )


def world(connection: duckdb.DuckDBPyConnection, *articles: worlds.Rows) -> duckdb.DuckDBPyConnection:
    """The seeds of a small world, and these articles."""
    outlets = [worlds.outlet("wire"), worlds.outlet("mail")]
    worlds.load(connection, "seeds", worlds.seeds(outlets, [worlds.feed("top", "wire")]))
    for article in articles:
        kinds: dict[str, worlds.Rows] = {"extractions": {}, "analyses": {}}
        for table, rows in article.items():
            extracted = table in ("facts.articles", "facts.revisions", "facts.paragraphs", "ops.extractions")
            if extracted or table in worlds.KINDS["analyses"]:
                kinds["extractions" if extracted else "analyses"][table] = rows
        worlds.load(connection, "extractions", kinds["extractions"])
        worlds.load(connection, "analyses", kinds["analyses"])
    return connection


PAIR = (("source", "Ada Lovelace"), ("target", "Alan Turing"))


@pytest.mark.parametrize(("view", "columns"), [("events", EVENTS), ("mentions", MENTIONS), ("gkg", GKG)])
def test_a_view_has_gdelts_columns_in_gdelts_order(
    schema: duckdb.DuckDBPyConnection, view: str, columns: list[str]
) -> None:
    assert [row[0] for row in schema.execute(f"describe gdelt.{view}").fetchall()] == columns
    assert len(columns) == {"events": 61, "mentions": 16, "gkg": 27}[view]


def test_numbers_are_numbers_and_codes_are_texts(schema: duckdb.DuckDBPyConnection) -> None:
    kinds = {row[0]: row[1] for row in schema.execute("describe gdelt.events").fetchall()}
    whole = ("SQLDATE", "MonthYear", "Year", "IsRootEvent", "QuadClass", "NumMentions", "NumSources", "NumArticles")
    assert {kinds[name] for name in (*whole, "Actor1Geo_Type", "ActionGeo_Type")} == {"INTEGER"}
    assert {kinds[name] for name in ("GLOBALEVENTID", "DATEADDED")} == {"BIGINT"}
    assert {kinds[name] for name in ("FractionDate", "GoldsteinScale", "AvgTone", "ActionGeo_Lat")} == {"DOUBLE"}
    assert {kinds[name] for name in ("EventCode", "EventRootCode", "Actor1Code", "SOURCEURL")} == {"VARCHAR"}


def test_an_event_has_the_formats_of_the_codebook(empty: duckdb.DuckDBPyConnection) -> None:
    row = one(world(empty, told("a", 4.51, who=PAIR)), "from gdelt.events")
    assert (row["SQLDATE"], row["MonthYear"], row["Year"], row["FractionDate"]) == (20260304, 202603, 2026, 2026.1753)
    assert (row["DATEADDED"], row["SOURCEURL"]) == (20260304121500, "https://wire.example/a")
    assert (row["Actor1Name"], row["Actor1CountryCode"], row["Actor2Name"]) == ("ADA LOVELACE", "GBR", "ALAN TURING")
    assert (row["EventCode"], row["EventBaseCode"], row["EventRootCode"]) == ("042", "042", "04")
    assert (row["QuadClass"], row["GoldsteinScale"], row["IsRootEvent"]) == (1, 1.9, 1)
    assert (row["ActionGeo_Type"], row["ActionGeo_CountryCode"], row["ActionGeo_FeatureID"]) == (4, "UK", "2643743")
    assert row["ActionGeo_FullName"] == "Ada Lovelace, England, United Kingdom"
    assert (row["Actor1Geo_Type"], row["Actor1Geo_CountryCode"], row["Actor1Geo_Lat"]) == (1, "UK", 54.0)
    assert 0 <= row["GLOBALEVENTID"] < 2**53, "a number that JSON, R and spreadsheets keep whole"


def test_articles_that_tell_the_same_of_the_same_day_and_place_make_one_event(
    empty: duckdb.DuckDBPyConnection,
) -> None:
    world(empty, told("a", 4.2, "wire", PAIR), told("b", 4.6, "mail", PAIR), told("c", 5.2, "mail", PAIR))
    rows = empty.execute("select SQLDATE, NumMentions, NumSources, NumArticles, SOURCEURL from gdelt.events order by 1")
    assert rows.fetchall() == [
        (20260304, 2, 2, 2, "https://wire.example/a"), (20260305, 1, 1, 1, "https://mail.example/c"),
    ]  # fmt: skip
    joined = empty.execute(
        "select MentionIdentifier, EventTimeDate, MentionTimeDate from gdelt.events "
        "join gdelt.mentions using (GLOBALEVENTID) where SQLDATE = 20260304 order by 3"
    ).fetchall()
    assert joined == [
        ("https://wire.example/a", 20260304050000, 20260304050000),
        ("https://mail.example/b", 20260304050000, 20260304143000),
    ]


def test_an_event_keeps_its_number_when_more_is_told_of_it(empty: duckdb.DuckDBPyConnection) -> None:
    first = one(world(empty, told("a", 4.2, who=PAIR)), "from gdelt.events")
    later = one(world(empty, told("b", 4.6, "mail", PAIR)), "from gdelt.events")
    assert later["GLOBALEVENTID"] == first["GLOBALEVENTID"]
    assert (first["NumArticles"], later["NumArticles"]) == (1, 2)


@pytest.mark.parametrize(
    "changes",
    [{"is_negated": True}, {"realis": "hypothetical"}, {"realis": "planned"}, {"realis": "threatened"}],
)
def test_what_did_not_happen_is_left_out(empty: duckdb.DuckDBPyConnection, changes: dict[str, Any]) -> None:
    assert world(empty, told("a", 4.2, who=PAIR, **changes)).execute("from gdelt.events").fetchall() == []


@pytest.mark.parametrize(("code", "realis"), [("036", "planned"), ("138", "threatened"), ("138", "planned")])
def test_a_promise_and_a_threat_have_happened(empty: duckdb.DuckDBPyConnection, code: str, realis: str) -> None:
    row = one(world(empty, told("a", 4.2, who=PAIR, cameo_code=code, realis=realis)), "from gdelt.events")
    assert row["EventRootCode"] == code[:2]


def test_an_event_of_nobody_that_can_be_named_is_left_out(empty: duckdb.DuckDBPyConnection) -> None:
    rows = world(empty, told("a", 4.2, who=[("source", "the others")])).execute("from gdelt.events").fetchall()
    assert rows == []


def test_nameless_actors_are_known_by_their_noun(empty: duckdb.DuckDBPyConnection) -> None:
    bus, farmers = [("source", "a bus full of farmers")], [("source", "Angry farmers, many from the north")]
    world(empty, told("a", 4.2, who=bus), told("b", 4.3, who=farmers))
    empty.execute("insert into seeds.gdelt_codes values ('noun', 'farmer', 'AGR'), ('plural', 'farmers', 'farmer')")
    row = one(empty, "from gdelt.events")
    assert (row["Actor1Name"], row["Actor1Code"], row["Actor1Type1Code"]) == ("FARMER", "AGR", "AGR")
    assert (row["Actor1Geo_Type"], row["Actor1Geo_CountryCode"]) == (0, None)


def test_each_of_several_who_act_makes_a_row(empty: duckdb.DuckDBPyConnection) -> None:
    both = [("source", "Ada Lovelace"), ("source", "Grace Hopper"), ("target", "Alan Turing")]
    names = world(empty, told("a", 4.2, who=both)).execute("select Actor1Name, Actor2Name from gdelt.events order by 1")
    assert names.fetchall() == [("ADA LOVELACE", "ALAN TURING"), ("GRACE HOPPER", "ALAN TURING")]


def test_those_who_meet_without_a_target_meet_each_other(empty: duckdb.DuckDBPyConnection) -> None:
    both = [("source", "Ada Lovelace"), ("source", "Grace Hopper")]
    world(empty, told("a", 4.2, who=both, is_mutual=True), told("b", 5.2, who=both, is_mutual=False))
    names = "select SQLDATE, Actor1Name, Actor2Name from gdelt.events order by all"
    assert empty.execute(names).fetchall() == [
        (20260304, "ADA LOVELACE", "GRACE HOPPER"), (20260304, "GRACE HOPPER", "ADA LOVELACE"),
        (20260305, "ADA LOVELACE", None), (20260305, "GRACE HOPPER", None),
    ]  # fmt: skip


def test_an_event_is_on_the_day_that_the_sentence_says_but_not_ahead_of_its_article(
    empty: duckdb.DuckDBPyConnection,
) -> None:
    for name, day in (("past", date(2026, 3, 2)), ("ahead", date(2026, 3, 30))):
        rows = told(name, 4.2, who=PAIR)
        rows["facts.events"] = [replace(rows["facts.events"][0], date_no=0)]
        rows["facts.dates"] = [replace(rows["facts.dates"][0], start_day=day, end_day=day)]
        world(empty, rows)
    days = empty.execute("select SQLDATE, SOURCEURL from gdelt.events order by 1").fetchall()
    assert days == [(20260302, "https://wire.example/past"), (20260304, "https://wire.example/ahead")]


@pytest.mark.parametrize(
    ("code", "quad", "score"), [("016", 1, -2.0), ("061", 2, 6.4), ("1246", 3, -4.0), ("176", 4, -7)]
)
def test_the_goldstein_score_and_the_quad_class_are_those_of_the_code(
    empty: duckdb.DuckDBPyConnection, code: str, quad: int, score: float
) -> None:
    world(empty, told("a", 4.2, who=PAIR, cameo_code=code))
    with (Path(__file__).parents[2] / "seeds" / "gdelt_codes.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.reader(file) if row[0] == "goldstein" and row[1] != "042"]
    empty.executemany("insert into seeds.gdelt_codes values (?, ?, ?)", rows)
    row = one(empty, "from gdelt.events")
    assert (row["QuadClass"], row["GoldsteinScale"]) == (quad, score)


def test_a_twin_of_an_article_is_not_told_twice(empty: duckdb.DuckDBPyConnection) -> None:
    world(empty, told("a", 4.2, who=PAIR), told("b", 4.6, "mail", PAIR))
    empty.execute("update facts.articles set same_as_id = 'a' where article_id = 'b'")
    assert one(empty, "from gdelt.events")["NumArticles"] == 1


def test_the_graph_writes_its_lists_as_gdelt_does(good: duckdb.DuckDBPyConnection) -> None:
    row = one(good, "from gdelt.gkg where DocumentIdentifier like '%/quake'")
    assert row["GKGRECORDID"].partition("-")[0] == str(row["DATE"]) == "20260301120000"
    assert row["V2Persons"] == "Ada Lovelace,0;Alan Turing,49"
    assert row["Persons"] == "ada lovelace;alan turing"
    assert row["Counts"].split(";")[0] == (
        "KILL#12#people#4#Ada Lovelace, England, United Kingdom#UK#UK#51.5#-0.1#2643743"
    )
    assert [block.split("#")[-1] for block in row["V2Counts"].rstrip(";").split(";")] == ["0", "49"]
    assert row["V2Locations"].split(";")[1] == ("4#Alan Turing, England, United Kingdom#UK#UK##51.5#-0.1#2643743#49")
    assert row["Themes"] == "GENERAL_GOVERNMENT;IPTC_TOPIC_11;KILL;POL_HOSTVISIT;"
    assert "KILL,49;" in row["V2Themes"]
    offset, length, verb, quote = row["Quotations"].split("#")[0].split("|")
    assert (verb, quote, int(length)) == ("said", "It works.", 9)
    assert row["Quotations"].count("#") == 1
    assert one(good, f"select substring(body, {offset} + 1, {length}) as q from articles where article_id = 'quake'")[
        "q"
    ] == quote  # fmt: skip
    tone = [float(value) for value in row["V2Tone"].split(",")]
    assert len(tone) == 7
    assert tone[-1] == 18
    assert tone[4] == pytest.approx(100 * 2 / 18, abs=1e-4), "two events are told"
    assert row["Amounts"].startswith("12,people killed,0;")
    assert row["AllNames"] == row["V2Persons"]
    assert row["GCAM"] == "wc:18"
    assert "<PAGE_TITLE>Title of quake, 1</PAGE_TITLE>" in row["Extras"]


def test_what_separates_in_lists_never_stands_in_their_parts(good: duckdb.DuckDBPyConnection) -> None:
    good.execute("update facts.actors set name = 'Ada; Lady, of #1 | Lovelace' where name = 'Ada Lovelace'")
    good.execute("update facts.quotes set text = 'a # b | c'")
    good.execute("update facts.revisions set title = 'A & B <i>'")
    row = one(good, "from gdelt.gkg where DocumentIdentifier like '%/quake'")
    assert row["V2Persons"].split(";")[0] == "Ada Lady of 1 Lovelace,0"
    assert [len(block.split("|")) for block in row["Quotations"].split("#")] == [4, 4]
    assert "<PAGE_TITLE>A &amp; B &lt;i&gt;</PAGE_TITLE>" in row["Extras"]


def test_a_text_in_another_language_says_so_where_gdelt_says_what_was_translated(
    good: duckdb.DuckDBPyConnection,
) -> None:
    good.execute("update facts.revisions set language = 'fr'")
    good.execute("insert into seeds.gdelt_codes values ('language', 'fr', 'fra')")
    row = one(good, "from gdelt.gkg where DocumentIdentifier like '%/quake'")
    assert row["TranslationInfo"] == "srclc:fra;eng:untranslated"
    assert "-T" in row["GKGRECORDID"]
    assert good.execute("select distinct MentionDocTranslationInfo from gdelt.mentions").fetchall() == [
        ("srclc:fra;eng:untranslated",)
    ]


def test_a_file_without_header_has_as_many_fields_as_gdelts(good: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    for view, columns in (("events", EVENTS), ("mentions", MENTIONS), ("gkg", GKG)):
        path = tmp_path / f"{view}.csv"
        good.execute(f"copy gdelt.{view} to '{path}' (format csv, delimiter '\t', header false)")
        with path.open(encoding="utf-8", newline="") as file:
            lines = list(csv.reader(file, delimiter="\t"))
        assert lines
        assert {len(line) for line in lines} == {len(columns)}
