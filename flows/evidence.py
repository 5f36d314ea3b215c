"""What a number of a day counts: the thing that a name means, its numbers, and the sentences behind one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from flows.errors import NothingThere, SettingsError
from warehouse.database import Warehouse

Row = Mapping[str, Any]
Kind = Literal["actor", "topic", "pair", "event", "place", "outlet"]
Count = Literal[
    "articles", "copies", "outlets", "owners", "mentions", "sentences", "quotes", "events", "back-events",
    "source-events", "target-events",
]  # fmt: skip

# What tells one counted thing from the next, and what the numbers call it.
_UNITS = {
    "articles": ("article_id", "article_count"),
    "copies": ("copy_group_id", "copy_group_count"),
    "outlets": ("outlet_id", "outlet_count"),
    "owners": ("owner", "owner_count"),
}
# What else can be counted of a kind; the first is what the four counts above rest on.
_THINGS: Mapping[Kind, tuple[Count, ...]] = {
    "actor": ("mentions", "quotes", "source-events", "target-events"),
    "topic": (),
    "pair": ("sentences", "events", "back-events"),
    "event": ("events",),
    "place": ("mentions",),
    "outlet": ("articles", "quotes", "events"),
}
_WITHOUT = {"outlet": ("outlets", "owners")}  # an outlet is one, and has one owner
_MOST_NAMED = 6


@dataclass(frozen=True)
class Asked:
    """A number that somebody asks about: of whom or what, on which day, in which language or folder."""

    kind: Kind
    name: str
    day: date
    other: str = ""
    language: str = "all"
    folder: str = "all"


@dataclass(frozen=True)
class Evidence:
    """A number with all that it counts. `unit` is the column that tells one counted thing from the next, if any."""

    asked: Asked
    name: str
    what: str
    id: str
    count: Count
    number: int
    unit: str
    sql: str
    counts: Mapping[str, Any]
    rows: Sequence[Row]


def counts_of(kind: Kind) -> list[str]:
    """What can be counted of a kind."""
    return [*(unit for unit in _UNITS if unit not in _WITHOUT.get(kind, ()) + _THINGS[kind]), *_THINGS[kind]]


def evidence(warehouse: Warehouse, asked: Asked, count: Count, is_directed: bool = False) -> Evidence:
    """The number, with what it counts; of a pair that `is_directed`, what the first does to the second.

    SettingsError where a name means several, or where the kind has no such number; NothingThere where none is counted.
    """
    if count not in counts_of(asked.kind):
        raise SettingsError(f"--count {count}: {asked.kind}s are counted by {', '.join(counts_of(asked.kind))}")
    found = _found(warehouse, asked)
    counted = _counted(asked.kind, count, is_directed)
    named = {"id": found["id"], "day": asked.day, "language": asked.language, "folder": asked.folder}
    if asked.kind == "pair":
        named["other_id"] = found["other_id"]
    if asked.kind not in ("event", "place"):
        named["counted"] = counted
    rows = warehouse.ask(f"sentences_of_{asked.kind}", named)
    unit, column = _UNITS.get(count, ("", f"{count.replace('-', '_').removesuffix('s')}_count"))
    number = len({row[unit] for row in rows}) if unit else len(rows)
    if not number:
        raise NothingThere(_nothing_of(warehouse, asked, count, found))
    return Evidence(
        asked, found["name"], found["what"], found["id"], count, number, unit, _sql(asked.kind, unit, column, named),
        {key: value for key, value in found.items() if key not in ("id", "other_id", "name", "what")}, rows,
    )  # fmt: skip


def _counted(kind: Kind, count: Count, is_directed: bool) -> str:
    """What the macro is asked for."""
    if count in _THINGS[kind]:
        return count.replace("-", "_")
    return (
        "events" if is_directed else {"topic": "words", "pair": "sentences", "outlet": "articles"}.get(kind, "mentions")
    )


# --- what a name means -----------------------------------------------------------------------------------------------


def _found(warehouse: Warehouse, asked: Asked) -> dict[str, Any]:
    named = {"name": asked.name, "day": asked.day, "language": asked.language, "folder": asked.folder}
    if asked.kind == "pair":
        named["other"] = asked.other
    rows = warehouse.ask(f"counted_{asked.kind}s", named)
    if not rows:
        raise NothingThere(_nothing(warehouse, asked))
    if len(rows) > 1:
        raise SettingsError(_several(asked, rows))
    return rows[0]


def _several(asked: Asked, rows: Sequence[Row]) -> str:
    each = [
        f"{' '.join(str(row[key]) for key in ('id', 'other_id') if key in row)} {row['name']} ({row['what']}; "
        f"{row['article_count']} articles)"
        for row in rows[:_MOST_NAMED]
    ]
    more = f", and {len(rows) - _MOST_NAMED} more" if len(rows) > _MOST_NAMED else ""
    several = f"{_spelled(asked)} may be {len(rows)} {asked.kind}s on {asked.day}"
    return f"{several}; name one by its id: {', '.join(each)}{more}"


def _nothing(warehouse: Warehouse, asked: Asked) -> str:
    """Why there is nothing, and what there is."""
    if not warehouse.published.exists():
        return "nothing has been collected yet: `dateline run`"
    scope = {"language": asked.language, "folder": asked.folder}
    newest = warehouse.ask("newest_day_of", {"kind": asked.kind, "name": asked.name, "other": asked.other, **scope})
    if newest and newest[0]["day"]:
        nothing = f"nothing of {asked.day} counts for {_spelled(asked)}{_scope(asked)}"
        return f"{nothing}; the newest day that does is {newest[0]['day']}"
    names = [row["name"] for row in warehouse.ask("names_like", {"kind": asked.kind, "name": asked.name})]
    near = f"; did you mean {' or '.join(names)}?" if names and asked.name not in names else ""
    return f"no {asked.kind} is counted as {_spelled(asked)}{_scope(asked)}{near}"


def _nothing_of(warehouse: Warehouse, asked: Asked, count: Count, found: Row) -> str:
    if asked.day < warehouse.ask("kept_since")[0]["text_day"]:
        return (
            f"the texts of {asked.day} were pruned: {found['article_count']} articles were counted for "
            f"{found['name']}, and open to no sentence any more"
        )
    return f"{found['name']} has no {count} on {asked.day}{_scope(asked)}"


def _spelled(asked: Asked) -> str:
    return f'"{asked.name}" and "{asked.other}"' if asked.kind == "pair" else f'"{asked.name}"'


def _scope(asked: Asked) -> str:
    """The language or folder that is asked about, in words."""
    language = f" in the language {asked.language}" if asked.language != "all" else ""
    return language + (f" in the folder {asked.folder}" if asked.folder != "all" else "")


# --- the number as SQL -----------------------------------------------------------------------------------------------


def _sql(kind: Kind, unit: str, column: str, named: Mapping[str, Any]) -> str:
    """The question that gives the number, as a reader can type it: for showing, never for running."""
    names = [_quoted(named[key]) for key in ("id", "other_id") if key in named]
    usual = {"language": "all", "folder": "all", "counted": _counted(kind, "articles", False)}
    options = [f"{key} := {_quoted(named[key])}" for key, value in usual.items() if named.get(key, value) != value]
    values = ", ".join([*names, f"date '{named['day']}'", *options])
    return f"select count({f'distinct {unit}' if unit else '*'}) as {column}\nfrom why_{kind}({values});"


def _quoted(value: object) -> str:
    return "'" + str(value).replace("'", "''") + "'"
