"""How fast the pipeline is, and where its time goes: `python bench/pipeline.py`; README.md beside it explains."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE)]

STAGES = (
    "seeds", "poll", "fetch", "extract", "analyse", "link", "count", "digest", "load", "publish", "checks", "journal",
    "other",
)  # fmt: skip
_LOOK_S = 0.1  # between two looks at the processes' CPU time and memory
_SETTINGS = """contact = "bench@dateline.example"
allow_networks = ["127.0.0.0/8"]
host_delay_seconds = 0
"""


# --- what is served --------------------------------------------------------------------------------------------------


@dataclass
class News:
    """Feeds that are being served, how to reach them, and the moments at which to run."""

    project_files: dict[str, str]
    connect_to: dict[str, str]
    full_at: str
    nothing_due_at: str
    days: tuple[str, ...] = ()
    clock: Any = None  # of the corpus: call it with a moment


@contextmanager
def own_corpus(pages: int) -> Iterator[News]:
    """The multiplied sample newsroom, served by a process of its own."""
    from flows.demo import FIRST_DAY, LAST_DAY, late_on

    with subprocess.Popen(
        [sys.executable, str(HERE / "corpus.py"), str(pages)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdin is not None and server.stdout is not None
        stdin, stdout = server.stdin, server.stdout
        served = json.loads(stdout.readline())

        def clock(moment: str) -> None:
            stdin.write(f"{moment}\n")
            stdin.flush()
            stdout.readline()

        last = late_on(LAST_DAY)
        days = tuple((late_on(FIRST_DAY) + timedelta(days=n)).isoformat() for n in range((LAST_DAY - FIRST_DAY).days + 1))
        try:
            yield News(
                _project_files(served["feeds"]), served["connect_to"], last.isoformat(),
                (last + timedelta(minutes=5)).isoformat(), days, clock,
            )  # fmt: skip
        finally:
            stdin.close()


@contextmanager
def newsweb(folder: Path, pages: int, scratch: Path) -> Iterator[News]:
    """A folder of captured pages, served by its own serve.py."""
    opml = scratch / "newsweb.opml"
    command = [sys.executable, str(folder / "serve.py"), "--port", "8731", "--opml", str(opml), "--limit", str(pages)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        server.stdout.readline()
        from xml.etree import ElementTree

        feeds = [
            {"url": o.get("xmlUrl"), "title": o.get("text"), "host": o.get("text")}
            for o in ElementTree.parse(opml).iter("outline") if o.get("xmlUrl")
        ]  # fmt: skip
        try:
            yield News(_project_files(feeds), {}, "now", "now")
        finally:
            server.terminate()


def _project_files(feeds: Sequence[dict[str, Any]]) -> dict[str, str]:
    outlets = ["name,domain,country,language,owner,is_agency"]
    outlets += [
        f"{f['title']},{f['host']},{f['country']},{f['language']},{f['owner']},{str(f['is_agency']).lower()}"
        for f in feeds if "owner" in f
    ]  # fmt: skip
    listed = ["url,title,outlet_domain", *(f'{f["url"]},"{f["title"]}",{f["host"]}' for f in feeds)]
    files = {"dateline.toml": _SETTINGS, "feeds.csv": "\n".join(listed) + "\n"}
    return files | ({"outlets.csv": "\n".join(outlets) + "\n"} if len(outlets) > 1 else {})


# --- a process that is measured --------------------------------------------------------------------------------------


@dataclass
class Measured:
    """What a process's runs took: by run, by role of process, by component."""

    runs: list[dict[str, Any]] = field(default_factory=list)
    cpu: Counter[str] = field(default_factory=Counter)  # by role
    peak_mb: Counter[str] = field(default_factory=Counter)  # of the largest process of a role
    sum_peak_mb: float = 0.0  # of all processes together
    spent: Counter[str] = field(default_factory=Counter)  # CPU by component
    places: Counter[str] = field(default_factory=Counter)
    wall: float = 0.0


