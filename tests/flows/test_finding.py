"""What rules find in a warehouse."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import duckdb
import pytest

from flows.finding import Finder
from tests.warehouse import kept, worlds
from transforms.rules.language import read_rule
from warehouse.database import ask

DAYS = [worlds.on(1), worlds.on(2)]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """The small world of the warehouse's tests."""
    path = tmp_path_factory.mktemp("finding") / "w.duckdb"
    kept.begin(path, worlds.good_file())
    with worlds.opened(path) as connection:
        yield connection


def found(world: duckdb.DuckDBPyConnection, rule: str, days: int = 2) -> set[str]:
    """The articles of the first days that satisfy a rule."""
    return set(Finder(partial(ask, world), DAYS[:days]).articles(read_rule(rule)))


@pytest.mark.parametrize(
    ("rule", "articles"),
    [
        ("lovelace", {"quake", "copy"}),
        ("turing", {"quake", "copy", "own"}),
        ("turing -lovelace", {"own"}),
        ('"met the press"', {"quake", "copy", "own"}),
        ("lovelace NEAR/3 press", {"quake", "copy"}),
        ("lovelace NEAR/2 press", set()),
        ("title:quake", {"quake"}),
        ("lede:turing", {"own"}),
        ("quote:works", {"quake", "copy", "own"}),
        ("quote:press", set()),
        ('actor:"Ada Lovelace"', {"quake", "copy"}),
        ("actor:Lovelace", {"quake", "copy"}),
        ('actor:"Countess of Lovelace"', {"quake", "copy"}),
        ("speaker:Hopper", {"own"}),
        ('topic:"topic 11"', {"quake", "copy"}),
        ('topic:"medtop:04000000"', {"own"}),
        ('place:"Ada Lovelace"', {"quake", "copy"}),
        ("country:UK title:own", {"own"}),
        ("country:FR", set()),
        ("outlet:post", {"own"}),
        ("outlet:post.example OR outlet:wire", {"own", "quake"}),
        ('author:"A. Writer" outlet:mail', {"copy"}),
        ("language:English", {"quake", "copy", "own"}),
        ("event:consult NOT outlet:mail", {"quake", "own"}),
        ("event:04*", {"quake", "copy", "own"}),
        ('event:"verbal cooperation" turing -lovelace', {"own"}),
        ("folder:none", set()),
    ],
)
def test_a_rule_finds(world: duckdb.DuckDBPyConnection, rule: str, articles: set[str]) -> None:
    assert found(world, rule) == articles


def test_other_days_are_left_out(world: duckdb.DuckDBPyConnection) -> None:
    assert found(world, "turing", days=1) == {"quake", "copy"}
    assert found(world, "turing", days=0) == set()


def test_what_is_found_is_shown_in_its_sentences(world: duckdb.DuckDBPyConnection) -> None:
    finder = Finder(partial(ask, world), DAYS)
    shown = finder.evidence(read_rule("lovelace AND actor:Turing"), ["quake"])["quake"]
    assert [(one.no, [span.term for span in one.spans]) for one in shown.sentences] == [(0, ["lovelace"]), (1, [])]
    assert shown.sentences[0].text.startswith("Ada Lovelace met the press")


def test_what_a_rule_says_is_never_sql(world: duckdb.DuckDBPyConnection) -> None:
    assert found(world, '"x\' OR 1=1; drop table facts.articles; --"') == set()
    assert found(world, "turing") == {"quake", "copy", "own"}
