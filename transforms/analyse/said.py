"""Attributions: what is reported and what stands in marks, brought together so that each is told once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from transforms.analyse.quote_marks import Quoted
from transforms.analyse.reported import Reported
from transforms.analyse.reporting_words import cue_class
from transforms.analyse.source_phrases import Span
from transforms.analyse.speakers import Attribution
from transforms.analyse.spoken import INHERITED, Spoken, is_named, is_title

_BESIDE = 2  # tokens between words in marks and a cue that is theirs whatever stands around
_INSIDE = 0.8  # of the words in marks: marks and commas at the edge of a clause may fall out of the parse


# How a speaker was found, and how far it is to be trusted: the shares of right ones among those found that counting by
# tests/quality/quotes.py gives, rounded; an order by judgement for those too rare to be counted.
TRUST = {
    "quote-subject": 0.9, "quote-inverted": 0.9, "quote-according-to": 0.85, "quote-labelled": 0.8,
    "quote-continued": 0.8, "quote-carried-on": 0.8, "quote-carried-over": 0.5, "quote-before": 0.5, "quote-none": 0.3,
    "quote-scare": 0.6, "reported-clause": 0.85, "reported-according": 0.85, "reported-stance": 0.85,
    "reported-label": 0.7, "reported-object": 0.7, "reported-infinitive": 0.7, "reported-noun": 0.5,
}  # fmt: skip
_BY_PREPOSITION = 0.7


@dataclass(frozen=True)
class Said:
    """One attribution: its cue, who is said to speak (None: nobody), the clauses, and the words in marks."""

    cue: Span | None
    cue_class: str
    verb: Token | None
    speaker: Attribution | None
    method: str
    content: tuple[Span, ...] = ()
    pieces: tuple[Quoted, ...] = field(default=())

    @property
    def start(self) -> int:
        """Where its first words stand."""
        return min([*(start for start, _ in self.content), *(piece.start for piece in self.pieces)])

    @property
    def is_negated(self) -> bool:
        """Whether it is told that this was not said: "did not say that"."""
        return self.verb is not None and any(child.dep_ == "neg" for child in self.verb.children)

    @property
    def confidence(self) -> float:
        """How far the speaker is to be trusted."""
        return TRUST.get(self.method, _BY_PREPOSITION)


def bring_together(
    reported: Sequence[Reported], spoken: Sequence[Spoken], quoted: Sequence[Quoted], body: str
) -> list[Said]:
    """The attributions of a document, in order of their words."""
    said = [_of_reported(one, quoted, body) for one in reported]
    by_cue = {one.cue[0]: number for number, one in enumerate(said) if one.cue is not None}
    homes: dict[int, int] = {}  # of a spoken span, by its start
    for number, home in enumerate(said):
        homes.update({piece.start: number for piece in home.pieces})
    last: int | None = None
    for one in spoken:
        last = _place(one, said, by_cue, homes, last)
    return sorted(said, key=lambda one: one.start)


def _of_reported(one: Reported, quoted: Sequence[Quoted], body: str) -> Said:
    speaker = None
    if one.source is not None and one.head is not None:
        words = body[slice(*one.cue)]
        speaker = Attribution(words, one.cue[0], *one.source, one.head, one.method, False, 0.0)
    pieces = tuple(
        piece for piece in quoted
        if _lies_in(piece, one.content) and not is_title(body[piece.start : piece.end]) and not is_named(body, piece)
    )  # fmt: skip
    return Said(one.cue, one.cue_class, one.verb, speaker, one.method, one.content, pieces)


def _lies_in(piece: Quoted, content: Sequence[Span]) -> bool:
    shared = sum(max(0, min(piece.end, end) - max(piece.start, start)) for start, end in content)
    return shared > _INSIDE * (piece.end - piece.start)


def _place(
    one: Spoken, said: list[Said], by_cue: dict[int, int], homes: dict[int, int], last: int | None
) -> int | None:
    """Puts a quotation where it belongs; returns the attribution that one after it may continue."""
    piece, own = one.passage.quoted, one.attribution
    home = homes.get(piece.start)
    if home is not None and not _is_its_own(one, said[home]):
        return home
    if home is not None:
        said[home] = replace(said[home], pieces=tuple(part for part in said[home].pieces if part is not piece))
    if one.method in INHERITED[:2] and last is not None:
        number = last
    elif own is not None and own.cue_start is not None and own.cue_start in by_cue:
        number = by_cue[own.cue_start]
    else:
        number = len(said)
        said.append(_of_spoken(one))
        if own is not None and own.cue_start is not None:
            by_cue[own.cue_start] = number
        return number
    said[number] = replace(said[number], pieces=tuple(sorted({*said[number].pieces, piece}, key=lambda p: p.start)))
    return number


def _is_its_own(one: Spoken, home: Said) -> bool:
    """Whether words in marks have a cue right beside them, so that what is reported around them is not theirs."""
    own = one.attribution
    if own is None:
        return False
    if home.speaker is None:
        return True
    is_other = own.cue_start is not None and home.cue is not None and own.cue_start != home.cue[0]
    return is_other and own.distance < _BESIDE and own.is_plain


def _of_spoken(one: Spoken) -> Said:
    own = one.attribution
    cue = (own.cue_start, own.cue_start + len(own.cue)) if own is not None and own.cue_start is not None else None
    name = cue_class(own.cue) if own is not None else ""
    verb = None
    method = f"quote-{one.method if own is not None else 'none'}"
    return Said(cue, name, verb, own, method, (), (one.passage.quoted,))


def parts_of(one: Said, body: str) -> Iterator[tuple[Span, Span, str]]:
    """The parts of an attribution, each with its words, the clause that they stand in, and its kind."""
    if not one.pieces:
        for span in one.content:
            yield span, span, "indirect"
        return
    for piece in one.pieces:
        words = (piece.start, piece.end)
        around = next((span for span in one.content if _lies_in(piece, [span])), words)
        is_all = around == words
        extent = words if is_all else (min(around[0], piece.outer_start), max(around[1], piece.outer_end))
        yield words, extent, _kind(body, piece, around)


def _kind(body: str, piece: Quoted, around: Span) -> str:
    """Mixed: some words of the speaker inside a sentence of the reporter. Direct: a clause that stands by itself."""
    outside = body[around[0] : piece.outer_start] + " " + body[piece.outer_end : around[1]]
    if len(outside.split()) > 2:
        return "mixed"
    before = body[: piece.outer_start].rstrip()[-1:]
    return "mixed" if body[piece.start].islower() and before not in ",:" else "direct"
