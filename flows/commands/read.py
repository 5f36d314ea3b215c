"""dateline read."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from flows.answers import header, rules_of
from flows.commands.outline import as_outline
from flows.commands.reading_object import as_object
from flows.commands.reading_page import as_page
from flows.commands.talk import as_json, out, say
from flows.errors import ProjectError, SettingsError
from flows.execution import Killed, Workers
from flows.fetch import FetchRequest, FetchResult, fetch_all
from flows.knowledge import SEEDS, knowledge
from flows.project import Project, open_project
from flows.run import Run, utc_now
from flows.settings import load_settings
from transforms.extract.article import extract_article
from transforms.extract.plain import article_from_text
from transforms.records.analyse import Reading
from transforms.records.extract import Article, Page, Rejected
from warehouse.seeds import read_topics

_AT_ONCE = 50  # pages in memory at once, and a batch for the model


Source = Annotated[str, Parameter(allow_leading_hyphen=True)]  # - is stdin, not an option


def read(*sources: Source, text: bool = False, json: bool = False, html: bool = False, url: str = "") -> int:
    """Show everything that Dateline would store of a page: a readable outline, HTML, or one JSON object a page.

    Parameters
    ----------
    sources
        Files or addresses; - is stdin.
    text
        The sources are plain text, not HTML.
    json
        One JSON object a page, with all offsets into `body`.
    html
        One HTML page, in which all that was found is marked where it stands.
    url
        The address that a file was fetched from: relative links and the outlet depend on it.
    """
    failed = 0
    words = list(sources) or ["-"]
    if unknown := [word for word in words if word.startswith("--")]:
        raise SettingsError(f"there is no option {unknown[0]}; see `dateline read --help`")
    if html and json:
        raise SettingsError("--html and --json exclude each other: choose one")
    read_here: list[tuple[Article, Reading]] = []
    for start in range(0, len(words), _AT_ONCE):
        for source, article, reading in _readings(words[start : start + _AT_ONCE], text=text, url=url):
            failed += isinstance(article, Rejected)
            if html and isinstance(article, Article) and reading is not None:
                read_here.append((article, reading))
            else:
                _print(source, article, reading, json=json)
    if read_here:
        out(as_page(read_here, _labels()))
    return 1 if failed else 0


def _readings(
    sources: Sequence[str], *, text: bool, url: str
) -> Iterator[tuple[str, Article | Rejected, Reading | None]]:
    from transforms.analyse.reader import read_articles

    project = _project_or_none()
    with Workers(1, project.settings.worker_memory_mb) as workers:
        found = [(source, _article(source, Reader(project, workers), text=text, url=url)) for source in sources]
    articles = [article for _, article in found if isinstance(article, Article)]
    readings = iter(read_articles(articles, knowledge(SEEDS)) if articles else [])
    for source, article in found:
        yield source, article, next(readings) if isinstance(article, Article) else None


def _print(source: str, article: Article | Rejected, reading: Reading | None, *, json: bool) -> None:
    if isinstance(article, Rejected) or reading is None:
        assert isinstance(article, Rejected)
        if json:
            out(as_json({"source": source, "rejected": article.reason, "detail": article.detail}))
        say(f"dateline: {source}: no article: {article.reason}: {article.detail}")
    elif json:
        out(as_json({"source": source, **as_object(article, reading, _labels())}))
    else:
        out(as_outline(article, reading, _labels()))


@cache
def _labels() -> dict[str, str]:
    return {topic.topic_id: topic.label for topic in read_topics(SEEDS / "topics.csv")}


@dataclass(frozen=True)
class Reader:
    """Reads pages in a worker process: a hostile one must cost no more than the settings allow."""

    project: Project
    workers: Workers

    def read(self, page: Page) -> Article | Rejected:
        """What it makes of the page."""
        (outcome,) = self.workers.run(extract_article, [page], self.project.settings.extract_seconds)
        if not isinstance(outcome, Killed):
            return outcome
        reason: Literal["timeout", "crashed"] = "timeout" if outcome.reason == "timeout" else "crashed"
        return Rejected(reason, outcome.detail or "reading it took more time or memory than the settings allow")


def _article(source: str, reader: Reader, *, text: bool, url: str) -> Article | Rejected:
    if source.startswith(("http://", "https://")):
        return _from_web(source, reader)
    try:
        content = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except OSError as error:
        return Rejected("empty", f"the file cannot be read: {error.strerror or error}")
    if text:
        return article_from_text(content.decode("utf-8", "replace"), url)
    return reader.read(Page(url or f"file:{source}", content, "", datetime.now(UTC)))


def _from_web(url: str, reader: Reader) -> Article | Rejected:
    project = reader.project
    results: list[FetchResult] = []
    rules = rules_of(Run(project), project.settings.page_max_mb)
    fetch_all([FetchRequest(url, url, None, None)], replace(rules, host_delay_s=0), results.append, utc_now)
    (result,) = results
    if result.outcome != "ok":
        return Rejected("empty", result.error or result.outcome)
    page = Page(result.final_url, result.content, header(result, "content-type") or "", result.fetched_at)
    return reader.read(page)


def _project_or_none() -> Project:
    """The project for its settings; the defaults where there is none: reading a page needs no project."""
    try:
        return open_project()
    except ProjectError:
        return Project(Path.cwd(), load_settings(Path("/nonexistent"), os.environ))
