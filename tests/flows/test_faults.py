"""Every fault of faults.py: what is told of it, and that it harms nothing beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from flows.fetch import FetchRequest, FetchResult, FetchRules, fetch_all
from tests.flows.collecting import collected, feed_of, project_of, rows
from tests.flows.faults import LIMIT, Deaf, Fault, deaf_places, faults, now_and_then, resets_after, says
from tests.flows.small_web import Asked, Web, response, small_web

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
NAMES = sorted(faults(Web()))
SILENT = ("timed out after",)
SLOW = ("not complete after",)
GOOD = response(body=b"<p>all is well")


@pytest.fixture
def web() -> Iterator[Web]:
    with small_web() as running_web:
        running_web.answers("/good", GOOD)
        yield running_web


def fetched(web: Web, requests: list[FetchRequest], hosts: dict[str, str], **changes: Any) -> dict[str, FetchResult]:
    """The results by key, in the order in which they came."""
    rules = FetchRules(
        **{
            "user_agent": "Dateline/test", "max_bytes": LIMIT, "timeout_s": 30, "total_s": 60, "host_delay_s": 0,
            "allow_networks": ("127.0.0.1/32",), "connect_to": hosts, "hosts_at_once": 200, **changes,
        }
    )  # fmt: skip
    results: dict[str, FetchResult] = {}
    fetch_all(requests, rules, lambda result: results.update({result.key: result}), lambda: NOW)
    assert results.keys() == {request.key for request in requests}
    return results


def patience(fault: Fault) -> dict[str, float]:
    """Little where the fault is that nothing comes, else enough for any machine."""
    if fault.words in SILENT:
        return {"timeout_s": 0.3}
    return {"total_s": 0.6} if fault.words in SLOW else {}


@pytest.mark.parametrize("name", NAMES)
def test_a_fault_is_told_in_words_and_the_next_page_of_its_host_is_whole(web: Web, name: str) -> None:
    fault = faults(web)[name]
    web.respond[f"/{name}"] = fault.respond
    requests = [FetchRequest(path, f"http://news.example/{path}") for path in (name, "good")]
    results = fetched(web, requests, {"news.example": web.address}, **patience(fault))
    assert results[name].outcome == fault.outcome
    assert fault.words in (results[name].error or "")
    assert results[name].content == b""
    assert (results["good"].outcome, results["good"].content) == ("ok", b"<p>all is well")


def test_hosts_that_fail_in_all_ways_at_once_delay_no_other(web: Web) -> None:
    known = {name: fault for name, fault in faults(web).items() if "endless" not in name}
    web.respond.update({f"/{name}": fault.respond for name, fault in known.items()})
    bad = [FetchRequest(name, f"http://{name.lower()}.bad.example/{name}") for name in known]
    good = [FetchRequest(f"good-{number}", f"http://{number}.good.example/good") for number in range(20)]
    hosts = {request.url.split("/")[2]: web.address for request in [*bad, *good]}
    results = fetched(web, [*bad, *good], hosts, timeout_s=8, total_s=12)
    order = list(results)
    hanging = [name for name, fault in known.items() if fault.words in (*SILENT, *SLOW)]
    assert all(results[request.key].outcome == "ok" for request in good)
    assert max(order.index(request.key) for request in good) < min(order.index(name) for name in hanging)


def test_a_body_longer_than_said_is_cut_there_and_the_rest_is_no_answer(web: Web) -> None:
    web.answers("/long", response(body=b"<p>four and more", length=7))
    requests = [FetchRequest(path, f"http://news.example/{path}") for path in ("long", "good")]
    results = fetched(web, requests, {"news.example": web.address})
    assert results["long"].content == b"<p>four"
    assert results["good"].content == b"<p>all is well"


@pytest.fixture
def deaf() -> Iterator[Deaf]:
    yield from deaf_places()


def test_a_host_where_nobody_listens_or_accepts_is_told_in_words(web: Web, deaf: Deaf) -> None:
    hosts = {"closed.example": deaf.refuses, "full.example": deaf.never_accepts}
    results = fetched(web, [FetchRequest(host, f"http://{host}/") for host in hosts], hosts, timeout_s=0.3)
    assert results["closed.example"].error == "connection refused"
    assert results["full.example"].error == "timed out after 0.3 s"


# --- through the pipeline --------------------------------------------------------------------------------------------


def test_a_page_whose_host_fails_now_and_then_comes_in_a_later_run(web: Web, tmp_path: Path) -> None:
    web.answers("/feed", feed_of("a", "b"))
    web.respond["/a"] = now_and_then([resets_after(b""), resets_after(b""), says(response("503 Busy")), says(GOOD)])
    web.answers("/b", GOOD)
    project = project_of(tmp_path / "project", "http://news.example/feed", revisit_hours=())
    for hour in range(4):
        collected(project, web, NOW + timedelta(hours=hour))
    found = rows(project, "select outcome, count(*) from ops.fetches group by all order by all")
    assert found == [("http_error", 1), ("ok", 2), ("unreachable", 1)]
    assert web.paths.count("/a") == 4  # a kept connection that breaks is tried once more at once
    assert web.paths.count("/b") == 1


def test_a_page_that_always_fails_is_asked_as_often_as_the_setting_says(web: Web, tmp_path: Path) -> None:
    web.answers("/feed", feed_of("a"))
    web.answers("/a", response("500 Oh"))
    project = project_of(tmp_path / "project", "http://news.example/feed", fetch_attempts=2)
    for day in range(4):
        collected(project, web, NOW + timedelta(days=day))
    assert web.paths.count("/a") == 2


def test_a_body_that_broke_off_is_asked_for_again(web: Web, tmp_path: Path) -> None:
    web.answers("/feed", feed_of("a"))
    web.respond["/a"] = now_and_then([faults(web)["half-a-gzip"].respond, says(GOOD)])
    project = project_of(tmp_path / "project", "http://news.example/feed")
    for hour in range(2):
        collected(project, web, NOW + timedelta(hours=hour))
    assert rows(project, "select outcome from ops.fetches order by fetched_at") == [("http_error",), ("ok",)]


def test_pages_that_were_not_tried_because_their_host_failed_lose_no_attempt(web: Web, tmp_path: Path) -> None:
    paths = [f"page-{number}" for number in range(6)]
    web.answers("/feed", feed_of(*paths))
    is_down = [True]

    def page(asked: Asked, sock: Any) -> None:
        (resets_after(b"") if is_down[0] else says(GOOD))(asked, sock)

    web.respond.update({f"/{path}": page for path in paths})
    project = project_of(tmp_path / "project", "http://news.example/feed", fetch_attempts=2)
    collected(project, web, NOW)
    assert rows(project, "select outcome, count(*) from ops.fetches group by all order by all") == [
        ("not_tried", 3), ("unreachable", 3),
    ]  # fmt: skip
    is_down[0] = False
    collected(project, web, NOW + timedelta(days=1))
    assert rows(project, "select count(distinct article_id) from ops.fetches where outcome = 'ok'") == [(6,)]


def test_a_feed_that_fails_in_any_way_is_written_down_and_costs_no_other_feed(web: Web, tmp_path: Path) -> None:
    known = {name: fault for name, fault in faults(web).items() if "endless" not in name}
    web.respond.update({f"/{name}": fault.respond for name, fault in known.items()})
    web.answers("/feed", feed_of("good"))
    bad = {name: f"http://{name.lower()}.bad.example/{name}" for name in known}
    project = project_of(
        tmp_path / "project", "http://news.example/feed", *bad.values(),
        timeout_seconds=4, total_seconds=6, feed_max_mb=0.1,
    )  # fmt: skip
    run = collected(project, web, NOW)
    polls = dict(rows(project, "select feed_url, outcome from polls"))
    assert polls == {"http://news.example/feed": "ok"} | {bad[name]: fault.outcome for name, fault in known.items()}
    assert run.counts["feeds failed"] == len(known)
    assert rows(project, "select outcome from ops.fetches") == [("ok",)]
