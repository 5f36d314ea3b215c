"""dateline feeds add with a site's address: what it finds, shows and takes."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from flows.feed_list import read_feed_list
from tests.flows.command_line import Dateline
from tests.flows.small_web import Web, response


def rss(title: str, *items: str) -> bytes:
    entries = "".join(
        f"<item><title>{item}</title><link>https://quay.example/{item}</link>"
        f"<pubDate>Mon, 02 Mar 2026 {hour:02}:00:00 GMT</pubDate></item>"
        for hour, item in enumerate(items)
    )
    return response(body=f"<rss version='2.0'><channel><title>{title}</title>{entries}</channel></rss>".encode())


def page(head: str = "", body: str = "") -> bytes:
    text = f"<!doctype html><html><head><title>Quay</title>{head}</head><body>{body}</body></html>"
    return response(body=text.encode(), headers=("Content-Type: text/html",))


def link(address: str, kind: str = "application/rss+xml") -> str:
    return f'<link rel="alternate" type="{kind}" href="{address}">'


@pytest.fixture
def site(web: Web) -> str:
    return f"http://{web.address}"


def listed(home: Path) -> list[str]:
    path = home / "feeds.csv"
    return [feed.url for feed in read_feed_list(path)[0]] if path.exists() else []


def test_a_sites_only_feed_is_shown_and_added(dateline: Dateline, home: Path, web: Web, site: str) -> None:
    web.answers("/", page(link("/rss.xml")))
    web.answers("/rss.xml", rss("The Quay", "Tide", "Toll", "Ferry", "Lock"))
    said = dateline("feeds", "add", site)
    assert (said.code, listed(home)) == (0, [f"{site}/rss.xml"])
    lines = said.out.splitlines()
    assert lines[0].split() == ["1", f"{site}/rss.xml"]
    assert [line.split() for line in lines[2:]] == [
        ["2026-03-02", "03:00", "Lock"], ["2026-03-02", "02:00", "Ferry"], ["2026-03-02", "01:00", "Toll"]
    ]  # fmt: skip


def test_of_several_feeds_none_is_added_unless_it_is_chosen(
    dateline: Dateline, home: Path, web: Web, site: str
) -> None:
    web.answers("/", page(link("/all") + link("/sport") + link("/gone")))
    web.answers("/all", rss("All", "Tide"))
    web.answers("/sport", rss("Sport", "Match"))
    said = dateline("feeds", "add", f"{site}/", "--json")
    assert (said.code, listed(home)) == (1, [])
    assert [(row["url"], row["is_added"], row["newest"][0]["title"]) for row in said.objects] == [
        (f"{site}/all", False, "Tide"),
        (f"{site}/sport", False, "Match"),
    ]
    assert "--first" in said.err
    assert dateline("feeds", "add", site, "--first").code == 0
    assert listed(home) == [f"{site}/all"]
    assert dateline("feeds", "add", site, "--all").code == 0
    assert listed(home) == [f"{site}/all", f"{site}/sport"]
    assert dateline("feeds", "add", site, "--all", "--first").code == 2


@pytest.mark.parametrize(
    ("answer", "code", "names"), [("2\n", 0, ["sport"]), ("\n", 1, []), ("1, 2\n", 0, ["all", "sport"]), ("7\n", 2, [])]
)
def test_on_a_terminal_the_user_chooses_by_number(
    dateline: Dateline, home: Path, web: Web, site: str, monkeypatch: pytest.MonkeyPatch, answer: str, code: int,
    names: list[str],
) -> None:  # fmt: skip
    web.answers("/", page(link("/all") + link("/sport")))
    web.answers("/all", rss("All", "Tide"))
    web.answers("/sport", rss("Sport", "Match"))
    keyboard = io.StringIO(answer)
    monkeypatch.setattr(keyboard, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", keyboard)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert dateline("feeds", "add", site).code == code
    assert listed(home) == [f"{site}/{name}" for name in names]


def test_a_page_that_lists_feeds_is_followed(dateline: Dateline, home: Path, web: Web, site: str) -> None:
    web.answers("/", page(body='<a href="/rss">RSS</a>'))
    web.answers("/rss", page(body='<a href="/rss/world.xml">World</a><a href="/rss/city.xml">City</a>'))
    web.answers("/rss/world.xml", rss("World", "Peace"))
    web.answers("/rss/city.xml", rss("City", "Tram"))
    assert dateline("feeds", "add", site, "--all").code == 0
    assert listed(home) == [f"{site}/rss/world.xml", f"{site}/rss/city.xml"]


def test_a_feed_in_a_usual_place_is_found_without_trying_all(
    dateline: Dateline, home: Path, web: Web, site: str
) -> None:
    web.answers("/", page())
    web.answers("/rss.xml", rss("The Quay", "Tide"))
    assert dateline("feeds", "add", site).code == 0
    assert listed(home) == [f"{site}/rss.xml"]
    assert sorted(web.paths) == ["/", "/feed", "/robots.txt", "/rss", "/rss.xml"]


def test_where_there_is_no_feed_the_news_site_map_of_robots_is_found(
    dateline: Dateline, home: Path, web: Web, site: str
) -> None:
    news = (
        '<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>/tide</loc><news:news>'
        "<news:title>Tide</news:title><news:publication_date>2026-03-02</news:publication_date></news:news></url></urlset>"
    )
    web.answers("/", page())
    web.answers("/robots.txt", response(body=b"User-agent: *\nSitemap: /index.xml\n"))
    web.answers("/index.xml", response(body=b"<sitemapindex><sitemap><loc>/n.xml</loc></sitemap></sitemapindex>"))
    web.answers("/n.xml", response(body=news.encode()))
    said = dateline("feeds", "add", site, "--first", "--json")
    (row,) = said.objects
    assert (row["url"], row["kind"], row["newest"][0]["title"]) == (f"{site}/index.xml", "sitemap-index", "Tide")
    assert listed(home) == [f"{site}/index.xml"]


def test_a_site_without_any_feed_is_said_and_nothing_is_asked_twice(
    dateline: Dateline, home: Path, web: Web, site: str
) -> None:
    web.answers("/", page(body="<a href='/feed'>Feed</a>"))
    said = dateline("feeds", "add", site)
    assert said.code == 1
    assert "no feed was found" in said.err
    assert len(web.paths) == len(set(web.paths)) < 25


def test_usual_places_that_robots_forbids_are_not_asked_for_and_the_pace_holds(
    dateline: Dateline, home: Path, web: Web, site: str
) -> None:
    settings = (home / "dateline.toml").read_text().replace("host_delay_seconds = 0", "host_delay_seconds = 0.05")
    (home / "dateline.toml").write_text(settings)
    web.answers("/", page())
    web.answers("/robots.txt", response(body=b"User-agent: *\nDisallow: /feed\nDisallow: /rss\nAllow: /rss.xml\n"))
    web.answers("/rss.xml", rss("The Quay", "Tide"))
    assert dateline("feeds", "add", site).code == 0
    assert listed(home) == [f"{site}/rss.xml"]
    assert web.paths == ["/", "/robots.txt", "/rss.xml"]
    assert set(web.most_open.values()) == {1}
