"""Link: the texts of a few days → ties between articles → copy groups and stories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import polars as pl

from flows.knowledge import SEEDS, agency_names, common_words
from flows.run import Run
from transforms.analyse.copies import tie_copies
from transforms.analyse.credits import find_credit
from transforms.analyse.day import CopyText, CopyTie, StoryText, StoryTie
from transforms.analyse.settled_copies import Printing, settle_copies
from transforms.analyse.settled_stories import Member, StoryChange, settle_stories
from transforms.analyse.stories import tie_stories
from transforms.ids import article_id
from transforms.rows.link import CopyRow, CopyTieRow, StoryChangeRow, StoryRow, StoryTieRow
from transforms.text import make_id
from transforms.urls import article_key

_WINDOW = timedelta(days=3)  # how far back a tie may reach
_DAY = timedelta(days=1)

Span = tuple[date, date]  # the first and the last day
Rows = dict[str, Sequence[object]]  # by table


def link_days(run: Run) -> None:
    """Tie the articles of every day that a touched day can reach, then settle the groups that the ties change."""
    run.do("settle groups", partial(settle_groups, run), [], "groups")  # what a killed run has left
    touched = [row["day"] for row in run.ask("touched_days")]
    if touched:
        reached = list(spans(touched))
        run.do("link days", partial(link_span, run), reached, "links")
        run.do("settle groups", partial(settle_groups, run), [reached], "groups")


def spans(days: Sequence[date]) -> Iterator[Span]:
    """First and last days to link again: each touched day and those that look back on it, joined where they meet."""
    first, last = days[0], days[0] + _WINDOW
    for day in days[1:]:
        if day > last + _DAY:
            yield first, last
            first = day
        last = day + _WINDOW
    yield first, last


# --- ties ------------------------------------------------------------------------------------------------------------


def link_span(run: Run, span: Span) -> Path:
    """Tie the articles of the days of a span, each by its own window, and leave the rows; returns the folder."""
    first, last = span
    texts = run.ask_frame("texts_of_days", first=first - _WINDOW, last=last)
    days = [day for day in texts.get_column("day").unique().sort().to_list() if day >= first]
    common = {language: common_words(language) for language in texts.get_column("language").unique().to_list()}
    copied = tie_copies([_copy_text(row) for row in texts.iter_rows(named=True)], days)
    told = tie_stories([_story_text(row) for row in texts.iter_rows(named=True)], common, days)
    rows: Rows = {
        "facts.copy_ties": [CopyTieRow(tie.article_id, tie.tied_id) for tie in copied],
        "facts.story_ties": [StoryTieRow(tie.article_id, tie.tied_id, tie.similarity, tie.is_parent) for tie in told],
    }
    return run.stage("links", rows)


def _copy_text(row: dict[str, Any]) -> CopyText:
    return CopyText(row["article_id"], row["day"], row["outlet_id"], row["published_at"], row["body"])


def _story_text(row: dict[str, Any]) -> StoryText:
    return StoryText(
        row["article_id"], row["day"], row["published_at"], row["title"], row["body"], row["language"],
        tuple(row["actor_names"]), tuple(row["place_ids"]), row["outlet_id"],
    )  # fmt: skip


# --- groups ----------------------------------------------------------------------------------------------------------


def settle_groups(run: Run, reached: Sequence[Span]) -> Path:
    """Settle the copy groups and the stories of the articles of some spans, and leave the rows; returns the folder."""
    days = [day for first, last in reached for day in pl.date_range(first - _WINDOW, last, eager=True).to_list()]
    stories, changes = _stories(run, days)
    rows: Rows = {"facts.copies": _copies(run, days), "facts.stories": stories, "facts.story_changes": changes}
    return run.stage("groups", rows)


def _copies(run: Run, days: Sequence[date]) -> list[CopyRow]:
    ties = [CopyTie(**row) for row in run.ask("copy_ties", days=days)]
    tied = sorted({one for tie in ties for one in (tie.article_id, tie.tied_id) if one is not None})
    agencies = {row["name"]: row["outlet_id"] for row in run.ask("agencies")} | agency_names(SEEDS)
    printings = [
        _printing(row, agencies)
        for row in run.ask_frame("printings", days=days, article_ids=tied).iter_rows(named=True)
    ]
    return [CopyRow(**vars(copy)) for copy in settle_copies(printings, ties)]


def _printing(row: dict[str, Any], agencies: dict[str, str]) -> Printing:
    credit = find_credit(row["byline"], row["body"], agencies)
    if row["credited_id"] is not None:
        credit = row["credited_id"], row["credited_text"]
    named = article_id(article_key(row["canonical_url"])) if row["canonical_url"] else None
    return Printing(
        article_id=row["article_id"],
        outlet_id=row["outlet_id"],
        published_at=row["published_at"],
        body=row["body"],
        is_agency=row["is_agency"],
        credited_id=credit[0] if credit else None,
        credited_text=credit[1] if credit else "",
        canonical_id=named if named != row["article_id"] else None,
        cited_id=row["cited_id"],
    )


def _stories(run: Run, days: Sequence[date]) -> tuple[list[StoryRow], list[StoryChangeRow]]:
    members = [Member(**row) for row in run.ask("story_members", days=days)]
    ids = [member.article_id for member in members]
    ties = [StoryTie(**row) for row in run.ask("story_ties", article_ids=ids)]
    taken = {row["story_id"] for row in run.ask("taken_story_ids", article_ids=ids)}
    stories, changes = settle_stories(members, ties, taken)
    return [StoryRow(**vars(story)) for story in stories], [_change_row(run, change) for change in changes]


def _change_row(run: Run, change: StoryChange) -> StoryChangeRow:
    found_at = run.started_at
    return StoryChangeRow(
        make_id("story change", found_at.isoformat(), change.from_story_id, change.story_id), found_at, **vars(change)
    )
