"""Where quotation marks open and close: straight, curly, single, guillemets, German; over paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transforms.analyse.sentences import Block

_CLOSERS = {
    "“": '”“"',
    "”": "”",
    '"': '"”',
    "„": '“”"',
    "«": "»",
    "»": "«",
    "‘": "’",
    "'": "'",
    "‚": "‘’",
    "「": "」",
    "『": "』",
}
_OPENER = re.compile(f"[{''.join(_CLOSERS)}]")
_SINGLE = "‘'‚"
_DOUBLED = ("’’", "''")  # how typewriters and some agencies close what “ or " opens
_LONGEST = 3_000  # code points between marks in one paragraph: what is longer is a stray mark's doing
_OPENS_AFTER = "([{—–-/:;,.…"


@dataclass(frozen=True)
class Quoted:
    """The span between two marks, within one paragraph. `is_continued`: the quotation began in the paragraph before."""

    start: int
    end: int
    outer_start: int  # with the marks
    outer_end: int
    paragraph_no: int
    is_continued: bool


def find_quoted(body: str, blocks: Sequence[Block]) -> list[Quoted]:
    """What stands between marks, outermost marks only, one row a paragraph.

    A quotation that its paragraph does not close goes on in the next if that opens with a mark again; otherwise the
    opening mark was a stray one and is passed over.
    """
    found: list[Quoted] = []
    is_open = False
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        quoted = list(_in_block(body, block, _opens_block(body, following)))
        for span in quoted:
            is_continued = is_open and span.outer_start == block.start
            found.append(
                Quoted(span.start, span.end, span.outer_start, span.outer_end, block.paragraph_no, is_continued)
            )
        is_open = bool(quoted) and quoted[-1].end == quoted[-1].outer_end
    return found


def _opens_block(body: str, block: Block | None) -> bool:
    return block is not None and body[block.start] in '“"„«‘”'


def _in_block(body: str, block: Block, may_stay_open: bool) -> Iterator[Quoted]:
    position = block.start
    while mark := _OPENER.search(body, position, block.end):
        position, close = mark.start(), None
        if _opens(body, position, block):
            close = _closing(body, position, block)
            if close is None and may_stay_open and body[position] != "'":
                close = block.end
        if close is None:
            position += 1
            continue
        outer_end = min(close + (2 if body[close : close + 2] in _DOUBLED else 1), block.end)
        yield _strip(body, position, close, outer_end, block.paragraph_no)
        position = outer_end


def _strip(body: str, opening: int, close: int, outer_end: int, paragraph_no: int) -> Quoted:
    start, end = opening + 1, close
    while start < end and body[start].isspace():
        start += 1
    while start < end and body[end - 1].isspace():
        end -= 1
    return Quoted(start, end, opening, outer_end, paragraph_no, False)


def _opens(body: str, at: int, block: Block) -> bool:
    """A mark opens after a space or at the start, before a word; «, „ and “ by their shape alone."""
    mark = body[at]
    before = body[at - 1] if at > block.start else " "
    after = body[at + 1] if at + 1 < block.end else " "
    if mark in "«「『":
        return True
    is_outside = before.isspace() or before in _OPENS_AFTER or before in _CLOSERS
    if mark == "”":
        return before.isspace() and after.isalpha()
    if mark in "“„":
        return not after.isspace() or is_outside
    if mark in _SINGLE:
        return is_outside and before != "," and after.isalpha()
    return is_outside and not after.isspace()


def _closing(body: str, opening: int, block: Block) -> int | None:
    """The offset of the mark that closes; None where another opens first, or none closes within reach."""
    mark = body[opening]
    for offset in range(opening + 1, min(opening + _LONGEST, block.end)):
        if offset > opening + 1 and body[offset] in _CLOSERS[mark] and _closes(body, offset, block, mark):
            return _closing_single(body, offset, block, mark) if mark in _SINGLE else offset
        if mark in '"“' and body[offset : offset + 2] in _DOUBLED and not body[offset - 1].isspace():
            return offset
        if body[offset] == mark and mark in '"“' and _opens(body, offset, block):
            return None
    return None


def _closes(body: str, at: int, block: Block, opener: str) -> bool:
    after = body[at + 1] if at + 1 < block.end else " "
    before = body[at - 1]
    if opener in _SINGLE:
        return not after.isalnum() and not before.isspace()
    if body[at] == opener == "“":
        return not before.isspace()
    if body[at] == '"':
        return not before.isspace() or not after.isalnum()
    return True


def _closing_single(body: str, first: int, block: Block, mark: str) -> int:
    """An apostrophe after an s ("the workers' rights") closes only if no later mark follows a stop."""
    if body[first - 1] != "s":
        return first
    later = range(first, min(first + _LONGEST, block.end))
    stopped = (
        n for n in later if body[n] in _CLOSERS[mark] and body[n - 1] in ".,?!" and _closes(body, n, block, mark)
    )
    return next(stopped, first)
