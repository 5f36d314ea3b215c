"""How many planted bursts are found in a simulated year, and how many of those found were not planted.

    python tests/quality/bursts.py [tests/quality/bursts.toml] [--json]

Years of feeds are drawn (a weekday rhythm, counts that scatter, feeds that fail, feeds that are added with subjects of
their own) and laid into an empty warehouse as collected news would be; the warehouse's own SQL reckons the usual. A
name counts as found where it rose with q <= 0.1. The peer is a rule of thumb: three standard deviations above the mean
of 28 days.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import numpy.typing as npt
import polars as pl

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from warehouse.database import migrate
from warehouse.statements import statement

Array = npt.NDArray[Any]

_FIRST = date(2026, 1, 5)
_FOUND = 0.1  # the q-value up to which a thing counts as found: one in ten is expected to be false
_SUBJECTS = 3
_LEVELS = ((0.0, 0.5), (0.5, 2.0), (2.0, 8.0), (8.0, 1e9))  # articles a day, for the power by level


@dataclass(frozen=True)
class Year:
    """What was drawn: articles by day, feed and name, and by how much each name's rate was planted higher."""

    volumes: Array  # day, feed
    counts: Array  # day, feed, name; the newcomers last
    planted: Array  # day, name: 1 where nothing was
    newcomers: Array  # day, name: articles planted of a name never told of before
    rates: Array  # name
    is_alive: Array  # day, feed: read at all


def main() -> None:
    options = _options()
    with options.source.open("rb") as file:
        plan = tomllib.load(file)
    figures = _mean([measured(draw(plan, seed), plan) for seed in plan["seeds"]])
    print(json.dumps(figures, indent=2) if options.json else _as_text(figures))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("source", type=Path, nargs="?", default=Path(__file__).with_suffix(".toml"))
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


# --- the year --------------------------------------------------------------------------------------------------------


def draw(plan: Mapping[str, Any], seed: int) -> Year:
    """A year by its plan; the same seed gives the same year."""
    random = np.random.default_rng(seed)
    subjects, is_alive = _feeds(random, plan)
    volumes = _volumes(random, plan, is_alive)
    rates, planted, newcomers = _names(random, plan)
    counts = _counts(random, plan, volumes, subjects, rates * planted)
    counts = np.concatenate([counts, _told_newly(random, volumes, newcomers)], axis=2)
    return Year(volumes, counts, planted, newcomers, rates, is_alive)


def _feeds(random: np.random.Generator, plan: Mapping[str, Any]) -> tuple[Array, Array]:
    feeds, days = plan["feeds"], plan["days"]
    subjects = np.array([*np.arange(feeds["first"]) % _SUBJECTS, *(s for _, n, s in feeds["growth"] for _ in range(n))])
    since = np.array([0] * feeds["first"] + [day for day, number, _ in feeds["growth"] for _ in range(number)])
    is_alive = np.arange(days)[:, None] >= since[None, :]
    is_alive &= random.random(is_alive.shape) >= feeds["fail_share"]
    for first, length, subject in feeds["outages"]:
        is_alive[first : first + length, subjects == subject] = False
    return subjects, is_alive


def _volumes(random: np.random.Generator, plan: Mapping[str, Any], is_alive: Array) -> Array:
    feeds = plan["feeds"]
    sizes = feeds["mean_articles"] * random.lognormal(0, 0.5, is_alive.shape[1])
    week = np.where(np.arange(plan["days"]) % 7 >= 5, feeds["weekend"], 1.0)
    drawn: Array = random.poisson(_scattered(random, week[:, None] * sizes[None, :], feeds["dispersion"]))
    return drawn * is_alive


def _scattered(random: np.random.Generator, means: Array, dispersion: float | Array) -> Array:
    """Means that scatter from day to day, so that Poisson counts of them are negative binomial."""
    drawn: Array = means * random.gamma(1 / np.asarray(dispersion), dispersion, means.shape)
    return drawn


def _names(random: np.random.Generator, plan: Mapping[str, Any]) -> tuple[Array, Array, Array]:
    names, bursts, days = plan["names"], plan["bursts"], plan["days"]
    low, high = np.log(names["rates"])
    rates = np.exp(random.triangular(low, low, high, names["count"]))
    planted = np.ones((days, names["count"]))
    newcomers = np.zeros((days, names["newcomers"]), dtype=int)
    for day in range(plan["warm_up"], days):
        chosen = random.choice(names["count"], bursts["a_day"], replace=False)
        planted[day, chosen] = random.choice(bursts["sizes"], bursts["a_day"])
    first_seen = random.integers(plan["warm_up"], days, names["newcomers"])
    newcomers[first_seen, np.arange(names["newcomers"])] = random.choice(bursts["newcomer_sizes"], names["newcomers"])
    return rates, planted, newcomers


