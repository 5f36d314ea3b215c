"""What alerts say, and when they may be sent."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.rules.alerting import body_of, burst_body, harmless, headline_of, is_quiet, next_attempt

NIGHT = (time(22), time(7))
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hour", "hours", "is_it"),
    [
        (23, NIGHT, True), (3, NIGHT, True), (7, NIGHT, False), (22, NIGHT, True), (12, NIGHT, False),
        (12, (time(11), time(13)), True), (13, (time(11), time(13)), False), (3, None, False),
    ],
)  # fmt: skip
def test_quiet_hours_may_reach_over_midnight(hour: int, hours: tuple[time, time] | None, is_it: bool) -> None:
    assert is_quiet(NOW.replace(hour=hour), hours) is is_it


def test_pauses_double_and_end() -> None:
    pauses = [next_attempt(attempts, NOW) for attempts in range(1, 9)]
    assert pauses[:3] == [NOW + timedelta(minutes=minutes) for minutes in (5, 10, 20)]
    assert pauses[-1] is None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<b>Hi</b>", "‹b›Hi‹/b›"),
        ("<!channel> @everyone, @here", "‹!channel› @ everyone, @ here"),
        ("[here](https://bad.example)", "[here] (https://bad.example)"),
        ("one\r\nBcc: you@example.org", "one Bcc: you@example.org"),
        ("\x1b[31mred\u202e", "[31mred"),
        ("a@b.example", "a@b.example"),
    ],
)
def test_what_others_wrote_is_no_markup_no_link_and_no_call(text: str, shown: str) -> None:
    assert harmless(text) == shown
    assert headline_of("W", text) == f"W: {shown}"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.lists(st.text(max_size=40), max_size=3))
def test_whatever_others_wrote_a_title_is_one_line_and_a_message_ends_with_its_key(text: str, more: list[str]) -> None:
    title = headline_of(text, text)
    story, burst = body_of("k1", more, text, NOW, text, more), burst_body("k1", "3 texts", 0.5, more)
    assert len(title.splitlines()) == 1
    for told in (title, story, burst):
        assert (
            re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]", told) is None
        )
    for body in (story, burst):
        assert body.splitlines()[-1] == "Alert k1"
        assert len(body.splitlines()) == body.count("\n") + 1
    assert not re.search(r"[<>]|@(everyone|here|channel|all)\b", story + burst + title, re.IGNORECASE)


def test_an_address_is_a_link_and_no_call() -> None:
    body = body_of("k1", [], "Post", NOW, "https://post.example/@all/a](b)<c>?d=@e", [])
    assert body.splitlines()[1] == "https://post.example/%40all/a%5D(b)%3Cc%3E?d=@e"


def test_a_long_text_is_cut() -> None:
    assert len(harmless("word " * 100)) <= 240


def test_a_message_says_what_is_printed_where_and_ends_with_its_key() -> None:
    body = body_of("k1", ["One.", "Two."], "Post", NOW, "https://post.example/a", ["Mail"])
    assert body.splitlines() == ["One.", "Two.", "Post, 02 March 2026, 12:00", "https://post.example/a",
                                 "Also in Mail", "Alert k1"]  # fmt: skip
    assert burst_body("k2", "7 texts of 4 outlets today", 1.25, ["A", "B"]).splitlines() == [
        "7 texts of 4 outlets today; on average 1.2 a day before.", "A", "B", "Alert k2"]  # fmt: skip
