"""What a page says of itself for machines: JSON-LD nodes, meta elements, microdata."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from lxml.html import HtmlElement

from transforms.text import clean_text, fold_space

Node = dict[str, Any]

_ARTICLE_TYPES = re.compile(
    r"(News|Blog|Tech|Scholarly|Social|Satirical|Advertiser|Opinion|Analysis|Background|Review|Reportage|AskPublic)?"
    r"\w*(Article|Posting|Report|Review)$|^(Recipe|HowTo|LiveBlog\w*|BlogPost|Interview|VideoObject)$"
)
_PAGE_TYPES = re.compile(r"(WebPage|ItemPage|CreativeWork|MediaObject)$")
_MAX_NODES = 5000  # a page with more is a catalogue; the article's node stands near the front
_MAX_SCRIPT = 2_000_000
_MAX_META = 5000
_WRAPPING = re.compile(
    r"^\s*(?:<!\[CDATA\[|<!--|//\s*<!\[CDATA\[|/\*.*?\*/)\s*|\s*(?:\]\]>|-->|//\s*\]\]>|;)\s*$", re.S
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_BAD_ESCAPE = re.compile(r'\\(?!["\\/bfnrtu])')
_DOUBLE_COMMA = re.compile(r",(\s*,)+")


@dataclass(frozen=True)
class Structured:
    """Everything machine-readable on a page, in document order."""

    nodes: tuple[Node, ...] = ()
    by_id: dict[str, Node] = field(default_factory=dict)
    metas: dict[str, list[str]] = field(default_factory=dict)  # lower-case name or property → its contents

    def meta(self, *names: str) -> str:
        """The first non-empty content of the first of these names that has one."""
        return next((content for name in names for content in self.metas.get(name, ()) if content), "")

    def resolve(self, value: Any) -> Any:
        """The node that a bare {"@id": …} points to, else the value itself."""
        if isinstance(value, dict) and "@id" in value and "name" not in value:
            return self.by_id.get(str(value["@id"]), value)
        return value


def read_structured(tree: HtmlElement) -> Structured:
    """All that the page says for machines: JSON-LD, OpenGraph, meta and microdata."""
    nodes: list[Node] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and len(nodes) < _MAX_NODES:
            nodes.extend(_flatten(parse_json(script.text_content()), _MAX_NODES - len(nodes)))
    by_id: dict[str, Node] = {}
    for node in nodes:
        if "@id" in node and len(node) > len(by_id.get(str(node["@id"]), ())):
            by_id[str(node["@id"])] = node
    return Structured(tuple(nodes), by_id, _read_metas(tree))


def parse_json(text: str) -> Any:
    """The parsed JSON, after the simple repairs that real pages need; None where that does not help."""
    if len(text) > _MAX_SCRIPT:
        return None
    bare = _WRAPPING.sub("", _WRAPPING.sub("", text)).strip()
    for candidate in _repairs(bare):
        try:
            return _decode_all(candidate)
        except (ValueError, RecursionError):
            continue
    return None


def _repairs(text: str) -> Iterator[str]:
    """The text, then the text with ever more repairs."""
    yield text
    text = _DOUBLE_COMMA.sub(",", _TRAILING_COMMA.sub(r"\1", text))
    yield text
    text = _BAD_ESCAPE.sub(r"\\\\", text)
    yield text
    if "&quot;" in text:
        yield unescape(text)
    yield text + "}"
    yield text + "]}"


def _decode_all(text: str) -> Any:
    """The value, or a list of them where several stand one after another. Raises ValueError."""
    decoder = json.JSONDecoder(strict=False)  # real pages have raw newlines within strings
    values, at = [], 0
    while at < len(text):
        value, at = decoder.raw_decode(text, at)
        values.append(value)
        while at < len(text) and text[at] in " \t\r\n,;":
            at += 1
    return values[0] if len(values) == 1 else values


def _flatten(value: Any, limit: int) -> Iterator[Node]:
    """Every object within, outer before inner, without recursion: what is nested may be deep."""
    queue = [value]
    while queue and limit > 0:
        current = queue.pop(0)
        if isinstance(current, list):
            queue[:0] = current[:limit]
        elif isinstance(current, dict):
            limit -= 1
            yield current
            queue[:0] = [inner for inner in current.values() if isinstance(inner, dict | list)]


def _read_metas(tree: HtmlElement) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        content = fold_space(clean_text((meta.get("content") or "")[:_MAX_META]))
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if name := meta.get(attribute):
                metas.setdefault(name.strip().lower(), []).append(content)
    return metas


def types_of(node: Node) -> list[str]:
    """The node's @type as a list of bare names, without "schema:" or an address before them."""
    types = node.get("@type") or []
    listed = types if isinstance(types, list) else [types]
    return [re.split(r"[/#:]", name)[-1] for name in listed if isinstance(name, str)]


def text_of(value: Any) -> str:
    """A JSON-LD value as one line of plain text: a string, the name of a node, or the first of a list."""
    if isinstance(value, list):
        return next((text for item in value if (text := text_of(item))), "")
    if isinstance(value, dict):
        return text_of(value.get("name") or value.get("@value") or value.get("headline"))
    return plain(value) if isinstance(value, str) else ""


def plain(markup: str) -> str:
    """One line of text of a value that may carry entities (also twice escaped) and tags."""
    text = unescape(unescape(markup)) if "&" in markup else markup
    return fold_space(clean_text(re.sub(r"</?[a-zA-Z][^<>]*>", " ", text) if "<" in text else text))


def find_article(structured: Structured, page_urls: set[str], headlines: set[str]) -> Node:
    """The node of the page's own article: {} where none is.

    Among several (related articles are often listed too) that which names the page's address or its headline.
    """
    candidates = [node for node in structured.nodes if any(_ARTICLE_TYPES.match(name) for name in types_of(node))]
    candidates = candidates or [node for node in structured.nodes if any(_PAGE_TYPES.match(n) for n in types_of(node))]
    scored = [(_score(node, page_urls, headlines), -position) for position, node in enumerate(candidates)]
    return candidates[-max(scored)[1]] if scored else {}


def _score(node: Node, page_urls: set[str], headlines: set[str]) -> float:
    mentioned = {bare_url(text) for key in ("url", "mainEntityOfPage", "@id") for text in _urls_in(node.get(key))}
    score = 4.0 * bool(mentioned & page_urls)
    score += 3.0 * (text_of(node.get("headline") or node.get("name")).casefold() in headlines)
    score += 1.0 * ("datePublished" in node) + 1.0 * ("author" in node) + 0.5 * ("headline" in node)
    return score - 2.0 * any(name in {"VideoObject", "Review", "Comment"} for name in types_of(node))


def _urls_in(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for key in ("@id", "url") if isinstance(text := value.get(key), str)]
    return [value] if isinstance(value, str) else []


def bare_url(url: str) -> str:
    """The address without scheme, "www.", query, fragment and last slash: enough to see that two are one page."""
    return re.sub(r"^(?:https?:)?//(?:www\.|m\.)?", "", re.split(r"[?#]", url.strip().lower())[0]).rstrip("/")
