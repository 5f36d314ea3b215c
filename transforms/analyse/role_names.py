"""Persons whom a title or an apposition shows: "Sheriff Ana Berg" is Ana Berg, whatever the model took it for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from transforms.analyse.document import Document
from transforms.analyse.names import Name, is_title
from transforms.analyse.offices import role_class
from transforms.analyse.role_classes import KIND_WORDS
from transforms.analyse.role_phrases import HONORIFICS, until_clause

_PHRASE = 14  # tokens before a comma that a role is looked for in

_PERSON = re.compile(
    r"(?:[A-Z][\w’'.-]*\s+){0,2}(?:(?:al|el|bin|ibn|bint|de|da|dos|van|von|der|den|ter|du|del|la|le)[\s-]+){0,2}[A-Z][\w’'-]+"
)
# Titles that begin other names too ("General Motors", "King Street", "Justice Department"): believed only of a person.
_SHARED = frozenset({
    "abbot", "anchor", "baker", "banker", "bishop", "broker", "cardinal", "champion", "dean", "driver", "emir",
    "farmer", "fellow", "general", "head", "justice", "king", "major", "marine", "marshal", "master", "member",
    "miner", "model", "monk", "nun", "pastor", "pilot", "player", "pope", "priest", "prince", "princess", "private",
    "queen", "runner", "sailor", "star", "student", "sultan", "teacher", "trader", "union", "worker",
})  # fmt: skip
_OFFICES = frozenset({
    "agent", "author", "captain", "chair", "chief", "deputy", "director", "governor", "leader", "official", "owner",
    "president", "senior",
})  # fmt: skip
_TITLE_WORDS = frozenset({
    "acting", "admiral", "attorney", "brigadier", "chief", "colonel", "commander", "crown", "deputy", "executive",
    "first", "former", "general", "grand", "justice", "lady", "leader", "lieutenant", "lord", "major", "majority",
    "minister", "minority", "mufti", "of", "officer", "president", "prime", "rear", "secretary", "speaker", "staff",
    "state", "supreme", "the", "vice", "whip", "wing",
})  # fmt: skip
# Titles that belong to the name that follows: "Pope Clement", "King Harald".
_PART_OF_NAMES = frozenset({"pope", "king", "queen", "prince", "princess", "emperor", "sultan", "emir"})

_PARTIES = frozenset({"labour", "labor"})


def titled_names(document: Document, names: Sequence[Name]) -> list[Name]:
    """The names without titles in front, and with the persons whom titles and appositions show."""
    if not document.is_parsed:
        return list(names)
    split = [part for name in names if not _is_title_alone(document, name) for part in _parted(document, name)]
    plain = [_untitled(name) for name in split]
    for name in _shown(document):
        inside = [old for old in plain if old.start < name.end and name.start < old.end]
        if all(_is_piece(old, name) for old in inside):
            plain = [*(old for old in plain if old not in inside), name]
    return sorted(plain, key=lambda name: name.start)


def _is_piece(old: Name, new: Name) -> bool:
    return not old.aliases and old.kind == "person" and new.start <= old.start and old.end <= new.end


def _is_title_alone(document: Document, name: Name) -> bool:
    """ "Chief Justice", and "Supreme" before "Leader", taken for names."""
    if _is_kind_word(document, name):
        return True
    if name.aliases or not all(word.lower() in _TITLE_WORDS for word in name.surface.split()):
        return False
    following = re.match(r"\s+(\w+)", document.article.body[name.end : name.end + 20])
    return role_class(name.surface) != "" or bool(following and role_class(following[1]))


def _is_kind_word(document: Document, name: Name) -> bool:
    """ "Rail union boss": the first word of a sentence that says what kind the noun behind it is."""
    if name.aliases or name.kind == "person" or name.surface.lower() not in KIND_WORDS - _PARTIES:
        return False
    first, *rest = document.tokens(name.start, name.end + 2)
    if not first.tag_.startswith("NNP") and first.is_title:
        return True
    return bool(first.is_sent_start and rest and rest[0].tag_.startswith("NN") and rest[0].is_lower)


def _parted(document: Document, name: Name) -> list[Name]:
    """ "Bihar, Manoj Tiwary" is a place and a person: the model runs on over the comma of an apposition."""
    match = re.fullmatch(r"([^,]+), ([^,]+)", name.surface)
    if (
        name.aliases
        or match is None
        or not _is_full_name(match[2])
        or re.fullmatch(r"(?:Inc|Ltd|LLC|Jr|Sr)\.?", match[2])
    ):
        return [name]
    before = document.article.body[max(0, name.start - 60) : name.start]
    phrase = re.split(r"[,.;:–—“”\"]", before)[-1]
    if not any(role_class(word) for word in phrase.split()):
        return [name]
    middle = name.start + match.end(1)
    return [
        replace(name, end=middle, surface=match[1], kind="place" if name.kind == "person" else name.kind),
        replace(name, start=name.start + match.start(2), surface=match[2], kind="person"),
    ]


def _untitled(name: Name) -> Name:
    """The name without the titles in front of it; an "organisation" that such a title stands before is a person."""
    if name.aliases or name.kind == "group":
        return name
    words = list(re.finditer(r"[^\s-]+", name.surface))
    titles = 0
    while (
        titles < len(words) - 1 and is_title(words[titles].group().rstrip(".")) and not _is_shared(words, titles, name)
    ):
        titles += 1
    rest = name.surface[words[titles].start() :] if words else ""
    if not titles or not (_is_full_name(rest) or (name.kind == "person" and re.fullmatch(r"[A-Z][\w’'-]+", rest))):
        return name
    return replace(name, start=name.start + words[titles].start(), surface=rest, kind="person")


def _is_shared(words: list[re.Match[str]], number: int, name: Name) -> bool:
    word = words[number].group().rstrip(".").lower()
    return word in _PART_OF_NAMES or (name.kind != "person" and word in _SHARED | _OFFICES)


def _is_full_name(surface: str) -> bool:
    return " " in surface and _PERSON.fullmatch(surface) is not None and not any(map(role_class, surface.split()))


def _shown(document: Document) -> Iterator[Name]:
    """Runs of proper nouns behind a title, or before an apposition that tells a role."""
    for number, sentence in enumerate(document.sentences):
        tokens = document.tokens(sentence.char_start, sentence.char_end)
        for first, last in _runs(tokens):
            start = _after_titles(tokens, first, last)
            is_titled = start > first or (first > 0 and _is_title(tokens[first - 1]))
            if start < last and (is_titled or _is_apposed(tokens, first, last)):
                span = tokens[start].idx, tokens[last - 1].idx + len(tokens[last - 1])
                surface = document.article.body[slice(*span)]
                if _is_full_name(surface):
                    yield Name(number, *span, surface, "person", "")


def _runs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    first = 0
    while first < len(tokens):
        last = first
        while last < len(tokens) and tokens[last].tag_ in ("NNP", "NNPS") and tokens[last].text[0].isalpha():
            last += 1
        if last - first > 1:
            yield first, last
        first = max(last, first + 1)


def _after_titles(tokens: Sequence[Token], first: int, last: int) -> int:
    titles = [n for n in range(first, last) if _is_title(tokens[n]) or tokens[n].lower_.rstrip(".") in HONORIFICS]
    return titles[-1] + 1 if titles else first


def _is_title(token: Token) -> bool:
    word = token.lower_.rstrip(".")
    return role_class(word) != "" and (word not in _SHARED or token.is_lower)


def _is_apposed(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a phrase between commas tells a role: "Odile Perrin, a judge in Lille,", "the head, Odile Perrin,"."""
    if last + 2 < len(tokens) and tokens[last].text == ",":
        phrase = until_clause(tokens, last + 1)
        if phrase and phrase[-1] != tokens[-1] and _tells_a_role(phrase):
            return True
    is_closed = last >= len(tokens) or tokens[last].text in (",", ".")
    if not is_closed or first < 2 or tokens[first - 1].text != "," or tokens[last - 1].dep_ != "appos":
        return False
    return _tells_a_role(tokens[max(0, first - _PHRASE) : first - 1])


def _tells_a_role(phrase: Sequence[Token]) -> bool:
    """Whether some end of the words is a role, its article before it, that no other thing or place has."""
    starts = [n for n, token in enumerate(phrase) if n == 0 or token.tag_ in ("DT", "PRP$")]
    roles = (role_class(" ".join(token.text for token in phrase[n:])) for n in starts)
    return any(role not in ("", "other", "civilian", "executive", "leader", "sportsperson") for role in roles)
