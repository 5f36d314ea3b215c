"""What rose and what faded: the things of a day beside their usual level."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from flows.day_questions import Asker, Row, counts_of, source_of
from transforms.digest.content import Newcomers, Ranking
from transforms.digest.story import Movement, Sentence

ACTOR_KINDS = ["person", "organisation", "group"]

_MOVERS = 8


class Movers:
    """Things of a day beside their usual level."""

    def __init__(self, ask: Asker, days: Sequence[date]) -> None:
        self._ask = ask
        self._days = days

    def ranking(self, rows: Sequence[Row], question: str, **parameters: Any) -> Ranking:
        """The most striking risers and faders, by how many standard deviations of a count they are from the usual."""
        known = [row for row in rows if row["usual_article_count"] is not None]
        rose = sorted((row for row in known if _has_risen(row)), key=lambda row: (-_surprise(row), row["name"]))[
            :_MOVERS
        ]
        faded = sorted((row for row in known if _has_faded(row)), key=lambda row: (_surprise(row), row["name"]))[
            :_MOVERS
        ]
        return Ranking(self.movements(rose), self.movements(faded), self._ask.shown(question, **parameters))

    def newcomers(self, rows: Sequence[Row]) -> Newcomers:
        """Names never seen before, told by two outlets at least, widest first; none on the record's first day."""
        new = [
            row for row in rows if row["is_new"] and row["outlet_count"] > 1 and row["usual_article_count"] is not None
        ]
        new.sort(key=lambda row: (-row["outlet_count"], -row["article_count"], row["name"]))
        return Newcomers(self.movements(new[:_MOVERS]), self._ask.shown("digest_actors", kinds=ACTOR_KINDS))

    def movements(self, rows: Sequence[Row]) -> tuple[Movement, ...]:
        """The rows with their past and a sentence that names each."""
        ids = [row["id"] for row in rows]
        past: dict[str, dict[date, int]] = {}
        for row in self._ask("digest_past", ids=ids) if ids else ():
            past.setdefault(row["id"], {})[row["day"]] = row["article_count"]
        examples = {row["id"]: row for row in self._ask("digest_examples", ids=ids)} if ids else {}
        return tuple(self._movement(row, past.get(row["id"], {}), examples.get(row["id"])) for row in rows)

    def _movement(self, row: Row, past: Mapping[date, int], example: Row | None) -> Movement:
        usual = row["usual_article_count"]
        return Movement(
            name=row["name"],
            kind=row["kind"],
            counts=counts_of(row),
            usual_article_count=usual,
            ratio=row["article_count"] / usual if usual else None,
            past=tuple(past.get(day, 0) for day in self._days),
            example=Sentence(example["sentence"], source_of(self._ask, example)) if example else None,
            thing_id=row["id"],
        )


def _surprise(row: Row) -> float:
    """How far the day's count is from the usual, in standard deviations of a Poisson count (one added, for zero)."""
    usual = float(row["usual_article_count"])
    return float((row["article_count"] - usual) / (usual + 1) ** 0.5)


def _has_risen(row: Row) -> bool:
    return row["outlet_count"] > 1 and _surprise(row) > 1


def _has_faded(row: Row) -> bool:
    return row["usual_article_count"] >= 1 and _surprise(row) < -0.7
