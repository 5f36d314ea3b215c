"""Lists of feeds, in and out without loss."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.collect.opml import BadOpml, OpmlFeed, read_opml, write_opml

LIST = b"""<?xml version="1.0"?><opml version="1.0" xmlns:x="urn:reader"><head><title>Mine</title></head><body>
<outline text="News"><outline title="Ports / ships">
  <outline text="Ferry &amp; tide" title="Ferry" type="atom" xmlUrl="https://a.example/f" htmlUrl="https://a.example/"
           language="pt" x:unread="7" color="blue"/></outline>
  <outline text="Post" xmlUrl="https://b.example/f"/></outline>
<outline text="A page" type="link" url="https://c.example/"/>
<outline XMLURL="https://d.example/f" text="https://d.example/f"/></body></opml>"""


def test_a_list_is_read_with_folders_and_all_attributes() -> None:
    first, second, third = read_opml(LIST)
    assert first == OpmlFeed(
        url="https://a.example/f",
        title="Ferry",
        site_url="https://a.example/",
        folder="News/Ports \\/ ships",
        language="pt",
        attributes=(("text", "Ferry & tide"), ("type", "atom"), ("{urn:reader}unread", "7"), ("color", "blue")),
    )
    assert second == OpmlFeed(url="https://b.example/f", title="Post", folder="News")
    assert third == OpmlFeed(url="https://d.example/f")


def test_what_was_read_is_written_and_read_again_without_loss() -> None:
    feeds = read_opml(LIST)
    assert read_opml(write_opml(feeds, "Mine")) == feeds


PLAIN = st.text(st.characters(exclude_categories=["C", "Z"]), max_size=8)
FEEDS = st.builds(
    OpmlFeed,
    url=PLAIN.map("https://a.example/".__add__),
    title=PLAIN,
    site_url=PLAIN,
    folder=st.lists(st.sampled_from(["News", "A \\/ B", "ü", "\\\\"]), max_size=3).map("/".join),
    language=st.sampled_from(["", "pt", "de-AT"]),
    attributes=st.dictionaries(st.sampled_from(["colour", "{urn:x}a"]), PLAIN).map(lambda pairs: tuple(pairs.items())),
)


@given(st.lists(FEEDS, max_size=6, unique_by=lambda feed: feed.url))
def test_any_list_comes_back_as_it_was_written(feeds: list[OpmlFeed]) -> None:
    again = read_opml(write_opml(feeds, "Any"))
    assert sorted(again, key=lambda feed: feed.url) == sorted(feeds, key=lambda feed: feed.url)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "not well-formed"),
        (b"feeds", "not well-formed"),
        (b"<html/>", "begins with <html>"),
        (b"<opml version='1.0'/>", "no <body>"),
        (b"<opml><body><outline", "not well-formed"),
        (b'<!DOCTYPE o [<!ENTITY a SYSTEM "file:///etc/hostname">]><opml><body>&a;</body></opml>', "entities"),
        (b" " * 20_000_001, "larger than 20 MB"),
    ],
)  # fmt: skip
def test_what_is_no_list_is_told_in_words(content: bytes, reason: str) -> None:
    with pytest.raises(BadOpml, match=reason):
        read_opml(content)


def test_entities_that_multiply_are_refused() -> None:
    laughs = "".join(
        f'<!ENTITY a{number} "{f"&a{number - 1};" * 10 if number else "ha" * 10}">' for number in range(12)
    )
    with pytest.raises(BadOpml):
        read_opml(f'<!DOCTYPE o [{laughs}]><opml><body><outline xmlUrl="&a11;"/></body></opml>'.encode())


def test_deep_folders_are_read() -> None:
    depth = 200
    text = "<outline text='f'>" * depth + "<outline xmlUrl='https://a.example/'/>" + "</outline>" * depth
    (feed,) = read_opml(f"<opml><body>{text}</body></opml>".encode())
    assert feed.folder.count("/") == depth - 1


def test_an_attribute_that_xml_cannot_name_is_told() -> None:
    with pytest.raises(BadOpml, match=r"https://a\.example/ cannot be written"):
        write_opml([OpmlFeed("https://a.example/", attributes=(("not a name", "1"),))], "Mine")
