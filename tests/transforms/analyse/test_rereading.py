"""What two builds find in one text, compared."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from transforms.analyse.rereading import COMPARED, rereading
from transforms.rows.tables import TABLES

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def mention(start: int, kind: str = "person", **more: Any) -> dict[str, Any]:
    row = {"revision_id": "r", "mention_no": start, "char_start": start, "char_end": start + 4, "kind": kind}
    return row | {"confidence": 0.9, "method": "rules-1"} | more


def compared(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> tuple[int, int, int, int]:
    row = rereading("r", "facts.mentions", before, after, ("one", "two"), NOW)
    assert (row.revision_id, row.from_method_id, row.to_method_id, row.read_at) == ("r", "one", "two", NOW)
    return row.same_count, row.gained_count, row.lost_count, row.different_count


@pytest.mark.parametrize(
    ("before", "after", "counts"),
    [
        ([], [], (0, 0, 0, 0)),
        ([mention(1), mention(9)], [mention(9), mention(1)], (2, 0, 0, 0)),
        ([mention(1)], [mention(1), mention(9)], (1, 1, 0, 0)),
        ([mention(1), mention(9)], [mention(9)], (1, 0, 1, 0)),
        ([mention(1)], [mention(1, "place")], (0, 0, 0, 1)),
        ([mention(1), mention(1, "group")], [mention(1, "group")], (1, 0, 1, 0)),
        ([mention(1)], [mention(1, "group"), mention(1)], (1, 1, 0, 0)),
        ([mention(1, "a"), mention(1, "b")], [mention(1, "c")], (0, 0, 1, 1)),
    ],
    ids=["nothing", "as-before", "gained", "lost", "different", "one-of-two-lost", "one-more-there", "both-other"],
)
def test_rows_of_one_place_are_paired(
    before: list[dict[str, Any]], after: list[dict[str, Any]], counts: tuple[int, int, int, int]
) -> None:
    assert compared(before, after) == counts


def test_numbers_certainty_and_the_builds_name_make_no_difference() -> None:
    after = mention(1, mention_no=7, sentence_no=3, confidence=0.5, method="rules-2")
    assert compared([mention(1, sentence_no=2)], [after]) == (1, 0, 0, 0)


def test_topics_are_told_apart_by_what_they_are() -> None:
    before = [{"topic_id": "a", "score": 0.9, "is_inferred": False}, {"topic_id": "b", "score": 1, "is_inferred": True}]
    after = [{"topic_id": "a", "score": 0.4, "is_inferred": False}, {"topic_id": "c", "score": 1, "is_inferred": True}]
    assert compared(before, after) == (1, 1, 1, 0)


def test_what_is_compared_are_tables_of_places_or_topics() -> None:
    for table in COMPARED:
        assert {"char_start", "topic_id"} & set(TABLES[table].__annotations__), table
