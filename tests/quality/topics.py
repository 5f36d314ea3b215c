"""How often the strongest top-level topic is the label, with our topics mapped onto the label's four.

    python tests/quality/topics.py FOLDER [--json]

FOLDER holds labelled.jsonl with `title`, `text` and `label` (World, Sports, Business, Sci/Tech). An article without any
mapped topic counts as wrong; `answered` is the share that has one.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.quality.articles import article_of, read_seeds
from tests.quality.command import folder_parser, show
from transforms.analyse.reader import build_knowledge, read_articles
from transforms.records.analyse import Reading

# Media Topics of the top level by the label that such news carries there; the others have no place in the four.
LABELS = {
    "02000000": "World", "03000000": "World", "11000000": "World", "12000000": "World", "14000000": "World",
    "16000000": "World", "17000000": "World", "15000000": "Sports", "04000000": "Business", "09000000": "Business",
    "13000000": "Sci/Tech", "06000000": "Sci/Tech", "07000000": "Sci/Tech",
}  # fmt: skip


def label_of(reading: Reading) -> str:
    """The label of the highest-scored topic that has one; "" where none has."""
    ranked = sorted(reading.topics, key=lambda topic: -topic.score)
    return next((LABELS[key] for topic in ranked if (key := topic.topic_id.removeprefix("medtop:")) in LABELS), "")


def measure(folder: Path) -> dict[str, float]:
    rows = [json.loads(line) for line in (folder / "labelled.jsonl").read_text("utf-8").splitlines()]
    actors, topics, terms = read_seeds()
    del actors  # topics are found by words: neither names nor a parse are needed
    knowledge = build_knowledge({}, [], topics, terms)
    started = time.process_time()
    readings = read_articles([article_of(row["text"], row["title"]) for row in rows], knowledge)
    seconds = time.process_time() - started
    labels = [label_of(reading) for reading in readings]
    return {
        "accuracy": round(sum(label == row["label"] for label, row in zip(labels, rows, strict=True)) / len(rows), 4),
        "answered": round(sum(map(bool, labels)) / len(rows), 4),
        "articles_per_cpu_second": round(len(rows) / seconds),
    }


def main() -> None:
    parser = folder_parser(__doc__)
    options = parser.parse_args()
    figures = measure(options.folder)
    show(figures, as_json=options.json)


if __name__ == "__main__":
    main()
