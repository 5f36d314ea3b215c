"""How long reading takes, by step, and whether memory stays flat.

    python bench/analyse.py [--articles 300] [--pages FOLDER] [--json]
    python bench/analyse.py --articles 10000 --memory    # no timers: memory after each tenth, and the peak

Articles are the sample newsroom's many times over, or the pages (.html, .html.gz) of FOLDER. They are extracted first,
which is not counted, and then read in batches as workers read them, in one process on one core. A step's time is its
own: of what it calls, steps are counted for themselves. Steps are the parts of the models, and every function that
transforms/analyse/reader.py and actors.py call to find something.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import json
import os
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

os.environ["OMP_NUM_THREADS"] = "1"
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from corpus import make_sites

from flows.demo import LAST_DAY, late_on
from flows.knowledge import SEEDS, knowledge
from transforms.analyse import actors, reader
from transforms.analyse.name_tagger import NameTagger
from transforms.extract.article import extract_article
from transforms.records.extract import Article, Page

_BATCH = 10  # as flows/analyse.py gives them to a worker
_FINDS = ("find_", "identify", "parse_", "located", "settle_", "repeated_", "speaking_", "add_")


@dataclass
class Clock:
    """Processor time by step; what a step calls is charged to that."""

    seconds: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    _open: list[str] = field(default_factory=list)
    _since: float = 0.0

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        self._charge()
        self._open.append(name)
        try:
            yield
        finally:
            self._charge()
            self._open.pop()

    def _charge(self) -> None:
        now = time.process_time()
        if self._open:
            self.seconds[self._open[-1]] += now - self._since
        self._since = now

    def each(self, name: str, items: Iterable[Any]) -> Iterator[Any]:
        """The items, the time of making each charged to the step."""
        iterator = iter(items)
        while True:
            with self.step(name):
                try:
                    item = next(iterator)
                except StopIteration:
                    return
            yield item


class _Timed:
    """A part of the model that says how long it takes."""

    def __init__(self, name: str, part: Any, clock: Clock) -> None:
        self._name, self._part, self._clock = name, part, clock

    def pipe(self, docs: Iterable[Any], **how: Any) -> Iterator[Any]:
        return self._clock.each(self._name, self._part.pipe(docs, **how))

    def __call__(self, doc: Any) -> Any:
        with self._clock.step(self._name):
            return self._part(doc)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._part, name)


# --- articles --------------------------------------------------------------------------------------------------------


def sample_articles(count: int) -> Iterator[Article]:
    """Articles of the multiplied sample newsroom."""
    now = late_on(LAST_DAY)
    for host, site in make_sites(count).sites.items():
        for article in site.articles:
            reply = site.answer(host, article.path, {}, now)
            yield from _extracted(Page(f"https://{host}{article.path}", reply.body, "text/html", now))


def pages_of(folder: Path, count: int) -> Iterator[Article]:
    """Articles of the pages of a folder."""
    now = datetime.now(UTC)
    for path in islice(sorted([*folder.rglob("*.html"), *folder.rglob("*.html.gz")]), count):
        content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        yield from _extracted(Page(f"https://{path.name.split('.')[0]}.example/", content, "text/html", now))


def _extracted(page: Page) -> Iterator[Article]:
    found = extract_article(page)
    if isinstance(found, Article):
        yield found


# --- measuring -------------------------------------------------------------------------------------------------------


def time_steps(articles: list[Article]) -> dict[str, Any]:
    """Seconds by step, articles of 500 words a second, and milliseconds an article of 500 words by step."""
    known = knowledge(SEEDS)
    reader.read_articles(articles[:_BATCH], known)  # what is made at first use is not counted
    clock = Clock()
    _watch(known.models, clock)
    started = time.process_time()
    for batch in _batches(articles):
        with clock.step("all else"):
            reader.read_articles(batch, known)
    total = time.process_time() - started
    words = sum(len(article.body.split()) for article in articles)
    return {
        "articles": len(articles),
        "words": words,
        "articles_of_500_words_per_cpu_second": round(words / 500 / total, 2),
        "ms_per_500_words": {
            name: round(1000 * seconds * 500 / words, 3)
            for name, seconds in sorted(clock.seconds.items(), key=lambda item: -item[1])
        },
        "peak_mb": _peak_mb(),
    }


def _watch(models: Any, clock: Clock) -> None:
    for module in (reader, actors):
        for name, value in list(vars(module).items()):
            if callable(value) and name.startswith(_FINDS) and value.__module__.startswith("transforms."):
                setattr(module, name, _timed(value, name, clock))
    setattr(NameTagger, "find", _timed(NameTagger.find, "name model", clock))  # noqa: B010  mypy forbids the assignment
    for model in models.values():
        model._components[:] = [(name, _Timed(f"model: {name}", part, clock)) for name, part in model._components]


def _timed(find: Callable[..., Any], name: str, clock: Clock) -> Callable[..., Any]:
    @functools.wraps(find)
    def timed(*words: Any, **named: Any) -> Any:
        with clock.step(name):
            found = find(*words, **named)
        return clock.each(name, found) if isinstance(found, Iterator) else found

    return timed


def watch_memory(articles: Iterator[Article], count: int) -> dict[str, Any]:
    """Resident megabytes after each tenth of the articles, and the peak."""
    known = knowledge(SEEDS)
    seen: list[dict[str, float]] = []
    read = 0
    started = time.process_time()
    for batch in _batches(articles):
        reader.read_articles(batch, known)
        read += len(batch)
        if read * 10 // count > len(seen):
            seen.append({"articles": read, "resident_mb": _resident_mb()})
            print(f"{read:7} {_resident_mb():6.0f} MB", file=sys.stderr)
    return {"articles": read, "peak_mb": _peak_mb(), "after": seen, "cpu_seconds": round(time.process_time() - started)}


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    iterator = iter(articles)
    while batch := list(islice(iterator, _BATCH)):
        yield batch


def _resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return round(pages * resource.getpagesize() / 1e6, 1)


def _peak_mb() -> float:
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3, 1)


def show(figures: dict[str, Any]) -> None:
    """The figures for people, the costliest step first."""
    print("  ".join(f"{name} {value}" for name, value in figures.items() if not isinstance(value, (dict, list))))
    steps = figures.get("ms_per_500_words", {})
    for name, spent in steps.items():
        print(f"{spent:9.3f} ms {100 * spent / sum(steps.values()):5.1f} %  {name}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--pages", type=Path, help="a folder of pages, instead of the sample newsroom")
    parser.add_argument("--memory", action="store_true", help="look at memory, not at time")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    given = pages_of(options.pages, options.articles) if options.pages else sample_articles(options.articles)
    figures = watch_memory(given, options.articles) if options.memory else time_steps(list(given))
    if options.json:
        print(json.dumps(figures))
    else:
        show(figures)


if __name__ == "__main__":
    main()
