"""What one word tells of, and how it changes when it is negated, planned or only possible."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Token

from transforms.analyse.event_clauses import is_conditional, is_negated, modals
from transforms.analyse.event_lexicon import EventLexicon

_WILL = frozenset(("will", "'ll", "’ll", "would", "shall", "'d", "wo", "’d"))
_MAY = frozenset(("may", "might", "could"))
_MUST = frozenset(("must", "should", "ought"))
_THOUGHTS = frozenset((
    "fear", "fears", "risk", "threat", "possibility", "prospect", "prospects", "danger", "idea", "chance", "chances",
    "option", "hope", "efforts", "attempts", "bid", "plan", "plans", "right", "opportunity",
))  # fmt: skip
_FRIENDLY = ("04", "05", "06", "07", "08")
_HOSTILE = ("14", "16", "17", "18", "19", "20")
_KEPT = ("01", "02", "03", "09", "10", "11", "12", "13", "15")


@dataclass(frozen=True)
class Told:
    """An event as a trigger tells it. `content` is the code of what is promised, demanded, refused, …."""

    trigger: Token
    code: str
    mode: str
    sources: tuple[Token, ...] = ()
    targets: tuple[Token, ...] = ()
    content: str = ""
    negated: bool = False
    realis: str = "actual"  # actual, planned, threatened, hypothetical; required while nobody is known to ask for it
    speaker: Token | None = None
    used: frozenset[int] = frozenset()  # positions of the words that it is made of
    is_loose: bool = False  # told by an everyday word: "back", "meet"
    is_vague: bool = False  # a move of something that the lexicon does not know: "rejects the picture"

    @property
    def root(self) -> str:
        """The first two digits of the code: the kind of event."""
        return self.code[:2]


def is_friendly(code: str) -> bool:
    """Whether a code is of an act of cooperation."""
    return code[:2] in _FRIENDLY


def is_hostile(code: str) -> bool:
    """Whether a code is of an act against somebody, not of words."""
    return code[:2] in _HOSTILE


def unharmful(code: str) -> str:
    """The code of a promise not to do something hostile: to go on as before, or to hold back."""
    return "030" if code[:2] == "16" else "035"


def shaded(told: Told, clause: Token, lexicon: EventLexicon) -> Told:
    """The event as its clause puts it: "will meet" is an agreement to meet, "would not meet" a refusal."""
    words = set(modals(clause))
    is_denied = is_negated(clause)
    if told.realis == "required":
        return replace(told, negated=told.negated != is_denied)
    if words & _WILL and "have" not in words:
        return _willed(told, lexicon, is_denied=is_denied)
    if words & _MUST or "must" in words:
        return replace(told, realis="required", negated=told.negated != is_denied)
    return _weighed(replace(told, negated=told.negated != is_denied), clause, words, lexicon)


def _weighed(told: Told, clause: Token, words: set[str], lexicon: EventLexicon) -> Told:
    """The event as what may be, where the clause says no more: an obligation, a right, a purpose, a possibility."""
    if words & _MAY or ("would" in words and "have" in words):
        return _possible(told, lexicon)
    if is_conditional(clause):
        return replace(told, realis="hypothetical")  # "whether they attacked"
    if clause.dep_ == "pcomp" and clause.head.head.lower_ in _THOUGHTS and told.realis == "actual":
        return replace(told, realis="hypothetical")  # "his fear of being extradited"
    is_aim = "to" in words and clause.dep_ in ("acl", "advcl", "relcl")
    if (is_aim or "can" in words) and told.realis == "actual":
        return replace(told, realis="hypothetical")
    return told


def _willed(told: Told, lexicon: EventLexicon, *, is_denied: bool) -> Told:
    if is_denied != told.negated:
        return _unwilled(told, lexicon)
    told = replace(told, negated=False)
    if is_friendly(told.code):
        return replace(
            told, code=lexicon.moved("promise", lexicon.domain(told.code)), content=told.code, realis="planned"
        )
    if is_hostile(told.code):
        code = lexicon.moved("promise", lexicon.domain(told.code))
        return replace(told, code=code, content=told.code, realis="threatened")
    return replace(told, realis="threatened" if told.root == "13" else "planned")


def _unwilled(told: Told, lexicon: EventLexicon) -> Told:
    """ "Will not": of what is friendly or agreed a refusal, of what is hostile a promise of restraint."""
    if is_friendly(told.code) or told.root == "03":
        domain = lexicon.domain(told.content if told.root == "03" and told.content else told.code)
        code = lexicon.moved("refuse", domain)
        return replace(told, code=code, content=told.content or told.code, negated=False, realis="actual")
    if is_hostile(told.code):
        return replace(told, code=unharmful(told.code), content=told.code, negated=False, realis="planned")
    return replace(told, negated=True, realis="planned")


def _possible(told: Told, lexicon: EventLexicon) -> Told:
    """ "May attack": a threat that is not made in words; what is friendly stays what it is, and only possible."""
    if is_hostile(told.code) and not told.negated:
        code = lexicon.moved("promise", lexicon.domain(told.code))
        return replace(told, code=code, content=told.code, realis="hypothetical")
    return replace(told, realis="hypothetical")
