"""Invented pages for the tests of extract: a small newspaper in a town that does not exist."""

from __future__ import annotations

from datetime import UTC, datetime

from transforms.extract.article import extract_article
from transforms.records.extract import Article, Page, Rejected

URL = "https://www.sampleton-herald.example/2024/harbour-closed"
STORY = [
    "The harbour of Sampleton was closed to grain ships on Monday, after a storm tore away two of its three moles.",
    "Mayor Ana Example said that repairs would take six weeks, and that ships would be sent to Muster instead.",
    "Fishermen, whose boats lie in the inner basin, may go on working, the port authority told its tenants.",
    "The town lives on the grain that passes through it: over one million tonnes were loaded there in the past year.",
]


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def page(
    body: str = "", head: str = "", url: str = URL, content_type: str = "text/html", lang: str = "en", title: str = ""
) -> Page:
    """A page with our story in it, unless `body` says otherwise."""
    body = body or f"<article><h1>Harbour closed</h1>{paragraphs(STORY)}</article>"
    markup = f'<!doctype html><html lang="{lang}"><head><title>{title}</title>{head}</head><body>{body}</body></html>'
    return Page(url, markup.encode(), content_type, datetime(2024, 2, 16, tzinfo=UTC))


def article(body: str = "", head: str = "", **more: str) -> Article:
    found = extract_article(page(body, head, **more))
    assert isinstance(found, Article), found
    return found


def rejected(content: bytes, content_type: str = "text/html") -> Rejected:
    found = extract_article(Page(URL, content, content_type, datetime(2024, 2, 16, tzinfo=UTC)))
    assert isinstance(found, Rejected), found
    return found


def json_ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'
