"""Strangers' words that mean harm, through the whole pipeline: every output is read by a parser of its medium."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from lxml import etree, html
from markdown_it import MarkdownIt

from flows.cli import call
from flows.project import Project
from tests.flows.collecting import rows
from tests.flows.strangers import ADDRESS, ESCAPES, NASTY, TURNED, UNSAFE, Nasty, page


@pytest.fixture
def project(nasty: Nasty) -> Project:
    return nasty.project


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
        rows(project, "select count(*) from entries")[0][0] == len(NASTY) - 4
    )  # five of its links go up to one address
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
