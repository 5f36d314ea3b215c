"""What ties between articles hold together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

Part = tuple[str, ...]  # article ids, in the order in which the articles were given


def held_together(articles: Sequence[str], ties: Iterable[tuple[str, str]]) -> list[Part]:
    """The articles in the parts that ties hold together, in their order."""
    root = {article: article for article in articles}

    def root_of(article: str) -> str:
        while root[article] != article:
            root[article] = root[root[article]]
            article = root[article]
        return article

    for one, other in ties:
        root[root_of(one)] = root_of(other)
    parts: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        parts[root_of(article)].append(article)
    return [tuple(part) for part in parts.values()]
