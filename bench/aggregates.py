"""What a day's aggregates cost beside the bare query, in archives of several lengths.

    python bench/aggregates.py [--mentions 10000000] [--lengths 0.1,0.3,1] [--newest 36] [--json]

An archive of made-up articles is counted whole: twenty names each in ten sentences, three events, two topics and
places, four quotes; 27,400 mentions a day, ten million in a year. Then single days are touched and made again, as
after a run: the newest, and one in the middle, whose 28 followers look back on it. The bare query counts the articles
of each actor of that day, or of all days, and nothing else. At last all checks run as after the newest day, and
the sentences behind a pair are asked for. Shorter archives have as much a day and fewer days. Each length is a
process of its own. With `--newest N` only the newest N days are counted before, not the whole archive. Times are CPU
seconds of all threads, which other work on the machine changes least; --json has those by the clock too.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import duckdb

from warehouse.checks import Broken, run_checks
from warehouse.daily import refresh_daily
from warehouse.database import migrate

Seconds = tuple[float, float]  # of the processor, by the clock

_MENTIONS_A_DAY = 27_400
_MENTIONS_AN_ARTICLE = 20
_FIRST = date(2025, 11, 24)
_BARE = """
select articles.day, mentions.actor_id, count(*), count(distinct articles.article_id),
    count(distinct articles.outlet_id)
