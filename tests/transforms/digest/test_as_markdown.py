import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.transforms.digest.editions import HOSTILE, HOSTILE_ADDRESSES, QUIET, written_by
from tests.transforms.digest.sunday import SUNDAY
from transforms.digest.as_json import from_json, to_json
from transforms.digest.as_markdown import escape, render_markdown
from transforms.digest.content import DigestContent
from transforms.digest.wording import one_line

SECTIONS = [
    "The day in three sentences",
    "Watchlists",
    "The day’s stories",
    "What rose and what faded",
    "Only one side carries it",
    "Changed since published",
    "Feeds that need a look",
    "Method and data",
]


def parse(text: str) -> list[Token]:
    """All tokens, inline ones too, as GitHub would find them: tables and bare links included."""
    reader = MarkdownIt("gfm-like", {"html": True, "linkify": False}).enable(["table", "strikethrough"])
    return [token for block in reader.parse(text) for token in (block, *(block.children or ()))]


def headings(tokens: list[Token], tag: str) -> list[str]:
    return [
        re.sub(r" \(Q\d+\)$", "", shown(after))
        for token, after in pairwise(tokens)
        if token.type == "heading_open" and token.tag == tag
    ]


def shown(inline: Token) -> str:
    return "".join(child.content for child in inline.children or ())


def is_harmless(tokens: list[Token]) -> bool:
    targets = [str(token.attrs["href"]) for token in tokens if token.type == "link_open"]
    return all(re.match(r"https?://[^@\s<>]+$", target) for target in targets) and not any(
        token.type in {"html_block", "html_inline", "image", "code_inline", "code_block"} for token in tokens
    )


def test_the_same_edition_gives_the_same_markdown() -> None:
    assert render_markdown(from_json(to_json(SUNDAY))) == render_markdown(SUNDAY)


@pytest.mark.parametrize("edition", [SUNDAY, QUIET], ids=["full", "quiet"])
def test_every_section_is_there_in_its_order(edition: DigestContent) -> None:
    assert headings(parse(render_markdown(edition)), "h2") == SECTIONS


def test_a_section_without_content_says_so() -> None:
    page = render_markdown(QUIET)
    for sentence in ("No story was found", "No name was new.", "Nothing changed after it", "All feeds were read."):
        assert sentence in page


def test_every_figure_points_at_a_query_that_is_there() -> None:
    page = render_markdown(SUNDAY)
    pointed = {int(number) for number in re.findall(r"\(Q(\d+)\)", page)}
    assert pointed == {int(number) for number in re.findall(r"^### Q(\d+)$", page, re.MULTILINE)}
    assert "from story_context('s-wheat', date '2026-03-08')" in page


def test_a_query_with_backticks_stays_in_its_block() -> None:
    page = render_markdown(written_by("select '```' -- <b>", "https://ok.example/"))
    assert is_harmless(parse(page))
    assert "````sql" in page


@pytest.mark.parametrize("address", HOSTILE_ADDRESSES)
@pytest.mark.parametrize("text", HOSTILE)
def test_known_attacks_are_only_text(text: str, address: str) -> None:
    tokens = parse(render_markdown(written_by(text, address)))
    assert is_harmless(tokens)
    assert headings(tokens, "h2") == SECTIONS
    assert headings(tokens, "h3")[0] == one_line(text)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_only_text(text: str, address: str) -> None:
    tokens = parse(render_markdown(written_by(text, address)))
    assert is_harmless(tokens)
    assert headings(tokens, "h2") == SECTIONS


@given(st.one_of(st.text(), st.text(alphabet="#+-=*_`<>[]()!|~&;:.@ \\\n019aw/$")))
def test_escaped_text_reads_as_it_was_and_as_nothing_else(text: str) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(escape(text))
    assert [token.type for token in tokens] in ([], ["paragraph_open", "inline", "paragraph_close"])
    assert "".join(shown(token) for token in tokens) == one_line(text)
