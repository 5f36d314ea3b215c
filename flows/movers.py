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
_BY_CHANCE = 0.2  # a rise that chance makes oftener is not told; what of the others may be chance is said beside them


class Movers:
    """Things of a day beside their usual level."""

    def __init__(self, ask: Asker, days: Sequence[date]) -> None:
        self._ask = ask
        self._days = days

    def ranking(self, rows: Sequence[Row], question: str, **parameters: Any) -> Ranking:
        """What two outlets at least told more of than chance often does, and what they told less of, surest first."""
        known = sorted((row for row in rows if _is_told(row)), key=lambda row: (row["p_value"], row["name"]))
        rose = [row for row in known if has_risen(row)][:_MOVERS]
        faded = [row for row in known if _difference(row) < 0][:_MOVERS]
        return Ranking(self.movements(rose), self.movements(faded), self._ask.shown(question, **parameters))

    def newcomers(self, rows: Sequence[Row]) -> Newcomers:
        """Names not seen in 28 days, told by two outlets at least, widest first; none on the record's first day."""
        new = [
            row for row in rows if row["is_new"] and row["outlet_count"] > 1 and row["usual_article_count"] is not None
        ]
        new.sort(key=lambda row: (-row["outlet_count"], -row["article_count"], row["name"]))
        return Newcomers(self.movements(new[:_MOVERS]), self._ask.shown("digest_actors", kinds=ACTOR_KINDS))

    def movements(self, rows: Sequence[Row]) -> tuple[Movement, ...]:
        """The rows with their past and a sentence that names each."""
        ids = [row["id"] for row in rows]
        past: dict[str, dict[date, int]] = {}
        for row in self._ask("past_of_things", ids=ids) if ids else ():
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
            ratio=row["ratio"],
            ratio_low=row["ratio_low"],
            ratio_high=row["ratio_high"],
            past=tuple(past.get(day, 0) for day in self._days),
            example=Sentence(example["sentence"], source_of(self._ask, example)) if example else None,
            thing_id=row["id"],
            q_value=row["q_value"],
        )


def has_risen(row: Row) -> bool:
    """Whether two outlets at least told more of a thing than chance often does."""
    return _is_told(row) and _difference(row) > 0 and bool(row["outlet_count"] > 1)


def _is_told(row: Row) -> bool:
    return row["usual_article_count"] is not None and row["p_value"] is not None and row["p_value"] <= _BY_CHANCE


def _difference(row: Row) -> float:
    """How many articles more than usual, in feeds that were read then as well."""
    return float(row["comparable_article_count"] - row["usual_article_count"])
