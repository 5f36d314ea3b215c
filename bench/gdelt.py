"""GDELT's views over many articles: what a day costs, and how much of the events is coded.

    python bench/gdelt.py news/published/dateline.duckdb                    # how much is coded
    python bench/gdelt.py news/published/dateline.duckdb --articles 100000  # and seconds, over so many articles

The articles of a project are copied under other ids, each copy a day after the one before, until there are enough.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

sys.path.insert(0, str(Path(__file__).parents[1]))

from warehouse.database import migrate

_IDS = {"article_id", "revision_id", "fetch_id", "copy_group_id", "same_as_id", "story_id"}
_CODED = """
select count(*) as rows, avg((Actor1Code is not null or Actor2Code is not null)::int) as "an actor has a code",
    avg((Actor1CountryCode is not null or Actor2CountryCode is not null)::int) as "an actor has a country",
    avg((ActionGeo_Type > 0)::int) as "has a place",
    avg((ActionGeo_ADM1Code <> ActionGeo_CountryCode)::int) filter (where ActionGeo_Type > 1)
        as "of those below a country, with ADM1",
    avg(NumMentions) as "tellings a row"
from gdelt.events
"""
_QUESTIONS = (
    "select * from gdelt.events where SQLDATE = {day}",
    "select Actor1CountryCode, avg(GoldsteinScale) from gdelt.events group by all",
    "select * from gdelt.mentions where MentionTimeDate // 1000000 = {day}",
    "select * from gdelt.gkg where DATE // 1000000 = {day}",
    "select Themes from gdelt.gkg where DATE // 1000000 = {day}",
)


def multiply(connection: duckdb.DuckDBPyConnection, times: int) -> None:
    """Adds so many copies of every row of the facts that is about an article."""
    tables = connection.execute(
        "select distinct table_name from duckdb_columns() where schema_name = 'facts'"
    ).fetchall()
    for (table,) in tables:
        kinds = {row[0]: row[1] for row in connection.execute(f"describe facts.{table}").fetchall()}
        if kinds.keys() & _IDS:
            values = ", ".join(_shifted(name, kind) for name, kind in kinds.items())
            connection.execute(
                f"insert into facts.{table} by name select {values} from facts.{table}, range(1, {times}) r(i)"
            )


def _shifted(name: str, kind: str) -> str:
    if name in _IDS:
        return f"left({name}, 7) || lpad(i::varchar, 5, '0') as {name}"
    if kind == "DATE":
        return f"({name} + i::int) as {name}"
    return f"{name} + to_days(i::int) as {name}" if name in ("first_seen_at", "published_at") else f'"{name}"'


def timed(connection: duckdb.DuckDBPyConnection, query: str) -> str:
    """A line: seconds, CPU seconds, rows and the query."""
    wall, cpu = time.perf_counter(), time.process_time()
    rows = len(connection.execute(query).fetchall())
    return f"{time.perf_counter() - wall:6.2f} s  {time.process_time() - cpu:6.2f} CPU-s  {rows:7,} rows  {query}"


def main() -> None:
    """Prints what the questions cost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("published", type=Path)
    parser.add_argument("--articles", type=int, default=0)
    given = parser.parse_args()
    with TemporaryDirectory(prefix="dateline-bench-") as folder:
        path = shutil.copyfile(given.published, Path(folder) / "w.duckdb")
        path.chmod(0o644)
        with duckdb.connect(str(path)) as connection:
            connection.execute("set timezone = 'UTC'; set threads = 2")
            migrate(connection, "UTC")
            answer = connection.execute(_CODED)
            for column, value in zip(answer.description or (), answer.fetchall()[0], strict=True):
                print(f"{value:10,.3f}  {column[0]}")
            own, day = connection.execute("select count(*), max(SQLDATE) from gdelt.events").fetchall()[0]
            articles = connection.execute("select count(*) from daily.counted_articles").fetchall()[0][0]
            if given.articles > articles:
                multiply(connection, given.articles // articles)
                print(f"{given.articles // articles * articles:,} articles, {own:,} events in each copy")
                for query in _QUESTIONS:
                    print(timed(connection, query.format(day=day)), flush=True)


if __name__ == "__main__":
    main()
