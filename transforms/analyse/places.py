"""The places that an article names: each name that stands for one, resolved in the gazetteer."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from transforms.analyse.actors import People
from transforms.analyse.document import Document
from transforms.analyse.metonyms import is_acting, is_state
from transforms.analyse.place_choice import Background, Choice, choose_places
from transforms.analyse.place_focus import find_focus
from transforms.analyse.place_index import Place, PlaceIndex
from transforms.analyse.place_spans import Seen, find_spans
from transforms.records.analyse import Mention, PlaceMention

_OF_NOTE = ("country", "capital", "region", "continent")
_LARGE = 150_000  # people: of such a city one speaks abroad


def find_places(document: Document, people: People, index: PlaceIndex, country: str) -> tuple[PlaceMention, ...]:
    """The places named in a document, resolved; `country` is where its outlet sits, "" where unknown.

    Names of peoples ("Kenyan") are no places but speak for theirs. What the gazetteer does not know gives no row.
    """
    if not len(index):
        return ()
    index = index.in_language(document.article.language)
    seen = find_spans(document, people, index)
    choices = choose_places(
        document.article.body, [one.spot for one in seen], index, Background(country, document.article.language or "en")
    )
    found = [
        _mention(document, people, index, one, choice)
        for one, choice in zip(seen, choices, strict=True)
        if choice is not None and not one.is_evidence
    ]
    places = [place for place in found if place is not None]
    peoples = {choice.place.country for one, choice in zip(seen, choices, strict=True) if choice and one.is_evidence}
    large = {c.place.geonames_id for c in choices if c and c.place.kind == "city" and c.place.population >= _LARGE}
    plausible = [p for p in places if p.geonames_id in large or _is_plausible(p, places, peoples | {country})]
    return find_focus(document, plausible)


def _is_plausible(place: PlaceMention, places: Sequence[PlaceMention], countries: Collection[str]) -> bool:
    """Whether a place of little note lies in a country that the article knows of, where it names others.

    A name that is no place at all ("Tonya", "Titan") is most often that of a small town at the other end of the world.
    """
    if place.kind in _OF_NOTE or place.country in countries:
        return True
    others = {other.country for other in places if other.surface != place.surface} - {""}
    return place.country in others or not others


def _mention(document: Document, people: People, index: PlaceIndex, seen: Seen, choice: Choice) -> PlaceMention | None:
    number = _sentence_no(document, seen)
    if number is None:
        return None
    place = choice.place
    mention = None if seen.mention_no is None else people.mentions[seen.mention_no]
    return PlaceMention(
        sentence_no=number, char_start=seen.spot.start, char_end=seen.spot.end, surface=seen.spot.surface,
        mention_no=seen.mention_no, geonames_id=place.geonames_id, name=place.name, kind=place.kind,
        country=place.country, admin1=_admin1(place, index), lat=place.lat, lon=place.lon,
        is_metonym=seen.method == "names" and _is_metonym(document, mention), is_focus=False,
        confidence=round(seen.trust * choice.share, 3), method=f"places-by-{seen.method}",
    )  # fmt: skip


def _sentence_no(document: Document, seen: Seen) -> int | None:
    """The sentence that the name stands in; of a name in the dateline, the first one."""
    if seen.spot.end <= document.article.dateline_end:
        return 0 if document.sentences else None
    return document.sentence_no(seen.spot.start, seen.spot.end)


def _admin1(place: Place, index: PlaceIndex) -> str:
    if place.kind == "admin1":
        return place.name
    return index.place(place.admin1).name if place.admin1 >= 0 else ""


def _is_metonym(document: Document, mention: Mention | None) -> bool:
    """Whether the name stands for those who govern there: "Lisbon rejected the offer", "Kenya said"."""
    if mention is None:
        return False
    start, end = mention.char_start, mention.char_end
    is_own_state = mention.kind == "country" and is_state(document, start, end)
    return mention.resolved_by == "capital" or is_own_state or is_acting(document, start, end)
