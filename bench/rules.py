"""How long rules take on an archive of a size: `python -m bench.rules PROJECT [--articles 100000]`.

The project's texts are multiplied, with other ids and days, into a warehouse of their own.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from functools import partial
from pathlib import Path

import duckdb

from flows.finding import Finder
from transforms.rules.language import read_rule
from warehouse.database import ask

RULES = (
    "wheat", "wheat AND (Odesa OR Odessa)", '"prime minister"', "elect*", "president NEAR/5 minister",
    'actor:"United Nations"', "country:Ukraine", "outlet:th*", "quote:war", "title:war", "country:Ukraine AND wheat",
)  # fmt: skip
TABLES = ("facts.articles", "facts.revisions", "facts.sentences", "facts.mentions", "facts.places", "facts.quotes")


def main() -> None:
    """Multiply, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("project", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "w.duckdb"
        path.write_bytes((chosen.project / "published" / "dateline.duckdb").read_bytes())
        with duckdb.connect(str(path)) as connection:
            connection.execute("set threads = 2")
            _multiply(connection, chosen.articles)
            _ask(connection)


def _multiply(connection: duckdb.DuckDBPyConnection, wanted: int) -> None:
    here = connection.execute("select count(*) from daily.counted_articles").fetchall()[0][0]
    for table in TABLES:
        keys = [row[0] for row in connection.execute(f"describe {table}").fetchall()]
        ids = [key for key in keys if key in ("article_id", "revision_id")]
        changed = ", ".join(f"substr(md5({key} || n), 1, 12) as {key}" for key in ids)
        changed += ", day - n::integer as day" if table == "facts.articles" else ""
        connection.execute(
            f"insert into {table} select one.* replace ({changed}) "
            f"from {table} as one, range(1, {wanted // here + 1}) as more(n)"
        )
    connection.execute("checkpoint")


def _ask(connection: duckdb.DuckDBPyConnection) -> None:
    size = connection.execute(
        "select count(*), sum(strlen(body)) / 1e6 from daily.counted_articles join facts.revisions using (revision_id)"
    ).fetchall()[0]
    print(f"{size[0]:,} articles, {size[1]:,.0f} MB of text")
    days = [row["day"] for row in ask(connection, "counted_days", {"first": None, "last": None})]
    for label, asked in (("all days", days), ("one day", days[-1:])):
        finder = Finder(partial(ask, connection), asked)
        for rule in RULES:
            started = time.perf_counter()
            found = finder.articles(read_rule(rule))
            print(f"{label}  {time.perf_counter() - started:6.2f} s  {len(found):7,} articles  {rule}")


if __name__ == "__main__":
    main()
