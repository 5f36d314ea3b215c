from __future__ import annotations

import io
import json
import shutil
from datetime import UTC, datetime
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import feedparser
import pytest

from flows.newsroom import Newsroom, NewsroomError, feeds, on_show, read_articles, read_outlets, summarise

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLE = Path(__file__).parents[2] / "seeds" / "sample"
TAGUS = "taguscourier.example"
NORTHGATE = "northgatestandard.example"
LAKESHORE = "lakeshoretribune.example"
SAVANNA = "savannagazette.example"
MERIDIAN = "meridianwire.example"
SUNDAY = datetime(2026, 3, 8, 23, 59, tzinfo=UTC)

ARTICLE = """title: Ships & <cranes> "wait"
byline: By Ana Prazeres in Lisbon
authors: Ana Prazeres; Rui Lobo
published: {published}
section: World
categories: shipping, Greece

LISBON — The lede is here.

The second paragraph goes on.

## What Happened

It happened.
"""


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The sample's outlets and pages with a few articles of our own."""
    shutil.copytree(SAMPLE / "pages", tmp_path / "pages")
    shutil.copy(SAMPLE / "outlets.toml", tmp_path)
    for outlet in ("meridian-wire", "tagus-courier", "northgate-standard", "savanna-gazette"):
        write(tmp_path, outlet, "2026-03-04-ships-wait.txt", ARTICLE.format(published="2026-03-04T09:20:00+00:00"))
    original = ARTICLE.format(published="2026-03-04T09:20:00-06:00")
    write(tmp_path, "lakeshore-tribune", "2026-03-04-ships-wait.txt", original)
    twin = original.replace("section:", "updated: 2026-03-05T08:00:00-06:00\nsection:").replace(
        "lede", "corrected lede"
    )
    write(tmp_path, "lakeshore-tribune", "2026-03-04-ships-wait.corrected.txt", twin)
    return tmp_path


@pytest.fixture
def newsroom(folder: Path) -> Iterator[Newsroom]:
    with Newsroom(folder, now=SUNDAY) as running:
        yield running


@pytest.fixture(scope="module")
def sample() -> Iterator[Newsroom]:
    with Newsroom(SAMPLE, now=SUNDAY) as running:
        yield running


def write(folder: Path, outlet: str, name: str, text: str) -> None:
    file = folder / "articles" / outlet / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def get(newsroom: Newsroom, url: str, method: str = "GET", **headers: str) -> Answer:
    host, _, path = url.removeprefix("http://").partition("/")
    address = newsroom.hosts.get(host, f"127.0.0.1:{newsroom.port}")
    connection = HTTPConnection(address, timeout=5)
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, f"/{path}", headers={"Host": host, **sent})
    response = connection.getresponse()
    answer = Answer(response.status, dict(response.headers), response.read())
    connection.close()
    return answer


def feed_of(newsroom: Newsroom, host: str) -> Answer:
    return get(newsroom, newsroom.press.outlets[host].feed_url)


def entries_of(newsroom: Newsroom, host: str) -> list[feedparser.FeedParserDict]:
    parsed = feedparser.parse(io.BytesIO(feed_of(newsroom, host).body))
    assert not parsed.bozo
    return list(parsed.entries)


def items_of(newsroom: Newsroom, host: str = LAKESHORE) -> list[dict[str, str]]:
    return list(json.loads(feed_of(newsroom, host).body)["items"])


def article_url(newsroom: Newsroom, host: str) -> str:
    outlet = newsroom.press.outlets[host]
    return f"http://{host}" + next(one.path for one in newsroom.press.articles if one.outlet == outlet.key)


def test_each_format_parses_and_keeps_awkward_titles(newsroom: Newsroom) -> None:
    for host, version in ((TAGUS, "rss20"), (SAVANNA, "rss20"), (MERIDIAN, "atom10"), (NORTHGATE, "rss10")):
        parsed = feedparser.parse(io.BytesIO(feed_of(newsroom, host).body), sanitize_html=False)
        assert (parsed.version, parsed.bozo) == (version, False)
        assert any(entry.title == 'Ships & <cranes> "wait"' for entry in parsed.entries), host
    assert items_of(newsroom)[0]["title"] == 'Ships & <cranes> "wait"'


def test_feeds_are_served_with_the_type_of_their_format(newsroom: Newsroom) -> None:
    types = {host: feed_of(newsroom, host).headers["Content-Type"] for host in newsroom.hosts}
    assert types[MERIDIAN].startswith("application/atom+xml")
    assert types[NORTHGATE].startswith("application/rdf+xml")
    assert types[LAKESHORE].startswith("application/feed+json")
    assert types[TAGUS].startswith("application/rss+xml")
    assert types["quaysideradio.example"].startswith("text/html")


def test_atom_links_are_relative_to_their_base(newsroom: Newsroom) -> None:
    assert b'href="article/ships-wait-' in feed_of(newsroom, MERIDIAN).body
    assert entries_of(newsroom, MERIDIAN)[0].link.startswith("http://meridianwire.example/article/ships-wait-")


