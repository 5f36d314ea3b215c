"""Staging files and the one loader that merges them.

A batch leaves its rows as Parquet files in a folder named after their content, complete or not at all. Loading a folder
twice changes nothing, so a run that was killed between the load and the removal of its folders may be run again.
"""

from __future__ import annotations

import hashlib
import logging
import shutil
import types
import typing
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import Any
from uuid import uuid4

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from transforms.rows.tables import TABLES
from warehouse.article_days import follow_articles
from warehouse.database import transaction
from warehouse.statements import statement

# What each kind of batch may hold, in the order of loading: a table whose statement reads another's rows comes before
# it.
KINDS: Mapping[str, tuple[str, ...]] = {
    "seeds": ("seeds.outlets", "seeds.feeds", "seeds.actors", "seeds.actor_aliases", "seeds.topics",
              "seeds.topic_terms", "seeds.gdelt_codes"),
    "splits": ("seeds.actor_splits",),
    "watchlists": ("seeds.watchlists",),
    "polls": ("facts.articles", "facts.entries", "ops.polls", "ops.feed_state", "ops.sitemaps", "ops.host_holds"),
    "fetches": ("ops.fetches", "ops.robots", "ops.host_holds", "facts.claims"),
    "extractions": (
        "facts.articles", "facts.claims", "facts.revisions", "facts.revision_changes", "facts.paragraphs",
        "facts.sections", "facts.dropped", "ops.rejections", "ops.extractions", "ops.methods",
    ),
    "analyses": (
        "ops.analyses", "facts.actors", "facts.sentences", "facts.mentions", "facts.roles", "facts.quotes",
        "facts.quantities", "facts.dates", "facts.places", "facts.citations", "facts.alias_sightings", "facts.events",
        "facts.event_actors", "facts.tones", "facts.article_topics", "facts.topic_evidence", "facts.topic_labels",
        "ops.rereadings", "ops.methods",
    ),
    "links": ("facts.copy_ties", "facts.story_ties"),
    "groups": ("facts.copies", "facts.stories", "facts.story_changes"),
    "backfills": ("facts.articles", "ops.fetches", "ops.warc_files"),
}  # fmt: skip

# What a batch of a kind is about. Kinds without such a key are merged by statements that bear duplicates.
KEYS: Mapping[str, Mapping[str, str]] = {
    "polls": {"ops.polls": "poll_id"},
    "fetches": {"ops.fetches": "fetch_id"},
    "extractions": {"facts.revisions": "revision_id", "ops.extractions": "fetch_id"},
    "analyses": {"ops.analyses": "revision_id"},
    "links": {"facts.copy_ties": "article_id", "facts.story_ties": "article_id"},
    "groups": {"facts.copies": "article_id", "facts.stories": "article_id"},
    "backfills": {"ops.fetches": "fetch_id"},
}

_WHOLE = ("seeds", "splits", "watchlists")  # kinds that replace their tables, by none as well
_LEAVE_TEXTS = ("facts.revisions", "ops.analyses")  # their statements leave loaded_texts for those that follow
_SETTLE_AFTER = ("facts.claims", "facts.revisions")  # what may show that two articles are one

_ARROW: Mapping[type, pa.DataType] = {
    str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_(),
    datetime: pa.timestamp("us", tz="UTC"), date: pa.date32(),
}  # fmt: skip


@cache
def arrow_schema(row_type: type) -> pa.Schema:
    """The Arrow schema of a row class: its fields in order."""
    hints = typing.get_type_hints(row_type)
    return pa.schema([pa.field(name, _ARROW[_plain(hint)]) for name, hint in hints.items()])


def _plain(hint: Any) -> type:
    if isinstance(hint, types.UnionType):
        (hint,) = (part for part in typing.get_args(hint) if part is not type(None))
    return typing.cast(type, hint)


def to_arrow(table: str, rows: Sequence[object]) -> pa.Table:
    """Rows of TABLES[table] as an Arrow table."""
    schema = arrow_schema(TABLES[table])
    values = zip(*map(attrgetter(*schema.names), rows), strict=True) if rows else [()] * len(schema)
    columns = [pa.array(column, field.type) for column, field in zip(values, schema, strict=True)]
    return pa.Table.from_arrays(columns, schema=schema)


def stage(folder: Path, kind: str, rows: Mapping[str, Sequence[object]]) -> Path:
    """Leave a batch's rows, by table, below `folder`; returns the batch's folder, named after its content."""
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = folder / f".{kind}-{uuid4().hex}"
    unfinished.mkdir()
    for table in rows:
        pq.write_table(to_arrow(table, rows[table]), unfinished / f"{table}.parquet")
    digest = _digest((table, (unfinished / f"{table}.parquet").read_bytes()) for table in sorted(rows))
    finished = folder / f"{kind}-{digest}"
    if finished.exists():
        shutil.rmtree(unfinished)
    else:
        unfinished.rename(finished)
    return finished


def staged(folder: Path, kind: str) -> list[Path]:
    """The complete batches of a kind that wait to be loaded, in the order in which they were left."""
    batches = folder.glob(f"{kind}-*") if folder.exists() else ()
    return sorted(batches, key=lambda path: (path.stat().st_mtime_ns, path.name))


