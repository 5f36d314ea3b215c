"""Bodies named by several fields: "Department of Climate Change, Energy, the Environment and Water" is one name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from transforms.analyse.names import Name

_OF_FIELDS = re.compile(
    r"(?:[A-Z]\w+ )?(?:Department|Ministry|Office|Bureau|Cent(?:er|re)s?|Committee|Commission|Institute|School|Faculty"
    r"|College|Board|Directorate|Secretariat) (?:of|for|on) (?:the )?[A-Z][\w-]*(?: [A-Z][\w-]*){0,2}"
)
_FIELD = r"(?:the )?(?!(?:Mr|Mrs|Ms|Dr|President|Prime)\b)[A-Z][\w-]+(?: [A-Z][\w-]+)?"
_MORE = re.compile(rf"(?:, {_FIELD})*,? (?:and|&) (?P<last>{_FIELD})(?![\w’'])")
_BODIES = re.compile(
    r"\b(?:Agency|Army|Assembly|Authority|Bank|Bureau|Commission|Committee|Congress|Council|Court|Department|Government"
    r"|House|Ministry|Navy|Office|Parliament|Party|Police|Senate|Service|State|Treasury|University)\b"
)


def with_their_fields(body: str, names: Sequence[Name]) -> list[Name]:
    """The names, those of bodies with all their fields; what the model took for a name inside one is none."""
    longer = {name.start: whole for name in names if (whole := _whole(body, name, names)) is not None}
    wholes = longer.values()
    kept = [name for name in names if not any(one.start <= name.start < one.end for one in wholes)]
    return sorted([*kept, *wholes], key=lambda name: name.start)


def _whole(body: str, name: Name, names: Sequence[Name]) -> Name | None:
    if name.kind != "organisation" or name.aliases or not _OF_FIELDS.fullmatch(name.surface):
        return None
    more = _MORE.match(body, name.end)
    if more is None or _BODIES.search(more["last"]):
        return None
    inside = [other for other in names if name.end <= other.start < more.end()]
    if any(other.aliases or other.kind == "person" for other in inside):
        return None
    return replace(name, end=more.end(), surface=body[name.start : more.end()])
