"""The command `dateline`. Data goes to stdout, talk to stderr; an error is one line: what, where, what to do.

Exit codes: 0 ok · 1 failed · 2 usage or settings · 3 done, but some feeds failed · 4 nothing for that day · 5 the
warehouse is busy.
"""

from __future__ import annotations

import sys

from cyclopts import App, CycloptsError, UnknownOptionError

from transforms.text import told
from warehouse.statements import macro_calls

app = App(
    name="dateline",
    help="A news monitor: feeds to articles to tables to a daily digest. Every number opens to its sentences.",
    result_action="return_value",
    version_flags=["--version"],
    version="0.1.0",
)
feeds = App(name="feeds", help="Add, list, check, pause, import and export feeds.")
watch = App(name="watch", help="Add, list, remove and try watchlists.")

_LONGEST = 2000  # characters of an error

for _name, _module, _help in (
    ("demo", "demo:demo", "The sample newsroom through the whole pipeline, offline."),
    ("init", "init:init", "Make a project folder."),
    ("run", "run:run", "Collect, extract, analyse and write the digest, once."),
    ("collect", "run:collect", "Poll the feeds that are due and fetch the new pages."),
    ("extract", "run:extract", "Read the fetched pages into articles."),
    ("analyse", "run:analyse", "Read the articles into names, quotes, places and topics; count the days."),
    ("digest", "digest:digest", "Write the digest of a day."),
    ("serve", "serve:serve", "Run the schedules in one process, with Prefect's page."),
    ("why", "why:why", "Open a number to the sentences that it counts."),
    ("find", "find:find", "Find articles by a rule, with the sentences that satisfy it."),
    ("revisions", "revisions:revisions", "Show the versions of an article and what each changed."),
    ("read", "read:read", "Show everything that Dateline would store of a page."),
    ("export", "export:export", "Write the public views as files by day, with a datapackage.json."),
    ("backfill", "backfill:backfill", "Take the pages of WARC archives, or make days again."),
    ("prune", "prune:prune", "Remove what is older than some days."),
    ("backup", "backup:backup", "Back the project up, with a manifest of hashes."),
    ("restore", "backup:restore", "Put a project back as it was backed up."),
    ("doctor", "doctor:doctor", "Say what is wrong, and the command that mends it."),
):
    app.command(f"flows.commands.{_module}", name=_name, help=_help)

app.command(
    "flows.commands.sql:sql",
    name="sql",
    help="Ask the warehouse a question in SQL.",
    help_epilogue="Macros, to ask with arguments; those with := may be left out:\n\n"
    + "\n".join(f"- {call}" for call in macro_calls().values()),
)

for _name, _module, _help in (
    ("add", "add_feeds:add_feeds", "Add feeds by their addresses, or by a site's."),
    ("list", "feeds:list_feeds", "List the feeds and how they are."),
    ("check", "check_feeds:check_feeds", "Say what is right and wrong with a feed."),
    ("pause", "feeds:pause_feeds", "Poll some feeds no more."),
    ("resume", "feeds:resume_feeds", "Poll some feeds again."),
    ("import", "feeds:import_feeds", "Add the feeds of an OPML file."),
    ("export", "feeds:export_feeds", "Write the feeds as OPML."),
):
    feeds.command(f"flows.commands.{_module}", name=_name, help=_help)
app.command(feeds)

for _name, _module, _help in (
    ("add", "watch:add", "Watch for a rule."),
    ("list", "watch:list_watchlists", "List the watchlists and what they hit."),
    ("remove", "watch:remove", "Watch for something no more."),
    ("test", "watch:test", "Try a watchlist, or a rule, on the history."),
):
    watch.command(f"flows.commands.{_module}", name=_name, help=_help)
app.command(watch)


def main(words: list[str] | None = None) -> None:
    """Run a command line and exit with its code."""
    sys.exit(call(sys.argv[1:] if words is None else words))


def call(words: list[str]) -> int:
    """Run a command line; returns the exit code. Known errors become one line on stderr."""
    try:
        return int(app(words, exit_on_error=False, print_error=False) or 0)
    except CycloptsError as error:
        return _say(f"{' '.join(str(error).split())}{_hint(error)} See `dateline --help`.", 2)
    except KeyboardInterrupt:
        return _say("stopped; what was loaded is kept, and the next run goes on from there", 130)
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except Exception as error:
        code = _known_code(error)
        if code is None:
            raise
        return _say(_in_words(error), code)


def _hint(error: CycloptsError) -> str:
    return " A name that begins with - stands behind --." if isinstance(error, UnknownOptionError) else ""


def _known_code(error: Exception) -> int | None:
    from flows.errors import DatelineError
    from warehouse.errors import WarehouseBusy, WarehouseError

    if isinstance(error, DatelineError):
        return error.exit_code
    if isinstance(error, WarehouseBusy):
        return 5
    if isinstance(error, WarehouseError):
        return 1
    return 1 if isinstance(error, OSError) or _is_full(error) else None


def _is_full(error: Exception) -> bool:
    """Whether the disk is full: the system says so, or DuckDB in the system's words."""
    return "No space left on device" in str(error)


def _in_words(error: Exception) -> str:
    line = " ".join(str(error).split())
    if _is_full(error):
        return f"the disk is full: {line}; make room and run again; nothing that was loaded is lost"
    if isinstance(error, OSError) and error.strerror and error.filename:
        return f"{error.filename}: {error.strerror}; mend that and run again; nothing that was loaded is lost"
    return line


def _say(line: str, code: int) -> int:
    print(f"dateline: {_in_short(told(line))}", file=sys.stderr)  # noqa: T201  what went wrong goes to stderr
    return code


def _in_short(line: str) -> str:
    """The line, without the middle of what is longer than a screen: an error names what was written, however long."""
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST // 2]} … {line[-_LONGEST // 2 :]}"
