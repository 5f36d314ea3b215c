"""The standfirst: the sentence or two between headline and text, which trafilatura loses on four pages in ten."""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement

from transforms.extract.document import following, line_of

_CLASS = re.compile(
    r"(?:^|[\s_-])(?:standfirst|sub-?title|subtitulo|sub-?head(?:line|ing)?|dek|deck|lede?|lead(?:-?text)?|"
    r"chapo|chapeau|intro\w*|"
    r"summary|abstract|vorspann|entradilla|bajada|sottotitolo|sommario|occhiello|sapo|ingress|manchet|zajawka|drophead|"
    r"strapline|article-?description|description|copete|anleser|teaser-?text)(?:$|[\s_-])|"
    r"[a-z](?:Standfirst|Subtitle|Subhead\w*|Dek|Lead|Intro|"
    r"Summary|Chapo)",
    re.IGNORECASE,
)
_TAGS = ("p", "h2", "h3", "div", "span", "strong", "em", "section", "header")
_ELSEWHERE = frozenset({"aside", "nav", "footer", "figure", "figcaption", "li", "button", "form"})
_MIN_LETTERS, _MAX_WORDS = 20, 100
_ELEMENTS_BELOW = 120
_SAME = 60  # characters: descriptions are cut short, and agree that far where they are the standfirst


def find_standfirst(tree: HtmlElement, description: str, body: str) -> str:
    """The standfirst as printed below the headline, if the body lacks it; "" where there is none.

    Two witnesses are asked for: an element near the h1 whose class says so, and that the page's description begins with
    its words. Either alone brings captions, authors' lives and search-engine texts (on newsweb: half of the finds).
    """
    heading = next(tree.iter("h1"), None)
    told = _squeezed(description)
    if heading is None or len(told) < _MIN_LETTERS:
        return ""
    kept = _squeezed(body)
    for element in islice(following(heading), _ELEMENTS_BELOW):
        if _is_named(element):
            text = line_of(element)
            bare = _squeezed(text)[:_SAME]
            if bare in kept:
                return ""
            if len(bare) >= _MIN_LETTERS and len(text.split()) <= _MAX_WORDS and told.startswith(bare):
                return text
    return ""


def _is_named(element: HtmlElement) -> bool:
    if element.tag not in _TAGS or not _CLASS.search(f"{element.get('class') or ''} {element.get('itemprop') or ''}"):
        return False
    return not any(parent.tag in _ELSEWHERE for parent in element.iterancestors())


def _squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())
