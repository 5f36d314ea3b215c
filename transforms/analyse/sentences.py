"""Where sentences begin and end: within paragraphs, never in headings, labels or the dateline."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple, cast

import numpy
from spacy.tokens import Doc
from thinc.types import Ints2d

from transforms.records.analyse import Sentence
from transforms.records.extract import Article
from transforms.sentence_ends import sentence_starts

READ_LIMIT = 100_000  # code points: a longer body is a list or a dump, and the parser's memory grows with it


class Block(NamedTuple):
    """A run of text that sentences may not leave."""

    start: int
    end: int
    paragraph_no: int


def text_blocks(article: Article) -> list[Block]:
    """The parts of a body that hold sentences: no headings, labels with colons, dateline, nor beyond READ_LIMIT."""
    labels = [(section.label_start, max(section.label_end, section.char_start)) for section in article.sections]
    labels.append((0, article.dateline_end))
    blocks: list[Block] = []
    for number, paragraph in enumerate(article.paragraphs):
        if paragraph.kind == "heading" or paragraph.char_end > READ_LIMIT:
            continue
        spans = _without(paragraph.char_start, paragraph.char_end, sorted(labels))
        if paragraph.kind != "text":
            spans = [line for start, end in spans for line in _lines(article.body, start, end)]
        blocks += [Block(*_strip(article.body, *span), number) for span in spans]
    return [block for block in blocks if block.start < block.end]


def _without(start: int, end: int, holes: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    spans = []
    for hole_start, hole_end in holes:
        if start < hole_end and hole_start < end and hole_start < hole_end:
            spans.append((start, hole_start))
            start = hole_end
    return [(a, b) for a, b in [*spans, (start, end)] if a < b]


def _lines(body: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for line in re.finditer(r"[^\n]+", body[start:end]):
        yield start + line.start(), start + line.end()


def _strip(body: str, start: int, end: int) -> tuple[int, int]:
    while start < end and body[start].isspace():
        start += 1
    while start < end and body[end - 1].isspace():
        end -= 1
    return start, end


def possible_starts(body: str, block: Block) -> dict[int, bool]:
    """Offsets at which a sentence may begin inside a block, and whether one surely does."""
    return sentence_starts(body, block.start, block.end)


def mark_boundaries(doc: Doc, blocks: list[Block]) -> None:
    """Tell the parser, token by token, where a sentence must begin (1), may begin (0) and may not (-1)."""
    surely = {block.start for block in blocks} | {block.end for block in blocks}
    perhaps: set[int] = set()
    body = doc.text  # once: it is put together from the tokens at every call
    for block in blocks:
        for start, is_sure in possible_starts(body, block).items():
            (surely if is_sure else perhaps).add(start)
    starts = doc.to_array("IDX").tolist()  # asking token by token is slower
    marks = [1 if start in surely else 0 if start in perhaps else -1 for start in starts]
    marks[:1] = [1] * len(marks[:1])
    column = numpy.array(marks, dtype="int64").astype("uint64").reshape(-1, 1)
    doc.from_array(["SENT_START"], cast("Ints2d", column))  # token by token costs a scan of the document each


def cut_sentences(article: Article, blocks: list[Block], starts: Iterable[int]) -> tuple[Sentence, ...]:
    """The sentences of the blocks, cut at the given offsets; none overlap, none is empty."""
    cuts = sorted(set(starts))
    sentences = []
    for block in blocks:
        inner = cuts[bisect_right(cuts, block.start) :]
        edges = [block.start, *(cut for cut in inner if cut < block.end), block.end]
        for left, right in pairwise(edges):
            start, end = _strip(article.body, left, right)
            if start < end:
                sentences.append(_sentence(article, start, end, block.paragraph_no))
    return tuple(sentences)


def _sentence(article: Article, start: int, end: int, paragraph_no: int) -> Sentence:
    section = next((n for n, s in enumerate(article.sections) if s.char_start <= start < s.char_end), None)
    is_lede = start < article.lede_end and end > article.lede_start
    return Sentence(start, end, paragraph_no, section, is_lede)
