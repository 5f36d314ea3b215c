"""Dates, times, lengths of time and repetitions in an article, with what they mean on the day that it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from transforms.analyse.date_clock import CLOCKS, moment_of, with_their_days
from transforms.analyse.date_context import DateToken
from transforms.analyse.date_edges import Dated, bound_of, with_edges
from transforms.analyse.date_ranges import with_ranges
from transforms.analyse.date_scene import Hit, Meant, Resolve, Scene, letters_of
from transforms.analyse.date_tense import direction_of
from transforms.analyse.date_tokens import Tokens, date_tokens, words_of_kinds
from transforms.analyse.dates_absolute import ABSOLUTE
from transforms.analyse.dates_lengths import LENGTHS
from transforms.analyse.dates_named import NAMED
from transforms.analyse.dates_parts import with_lengths_up_to, with_parts
from transforms.analyse.dates_relative import RELATIVE
from transforms.analyse.dates_told import TOLD
from transforms.analyse.document import Document
from transforms.analyse.periods import Period
from transforms.records.analyse import DateMention
from transforms.records.extract import Article

_TIMELY = frozenset("mwWuskpyqcDHarMNEY")  # a sentence without one of these has no date
_DIGIT = re.compile(r"\d")
_PATTERNS = (*CLOCKS, *NAMED, *ABSOLUTE, *RELATIVE, *TOLD, *LENGTHS)
_NEEDED = [letters_of(rule.pattern) for rule, _ in _PATTERNS]
_OPENING_SENTENCES = 2  # where a page prints its own date as a line


@dataclass(frozen=True)
class Anchor:
    """The day that relative dates are told from, and where it is known from."""

    day: date | None
    source: str  # dateline, published, section; "" where none is known


@dataclass
class _Memory:
    """What the sentences before have named."""

    last: Period | None = None
    year: int | None = None
    year_in: int = -9  # the sentence that named it


def find_dates(document: Document) -> tuple[DateMention, ...]:
    """Every expression of time, in the order of the text. Relative ones are told from the article's anchor."""
    anchor = anchor_of(document)
    memory = _Memory()
    found: list[DateMention] = []
    article = document.article
    telling = words_of_kinds(_TIMELY, article.language)
    for number, sentence in enumerate(document.sentences):
        start, end = sentence.char_start, sentence.char_end
        is_mute = telling.isdisjoint([word.fold for word in document.words[number]])
        if is_mute and not _DIGIT.search(article.body, start, end):
            continue  # most sentences: half of the time goes into telling their tokens apart
        tokens = date_tokens(article.body, start, end, article.language)
        if _TIMELY.isdisjoint(tokens.classes) and "To" not in tokens.classes:  # "on the 15th"
            continue
        here = anchor if anchor.day else _of_section(document.article, sentence.section_no)
        found += [
            _mention(document, number, tokens, item, here) for item in _read(document, number, tokens, here.day, memory)
        ]
    return tuple(found)


# --- the anchor ------------------------------------------------------------------------------------------------------


def anchor_of(document: Document) -> Anchor:
    """The dateline's day, or the page's own date line, or the day of publication where it was published."""
    article = document.article
    if article.dateline_date is not None:
        return Anchor(article.dateline_date, "dateline")
    if (printed := _printed_day(document)) is not None:
        return Anchor(printed, "dateline")
    if article.published_at is None:
        return Anchor(None, "")
    local = article.published_at + timedelta(minutes=article.published_offset_minutes or 0)
    return Anchor(local.date(), "published")


def _printed_day(document: Document) -> date | None:
    """The day of a first line that is nothing but a date."""
    for sentence in document.sentences[:_OPENING_SENTENCES]:
        if sentence.char_end - sentence.char_start <= 40 and (
            day := whole_day(document.article.body[sentence.char_start : sentence.char_end], document.article.language)
        ):
            return day
    return None


