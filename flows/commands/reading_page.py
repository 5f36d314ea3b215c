"""A page's article and reading as an HTML page: what was found, marked where it stands in the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from flows.commands.outline import head_of, lists_of
from flows.commands.reading_object import name_of
from transforms.html import environment
from transforms.records.analyse import Event, Mention, Quote, Reading
from transforms.records.extract import Article


@dataclass(frozen=True)
class Mark:
    """A span of the body that something was found in, what kind of thing, and what is said of it."""

    start: int
    end: int
    kind: str
    note: str


@dataclass(frozen=True)
class Piece:
    """A run of text under the same marks."""

    text: str
    kinds: str  # class names
    note: str


@dataclass(frozen=True)
class Block:
    """A paragraph: its kind, and its pieces."""

    kind: str
    pieces: list[Piece]


def as_page(read: Sequence[tuple[Article, Reading]], topic_labels: Mapping[str, str]) -> str:
    """One page for all articles. Overlapping spans are told apart by their marks: colour, rule and underline."""
    template = environment("flows.commands").get_template("reading.html.j2")
    return template.render(
        articles=[
            {
                "title": article.title,
                "head": head_of(article),
                "language": article.language,
                "blocks": blocks_of(article, reading),
                "lists": lists_of(article, reading, topic_labels),
            }
            for article, reading in read
        ]
    )


def blocks_of(article: Article, reading: Reading) -> list[Block]:
    """The paragraphs of the body, each cut where a mark begins or ends; their texts joined are the body's own."""
    marks = sorted(marks_of(reading), key=lambda mark: (mark.start, -mark.end))
    return [
        Block(paragraph.kind, list(_pieces(article.body, paragraph.char_start, paragraph.char_end, marks)))
        for paragraph in article.paragraphs
    ]


def _pieces(body: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    here = [mark for mark in marks if mark.start < end and mark.end > start]
    edges = {edge for mark in here for edge in (mark.start, mark.end) if start < edge < end}
    cuts = [start, *sorted(edges), end]
    for first, last in pairwise(cuts):
        over = [mark for mark in here if mark.start <= first and mark.end >= last]
        kinds = dict.fromkeys(kind for mark in over for kind in mark.kind.split())
        yield Piece(body[first:last], " ".join(kinds), "; ".join(dict.fromkeys(mark.note for mark in over)))


def marks_of(reading: Reading) -> Iterator[Mark]:
    """Everything that has a place in the body."""
    yield from (_of_mention(row, reading) for row in reading.mentions)
    for quote in reading.quotes:
        yield from _of_quote(quote, reading)
    for event in reading.events:
        yield Mark(event.char_start, event.char_end, "event", _said_of_event(event, reading))
    for role in reading.roles:
        who = reading.mentions[role.mention_no].surface
        yield Mark(role.char_start, role.char_end, "role", f"{role.role_class.replace('_', ' ')}: {who}")
    for day in reading.dates:
        yield Mark(day.char_start, day.char_end, "date", f"date {day.value}")
    for amount in reading.quantities:
        value = "" if amount.value is None else f" {amount.value:,.12g}"
        yield Mark(amount.char_start, amount.char_end, "quantity", f"{amount.kind}{value} {amount.unit}".rstrip())
    for place in reading.places:
        yield Mark(place.char_start, place.char_end, "place", f"place {place.name} {place.country}".rstrip())
    for cited in reading.citations:
        yield Mark(cited.char_start, cited.char_end, "cited", f"cited {cited.kind} {cited.outlet}".rstrip())


def _of_mention(row: Mention, reading: Reading) -> Mark:
    name = name_of(reading, row.actor_no) or "not resolved"
    return Mark(row.char_start, row.char_end, f"mention {row.kind}", f"{row.kind} {name}")


def _of_quote(row: Quote, reading: Reading) -> Iterator[Mark]:
    who = name_of(reading, row.speaker_actor_no) or row.speaker_text or "nobody named"
    words = "words in marks" if row.kind == "scare" else f"{row.kind} speech of {who}"
    yield Mark(row.char_start, row.char_end, f"quote {row.kind}", words)
    if row.cue_start is not None and row.cue_end is not None:
        yield Mark(row.cue_start, row.cue_end, "cue", f"cue, {row.cue_class or 'of no known class'}")


def _said_of_event(row: Event, reading: Reading) -> str:
    sources, targets = (
        ", ".join(name_of(reading, one.actor_no) or one.text for one in row.actors if one.side == side) or "–"
        for side in ("source", "target")
    )
    denied = "not " if row.is_negated else ""
    arrow = "↔" if row.is_mutual else "→"
    return f"event {denied}{row.type or 'statement'} {row.cameo_code}, {row.realis}: {sources} {arrow} {targets}"
