"""An article from plain text: what `dateline read --text` and pasted text give."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

from transforms.extract.article import BodyText, build_article
from transforms.extract.blocks import Block
from transforms.extract.boilerplate import Surroundings, sort_out, why_boilerplate
from transforms.extract.metadata import Metadata
from transforms.extract.times import Moment
from transforms.records.extract import Article
from transforms.text import clean_text, fold_space

_DATE_LINE = re.compile(
    r"(?:date(?:line)?|datum|fecha|published)\s*:?\s*(?P<stamp>\d{4}-\d\d-\d\d)$|(?P<bare>\d{4}-\d\d-\d\d)$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"[^:]{2,60}:(?:\s|$)")
_MAX_TITLE_WORDS, _MAX_TITLE_LENGTH = 25, 160
_TOP_LINES = 5  # a date further down belongs to the text


def article_from_text(
    text: str, url: str = "", title: str = "", published_at: datetime | None = None, language: str = ""
) -> Article:
    """The article that a plain text is; an empty text gives one with an empty body.

    A short first line without a full stop is its title, unless one is given; a line "date 2024-02-15" among the first
    is its dateline's date and, where no time is given, its day of publication. Lines of boilerplate are dropped.
    """
    lines = [line for raw in clean_text(text).splitlines() if (line := fold_space(raw))]
    day, lines = _take_date(lines)
    if not title and len(lines) > 1 and _is_title(lines[0]):
        title, lines = lines[0], lines[1:]
    blocks, dropped = sort_out([Block(line) for line in lines], Surroundings(title))
    published = _moment(published_at) or day
    metadata = Metadata(None, title, "", (), published, None, "", "", "")
    article = build_article(url, metadata, published, BodyText(blocks, 0, dropped, "text"), language)
    return article if day is None or article.dateline_date else replace(article, dateline_date=day.at.date())


def _take_date(lines: list[str]) -> tuple[Moment | None, list[str]]:
    """The day of the first line that is a date, and the other lines."""
    for position, line in enumerate(lines[:_TOP_LINES]):
        if found := _DATE_LINE.match(line):
            try:
                at = datetime.fromisoformat(found["stamp"] or found["bare"]).replace(tzinfo=UTC)
            except ValueError:
                continue
            return Moment(at, "day", None, "text"), lines[:position] + lines[position + 1 :]
    return None, lines


def _is_title(line: str) -> bool:
    """Short, without a full stop at its end, and not a label or a dateline with its text."""
    is_short = len(line.split()) <= _MAX_TITLE_WORDS and len(line) <= _MAX_TITLE_LENGTH
    return (
        is_short
        and not line.endswith((".", ":", "…", '."', ".”"))
        and not _LABEL.match(line)
        and not why_boilerplate(line)
    )


def _moment(at: datetime | None) -> Moment | None:
    if at is None:
        return None
    return Moment((at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC), "time", None, "given")
