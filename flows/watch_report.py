"""Section 3 of a digest: the watchlists of the day, asked of the published warehouse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from flows.day_questions import Asker, Row, counts_of, source_of
from flows.finding import Finder
from transforms.digest.story import Movement, Sentence
from transforms.digest.watchlists import WatchReport
from transforms.rules.evidence import best_sentences
from transforms.rules.language import read_rule

_TEXTS = 3  # of each watchlist, the ones that most outlets print
_SENTENCES = 1  # of each text


def watch_reports(ask: Asker, days: Sequence[date]) -> tuple[WatchReport, ...]:
    """The day's report of every watchlist, in the order of their file; `days` are those of the volume chart."""
    rows = ask("digest_watchlists")
    past: dict[str, dict[date, int]] = {}
    for row in ask("digest_watch_past") if rows else ():
        past.setdefault(row["id"], {})[row["day"]] = row["article_count"]
    hits: dict[str, list[Row]] = {}
    for row in ask("digest_watch_hits") if rows else ():
        hits.setdefault(row["id"], []).append(row)
    rules = {row["name"]: row["rule"] for row in rows}
    return tuple(
        WatchReport(
            _movement(row, [past.get(row["id"], {}).get(day, 0) for day in days]),
            row["rule"],
            _sentences(ask, row["rule"], rules, hits.get(row["id"], [])),
            ask.shown("digest_watch_hits"),
        )
        for row in rows
    )


def _movement(row: Row, past: Sequence[int]) -> Movement:
    usual = row["usual_article_count"]
    ratio = row["article_count"] / usual if usual else None
    return Movement(row["name"], "watchlist", counts_of(row), usual, ratio, past=tuple(past))


def _sentences(ask: Asker, rule: str, rules: Mapping[str, str], hits: Sequence[Row]) -> tuple[Sentence, ...]:
    """The best sentence of each of a few different texts."""
    texts: dict[str, Row] = {}
    for hit in hits:
        texts.setdefault(hit["copy_group_id"], hit)
    chosen = list(texts.values())[:_TEXTS]

    def asked(name: str, values: dict[str, Any]) -> list[dict[str, Any]]:
        return ask.warehouse.ask(name, values)

    found = Finder(asked, [ask.day]).evidence(read_rule(rule, rules), [hit["article_id"] for hit in chosen])
    return tuple(
        Sentence(sentence.text, source_of(ask, hit))
        for hit in chosen
        if hit["article_id"] in found
        for sentence in best_sentences(found[hit["article_id"]], _SENTENCES)
    )
