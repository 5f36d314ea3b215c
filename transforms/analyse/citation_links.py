"""How a cited name hangs in its sentence: as the one that reports, as the one that was told, or not as a source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from spacy.tokens import Token

from transforms.analyse.citation_cues import OUTLET_NOUNS, PIECES, REPORTING, SHOWING
from transforms.analyse.cues import CUE_VERBS
from transforms.analyse.source_phrases import teller_behind

_STEPS = 5  # how far up from the name: "an article published in the magazine of the Times" is far enough
# ruff: noqa: SIM905 - a list of words is read as text
_TOLD = frozenset(("tell", "told", "tells", "telling", "inform", "informed"))
_CITING = frozenset("cite cites cited citing quote quotes quoted quoting credit credited".split())
_MADE = frozenset(
    (
        "report reported publish published obtain obtained quote quoted cite cited compile compiled conduct conducted"
        " release released air aired write written confirm confirmed review reviewed see seen note noted"
    ).split()
)
_SPOKEN_TO = frozenset("speak spoke spoken speaking said say says write wrote writes written appear appeared".split())


class Link(NamedTuple):
    """Why a name is cited. `relation`: source (it says so), via (somebody said so to it), byline (it wrote this)."""

    relation: Literal["source", "via", "byline"]
    cue: str
    confidence: float
    method: str


def link_of(tokens: Sequence[Token]) -> Link | None:
    """The link of a name, given its tokens; None where nothing is taken from whom it names."""
    inside = {token.i for token in tokens}
    head = next((token for token in reversed(tokens) if token.head.i not in inside or token.head is token), None)
    for _ in range(_STEPS):
        if head is None:
            return None
        link, head = _step(head)
        if link is not None:
            return link
    return None


def _found(relation: Literal["source", "via"], cue: Token | str, confidence: float = 0.9) -> tuple[Link, None]:
    return Link(relation, cue if isinstance(cue, str) else cue.text, confidence, "cites-by-parse"), None


Step = tuple[Link | None, Token | None]  # the link that a token gives, or the token to ask instead, or neither


def _step(token: Token) -> Step:
    relation = token.dep_
    if relation == "nsubj":
        return _subject(token)
    if relation in ("dobj", "dative", "iobj", "oprd"):
        return _object(token)
    if relation in ("pobj", "pcomp"):
        return _after_preposition(token, token.head)
    above = token.head if relation in ("conj", "appos") or _is_of_a_piece(token) else None
    return None, above


def _is_of_a_piece(token: Token) -> bool:
    """ "A Times analysis", "the Times newspaper": the name stands before what it prints or is."""
    if token.dep_ not in ("compound", "poss", "nmod", "amod"):
        return False
    return token.head.lower_ in PIECES or token.head.lower_ in OUTLET_NOUNS


def _subject(token: Token) -> Step:
    verb = token.head
    if verb.lower_ in REPORTING or (token.lower_ in PIECES and (verb.lower_ in SHOWING or verb.lower_ in CUE_VERBS)):
        return _found("source", verb)
    return None, None


def _object(token: Token) -> Step:
    verb = token.head
    if verb.lower_ in _TOLD and token.lower_ not in PIECES:
        return _found("via", verb)
    is_source = verb.lower_ in _CITING or teller_behind(verb) == token
    return _found("source", verb) if is_source else (None, None)


def _after_preposition(token: Token, preposition: Token) -> Step:
    word, above = preposition.lower_, preposition.head
    if word == "per" or (word == "to" and above.lower_ == "according"):
        return _found("source", "per" if word == "per" else "according to", 0.95)
    if "interview" in (above.lower_, token.lower_):
        return _found("via", "interview")
    if word == "by" and above.lower_ in _MADE:
        return _found("source", above)
    if above.lower_ in PIECES and word in ("by", "in", "from", "of", "on"):
        link, _ = _step(above)
        return (link, None) if link else _found("source", above, 0.7)
    if word in ("to", "with", "in", "on", "for") and above.lower_ in _SPOKEN_TO | _TOLD:
        return _found("source" if token.lower_ in PIECES else "via", above)
    return None, None
