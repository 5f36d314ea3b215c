"""How well `tie_stories` finds stories, on texts labelled by the event they report, beside TF-IDF.

    python tests/quality/stories.py FOLDER [--json]

FOLDER holds `labelled.jsonl` with `id`, `topic`, `story` and `sents` a line. B-cubed and pairwise F1, of ours and of
the baseline in the same run: scikit-learn's TF-IDF (plain counts, smoothed) and average linkage. For
`chosen_on_the_others` the threshold is chosen on the topics with an even number and reported on those with an odd one,
and the other way round; ours is also reported with the built-in one. The texts tell no dates: all are of one day; for
`several_days` each story is spread over a few days of a fortnight, several times at random, and linked day by day. For
`abroad` each text is given one of two languages at random, so that texts of two languages share only what a translation
keeps: the F1 of the pairs across them. That is kind, as names are spelt alike, and hard, as the texts are short.
For `series_apart` an outlet prints four pages a day among them under returning headlines (the weather, the stars, what
is on, a live page), each of 60 words out of 80 of its own: the share that is in no story with one of another day.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations
from math import log, sqrt
from pathlib import Path
from statistics import mean

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from flows.knowledge import common_words
from tests.quality.command import folder_parser, show
from transforms.analyse.clusters import cluster
from transforms.analyse.day import StoryText, split_words
from transforms.analyse.stories import MIN_SIMILARITY, tie_stories
from transforms.analyse.ties import held_together

_START = datetime(2026, 3, 8, tzinfo=UTC)
_THRESHOLDS = [step / 100 for step in range(6, 26)]
_TIMES = 5
_COMMON = {language: common_words(language) for language in ("en", "xx")}

_DAILY = ("The weather", "What the stars say for {date}", "On tonight: {date}", "Border war live: day {count}")

Clustering = dict[str, str]  # by text, a name of its cluster
Row = Mapping[str, object]


def measure(folder: Path) -> dict[str, float]:
    """The figures."""
    lines = (folder / "labelled.jsonl").read_text(encoding="utf-8").splitlines()
    rows = sorted((json.loads(line) for line in lines), key=lambda row: str(row["id"]))
    gold = {str(row["id"]): str(row["story"]) for row in rows}
    figures: dict[str, float] = {}
    for name, method in (("ours", _ours), ("tfidf", _tfidf)):
        figures |= {f"{name}_{key}": value for key, value in _chosen_on_the_others(rows, method).items()}
    precision, recall = b_cubed(_ours(rows, MIN_SIMILARITY), gold)
    figures |= {"ours_precision": precision, "ours_recall": recall, "ours_b3": f1(precision, recall)}
    figures["ours_pairs_f1"] = pairs_f1(_ours(rows, MIN_SIMILARITY), gold)
    spread = [_held(_spread(rows, seed)) for seed in range(_TIMES)]
    figures["several_days_b3"] = mean(f1(*b_cubed(found, gold)) for found in spread)
    figures["several_days_pairs_f1"] = mean(pairs_f1(found, gold) for found in spread)
    figures["abroad_pairs_f1"] = mean(_abroad(rows, gold, seed) for seed in range(_TIMES))
    figures["series_apart"] = _series_apart(spread_texts=_spread(rows, 0))
    return {**{key: round(value, 4) for key, value in figures.items()}, "texts_per_cpu_second": _texts_per_second()}


def _chosen_on_the_others(
    rows: Sequence[Row], method: Callable[[Sequence[Row], float], Clustering]
) -> dict[str, float]:
    """B-cubed and pairwise F1 of both halves together, each by the threshold that was best on the other."""
    halves = [[row for row in rows if int(str(row["topic"])) % 2 == parity] for parity in (0, 1)]
    gold = {str(row["id"]): str(row["story"]) for row in rows}
    found: Clustering = {}
    for chosen_on, reported_on in (halves, halves[::-1]):
        own = {str(row["id"]): str(row["story"]) for row in chosen_on}
        best = max(_THRESHOLDS, key=lambda threshold: f1(*b_cubed(method(chosen_on, threshold), own)))
        found |= method(reported_on, best)
    return {
        "chosen_on_the_others_b3": f1(*b_cubed(found, gold)),
        "chosen_on_the_others_pairs_f1": pairs_f1(found, gold),
    }


# --- two methods -----------------------------------------------------------------------------------------------------


def _ours(rows: Sequence[Row], threshold: float) -> Clustering:
    texts = [_text(row, _START + timedelta(seconds=second)) for second, row in enumerate(rows)]
    return _held(texts, threshold)


def _held(texts: Sequence[StoryText], threshold: float = MIN_SIMILARITY) -> Clustering:
    ties = tie_stories(texts, _COMMON, min_similarity=threshold)
    pairs = ((tie.article_id, tie.tied_id) for tie in ties if tie.tied_id is not None)
    return {one: part[0] for part in held_together([text.article_id for text in texts], pairs) for one in part}


def _tfidf(rows: Sequence[Row], threshold: float) -> Clustering:
    counts = [Counter(split_words("\n".join(_sentences(row)))) for row in rows]
    held = Counter(word for own in counts for word in own)
    weights = [
        {word: count * (log((1 + len(rows)) / (1 + held[word])) + 1) for word, count in own.items()} for own in counts
    ]
    norms = [sqrt(sum(value * value for value in own.values())) for own in weights]
    near: list[dict[int, float]] = [{} for _ in rows]
    for one, other in combinations(range(len(rows)), 2):
        product = sum(value * weights[other].get(word, 0.0) for word, value in weights[one].items())
        near[one][other] = near[other][one] = product / (norms[one] * norms[other])
    return {str(rows[one]["id"]): str(rows[part[0]]["id"]) for part in cluster(near, threshold) for one in part}


# --- texts -----------------------------------------------------------------------------------------------------------


def _sentences(row: Row) -> list[str]:
    sentences = row["sents"]
    assert isinstance(sentences, list)
    return sentences


def _text(row: Row, published_at: datetime) -> StoryText:
    return StoryText(str(row["id"]), published_at.date(), published_at, "", "\n\n".join(_sentences(row)), "en")


def _spread(rows: Sequence[Row], seed: int) -> list[StoryText]:
    """Each story from some day of a fortnight on, half of it within a day, nearly all of it within five."""
    rng = random.Random(seed)
    begins = {story: rng.randrange(14) for story in sorted({str(row["story"]) for row in rows})}
    return [
        _text(row, _START + timedelta(days=begins[str(row["story"])] + min(rng.expovariate(1 / 1.5), 10)))
        for row in rows
    ]


def _abroad(rows: Sequence[Row], gold: Mapping[str, str], seed: int) -> float:
    rng = random.Random(seed)
    texts = [
        replace(_text(row, _START + timedelta(seconds=n)), language=rng.choice(("en", "xx")))
        for n, row in enumerate(rows)
    ]
    found, language = _held(texts), {text.article_id: text.language for text in texts}
    return _f1_of_pairs(found, gold, lambda one, other: language[one] != language[other])


def _series_apart(spread_texts: Sequence[StoryText]) -> float:
    pages = [_page(kind, day) for kind in range(len(_DAILY)) for day in range(14)]
    found = _held([*spread_texts, *pages])
    kinds = Counter((page.article_id[:7], found[page.article_id]) for page in pages)
    return mean(kinds[page.article_id[:7], found[page.article_id]] == 1 for page in pages)


def _page(kind: int, day: int) -> StoryText:
    rng = random.Random(100 * kind + day)
    body = " ".join(rng.sample([f"{'wstl'[kind]}ord{number}" for number in range(80)], 60))
    at = _START + timedelta(days=day, hours=6)
    title = _DAILY[kind].format(date=f"{at:%A, %d %B}", count=990 + day)
    return StoryText(f"daily {kind} {day:02}", at.date(), at, title, body, "en", outlet_id="daily")


def _texts_per_second() -> float:
    """Of 5,000 texts of 400 words in one window."""
    rng = random.Random(1)
    words = [f"w{number}" for number in range(40_000)]
    weights = [1 / (rank + 1) for rank in range(40_000)]
    texts = [
        StoryText(
            f"{n:012}",
            _START.date(),
            _START + timedelta(seconds=n),
            "",
            " ".join(rng.choices(words, weights, k=400)),
            "xx",
        )
        for n in range(5_000)
    ]
    begun = time.process_time()
    tie_stories(texts)
    return round(len(texts) / (time.process_time() - begun), 1)


# --- scores ----------------------------------------------------------------------------------------------------------


def b_cubed(found: Mapping[str, str], gold: Mapping[str, str]) -> tuple[float, float]:
    """Precision and recall of a clustering (Bagga and Baldwin, 1998), means over the things clustered."""
    both = Counter((found[key], gold[key]) for key in gold)
    found_sizes, gold_sizes = Counter(found[key] for key in gold), Counter(gold.values())
    precision = mean(both[found[key], gold[key]] / found_sizes[found[key]] for key in gold)
    recall = mean(both[found[key], gold[key]] / gold_sizes[gold[key]] for key in gold)
    return precision, recall


def f1(precision: float, recall: float) -> float:
    """Their harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def pairs_f1(found: Mapping[str, str], gold: Mapping[str, str]) -> float:
    """F1 of the pairs that are in one cluster."""
    return _f1_of_pairs(found, gold, lambda one, other: one != other)


def _f1_of_pairs(found: Mapping[str, str], gold: Mapping[str, str], counts: Callable[[str, str], bool]) -> float:
    said = right = true = 0
    for one, other in combinations(sorted(gold), 2):
        if counts(one, other):
            said += found[one] == found[other]
            true += gold[one] == gold[other]
            right += found[one] == found[other] and gold[one] == gold[other]
    return f1(right / max(1, said), right / max(1, true))


def main() -> None:
    options = folder_parser(__doc__).parse_args()
    show(measure(options.folder), as_json=options.json)


if __name__ == "__main__":
    main()
