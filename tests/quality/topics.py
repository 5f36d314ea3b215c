"""How well topics are told, on news with one of four broad labels, or on our own headlines.

    python tests/quality/topics.py FOLDER|FILE [--errors] [--json]

FOLDER holds labelled.jsonl with `title`, `text` and `label` (World, Sports, Business, Sci/Tech): right is an article
whose strongest top-level topic that has a label has this one; one without any counts as wrong, and `answered` is the
share that has one. FILE holds headlines and ledes of our own with all their top-level topics (topics.txt, and
topics_later.txt, which nothing was changed for): `macro_f1` is the mean over the topics, `first` the share
whose strongest topic is among the labelled.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.quality.articles import article_of, read_seeds
from tests.quality.command import folder_parser, show
from transforms.analyse.reader import build_knowledge, read_articles
from transforms.records.analyse import Reading
from transforms.records.extract import Article

NAMES = {
    "01": "arts", "02": "crime", "03": "disaster", "04": "economy", "05": "education", "06": "environment",
    "07": "health", "08": "human", "09": "labour", "10": "leisure", "11": "politics", "12": "religion",
    "13": "science", "14": "society", "15": "sport", "16": "conflict", "17": "weather",
}  # fmt: skip
# The label that news of a topic carries; what is not here has no place in the four.
LABELS = {
    "crime": "World", "disaster": "World", "politics": "World", "religion": "World", "society": "World",
    "conflict": "World", "weather": "World", "sport": "Sports", "economy": "Business", "labour": "Business",
    "science": "Sci/Tech", "environment": "Sci/Tech", "health": "Sci/Tech",
}  # fmt: skip


class Case(NamedTuple):
    """A text with its topics, or its one broad label."""

    article: Article
    labels: frozenset[str]


def cases_of(source: Path) -> list[Case]:
    """The labelled texts of a folder, or of a file with a headline and a lede in each line."""
    if source.is_dir():
        rows = [json.loads(line) for line in (source / "labelled.jsonl").read_text("utf-8").splitlines()]
        return [Case(article_of(row["text"], row["title"]), frozenset({row["label"]})) for row in rows]
    lines = [line for line in source.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [case_of_line(line) for line in lines]


def case_of_line(line: str) -> Case:
    """ "en sport economy | Club sold | The new owners promise a bigger stadium." """
    head, title, lede = line.split(" | ")
    language, *topics = head.split()
    return Case(replace(article_of(lede, title), language=language), frozenset(topics))


def told(reading: Reading) -> list[str]:
    """The short names of the top-level topics, the strongest first."""
    ranked = sorted(reading.topics, key=lambda row: -row.score)
    return [NAMES[row.topic_id[7:9]] for row in ranked if row.topic_id.endswith("000000")]


def four_labels(cases: Sequence[Case], found: Sequence[Sequence[str]]) -> dict[str, float]:
    labels = [next((LABELS[topic] for topic in topics if topic in LABELS), "") for topics in found]
    right = sum(label in case.labels for label, case in zip(labels, cases, strict=True))
    return {
        "ours_accuracy": round(right / len(cases), 4),
        "ours_answered": round(sum(map(bool, labels)) / len(cases), 4),
    }


def all_topics(cases: Sequence[Case], found: Sequence[Sequence[str]], language: str) -> dict[str, float]:
    """Macro F1 over the topics that are labelled, and the share whose strongest topic is labelled."""
    pairs = [(c.labels, topics) for c, topics in zip(cases, found, strict=True) if c.article.language == language]
    named = sorted({topic for labels, _ in pairs for topic in labels})
    return {
        f"{language}_macro_f1": round(sum(f1_of(topic, pairs) for topic in named) / len(named), 4),
        f"{language}_first": round(sum(bool(set(topics[:1]) & labels) for labels, topics in pairs) / len(pairs), 4),
    }


def f1_of(topic: str, pairs: Sequence[tuple[Collection[str], Collection[str]]]) -> float:
    both = sum(topic in labels and topic in topics for labels, topics in pairs)
    either = sum((topic in labels) + (topic in topics) for labels, topics in pairs)
    return 2 * both / max(1, either)


def measure(source: Path, *, errors: bool = False) -> dict[str, float]:
    cases = cases_of(source)
    actors, topics, terms = read_seeds()
    del actors  # topics are found by words: neither names nor a parse are needed
    knowledge = build_knowledge({}, [], topics, terms)
    started = time.process_time()
    found = [told(reading) for reading in read_articles([case.article for case in cases], knowledge)]
    seconds = time.process_time() - started
    if errors:
        print_errors(cases, found)
    languages = sorted({case.article.language for case in cases}) if source.is_file() else []
    figures = four_labels(cases, found) if source.is_dir() else {}
    for language in languages:
        figures |= all_topics(cases, found, language)
    return {**figures, "articles_per_cpu_second": round(len(cases) / seconds)}


def print_errors(cases: Sequence[Case], found: Sequence[Sequence[str]]) -> None:
    for case, topics in zip(cases, found, strict=True):
        if set(topics) != case.labels:
            print(f"{'+'.join(sorted(case.labels))} / {'+'.join(topics)}: {case.article.title}")


def main() -> None:
    parser = folder_parser(__doc__)
    parser.add_argument("--errors", action="store_true", help="print what is told differently")
    options = parser.parse_args()
    show(measure(options.folder, errors=options.errors), as_json=options.json)


if __name__ == "__main__":
    main()
