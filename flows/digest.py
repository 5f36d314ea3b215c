"""Digest: a day's content → Markdown, HTML and JSON, one edition for each content."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from flows.edition import make_edition
from flows.run import Run
from transforms.digest.as_html import render_html
from transforms.digest.as_json import to_json
from transforms.digest.as_markdown import render_markdown
from transforms.digest.content import DigestContent
from warehouse.journal import save_edition


def digest(run: Run, day: date) -> Path:
    """Write a day's digest below the project's folder of digests; returns the HTML file.

    The same content is the same edition, to the byte; another content is the next one. NothingThere without articles.
    """
    project = run.project
    first = make_edition(project.warehouse, day)
    content = replace(first, edition=_save(run, first))
    folder = project.digests / day.isoformat()
    written = {
        "index.html": render_html(content),
        "digest.md": render_markdown(content),
        "digest.json": to_json(content),
    }
    for name, text in written.items():
        _replace(folder / name, text)
    run.counts["digests"] += 1
    return folder / "index.html"


def yesterday(run: Run) -> date:
    """The day before now, in the reader's zone."""
    return run.now().astimezone(ZoneInfo(run.project.settings.timezone)).date() - timedelta(days=1)


def days_touched(run: Run, days: Sequence[date]) -> list[date]:
    """Those of the days that have articles."""
    rows = run.ask("days_with_articles", first=min(days), last=max(days)) if days else []
    return [row["day"] for row in rows if row["day"] in set(days)]


def _save(run: Run, content: DigestContent) -> int:
    """Keep the content where it is new; returns its edition."""
    with run.project.warehouse.writing() as connection:
        return save_edition(connection, content.day, to_json(content), run.now())


def _replace(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(path)
