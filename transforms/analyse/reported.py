"""What the reporter says that others say, think or want, found over the parse: source, cue and content of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from spacy.tokens import Token

from transforms.analyse.cues import verb_forms
from transforms.analyse.document import Document
from transforms.analyse.hashed import hashed
from transforms.analyse.reported_content import content_of, spans_of
from transforms.analyse.reporting_words import CARRIERS, FRAMES, NOUNS, REPORTING_VERBS, STANCES, may_speak
from transforms.analyse.source_phrases import (
    IsQuoted,
    Span,
    agent_of,
    end_of,
    is_passive,
    out_of_brackets,
    phrase_of,
    subject_of,
    teller_behind,
)

# ruff: noqa: SIM905 - a list of words is read as text, not as a column of quoted words

_CLAUSES = ("ROOT", "conj", "ccomp", "relcl", "advcl", "parataxis")
_LABEL = 8  # tokens before a headline's colon
_SHORT = 4  # tokens of a label without a name in it
_FINITE = ("VBZ", "VBP", "VBD", "MD", "VB")
_FEWEST = 4  # tokens behind the colon: fewer are a time, a score, the name of a thing
_ABOUT = ("of", "about", "on", "for", "against", "over", "to")
_RUMOURED = frozenset(("reported", "quoted", "said", "alleged", "understood", "believed", "cited", "rumored",
                       "rumoured", "claimed"))  # fmt: skip
_CHARGED = frozenset(("accused", "suspected", "blamed"))
_SHOWING = frozenset(
    form
    for verb in ("show", "signal", "indicate", "suggest", "prove", "demonstrate", "illustrate", "decide", "determine",
                 "highlight", "point", "mean", "imply")
    for form in verb_forms(verb)
) | {"signalled", "signalling"}  # fmt: skip
_TELLING = frozenset(
    (
        "study survey report poll data figure number statistic evidence document record memo letter video footage image"
        " photo picture tape recording email message analysis analyses research finding result statement article book"
        " story testimony transcript filing lawsuit order ruling verdict presentation slide model modelling modeling"
        " forecast estimate projection investigation review audit inquiry probe test exam log map chart graph history"
        " paper page website post tweet sign headline editorial column speech remark comment answer law bill rule code"
        " policy plan proposal draft deal agreement treaty constitution amendment count tally trend return exit average"
        " ad advertisement press account version note source census index experience example case fact listing release"
        " text word line"
    ).split()
)
_VIEWS = frozenset(("view", "opinion", "words", "estimation", "telling", "judgment", "judgement", "eyes"))
_VERB_TAGS = hashed(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
_OTHER_CUES = hashed((*STANCES, *_VIEWS, *NOUNS))


class Reported(NamedTuple):
    """An attribution. `source` and `head` are None where the text names nobody ("is expected to resign")."""

    cue: Span
    cue_class: str
    verb: Token
    head: Token | None
    source: Span | None
    content: tuple[Span, ...]
    method: str


def find_reported(document: Document, is_quoted: IsQuoted) -> list[Reported]:
    """The attributions of a document in order; of two that lie in each other, the outer one."""
    if not document.is_parsed:
        return []
    found = [
        _of_token(token, is_quoted)
        for token in document.doc
        if (token.tag in _VERB_TAGS or token.lower in _OTHER_CUES) and not is_quoted(token.idx)
    ]
    found += [label_of_sentence(document.sentence_tokens(n), is_quoted) for n in range(len(document.sentences))]
    return _outermost([one for one in found if one is not None])


def _outermost(found: Sequence[Reported]) -> list[Reported]:
    kept: list[Reported] = []
    for one in sorted(found, key=lambda one: sum(start - end for start, end in one.content)):
        if not any(start <= one.cue[0] < end for other in kept for start, end in other.content):
            kept.append(one)
    return sorted(kept, key=lambda one: (one.cue, one.content))


def _of_token(token: Token, is_quoted: IsQuoted) -> Reported | None:
    word = token.lower_
    if token.tag_.startswith("VB"):
        return _according(token, is_quoted) if word == "according" else _of_verb(token, is_quoted)
    if word in STANCES and token.dep_ == "acomp":
        return _of_stance(token, is_quoted)
    if word in _VIEWS and token.dep_ == "pobj" and token.head.lower_ in ("in", "to"):
        return _in_the_view(token, is_quoted)
    if word in NOUNS and token.tag_.startswith("NN"):
        return _of_noun(token, is_quoted)
    return None


def _made(
    cue: Sequence[Token], name: str, head: Token | None, content: Iterable[Token], frame: str, is_quoted: IsQuoted
) -> Reported | None:
    head = out_of_brackets(head) if head is not None else None
    phrase = phrase_of(head, cue[0], is_quoted) if head is not None else []
    inside = {token.i for token in (*cue, *phrase)}
    spans = tuple(spans_of([token for token in content if token.i not in inside]))
    if not spans:
        return None
    source = (phrase[0].idx, end_of(phrase[-1])) if phrase else None
    return Reported((cue[0].idx, end_of(cue[-1])), name, cue[0], head, source, spans, f"reported-{frame}")


def _according(token: Token, is_quoted: IsQuoted) -> Reported | None:
    to = next((child for child in token.children if child.lower_ == "to"), None)
    head = next((child for child in to.children if child.dep_ == "pobj"), None) if to is not None else None
    if to is None or head is None:
        return None
    return _made([token, to], "neutral", head, _clause_without(token), "according", is_quoted)


def _in_the_view(token: Token, is_quoted: IsQuoted) -> Reported | None:
    """ "In Berg's view, …"."""
    owner = next((child for child in token.children if child.dep_ == "poss"), None)
    if owner is None:
        return None
    return _made([token], "neutral", owner, _clause_without(token.head), "according", is_quoted)


def _clause_without(phrase: Token) -> list[Token]:
    """The clause that a phrase stands in, less the phrase."""
    clause = phrase.head
    while clause.dep_ not in _CLAUSES and clause.head is not clause:
        clause = clause.head
    out = {part.i for part in phrase.subtree}
    return [part for part in clause.subtree if part.i not in out]


def _of_verb(verb: Token, is_quoted: IsQuoted) -> Reported | None:
    if verb.dep_ in ("aux", "auxpass", "amod", "compound"):
        return None
    if (teller := teller_behind(verb)) is not None:
        return _made([verb], "neutral", teller, _before(verb), "clause", is_quoted)
    base = REPORTING_VERBS.get(verb.lower_)
    content, frame = content_of(verb, FRAMES.get(base or "", {}), is_known=base is not None)
    if not content:
        return None
    passive = is_passive(verb)
    head = agent_of(verb) if passive else subject_of(verb, is_quoted)
    if not _fits(verb, head, frame, is_known=base is not None) or (head is not None and head.lower_ == "you"):
        return None
    name = FRAMES.get(base or "", {}).get(frame, "neutral")
    return _made([verb], name, head, content, frame, is_quoted)


def _before(verb: Token) -> list[Token]:
    """The clause that a verb of saying stands behind: below it, or that which it is joined to."""
    below = [child for child in verb.children if child.i < verb.i and not child.is_punct]
    if below or verb.head is verb:
        return [part for child in below for part in child.subtree]
    out = {part.i for part in verb.subtree}
    return [part for part in verb.head.subtree if part.i < verb.i and part.i not in out]


def _fits(verb: Token, head: Token | None, frame: str, *, is_known: bool) -> bool:
    """Whether somebody says it: a passive may leave out who, if it tells what; else the subject must be able to."""
    if head is None:
        is_told = frame in ("clause", "infinitive") or verb.lower_ in _CHARGED
        return is_known and is_passive(verb) and is_told and not _is_hearsay_of_speech(verb)
    if frame == "clause" and is_known:
        return verb.lower_ not in _SHOWING or _can_speak(head) or _can_tell(head)
    return _can_speak(head)


def _can_speak(head: Token) -> bool:
    """Whether the head of a subject stands for somebody: a name that the model knows no kind of does."""
    is_name = head.tag_.startswith("NNP") and head.ent_type_ in ("", "LOC", "FAC")
    return is_name or may_speak(head.lower_, head.ent_type_)


def _can_tell(head: Token) -> bool:
    """Whether a thing tells something in words, figures or pictures: a slump that signals fear says nothing."""
    return head.lower_ in _TELLING or head.lower_.rstrip("s") in _TELLING or head.tag_ in ("PRP", "DT", "CD", "WDT")


def _is_hearsay_of_speech(verb: Token) -> bool:
    """ "Is reported to have said": what was said is Berg's, and not what is reported."""
    below = [child for child in verb.children if child.dep_ in ("xcomp", "ccomp")]
    return verb.lower_ in _RUMOURED and any(
        "clause" in FRAMES.get(REPORTING_VERBS.get(b.lower_, ""), {}) for b in below
    )