def whole_day(text: str, language: str) -> date | None:
    """The day that a text names, when it names one with its year and is nothing else."""
    tokens = date_tokens(text, 0, len(text), language)
    scene = Scene(None, tokens, lambda _token: 0)
    for rule, resolve in ABSOLUTE:
        match = rule.match(tokens.classes)
        if match and tokens.classes[match.end() :].strip("_,") == "" and match.end() > 0:
            meant = resolve(Hit(match, tokens), scene)
            if meant and meant.period and meant.period.unit == "day" and not meant.alternatives:
                return meant.period.start
    return None


def _of_section(article: Article, section_no: int | None) -> Anchor:
    day = None if section_no is None else whole_day(article.sections[section_no].label, article.language)
    return Anchor(day, "section" if day else "")


# --- a sentence ------------------------------------------------------------------------------------------------------


def _read(document: Document, number: int, tokens: Tokens, anchor: date | None, memory: _Memory) -> list[Dated]:
    """The expressions of a sentence; what they name is remembered for the next."""

    def direction(token: DateToken) -> int:
        return direction_of(document, tokens, token)

    scene = Scene(anchor, tokens, direction, memory.last, _year_nearby(anchor, number, memory))
    found: list[Dated] = []
    for hit, resolve in _candidates(tokens):
        if found and hit.first < found[-1].last:
            continue
        meant = _within_the_calendar(resolve, hit, scene)
        if meant is None:
            continue
        item = with_edges(with_parts(Dated(hit.first, hit.last, meant), tokens, anchor), tokens, anchor)
        while found and item.first < found[-1].last:
            found.pop()  # "the last week" before "of August"
        found.append(item)
        _remember(memory, meant, number)
        scene = replace(scene, last=memory.last, year=_year_nearby(anchor, number, memory))
    folds = [item.fold for item in tokens.items]
    found = with_lengths_up_to(with_their_days(found, tokens.classes, folds), tokens)
    return with_ranges(found, tokens.classes)


def _within_the_calendar(resolve: Resolve, hit: Hit, scene: Scene) -> Meant | None:
    """What the pattern means; None beyond the years that a date can have."""
    try:
        return resolve(hit, scene)
    except (OverflowError, ValueError):
        return None


def _candidates(tokens: Tokens) -> Iterator[tuple[Hit, Resolve]]:
    """All matches of all patterns, from left to right, the longest first."""
    present = frozenset(tokens.classes)
    hits = [
        (match.start(), -match.end(), order, match)
        for order, (rule, _) in enumerate(_PATTERNS)
        if _NEEDED[order] <= present
        for match in rule.finditer(tokens.classes)
        if match.end() > match.start()
    ]
    for _, _, order, match in sorted(hits, key=lambda hit: hit[:3]):
        yield Hit(match, tokens), _PATTERNS[order][1]


def _remember(memory: _Memory, meant: Meant, number: int) -> None:
    if meant.period is None or meant.kind not in ("DATE", "TIME"):
        return
    memory.last = meant.period
    if not meant.relative_to and meant.period.unit in ("year", "month", "day"):
        memory.year, memory.year_in = meant.period.start.year, number


def _year_nearby(anchor: date | None, number: int, memory: _Memory) -> int | None:
    """A past year that this sentence or the one before has named: months and days without a year belong to it."""
    if memory.year is None or anchor is None or number - memory.year_in > 1 or memory.year >= anchor.year:
        return None
    return memory.year


def _mention(document: Document, number: int, tokens: Tokens, item: Dated, anchor: Anchor) -> DateMention:
    start, end = tokens.items[item.first].start, tokens.items[item.last - 1].end
    meant, period = item.meant, item.meant.period
    return DateMention(
        sentence_no=number, char_start=start, char_end=end, surface=document.article.body[start:end], kind=meant.kind,
        value=meant.value, mod=meant.mod, bound=bound_of(item, tokens),
        start_day=period.start if period else None, end_day=period.end if period else None, moment_at=moment_of(meant),
        is_relative=bool(meant.relative_to), anchor_day=anchor.day if meant.relative_to else None,
        anchor_source=("text" if meant.relative_to == "text" else anchor.source) if meant.relative_to else "",
        alternatives="; ".join(meant.alternatives), confidence=meant.confidence, method="rules",
    )  # fmt: skip
