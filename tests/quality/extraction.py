"""How well pages are read, ours beside plain trafilatura on the same bytes in the same run.

    python tests/quality/extraction.py FOLDER [--limit N] [--half dev|held] [--json]

FOLDER holds pages.jsonl, pages/ID.html.gz and truth/ID.json. Halves are drawn by a hash of the site, so that no site
is in both: build on `dev`, and believe `held`.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import logging
import re
import sys
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from transforms.extract.article import extract_article
from transforms.records.extract import Article, Page

TOKEN = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]|[^\W\u3040-\u9fff\uac00-\ud7af\u0e00-\u0e7f]+"
)
QUOTES = str.maketrans("‘’‚‛`´“”„‟«»‹›–—−‐‑", "''''''\"\"\"\"\"\"''-----")
ORGANISATION = re.compile(
    r"\b(press|news\w*|agenc\w+|agentur|redaktion|team|staff|editor\w*|desk|media|magazine|times|post|group|inc|llc|"
    r"company|store|studio\w*|services?|marketing|reporter)\b|\.(com|de|net|org)\b",
    re.IGNORECASE,
)
CREDENTIALS = re.compile(
    r",\s*(?:[A-Z]{2,5}|Ph\.?D|M\.?D|[JS]r|[A-Z]\w* of .*)\b.*$|,.*\b(?:director|ceo|editor|writer)\b.*$", re.I
)


@dataclass(frozen=True)
class Reading:
    """What one system said of one page."""

    title: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""  # ISO 8601, with a time and zone where known
    text: str = ""


@dataclass
class Scores:
    """Sums of scores by measure, with how often each was taken; and the processor time spent."""

    sums: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    counts: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    seconds: float = 0.0
    pages: int = 0

    def add(self, measures: dict[str, float]) -> None:
        for name, value in measures.items():
            self.sums[name] += value
            self.counts[name] += 1

    def means(self) -> dict[str, float]:
        figures = {name: round(self.sums[name] / count, 4) for name, count in self.counts.items()}
        figures["pages_per_cpu_second"] = round(self.pages / self.seconds, 2) if self.seconds else 0.0
        return figures


def read_ours(page: Page) -> Reading:
    found = extract_article(page)
    if not isinstance(found, Article):
        return Reading()
    published = found.published_at
    zone = timezone(timedelta(minutes=found.published_offset_minutes or 0))
    stamp = "" if published is None else published.astimezone(zone).isoformat()
    return Reading(found.title, found.authors, stamp if found.published_precision == "time" else stamp[:10], found.body)


def read_trafilatura(page: Page) -> Reading:
    import trafilatura

    found = trafilatura.bare_extraction(page.content, url=page.url, with_metadata=True)
    if found is None:
        return Reading()
    authors = tuple(name.strip() for name in (found.author or "").split(";") if name.strip())
    return Reading(found.title or "", authors, found.date or "", found.text or "")


def token_f1(ours: str, truth: str) -> float:
    """The F1 of two bags of lower-case words (of characters, where words are not spaced)."""
    mine, theirs = (Counter(TOKEN.findall(unicodedata.normalize("NFC", text).casefold())) for text in (ours, truth))
    common = sum((mine & theirs).values())
    return 2 * common / (mine.total() + theirs.total()) if common else 0.0


def folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).translate(QUOTES).split())


def name_set(names: Iterable[str]) -> set[str]:
    return {folded(name).casefold() for name in names if name}


def set_f1(mine: set[str], theirs: set[str]) -> float:
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine or theirs else 1.0


def people_of(names: Iterable[str], site: str) -> set[str]:
    """The people among the names, without credentials; "A and B" are two. No organisation word, not the site."""
    label = re.sub(r"\W", "", site.rpartition(".")[0].rpartition(".")[2])
    parts = [CREDENTIALS.sub("", part) for name in names for part in re.split(r" and | & |(?<=\w\w), (?=[^,]* )", name)]
    folded_parts = name_set(part.strip(" .,") for part in parts if not ORGANISATION.search(part))
    return {part for part in folded_parts if len(part.split()) > 1 and label not in re.sub(r"\W", "", part)}


def is_same_instant(ours: str, truth: str) -> bool:
    try:
        mine, theirs = (datetime.fromisoformat(text) for text in (ours, truth))
    except ValueError:
        return False
    if mine.tzinfo is None or len(ours) <= 10:
        return False
    return abs((mine.astimezone(UTC) - theirs.astimezone(UTC)).total_seconds()) <= 60


def is_same_day(ours: str, truth: str) -> bool:
    """The day is right: as printed in the truth's zone where ours has a time, else as printed."""
    if len(ours) > 10 and re.search(r"[+-]\d\d:\d\d$", truth):
        zone = datetime.fromisoformat(truth).tzinfo
        ours = datetime.fromisoformat(ours).astimezone(zone).isoformat()
    return bool(ours) and ours[:10] == truth[:10]


