"""From an extracted article to the rows that keep it: a new revision, or the news that the text is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from transforms.claims import CANONICAL, canonical_claim
from transforms.extract.changes import ChangeKind, Version, kind_of_change
from transforms.extract.differences import differences
from transforms.records.extract import Article, Rejected
from transforms.rows.extract import (
    ArticleRow,
    ClaimRow,
    DroppedRow,
    Extraction,
    ParagraphRow,
    RejectionRow,
    RevisionChangeRow,
    RevisionRow,
    SectionRow,
)
from transforms.text import make_id

Rows = dict[str, list[object]]

_SOON = timedelta(hours=14)  # zones that were not printed put honest times this far ahead


@dataclass(frozen=True)
class PendingPage:
    """A fetched page that waits to be read, and the newest text known of its article, if any.

    `is_gone` where the answer was that the page is gone; `is_removed` where the last answer before had said so too.
    """

    fetch_id: str
    article_id: str
    is_gone: bool
    asked_url: str
    url: str  # after redirects
    content_type: str
    fetched_at: datetime
    archive_file: str
    archive_offset: int
    feed_title: str
    feed_published_at: datetime | None
    outlet_id: str
    first_seen_at: datetime
    last_no: int | None
    is_removed: bool
    last_id: str | None
    last_title: str | None
    last_body: str | None

    @property
    def last(self) -> Version | None:
        """The newest text known."""
        return None if self.last_id is None else Version(self.last_title or "", self.last_body or "")

    @property
    def next_no(self) -> int:
        """The number of the version that this page would be."""
        return (self.last_no or 0) + 1


def rows_of_rejection(page: PendingPage, rejected: Rejected, method_id: str, now: datetime) -> Rows:
    """The rows that say why a page gave no article."""
    return {
        "ops.rejections": [
            RejectionRow(page.fetch_id, page.article_id, page.url, rejected.reason, rejected.detail, now)
        ],
        "ops.extractions": [Extraction(page.fetch_id, page.article_id, now, "rejected", None, method_id)],
    }


def rows_of_removal(page: PendingPage, method_id: str, now: datetime) -> Rows:
    """The rows that say that the page of a known text is gone: a version without text, once."""
    if page.is_removed:
        return {"ops.extractions": [Extraction(page.fetch_id, page.article_id, now, "same", page.last_id, method_id)]}
    revision_id = make_id("revision", page.article_id, page.next_no, "removed")
    return {
        "facts.revisions": [_removal_row(page, revision_id, method_id)],
        "ops.extractions": [Extraction(page.fetch_id, page.article_id, now, "removed", revision_id, method_id)],
    }


def rows_of_article(page: PendingPage, article: Article, method_id: str, now: datetime) -> Rows:
    """The rows that keep an article: its word on its time, and a revision with its parts where the text is new."""
    claimed = canonical_claim(page.url, article.canonical_url)
    claims = [ClaimRow(page.article_id, claimed, CANONICAL, page.fetched_at)] if claimed else []
    rows: Rows = {"facts.articles": [_article_row(page, article)], "facts.claims": list(claims)}
    kind = kind_of_change(page.last, Version(article.title, article.body), is_back=page.is_removed)
    if kind is None:
        rows["ops.extractions"] = [Extraction(page.fetch_id, page.article_id, now, "same", page.last_id, method_id)]
        return rows
    text_hash = make_id("text", article.title, article.body)
    revision_id = make_id("revision", page.article_id, page.next_no, text_hash)
    rows["facts.revisions"] = [_revision_row(page, article, revision_id, text_hash, kind, method_id)]
    rows["facts.revision_changes"] = _change_rows(page, article, revision_id)
    rows["ops.extractions"] = [Extraction(page.fetch_id, page.article_id, now, "revision", revision_id, method_id)]
    return rows | _part_rows(article, revision_id)


def _part_rows(article: Article, revision_id: str) -> Rows:
    return {
        "facts.paragraphs": [
            ParagraphRow(revision_id, no, part.char_start, part.char_end, part.kind)
            for no, part in enumerate(article.paragraphs)
        ],
        "facts.sections": [
            SectionRow(
                revision_id, no, part.label, part.normal_label, part.label_start, part.label_end,
                part.char_start, part.char_end,
            )
            for no, part in enumerate(article.sections)
        ],
        "facts.dropped": [
            DroppedRow(revision_id, no, part.text, part.reason) for no, part in enumerate(article.dropped)
        ],
    }  # fmt: skip


def _change_rows(page: PendingPage, article: Article, revision_id: str) -> list[object]:
    """What the version changed in the text before it; nothing where it is the first."""
    if page.last_id is None or page.last_body is None:
        return []
    return [
        RevisionChangeRow(
            revision_id, page.last_id, no, one.kind, *(one.old or (None, None)), *(one.new or (None, None))
        )
        for no, one in enumerate(differences(page.last_body, article.body), start=1)
    ]


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


def _revision_row(
    page: PendingPage, article: Article, revision_id: str, text_hash: str, kind: ChangeKind, method_id: str
) -> RevisionRow:
    return RevisionRow(
        revision_id=revision_id,
        article_id=page.article_id,
        revision_no=page.next_no,
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
        change_kind=kind,
        method=article.method,
        method_id=method_id,
        published_offset_minutes=article.published_offset_minutes,
    )


def _removal_row(page: PendingPage, revision_id: str, method_id: str) -> RevisionRow:
    """A version without text, under the headline that the page had last."""
    return RevisionRow(
        revision_id=revision_id,
        article_id=page.article_id,
        revision_no=page.next_no,
        fetch_id=page.fetch_id,
        seen_from=page.fetched_at,
        seen_to=None,
        title=page.last_title or "",
        byline="",
        authors="",
        language="",
        modified_at=None,
        dateline_place="",
        dateline_date=None,
        dateline_end=0,
        lede="",
        lede_start=0,
        lede_end=0,
        body="",
        word_count=0,
        text_hash="",
        change_kind="removed",
        method="",
        method_id=method_id,
    )
