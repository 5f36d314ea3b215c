"""Words of a name, and beside it, that tell what kind of thing it names whatever the model took it for."""

from __future__ import annotations

import re

from transforms.analyse.names import Name

_LAST_OF_BODIES = frozenset({
    "agency", "airlines", "airways", "association", "authority", "bank", "bureau", "commission", "committee",
    "company", "corp", "corporation", "council", "department", "entertainment", "federation", "foundation", "gmbh",
    "holdings", "inc", "industries", "institute", "insurance", "laboratories", "labs", "limited", "llc", "ltd",
    "ministry", "motors", "news", "orchestra", "partners", "pharmaceuticals", "pictures", "plc", "properties",
    "records", "robotics", "securities", "society", "software", "studios", "systems", "technologies", "universidad",
    "university", "universität", "université",
})  # fmt: skip
_FIRST_OF_BODIES = frozenset({
    "association", "committee", "council", "department", "federation", "institute", "ministry", "office", "universidad",
    "university", "universität", "université",
})  # fmt: skip
_LAST_OF_PLACES = frozenset({"avenue", "boulevard", "county", "highway", "peninsula", "road", "street"})
# Divisions that the press names without their countries, and that are no names of countries or persons.
_DIVISIONS = frozenset({
    "Alabama", "Alaska", "Alberta", "Arizona", "Arkansas", "British Columbia", "California", "Colorado", "Connecticut",
    "Delaware", "Florida", "Hawaii", "Idaho", "Illinois", "Indiana", "Iowa", "Kansas", "Kentucky", "Louisiana", "Maine",
    "Manitoba", "Maryland", "Massachusetts", "Michigan", "Minnesota", "Mississippi", "Missouri", "Montana", "Nebraska",
    "Nevada", "New Hampshire", "New Jersey", "New Mexico", "New South Wales", "North Carolina", "North Dakota",
    "Nova Scotia", "Ohio", "Oklahoma", "Ontario", "Oregon", "Pennsylvania", "Quebec", "Queensland", "Rhode Island",
    "Saskatchewan", "South Carolina", "South Dakota", "Tasmania", "Tennessee", "Texas", "Utah", "Vermont", "Virginia",
    "West Virginia", "Western Australia", "Wisconsin", "Wyoming",
})  # fmt: skip
_IN = re.compile(r"\b(?:of|in|at|from|near|outside)\s+$")
_IN_A_DIVISION = re.compile(rf",? ({'|'.join(sorted(_DIVISIONS, key=len, reverse=True))})\b")


def told_kind(body: str, name: Name) -> str:
    """The kind that a name's own words and those beside it tell; that of the model where they tell none."""
    words = [word.strip(".,").lower() for word in name.surface.split()]
    is_place = _IN.search(body, max(0, name.start - 9), name.start) or body[max(0, name.start - 2) : name.start] == ", "
    if name.surface in _DIVISIONS and name.kind == "organisation" and is_place:
        return "place"  # elsewhere it may be a team
    if (
        len(words) > 1
        and name.kind in ("person", "place")
        and (words[-1] in _LAST_OF_BODIES or words[0] in _FIRST_OF_BODIES)
    ):
        return "organisation"
    if len(words) > 1 and name.kind in ("person", "organisation") and words[-1] in _LAST_OF_PLACES:
        return "place"
    is_town = (
        len(words) < 3 and _IN.search(body, max(0, name.start - 9), name.start) and _IN_A_DIVISION.match(body, name.end)
    )
    return "place" if name.kind == "organisation" and is_town else name.kind
