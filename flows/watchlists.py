"""The project's watchlists: read from watchlists.toml, and counted wherever the articles of a day have changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

import duckdb

from flows.errors import SettingsError
from flows.finding import Finder
from flows.project import Project
from flows.run import Run
from transforms.rows.watch import WatchlistRow
from transforms.rules.language import read_rule
from transforms.rules.tree import Rule
from transforms.rules.watchlist_file import Watchlist, WatchlistError, read_watchlists
from transforms.text import make_id
from warehouse.database import ask
from warehouse.watch import save_counts, save_lists

_READING = "1"  # raised when rules find otherwise than before: every watchlist is then counted again


def watchlists_of(project: Project) -> list[Watchlist]:
    """The watchlists of a project, none without the file. SettingsError names the file, the line and what is wrong."""
    path = project.watchlists_file
    if not path.exists():
        return []
    try:
        return read_watchlists(path.read_text(encoding="utf-8-sig"))
    except WatchlistError as error:
        raise SettingsError(f"{path}, line {error.line}: {error}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: cannot be read: {error}; mend or remove the file") from None


def rule_of(project: Project, text: str) -> Rule:
    """The tree of a rule, which may name the project's watchlists. RuleError where it cannot be read."""
    return read_rule(text, {one.name: one.rule for one in watchlists_of(project)} if "watch:" in text.lower() else {})


def count_watchlists(run: Run) -> None:
    """Count every watchlist on the days that have changed, and new and changed ones on all days.

    A file that cannot be read stops nothing: the run says so, and what is not counted now is counted later.
    """
    try:
        lists = watchlists_of(run.project)
    except SettingsError as error:
        run.warnings.append(str(error))
        return
    known = {row["watch_id"]: WatchlistRow(**row) for row in run.ask("watchlists")}
    rows = [_row(run, no, one, lists, known) for no, one in enumerate(lists)]
    if rows == list(known.values()) and not run.ask("watched_days"):
        return
    with run.project.warehouse.writing() as connection:
        fresh = [row for row in rows if row.watch_id not in known or known[row.watch_id].rule_hash != row.rule_hash]
        if rows != list(known.values()):
            _count(connection, rows, fresh)
        _recount(connection, rows)
    run.counts["watchlists"] += len(rows)


def _row(run: Run, no: int, one: Watchlist, lists: Sequence[Watchlist], known: dict[str, WatchlistRow]) -> WatchlistRow:
    tree = read_rule(one.rule, {other.name: other.rule for other in lists})
    watch_id, rule_hash = make_id("watchlist", one.name.casefold()), make_id("rule", _READING, tree)
    before = known.get(watch_id)
    is_as_before = before is not None and before.rule_hash == rule_hash
    since = before.since_at if before and is_as_before else run.started_at
    return WatchlistRow(watch_id, no, one.name, one.rule, rule_hash, one.alert, since)


def _count(connection: duckdb.DuckDBPyConnection, rows: Sequence[WatchlistRow], fresh: Sequence[WatchlistRow]) -> None:
    days = [row["day"] for row in ask(connection, "counted_days", {"first": None, "last": None})]
    save_lists(connection, rows, _hits(connection, rows, fresh, days), days)


def _recount(connection: duckdb.DuckDBPyConnection, rows: Sequence[WatchlistRow]) -> None:
    days = [row["day"] for row in ask(connection, "watched_days")]
    if days:
        save_counts(connection, _hits(connection, rows, rows, days), days)


def _hits(
    connection: duckdb.DuckDBPyConnection,
    rows: Sequence[WatchlistRow],
    wanted: Sequence[WatchlistRow],
    days: Sequence[date],
) -> dict[str, list[str]]:
    rules = {row.name: row.rule for row in rows}
    finder = Finder(partial(ask, connection), days)
    return {row.watch_id: sorted(finder.articles(read_rule(row.rule, rules))) for row in wanted}
