"""dateline init."""

from __future__ import annotations

from pathlib import Path

from flows.commands.talk import out, say
from flows.errors import ProjectError
from flows.feed_list import COLUMNS, ListedFeed, write_feed_list
from flows.settings import FILE_NAME, Settings


def init(folder: Path = Path(), *, opml: Path | None = None) -> int:
    """Make a project folder: dateline.toml, and feeds.csv for your own feeds.

    As long as feeds.csv names no feed, the default list of some sixty outlets is polled.

    Parameters
    ----------
    folder
        Where; this folder by default.
    opml
        Take the feeds of this OPML file.
    """
    if (folder / FILE_NAME).exists():
        raise ProjectError(
            f"{folder / FILE_NAME} is there already; add feeds with `dateline feeds add` or `dateline feeds import`"
        )
    feeds = _feeds_of(opml) if opml else []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / FILE_NAME).write_text(settings_text(), encoding="utf-8")
    except OSError as error:
        raise ProjectError(f"the folder {folder} cannot be written: {error.strerror or error}") from error
    if feeds:
        write_feed_list(folder / "feeds.csv", feeds)
        say(f"{len(feeds)} feeds taken from {opml}")
    else:
        (folder / "feeds.csv").write_text(",".join(COLUMNS) + "\n", encoding="utf-8")
    say(f"made {folder.resolve()}; next: `cd {folder}`, then `dateline feeds add ADDRESS` and `dateline run`")
    out(str(folder.resolve()))
    return 0


def _feeds_of(opml: Path) -> list[ListedFeed]:
    from flows.commands.feeds import feeds_of_opml

    return feeds_of_opml(opml)


def settings_text() -> str:
    """dateline.toml with every setting, its meaning and its default, commented out."""
    lines = ["# The settings of this project. Each can also be set as DATELINE_NAME in the environment.", ""]
    for name, field in Settings.model_fields.items():
        value = field.default
        written = (
            str(list(value)) if isinstance(value, tuple) else f'"{value}"' if isinstance(value, str) else str(value)
        )
        lines += [f"# {field.description}", f"# {name} = {written}", ""]
    return "\n".join(lines)