def test_rss_links_with_utm_parameters_lead_to_the_page(newsroom: Newsroom) -> None:
    link = entries_of(newsroom, TAGUS)[-1].link
    assert "utm_source=rss" in link
    assert get(newsroom, link).status == 200


def test_nothing_is_shown_before_it_is_published(newsroom: Newsroom) -> None:
    url = article_url(newsroom, TAGUS)
    newsroom.now = datetime(2026, 3, 4, 9, 19, 59, tzinfo=UTC)
    assert (get(newsroom, url).status, entries_of(newsroom, TAGUS)) == (404, [])
    newsroom.now = datetime(2026, 3, 4, 9, 20, tzinfo=UTC)
    assert (get(newsroom, url).status, len(entries_of(newsroom, TAGUS))) == (200, 1)


def test_a_corrected_twin_replaces_page_and_entry_from_its_time_on(newsroom: Newsroom) -> None:
    newsroom.now = datetime(2026, 3, 5, 13, 59, tzinfo=UTC)
    before = items_of(newsroom)[0]
    assert b"corrected lede" not in get(newsroom, before["url"]).body
    newsroom.now = datetime(2026, 3, 5, 14, 0, tzinfo=UTC)
    after = items_of(newsroom)[0]
    assert b"corrected lede" in get(newsroom, after["url"]).body
    assert (before["id"], before.get("date_modified")) == (after["id"], None)
    assert (after["date_published"], after["date_modified"]) == (before["date_published"], "2026-03-05T08:00:00-06:00")


def test_an_etag_or_a_date_sent_back_is_answered_with_304(newsroom: Newsroom) -> None:
    for url in (newsroom.press.outlets[TAGUS].feed_url, article_url(newsroom, TAGUS)):
        first = get(newsroom, url)
        assert get(newsroom, url, If_None_Match=first.headers["ETag"])[::2] == (304, b"")
        assert get(newsroom, url, If_None_Match='"other", W/' + first.headers["ETag"]).status == 304
        assert get(newsroom, url, If_Modified_Since=first.headers["Last-Modified"]).status == 304
        assert get(newsroom, url, If_Modified_Since="Mon, 02 Mar 2026 00:00:00 GMT").status == 200
        assert get(newsroom, url, If_Modified_Since="last week").status == 200


def test_an_etag_that_differs_outweighs_a_date_that_agrees(newsroom: Newsroom) -> None:
    url = article_url(newsroom, TAGUS)
    date = get(newsroom, url).headers["Last-Modified"]
    assert get(newsroom, url, If_None_Match='"other"', If_Modified_Since=date).status == 200


def test_a_page_changes_only_when_its_article_does(sample: Newsroom) -> None:
    article = next(one for one in sample.press.articles if one.outlet == "meridian-wire" and not one.updated)
    url = f"http://{MERIDIAN}{article.path}"
    sample.now = article.published
    early = get(sample, url).headers["ETag"]
    sample.now = SUNDAY
    assert get(sample, url).headers["ETag"] == early


def test_the_savanna_feed_is_closed_on_thursday_and_its_pages_are_not(newsroom: Newsroom) -> None:
    for hour in (0, 23):
        newsroom.now = datetime(2026, 3, 5, hour, 30, tzinfo=UTC)
        answer = feed_of(newsroom, SAVANNA)
        assert (answer.status, answer.headers["Retry-After"]) == (503, "3600")
        assert get(newsroom, article_url(newsroom, SAVANNA)).status == 200
    newsroom.now = datetime(2026, 3, 6, 0, 0, tzinfo=UTC)
    assert feed_of(newsroom, SAVANNA).status == 200


def test_the_broken_outlet_answers_with_a_page(newsroom: Newsroom) -> None:
    answer = feed_of(newsroom, "quaysideradio.example")
    assert answer.status == 200
    assert answer.body.startswith(b"<!DOCTYPE html>")


def test_the_gallery_is_in_the_feed_from_friday_and_has_few_words(newsroom: Newsroom) -> None:
    newsroom.now = datetime(2026, 3, 5, 23, 0, tzinfo=UTC)
    assert not any("/galleries/" in entry.link for entry in entries_of(newsroom, TAGUS))
    newsroom.now = SUNDAY
    link = next(entry.link for entry in entries_of(newsroom, TAGUS) if "/galleries/" in entry.link)
    assert b"Subscribe to see all 12 pictures" in get(newsroom, link).body


def test_the_tram_map_is_a_pdf(newsroom: Newsroom) -> None:
    link = next(entry.link for entry in entries_of(newsroom, NORTHGATE) if entry.link.endswith(".pdf"))
    answer = get(newsroom, link)
    assert (answer.status, answer.headers["Content-Type"], answer.body[:5]) == (200, "application/pdf", b"%PDF-")


def test_every_outlet_has_robots_a_front_page_and_a_404_page(newsroom: Newsroom) -> None:
    for host in newsroom.hosts:
        assert get(newsroom, f"{host}/robots.txt").body.startswith(b"User-agent: *\nDisallow:")
        assert get(newsroom, f"{host}/").status == 200
        assert get(newsroom, f"{host}/no-such-page").status == 404


