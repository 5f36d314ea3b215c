"""Lines that stand among an article's paragraphs and are no part of what it says.

Conservative: a true sentence lost costs more than a left-over kept, so a line goes only if all of it is boilerplate.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from transforms.extract.blocks import Block
from transforms.extract.lines import REASONS, is_caption
from transforms.extract.trailers import is_about_author, why_trailer, without_credit
from transforms.extract.volatile import is_volatile
from transforms.records.extract import Dropped

_MAX_WORDS = 25  # longer lines are prose, whatever words they begin with
_CAPTION_WORDS = 60
_MIN_REPEATED_WORDS, _REPEATED = 5, 3  # shorter lines repeat in true texts too: "Pros", "Pricing"
_TOP_BLOCKS, _PROSE_WORDS = 6, 25  # headline, byline and date are looked for among the first blocks, before any prose
_END_BLOCKS = 6  # lines among which credits and the author's life are looked for
_MOST_LINKS, _LINK_WORDS = 6, 4  # of a box of links to other stories; more lines are a list that the text is about
_LONGEST_PULLED, _SHORTEST_PULLED = 400, 30  # characters of a line that the page prints twice, in text and margin
_PULLED = 60  # characters by which a quote is found again: who said it may stand behind
_MARKS = " \"'“”„«»‘’…"
_BYLINE = re.compile(
    r"(?:(?:written|story|text|words) )?(?:by|von|par|por|di|door|av|af)\s+\S+(?:\s+\S+){0,7}$", re.IGNORECASE
)
_DATE = re.compile(
    r"(?:\d{1,2}:\d\d(?: [A-Z]{2,4})?,? )?"
    r"(?:(?:published|posted|updated|last updated|stand|veröffentlicht|aktualisiert|publié|mis à jour|"
    r"publicado|actualizado)"
    r"[\s:]*(?:on|at|am|le|el|:)?\s*)?(?:\w+,?\s+){0,2}(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|"
    r"\w+\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|"
    r"\d{1,2}\.? (?:de )?\w+\.?,? (?:de )?\d{4})(?:[\s,|•·–-]*(?:at|um|à|a las|kl\.?)?\s*\d{1,2}[:.h]\d\d.{0,20})?$",
    re.IGNORECASE,
)


def _no_links(_: frozenset[str]) -> frozenset[str]:
    return frozenset()


@dataclass(frozen=True)
class Surroundings:
    """What the page tells beside its text. `links` gives of lines those that are nothing but a link within the site."""

    title: str
    heading: str = ""
    authors: tuple[str, ...] = ()
    links: Callable[[frozenset[str]], frozenset[str]] = _no_links


def sort_out(blocks: Sequence[Block], around: Surroundings) -> tuple[list[Block], list[Dropped]]:
    """The blocks that are text, and the lines that are not, each with its reason; both in order."""
    blocks, dropped = _without_credits(blocks)
    reasons = _reasons(blocks, around)
    _mark_links(blocks, reasons, around)
    _mark_end(blocks, reasons, around.authors)
    _mark_pulled(blocks, reasons)
    kept: list[Block] = []
    for block, reason in zip(blocks, reasons, strict=True):
        if reason:
            dropped.append(Dropped(block.text, reason))
        else:
            kept.append(block)
    return kept, dropped


def _without_credits(blocks: Sequence[Block]) -> tuple[list[Block], list[Dropped]]:
    """The blocks, the last ones without the credits in brackets that close them, and those credits."""
    cut = list(blocks)
    dropped: list[Dropped] = []
    for position in range(max(0, len(cut) - _END_BLOCKS), len(cut)):
        text, credit = without_credit(cut[position].text)
        if credit:
            cut[position] = replace(cut[position], text=text)
            dropped.append(Dropped(credit, "credit"))
    return cut, dropped


def _reasons(blocks: Sequence[Block], around: Surroundings) -> list[str]:
    """Why each line by itself is none of the text."""
    counts = Counter(block.text for block in blocks)
    reasons: list[str] = []
    is_top = True
    for position, block in enumerate(blocks):
        is_top = is_top and position < _TOP_BLOCKS and len(block.text.split()) < _PROSE_WORDS
        reason = why_boilerplate(block.text) or (_why_of_top(block.text, around) if is_top else "")
        if not reason and counts[block.text] >= _REPEATED and _is_furniture(block.text):
            reason = "repeated"
        reasons.append(reason)
    return reasons


def _is_furniture(line: str) -> bool:
    """Whether a repeated line is a site's: interviews repeat questions, lists of products their labels and values."""
    return len(line.split()) >= _MIN_REPEATED_WORDS and line.endswith((".", "!", ")"))


