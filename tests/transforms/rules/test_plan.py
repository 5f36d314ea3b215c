"""How a rule is answered: what its joins mean for sets of articles, and in which order they are looked for."""

from __future__ import annotations

import pytest

from transforms.rules.language import read_rule
from transforms.rules.plan import Ids, matching
from transforms.rules.tree import Leaf, Named, Near, Words

TEXTS = {
    "1": "wheat odesa", "2": "wheat corn", "3": "corn", "4": "odessa wheat corn", "5": "rye",
}  # fmt: skip


def answer(rule: str, asked: list[str] | None = None) -> set[str]:
    """The texts that satisfy a rule; what was asked for is noted in its order."""

    def look(leaf: Leaf, among: Ids | None) -> Ids:
        assert isinstance(leaf, Words | Named)
        if asked is not None:
            asked.append(f"{leaf.field}:{leaf.terms[0].printed}")
        words = {term.words[0].letters.lower() for term in leaf.terms}
        fit = {name for name, text in TEXTS.items() if words & set(text.split())}
        return frozenset(fit if among is None else fit & among)

    return set(matching(read_rule(rule), look))


@pytest.mark.parametrize(
    ("rule", "texts"),
    [
        ("wheat", {"1", "2", "4"}),
        ("wheat AND (Odesa OR Odessa)", {"1", "4"}),
        ("wheat NOT corn", {"1"}),
        ("corn OR rye", {"2", "3", "4", "5"}),
        ("(wheat NOT corn) OR rye", {"1", "5"}),
        ("wheat NOT (corn NOT odessa)", {"1", "4"}),
        ("wheat NOT (rye OR NOT corn)", {"2", "4"}),
        ("barley AND wheat", set()),
    ],
)
def test_the_texts_that_satisfy_a_rule(rule: str, texts: set[str]) -> None:
    assert answer(rule) == texts


def test_what_is_cheap_is_looked_for_first_and_what_is_excluded_last() -> None:
    asked: list[str] = []
    answer("wheat -outlet:rye quote:corn outlet:wheat", asked)
    assert asked == ["outlet:wheat", "quote:corn", "text:wheat", "outlet:rye"]


def test_nothing_more_is_looked_for_when_nothing_is_left() -> None:
    asked: list[str] = []
    assert answer("outlet:nobody AND wheat", asked) == set()
    assert asked == ["outlet:nobody"]


def test_both_sides_of_near_are_looked_for_before_their_distance() -> None:
    asked: list[object] = []

    def look(leaf: Leaf, among: Ids | None) -> Ids:
        asked.append((type(leaf).__name__, among))
        return frozenset("ab") if among is None else among

    matching(read_rule("wheat NEAR/3 corn"), look)
    assert asked == [("Words", None), ("Words", frozenset("ab")), (Near.__name__, frozenset("ab"))]
