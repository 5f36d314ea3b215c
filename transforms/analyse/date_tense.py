"""Whether the clause around a date is about the past or about what is to come."""

from __future__ import annotations

import re

from spacy.tokens import Token

from transforms.analyse.date_context import DateToken
from transforms.analyse.date_tokens import Tokens
from transforms.analyse.date_words import future_cues, past_cues
from transforms.analyse.document import Document

_PLANNED = frozenset(
    [
        "due",
        "set",
        "scheduled",
        "planned",
        "expected",
        "slated",
        "upcoming",
        "forthcoming",
        "starting",
        "effective",
        "poised",
    ]
)
_WILL = frozenset(["will", "'ll", "’ll", "shall", "wo", "would", "should", "could", "may", "might", "must", "can"])
_DONE = frozenset(
    [
        "failed",
        "managed",
        "forced",
        "helped",
        "began",
        "continued",
        "refused",
        "used",
        "had",
        "came",
        "able",
        "tried",
        "started",
    ]
)
_SAYING = frozenset(["says", "tells", "reports", "announces", "reveals", "confirms", "writes"])
_LEADING = frozenset(["until", "till", "by", "ahead", "before", "starting", "from"])
_SINCE = frozenset(["since", "seit", "depuis", "desde"])
_UNTIL = frozenset(["until", "bis", "jusqu'au", "jusqu'a", "hasta", "ab"])
_FUTURE_FORMS = {
    "fr": re.compile(r"[^\W\d]{2,}(?:[eiud]ra|[eiud]ront)"),
    "es": re.compile(r"[^\W\d]{2,}(?:[aeid]rá|[aeid]rán)"),
}
_HEARSAY = frozenset({"soll", "sollen"})  # "soll getötet haben" is about the past
_MOST_HEADS = 8


def direction_of(document: Document, tokens: Tokens, token: DateToken) -> int:
    """-1 past, 1 to come, 0 cannot be told."""
    if not document.is_parsed or tokens.language != "en":
        return _by_words(tokens, token)
    position = tokens.items.index(token)
    before = [item.fold for item in tokens.items[max(0, position - 3) : position]]
    if any(word in ("ahead", "until", "till", "upcoming") for word in before):
        return 1
    found = document.tokens(token.start, token.end)
    return _of_chain(found[0]) if found else 0


def _by_words(tokens: Tokens, token: DateToken) -> int:
    """The same without a parse: the word before the date, then the words of the sentence."""
    position = tokens.items.index(token)
    future, past = future_cues(tokens.language), past_cues(tokens.language)
    for item in tokens.items[max(0, position - 2) : position]:
        if item.fold in _SINCE:
            return -1
        if item.fold in _UNTIL:
            return 1
    clause = _clause(tokens, position)
    words = {item.fold for item in clause}
    said = future & words
    if (said - _HEARSAY) or any(_is_future_form(item, tokens) for item in clause):
        return 1
    return -1 if past & words else 1 if said else 0


def _clause(tokens: Tokens, position: int) -> list[DateToken]:
    """The tokens around one, up to the next commas."""
    items = tokens.items
    first = next((n + 1 for n in range(position, -1, -1) if items[n].kind == ","), 0)
    last = next((n for n in range(position, len(items)) if items[n].kind == ","), len(items))
    return list(items[first:last])


def _is_future_form(item: DateToken, tokens: Tokens) -> bool:
    """French "-era", "-ront", Spanish "-rá", "-rán": endings that few other words have."""
    form = _FUTURE_FORMS.get(tokens.language)
    return form is not None and item.kind == "_" and form.fullmatch(tokens.body[item.start : item.end]) is not None


def _of_chain(token: Token) -> int:
    """Up from the date to the verb that governs it."""
    is_near = True  # no noun between the date and the verb
    for step in range(_MOST_HEADS):
        if token.lower_ in _PLANNED:
            return 1
        verdict = _of_verb(token) if token.tag_.startswith("VB") or token.tag_ == "MD" else None
        if verdict is not None:
            return verdict if is_near or token.tag_ not in ("VBZ", "VBP") else 0
        is_near = is_near and not (step > 0 and token.tag_.startswith("NN") and token.ent_type_ != "DATE")
        if token.head is token:
            return 0
        token = token.head
    return 0


def _of_verb(verb: Token) -> int | None:
    """What a verb's form and its auxiliaries say; None where its head must be asked."""
    helpers = {child.lower_ for child in verb.lefts if child.dep_ in ("aux", "auxpass")}
    if helpers & {"have", "has", "had", "'ve", "’ve"}:
        return -1
    if helpers & _WILL or verb.tag_ == "MD" or any(child.lower_ in _PLANNED for child in verb.children):
        return 1
    return _of_form(verb, helpers)


def _of_form(verb: Token, helpers: set[str]) -> int | None:
    if verb.tag_ == "VB":
        return _of_infinitive(verb, helpers)
    if verb.tag_ == "VBG":
        return (-1 if helpers & {"was", "were"} else 1) if helpers else None
    if verb.tag_ in ("VBD", "VBN"):
        return 1 if "to" in helpers and helpers & {"is", "are", "be"} else -1
    return -1 if verb.lower_ in _SAYING else 1


def _of_infinitive(verb: Token, helpers: set[str]) -> int:
    if "did" in helpers or "didn" in helpers:
        return -1
    return -1 if "to" in helpers and verb.head.lower_ in _DONE else 1
