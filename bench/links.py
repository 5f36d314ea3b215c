"""What it costs to link a day's articles, in archives of several lengths.

    python bench/links.py --archives 1000,10000,100000 --day 500

Each archive holds so many articles of 300 words, 500 a day unless `--day` says otherwise, with 15 mentions and 5
places each; one article in ten of a day is a copy of another of it. The texts are of the sample newsroom's sentences
and of words of their own day, so that stories have something to be found by. The last day is touched, as it is when
its articles have come in, and linked in this process as `dateline run` does it, three times: the best is told.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import duckdb
import polars as pl

from flows.link import link_days
from flows.project import open_project
from flows.run import Run

_SAMPLE = Path(__file__).parents[1] / "seeds" / "sample" / "articles"
_LAST = date(2026, 3, 8)
_OUTLETS = 40
_TIMES = 3

_ARTICLES = """
insert into facts.articles by name
select article_id, 'outlet ' || outlet as outlet_id, 'http://' || outlet || '.example/' || article_id as url,
    published_at as first_seen_at,
    published_at, 'meta' as published_source, 'time' as published_precision, false as is_suspect, day from articles
"""
_REVISIONS = """
insert into facts.revisions by name
select article_id as revision_id, article_id, 1 as revision_no, '' as fetch_id, published_at as seen_from, title, ''
    as byline, '' as authors,
    'en' as language, '' as dateline_place, 0 as dateline_end, '' as lede, 0 as lede_start, 0 as lede_end, body, 300
    as word_count,
    '' as text_hash, 'first' as change_kind, '' as method, '' as method_id, true as is_newest,
    day as article_day from articles
"""
_MENTIONS = """
insert into facts.mentions by name
select article_id as revision_id, n as mention_no, 0 as sentence_no, 0 as char_start, 1 as char_end, 'x' as surface,
    'person' as kind,
    'actor ' || hash(article_id, n) % 5000 as actor_id, '' as resolved_by, 1.0 as confidence, '' as method,
    day as article_day
from articles cross join range(15) as numbers(n)
"""
_PLACES = """
insert into facts.places by name
select article_id as revision_id, n as place_no, 0 as sentence_no, 0 as char_start, 1 as char_end, 'x' as surface,
    (hash(article_id, n) % 9000)::integer as geonames_id, 'x' as name, 'city' as kind, 'PT' as country, '' as
    admin1, 0.0 as lat, 0.0 as lon,
    false as is_metonym, false as is_focus, 1.0 as confidence, '' as method, day as article_day
from articles cross join range(5) as numbers(n)
"""
_ACTORS = """
insert into facts.actors by name
select 'actor ' || n as actor_id, 'Actor ' || n as name, 'person' as kind, '' as country, '' as sector, '' as
    seed_key, '' as wikidata_id from range(5000) as numbers(n)
"""


def measure(archive: int, per_day: int) -> dict[str, float]:
    """Seconds of wall and processor to link the last day of an archive of so many articles, and what was linked."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "dateline.toml").write_text('contact = "bench@dateline.example"\n', encoding="utf-8")
        project = open_project(folder=Path(folder))
        with project.warehouse.writing() as connection:
            _fill(connection, archive, per_day)
        walls, cpus = [], []
        for _ in range(_TIMES):
            with project.warehouse.writing() as connection:
                connection.execute("delete from ops.touched_days")
                connection.execute("insert into ops.touched_days values (?)", [_LAST])
            run = Run(project)
            wall, cpu = time.perf_counter(), time.process_time()
            link_days(run)
            walls.append(time.perf_counter() - wall - run.seconds["load"])
            cpus.append(time.process_time() - cpu)
        return {
            "archive": archive,
            "wall_s": round(min(walls), 2),
            "cpu_s": round(min(cpus), 2),
            "load_s": round(run.seconds["load"], 2),
        }


def _fill(connection: duckdb.DuckDBPyConnection, archive: int, per_day: int) -> None:
    rng = random.Random(1)
    sentences = [
        sentence
        for path in sorted(_SAMPLE.glob("*/*.txt"))
        for sentence in re.split(r"(?<=[.]) ", path.read_text(encoding="utf-8").partition("\n\n")[2].replace("\n", " "))
        if len(sentence) > 40
    ]
    connection.execute(_ACTORS)
    for first in range(0, archive, per_day):
        day = _LAST - timedelta(days=(archive - first - 1) // per_day)
        rows = _day(day, min(per_day, archive - first), first, sentences, rng)
        connection.register("articles", pl.DataFrame(rows))
        for statement in (_ARTICLES, _REVISIONS, _MENTIONS, _PLACES):
            connection.execute(statement)
        connection.unregister("articles")
    connection.execute("checkpoint")


def _day(day: date, count: int, first: int, sentences: list[str], rng: random.Random) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for number in range(count):
        topic = [f"Term{day.toordinal()}x{number % 100}y{n}" for n in range(30)]
        words = " ".join(rng.sample(sentences, 10)).split()
        body = " ".join(rng.choice(topic) if rng.random() < 0.1 else word for word in words[:300])
        if rows and rng.random() < 0.1:
            body = rng.choice(rows)["body"]
        published = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(seconds=number * 86_000 // count)
        rows.append(
            {"article_id": f"{first + number:012}", "outlet": number % _OUTLETS, "published_at": published, "day": day,
             "title": " ".join(words[:8]), "body": body}
        )  # fmt: skip
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--archives", default="1000,10000,100000", help="articles in each archive")
    parser.add_argument("--day", type=int, default=500, help="articles a day")
    options = parser.parse_args()
    for archive in options.archives.split(","):
        print(json.dumps(measure(int(archive), options.day)), flush=True)


if __name__ == "__main__":
    main()
