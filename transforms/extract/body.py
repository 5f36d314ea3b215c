"""The text of the article on a page: trafilatura's reading, mended where the page itself shows that it is too short.

Measured on half of newsweb's sites (358 pages): 4–7 % of the pages hold nearly half of trafilatura's loss, and most of
them are read too short. So a reading is doubted where the page's markup has running text between the parts that were
kept, and only then is the page read again.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import trafilatura
from lxml.html import HtmlElement

from transforms.extract.blocks import Block, blocks_of_text, blocks_of_tree, count_words
from transforms.extract.prose import Prose, read_prose

# All shares are of the words that trafilatura kept; tuned on the half of newsweb named `dev`.
_GAP_OF_DOUBT = 0.15  # running text between kept parts: below this a second reading changes nothing
_GAP_OF_PROOF = 1.5  # so much between kept parts is no aside any more, whatever a second reading says
_LONGER = 1.15  # a second reading confirms the doubt when it is longer by this
_LITTLE = 0.4  # of the page's running text: less was kept than can be right
_JSON_LONGER = 1.3
_AGREE = 0.7
_MATCHED = 50  # characters at a block's start by which it is found again in another reading
_MIN_BLOCK_WORDS = 4


@dataclass(frozen=True)
class BodyReading:
    """The blocks of the body in order, and what read them."""

    blocks: list[Block]
    method: str


def read_body(tree: HtmlElement, url: str, article_body: str = "") -> BodyReading:
    """The article's blocks, by the reading that the page itself bears out. The tree is left as it was.

    `article_body` is the text that JSON-LD carries, if any.
    """
    first = _read(tree, url)
    told = BodyReading(blocks_of_text(article_body), "json-ld")
    if _words(told.blocks) > _JSON_LONGER * _words(first.blocks) and _is_within(first.blocks, told.blocks):
        return told
    prose = read_prose(tree)
    if not _is_doubtful(first.blocks, prose):
        return first
    return _settle(first, _read(tree, url, is_recall=True), prose)


def _read(tree: HtmlElement, url: str, is_recall: bool = False) -> BodyReading:
    """trafilatura's blocks; it works on a copy when it is given a tree."""
    method = "trafilatura-recall" if is_recall else "trafilatura"
    found = trafilatura.bare_extraction(tree, url=url or None, include_comments=False, favor_recall=is_recall)
    if found is None or isinstance(found, dict) or found.body is None:
        return BodyReading([], method)
    return BodyReading(blocks_of_tree(found.body), method)


def _is_doubtful(kept: list[Block], prose: Prose) -> bool:
    words, running = _words(kept), _words(prose.main)
    if running < _LITTLE * words:  # the page's markup is no witness: only a second reading can tell
        return True
    if running <= _LONGER * words:
        return False
    return words < _LITTLE * running or gap_between(kept, prose.page) > _GAP_OF_DOUBT * words


def _settle(first: BodyReading, second: BodyReading, prose: Prose) -> BodyReading:
    """The running text where two witnesses say that the first reading is too short; else one of the readings."""
    words = _words(first.blocks)
    is_confirmed = _words(second.blocks) > _LONGER * words
    is_longer = _words(prose.main) > _LONGER * words
    if is_confirmed and is_longer and _agreement(second.blocks, prose.main) > _AGREE:
        return BodyReading(prose.main, "prose")
    if is_confirmed:
        return second
    if gap_between(first.blocks, prose.page) > _GAP_OF_PROOF * words and is_longer:
        return BodyReading(prose.main, "prose")
    return first


def gap_between(kept: list[Block], page: list[Block]) -> int:
    """The words of running text on the page that stand between kept blocks and were not kept themselves."""
    text = _squeezed(" ".join(block.text for block in kept))
    lines = [block.text for block in page if len(block.text.split()) >= _MIN_BLOCK_WORDS]
    is_kept = [_squeezed(line)[:_MATCHED] in text for line in lines]
    if not any(is_kept):
        return 0
    first, last = is_kept.index(True), len(is_kept) - is_kept[::-1].index(True)
    return sum(
        count_words(line)
        for line, kept_here in zip(lines[first:last], is_kept[first:last], strict=True)
        if not kept_here
    )


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _is_within(shorter: list[Block], longer: list[Block]) -> bool:
    """Whether most words of the one are in the other."""
    mine, theirs = _bag(shorter), _bag(longer)
    return (mine & theirs).total() >= _AGREE * mine.total()


def _agreement(first: list[Block], second: list[Block]) -> float:
    """The F1 of the two readings' words."""
    mine, theirs = _bag(first), _bag(second)
    return 2 * (mine & theirs).total() / max(1, mine.total() + theirs.total())


def _bag(blocks: list[Block]) -> Counter[str]:
    return Counter(word for block in blocks for word in block.text.casefold().split())


def _words(blocks: list[Block]) -> int:
    return sum(count_words(block.text) for block in blocks)
