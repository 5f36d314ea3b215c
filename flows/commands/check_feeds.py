"""dateline feeds check: a feed is asked for, asked for again with its validators, and read closely."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from flows.answers import header, rules_of
from flows.commands.talk import as_json, out
from flows.errors import SettingsError
from flows.execution import Killed
from flows.fetch import FetchRequest, FetchResult, fetch_all
from flows.project import open_project
from flows.run import Run, utc_now
from transforms.collect.checkup import Answered, Finding, answer_findings
from transforms.collect.document_checkup import document_findings
from transforms.collect.feeds import parse_feed
from transforms.records.collect import NotAFeed, ParsedFeed
from transforms.text import clean_text
from transforms.urls import absolute_url

_SECONDS = 20
_ORDER = ("error", "warning", "note", "ok")

Checked = tuple[ParsedFeed | NotAFeed, list[Finding]]


def check_feeds(address: str, *, json: bool = False) -> int:
    """Say all that is right and wrong with a feed.

    Parameters
    ----------
    address
        The feed's address.
    json
        As one JSON object.
    """
    url = absolute_url(address)
    if url is None:
        raise SettingsError(f"{address!r} is no http or https address")
    run = Run(open_project())
    with run.workers:
        answered, result = _ask(run, url)
        (found,) = run.workers.run(_judge, [(answered, utc_now())], _SECONDS)
    ended = Finding("error", "reading it took too long, or too much memory, and was ended")
    document, findings = (NotAFeed(ended.what), [ended]) if isinstance(found, Killed) else found
    findings.sort(key=lambda finding: _ORDER.index(finding.level))
    if json:
        out(as_json(_as_object(result, document, findings)))
    else:
        _show(url, document, findings)
    return 1 if any(finding.level == "error" for finding in findings) else 0


def _ask(run: Run, url: str) -> tuple[Answered, FetchResult]:
    """What the server answers, what it answers to its own validators, and whether it has a secure twin."""
    first = _fetch(run, FetchRequest(url, url))
    answered = Answered(
        url, first.final_url, first.status, first.error, first.headers, first.content, first.redirects,
        first.permanent_url,
    )  # fmt: skip
    if first.outcome != "ok":
        return answered, first
    etag, modified = header(first, "etag"), header(first, "last-modified")
    if etag or modified:
        second = _fetch(run, FetchRequest(url, first.final_url, etag, modified))
        answered = replace(answered, again=304 if second.outcome == "unchanged" else second.status)
    where = urlsplit(first.final_url)
    if where.scheme == "http" and where.port in (None, 80):  # another port serves the one or the other
        twin = where._replace(scheme="https", netloc=where.netloc.removesuffix(":80")).geturl()
        secure = _fetch(run, FetchRequest(url, twin))
        is_secure = secure.outcome == "ok" and secure.final_url.startswith("https://")
        answered = replace(answered, is_secure_too=is_secure)
    return answered, first


def _fetch(run: Run, request: FetchRequest) -> FetchResult:
    """The answer, at the pace that the run keeps with each host."""
    results: list[FetchResult] = []
    fetch_all([request], rules_of(run, run.project.settings.feed_max_mb), results.append, run.now, run.hosts)
    return results[0]


def _judge(job: tuple[Answered, datetime]) -> Checked:
    """The document and what is to be said of it. Runs in a worker process."""
    answered, now = job
    findings = answer_findings(answered, now)
    if answered.error:
        return NotAFeed(answered.error), findings
    document = parse_feed(answered.content, answered.header("content-type"), answered.final_url)
    if isinstance(document, NotAFeed):
        return document, [*findings, Finding("error", f"it is no feed: {document.reason}")]
    return document, [*findings, *document_findings(answered, document, now)]


def _show(url: str, document: ParsedFeed | NotAFeed, findings: list[Finding]) -> None:
    out(url)
    for finding in findings:
        out(f"  {finding.level:<8} {clean_text(finding.what)}")
    if isinstance(document, ParsedFeed):
        for entry in document.entries[:3]:
            out(f"  entry    {clean_text(entry.title or entry.url or '')}")


def _as_object(result: FetchResult, document: ParsedFeed | NotAFeed, findings: list[Finding]) -> dict[str, Any]:
    wrong = [finding.what for finding in findings if finding.level in ("error", "warning")]
    found: dict[str, Any] = {
        "url": result.url, "is_feed": isinstance(document, ParsedFeed), "status": result.status,
        "final_url": result.final_url, "milliseconds": result.latency_ms, "bytes": len(result.content),
        "etag": header(result, "etag") or "none", "last_modified": header(result, "last-modified") or "none",
        "wrong": wrong or "nothing", "findings": [vars(finding) for finding in findings],
    }  # fmt: skip
    if not isinstance(document, ParsedFeed):
        return found
    entries = document.entries
    return found | {
        "format": document.format, "title": document.title, "site": document.site_url or "",
        "language": document.language, "entries": len(entries),
        "newest": max((entry.published_at for entry in entries if entry.published_at), default=None),
        "newest_titles": [entry.title for entry in entries[:3]],
    }  # fmt: skip
