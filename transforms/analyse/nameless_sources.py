"""What an article takes from documents, statements, posts, and people whom it does not name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from transforms.analyse.citation_cues import (
    ANONYMOUS,
    DOCUMENTS,
    NAMELESS,
    PIECES,
    PLATFORMS,
    POSTING,
    POSTS,
    SHOWING,
    STATEMENTS,
)  # fmt: skip
from transforms.analyse.cues import CUE_VERBS
from transforms.analyse.document import Document
from transforms.analyse.hashed import hashed
from transforms.records.analyse import Citation

_ANONYMOUS = re.compile(ANONYMOUS, re.IGNORECASE)
_CITING = frozenset(("citing", "cited", "cites", "quoting", "quoted"))
_HEADS = hashed((*STATEMENTS, *DOCUMENTS, *POSTS, *PLATFORMS, *NAMELESS))
_LONGEST = 16  # tokens of a phrase that is taken as the cited text; of a longer one, its head and what stands before


def find_nameless(document: Document, outlets: Sequence[tuple[int, int]]) -> Iterator[Citation]:
    """The citations of what bears no outlet's name; of languages without a parse there are none."""
    for token in document.doc if document.is_parsed else ():
        if token.lower in _HEADS:
            cited = _citation(document, token)
            if cited and not (token.lower_ in PIECES and _holds_one(cited, outlets)):
                yield cited


def _holds_one(cited: Citation, outlets: Sequence[tuple[int, int]]) -> bool:
    """ "A report by Reuters" is the outlet's own citation, while "documents seen by Reuters" are a second one."""
    return any(start < cited.char_end and cited.char_start < end for start, end in outlets)


def _citation(document: Document, token: Token) -> Citation | None:
    word = token.lower_
    if word in STATEMENTS and _says_in(token):
        return _made(document, token, "statement", 0.85)
    if word in PLATFORMS:
        return _made(document, token, "post", 0.85) if _is_posted_on(token) else None
    if word in POSTS and word != "message" and _says_in(token) and _names_platform(token):
        return _made(document, token, "post", 0.85)
    if word in DOCUMENTS and (_shows(token) or _is_according_to(token)):
        return _made(document, token, "document", 0.8)
    if word in NAMELESS and _reports(token) and _is_anonymous(document, token):
        return _made(document, token, "anonymous", 0.8)
    return None


def _made(document: Document, token: Token, kind: str, confidence: float) -> Citation | None:
    left, right = token.left_edge, token.right_edge
    if right.i - left.i > _LONGEST:
        right = token
    start, end = left.idx, right.idx + len(right)
    number = document.sentence_no(start, end)
    if number is None:
        return None
    above = token.head.head if token.head.dep_ == "prep" else token.head
    cue = "according to" if _is_according_to(token) else above.text
    text = document.article.body[start:end]
    return Citation(number, start, end, text, kind, "source", None, "", cue, confidence, "cites-by-parse")


def _says_in(token: Token) -> bool:
    """ "Said in a statement", "wrote in a post", "a statement said"."""
    if _shows(token) or _is_according_to(token):
        return True
    above = token.head.head
    return token.dep_ == "pobj" and token.head.lower_ in ("in", "on", "via", "by") and (
        above.lower_ in CUE_VERBS or above.head.lower_ in CUE_VERBS
    )  # fmt: skip


def _is_posted_on(token: Token) -> bool:
    """ "Wrote on Telegram", and not "said in a post on X", which is the post's own citation."""
    if token.dep_ != "pobj" or not token.text[0].isupper() or token.head.lower_ not in ("on", "via", "to"):
        return False
    return token.head.head.lower_ in POSTING


def _names_platform(token: Token) -> bool:
    """A post is one where the platform is named, or the word is the platform's own ("tweet")."""
    if token.lower_.startswith("tweet"):
        return True
    return any(part.lower_ in PLATFORMS and part.text[0].isupper() for part in token.subtree) or any(
        part.lower_ in ("social", "media", "online") for part in token.subtree
    )


def _shows(token: Token) -> bool:
    return token.dep_ == "nsubj" and token.head.lower_ in SHOWING


def _is_according_to(token: Token) -> bool:
    return token.dep_ == "pobj" and token.head.lower_ == "to" and token.head.head.lower_ == "according"


def _reports(token: Token) -> bool:
    if token.dep_ == "nsubj" and token.head.lower_ in CUE_VERBS:
        return True
    return _is_according_to(token) or (token.dep_ == "dobj" and token.head.lower_ in _CITING)


def _is_anonymous(document: Document, token: Token) -> bool:
    """Whether the phrase, or its sentence, says that the source is not to be named; "sources" always are not."""
    if any(part.ent_type_ == "PERSON" for part in token.subtree):
        return False
    if token.lower_ in ("source", "sources", "insiders"):
        return True
    number = document.sentence_no(token.idx, token.idx + len(token))
    if number is None:
        return False
    sentence = document.sentences[number]
    return bool(_ANONYMOUS.search(document.article.body, sentence.char_start, sentence.char_end))