def load_staged(connection: duckdb.DuckDBPyConnection, folder: Path, kind: str) -> dict[str, int]:
    """Merge all waiting batches of a kind, then remove them; returns the rows read by table.

    A batch is merged in one transaction, in which all others are too unless two are about the same thing.
    """
    batches = [batch for batch in staged(folder, kind) if _is_whole(batch)]
    counts: Counter[str] = Counter()
    for layer in _layers(batches, kind):
        counts.update(load_rows(connection, kind, {table: _read(layer, table) for table in KINDS[kind]}))
    if batches:
        _checkpoint(connection)
    for batch in batches:
        _remove(batch)
    return dict(counts)


def _checkpoint(connection: duckdb.DuckDBPyConnection) -> None:
    """Put what was merged into the file itself: a log may turn out not to replay; batches stay until then."""
    connection.execute("checkpoint")


def _is_whole(batch: Path) -> bool:
    """Whether a batch's name still tells its content; one that does not is set aside: its work is done again."""
    files = sorted(batch.glob("*.parquet"), key=lambda path: path.stem)
    if batch.name.rpartition("-")[2] == _digest((path.stem, path.read_bytes()) for path in files):
        return True
    aside = batch.with_name(f"broken-{batch.name}-{uuid4().hex[:8]}")
    batch.rename(aside)
    logging.getLogger("dateline").warning(
        "%s is damaged and was set aside as %s; what it held will be made again", batch, aside.name
    )
    return False


def _digest(files: Iterable[tuple[str, bytes]]) -> str:
    """What a batch is called after: its tables in their order, and their bytes."""
    digest = hashlib.blake2b(digest_size=12)
    for table, content in files:
        digest.update(table.encode() + content)
    return digest.hexdigest()


def load_rows(connection: duckdb.DuckDBPyConnection, kind: str, tables: Mapping[str, pa.Table]) -> dict[str, int]:
    """Merge Arrow tables of one kind of batch in one transaction; returns the rows read by table."""
    names = {table: f"staged_{table.split('.')[1]}" for table in tables}
    for table, name in names.items():
        connection.register(name, tables[table])
    try:
        with transaction(connection):
            for table in KINDS[kind]:
                if table in tables and (kind in _WHOLE or _has_rows(statement("load", table), names, tables)):
                    connection.execute(statement("load", table))
            if any(table in tables and tables[table].num_rows for table in _SETTLE_AFTER):
                connection.execute(statement("maintenance", "settle_identity"))
            if "facts.articles" in tables and tables["facts.articles"].num_rows:
                follow_articles(connection)
            connection.execute("drop table if exists temp.loaded_texts")
    finally:
        for name in names.values():
            connection.unregister(name)
    return {table: rows.num_rows for table, rows in tables.items()}


def _has_rows(text: str, names: Mapping[str, str], tables: Mapping[str, pa.Table]) -> bool:
    """Whether anything is staged of what a statement reads; else it would change nothing, and planning it costs."""
    read = _LEAVE_TEXTS if "loaded_texts" in text else [table for table, name in names.items() if name in text]
    return any(tables[table].num_rows for table in read if table in tables)


def _layers(batches: Iterable[Path], kind: str) -> list[list[Path]]:
    """The batches cut into layers, to be merged one after the other, so that no layer holds a thing twice.

    A thing is twice among them when a killed run, or a task that was run again, left its batch and another made it
    again. Otherwise there is one layer.
    """
    layers: list[tuple[set[object], list[Path]]] = []
    for batch in batches:
        things = _things(batch, kind)
        clashes = [number for number, (held, _) in enumerate(layers) if held & things]
        number = clashes[-1] + 1 if clashes else 0
        if number == len(layers):
            layers.append((set(), []))
        layers[number][0].update(things)
        layers[number][1].append(batch)
    return [layer for _, layer in layers]


def _things(batch: Path, kind: str) -> set[object]:
    return {
        (table, thing)
        for table, column in KEYS.get(kind, {}).items()
        if (path := batch / f"{table}.parquet").exists()
        for thing in pq.read_table(path, columns=[column])[column].to_pylist()
    }


def _read(batches: Iterable[Path], table: str) -> pa.Table:
    schema = arrow_schema(TABLES[table])
    files = [path for batch in batches if (path := batch / f"{table}.parquet").exists()]
    return pa.concat_tables([pq.read_table(path, schema=schema) for path in files]) if files else schema.empty_table()


def _remove(batch: Path) -> None:
    """Take a loaded batch out of sight at once, then remove it: half a batch must never be loaded again."""
    unseen = batch.with_name(f".{batch.name}-{uuid4().hex}")
    batch.rename(unseen)
    shutil.rmtree(unseen)


def remove_unfinished(folder: Path) -> int:
    """Remove what killed workers left unfinished; returns how many. Only under the run's lock."""
    unfinished = [path for path in folder.glob(".*") if path.is_dir()] if folder.exists() else []
    for path in unfinished:
        shutil.rmtree(path)
    return len(unfinished)
