"""`dateline revisions`: the versions of an article for people and for programs."""

from __future__ import annotations

from datetime import timedelta

import pytest

from flows.execution import Workers
from flows.project import Project
from tests.flows.command_line import Dateline
from tests.flows.site import HOST, SENTENCES, html, watched_site


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, workers: Workers) -> Project:
    with watched_site(tmp_path_factory.mktemp("revised") / "project", workers) as site:
        site.lists("/a", "Crane falls")
        site.shows("/a", html("Crane falls"))
        site.run()
        hostile = "Thirty ships \x1b[31mwere [bold]waiting[/bold] outside the breakwater by noon."
        site.shows("/a", html("Harbour closed", [SENTENCES[0], hostile, *SENTENCES[2:4], "Rain is expected."]))
        site.run(timedelta(hours=1))
        site.answers("/a", "404 Not Found")
        site.run(timedelta(hours=5))
        return site.project


@pytest.fixture
def asked(dateline: Dateline, project: Project, monkeypatch: pytest.MonkeyPatch) -> Dateline:
    """The command in the project's folder."""
    monkeypatch.setenv("DATELINE_HOME", str(project.folder))
    return lambda *words: dateline("revisions", *words)


@pytest.mark.parametrize("name", [f"http://{HOST}/a", f"https://www.{HOST}/a/?utm_source=mail#top"])
def test_an_article_is_found_by_its_address_or_a_twin(asked: Dateline, name: str) -> None:
    said = asked(name)
    assert said.code == 0
    assert f"http://{HOST}/a" in said.out.splitlines()[0]


def test_each_version_says_what_it_changed(asked: Dateline) -> None:
    lines = asked(f"http://{HOST}/a").out.splitlines()
    assert "- headline: Crane falls" in "\n".join(lines)
    assert "  + headline: Harbour closed" in lines
    assert f"  - {SENTENCES[1]}" in lines
    assert "  + Rain is expected." in lines
    kinds = [line.split(" · ")[2] for line in lines if " UTC · " in line]
    assert kinds == ["first", "substantive", "removed"]
    assert lines[-1] == "  the page is gone; its newest text stays"


def test_what_a_page_says_cannot_steer_the_terminal(asked: Dateline) -> None:
    out = asked(f"http://{HOST}/a").out
    assert "\x1b" not in out
    assert "[bold]waiting[/bold]" in out


def test_programs_get_an_object_a_version_and_find_it_by_its_id(asked: Dateline) -> None:
    by_address = asked(f"http://{HOST}/a", "--json").objects
    assert [row["change_kind"] for row in by_address] == ["first", "substantive", "removed"]
    assert {change["change"] for change in by_address[1]["changes"]} >= {"added", "removed"}
    assert asked(by_address[0]["article_id"], "--json").objects == by_address


def test_an_article_that_is_not_known_is_one_line_and_code_4(asked: Dateline) -> None:
    said = asked("https://velden.example/never")
    assert said.code == 4
    assert "velden.example/never" in said.error
