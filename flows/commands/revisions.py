"""dateline revisions."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from flows.commands.talk import as_json, out
from flows.errors import NothingThere
from flows.project import open_project
from transforms.ids import article_id
from transforms.text import clean_text, fold_space
from transforms.urls import article_key

if TYPE_CHECKING:
    from rich.text import Text

Row = dict[str, Any]


def revisions(article: str, *, json: bool = False) -> int:
    """Show the versions of an article, and sentence by sentence what each changed in the one before.

    Parameters
    ----------
    article
        Its address, any twin of it, or its id.
    json
        One JSON object a version.
    """
    rows = open_project().warehouse.ask(
        "article_revisions", {"name": article, "article_id": article_id(article_key(article))}
    )
    if not rows:
        raise NothingThere(
            f'no text of {article} is known; `dateline sql "select url, state from articles"` shows what is'
        )
    if json:
        for row in rows:
            out(as_json(row))
    else:
        out(_shown(rows).rstrip("\n"))
    return 0


def _shown(rows: Sequence[Row]) -> str:
    """The versions for people, in colour on a terminal that has it."""
    from rich.console import Console

    is_terminal = sys.stdout.isatty()
    console = Console(
        file=io.StringIO(), force_terminal=is_terminal, highlight=False, soft_wrap=not is_terminal
    )  # a pipe wants a sentence a line
    console.print(_line("", f"{rows[0]['outlet']}: {rows[0]['url']}"))
    for row in rows:
        console.print()
        seen = f"{row['seen_from']:%Y-%m-%d %H:%M:%S} UTC"
        console.print(_line("", f"{row['revision_no']} · {seen} · {row['change_kind']}", "bold"))
        for line in _lines(row):
            console.print(line)
    return console.file.getvalue()  # type: ignore[attr-defined,no-any-return]


def _lines(row: Row) -> Iterator[Text]:
    if row["former_title"] not in (None, row["title"]):
        yield from _pair({"before": row["former_title"], "after": row["title"]}, "headline: ")
    elif row["revision_no"] == 1:
        yield _line("  ", f"{row['title']} ({row['word_count']} words)")
    if row["change_kind"] == "removed":
        yield _line("  ", "the page is gone; its newest text stays", "red")
    for change in row["changes"]:
        if change["change"] == "moved":
            yield _line("  ~ ", change["after"], "cyan")
        else:
            yield from _pair(change)


def _pair(change: Row, label: str = "") -> Iterator[Text]:
    if change["before"] is not None:
        yield _line("  - ", label + change["before"], "red")
    if change["after"] is not None:
        yield _line("  + ", label + change["after"], "green")


def _line(mark: str, text: str, style: str = "") -> Text:
    """A line as it is: brackets are no markup, and what could steer a terminal is taken out."""
    from rich.text import Text

    return Text(mark + fold_space(clean_text(text)), style=style)
