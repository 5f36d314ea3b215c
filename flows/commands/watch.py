"""dateline watch add, list, remove, test."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, Literal
from zoneinfo import ZoneInfo

from flows.commands.find import Rule, as_object, search_of, show
from flows.commands.talk import as_json, as_lines, out, say
from flows.errors import NothingThere, SettingsError
from flows.found import Found, folded
from flows.project import Project, open_project
from flows.watchlists import watchlists_of
from transforms.rules.trial import Trial, trial_of
from transforms.rules.watchlist_file import (
    Watchlist,
    WatchlistError,
    named,
    quiet_hours,
    read_watchlists,
    with_watchlist,
    without_watchlist,
)
from transforms.text import told
from warehouse.whole_files import changing, write_whole

_EXAMPLES = 5
_TEXTS = 2000  # texts whose words are counted
_WORDS = 12


def add(
    name: str,
    rule: Rule,
    *,
    alert: Literal["digest", "each", "burst"] = "digest",
    target: Sequence[str] = (),
    quiet: str = "",
) -> int:
    """Watch for a rule: it is written into watchlists.toml and counted from the next run on, for all days.

    Parameters
    ----------
    name
        What it is called.
    rule
        What to watch for, such as 'wheat AND (Odesa OR Odessa)'; docs/watchlists.md has the language.
    alert
        digest: in the digest alone; each: at each new story; burst: on days with clearly more than its mean.
    target
        Where alerts go: a name out of targets.toml; may be given several times.
    quiet
        Hours without alerts, such as 22:00-07:00, on the project's clock.
    """
    project = open_project()
    with changing(project.watchlists_file):
        _add(project, name, rule, (alert, tuple(target), quiet))
    say(f"watching for {told(name)!r}; next: `dateline watch test {told(name)!r}`, `dateline run`")
    return 0


def _add(project: Project, name: str, rule: str, alerting: tuple[str, tuple[str, ...], str]) -> None:
    alert, targets, quiet = alerting
    before = watchlists_of(project)
    if known := named(before, name):
        raise SettingsError(f"there is a watchlist {known.name!r} already; `dateline watch remove` it, or edit "
                            f"{project.watchlists_file}")  # fmt: skip
    text = project.watchlists_file.read_text(encoding="utf-8-sig") if project.watchlists_file.exists() else ""
    try:
        new = Watchlist(name.strip(), rule, alert, targets, quiet_hours(quiet) if quiet else None)
        changed = with_watchlist(text, new)
        if read_watchlists(changed) != [*before, new]:
            raise ValueError(f"it cannot be written behind what {project.watchlists_file} holds; edit that file")
    except WatchlistError as error:
        raise SettingsError(str(error)) from None
    except ValueError as error:
        raise SettingsError(str(error)) from None
    write_whole(project.watchlists_file, changed.encode())


def list_watchlists(*, json: bool = False) -> int:
    """List the watchlists with what they hit so far.

    Parameters
    ----------
    json
        One JSON object a watchlist.
    """
    project = open_project()
    hits = {row["name"]: row for row in project.warehouse.ask("watchlist_hits")}
    rows = [_listed(one, hits.get(one.name, {})) for one in watchlists_of(project)]
    for row in rows if json else ():
        out(as_json(row))
    if rows and not json:
        columns = ("name", "alert", "article_count", "last_day", "rule")
        cells = [[str(row[name]) if row[name] is not None else "" for name in columns] for row in rows]
        out(as_lines(("name", "alert", "articles", "last day", "rule"), cells))
    if not rows:
        say("nothing is watched for; `dateline watch add NAME RULE`")
    return 0


def _listed(one: Watchlist, row: dict[str, Any]) -> dict[str, Any]:
    quiet = f"{one.quiet[0]:%H:%M}-{one.quiet[1]:%H:%M}" if one.quiet else None
    kept = {name: row.get(name) for name in ("article_count", "first_day", "last_day", "since_at")}
    return {"name": one.name, "rule": one.rule, "alert": one.alert, "targets": one.targets, "quiet": quiet, **kept}


def remove(name: str) -> int:
    """Watch for something no more. What was counted of it goes with the next run.

    Parameters
    ----------
    name
        The watchlist's name.
    """
    project = open_project()
    with changing(project.watchlists_file):
        _remove(project, name)
    return 0


def _remove(project: Project, name: str) -> None:
    before = watchlists_of(project)
    known = named(before, name)
    if known is None:
        raise NothingThere(_unknown(name, before))
    changed = without_watchlist(project.watchlists_file.read_text(encoding="utf-8-sig"), name)
    try:
        left = read_watchlists(changed)
    except WatchlistError as error:
        raise SettingsError(f"without {known.name!r} the others cannot be read: {error}; edit them first") from None
    if left != [one for one in before if one is not known]:
        raise SettingsError(f"{known.name!r} cannot be cut out of {project.watchlists_file} by itself; edit that file")
    write_whole(project.watchlists_file, changed.encode())


def _unknown(name: str, known: Sequence[Watchlist]) -> str:
    names = ", ".join(one.name for one in known) or "none"
    return f"there is no watchlist {told(name)!r}; there are: {names}"


def test(rule: Rule, *, since: str = "90d", until: str = "", json: bool = False) -> int:
    """Try a watchlist, or a rule, on the history: what it hits a day, by which words, and when it would have alerted.

    Parameters
    ----------
    rule
        The name of a watchlist, or a rule.
    since
        The first day: 90d, 4w, 1y, yesterday or YYYY-MM-DD.
    until
        The last day.
    json
        As one JSON object.
    """
    project = open_project()
    known = named(watchlists_of(project), rule)
    search = search_of(project, known.rule if known else rule, since, until)
    rows = search.rows()
    trial = trial_of(rows, search.days)
    shown = search.shown(folded(rows)[:_TEXTS])
    words = _words(shown)
    if json:
        examples = [as_object(found) for found in shown[:_EXAMPLES]]
        out(as_json({**trial.as_object(), "words": dict(words), "examples": examples}))
    else:
        _tell(project, trial, words, shown[:_EXAMPLES])
    return 0


def _words(shown: Sequence[Found]) -> list[tuple[str, int]]:
    """What was printed for the terms that were looked for: in how many texts each."""
    counts: Counter[str] = Counter()
    for found in shown:
        spans = [(found.row["title"], span) for span in found.evidence.title_spans]
        spans += [(one.text, span) for one in found.evidence.sentences for span in one.spans]
        counts.update({told(text[span.start : span.end]).lower() for text, span in spans})
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:_WORDS]


def _tell(project: Project, trial: Trial, words: Sequence[tuple[str, int]], examples: Sequence[Found]) -> None:
    out(trial.in_words())
    widest = max((day.texts for day in trial.days), default=0)
    for day in trial.days:
        bar = "█" * round(24 * day.texts / widest) if widest else ""
        mark = "  burst" if day.is_burst else ""
        out(f"{day.day}  {day.articles:5} articles  {day.texts:5} texts  {bar}{mark}")
    if words:
        out("words: " + ", ".join(f"{word} {count}" for word, count in words))
    for found in examples:
        show(found, ZoneInfo(project.settings.timezone))
