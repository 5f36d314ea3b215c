"""How much of real feeds is read: ours beside plain feedparser on the same bytes.

    python tests/quality/feeds.py [FOLDER] [--differences] [--json]

FOLDER holds feed documents (default: $DATELINE_FEEDS_CORPUS); where FOLDER.jsonl lies beside it, its `file` and `host`
tell from which host a document came. An entry is complete when it has a title, a time between 1990 and 2099, and an
http link that is absolute and none of the document's enclosures. Both readers are judged by the same rules and get
the same base address. `--differences` prints every entry whose link or time the two read differently, to be checked.
"""

from __future__ import annotations

import calendar
import io
import json
import os
import re
import sys
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import feedparser

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.quality.command import show
from transforms.collect.feeds import parse_feed
from transforms.records.collect import ParsedFeed
from transforms.urls import normalise_url

ENCLOSURE = re.compile(r"<enclosure\s[^<>]*?\burl\s*=\s*[\"']([^\"'<>]+)")


@dataclass(frozen=True)
class Seen:
    """What a reader made of an entry."""

    link: str | None
    title: str
    time: datetime | None

    @property
    def is_complete(self) -> bool:
        return bool(self.link and self.title and self.time)


Reader = Callable[[bytes, str], list[Seen]]


@dataclass
class Score:
    """Sums over all documents of one reader."""

    feeds: int = 0
    entries: list[Seen] = field(default_factory=list)
    complete_feeds: int = 0
    seconds: float = 0.0


def main() -> None:
    arguments = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    folder = Path(arguments[0] if arguments else os.environ["DATELINE_FEEDS_CORPUS"])
    hosts = _hosts(folder)
    ours, plain = Score(), Score()
    lost = []
    for path in sorted(path for path in folder.iterdir() if path.is_file()):
        content, base = path.read_bytes(), f"https://{hosts.get(path.name, 'unknown.example')}/"
        left, right = _run(_ours, content, base, ours), _run(_plain, content, base, plain)
        if right and not left:
            lost.append(path.name)
        if "--differences" in sys.argv:
            _print_differences(path.name, left, right)
    if "--json" in sys.argv:
        show({**_figures("ours", ours), **_figures("feedparser", plain)}, as_json=True)
        return
    _print_score("dateline", ours)
    _print_score("feedparser", plain)
    print(f"feeds that only feedparser reads: {', '.join(lost) or 'none'}")


def _hosts(folder: Path) -> dict[str, str]:
    listing = folder.with_suffix(".jsonl")
    lines = listing.read_text(encoding="utf-8").splitlines() if listing.exists() else []
    return {row["file"]: row["host"] for row in map(json.loads, lines) if row.get("host")}


def _run(reader: Reader, content: bytes, base: str, score: Score) -> list[Seen]:
    started = time.perf_counter()
    seen = reader(content, base)
    score.seconds += time.perf_counter() - started
    enclosures = {normalise_url(url) for url in ENCLOSURE.findall(content.decode("utf-8", "replace"))}
    seen = [replace(entry, link=None) if entry.link in enclosures else entry for entry in seen]
    score.feeds += bool(seen)
    score.entries += seen
    score.complete_feeds += bool(seen) and all(entry.is_complete for entry in seen)
    return seen


def _ours(content: bytes, base: str) -> list[Seen]:
    feed = parse_feed(content, "", base)
    entries = feed.entries if isinstance(feed, ParsedFeed) else ()
    return [Seen(entry.url, entry.title, entry.published_at or entry.updated_at) for entry in entries]


def _plain(content: bytes, base: str) -> list[Seen]:
    try:
        parsed = feedparser.parse(io.BytesIO(content), response_headers={"content-location": base})
    except Exception:  # noqa: BLE001 - what plain feedparser does on some documents is part of the comparison
        return []
    return [_plain_entry(dict(entry)) for entry in parsed.entries]


def _plain_entry(entry: dict[str, object]) -> Seen:
    link = normalise_url(str(entry.get("feedburner_origlink") or entry.get("link") or ""))
    parsed = entry.get("published_parsed") or entry.get("created_parsed") or entry.get("updated_parsed")
    return Seen(link, str(entry.get("title") or ""), _plausible(parsed))


def _plausible(parsed: object) -> datetime | None:
    if not isinstance(parsed, time.struct_time) or not 1990 <= parsed.tm_year <= 2099:
        return None
    return datetime.fromtimestamp(calendar.timegm(parsed), tz=UTC)


def _figures(name: str, score: Score) -> dict[str, float]:
    complete = sum(entry.is_complete for entry in score.entries)
    return {
        f"{name}_feeds": score.feeds,
        f"{name}_entries": len(score.entries),
        f"{name}_complete": round(complete / max(1, len(score.entries)), 4),
        f"{name}_feeds_per_second": round(score.feeds / score.seconds, 1),
    }


def _print_score(name: str, score: Score) -> None:
    entries = score.entries
    shares = {
        "link": sum(bool(entry.link) for entry in entries),
        "title": sum(bool(entry.title) for entry in entries),
        "time": sum(bool(entry.time) for entry in entries),
        "all three": sum(entry.is_complete for entry in entries),
    }
    told = ", ".join(f"{key} {count / max(1, len(entries)):.4f} ({count})" for key, count in shares.items())
    speed = f"{score.feeds / score.seconds:.0f} feeds/s"
    print(
        f"{name}: {score.feeds} feeds, {len(entries)} entries: {told}; {score.complete_feeds} feeds complete; {speed}"
    )


def _print_differences(name: str, ours: list[Seen], plain: list[Seen]) -> None:
    if len(ours) != len(plain):
        print(f"{name}: {len(ours)} entries, feedparser {len(plain)}")
        return
    for number, (left, right) in enumerate(zip(ours, plain, strict=True)):
        if (left.link, left.time) != (right.link, right.time):
            print(f"{name} {number}: {left.link} {left.time} | feedparser {right.link} {right.time}")


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    main()
