"""What an article says about itself beside its text: title, authors, times, addresses, outlet."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from transforms.extract.authors import find_authors, find_named_author
from transforms.extract.bylines import find_bylines
from transforms.extract.names import name_key
from transforms.extract.printed import PrintedDays, find_printed_days
from transforms.extract.structured import Node, Structured, bare_url, find_article, read_structured, text_of
from transforms.extract.times import Moment, modified_moment, published_moment
from transforms.extract.titles import find_title, headlines_of
from transforms.text import clean_text


@dataclass(frozen=True)
class Metadata:
    """The facts around the text; `article_body` and `description` are the page's own words for machines."""

    canonical_url: str | None
    title: str
    byline: str
    authors: tuple[str, ...]
    published: Moment | None
    modified: Moment | None
    outlet_name: str
    description: str
    article_body: str


def read_metadata(tree: HtmlElement, url: str, is_date_known: bool = False) -> Metadata:
    """The metadata of a parsed page. With `is_date_known` the slow search for a printed date is left out."""
    structured = read_structured(tree)
    canonical = _canonical_url(tree, structured, url)
    headlines = headlines_of(structured, tree)
    page_urls = {bare_url(address) for address in (url, canonical or "") if address}
    node = find_article(structured, page_urls, {text.casefold() for text in headlines})
    outlet = _outlet_name(structured, node)
    bylines = find_bylines(tree)
    authors = find_authors(structured, node, bylines, (outlet, (urlsplit(url).hostname or "").removeprefix("www.")))
    published = published_moment(structured, node, tree)
    printed = PrintedDays(None, None)
    if published is None and not is_date_known:
        printed = find_printed_days(tree, url, is_american=_is_american(tree, structured, url))
    named = find_named_author(structured, node)
    return Metadata(
        canonical_url=canonical,
        title=find_title(structured, node, tree, outlet, url),
        byline=bylines.naming(authors) or named,
        authors=authors or _signed_by(named, outlet),
        published=published or printed.published,
        modified=modified_moment(structured, node) or printed.changed,
        outlet_name=outlet,
        description=text_of(node.get("description")) or structured.meta("og:description", "description"),
        article_body=_article_body(node),
    )


def _signed_by(named: str, outlet: str) -> tuple[str, ...]:
    """An agency or a desk, where no person is named; never the outlet itself."""
    return (named,) if named and name_key(named) != name_key(outlet) else ()


def _canonical_url(tree: HtmlElement, structured: Structured, url: str) -> str | None:
    links = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    for address in [*links, structured.meta("og:url")]:
        try:
            full = urljoin(url, clean_text(address or "").strip())
            if address and urlsplit(full).scheme in {"http", "https"} and urlsplit(full).hostname:
                return full
        except ValueError:  # "http://[" and the like
            continue
    return None


def _outlet_name(structured: Structured, node: Node) -> str:
    publisher = text_of(structured.resolve(node.get("publisher")))
    names = [
        structured.meta("og:site_name"),
        publisher,
        structured.meta("application-name", "twitter:site").lstrip("@"),
    ]
    return next((name for name in names if name and "://" not in name), "")


def _article_body(node: Node) -> str:
    body = node.get("articleBody") or node.get("text") or ""
    return body if isinstance(body, str) else ""


def _is_american(tree: HtmlElement, structured: Structured, url: str) -> bool:
    """Whether 3/4/2024 is the fourth of March here: English of no other country."""
    language = (tree.get("lang") or structured.meta("og:locale")).lower().replace("_", "-")
    top = (urlsplit(url).hostname or "").rsplit(".", 1)[-1]
    is_english = language in {"", "en", "en-us"}
    return is_english and top not in {"uk", "au", "nz", "ie", "za", "in", "eu", "de", "fr", "es", "it", "nl"}
