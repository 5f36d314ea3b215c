"""Who speaks the words in marks.

Marks give the spans, the cue nearest to a span gives the speaker's phrase, and a quotation without a cue of its own is
the last speaker's if it carries on. Words in marks that nobody is said to have said are left to others to judge.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from transforms.analyse.document import Document
from transforms.analyse.quote_marks import Quoted
from transforms.analyse.source_phrases import IsQuoted
from transforms.analyse.speakers import Attribution, Passage, find_speaker, subject_before
from transforms.analyse.speakers_abroad import find_speaker_abroad

_FEWEST_WORDS = 4  # of a quotation without a plain cue: fewer are a title, a nickname, a word held with tongs
_NEAR = 8  # tokens within which a plain cue makes even a quoted word a quotation
_BESIDE = 2  # tokens within which a cue makes a quotation of what looks like a title
_HEARD = ("told", "tell", "tells", "telling")  # what follows in marks and capitals is a programme: told “Night Talk”
_NAMING_REACH = 40
_NAMING = re.compile(
    r"\b(?:word|term|phrase|slogans?|mottos?|names?|nicknames?|monikers?|titles?|titled|entitled|named|"
    r"nicknamed|known as|headlines?|headlined|hashtags?|songs?|singles?|albums?|films?|movies?|books?|novels?|"
    r"plays?|poems?|shows?|series|episodes?|programmes?|podcasts?|paintings?|columns?|memoirs?|musicals?|dramas?|"
    r"comed(?:y|ies)|thrillers?|sitcoms?|hits?|tracks?|"
    r"(?:signs?|banners?|placards?|posters?|shirts?|hats?|flags?|stickers?|badges?|labels?|plaques?)"
    r"(?: (?:reading|saying|bearing|(?:that|which) (?:read|reads|said|says)))?)[,:]?\s*$",
    re.IGNORECASE,
)
INHERITED = ("continued", "carried-on", "carried-over")  # the methods by which a speaker is the last quotation's


class Spoken(NamedTuple):
    """A quotation, who is said to speak it (None: nobody), and how that was found."""

    passage: Passage
    attribution: Attribution | None
    method: str


def find_spoken(document: Document, quoted: Sequence[Quoted], is_quoted: IsQuoted) -> list[Spoken]:
    """The quotations among what stands in marks, in order."""
    spoken: list[Spoken] = []
    for span in quoted:
        found = _attribute(Passage(document, span, is_quoted), spoken[-1] if spoken else None)
        if found is not None:
            spoken.append(found)
    return spoken


def _attribute(passage: Passage, last: Spoken | None) -> Spoken | None:
    """The speaker by the sentence's own cue, else by what came before; None where nobody is said to speak."""
    said = find_speaker(passage) if passage.document.is_parsed else find_speaker_abroad(passage)
    is_signed = said is not None and (said.method == "labelled" or (said.is_plain and said.distance < _BESIDE))
    if passage.quoted.is_continued and last is not None and not is_signed:
        return Spoken(passage, last.attribution, "continued")
    if said is not None and _is_spoken(passage.text, said):
        return Spoken(passage, said, said.method)
    return _without_cue(passage, last) if _may_stand_alone(passage, last) else None


def _is_spoken(text: str, said: Attribution) -> bool:
    """Whether a cue near some words in marks means that they were said: not so for names, nor for single words afar."""
    if is_title(text):
        return said.distance < _BESIDE and said.cue.lower() not in _HEARD
    return len(text.split()) >= _FEWEST_WORDS or (said.is_plain and said.distance < _NEAR)


def is_title(text: str) -> bool:
    """Whether every long word begins with a capital: the name of a book, a film, a headline."""
    long = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return bool(long) and all(word[0].isupper() for word in long)


def is_named(body: str, piece: Quoted) -> bool:
    """Whether the words in marks are said to be a word, a name, a slogan, the text of a sign: nobody speaks them."""
    return bool(_NAMING.search(body[max(0, piece.outer_start - _NAMING_REACH) : piece.outer_start]))


def _may_stand_alone(passage: Passage, last: Spoken | None) -> bool:
    """Whether the quotation is a sentence or more of its own, and not some words in a reporter's sentence."""
    number = passage.sentence_no
    if number is None or passage.document.sentences[number].char_start != passage.quoted.outer_start:
        return False
    is_next = last is not None and last.passage.quoted.paragraph_no == passage.quoted.paragraph_no
    return len(passage.text.split()) >= _FEWEST_WORDS or (is_next and passage.text.endswith((".", "?", "!")))


def _without_cue(passage: Passage, last: Spoken | None) -> Spoken | None:
    """The last speaker's in his own paragraph, or as the paragraph after his; else whose sentence is right before."""
    paragraphs = passage.quoted.paragraph_no - last.passage.quoted.paragraph_no if last else None
    if last is not None and paragraphs == 0:
        return Spoken(passage, last.attribution, "carried-on")
    if is_title(passage.text):
        return None
    if last is not None and paragraphs == 1 and _is_paragraph(passage):
        return Spoken(passage, last.attribution, "carried-over")
    previous = subject_before(passage)
    return Spoken(passage, previous, "before" if previous else "none")


def _is_paragraph(passage: Passage) -> bool:
    paragraph = passage.document.article.paragraphs[passage.quoted.paragraph_no]
    return passage.quoted.outer_start == paragraph.char_start
