"""How a rule is answered: what is looked for first, and in which articles still."""

from __future__ import annotations

from collections.abc import Callable

from transforms.rules.tree import Both, Either, Leaf, Near, Not, Rule

Ids = frozenset[str]
Look = Callable[[Leaf, Ids | None], Ids]  # the articles that a leaf finds, among all or among some

_CHEAP = ("outlet", "language", "folder", "event", "place", "country", "topic", "speaker", "actor", "author",
          "title", "lede", "quote", "text")  # as measured on 100,000 articles: docs/watchlists.md  # fmt: skip


def matching(rule: Rule, look: Look, among: Ids | None = None) -> Ids:
    """The articles that satisfy a rule, among some or all. What a rule excludes is looked for in what it finds."""
    if isinstance(rule, Either):
        return frozenset().union(*(matching(part, look, among) for part in rule.parts))
    if isinstance(rule, Not):
        assert among is not None, "a rule that only excludes is refused when it is read"
        return among - matching(rule.part, look, among)
    if isinstance(rule, Both):
        return _all_of(rule, look, among)
    if isinstance(rule, Near):
        return look(rule, look(rule.right, look(rule.left, among)))
    return look(rule, among)


def _all_of(rule: Both, look: Look, among: Ids | None) -> Ids:
    found = among
    for part in sorted(rule.parts, key=_cost):
        found = matching(part, look, found)
        if not found:
            break
    assert found is not None
    return found


def _cost(rule: Rule) -> int:
    """The rank of a part: cheap first, what excludes last."""
    if isinstance(rule, Not):
        return 100 + _cost(rule.part)
    if isinstance(rule, Both | Either):
        return max(map(_cost, rule.parts)) + 1
    if isinstance(rule, Near):
        return _CHEAP.index("text") + 1
    return _CHEAP.index(rule.field)
