"""Labelled parts of a body: headings, and labels that stand at the start of a paragraph ("Why It Matters: …")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.extract.blocks import Block
from transforms.records.extract import Paragraph, Section

# A label in a paragraph: title case words and a colon, then text. A quote's source ("Smith: …") is one word or a name.
_INLINE = re.compile(r"(?P<label>[^\W\d_][\w'’&/-]*(?:[ ,][\w'’&/-]+){0,6}\??)\s?:(?=\s|$)")
_LABELS = frozenset(
    {
        "what happened", "why it matters", "what to know", "what to expect", "the big picture", "the bottom line",
        "bottom line", "key takeaways", "key takeaway", "key points", "the details", "details", "driving the news",
        "zoom in", "zoom out", "between the lines", "what they are saying", "what they're saying",
        "what we're watching", "what's next", "whats next", "what comes next", "the latest", "background",
        "context", "go deeper", "by the numbers", "the backstory", "how it works", "reality check", "yes but",
        "the other side", "state of play", "the context", "why this matters", "see also", "price action",
        "the intrigue", "catch up quick", "of note", "flashback", "worth noting", "threat level", "the impact",
        "impact", "reaction", "timeline", "quick facts", "the facts", "summary", "in brief", "at a glance",
        "analysis", "outlook", "hintergrund", "worum es geht", "darum geht es", "warum es wichtig ist",
        "was passiert ist", "was ist passiert", "wie es weitergeht", "contexte", "le contexte",
        "ce qui s'est passé", "pourquoi c'est important", "qué pasó", "por qué importa", "contexto", "antecedentes",
        "cosa è successo", "perché è importante",
    }
)  # fmt: skip
_MAX_LABEL_WORDS = 8
_SMALL = frozenset(
    {
        "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "is", "it", "its", "of", "on", "or", "the",
        "to", "vs", "with", "this", "they're", "they", "are"
    }
)  # fmt: skip


@dataclass(frozen=True)
class _Label:
    text: str
    start: int
    end: int


def find_sections(body: str, blocks: Sequence[Block], paragraphs: Sequence[Paragraph]) -> tuple[Section, ...]:
    """The labelled parts in order; each one's text runs to the next label or the end of the body."""
    labels = [label for block, place in zip(blocks, paragraphs, strict=True) if (label := _label_of(block, place))]
    ends = [label.start for label in labels][1:] + [len(body)][: len(labels)]
    return tuple(_section(body, label, end) for label, end in zip(labels, ends, strict=True))


def _section(body: str, label: _Label, end: int) -> Section:
    covered = body[label.end : end]
    start = label.end + len(covered) - len(covered.lstrip(" \n:"))
    stop = label.end + len(covered.rstrip())
    return Section(
        label.text,
        normal_label(label.text),
        label.start,
        label.end,
        min(start, max(stop, label.end)),
        max(stop, label.end),
    )


def normal_label(label: str) -> str:
    """The label in lower case without punctuation: "What Happened:" → "what happened"."""
    return " ".join(re.sub(r"[^\w\s'’]", " ", label.casefold()).split())


def _label_of(block: Block, place: Paragraph) -> _Label | None:
    if block.kind == "heading" or _is_bold_line(block):
        text = block.text.rstrip(": ")
        return _Label(text, place.char_start, place.char_start + len(text))
    found = _INLINE.match(block.text)
    if block.kind != "text" or not found or not _is_label(found["label"], block):
        return None
    return _Label(found["label"], place.char_start, place.char_start + found.end("label"))


def _is_bold_line(block: Block) -> bool:
    """A whole paragraph in bold that is no sentence stands where others use a heading."""
    is_whole = bool(block.bold) and len(block.text) - len(block.bold) <= 1
    return is_whole and len(block.text.split()) <= 12 and not block.text.endswith((".", ",", ";", "!", '"', "”"))


def _is_label(label: str, block: Block) -> bool:
    """A known label, or one set in bold, or one in title case of two words or more with text behind the colon."""
    normal = normal_label(label)
    if normal.replace("’", "'") in _LABELS:
        return True
    words = label.split()
    if not 1 <= len(words) <= _MAX_LABEL_WORDS:
        return False
    if block.bold and block.bold.rstrip(": ").startswith(label):
        return True
    is_question = words[0].lower() in {"what", "why", "how", "who", "when", "where"} and len(words) > 1
    return is_question and all(word[0].isupper() or word.lower() in _SMALL for word in words)