def test_a_host_that_is_no_outlet_is_misdirected(newsroom: Newsroom) -> None:
    assert get(newsroom, "example.org/").status == 421


def test_head_has_the_headers_of_get_and_no_body(newsroom: Newsroom) -> None:
    url = article_url(newsroom, TAGUS)
    head, whole = get(newsroom, url, method="HEAD"), get(newsroom, url)
    assert (head.headers, head.body) == (whole.headers, b"")


def test_the_log_tells_who_asked_for_what(newsroom: Newsroom) -> None:
    get(newsroom, f"{TAGUS}/nothing?x=1", User_Agent="Dateline/1")
    line = newsroom.log[-1]
    assert (line.at, line.method, line.host, line.path, line.status) == (SUNDAY, "GET", TAGUS, "/nothing?x=1", 404)
    assert line.headers["user-agent"] == "Dateline/1"


def test_a_clock_without_a_zone_is_refused(newsroom: Newsroom) -> None:
    with pytest.raises(NewsroomError, match="zone"):
        newsroom.now = datetime(2026, 3, 5)


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("2026-03-04-x.txt", ARTICLE.format(published="2026-03-05T09:00:00+00:00"), "not the day of the file name"),
        ("2026-03-04-x.txt", ARTICLE.format(published="2026-03-04T09:00:00"), "no zone"),
        ("2026-03-04-x.txt", "title: Only this\n\nText.", "lacks byline"),
        ("2026-03-04-x.txt", ARTICLE.replace("section", "secton"), "secton"),
        ("2026-03-04-x.txt", ARTICLE.format(published="2026-03-04T09:00:00+00:00") + "\n## Empty\n", "no paragraph"),
        ("4-march.txt", ARTICLE, "file name"),
        ("2026-03-04-x.corrected.txt", ARTICLE.format(published="2026-03-04T09:00:00+00:00"), "updated"),
    ],
)
def test_a_faulty_article_is_named_with_its_fault(tmp_path: Path, name: str, text: str, reason: str) -> None:
    shutil.copy(SAMPLE / "outlets.toml", tmp_path)
    write(tmp_path, "tagus-courier", name, text)
    with pytest.raises(NewsroomError, match=rf"{name}: .*{reason}"):
        read_articles(tmp_path)


def test_a_corrected_version_without_an_original_is_an_error(folder: Path) -> None:
    (folder / "articles" / "lakeshore-tribune" / "2026-03-04-ships-wait.txt").unlink()
    with pytest.raises(NewsroomError, match=r"corrected\.txt: no original"):
        read_articles(folder)


def test_an_article_reads_as_it_was_written(folder: Path) -> None:
    article = next(one for one in read_articles(folder) if one.outlet == "tagus-courier")
    assert article.path == "/2026/03/04/ships-wait"
    assert article.authors == ("Ana Prazeres", "Rui Lobo")
    assert article.lede == "LISBON — The lede is here."
    assert article.body.endswith("goes on.\n\nWhat Happened\n\nIt happened.")


def test_an_update_still_to_come_is_not_told(folder: Path) -> None:
    text = ARTICLE.format(published="2026-03-04T09:20:00+00:00").replace("section:", f"updated: {SUNDAY}\nsection:")
    write(folder, "tagus-courier", "2026-03-04-ships-wait.txt", text)
    shown = on_show(read_articles(folder), datetime(2026, 3, 4, 12, tzinfo=UTC))
    assert next(one for one in shown if one.outlet == "tagus-courier").updated is None


def test_a_summary_ends_at_a_word() -> None:
    assert summarise("word " * 60).endswith("word…")
    assert len(summarise("word " * 60)) <= 200
    assert summarise("short") == "short"


def test_feeds_lists_every_outlet_once() -> None:
    listed = feeds(SAMPLE)
    assert [feed.outlet for feed in listed] == [outlet.key for outlet in read_outlets(SAMPLE)]
    assert all(feed.url.startswith("http://") and ".example/" in feed.url for feed in listed)


def test_every_article_of_the_sample_is_served_whole(sample: Newsroom) -> None:
    hosts = {outlet.key: host for host, outlet in sample.press.outlets.items()}
    for article in sample.press.articles:
        sample.now = article.shown_from
        answer = get(sample, f"{hosts[article.outlet]}{article.path}")
        assert answer.status == 200, article.file
        assert answer.body.count(b"<p") >= len(article.sections[0].paragraphs), article.file
    sample.now = SUNDAY


def test_every_link_in_the_sample_feeds_leads_somewhere(sample: Newsroom) -> None:
    sample.now = SUNDAY
    links = [item["url"] for item in items_of(sample)]
    links += [entry.link for host in (TAGUS, NORTHGATE, MERIDIAN, SAVANNA) for entry in entries_of(sample, host)]
    assert {get(sample, link).status for link in links} == {200}


def test_the_same_moment_gives_the_same_bytes(folder: Path) -> None:
    answers = []
    for _ in range(2):
        with Newsroom(folder, now=SUNDAY) as newsroom:
            answers.append([feed_of(newsroom, host) for host in newsroom.hosts])
    assert answers[0] == answers[1]
