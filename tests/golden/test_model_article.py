"""The model article's whole chain: every row of every table, as they were checked by hand."""

from __future__ import annotations

from difflib import unified_diff

from tests.flows.lasting import lasting_workers
from tests.golden.model_article import golden_tables, tables_of_the_article


def test_every_row_about_the_model_article_is_as_it_was_checked_by_hand() -> None:
    kept, made = golden_tables(), tables_of_the_article(lasting_workers())
    changed = "\n".join(
        line
        for name in sorted(kept.keys() | made.keys())
        for line in unified_diff(
            kept.get(name, "").splitlines(),
            made.get(name, "").splitlines(),
            f"{name} as it is kept",
            f"{name} as it is made",
            n=0,
            lineterm="",
        )
    )
    assert not changed, f"{changed}\n\nif every new row is right, write the files again with `make golden`"
