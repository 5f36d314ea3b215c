"""What another build of analyse finds otherwise in a text: table by table, place by place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from datetime import datetime
from typing import Any

from transforms.rows.builds import Rereading

# What is compared. Sentences, actors and evidence only serve these.
COMPARED = (
    "facts.mentions", "facts.roles", "facts.quotes", "facts.dates", "facts.quantities", "facts.places",
    "facts.citations", "facts.events", "facts.event_actors", "facts.tones", "facts.article_topics",
)  # fmt: skip

_PLACE = ("char_start", "char_end", "topic_id")  # what says that two rows are about one thing
_ASIDE = ("revision_id", "confidence", "score", "method")  # a score that moved is no other finding

Row = Mapping[str, Any]


def rereading(
    revision_id: str, table: str, before: Iterable[Row], after: Iterable[Row], builds: tuple[str, str], now: datetime
) -> Rereading:
    """How many rows of a table are the same, gained, lost and different, after the first of two builds read, and the
    second.

    Two rows are about one thing where they stand at the same place of the text (or name the same topic); they are the
    same where they also say the same of it, numbers within the text left aside. Of several rows at one place those
    that say the same are paired first.
    """
    old, new = _by_place(before), _by_place(after)
    same = gained = lost = different = 0
    for place in old.keys() | new.keys():
        left, right = old.get(place, Counter()), new.get(place, Counter())
        alike = (left & right).total()
        changed = min(left.total(), right.total()) - alike
        same += alike
        different += changed
        lost += left.total() - alike - changed
        gained += right.total() - alike - changed
    return Rereading(revision_id, table, *builds, now, same, gained, lost, different)


def _by_place(rows: Iterable[Row]) -> dict[Hashable, Counter[Hashable]]:
    found: dict[Hashable, Counter[Hashable]] = {}
    for row in rows:
        place = tuple(row.get(name) for name in _PLACE)
        says = tuple(value for name, value in sorted(row.items()) if name not in _ASIDE and not name.endswith("_no"))
        found.setdefault(place, Counter())[says] += 1
    return found
