"""News site maps, polled as feeds: each part of an index with its own validators, and no more of them than needed."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from flows.execution import Workers
from flows.feed_list import sync_seeds
from flows.polls import poll_feeds
from flows.project import open_project
from flows.run import Run
from tests.flows.collecting import begin_seeded
from tests.flows.contents import rows
from tests.flows.loopback import SETTINGS
from tests.flows.small_web import Asked, Web, response, small_web

NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'


@pytest.fixture
def web() -> Iterator[Web]:
    with small_web() as served:
        yield served


def conditional(content: Callable[[], str]) -> Callable[[Asked, socket.socket], None]:
    """Answers with an ETag made of the content, and 304 to whoever sends it back."""

    def respond(asked: Asked, sock: socket.socket) -> None:
        body = content().encode()
        etag = f'"{hash(body)}"'
        if asked.headers.get("if-none-match") == etag:
            sock.sendall(response("304 Not Modified", headers=(f"ETag: {etag}",)))
        else:
            sock.sendall(response(body=body, headers=(f"ETag: {etag}", "Content-Type: application/xml")))

    return respond


def story(web: Web, name: str, hour: int) -> str:
    return (
        f"<url><loc>http://{web.address}/{name}</loc><news:news><news:publication><news:name>Quay</news:name>"
        f"<news:language>en</news:language></news:publication><news:title>{name}</news:title>"
        f"<news:publication_date>2026-03-02T{hour:02}:00:00Z</news:publication_date></news:news></url>"
    )


@pytest.fixture
def poll(tmp_path: Path, web: Web, workers: Workers) -> Callable[[], Run]:
    """Polls the index at /index.xml once."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "dateline.toml").write_text(SETTINGS)
    (home / "feeds.csv").write_text(f"url\nhttp://{web.address}/index.xml\n")
    begin_seeded(open_project(folder=home))

    def once() -> Run:
        run = Run(open_project(folder=home), shared_workers=workers)
        sync_seeds(run)
        poll_feeds(run, every_feed=True)
        return run

    return once


def test_a_news_site_map_is_polled_as_a_feed_is(web: Web, poll: Callable[[], Run]) -> None:
    listed = [story(web, "one", 8)]
    web.respond["/index.xml"] = conditional(lambda: f"<urlset {NEWS}>{''.join(listed)}</urlset>")
    home = poll().project.folder
    assert rows(home, "select title, published_at::varchar from entries") == [("one", "2026-03-02 08:00:00+00")]
    poll()
    listed.append(story(web, "two", 9))
    poll()
    found = rows(home, "select outcome, item_count, new_count, is_possible_gap from ops.polls order by polled_at")
    assert found == [("ok", 1, 1, False), ("unchanged", None, None, False), ("ok", 2, 1, False)]


def test_an_index_is_followed_to_its_newest_parts_each_with_its_own_validators(
    web: Web, poll: Callable[[], Run]
) -> None:
    listed = [story(web, "one", 8)]
    names = ["news.xml", *(f"pages-{n}.xml" for n in range(9))]
    parts = "".join(f"<sitemap><loc>http://{web.address}/{name}</loc></sitemap>" for name in names)
    web.respond["/index.xml"] = conditional(lambda: f"<sitemapindex>{parts}</sitemapindex>")
    web.respond["/news.xml"] = conditional(lambda: f"<urlset {NEWS}>{''.join(listed)}</urlset>")
    for number in (7, 8):
        web.respond[f"/pages-{number}.xml"] = conditional(lambda: "<urlset><url><loc>/about</loc></url></urlset>")
    home = poll().project.folder
    assert sorted(web.paths) == ["/index.xml", "/news.xml", "/pages-7.xml", "/pages-8.xml"]
    assert rows(home, "select count(*) from entries") == [(2,)]
    listed.append(story(web, "two", 9))
    web.asked.clear()
    poll()
    assert all("if-none-match" in asked.headers for asked in web.asked)
    assert rows(home, "select title from entries where title <> '' order by all") == [("one",), ("two",)]
    web.asked.clear()
    poll()
    assert all("if-none-match" in asked.headers for asked in web.asked)
    last = "select outcome, item_count from ops.polls order by polled_at desc limit 1"
    assert rows(home, last) == [("unchanged", None)]


def test_the_answers_of_the_parts_are_kept_in_the_archive_as_they_came(web: Web, poll: Callable[[], Run]) -> None:
    web.respond["/index.xml"] = conditional(
        lambda: "<sitemapindex><sitemap><loc>/news.xml</loc></sitemap></sitemapindex>"
    )
    part = f"<urlset {NEWS}>{story(web, 'one', 8)}</urlset>"
    web.respond["/news.xml"] = conditional(lambda: part)
    archive = poll().project.archive
    (file,) = archive.rglob("sitemaps-*.warc.gz")
    with file.open("rb") as stream:
        kept = [
            (record.rec_headers.get_header("WARC-Target-URI"), record.content_stream().read())
            for record in ArchiveIterator(stream)
        ]
    assert kept == [(f"http://{web.address}/news.xml", part.encode())]


def test_a_part_that_the_index_says_is_unchanged_is_not_asked_for(web: Web, poll: Callable[[], Run]) -> None:
    day = ["2026-03-01"]
    web.respond["/index.xml"] = conditional(
        lambda: f"<sitemapindex><sitemap><loc>/news.xml</loc><lastmod>{day[0]}</lastmod></sitemap></sitemapindex>"
    )
    web.respond["/news.xml"] = conditional(lambda: f"<urlset {NEWS}>{story(web, 'one', 8)}</urlset>")
    poll()
    poll()
    assert web.paths == ["/index.xml", "/news.xml", "/index.xml"]
    day[0] = "2026-03-02"
    poll()
    assert web.paths[3:] == ["/index.xml", "/news.xml"]


def test_a_part_that_failed_is_asked_for_again_though_the_index_is_unchanged(web: Web, poll: Callable[[], Run]) -> None:
    index = "<sitemapindex><sitemap><loc>/news.xml</loc><lastmod>2026-03-01</lastmod></sitemap></sitemapindex>"
    web.respond["/index.xml"] = conditional(lambda: index)
    home = poll().project.folder
    assert rows(home, "select outcome from ops.polls") == [("not_a_feed",)]
    web.respond["/news.xml"] = conditional(lambda: f"<urlset {NEWS}>{story(web, 'one', 8)}</urlset>")
    poll()
    poll()
    assert rows(home, "select title from entries") == [("one",)]
    assert web.paths.count("/news.xml") == 2
