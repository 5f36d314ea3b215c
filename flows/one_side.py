"""Section 6 of a digest: what one side alone carries, asked of the published warehouse."""

from __future__ import annotations

from collections.abc import Collection

from flows.day_questions import SENTENCES, Asker, Row, counts_of, source_of
from transforms.digest.sides import OneSided, OneSidedThings, Side
from transforms.digest.story import Sentence

_THINGS = 6
_QUERIES = {"story": "page_article_sentences", "topic": "page_topic_sentences"}


def one_sided_things(ask: Asker, told: Collection[str]) -> OneSidedThings:
    """The stories and topics that one side alone carries, each with a sentence if it was not `told` above."""
    by_thing: dict[str, list[Row]] = {}
    for row in ask("digest_one_sided", most=_THINGS):
        by_thing.setdefault(row["thing_id"], []).append(row)
    examples = _examples(ask, [rows[0] for thing_id, rows in by_thing.items() if thing_id not in told])
    return OneSidedThings(
        tuple(_thing(ask, rows, examples.get(thing_id)) for thing_id, rows in by_thing.items()),
        ask.shown("digest_one_sided", most=_THINGS),
    )


def _examples(ask: Asker, things: list[Row]) -> dict[str, Row]:
    """By thing its first sentence of the day."""
    found: dict[str, Row] = {}
    for kind, question in _QUERIES.items():
        ids = [row["thing_id"] for row in things if row["kind"] == kind]
        found |= {row["id"]: row for row in ask(question, ids=ids, most=1)} if ids else {}
    return found


def _thing(ask: Asker, rows: list[Row], example: Row | None) -> OneSided:
    first = rows[0]
    return OneSided(
        first["kind"],
        first["thing_id"],
        first["name"],
        counts_of(first),
        tuple(Side(row["side_kind"], row["side"], row["sides_that_day"]) for row in rows),
        Sentence(example["sentence"], source_of(ask, example)) if example else None,
        ask.shown(_QUERIES[first["kind"]], ids=[first["thing_id"]], most=SENTENCES),
    )
