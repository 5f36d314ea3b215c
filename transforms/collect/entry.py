"""One entry of a feed, made of the pieces that any format has."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.collect.plain import plain_text, shorten
from transforms.collect.times import parse_time
from transforms.records.collect import FeedEntry
from transforms.text import clean_text, fold_space
from transforms.urls import absolute_url

_MAX_SUMMARY = 4_000  # characters: some feeds carry the whole article, which is read from its page
_MAX_TITLE = 500
_TITLE_FROM_SUMMARY = 90
_MAX_GUID = 1_000
_MAX_LINK = 4_000
_MAX_CATEGORIES = 50


def make_entry(
    *,
    guid: str,
    links: Sequence[str],
    base: str,
    title: str,
    summary: str,
    author: str,
    published_text: str,
    updated_text: str,
    language: str,
    categories: Sequence[str],
) -> FeedEntry | None:
    """The entry, or None where nothing identifies or describes it.

    `title`, `summary`, `author` and `categories` are markup; `links` are candidates, the first that makes an http
    address under `base` is taken. A missing title is the summary's first words.
    """
    summary = shorten(plain_text(summary), _MAX_SUMMARY)
    title = shorten(plain_text(title), _MAX_TITLE) or shorten(summary, _TITLE_FROM_SUMMARY)
    usable = (link for link in links if link.strip() and len(link) <= _MAX_LINK)
    url = next((found for link in usable if (found := absolute_url(link, base))), None)
    guid = fold_space(clean_text(guid))[:_MAX_GUID]
    if not (guid or url or title):
        return None
    return FeedEntry(
        guid=guid or None,
        url=url,
        title=title,
        summary=summary,
        author=shorten(plain_text(author), _MAX_TITLE),
        published_at=parse_time(published_text, language),
        updated_at=parse_time(updated_text, language),
        published_text=fold_space(clean_text(published_text or updated_text))[:_MAX_TITLE],
        categories=tuple(dict.fromkeys(name for text in categories[:_MAX_CATEGORIES] if (name := plain_text(text)))),
    )
