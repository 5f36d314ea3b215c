"""One article is stored once, whatever addresses the feeds give it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

import pytest

from flows.execution import Workers
from tests.flows.site import HOST, SENTENCES, Site, html, watched_site

MINUTE = timedelta(minutes=1)
LINK = f"http://{HOST}/news/crane"


@pytest.fixture
def site(tmp_path: Path, workers: Workers) -> Iterator[Site]:
    with watched_site(tmp_path / "project", workers) as site:
        site.shows("/news/crane", html("Crane falls"))
        yield site


def test_addresses_that_say_what_they_lead_to_are_asked_for_once(site: Site) -> None:
    links = (
        f"{LINK}#top",
        f"{LINK}?utm_source=feed&fbclid=1",
        f"https://www.google.com/url?url={quote(LINK, safe='')}",
        f"http://www.{HOST}/news/crane/",
        f"https://news.example/redirect?url={quote(LINK, safe='')}",
        LINK,
    )
    for number, link in enumerate(links):
        site.lists(link, f"Crane falls {number}")
    asked = site.run()
    assert len(asked) == 1
    assert asked[0].host == HOST
    assert site.ask("select url, state from articles") == [(LINK, "read")]


@pytest.mark.parametrize("first", ["/news/crane", "/story.php?id=7"])
def test_pages_that_name_one_canonical_address_are_one_article(site: Site, first: str) -> None:
    other = {"/news/crane": "/story.php?id=7", "/story.php?id=7": "/news/crane"}[first]
    site.shows("/story.php?id=7", html("Crane falls", head=f'<link rel="canonical" href="{LINK}">'))
    for link in (first, other):
        site.lists(link, "Crane falls")
        site.run(MINUTE)
    assert site.ask("select url, state from articles") == [(f"http://{HOST}{first}", "read")]
    assert site.ask("select count(*) from revisions") == [(1,)]
    assert site.ask("select same_as_id is not null from facts.articles order by first_seen_at") == [(False,), (True,)]


def test_an_address_that_has_moved_for_good_is_the_one_that_it_moved_to(site: Site) -> None:
    site.answers("/old-crane", "301 Moved Permanently", f"Location: {LINK}")
    site.lists("/old-crane", "Crane falls")
    site.run(MINUTE)
    site.lists(LINK, "Crane falls")
    site.run(MINUTE)
    assert site.ask("select url from articles") == [(f"http://{HOST}/old-crane",)]


def test_pages_that_all_name_the_front_page_or_another_site_stay_their_own(site: Site) -> None:
    for number, canonical in enumerate((f"http://{HOST}/", "https://elsewhere.example/a", f"http://{HOST}/news/")):
        head = f'<link rel="canonical" href="{canonical}">'
        site.shows(f"/news/story-{number}", html(f"Story {number}", SENTENCES, head=head))
        site.lists(f"/news/story-{number}", f"Story {number}")
    site.run(MINUTE)
    assert site.ask("select count(*) from articles where state = 'read'") == [(3,)]