def measure(project: Path, news: News, engine: str, cores: int, moments: Sequence[str]) -> Measured:
    """Run at each moment, in one new process on so many cores."""
    from components import OTHER, SERVER, charge

    plan = {"project": str(project), "engine": engine, "connect_to": news.connect_to}
    stacks = project.with_name(f"{project.name}.stacks")
    command = [*_py_spy(stacks), sys.executable, str(HERE / "one_run.py"), json.dumps(plan)]
    found = Measured()
    started = time.perf_counter()
    allowed = sorted(os.sched_getaffinity(0))[:cores]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        preexec_fn=lambda: os.sched_setaffinity(0, allowed),
    ) as process:  # fmt: skip
        watcher = _Watcher(process.pid)
        watcher.start()
        found.runs = list(_answers(process, news, moments))
        process.wait()
        watcher.stop()
    if len(found.runs) < len(moments):
        raise SystemExit(f"the run through {engine} on {cores} cores failed; its words are above")
    found.wall = time.perf_counter() - started
    found.cpu, found.peak_mb, found.sum_peak_mb = watcher.cpu, watcher.peak_mb, watcher.sum_peak_mb
    if stacks.exists():
        ours = {pid: seconds for pid, (role, seconds) in watcher.seen.items() if role in ("main", "worker")}
        found.spent, found.places = charge(stacks, ours)
        found.spent[SERVER] += found.cpu["Prefect server"]
        found.spent[OTHER] += found.cpu["other"]
        stacks.unlink()
    return found


def _py_spy(stacks: Path) -> list[str]:
    """The command that samples what follows it; nothing where py-spy is not installed."""
    beside = Path(sys.executable).with_name("py-spy")
    program = str(beside) if beside.exists() else shutil.which("py-spy")
    if not program:
        return []
    return [program, "record", "--rate", "100", "--format", "raw", "--subprocesses", "--full-filenames", "--output", str(stacks), "--"]


def _answers(process: subprocess.Popen[str], news: News, moments: Sequence[str]) -> Iterator[dict[str, Any]]:
    assert process.stdin is not None and process.stdout is not None
    for moment in moments:
        if news.clock:
            news.clock(moment)
        process.stdin.write(f"{moment}\n")
        process.stdin.flush()
        while (line := process.stdout.readline()) and not line.startswith("{"):
            pass  # py-spy's talk
        if not line:
            return
        yield json.loads(line)
    process.stdin.close()
    process.stdout.read()


