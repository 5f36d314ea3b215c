"""Articles that a rule finds, as readers are told of them: the newest first, the copies of a text folded into one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from flows.finding import Finder
from flows.run import Run
from transforms.rules.evidence import Evidence
from transforms.rules.tree import Rule


@dataclass
class Found:
    """An article with why it satisfies the rule, and its copies among what was found."""

    row: dict[str, Any]
    evidence: Evidence
    copies: list[dict[str, Any]] = field(default_factory=list)


class Search:
    """A rule asked of the published copy over some days."""

    def __init__(self, run: Run, rule: Rule, first: date | None, last: date | None) -> None:
        def asked(name: str, values: dict[str, Any]) -> list[dict[str, Any]]:
            return run.project.warehouse.ask(name, values)

        self._ask = asked
        self.rule = rule
        self.days = [row["day"] for row in asked("counted_days", {"first": first, "last": last})]
        self.finder = Finder(asked, self.days)

    def rows(self) -> list[dict[str, Any]]:
        """The articles that satisfy the rule, the newest first."""
        ids = sorted(self.finder.articles(self.rule))
        return self._ask("rule_articles", {"article_ids": ids}) if ids else []

    def shown(self, groups: Sequence[Sequence[dict[str, Any]]]) -> list[Found]:
        """The first article of each group with its evidence, the others as its copies."""
        ids = [group[0]["article_id"] for group in groups]
        evidence = self.finder.evidence(self.rule, ids) if ids else {}
        return [
            Found(group[0], evidence[group[0]["article_id"]], list(group[1:]))
            for group in groups
            if group[0]["article_id"] in evidence
        ]


def folded(rows: Iterable[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The articles by the text they print: the origin first where it is among them, then the earliest.

    Groups stand in the order of their newest article, as the rows do.
    """
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        groups.setdefault(row["copy_group_id"], []).append(row)
    return [
        sorted(group, key=lambda row: (row["copy_role"] != "origin", row["published_at"], row["article_id"]))
        for group in groups.values()
    ]
