"""What is said in an article, and by whom: direct, mixed and indirect speech, and words held with tongs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from transforms.analyse.actors import People
from transforms.analyse.antecedents import UNKNOWN, Speaker, resolve_speaker
from transforms.analyse.document import Document
from transforms.analyse.hearers import hearer_of
from transforms.analyse.quote_marks import Quoted, find_quoted
from transforms.analyse.reported import find_reported
from transforms.analyse.said import TRUST, Said, bring_together, parts_of
from transforms.analyse.sentences import text_blocks
from transforms.analyse.source_phrases import IsQuoted
from transforms.analyse.speakers import Passage
from transforms.analyse.spoken import INHERITED, find_spoken, is_named, is_title
from transforms.records.analyse import Quote

_LONGEST_SCARE = 4  # words; more in marks without a speaker are a slogan, a sign, a text, which are nobody's irony
_INHERITING = tuple(f"quote-{method}" for method in INHERITED)


def find_quotes(document: Document, people: People) -> tuple[Quote, ...]:
    """The quotations of a document in order of their words, with speakers where the text gives them.

    A row is a part of an attribution: what a cue splits, and what runs over paragraphs, is one attribution in parts.
    """
    body = document.article.body
    quoted = find_quoted(body, text_blocks(document.article))
    is_quoted = _quoted_test(quoted)
    spoken = find_spoken(document, quoted, is_quoted)
    said = bring_together(find_reported(document, is_quoted), spoken, quoted, body)
    rows = [*_rows(document, people, said, is_quoted), *_scare(document, quoted, said)]
    return tuple(sorted(rows, key=lambda row: (row.char_start, row.char_end)))


def _quoted_test(quoted: Sequence[Quoted]) -> IsQuoted:
    starts = [span.outer_start for span in quoted]

    def is_quoted(offset: int) -> bool:
        number = bisect_right(starts, offset) - 1
        return number >= 0 and offset < quoted[number].outer_end

    return is_quoted


def _rows(document: Document, people: People, said: Sequence[Said], is_quoted: IsQuoted) -> Iterator[Quote]:
    last = UNKNOWN
    for number, one in enumerate(said):
        speaker = _speaker(document, people, one, is_quoted, last)
        if one.pieces:
            last = speaker
        yield from _parts(document, one, number, speaker)


def _speaker(document: Document, people: People, one: Said, is_quoted: IsQuoted, last: Speaker) -> Speaker:
    if one.speaker is None:
        return UNKNOWN
    if one.method in _INHERITING:
        return last
    at = one.pieces[0] if one.pieces else Quoted(one.start, one.start + 1, one.start, one.start + 1, 0, False)
    return resolve_speaker(Passage(document, at, is_quoted), people, one.speaker, last)


def _parts(document: Document, one: Said, number: int, speaker: Speaker) -> Iterator[Quote]:
    body = document.article.body
    hearer = hearer_of(one.verb) if one.verb is not None else None
    for part_no, (words, around, kind) in enumerate(parts_of(one, body)):
        sentence_no = document.sentence_no(words[0], words[0] + 1)
        if sentence_no is None:
            continue
        yield Quote(
            sentence_no=sentence_no,
            char_start=words[0],
            char_end=words[1],
            kind=kind,
            text=body[slice(*words)],
            cue=body[slice(*one.cue)] if one.cue else "",
            speaker_text=body[one.speaker.start : one.speaker.end] if one.speaker else "",
            speaker_start=one.speaker.start if one.speaker else None,
            speaker_end=one.speaker.end if one.speaker else None,
            speaker_mention_no=speaker.mention_no,
            speaker_actor_no=speaker.actor_no,
            confidence=one.confidence,
            method=one.method,
            attribution_no=number,
            part_no=part_no,
            content_start=around[0],
            content_end=around[1],
            cue_start=one.cue[0] if one.cue else None,
            cue_end=one.cue[1] if one.cue else None,
            cue_class=one.cue_class,
            is_negated=one.is_negated,
            via_text=body[slice(*hearer)] if hearer else "",
            via_start=hearer[0] if hearer else None,
            via_end=hearer[1] if hearer else None,
        )


def _scare(document: Document, quoted: Sequence[Quoted], said: Sequence[Said]) -> Iterator[Quote]:
    """Words in marks that nobody is said to have said: the reporter's distance from them."""
    body = document.article.body
    taken = {piece.start for one in said for piece in one.pieces}
    number = len(said)
    for piece in quoted:
        text = body[piece.start : piece.end]
        sentence_no = document.sentence_no(piece.start, piece.end)
        is_no_scare = is_title(text) or is_named(body, piece)
        if piece.start in taken or sentence_no is None or is_no_scare or not 0 < len(text.split()) <= _LONGEST_SCARE:
            continue
        yield Quote(
            sentence_no, piece.start, piece.end, "scare", text, "", "", None, None, None, None, TRUST["quote-scare"],
            "quote-scare", number, 0, piece.start, piece.end, None, None, "", False, "", None, None,
        )  # fmt: skip
        number += 1
