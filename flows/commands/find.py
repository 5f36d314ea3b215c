"""dateline find."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from cyclopts import Parameter

from flows.commands.talk import as_json, out, say
from flows.errors import DatelineError, SettingsError
from flows.found import Found, Search, folded
from flows.project import Project, open_project
from flows.run import Run
from flows.watchlists import rule_of
from transforms.rules.evidence import best_sentences
from transforms.rules.patterns import Span
from transforms.rules.since import day_of
from transforms.rules.tree import RuleError
from transforms.text import clean_text, told

Rule = Annotated[str, Parameter(allow_leading_hyphen=True)]  # -sport wheat

_SENTENCES = 3  # of an article, for people; JSON has all


def find(
    rule: Rule,
    *,
    since: str = "",
    until: str = "",
    limit: int = 20,
    copies: bool = False,
    format: Literal["text", "json"] = "text",
    json: bool = False,
) -> int:
    """Find articles by a rule, the newest first, with the sentences that satisfy it.

    The language is described in docs/watchlists.md: dateline find 'wheat AND (Odesa OR Odessa)' --since 30d

    Parameters
    ----------
    rule
        Words, "phrases", wheat*, AND, OR, NOT, NEAR/5, and fields such as actor: and place:.
    since
        The first day: 30d, 4w, 1y, yesterday or YYYY-MM-DD.
    until
        The last day.
    limit
        Articles that are shown at most; 0 for all.
    copies
        Show the copies of a text one by one.
    format
        text for people; json (one object an article) for programs.
    json
        The same as --format json.
    """
    project = open_project()
    search = search_of(project, rule, since, until)
    rows = search.rows()
    groups = [[row] for row in rows] if copies else folded(rows)
    for found in search.shown(groups[:limit] if limit > 0 else groups):
        if json or format == "json":
            out(as_json(as_object(found)))
        else:
            show(found, ZoneInfo(project.settings.timezone))
    more = len(groups) - limit if 0 < limit < len(groups) else 0
    say(f"{len(rows)} articles, {len(folded(rows))} different texts" + (f"; {more} more: --limit 0" if more else ""))
    return 0


def search_of(project: Project, rule: str, since: str, until: str) -> Search:
    """The search for a rule between two days as they were written; SettingsError where one cannot be read."""
    run = Run(project)
    today = run.started_at.astimezone(ZoneInfo(project.settings.timezone)).date()
    try:
        newest = next((row["day"] for row in run.ask("newest_day")), None)
        days = [day_of(written, today, newest) if written else None for written in (since, until)]
        tree = rule_of(project, rule)
    except RuleError as error:
        raise SettingsError(f"the rule {told(rule)!r}: {error}") from None
    except ValueError as error:
        raise SettingsError(str(error)) from None
    if not project.warehouse.published.exists():
        raise DatelineError("nothing has been collected yet; `dateline run` collects")
    return Search(run, tree, *days)


def as_object(found: Found) -> dict[str, Any]:
    """An article for programs."""
    kept = ("article_id", "title", "outlet", "url", "day", "published_at", "language", "story_id", "copy_group_id")
    return {
        **{name: found.row[name] for name in kept},
        "copies": [{name: copy[name] for name in ("article_id", "outlet", "url")} for copy in found.copies],
        "title_matches": [vars(span) for span in found.evidence.title_spans],
        "sentences": [
            {"sentence_no": one.no, "char_start": one.start, "text": one.text, "matches": [vars(s) for s in one.spans]}
            for one in found.evidence.sentences
        ],
        "is_lede": found.evidence.is_lede,
    }


def show(found: Found, zone: ZoneInfo) -> None:
    """An article for people: when, where, its headline, its sentences."""
    row = found.row
    title = _marked(row["title"], found.evidence.title_spans)
    sys.stdout.write(f"{row['published_at'].astimezone(zone):%Y-%m-%d %H:%M}  {told(row['outlet'])}  {title}\n")
    out(f"    {told(row['url'])}")
    for one in best_sentences(found.evidence, _SENTENCES):
        sys.stdout.write(f"    {'– ' if found.evidence.is_lede else ''}{_marked(one.text, one.spans)}\n")
    if found.copies:
        out(f"    also in {', '.join(dict.fromkeys(told(copy['outlet']) for copy in found.copies))}")


def _marked(text: str, spans: tuple[Span, ...]) -> str:
    """A text on one line and without what commands a terminal; on a terminal what was looked for stands out."""
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
        return told(text)
    return "".join(_pieces(text, spans))


def _pieces(text: str, spans: tuple[Span, ...]) -> Iterator[str]:
    end = 0
    for span in spans:
        if span.start >= end:
            yield _flat(text[end : span.start])
            yield f"\x1b[1m{_flat(text[span.start : span.end])}\x1b[0m"
            end = span.end
    yield _flat(text[end:])


def _flat(text: str) -> str:
    return clean_text(text).replace("\n", " ").replace("\t", " ")
