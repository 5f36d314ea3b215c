"""What a robots.txt allows, what its absence means, and how long it holds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from transforms.collect.politeness import ROBOTS_BYTES, Robots, RobotsAnswer, hold_after, origin_of, robots_after
from transforms.rows.collect import RobotsRow

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
SITE = "https://news.example"
CLOSED = b"User-agent: *\nDisallow: /"


def answer(content: bytes | str = b"", status: int | None = 200, outcome: str = "ok", **more: Any) -> RobotsAnswer:
    return RobotsAnswer(outcome, status, content.encode() if isinstance(content, str) else content, **more)


def learned(content: bytes | str = b"", **changes: Any) -> RobotsRow:
    return robots_after(SITE, answer(content, **changes), None, NOW)


def says(row: RobotsRow, path: str = "/page", later: timedelta = timedelta()) -> str:
    return Robots(row).permits(SITE + path, NOW + later)


@pytest.mark.parametrize(
    ("text", "path", "permission"),
    [
        ("", "/a", "allowed"),
        ("User-agent: *\nDisallow:", "/a", "allowed"),
        ("User-agent: *\nDisallow: /", "/a", "disallowed"),
        ("User-agent: *\nDisallow: /private\nAllow: /private/open", "/private/open/1", "allowed"),
        ("User-agent: *\nDisallow: /private\nAllow: /private/open", "/private/1", "disallowed"),
        ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf", "disallowed"),
        ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf?x=1", "allowed"),
        ("User-agent: *\nDisallow: /café", "/caf%C3%A9/1", "disallowed"),
        ("User-agent: *\nDisallow: /page?id=", "/page?id=4", "disallowed"),
        ("USER-AGENT: dateline\ndisallow: /\n\nUser-agent: *\nAllow: /", "/a", "disallowed"),
        ("User-agent: Dateline/0.1  # us\nDisallow: /", "/a", "disallowed"),
        ("User-agent: other\nUser-agent: dateline\nDisallow: /", "/a", "disallowed"),
        ("User-agent: dateline\nAllow: /\n\nUser-agent: *\nDisallow: /", "/a", "allowed"),
        ("User-agent: dateline\nDisallow: /a\n\nUser-agent: x\nDisallow: /\n\nUser-agent: dateline\nDisallow: /b", "/b",
         "disallowed"),
        ("User-agent: Date\nDisallow: /", "/a", "allowed"),
        ("User-agent: datelinebot\nDisallow: /", "/a", "allowed"),
        ("\ufeffUser-agent: *\r\nDisallow: /\r\n", "/a", "disallowed"),
        ("User-agent: *\rDisallow: /", "/a", "disallowed"),
        ("<!doctype html><title>Home</title><p>Disallow: /", "/a", "allowed"),
        ("User-agent: *\nDisallow: /", "/robots.txt", "allowed"),
    ],
)  # fmt: skip
def test_the_longest_rule_of_our_group_or_else_of_everyones_decides(text: str, path: str, permission: str) -> None:
    assert says(learned(text), path) == permission


def test_bytes_that_are_no_text_forbid_nothing_they_do_not_say() -> None:
    assert says(learned(b"\xff\xfe\x00junk\x00\xc3\n" + CLOSED)) == "disallowed"
    assert says(learned(bytes(range(256)))) == "allowed"


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 418, 451])
def test_without_a_file_everything_is_allowed(status: int) -> None:
    assert says(learned(status=status, outcome="gone" if status == 410 else "http_error")) == "allowed"


@pytest.mark.parametrize(("outcome", "status"), [("http_error", 500), ("http_error", 503), ("unreachable", None)])
def test_a_server_that_fails_means_wait(outcome: str, status: int | None) -> None:
    assert says(learned(outcome=outcome, status=status)) == "wait"


def test_redirects_without_end_are_as_if_there_were_no_file() -> None:
    assert says(learned(outcome="http_error", status=301)) == "allowed"


def test_a_copy_holds_for_a_day_or_less_where_its_server_says_so() -> None:
    assert says(learned(CLOSED), later=timedelta(hours=23)) == "disallowed"
    assert says(learned(CLOSED), later=timedelta(hours=24)) == "unknown"
    assert says(learned(CLOSED, max_age_s=600), later=timedelta(minutes=11)) == "unknown"
    assert says(learned(CLOSED, max_age_s=10**8), later=timedelta(hours=24)) == "unknown"


def test_an_unchanged_file_keeps_its_text_its_validators_and_the_moment_of_its_change() -> None:
    first = learned(CLOSED, etag='W/"1"')
    again = robots_after(SITE, answer(status=304, outcome="unchanged"), first, NOW + timedelta(days=1))
    assert (again.text, again.etag, again.changed_at) == (first.text, 'W/"1"', NOW)
    assert Robots(again).permits(f"{SITE}/a", NOW + timedelta(days=1, hours=23)) == "disallowed"


def test_only_another_text_is_a_change() -> None:
    later = NOW + timedelta(days=1)
    first = learned(CLOSED)
    failed = robots_after(SITE, answer(status=500, outcome="http_error"), first, later)
    assert robots_after(SITE, answer(CLOSED), failed, later).changed_at == NOW
    assert robots_after(SITE, answer(b""), first, later).changed_at == later
    assert robots_after(SITE, answer(status=404, outcome="http_error"), first, later).changed_at == later


def test_a_file_that_cannot_be_read_is_asked_for_less_and_less_often_but_once_a_day() -> None:
    row, waits = learned(status=None, outcome="unreachable"), []
    for _ in range(15):
        waits.append(row.expires_at - row.fetched_at)
        row = robots_after(SITE, answer(status=None, outcome="unreachable"), row, row.expires_at)
    assert waits == sorted(waits)
    assert (waits[0], waits[-1]) == (timedelta(minutes=5), timedelta(days=1))


@pytest.mark.parametrize(("known", "then"), [(learned(CLOSED), "disallowed"), (None, "allowed")])
def test_after_thirty_days_out_of_reach_the_last_copy_decides_or_else_all_is_allowed(
    known: RobotsRow | None, then: str
) -> None:
    failing = answer(status=None, outcome="unreachable")
    row = robots_after(SITE, failing, known, NOW)
    on_day_30 = robots_after(SITE, failing, row, NOW + timedelta(days=30))
    on_day_31 = robots_after(SITE, failing, on_day_30, NOW + timedelta(days=31))
    assert Robots(on_day_30).says(f"{SITE}/a") == "wait"
    assert Robots(on_day_31).says(f"{SITE}/a") == then


def test_half_a_mebibyte_is_read_and_no_rule_that_is_cut_in_two() -> None:
    filler = b"# a comment line\n" * (ROBOTS_BYTES // 17 - 4)
    assert says(learned(filler + CLOSED)) == "disallowed"
    cut = filler + b"User-agent: *\nDisallow: /" + b"p" * 1_000
    assert says(learned(cut[:ROBOTS_BYTES])) == "allowed"


def test_a_file_of_many_agents_and_many_rules_costs_what_is_about_us() -> None:
    agents = "".join(f"User-agent: bot{number}\n" for number in range(12_000))
    rules = "".join(f"Disallow: /{number}\n" for number in range(12_000))
    assert says(learned(agents + "User-agent: dateline\n" + rules), "/77") == "disallowed"


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("User-agent: *\nCrawl-delay: 5", 5),
        ("User-agent: *\nCrawl-delay: 0.5", 0.5),
        ("User-agent: dateline\nCrawl-delay: 2\n\nUser-agent: *\nCrawl-delay: 30", 2),
        ("User-agent: other\nCrawl-delay: 30", None),
        ("User-agent: *\nRequest-rate: 1/10s", 10),
        ("User-agent: *\nCrawl-delay: 86400", 60),
        ("User-agent: *\nCrawl-delay: inf", None),
        ("User-agent: *\nCrawl-delay: -3", None),
        ("User-agent: *\nCrawl-delay: soon", None),
        ("User-agent: *\nDisallow: /", None),
    ],
)
def test_a_crawl_delay_is_honoured_up_to_a_minute(text: str, seconds: float | None) -> None:
    assert learned(text).crawl_delay_s == seconds


def test_an_origin_is_scheme_host_and_port() -> None:
    assert origin_of("http://news.example:8080/a/b?c=d") == "http://news.example:8080"


@pytest.mark.parametrize(
    ("status", "retry_after", "wait"),
    [
        (429, "", timedelta(minutes=15)),
        (429, "120", timedelta(minutes=2)),
        (429, "Sun, 01 Mar 2026 14:00:00 GMT", timedelta(hours=2)),
        (429, "9999999", timedelta(days=7)),
        (503, "3600", timedelta(hours=1)),
        (503, "", None),
        (500, "3600", None),
        (200, "3600", None),
    ],
)
def test_a_host_that_asks_to_wait_is_left_alone_so_long(status: int, retry_after: str, wait: timedelta | None) -> None:
    hold = hold_after("news.example", status, retry_after, NOW)
    assert (hold.until_at - NOW if hold else None) == wait
