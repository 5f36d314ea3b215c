"""Pruning texts takes all that was read in them."""

from __future__ import annotations

from dataclasses import fields

from transforms.rows.tables import TABLES
from warehouse.statements import names_in

KEPT = {"ops.extractions"}  # says that a page was read: it must not be read again


def test_every_table_with_rows_of_a_revision_is_pruned_with_its_texts() -> None:
    of_revisions = {table for table, row in TABLES.items() if "revision_id" in {field.name for field in fields(row)}}
    pruned = {name.removeprefix("texts.") for name in names_in("prune") if name.startswith("texts.")}
    assert of_revisions - KEPT <= pruned
