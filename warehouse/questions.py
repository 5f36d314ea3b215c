"""A user's own SQL over the published copy, which it can neither change nor leave."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow as pa

from warehouse.errors import QueryRefused, WarehouseBroken
from warehouse.readable import readable

# Tried: with these a query cannot read files, attach, copy, install, load or set anything.
_CLOSED: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
}


def answer(published: Path, sql: str) -> pa.Table:
    """The result of one or more statements (the last one's) as an Arrow table; what Python has no value for is text.

    Raises QueryRefused with DuckDB's message when a statement does not run or may not.
    """
    if not published.exists():
        raise WarehouseBroken(
            f"nothing is published yet at {published}; `dateline run` collects, `dateline demo` shows"
        )
    connection = duckdb.connect(str(published), read_only=True, config=_CLOSED)
    try:
        connection.execute("set timezone = 'UTC'")  # DuckDB does not know this one while it connects
        connection.execute("set lock_configuration = true")
        result: duckdb.DuckDBPyConnection | None = connection.execute(sql)
        if result is None:  # only comments and semicolons
            raise QueryRefused("the SQL holds no statement; write one, such as `from articles limit 3`")
        table = result.to_arrow_table()
    except duckdb.Error as error:
        raise QueryRefused(f"the SQL did not run: {error}") from error
    finally:
        connection.close()
    return readable(table)
