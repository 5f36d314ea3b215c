"""News sentences of our own invention, with names of the seeds and of our own lists in their slots."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from pathlib import Path
from random import Random
from typing import NamedTuple

import numpy as np

HERE = Path(__file__).resolve().parent
SEEDS = HERE.parent
_SLOT = re.compile(r"\{(\w)(\d?)\}")
_BRACKET = re.compile(r"\s*\(.*\)")
_TOWN_SIZE = 30_000  # people; names of smaller places are often words or surnames
# What may fill a slot of news.txt that one list fills: its list in names.txt, and the tag of what stands there.
_LISTED = {
    "f": ("first", "PER"), "M": ("military", "ORG"), "k": ("company", "ORG"), "m": ("media", "ORG"),
    "y": ("party", "ORG"), "e": ("team", "ORG"), "q": ("league", "ORG"), "g": ("armed", "ORG"), "x": ("nature", "LOC"),
    "v": ("venue", "LOC"), "A": ("people", "GRP"), "w": ("thing", ""), "W": ("thing", ""), "P": ("product", ""),
    "N": ("modifier", ""),
    "h": ("head", ""), "Z": ("capital noun", ""), "D": ("weekday", ""), "T": ("title", ""),
    "r": ("office", ""), "d": ("day", ""),
}  # fmt: skip


class Words(NamedTuple):
    """Words and their BIO tags."""

    words: list[str]
    tags: list[str]


def tagged(text: str, kind: str) -> Words:
    """A name as words, all of one kind; of kind "", words outside names."""
    words = text.split()
    return Words(words, [f"{'I' if n else 'B'}-{kind}" if kind else "O" for n in range(len(words))])


def listed(path: Path) -> dict[str, list[str]]:
    """The lists of names.txt by the name of their slot."""
    found: dict[str, list[str]] = defaultdict(list)
    section = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif not line.startswith("#"):
            found[section] += [word.strip() for word in line.split(",") if word.strip()]
    return found


class Stock:
    """All names that slots and swaps draw from."""

    def __init__(self) -> None:
        self.lists = listed(HERE / "names.txt")
        actors = _rows("actors.csv")
        aliases = defaultdict(list)
        for row in _rows("actor_aliases.csv"):
            aliases[row["actor_key"], row["alias_kind"]].append(row["alias"])
        self.countries = [name for row in actors if row["kind"] == "country" for name in _short_names(row, aliases)]
        self.adjectives = sorted({a for (_, kind), found in aliases.items() if kind == "adjective" for a in found})
        self.peoples = sorted({a for (_, kind), found in aliases.items() if kind == "demonym" for a in found})
        self.capitals = sorted({a for (_, kind), found in aliases.items() if kind == "capital" for a in found})
        bodies = [row for row in actors if row["kind"] in ("organisation", "group") and row["sector"] != "government"]
        self.bodies = [_BRACKET.sub("", name) for row in bodies for name in _short_names(row, aliases)]
        self.leaders = [row["name"] for row in actors if row["kind"] == "person"]
        self.outlets = [_BRACKET.sub("", row["name"]) for row in _rows("outlets.csv")]
        self.towns = towns()
        self.demonyms = frozenset(
            word for word in [*self.adjectives, *self.peoples, *self.lists["people"]] if " " not in word
        )

    def person(self, rng: Random) -> tuple[str, str]:
        """A full name and its surname."""
        if rng.random() < 0.06:
            name = rng.choice(self.leaders)
            return name, name.split()[-1]
        last = rng.choice(self.lists["last"])
        first = rng.choice(self.lists["first"])
        middle = rng.choice((rng.choice("ABCDEFGHJKLMPRSTW") + ".", rng.choice(self.lists["first"]))) + " "
        return f"{first} {middle if rng.random() < 0.08 else ''}{last}", last

    def town(self, rng: Random) -> str:
        return rng.choice(self.capitals) if rng.random() < 0.2 else rng.choice(self.towns)

    def place(self, rng: Random) -> str:
        lists = (self.lists["region"], self.lists["nature"], self.countries)
        return self.town(rng) if rng.random() < 0.4 else rng.choice(rng.choice(lists))

    def named_place(self, rng: Random) -> str:
        """A place with its kind: a division, a street, a building."""
        town = rng.choice((self.town(rng), rng.choice(self.lists["last"])))
        kind = rng.choice((
            "Province", "province", "District", "district", "County", "Governorate", "Island", "Airport", "Dam",
            "Valley", "International Airport", "Street", "Road", "Avenue", "Park", "Bridge", "Stadium", "Prison",
            "Cathedral", "Square", "Beach", "River", "Bay",
        ))  # fmt: skip
        return rng.choice((f"{town} {kind}", f"{town} {kind}", f"Lake {town}", f"Mount {town}", f"Port of {town}"))

    def body(self, rng: Random) -> str:
        """A public body: a known one, or one made after the pattern of many."""
        if rng.random() < 0.5:
            return rng.choice(self.lists["agency"])
        field, town = rng.choice(self.lists["field"]), self.town(rng)
        adjective = rng.choice(self.adjectives)
        return rng.choice([
            f"Ministry of {field}", f"Department of {field}", f"{adjective} {field} Ministry", f"{field} Ministry",
            f"{town} City Council", f"{town} County Court", f"{town} District Court", f"{adjective} Supreme Court",
            f"{adjective} National Assembly", f"{adjective} Army", f"Office of {field}", f"{town} School Board",
            f"{rng.choice(self.lists['region'])} Health Authority", f"{adjective} Central Bank", f"Bank of {town}",
            f"National {field} Agency", f"{field} Committee", f"House {field} Committee", f"{town} Council",
        ])  # fmt: skip

    def police(self, rng: Random) -> str:
        kind = rng.choice(("Police", "Police Department", "County Sheriff's Office", "Fire Department", "Constabulary"))
        return f"{self.town(rng)} {kind}"

    def university(self, rng: Random) -> str:
        kind = rng.choice(("University", "State University", "College", "Institute of Technology", "High School",
                           "General Hospital", "Museum of Art"))  # fmt: skip
        town = rng.choice((self.town(rng), rng.choice(self.lists["last"])))
        return rng.choice((f"{town} {kind}", f"University of {self.town(rng)}"))

    def organisation(self, rng: Random) -> str:
        """Any organisation."""
        known = [self.lists[name] for name in ("company", "agency", "party", "media", "league")]
        makers = (
            lambda: rng.choice(rng.choice(known)),
            lambda: rng.choice(self.bodies),
            lambda: rng.choice(self.outlets),
            lambda: self.body(rng),
            lambda: self.university(rng),
            lambda: self._private(rng),
        )
        return rng.choice(makers)()

    def _private(self, rng: Random) -> str:
        """A firm, a paper, a club or a union after the pattern of many."""
        last, town, field = rng.choice(self.lists["last"]), self.town(rng), rng.choice(self.lists["field"])
        return rng.choice([
            f"{last} Foundation", f"{last} & {rng.choice(self.lists['last'])}", f"{last} Group", f"{last} Inc",
            f"{last} Associates", f"{town} Chamber of Commerce", f"{town} Airlines", f"{town} United", f"{town} FC",
            f"{town} Times", f"{town} Herald", f"Friends of {town}", f"Centre for {field}", f"{field} Workers' Union",
        ])  # fmt: skip


def _short_names(actor: Mapping[str, str], aliases: Mapping[tuple[str, str], list[str]]) -> list[str]:
    key = actor["key"]
    return [actor["name"], *aliases.get((key, "short"), []), *aliases.get((key, "acronym"), [])]


def _rows(name: str) -> list[dict[str, str]]:
    with (SEEDS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def towns(countries: Collection[str] = (), least: int = _TOWN_SIZE) -> list[str]:
    """Names of towns of the gazetteer with so many people, of some countries or of all."""
    with np.load(SEEDS / "places.npz", allow_pickle=False) as stored:
        names = bytes(stored["names"].tobytes()).decode().split("\n")
        wanted = (stored["kind"] >= 3) & (stored["kind"] <= 4) & (stored["population"] >= least)
        if countries:
            wanted &= np.isin(stored["codes"][stored["country"]], list(countries))
        return [names[n] for n in np.flatnonzero(wanted) if re.fullmatch(r"[^\W\d_][\w .’'-]{2,24}", names[n])]


class Invented:
    """Sentences out of news.txt, without end."""

    def __init__(self, stock: Stock) -> None:
        lines = (HERE / "news.txt").read_text("utf-8").splitlines()
        self.stock = stock
        self.patterns = [line for line in lines if line and not line.startswith("#")]

    def sentence(self, rng: Random) -> Words:
        """One sentence; a slot that comes twice is filled alike."""
        filled: dict[str, tuple[str, str]] = {}
        words = Words([], [])
        for piece in re.split(r"(\{\w\d?\})", rng.choice(self.patterns)):
            slot = _SLOT.fullmatch(piece)
            if slot and piece not in filled:
                filled[piece] = self._fill(slot.group(1), slot.group(2), filled, rng)
            more = tagged(*filled[piece]) if slot else tagged(piece, "")
            words.words.extend(more.words)
            words.tags.extend(more.tags)
        return words

    def _fill(self, kind: str, digit: str, filled: dict[str, tuple[str, str]], rng: Random) -> tuple[str, str]:
        stock = self.stock
        if kind in _LISTED and not (kind == "y" and digit == "1"):
            name, tag = _LISTED[kind]
            return rng.choice(stock.lists[name]), tag
        if kind == "p":
            full, last = stock.person(rng)
            filled.setdefault("{s0}", (last, "PER"))
            return full, "PER"
        makers = {
            "s": lambda: (rng.choice(stock.lists["last"]), "PER"),
            "l": lambda: (rng.choice(stock.lists["last"]), "PER") if digit == "0" else (stock.place(rng), "LOC"),
            "L": lambda: (stock.named_place(rng), "LOC"),
            "c": lambda: (rng.choice(stock.countries), "LOC"),
            "C": lambda: (rng.choice(stock.capitals), "LOC"),
            "t": lambda: (stock.town(rng), "LOC"),
            "o": lambda: (stock.organisation(rng), "ORG"),
            "O": lambda: ("".join(rng.choice("ABCDEFGHILMNOPRSTUW") for _ in range(rng.choice((3, 3, 4)))), "ORG"),
            "b": lambda: (stock.body(rng), "ORG"),
            "B": lambda: (stock.police(rng), "ORG"),
            "u": lambda: (stock.university(rng), "ORG"),
            "a": lambda: (rng.choice(stock.adjectives), "GRP"),
            "y": lambda: (rng.choice(("Democrat", "Republican")), "GRP"),
            "n": lambda: (str(rng.choice((2, 3, 12, 17, 24, 31, 45, 58, 120, 300))), ""),
        }
        return makers[kind]()
