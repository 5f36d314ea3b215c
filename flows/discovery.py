"""The feeds of a site, asked for politely and in the order of their likelihood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from flows.answers import header, rules_of
from flows.execution import Killed
from flows.fetch import FetchRequest, FetchResult, fetch_all
from flows.run import Run
from flows.sitemaps import Index, read_parts
from transforms.collect.discovery import (
    Candidate,
    FoundFeed,
    page_candidates,
    ranked,
    sitemap_candidates,
    usual_places,
)
from transforms.collect.feeds import parse_feed
from transforms.records.collect import NotAFeed, ParsedFeed

_PARSE_SECONDS = 20
_AT_ONCE = 3  # usual places that are tried before we look at what they gave: most are not there


@dataclass(frozen=True)
class Discovery:
    """What was found at an address: the feed itself, or a site's feeds, the likeliest first; or why there is none."""

    is_direct: bool  # the address itself is a feed
    feeds: tuple[FoundFeed, ...]
    reason: str = ""


@dataclass(frozen=True)
class Look:
    """One candidate with its answer, and what that held: a feed, or a page with candidates of its own."""

    candidate: Candidate
    result: FetchResult
    document: ParsedFeed | NotAFeed
    links: tuple[Candidate, ...] = ()

    @property
    def found(self) -> FoundFeed | None:
        """The feed that it is, at the address that it has moved to for good."""
        if not isinstance(self.document, ParsedFeed):
            return None
        return FoundFeed(self.candidate, self.result.permanent_url or self.candidate.url, self.document)


def discover(run: Run, url: str) -> Discovery:
    """The feed at `url`, or the feeds of the site whose page that is.

    First what the page names, and what pages of feeds name that it links to; then, only where that gave none, the usual
    places; then site maps, of robots.txt and of the usual places.
    """
    search = _Search(run)
    (first,) = search.look([Candidate(url, "address")])
    if first.found:
        return Discovery(True, (first.found,))
    if first.result.outcome != "ok":
        return Discovery(False, (), first.result.error or first.result.outcome)
    page = first.result.final_url
    found = search.named(first) or search.first_of(usual_places(page)) or search.first_of(_site_maps(search, page))
    reason = first.document.reason if isinstance(first.document, NotAFeed) else ""
    return Discovery(False, tuple(ranked(found)), f"{reason}; and no feed was found there or in the usual places")


def _site_maps(search: _Search, page: str) -> list[Candidate]:
    return sitemap_candidates(search.robots(urljoin(page, "/robots.txt")), page)


class _Search:
    """One search: no address is asked for twice."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._rules = rules_of(run, run.project.settings.feed_max_mb)
        self._asked: set[str] = set()

    def named(self, page: Look) -> list[FoundFeed]:
        """The feeds that a page names, and those that pages name which it links to as if they were feeds."""
        looks = self.look(page.links)
        further = [candidate for one in looks if one.candidate.found_by == "anchor" for candidate in one.links]
        return [one.found for one in [*looks, *self.look(further)] if one.found]

    def first_of(self, candidates: Sequence[Candidate]) -> list[FoundFeed]:
        """The feeds among the first few candidates that have any."""
        for start in range(0, len(candidates), _AT_ONCE):
            looks = self.look(candidates[start : start + _AT_ONCE])
            if found := [one.found for one in looks if one.found]:
                return found
        return []

    def look(self, candidates: Sequence[Candidate]) -> list[Look]:
        """The candidates that have not been asked for, with what they hold."""
        results = {result.key: result for result in self.fetch(candidates)}
        jobs = [(candidate, results[candidate.url]) for candidate in candidates if candidate.url in results]
        looks = self._run.workers.run(_read, jobs, _PARSE_SECONDS) if jobs else iter(())
        return [
            self._whole(
                Look(*job, NotAFeed(f"reading it was ended: {found.reason}")) if isinstance(found, Killed) else found
            )
            for job, found in zip(jobs, looks, strict=True)
        ]

    def fetch(self, candidates: Sequence[Candidate]) -> list[FetchResult]:
        """The answers of those that have not been asked for."""
        new = [one for one in candidates if one.url not in self._asked]
        # What the user or the page names was made to be asked for; places that we only guess obey robots.txt.
        requests = [FetchRequest(one.url, one.url, obeys_robots=one.found_by == "usual place") for one in new]
        self._asked.update(request.url for request in requests)
        results: list[FetchResult] = []
        if requests:
            fetch_all(requests, self._rules, results.append, self._run.now, self._run.hosts)
        return results

    def robots(self, url: str) -> str:
        """A robots.txt, as it was asked for before the usual places were; asked for where an older copy was known."""
        learned = [row.text for row in self._run.hosts.new_robots() if row.origin == url.removesuffix("/robots.txt")]
        if learned:
            return learned[0]
        results = self.fetch([Candidate(url, "robots.txt")])
        return results[0].content.decode("utf-8", "replace") if results and results[0].outcome == "ok" else ""

    def _whole(self, look: Look) -> Look:
        """An index of site maps with the entries of its newest parts."""
        if not isinstance(look.document, ParsedFeed) or not look.document.parts:
            return look
        parts = read_parts(self._run, self._rules, [Index("", look.result.final_url, look.document)], [])[""]
        return replace(look, document=replace(look.document, entries=tuple(parts.entries)))


def _read(job: tuple[Candidate, FetchResult]) -> Look:
    """What an answer holds. Runs in a worker process."""
    candidate, result = job
    if result.outcome != "ok":
        return Look(candidate, result, NotAFeed(result.error or result.outcome))
    kind = header(result, "content-type") or ""
    document = parse_feed(result.content, kind, result.final_url)
    links = page_candidates(result.content, kind, result.final_url) if isinstance(document, NotAFeed) else []
    return Look(candidate, result, document, tuple(links))
