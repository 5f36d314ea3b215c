"""Questions about one day in one zone, and the small records that their rows make."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from transforms.digest.story import Counts, Source
from warehouse.database import Warehouse
from warehouse.statements import statement

SENTENCES = 60  # of a thing that are shown, or asked for by a query that is shown

Row = Mapping[str, Any]

_PARAMETER = re.compile(r"\$(\w+)(::date)?")


@dataclass(frozen=True)
class Asker:
    """Questions about one day in one zone."""

    warehouse: Warehouse
    day: date
    zone: ZoneInfo

    def __call__(self, name: str, **parameters: Any) -> list[dict[str, Any]]:
        return self.warehouse.ask(name, {"day": self.day, **parameters})

    def shown(self, name: str, **parameters: Any) -> str:
        """The question as a reader can type it, its values written in."""
        values = {"day": self.day, "since": self.start, "until": self.end, **parameters}
        return _PARAMETER.sub(lambda found: _written(values[found[1]]), statement("questions", name)).strip()

    @property
    def start(self) -> datetime:
        """The day's first moment."""
        return datetime.combine(self.day, time(), self.zone)

    @property
    def end(self) -> datetime:
        """The next day's first moment."""
        return datetime.combine(self.day + timedelta(days=1), time(), self.zone)

    def local(self, moment: datetime) -> datetime:
        """A moment on the reader's clock."""
        return moment.astimezone(self.zone)


def _written(value: object) -> str:
    """A value as SQL has it: for showing a query, never for running one."""
    if isinstance(value, datetime):
        return f"timestamptz '{value.isoformat()}'"
    if isinstance(value, date):
        return f"date '{value.isoformat()}'"
    if isinstance(value, list):
        return f"[{', '.join(_written(one) for one in value)}]"
    return str(value) if isinstance(value, int) else "'" + str(value).replace("'", "''") + "'"


def counts_of(row: Row) -> Counts:
    """The four counts of a row."""
    return Counts(row["article_count"], row["copy_group_count"], row["outlet_count"], row["owner_count"])


def source_of(ask: Asker, row: Row) -> Source:
    """The article of a row, on the reader's clock."""
    is_copy = row.get("copy_role", "origin") != "origin"
    return Source(
        article_id=row["article_id"],
        outlet=row["outlet"],
        title=row["title"],
        url=row["url"],
        published_at=ask.local(row["published_at"]),
        language=row["language"] or "",
        copy_of=row.get("origin_outlet") or "" if is_copy else "",
        copy_role=row["copy_role"] if is_copy else "",
        is_corrected=bool(row.get("is_corrected")),
    )
