"""The documents say what is there, all of it, and nothing that is not."""

from __future__ import annotations

import ast
import importlib.util
import inspect
import os
import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from flows import cli, settings
from flows.errors import DatelineError
from tests.warehouse import worlds
from warehouse.questions import answer
from warehouse.tables_doc import tables_document

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
NOT_OURS = {
    ".git",
    ".venv",
    ".mypy_cache",
    ".ruff_cache",
    ".pytest_cache",
    ".hypothesis",
    "__pycache__",
    "demo",
    "dist",
    "build",
}
BINARY = {".png", ".jpg", ".gif", ".pdf", ".gz", ".warc", ".onnx", ".npz", ".parquet", ".duckdb", ".ico", ".zip"}


@cache
def files(*suffixes: str) -> list[Path]:
    """The files of the repository, of some kinds or of all."""
    found = []
    for folder, below, names in os.walk(ROOT):
        below[:] = [name for name in below if name not in NOT_OURS and not name.endswith(".egg-info")]
        found += [Path(folder, name) for name in names if name not in NOT_OURS]
    return sorted(path for path in found if (path.suffix in suffixes if suffixes else path.suffix not in BINARY))


def text_of(name: str) -> str:
    """A document's text."""
    return (DOCS / name).read_text(encoding="utf-8")


def rows_of(text: str) -> list[list[str]]:
    """The cells of every table row in a Markdown text, heads and rules left out."""
    lines = text.splitlines()
    rows = [
        line
        for number, line in enumerate(lines)
        if line.startswith("|")
        and not line.startswith("|--")
        and not "".join(lines[number + 1 : number + 2]).startswith("|--")
    ]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in rows]


def sections_of(text: str) -> dict[str, str]:
    """The text under each second-level heading."""
    parts = re.split(r"^## (.+)$", text, flags=re.M)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


# --- tables ----------------------------------------------------------------------------------------------------------


def test_the_tables_document_is_what_the_warehouse_says() -> None:
    assert text_of("tables.md") == tables_document(), "run: python -m warehouse.tables_doc > docs/tables.md"


# --- settings --------------------------------------------------------------------------------------------------------


def _default(value: object) -> str:
    return str(list(value)) if isinstance(value, tuple) else f'"{value}"' if isinstance(value, str) else str(value)


def test_every_setting_is_documented_with_its_variable_default_and_meaning_and_no_other() -> None:
    wanted = [
        [f"`{name}`", f"`{settings.PREFIX}{name.upper()}`", f"`{_default(field.default)}`", field.description]
        for name, field in settings.Settings.model_fields.items()
    ]
    assert rows_of(text_of("settings.md")) == wanted


def test_every_variable_of_ours_that_the_documents_name_exists() -> None:
    known = {name.upper() for name in settings.Settings.model_fields} | settings._NOT_SETTINGS | {"NAME"}
    for path in files(".md"):
        named = set(re.findall(rf"\b{settings.PREFIX}([A-Z_]+)\b", path.read_text(encoding="utf-8")))
        assert named <= known, path
    assert set(re.findall(rf"\b{settings.PREFIX}([A-Z_]+)\b", text_of("settings.md"))) >= known - {"NAME"}


# --- commands --------------------------------------------------------------------------------------------------------


