"""What a user may ask for and Python has no value for."""

from __future__ import annotations

from pathlib import Path

import duckdb
import polars as pl
import pytest

from tests.warehouse import kept
from warehouse.questions import answer


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("readable") / "w.duckdb"
    kept.begin(path, kept.migrated())
    return path


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("timestamptz '2026-03-02 10:00:00+00' - timestamptz '2026-03-01 09:30:00+00'", "1 day 00:30:00"),
        ("interval 400 years", "400 years"),
        ("date '0044-03-15 (BC)'", "0044-03-15 (BC)"),
        ("date 'infinity'", "infinity"),
        ("timestamp '-infinity'", "-infinity"),
        ("timestamptz '294247-01-10 04:00:54+00'", "294247-01-10 04:00:54+00"),
        ("timestamp_ns '2026-03-01 10:00:00'", "2026-03-01 10:00:00"),
    ],
)
def test_a_value_of_any_time_can_be_read(published: Path, value: str, text: str) -> None:
    table = answer(published, f"select 1 as a, {value} as b, null::interval as c union all by name select 2 as a")
    first, second = table.to_pylist()
    assert (first["a"], str(first["b"]), second["b"], second["c"]) == (1, text, None, None)
    assert pl.from_arrow(table).write_csv()


def test_days_and_moments_of_our_time_stay_what_they_are(published: Path) -> None:
    table = answer(
        published, "select date '2026-03-01' as d, timestamptz '2026-03-01 09:30:00+00' as t, null::date as n"
    )
    plain = duckdb.sql("select date '2026-03-01' as d, timestamptz '2026-03-01 09:30:00+00' as t, null::date as n")
    assert [str(kind) for kind in table.schema.types] == ["date32[day]", "timestamp[us, tz=UTC]", "date32[day]"]
    assert table.column_names == plain.columns
