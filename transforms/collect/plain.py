"""Plain text from the HTML that feeds carry in titles and summaries."""

from __future__ import annotations

import html
import re

from lxml import etree
from lxml.html import HTMLParser, fragment_fromstring

from transforms.text import clean_text, fold_space

_INSTRUCTION = re.compile(r"<[?!][^<>]*>")
_STILL_ESCAPED = re.compile(r"&(?:amp|quot|apos|nbsp|lt|gt|[lr][sd]quo|[mn]dash|hellip|#\d{2,5}|#x[0-9a-fA-F]{2,4});")
_NOT_TEXT = ("script", "style", "noscript", "iframe", "template")
_INLINE_WORDS = (
    "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strike strong sub "
    "sup time tt u var wbr"
)
_INLINE = frozenset(_INLINE_WORDS.split())
_BLOCK_WORDS = (
    "article aside audio blockquote body br button caption center dd div dl dt embed figcaption figure footer form h1 "
    "h2 h3 h4 h5 h6 head header hr html iframe img input li link main meta nav noscript object ol p picture pre script "
    "section source style svg table tbody td template tfoot th thead tr ul video"
)
# Only names of HTML make a tag: a headline may well speak of <generics>.
_TAG = re.compile(rf"</?(?:{'|'.join(f'{_INLINE_WORDS} {_BLOCK_WORDS}'.split())})(?=[\s/>])|<!--", re.IGNORECASE)
_MAX_MARKUP = 100_000  # characters: a summary is cut far below it


def plain_text(markup: str) -> str:
    """The words of an HTML fragment on one line: no tags, no scripts, entities resolved (twice where escaped twice)."""
    text = clean_text(markup[:_MAX_MARKUP])
    text = _without_tags(text) if _TAG.search(text) else html.unescape(text)
    if _STILL_ESCAPED.search(text):
        text = html.unescape(text)
    return fold_space(clean_text(text))


def has_markup(text: str) -> bool:
    """Whether a text holds tags of HTML, as such or escaped."""
    return bool(_TAG.search(text) or _TAG.search(html.unescape(text)))


def shorten(text: str, limit: int) -> str:
    """The text itself, or its first whole words within `limit` characters and "…"."""
    if len(text) <= limit:
        return text
    head, space, _ = text[:limit].rpartition(" ")
    return (head if space else text[: limit - 1]).rstrip(" ,;:–—-") + "…"


def _without_tags(markup: str) -> str:
    parser = HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = fragment_fromstring(_INSTRUCTION.sub("", markup), create_parent="div", parser=parser)
    except (etree.LxmlError, ValueError):  # nothing in it that could be parsed
        return ""
    etree.strip_elements(root, *_NOT_TEXT, with_tail=False)
    pieces = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        pieces.append("" if element.tag in _INLINE else " ")
        pieces.append((element.text if event == "start" else element.tail) or "")
    return "".join(pieces)