def commands() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every command with the function behind it, as the command line finds it."""
    for prefix, app in (("dateline", cli.app), ("dateline feeds", cli.feeds), ("dateline watch", cli.watch)):
        for name in app:
            if not name.startswith("-") and name not in ("feeds", "watch"):
                command = app[name].default_command
                assert command is not None
                yield f"{prefix} {name}", inspect.unwrap(command)


def options_of(command: Callable[..., Any]) -> list[str]:
    """What a user can give a command: NAME for what stands by itself, --name for what is named."""
    options = []
    for name, parameter in inspect.signature(command).parameters.items():
        named = parameter.kind is inspect.Parameter.KEYWORD_ONLY
        switch = "--no-" if parameter.default is True else "--"
        options.append(f"`{switch}{name.replace('_', '-')}`" if named else f"`{name.upper()}`")
    return options


def test_every_command_is_documented_with_its_options_and_no_other() -> None:
    wanted = {name: options_of(command) for name, command in commands()}
    said = {name: [row[0] for row in rows_of(text)] for name, text in sections_of(text_of("commands.md")).items()}
    assert said == wanted


def test_every_command_that_the_documents_name_exists() -> None:
    known = {name for name, _ in commands()} | {"dateline feeds", "dateline watch"}
    for path in files(".md"):
        for words in re.findall(
            r"(?:^|`)dateline ((?:feeds |watch )?[a-z]+)\b", path.read_text(encoding="utf-8"), flags=re.M
        ):
            assert f"dateline {words}" in known, f"{path}: dateline {words}"


def test_a_commands_help_says_what_each_option_means() -> None:
    for name, command in commands():
        text = inspect.getdoc(command) or ""
        for parameter in inspect.signature(command).parameters:
            assert re.search(rf"^{parameter}$\n {{4}}\S", text, flags=re.M), f"{name}: {parameter}"


def test_every_exit_code_is_documented_and_no_other() -> None:
    in_errors = {error.exit_code for error in (DatelineError, *DatelineError.__subclasses__())}
    in_command = {int(code) for code in re.findall(r"(\d) [a-z]", (cli.__doc__ or "").split("Exit codes:")[1])}
    head = text_of("commands.md").split("\n## ")[0]
    assert {int(row[0].strip("`")) for row in rows_of(head)} == in_command | {130}
    assert in_errors <= in_command


# --- flows -----------------------------------------------------------------------------------------------------------


def flows() -> dict[str, list[str]]:
    """The flows of flows/pipeline.py with their parameters, read without importing Prefect."""
    found = {}
    for node in ast.parse((ROOT / "flows" / "pipeline.py").read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef):
            names = [
                keyword.value.value
                for decorator in node.decorator_list
                if isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == "flow"
                for keyword in decorator.keywords
                if keyword.arg == "name" and isinstance(keyword.value, ast.Constant)
            ]
            found |= {str(name): [f"`{argument.arg}`" for argument in node.args.args] for name in names}
    return found


def test_every_flow_is_documented_with_its_parameters_and_no_other() -> None:
    head = text_of("flows.md").split("\n## ")[0]
    assert {row[0].strip("`"): row[1].split(", ") for row in rows_of(head)} == flows()


def test_every_deployment_is_documented_with_its_schedule_and_no_other() -> None:
    rows = yaml.safe_load((ROOT / "prefect.yaml").read_text(encoding="utf-8"))["deployments"]
    wanted = {
        row["name"]: ", ".join(f"`{schedule['cron']}`" for schedule in row["schedules"]) or "none" for row in rows
    }
    said = {row[0].strip("`"): row[1] for row in rows_of(sections_of(text_of("flows.md"))["Deployments"])}
    assert said == wanted
    assert {row["entrypoint"].rpartition(".")[2] for row in rows} <= set(flows())
    assert all(row["concurrency_limit"] == {"limit": 1, "collision_strategy": "CANCEL_NEW"} for row in rows)


# --- SQL -------------------------------------------------------------------------------------------------------------


def examples() -> list[tuple[str, str]]:
    """Every ```sql block of the documents, with where it stands."""
    return [
        (f"{path.relative_to(ROOT)} {number}", block)
        for path in files(".md")
        for number, block in enumerate(
            re.findall(r"^```sql\n(.*?)^```", path.read_text(encoding="utf-8"), flags=re.M | re.S), 1
        )
    ]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published copy of the small world of the warehouse's tests, on its third day."""
    path = tmp_path_factory.mktemp("docs") / "w.duckdb"
    with worlds.opened(path) as connection:
        worlds.build_good_world(connection)
        worlds.live_a_third_day(connection)
    return path


@pytest.mark.parametrize(("where", "sql"), examples(), ids=[where for where, _ in examples()])
def test_an_example_in_sql_is_understood(published: Path, where: str, sql: str) -> None:
    """That each shows rows of the sample newsroom is tested with the flows."""
    assert answer(published, sql).column_names, where


def test_the_tour_of_sql_has_a_dozen_examples() -> None:
    assert sum(where.startswith("docs/sql.md") for where, _ in examples()) >= 12


# --- everything ------------------------------------------------------------------------------------------------------


def _anchors(path: Path) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), flags=re.M)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def test_every_link_between_documents_leads_somewhere() -> None:
    broken = []
    for path in files(".md"):
        prose = re.sub(r"^```.*?^```|`[^`\n]*`", "", path.read_text(encoding="utf-8"), flags=re.M | re.S)
        for link in re.findall(r"\]\(([^)\s]+)\)", prose):
            if re.match(r"[a-z]+:", link):
                continue
            target, _, anchor = link.partition("#")
            goal = (path.parent / target).resolve() if target else path
            if not goal.exists() or (anchor and goal.suffix == ".md" and anchor not in _anchors(goal)):
                broken.append(f"{path.relative_to(ROOT)}: {link}")
    assert broken == []


def test_no_file_names_a_folder_of_the_machine_it_was_written_on() -> None:
    here = {str(ROOT), f"{ROOT.parent}/", f"{Path.home()}/"}
    if sys.prefix != sys.base_prefix:
        here.add(f"{Path(sys.prefix).parent}/")
    pattern = re.compile(r"(?<![\w.:/-])(" + "|".join(re.escape(path) for path in here if path.count("/") > 1) + ")")
    named = [
        f"{path.relative_to(ROOT)}: {found.group(0)}"
        for path in files()
        if (found := pattern.search(path.read_text(encoding="utf-8", errors="replace")))
    ]
    assert named == []


@pytest.mark.parametrize(
    "name", ["requirements.txt", "requirements-dev.txt", "requirements-duckdb2.txt", "requirements-train.txt"]
)
def test_the_lock_files_hold_hashes_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"https?:|file:|--(extra-)?index-url|--find-links|--trusted-host| @ ", text)
    packages = [line for line in text.splitlines() if re.match(r"[A-Za-z0-9]", line)]
    assert packages
    assert all(line.endswith("\\") and "==" in line for line in packages)


def test_decisions_are_numbered_and_say_context_decision_and_what_was_rejected() -> None:
    pages = sorted((DOCS / "decisions").glob("*.md"))
    assert [int(page.name[:4]) for page in pages] == list(range(1, len(pages) + 1))
    for page in pages:
        assert list(sections_of(page.read_text(encoding="utf-8"))) == ["Context", "Decision", "Rejected"], page.name


def test_every_document_can_be_reached_from_the_readme_or_the_architecture() -> None:
    front = "".join(
        (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "ARCHITECTURE.md") if (ROOT / name).exists()
    )
    missing = [path.name for path in DOCS.glob("*.md") if f"docs/{path.name}" not in front]
    assert missing == []


def test_the_modules_that_the_documents_name_exist() -> None:
    named = {
        name for path in files(".md") for name in re.findall(r"\bpython -m ([\w.]+)", path.read_text(encoding="utf-8"))
    }
    ours = {name for name in named if name.split(".")[0] in ("warehouse", "flows", "transforms", "tests", "bench")}
    assert ours
    assert {name for name in ours if importlib.util.find_spec(name) is None} == set()