def label_of_sentence(tokens: Sequence[Token], is_quoted: IsQuoted) -> Reported | None:
    """ "Minister: Port stays closed": who stands before a headline's colon says what stands behind it."""
    colon = next((n for n, token in enumerate(tokens[: _LABEL + 1]) if token.text == ":"), None)
    if not colon or len(tokens) - colon <= _FEWEST or is_quoted(tokens[0].idx):
        return None
    label = tokens[:colon]
    head = label[-1]
    if not head.tag_.startswith("NN") or any(token.tag_.startswith(("VB", "MD", "CD")) for token in label):
        return None
    if head.ent_type_ not in ("PERSON", "ORG") and not (may_speak(head.lower_, "") and len(label) <= _SHORT):
        return None
    if not any(token.tag_ in _FINITE for token in tokens[colon + 1 :]):
        return None  # a list: charges, ingredients, parts
    source = (label[0].idx, end_of(head))
    spans = tuple(spans_of(tokens[colon + 1 :]))
    cue = (tokens[colon].idx, end_of(tokens[colon]))
    return Reported(cue, "neutral", tokens[colon], head, source, spans, "reported-label") if spans else None


def _of_stance(word: Token, is_quoted: IsQuoted) -> Reported | None:
    content = [
        part
        for child in word.children
        if child.i > word.i and child.dep_ in ("ccomp", "xcomp", "prep")
        for part in child.subtree
    ]
    head = subject_of(word.head, is_quoted)
    if head is None or not _can_speak(head):
        return None
    return _made([word], "neutral", head, content, "stance", is_quoted)


