"""dateline why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from flows.commands.talk import as_json, out
from flows.days import named_day
from flows.errors import SettingsError
from flows.evidence import Asked, Count, Evidence, Kind, evidence
from flows.project import open_project
from flows.run import utc_now
from transforms.text import told

Row = Mapping[str, Any]

_ARROW = re.compile(r"\s*(?:→|->|=>)\s*")
_LABELS = {
    "mention_count": "mentions", "sentence_count": "sentences", "article_count": "articles",
    "copy_group_count": "texts", "own_text_count": "texts of its own", "outlet_count": "outlets",
    "owner_count": "owners", "focus_count": "articles about it", "event_count": "events",
    "back_event_count": "events back",
    "negated_count": "denied", "source_event_count": "events as source", "target_event_count": "events as target",
    "quote_count": "quotes", "quoted_word_count": "words quoted",
}  # fmt: skip


def why(
    kind: Kind,
    *name: str,
    date: str = "newest",
    count: Count | None = None,
    language: str = "all",
    folder: str = "all",
    json: bool = False,
) -> int:
    """Open a number of a day to the sentences that it counts: `dateline why actor "United Nations" --date yesterday`.

    Parameters
    ----------
    kind
        Of whom or what the number is.
    name
        Its name, another name of it, or its id. A pair is two names; "A → B" asks what A does to B. An event is a type.
    date
        A day as YYYY-MM-DD; yesterday, today or newest.
    count
        What is counted: articles by default; copies are different texts, and what copies it is one with it.
    language
        Only texts of this language.
    folder
        Only what feeds of this folder showed.
    json
        One JSON object: the number, its SQL, all numbers of the thing that day, and the rows.
    """
    if "all" not in (language, folder):
        raise SettingsError("days are counted for each language and for each folder, not for both together; choose one")
    project = open_project()
    names, is_directed = _names(kind, name)
    day = named_day(date, project.warehouse, utc_now())
    asked = Asked(kind, names[0], day, names[-1] if kind == "pair" else "", language, folder)
    found = evidence(project.warehouse, asked, count or ("events" if is_directed else "articles"), is_directed)
    out(_as_object(found) if json else "\n".join(_lines(found, ZoneInfo(project.settings.timezone))))
    return 0


def _names(kind: Kind, words: Sequence[str]) -> tuple[list[str], bool]:
    """The names that are asked for, and whether the first does something to the second."""
    if not words:
        raise SettingsError(f'which {kind}? name it: `dateline why {kind} "NAME"`')
    if kind != "pair":
        return [" ".join(words)], False
    parts = _ARROW.split(" ".join(words).strip()) if len(words) != 2 else list(words)
    if len(parts) != 2:
        raise SettingsError(
            'a pair is two names: `dateline why pair "Norway" "United Nations"`, or "Norway → United Nations" for what '
            "the first does to the second"
        )
    return parts, len(words) != 2


# --- for programs ----------------------------------------------------------------------------------------------------


def _as_object(found: Evidence) -> str:
    asked = found.asked
    return as_json(
        {
            "kind": asked.kind, "id": found.id, "name": found.name, "what": found.what, "day": asked.day,
            "language": asked.language, "folder": asked.folder, "count": found.count, "number": found.number,
            "sql": found.sql, "counts": found.counts, "rows": found.rows,
        }
    )  # fmt: skip


# --- for people ------------------------------------------------------------------------------------------------------


def _lines(found: Evidence, zone: ZoneInfo) -> Iterator[str]:
    asked = found.asked
    scope = "".join(f", {word}" for word in (asked.language, asked.folder) if word != "all")
    counted = "texts" if found.count == "copies" else found.count.replace("-", " ")
    yield f"{told(found.name)} ({found.what}) on {asked.day}{scope}: {_many(found.number, counted)}"
    yield " · ".join(_many(found.counts[key], label) for key, label in _LABELS.items() if found.counts.get(key))
    yield ""
    yield from found.sql.splitlines()
    for number, group in enumerate(_grouped(found.rows, found.unit), 1):
        yield ""
        if found.unit in ("article_id", ""):
            yield from _article(group, zone, f"{number}. ")
            continue
        yield f"{number}. {_headline(found.unit, group)}"
        for articles in _grouped(group, "article_id"):
            yield from _article(articles, zone, "   ")


def _many(number: Any, nouns: str) -> str:
    first, _, rest = nouns.partition(" ")
    return f"{number} {first.removesuffix('s') if number == 1 else first}{' ' + rest if rest else ''}"


def _grouped(rows: Sequence[Row], column: str) -> list[list[Row]]:
    """The rows that share a value of the column, in the order of their first; each alone where there is none."""
    if not column:
        return [[row] for row in rows]
    groups: dict[Any, list[Row]] = {}
    for row in rows:
        groups.setdefault(row[column], []).append(row)
    return list(groups.values())


def _headline(unit: str, group: Sequence[Row]) -> str:
    outlets = list(dict.fromkeys(told(row["outlet"]) or row["outlet_id"] for row in group))
    articles = _many(len({row["article_id"] for row in group}), "articles")
    if unit == "owner":
        owner = outlets[0] if group[0]["owner"] == group[0]["outlet_id"] else told(group[0]["owner"])
        return f"{owner}: {articles} in {', '.join(outlets)}"
    return f"{'one text: ' if unit == 'copy_group_id' else ''}{articles} in {', '.join(outlets)}"


def _article(rows: Sequence[Row], zone: ZoneInfo, mark: str) -> Iterator[str]:
    """An article with the sentences that are counted in it, each once, and the words in them."""
    first, indent = rows[0], " " * len(mark)
    clock = f"{first['published_at'].astimezone(zone):%Y-%m-%d %H:%M}"
    yield f"{mark}{told(first['outlet']) or first['outlet_id']} · {clock} · {told(first['title'])}"
    yield f"{indent}{told(first['url'])}"
    for sentences in _grouped(rows, "sentence"):
        words = dict.fromkeys(told(row["surface"]) for row in sentences if row["surface"])
        yield f"{indent}  {told(sentences[0]['sentence'])}" + (f"  [{'; '.join(words)}]" if words else "")
