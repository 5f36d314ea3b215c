"""The SQL files beside this module, by name. SQL is written nowhere else."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files


@cache
def statement(folder: str, name: str) -> str:
    """The text of sql/FOLDER/NAME.sql; KeyError where there is no such file."""
    path = files("warehouse") / "sql" / folder / f"{name}.sql"
    if not path.is_file():
        raise KeyError(f"no statement {folder}/{name}.sql")
    return path.read_text(encoding="utf-8")


@cache
def names_in(folder: str) -> tuple[str, ...]:
    """The names of the statements in sql/FOLDER, sorted: the order in which migrations and views are made."""
    found = (files("warehouse") / "sql" / folder).iterdir()
    return tuple(sorted(path.name.removesuffix(".sql") for path in found if path.name.endswith(".sql")))


def macro_calls() -> dict[str, str]:
    """Every macro by its name, as it is called: "why_event(name, day, language := 'all', folder := 'all')"."""
    made = (re.search(r"macro main\.((\w+)\(.*?\)) as", statement("macros", name)) for name in names_in("macros"))
    return {found[2]: found[1] for found in made if found}
