"""Names as they stand in the text: what the language model and the gazetteer see, trimmed, without junk."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from spacy.tokens import Token

from transforms.analyse.document import Document
from transforms.analyse.gazetteer import Alias, Gazetteer, KnownSpan, find_known
from transforms.analyse.name_tagger import Entity
from transforms.analyse.offices import office_class, role_class
from transforms.analyse.words import fold, name_words

_KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place", "GRP": "group"}
_LEADING = re.compile(
    r"(?:(?:the|a|an|this|that|these|those|his|her|its|their|our|my|your|some|many|most|all|and|of|in|by)\s+"
    r"|(?:Mr|Mrs|Ms|Mx|Messrs|Miss|Dr|Sir|Dame|Lord|Lady)\b\.?\s+|[\W_]+)",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"(?:[’'`]s\b|[^\w)])+$|\s+(?:and|of|the|said|says|in)$", re.IGNORECASE)
_COMMON_END = re.compile(r"(?<=\w)(?:\s+[a-z]+)+$")  # "White House national security [adviser]"; places keep theirs
_AMPERSAND = re.compile(r"&[A-Z]\w*")  # "AT&T", cut by the model
_HONORIFIC = re.compile(r"\b(Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady|Dr)\b\.?\s*$", re.IGNORECASE)
_JUNK = re.compile(
    r"^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)(?:\s+\d.*)?$|https?:|www\.|@|#|\.com\b|^\W*\w?\W*$|\n"
    r"|^(?:breaking|update[ds]?|watch|photo|video|exclusive|live|read more|related|advertisement|editor|subscribe"
    r"|click here|getty(?: images?)?|the|an?|M\.?D|Ph\.?D|DDS|CEO|MPs?|MBA|RN|Esq|file|ngos?"
    r"|gmt|utc|[ecmp][sd]t|cest?|bst|eest?|god|internet|i|he|she|we|they|it|you|covid(?:-19)?)$",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"By(?: [A-Z][\w.'’-]+){1,5}(?:,? (?:and|in) (?:[A-Z][\w.'’-]+ ?){1,4})?$")
_ARTICLES_ABROAD = frozenset(("der", "die", "das", "le", "la", "les", "l'", "l’", "el", "los", "las"))
_LONE_OFFICES = frozenset({"president", "premier", "chancellor", "taoiseach"})  # the others are surnames as well
# With a capital and alone ("the Cathedral") they name no place that a reader elsewhere knows.
_KINDS_OF_PLACES = frozenset({
    "cathedral", "palace", "church", "mosque", "temple", "hotel", "station", "airport", "hospital", "school", "college",
    "city", "county", "state", "province", "district", "village", "town", "region", "island", "river", "street", "park",
    "square", "bridge", "museum",
})  # fmt: skip
_SHOUTED = 7  # letters: longer words in capitals alone are labels ("ADVERTISEMENT") unless a seed knows them


@dataclass(frozen=True)
class Name:
    """A name in a sentence before anyone has asked whose it is."""

    sentence_no: int
    start: int
    end: int
    surface: str
    kind: str
    label: str  # the language model's own label; "" where only the gazetteer saw it
    aliases: tuple[Alias, ...] = ()
    honorific: str = ""
    confidence: float = 1.0  # the language model's; 1 where it was not asked

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words that identify the name."""
        return name_words(self.surface)

    @property
    def length(self) -> int:
        return self.end - self.start


def find_names(document: Document, gazetteer: Gazetteer) -> list[Name]:
    """The names of a document in order, none overlapping."""
    names: list[Name] = []
    entities = _entities_by_sentence(document)
    for number, sentence in enumerate(document.sentences):
        if _BYLINE.match(document.article.body[sentence.char_start : sentence.char_end]):
            continue
        known = find_known(document.article.body, document.words[number], gazetteer, _abroad(document))
        names += _merge(document, number, entities.get(number, []), known)
    return names


def _abroad(document: Document) -> str:
    """The language of a text whose names only a model tells, without a parse; "" for others."""
    return document.article.language if document.is_tagged and not document.is_parsed else ""


def _entities_by_sentence(document: Document) -> dict[int, list[Name]]:
    found: dict[int, list[Name]] = {}
    for entity in document.entities:
        name = _read_entity(document, entity)
        if name is not None:
            found.setdefault(name.sentence_no, []).append(name)
    return found


def _read_entity(document: Document, entity: Entity) -> Name | None:
    kind = _KINDS[entity.kind]
    body = document.article.body
    if _abroad(document):
        return _as_trimmed(document, entity, kind)
    end = entity.end
    if kind != "place" and (common := _COMMON_END.search(body, entity.start, end)):
        end = common.start()
    start, end = _trim(body, entity.start, end, is_person=kind == "person")
    if start < end and (ampersand := _AMPERSAND.match(body, end)):
        end = ampersand.end()
    number = document.sentence_no(start, end)
    if number is None or start >= end or _is_junk(body[start:end]) or is_office(body[start:end]):
        return None
    if kind == "place" and body[start:end].lower() in _KINDS_OF_PLACES:
        return None
    honorific = _HONORIFIC.search(body[max(0, start - 6) : start])
    title = honorific.group(1).title() if honorific else ""
    return Name(number, start, end, body[start:end], kind, entity.kind, honorific=title, confidence=entity.confidence)


def _as_trimmed(document: Document, entity: Entity, kind: str) -> Name | None:
    """A name whose edges are settled already: what is said below of words around names is English."""
    number, surface = document.sentence_no(entity.start, entity.end), document.article.body[entity.start : entity.end]
    if number is None or _is_junk(surface):
        return None
    return Name(number, entity.start, entity.end, surface, kind, entity.kind, confidence=entity.confidence)


