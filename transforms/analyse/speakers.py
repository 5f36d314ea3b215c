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
from transforms.analyse.source_phrases import end_of, out_of_brackets, phrase_of, sender_of

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_CLIMBS = ("conj", "xcomp", "advcl", "ccomp", "acl", "parataxis", "pcomp", "dep")
_RELATIVES = ("who", "that", "which")
_NOT_SPEAKERS = ("it", "there", "what", "this", "these", "those", "i", "you", "we", "me", "us")
_FAR = 40  # tokens between a quotation and its cue
_AROUND = 600  # code points before and behind a quotation that are looked at, however long its sentence is
_LEAD = 8  # tokens within which the sentence behind a quotation has its subject
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

    def tokens_after(self) -> list[Token]:
        """What is not quoted in the sentence behind, where that stands in the same paragraph."""
        last = self.document.sentence_no(self.quoted.outer_end - 1, self.quoted.outer_end)
        if last is None or last + 1 >= len(self.document.sentences):
            return []
        if self.document.sentences[last + 1].paragraph_no != self.quoted.paragraph_no:
            return []
        return self._reported(self.document.sentence_tokens(last + 1))

    def tokens_before(self) -> list[Token]:
        """What is not quoted in the sentence before."""
        number = self.sentence_no
        return self._reported(self.document.sentence_tokens(number - 1)) if number else []

    def _reported(self, tokens: list[Token]) -> list[Token]:
        return [token for token in tokens if not self.is_quoted(token.idx)]


class Attribution(NamedTuple):
    """The cue as printed, the span of the speaker's phrase, and the token that heads it."""

    cue: str
    cue_start: int | None  # None where no word of saying stands there
    start: int
    end: int
    head: Token
    method: str
    is_plain: bool  # the cue is one that a quotation is the ordinary object of
    distance: float  # from the quotation, in tokens


def find_speaker(passage: Passage) -> Attribution | None:
    """The speaker whom the sentences around a quotation name; None where they name none."""
    labelled = label_of(passage)
    if labelled is not None:
        return labelled
    cues = [token for token in passage.tokens_around() if _is_cue(token) and _distance(passage, token) < _FAR]
    for cue in sorted(cues, key=lambda cue: _distance(passage, cue)):
        head, method = _speaker_of(cue, passage)
        if head is not None:
            text = "according to" if cue.lower_ == "according" else cue.text
            head = out_of_brackets(head)
            span = _phrase(head, cue, passage)
            return Attribution(text, cue.idx, *span, head, method, _is_plain(cue), _distance(passage, cue))
    return _in_sentence_behind(passage) or _before_colon(passage)


def _in_sentence_behind(passage: Passage) -> Attribution | None:
    """ "Who knows?" Berg said: the sentence was cut behind the mark, and the next one tells who spoke."""
    body, quoted = passage.document.article.body, passage.quoted
    if body[quoted.start : quoted.end].rstrip("’'”\"")[-1:] not in ("?", "!", "-", "—", "…"):
        return None
    tokens = passage.tokens_after()
    if not tokens or tokens[0].idx > quoted.outer_end + 2:
        return None
    head = next((token for token in tokens if token.dep_ == "nsubj" and token.head.dep_ == "ROOT"), None)
    if head is None or head.i - tokens[0].i > _LEAD or (head.ent_type_ != "PERSON" and head.tag_ not in ("PRP", "NN")):
        return None
    if not (_is_cue(head.head) or head.ent_type_ == "PERSON") or head.lower_ in _NOT_SPEAKERS:
        return None
    span = _phrase(head, head.head, passage)
    return Attribution(head.head.text, head.head.idx, *span, head, "behind", True, 1.0)


def _before_colon(passage: Passage) -> Attribution | None:
    """ "This came from Ana Berg: “…”"."""
    body, start = passage.document.article.body, passage.quoted.outer_start
    before = body[:start].rstrip()
    if not before.endswith(":") or "\n" in body[len(before) : start]:
        return None
    tokens = passage.document.tokens(max(0, len(before) - 40), len(before) - 1)
    head = next((token for token in reversed(tokens) if not token.is_punct), None)
    if head is None or head.ent_type_ not in ("PERSON", "ORG"):
        return None
    return Attribution("", None, *_phrase(head, head, passage), head, "labelled", True, 1.0)


def label_of(passage: Passage) -> Attribution | None:
    """A speaker without a verb: "…" — Ana Berg, at the end of a line; or a transcript's BERG: in front."""
    body, quoted = passage.document.article.body, passage.quoted
    match = _SIGNED.match(body, quoted.outer_end) or _TRANSCRIPT.match(body, quoted.start, quoted.end)
    if match is None:
        return None
    head = passage.document.tokens(*match.span(1))[-1]
    return Attribution("", None, *match.span(1), head, "labelled", True, 0.0)


def _is_cue(token: Token) -> bool:
    if token.lower_ == "according":
        return True
    if token.lower_ in ("shot", "fired", "hit") and token.i + 1 < len(token.doc):
        return bool(token.nbor().lower_ == "back")
    if token.lower_ not in CUE_VERBS or not token.tag_.startswith("VB") or token.dep_ in ("aux", "amod"):
        return False
    if token.tag_ == "VBN" and token.dep_ == "acl":
        return False  # "a boat called “The Gull”"
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
        if verb.dep_ == "acl":
            return sender_of(verb.head, passage.is_quoted)
        if verb.dep_ == "relcl":
            return verb.head if verb.head.tag_.startswith("NN") else None
        if verb.dep_ not in _CLIMBS:
            return None
        verb = verb.head
    return None


def _antecedent(verb: Token, subject: Token) -> Token | None:
    if subject.lower_ in _RELATIVES:
        is_relative = verb.dep_ in ("relcl", "acl", "ccomp") and verb.head.tag_.startswith(("NN", "PRP"))
        return verb.head if is_relative else None
    if subject.lower_ == "it" and CUE_VERBS.get(verb.lower_) in PLAIN_CUES:
        return subject
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
    tokens = phrase_of(head, cue, passage.is_quoted)
    return tokens[0].idx, end_of(tokens[-1])


def subject_before(passage: Passage) -> Attribution | None:
    """The subject of the sentence right before a quotation in its paragraph: who is spoken of there speaks here."""
    number = passage.sentence_no
    if not passage.document.is_parsed or not number or not _leads_over(passage, number - 1):
        return None
    tokens = passage.tokens_before()
    if tokens and tokens[-1].text == ":" and (said := _by_last_cue(passage, tokens)) is not None:
        return said
    subjects = [token for token in tokens if token.dep_ == "nsubj" and token.head.dep_ == "ROOT"]
    head = next((token for token in subjects if token.tag_ in ("NNP", "PRP", "NN")), None)
    if head is None or head.lower_ in _NOT_SPEAKERS:
        return None
    return Attribution("", None, *_phrase(head, head.head, passage), head, "before", False, 0.0)


def _by_last_cue(passage: Passage, tokens: Sequence[Token]) -> Attribution | None:
    """ "As Berg observed, it was worse:" leads over to Berg's words."""
    for cue in reversed(tokens):
        head = _subject(cue, passage) if _is_cue(cue) else None
        if head is not None:
            return Attribution(cue.text, cue.idx, *_phrase(head, cue, passage), head, "before", False, 0.0)
    return None


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
