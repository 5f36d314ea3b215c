"""Worlds made by chance in which happens what counting must get right: copies, twins, folders, languages, splits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import Any

import duckdb

from tests.warehouse import worlds
from tests.warehouse.worlds import ACTORS, TOPICS, Rows, load
from transforms.rows.analyse import ArticleTopicRow
from transforms.rows.seeds import TopicRow
from transforms.rows.tone import ToneRow
from warehouse.daily import refresh_daily

FOLDERS = ("", "news", "news/energy", "sport/all")
LANGUAGES = ("en", "de", "")
OUTLETS = {"wire": "", "mail": "Press Group", "post": "Press Group", "blog": ""}
ABOVE, BELOW = TOPICS[0], "medtop:20000001"


def build(connection: duckdb.DuckDBPyConnection, chance: Random) -> None:
    """A few days of articles, read and counted."""
    outlets = [worlds.outlet(name, owner) for name, owner in OUTLETS.items() if name != "blog" or chance.random() < 0.5]
    feeds = [
        worlds.feed(f"{name}-{number}", name, folder=chance.choice(FOLDERS)) for name in OUTLETS for number in (1, 2)
    ]
    seeds = worlds.seeds(outlets, feeds)
    seeds["seeds.topics"].append(TopicRow(BELOW, ABOVE, 2, "a topic below", "What it is about."))
    load(connection, "seeds", seeds)
    names = [f"article-{number}" for number in range(chance.randint(3, 8))]
    for name in names:
        _publish(connection, chance, name)
    for _ in range(2):
        group = chance.sample(names, 2)
        load(connection, "groups", worlds.groups(group[0], *group))
    _settle(connection, chance, names)
    refresh_daily(connection)


def _publish(connection: duckdb.DuckDBPyConnection, chance: Random, name: str) -> None:
    """An article that some feeds of its outlet show, in one or two versions, read."""
    outlet, day = chance.choice(sorted(OUTLETS)), chance.choice([1.2, 1.7, 2.4])
    shown = [worlds.entry(name, f"{outlet}-{number}", outlet, day, day - 0.1) for number in (1, 2)]
    load(connection, "polls", *shown[: chance.randint(1, 2)])
    for no in range(1, chance.randint(2, 3)):
        actors = [chance.choice(ACTORS) for _ in range(chance.randint(1, 4))]
        text = worlds.revision(name, outlet, no, day + no / 10, actors, first_seen=day)
        text["facts.revisions"] = [replace(row, language=chance.choice(LANGUAGES)) for row in text["facts.revisions"]]
        load(connection, "extractions", text)
        read = worlds.reading(f"{name}/{no}", day + 1, actors, chance.sample(TOPICS[1:], chance.randint(0, 2)))
        load(connection, "analyses", _varied(chance, read, f"{name}/{no}", actors))


def _varied(chance: Random, read: Rows, revision_id: str, actors: Sequence[str]) -> Rows:
    """A reading with split and nameless quotes, denied events, metonyms, tones, and a topic found through one below."""
    quotes = [
        replace(
            row,
            kind=chance.choice(["direct", "direct", "mixed", "indirect", "scare"]),
            attribution_no=chance.choice([row.attribution_no, 0]),
            part_no=row.attribution_no,
            speaker_actor_id=chance.choice([row.speaker_actor_id, row.speaker_actor_id, None]),
        )
        for row in read["facts.quotes"]
    ]
    events = [
        replace(row, type=chance.choice(["CONSULT", "FIGHT", ""]), is_negated=chance.random() < 0.3,
                score=round(chance.uniform(-10, 10), 1))
        for row in read["facts.events"]
    ]  # fmt: skip
    places = [
        replace(row, is_metonym=chance.random() < 0.3, is_focus=chance.random() < 0.5,
                geonames_id=chance.choice([row.geonames_id, None]))
        for row in read["facts.places"]
    ]  # fmt: skip
    return {
        **read,
        "facts.quotes": quotes,
        "facts.events": events,
        "facts.places": places,
        "facts.mentions": [
            replace(row, actor_id=chance.choice([row.actor_id] * 5 + [None])) for row in read["facts.mentions"]
        ],
        "facts.article_topics": [*read.get("facts.article_topics", []), *_below(chance, revision_id)],
        "facts.topic_evidence": [
            *read.get("facts.topic_evidence", []),
            *(replace(row, topic_id=BELOW) for row in _first(read.get("facts.topic_evidence"))),
        ],
        "facts.tones": [*read["facts.tones"], *_tones(chance, read, revision_id, actors)],
    }


def _first(rows: Sequence[Any] | None) -> Sequence[Any]:
    return (rows or [])[:1]


def _below(chance: Random, revision_id: str) -> list[ArticleTopicRow]:
    if chance.random() < 0.5:
        return []
    return [ArticleTopicRow(revision_id, BELOW, 0.7, False), ArticleTopicRow(revision_id, ABOVE, 0.7, True)]


def _tones(chance: Random, read: Rows, revision_id: str, actors: Sequence[str]) -> list[ToneRow]:
    """A tone of the article, and one towards each actor."""
    end = len(actors[0])
    towards = [("article", None), *(("actor", worlds.actor(name).actor_id) for name in dict.fromkeys(actors))]
    return [
        ToneRow(revision_id, 100 + no, scope, 0, 0, end, None, actor_id, "negative",
                round(chance.uniform(-1, 1), 3), "", 0.6, "words")
        for no, (scope, actor_id) in enumerate(towards)
        if chance.random() < 0.8
    ]  # fmt: skip


def _settle(connection: duckdb.DuckDBPyConnection, chance: Random, names: Sequence[str]) -> None:
    """Some actors are others after all, or nobody, and one article is another under a second address."""
    for name in chance.sample(names, 2):
        becomes = chance.choice([worlds.actor(ACTORS[1]).actor_id, None])
        row = [f"{name}/1", worlds.actor(ACTORS[0]).actor_id, becomes, "split"]
        connection.execute("insert into daily.settled_actors values (?, ?, ?, ?)", row)
    if chance.random() < 0.5:
        one, other = chance.sample(names, 2)
        connection.execute("update facts.articles set same_as_id = ? where article_id = ?", [one, other])
