"""From a fetched page to an article, or to the reason why it gives none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from transforms.extract.asides import links_among, part_words, take_out
from transforms.extract.blocks import Block, count_words, join_blocks, with_bold
from transforms.extract.body import read_body
from transforms.extract.boilerplate import Surroundings, sort_out
from transforms.extract.dateline import Dateline, read_dateline
from transforms.extract.document import decode, line_of, parse, strip_machinery, why_not_html
from transforms.extract.language import declared_language, find_language
from transforms.extract.lede import find_lede
from transforms.extract.listing import why_not_an_article
from transforms.extract.metadata import Metadata, read_metadata
from transforms.extract.sections import find_sections
from transforms.extract.standfirst import find_standfirst
from transforms.extract.times import Moment
from transforms.records.extract import Article, Dropped, Page, Rejected

MIN_WORDS = 40  # of newsweb's true articles all have more, but for four behind Japanese subscription walls
_MAX_BYTES = 10_000_000
_UNKNOWN_PATH = "/-"  # of a page that came as a file: not the front page of a site, as far as one can tell
_MAX_ELEMENTS = 40_000  # the largest of newsweb has 4,700; this many can take trafilatura ten seconds


@dataclass(frozen=True)
class BodyText:
    """The sorted text of a page: the blocks of the body, how many of them stand before the story, what was left out."""

    blocks: list[Block]
    before_story: int
    dropped: list[Dropped]
    method: str


def extract_article(
    page: Page, feed_title: str = "", feed_published: datetime | None = None, min_words: int = MIN_WORDS
) -> Article | Rejected:
    """The article on a page, or why there is none; any bytes give one of the two.

    The feed's title and time stand in where the page has none. `min_words` is the least that an article has; where a
    script writes without spaces two characters count as a word.
    """
    if rejected := _reject_bytes(page):
        return rejected
    tree = parse(decode(page.content, page.content_type))
    if tree is None:
        return Rejected("no_text", "the page has no markup that can be read")
    if (count := int(tree.xpath("count(//*)"))) > _MAX_ELEMENTS:
        return Rejected("too_large", f"{count:,} elements, more than the {_MAX_ELEMENTS:,} that are read")
    url = page.url if _is_address(page.url) else ""
    metadata = read_metadata(tree, url, is_date_known=feed_published is not None)
    strip_machinery(tree)
    text = _read_text(tree, url, metadata)
    if rejected := _reject_text(text, tree, url, min_words):
        return rejected
    published = metadata.published or _of_feed(feed_published) or _of_change(metadata.modified)
    return build_article(page.url, metadata, published, text, declared_language(tree), feed_title)


def _is_address(url: str) -> bool:
    try:
        return bool(urlsplit(url).hostname)
    except ValueError:  # "http://["
        return False


def _reject_bytes(page: Page) -> Rejected | None:
    if not page.content.strip():
        return Rejected("empty", "the page has no content")
    if len(page.content) > _MAX_BYTES:
        return Rejected("too_large", f"{len(page.content):,} bytes, more than the {_MAX_BYTES:,} that are read")
    if reason := why_not_html(page.content, page.content_type):
        return Rejected("not_html", reason)
    return None


def _reject_text(text: BodyText, tree: HtmlElement, url: str, min_words: int) -> Rejected | None:
    words = sum(count_words(block.text) for block in text.blocks)
    if not words:
        return Rejected("no_text", "no text found on the page")
    path = urlsplit(url).path if url else _UNKNOWN_PATH
    if reason := why_not_an_article(text.blocks, tree, path):
        return Rejected("not_an_article", reason)
    if words < min_words:
        return Rejected("too_short", f"{words} words, fewer than {min_words}")
    return None


def _read_text(tree: HtmlElement, url: str, metadata: Metadata) -> BodyText:
    """The body as it will stand. A standfirst is set before it, but not before a dateline, which opens a body."""
    part_words(tree)
    aside = take_out(tree)
    reading = read_body(tree, url, metadata.article_body)
    blocks, boilerplate = sort_out(reading.blocks, _surroundings(tree, url, metadata))
    dropped = [*aside, *boilerplate]
    standfirst = find_standfirst(tree, metadata.description, " ".join(block.text for block in blocks))
    before_story = 0
    if standfirst and blocks and read_dateline(blocks[0].text, None).end:
        dropped.append(Dropped(standfirst, "standfirst"))
    elif standfirst and blocks:
        blocks, before_story = [Block(standfirst), *blocks], 1
    return BodyText(with_bold(blocks, tree), before_story, dropped, reading.method)


def _surroundings(tree: HtmlElement, url: str, metadata: Metadata) -> Surroundings:
    heading = next((line_of(element) for element in tree.iter("h1")), "")
    host = urlsplit(url).hostname or "" if url else ""
    return Surroundings(metadata.title, heading, metadata.authors, lambda lines: links_among(lines, tree, host))


def _of_change(modified: Moment | None) -> Moment | None:
    """The best guess of a page that tells only when it was changed; `published_source` says so."""
    return replace(modified, source="modified") if modified else None


def _of_feed(published: datetime | None) -> Moment | None:
    if published is None:
        return None
    at = published if published.tzinfo else published.replace(tzinfo=UTC)
    return Moment(at.astimezone(UTC), "time", None, "feed")


def build_article(
    url: str, metadata: Metadata, published: Moment | None, text: BodyText, declared_language: str, feed_title: str = ""
) -> Article:
    """The record of an article whose parts are known; every span in it holds in its `body`."""
    body, paragraphs = join_blocks(text.blocks)
    sections = find_sections(body, text.blocks, paragraphs)
    dateline = _find_dateline(body, [place.char_start for place in paragraphs[:3]], published)
    labels = [(section.label_start, section.char_start) for section in sections]
    lede_start, lede_end = find_lede(body, paragraphs[text.before_story :], dateline.end, labels)
    return Article(
        url=url,
        canonical_url=metadata.canonical_url,
        title=metadata.title or feed_title,
        byline=metadata.byline,
        authors=metadata.authors,
        published_at=published.at if published else None,
        published_source=published.source if published else "",
        published_precision=published.precision if published else "",
        published_offset_minutes=published.offset_minutes if published else None,
        modified_at=metadata.modified.at if metadata.modified else None,
        language=find_language(body, declared_language),
        dateline_place=dateline.place,
        dateline_date=dateline.day or _printed_day(text.dropped),
        dateline_end=dateline.end if not dateline.start else 0,
        lede_start=lede_start,
        lede_end=lede_end,
        body=body,
        paragraphs=paragraphs,
        sections=sections,
        dropped=tuple(text.dropped),
        outlet_name=metadata.outlet_name,
        method=text.method,
    )


def _printed_day(dropped: Sequence[Dropped]) -> date | None:
    """The day of a line above the text that is a bare date: a page prints its dateline so too."""
    days = (read_dateline(line.text, None).day for line in dropped if line.reason == "date")
    return next((day for day in days if day), None)


def _find_dateline(body: str, starts: list[int], published: Moment | None) -> Dateline:
    """The first dateline that opens one of the first paragraphs: a standfirst or a caption may stand above it."""
    at = published.at if published else None
    found = (read_dateline(body, at, start) for start in starts)
    return next((dateline for dateline in found if dateline.end), Dateline())
