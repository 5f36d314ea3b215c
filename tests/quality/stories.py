"""How well `link_stories` finds stories, on texts labelled by the event they report.

    python tests/quality/stories.py FOLDER [--json]

FOLDER holds `labelled.jsonl` with `id`, `topic`, `story` and `sents` a line. The threshold is chosen on the topics
with an even number and reported on those with an odd one, and the other way round. Links depend on the order of the
texts, which these do not tell, so each figure is the mean over several orders.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import mean

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.quality.command import folder_parser, show
from transforms.analyse.day import StoryLink, StoryText
from transforms.analyse.stories import MIN_SIMILARITY, link_stories

_DAY = date(2026, 3, 8)
_THRESHOLDS = [step / 100 for step in range(4, 25)]
_ORDERS = 5


def measure(folder: Path) -> dict[str, float]:
    """B-cubed F1 for both halves, by the other's threshold, and for the whole by the built-in one; and the speed."""
    lines = (folder / "labelled.jsonl").read_text(encoding="utf-8").splitlines()
    rows = sorted((json.loads(line) for line in lines), key=lambda row: str(row["id"]))
    halves = [[row for row in rows if int(row["topic"]) % 2 == parity] for parity in (0, 1)]
    figures: dict[str, float] = {}
    for name, chosen_on, reported_on in (("odd", halves[0], halves[1]), ("even", halves[1], halves[0])):
        threshold = max(_THRESHOLDS, key=lambda candidate: _score(chosen_on, candidate)[2])
        figures[f"{name}_chosen_on_the_others_b3"] = round(_score(reported_on, threshold)[2], 4)
    for name, half in (("even", halves[0]), ("odd", halves[1])):
        figures[f"{name}_b3"] = round(_score(half, MIN_SIMILARITY)[2], 4)
    precision, recall, f1 = _score(rows, MIN_SIMILARITY)
    figures |= {"ours_precision": round(precision, 4), "ours_recall": round(recall, 4), "ours_b3": round(f1, 4)}
    return {**figures, "texts_per_cpu_second": _texts_per_second()}


def _score(rows: Sequence[Mapping[str, object]], threshold: float) -> tuple[float, float, float]:
    gold = {str(row["id"]): str(row["story"]) for row in rows}
    runs = []
    for order in range(_ORDERS):
        links = link_stories(_texts(rows, order), min_similarity=threshold)
        runs.append(b_cubed(_roots(links), gold))
    precision, recall = mean(run[0] for run in runs), mean(run[1] for run in runs)
    return precision, recall, mean(2 * p * r / (p + r) for p, r in runs)


def _texts(rows: Sequence[Mapping[str, object]], order: int) -> list[StoryText]:
    shuffled = list(rows)
    random.Random(order).shuffle(shuffled)
    start = datetime(2026, 3, 8, tzinfo=UTC)
    return [_text(row, start + timedelta(seconds=second)) for second, row in enumerate(shuffled)]


def _text(row: Mapping[str, object], published_at: datetime) -> StoryText:
    sentences = row["sents"]
    assert isinstance(sentences, list)
    body = "\n\n".join(sentences)
    return StoryText(str(row["id"]), _DAY, published_at, "", sentences[0] if sentences else "", body, "en")


def _roots(links: Sequence[StoryLink]) -> dict[str, str]:
    parents = {link.article_id: link.parent_id for link in links}

    def root(article_id: str) -> str:
        parent = parents[article_id]
        return article_id if parent is None else root(parent)

    return {article_id: root(article_id) for article_id in parents}


def b_cubed(found: Mapping[str, str], gold: Mapping[str, str]) -> tuple[float, float]:
    """Precision and recall of a clustering (Bagga and Baldwin, 1998), means over the things clustered."""
    both = Counter((found[key], gold[key]) for key in gold)
    found_sizes, gold_sizes = Counter(found.values()), Counter(gold.values())
    precision = mean(both[found[key], gold[key]] / found_sizes[found[key]] for key in gold)
    recall = mean(both[found[key], gold[key]] / gold_sizes[gold[key]] for key in gold)
    return precision, recall


def _texts_per_second() -> float:
    """Of 5,000 texts of 400 words in one window."""
    rng = random.Random(1)
    words = [f"w{number}" for number in range(40_000)]
    weights = [1 / (rank + 1) for rank in range(40_000)]
    start = datetime(2026, 3, 8, tzinfo=UTC)
    texts = [
        StoryText(
            f"{n:012}", _DAY, start + timedelta(seconds=n), "", "", " ".join(rng.choices(words, weights, k=400)), ""
        )
        for n in range(5_000)
    ]
    begun = time.process_time()
    link_stories(texts)
    return round(len(texts) / (time.process_time() - begun), 1)


def main() -> None:
    options = folder_parser(__doc__).parse_args()
    show(measure(options.folder), as_json=options.json)


if __name__ == "__main__":
    main()
