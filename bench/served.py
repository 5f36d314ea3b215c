"""News to run on: feeds that are being served, and a project's files that name them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

_IDLE_RUNS = 12  # half a minute apart: over before a feed is due again
_SETTINGS = """contact = "bench@dateline.example"
allow_networks = ["127.0.0.0/8"]
host_delay_seconds = 0
"""


@dataclass
class News:
    """Feeds that are being served, how to reach them, and the moments at which to run."""

    project_files: dict[str, str]
    connect_to: dict[str, str]
    full_at: str
    nothing_due_at: str
    days: tuple[str, ...] = ()  # the news day by day, then runs with nothing due
    clock: Callable[[str], None] | None = None  # of the corpus


@contextmanager
def own_corpus(pages: int) -> Iterator[News]:
    """The multiplied sample newsroom, served by a process of its own."""
    from flows.demo import FIRST_DAY, LAST_DAY, late_on

    with subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("corpus.py")), str(pages)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stdin is not None and server.stdout is not None
        stdin, stdout = server.stdin, server.stdout
        served = json.loads(stdout.readline())

        def clock(moment: str) -> None:
            stdin.write(f"{moment}\n")
            stdin.flush()
            stdout.readline()

        last = late_on(LAST_DAY)
        moments = [late_on(FIRST_DAY) + timedelta(days=n) for n in range((LAST_DAY - FIRST_DAY).days + 1)]
        moments += [last + timedelta(seconds=30 * n) for n in range(1, _IDLE_RUNS + 1)]
        days = tuple(moment.isoformat() for moment in moments)
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
