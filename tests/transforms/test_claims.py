"""What a page says of its own address, and when that is believed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.claims import canonical_claim, redirect_claim
from transforms.ids import article_id
from transforms.urls import article_key

PAGE = "https://news.example.org/2026/03/crane-falls?view=2"


def of(url: str) -> str:
    return article_id(article_key(url))


@pytest.mark.parametrize(
    "canonical",
    ["https://www.example.org/crane", "http://example.org/?p=7", "https://amp.example.org/2026/03/crane-falls/"],
)
def test_a_canonical_link_is_believed_within_its_own_site(canonical: str) -> None:
    assert canonical_claim(PAGE, canonical) == of(canonical)


@pytest.mark.parametrize(
    "canonical",
    [
        None,
        "",
        "not an address",
        "https://other.example.net/crane",
        "https://example.org/",
        "https://news.example.org",
        "https://news.example.org/2026/",
        "https://news.example.org/2026/03",
        PAGE,
        PAGE.replace("https://news", "http://www.news") + "&utm_source=x",
    ],
)
def test_a_link_elsewhere_to_a_front_page_a_section_or_itself_claims_nothing(canonical: str | None) -> None:
    assert canonical_claim(PAGE, canonical) is None


def test_hosts_of_a_shared_domain_are_sites_of_their_own() -> None:
    assert canonical_claim("https://anna.blogspot.com/a", "https://berta.blogspot.com/b") is None


def test_an_address_that_has_moved_for_good_or_to_another_site_is_what_it_leads_to() -> None:
    new, short = "https://example.org/new", "https://sho.rt/x"
    assert redirect_claim("https://example.org/old", new, new) == of(new)
    assert redirect_claim(short, new, None) == of(new)


def test_an_address_that_leads_on_for_the_moment_or_to_its_twin_claims_nothing() -> None:
    assert redirect_claim("https://example.org/live", "https://example.org/live/monday", None) is None
    assert redirect_claim("http://example.org/a", "https://www.example.org/a/", "https://www.example.org/a/") is None
    assert redirect_claim("https://example.org/a", None, None) is None


ADDRESSES = st.sampled_from(["https://example.org/", "http://[", "/a", "?b=1", "#c", "www.", "é", "//", "..", "\ud800"])


@given(st.lists(ADDRESSES).map("".join), st.lists(ADDRESSES).map("".join))
def test_any_two_texts_make_a_claim_or_none(one: str, other: str) -> None:
    assert canonical_claim(one, other) is None or canonical_claim(one, other) == of(other)
    assert redirect_claim(one, other, other) is None or redirect_claim(one, other, other) == of(other)
