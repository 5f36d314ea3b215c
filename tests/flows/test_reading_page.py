"""`dateline read --html`: the text as it stands, what was found marked in it, and nothing of it that runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from tests.flows.command_line import Dateline

TEXT = """HALVARD, March 4 — Foreign Minister Orla Brandt of Norway said on Monday that Oslo "will not sign" the accord.

“It is a <script>alert(1)</script> trap & a ruse”, Brandt told Reuters. Over 1,200 dockers left Halvard.

What It Means

Sweden condemned the refusal. {{ 7 * 7 }} \u202e onerror="x" <img src=x onerror=alert(2)>
"""


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("read") / "accord.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def page(source: Path, dateline: Dateline) -> html.HtmlElement:
    said = dateline("read", "--text", "--html", str(source))
    assert said.code == 0, said.err
    return html.document_fromstring(said.out)


def test_the_text_is_there_whole_and_in_order(page: html.HtmlElement) -> None:
    shown = [block.text_content() for block in page.xpath("//article/p[not(@class='key')] | //article/blockquote")]
    assert " ".join(" ".join(shown).split()) in " ".join(TEXT.replace("\u202e", "").split())
    assert "dockers left Halvard." in " ".join(shown)


def test_what_was_found_is_marked_where_it_stands(page: html.HtmlElement) -> None:
    def marked(kind: str) -> str:
        """All pieces with such a mark, one behind the other: marks within it cut a span into pieces."""
        spans = page.xpath(f"//article//span[contains(concat(' ', @class, ' '), ' {kind} ')][@title]")
        return "".join(span.text_content() for span in spans)

    assert "Orla Brandt" in marked("person")
    assert "will not sign" in marked("quote")
    assert marked("cue").startswith("saidtold")
    assert "condemned" in marked("event")
    assert "Foreign Minister" in marked("role")
    assert "Monday" in marked("date")
    assert "1,200" in marked("quantity")
    notes = {span.get("title") for span in page.xpath("//span[@title]")}
    assert any("person Orla Brandt" in note for note in notes)
    assert any("direct speech of Orla Brandt" in note for note in notes)


def test_nothing_in_it_runs_or_is_loaded(page: html.HtmlElement) -> None:
    assert page.xpath("//script | //img | //link | //iframe | //*[@onerror]") == []
    assert "default-src 'none'" in page.xpath("string(//meta[@http-equiv]/@content)")
    assert "{{ 7 * 7 }}" in page.text_content()
    assert "\u202e" not in html.tostring(page, encoding="unicode")


def test_html_and_json_exclude_each_other(source: Path, dateline: Dateline) -> None:
    said = dateline("read", "--html", "--json", str(source))
    assert (said.code, said.out) == (2, "")
    assert "choose one" in said.err
