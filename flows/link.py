"""Link: the texts of a few days → copies and stories. What looks at many articles takes a frame."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import polars as pl

from flows.run import Run
from transforms.analyse.copies import find_copies
from transforms.analyse.day import CopyText, StoryText
from transforms.analyse.stories import link_stories
from transforms.rows import CopyRow, StoryRow
from warehouse.daily import settle_stories

_WINDOW = timedelta(days=3)  # how far back a copy or a story may reach

Parents = dict[str, tuple[str | None, float]]  # by article: the one it follows, and how like it is


def link_days(run: Run) -> None:
    """Find the copies and the stories of every day that a touched day can reach."""
    touched = [row["day"] for row in run.ask("touched_days")]
    if not touched:
        return
    run.do("link days", partial(link_span, run), list(spans(touched)), "links")
    with run.project.warehouse.writing(publishing=False) as connection:
        settle_stories(connection)


def spans(days: Sequence[date]) -> Iterator[tuple[date, date]]:
    """First and last days to link again: each touched day and those that look back on it, joined where they meet."""
    first, last = days[0], days[0] + _WINDOW
    for day in days[1:]:
        if day > last + timedelta(days=1):
            yield first, last
            first = day
        last = day + _WINDOW
    yield first, last


def link_span(run: Run, span: tuple[date, date]) -> Path:
    """Link the days of a span, each by its own window, and leave the rows; returns the folder."""
    first, last = span
    texts = run.ask_frame("texts_of_days", first=first - _WINDOW, last=last)
    copies: list[CopyRow] = []
    parents: Parents = {}
    for day in texts.get_column("day").unique().sort().to_list():
        if day >= first:
            window = texts.filter(pl.col("day").is_between(day - _WINDOW, day))
            copies += _copies(window, day)
            parents |= _parents(window, day)
    return run.stage("links", {"facts.copies": copies, "facts.stories": _stories(run, parents, first)})


def _copies(window: pl.DataFrame, day: date) -> list[CopyRow]:
    columns = window.select("article_id", "outlet_id", "published_at", "body", "byline")
    agencies = dict(window.filter("is_agency").select("outlet_id", "outlet").unique().sort("outlet_id").iter_rows())
    todays = _articles_of(window, day)
    return [
        CopyRow(copy.article_id, copy.copy_group_id, copy.role, copy.similarity, copy.containment)
        for copy in find_copies([CopyText(*row) for row in columns.iter_rows()], agencies)
        if copy.article_id in todays
    ]


def _parents(window: pl.DataFrame, day: date) -> Parents:
    texts = [
        StoryText(
            row["article_id"], row["day"], row["published_at"], row["title"], row["lede"], row["body"], row["language"],
            tuple(row["actor_names"]),
        )
        for row in window.iter_rows(named=True)
    ]  # fmt: skip
    return {link.article_id: (link.parent_id, link.similarity) for link in link_stories(texts, days=[day])}


def _articles_of(window: pl.DataFrame, day: date) -> set[str]:
    return set(window.filter(pl.col("day") == day).get_column("article_id"))


def _stories(run: Run, parents: Parents, first: date) -> list[StoryRow]:
    """The story of each article: that of the article it follows, back to the one that follows none."""
    before = run.ask("stories_before", day=first, reach=first - _WINDOW)
    story_of: dict[str, str] = {row["article_id"]: row["story_id"] for row in before}

    def root(article_id: str) -> str:
        seen = [article_id]
        while seen[-1] not in story_of:
            parent = parents.get(seen[-1], (None, 0.0))[0]
            if parent is None:
                story_of[seen[-1]] = seen[-1]
            else:
                seen.append(parent)
        return story_of[seen[-1]]

    return [StoryRow(article, root(article), parent, score) for article, (parent, score) in sorted(parents.items())]
