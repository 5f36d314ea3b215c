"""dateline demo."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from flows.commands.execute import execute
from flows.commands.talk import out, say, watched
from flows.demo import make_project, replay
from flows.run import summary


def demo(folder: Path = Path("demo"), *, direct: bool = False) -> int:
    """A week of the sample newsroom through the whole pipeline, offline; prints where the digest is.

    The newsroom is six invented outlets, served on this machine alone. Their week is replayed day by day, so that
    failed feeds, corrections and late arrivals happen as they would.

    Parameters
    ----------
    folder
        Where the demo's project goes; an earlier demo there is replaced.
    direct
        Without Prefect's engine.
    """
    project = make_project(folder)
    pages: list[Path] = []
    with watched() as progress:
        for day, run, found in replay(project, partial(execute, direct=direct), progress):
            pages = found
            say(f"{day:%A %d %B}: {summary(run)}")
    question = "select speaker, text, outlet from quotes where day = '2026-03-08' and kind = 'direct' limit 5"
    say(f"\nThe digest of the week's last day is ready. Open it in a browser, or ask the warehouse:\n"
        f'  DATELINE_HOME={folder} dateline sql "{question}"')  # fmt: skip
    for page in pages:
        out(str(page))
    return 0
