"""Who speaks: the cue verb near a quotation, and its subject."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from spacy.tokens import Token

from transforms.analyse.cues import CUE_VERBS, PLAIN_CUES, THINKING
from transforms.analyse.document import Document
from transforms.analyse.quote_marks import Quoted

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_CLIMBS = ("conj", "xcomp", "advcl", "ccomp", "acl", "parataxis", "pcomp", "dep")
_RELATIVES = ("who", "that", "which")
_NOT_SPEAKERS = ("it", "there", "what", "this", "these", "those", "i", "you", "we", "me", "us")
_FAR = 40  # tokens between a quotation and its cue
_AROUND = 600  # code points before and behind a quotation that are looked at, however long its sentence is
_WRONG_SIDE = 6  # what a cue costs, in tokens, behind a quotation that does not end in a comma
_SIGNED = re.compile(r"\s*[―—–-]{1,2}\s*([A-Z][\w.'’-]+(?: [\w.'’-]+){0,3}?)\s*[.,]?(?=\s*(?:\n|$))")
_TRANSCRIPT = re.compile(r"([A-Z][A-Z.'’ -]{2,30}):\s")


@dataclass(frozen=True)
class Passage:
    """A quotation in its document. `is_quoted` tells whether an offset lies between quotation marks: what is quoted
    reports nobody."""

    document: Document
    quoted: Quoted
    is_quoted: Callable[[int], bool]

    @property
    def text(self) -> str:
        """What stands between the marks."""
        return self.document.article.body[self.quoted.start : self.quoted.end]

    @property
    def sentence_no(self) -> int | None:
        """The sentence in which the quotation begins."""
        return self.document.sentence_no(self.quoted.outer_start, self.quoted.outer_start + 1)

    def tokens_around(self) -> list[Token]:
        """What is not quoted in the sentences that the quotation begins and ends in."""
        first = self.sentence_no
        last = self.document.sentence_no(self.quoted.outer_end - 1, self.quoted.outer_end)
        if first is None or last is None:
            return []
        sentences = self.document.sentences
        start = max(sentences[first].char_start, self.quoted.outer_start - _AROUND)
        end = min(sentences[last].char_end, self.quoted.outer_end + _AROUND)
        return self._reported(self.document.tokens(start, end))

    def tokens_before(self) -> list[Token]:
        """What is not quoted in the sentence before."""
        number = self.sentence_no
        return self._reported(self.document.sentence_tokens(number - 1)) if number else []

    def _reported(self, tokens: list[Token]) -> list[Token]:
        return [token for token in tokens if not self.is_quoted(token.idx)]


class Attribution(NamedTuple):
    """The cue as printed, the span of the speaker's phrase, and the token that heads it."""

    cue: str
    start: int
    end: int
    head: Token
    method: str
    is_plain: bool  # the cue is one that a quotation is the ordinary object of
    distance: float  # from the quotation, in tokens


def find_speaker(passage: Passage) -> Attribution | None:
    """The speaker whom the sentences around a quotation name; None where they name none."""
    labelled = _labelled(passage)
    if labelled is not None:
        return labelled
    cues = [token for token in passage.tokens_around() if _is_cue(token) and _distance(passage, token) < _FAR]
    for cue in sorted(cues, key=lambda cue: _distance(passage, cue)):
        head, method = _speaker_of(cue, passage)
        if head is not None:
            text = "according to" if cue.lower_ == "according" else cue.text
            span = _phrase(head, cue, passage)
            return Attribution(text, *span, head, method, _is_plain(cue), _distance(passage, cue))
    return None


def _labelled(passage: Passage) -> Attribution | None:
    """A speaker without a verb: "…" — Ana Berg, at the end of a line; or a transcript's BERG: in front."""
    body, quoted = passage.document.article.body, passage.quoted
    match = _SIGNED.match(body, quoted.outer_end) or _TRANSCRIPT.match(body, quoted.start, quoted.end)
    if match is None:
        return None
    head = passage.document.tokens(*match.span(1))[-1]
    return Attribution("", *match.span(1), head, "labelled", True, 0.0)


def _is_cue(token: Token) -> bool:
    if token.lower_ == "according":
        return True
    if token.lower_ in ("shot", "fired", "hit") and token.i + 1 < len(token.doc):
        return bool(token.nbor().lower_ == "back")
    if token.lower_ not in CUE_VERBS or not token.tag_.startswith("VB") or token.dep_ in ("aux", "amod"):
        return False
    return not any(child.dep_ == "auxpass" for child in token.children)


def _is_plain(cue: Token) -> bool:
    """Whether a cue makes even a single quoted word a quotation."""
    return cue.lower_ == "according" or CUE_VERBS.get(cue.lower_) in PLAIN_CUES


