"""Which of the places of one name an article means: by what stands beside the name, and by its other places."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.analyse.place_home import Home, home_of
from transforms.analyse.place_index import Candidate, Place, PlaceIndex
from transforms.analyse.place_peoples import regions_of

# Tuned on one half of the local news of the LGL corpus (docs/quality.md); the other half and two other corpora agreed.
_KIND_PRIOR = {
    "country": 5.5,
    "continent": 4.5,
    "region": 4.0,
    "admin1": 3.0,
    "capital": 2.5,
    "city": 0.0,
    "admin2": -1.2,
}
_RANK_PRIOR = (0.0, -1.6, -9.0, 4.0)
_USUAL = {"country": 7.0, "admin1": 6.0}  # log10 of their people: China is more often meant than Jersey
_PER_TENFOLD = 0.6
_LARGE = 600_000  # people: a city so large is meant by the name that it shares with its state (New York)
_SIZEABLE, _GREAT_PART = 100_000, 0.15  # people, and the share of its division's: the same for smaller cities
_IN_COUNTRY, _IN_ADMIN1, _IN_ADMIN2, _NEAR = 3.0, 3.5, 0.4, 2.0
_IN_COUNTY = 2.0  # "Laurel County" is named: its London is meant
_CONTAINED = 8.0  # "Paris, Texas" leaves no doubt
_NEAR_KM = 240.0
_MOST = 40  # candidates looked at for a name: "San José" has over a hundred
_ROUNDS = 3
_FOLLOWS = re.compile(r",\s+((?:[A-Z][\w.’'-]*)(?:\s+(?:of\s+)?[A-Z][\w.’'-]*){0,2})|\s+\(([A-Z][\w. ]*)\)")


@dataclass(frozen=True)
class Spot:
    """A span that may name a place, and how it is written."""

    start: int
    end: int
    surface: str


@dataclass(frozen=True)
class Background:
    """What is known besides the text: the country of the outlet, "" where unknown, and the language."""

    country: str = ""
    language: str = "en"


@dataclass(frozen=True)
class Choice:
    """The place that a name means, and its share among all places of that name: 1 where there is no doubt."""

    place: Place
    share: float


def choose_places(body: str, spots: Sequence[Spot], index: PlaceIndex, background: Background) -> list[Choice | None]:
    """A choice a spot; None where no place bears the name.

    One name has one sense in an article, but where a container stands beside it ("Paris, Texas").
    """
    found = [_candidates(index, spot.surface) for spot in spots]
    containers = [_containers(body, spots, number, index) for number in range(len(spots))]
    home = home_of(body if background.language == "en" else "", background.country)
    senses = _Senses(spots, found, containers, home)
    return senses.settle()


def _candidates(index: PlaceIndex, surface: str) -> list[Candidate]:
    for name in _forms(surface):
        if found := [candidate for candidate in index.find(name) if _is_written_so(name, candidate)]:
            cities = {c.place.admin1 for c in found if _is_great(c.place) or _is_most_of_its_own(c, index)}
            countries = {c.place.country for c in found if c.place.kind == "country"}
            found = [c for c in found if c.place.kind != "admin1" or c.place.number not in cities]
            found = [c for c in found if c.place.kind == "country" or c.rank == 0 or c.place.country not in countries]
            return sorted(found, key=_prior, reverse=True)[:_MOST]
    return list(regions_of(index, surface))


_FRAME = re.compile(
    r"^(?:(?:[Ff]ar\s+)?(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est)(?:ern|east|west|eastern|western)?|[Cc]entral|[Uu]pper|[Ll]ower|[Gg]reater"
    r"|[Dd]owntown|[Mm]etropolitan|[Mm]etro|[Ii]nner|[Mm]id|[Nn]ear|[Cc]ity of|[Ss]tate of|[Tt]own of|[Vv]illage of"
    r"|[Pp]rovince of|[Rr]epublic of|[Cc]ounty of|[Ii]sland of|[Pp]ort of|[Rr]epublik|[Cc]ounty)[ -]+"
)
_TAIL = re.compile(
    r"(?:[’']s?|,?\s+(?:[Aa]rea|[Cc]ity|[Rr]egion|[Pp]rovince|[Ss]tate|[Dd]istrict|[Tt]ownship|[Tt]erritory|[Mm]etro"
    r"|[Cc]ounty|[Pp]arish|[Tt]wp\.?|[Vv]alley|[Hh]arbou?r|[Cc]oast|[Ss]uburbs|[Rr]epublic|[Gg]overnorate|[Pp]refecture|[Oo]blast|[Ii]slands?|[Pp]eninsula))$"
)


def _forms(surface: str) -> list[str]:
    """The name, and without what frames it: "northern Kenya", "Kano State", "Dallas, Texas"."""
    forms = [surface]
    for shorter in (_TAIL.sub("", surface), _FRAME.sub("", surface), surface.split(",", maxsplit=1)[0]):
        if shorter and shorter not in forms:
            forms.append(shorter)
    return forms


def _is_written_so(name: str, candidate: Candidate) -> bool:
    """ "EU" is not the town of Eu, nor "US" that of Us; codes need a name before them."""
    if candidate.rank == 2:
        return False
    return candidate.rank > 0 or candidate.place.kind != "city" or len(name) > 3 or not name.isupper()


def _is_great(place: Place) -> bool:
    return place.kind == "capital" or (place.kind == "city" and place.population > _LARGE)


def _is_most_of_its_own(candidate: Candidate, index: PlaceIndex) -> bool:
    """Whether a city holds so many of its division's people that the name that both bear means it: Geneva, Zürich."""
    place = candidate.place
    if place.kind != "city" or candidate.rank or place.admin1 < 0 or place.population < _SIZEABLE:
        return False
    return place.population >= _GREAT_PART * index.place(place.admin1).population


