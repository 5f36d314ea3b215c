"""Who actors are across articles: what the user wrote in actor_splits.csv, and aliases that several outlets give."""

from __future__ import annotations

import hashlib

import duckdb

from flows.knowledge import SEEDS, known_actors
from flows.run import Run
from warehouse.daily import settle_actors
from warehouse.database import save_setting
from warehouse.load import load_rows, to_arrow
from warehouse.seeds import read_actor_splits

_SETTING = "actor splits"


def settle_identities(run: Run) -> None:
    """Settle who actors are by the newest splits and aliases; the days that change are counted again."""
    path = run.project.splits_file
    digest = hashlib.blake2b(path.read_bytes() if path.exists() else b"", digest_size=12).hexdigest()
    is_new = [row["value"] for row in run.ask("setting", setting=_SETTING)] != [digest]
    with run.project.warehouse.writing() as connection:
        if is_new:
            _load_splits(connection, run)
            save_setting(connection, _SETTING, digest)
        settle_actors(connection)


def _load_splits(connection: duckdb.DuckDBPyConnection, run: Run) -> None:
    rows = read_actor_splits(run.project.splits_file, known_actors(SEEDS))
    load_rows(connection, "splits", {"seeds.actor_splits": to_arrow("seeds.actor_splits", rows)})
