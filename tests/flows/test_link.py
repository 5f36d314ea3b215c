"""Linking the same articles however they come: in one run, in several, late, or with a run killed between."""

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from flows.link import link_days, link_span, spans
from flows.project import Project, open_project
from flows.run import Run
from tests.warehouse import worlds
from tests.warehouse.worlds import load, on
from transforms.analyse.day import StoryTie
from transforms.analyse.ties import held_together

DAYS = 6
OTHERS = 8


def articles() -> list[worlds.Rows]:
    """Each day two on an affair that goes on, a copy of the first, and eight that tell what nobody else does."""
    rng = random.Random(5)
    affair = [f"Affair{number}" for number in range(60)]
    rows = []
    for day in range(1, DAYS + 1):
        one, two = (" ".join(rng.sample(affair, 50)) for _ in range(2))
        rows += [
            _article(f"one-{day}", "wire", day + 0.3, one),
            _article(f"two-{day}", "post", day + 0.4, two),
            _article(f"copy-{day}", "mail", day + 0.5, one + " and more"),
        ]
        for number in range(OTHERS):
            alone = " ".join(f"of{day}by{number}x{word}" for word in range(60))
            rows.append(_article(f"other-{day}-{number}", "mail", day + 0.6, alone))
    return rows


def _article(name: str, outlet: str, published: float, body: str) -> worlds.Rows:
    rows = worlds.revision(name, outlet, 1, published + 0.01, published=published)
    return {**rows, "facts.revisions": [replace(rows["facts.revisions"][0], body=body, lede=body[:20])]}


def linked(folder: Path, rounds: Sequence[Sequence[worlds.Rows]], *, killed: bool = False) -> Project:
    """A project into which the articles came in rounds, linked after each; `killed`: after the last ties."""
    folder.mkdir()
    (folder / "dateline.toml").write_text('contact = "desk@dateline.example"\n', encoding="utf-8")
    project = open_project(folder=folder)
    for number, batch in enumerate(rounds):
        with project.warehouse.writing() as connection:
            if not number:
                load(connection, "seeds", worlds.seeds([worlds.outlet(name) for name in ("wire", "mail", "post")], []))
            load(connection, "extractions", *batch)
        if killed and number == len(rounds) - 1:
            run = Run(project)
            for span in spans([row["day"] for row in run.ask("touched_days")]):
                link_span(run, span)
        link_days(Run(project))
        with project.warehouse.writing() as connection:
            connection.execute("delete from ops.touched_days")
    return project


def told(project: Project, query: str) -> list[tuple[Any, ...]]:
    with project.warehouse.writing(publishing=False) as connection:
        return connection.execute(query).fetchall()


def what_does_not_depend_on_the_past(project: Project) -> tuple[object, ...]:
    """Ties, copies, and which articles are in one story, under whatever id."""
    stories: dict[str, set[str]] = {}
    for article_id, story_id in told(project, "select article_id, story_id from facts.stories"):
        stories.setdefault(story_id, set()).add(article_id)
    return (
        told(project, "from facts.copy_ties order by all"),
        told(project, "from facts.story_ties order by all"),
        told(project, "from facts.copies order by all"),
        {frozenset(members) for members in stories.values()},
    )


@pytest.fixture(scope="module")
def at_once(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return linked(tmp_path_factory.mktemp("at") / "once", [articles()])


def test_an_affair_of_several_days_is_one_story_and_its_copies_are_groups(at_once: Project) -> None:
    stories = what_does_not_depend_on_the_past(at_once)[3]
    affair = frozenset(f"{name}-{day}" for name in ("one", "two", "copy") for day in range(1, DAYS + 1))
    assert stories == {affair, *(frozenset([f"other-{day}-{n}"]) for day in range(1, DAYS + 1) for n in range(OTHERS))}
    groups = told(at_once, "select article_id, copy_group_id from facts.copies where role <> 'origin' order by all")
    assert groups == [(f"copy-{day}", f"one-{day}") for day in range(1, DAYS + 1)]


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_in_which_articles_come_makes_no_difference(tmp_path: Path, at_once: Project, seed: int) -> None:
    shuffled = articles()
    random.Random(seed).shuffle(shuffled)
    rounds = [shuffled[:29], shuffled[29:30], shuffled[30:]]
    late = linked(tmp_path / "late", rounds)
    assert what_does_not_depend_on_the_past(late) == what_does_not_depend_on_the_past(at_once)


def test_a_story_keeps_its_id_when_its_first_article_comes_last(tmp_path: Path) -> None:
    rows = articles()
    project = linked(tmp_path / "late", [rows[1:], rows[:1]])
    assert told(project, "select distinct story_id from facts.stories where article_id like 'one-%'") == [("two-1",)]
    assert told(project, "select kind from facts.story_changes") == []


def test_a_run_that_is_killed_between_ties_and_groups_loses_nothing(tmp_path: Path, at_once: Project) -> None:
    rows = articles()
    project = linked(tmp_path / "killed", [rows[:30], rows[30:]], killed=True)
    assert what_does_not_depend_on_the_past(project) == what_does_not_depend_on_the_past(at_once)


def test_linking_again_changes_nothing(tmp_path: Path) -> None:
    project = linked(tmp_path / "again", [articles()])
    before = [told(project, f"from facts.{table} order by all") for table in ("copies", "stories", "story_changes")]
    with project.warehouse.writing() as connection:
        connection.execute("insert into ops.touched_days select unnest(?::date[])", [[on(day) for day in range(1, 7)]])
    link_days(Run(project))
    after = [told(project, f"from facts.{table} order by all") for table in ("copies", "stories", "story_changes")]
    assert after == before


def test_every_article_is_in_the_story_of_those_that_it_is_tied_to(at_once: Project) -> None:
    ties = [StoryTie(*row) for row in told(at_once, "from facts.story_ties")]
    names = sorted({tie.article_id for tie in ties})
    stories = dict(told(at_once, "select article_id, story_id from facts.stories"))
    parts = held_together(names, ((tie.article_id, tie.tied_id) for tie in ties if tie.tied_id is not None))
    assert all(len({stories[name] for name in part}) == 1 for part in parts)
