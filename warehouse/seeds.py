"""What people wrote: outlets, feeds, actors and topics, read from CSV files and made into rows."""

from __future__ import annotations

import csv
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from transforms.ids import known_actor_id, met_actor_id, outlet_id
from transforms.records.seeds import (
    EventCode,
    EventMove,
    EventNoun,
    EventVerb,
    EventWords,
    KnownActor,
    KnownOutlet,
    Topic,
    TopicTerm,
)
from transforms.records.tone import ToneWord
from transforms.rows.seeds import (
    ActorAliasRow,
    ActorSplitRow,
    GdeltCodeRow,
    KnownActorRow,
    OutletRow,
    TopicRow,
    TopicTermRow,
)
from warehouse.errors import WarehouseError


class SeedError(WarehouseError):
    """A seeds file with a line that cannot be used; names file and line."""


def read_csv(path: Path, required: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """The lines of a CSV file as (line number, columns); SeedError names the file, the line and what is missing."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream, restval="")
            missing = [name for name in required if name not in (reader.fieldnames or ())]
            if missing:
                raise SeedError(
                    f"{path}: the first line lacks the column {missing[0]!r}; it must name {', '.join(required)}"
                )
            for row in reader:
                yield (
                    reader.line_num,
                    {key: value.strip() for key, value in row.items() if key is not None and value is not None},
                )
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SeedError(f"{path}: cannot be read: {error}") from error


def read_outlets(path: Path) -> list[OutletRow]:
    """The outlets of a CSV file."""
    required = ("name", "domain", "country", "language", "owner", "is_agency")
    return [
        OutletRow(
            outlet_id(row["domain"]), row["name"], row["domain"].lower(), row["country"], row["language"], row["owner"],
            row["is_agency"].lower() == "true",
        )
        for _, row in read_csv(path, required)
    ]  # fmt: skip


def read_known_outlets(path: Path, aliases: Path) -> list[KnownOutlet]:
    """The outlets of a CSV file with their other names, as reading needs them."""
    names: dict[str, list[str]] = {}
    for _, row in read_csv(aliases, ("domain", "alias")):
        names.setdefault(row["domain"].lower(), []).append(row["alias"])
    return [
        KnownOutlet(row.outlet_id, row.name, row.domain, row.country, row.is_agency, tuple(names.get(row.domain, ())))
        for row in read_outlets(path)
    ]


def read_known_actors(actors: Path, aliases: Path, abroad: Path | None = None) -> list[KnownActor]:
    """The known actors with their aliases, and with those of other languages where a file of them is given."""
    names: dict[str, list[tuple[str, str]]] = {}
    for _, row in read_csv(aliases, ("actor_key", "alias", "alias_kind")):
        names.setdefault(row["actor_key"], []).append((row["alias"], row["alias_kind"]))
    others: dict[str, list[tuple[str, str, str]]] = {}
    for _, row in read_csv(abroad, ("actor_key", "language", "alias", "alias_kind")) if abroad else ():
        others.setdefault(row["actor_key"], []).append((row["language"], row["alias"], row["alias_kind"]))
    required = ("key", "name", "kind", "country", "sector", "role", "valid_from", "valid_to")
    return [
        KnownActor(
            row["key"], row["name"], row["kind"], row["country"], row["sector"], row["role"], row["valid_from"],
            row["valid_to"], tuple(names.get(row["key"], ())), row.get("wikidata_id", ""),
            tuple(others.get(row["key"], ())),
        )
        for _, row in read_csv(actors, required)
    ]  # fmt: skip


def read_place_names(path: Path) -> list[tuple[str, str, str]]:
    """What other languages call places of the gazetteer: (language, alias, name)."""
    return [(row["language"], row["alias"], row["name"]) for _, row in read_csv(path, ("language", "alias", "name"))]


def outlets_as_actors(outlets: Iterable[KnownOutlet]) -> list[KnownActor]:
    """The outlets as the organisations that texts name."""
    return [
        KnownActor(
            f"outlet-{row.domain}", row.name, "organisation", row.country, "media", "", "", "",
            tuple((alias, "short") for alias in row.aliases),
        )
        for row in outlets
    ]  # fmt: skip


def read_actor_splits(path: Path, keys: Container[str]) -> list[ActorSplitRow]:
    """The lines of a project's actor_splits.csv; `keys` are those of known actors. No file, no lines."""
    if not path.exists():
        return []
    found = []
    for no, (line, row) in enumerate(read_csv(path, ("actor", "surface", "becomes"))):
        if not row["actor"]:
            raise SeedError(f"{path}, line {line}: the column 'actor' is empty; it must name who is taken for another")
        becomes, kind, outlet = row["becomes"], row.get("kind", "") or "person", row.get("outlet", "")
        other = known_actor_id(becomes) if becomes in keys else met_actor_id(kind, becomes)
        found.append(
            ActorSplitRow(
                no, row["actor"], row["surface"], other if becomes else None, becomes, kind,
                outlet_id(outlet) if outlet else None, row.get("having", ""), row.get("note", ""),
            )
        )  # fmt: skip
    return found


def read_topics(path: Path) -> list[Topic]:
    """The topics of a CSV file."""
    return [
        Topic(row["topic_id"], row["parent_id"], _level(path, line, row), row["label"])
        for line, row in read_csv(path, ("topic_id", "parent_id", "level", "label"))
    ]


def _level(path: Path, line: int, row: Mapping[str, str]) -> int:
    try:
        return int(row["level"])
    except ValueError:
        raise SeedError(f"{path}, line {line}: the level {row['level']!r} is no whole number") from None


def read_topic_terms(path: Path) -> list[TopicTerm]:
    """The terms of a CSV file."""
    found = []
    for line, row in read_csv(path, ("topic_id", "term", "weight", "language")):
        try:
            found.append(TopicTerm(row["topic_id"], row["term"], float(row["weight"]), row["language"]))
        except ValueError:
            raise SeedError(f"{path}, line {line}: the weight {row['weight']!r} is no number") from None
    return found


def known_rows(folder: Path) -> dict[str, list[Any]]:
    """What the CSV files of `folder` say about the world, as rows by table: actors and topics with their words."""
    known, aliases = _known_actor_rows(folder)
    topics = folder / "topics.csv"
    return {
        "seeds.actors": known,
        "seeds.actor_aliases": aliases,
        "seeds.topics": [
            TopicRow(row["topic_id"], row["parent_id"], _level(topics, line, row), row["label"], row["definition"])
            for line, row in read_csv(topics, ("topic_id", "parent_id", "level", "label", "definition"))
        ],
        "seeds.topic_terms": [
            TopicTermRow(term.topic_id, term.term, term.weight, term.language)
            for term in read_topic_terms(folder / "topic_terms.csv")
        ],
        "seeds.gdelt_codes": [
            GdeltCodeRow(row["scheme"], row["key"], row["code"])
            for _, row in read_csv(folder / "gdelt_codes.csv", ("scheme", "key", "code"))
        ],
    }


def _known_actor_rows(folder: Path) -> tuple[list[KnownActorRow], list[ActorAliasRow]]:
    required = ("key", "name", "kind", "country", "sector", "role", "valid_from", "valid_to", "wikidata_id")
    known = [
        KnownActorRow(known_actor_id(row["key"]), *(row[name] for name in required))
        for _, row in read_csv(folder / "actors.csv", required)
    ]
    aliases = [
        ActorAliasRow(known_actor_id(row["actor_key"]), row["alias"], row["alias_kind"])
        for _, row in read_csv(folder / "actor_aliases.csv", ("actor_key", "alias", "alias_kind"))
    ]
    return known, aliases


def read_tone_words(path: Path) -> list[ToneWord]:
    """The words of tone."""
    return [
        ToneWord(row["word"], row["kind"], float(row["tone"]), float(row["object_tone"] or 0), row["forms"])
        for _, row in read_csv(path, ("word", "kind", "tone", "object_tone", "forms"))
    ]


def read_event_words(folder: Path) -> EventWords:
    """The lexicon of events of a folder of seeds."""
    verbs = read_csv(folder / "event_verbs.csv", ("verb", "particle", "objects", "reading", "mode", "sense"))
    nouns = read_csv(folder / "event_nouns.csv", ("noun", "domain", "code", "mode", "sense"))
    moves = read_csv(folder / "event_moves.csv", ("move", "domain", "code"))
    codes = read_csv(folder / "event_codes.csv", ("code", "name", "type", "quad_class", "score", "domain"))
    return EventWords(
        verbs=tuple(
            EventVerb(
                row["verb"], row["particle"], tuple(row["objects"].split("|")), row["reading"], row["mode"],
                is_everyday=row["sense"] == "everyday",
            )
            for _, row in verbs
        ),
        nouns=tuple(
            EventNoun(
                row["noun"], row["domain"], row["code"], row["mode"], is_everyday=row["sense"] == "everyday",
            )
            for _, row in nouns
        ),
        moves=tuple(EventMove(row["move"], row["domain"], row["code"]) for _, row in moves),
        codes=tuple(
            EventCode(
                row["code"], row["name"], row["type"], row["quad_class"], float(row["score"]), row["domain"],
            )
            for _, row in codes
        ),
    )  # fmt: skip