class _Watcher(threading.Thread):
    """CPU time and memory of a process and its descendants, by role, until it is stopped."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.seen: dict[int, tuple[str, float]] = {}  # role and CPU seconds by process
        self.peak_mb: Counter[str] = Counter()
        self.sum_peak_mb = 0.0
        self._top = pid
        self._ended = threading.Event()

    @property
    def cpu(self) -> Counter[str]:
        """CPU seconds by role."""
        found: Counter[str] = Counter()
        for role, seconds in self.seen.values():
            found[role] += seconds  # type: ignore[assignment]
        return found

    def stop(self) -> None:
        """End it."""
        self._ended.set()
        self.join()

    def run(self) -> None:
        import psutil

        top = psutil.Process(self._top)
        while not self._ended.wait(_LOOK_S):
            total = 0.0
            try:
                processes = [top, *top.children(recursive=True)]
            except psutil.Error:
                break
            for process in processes:
                with suppress(psutil.Error):
                    total += self._look(process)
            self.sum_peak_mb = max(self.sum_peak_mb, total)

    def _look(self, process: Any) -> float:
        role = self.seen[process.pid][0] if process.pid in self.seen else _role(process.cmdline())
        if not role:
            return 0.0
        times, memory = process.cpu_times(), float(process.memory_info().rss) / 2**20
        self.seen[process.pid] = role, times.user + times.system
        self.peak_mb[role] = max(self.peak_mb[role], round(memory))
        return memory


def _role(command: Sequence[str]) -> str:
    words = " ".join(command)
    if not words or "py-spy" in words:
        return ""
    if "one_run.py" in words:
        return "main"
    if "spawn_main" in words:
        return "worker"
    return "Prefect server" if "uvicorn" in words or "prefect" in words else "other"


# --- what is said ----------------------------------------------------------------------------------------------------


def report_run(name: str, full: Measured, idle: Measured) -> dict[str, Any]:
    """The figures of a full run and of one with nothing due."""
    from components import OURS, POOL, PREFECT, PREFECT_START, SERVER, START

    run = full.runs[0]
    articles = run["counts"].get("facts.revisions", 0)
    spent = Counter(full.spent)
    for part in (PREFECT, SERVER):  # what Prefect takes for a run with nothing to do is its start-up
        at_start = min(spent[part], idle.spent[part])
        spent[part] -= at_start
        spent[PREFECT_START] += at_start
    working = max(1e-9, sum(spent.values()) - spent[START] - spent[PREFECT_START])
    ours = spent[OURS] + spent[POOL]
    prefect = spent[PREFECT] + spent[SERVER]
    return {
        "name": name,
        "articles": articles,
        "pages_fetched": run["counts"].get("pages fetched", 0),
        "wall_s": run["wall"],
        "articles_per_s": articles / run["wall"],
        "cpu_s": sum(full.cpu.values()),
        "articles_per_cpu_s": articles / working,
        "stages": run["stages"],
        "cpu_by_component": {name: seconds for name, seconds in spent.most_common() if seconds >= 0.005},
        "cpu_by_role": dict(full.cpu),
        "peak_mb": dict(full.peak_mb) | {"all together": round(full.sum_peak_mb)},
        "places": {place: round(seconds, 2) for place, seconds in full.places.most_common() if seconds >= 0.02},
        "ours_share": ours / working,
        "prefect_share": prefect / working,
        "prefect_s": prefect,
        "idle": {
            "wall_s": idle.runs[0]["wall"], "process_wall_s": idle.wall, "cpu_s": sum(idle.cpu.values()),
            "cpu_by_role": dict(idle.cpu), "stages": idle.runs[0]["stages"], "peak_mb": dict(idle.peak_mb),
        },
    }  # fmt: skip


def said(report: dict[str, Any]) -> str:
    """The figures of a run as text for people."""
    spent, idle = report["cpu_by_component"], report["idle"]
    total = sum(spent.values())
    starting = sum(seconds for name, seconds in spent.items() if name.startswith("start-up"))
    lines = [
        f"== {report['name']}: {report['articles']} articles of {report['pages_fetched']} pages",
        f"   {report['articles_per_s']:.2f} articles/s end to end ({report['wall_s']:.1f} s, start-up within); "
        f"{report['articles_per_cpu_s']:.2f} articles a CPU-second beyond start-up",
        "",
        "   stage          wall s    share     CPU s",
    ]
    walls = sum(stage["wall"] for stage in report["stages"].values())
    for name in STAGES:
        if stage := report["stages"].get(name):
            lines.append(f"   {name:<12} {stage['wall']:>8.2f} {stage['wall'] / walls:>8.1%} {stage['cpu']:>9.2f}")
    lines += ["", f"   component (CPU of all processes)              CPU s  of all {total:.0f} s  beyond start-up"]
    for name, seconds in spent.items():
        beyond = "" if name.startswith("start-up") else f"{seconds / (total - starting):.1%}"
        lines.append(f"   {name:<42} {seconds:>8.2f} {seconds / total:>11.1%} {beyond:>16}")
    roles = ", ".join(f"{role} {seconds:.1f} s" for role, seconds in report["cpu_by_role"].items())
    peaks = ", ".join(f"{role} {peak} MB" for role, peak in report["peak_mb"].items())
    idle_wall = f"{idle['wall_s']:.2f} s, {idle['process_wall_s']:.2f} s with the process's start and end"
    return "\n".join(
        [
            *lines,
            "",
            f"   ours {report['ours_share']:.1%} + Prefect {report['prefect_share']:.1%}"
            f" = {report['ours_share'] + report['prefect_share']:.1%} of the CPU time beyond start-up (to stay under 15 %)",
            f"   CPU by process: {roles}",
            f"   peak memory, largest process of a kind: {peaks}",
            f"   a run with nothing due: {idle_wall}, {idle['cpu_s']:.1f} CPU-s",
            "",
        ]
    )


def prefect_cost(direct: dict[str, Any], through: dict[str, Any]) -> dict[str, float]:
    """What Prefect adds to the same work, in shares of the direct run's CPU time (its own start-up left out)."""
    articles = max(1, through["articles"])
    plain = sum(s for n, s in direct["cpu_by_component"].items() if not n.startswith("start-up"))
    start = through["cpu_by_component"].get("start-up of Prefect", 0.0)
    difference = (through["cpu_s"] - through["idle"]["cpu_s"]) - (direct["cpu_s"] - direct["idle"]["cpu_s"])
    return {
        "cpu_s": through["prefect_s"],
        "share": through["prefect_s"] / plain,
        "ms_an_article": 1000 * through["prefect_s"] / articles,
        "start_up_s": start,
        "difference_of_totals_s": difference,
        "difference_of_totals_share": difference / plain,
    }


def said_of_prefect(cores: int, cost: dict[str, float]) -> str:
    """Prefect's cost as text for people."""
    return (
        f"== Prefect's own cost on {cores} core{'s' if cores > 1 else ''}: {cost['cpu_s']:.2f} CPU-s beyond start-up ="
        f" {cost['share']:.1%} of the direct run's (to stay under 5 % at 1,000 articles);"
        f" {cost['ms_an_article']:.1f} ms an article; start-up {cost['start_up_s']:.1f} CPU-s\n"
        f"   by the difference of the two runs' totals, each less a run with nothing due (noisy):"
        f" {cost['difference_of_totals_s']:+.1f} s = {cost['difference_of_totals_share']:+.1%}\n"
    )