from facts.mentions as mentions
join facts.revisions as revisions using (revision_id)
join facts.articles as articles using (article_id)
where articles.day between ? and ? group by all
"""
_ID = "substr(md5({}), 1, 12)"  # as hashes are: in no order that a scan could use
_DRAWN = f"""
create temp table drawn as
select no, {_ID.format("'a' || no")} as article_id, {_ID.format("'r' || no")} as revision_id,
    $first::date + (no // $a_day)::integer as day, (hash(no) % 200)::integer as outlet,
    case when hash(no, 1) % 5 = 0 then greatest(0, no - 1 - (hash(no, 2) % 50)::bigint) else no end as origin
from range($articles) as numbers(no)
"""
_SENTENCES = 10
_LETTERS = 64  # of a sentence and the space behind it
_BODY = (
    f"array_to_string(list_transform(range({_SENTENCES}), "
    "lambda part: 'In sentence ' || part || ' it said ' || md5((no * 10 + part)::varchar) || ', and more.'), ' ')"
)
_NAME = (
    "'n' || floor(40000 * pow((hash(drawn.no, part, {}) % 1000003) / 1000003, 4))::integer"  # a few often, most seldom
)

# What each table is given; columns that may not be null and are not named get "", 0 or false.
_TABLES: dict[str, tuple[str, Mapping[str, str]]] = {
    "seeds.outlets": ("range(200) as r(n)", {"outlet_id": "'o' || n", "owner": "'owner ' || (n % 60)"}),
    "seeds.feeds": (
        "range(200) as r(n)",
        {"feed_id": "'f' || n", "outlet_id": "'o' || n", "folder": "'news/' || (n % 8)", "is_enabled": "true"},
    ),
    "facts.actors": ("range(40000) as r(n)", {"actor_id": "'n' || n", "name": "'Name ' || n", "kind": "'person'"}),
    "seeds.topics": ("range(100) as r(n)", {"topic_id": "'medtop:' || n", "level": "2"}),
    "facts.articles": (
        "drawn",
        {
            "article_id": "article_id",
            "outlet_id": "'o' || outlet",
            "first_seen_at": "day + interval 6 hour",
            "day": "day",
        },
    ),
    "facts.entries": (
        "drawn",
        {
            "entry_id": "article_id",
            "feed_id": "'f' || outlet",
            "article_id": "article_id",
            "first_seen_at": "day + interval 6 hour",
            "changed_at": "day + interval 6 hour",
        },
    ),
    "facts.revisions": (
        "drawn",
        {
            "revision_id": "revision_id",
            "article_id": "article_id",
            "revision_no": "1",
            "seen_from": "day + interval 6 hour",
            "body": _BODY,
            "language": "case outlet % 4 when 0 then 'de' else 'en' end",
            "word_count": "500",
            "change_kind": "'first'",
            "is_newest": "true",
        },
    ),
    "facts.copies": (
        "drawn",
        {"article_id": "article_id", "copy_group_id": _ID.format("'a' || origin"), "role": "'origin'"},
    ),
    "facts.sentences": (
        f"drawn, range({_SENTENCES}) as r(part)",
        {
            "revision_id": "revision_id",
            "sentence_no": "part",
            "char_start": f"{_LETTERS} * part",
            "char_end": f"{_LETTERS} * part + {_LETTERS - 1}",
        },
    ),
    "facts.mentions": (
        f"drawn, range({_MENTIONS_AN_ARTICLE}) as r(part)",
        {"revision_id": "revision_id", "mention_no": "part", "sentence_no": "part // 2", "actor_id": _NAME.format(3)},
    ),
    "facts.events": (
        "drawn, range(3) as r(part)",
        {
            "revision_id": "revision_id",
            "event_no": "part",
            "sentence_no": "part",
            "type": "'type ' || hash(no, part) % 16",
            "score": "(hash(no, part) % 200 / 10)::decimal(9, 3) - 10",
        },
    ),
    "facts.event_actors": (
        "drawn, range(6) as r(part)",
        {
            "revision_id": "revision_id",
            "event_no": "part // 2",
            "event_actor_no": "part % 2",
            "side": "case part % 2 when 0 then 'source' else 'target' end",
            "actor_id": _NAME.format(3),
        },
    ),
    "facts.article_topics": (
        "drawn, range(2) as r(part)",
        {"revision_id": "revision_id", "topic_id": "'medtop:' || (50 * part + hash(no, part) % 50)"},
    ),
    "facts.topic_evidence": (
        "drawn, range(2) as r(part)",
        {"revision_id": "revision_id", "topic_id": "'medtop:' || (50 * part + hash(no, part) % 50)", "term": "'it'"},
    ),
    "facts.places": (
        "drawn, range(2) as r(part)",
        {
            "revision_id": "revision_id",
            "place_no": "part",
            "geonames_id": "1 + hash(no, part, 7) % 3000",
            "name": "'Place'",
        },
    ),
    "facts.quotes": (
        "drawn, range(4) as r(part)",
        {
            "revision_id": "revision_id",
            "quote_no": "part",
            "attribution_no": "part",
            "kind": "'direct'",
            "text": "'We will see what comes of it'",
            "speaker_actor_id": _NAME.format(3),
        },
    ),
    "facts.tones": (
        "drawn, range(4) as r(part)",
        {
            "revision_id": "revision_id",
            "tone_no": "part",
            "scope": "case part when 0 then 'article' else 'actor' end",
            "actor_id": f"case when part > 0 then {_NAME.format(3)} end",
            "score": "0.25",
        },
    ),
    "ops.polls": (
        "(select distinct day from drawn), range(200) as f(n), range(24) as h(hour)",
        {
            "poll_id": _ID.format("day || ' ' || n || ' ' || hour"),
            "feed_id": "'f' || n",
            "polled_at": "day + hour * interval 1 hour",
            "outcome": "'ok'",
        },
    ),
}


def main() -> None:
    options = _options()
    if options.only:
        print(json.dumps(_measured(round(options.mentions * options.only), options.newest)))
        return
    rows = [_in_a_process(options, share) for share in options.lengths]
    print(json.dumps(rows, indent=2) if options.json else "\n".join(_as_markdown(rows)))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--mentions", type=int, default=10_000_000)
    parser.add_argument("--lengths", type=_shares, default=[0.1, 0.3, 1.0])
    parser.add_argument("--newest", type=int, default=0, help="count only so many days before measuring; 0: all")
    parser.add_argument("--only", type=float, help=argparse.SUPPRESS)
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def _shares(text: str) -> list[float]:
    return [float(one) for one in text.split(",")]


def _in_a_process(options: argparse.Namespace, share: float) -> dict[str, float]:
    command = [sys.executable, __file__, "--mentions", str(options.mentions), "--newest", str(options.newest)]
    command += ["--only", str(share)]
    figures: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return figures


def _measured(mentions: int, newest: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder, duckdb.connect(str(Path(folder) / "w.duckdb")) as connection:
        connection.execute("set timezone = 'UTC'")
        migrate(connection, "UTC")
        days = _fill(connection, mentions)
        counted = min(days, newest) if newest else days
        last = _FIRST + timedelta(days - 1)
        first, middle = last - timedelta(counted - 1), last - timedelta(counted // 2)
        figures = {"mentions": float(mentions), "days": float(days), "counted_days": float(counted)}
        figures |= _named("all", [_refreshed(connection, first, last)])
        figures |= _named("bare_all", [_asked(connection, first, last)])
        figures |= {"peak_all_mb": _peak_mb()}
        figures |= _named("newest_day", [_refreshed(connection, last, last) for _ in range(3)])
        figures |= _named("middle_day", [_refreshed(connection, middle, middle) for _ in range(3)])
        figures |= _named("checks", [_checked(connection, last) for _ in range(2)])
        figures |= _named("why", [_shown(connection, last) for _ in range(3)])
        figures |= _named("bare_day", [_asked(connection, last, last) for _ in range(3)])
    return figures


def _named(name: str, took: list[Seconds]) -> dict[str, float]:
    """The least CPU and clock seconds of some trials, under their names."""
    return {f"{name}_cpu_s": min(cpu for cpu, _ in took), f"{name}_s": min(clock for _, clock in took)}


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _fill(connection: duckdb.DuckDBPyConnection, mentions: int) -> int:
    """Make the archive; the number of its days."""
    a_day = _MENTIONS_A_DAY // _MENTIONS_AN_ARTICLE
    days = max(1, round(mentions / _MENTIONS_A_DAY))
    connection.execute(_DRAWN, {"first": _FIRST, "a_day": a_day, "articles": days * a_day})
    for table, (source, given) in _TABLES.items():
        columns = connection.execute(
            "select column_name, data_type from duckdb_columns() where schema_name || '.' || table_name = ? "
            "and (not is_nullable or column_name = 'article_day') and not list_contains(?, column_name)",
            [table, list(given)],
        ).fetchall()  # fmt: skip
        values = {**given, **{name: _filler(name, kind) for name, kind in columns}}
        connection.execute(
            f"insert into {table} ({', '.join(values)}) select {', '.join(values.values())} from {source}"
        )
    connection.execute("drop table drawn")
    connection.execute("checkpoint")
    return days


def _filler(name: str, kind: str) -> str:
    return "day" if name == "article_day" else {"VARCHAR": "''", "BOOLEAN": "false"}.get(kind, f"0::{kind}")


def _refreshed(connection: duckdb.DuckDBPyConnection, first: date, last: date) -> Seconds:
    connection.execute("delete from ops.touched_days")
    connection.execute(
        "insert into ops.touched_days select unnest(range(?::date, ?::date + 1, interval 1 day))::date", [first, last]
    )
    return _timed(lambda: refresh_daily(connection))


def _checked(connection: duckdb.DuckDBPyConnection, day: date) -> Seconds:
    """Every check, of which the costly ones look at one day, as after a run that has counted it."""
    connection.execute("delete from ops.counted_days")
    connection.execute("insert into ops.counted_days values (?)", [day])
    return _timed(
        lambda: _hold(run_checks(connection, datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(1)))
    )


def _hold(broken: Sequence[Broken]) -> None:
    if broken:
        raise SystemExit(f"the made-up archive does not hold: {broken[0]}")


def _shown(connection: duckdb.DuckDBPyConnection, day: date) -> Seconds:
    """The sentences behind the number of a pair, the costliest to ask for."""
    return _timed(lambda: connection.execute("from why_pair('Name 1', 'Name 2', ?)", [day]).fetchall())


def _asked(connection: duckdb.DuckDBPyConnection, first: date, last: date) -> Seconds:
    return _timed(lambda: connection.execute(f"create or replace temp table bare as {_BARE}", [first, last]))


def _timed(work: Callable[[], object]) -> Seconds:
    clock, cpu = time.perf_counter(), time.process_time()
    work()
    return time.process_time() - cpu, time.perf_counter() - clock


def _as_markdown(rows: list[dict[str, float]]) -> list[str]:
    columns = {
        "mentions": "mentions", "days": "days", "newest day": "newest_day_cpu_s", "middle day": "middle_day_cpu_s",
        "bare query, a day": "bare_day_cpu_s", "checks, a day": "checks_cpu_s", "why, a pair": "why_cpu_s",
        "days counted": "counted_days", "all of these": "all_cpu_s",
        "bare query, these": "bare_all_cpu_s", "peak MB": "peak_all_mb",
    }  # fmt: skip
    cells = [
        [f"{row[key]:,.2f}" if key.endswith("_s") else f"{row[key]:,.0f}" for key in columns.values()] for row in rows
    ]
    return [f"| {' | '.join(line)} |" for line in (list(columns), ["---"] * len(columns), *cells)]


if __name__ == "__main__":
    main()
