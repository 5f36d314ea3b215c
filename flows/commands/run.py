"""dateline run, collect, extract, analyse."""

from __future__ import annotations

from flows import analyse as analyse_stage
from flows import extract as extract_stage
from flows import stages
from flows.collect import collect as collect_stage
from flows.commands.execute import execute, report
from flows.commands.talk import say, watched
from flows.feed_list import sync_seeds
from flows.project import open_project
from flows.run import Run


def run(*, direct: bool = False, all_feeds: bool = False, json: bool = False) -> int:
    """Collect, extract, analyse and write the digest of the newest day, once.

    Parameters
    ----------
    direct
        Without Prefect's engine: the same rows, a faster start.
    all_feeds
        Poll every feed, due or not.
    json
        Say what was done as one JSON object.
    """
    with watched() as progress:
        this = Run(open_project(), progress=progress)
        pages = execute(this, "run", lambda run: stages.whole_run(run, every_feed=all_feeds), direct=direct)
    return report(this, pages, json=json)


def collect(*, direct: bool = False, all_feeds: bool = False, json: bool = False) -> int:
    """Poll the feeds that are due and fetch the new pages.

    Parameters
    ----------
    direct
        Without Prefect's engine.
    all_feeds
        Poll every feed, due or not.
    json
        Say what was done as one JSON object.
    """

    def work(run: Run) -> None:
        sync_seeds(run)
        collect_stage(run, every_feed=all_feeds)

    with watched() as progress:
        this = Run(open_project(), progress=progress)
        execute(this, "collect", work, direct=direct)
    return report(this, [], json=json)


def extract(*, direct: bool = False, json: bool = False) -> int:
    """Read the fetched pages into articles.

    Parameters
    ----------
    direct
        Without Prefect's engine.
    json
        Say what was done as one JSON object.
    """
    with watched() as progress:
        this = Run(open_project(), progress=progress)
        execute(this, "extract", extract_stage.extract, direct=direct)
    return report(this, [], json=json)


def analyse(*, again: bool = False, direct: bool = False, json: bool = False) -> int:
    """Read the articles into names, quotes, places and topics, and count the days that have changed.

    Parameters
    ----------
    again
        Also what another build of the method has read; says how much it finds otherwise.
    direct
        Without Prefect's engine.
    json
        Say what was done as one JSON object.
    """
    with watched() as progress:
        this = Run(open_project(), progress=progress)
        execute(this, "analyse", lambda run: analyse_stage.analyse(run, again=again), direct=direct)
    for line in analyse_stage.said_otherwise(this) if again else ():
        say(line)
    return report(this, [], json=json)