def _of_noun(noun: Token, is_quoted: IsQuoted) -> Reported | None:
    content = [part for child in noun.children if child.i > noun.i for part in _told_by(child)]
    if not content:
        return None
    head = next((c for c in noun.children if c.dep_ == "poss"), None) or _author(noun)
    cue = [noun]
    if head is None and noun.dep_ in ("dobj", "pobj") and noun.head.lower_ in CARRIERS:
        head = subject_of(noun.head, is_quoted)
        head = head if head is not None and (_can_speak(head) or _can_tell(head)) else None
        cue = [noun.head, *noun.doc[noun.head.i + 1 : noun.i + 1]]
    elif head is not None and not _can_speak(head) and head.tag_ != "PRP$":
        return None
    if head is None:
        return None
    return _made(cue, NOUNS[noun.lower_], head, content, "noun", is_quoted)


def _told_by(child: Token) -> list[Token]:
    """What a noun's complement says: a clause whole, a prepositional phrase without its preposition."""
    if child.tag_ == "VBG" and child.lower_ in REPORTING_VERBS:
        return []  # "a statement saying that …": the verb has its own
    if child.dep_ in ("acl", "ccomp") or (child.dep_ == "relcl" and child.left_edge.lower_ == "that"):
        return list(child.subtree)
    if child.dep_ == "prep" and child.lower_ in _ABOUT:
        return [part for part in child.subtree if part is not child]
    return []


def _author(noun: Token) -> Token | None:
    return next(
        (below for child in noun.children if child.lower_ in ("by", "from") for below in child.children
         if below.dep_ == "pobj"),
        None,
    )  # fmt: skip
