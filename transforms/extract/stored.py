"""From the rows that keep a revision back to the Article that analyse reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from transforms.records.extract import Article, Paragraph, Section


def article_of(row: Mapping[str, Any], blocks: Sequence[Mapping[str, Any]]) -> Article:
    """The article of a row of question pending_analyses and its rows of blocks_of_revisions, both in order."""
    return Article(
        url=row["url"],
        canonical_url=None,
        title=row["title"],
        byline=row["byline"],
        authors=tuple(name for name in row["authors"].split("; ") if name),
        published_at=row["published_at"],
        published_source="",
        published_precision="",
        published_offset_minutes=row["published_offset_minutes"],
        modified_at=None,
        language=row["language"],
        dateline_place=row["dateline_place"],
        dateline_date=row["dateline_date"],
        dateline_end=row["dateline_end"],
        lede_start=row["lede_start"],
        lede_end=row["lede_end"],
        body=row["body"],
        paragraphs=tuple(
            Paragraph(block["char_start"], block["char_end"], block["label"])
            for block in blocks
            if block["part"] == "paragraph"
        ),
        sections=tuple(
            Section(
                block["label"], block["normal_label"], block["label_start"], block["label_end"], block["char_start"],
                block["char_end"],
            )
            for block in blocks
            if block["part"] == "section"
        ),
        dropped=(),
        outlet_name="",
        method="",
        categories=row["categories"],
    )  # fmt: skip
