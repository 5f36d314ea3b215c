"""dateline init."""

from __future__ import annotations

from pathlib import Path

from flows.commands.talk import out, say
from flows.errors import ProjectError
from flows.feed_list import COLUMNS, ListedFeed, write_feed_list
from flows.settings import FILE_NAME, Settings

_WATCHLISTS = """\
# What to watch for; docs/watchlists.md has the language of rules. `dateline watch add NAME RULE` writes at the end of
# this file, `dateline watch test RULE` tries a rule on the history. To begin with, take away the # of these lines.
#
# [[watchlist]]
# name = "Grain corridor"
# rule = 'wheat AND (Odesa OR Odessa)'
#
# [[watchlist]]
# name = "Harbour talks"
# rule = 'harbour* AND event:consult NOT topic:sport'
# alert = "each"           # at each new story; "burst": on days with far more of it; without it, the digest alone
# targets = ["desk"]       # names of addresses in targets.toml: desk = "mailtos://…"
# quiet = "22:00-07:00"    # no alerts in these hours
"""
_SECRETS = "targets.toml"
_IGNORED = f"""\
# Where alerts go: addresses with their secrets.
{_SECRETS}
# What is made here.
/.prefect/
/archive/
/digests/
/published/
/staging/
/warehouse/
/run.json
/run.lock
"""


def init(folder: Path = Path(), *, opml: Path | None = None) -> int:
    """Make a project folder: dateline.toml, feeds.csv for your own feeds, watchlists.toml with examples.

    As long as feeds.csv names no feed, the default list of some seventy feeds is polled. What is there already stays.

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
    feeds_file = folder / "feeds.csv"
    if opml and feeds_file.exists():
        raise ProjectError(f"{feeds_file} is there already; leave --opml out, then `dateline feeds import {opml}`")
    feeds = _feeds_of(opml) if opml else []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write_new(folder / FILE_NAME, settings_text())
        _write_new(folder / "watchlists.toml", _WATCHLISTS)
        _ignore_secrets(folder / ".gitignore")
        _write_new(feeds_file, ",".join(COLUMNS) + "\n")
    except (OSError, UnicodeDecodeError) as error:
        words = error.strerror if isinstance(error, OSError) else error
        raise ProjectError(f"the folder {folder} cannot be written: {words or error}") from error
    if feeds:
        write_feed_list(feeds_file, feeds)
        say(f"{len(feeds)} feeds taken from {opml}")
    say(f"made {folder.resolve()}; next: `cd {folder}`, then `dateline feeds add ADDRESS` and `dateline run`")
    out(str(folder.resolve()))
    return 0


def _write_new(path: Path, text: str) -> None:
    """Write a file where there is none."""
    if not path.exists():
        path.write_text(text, encoding="utf-8")


def _ignore_secrets(path: Path) -> None:
    """Keep the secrets out of version control; a file that is there gets that line alone."""
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    if not before:
        path.write_text(_IGNORED, encoding="utf-8")
    elif not {_SECRETS, f"/{_SECRETS}"} & {line.strip() for line in before.splitlines()}:
        path.write_text(before.rstrip("\n") + f"\n{_SECRETS}\n", encoding="utf-8")


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
