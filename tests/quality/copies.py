"""How well copies are found and told apart: near-copies planted by script in the texts of the sample newsroom.

    python tests/quality/copies.py seeds/sample/articles [--json]

Each text of 150 words or more is printed by other outlets, several times at random: `verbatim` with another dateline
and a word in a hundred changed; `trimmed` to the first 25 to 75 % of its paragraphs; `extended` by paragraphs of
other articles, 30 to 120 % of its length; `rewritten`: 25 to 45 % of its sentences exchanged or turned around, a word
in forty of the others changed. All are mixed with the sample's other articles, many on the same events. A pair is
right where both have the same source; a role is right where it is the one that was planted. A third of the copies
credit an agency of which nothing is here: `agency_right` is how often the text is then said to be its.
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.quality.command import folder_parser, show
from transforms.analyse.copies import tie_copies
from transforms.analyse.credits import find_credit
from transforms.analyse.day import Copy, CopyRole, CopyText
from transforms.analyse.settled_copies import Printing, settle_copies

_START = datetime(2026, 3, 8, 6, tzinfo=UTC)
_AGENCIES = {"Coastal Press Agency": "agency", "CPA": "agency"}
_ROLES: tuple[CopyRole, ...] = ("verbatim", "trimmed", "extended", "rewritten")
_COPIES = 3  # of each role and text
_LEAST_WORDS = 150
_SENTENCE_END = re.compile(r"(?<=[.!?”\"]) (?=[A-Z“\"])")


@dataclass(frozen=True)
class _Planted:
    """An article, the text that it prints, and how; `credits` where it names an agency."""

    article_id: str
    source: str
    role: str
    body: str
    minute: int
    credits: bool = False


def measure(folder: Path) -> dict[str, float]:
    """Precision and recall of pairs and of each role; how often a credited agency is named; speed."""
    planted = _plant(_read(folder), random.Random(4))
    begun = time.process_time()
    copies = _found(planted)
    seconds = time.process_time() - begun
    same = {frozenset(pair) for pair in _pairs({one.article_id: one.source for one in planted})}
    found = {frozenset(pair) for pair in _pairs({name: copy.copy_group_id for name, copy in copies.items()})}
    figures = {"pairs_precision": len(same & found) / len(found), "pairs_recall": len(same & found) / len(same)}
    said: Counter[str] = Counter(str(copy.role) for copy in copies.values())
    right = Counter(one.role for one in planted if copies[one.article_id].role == one.role)
    for role in _ROLES:
        figures[f"{role}_recall"] = right[role] / sum(one.role == role for one in planted)
        figures[f"{role}_precision"] = right[role] / max(1, said[role])
    credited = [one for one in planted if one.credits]
    figures["agency_right"] = sum(copies[one.article_id].origin_outlet_id == "agency" for one in credited) / len(
        credited
    )
    return {
        **{key: round(value, 4) for key, value in figures.items()},
        "texts_per_cpu_second": round(len(planted) / seconds, 1),
    }


def _found(planted: Sequence[_Planted]) -> dict[str, Copy]:
    texts, printings = [], []
    for one in planted:
        moment = _START + timedelta(minutes=one.minute)
        texts.append(CopyText(one.article_id, moment.date(), f"outlet of {one.article_id}", moment, one.body))
        credit = find_credit("", one.body, _AGENCIES)
        printings.append(
            Printing(
                one.article_id, f"outlet of {one.article_id}", moment, one.body, False, credit[0] if credit else None,
                credit[1] if credit else "", None, None,
            )
        )  # fmt: skip
    return {copy.article_id: copy for copy in settle_copies(printings, tie_copies(texts))}


def _pairs(groups: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    by_group: dict[str, list[str]] = {}
    for name, group in groups.items():
        by_group.setdefault(group, []).append(name)
    for members in by_group.values():
        yield from combinations(members, 2)


# --- planting --------------------------------------------------------------------------------------------------------


def _read(folder: Path) -> dict[str, str]:
    """The bodies of the articles by name, one of each name: what several outlets print in the sample counts once."""
    texts: dict[str, str] = {}
    for path in sorted(folder.glob("*/*.txt")):
        if "corrected" not in path.stem:
            texts.setdefault(
                path.stem, re.sub(r"^## ", "", path.read_text(encoding="utf-8").partition("\n\n")[2], flags=re.M)
            )
    return texts


def _plant(texts: Mapping[str, str], rng: random.Random) -> list[_Planted]:
    planted = [_Planted(name, name, "origin", body, 0) for name, body in texts.items()]
    others = [paragraph for body in texts.values() for paragraph in body.split("\n\n") if len(paragraph) > 80]
    for name, body in texts.items():
        if len(body.split()) < _LEAST_WORDS:
            continue
        for role in _ROLES:
            for number in range(_COPIES):
                copied = _changed(role, body, [other for other in others if other not in body], rng)
                is_credited = number % 2 == 1
                dateline = f"LISBON{' (CPA)' if is_credited else ''} — "
                minute = 5 + rng.randrange(600)
                planted.append(_Planted(f"{name} {role} {number}", name, role, dateline + copied, minute, is_credited))
    return planted


def _changed(role: str, body: str, others: Sequence[str], rng: random.Random) -> str:
    paragraphs = body.strip().split("\n\n")
    if role == "trimmed":
        return "\n\n".join(paragraphs[: max(1, round(len(paragraphs) * rng.uniform(0.25, 0.75)))])
    if role == "extended":
        own: list[str] = []
        wanted = len(body) * rng.uniform(0.3, 1.2)
        while sum(map(len, own)) < wanted:
            own.append(rng.choice(others))
        cut = rng.randrange(len(own) + 1)
        return "\n\n".join([*own[:cut], body, *own[cut:]])
    if role == "rewritten":
        share = rng.uniform(0.25, 0.45)
        return "\n\n".join(" ".join(_told_anew(paragraph, share, others, rng)) for paragraph in paragraphs)
    return _edited(body, 0.01, rng)


def _told_anew(paragraph: str, share: float, others: Sequence[str], rng: random.Random) -> list[str]:
    """Its sentences, some of them exchanged for others or with their halves turned around, the rest slightly edited."""
    told = []
    for sentence in _SENTENCE_END.split(paragraph):
        if rng.random() >= share:
            told.append(_edited(sentence, 0.025, rng))
        elif rng.random() < 0.5:
            told.append(rng.choice(_SENTENCE_END.split(rng.choice(others))))
        else:
            words = _edited(sentence, 0.2, rng).split(" ")
            told.append(" ".join([*words[len(words) // 2 :], *words[: len(words) // 2]]))
    return told


def _edited(text: str, share: float, rng: random.Random) -> str:
    return re.sub(r"[^\W\d_]+", lambda word: "reworded" if rng.random() < share else word[0], text)


def main() -> None:
    options = folder_parser(__doc__).parse_args()
    show(measure(options.folder), as_json=options.json)


if __name__ == "__main__":
    main()