def _mark_links(blocks: Sequence[Block], reasons: list[str], around: Surroundings) -> None:
    """Links to other stories go where they stand in a list of their own, or below a label that was dropped."""
    lists = [block.kind == "list" for block in blocks]
    below = [n > 0 and reasons[n - 1] == "related" for n in range(len(blocks))]
    asked = frozenset(blocks[n].text for start, end in _runs(lists) if end - start > 1 for n in range(start, end))
    asked |= frozenset(block.text for block, is_below in zip(blocks, below, strict=True) if is_below)
    links = around.links(asked) if asked else asked
    for position, block in enumerate(blocks):
        if below[position] and block.text.endswith(("...", "…")) and block.kind == "text":
            reasons[position] = "related"  # a teaser, cut short
    for start, end in _runs([block.text in links for block in blocks]):
        words = sum(len(block.text.split()) for block in blocks[start:end])
        is_box = 1 < end - start <= _MOST_LINKS and all(lists[start:end]) and words >= _LINK_WORDS * (end - start)
        if below[start] or is_box:
            reasons[start:end] = [reason or "related" for reason in reasons[start:end]]


def _runs(flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """The stretches of flags that are set."""
    start: int | None = None
    for position, flag in enumerate([*flags, False]):
        if flag and start is None:
            start = position
        elif not flag and start is not None:
            yield start, position
            start = None


def _mark_end(blocks: Sequence[Block], reasons: list[str], authors: Sequence[str]) -> None:
    """Credits and the author's life, among the last lines."""
    end = range(max(1, len(blocks) - _END_BLOCKS), len(blocks))
    for position in end:
        reasons[position] = reasons[position] or why_trailer(blocks[position].text, authors)
    about = next((n for n in end if is_about_author(blocks[n].text)), None)
    if about is not None:
        reasons[about:] = [reason or "author" for reason in reasons[about:]]


def _mark_pulled(blocks: Sequence[Block], reasons: list[str]) -> None:
    """Lines in the margin that the text has too: a quote that begins in a longer line, a sentence that is in one."""
    texts = [block.text for block, reason in zip(blocks, reasons, strict=True) if not reason]
    body = "\n".join(texts)
    for position, block in enumerate(blocks):
        is_set_off = block.kind == "quote" or (block.kind == "text" and _is_sentence(block.text) and position > 1)
        if reasons[position] or not is_set_off or len(block.text) > _LONGEST_PULLED:
            continue
        words = block.text.strip(_MARKS)
        start = words[:_PULLED] if block.kind == "quote" else words
        if len(start) >= _SHORTEST_PULLED and body.count(start) > 1 and _is_in_longer(start, block.text, texts):
            reasons[position] = "pull quote"


def _is_sentence(line: str) -> bool:
    return line.rstrip(_MARKS).endswith((".", "!", "?")) and len(line.split()) >= _MIN_REPEATED_WORDS


def _is_in_longer(words: str, line: str, texts: Sequence[str]) -> bool:
    return any(words in text and len(text) > len(line) for text in texts)


def _why_of_top(line: str, around: Surroundings) -> str:
    """Whether a line above the prose is the headline again, the byline or the date."""
    mine = fold_letters(line)
    if any(_is_headline(mine, fold_letters(title)) for title in (around.title, around.heading)):
        return "title"
    if _BYLINE.match(line) and not line.endswith((".", "!", "?", ":")):
        return "byline"
    if mine and mine in (fold_letters(name) for name in around.authors):
        return "byline"
    return "date" if _DATE.match(line) else ""


def _is_headline(line: str, headline: str) -> bool:
    return bool(headline) and (line == headline or (line.endswith(headline) and len(line) < 2 * len(headline)))


def fold_letters(text: str) -> str:
    """The letters and digits of a line in lower case: by them it is found again in other markup."""
    return re.sub(r"[\W_]+", "", text.casefold())


def why_boilerplate(line: str) -> str:
    """The reason why a whole line is boilerplate ("loading", "share", …); "" where it is text."""
    words = len(line.split())
    if words > _MAX_WORDS:
        return "caption" if words <= _CAPTION_WORDS and is_caption(line) else ""
    reason = next((reason for reason, pattern in REASONS if pattern.match(line)), "")
    return reason or ("volatile" if is_volatile(line) else "")
