"""Ten thousand feeds with nothing new: what a round of polls takes, and whether memory stays flat over a day of them.

    python bench/feeds.py --feeds 10000              # one round, through the command, in a process of its own
    python bench/feeds.py --feeds 1000 --rounds 24   # a day of hourly rounds in one process, as a scheduler has it

Each feed has an address of 127.0.0.0/8 for itself, so each is a host. A server in another process answers 304 to the
validators that it gave and 200 to all others, and counts both.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ClassVar

sys.path.insert(0, str(Path(__file__).parents[1]))

_ENTRIES = 5  # a feed
_PORT = 8_391
_SETTINGS = """contact = "bench@dateline.example"
allow_networks = ["127.0.0.0/8"]
host_delay_seconds = 0
min_poll_minutes = 0
"""
_LOAD = """
insert into ops.fetches by name
select substr(md5(article_id || days), 1, 12) as fetch_id, '-' as run_id, article_id, url,
    first_seen_at - to_days(days) as fetched_at, 'unchanged' as outcome, 304 as status, url as final_url,
    1 as latency_ms
from facts.articles, (values (30), (1)) as looks(days)  -- first read a month ago, looked at yesterday: nothing is due
"""


def main() -> None:
    """Serve, make a project that knows all feeds, poll, say what it took."""
    options = _options()
    if options.serve:
        asyncio.run(_serve())
    elif options.watch:
        _watch(Path(options.watch), options.rounds)
    else:
        with TemporaryDirectory() as folder, _server():
            project = _project(Path(folder) / "project", options.feeds)
            _first_round(project)
            _round(project) if options.rounds == 1 else _many(project, options.rounds)


def _options() -> argparse.Namespace:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--feeds", type=int, default=10_000)
    words.add_argument("--rounds", type=int, default=1)
    words.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    words.add_argument("--watch", help=argparse.SUPPRESS)
    return words.parse_args()


# --- the web ---------------------------------------------------------------------------------------------------------


class _Feeds(asyncio.Protocol):
    """Answers requests as they come; one count for all connections."""

    counts: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        self._head = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._head += data
        while b"\r\n\r\n" in self._head:
            head, _, self._head = self._head.partition(b"\r\n\r\n")
            self._transport.write(self._answer(head.decode("latin-1")))

    def _answer(self, head: str) -> bytes:
        lines = head.split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
        if lines[0].startswith("GET /counts "):
            body = json.dumps(self.counts).encode()
            return b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)
        tag = f'"{headers["host"]}"'
        is_known = headers.get("if-none-match") == tag
        self.counts["304" if is_known else "200"] += 1
        if is_known:
            return f"HTTP/1.1 304 Not Modified\r\nETag: {tag}\r\n\r\n".encode()
        body = _document(headers["host"])
        headers_out = f"ETag: {tag}\r\nContent-Type: application/rss+xml\r\nContent-Length: {len(body)}"
        return f"HTTP/1.1 200 OK\r\n{headers_out}\r\n\r\n".encode() + body


def _document(host: str) -> bytes:
    items = "".join(
        f"<item><title>Report {number} of {host}</title><link>http://{host}/{number}</link>"
        f"<pubDate>Wed, 04 Mar 2026 10:0{number}:00 GMT</pubDate></item>"
        for number in range(_ENTRIES)
    )
    return f'<rss version="2.0"><channel><title>{host}</title>{items}</channel></rss>'.encode()


async def _serve() -> None:
    server = await asyncio.get_running_loop().create_server(_Feeds, "0.0.0.0", _PORT, backlog=1_024)
    print("ready", flush=True)
    await server.serve_forever()


@contextmanager
def _server() -> Iterator[None]:
    command = [sys.executable, __file__, "--serve"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        try:
            yield
        finally:
            process.kill()


def _counts() -> Counter[str]:
    from urllib.request import urlopen

    with urlopen(f"http://127.0.0.1:{_PORT}/counts") as answer:
        return Counter(json.load(answer))


# --- the project -----------------------------------------------------------------------------------------------------


def _project(folder: Path, count: int) -> Path:
    folder.mkdir()
    (folder / "dateline.toml").write_text(_SETTINGS)
    hosts = [f"127.{1 + n // 62_500}.{n // 250 % 250}.{1 + n % 250}:{_PORT}" for n in range(count)]
    lines = [f"http://{host}/feed,{host},{host},,en,true,," for host in hosts]
    (folder / "feeds.csv").write_text(
        "\n".join(["url,title,outlet_domain,folder,language,enabled,site_url,attributes", *lines])
    )
    return folder


def _first_round(folder: Path) -> None:
    """Poll all feeds, and write their pages down as fetched long ago: the round to measure finds nothing to do."""
    from flows.feed_list import sync_seeds
    from flows.polls import poll_feeds
    from flows.project import open_project
    from flows.run import Run, running

    run = Run(open_project(folder=folder))
    with running(run, "collect"):
        sync_seeds(run)
        poll_feeds(run)
        with run.project.warehouse.writing() as connection:
            connection.execute(_LOAD)


# --- the measures ----------------------------------------------------------------------------------------------------


def _round(folder: Path) -> None:
    before, started = _counts(), time.perf_counter()
    _collect(folder)
    wall = time.perf_counter() - started
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    asked = _counts() - before
    load = Path("/proc/loadavg").read_text()[:14]
    print(f"{asked['304']} times 304, {asked['200']} times 200 in {wall:.0f} s; load {load}")
    print(f"CPU {used.ru_utime + used.ru_stime:.0f} s, the largest process {used.ru_maxrss / 1024:.0f} MB")


def _collect(folder: Path) -> None:
    command = [sys.executable, "-c", "from flows.cli import main; main()", "collect", "--direct", "--all-feeds"]
    environment = {"DATELINE_HOME": str(folder), "PATH": "", "PYTHONPATH": str(Path(__file__).parents[1])}
    subprocess.run(command, env=environment, check=True)


def _many(folder: Path, rounds: int) -> None:
    subprocess.run([sys.executable, __file__, "--watch", str(folder), "--rounds", str(rounds)], check=True)


def _watch(folder: Path, rounds: int) -> None:
    from flows.collect import collect
    from flows.project import open_project
    from flows.run import Run, running

    project, began = open_project(folder=folder), datetime.now(UTC)
    for number in range(rounds):
        moment = began + timedelta(hours=number + 1)
        run = Run(project, now=lambda moment=moment: moment)  # type: ignore[misc]
        started = time.perf_counter()
        with running(run, "collect"):
            collect(run, every_feed=True)
        seconds = time.perf_counter() - started
        print(f"round {number + 1:2}: {run.counts['feeds polled']} feeds, {seconds:5.1f} s, {_memory_mb():.0f} MB")


def _memory_mb() -> float:
    """What the process holds now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6


if __name__ == "__main__":
    main()
