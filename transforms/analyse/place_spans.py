"""Where in an article names of places stand: as names that were seen, and where the model saw none or another kind."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from transforms.analyse.actors import People
from transforms.analyse.document import Document
from transforms.analyse.metonyms import is_acting
from transforms.analyse.place_choice import Spot
from transforms.analyse.place_index import PlaceIndex
from transforms.analyse.place_peoples import regions_of
from transforms.records.analyse import Mention

_NAME = r"[A-ZÀ-Þ][\w’'-]*\.?(?:[ -](?:(?:of|de|la|du|am|del) )?[A-ZÀ-Þ][\w’'-]*){0,3}"
_PREPOSITION = r"\b(?:in|near|outside|across|around|at|from|to|towards?|into|of|reached|left)\s+(?:the\s+)?"
# A capital word after these that the gazetteer knows is a place, even where the model saw no name.
_LOCATIVE = re.compile(rf"{_PREPOSITION}(?P<name>{_NAME})")
_AFTER_LOCATIVE = re.compile(r"\b(?:in|near|outside|across|around|into)\s+(?:the\s+)?$")
_AFTER_WEAK = re.compile(r"\b(?:of|from|at|to|downtown)\s+$")  # persons stand there too
_CONTAINER = re.compile(
    r",\s+(?P<name>(?:[A-Z]\.){2,3}|[A-Z][a-z]+\.|[A-Z]{2}(?=[\s,.;)])|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)"
)
_CIVIC = re.compile(
    r"\b(?:Police|Sheriff|Court|Department|Division|Commission|Fire|Council|Government|Parliament|Legislature|Assembly"
    r"|Airport|Coroner|Detention|Jail|Mayor|Chamber|Municipality|County|Public Schools|Patrol|Magistrate|Turnpike"
    r"|Township|Borough)\b"
)
_AFTER_CIVIC = re.compile(
    r"(?:Court|Hospital|University|Government|Parliament|City|Council|Diocese|Bank|College|Board|Port|Sheriff) of "
    rf"(?:the )?(?P<name>{_NAME})$"
)
# A name in capitals and a dash open a report that was sent from there; the parts of a page without one are no matter.
_CAPITALS = re.compile(
    r"(?:^|(?<=[.!?]\s)|(?<=\n))(?P<name>[A-Z][A-Z.'’-]{2,}(?: [A-Z][A-Z.'’-]+){0,2})"
    r"(?:,\s[A-Z][\w.]*)?\s*(?:\([^)\n]{2,30}\)\s*)?(?:[—–]|--+|-\s)"
)
_SMALLEST = 1_000  # people: what is smaller is a place only where the model saw one
_SEEN_AS_OTHER = 15_000  # people: what the model takes for a company is a town where the town is as large as this
_SHOUTED = 5  # letters: shorter words in capitals alone are acronyms
_IN_NAMES = ("place", "country")
# Towns somewhere in the world, and words everywhere: they are places only where the model says so.
# ruff: noqa: SIM905 - a list of words is read as text
_WORDS = frozenset(
    (
        "january february march april may june july august september october november december monday tuesday wednesday"
        " thursday friday saturday sunday christmas easter ramadan god central north south east west northern southern"
        " eastern western upper lower new old supreme superior federal national general royal cathedral church park"
        " hall square city town county state street metro union liberal labour independence liberty unity hope"
        " friendship light green mound emerald university college school hospital court house senate congress"
        " parliament internet republic president minister king queen prince lord pope justice police army navy best"
    ).split()
)


@dataclass(frozen=True)
class Seen:
    """A span that may name a place: its mention, how far it is to be trusted, and whether it is mere evidence."""

    spot: Spot
    mention_no: int | None
    trust: float
    method: str
    is_evidence: bool = False


def find_spans(document: Document, people: People, index: PlaceIndex) -> list[Seen]:
    """The spans in order, none overlapping; names that were seen as places go before all others."""
    finder = _Finder(document, people, index)
    seen = list(finder.of_mentions())
    seen += _free(finder.of_dateline(), seen, ())
    for found in (finder.of_other_kinds(), finder.after_prepositions(), finder.within_names(seen)):
        seen += _free(found, seen, finder.closed)
    seen += _free(finder.containers_of(seen), seen, ())
    return sorted(seen, key=lambda one: one.spot.start)


def _free(found: Iterable[Seen], seen: Sequence[Seen], closed: Sequence[Spot]) -> list[Seen]:
    """Those of the found that overlap no place, and no other name that they are not said to lie in."""
    taken = [one.spot for one in seen]
    return [
        one
        for one in found
        if not any(_overlap(one.spot, spot) for spot in taken)
        and (one.mention_no is not None or not any(_overlap(one.spot, spot) for spot in closed))
    ]


def _overlap(one: Spot, other: Spot) -> bool:
    return one.start < other.end and other.start < one.end


def _spot(mention: Mention) -> Spot:
    return Spot(mention.char_start, mention.char_end, mention.surface)


def _with_stop(body: str, spot: Spot) -> Spot:
    """An abbreviation with its last stop: "N.C." where the name was cut to "N.C"."""
    if re.search(r"\.\w$", spot.surface) and body.startswith(".", spot.end):
        return Spot(spot.start, spot.end + 1, spot.surface + ".")
    return spot


class _Finder:
    """Looks for the spans of a document that may name places, each kind of evidence apart."""

    def __init__(self, document: Document, people: People, index: PlaceIndex) -> None:
        self.document, self.people, self.index = document, people, index
        self.body = document.article.body
        self.others = [
            (number, mention) for number, mention in enumerate(people.mentions) if not self._is_place_name(mention)
        ]
        self.closed = [_spot(mention) for _, mention in self.others]

    def _is_place_name(self, mention: Mention) -> bool:
        return mention.kind in _IN_NAMES or mention.resolved_by in ("capital", "adjective", "demonym")

    def of_mentions(self) -> Iterator[Seen]:
        """Names of places, and names of peoples as evidence."""
        for number, mention in enumerate(self.people.mentions):
            if mention.resolved_by in ("adjective", "demonym") or self._is_of_region(mention):
                yield Seen(_spot(mention), number, mention.confidence, "", is_evidence=True)
            elif self._is_place_name(mention):
                yield Seen(_with_stop(self.body, _spot(mention)), number, mention.confidence, "names")

    def _is_of_region(self, mention: Mention) -> bool:
        return mention.kind == "group" and any(True for _ in regions_of(self.index, mention.surface))

    def of_dateline(self) -> Iterator[Seen]:
        """The place that the dateline gives, where it stands."""
        place = self.document.article.dateline_place
        head = self.body[: self.document.article.dateline_end]
        start = head.casefold().find(place.casefold()) if place else -1
        if start >= 0 and self.index.find(place):
            yield Seen(Spot(start, start + len(place), head[start : start + len(place)]), None, 0.9, "dateline")
        for match in _CAPITALS.finditer(self.body):
            if self._largest(match["name"]) >= _SMALLEST:
                yield Seen(Spot(*match.span("name"), match["name"]), None, 0.8, "dateline")

    def of_other_kinds(self) -> Iterator[Seen]:
        """Names that were taken for somebody, though things happen in them and the gazetteer knows them."""
        unknown = [(number, mention) for number, mention in self.others if self._may_be_place(mention)]
        speakers = {mention.surface for _, mention in unknown if self._acts(mention)}
        places = {mention.surface for _, mention in unknown if self._stands_as_place(mention, speakers)}
        for number, mention in unknown:
            if mention.surface in places or (
                mention.kind in ("organisation", "group")
                and mention.surface not in speakers
                and self._largest(mention.surface) >= _SEEN_AS_OTHER
            ):
                yield Seen(_spot(mention), number, 0.6, "gazetteer")

    def _may_be_place(self, mention: Mention) -> bool:
        """Unknown to the seeds, and not the surname of a person whose full name stands elsewhere."""
        actor = None if mention.actor_no is None else self.people.actors[mention.actor_no]
        if actor is not None and (actor.seed_key or (actor.kind == "person" and actor.name != mention.surface)):
            return False
        if mention.surface.isupper() and len(mention.surface) < _SHOUTED:
            return False
        return self._largest(mention.surface) >= 0

    def _acts(self, mention: Mention) -> bool:
        return is_acting(self.document, mention.char_start, mention.char_end)

    def _stands_as_place(self, mention: Mention, speakers: Collection[str]) -> bool:
        before = self.body[max(0, mention.char_start - 20) : mention.char_start]
        if _AFTER_LOCATIVE.search(before):
            return True
        match = _CONTAINER.match(self.body, mention.char_end)
        if match and self._is_area(match["name"]):
            return True
        is_known = mention.surface not in speakers and self._largest(mention.surface) >= _SMALLEST
        return is_known and bool(_AFTER_WEAK.search(before))

    def _largest(self, name: str) -> int:
        """How many people live in the largest place whose own name it is; -1 where there is none, or it is a word."""
        if name.lower() in _WORDS:
            return -1
        own = [
            candidate.place.population
            for candidate in self.index.find(name.split(",", maxsplit=1)[0])
            if candidate.rank == 0
        ]
        return max(own, default=-1)

    def within_names(self, seen: Sequence[Seen]) -> Iterator[Seen]:
        """ "Danbury Police Department", "University of Kansas": bodies that are named after where they are."""
        named = {one.spot.surface for one in seen if not one.is_evidence}
        for number, mention in self.others:
            if mention.kind == "organisation" and mention.resolved_by not in ("office", "capital"):
                if match := _AFTER_CIVIC.search(mention.surface):
                    start, name = match.start("name"), match["name"]
                else:
                    start, name = 0, self._head(mention.surface, named)
                if name and self._largest(name) >= 0:
                    start += mention.char_start
                    yield Seen(Spot(start, start + len(name), name), number, 0.5, "within-name")

    def _head(self, surface: str, named: Collection[str]) -> str:
        """The longest beginning of a body's name that is a place's: of public bodies, or of places named elsewhere."""
        words = surface.split(" ")
        for count in range(min(3, len(words) - 1), 0, -1):
            head = " ".join(words[:count])
            if head in named or (_CIVIC.search(surface, len(head)) and self._largest(head) >= _SMALLEST):
                return head
        return ""

    def after_prepositions(self) -> Iterator[Seen]:
        """Names that nobody saw, after a preposition of place."""
        if self.document.article.language not in ("en", ""):
            return
        for match in _LOCATIVE.finditer(self.body):
            start, name = match.start("name"), match["name"].removesuffix("’s").removesuffix("'s").rstrip(".")
            if self._largest(name) >= _SMALLEST and not (name.isupper() and len(name) < _SHOUTED):
                yield Seen(Spot(start, start + len(name), name), None, 0.6, "gazetteer")

    def containers_of(self, seen: Sequence[Seen]) -> Iterator[Seen]:
        """ "Oxford, N.C.": what follows a place and a comma, where it is a division or a country."""
        for one in seen:
            match = _CONTAINER.match(self.body, one.spot.end)
            if match and not one.is_evidence and self._is_area(match["name"]):
                yield Seen(Spot(*match.span("name"), match["name"]), None, 0.8, "gazetteer")

    def _is_area(self, name: str) -> bool:
        return any(candidate.place.kind in ("admin1", "country") for candidate in self.index.find(name))
