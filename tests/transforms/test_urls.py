"""One spelling for each address, and one key for each article."""

from __future__ import annotations

import socket
from urllib.parse import quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.urls import absolute_url, article_key, host_of, normalise_url, same_site, site_of


@pytest.mark.parametrize(
    ("url", "normal"),
    [
        ("HTTP://WWW.Example.ORG", "http://www.example.org/"),
        ("https://example.org:443/a#part", "https://example.org/a"),
        ("http://example.org:443/a", "http://example.org:443/a"),
        ("  http://example.org/\n a ", "http://example.org/%20a"),
        ("http://bücher.example/straße?q=ä", "http://xn--bcher-kva.example/stra%C3%9Fe?q=%C3%A4"),
        ("http://example.org/100%/%c3%a4", "http://example.org/100%25/%C3%A4"),
        ("http://me:secret@example.org/", "http://example.org/"),
        ("http://example.org./", "http://example.org/"),
        ("http://[2001:DB8::1]:8080/", "http://[2001:db8::1]:8080/"),
        ("http://example.org?", "http://example.org/"),
    ],
)
def test_an_address_has_one_spelling(url: str, normal: str) -> None:
    assert normalise_url(url) == normal


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.org/a",
        "//example.org/a",
        "ftp://example.org/",
        "mailto:a@example.org",
        "javascript:alert(1)",
        "http://",
        "http://a..b/",
        "http://ex ample.org/",
        "http://example.org:99999/",
        "http://[::1",
        "http://\ud800/",
    ],
)
def test_what_is_no_http_address_is_none(url: str) -> None:
    assert normalise_url(url) is None


def test_relative_addresses_are_resolved() -> None:
    assert normalise_url("../c?x=1", "https://example.org/a/b/") == "https://example.org/a/c?x=1"
    assert normalise_url("//other.example/x", "https://example.org/") == "https://other.example/x"


def test_tracking_parameters_go_and_all_others_stay_in_their_order() -> None:
    url = "https://example.org/a?z=2&utm_source=feed&id=7&fbclid=abc&mc_cid=1&empty=&a=1&UTM_Medium=x&page=3"
    assert normalise_url(url) == "https://example.org/a?z=2&id=7&empty=&a=1&page=3"


def test_a_source_parameter_goes_only_where_it_names_the_feed() -> None:
    assert normalise_url("https://example.org/a?source=rss&ref=feed") == "https://example.org/a"
    assert normalise_url("https://example.org/a?source=lusa") == "https://example.org/a?source=lusa"


def test_an_absolute_address_keeps_its_tracking_parameters() -> None:
    assert absolute_url("https://example.org/feed?utm_source=me#x") == "https://example.org/feed?utm_source=me"


def test_the_host_has_its_port_where_that_is_not_the_usual_one() -> None:
    assert host_of("https://News.Example.org:443/a") == "news.example.org"
    assert host_of("http://example.org:8080/a") == "example.org:8080"
    assert host_of("no address") == ""


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://news.bbc.co.uk/a", "bbc.co.uk"),
        ("https://www.example.org/", "example.org"),
        ("https://anna.blogspot.com/", "anna.blogspot.com"),
        ("http://10.1.2.3:8080/", "10.1.2.3"),
        ("http://localhost/", "localhost"),
        ("http://news.intranet/", "news.intranet"),
        ("no address", ""),
    ],
)
def test_a_site_is_the_registrable_domain_or_the_host_itself(url: str, site: str) -> None:
    assert site_of(url) == site


def test_sites_are_known_without_any_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "create_connection", lambda *_: pytest.fail("a connection was opened"))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: pytest.fail("a name was looked up"))
    assert site_of("https://a.b.example.com.au/") == "example.com.au"


def test_two_addresses_without_a_site_are_not_of_one_site() -> None:
    assert same_site("https://a.example.org/1", "http://b.example.org/2")
    assert not same_site("https://a.example.org/", "https://example.net/")
    assert not same_site("", "")


