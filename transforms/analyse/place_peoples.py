"""The region that a name of its people speaks of: "Bavarian" of Bavaria. Those of countries stand in the gazetteer."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.analyse.place_index import Candidate, PlaceIndex

# What grammar does not give.
_IRREGULAR = {
    "texan": "Texas", "new yorker": "New York", "new yorkers": "New York", "quebecer": "Quebec", "québécois": "Quebec",
    "arkansan": "Arkansas", "kansan": "Kansas", "hawaiian": "Hawaii", "floridian": "Florida", "albertan": "Alberta",
    "illinoisan": "Illinois", "connecticuter": "Connecticut", "mainer": "Maine", "vermonter": "Vermont",
    "michigander": "Michigan", "marylander": "Maryland", "montanan": "Montana", "oklahoman": "Oklahoma",
    "wisconsinite": "Wisconsin", "wyomingite": "Wyoming", "utahn": "Utah", "idahoan": "Idaho", "ohioan": "Ohio",
    "coloradan": "Colorado", "oregonian": "Oregon", "louisianan": "Louisiana", "tennessean": "Tennessee",
    "kentuckian": "Kentucky", "mississippian": "Mississippi", "washingtonian": "Washington", "tasmanian": "Tasmania",
    "queenslander": "Queensland", "saxon": "Saxony", "catalan": "Catalonia", "basque": "Basque Country",
    "sicilian": "Sicily", "tuscan": "Tuscany", "breton": "Brittany", "corsican": "Corsica", "galician": "Galicia",
    "andalusian": "Andalusia", "chechen": "Chechnya", "abkhaz": "Abkhazia", "abkhazian": "Abkhazia",
    "dagestani": "Dagestan", "kashmiri": "Kashmir", "punjabi": "Punjab", "sindhi": "Sindh", "balochi": "Balochistan",
    "gujarati": "Gujarat", "bihari": "Bihar", "bengali": "West Bengal", "gazan": "Gaza Strip", "tibetan": "Tibet",
    "newfoundlander": "Newfoundland and Labrador", "nova scotian": "Nova Scotia", "manitoban": "Manitoba",
    "ontarian": "Ontario", "british columbian": "British Columbia", "zanzibari": "Zanzibar", "darfuri": "Darfur",
}  # fmt: skip
_REGIONS = ("admin1", "region")
_OF_PEOPLES = 3  # the rank of a name of a people, as in the gazetteer


def regions_of(index: PlaceIndex, surface: str) -> Iterator[Candidate]:
    """The divisions and regions whose people a name is of; those that bear it themselves are found by it already."""
    for name in _regions(surface.removesuffix("s")):
        found = [candidate.place for candidate in index.find(name) if candidate.place.kind in _REGIONS]
        if found:
            yield from (Candidate(place, _OF_PEOPLES) for place in found)
            return


def _regions(people: str) -> Iterator[str]:
    """ "South Ossetian" gives South Ossetia."""
    if irregular := _IRREGULAR.get(people.lower()):
        yield irregular
    if people.endswith(("ian", "ean", "han", "man", "ran")):
        yield people[:-1]
