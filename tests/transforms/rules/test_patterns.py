"""What terms look like in texts: the same for DuckDB, which finds articles, and for Python, which shows the places."""

from __future__ import annotations

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.rules.language import read_rule
from transforms.rules.patterns import core_of, name_of, near_spans, spans_of, surname_of, whole_of
from transforms.rules.tree import Named, Near, Words


def fits(text: str, *patterns: str) -> bool:
    """Whether a text fits all of some patterns, by DuckDB."""
    with duckdb.connect() as connection:
        return all(
            connection.execute("select regexp_matches($text, $pattern)", {"text": text, "pattern": one}).fetchall()[0][
                0
            ]
            for one in patterns
        )


def found(rule: str, text: str) -> list[str]:
    """What a rule of one term or of NEAR finds in a text. DuckDB and Python must agree whether it does."""
    leaf = read_rule(rule)
    if isinstance(leaf, Near):
        return [text[span.start : span.end] for span in near_spans(leaf, text)]
    assert isinstance(leaf, Words)
    places = [text[span.start : span.end] for span in spans_of(leaf, text)]
    assert fits(text, core_of(leaf.terms), whole_of(leaf.terms)) == bool(places)
    return places


@pytest.mark.parametrize(
    ("rule", "text", "places"),
    [
        ("odesa", "The port of ODESA’s", ["ODESA"]),
        ("Odesa", "Odesan ships, preodesa", []),
        ("wheat", "buckwheat and wheats", []),
        ("wheat*", "Wheatfields of wheat", ["Wheatfields", "wheat"]),
        ("Zürich", "a Zurich-based bank", ["Zurich"]),
        ("zurich", "ZÜRICH", ["ZÜRICH"]),
        ("cafe", "two cafés, a café", ["café"]),
        ("=café", "a cafe", []),
        ("=EU", "the eu and the EU", ["EU"]),
        ("strasse", "Große Straße", ["Straße"]),
        ("Straße", "STRASSE", ["STRASSE"]),
        ("Łódź", "Lodz", ["Lodz"]),
        ("oeuvre", "une œuvre", ["œuvre"]),
        ("istanbul", "İSTANBUL, Istanbul", ["İSTANBUL", "Istanbul"]),
        ("αθηνα", "Αθήνα", ["Αθήνα"]),
        ("елка", "Ёлка", ["Ёлка"]),
        ("ий", "ии", []),
        ("كتاب", "كِتَابٌ", ["كِتَابٌ"]),
        ("हिन्", "हिन्दी", []),
        ("北京", "我在北京市", ["北京"]),
        ("서울", "서울에서", ["서울"]),
        ("don't", "They don’t", ["don’t"]),
        ("U.S.", "the U.S. army", ["U.S"]),
        ("5G", "5G 5 G", ["5G"]),
        ('"grain corridor"', "The grain-corridor, the grain  corridor", ["grain-corridor", "grain  corridor"]),
        ('"grain corridor"', "grain\n\ncorridor", []),
        ('"grain corr*"', "grain corridors", ["grain corridors"]),
        ("wheat NEAR/2 odesa", "wheat from Odesa", ["wheat", "Odesa"]),
        ("wheat NEAR/2 odesa", "Odesa sells wheat. Others sell none.", ["Odesa", "wheat"]),
        ("wheat NEAR/2 odesa", "wheat from old Odesa", []),
        ("wheat NEAR/9 odesa", "wheat\n\nOdesa", []),
        ("wheat NEAR/1 wheat", "wheat", []),
        ("(a OR b) NEAR/1 c", "x b c x a", ["b", "c"]),
    ],
)
def test_a_term_is_found(rule: str, text: str, places: list[str]) -> None:
    assert found(rule, text) == places


@given(st.text(alphabet="aAáÁäæßsSeE -’'\n.;İiı北", min_size=1, max_size=8),
       st.text(alphabet="aAáÁäæßsSeE -’'\n.;İiı北", max_size=40))  # fmt: skip
def test_duckdb_and_python_agree_on_any_phrase_in_any_text(phrase: str, text: str) -> None:
    if any(letter.isalpha() for letter in phrase):
        found(f'"{phrase}"', text)


@pytest.mark.parametrize(
    ("rule", "name", "is_it"),
    [
        ('actor:"united nations"', "United Nations", True),
        ("actor:united", "United Nations", False),
        ("actor:united*", "United Nations", True),
        ('topic:"arts, culture"', "arts, culture", True),
        ('topic:"medtop:11000000"', "medtop:11000000", True),
        ("outlet:post.example", "post.example", True),
        ("outlet:post.example", "the.post.example", False),
    ],
)
def test_a_name_is_meant_whole(rule: str, name: str, is_it: bool) -> None:
    leaf = read_rule(rule)
    assert isinstance(leaf, Named)
    assert fits(name, name_of(leaf.terms)) is is_it


def test_a_surname_ends_a_persons_name() -> None:
    leaf = read_rule("actor:Guterres")
    assert isinstance(leaf, Named)
    assert fits("António Guterres", surname_of(leaf.terms))
    assert not fits("Guterres Holding", surname_of(leaf.terms))