def _trim(body: str, start: int, end: int, *, is_person: bool) -> tuple[int, int]:
    """The span without articles, honorifics, possessives and stray marks; of a person also without titles."""
    while match := _LEADING.match(body, start, end):
        start = match.end()
    while match := _TRAILING.search(body[start:end]):
        end = start + match.start()
    opened = body.find("(", start, end)
    if opened > 0 and ")" not in body[opened:end]:
        end = _trim(body, start, opened, is_person=is_person)[1]
    while is_person and (title := re.match(r"([A-Z][\w-]+\.?|of)\s+", body[start:end])) and is_title(title.group(1)):
        start += title.end()
    return start, end


def is_title(word: str) -> bool:
    """Whether a word in front of a name is a title of its holder; "Dean Marlow" has none."""
    return word != "Dean" and role_class(word) != ""


def _is_junk(surface: str) -> bool:
    if not any(map(str.isupper, surface)) or _JUNK.search(surface):
        return True
    letters = [letter for letter in surface if letter.isalpha()]
    return len(letters) >= _SHOUTED and all(map(str.isupper, letters))


def is_office(surface: str) -> bool:
    """Whether the model took an office for a name ("Prime Minister"): roles and identity read offices themselves."""
    return bool(office_class(surface)) and (" " in surface or surface.lower() in _LONE_OFFICES)


def _merge(document: Document, number: int, entities: list[Name], known: list[KnownSpan]) -> list[Name]:
    """One list from two: the longer of two overlapping names stands, and a known name gives the other its aliases."""
    names = list(entities)
    for span in known:
        rivals = [name for name in names if name.start < span.end and span.start < name.end]
        if not rivals and _is_credible(document, span):
            names.append(_from_gazetteer(document, number, span))
        elif rivals:
            names = [name for name in names if name not in rivals] + _settle(document, number, rivals, span)
    return sorted(names, key=lambda name: name.start)


def _settle(document: Document, number: int, rivals: list[Name], span: KnownSpan) -> list[Name]:
    rival = max(rivals, key=lambda name: name.length)
    if (rival.start, rival.end) == (span.start, span.end):
        return [with_known(rival, span)]
    if span.end - span.start >= rival.length or _is_led_by_article(document, rival, span):
        return [_from_gazetteer(document, number, span)]
    return _split(document, rival, span) or rivals


def _is_led_by_article(document: Document, rival: Name, span: KnownSpan) -> bool:
    """ "La Russie" at the beginning of a sentence is the known "Russie"."""
    lead = document.article.body[rival.start : span.start].strip().lower()
    return rival.end == span.end and lead in _ARTICLES_ABROAD and bool(_abroad(document))


def _split(document: Document, rival: Name, span: KnownSpan) -> list[Name]:
    """ "Israeli Dana Levi" is a country's adjective and a person: a known place or country before a name is cut off."""
    kinds = {alias.actor_kind for alias in span.aliases}
    if rival.kind != "person" or span.start != rival.start or "person" in kinds:
        return []
    body = document.article.body
    start, end = _trim(body, span.end, rival.end, is_person=True)
    known = _from_gazetteer(document, rival.sentence_no, span)
    if is_office(body[start:end]):
        return [known]
    if start >= end or " " not in body[start:end]:
        return []
    return [
        known,
        replace(rival, start=start, end=end, surface=body[start:end]),
    ]


def with_known(name: Name, span: KnownSpan) -> Name:
    """The name with those aliases whose kind the model's label does not contradict; its kind is then the seed's."""
    aliases = tuple(alias for alias in span.aliases if _agrees(name, alias))
    return replace(name, aliases=aliases, kind=_kind_of(aliases)) if aliases else name


def _agrees(name: Name, alias: Alias) -> bool:
    """A person is not a place because a country bears that name too, and the other way round.

    Short labels err, so only full names (two words) are believed against the gazetteer.
    """
    if " " not in name.surface:
        return True
    if name.kind == "person" and alias.actor_kind == "organisation":
        return not name.honorific  # "Downing Street", "Goldman Sachs"
    return (name.kind == "person") == (alias.actor_kind == "person")


def _kind_of(aliases: tuple[Alias, ...]) -> str:
    alias = aliases[0]
    if alias.alias_kind in ("demonym", "adjective"):
        return "group"
    return "place" if alias.alias_kind == "capital" else alias.actor_kind


def _from_gazetteer(document: Document, number: int, span: KnownSpan) -> Name:
    surface = document.article.body[span.start : span.end]
    return Name(number, span.start, span.end, surface, _kind_of(span.aliases), "", span.aliases)


def _is_credible(document: Document, span: KnownSpan) -> bool:
    """Whether a known name that the model did not see is one: not part of a longer name, nor a common word."""
    surface = document.article.body[span.start : span.end]
    if language := _abroad(document):  # what is a name in English may be a word here
        return " " in surface or surface.isupper() or any(alias.language == language for alias in span.aliases)
    if " " in surface or not document.is_parsed:
        return True
    tokens = document.tokens(span.start, span.end)
    if not any(token.tag_.startswith(("NNP", "JJ")) or token.is_upper for token in tokens):
        return False
    return not (_is_person_only(span) and _continues_a_name(tokens[0]))


def _is_person_only(span: KnownSpan) -> bool:
    return all(alias.actor_kind == "person" for alias in span.aliases)


def _continues_a_name(token: Token) -> bool:
    """ "Hunter Berg" is not the known Berg: a capital word before a surname, unless it is a title or an adjective."""
    if token.i == 0 or token.is_sent_start:
        return False
    before = token.nbor(-1)
    return before.tag_ == "NNP" and before.ent_type_ != "NORP" and not role_class(fold(before.text))
