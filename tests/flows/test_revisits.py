"""Pages are looked at again, less and less often; what has changed since becomes a version, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from flows.execution import Workers
from tests.flows.site import HOST, SENTENCES, Site, html, watched_site

pytestmark = pytest.mark.slow  # each runs the stages several times

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
PATH = "/news/crane"
KINDS = "select change_kind from revisions order by revision_no"


@pytest.fixture
def site(tmp_path: Path, workers: Workers) -> Iterator[Site]:
    with watched_site(tmp_path / "project", workers) as site:
        site.lists(PATH, "Crane falls")
        site.shows(PATH, html("Crane falls"))
        yield site


def kinds(site: Site) -> list[str]:
    return [kind for (kind,) in site.ask(KINDS)]


def edited(old: str, new: str) -> bytes:
    return html("Crane falls", [sentence.replace(old, new) for sentence in SENTENCES])


def test_a_look_carries_the_pages_validators_and_an_unchanged_page_is_not_sent_again(site: Site) -> None:
    site.run()
    (asked,) = site.run(HOUR)
    assert asked.headers["if-none-match"].startswith('"')
    assert site.ask("select outcome, status from fetches order by fetched_at") == [("ok", 200), ("unchanged", 304)]
    assert kinds(site) == ["first"]


def test_the_same_bytes_from_a_server_without_validators_are_neither_kept_nor_read_again(site: Site) -> None:
    site.has_validators = False
    site.run()
    site.run(HOUR)
    assert site.ask("select outcome, status, archive_file is null from fetches order by fetched_at") == [
        ("ok", 200, False), ("unchanged", 200, True),
    ]  # fmt: skip
    assert site.ask("select count(*) from ops.extractions") == [(1,)]


def test_a_changed_text_is_a_new_version_and_the_old_one_stays(site: Site) -> None:
    site.run()
    site.shows(PATH, edited("Twelve", "Twenty"))
    site.run(HOUR)
    site.shows(PATH, edited("1911", "1911 by hand, as the port’s own books show"))
    site.run(5 * HOUR)
    assert kinds(site) == ["first", "substantive", "substantive"]
    assert site.ask("select revision_no, body like '%Twenty%', seen_to is null from revisions order by 1") == [
        (1, False, False), (2, True, False), (3, False, True),
    ]  # fmt: skip
    (change,) = site.ask("select change, before, after, change_kind from revision_changes where revision_no = 2")
    assert change == ("changed", SENTENCES[1], SENTENCES[1].replace("Twelve", "Twenty"), "substantive")
    assert site.ask("select len(changes), changes[1].change from revisions where revision_no = 2") == [(1, "changed")]
    assert site.ask("select revision_no, change_kind from articles") == [(3, "substantive")]


def test_each_kind_of_change_is_told_from_the_others(site: Site) -> None:
    site.run()
    pages = {
        "minor": edited("accident.", "acident."),
        "headline": html("Harbour closed", [s.replace("accident.", "acident.") for s in SENTENCES]),
        "correction": html("Harbour closed", [*SENTENCES, "Correction: the crane fell on Monday, not on Sunday."]),
    }
    for wait, (kind, page) in zip((1, 5, 18), pages.items(), strict=True):
        site.shows(PATH, page)
        site.run(wait * HOUR)
        assert kinds(site)[-1] == kind
    assert site.ask("select change, before, after from revision_changes where change_kind = 'headline'") == [
        ("headline", "Crane falls", "Harbour closed")
    ]


def test_a_headline_that_goes_there_and_back_makes_a_version_each_time(site: Site) -> None:
    site.run()
    for wait, title in ((1, "Harbour closed"), (5, "Crane falls"), (18, "Harbour closed"), (48, "Crane falls")):
        site.shows(PATH, html(title))
        site.run(wait * HOUR)
    assert kinds(site) == ["first", *["headline"] * 4]
    assert site.ask("select count(distinct revision_id), max(revision_no) from revisions") == [(5, 5)]


def test_clocks_and_counters_on_the_page_make_no_version(site: Site) -> None:
    site.shows(PATH, html("Crane falls", ["Updated 3 minutes ago · 5 min read", *SENTENCES]))
    site.run()
    site.shows(PATH, html("Crane falls", ["Updated 2 hours ago · 4 min read", *SENTENCES]))
    site.run(HOUR)
    assert kinds(site) == ["first"]


@pytest.mark.parametrize("status", ["404 Not Found", "410 Gone", "451 Unavailable For Legal Reasons"])
def test_a_page_that_is_gone_is_a_version_without_text_and_the_newest_text_stays(site: Site, status: str) -> None:
    site.run()
    site.answers(PATH, status)
    site.run(HOUR)
    assert kinds(site) == ["first", "removed"]
    assert site.ask("select body, title, seen_to from revisions where change_kind = 'removed'") == [
        ("", "Crane falls", None)
    ]
    (row,) = site.ask("select change_kind, removed_at, body like '%Twelve%', state from articles")
    assert row == ("removed", site.now, True, "read")
    site.run(5 * HOUR)
    assert kinds(site) == ["first", "removed"]
    assert site.ask("select article_id from daily.counted_articles") == site.ask("select article_id from articles")


def test_a_page_that_comes_back_is_restored_or_changed(site: Site) -> None:
    site.run()
    site.answers(PATH, "404 Not Found")
    site.run(HOUR)
    site.shows(PATH, html("Crane falls"))
    site.run(5 * HOUR)
    assert kinds(site) == ["first", "removed", "restored"]
    site.answers(PATH, "410 Gone")
    site.run(18 * HOUR)
    site.shows(PATH, edited("Twelve", "Twenty"))
    site.run(48 * HOUR)
    assert kinds(site)[3:] == ["removed", "substantive"]
    assert site.ask("select removed_at, revision_no, change_kind from articles") == [(None, 5, "substantive")]
    assert site.ask("select before from revision_changes") == [(SENTENCES[1],)]


def test_a_page_that_is_gone_at_the_last_look_is_asked_for_once_more(site: Site) -> None:
    site.run()
    site.answers(PATH, "404 Not Found")
    site.run(72 * HOUR)
    assert site.run(12 * HOUR) == []
    site.shows(PATH, html("Crane falls"))
    assert len(site.run(12 * HOUR)) == 1
    assert kinds(site) == ["first", "removed", "restored"]


def test_a_page_that_the_feed_names_too_early_is_read_when_it_is_there(site: Site) -> None:
    site.answers(PATH, "404 Not Found")
    site.run()
    assert site.ask("select state from articles") == [("failed: http_error",)]
    site.shows(PATH, html("Crane falls"))
    assert site.run(HOUR / 2) == []
    site.run(HOUR / 2)
    assert kinds(site) == ["first"]


def test_a_page_that_was_never_there_is_no_removal(site: Site) -> None:
    site.answers(PATH, "404 Not Found")
    for _ in range(3):
        site.run(DAY)
    assert kinds(site) == []
    assert site.ask("select count(*) from fetches") == [(2,)]


def test_a_host_that_fails_at_a_look_changes_nothing_and_is_asked_again(site: Site) -> None:
    site.run()
    site.answers(PATH, "503 Service Unavailable")
    site.run(HOUR)
    site.shows(PATH, edited("Twelve", "Twenty"))
    assert len(site.run(HOUR)) == 1
    assert kinds(site) == ["first", "substantive"]


@pytest.mark.parametrize("target", ["/", "/index.html", "/en/", "/404.html", "/error/not-found"])
def test_a_redirect_to_the_front_page_or_an_apology_is_no_correction(site: Site, target: str) -> None:
    site.run()
    site.answers(PATH, "302 Found", f"Location: http://{HOST}{target}")
    site.shows(target, html("Velden News", ["Everything that the town talks about, every morning. " * 5] * 4))
    site.run(HOUR)
    assert kinds(site) == ["first"]
    assert site.ask("select state, title from articles") == [("read", "Crane falls")]


@pytest.mark.parametrize(
    ("line", "state"),
    [("A crane fell at the port.", "rejected: too_short"), ("More to follow.", "rejected: no_text")],
)
def test_a_page_without_an_article_yet_is_looked_at_again(site: Site, line: str, state: str) -> None:
    site.shows(PATH, html("Crane falls", [line]))
    site.run()
    assert site.ask("select state from articles") == [(state,)]
    site.shows(PATH, html("Crane falls"))
    site.run(HOUR)
    assert site.ask("select state, change_kind from articles") == [("read", "first")]
