import re
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transforms.digest.editions import HOSTILE, HOSTILE_ADDRESSES, QUIET, written_by
from tests.transforms.digest.sunday import SUNDAY
from transforms.digest.as_html import render_html
from transforms.digest.as_json import from_json, to_json
from transforms.digest.as_markdown import render_markdown
from transforms.digest.as_text import render_text
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
PLACE_OF_OURS = (
    r"(#[\w-]+|(\.\./)*((actor|topic|outlet|pair|story)/[1-9A-Za-z]{12}|articles|(\d{4}-\d\d-\d\d/)?index"
    r"|archive/\d{4}-\d\d)\.html(#[a-z]+)?|(\.\./)?(feed\.(xml|json)|rss\.xml))$"
)
VOID = {"meta", "br", "link", "img", "input", "hr"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str | None]
    texts: list[str] = field(default_factory=list)  # of all that stands in it

    @property
    def text(self) -> str:
        return one_line("".join(self.texts))


class Parsed(HTMLParser):
    """The elements of a page in document order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(page)
        self.close()
        assert not self._open, f"never closed: {[element.tag for element in self._open]}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open[-1].tag == tag, f"</{tag}> closes <{self._open[-1].tag}>"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.texts.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def named(self, *tags: str) -> list[Element]:
        return [element for element in self.elements if element.tag in tags]


def is_harmless(page: Parsed) -> bool:
    loads = page.named("script", "iframe", "object", "embed", "img", "base", "form", "use", "image", "video")
    names = {name for element in page.elements for name in element.attributes}
    targets = [element.attributes["href"] or "" for element in page.elements if "href" in element.attributes]
    return (
        not loads
        and {element.attributes["rel"] for element in page.named("link")}
        <= {"alternate"}  # leads to a feed, loads none
        and not [name for name in names if name.startswith("on") or name in {"src", "srcset", "style", "action"}]
        and all(re.match(PLACE_OF_OURS, target) or re.match(r"https?://[^@\s\"<>]+$", target) for target in targets)
    )


def test_the_same_edition_gives_the_same_page() -> None:
    assert render_html(from_json(to_json(SUNDAY))) == render_html(SUNDAY)


@pytest.mark.parametrize("edition", [SUNDAY, QUIET], ids=["full", "quiet"])
def test_every_section_is_there_in_its_order(edition: DigestContent) -> None:
    page = Parsed(render_html(edition))
    assert [heading.text for heading in page.named("h1")] == ["Sunday 8 March 2026"]
    assert [heading.text for heading in page.named("h2")] == SECTIONS


def test_a_section_without_content_says_so() -> None:
    page = render_html(QUIET)
    for sentence in (
        "No feed was polled: nothing can be said of this day.",
        "No article was read on this day.",
        "Nothing rose clearly above its usual level.",
        "No story was found on this day.",
        "No topic fell clearly below its usual level.",
        "No name was new.",
        "Nothing changed after it was published.",
        "All feeds were read.",
    ):
        assert sentence in page


def test_headings_never_skip_a_level() -> None:
    levels = [int(heading.tag[1]) for heading in Parsed(render_html(SUNDAY)).named("h1", "h2", "h3", "h4")]
    assert all(lower <= higher + 1 for higher, lower in pairwise(levels))


def test_a_page_needs_nothing_from_elsewhere() -> None:
    page = render_html(SUNDAY)
    assert is_harmless(Parsed(page))
    assert "url(" not in page and "@import" not in page
    assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:" in page


def test_ids_are_unique_and_every_reference_finds_its_id() -> None:
    page = Parsed(render_html(SUNDAY))
    ids = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    inner = [str(e.attributes["href"])[1:] for e in page.named("a") if str(e.attributes["href"]).startswith("#")]
    labels = [word for e in page.elements for word in str(e.attributes.get("aria-labelledby") or "").split()]
    assert set(inner + labels) <= set(ids)


def test_tables_have_captions_and_their_heads_have_scopes() -> None:
    page = Parsed(render_html(SUNDAY))
    assert len(page.named("table")) == len(page.named("caption")) > 0
    assert all(head.attributes.get("scope") in {"col", "row"} for head in page.named("th"))


def test_charts_are_named_and_described_and_their_numbers_stand_beside_them() -> None:
    page = Parsed(render_html(SUNDAY))
    charts = page.named("svg")
    assert len(charts) == len(page.named("title")) - 1 == len(page.named("desc")) > 1
    assert all(chart.attributes["role"] == "img" for chart in charts)
    assert any(row.text == "22 February (feeds failed)3" for row in page.named("tr"))


def test_every_query_of_an_edition_stands_on_the_page() -> None:
    codes = {code.text for code in Parsed(render_html(SUNDAY)).named("code")}
    written = re.findall(r'"(?:stories_|sentences_)?query": "((?:[^"\\]|\\.)*)"', to_json(SUNDAY))
    assert {one_line(query.replace("\\n", " ")) for query in written if query} == codes


def test_every_number_of_a_thing_that_has_a_page_leads_to_its_sentences() -> None:
    page = Parsed(render_html(SUNDAY))
    links = [(element.attributes["href"], element.text) for element in page.named("a")]
    story, appeal, pair, aravena = (link.path for link in SUNDAY.pages if link.kind != "day")
    assert {(f"{aravena}#sentences", "5"), (f"{aravena}#sentences", "5 articles")} <= set(links)
    assert {(f"{story}#sentences", "8"), (f"{story}#sentences", "8 articles")} <= set(links)
    assert {("articles.html#sentences", "15 articles"), ("articles.html#outlets", "5 outlets")} <= set(links)
    assert {(f"{pair}#sentences", "3"), (f"{pair}#outlets", "3 outlets"), (f"{pair}#outlets", "3 owners")} <= set(links)
    assert {(f"{appeal}#sentences", "2 articles"), (f"{appeal}#outlets", "1 owner")} <= set(links)
    assert (f"{story}#outlets", "4") in links


def test_what_one_side_alone_carries_says_which_and_of_how_many() -> None:
    for page in (render_html(SUNDAY), render_markdown(SUNDAY), render_text(SUNDAY)):
        for told in ("Only outlets of Northgate Group carry it, of 4 owners", "hope for ten million", "folder africa"):
            assert told in page
    assert "No story or topic was carried by one owner, folder or language alone." in render_html(QUIET)


def test_a_watchlist_tells_its_rule_its_counts_and_the_sentences_that_fit() -> None:
    for page in (render_html(SUNDAY), render_markdown(SUNDAY), render_text(SUNDAY)):
        for told in ("Grain corridor", "2 articles, 2 different texts", "Two freighters carry less wheat"):
            assert told in page
    assert "wheat AND (Odesa OR Odessa)" in render_html(SUNDAY)
    without = replace(SUNDAY, watchlists=())
    assert "atchlist" not in render_html(without) + render_markdown(without)


def test_what_has_no_page_is_not_linked_and_neither_is_a_path_that_is_not_ours() -> None:
    bad = tuple(replace(link, path="../../evil.html") for link in SUNDAY.pages)
    for edition in (replace(SUNDAY, pages=()), replace(SUNDAY, pages=bad)):
        assert "#sentences" not in render_html(edition)


def test_outside_links_say_nothing_of_where_the_reader_comes_from() -> None:
    links = [e for e in Parsed(render_html(SUNDAY)).named("a") if str(e.attributes["href"]).startswith("http")]
    assert links and all(link.attributes["rel"] == "noopener noreferrer nofollow" for link in links)


@pytest.mark.parametrize("address", HOSTILE_ADDRESSES)
@pytest.mark.parametrize("text", HOSTILE)
def test_known_attacks_are_only_text(text: str, address: str) -> None:
    page = Parsed(render_html(written_by(text, address)))
    assert is_harmless(page)
    assert page.named("h3")[0].text == one_line(text)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_only_text_and_stays_whole(text: str, address: str) -> None:
    page = Parsed(render_html(written_by(text, address)))
    assert is_harmless(page)
    assert page.named("h3")[0].text == one_line(text)
    assert [heading.text for heading in page.named("h2")] == SECTIONS


def test_no_control_or_bidi_character_reaches_the_page() -> None:
    page = render_html(written_by("".join(HOSTILE), "https://ok.example/"))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]", page)