def _counts(
    random: np.random.Generator, plan: Mapping[str, Any], volumes: Array, subjects: Array, rates: Array
) -> Array:
    """Articles by day, feed and name: a name has a subject, maybe a weekday of its own, and a scatter of its own."""
    names, days = plan["names"], plan["days"]
    number = names["count"]
    own = random.integers(0, _SUBJECTS, number)
    week = np.ones((days, number))
    is_weekly, weekday = random.random(number) < names["weekly"], random.integers(0, 7, number)
    week[(np.arange(days)[:, None] % 7 == weekday[None, :]) & is_weekly[None, :]] = 4.0
    low, high = np.log(names["dispersion"])
    scatter = np.exp(random.normal((low + high) / 2, (high - low) / 4, number))
    means = _scattered(random, rates * week, scatter[None, :])
    of_subject = np.where(subjects[:, None] == own[None, :], 1.0, names["abroad"])
    per_article = of_subject / (
        plan["feeds"]["mean_articles"] * plan["feeds"]["first"] / _SUBJECTS * (1 + 2 * names["abroad"])
    )
    expected = volumes[:, :, None] * per_article[None, :, :] * means[:, None, :]
    drawn: Array = np.minimum(random.poisson(expected), volumes[:, :, None])
    return drawn


def _told_newly(random: np.random.Generator, volumes: Array, newcomers: Array) -> Array:
    """Articles by day, feed and name of those who were never told of before."""
    told = np.zeros((*volumes.shape, newcomers.shape[1]), dtype=int)
    for day, name in zip(*np.nonzero(newcomers), strict=True):
        share = volumes[day] / volumes[day].sum()
        told[day, :, name] = random.multinomial(newcomers[day, name], share)
    return told


# --- what the warehouse makes of it ----------------------------------------------------------------------------------


def measured(year: Year, plan: Mapping[str, Any]) -> dict[str, Any]:
    """Power by size and level, true shares of what was found, and what was found where nothing can have risen."""
    usual = _reckoned(year)
    shape = (len(year.planted), year.counts.shape[2])
    found = _on_grid(
        usual.filter((pl.col("q_value") <= _FOUND) & (pl.col("comparable_count") > pl.col("usual"))), shape
    )
    is_planted = np.concatenate([year.planted > 1, year.newcomers > 0], axis=1)
    since = plan["warm_up"]
    grown = [day for day, _, _ in plan["feeds"]["growth"]]
    failed = [day for first, length, _ in plan["feeds"]["outages"] for day in range(first, first + length)]
    thumb = _by_rule_of_thumb(year)
    return {
        "found": int(found[since:].sum()),
        "true_share": _true_share(found[since:], is_planted[since:]),
        "mean_daily_true_share": _daily_true_share(found[since:], is_planted[since:]),
        "power": _powers(year, plan, found),
        "newcomers": _newcomers_found(year, plan, found),
        "calm_when_feeds_change": float(1 - (found & ~is_planted)[grown + failed].any(axis=1).mean()),
        "false_a_day": float((found & ~is_planted)[since:].sum() / (len(found) - since)),
        "interval_holds": _interval_holds(usual, year, since),
        "rule_of_thumb": {
            "found": int(thumb[since:].sum()),
            "true_share": _true_share(thumb[since:], is_planted[since:]),
            "power": _powers(year, plan, thumb),
            "calm_when_feeds_change": float(1 - (thumb & ~is_planted)[grown + failed].any(axis=1).mean()),
        },
    }


# A day is set beside its usual when it has been counted.
_COUNTED = """
    insert into daily.outlets by name
    select day, 'all' as language, 'all' as folder, 'any' as outlet_id, 0 as article_count, 0 as copy_group_count,
        0 as word_count, 0 as article_share
    from ops.touched_days
"""


def _reckoned(year: Year) -> pl.DataFrame:
    """daily.usual of the year's names, with the day and the name as numbers."""
    with duckdb.connect(":memory:") as connection:
        migrate(connection, "UTC")
        connection.register("coverage", _coverage(year))
        connection.execute("insert into daily.coverage by name from coverage")
        for name, rows in (("articles", _rows(year.volumes[:, :, None], "")), ("told", _rows(year.counts, "actor"))):
            connection.register(name, rows)
            connection.execute(f"insert into daily.carried by name from {name} order by day")
        connection.execute("insert into ops.touched_days select distinct day from daily.carried")
        connection.execute(_COUNTED)
        connection.execute(statement("usual", "daily.usual"))
        rows = connection.sql("select * from daily.usual where kind = 'actor'").pl()
    return rows.with_columns(no=(pl.col("day") - _FIRST).dt.total_days(), name=pl.col("thing_id").cast(pl.Int64))


