"""Quotations and who spoke them.

Marks give the spans, the cue nearest to a span gives the speaker's phrase, and a quotation without a cue of its own is
the last speaker's if it carries on. Words in marks that nobody is said to have said are scare quotes, and left out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

from transforms.analyse.actors import People
from transforms.analyse.antecedents import UNKNOWN, Speaker, resolve_speaker
from transforms.analyse.document import Document
from transforms.analyse.quote_marks import Quoted, find_quoted
from transforms.analyse.sentences import text_blocks
from transforms.analyse.speakers import Attribution, Passage, find_speaker, subject_before
from transforms.records.analyse import Quote

_FEWEST_WORDS = 4  # of a quotation without a plain cue: fewer are a title, a nickname, a word held with tongs
_NEAR = 8  # tokens within which a plain cue makes even a quoted word a quotation
_BESIDE = 3  # tokens within which a cue makes a quotation of what looks like a title

# How a speaker was found, and how far it is to be trusted: an order by judgement from counted errors, not calibrated.
_TRUST = {
    "subject": 0.9, "inverted": 0.9, "according-to": 0.85, "labelled": 0.8, "continued": 0.8, "carried-on": 0.8,
    "carried-over": 0.5, "before": 0.5, "none": 0.3,
}  # fmt: skip
_INHERITED = ("continued", "carried-on", "carried-over")


class _Spoken(NamedTuple):
    passage: Passage
    attribution: Attribution | None
    method: str


def find_quotes(document: Document, people: People) -> tuple[Quote, ...]:
    """The quotations of a document in order, with speakers where the text gives them; none overlap.

    A quotation over several paragraphs is one row a paragraph, all with the same speaker.
    """
    quoted = find_quoted(document.article.body, text_blocks(document.article))
    is_quoted = _quoted_test(quoted)
    spoken: list[_Spoken] = []
    for span in quoted:
        found = _attribute(Passage(document, span, is_quoted), spoken[-1] if spoken else None)
        if found is not None:
            spoken.append(found)
    return tuple(_rows(people, spoken))


def _quoted_test(quoted: Sequence[Quoted]) -> Callable[[int], bool]:
    starts = [span.outer_start for span in quoted]

    def is_quoted(offset: int) -> bool:
        number = bisect_right(starts, offset) - 1
        return number >= 0 and offset < quoted[number].outer_end

    return is_quoted


def _attribute(passage: Passage, last: _Spoken | None) -> _Spoken | None:
    """The speaker by the sentence's own cue, else by what came before; None where nobody is said to speak."""
    if passage.quoted.is_continued and last is not None:
        return _Spoken(passage, last.attribution, "continued")
    said = find_speaker(passage) if passage.document.is_parsed else None
    if said is not None and _is_spoken(passage.text, said):
        return _Spoken(passage, said, said.method)
    return _without_cue(passage, last) if _may_stand_alone(passage) else None


def _is_spoken(text: str, said: Attribution) -> bool:
    """Whether a cue near some words in marks means that they were said: not so for names, nor for single words afar."""
    if _is_title(text):
        return said.distance < _BESIDE
    return len(text.split()) >= _FEWEST_WORDS or (said.is_plain and said.distance < _NEAR)


def _is_title(text: str) -> bool:
    """Whether every long word begins with a capital: the name of a book, a film, a headline."""
    long = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return bool(long) and all(word[0].isupper() for word in long)


def _may_stand_alone(passage: Passage) -> bool:
    """Whether the quotation is a sentence or more of its own, and not some words in a reporter's sentence."""
    number = passage.sentence_no
    if number is None or passage.document.sentences[number].char_start != passage.quoted.outer_start:
        return False
    return len(passage.text.split()) >= _FEWEST_WORDS


def _without_cue(passage: Passage, last: _Spoken | None) -> _Spoken | None:
    """The last speaker's in his own paragraph, or as the paragraph after his; else whose sentence is right before."""
    paragraphs = passage.quoted.paragraph_no - last.passage.quoted.paragraph_no if last else None
    if last is not None and paragraphs == 0:
        return _Spoken(passage, last.attribution, "carried-on")
    if _is_title(passage.text):
        return None
    if last is not None and paragraphs == 1 and _is_paragraph(passage):
        return _Spoken(passage, last.attribution, "carried-over")
    previous = subject_before(passage)
    return _Spoken(passage, previous, "before" if previous else "none")


def _is_paragraph(passage: Passage) -> bool:
    paragraph = passage.document.article.paragraphs[passage.quoted.paragraph_no]
    return (passage.quoted.outer_start, passage.quoted.outer_end) == (paragraph.char_start, paragraph.char_end)


def _rows(people: People, spoken: Sequence[_Spoken]) -> Iterator[Quote]:
    speaker = UNKNOWN
    for one in spoken:
        number = one.passage.document.sentence_no(one.passage.quoted.start, one.passage.quoted.start + 1)
        if number is None:
            continue
        if one.attribution is None:
            speaker = UNKNOWN
        elif one.method not in _INHERITED:
            speaker = resolve_speaker(one.passage, people, one.attribution, speaker)
        yield _row(one, number, speaker)


def _row(one: _Spoken, sentence_no: int, speaker: Speaker) -> Quote:
    said, quoted, body = one.attribution, one.passage.quoted, one.passage.document.article.body
    return Quote(
        sentence_no=sentence_no,
        char_start=quoted.start,
        char_end=quoted.end,
        kind=_kind(body, quoted),
        text=one.passage.text,
        cue=said.cue if said else "",
        speaker_text=body[said.start : said.end] if said else "",
        speaker_start=said.start if said else None,
        speaker_end=said.end if said else None,
        speaker_mention_no=speaker.mention_no,
        speaker_actor_no=speaker.actor_no,
        confidence=_TRUST[one.method if said else "none"],
        method=f"quote-{one.method}",
    )


def _kind(body: str, quoted: Quoted) -> Literal["direct", "mixed"]:
    """Mixed: some words of the speaker inside a sentence of the reporter. Direct: a clause that stands by itself."""
    before = body[: quoted.outer_start].rstrip()[-1:]
    return "mixed" if body[quoted.start].islower() and before not in ",:" else "direct"
