from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.transforms.digest.browser import Browser, is_installed, open_browser
from tests.transforms.digest.editions import HOSTILE, QUIET, written_by
from tests.transforms.digest.sunday import SUNDAY
from transforms.digest.as_html import render_html

pytestmark = [pytest.mark.browser, pytest.mark.skipif(not is_installed(), reason="no chromium and chromedriver here")]

EDITIONS = {
    "full": SUNDAY,
    "quiet": QUIET,
    "long words": written_by("Donaudampfschifffahrt" * 12, "https://a.example/"),
}

# The contrast of two colours after WCAG 2.2, of the text of every visible element against the page.
CONTRAST = """(() => {
  const channels = (css) => css.match(/[\\d.]+/g).slice(0, 3).map(Number).map((v) => v / 255);
  const light = (css) => channels(css).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ratio = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  const paper = light(getComputedStyle(document.body).backgroundColor);
  const inks = [...document.querySelectorAll('body *')].map((e) => light(getComputedStyle(e).color));
  return Math.min(...inks.map((ink) => ratio(ink, paper)));
})()"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with open_browser(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("edition", EDITIONS)
def test_nothing_sticks_out_at_any_width(
    browser: Browser, tmp_path: Path, edition: str, scheme: str, width: int
) -> None:
    page = tmp_path / "digest.html"
    page.write_text(render_html(EDITIONS[edition]), encoding="utf-8")
    browser.show(page, width, scheme)
    browser.ask("document.querySelectorAll('details').forEach((e) => { e.open = true; })")
    assert browser.ask("document.documentElement.scrollWidth") <= width
    assert browser.picture().startswith(b"\x89PNG")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_has_the_contrast_that_aa_asks(browser: Browser, tmp_path: Path, scheme: str) -> None:
    page = tmp_path / "digest.html"
    page.write_text(render_html(SUNDAY), encoding="utf-8")
    browser.show(page, 1280, scheme)
    assert browser.ask("getComputedStyle(document.body).backgroundColor") == (
        "rgb(251, 250, 246)" if scheme == "light" else "rgb(23, 24, 27)"
    )
    assert browser.ask(CONTRAST) >= 4.5


def test_a_hostile_edition_loads_nothing_and_runs_nothing(browser: Browser, tmp_path: Path) -> None:
    page = tmp_path / "digest.html"
    page.write_text(render_html(written_by(" ".join(HOSTILE), "javascript:alert(1)")), encoding="utf-8")
    browser.show(page, 1280, "light")
    assert browser.ask("performance.getEntriesByType('resource').length") == 0
    assert browser.ask("document.scripts.length") == 0