def _coverage(year: Year) -> Any:
    days, feeds = np.nonzero(np.ones_like(year.is_alive))
    is_read = year.is_alive[days, feeds]
    frame = pl.DataFrame(
        {"day": [_FIRST + timedelta(int(day)) for day in days], "feed_id": [f"f{feed}" for feed in feeds]}
    )
    zero = pl.lit(0)
    return frame.with_columns(
        poll_count=pl.lit(1), failed_poll_count=pl.Series((~is_read).astype(int)), gap_count=zero, entry_count=zero,
        page_count=zero, read_count=zero, state=pl.Series(np.where(is_read, "ok", "failed")),
    ).to_arrow()  # fmt: skip


def _rows(counts: Array, kind: str) -> Any:
    days, feeds, names = np.nonzero(counts)
    told = counts[days, feeds, names]
    frame = pl.DataFrame({"n": days, "feed_id": feeds, "thing_id": names, "article_count": told})
    return frame.select(
        (pl.lit(_FIRST) + pl.duration(days=pl.col("n"))).cast(pl.Date).alias("day"), pl.lit(kind).alias("kind"),
        pl.col("thing_id").cast(pl.String) if kind else pl.lit("").alias("thing_id"), pl.lit("").alias("other_id"),
        ("f" + pl.col("feed_id").cast(pl.String)).alias("feed_id"),
        ("f" + pl.col("feed_id").cast(pl.String)).alias("outlet_id"), "article_count",
        pl.col("article_count").alias("copy_group_count"),
    ).to_arrow()  # fmt: skip


def _on_grid(rows: pl.DataFrame, shape: tuple[int, int]) -> Array:
    grid = np.zeros(shape, dtype=bool)
    grid[rows["no"].to_numpy(), rows["name"].to_numpy()] = True
    return grid


def _by_rule_of_thumb(year: Year) -> Array:
    told = year.counts.sum(axis=1)
    past = np.stack([told[max(0, day - 28) : day].mean(axis=0) if day else told[0] for day in range(len(told))])
    found: Array = (told - past) / np.sqrt(past + 1) > 3
    return found


# --- figures ---------------------------------------------------------------------------------------------------------


def _true_share(found: Array, is_planted: Array) -> float:
    return float((found & is_planted).sum() / max(1, found.sum()))


def _daily_true_share(found: Array, is_planted: Array) -> float:
    """One less the false discovery rate: the mean over days, a day without any finding counted as all true."""
    every = found.sum(axis=1)
    return float(np.mean(np.where(every, (found & is_planted).sum(axis=1) / np.maximum(1, every), 1.0)))


def _powers(year: Year, plan: Mapping[str, Any], found: Array) -> dict[str, dict[str, float]]:
    """Share of the planted bursts that were found, by how many times the usual and by articles a day."""
    names = len(year.rates)
    powers = {}
    for size in plan["bursts"]["sizes"]:
        planted = year.planted == size
        powers[f"x{size}"] = {
            f"{low:g}+": float(found[:, :names][planted & level].mean())
            for low, high in _LEVELS
            if (planted & (level := ((year.rates >= low) & (year.rates < high))[None, :])).any()
        }
    return powers


def _newcomers_found(year: Year, plan: Mapping[str, Any], found: Array) -> dict[str, float]:
    names = len(year.rates)
    return {
        str(size): float(found[:, names:][year.newcomers == size].mean()) for size in plan["bursts"]["newcomer_sizes"]
    }


def _interval_holds(usual: pl.DataFrame, year: Year, since: int) -> float:
    """How often the ratio's interval holds the truth, one, for names in whose weeks nothing was planted."""
    is_calm = year.planted == 1
    weeks = [np.roll(is_calm, 7 * week, axis=0) for week in range(5)]
    calm = np.logical_and.reduce(weeks)
    rows = usual.filter((pl.col("name") < len(year.rates)) & (pl.col("no") >= since + 7) & (pl.col("past_count") >= 4))
    rows = rows.filter(pl.Series(calm[rows["no"].to_numpy(), rows["name"].to_numpy()]))
    return float(((rows["ratio_low"] <= 1) & (rows["ratio_high"] >= 1)).to_numpy().mean())


def _mean(years: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Each figure's mean over the years; inner figures likewise."""
    return {
        name: _mean([year[name] for year in years])
        if isinstance(value, Mapping)
        else round(float(np.mean([year[name] for year in years])), 4)
        for name, value in years[0].items()
    }


def _as_text(figures: Mapping[str, Any]) -> str:
    return "\n".join(f"{name:24} {value}" for name, value in figures.items())


if __name__ == "__main__":
    main()
