"""Roles that the text gives to a person: a title before the name, or an apposition after or before it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Token

from transforms.analyse.document import Document
from transforms.analyse.names import Name
from transforms.analyse.offices import role_class

_LONGEST_TITLE = 9  # tokens to the left of a name: "the European Union's top foreign policy official"
_LONGEST_APPOSITION = 18
_AROUND = 400  # code points before and behind a name that are looked at, however long its sentence is
_FORMER = re.compile(
    r"\b(?:former|ex|then|late|retired|outgoing|onetime|one-time|erstwhile|ousted|deposed)\b[\s-]*", re.I
)
_OPENERS = re.compile(
    r"^(?:the|a|an|its|their|his|her|our|my|also|both|who|is|was|now|and|current|new|acting)\s+", re.I
)
_LINKS = {"of", "for", "at", "to", "in", "on", "with", "from", "under", "and", "&"}
_CLAUSE_TAGS = {
    "VBD",
    "VBZ",
    "VBP",
    "MD",
    "WP",
    "WDT",
    "WP$",
    "WRB",
    ",",
    ".",
    ":",
    "``",
    "''",
    "-LRB-",
    "-RRB-",
    "PRP",
    "EX",
}
_BARE_MINISTER = re.compile(r"(?:secretary|minister)", re.IGNORECASE)
_VERB_TAGS = ("VBD", "VBZ", "VBP", "MD")
_TITLE_TAGS = ("NN", "JJ", "POS", "HYPH", "IN", "CC", "VBN", "VBG", "CD", "AFX")


class FoundRole(NamedTuple):
    """A role's span, the position of the person's name, and the pattern that found it."""

    person: int
    start: int
    end: int
    text: str
    role_class: str
    affiliation: str
    affiliation_names: tuple[int, ...]  # positions of the names inside or just before the role
    is_former: bool
    pattern: str  # title, apposition-after, apposition-before, copula


def find_roles(document: Document, names: Sequence[Name]) -> list[FoundRole]:
    """The roles of the persons in a document, in order; one span gives one role; none where there is no parse."""
    if not document.is_parsed:
        return []
    roles: dict[int, FoundRole] = {}
    for position, name in enumerate(names):
        if name.kind == "person":
            for role in phrases_of(document, names, position):
                roles.setdefault(role.start, role)
    return sorted(roles.values(), key=lambda role: role.start)


def phrases_of(document: Document, names: Sequence[Name], position: int) -> Iterator[FoundRole]:
    """The roles that stand around one name, whatever its kind."""
    name = names[position]
    sentence = document.sentences[name.sentence_no]
    tokens = document.tokens(max(sentence.char_start, name.start - _AROUND), min(sentence.char_end, name.end + _AROUND))
    inside = [n for n, t in enumerate(tokens) if t.idx < name.end and t.idx + len(t) > name.start]
    if not inside:
        return
    first, last = inside[0], inside[-1] + 1
    finders: tuple[tuple[str, Callable[[list[Token], int], list[Token]], int], ...] = (
        ("title", _title_before, first),
        ("apposition-after", _apposition_after, last),
        ("apposition-before", _apposition_before, first),
        ("copula", _after_copula, last),
    )
    for pattern, find, edge in finders:
        role = _read_phrase(document, names, position, find(tokens, edge), pattern)
        if role is not None:
            yield role


def _title_before(tokens: list[Token], edge: int) -> list[Token]:
    """The words right before a name that may be its title; a title is not cut off by anything but a clause."""
    start = edge
    while start > 0 and tokens[start - 1].lower_.rstrip(".") in ("mr", "mrs", "ms", "dr", "sir", "lord", "dame"):
        start -= 1
    edge = start
    while start > 0 and edge - start < _LONGEST_TITLE and tokens[start - 1].tag_.startswith(_TITLE_TAGS):
        start -= 1
    phrase = tokens[start:edge]
    if phrase and phrase[-1].tag_ in ("IN", "CC", "POS", "NNS", "NNPS"):
        return []
    links = [n for n, token in enumerate(phrase) if token.tag_ in ("IN", "VBN", "VBG") and token.lower_ != "of"]
    return phrase[links[-1] + 1 :] if links else phrase


def _apposition_after(tokens: list[Token], edge: int) -> list[Token]:
    """The words between a comma after a name and the end of the phrase; an age in between is passed over.

    What a verb follows without a comma is the subject of a clause of its own: "in Sines, a port official said".
    """
    if edge >= len(tokens) or tokens[edge].text not in (",", "("):
        return []
    start = edge + 1
    if start + 1 < len(tokens) and tokens[start].tag_ == "CD" and tokens[start + 1].text == ",":
        start += 2
    phrase = _until_clause(tokens, start)
    is_cut_off = start + len(phrase) < len(tokens) and tokens[start + len(phrase)].tag_ in _VERB_TAGS
    is_noun_phrase = bool(phrase) and not phrase[0].tag_.startswith(("IN", "CC", "VB", "RB"))
    return phrase if is_noun_phrase and not is_cut_off else []


def _after_copula(tokens: list[Token], edge: int) -> list[Token]:
    """The words after "X is", "X was", "X became", if an article opens them."""
    if edge + 1 >= len(tokens) or tokens[edge].lower_ not in ("is", "was", "became", "becomes", "remains"):
        return []
    return _until_clause(tokens, edge + 1) if tokens[edge + 1].lower_ in ("the", "a", "an") else []


def _until_clause(tokens: list[Token], start: int) -> list[Token]:
    end = start
    while end < len(tokens) and end - start < _LONGEST_APPOSITION and tokens[end].tag_ not in _CLAUSE_TAGS:
        end += 1
    return tokens[start:end]


def _apposition_before(tokens: list[Token], edge: int) -> list[Token]:
    """The words before a comma before a name, back to where their phrase begins; without an acronym in brackets."""
    if edge < 2 or tokens[edge - 1].text != ",":
        return []
    end = edge - 1
    if tokens[end - 1].text == ")":
        end = next((n for n in range(end - 2, max(end - 5, 0), -1) if tokens[n].text == "("), end)
    start = end
    while start > 0 and end - start < _LONGEST_APPOSITION and tokens[start - 1].tag_ not in _CLAUSE_TAGS:
        start -= 1
    if start < end and tokens[start].tag_ == "IN":
        start += 1
    return tokens[start:end]


def _read_phrase(
    document: Document, names: Sequence[Name], position: int, phrase: list[Token], pattern: str
) -> FoundRole | None:
    if not phrase:
        return None
    start, end = phrase[0].idx, phrase[-1].idx + len(phrase[-1])
    near = range(max(0, position - _LONGEST_APPOSITION), min(len(names), position + _LONGEST_APPOSITION))
    inner = [n for n in near if start <= names[n].start and names[n].end <= end]
    if any(names[n].kind == "person" and names[n].label == "PERSON" and " " in names[n].surface for n in inner):
        return None
    body = document.article.body
    is_former = bool(_FORMER.search(body[start:end]))
    span = _role_span(body, start, end, [names[n] for n in inner], is_title=pattern == "title")
    name = role_class(body[slice(*span)]) if span[0] < span[1] else ""
    if not name:
        return None
    affiliation = _affiliation(body, (start, end), span, [names[n] for n in inner])
    if name == "head_of_state" and not _is_of_a_country(body[slice(*span)], [names[n] for n in inner]):
        name = "head"
    return FoundRole(position, *span, body[slice(*span)], name, affiliation, tuple(inner), is_former, pattern)


def _is_of_a_country(text: str, inner: list[Name]) -> bool:
    """Clubs, courts and companies have presidents too."""
    if any(name.kind == "organisation" for name in inner):
        return False
    return text.lower() in ("president", "president of the republic") or any(
        name.kind in ("country", "group") for name in inner
    )


def _role_span(body: str, start: int, end: int, inner: list[Name], *, is_title: bool) -> tuple[int, int]:
    """The role's own words: without articles, "former", and the names or possessors in front of its head."""
    start += _opening(body[start:end])
    possessives = list(re.finditer(r"[’']s?\s+", _before_link(body[start:end])))
    if possessives:
        start += possessives[-1].end()
    while leading := [name for name in inner if name.start <= start < name.end and name.end < end]:
        if _BARE_MINISTER.fullmatch(body[leading[0].end : end].strip()) and not leading[0].aliases:
            break  # "Defence Secretary": the model takes the portfolio for an organisation
        start = leading[0].end
        start += _opening(body[start:end])
    start += _opening(body[start:end])
    if is_title:
        return start, end
    return start, start + len(_first_role(body[start:end]))


