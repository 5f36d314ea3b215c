"""How fast the pipeline is, and where its time goes: `python bench/pipeline.py`; README.md beside it explains."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from components import OURS, POOL, PREFECT, PREFECT_START, RULES, SERVER, START
from measured import Measured, measure
from served import News, newsweb, own_corpus

STAGES = (
    "seeds", "poll", "fetch", "extract", "analyse", "link", "count", "digest", "load", "publish", "checks", "journal",
    "other",
)  # fmt: skip


# --- what is said ----------------------------------------------------------------------------------------------------


def report_run(name: str, full: Measured, idle: Measured) -> dict[str, Any]:
    """The figures of a full run and of one with nothing due."""
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
        "pipeline_share": ours / working,
        "rules_share": spent[RULES] / working,
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
    lines = [
        f"== {report['name']}: {report['articles']} articles of {report['pages_fetched']} pages",
        f"   {report['articles_per_s']:.2f} articles/s end to end ({report['wall_s']:.1f} s, start-up within)"
        + (f"; {report['articles_per_cpu_s']:.2f} articles a CPU-second beyond start-up" if spent else ""),
        "",
        "   stage          wall s    share     CPU s",
    ]
    walls = sum(stage["wall"] for stage in report["stages"].values())
    lines += [
        f"   {name:<12} {stage['wall']:>8.2f} {stage['wall'] / walls:>8.1%} {stage['cpu']:>9.2f}"
        for name in STAGES
        if (stage := report["stages"].get(name))
    ]
    lines += ["", *(_said_of_components(report) if spent else ["   no components: py-spy is not installed"])]
    roles = ", ".join(f"{role} {seconds:.1f} s" for role, seconds in report["cpu_by_role"].items())
    peaks = ", ".join(f"{role} {peak} MB" for role, peak in report["peak_mb"].items())
    idle_wall = f"{idle['wall_s']:.2f} s, {idle['process_wall_s']:.2f} s with the process's start and end"
    return "\n".join(
        [
            *lines,
            "",
            f"   CPU by process: {roles}",
            f"   peak memory, largest process of a kind: {peaks}",
            f"   a run with nothing due: {idle_wall}, {idle['cpu_s']:.1f} CPU-s",
            "",
        ]
    )


def _said_of_components(report: dict[str, Any]) -> list[str]:
    spent = report["cpu_by_component"]
    total = sum(spent.values())
    starting = sum(seconds for name, seconds in spent.items() if name.startswith("start-up"))
    header = f"   {'component (CPU of all processes)':<56} {'CPU s':>8} {f'of all {total:.0f} s':>11}  beyond start-up"
    lines = [header]
    for name, seconds in spent.items():
        beyond = "" if name.startswith("start-up") else f"{seconds / (total - starting):.1%}"
        lines.append(f"   {name:<56} {seconds:>8.2f} {seconds / total:>11.1%} {beyond:>16}")
    ours, rules, prefect = report["pipeline_share"], report["rules_share"], report["prefect_share"]
    return [
        *lines,
        "",
        f"   our pipeline {ours:.1%} + Prefect {prefect:.1%} = {ours + prefect:.1%} of the CPU beyond start-up"
        " (to stay under 15 %)",
        f"   with our rules that read, {rules:.1%}: {ours + rules + prefect:.1%}",
    ]


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
    lines = [
        "== the news day by day, then runs with nothing due, in one process (direct)",
        "   articles   wall s   main's memory after, MB",
    ]
    for run in days.runs:
        articles = run["counts"].get("facts.revisions", 0)
        lines.append(f"   {articles:>8} {run['wall']:>8.1f} {run['rss_mb']:>12.0f}")
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
    parser.add_argument("--until", choices=("extract", "digest"), default="digest", help="the last stage (digest)")
    parser.add_argument("--days", action="store_true", help="also run day by day in one process: is memory flat?")
    parser.add_argument("--hot", type=int, default=0, metavar="N", help="also name the N costliest functions")
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
            full = measure(project, news, engine, cores, [news.full_at], words.until)
            idle = measure(project, news, engine, cores, [news.nothing_due_at], words.until)
            reports[engine] = report_run(f"{engine}, {cores} core{'s' if cores > 1 else ''}", full, idle)
            print(said(reports[engine]), file=out, flush=True)
            if words.hot:
                print(hot_places(reports[engine], words.hot), file=out, flush=True)
        figures["runs"] += reports.values()
        if {"direct", "prefect"} <= reports.keys() and all(one["cpu_by_component"] for one in reports.values()):
            figures["prefect"][cores] = prefect_cost(reports["direct"], reports["prefect"])
            print(said_of_prefect(cores, figures["prefect"][cores]), file=out, flush=True)
    if words.days and news.days:
        days = measure(_new_project(scratch / "days", news), news, "direct", 2, news.days)
        figures["days"] = [{name: run[name] for name in ("wall", "rss_mb", "counts")} for run in days.runs]
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