@pytest.mark.parametrize(
    "twin",
    [
        "http://example.org/news/grain-talks",
        "https://www.example.org/news/grain-talks/",
        "https://m.example.org/news/grain-talks?utm_source=x",
        "https://amp.example.org/news/grain-talks/amp/",
        "https://example.org/news/grain-talks?amp=1",
        "https://example.org/news/grain-talks.amp#top",
        "https://example.org/news/grain-talks?outputType=amp",
        "https://mobile.example.org/news/grain-talks?ref=rss",
        "https://touch.example.org:443/news/./old/../grain-talks",
        "https://www2.example.org/amp/news/grain-talks",
        "https://example.org/news/grain-talks/index.html?fbclid=x&gclid=y&mc_cid=z&at_medium=rss&gad_source=1",
        "https://example.org/news/grain-talks;jsessionid=0A1B?print=1&m=1",
        "https://example.org/news/gr%61in%2Dtalks",
        "https://me:secret@EXAMPLE.org/news/grain-talks#comments",
        "https://example-org.cdn.ampproject.org/c/s/example.org/news/grain-talks/amp/",
        "https://cdn.ampproject.org/v/s/example.org/news/grain-talks?amp=1",
        "https://www.google.com/amp/s/example.org/news/grain-talks.amp",
        "https://www.google.de/url?sa=t&url=https%3A%2F%2Fexample.org%2Fnews%2Fgrain-talks&usg=AOv",
        "https://news.google.com/news/url?sa=t&fd=R&url=https://example.org/news/grain-talks",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fnews%2Fgrain-talks%3Ffbclid%3DIwAR&h=AT0",
        "http://www.bing.com/news/apiclick.aspx?ref=FexRss&aid=&url=https%3a%2f%2fexample.org%2fnews%2fgrain-talks&c=1",
        "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fnews%2Fgrain-talks&data=05",
        "https://urldefense.com/v3/__https://example.org/news/grain-talks__;!!abc$",
        "https://urldefense.proofpoint.com/v2/url?u=https-3A__example.org_news_grain-2Dtalks&d=x",
        "https://duckduckgo.com/l/?uddg=https%3A%2F%2Fexample.org%2Fnews%2Fgrain%2Dtalks",
        "https://feeds.example.net/redirect?id=7&target=https%3A%2F%2Fexample.org%2Fnews%2Fgrain-talks",
        "https://click.mail.example.net/track?url=https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3Dhttps%253A%252F%252F"
        "example.org%252Fnews%252Fgrain-talks",
    ],
)
def test_twins_of_one_article_have_one_key(twin: str) -> None:
    assert article_key(twin) == "example.org/news/grain-talks"


def test_articles_that_differ_have_different_keys() -> None:
    keys = {article_key(f"https://example.org/{rest}") for rest in ("a", "b", "a?id=1", "a?id=2", "A", "camp", "")}
    assert len(keys) == 7


@pytest.mark.parametrize(
    "one",
    [
        "https://example.org/article.php?id=7&lang=en",
        "https://example.org/?p=123",
        "https://example.org/news?story=9&v=2",
        "https://en.m.example.org/a?page=2",
        "https://example.org/caf%C3%A9",
        "https://xn--bcher-kva.example/a",
        "https://example.org/#!/story/7",
    ],
)
def test_another_order_spelling_or_mark_is_the_same_article(one: str) -> None:
    others = {
        "https://example.org/article.php?id=7&lang=en": "http://www.example.org/article.php?utm_source=x&lang=en&id=7",
        "https://example.org/?p=123": "https://example.org?p=123&source=newsletter",
        "https://example.org/news?story=9&v=2": "https://example.org/news/?v=2&story=9&&",
        "https://en.m.example.org/a?page=2": "https://en.example.org/a/?page=2",
        "https://example.org/caf%C3%A9": "https://example.org/cafe\u0301",
        "https://xn--bcher-kva.example/a": "https://BÜCHER.example/a",
        "https://example.org/#!/story/7": "http://example.org#!/story/7",
    }
    assert article_key(one) == article_key(others[one])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/a?id=1", "https://example.org/a?id=2"),
        ("https://example.org/a?id=1&page=2", "https://example.org/a?id=1"),
        ("https://example.org/a?source=lusa", "https://example.org/a?source=efe"),
        ("https://example.org/a?q=1%262", "https://example.org/a?q=1&2"),
        ("https://example.org/a%2Fb", "https://example.org/a/b"),
        ("https://example.org/#!/story/1", "https://example.org/#!/story/2"),
        ("https://example.org/camp", "https://example.org/c"),
        ("https://example.org/a//b", "https://example.org/a/b"),
        ("https://uk.example.org/a", "https://us.example.org/a"),
        ("https://example.org:8080/a", "https://example.org/a"),
        ("https://example.org/login?url=https://example.org/a", "https://example.org/a"),
        ("https://www.youtube.com/watch?v=one", "https://www.youtube.com/watch?v=two"),
        ("https://www.facebook.com/story.php?u=https://example.org/a", "https://example.org/a"),
        ("https://example.org/redirect?url=/relative", "https://example.org/relative"),
    ],
)
def test_what_may_be_another_article_is_another(one: str, other: str) -> None:
    assert article_key(one) != article_key(other)


