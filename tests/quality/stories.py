"""How well `link_stories` finds stories, on texts labelled by the event they report.

    python tests/quality/stories.py GOLD/cluster-ecbplus

The folder holds `labelled.jsonl` with `id`, `topic`, `story` and `sents` a line. The threshold is chosen on the topics
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

from transforms.analyse.day import StoryLink, StoryText
from transforms.analyse.stories import MIN_SIMILARITY, link_stories

_DAY = date(2026, 3, 8)
_THRESHOLDS = [step / 100 for step in range(4, 25)]
_ORDERS = 5


def main(folder: Path) -> None:
    """Print B-cubed precision, recall and F1 for both halves and the whole."""
    lines = (folder / "labelled.jsonl").read_text(encoding="utf-8").splitlines()
    rows = sorted((json.loads(line) for line in lines), key=lambda row: str(row["id"]))
    halves = [[row for row in rows if int(row["topic"]) % 2 == parity] for parity in (0, 1)]
    for name, chosen_on, reported_on in (("odd", halves[0], halves[1]), ("even", halves[1], halves[0])):
        threshold = max(_THRESHOLDS, key=lambda candidate: _score(chosen_on, candidate)[2])
        _report(f"{name} topics, threshold chosen on the others", reported_on, threshold)
    for name, half in (("even", halves[0]), ("odd", halves[1]), ("all", rows)):
        _report(f"{name} topics, threshold as built in", half, MIN_SIMILARITY)
    _report_speed()


def _report(name: str, rows: Sequence[Mapping[str, object]], threshold: float) -> None:
    precision, recall, f1 = _score(rows, threshold)
    print(f"{name} {threshold:.2f}: P {precision:.3f}  R {recall:.3f}  B3 F1 {f1:.3f}  ({len(rows)} texts)")


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


def _report_speed() -> None:
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
    begun = time.perf_counter()
    link_stories(texts)
    print(f"5,000 texts of 400 words in one window: {time.perf_counter() - begun:.1f} s")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
