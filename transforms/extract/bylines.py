"""The author lines that a page shows to its readers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from lxml.html import HtmlElement

from transforms.extract.document import line_of, texts_below
from transforms.extract.names import is_name, name_key
from transforms.text import clean_text, fold_space

_CLASS = re.compile(
    r"(?:^|[\s_-])(?:by-?line|authors?|autor\w*|writer|creator|auteur|redakteur)|[a-z](?:Author|Byline)"
)
_CLASS_NOT = re.compile(
    r"bio|avatar|image|photo|picture|social|box|card|about|related|comment|date|time|follow|desc|title|icon|more",
    re.IGNORECASE,
)
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autor(?:en|es|i|in)?|auteurs?|profiles?|people|staff|contributors?|writers?|by|journalists?|"
    r"journaliste|redakteure?|firmas?|person|users?|team)/[^/?#]+/?(?:[?#].*)?$",
    re.IGNORECASE,
)
_PRINTED = re.compile(
    r"(?:written |posted |words |story |text )?(?:by|von|par|por|di|door|av|af)\b:?\s*(?P<name>.*)", re.IGNORECASE
)
_ELSEWHERE = frozenset({"aside", "nav", "footer"})
_TAGS = (
    "a",
    "span",
    "div",
    "p",
    "address",
    "li",
    "ul",
    "strong",
    "b",
    "em",
    "section",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "cite",
)
_MAX_LENGTH = 200
_MAX_FOUND = 12
_TEXTS_BELOW_HEADLINE = 30


@dataclass(frozen=True)
class Bylines:
    """Author lines in document order, those below the headline first; `linked` and `marked` are single names."""

    marked: list[str]  # rel=author, itemprop=author
    linked: list[str]  # links to authors' pages
    classed: list[str]  # elements whose class says byline or author
    printed: list[str]  # "By …" in plain text below the headline

    def naming(self, names: Iterable[str]) -> str:
        """The first line that holds one of the names, else the first "By …"; "" where there is neither."""
        lines = [*self.classed, *self.printed, *self.marked, *self.linked]
        keys = [name_key(name) for name in names]
        naming = next((line for line in lines if any(key in name_key(line) for key in keys)), "")
        return naming or next((line for line in lines if (found := _PRINTED.match(line)) and found["name"]), "")

    def witnesses(self) -> Iterator[list[str]]:
        """Groups of author lines, best first; a classed line is a group of its own: the next may be another story's."""
        yield self.marked
        yield self.linked
        yield from ([text] for text in self.classed)
        yield from ([text] for text in self.printed)


def find_bylines(tree: HtmlElement) -> Bylines:
    """The bylines that the page marks as such, in their order."""
    elements = _below_headline_first(tree)
    marked = _first_group([element for element in elements if _is_marked(element)])
    linked = _first_group([element for element in elements if _is_author_link(element)])
    classed = [text for element in elements if _is_classed(element) and (text := _line_of(element))]
    return Bylines(marked, linked, classed[:_MAX_FOUND], _printed_below_headline(tree))


def _below_headline_first(tree: HtmlElement) -> list[HtmlElement]:
    """The elements that can hold an author line; those above the first h1 come last."""
    above: list[HtmlElement] = []
    below: list[HtmlElement] = []
    is_below = False
    for element in tree.iter("h1", *_TAGS):
        if element.tag == "h1":
            is_below = True
        elif element.attrib:
            (below if is_below else above).append(element)
    return below + above


def _is_marked(element: HtmlElement) -> bool:
    return "author" in (element.get("itemprop") or "").split() or "author" in (element.get("rel") or "").split()


def _is_author_link(element: HtmlElement) -> bool:
    if element.tag != "a" or not _AUTHOR_PAGE.search(element.get("href") or ""):
        return False
    text = _line_of(element)
    return len(text.split()) > 1 and is_name(text) and not _is_elsewhere(element)


def _is_classed(element: HtmlElement) -> bool:
    marks = element.get("class"), element.get("data-testid")
    return marks != (None, None) and _says_byline(*marks) and not _is_elsewhere(element)


@lru_cache(maxsize=4_000)  # the elements of a page share few classes
def _says_byline(css_class: str | None, test_id: str | None) -> bool:
    marks = f"{css_class or ''} {test_id or ''}"
    return bool(_CLASS.search(marks)) and not _CLASS_NOT.search(marks)


def _is_elsewhere(element: HtmlElement) -> bool:
    return any(parent.tag in _ELSEWHERE for parent in element.iterancestors())


def _first_group(elements: list[HtmlElement]) -> list[str]:
    """The lines of the first element and of those beside it: co-authors stand together, other stories' do not."""
    texts: list[str] = []
    group = None
    for element in elements[:_MAX_FOUND]:
        text = _line_of(element)
        around = list(element.iterancestors())[:3]
        if not text or (group is not None and not any(parent in group for parent in around)):
            continue
        group = around if group is None else group
        texts.append(text)
    return list(dict.fromkeys(texts))


def _line_of(element: HtmlElement) -> str:
    """The element's text on one line, the inner name alone where microdata marks it; "" where too long for a byline."""
    inner = element.find('.//*[@itemprop="name"]')
    source = element if inner is None else inner
    text = fold_space(clean_text(source.get("content") or "")) or line_of(source)
    return text if 2 < len(text) < _MAX_LENGTH else ""


def _printed_below_headline(tree: HtmlElement) -> list[str]:
    """ "By NAME" among the first texts after the h1, also where "By" and the name are two elements."""
    heading = next(tree.iter("h1"), None)
    if heading is None:
        return []
    found, lead = [], False
    for text in texts_below(heading, _TEXTS_BELOW_HEADLINE):
        match = _PRINTED.match(text)
        if (lead and is_name(text)) or (match and match["name"] and len(text) < _MAX_LENGTH // 2):
            found.append(text)
        lead = bool(match and not match["name"])
    return found
