"""The items of a feed document as they are written, for judging the feed: nothing is mended, resolved or guessed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from transforms.collect.charset import decode_document
from transforms.collect.mending import Unmendable, local_name, parse_prepared, prepare

_ITEMS = frozenset({"item", "entry", "url"})
_DATES = frozenset({"pubdate", "published", "issued", "created", "updated", "modified", "date", "publication_date"})
_ATOM = "http://www.w3.org/2005/Atom"
_MOST = 5_000


@dataclass(frozen=True)
class Item:
    """One item: its texts as written, "" where there is none."""

    title: str = ""
    link: str = ""
    guid: str = ""
    dates: tuple[str, ...] = ()


@dataclass(frozen=True)
class Written:
    """A document: its items, what its head says by name, and the addresses in its head by relation."""

    items: tuple[Item, ...] = ()
    head: dict[str, str] = field(default_factory=dict)
    relations: dict[str, str] = field(default_factory=dict)


def written(content: bytes, content_type: str) -> Written:
    """What a feed document says, in its own words; nothing where it cannot be read at all."""
    text = decode_document(content, content_type).lstrip("\ufeff \t\r\n\0")
    if text[:1] in ("{", "["):
        return _of_json(text)
    try:
        root, _ = parse_prepared(prepare(text))
    except Unmendable:
        return Written()
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    first = next((element for element in elements if local_name(element) in _ITEMS), None)
    items = [element for element in elements if first is not None and element.tag == first.tag][:_MOST]
    holder = first.getparent() if first is not None else root
    heads = [*(root if holder is not root else ()), *(holder if holder is not None else ())]
    head = [element for element in heads if isinstance(element.tag, str) and local_name(element) not in _ITEMS]
    channel = [child for element in head if local_name(element) == "channel" for child in element]
    return Written(
        tuple(_item(element) for element in items),
        {local_name(element): _text(element) for element in reversed([*head, *channel])},
        dict(_relations([*head, *channel])),
    )


def _item(element: etree._Element) -> Item:
    children = [child for child in element.iter() if child is not element and isinstance(child.tag, str)]
    own = [child for child in children if child.getparent() is element or local_name(child) == "publication_date"]
    named: dict[str, str] = {}
    for child in own:
        named.setdefault(local_name(child), _text(child))
    links = [child for child in own if local_name(child) == "link"]
    alternates = [link.get("href") or "" for link in links if link.get("rel", "alternate") == "alternate"]
    return Item(
        title=named.get("title", "") or next((_text(child) for child in children if local_name(child) == "title"), ""),
        link=next((link for link in alternates if link), "") or named.get("link", "") or named.get("loc", ""),
        guid=named.get("guid", "") or named.get("id", "") or _about(element) or named.get("loc", ""),
        dates=tuple(text for child in own if local_name(child) in _DATES and (text := _text(child))),
    )


def _about(element: etree._Element) -> str:
    return next((str(value) for name, value in element.attrib.items() if str(name).endswith("}about")), "")


def _relations(head: Sequence[etree._Element]) -> Iterator[tuple[str, str]]:
    for element in head:
        if local_name(element) == "link" and element.get("href") and element.get("rel"):
            yield str(element.get("rel")).lower(), str(element.get("href"))


def _text(element: etree._Element) -> str:
    return "".join(str(piece) for piece in element.itertext()).strip()


def _of_json(text: str) -> Written:
    try:
        document = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return Written()
    if not isinstance(document, dict) or not isinstance(document.get("items"), list):
        return Written()
    items = [item for item in document["items"][:_MOST] if isinstance(item, dict)]
    hubs = document.get("hubs")
    hub = next((str(one.get("url")) for one in hubs if isinstance(one, dict)), "") if isinstance(hubs, list) else ""
    head = {key: str(value) for key, value in document.items() if isinstance(value, str | int)}
    return Written(tuple(_json_item(item) for item in items), head, {"hub": hub} if hub else {})


def _json_item(item: dict[str, Any]) -> Item:
    def word(name: str) -> str:
        value = item.get(name)
        return str(value).strip() if isinstance(value, str | int | float) else ""

    dates = [word("date_published"), word("date_modified")]
    return Item(word("title"), word("url") or word("external_url"), word("id"), tuple(date for date in dates if date))
