"""News enough to measure with: the sample newsroom many times over, each site of it with texts of its own.

    python bench/corpus.py PAGES

serves PAGES articles on loopback, says on stdout in one JSON line where they are, and then sets its clock to each
moment (ISO 8601) that comes in on stdin, answering with that line.
"""

from __future__ import annotations

import copy
import json
import random
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from flows.demo import LAST_DAY, SAMPLE, late_on
from flows.newsroom import FEED_LENGTH, Newsroom, Outlet, Press, Reply, SampleArticle, SampleSection

_EXCHANGED = 0.6  # of the sentences of a copied article: what is left of it keeps its story
_SENTENCE_END = re.compile(r'(?<=[.!?]["”’]) |(?<=[.!?]) (?=[A-Z“"])')


class ManySites:
    """Answers for many hosts, each a Press of its own."""

    def __init__(self, sites: Mapping[str, Press]) -> None:
        self.sites = sites
        self.outlets = {host: site.outlets[host] for host, site in sites.items()}

    def answer(self, host: str, target: str, headers: Mapping[str, str], now: datetime) -> Reply:
        """The reply of the host's site; of the first site to a host that is none, which refuses it."""
        site = self.sites.get(host) or next(iter(self.sites.values()))
        return site.answer(host, target, headers, now)


def make_sites(page_count: int) -> ManySites:
    """Sites that hold `page_count` articles in all, their whole feeds included; the same at every call."""
    press = Press(SAMPLE)
    originals = [article for article in press.articles if not article.is_corrected]
    pools = _pools(originals)
    sites: dict[str, Press] = {}
    left = page_count
    for round_no, outlet in _outlets(press):
        own = [article for article in originals if article.outlet == outlet.key][: min(FEED_LENGTH, left)]
        if not own:
            return ManySites(sites)
        left -= len(own)
        site = copy.copy(press)
        host = f"n{round_no}.{outlet.host}"
        site.outlets = {host: replace(outlet, host=host, oddities=(), feed_closed_on=())}
        site.articles = [_varied(article, pools, random.Random(f"{round_no} {article.path}")) for article in own]
        sites[host] = site
    raise AssertionError("the outlets are without end")


def _outlets(press: Press) -> Iterator[tuple[int, Outlet]]:
    """The outlets whose feeds can be read, again and again, with the number of the round."""
    round_no = 0
    while True:
        round_no += 1
        for outlet in press.outlets.values():
            if outlet.feed_format != "broken":
                yield round_no, outlet


def _pools(articles: Sequence[SampleArticle]) -> dict[tuple[str, str], list[str]]:
    """Sentences by the outlet and the label of the section they stand in, ledes left out."""
    pools: dict[tuple[str, str], list[str]] = {}
    for article in articles:
        for section in article.sections:
            paragraphs = section.paragraphs if section.label else section.paragraphs[1:]
            for paragraph in paragraphs:
                pools.setdefault((article.outlet, section.label), []).extend(_SENTENCE_END.split(paragraph))
    return pools


def _varied(
    article: SampleArticle, pools: Mapping[tuple[str, str], Sequence[str]], chance: random.Random
) -> SampleArticle:
    """The article with sentences of its kind in the place of most of its own; the lede stays."""
    sections = [
        SampleSection(
            section.label,
            tuple(
                paragraph if not section.label and not number
                else _exchanged(paragraph, pools[article.outlet, section.label], chance)
                for number, paragraph in enumerate(section.paragraphs)
            ),
        )
        for section in article.sections
    ]  # fmt: skip
    return replace(article, sections=tuple(sections), updated=None)


def _exchanged(paragraph: str, pool: Sequence[str], chance: random.Random) -> str:
    sentences = _SENTENCE_END.split(paragraph)
    return " ".join(chance.choice(pool) if chance.random() < _EXCHANGED else sentence for sentence in sentences)


def main() -> None:
    """Serve until stdin ends."""
    sites = make_sites(int(sys.argv[1]))
    with Newsroom(SAMPLE, now=late_on(LAST_DAY)) as newsroom:
        newsroom.press = sites  # type: ignore[assignment]  # it asks a Press for `answer` and `outlets` only
        feeds = [
            {"url": outlet.feed_url, "title": outlet.name, "host": outlet.host, "owner": outlet.owner,
             "country": outlet.country, "language": outlet.language, "is_agency": outlet.is_agency}
            for outlet in sites.outlets.values()
        ]  # fmt: skip
        print(json.dumps({"feeds": feeds, "connect_to": newsroom.hosts}), flush=True)
        for line in sys.stdin:
            newsroom.now = datetime.fromisoformat(line.strip())
            newsroom.log.clear()
            print(line.strip(), flush=True)


if __name__ == "__main__":
    main()
