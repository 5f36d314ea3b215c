"""Link: the texts of a few days → copies and stories. What looks at many articles takes a frame."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import polars as pl

from flows.run import Run
from transforms.analyse.copies import copies_among, shingle_texts
from transforms.analyse.day import CopyText, StoryText
from transforms.analyse.stories import link_stories
from transforms.rows.link import CopyRow, StoryRow
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
    days = [day for day in texts.get_column("day").unique().sort().to_list() if day >= first]
    stories = _stories(run, _parents(texts, days), first)
    return run.stage("links", {"facts.copies": _copies(texts, days), "facts.stories": stories})


def _copies(texts: pl.DataFrame, days: Sequence[date]) -> list[CopyRow]:
    columns = texts.select("article_id", "outlet_id", "published_at", "body", "byline")
    shingled = shingle_texts([CopyText(*row) for row in columns.iter_rows()])
    dated = list(zip(texts.get_column("day").to_list(), shingled, strict=True))
    rows: list[CopyRow] = []
    for day in days:
        window = [text for other, text in dated if day - _WINDOW <= other <= day]
        todays = {text.article.article_id for other, text in dated if other == day}
        rows += [
            CopyRow(copy.article_id, copy.copy_group_id, copy.role, copy.similarity, copy.containment)
            for copy in copies_among(window, _agencies(texts, day))
            if copy.article_id in todays
        ]
    return rows


def _agencies(texts: pl.DataFrame, day: date) -> dict[str, str]:
    """The names of the agencies in the window of a day, by outlet."""
    window = texts.filter(pl.col("day").is_between(day - _WINDOW, day) & pl.col("is_agency"))
    return dict(window.select("outlet_id", "outlet").unique().sort("outlet_id").iter_rows())


def _parents(texts: pl.DataFrame, days: Sequence[date]) -> Parents:
    told = [
        StoryText(
            row["article_id"], row["day"], row["published_at"], row["title"], row["lede"], row["body"], row["language"],
            tuple(row["actor_names"]),
        )
        for row in texts.iter_rows(named=True)
    ]  # fmt: skip
    return {link.article_id: (link.parent_id, link.similarity) for link in link_stories(told, days=days)}


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
