"""Where roles stand around a name: the words before it, between the commas behind or before it, after "is" and "as"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Token

from transforms.analyse.offices import role_class

_LONGEST_APPOSITION = 26
HONORIFICS = {"mr", "mrs", "ms", "dr", "sir", "lord", "dame", "."}
# Between a role and a name they tell no second role: "Energy Minister Prince Faisal".
COURTESY = {"prince", "princess", "sheikh", "sheikha", "baroness", "lady", "alhaji", "hajia", "mullah", "maulana",
            "swami", "shri", "smt", "professor", "prof", "prof.", "rt", "hon", "hon."}  # fmt: skip
# Classes of titles that may stand between a role's comma and the name: "the secretary of state, Cardinal Galli".
_RANKS = {"military", "religious", "monarch", "police", "expert", "judge", "other"}
_OPENING_ADVERBS = {"once", "also", "then", "formerly", "previously", "now", "currently", "presently"}
_NOUNS_LIKE_VERBS = {"lead", "head", "chair", "host", "coach", "guide", "chief"}  # "lead author" is tagged as a verb
_CLAUSE_TAGS = {
    "VBD", "VBZ", "VBP", "MD", "WP", "WDT", "WP$", "WRB", ",", ".", ":", "``", "''", "-LRB-", "-RRB-", "PRP", "EX",
}  # fmt: skip
_VERB_TAGS = ("VBD", "VBZ", "VBP", "MD")
_NUMBERS_OF_YEARS = 6  # tokens that an age, a home or a party between commas may have
PAST = {"former", "then", "late", "retired", "onetime", "ousted", "deposed", "disgraced", "fired", "sacked", "ex"}
_KIN = {"wife", "husband", "son", "daughter", "brother", "sister", "father", "mother", "cousin", "nephew", "niece",
        "uncle", "aunt", "friend", "widow", "widower", "fiancee", "girlfriend", "boyfriend", "son-in-law", "neighbour",
        "neighbor", "ally", "rival", "critic", "opponent", "supporter", "successor", "predecessor"}  # fmt: skip
_BEFORE_NOUN_PHRASES = ("IN", "VBN", "VBG", "VB", "TO", "CC")
_AS_AFTER = {"speaking", "writing", "serving", "acting", "working", "appointed", "elected", "role", "capacity", "job",
             "post", "position", "time", "years", "tenure", "career", "stint", "turn"}  # fmt: skip
_OPENED = 6  # tokens before an "as": "In his new role as"
_LONGEST_RANK = 3
_OPENING_MARKS = {",", "(", "–", "—", "--", "-"}


class Phrase(NamedTuple):
    """Words that may tell a role of a name, the pattern that they stand in, and whether that makes it a past one."""

    tokens: list[Token]
    pattern: str  # title, apposition-after, apposition-before, copula, clause, appointed
    is_past: bool = False


def phrases_around(tokens: Sequence[Token], first: int, last: int) -> Iterator[Phrase]:
    """The phrases beside the name that tokens[first:last] are, of the tokens of its sentence."""
    for phrase in _appositions_after(tokens, last):
        yield Phrase(phrase, "apposition-after")
    for phrase in parts_of(_apposition_before(tokens, first, last)):
        yield Phrase(phrase, "apposition-before")


def _appositions_after(tokens: Sequence[Token], edge: int) -> Iterator[list[Token]]:
    """The words between a mark behind a name and the end of their phrase, and those after an "and"; an age is passed
    over.

    What a verb follows without a comma is the subject of a clause of its own: "in Sines, a port official said".
    """
    edge = _past_brackets(tokens, edge)
    if edge >= len(tokens) or tokens[edge].text not in _OPENING_MARKS or _is_hyphen(tokens, edge):
        return
    start = _past_ages(tokens, edge) + 1
    phrase = until_clause(tokens, start)
    end = start + len(phrase)
    is_cut_off = end < len(tokens) and tokens[end].tag_ in _VERB_TAGS
    if not phrase or is_cut_off or not opens_a_noun_phrase(phrase[0]):
        return
    parts = parts_of(phrase)
    yield from parts
    if end + 1 < len(tokens) and tokens[end].text == "," and tokens[end + 1].lower_ in ("a", "an", "the", "and"):
        after = until_clause(tokens, end + 1)
        closed = end + 1 + len(after) < len(tokens) and tokens[end + 1 + len(after)].text in (",", ".")
        if closed and not any(token.tag_ == "NNP" for token in after[:1]) and is_role(parts[0]):
            yield after[1:] if after[0].lower_ == "and" else after


def _past_brackets(tokens: Sequence[Token], edge: int) -> int:
    """Behind "(left)", "(R-Ohio)", "(44)", where the commas come after; brackets that hold a role are read."""
    if edge < len(tokens) and tokens[edge].text == "(":
        near = range(edge + 1, min(edge + _NUMBERS_OF_YEARS, len(tokens) - 1))
        close = next((n for n in near if tokens[n].text == ")"), None)
        if close and tokens[close + 1].text == "," and not is_role(tokens[edge + 1 : close]):
            return close + 1
    return edge


def _past_ages(tokens: Sequence[Token], edge: int) -> int:
    """The comma behind an age, a home or a party: ", 52, a", ", of Leeds, a", ", D-Fresno, the"."""
    near = range(edge + 2, min(edge + 1 + _NUMBERS_OF_YEARS, len(tokens)))
    close = next((n for n in near if tokens[n].text == ","), None)
    if close is None:
        return edge
    is_age = tokens[edge + 1].tag_ == "CD" or tokens[edge + 1].lower_ in ("aged", "of", "from")
    is_party = tokens[edge + 1].text in ("D", "R", "I") and tokens[edge + 2].text in ("-", "–")
    return close if is_age or is_party else edge


def _is_hyphen(tokens: Sequence[Token], edge: int) -> bool:
    """Whether no space stands before a dash: "the Bush-era whistleblower"."""
    return tokens[edge].text == "-" and tokens[edge].idx == tokens[edge - 1].idx + len(tokens[edge - 1])


def opens_a_noun_phrase(token: Token) -> bool:
    """Whether a phrase that begins so may be a role's: no preposition, verb or adverb but those of time."""
    if token.lower_ in _OPENING_ADVERBS or token.lower_ in _NOUNS_LIKE_VERBS:
        return True
    return not token.tag_.startswith(("IN", "CC", "VB", "RB", "TO"))


