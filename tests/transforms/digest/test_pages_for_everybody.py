"""Whether everybody can read the pages: axe-core, the keyboard, narrow screens, paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.transforms.digest import axe
from tests.transforms.digest.browser import Browser, is_installed, open_browser
from tests.transforms.digest.editions import HOSTILE, QUIET, written_by
from tests.transforms.digest.sunday import SUNDAY, TOLL
from tests.transforms.digest.test_as_site import MONTHS, PAGE, days
from transforms.digest.as_html import render_html
from transforms.digest.as_site import render_archive, render_month, render_thing
from transforms.digest.content import EditionChange

pytestmark = [pytest.mark.browser, pytest.mark.skipif(not is_installed(), reason="no chromium and chromedriver here")]

SECOND = replace(SUNDAY, edition=2, edition_changes=(EditionChange("Headline", "Old", "New", TOLL),))
PAGES = {
    "digest": render_html(SECOND),
    "quiet digest": render_html(QUIET),
    "hostile digest": render_html(written_by(" ".join(HOSTILE), "https://a.example/")),
    "thing": render_thing(PAGE),
    "articles": render_thing(replace(PAGE, unit="article", link=replace(PAGE.link, kind="day", path="articles.html"))),
    "archive": render_archive(days(30), MONTHS),
    "month": render_month(days(8), MONTHS[0]),
}


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with open_browser(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


def show(browser: Browser, folder: Path, name: str, width: int = 1280, scheme: str = "light") -> None:
    page = folder / "page.html"
    page.write_text(PAGES[name], encoding="utf-8")
    browser.show(page, width, scheme)


@pytest.mark.skipif(axe.script() is None, reason="axe-core is not installed: make slow installs it")
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(browser: Browser, tmp_path: Path, name: str, scheme: str, width: int) -> None:
    show(browser, tmp_path, name, width, scheme)
    browser.ask("document.querySelectorAll('details').forEach((e) => { e.open = true; })")
    assert axe.findings(browser) == []


@pytest.mark.parametrize("name", PAGES)
def test_no_page_is_wider_than_a_narrow_screen(browser: Browser, tmp_path: Path, name: str) -> None:
    show(browser, tmp_path, name, 320)
    browser.ask("document.querySelectorAll('details').forEach((e) => { e.open = true; })")
    assert browser.ask("document.documentElement.scrollWidth") <= 320


def test_the_keyboard_goes_through_the_digest_in_the_order_of_the_page(browser: Browser, tmp_path: Path) -> None:
    show(browser, tmp_path, "digest")
    stops = "[...document.querySelectorAll('a[href], summary')].filter((e) => e.checkVisibility())"
    count = browser.ask(f"{stops}.length")
    seen = []
    for _ in range(count):
        browser.press("Tab")
        seen.append(browser.ask(f"{stops}.indexOf(document.activeElement)"))
    assert seen == list(range(count))
    assert browser.ask("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_the_first_stop_skips_to_the_digest(browser: Browser, tmp_path: Path) -> None:
    show(browser, tmp_path, "digest")
    browser.press("Tab")
    assert browser.ask("document.activeElement.className") == "skip"
    assert browser.ask("document.activeElement.getBoundingClientRect().left") >= 0


def test_on_paper_stands_what_is_to_be_read_and_nothing_to_be_clicked(browser: Browser, tmp_path: Path) -> None:
    show(browser, tmp_path, "digest", 794)
    browser.print_as("print")
    try:
        shown = "[...document.querySelectorAll('{}')].filter((e) => e.offsetParent !== null).length"
        assert browser.ask(shown.format("details, nav, .skip")) == 0
        assert browser.ask(shown.format(".story")) == len(SUNDAY.stories)
        assert browser.ask("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert browser.ask("document.documentElement.scrollWidth") <= 794
    finally:
        browser.print_as("")
