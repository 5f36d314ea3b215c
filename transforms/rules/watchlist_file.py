"""The text of watchlists.toml: read, with the line of whatever is wrong, and changed by one watchlist at a time."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from typing import Any

from transforms.rules.language import read_rule
from transforms.rules.tree import RuleError

ALERTS = ("digest", "each", "burst")
_KEYS = ("name", "rule", "alert", "targets", "quiet")
_HEAD = re.compile(r"^\s*\[\[\s*watchlist\s*\]\]")
_TABLE = re.compile(r"^\s*\[")
_QUIET = re.compile(r"([01]\d|2[0-3]):([0-5]\d)\s*[-–]\s*([01]\d|2[0-3]):([0-5]\d)")
_IN_MESSAGE = re.compile(r"\(at line (\d+), column \d+\)")


class WatchlistError(ValueError):
    """A line of watchlists.toml that cannot be used; `line` counts from 1."""

    def __init__(self, line: int, words: str) -> None:
        super().__init__(words)
        self.line = line


@dataclass(frozen=True)
class Watchlist:
    """What is watched for. `quiet` are the hours of the reader's clock without alerts."""

    name: str
    rule: str
    alert: str = "digest"  # the digest alone; each new story; or a burst against the mean
    targets: tuple[str, ...] = ()
    quiet: tuple[time, time] | None = None


def read_watchlists(text: str) -> list[Watchlist]:
    """The watchlists of a file, each with a rule that can be read. WatchlistError says what is wrong, and its line."""
    rows = _rows(text)
    found = [_watchlist(text, no, row) for no, row in enumerate(rows)]
    names: dict[str, int] = {}
    for no, one in enumerate(found):
        if one.name.casefold() in names:
            raise WatchlistError(line_of(text, no, "name"), f"there are two watchlists called {one.name!r}; rename one")
        names[one.name.casefold()] = no
    rules = {one.name: one.rule for one in found}
    for no, one in enumerate(found):
        try:
            read_rule(one.rule, rules)
        except RuleError as error:
            raise WatchlistError(line_of(text, no, "rule"), f"the rule of {one.name!r}: {error}") from None
    return found


def with_watchlist(text: str, new: Watchlist) -> str:
    """The text with one watchlist more, at its end."""
    before = text.rstrip("\n") + "\n\n" if text.strip() else ""
    lines = ["[[watchlist]]", f"name = {_written(new.name)}", f"rule = {_written(new.rule)}"]
    if new.alert != "digest":
        lines.append(f"alert = {_written(new.alert)}")
    if new.targets:
        lines.append(f"targets = [{', '.join(map(_written, new.targets))}]")
    if new.quiet:
        lines.append(f'quiet = "{new.quiet[0]:%H:%M}-{new.quiet[1]:%H:%M}"')
    return before + "\n".join(lines) + "\n"


def without_watchlist(text: str, name: str) -> str:
    """The text without a watchlist, all else as it was. KeyError where there is none of that name."""
    known = [one.name.casefold() for one in read_watchlists(text)]
    if name.casefold() not in known:
        raise KeyError(name)
    lines = text.splitlines(keepends=True)
    heads = [no for no, line in enumerate(lines) if _HEAD.match(line)]
    start = heads[known.index(name.casefold())]
    end = next((no for no in range(start + 1, len(lines)) if _TABLE.match(lines[no])), len(lines))
    while end < len(lines) and lines[end - 1].lstrip().startswith("#"):  # a comment over the next one is the next one's
        end -= 1
    return "".join([*lines[:start], *lines[end:]])


def line_of(text: str, no: int, key: str = "") -> int:
    """The line of a key of the watchlist with a number, or of its head where the key stands nowhere."""
    lines = text.splitlines()
    heads = [line for line, words in enumerate(lines) if _HEAD.match(words)]
    if no >= len(heads):  # written as one array, without heads
        return 1
    for line in range(heads[no] + 1, len(lines)):
        if _TABLE.match(lines[line]):
            break
        if key and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", lines[line]):
            return line + 1
    return heads[no] + 1


def quiet_hours(written: str) -> tuple[time, time]:
    """The hours of `22:00-07:00`. ValueError where it is not written so."""
    found = _QUIET.fullmatch(written.strip())
    if not found:
        raise ValueError(f"quiet is written as hours, such as 22:00-07:00, and not {written!r}")
    return time(int(found[1]), int(found[2])), time(int(found[3]), int(found[4]))


def _rows(text: str) -> list[dict[str, Any]]:
    try:
        record = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _IN_MESSAGE.search(str(error))
        words = _IN_MESSAGE.sub("", str(error)).strip()
        raise WatchlistError(int(found[1]) if found else len(text.splitlines()), f"not TOML: {words}") from None
    unknown = sorted(set(record) - {"watchlist"})
    rows = record.get("watchlist", [])
    if unknown or not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        what = unknown[0] if unknown else "watchlist"
        line = next((no for no, words in enumerate(text.splitlines(), 1) if what in words), 1)
        raise WatchlistError(line, f"{what!r} is not understood here; each watchlist begins with [[watchlist]]")
    return rows


def _watchlist(text: str, no: int, row: Mapping[str, Any]) -> Watchlist:
    for key, value in row.items():
        _check(line_of(text, no, key), key, value)
    for key in ("name", "rule"):
        if key not in row:
            raise WatchlistError(line_of(text, no), f'the watchlist has no {key}; write {key} = "…"')
    alert, targets = row.get("alert", "digest"), tuple(row.get("targets", ()))
    if alert != "digest" and not targets:
        raise WatchlistError(
            line_of(text, no, "alert"), 'it alerts nobody; write targets = ["…"], named in targets.toml'
        )
    quiet = quiet_hours(row["quiet"]) if "quiet" in row else None
    return Watchlist(row["name"].strip(), row["rule"], alert, targets, quiet)


def _check(line: int, key: str, value: object) -> None:
    if key not in _KEYS:
        raise WatchlistError(line, f"there is no {key!r}; a watchlist has {', '.join(_KEYS)}")
    if key == "targets":
        if not (isinstance(value, list) and all(isinstance(one, str) and one.strip() for one in value)):
            raise WatchlistError(line, 'targets is a list of names: ["desk"]')
        return
    if not isinstance(value, str) or not value.strip():
        raise WatchlistError(line, f"{key} must be a text that is not empty")
    if key == "name" and re.search(r"[\x00-\x1f\x7f]", value):
        raise WatchlistError(line, "a name stands on one line")
    if key == "alert" and value not in ALERTS:
        raise WatchlistError(line, f"alert is {', '.join(ALERTS)}, and not {value!r}")
    if key == "quiet":
        try:
            quiet_hours(value)
        except ValueError as error:
            raise WatchlistError(line, str(error)) from None


def _written(text: str) -> str:
    """A text as TOML has it: as it is between single quotes where that can be read back, else escaped."""
    if "'" not in text and text.isprintable():
        return f"'{text}'"
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")  # what TOML escapes beyond JSON


def named(lists: Sequence[Watchlist], name: str) -> Watchlist | None:
    """The watchlist of a name, in whatever case."""
    return next((one for one in lists if one.name.casefold() == name.casefold()), None)
