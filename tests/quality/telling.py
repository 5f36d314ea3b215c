"""How well three sentences tell a text's news, against summaries that people wrote: ours beside the first three.

    python tests/quality/telling.py FOLDER [--json]

FOLDER holds `labelled.jsonl` with the news of GUM in CoNLL-U, whose heads carry up to five `summary`s and how salient
each entity is. ROUGE-1 and ROUGE-2 (F1, the mean over the summaries), and the share of salience, by summaries, of
the entities that the chosen sentences name. Rules were tuned on the texts with an even place, so both halves are told.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.quality.command import folder_parser, show
from transforms.digest.telling import Told, choose_sentences

_WORD = re.compile(r"\w+")
_BLOCK = re.compile(r"# newpar_block = (\w+).*?\((\d+) s\)")
_DATE = re.compile(r"\w+day, \w+ \d+, \d{4}")  # the line of Wikinews that stands for a dateline; no sentence to choose
_SALIENT = re.compile(r"(\d+) \((\d)")
_ENTITY = re.compile(r"\((\d+)-")

Choice = Callable[["Text"], Sequence[Told]]


@dataclass(frozen=True)
class Text:
    """A text of the folder: its headline, its sentences with the entities that each names, what people summed up."""

    title: str
    sentences: tuple[Told, ...]
    entities: tuple[frozenset[int], ...]
    summaries: tuple[str, ...]
    salience: dict[int, int]


def measure(folder: Path) -> dict[str, float]:
    """Figures of ours and of the first three sentences, for all texts and for both halves."""
    rows = map(json.loads, (folder / "labelled.jsonl").read_text(encoding="utf-8").splitlines())
    texts = [_read(row["conllu"]) for row in rows if row["genre"] == "news"]
    figures: dict[str, float] = {"texts": len(texts)}
    for half, some in (("", texts), ("tuned_on_", texts[::2]), ("other_half_", texts[1::2])):
        for name, choose in (("ours", _ours), ("lead3", _lead)):
            figures |= {f"{half}{name}_{key}": value for key, value in _figures(some, choose).items()}
    return figures


def _figures(texts: Sequence[Text], choose: Choice) -> dict[str, float]:
    chosen = [choose(text) for text in texts]
    pairs = list(zip(texts, chosen, strict=True))
    return {
        **{
            f"rouge_{size}": round(mean(_rouge(" ".join(one.text for one in found), text.summaries, size)
                                        for text, found in pairs), 4)
            for size in (1, 2)
        },
        "salience": round(mean(_salience(text, found) for text, found in pairs), 4),
        "words": round(mean(sum(len(one.text.split()) for one in found) for found in chosen), 1),
    }  # fmt: skip


def _ours(text: Text) -> list[Told]:
    return choose_sentences(text.sentences, [text.title])


def _lead(text: Text) -> Sequence[Told]:
    return text.sentences[:3]


def _rouge(told: str, summaries: Sequence[str], size: int) -> float:
    return mean(_overlap(_grams(told, size), _grams(summary, size)) for summary in summaries)


def _overlap(ours: Counter[tuple[str, ...]], theirs: Counter[tuple[str, ...]]) -> float:
    shared = sum((ours & theirs).values())
    return 2 * shared / max(1, sum(ours.values()) + sum(theirs.values()))


def _grams(text: str, size: int) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return Counter(zip(*(words[start:] for start in range(size)), strict=False))


def _salience(text: Text, chosen: Sequence[Told]) -> float:
    named = {entity for one in chosen for entity in text.entities[one.place]}
    return sum(score for entity, score in text.salience.items() if entity in named) / sum(text.salience.values())


def _read(conllu: str) -> Text:
    title, aside = "", 0  # how many sentences are still a heading or a caption
    sentences: list[Told] = []
    entities: list[set[int]] = []
    is_text = False
    for line in conllu.splitlines():
        if found := _BLOCK.match(line):
            aside = int(found[2]) if found[1] in ("head", "figure") else 0
        if line.startswith("# text = "):
            said = line.removeprefix("# text = ")
            title = title or said
            is_text = aside == 0 and not _DATE.fullmatch(said)
            aside = max(0, aside - 1)
            if is_text:
                sentences.append(Told("text", "Wikinews", len(sentences), said))
                entities.append(set())
        elif is_text and not line.startswith("#"):
            entities[-1] |= {int(number) for number in _ENTITY.findall(line)}
    heads = dict(line[2:].split(" = ", 1) for line in conllu.splitlines() if line.startswith("# meta::"))
    summaries = tuple(re.sub(r"^\(\w+\) ", "", value) for name, value in heads.items() if "summary" in name)
    salience = {int(number): int(score) for number, score in _SALIENT.findall(heads["meta::salientEntities"])}
    return Text(title, tuple(sentences), tuple(frozenset(some) for some in entities), summaries, salience)


def main() -> None:
    arguments = folder_parser(__doc__).parse_args()
    show(measure(arguments.folder), as_json=arguments.json)


if __name__ == "__main__":
    main()
