"""The body as blocks of text: what trafilatura's tree, JSON-LD or plain text holds, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import unescape
from typing import Literal

from lxml.etree import _Element
from lxml.html import HtmlElement

from transforms.records.extract import Paragraph
from transforms.text import clean_text, fold_space

Kind = Literal["text", "heading", "list", "quote"]

_KINDS: dict[str, Kind] = {"head": "heading", "item": "list", "quote": "quote", "row": "text"}
_BLOCKS = frozenset(
    {"p", "head", "item", "quote", "row", "list", "table", "code", "div", "body", "fw", "dl", "dt", "dd"}
)
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_KEY = 12  # characters of a bold text by which it is looked up
_BREAK = "\x1e"  # a character that no text holds, for the line breaks that the page meant


@dataclass(frozen=True)
class Block:
    """One paragraph-to-be; `bold` is the bold text that it starts with."""

    text: str
    kind: Kind = "text"
    bold: str = ""


def blocks_of_tree(body: _Element) -> list[Block]:
    """The blocks of a tree in trafilatura's TEI-like vocabulary (p, head, list/item, quote, table/row/cell, hi, lb)."""
    return list(_walk(body, "text"))


def _walk(element: _Element, kind: Kind) -> Iterator[Block]:
    """Blocks within the element: runs of inline text, cut at line breaks and at inner blocks."""
    own: Kind = _KINDS.get(str(element.tag), kind)
    run: list[str] = [element.text or ""]
    for child in element:
        if child.tag in _BLOCKS:
            yield from _run_blocks(run, own)
            run = []
            yield from _walk(child, own)
        else:
            run.append(_inline(child))
        run.append(child.tail or "")
    yield from _run_blocks(run, own)


def _inline(element: _Element) -> str:
    """The text within an inline element; a block or a table's cell within it is set off by a space."""
    if element.tag == "lb":
        return _BREAK
    edge = " " if element.tag == "cell" or element.tag in _BLOCKS else ""
    parts = [edge, element.text or ""]
    for child in element:
        parts += [_inline(child), child.tail or ""]
    return "".join(parts) + edge


def _run_blocks(run: list[str], kind: Kind) -> Iterator[Block]:
    for line in "".join(run).split(_BREAK):
        if text := fold_space(clean_text(line)):
            yield Block(text, kind)


def with_bold(blocks: list[Block], tree: HtmlElement) -> list[Block]:
    """The blocks, each with the bold text that it starts with on the page."""
    starts: dict[str, str] = {}
    for element in tree.iter("b", "strong"):
        parent = element.getparent()
        if parent is not None and element.getprevious() is None and not (parent.text or "").strip():
            text = fold_space(clean_text("".join(element.itertext())))
            starts.setdefault(text[:_KEY], text)
    starts.pop("", None)
    return [_bolded(block, starts) for block in blocks]


def _bolded(block: Block, starts: dict[str, str]) -> Block:
    found = next((text for size in range(_KEY, 0, -1) if (text := starts.get(block.text[:size]))), "")
    return replace(block, bold=found) if found and block.text.startswith(found) else block


def blocks_of_text(text: str) -> list[Block]:
    """One block a line; markup, Markdown and entities are taken off, as in JSON-LD's articleBody."""
    if "&" in text:
        text = unescape(unescape(text))
    text = re.sub(r"(?i)</?(?:p|div|br|h\d|li|ul|ol|blockquote)\b[^<>]*>", "\n", text)
    text = re.sub(r"</?[a-zA-Z][^<>]*>", "", text)
    if "](" in text:
        text = _without_markdown(text)
    return [Block(line) for raw in text.splitlines() if (line := fold_space(clean_text(raw)))]


def _without_markdown(text: str) -> str:
    """The text as it is read: links without addresses, words without stars, and no lines that command a layout."""
    text = re.sub(r"(?m)^\s*(?:\+{3,}.*|\[#\w+:.*\]|\{:.*\}|!\[.*\]\(.*\))\s*$", "", text)
    text = re.sub(r"\{:[^{}\n]*\}|\[#\w+:[^\[\]\n]*\]", "", text)
    text = re.sub(r"!?\[([^\[\]\n]*)\]\([^()\s]*\)", r"\1", text)
    return re.sub(r"(?<![\w*])(\*{1,2})(?=\S)([^*\n]+?)(?<=\S)\1(?![\w*])", r"\2", text)


def join_blocks(blocks: Iterable[Block]) -> tuple[str, tuple[Paragraph, ...]]:
    """The body, blocks joined by a blank line, and the span of each."""
    paragraphs, at, texts = [], 0, []
    for block in blocks:
        paragraphs.append(Paragraph(at, at + len(block.text), block.kind))
        texts.append(block.text)
        at += len(block.text) + 2
    return "\n\n".join(texts), tuple(paragraphs)


def count_words(text: str) -> int:
    """The words of a text; where a script writes without spaces, two characters count as a word."""
    unspaced = len(_UNSPACED.findall(text)) if not text.isascii() else 0
    return unspaced // 2 + len((_UNSPACED.sub(" ", text) if unspaced else text).split())