def measure(reading: Reading, truth: dict[str, Any]) -> dict[str, float]:
    measures = {"has_text": float(bool(reading.text))}
    if truth.get("text"):
        measures["body_f1"] = token_f1(reading.text, truth["text"])
    if truth.get("title"):
        measures["title_exact"] = float(folded(reading.title) == folded(truth["title"]))
    measures |= measure_authors(reading, truth)
    return measures | measure_date(reading, str(truth.get("date") or ""))


def measure_authors(reading: Reading, truth: dict[str, Any]) -> dict[str, float]:
    """Against the truth as it is, and where it names only people ("people": organisations are not authors to us)."""
    if not truth.get("authors"):
        return {}
    mine, theirs = name_set(reading.authors), name_set(truth["authors"])
    measures = {"author_exact": float(mine == theirs), "author_f1": set_f1(mine, theirs)}
    if people := people_of(truth["authors"], truth.get("site", "")):
        mine = people_of(reading.authors, truth.get("site", ""))
        measures["author_exact_people"] = float(mine == people)
        measures["author_f1_people"] = set_f1(mine, people)
    return measures


def measure_date(reading: Reading, truth: str) -> dict[str, float]:
    measures = {}
    if len(truth) >= 10:
        measures["date_day"] = float(is_same_day(reading.published, truth))
    if re.search(r"\d\d:\d\d.*[+-]\d\d:\d\d$", truth):
        measures["date_time"] = float(is_same_instant(reading.published, truth))
    return measures


def half_of(site: str) -> str:
    return "dev" if hashlib.sha256(site.encode()).digest()[0] % 2 else "held"


def read_cases(folder: Path, half: str, limit: int) -> Iterator[tuple[dict[str, Any], Page, dict[str, Any]]]:
    """Every n-th page of the half, so that a limit still sees each pack."""
    rows = [json.loads(line) for line in (folder / "pages.jsonl").read_text("utf-8").splitlines()]
    rows = [row for row in rows if not half or half_of(row["site"]) == half]
    step = max(1, len(rows) // limit) if limit else 1
    for row in rows[::step]:
        content = gzip.decompress((folder / "pages" / f"{row['id']}.html.gz").read_bytes())
        truth = json.loads((folder / "truth" / f"{row['id']}.json").read_text("utf-8"))
        yield row, Page(row["url"], content, "text/html", datetime(2026, 11, 21, tzinfo=UTC)), truth


SYSTEMS = {"ours": read_ours, "trafilatura": read_trafilatura}


def evaluate(folder: Path, half: str, limit: int) -> dict[str, dict[str, dict[str, float]]]:
    """Mean scores by pack ("all" for every page) and system."""
    scores: dict[str, dict[str, Scores]] = defaultdict(lambda: defaultdict(Scores))
    for number, (row, page, truth) in enumerate(read_cases(folder, half, limit)):
        # The second to read a page finds trafilatura's caches warm: each goes first every other time.
        for system, read in sorted(SYSTEMS.items(), reverse=bool(number % 2)):
            started = time.process_time()
            reading = read(page)
            seconds = time.process_time() - started
            for group in ("all", row["pack"]):
                total = scores[group][system]
                total.add(measure(reading, truth))
                total.seconds += seconds
                total.pages += 1
    return {group: {name: by[name].means() for name in SYSTEMS} for group, by in scores.items()}


def show(figures: dict[str, dict[str, dict[str, float]]]) -> None:
    for group, by_system in figures.items():
        print(f"\n{group:24}" + "".join(f"{name:>14}" for name in by_system))
        for measure_name in sorted({name for means in by_system.values() for name in means}):
            cells = "".join(f"{means.get(measure_name, 0.0):14.4f}" for means in by_system.values())
            print(f"{measure_name:24}{cells}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, default=0, help="about how many pages to read, drawn evenly")
    parser.add_argument("--half", choices=["dev", "held"], default="", help="only one half of the sites")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)  # trafilatura writes a line for every page it cannot read
    figures = evaluate(options.folder, options.half, options.limit)
    if options.json:
        print(json.dumps(figures, indent=2))
    else:
        show(figures)


if __name__ == "__main__":
    main()
