"""The model article's whole chain: every row of every table, as they were checked by hand."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff

import pytest

from flows.execution import Workers
from tests.golden.model_article import golden_tables, tables_of_the_article


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers(1, 4096) as running:
        yield running


def test_every_row_about_the_model_article_is_as_it_was_checked_by_hand(workers: Workers) -> None:
    kept, made = golden_tables(), tables_of_the_article(workers)
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
