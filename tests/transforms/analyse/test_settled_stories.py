import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.analyse.day import StoryTie
from transforms.analyse.settled_stories import Member, StoryChange, settle_stories

MORNING = datetime(2026, 3, 4, 8, tzinfo=UTC)


def members(stories: Mapping[str, str | None]) -> list[Member]:
    """Articles in the order of their publication, with their stories so far."""
    return [
        Member(name, story, MORNING + timedelta(minutes=minute), f"Headline of {name}")
        for minute, (name, story) in enumerate(stories.items())
    ]


def tie(one: str, other: str, similarity: float = 0.5, *, is_parent: bool = True) -> StoryTie:
    return StoryTie(one, other, similarity, is_parent)


def settled(stories: Mapping[str, str | None], ties: Sequence[StoryTie]) -> tuple[dict[str, str], list[StoryChange]]:
    found, changes = settle_stories(members(stories), ties)
    return {one.article_id: one.story_id for one in found}, changes


def test_a_new_story_has_the_id_of_its_first_article_and_is_no_change() -> None:
    assert settled({"a": None, "b": None, "c": None}, [tie("b", "a")]) == ({"a": "a", "b": "a", "c": "c"}, [])


def test_a_story_keeps_its_id_when_an_earlier_article_comes_late() -> None:
    assert settled({"late": None, "a": "a", "b": "a"}, [tie("a", "late"), tie("b", "a")]) == (
        dict.fromkeys(("late", "a", "b"), "a"),
        [],
    )


def test_a_new_article_that_is_tied_to_two_stories_merges_the_smaller_into_the_larger() -> None:
    ties = [tie("c", "b"), tie("new", "c"), tie("new", "a", is_parent=False)]
    stories, changes = settled({"a": "a", "b": "b", "c": "b", "new": None}, ties)
    assert set(stories.values()) == {"b"}
    assert changes == [StoryChange("merge", "b", "a", 1, "new", "a new article ties them")]


def test_stories_that_other_ties_hold_together_are_merged_by_no_article() -> None:
    stories, changes = settled({"a": "a", "b": "a", "c": "c"}, [tie("b", "a"), tie("c", "b")])
    assert set(stories.values()) == {"a"}
    assert changes == [StoryChange("merge", "a", "c", 1, None, "other ties")]


def test_the_larger_part_of_a_story_keeps_the_id_and_the_other_gets_one_of_its_own() -> None:
    stories, changes = settled({"a": "a", "b": "a", "c": "a"}, [tie("c", "b")])
    assert stories["b"] == stories["c"] == "a"
    assert stories["a"] not in stories
    assert changes == [StoryChange("split", stories["a"], "a", 1, None, "nothing ties them any more")]


def test_articles_that_go_to_another_story_while_theirs_lives_on_have_moved() -> None:
    before = {"a": "a", "b": "a", "c": "a", "d": "d", "e": "d", "f": "d"}
    stories, changes = settled(before, [tie("b", "a"), tie("d", "c"), tie("e", "d"), tie("f", "e")])
    assert stories == {"a": "a", "b": "a", "c": "d", "d": "d", "e": "d", "f": "d"}
    assert changes == [StoryChange("move", "d", "a", 1, None, "other ties")]


def test_no_new_story_takes_an_id_that_is_taken() -> None:
    found, _ = settle_stories(members({"a": None}), [], {"a"})
    assert found[0].story_id != "a"


def test_the_label_is_the_headline_of_the_article_that_the_others_are_most_like() -> None:
    ties = [tie("b", "a", 0.2), tie("c", "b", 0.5), tie("d", "b", 0.4)]
    found, _ = settle_stories(members(dict.fromkeys("abcd")), ties)
    assert [one.article_id for one in found if one.is_label] == ["b"]
    nameless = [
        replace(one, title="" if one.article_id == "b" else one.title) for one in members(dict.fromkeys("abcd"))
    ]
    found, _ = settle_stories(nameless, ties)
    assert [one.article_id for one in found if one.is_label] == ["c"]


def test_a_settled_story_is_settled() -> None:
    ties = [tie("b", "a"), tie("d", "c"), tie("d", "b", is_parent=False)]
    once, _ = settle_stories(members(dict.fromkeys("abcde")), ties)
    known = [
        replace(one, story_id=story.story_id) for one, story in zip(members(dict.fromkeys("abcde")), once, strict=True)
    ]
    assert settle_stories(known, ties) == (once, [])


@settings(max_examples=40, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(0, 9))
def test_the_parts_are_what_ties_hold_together_in_whatever_order_articles_come(rng: random.Random, first: int) -> None:
    """Some of the articles, then all: ids differ by who came first, what belongs together does not."""
    names = [f"{number}" for number in range(10)]
    ties = [tie(names[n], names[rng.randrange(n)]) for n in range(1, 10) if rng.random() < 0.7]
    known = set(rng.sample(names, first))
    early = [one for one in members(dict.fromkeys(names)) if one.article_id in known]
    stories = {one.article_id: one.story_id for one in settle_stories(early, ties)[0]}
    all_known = [replace(one, story_id=stories.get(one.article_id)) for one in members(dict.fromkeys(names))]
    rng.shuffle(all_known)
    assert _parts(settle_stories(all_known, ties)[0]) == _parts(settle_stories(members(dict.fromkeys(names)), ties)[0])


def _parts(found: Sequence[object]) -> set[frozenset[str]]:
    parts: dict[str, set[str]] = {}
    for one in found:
        parts.setdefault(one.story_id, set()).add(one.article_id)  # type: ignore[attr-defined]
    return {frozenset(part) for part in parts.values()}
