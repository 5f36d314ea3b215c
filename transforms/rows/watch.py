"""The rows of watchlists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class WatchlistRow:
    """seeds.watchlists: one row a watchlist."""

    watch_id: str
    watch_no: int
    name: str
    rule: str
    rule_hash: str
    alert: str
    since_at: datetime
