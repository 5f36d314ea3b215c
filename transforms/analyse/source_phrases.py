"""Whose words they are: the subject of a verb of saying, by whom a passive is, and the phrase around a head."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

IsQuoted = Callable[[int], bool]
Span = tuple[int, int]

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_CLIMBS = ("conj", "xcomp", "advcl", "acl", "parataxis", "pcomp", "dep", "prep")
_RELATIVES = ("who", "that", "which")
_NOBODY = ("it", "there", "what", "this", "these", "those", "that")
# What is sent, shown or held up by those who speak through it.
_CARRIED = frozenset(("statement", "letter", "message", "tweet", "email", "memo", "post", "video", "sign", "signs",
                      "banner", "banners", "placard", "placards", "note", "release", "remarks", "speech"))  # fmt: skip
_REPORTS = frozenset(("reported", "reports", "wrote", "writes", "said", "says", "announced", "revealed"))
_BEFORE_REPORTS = (",", "”", "’", '"', "'", "–", "—")
_STEPS = 5  # from a verb up to the one that has a subject: "declined, when asked by reporters, to say" is far enough


def subject_of(verb: Token, is_quoted: IsQuoted) -> Token | None:
    """The subject of a verb, or of the verb that it hangs on; of a relative clause, the noun it belongs to."""
    for _ in range(_STEPS):
        for child in verb.children:
            if child.dep_ in _SUBJECTS and not is_quoted(child.idx):
                return _antecedent(verb, child)
        if verb.dep_ in ("relcl", "acl"):
            return _noun_above(verb, is_quoted)
        if verb.dep_ not in _CLIMBS or is_quoted(verb.head.idx):
            return None
        verb = verb.head
    return None


def _noun_above(verb: Token, is_quoted: IsQuoted) -> Token | None:
    """ "A statement saying", but not "a need to say", where the noun says nothing."""
    if any(child.lower_ == "to" for child in verb.children):
        return None
    if verb.dep_ == "acl":
        return sender_of(verb.head, is_quoted)
    return verb.head if verb.head.tag_.startswith("NN") else None


def sender_of(noun: Token, is_quoted: IsQuoted) -> Token | None:
    """Who speaks through a noun: of "the port issued a statement saying", the port; else what the noun names."""
    if not noun.tag_.startswith("NN"):
        return None
    if noun.lower_ not in _CARRIED or noun.dep_ not in ("dobj", "pobj"):
        return noun
    verb = noun.head if noun.dep_ == "dobj" else noun.head.head
    sender = subject_of(verb, is_quoted) if verb.tag_.startswith("VB") and not is_passive(verb) else None
    return sender or noun


def _antecedent(verb: Token, subject: Token) -> Token | None:
    if subject.lower_ in _RELATIVES and subject.tag_ in ("WP", "WDT"):
        is_relative = verb.dep_ in ("relcl", "acl", "ccomp") and verb.head.tag_.startswith(("NN", "PRP"))
        return verb.head if is_relative else None
    return None if subject.lower_ in _NOBODY else subject


def teller_behind(verb: Token) -> Token | None:
    """Who reports what stands before: "the ferry is safe, reported the Herald", which parsers take for an object."""
    if verb.lower_ not in _REPORTS or verb.i == 0 or verb.nbor(-1).text not in _BEFORE_REPORTS:
        return None
    after = [child for child in verb.children if child.i > verb.i]
    teller = after[0] if after and after[0].dep_ in ("dobj", "oprd", "dative") else None
    if teller is None or not teller.tag_.startswith("NNP") or teller.left_edge.i != verb.i + 1:
        return None
    is_last = all(child.is_punct or child.dep_ in ("npadvmod", "advmod") for child in after[1:])
    has_subject = any(child.dep_ in _SUBJECTS for child in verb.children)
    return teller if is_last and not has_subject else None


def is_passive(verb: Token) -> bool:
    """Whether the subject of a verb is whom it happens to."""
    return any(child.dep_ == "auxpass" for child in verb.children) or (verb.dep_ == "acl" and verb.tag_ == "VBN")


def agent_of(verb: Token) -> Token | None:
    """By whom, of a passive verb."""
    return next(
        (noun for child in verb.children if child.lower_ == "by" for noun in child.children if noun.dep_ == "pobj"),
        None,
    )


def out_of_brackets(head: Token) -> Token:
    """The head, or the name before the bracket that it stands in: "Ana Berg (R-OH) said"."""
    for token in reversed(head.doc[max(0, head.i - 4) : head.i + 1]):
        if token.text == ")" and token.i < head.i:
            break
        if token.text == "(" and token.i > 0 and token.nbor(-1).tag_ == "NNP":
            return token.nbor(-1)
    return head


def phrase_of(head: Token, cue: Token, is_quoted: IsQuoted) -> list[Token]:
    """The phrase around its head, in one piece: without relative clauses, the cue, and what is quoted."""
    cut = {
        token.i for child in head.children if child.dep_ in ("relcl", "acl", "cc", "conj") for token in child.subtree
    }
    cut |= {child.i for child in head.children if child.dep_ == "case"}
    inside = {token.i for token in head.subtree if token.i not in cut and not is_quoted(token.idx)} - {cue.i}
    start = end = head.i
    while start - 1 in inside:
        start -= 1
    while end + 1 in inside:
        end += 1
    return without_edges(list(head.doc[start : end + 1]))


def without_edges(tokens: list[Token]) -> list[Token]:
    """The tokens without marks and spaces at either end; at least one is left."""
    while len(tokens) > 1 and (tokens[-1].is_punct or tokens[-1].is_space):
        tokens = tokens[:-1]
    while len(tokens) > 1 and (tokens[0].is_punct or tokens[0].is_space):
        tokens = tokens[1:]
    return tokens


def end_of(token: Token) -> int:
    """The offset behind a token."""
    return token.idx + len(token)