def _distance(passage: Passage, cue: Token) -> float:
    """Tokens between the quotation and a cue. After a comma the cue is expected behind, else in front."""
    quoted, document = passage.quoted, passage.document
    if cue.idx >= quoted.outer_end:
        edge = document.article.body[max(quoted.start, quoted.end - 1) : quoted.outer_end + 1]
        expected = any(mark in edge for mark in ",?!—")
        return _gap(document, quoted.outer_end, cue.idx) + (0.0 if expected else _WRONG_SIDE)
    return _gap(document, cue.idx + len(cue), quoted.outer_start) + 0.5


def _gap(document: Document, start: int, end: int) -> int:
    return len(document.tokens(start, end)) if start < end else 0


def _speaker_of(cue: Token, passage: Passage) -> tuple[Token | None, str]:
    if cue.lower_ == "according":
        return next((token for token in cue.subtree if token.dep_ == "pobj"), None), "according-to"
    if CUE_VERBS.get(cue.lower_) in THINKING and cue.dep_ == "ccomp" and cue.head.lower_ in CUE_VERBS:
        cue = cue.head
    subject = _subject(cue, passage)
    if subject is None and cue.idx >= passage.quoted.outer_end:
        return _inverted(cue, passage), "inverted"
    return subject, "subject"


def _subject(cue: Token, passage: Passage) -> Token | None:
    """The subject of a verb, or of the verb that it hangs on; of a relative clause, the noun it belongs to."""
    verb = cue
    for _ in range(4):
        for child in verb.children:
            if child.dep_ in _SUBJECTS and not passage.is_quoted(child.idx):
                return _antecedent(verb, child)
        if passage.is_quoted(verb.head.idx):
            return None
        if verb.dep_ in ("relcl", "acl"):
            return verb.head if verb.head.tag_.startswith("NN") else None
        if verb.dep_ not in _CLIMBS:
            return None
        verb = verb.head
    return None


def _antecedent(verb: Token, subject: Token) -> Token | None:
    if subject.lower_ in _RELATIVES:
        is_relative = verb.dep_ in ("relcl", "acl", "ccomp") and verb.head.tag_.startswith(("NN", "PRP"))
        return verb.head if is_relative else None
    return None if subject.lower_ in _NOT_SPEAKERS else subject


def _inverted(cue: Token, passage: Passage) -> Token | None:
    """The noun right behind a cue: "said Ana Berg", "said the head of the port"."""
    for token in cue.doc[cue.i + 1 : cue.i + 8]:
        if passage.is_quoted(token.idx) or token.is_punct or token.tag_.startswith(("VB", "IN", "RB", "TO")):
            return None
        if token.tag_ == "PRP" or (token.tag_.startswith("NN") and token.dep_ not in ("compound", "poss", "nmod")):
            return token
    return None


def _phrase(head: Token, cue: Token, passage: Passage) -> tuple[int, int]:
    """The span of the phrase around its head, in one piece: without relative clauses, the cue, and what is quoted."""
    cut = {
        token.i for child in head.children if child.dep_ in ("relcl", "acl", "cc", "conj") for token in child.subtree
    }
    inside = {token.i for token in head.subtree if token.i not in cut and not passage.is_quoted(token.idx)} - {cue.i}
    start = end = head.i
    while start - 1 in inside:
        start -= 1
    while end + 1 in inside:
        end += 1
    tokens: Sequence[Token] = _without_edges(list(head.doc[start : end + 1]))
    return tokens[0].idx, tokens[-1].idx + len(tokens[-1])


def _without_edges(tokens: list[Token]) -> list[Token]:
    while len(tokens) > 1 and (tokens[-1].is_punct or tokens[-1].is_space):
        tokens.pop()
    while len(tokens) > 1 and (tokens[0].is_punct or tokens[0].is_space or tokens[0].tag_ == "CC"):
        tokens.pop(0)
    return tokens


def subject_before(passage: Passage) -> Attribution | None:
    """The subject of the sentence right before a quotation in its paragraph: who is spoken of there speaks here."""
    number = passage.sentence_no
    if not passage.document.is_parsed or not number or not _leads_over(passage, number - 1):
        return None
    subjects = [token for token in passage.tokens_before() if token.dep_ == "nsubj" and token.head.dep_ == "ROOT"]
    head = next((token for token in subjects if token.tag_ in ("NNP", "PRP", "NN")), None)
    if head is None or head.lower_ in _NOT_SPEAKERS:
        return None
    return Attribution("", *_phrase(head, head.head, passage), head, "before", False, 0.0)


def _leads_over(passage: Passage, number: int) -> bool:
    """Whether a sentence may name who is quoted next: in the same paragraph any that quotes nobody itself; in the one
    before, one that ends in a colon or reports speech."""
    sentence = passage.document.sentences[number]
    if passage.is_quoted(sentence.char_start):
        return False
    if (
        sentence.paragraph_no == passage.quoted.paragraph_no
        or passage.document.article.body[sentence.char_end - 1] == ":"
    ):
        return True
    return any(_is_cue(token) and token.dep_ == "ROOT" for token in passage.tokens_before())
