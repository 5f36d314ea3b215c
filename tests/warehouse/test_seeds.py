"""What people wrote is read as they meant it, and a line that cannot be used is named."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import seeds
from transforms.analyse.role_classes import ROLE_CLASSES
from transforms.ids import known_actor_id, outlet_id
from transforms.records.seeds import KnownActor, TopicTerm
from warehouse.load import KINDS, to_arrow
from warehouse.seeds import (
    SeedError,
    known_rows,
    read_csv,
    read_event_words,
    read_known_actors,
    read_outlets,
    read_topic_terms,
    read_topics,
)

SEEDS = Path(seeds.__file__).parent


def file(folder: Path, *lines: str, name: str = "x.csv") -> Path:
    """A file of some lines."""
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("read", "head", "line", "words"),
    [
        (read_topics, "topic_id,parent_id,level,label", "medtop:1,,first,war", "level 'first'"),
        (read_topic_terms, "topic_id,term,weight,language", "medtop:1,war,heavy,en", "weight 'heavy'"),
    ],
)
def test_a_line_that_cannot_be_used_is_named_with_its_file(
    tmp_path: Path, read: Callable[[Path], Any], head: str, line: str, words: str
) -> None:
    good = line.replace("first", "1").replace("heavy", "1.0")
    path = file(tmp_path, head, good, line)
    with pytest.raises(SeedError, match=rf"x\.csv, line 3: the {words}"):
        read(path)


def test_a_bad_level_is_named_when_all_seeds_are_read(tmp_path: Path) -> None:
    for name in ("actors.csv", "actor_aliases.csv", "topics.csv", "topic_terms.csv"):
        shutil.copyfile(SEEDS / name, tmp_path / name)
    with (tmp_path / "topics.csv").open("a", encoding="utf-8") as stream:
        stream.write("medtop:99000000,,two,late,A topic.\n")
    lines = len((SEEDS / "topics.csv").read_text(encoding="utf-8").splitlines()) + 1
    with pytest.raises(SeedError, match=rf"topics\.csv, line {lines}: the level 'two'"):
        known_rows(tmp_path)


def test_a_missing_column_is_named_with_those_that_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(SeedError, match=r"x\.csv: the first line lacks the column 'term'; it must name topic_id, term"):
        read_topic_terms(file(tmp_path, "topic_id,weight,language"))


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00bad", b""])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "x.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SeedError, match=r"x\.csv"):
        list(read_csv(path, ("url",)))


def test_lines_are_numbered_as_an_editor_numbers_them(tmp_path: Path) -> None:
    path = file(tmp_path, "url,title", 'a,"two', 'lines"', "b,one")
    assert [(line, row["url"]) for line, row in read_csv(path, ("url",))] == [(3, "a"), (4, "b")]


def test_a_byte_order_mark_spaces_and_short_lines_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes("\ufeffurl,title\r\n  a , t \r\nb\r\n".encode())
    assert [row for _, row in read_csv(path, ("url",))] == [{"url": "a", "title": "t"}, {"url": "b", "title": ""}]


def test_an_actor_comes_with_its_names(tmp_path: Path) -> None:
    actors = file(
        tmp_path,
        "key,name,kind,country,sector,role,valid_from,valid_to",
        "un,United Nations,organisation,,body,,1945,",
        name="a.csv",
    )
    aliases = file(tmp_path, "actor_key,alias,alias_kind", "un,UN,acronym", "un,the United Nations,name", "x,X,name")
    assert read_known_actors(actors, aliases) == [
        KnownActor(
            "un", "United Nations", "organisation", "", "body", "", "1945", "",
            (("UN", "acronym"), ("the United Nations", "name")),
        )
    ]  # fmt: skip


def test_an_outlet_is_named_by_its_domain_in_lower_case(tmp_path: Path) -> None:
    path = file(tmp_path, "name,domain,country,language,owner,is_agency", "Wire,Wire.Example,GB,en,,TRUE")
    (row,) = read_outlets(path)
    assert (row.outlet_id, row.domain, row.is_agency) == (outlet_id("wire.example"), "wire.example", True)


def test_a_term_has_a_weight(tmp_path: Path) -> None:
    path = file(tmp_path, "topic_id,term,weight,language", "medtop:1,war,2,en")
    assert read_topic_terms(path) == [TopicTerm("medtop:1", "war", 2.0, "en")]


def test_the_seeds_of_the_house_fill_every_table_with_ids_that_meet() -> None:
    rows = rows_of_the_house() | {"seeds.outlets": read_outlets(SEEDS / "outlets.csv")}
    assert set(rows) == set(KINDS["seeds"]) - {"seeds.feeds"}
    for table, found in rows.items():
        assert to_arrow(table, found).num_rows == len(found)
    actors = {row.actor_id for row in rows["seeds.actors"]}
    topics = {row.topic_id for row in rows["seeds.topics"]}
    assert {row.actor_id for row in rows["seeds.actor_aliases"]} <= actors
    assert {row.topic_id for row in rows["seeds.topic_terms"]} <= topics
    assert {row.parent_id for row in rows["seeds.topics"]} <= topics | {""}
    for table, key in (("seeds.outlets", "outlet_id"), ("seeds.actors", "actor_id"), ("seeds.topics", "topic_id")):
        ids = [getattr(row, key) for row in rows[table]]
        assert len(ids) == len(set(ids))
    assert known_actor_id(rows["seeds.actors"][0].key) == rows["seeds.actors"][0].actor_id


@cache
def rows_of_the_house() -> dict[str, list[Any]]:
    """The seeds that come with Dateline."""
    return known_rows(SEEDS)


def codes_of(scheme: str) -> dict[str, str]:
    """The codes of a scheme of gdelt_codes.csv, by key."""
    return {row.key: row.code for row in rows_of_the_house()["seeds.gdelt_codes"] if row.scheme == scheme}


def test_a_code_of_gdelt_is_given_once() -> None:
    rows = rows_of_the_house()["seeds.gdelt_codes"]
    assert [(row.scheme, row.key) for row in rows] == sorted({(row.scheme, row.key) for row in rows})
    assert all(row.code for row in rows)


def test_every_country_with_an_actor_has_its_codes_and_a_point() -> None:
    met = {row.country for row in rows_of_the_house()["seeds.actors"]} - {""}
    for scheme in ("country", "fips", "cameo", "point"):
        assert met - codes_of(scheme).keys() <= {"AX"}, scheme  # the Aland Islands have no FIPS code of their own
    fips = codes_of("fips")
    assert (fips["DE"], fips["CH"], fips["GB"], fips["AU"], fips["AT"]) == ("GM", "SZ", "UK", "AS", "AU")
    assert len(set(fips.values())) == len(fips)
    assert (codes_of("cameo")["DE"], codes_of("cameo")["RO"]) == ("DEU", "ROM")


def test_a_division_has_its_countrys_code_before_its_own() -> None:
    fips, divisions = codes_of("fips"), codes_of("adm1")
    assert all(code[:2] == fips[key[:2]] and len(code) == 4 for key, code in divisions.items())
    assert (divisions["US|Texas"], divisions["DE|Bremen"]) == ("USTX", "GM03")


def test_every_event_code_has_a_score_of_goldsteins_or_its_root_has() -> None:
    scores = codes_of("goldstein")
    for row in read_event_words(SEEDS).codes:
        assert -10 <= float(scores.get(row.code, scores[row.code[:2]])) <= 10


def test_the_codes_of_gdelt_are_of_things_that_the_seeds_know() -> None:
    rows = rows_of_the_house()
    assert codes_of("theme").keys() <= {row.topic_id for row in rows["seeds.topics"]}
    assert codes_of("group").keys() <= {row.key for row in rows["seeds.actors"]}
    sectors = {row.sector for row in rows["seeds.actors"]}
    assert codes_of("sector").keys() - {"media"} <= sectors, "outlets are actors of the sector media"
    assert codes_of("role").keys() <= {name for name, _ in ROLE_CLASSES}
    assert set(codes_of("plural").values()) <= codes_of("noun").keys()