def _prior(candidate: Candidate) -> float:
    place = candidate.place
    people = math.log10(place.population + 10) if place.kind not in ("region", "continent") else 4.0
    if place.kind in _USUAL:
        people = 4.0 + _PER_TENFOLD * (people - _USUAL[place.kind])
    kind = "city" if place.kind == "capital" and candidate.rank else place.kind  # Salisbury is not Harare any more
    return people + _KIND_PRIOR[kind] + _RANK_PRIOR[candidate.rank]


def _containers(body: str, spots: Sequence[Spot], number: int, index: PlaceIndex) -> list[Place]:
    """The places that a name's next words say it lies in: "…, N.C.", "…, northern Kenya", "… (Ohio)"."""
    spot = spots[number]
    names = [part.strip() for part in spot.surface.split(",")[1:]]
    if match := _FOLLOWS.match(body, spot.end):
        words = (match.group(1) or match.group(2)).split()
        names += [" ".join(words[:count]) for count in range(len(words), 0, -1)]
    following = spots[number + 1] if number + 1 < len(spots) else None
    if following and body[spot.end : following.start] in (", ", " (", " in ", ", in "):
        names.append(following.surface)
    for name in names:
        if found := [candidate.place for form in _forms(name) for candidate in index.find(form)]:
            return [place for place in found if place.kind not in ("city", "capital")]
    return []


def lies_in(place: Place, container: Place) -> bool:
    """Whether a place lies in a country or a division."""
    if container.kind == "country":
        return place.country == container.country and place.number != container.number
    return container.number in (place.admin1, place.admin2)


class _Senses:
    """The names of an article, each with its candidates, while they are settled together."""

    def __init__(
        self,
        spots: Sequence[Spot],
        found: Sequence[list[Candidate]],
        containers: Sequence[list[Place]],
        home: Home,
    ) -> None:
        self.spots, self.found, self.home = spots, found, home
        self.groups: dict[tuple[str, tuple[int, ...]], list[int]] = {}
        held = {
            number: [place for place in containers[number] if any(lies_in(c.place, place) for c in found[number])]
            for number in range(len(spots))
        }
        by_name: dict[str, list[Place]] = {}
        for number, inside in held.items():
            if inside:
                by_name.setdefault(spots[number].surface, inside)
        for number, spot in enumerate(spots):
            inside = held[number] or by_name.get(spot.surface, [])
            self.groups.setdefault((spot.surface, tuple(place.number for place in inside)), []).append(number)
        self.inside = {key: held[numbers[0]] or by_name.get(key[0], []) for key, numbers in self.groups.items()}

    def settle(self) -> list[Choice | None]:
        chosen: dict[tuple[str, tuple[int, ...]], Choice] = {}
        for turn in range(_ROUNDS):
            anchors = {key: choice.place for key, choice in chosen.items()}
            chosen = {
                key: self._best(key, [place for other, place in anchors.items() if other != key] if turn else [])
                for key, numbers in self.groups.items()
                if self.found[numbers[0]]
            }
        by_spot: dict[int, Choice] = {
            number: chosen[key] for key, numbers in self.groups.items() for number in numbers if key in chosen
        }
        return [by_spot.get(number) for number in range(len(self.spots))]

    def _best(self, key: tuple[str, tuple[int, ...]], anchors: Sequence[Place]) -> Choice:
        candidates = self.found[self.groups[key][0]]
        if len(candidates) == 1:
            return Choice(candidates[0].place, 1.0)
        inside = self.inside[key]
        scores = []
        for candidate in candidates:
            score = _prior(candidate) + _support(candidate.place, anchors)
            score += _CONTAINED * any(lies_in(candidate.place, place) for place in inside)
            score += self.home.weight * (candidate.place.country == self.home.country)
            scores.append(score)
        best = max(range(len(scores)), key=scores.__getitem__)
        total = sum(math.exp(score - scores[best]) for score in scores)
        return Choice(candidates[best].place, 1 / total)


def _support(place: Place, anchors: Sequence[Place]) -> float:
    """What the article's other places say for one: its country, its state and its surroundings are named."""
    if not anchors:
        return 0.0
    country = sum(other.country == place.country for other in anchors) / len(anchors)
    states = sum(
        (place.admin1 >= 0 and place.admin1 in (other.admin1, other.number)) or other.admin1 == place.number
        for other in anchors
    )
    counties = any(place.admin2 >= 0 and place.admin2 in (other.admin2, other.number) for other in anchors)
    is_in_county = place.admin2 >= 0 and any(place.admin2 == other.number for other in anchors)
    return (
        _IN_COUNTRY * country
        + _IN_ADMIN1 * math.pow(states / len(anchors), 0.7)
        + _IN_ADMIN2 * counties
        + _IN_COUNTY * is_in_county
        + (_NEAR * _nearness(place, anchors) if _is_point(place) else 0.0)
    )


def _nearness(place: Place, anchors: Sequence[Place]) -> float:
    """How much of the article lies around a point: 1 for much of it."""
    closeness = sum(math.exp(-_apart(place, other) / _NEAR_KM) for other in anchors if _is_point(other))
    return min(1.0, closeness / math.sqrt(len(anchors)))


def _is_point(place: Place) -> bool:
    return place.kind in ("capital", "city", "admin2")


def _apart(one: Place, other: Place) -> float:
    """Kilometres, near enough for places that are near."""
    north = (one.lat - other.lat) * 111.2
    east = (one.lon - other.lon) * 111.2 * math.cos(math.radians(one.lat))
    return math.hypot(north, east)
