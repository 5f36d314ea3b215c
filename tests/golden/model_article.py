"""The model article through the whole chain, and the golden files of all that the warehouse then holds about it."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from flows.analyse import analyse
from flows.execution import Workers
from flows.run import Run, running
from tests.flows.contents import opened
from tests.flows.site import watched_site

FOLDER = Path(__file__).parent / "model_article"
_PATH = "/world/geneva-talks"
_TITLE = "Germany Leaves Geneva Talks on Aid for Khartoum"
_PUBLISHED = datetime(2026, 3, 12, 6, 45, tzinfo=UTC)
_COLLECTED = datetime(2026, 3, 12, 8, tzinfo=UTC)

_OF_RUNS = ("method_id", "fetch_id")  # other builds and runs have others, whatever they read
_FETCHES = "fetches"  # a view of how pages were asked for, not of what they say
_ABOUT = {  # tables that name no article: the rows that the article has made or met
    "facts.actors": "actor_id in (select actor_id from facts.mentions)",
    "main.actors": "mention_count > 0",
}
_PLACES = 2  # behind the point: what comes behind those may differ with the processor
_WHERE_IT_STANDS = ("sentence_no", "char_start")


def tables_of_the_article(workers: Workers) -> dict[str, str]:
    """Every row of every table of facts and of every public view about the article: a CSV each, by file name."""
    with tempfile.TemporaryDirectory() as folder, watched_site(Path(folder) / "project", workers) as site:
        site.now = _COLLECTED
        site.shows(_PATH, (FOLDER / "page.html").read_bytes())
        site.lists(_PATH, _TITLE, _PUBLISHED)
        site.run()
        run = Run(site.project, now=lambda: site.now, shared_workers=workers)
        with running(run, "analyse"):
            analyse(run)
        with opened(site.project.folder) as connection:
            return dict(_tables(connection))


def golden_tables() -> dict[str, str]:
    """The same as it is kept."""
    return {str(path.relative_to(FOLDER)): path.read_text(encoding="utf-8") for path in FOLDER.glob("*/*.csv")}


def _tables(connection: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, str]]:
    named = "select table_schema, table_name from information_schema.tables where table_schema in ('facts', 'main')"
    for schema, name in connection.execute(named).fetchall():
        columns = [
            row[0] for row in connection.execute(f"describe {schema}.{name}").fetchall() if row[0] not in _OF_RUNS
        ]
        about = _ABOUT.get(f"{schema}.{name}", "")
        if about or (name != _FETCHES and not {"article_id", "revision_id"}.isdisjoint(columns)):
            selected = ", ".join(columns) + f" from {schema}.{name} as rows where {about or 'true'}"
            if schema == "facts" and {"revision_id", *_WHERE_IT_STANDS} <= set(columns):
                selected = f"{_STANDS_THERE}, {selected}"
                columns = ["stands_there", *columns]
            rows = connection.execute(f"select {selected}").fetchall()
            yield f"{'views' if schema == 'main' else schema}/{name}.csv", _csv(columns, rows)


_STANDS_THERE = """(
    select substring(revisions.body, rows.char_start + 1, rows.char_end - rows.char_start)
    from facts.revisions as revisions where revisions.revision_id = rows.revision_id
)"""


def _csv(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """The rows in the order of the text."""
    first = [columns.index(column) for column in _WHERE_IT_STANDS if column in columns]
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(columns)
    for row in sorted(rows, key=lambda row: ([row[place] or 0 for place in first], repr(row))):
        table.writerow([round(value, _PLACES) if isinstance(value, float) else value for value in row])
    return written.getvalue()


def renew() -> None:
    """Write the golden files again."""
    with Workers(1, 4096) as workers:
        tables = tables_of_the_article(workers)
    for name in golden_tables().keys() - tables.keys():
        (FOLDER / name).unlink()
    for name, table in tables.items():
        path = FOLDER / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(table, encoding="utf-8")


if __name__ == "__main__":
    renew()