def parts_of(phrase: list[Token]) -> list[list[Token]]:
    """A phrase of two roles as two: "mayor of Antwerp and leader of the alliance", "founder and former chief";
    "founder and chief" stays one."""
    for n, token in enumerate(phrase):
        left, right = phrase[:n], phrase[n + 1 :]
        if token.lower_ in ("and", "or") and is_role(left) and is_role(right) and _are_two(left, right):
            return [left, right]
    return [phrase]


def _are_two(left: Sequence[Token], right: Sequence[Token]) -> bool:
    return any(token.tag_ == "IN" for token in left) or right[0].lower_ in PAST or right[0].tag_ == "DT"


def is_role(phrase: Sequence[Token]) -> bool:
    """Whether the words are a role's."""
    return bool(phrase) and role_class(" ".join(token.text for token in phrase)) != ""


def until_clause(tokens: Sequence[Token], start: int) -> list[Token]:
    """The tokens from one on up to a verb, a mark or a pronoun."""
    end = start + int(start < len(tokens) and tokens[start].lower_ in _NOUNS_LIKE_VERBS)
    while end < len(tokens) and end - start < _LONGEST_APPOSITION and tokens[end].tag_ not in _CLAUSE_TAGS:
        if tokens[end].text in ("–", "—", "--"):
            break
        end += 1
    return list(tokens[start:end])


def _apposition_before(tokens: Sequence[Token], first: int, last: int) -> list[Token]:
    """The words before a comma before a name, back to where their phrase begins; without an acronym in brackets."""
    end = _comma_before(tokens, first)
    if end < 1 or (end < first - 1 and not _is_closed(tokens, last)):
        return []
    if tokens[end - 1].text == ")":
        end = next((n for n in range(end - 2, max(end - 5, 0), -1) if tokens[n].text == "("), end)
    start = end
    while start > 0 and end - start < _LONGEST_APPOSITION and tokens[start - 1].tag_ not in _CLAUSE_TAGS:
        start -= 1
    if _belongs_to_the_name_before(tokens, start):
        return []
    opened = next((n for n in range(start, min(start + _OPENED, end)) if _opens_by_as(tokens, n)), None)
    if opened is not None:
        return list(tokens[opened + 1 : end])
    return _innermost(tokens, start, end, is_closed=_is_closed(tokens, last))


def _comma_before(tokens: Sequence[Token], first: int) -> int:
    """The comma in front of a name and its rank or courtesy title: "the chief, Col. Sam Tuft"; 0 where none is."""
    comma = first - 1
    while comma > 0 and first - comma <= _LONGEST_RANK and tokens[comma].text != ",":
        comma -= 1
    rank = " ".join(token.text for token in tokens[comma + 1 : first])
    is_rank = role_class(rank) in _RANKS or rank.lower().rstrip(".") in HONORIFICS | COURTESY
    return comma if comma > 0 and tokens[comma].text == "," and (not rank or is_rank) else 0


def _opens_by_as(tokens: Sequence[Token], number: int) -> bool:
    """ "As mayor, NAME", "Speaking as mayor, NAME", "In his role as mayor, NAME"."""
    if tokens[number].lower_ != "as" or number == 0:
        return tokens[number].lower_ == "as"
    return tokens[number - 1].lower_ in _AS_AFTER or tokens[number - 1].text in (",", "“", '"')


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
        if opens and is_closed and not is_role(tokens[start : n - 1]):
            return _innermost(tokens, n, end, is_closed=is_closed)
    return list(tokens[start:end])
