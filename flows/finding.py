"""What a rule finds in the warehouse: its articles, and the sentences that satisfy it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from transforms.rules.evidence import ArticleText, Evidence, Quoted, SentencePlace, evidence, is_near
from transforms.rules.patterns import code_of, core_of, name_of, surname_of, whole_of
from transforms.rules.plan import Ids, matching
from transforms.rules.tree import CODE_FIELDS, Leaf, Named, Near, Rule, Words, leaves

Ask = Callable[[str, dict[str, Any]], list[dict[str, Any]]]  # a question by its name, and its values

_FEW = 20_000  # articles that are handed to a question; of more, all are asked, which is faster
_TEXTS = 500  # texts in memory at once


class Finder:
    """Answers rules over the articles of some days."""

    def __init__(self, ask: Ask, days: Sequence[date]) -> None:
        self._ask = ask
        self._days = list(days)

    def articles(self, rule: Rule) -> Ids:
        """The articles that satisfy a rule."""
        return matching(rule, self._look) if self._days else frozenset()

    def evidence(self, rule: Rule, article_ids: Iterable[str]) -> dict[str, Evidence]:
        """For each of some articles the sentences that satisfy a rule."""
        ids = list(article_ids)
        named: dict[str, dict[str, set[int]]] = {}
        for leaf in (leaf for leaf in leaves(rule) if isinstance(leaf, Named)):
            for row in self._rows(leaf, frozenset(ids)):
                if row["sentence_no"] is not None:
                    named.setdefault(row["article_id"], {}).setdefault(leaf.field, set()).add(row["sentence_no"])
        return {text.article_id: evidence(rule, text, named.get(text.article_id, {})) for text in self._texts(ids)}

    def _look(self, leaf: Leaf, among: Ids | None) -> Ids:
        if isinstance(leaf, Near):
            return frozenset(text.article_id for text in self._texts(among or ()) if is_near(leaf, text))
        if among is not None and not among:
            return among
        found = frozenset(row["article_id"] for row in self._rows(leaf, among))
        return found if among is None else found & among

    def _rows(self, leaf: Words | Named, among: Ids | None) -> list[dict[str, Any]]:
        is_all = among is None or len(among) > _FEW
        asked: dict[str, Any] = {
            "days": self._days,
            "is_all": is_all,
            "article_ids": [] if is_all else list(among or ()),
        }
        if not isinstance(leaf, Named):
            asked |= {"core": core_of(leaf.terms), "whole": whole_of(leaf.terms)}
        elif leaf.field in CODE_FIELDS:
            asked |= {"name": code_of(leaf.field, leaf.terms)}
        else:
            asked |= {"name": name_of(leaf.terms)}
            if leaf.field in ("actor", "speaker"):
                asked |= {"surname": surname_of(leaf.terms)}
        return self._ask(f"rule_{leaf.field}", asked)

    def _texts(self, article_ids: Iterable[str]) -> Iterable[ArticleText]:
        ids = sorted(article_ids)
        for start in range(0, len(ids), _TEXTS):
            for row in self._ask("rule_texts", {"article_ids": ids[start : start + _TEXTS]}):
                yield _text(row)


def _text(row: dict[str, Any]) -> ArticleText:
    return ArticleText(
        row["article_id"], row["title"], row["body"], row["lede"], row["lede_start"],
        tuple(Quoted(quote["text"], quote["start"]) for quote in row["quotes"]),
        tuple(SentencePlace(one["no"], one["start"], one["end"]) for one in row["sentences"]),
    )  # fmt: skip
