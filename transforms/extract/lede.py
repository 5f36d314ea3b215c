"""The lede: the sentences that open the story."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.records.extract import Paragraph

_MAX_WORDS = 60
_MIN_WORDS = 8  # a shorter first paragraph is a kicker, a byline or a label
_SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]]*\s+(?=[\"“‘«(\[]?[^\W\d_a-z])|[。！？]")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Lt|Sgt|Rep|Sen|Gov|No|vs|Jr|Sr|[A-Z])|\bU\.S|\bU\.K)\.$"
)
_CAPTION = re.compile(
    r"\b(?:photo|image|picture|photograph|file photo|foto|bild|getty images|credit)\s?(?::|/|by\b)", re.I
)


def find_lede(
    body: str, paragraphs: Sequence[Paragraph], dateline_end: int, labels_end: Sequence[tuple[int, int]] = ()
) -> tuple[int, int]:
    """The span of the first sentences of the first text paragraph, up to about 60 words; (0, 0) without one.

    `labels_end` holds (start, end) spans of labels: a lede begins behind one that opens its paragraph.
    """
    candidates = [place for place in paragraphs if place.kind == "text" and place.char_end > dateline_end]
    fit = [place for place in candidates if _is_story(body[place.char_start : place.char_end])]
    for place in (fit or candidates)[:1]:
        start = max(place.char_start, dateline_end)
        start = next((end for begin, end in labels_end if begin == place.char_start < end), start)
        start += len(body[start : place.char_end]) - len(body[start : place.char_end].lstrip(" :\n"))
        return start, start + _length_of_lede(body[start : place.char_end])
    return 0, 0


def _is_story(text: str) -> bool:
    is_long = len(text.split()) >= _MIN_WORDS or len(text) >= 60
    return is_long and not (_CAPTION.search(text) and len(text.split()) < 40)


def _length_of_lede(text: str) -> int:
    """The length of the first sentence and of those after it that still fit in about 60 words."""
    ends = [
        found.end() for found in _SENTENCE_END.finditer(text) if not _ABBREVIATION.search(text[: found.start() + 1])
    ]
    ends = [*ends, len(text)]
    fitting = [end for end in ends if len(text[:end].split()) <= _MAX_WORDS]
    return len(text[: fitting[-1] if fitting else ends[0]].rstrip())
