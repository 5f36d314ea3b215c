"""Roles in front of a name, without a mark between: "founder and chief executive", "Minister for Home Affairs"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from transforms.analyse.offices import role_class
from transforms.analyse.role_phrases import COURTESY, HONORIFICS, PAST, Phrase, is_role

_LONGEST_TITLE = 9  # tokens to the left of a name: "the European Union's top foreign policy official"
_TITLE_TAGS = ("NN", "JJ", "POS", "HYPH", "IN", "CC", "VBN", "VBG", "CD", "AFX")
# Participles that say what kind of holder it is; others are verbs: "asked Senator".
_ADJECTIVES = {
    "acting", "outgoing", "incoming", "visiting", "sitting", "presiding", "founding", "leading", "managing", "ranking",
    "reigning", "defending", "rising", "aspiring", "practising", "practicing", "serving", "ruling", "surviving",
    "exiled", "jailed", "imprisoned", "renowned", "respected", "acclaimed", "celebrated", "convicted", "embattled",
    "beloved", "licensed", "certified", "trained", "experienced", "decorated", "self-styled", "self-taught", "noted",
}  # fmt: skip
_FIXED_HEADS = re.compile(r"minister|secretary|chancellor|attorney|commissioner|director|speaker|chief|undersecretary",
                          re.IGNORECASE)  # fmt: skip


def titles_before(tokens: Sequence[Token], edge: int) -> Iterator[Phrase]:
    """The words in front of the name that begins at tokens[edge] that may be its titles."""
    for phrase in _titles_before(tokens, edge):
        yield Phrase(phrase, "title")
    yield Phrase(_fixed_title_before(tokens, edge), "title")


def _titles_before(tokens: Sequence[Token], edge: int) -> Iterator[list[Token]]:
    """The words right before a name that may be its title; of "founder and former chief" both, as two."""
    title = _title_before(tokens, edge)
    yield title
    if title and title[0].lower_ in PAST and tokens[0].i < title[0].i:
        link = title[0].i - tokens[0].i - 1
        if link < len(tokens) and tokens[link].lower_ == "and":
            before = _title_before(tokens, link)
            if is_role(before) and before[-1].tag_ != "NNS":
                yield before


def _title_before(tokens: Sequence[Token], edge: int) -> list[Token]:
    """A title is not cut off by anything but a clause, and by an "and" that joins no two roles of one person."""
    edge = _before_honorifics(tokens, edge)
    start = edge
    while start > 0 and edge - start < _LONGEST_TITLE and _may_be_titled(tokens, start - 1, edge):
        start -= 1
    phrase = list(tokens[start:edge])
    if phrase and phrase[-1].tag_ in ("IN", "CC", "POS"):
        return []
    links = [n for n, token in enumerate(phrase) if _cuts_a_title(token) and (n == 0 or phrase[n - 1].tag_ != "HYPH")]
    while links and phrase[links[-1]].lower_ == "and" and _joins_roles(phrase[: links[-1]], phrase[links[-1] + 1 :]):
        links.pop()
    phrase = phrase[links[-1] + 1 :] if links else phrase
    if len(phrase) > 1 and phrase[-1].lower_ in COURTESY and is_role(phrase[:-1]):
        phrase = phrase[:-1]
    return _past_other_nouns(phrase)


def _joins_roles(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """ "founder and chief executive" is one title; "ministers and Senator", "the driver and President" are two."""
    if not left or not right or left[-1].tag_ not in ("NN", "NNP") or right[0].lower_ in PAST:
        return False
    is_alike = left[-1].text[0].isupper() == right[-1].text[0].isupper() or left[0].is_sent_start or right[-1].is_upper
    return is_alike and is_role(left[-1:]) and is_role(right)


def _may_be_titled(tokens: Sequence[Token], number: int, edge: int) -> bool:
    """Whether a token can be part of a title; "engineer" between two names is no verb, whatever the tagger says."""
    if tokens[number].tag_.startswith(_TITLE_TAGS) or tokens[number].dep_ == "amod":
        return True
    if tokens[number].text == "." and number == edge - 1 and number > 0:
        return role_class(tokens[number - 1].text) != ""  # "Capt." as two tokens
    is_last = number == edge - 1 and number > 0 and tokens[number - 1].tag_.startswith("NN")
    return is_last and tokens[number].tag_ in ("VBP", "VB") and role_class(tokens[number].text) != ""


def _past_other_nouns(phrase: list[Token]) -> list[Token]:
    """Behind the "of" of what is no role: "expulsion of Senator"; but all of "minister of state"."""
    for n, token in enumerate(phrase):
        is_in_a_name = 0 < n < len(phrase) - 1 and phrase[n - 1].tag_ == phrase[n + 1].tag_ == "NNP"
        if token.lower_ == "of" and not is_in_a_name and not is_role(phrase[:n]):
            return _past_other_nouns(phrase[n + 1 :])
    return phrase


def _before_honorifics(tokens: Sequence[Token], edge: int) -> int:
    while edge > 0 and tokens[edge - 1].lower_.rstrip(".") in HONORIFICS - {"."}:
        edge -= 1
    return edge


def _cuts_a_title(token: Token) -> bool:
    """A preposition but "of", an "and", a verb: "asked Senator", "in talks with President"."""
    if token.lower_ in PAST or token.lower_ in _ADJECTIVES or token.is_sent_start:
        return False
    return token.tag_ == "CC" or (token.tag_ in ("IN", "VBN", "VBG") and token.lower_ != "of")


def _fixed_title_before(tokens: Sequence[Token], edge: int) -> list[Token]:
    """Titles with their field behind them: "Minister for Home Affairs Rao", "Chancellor of the Exchequer Rao"."""
    edge = _before_honorifics(tokens, edge)
    start, link = edge, None
    while start > 0 and edge - start < _LONGEST_TITLE:
        token = tokens[start - 1]
        if token.lower_ in ("of", "for"):
            link = start - 1
        elif not (token.tag_.startswith("NNP") or token.lower_ in ("the", "and", "&")):
            break
        start -= 1
    if link is None or link == start or not _FIXED_HEADS.fullmatch(tokens[link - 1].text):
        return []
    if tokens[edge - 1].lower_ in ("of", "for", "the", "and", "&"):
        return []  # the name is what the office is of: "Director of the NAME"
    while start < link and tokens[start].tag_ not in ("NNP", "NNPS"):
        start += 1
    while start > 0 and tokens[start - 1].tag_ in ("NNP", "NNPS", "POS", "JJ"):
        start -= 1
    return list(tokens[start:edge])