def _opening(text: str) -> int:
    length = 0
    while match := re.match(r"[\s-]+", text[length:]) or _OPENERS.match(text[length:]) or _FORMER.match(text[length:]):
        length += match.end()
    return length


def _before_link(text: str) -> str:
    return re.split(r"\s(?:of|for|at|to|in|on|with|from)\s", text, maxsplit=1)[0]


def _first_role(text: str) -> str:
    """An apposition's first role: "head of the agency and a former diplomat" has two, and "and a" ends the first."""
    return re.split(r"\s(?:and|or) (?:a|an|the|former|one|his|her|also)\s|\s(?:on|in) (?=[A-Z]?[a-z]+day\b)", text)[
        0
    ].rstrip()


def _affiliation(body: str, phrase: tuple[int, int], role: tuple[int, int], inner: list[Name]) -> str:
    """What the role is of: an organisation, else a country or a group, else the noun that possesses it."""
    ranked = sorted(inner, key=lambda name: ("organisation", "country", "place", "group").index(name.kind)
                    if name.kind != "person" else 4)  # fmt: skip
    if ranked:
        return ranked[0].surface
    possessor = re.search(r"([\w -]+)[’']s?\s*$", body[phrase[0] : role[0]])
    if possessor:
        return _OPENERS.sub("", possessor.group(1).strip())
    after = re.search(r"\s(?:of|for|at)\s+(?:the\s+|a\s+|an\s+)?(.+)$", body[slice(*role)])
    return after.group(1) if after else ""
