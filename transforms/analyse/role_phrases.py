"""Where roles stand around a name: the words before it, between the commas behind or before it, after "is" and "as"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Token

from transforms.analyse.offices import role_class

_LONGEST_TITLE = 9  # tokens to the left of a name: "the European Union's top foreign policy official"
_LONGEST_APPOSITION = 26
_HONORIFICS = {"mr", "mrs", "ms", "dr", "sir", "lord", "dame", "."}
_CLAUSE_TAGS = {
    "VBD", "VBZ", "VBP", "MD", "WP", "WDT", "WP$", "WRB", ",", ".", ":", "``", "''", "-LRB-", "-RRB-", "PRP", "EX",
}  # fmt: skip
_VERB_TAGS = ("VBD", "VBZ", "VBP", "MD")
_TITLE_TAGS = ("NN", "JJ", "POS", "HYPH", "IN", "CC", "VBN", "VBG", "CD", "AFX")
_PAST = {"former", "then", "late", "retired", "onetime", "ousted", "deposed", "disgraced", "fired", "sacked", "ex"}
_COPULAS = {"is": False, "becomes": False, "became": False, "remains": False, "was": True, "remained": True}
_APPOINTED = {"elected", "appointed", "named", "nominated", "chosen", "installed", "reelected", "re-elected", "elects",
              "names", "appoints", "sworn", "crowned", "anointed", "picked", "promoted", "confirmed"}  # fmt: skip
_SUCCEEDS = {"succeeds", "succeeded", "replaces", "replaced", "resigned", "resigns", "serves", "served", "works",
             "worked", "returned", "acted", "acts", "took"}  # fmt: skip
_FIXED_HEADS = re.compile(r"minister|secretary|chancellor|attorney|commissioner|director|speaker|chief|undersecretary",
                          re.IGNORECASE)  # fmt: skip
_KIN = {"wife", "husband", "son", "daughter", "brother", "sister", "father", "mother", "cousin", "nephew", "niece",
        "uncle", "aunt", "friend", "widow", "widower", "fiancee", "girlfriend", "boyfriend", "son-in-law", "neighbour",
        "neighbor", "ally", "rival", "critic", "opponent", "supporter", "successor", "predecessor"}  # fmt: skip
_BEFORE_NOUN_PHRASES = ("IN", "VBN", "VBG", "VB", "TO", "CC")
_OPENING_MARKS = {",", "(", "–", "—", "--", "-"}


class Phrase(NamedTuple):
    """Words that may tell a role of a name, the pattern that they stand in, and whether that makes it a past one."""

    tokens: list[Token]
    pattern: str  # title, apposition-after, apposition-before, copula, appointed
    is_past: bool = False


def phrases_around(tokens: Sequence[Token], first: int, last: int) -> Iterator[Phrase]:
    """The phrases around the name that tokens[first:last] are, of the tokens of its sentence."""
    yield Phrase(_title_before(tokens, first), "title")
    yield Phrase(_fixed_title_before(tokens, first), "title")
    for phrase in _appositions_after(tokens, last):
        yield Phrase(phrase, "apposition-after")
    yield Phrase(_apposition_before(tokens, first, last), "apposition-before")
    yield _who_is(tokens, last)
    yield _after_copula(tokens, last)
    yield Phrase(_appointed(tokens, first, last), "appointed")


def _title_before(tokens: Sequence[Token], edge: int) -> list[Token]:
    """The words right before a name that may be its title; a title is not cut off by anything but a clause."""
    edge = _before_honorifics(tokens, edge)
    start = edge
    while start > 0 and edge - start < _LONGEST_TITLE and _may_be_titled(tokens, start - 1, edge):
        start -= 1
    phrase = list(tokens[start:edge])
    if phrase and phrase[-1].tag_ in ("IN", "CC", "POS"):
        return []
    links = [n for n, token in enumerate(phrase) if _cuts_a_title(token) and (n == 0 or phrase[n - 1].tag_ != "HYPH")]
    phrase = phrase[links[-1] + 1 :] if links else phrase
    return _past_other_nouns(phrase)


def _may_be_titled(tokens: Sequence[Token], number: int, edge: int) -> bool:
    """Whether a token can be part of a title; "engineer" between two names is no verb, whatever the tagger says."""
    if tokens[number].tag_.startswith(_TITLE_TAGS):
        return True
    is_last = number == edge - 1 and number > 0 and tokens[number - 1].tag_.startswith("NNP")
    return is_last and tokens[number].tag_ in ("VBP", "VB") and role_class(tokens[number].text) != ""


def _past_other_nouns(phrase: list[Token]) -> list[Token]:
    """Behind the "of" of what is no role: "expulsion of Senator"; but all of "minister of state"."""
    for n, token in enumerate(phrase):
        is_in_a_name = 0 < n < len(phrase) - 1 and phrase[n - 1].tag_ == phrase[n + 1].tag_ == "NNP"
        if token.lower_ == "of" and not is_in_a_name and not _is_role(phrase[:n]):
            return _past_other_nouns(phrase[n + 1 :])
    return phrase


def _before_honorifics(tokens: Sequence[Token], edge: int) -> int:
    while edge > 0 and tokens[edge - 1].lower_.rstrip(".") in _HONORIFICS - {"."}:
        edge -= 1
    return edge


def _cuts_a_title(token: Token) -> bool:
    """A preposition but "of", an "and", a verb: "asked Senator", "in talks with President"."""
    if token.lower_ in _PAST or token.lower_ in ("acting", "outgoing", "incoming", "visiting", "sitting", "presiding"):
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
    while start < link and tokens[start].tag_ not in ("NNP", "NNPS"):
        start += 1
    while start > 0 and tokens[start - 1].tag_ in ("NNP", "NNPS", "POS", "JJ"):
        start -= 1
    return list(tokens[start:edge])


def _appositions_after(tokens: Sequence[Token], edge: int) -> Iterator[list[Token]]:
    """The words between a mark behind a name and the end of their phrase, and those after an "and"; an age is passed
    over.

    What a verb follows without a comma is the subject of a clause of its own: "in Sines, a port official said".
    """
    if edge >= len(tokens) or tokens[edge].text not in _OPENING_MARKS or _is_hyphen(tokens, edge):
        return
    start = edge + 1
    if start + 1 < len(tokens) and tokens[start].tag_ == "CD" and tokens[start + 1].text == ",":
        start += 2
    phrase = until_clause(tokens, start)
    end = start + len(phrase)
    is_cut_off = end < len(tokens) and tokens[end].tag_ in _VERB_TAGS
    if not phrase or is_cut_off or not _opens_a_noun_phrase(phrase[0]):
        return
    parts = _parts(phrase)
    yield from parts
    if end + 1 < len(tokens) and tokens[end].text == "," and tokens[end + 1].lower_ in ("a", "an", "the", "and"):
        after = until_clause(tokens, end + 1)
        closed = end + 1 + len(after) < len(tokens) and tokens[end + 1 + len(after)].text in (",", ".")
        if closed and not any(token.tag_ == "NNP" for token in after[:1]) and _is_role(parts[0]):
            yield after[1:] if after[0].lower_ == "and" else after


def _is_hyphen(tokens: Sequence[Token], edge: int) -> bool:
    """Whether no space stands before a dash: "the Bush-era whistleblower"."""
    return tokens[edge].text == "-" and tokens[edge].idx == tokens[edge - 1].idx + len(tokens[edge - 1])


def _opens_a_noun_phrase(token: Token) -> bool:
    return token.lower_ in ("once", "also", "then") or not token.tag_.startswith(("IN", "CC", "VB", "RB", "TO"))


def _parts(phrase: list[Token]) -> list[list[Token]]:
    """A phrase of two roles as two: "mayor of Antwerp and leader of the alliance"; "founder and chief" stays one."""
    for n, token in enumerate(phrase):
        left, right = phrase[:n], phrase[n + 1 :]
        if token.lower_ in ("and", "or") and _is_role(left) and _is_role(right) and _has_link(left):
            return [left, right]
    return [phrase]


def _is_role(phrase: Sequence[Token]) -> bool:
    return bool(phrase) and role_class(" ".join(token.text for token in phrase)) != ""


def _has_link(phrase: Sequence[Token]) -> bool:
    return any(token.tag_ == "IN" for token in phrase)


def until_clause(tokens: Sequence[Token], start: int) -> list[Token]:
    """The tokens from one on up to a verb, a mark or a pronoun."""
    end = start
    while end < len(tokens) and end - start < _LONGEST_APPOSITION and tokens[end].tag_ not in _CLAUSE_TAGS:
        if tokens[end].text in ("–", "—", "--"):
            break
        end += 1
    return list(tokens[start:end])


def _apposition_before(tokens: Sequence[Token], first: int, last: int) -> list[Token]:
    """The words before a comma before a name, back to where their phrase begins; without an acronym in brackets."""
    if first < 2 or tokens[first - 1].text != ",":
        return []
    end = first - 1
    if tokens[end - 1].text == ")":
        end = next((n for n in range(end - 2, max(end - 5, 0), -1) if tokens[n].text == "("), end)
    start = end
    while start > 0 and end - start < _LONGEST_APPOSITION and tokens[start - 1].tag_ not in _CLAUSE_TAGS:
        start -= 1
    if _belongs_to_the_name_before(tokens, start):
        return []
    if start < end and tokens[start].lower_ == "as":
        return list(tokens[start + 1 : end])
    return _innermost(tokens, start, end, is_closed=_is_closed(tokens, last))


def _belongs_to_the_name_before(tokens: Sequence[Token], start: int) -> bool:
    """ "Joy Mbeki, a lawyer, Sam Tuft": the phrase between the commas tells of the first."""
    return start > 1 and tokens[start - 1].text == "," and tokens[start - 2].ent_type_ == "PERSON"


def _is_closed(tokens: Sequence[Token], last: int) -> bool:
    return last >= len(tokens) or tokens[last].text in (",", ".", ";", ")", "–", "—", "'s", "’s", "”", '"', "and")


def _innermost(tokens: Sequence[Token], start: int, end: int, *, is_closed: bool) -> list[Token]:
    """The noun phrase that ends at the comma: all of it, or what follows a preposition or a verb before it.

    After an opening clause the name is the subject, no apposition: "Speaking after the minister, Joy Mbeki".
    """
    while start < end and tokens[start].tag_ in ("IN", "VBG", "VBN", "VB", "TO", "CC", "RB", "RP"):
        if not is_closed:
            return []
        start += 1
    for n in range(start, end):
        if n > start and _KIN & {token.lower_ for token in tokens[start:n]}:
            return []
        opens = n > start and tokens[n].tag_ in ("DT", "PRP$") and tokens[n - 1].tag_ in _BEFORE_NOUN_PHRASES
        if opens and is_closed and not _is_role(tokens[start : n - 1]):
            return _innermost(tokens, n, end, is_closed=is_closed)
    return list(tokens[start:end])


def _who_is(tokens: Sequence[Token], edge: int) -> Phrase:
    """ "…, who is the head of the union", "…, who was minister of justice"."""
    if edge + 3 >= len(tokens) or tokens[edge].text != "," or tokens[edge + 1].lower_ != "who":
        return Phrase([], "copula")
    return _after_copula(tokens, edge + 2)


def _after_copula(tokens: Sequence[Token], edge: int) -> Phrase:
    """The words after "X is", "X was", "X became", if an article or the role itself opens them."""
    if edge + 1 >= len(tokens) or tokens[edge].lower_ not in _COPULAS:
        return Phrase([], "copula")
    phrase = until_clause(tokens, edge + 1)
    serving = [n for n, token in enumerate(phrase[:4]) if token.lower_ == "serving"]
    if serving and len(phrase) > serving[0] + 2:
        return Phrase(phrase[serving[0] + 2 :], "copula", _COPULAS[tokens[edge].lower_])
    is_role = bool(phrase) and (phrase[0].lower_ in ("the", "a", "an") or role_class(phrase[0].text) != "")
    return Phrase(phrase if is_role else [], "copula", _COPULAS[tokens[edge].lower_])


def _appointed(tokens: Sequence[Token], first: int, last: int) -> list[Token]:
    """ "named X chief executive", "elected X as speaker", "X was sworn in as prime minister", "X succeeds Y as …"."""
    before = [token.lower_ for token in tokens[max(0, first - 3) : first]]
    if last < len(tokens) and _APPOINTED & set(before):
        start = last + 1 if tokens[last].lower_ in ("as", "to") else last
        return _role_at(tokens, start)
    after = [token.lower_ for token in tokens[last : last + 9]]
    is_passive = bool(_APPOINTED & set(after[:4])) and bool({"was", "is", "been", "were", "be"} & set(after[:3]))
    if is_passive or (after and after[0] in _SUCCEEDS):
        openers = [n for n, word in enumerate(after) if word == "as"]
        openers += [n for n, word in enumerate(after) if is_passive and word in _APPOINTED]
        return _role_at(tokens, last + openers[0] + 1) if openers else []
    return []


def _role_at(tokens: Sequence[Token], start: int) -> list[Token]:
    """The phrase from there on, up to its first preposition but "of" and "for": "as minister in a tent"."""
    phrase = until_clause(tokens, start)
    links = (
        ("of", "for", "to") if any(t.lower_ in ("envoy", "ambassador", "adviser") for t in phrase) else ("of", "for")
    )
    end = next((n for n, t in enumerate(phrase) if t.tag_ in ("IN", "TO") and t.lower_ not in links), len(phrase))
    return phrase[:end] if phrase and _opens_a_noun_phrase(phrase[0]) else []