NAMES = st.sampled_from(["id", "p", "article", "story", "v", "page", "lang", "q", "date", "cid", "uid", "mod"])
MARKS = st.sampled_from(
    ["utm_source=x", "fbclid=1", "gclid=2", "mc_cid=3", "at_medium=4", "ref=rss", "source=twitter", "_ga=5", "xtor=6"]
)
PARAMETERS = st.dictionaries(NAMES, st.text("abc123é ", min_size=1, max_size=4), max_size=4)
SLUGS = st.lists(st.text("abcdé-1_", min_size=1, max_size=6).filter(lambda text: text != "amp"), min_size=1, max_size=3)


def address(slugs: list[str], parameters: dict[str, str], *, start: str = "https://example.org") -> str:
    """An address with a path and parameters."""
    query = urlencode(parameters)
    return f"{start}/{'/'.join(slugs)}" + (f"?{query}" if query else "")


@given(SLUGS, PARAMETERS, st.lists(MARKS, max_size=3), st.sampled_from(["http://", "https://"]),
       st.sampled_from(["", "www.", "m.", "mobile.", "amp."]), st.sampled_from(["", "#top", "#:~:text=x"]))  # fmt: skip
def test_twins_and_marks_never_change_the_key(
    slugs: list[str], parameters: dict[str, str], marks: list[str], scheme: str, prefix: str, fragment: str
) -> None:
    plain = address(slugs, parameters)
    twin = address(slugs, parameters, start=f"{scheme}{prefix}example.org")
    marked = "&".join([twin, *marks]) if parameters else f"{twin}/?{'&'.join(marks)}"
    wrapped = f"https://www.google.com/url?url={quote(plain, safe='')}"
    assert article_key(plain) == article_key(marked + fragment) == article_key(wrapped)


@given(SLUGS, PARAMETERS, PARAMETERS)
def test_parameters_that_may_be_identity_always_are(
    slugs: list[str], first: dict[str, str], second: dict[str, str]
) -> None:
    assert (article_key(address(slugs, first)) == article_key(address(slugs, second))) == (first == second)


def test_a_domain_that_looks_like_a_twin_prefix_stays() -> None:
    assert article_key("http://m.org/a") == "m.org/a"
    assert article_key("http://www.co.uk/a") == "www.co.uk/a"


PIECES = st.sampled_from(
    [
        "http",
        "https",
        "://",
        ":",
        "/",
        "//",
        "?",
        "&",
        "=",
        "#",
        "@",
        "%",
        "%2f",
        "..",
        ".",
        "www.",
        "m.",
        "amp",
        "utm_a",
        "example",
        "org",
        "[::1]",
        "80",
        "ü",
        "日本",
        " ",
        "\n",
        "\\",
        "\ud800",
        "\x00",
        "+",
        ";",
        "'",
    ]
)


@given(st.lists(PIECES, max_size=14).map("".join) | st.text(), st.booleans())
def test_normalising_never_raises_and_twice_is_once(text: str, is_prefixed: bool) -> None:
    normal = normalise_url("http://example.org/" + text if is_prefixed else text)
    assert normal is None or normalise_url(normal) == normal
    assert normal is None or normal.isascii()
    assert article_key(text) == article_key(normalise_url(text) or text)
    assert isinstance(site_of(text), str)
