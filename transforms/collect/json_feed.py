"""JSON Feed 1.0 and 1.1 (jsonfeed.org), which feedparser does not read."""

from __future__ import annotations

import json
from typing import Any

from transforms.collect.entry import make_entry
from transforms.collect.mending import MAX_ENTRIES
from transforms.collect.plain import plain_text
from transforms.records.collect import FeedEntry, NotAFeed, ParsedFeed
from transforms.urls import normalise_url


def parse_json_feed(text: str, url: str) -> ParsedFeed | NotAFeed:
    """The feed that a JSON text holds. Members of a wrong type are as good as missing; numbers count as text."""
    try:
        document = json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        return NotAFeed(f"this looks like JSON and cannot be read: {error}")
    if not isinstance(document, dict) or not isinstance(document.get("items"), list):
        return NotAFeed('this is JSON and no JSON Feed: it has no list "items"')
    items = [item for item in document["items"] if isinstance(item, dict)]
    entries = (_entry(item, url, _text(document, "language"), document) for item in items[:MAX_ENTRIES])
    return ParsedFeed(
        format="json",
        title=plain_text(_text(document, "title")),
        site_url=normalise_url(site, url) if (site := _text(document, "home_page_url")) else None,
        language=_text(document, "language"),
        ttl_minutes=None,
        entries=tuple(entry for entry in entries if entry),
        warnings=_warnings(document, items),
    )


def _entry(item: dict[str, Any], url: str, language: str, document: dict[str, Any]) -> FeedEntry | None:
    content = _text(item, "content_html") or _escape(_text(item, "content_text"))
    return make_entry(
        guid=_text(item, "id"),
        links=[_text(item, "url"), _text(item, "external_url"), _text(item, "id")],
        base=url,
        title=_escape(_text(item, "title")),
        summary=_escape(_text(item, "summary")) or content,
        author=_author(item) or _author(document),
        published_text=_text(item, "date_published"),
        updated_text=_text(item, "date_modified"),
        language=language,
        categories=[tag for tag in _list(item, "tags") if isinstance(tag, str)],
    )


def _author(holder: dict[str, Any]) -> str:
    """Names of 1.1's `authors`, else of 1.0's `author`."""
    people = [*_list(holder, "authors"), holder.get("author")]
    names = [_text(person, "name") for person in people if isinstance(person, dict)]
    return ", ".join(dict.fromkeys(name for name in names if name))


def _text(holder: dict[str, Any], key: str) -> str:
    value = holder.get(key)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)  # 1.0: "If an id is presented as a number, a JSON Feed reader should coerce it to a string"
    return value.strip() if isinstance(value, str) else ""


def _list(holder: dict[str, Any], key: str) -> list[Any]:
    value = holder.get(key)
    return value if isinstance(value, list) else []


def _escape(text: str) -> str:
    """Plain text as the markup that says it, because entries are made of markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _warnings(document: dict[str, Any], items: list[Any]) -> tuple[str, ...]:
    warnings = []
    if "jsonfeed.org/version/" not in _text(document, "version"):
        warnings.append('the member "version" does not name a JSON Feed version')
    if len(items) > MAX_ENTRIES:
        warnings.append(f"only the first {MAX_ENTRIES:,} entries were read")
    return tuple(warnings)
