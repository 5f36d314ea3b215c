"""dateline backfill --warc: pages of others' archives through the same path."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tests.flows.command_line import Dateline
from tests.flows.contents import contents, rows

pytestmark = pytest.mark.slow  # each runs the stages several times

WORDS = (
    "The harbour master of {place}, Ines Duarte, said on Monday that the northern lock would stay closed until the "
    "divers had finished their survey of the gates, which were damaged when a barge broke loose in the storm. "
)


def page(place: str, day: int = 2, more: str = "") -> bytes:
    paragraphs = "".join(f"<p>{WORDS.format(place=place)}{more} Part {number}.</p>" for number in range(6))
    meta = f'<meta property="article:published_time" content="2026-03-{day:02}T07:00:00Z">'
    title = f"Lock at {place} stays closed"
    text = f"<html lang='en'><head><title>{title}</title>{meta}</head><body><article><h1>{title}</h1>{paragraphs}"
    return f"<!doctype html>{text}</article></body></html>".encode()


def record(
    url: str, body: bytes, at: str = "2026-03-02T08:00:00Z", status: str = "200 OK", kind: str = "text/html"
) -> bytes:
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=True)
    http = StatusAndHeaders(status, [("Content-Type", f"{kind}; charset=utf-8"), ("ETag", '"e"')], protocol="HTTP/1.1")
    writer.write_record(
        writer.create_warc_record(
            url, "response", payload=io.BytesIO(body), http_headers=http, warc_headers_dict={"WARC-Date": at}
        )
    )
    return stream.getvalue()


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Three articles of two sites, and all that is no page."""
    path = tmp_path / "news.warc.gz"
    path.write_bytes(
        record("https://www.quaypost.org/lock?utm_source=x", page("Porto"))
        + record("https://quaypost.org/missing", page("Faro"), status="404 Not Found")
        + b"\x1f\x8b\x08 no member at all"
        + record("https://quaypost.org/data", b"{}", kind="application/json")
        + record("https://news.tidepost.org/lock", page("Sines", 3), at="2026-03-03T09:30:00Z")
        + record("https://quaypost.org/second", page("Aveiro"), at="2026-03-02T10:00:00Z")
    )
    return path


def test_pages_are_taken_as_if_they_had_been_fetched_when_they_were_stored(
    dateline: Dateline, home: Path, archive: Path
) -> None:
    said = dateline("backfill", "--warc", str(archive), "--direct", "--json")
    assert said.code == 0, said.err
    assert said.objects[0]["counts"]["pages fetched"] == 3
    assert "no record begins here" in said.err
    found = rows(home, "select url, outlet, title, first_seen_at::varchar, published_at::varchar, day::varchar, state "
                       "from articles order by first_seen_at")  # fmt: skip
    assert found == [
        ("https://www.quaypost.org/lock", "quaypost.org", "Lock at Porto stays closed", "2026-03-02 08:00:00+00",
         "2026-03-02 07:00:00+00", "2026-03-02", "read"),
        ("https://quaypost.org/second", "quaypost.org", "Lock at Aveiro stays closed", "2026-03-02 10:00:00+00",
         "2026-03-02 07:00:00+00", "2026-03-02", "read"),
        ("https://news.tidepost.org/lock", "tidepost.org", "Lock at Sines stays closed", "2026-03-03 09:30:00+00",
         "2026-03-03 07:00:00+00", "2026-03-03", "read"),
    ]  # fmt: skip
    assert rows(home, "select day::varchar, article_count from daily_volume order by day") == [
        ("2026-03-02", 2), ("2026-03-03", 1)
    ]  # fmt: skip
    assert rows(home, "select count(*) > 0 from mentions where surface like '%Duarte%'") == [(True,)]
    assert rows(home, "select file, record_count, page_count, damaged_count from ops.warc_files") == [
        ("news.warc.gz", 6, 3, 1)
    ]
    assert dateline("doctor", "--json").code in (0, 1)


def test_reading_a_file_twice_changes_nothing(dateline: Dateline, home: Path, archive: Path) -> None:
    dateline("backfill", "--warc", str(archive), "--direct")
    before = contents(home)
    again = dateline("backfill", "--warc", str(archive), str(archive), "--direct", "--json")
    assert again.code == 0
    assert again.objects[0]["counts"]["pages known"] == 6
    assert again.objects[0]["counts"].get("pages fetched", 0) == 0
    assert contents(home) == before
    assert rows(home, "select distinct outlet from articles order by all") == [("quaypost.org",), ("tidepost.org",)]


def test_only_pages_of_the_sites_that_are_asked_for_are_taken(dateline: Dateline, home: Path, archive: Path) -> None:
    assert dateline("backfill", "--warc", str(archive), "--site", "tidepost.org", "--direct").code == 0
    assert rows(home, "select url from articles") == [("https://news.tidepost.org/lock",)]


def test_a_later_page_of_an_article_is_a_later_version_and_an_earlier_one_is_left(
    dateline: Dateline, home: Path, tmp_path: Path
) -> None:
    url = "https://quaypost.org/lock"
    later = record(url, page("Porto", more="Divers found a second crack."), at="2026-03-04T08:00:00Z")
    (tmp_path / "a.warc.gz").write_bytes(record(url, page("Porto")) + later)
    earlier = record(url, page("Porto", more="An early draft."), at="2026-03-01T08:00:00Z")
    (tmp_path / "b.warc.gz").write_bytes(earlier)
    for name in ("a.warc.gz", "b.warc.gz"):
        assert dateline("backfill", "--warc", str(tmp_path / name), "--direct").code == 0
    found = rows(home, "select revision_no, seen_from::varchar, body like '%second crack%' from revisions order by 1")
    assert found == [(1, "2026-03-02 08:00:00+00", False), (2, "2026-03-04 08:00:00+00", True)]


def test_what_cannot_be_done_is_code_2_and_says_what_to_give(dateline: Dateline, home: Path, archive: Path) -> None:
    for words in ((), ("--warc", str(archive), "--first", "2026-03-02"), ("--warc", "missing.warc.gz")):
        said = dateline("backfill", *words)
        assert said.code == 2
        assert said.error
    assert dateline("backfill", "--first", "2026-03-03", "--last", "2026-03-02").code == 2


def test_days_are_made_again_with_their_digests(dateline: Dateline, home: Path, archive: Path) -> None:
    dateline("backfill", "--warc", str(archive), "--direct")
    (home / "feeds.csv").write_text("url\nhttps://127.0.0.1:9/feed\n")
    said = dateline("backfill", "--first", "2026-03-02", "--last", "2026-03-04", "--direct")
    assert said.code == 0, said.err
    assert [Path(line).parent.name for line in said.out.splitlines()] == ["2026-03-02", "2026-03-03"]
    written = json.loads((home / "digests" / "2026-03-02" / "digest.json").read_text())
    assert written
