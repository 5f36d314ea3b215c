"""The gazetteer: places of the world by their names, in a few arrays.

A name is looked up by a hash of its folded words, so that 600,000 names of 300,000 places need some 20 MB and no time
to load. `seeds/build_places.py` makes the file.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from transforms.analyse.words import fold_phrase

KINDS = ("country", "admin1", "admin2", "capital", "city", "region", "continent")
_SHORT_FORMS = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
_EARTH_RADIUS_KM = 6371.0


class Place(NamedTuple):
    """A place of the gazetteer. `number` is its position there; `admin1` and `admin2` are positions, -1 for none."""

    number: int
    geonames_id: int | None
    name: str
    kind: str  # one of KINDS
    country: str  # ISO alpha-2, "" for what lies in several countries
    lat: float
    lon: float
    population: int
    admin1: int
    admin2: int


class Candidate(NamedTuple):
    """A place that bears a name: 0 as its own, 1 as another one, 2 as a code ("NC"), 3 as that of its people."""

    place: Place
    rank: int


def key_of(name: str) -> str:
    """A name as it is looked up: its words folded, without marks, "the" and "city of", short forms made one."""
    words = [word for word in fold_phrase(re.sub(r"(?<=\b\w)\.(?=\w\b)", "", name)) if word[0].isalnum()]
    if words[:1] == ["the"]:
        words = words[1:]
    return " ".join(_SHORT_FORMS.get(word, word) for word in words)


def pack_keys(keys: Iterable[str]) -> npt.NDArray[np.uint64]:
    """The hashes of some keys: 64 bits each, so that two of a million names collide once in 37 million gazetteers."""
    return np.array([_pack(key) for key in keys], np.uint64)


def _pack(key: str) -> int:
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "little")


@dataclass(frozen=True, eq=False)
class PlaceIndex:
    """Places by number and by name. `renamed` gives the gazetteer's key for that of a name in another language."""

    arrays: Mapping[str, npt.NDArray[np.generic]]
    renamed: Mapping[str, str] = field(default_factory=dict)
    _abroad: Mapping[str, PlaceIndex] = field(default_factory=dict)

    def in_language(self, language: str) -> PlaceIndex:
        """The same places under the names that a language has for them."""
        return self._abroad.get(language, self)

    @cached_property
    def _names(self) -> list[str]:
        return bytes(self.arrays["names"].tobytes()).decode().split("\n")

    @cached_property
    def _codes(self) -> list[str]:
        return [str(code) for code in self.arrays["codes"].tolist()]

    def __len__(self) -> int:
        return len(self.arrays["kind"]) if self.arrays else 0

    def find(self, name: str) -> tuple[Candidate, ...]:
        """All places that bear the name, in the gazetteer's order."""
        key = key_of(name)
        key = self.renamed.get(key, key)
        return self._find(key) if key and self.arrays else ()

    @lru_cache(maxsize=20_000)  # noqa: B019 - one index a process, and names come again
    def _find(self, key: str) -> tuple[Candidate, ...]:
        keys, packed = self.arrays["keys"], np.uint64(_pack(key))
        first, last = (int(np.searchsorted(keys, packed, side)) for side in ("left", "right"))
        places, ranks = self.arrays["key_place"], self.arrays["key_rank"]
        return tuple(Candidate(self.place(int(places[n])), int(ranks[n])) for n in range(first, last))

    def place(self, number: int) -> Place:
        """The place at a position."""
        arrays = self.arrays
        return Place(
            number, int(arrays["geonames_id"][number]) or None, self._names[number],
            KINDS[int(arrays["kind"][number])], self._codes[int(arrays["country"][number])],
            round(float(arrays["lat"][number]), 5), round(float(arrays["lon"][number]), 5),
            int(arrays["population"][number]), int(arrays["admin1"][number]), int(arrays["admin2"][number]),
        )  # fmt: skip


def read_place_index(content: bytes, names_abroad: Sequence[tuple[str, str, str]] = ()) -> PlaceIndex:
    """The index of a gazetteer's file; of no bytes, one that knows no place.

    `names_abroad` are names that the file has not, or has for other places first: (language, alias, name in the file).
    """
    if not content:
        return PlaceIndex({})
    with np.load(io.BytesIO(content), allow_pickle=False) as stored:
        arrays = {name: stored[name] for name in stored.files}
    renamed: dict[str, dict[str, str]] = {}
    for language, alias, name in names_abroad:
        renamed.setdefault(language, {})[key_of(alias)] = key_of(name)
    return PlaceIndex(arrays, _abroad={language: PlaceIndex(arrays, keys) for language, keys in renamed.items()})


def kilometres(one: Place, other: Place) -> float:
    """The great-circle distance of two places."""
    lat1, lon1, lat2, lon2 = np.radians([one.lat, one.lon, other.lat, other.lon])
    half = np.sin((lat2 - lat1) / 2) ** 2 + np.cos(lat1) * np.cos(lat2) * np.sin((lon2 - lon1) / 2) ** 2
    return float(2 * _EARTH_RADIUS_KM * np.arcsin(np.sqrt(half)))