def said_of_days(days: Measured) -> str:
    """Several runs of one process as text for people: memory should not grow with them."""
    lines = ["== the same news day by day, seven runs in one process (direct)", "   articles   wall s   main's memory after, MB"]
    lines += [
        f"   {run['counts'].get('facts.revisions', 0):>8} {run['wall']:>8.1f} {run['rss_mb']:>12.0f}" for run in days.runs
    ]
    return "\n".join([*lines, f"   largest worker {days.peak_mb['worker']} MB", ""])


def hot_places(report: dict[str, Any], count: int) -> str:
    """The functions with the most CPU time."""
    lines = [f"   {seconds:>8.2f} s  {place}" for place, seconds in list(report["places"].items())[:count]]
    return "\n".join(["   component | function of ours, the libraries below it included", *lines, ""])


# --- the command -----------------------------------------------------------------------------------------------------


def main() -> None:
    """Measure as asked and print."""
    words = _words()
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as name:
        scratch = Path(name)
        served = newsweb(words.newsweb, words.pages, scratch) if words.newsweb else own_corpus(words.pages)
        with served as news:
            figures = _measure_all(words, news, scratch)
    if words.json:
        print(json.dumps(figures, indent=1))


def _words() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=300, help="articles to serve (default 300)")
    parser.add_argument("--cores", default="1,2", help="cores to use, one measurement each (default 1,2)")
    parser.add_argument("--engine", default="direct,prefect", help="direct, prefect or both (default)")
    parser.add_argument("--newsweb", type=Path, help="serve this folder of captured pages instead of the own corpus")
    parser.add_argument("--days", action="store_true", help="also run day by day in one process, to see that memory is flat")
    parser.add_argument("--hot", type=int, default=0, metavar="N", help="also name the N functions with the most CPU time")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON on stdout, the tables on stderr")
    return parser.parse_args()


def _measure_all(words: argparse.Namespace, news: News, scratch: Path) -> dict[str, Any]:
    out = sys.stderr if words.json else sys.stdout
    busy = f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores: on a busy machine trust shares, not seconds"
    print(f"{datetime.now():%Y-%m-%d %H:%M}, {busy}\n", file=out, flush=True)
    figures: dict[str, Any] = {"pages": words.pages, "load": os.getloadavg()[0], "runs": [], "prefect": {}}
    for cores in (int(word) for word in words.cores.split(",")):
        reports = {}
        for engine in words.engine.split(","):
            name = f"{engine}-{cores}"
            project = _new_project(scratch / name, news)
            if engine == "prefect":  # its own database is made at the first run: nothing that a run costs again
                _run_without_feeds(project, news, cores)
            full = measure(project, news, engine, cores, [news.full_at])
            idle = measure(project, news, engine, cores, [news.nothing_due_at])
            reports[engine] = report_run(f"{engine}, {cores} core{'s' if cores > 1 else ''}", full, idle)
            print(said(reports[engine]), file=out, flush=True)
            if words.hot:
                print(hot_places(reports[engine], words.hot), file=out, flush=True)
        figures["runs"] += reports.values()
        if {"direct", "prefect"} <= reports.keys():
            figures["prefect"][cores] = prefect_cost(reports["direct"], reports["prefect"])
            print(said_of_prefect(cores, figures["prefect"][cores]), file=out, flush=True)
    if words.days and news.days:
        days = measure(_new_project(scratch / "days", news), news, "direct", 2, news.days)
        figures["days"] = [{"wall_s": run["wall"], "rss_mb": run["rss_mb"], "counts": run["counts"]} for run in days.runs]
        print(said_of_days(days), file=out, flush=True)
    return figures


def _run_without_feeds(project: Path, news: News, cores: int) -> None:
    feeds = project / "feeds.csv"
    feeds.write_text("url,title,outlet_domain,enabled\nhttp://nowhere.example/feed,Nowhere,nowhere.example,false\n")
    measure(project, news, "prefect", cores, [news.full_at])
    feeds.write_text(news.project_files["feeds.csv"], encoding="utf-8")


def _new_project(folder: Path, news: News) -> Path:
    folder.mkdir()
    for name, text in news.project_files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


if __name__ == "__main__":
    main()
