"""What is said: the part of a sentence that hangs on a verb of saying as its content."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from spacy.tokens import Token

from transforms.analyse.reporting_words import NOT_REPORTING, REPORTING_VERBS
from transforms.analyse.source_phrases import Span, end_of

_COMPLEMENTS = ("xcomp", "ccomp", "dobj", "prep", "oprd", "attr", "acomp", "dative", "prt")
_OBJECTS = ("dobj", "oprd", "attr")
_WHEN = frozenset(("after", "as", "while", "when", "since", "before"))
_AGAINST = frozenset(("while", "whereas", "although", "though", "but"))
_DAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
_HOME = ("home", "back", "off", "up", "in", "out")
_RECALLED = frozenset(("ambassador", "ambassadors", "envoy", "envoys", "diplomat", "diplomats", "consul", "delegation",
                       "negotiators", "troops", "soldiers", "reservists", "team", "staff", "parliament", "lawmakers",
                       "product", "products", "vehicle", "vehicles", "cars", "trucks", "batch", "batches"))  # fmt: skip
_OPENERS = "“\"‘'$([«"
_CLOSERS = "”\"’'%)]»"


def content_of(verb: Token, frames: Mapping[str, str], *, is_known: bool) -> tuple[list[Token], str]:
    """The tokens of what is said, and which of the verb's frames they fill; nothing where they fill none.

    A verb that is not listed may still report, with a finite clause behind it.
    """
    children = list(verb.children)
    if not is_known:
        return (_subtrees(_finite(verb, children)), "clause") if verb.lower_ not in NOT_REPORTING else ([], "")
    if "clause" in frames and (clause := _clause(verb, children)):
        return clause, "clause"
    is_hearsay = "clause" in frames and any(child.dep_ == "auxpass" for child in children)
    if ("infinitive" in frames or is_hearsay) and any(map(_is_infinitive, children)):
        return _subject_of_passive(children) + _right_of(verb, children), "infinitive"
    return _of_thing(verb, children, frames)


def _of_thing(verb: Token, children: Sequence[Token], frames: Mapping[str, str]) -> tuple[list[Token], str]:
    """The noun or gerund that is said or spoken of, by itself or behind a preposition."""
    objects = [c for c in children if c.dep_ in _OBJECTS or (c.dep_ == "xcomp" and c.tag_ == "VBG")]
    objects = [c for c in objects if c.i > verb.i] + _passive_subjects(children)
    if "object" in frames and objects and not _is_called_home(verb, children):
        return _subtrees(_passive_subjects(children)) + _right_of(verb, children), "object"
    for child in children:
        if (
            child.i > verb.i
            and child.lower_ in frames
            and child.dep_ in ("prep", "prt", "advmod")
            and not _is_when(child)
        ):
            behind = [c for c in children if c.i >= child.i and c.dep_ in (*_COMPLEMENTS, "advmod")]
            return [part for part in _subtrees(behind) if part is not child], child.lower_
    return [], ""


def _is_when(preposition: Token) -> bool:
    return preposition.lower_ == "on" and any(noun.lower_ in _DAYS for noun in preposition.children)


def _is_called_home(verb: Token, children: Sequence[Token]) -> bool:
    """ "Called the envoys home", "recalled its ambassador": a deed. What is called by a name has the name behind it."""
    if REPORTING_VERBS.get(verb.lower_) == "recall":
        return any(child.dep_ == "dobj" and child.lower_ in _RECALLED for child in children)
    names = [child for child in children if child.dep_ in ("oprd", "xcomp", "acomp") and child.lower_ not in _HOME]
    return REPORTING_VERBS.get(verb.lower_) == "call" and not names


def _clause(verb: Token, children: Sequence[Token]) -> list[Token]:
    clauses = [child for child in children if child.dep_ == "ccomp" and not _is_relative(child, verb)]
    if clauses:
        return _on_this_side(verb, _without_asides(clauses))
    if verb.dep_ == "parataxis":
        out = {part.i for part in verb.subtree}
        return [part for part in verb.head.subtree if part.i not in out]
    return []


def _is_relative(clause: Token, verb: Token) -> bool:
    """ "Reported waits that exceeded two hours": the clause tells of the noun before it, whatever the parse says."""
    first = clause.left_edge
    if first.lower_ != "that" or first.dep_ not in ("nsubj", "nsubjpass") or first.i < 1:
        return False
    noun = first.nbor(-1)
    return noun.tag_.startswith("NN") and noun.i > verb.i


def _without_asides(clauses: Sequence[Token]) -> list[Token]:
    """The clauses less what the reporter sets against them: "…, while Oslo insisted that it had not"."""
    asides = {
        part.i
        for clause in clauses
        for child in clause.children
        if child.dep_ == "advcl" and child.lower_ in REPORTING_VERBS and _opens_with(child, _AGAINST)
        for part in child.subtree
    }
    return [part for part in _subtrees(clauses) if part.i not in asides]


def _opens_with(clause: Token, words: Collection[str]) -> bool:
    return any(child.lower_ in words for child in clause.children if child.i < clause.i)


def _on_this_side(verb: Token, content: Sequence[Token]) -> list[Token]:
    """The content less what a semicolon, or a colon before it, parts from the verb."""
    first, last = min(token.i for token in content), max(token.i for token in content)
    marks = [n for n in range(first, last + 1) if verb.doc[n].text == ";" or (n < verb.i and verb.doc[n].text == ":")]
    start = max((mark for mark in marks if mark < verb.i), default=-1)
    end = min((mark for mark in marks if mark > verb.i), default=len(verb.doc))
    return [token for token in content if start < token.i < end]


def _finite(verb: Token, children: Sequence[Token]) -> list[Token]:
    clauses = [c for c in children if c.dep_ == "ccomp" and c.i > verb.i and c.tag_.startswith(("VB", "MD"))]
    return [clause for clause in clauses if not _is_relative(clause, verb)]


def _is_infinitive(child: Token) -> bool:
    return child.dep_ in ("xcomp", "ccomp") and any(below.lower_ == "to" for below in child.children)


def _passive_subjects(children: Sequence[Token]) -> list[Token]:
    return [child for child in children if child.dep_ == "nsubjpass"]


def _subject_of_passive(children: Sequence[Token]) -> list[Token]:
    return _subtrees(_passive_subjects(children))


def _right_of(verb: Token, children: Sequence[Token]) -> list[Token]:
    """What hangs on a verb behind it, less what the reporter tells of the time: "decided to leave, after Oslo had"."""
    content = _subtrees([child for child in children if child.i > verb.i and child.dep_ in _COMPLEMENTS])
    told = {
        part.i
        for clause in content
        if clause.dep_ == "advcl" and clause.i > verb.i and _is_behind_comma(clause) and _opens_with(clause, _WHEN)
        for part in clause.subtree
    }
    return [part for part in content if part.i not in told]


def _is_behind_comma(clause: Token) -> bool:
    first = clause.left_edge
    return first.i > 0 and first.nbor(-1).text == ","


def _subtrees(heads: Iterable[Token]) -> list[Token]:
    return [part for head in heads for part in head.subtree]


def spans_of(tokens: Iterable[Token]) -> Iterator[Span]:
    """The tokens as spans: those with nothing but marks between them are one; without marks at the edges."""
    run: list[Token] = []
    for token in sorted({token.i: token for token in tokens}.values(), key=lambda token: token.i):
        if run and any(not (part.is_punct or part.is_space) for part in token.doc[run[-1].i + 1 : token.i]):
            yield from _span(run)
            run = []
        run.append(token)
    yield from _span(run)


def _span(run: list[Token]) -> Iterator[Span]:
    while run and (run[0].is_space or (run[0].is_punct and run[0].text not in _OPENERS)):
        run = run[1:]
    while run and (run[-1].is_space or (run[-1].is_punct and run[-1].text not in _CLOSERS)):
        run = run[:-1]
    if any(token.is_alpha or token.like_num for token in run):
        yield run[0].idx, end_of(run[-1])
