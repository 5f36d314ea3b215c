"""What a page holds of running text, by its markup alone: the witness that a reading of the body is checked against."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from lxml.html import HtmlElement

from transforms.extract.blocks import Block, Kind
from transforms.extract.document import line_of
from transforms.text import fold_space

_KINDS: dict[str, Kind] = {
    "p": "text", "div": "text", "section": "text", "article": "text", "td": "text", "dd": "text", "dt": "text",
    "pre": "text", "li": "list", "blockquote": "quote", "h2": "heading", "h3": "heading", "h4": "heading",
    "h5": "heading", "h6": "heading",
}  # fmt: skip
_NEVER_TEXT = frozenset(
    {
        "script", "style", "noscript", "template", "svg", "button", "select", "iframe", "video", "audio", "object",
        "head"
    }
)  # fmt: skip
_FRAME = frozenset(
    {
        "nav", "footer", "aside", "header", "form", "figure", "figcaption", "h1", "address", "menu", "dialog"
    }
)  # fmt: skip
_WRAPPER_SHARE = 0.5  # a marked element with most of the page's paragraphs wraps the page: <form>, class="has-sidebar"
_MARKS = re.compile(
    r"(?:^|[\s_-])(?:comments?|disqus|footer|sidebar|related|recirc\w*|nav|navigation|breadcrumbs?|promo|"
    r"newsletter|cookies?|"
    r"consent|menu|teasers?|widget|share|sharing|social|subscribe|paywall|recommend\w*|popular|trending|"
    r"outbrain|taboola|"
    r"sponsor\w*|advert\w*|banner|modal|popup|caption|author-?bio|bio|tags?|hidden|toc|read-?more|signup|"
    r"pagination)(?:$|[\s_-])",
    re.IGNORECASE,
)
_MAX_LINK_SHARE = 0.5
_CONTAINER_SHARE = 0.8  # of the running text: less cuts articles in parts, more takes in the page's frame
_MIN_WORDS = 8  # of a paragraph that counts as running text when the container is sought


@dataclass(frozen=True)
class _Leaf:
    element: HtmlElement
    block: Block
    words: int


@dataclass(frozen=True)
class Prose:
    """The blocks of running text in the page's main element, in order; and of the whole page."""

    main: list[Block]
    page: list[Block]


def read_prose(tree: HtmlElement) -> Prose:
    """The running text of the page, and the part of it in the smallest element that holds most of it.

    Menus, asides, comments, teasers and what is mostly links are left out, by tag and by the words in class and id.
    """
    leaves = _leaves(tree)
    container = _container(leaves)
    inside = set() if container is None else set(container.iter())
    return Prose([leaf.block for leaf in leaves if leaf.element in inside], [leaf.block for leaf in leaves])


def _leaves(tree: HtmlElement) -> list[_Leaf]:
    found: list[_Leaf] = []
    paragraphs = _count_paragraphs(tree)
    stack = [tree]
    while stack:
        element = stack.pop()
        if not isinstance(element.tag, str) or element.tag in _NEVER_TEXT:
            continue
        if _is_frame(element) and _count_paragraphs(element) < _WRAPPER_SHARE * max(paragraphs, 1):
            continue
        if element.tag in _KINDS and _is_leaf(element):
            if leaf := _read_leaf(element):
                found.append(leaf)
        else:
            stack.extend(reversed(element))
    return found


def _count_paragraphs(element: HtmlElement) -> int:
    return sum(1 for _ in element.iter("p"))


def _is_frame(element: HtmlElement) -> bool:
    """Whether the element is marked as no part of the text, by its tag or its class and id."""
    if element.tag in _FRAME or "hidden" in element.attrib or element.get("aria-hidden") == "true":
        return True
    marks = element.get("class"), element.get("id")
    return marks != (None, None) and _says_frame(*marks)


@lru_cache(maxsize=4_000)  # the elements of a page share few classes
def _says_frame(css_class: str | None, name: str | None) -> bool:
    return bool(_MARKS.search(f"{css_class or ''} {name or ''}"))


def _is_leaf(element: HtmlElement) -> bool:
    """Whether no further block stands within."""
    inner = element.iterdescendants(*_KINDS, "ul", "ol", "table", "figure", "form")
    return next(inner, None) is None


def _read_leaf(element: HtmlElement) -> _Leaf | None:
    text = line_of(element)
    if not text:
        return None
    linked = sum(len(fold_space("".join(link.itertext()))) for link in element.iter("a"))
    if linked > _MAX_LINK_SHARE * len(text):
        return None
    return _Leaf(element, Block(text, _KINDS[str(element.tag)]), len(text.split()))


def _container(leaves: list[_Leaf]) -> HtmlElement | None:
    """The deepest element that holds most of the words of running text."""
    held: dict[HtmlElement, int] = defaultdict(int)
    total = 0
    for leaf in leaves:
        if leaf.words >= _MIN_WORDS and leaf.block.kind != "heading":
            total += leaf.words
            for parent in leaf.element.iterancestors():
                held[parent] += leaf.words
    enough = [element for element, words in held.items() if words >= _CONTAINER_SHARE * total]
    return max(enough, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)
