"""Alerts: what the watchlists have new is written into the outbox, and what waits there is sent, at most once."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from flows.deliver import Delivery, deliver
from flows.errors import SettingsError
from flows.finding import Finder
from flows.run import Run
from flows.targets import targets_of
from flows.watchlists import watchlists_of
from transforms.rules.alerting import LASTS, body_of, burst_body, headline_of, is_quiet, next_attempt
from transforms.rules.bursts import is_burst
from transforms.rules.evidence import best_sentences
from transforms.rules.language import read_rule
from transforms.rules.trial import past_of
from transforms.rules.watchlist_file import Watchlist
from transforms.text import make_id
from warehouse.database import ask
from warehouse.outbox import NewAlert, mark_alert, write_alerts

_FRESH_DAYS = 2  # today and yesterday: what a new feed brings of older days is no news
_SENTENCES = 2
_HEADLINES = 3

Row = Mapping[str, Any]
Told = tuple[NewAlert, Sequence[str]]  # a message with the articles that it tells of


def alert(run: Run) -> None:
    """Write down what is new in the watchlists that alert, and send what may be sent now.

    What cannot be read or sent stops nothing: the run says so, and `dateline doctor` does.
    """
    try:
        lists = {one.name: one for one in watchlists_of(run.project) if one.alert != "digest"}
        targets = targets_of(run.project, os.environ) if lists else {}
    except SettingsError as error:
        run.warnings.append(str(error))
        return
    if not lists and not run.ask("waiting_alerts"):
        return
    with run.reading():
        fresh = [*_stories(run, lists), *_bursts(run, lists)]
    if fresh:
        with run.project.warehouse.writing() as connection:
            run.counts["alerts"] += write_alerts(connection, fresh)
    _send_all(run, lists, targets)


# --- what there is to tell -------------------------------------------------------------------------------------------


def _stories(run: Run, lists: Mapping[str, Watchlist]) -> Iterator[Told]:
    """A message for each new story of a watchlist and each of its targets."""
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in run.ask("alert_stories", day=_today(run) - timedelta(days=_FRESH_DAYS - 1)):
        if row["watchlist"] in lists:
            groups.setdefault((row["watchlist"], row["story_key"]), []).append(row)
    rules = {row["name"]: row["rule"] for row in run.ask("watchlists")}
    for (name, key), rows in groups.items():
        sentences = _sentences(run, rules, rows[0])
        for target in lists[name].targets:
            yield _told(run, lists[name], key, target, rows, sentences)


def _told(run: Run, one: Watchlist, key: str, target: str, rows: Sequence[Row], sentences: Sequence[str]) -> Told:
    first = rows[0]
    alert_id = make_id("alert", first["watch_id"], "each", key, target)
    moment = first["published_at"].astimezone(ZoneInfo(run.project.settings.timezone))
    copies = sorted({row["outlet"] for row in rows} - {first["outlet"]})
    body = body_of(alert_id, sentences, first["outlet"], moment, first["url"], copies)
    made = NewAlert(alert_id, first["watch_id"], one.name, "each", target, first["day"],
                    headline_of(one.name, first["title"]), body, run.now())  # fmt: skip
    return made, [row["article_id"] for row in rows]


def _sentences(run: Run, rules: Mapping[str, str], row: Row) -> list[str]:
    def asked(name: str, values: dict[str, Any]) -> list[dict[str, Any]]:
        return run.project.warehouse.ask(name, values)

    rule = read_rule(rules[row["watchlist"]], rules)
    found = Finder(asked, [row["day"]]).evidence(rule, [row["article_id"]]).get(row["article_id"])
    return [one.text for one in best_sentences(found, _SENTENCES)] if found else []


def _bursts(run: Run, lists: Mapping[str, Watchlist]) -> Iterator[Told]:
    """A message for each fresh burst of a watchlist and each of its targets: a day's last news comes after midnight."""
    for back in range(_FRESH_DAYS):
        yield from _bursts_on(run, lists, _today(run) - timedelta(days=back))


