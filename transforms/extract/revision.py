"""From an extracted article to the rows that keep it: a new revision, or the news that the text is known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from transforms.records import Article, Rejected
from transforms.rows import (
    ArticleRow,
    DroppedRow,
    Extraction,
    ParagraphRow,
    RejectionRow,
    RevisionRow,
    SectionRow,
)
from transforms.text import make_id

Rows = dict[str, list[object]]

_MINOR = 0.95  # share of words in common from which a change counts as minor; a judgement, not tuned
_SOON = timedelta(days=1)  # zones and slow clocks put honest times this far ahead
_CORRECTION = re.compile(
    r"\b(correction|corrected|clarification|an earlier version)\b|korrigiert|berichtigung|rectificatif|fe de errata",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class PendingPage:
    """A fetched page that waits to be read, and the newest version known of its article, if any."""

    fetch_id: str
    article_id: str
    url: str
    content_type: str
    fetched_at: datetime
    archive_file: str
    archive_offset: int
    feed_title: str
    feed_published_at: datetime | None
    outlet_id: str
    first_seen_at: datetime
    last_no: int | None
    last_hash: str | None
    last_id: str | None
    last_title: str | None
    last_body: str | None


def rows_of_rejection(page: PendingPage, rejected: Rejected, method_id: str, now: datetime) -> Rows:
    """The rows that say why a page gave no article."""
    return {
        "ops.rejections": [
            RejectionRow(page.fetch_id, page.article_id, page.url, rejected.reason, rejected.detail, now)
        ],
        "ops.extractions": [Extraction(page.fetch_id, page.article_id, now, "rejected", None, method_id)],
    }


def rows_of_article(page: PendingPage, article: Article, method_id: str, now: datetime) -> Rows:
    """The rows that keep an article: its word on its time, and a revision with its parts where the text is new."""
    text_hash = make_id("text", article.title, article.body)
    rows: Rows = {"facts.articles": [_article_row(page, article)]}
    if text_hash == page.last_hash:
        rows["ops.extractions"] = [Extraction(page.fetch_id, page.article_id, now, "same", page.last_id, method_id)]
        return rows
    revision_id = make_id("revision", page.article_id, (page.last_no or 0) + 1, text_hash)
    rows["facts.revisions"] = [_revision_row(page, article, revision_id, text_hash, method_id)]
    rows["facts.paragraphs"] = [
        ParagraphRow(revision_id, no, part.char_start, part.char_end, part.kind)
        for no, part in enumerate(article.paragraphs)
    ]
    rows["facts.sections"] = [
        SectionRow(
            revision_id, no, part.label, part.normal_label, part.label_start, part.label_end,
            part.char_start, part.char_end,
        )
        for no, part in enumerate(article.sections)
    ]  # fmt: skip
    rows["facts.dropped"] = [
        DroppedRow(revision_id, no, part.text, part.reason) for no, part in enumerate(article.dropped)
    ]
    rows["ops.extractions"] = [Extraction(page.fetch_id, page.article_id, now, "revision", revision_id, method_id)]
    return rows


def _article_row(page: PendingPage, article: Article) -> ArticleRow:
    """The page's word on its time; the feed's where the page dates itself into the future, as templates do."""
    is_future = article.published_at is not None and article.published_at > page.fetched_at + _SOON
    use_feed = is_future and page.feed_published_at is not None
    return ArticleRow(
        page.article_id,
        page.outlet_id,
        page.url,
        article.canonical_url,
        page.first_seen_at,
        page.feed_published_at if use_feed else article.published_at,
        "feed" if use_feed else article.published_source,
        "time" if use_feed else article.published_precision,
    )


def _revision_row(page: PendingPage, article: Article, revision_id: str, text_hash: str, method_id: str) -> RevisionRow:
    return RevisionRow(
        revision_id=revision_id,
        article_id=page.article_id,
        revision_no=(page.last_no or 0) + 1,
        fetch_id=page.fetch_id,
        seen_from=page.fetched_at,
        seen_to=None,
        title=article.title,
        byline=article.byline,
        authors="; ".join(article.authors),
        language=article.language,
        modified_at=article.modified_at,
        dateline_place=article.dateline_place,
        dateline_date=article.dateline_date,
        dateline_end=article.dateline_end,
        lede=article.body[article.lede_start : article.lede_end],
        lede_start=article.lede_start,
        lede_end=article.lede_end,
        body=article.body,
        word_count=len(article.body.split()),
        text_hash=text_hash,
        change_kind=kind_of_change(page.last_body, article.body),
        method=article.method,
        method_id=method_id,
    )


def kind_of_change(old_body: str | None, body: str) -> str:
    """first, headline (the body is the same), correction (a note of one has come), minor or substantive."""
    if old_body is None:
        return "first"
    if old_body == body:
        return "headline"
    if len(_CORRECTION.findall(body)) > len(_CORRECTION.findall(old_body)):
        return "correction"
    return "minor" if _likeness(old_body.split(), body.split()) >= _MINOR else "substantive"


def _likeness(old: Sequence[str], new: Sequence[str]) -> float:
    shared = sum((Counter(old) & Counter(new)).values())
    return 2 * shared / max(1, len(old) + len(new))
