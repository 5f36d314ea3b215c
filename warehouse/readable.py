"""Values that DuckDB has and Python has not, as texts."""

from __future__ import annotations

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

_DAYS = (-719_162, 2_932_896)  # of the years 1 to 9999, from 1970 on: what a date of Python holds
_A_DAY = {"s": 86_400, "ms": 86_400_000, "us": 86_400_000_000, "ns": 86_400_000_000_000}


def readable(table: pa.Table) -> pa.Table:
    """The table with some columns as DuckDB writes them: intervals, and days or moments outside the years 1 to 9999."""
    foreign = [number for number, column in enumerate(table.columns) if _is_foreign(column)]
    if not foreign:
        return table
    with duckdb.connect(":memory:") as connection:
        connection.execute("set timezone = 'UTC'")
        for number in foreign:  # not by name: two columns may have one
            connection.register("given", pa.table({"value": table.column(number)}))
            texts = connection.sql("select value::varchar as value from given").to_arrow_table()
            table = table.set_column(number, table.column_names[number], texts.column("value"))
    return table


def _is_foreign(column: pa.ChunkedArray) -> bool:
    if pa.types.is_interval(column.type):
        return True
    if pa.types.is_date32(column.type):
        first, last = _DAYS
        numbers = column.cast(pa.int32())
    elif pa.types.is_timestamp(column.type):
        first, last = (day * _A_DAY[column.type.unit] for day in _DAYS)
        numbers = column.cast(pa.int64())
    else:
        return False
    found = pc.min_max(numbers).as_py()
    return found["min"] is not None and (found["min"] < first or found["max"] > last)