def _bursts_on(run: Run, lists: Mapping[str, Watchlist], day: date) -> Iterator[Told]:
    counts: dict[str, dict[date, int]] = {}
    rows = run.ask("alert_bursts", day=day)
    for row in rows:
        counts.setdefault(row["watchlist"], {})[row["day"]] = row["copy_group_count"]
    for row in (row for row in rows if row["day"] == day and row["watchlist"] in lists):
        past = past_of(counts[row["watchlist"]], day, row["first_day"])
        if _day(run, row["since_at"]) <= day and is_burst(row["copy_group_count"], past):
            for target in lists[row["watchlist"]].targets:
                yield _burst(run, row, target, sum(past) / len(past))


def _burst(run: Run, row: Row, target: str, mean: float) -> Told:
    alert_id = make_id("alert", row["watch_id"], "burst", row["day"], target)
    when = "today" if row["day"] == _today(run) else "yesterday"
    texts = f"{row['copy_group_count']} texts"
    body = burst_body(alert_id, f"{texts} of {row['outlet_count']} outlets {when}", mean, row["titles"][:_HEADLINES])
    title = headline_of(row["watchlist"], f"{texts} {when}")
    return NewAlert(
        alert_id, row["watch_id"], row["watchlist"], "burst", target, row["day"], title, body, run.now()
    ), ()


def _today(run: Run) -> date:
    return _day(run, run.now())


def _day(run: Run, moment: datetime) -> date:
    return moment.astimezone(ZoneInfo(run.project.settings.timezone)).date()


# --- sending ---------------------------------------------------------------------------------------------------------


def _send_all(run: Run, lists: Mapping[str, Watchlist], targets: Mapping[str, str]) -> None:
    """Send what waits, within quiet hours and the limit an hour; what a killed run was sending is not sent again.

    A target that did not take a message is left alone until the next run: a slow or dead one holds up no run for long,
    and of a service that answers too late, which may have what it was sent, one message a run is in doubt and not all.
    """
    with run.project.warehouse.writing(publishing=False) as connection:  # a killed run's marks were not published
        waiting = ask(connection, "waiting_alerts")
        since = {"since": run.now() - timedelta(hours=1)}
        sent = {row["target"]: row["sent_count"] for row in ask(connection, "alerts_sent", since)}
    if not waiting:
        return
    deaf: set[str] = set()
    for row in waiting:
        now = run.now()
        if row["state"] == "sending":
            _mark(run, row, "unknown", "the run ended while it was being sent; it may have arrived")
        elif now - row["made_at"] > LASTS:
            _mark(run, row, "lapsed", row["error"] or "it could not be sent for a day")
        elif row["target"] not in deaf and _may_go(run, row, lists, sent, now):
            sent[row["target"]] = sent.get(row["target"], 0) + 1
            if not _send(run, row, targets):
                deaf.add(row["target"])
    with run.project.warehouse.writing():
        pass  # publishes what the marks say


def _may_go(run: Run, row: Row, lists: Mapping[str, Watchlist], sent: Mapping[str, int], now: datetime) -> bool:
    known = lists.get(row["watchlist"])
    local = now.astimezone(ZoneInfo(run.project.settings.timezone))
    is_due = row["next_try_at"] is None or row["next_try_at"] <= now
    is_in_limit = sent.get(row["target"], 0) < run.project.settings.alerts_per_hour
    return is_due and is_in_limit and not is_quiet(local, known.quiet if known else None)


def _send(run: Run, row: Row, targets: Mapping[str, str]) -> bool:
    """Send one message; returns whether it was taken.

    It is marked as being sent before it is: a run that dies then has sent it once, or never.
    """
    _mark(run, row, "sending")
    if row["target"] in targets:
        delivery = deliver(targets[row["target"]], row["title"], row["body"])
    else:
        delivery = Delivery("failed", f"targets.toml names no target {row['target']!r}")
    run.counts[f"alerts {delivery.outcome}"] += 1
    if delivery.outcome == "failed":
        again = next_attempt(row["attempt_count"] + 1, run.now())
        _mark(run, row, "waiting" if again else "failed", delivery.words, again)
    else:
        _mark(run, row, delivery.outcome, delivery.words)
    if delivery.outcome != "sent":
        run.warnings.append(f"an alert of {row['watchlist']!r} to {row['target']!r}: {delivery.words}")
    return delivery.outcome == "sent"


def _mark(run: Run, row: Row, state: str, error: str = "", next_try_at: datetime | None = None) -> None:
    with run.project.warehouse.writing(publishing=False) as connection:
        mark_alert(connection, row["alert_id"], state, run.now(), error, next_try_at)
