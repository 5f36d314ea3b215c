"""Plain text from markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.collect.plain import plain_text, shorten


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One</p><p>two<br>three</p>", "One two three"),
        ("un<b>break</b>able", "unbreakable"),
        ("a<script>b()</script><style>c</style><!-- d --> e", "a e"),
        ("AT&amp;amp;T &#8211; &eacute;", "AT&T – é"),
        ("3 < 4 and List<T>", "3 < 4 and List<T>"),
        ("<?xml version='1.0' encoding='x'?><p>a", "a"),
        ("a\u200b\u202eb\x00", "ab"),
        ("<img src='x' alt='y'>", ""),
        ("", ""),
    ],
)
def test_markup_becomes_the_words_that_a_reader_sees(markup: str, text: str) -> None:
    assert plain_text(markup) == text


def test_text_is_shortened_after_a_whole_word() -> None:
    assert shorten("one two three", 13) == "one two three"
    assert shorten("one two, three", 9) == "one two…"
    assert shorten("x" * 20, 10) == "x" * 9 + "…"


@given(
    st.text()
    | st.lists(st.sampled_from(["<p>", "</p>", "<", ">", "&", "&lt;", "a", " ", "<!--", "\x00", "\ud800"])).map("".join)
)
def test_any_markup_becomes_one_line(markup: str) -> None:
    text = plain_text(markup)
    assert "\n" not in text
    assert text == text.strip()
    assert len(shorten(text, 10)) <= 10
