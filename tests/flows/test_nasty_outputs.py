"""Strangers' words that mean harm in what leaves the house: alerts, mails, feeds, exported files, and answers."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import feedparser
import pyarrow.parquet as pq
import pytest
from lxml import html

from flows.project import Project
from tests.flows.collecting import rows
from tests.flows.command_line import Dateline
from tests.flows.strangers import NASTY, UNSAFE, Nasty


@pytest.fixture
def project(nasty: Nasty, monkeypatch: pytest.MonkeyPatch) -> Project:
    """The project, found by commands."""
    monkeypatch.setenv("DATELINE_HOME", str(nasty.project.folder))
    return nasty.project


def commands_in(text: str) -> list[str]:
    """What would command a terminal, hide, or turn round what is shown."""
    return UNSAFE.findall(text.replace("\n", ""))


def markup_in(text: str) -> list[str]:
    """What is no plain text in HTML: scripts, what loads, handlers of events, and links to elsewhere than the web."""
    found = []
    for element in html.fromstring(f"<div>{text}</div>").iter():
        if element.tag in ("script", "iframe", "object", "embed", "form", "base", "img", "link", "svg"):
            found.append(str(element.tag))
        found += [str(name) for name in element.attrib if str(name).startswith("on")]
        found += [link for link in (element.get("href"),) if link and not link.startswith(("http://", "https://"))]
    return found


# --- alerts ----------------------------------------------------------------------------------------------------------


def kinds(project: Project) -> dict[str, int]:
    return dict(rows(project, "select kind, count(*) from ops.alerts where state = 'sent' group by kind"))


def test_alerts_of_both_kinds_have_one_line_of_title_and_no_word_that_commands(nasty: Nasty) -> None:
    assert kinds(nasty.project).keys() == {"each", "burst"}
    assert len(nasty.messages) == len(nasty.mails) == sum(kinds(nasty.project).values()) / 2
    for message in nasty.messages:
        assert "\n" not in message["title"] and "\r" not in message["title"]
        for text in (message["title"], message["message"]):
            assert commands_in(text) == []
            assert re.search(r"[<>]|\]\(", text) is None
        assert re.fullmatch(r"Alert \w{12}", message["message"].splitlines()[-1])
        assert len(message["title"]) < 500 and len(message["message"]) < 5_000


def test_an_alert_by_mail_has_the_heads_of_a_mail_and_no_other(nasty: Nasty) -> None:
    for sent in nasty.mails:
        mail = message_from_bytes(sent, policy=default)
        assert set(mail.keys()) <= {
            "Subject", "From", "To", "Date", "Message-ID", "MIME-Version", "Content-Type", "Content-Transfer-Encoding",
            "X-Application", "Reply-To",
        }  # fmt: skip
        assert mail["To"] == "b@example.org"
        assert "\n" not in mail["Subject"] and commands_in(mail["Subject"]) == []
        assert "Bcc" not in mail and mail.defects == []
        for part in (part for part in mail.walk() if part.get_content_type() == "text/html"):
            assert markup_in(part.get_content()) == []


# --- the digest as a mail and in feeds ------------------------------------------------------------------------------


def digest_mail(project: Project) -> EmailMessage:
    (file,) = project.digests.rglob("digest.eml")
    mail = message_from_bytes(file.read_bytes(), policy=default)
    assert isinstance(mail, EmailMessage)
    return mail


def test_the_digest_as_a_mail_holds_no_markup_and_no_head_of_strangers(project: Project) -> None:
    mail = digest_mail(project)
    assert set(mail.keys()) == {"Subject", "From", "Date", "Message-ID", "MIME-Version", "Content-Type"}
    assert mail.defects == []
    shown = {part.get_content_type(): part.get_content() for part in mail.walk() if not part.is_multipart()}
    assert shown.keys() == {"text/plain", "text/html"}
    assert commands_in("".join(shown.values()).replace("\r\n", "\n")) == []
    assert markup_in(shown["text/html"]) == []


@pytest.mark.parametrize("name", ["feed.xml", "rss.xml", "feed.json"])
def test_a_feed_reader_finds_no_markup_in_the_feeds_of_digests(project: Project, name: str) -> None:
    content = (project.digests / name).read_bytes()
    if name.endswith(".json"):
        items = json.loads(content)["items"]
        shown = [item["content_html"] for item in items]
        texts = [text for item in items for text in item.values()]
    else:
        feed = feedparser.parse(io.BytesIO(content), sanitize_html=False)
        assert not feed.bozo
        shown = [part.value for entry in feed.entries for part in entry.get("content", [entry.get("summary_detail")])]
        texts = [entry.title for entry in feed.entries]
    assert len(shown) == len(rows(project, "select distinct day from digests"))
    assert [found for text in shown for found in markup_in(text)] == []
    assert commands_in("".join(texts)) == []


def test_the_digest_as_json_says_what_is_printed_and_commands_nothing(project: Project) -> None:
    (file,) = project.digests.rglob("digest.json")
    assert json.loads(file.read_bytes())["stories"]
    assert commands_in(file.read_text(encoding="utf-8")) == []


# --- files for programs ----------------------------------------------------------------------------------------------


@pytest.fixture(params=["csv", "parquet"])
def exported(request: pytest.FixtureRequest, dateline: Dateline, project: Project, tmp_path: Path) -> Path:
    tables = ("articles", "entries", "quotes", "alerts", "watchlists", "feeds", "gdelt.gkg", "gdelt.mentions")
    said = dateline("export", "--to", str(tmp_path), "--format", request.param, "--tables", *tables)
    assert said.code == 0, said.err
    return tmp_path


def test_exported_files_have_the_rows_of_the_views_and_no_formula_in_csv(project: Project, exported: Path) -> None:
    package = json.loads((exported / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        name = resource["name"]
        (count,) = rows(project, f"select count(*) from {name}")[0]
        read = [cells for path in resource["path"] for cells in _rows_of(exported / path)]
        assert len(read) == count, name
        if resource["format"] == "csv":
            assert {len(cells) for cells in read} <= {len(resource["schema"]["fields"])}, name
            texts = [cell for cells in read for cell in cells if not re.fullmatch(r"-?\d+(\.\d+)?(e-\d+)?", cell)]
            assert [text for text in texts if re.match(r"\s*[=+@＝＋－＠-]", text)] == [], name


def _rows_of(file: Path) -> Iterator[list[str]]:
    if file.suffix == ".parquet":
        yield from (list(map(str, row.values())) for row in pq.read_table(file).to_pylist())
    else:
        yield from list(csv.reader(io.StringIO(file.read_text(encoding="utf-8"), newline="")))[1:]


# --- answers on a terminal -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        ("find", "harbour", "--limit", "0"),
        ("find", "harbour", "--limit", "0", "--copies", "--json"),
        ("find", f'watch:"{NASTY[0]}"'),
        ("watch", "list"),
        ("watch", "list", "--json"),
        ("watch", "test", "harbour"),
        ("watch", "test", NASTY[0], "--json"),
        ("sql", "from alerts"),
        ("sql", "from watch_hits"),
        ("sql", "select title, url, body from articles", "--format", "tsv"),
        ("why", "outlet", "nasty.example"),
        ("why", "outlet", "nasty.example", "--json"),
        ("digest", "--date", "newest", "--format", "md"),
        ("digest", "--date", "newest", "--format", "rss"),
    ],
)  # fmt: skip
def test_an_answer_commands_no_terminal(dateline: Dateline, project: Project, words: tuple[str, ...]) -> None:
    said = dateline(*words)
    assert said.code == 0, said.err
    assert said.out
    assert commands_in(said.out.replace("\t", "")) == []
    assert commands_in(said.err) == []


@pytest.mark.parametrize(
    "words",
    [
        ("find", "harbour OR board OR amber", "--limit", "0"),
        ("watch", "test", "harbour OR title*"),
        ("watch", "list"),
        ("feeds", "list"),
        ("sql", "select title, body from alerts"),
        ("why", "outlet", "nasty.example"),
        ("doctor",),
    ],
)
def test_what_is_drawn_on_a_terminal_is_bold_at_most(
    dateline: Dateline, project: Project, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    said = dateline(*words)
    assert said.out, said.err
    assert commands_in(re.sub("\x1b\\[[01]?m", "", said.out)) == []


@pytest.mark.parametrize("text", [text for text in NASTY if "\x00" not in text and "\ud83d" not in text])
@pytest.mark.parametrize("command", ["find", "why actor", "watch test", "watch remove", "revisions"])
def test_whatever_is_asked_for_an_error_is_one_line(
    dateline: Dateline, project: Project, command: str, text: str
) -> None:
    said = dateline(*command.split(), text)
    assert said.code in (0, 1, 2, 4)
    assert commands_in(said.err) == []
    if said.code:
        assert len(said.error) < 2_100
