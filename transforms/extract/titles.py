"""The headline as the reader sees it: without the outlet's name before or behind it."""

from __future__ import annotations

import re
from itertools import islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from transforms.extract.document import line_of
from transforms.extract.structured import Node, Structured, plain, text_of, types_of
from transforms.text import clean_text, fold_space

_SEPARATOR = re.compile(r"\s+[|–—\-·•:»«/~>]+\s+|\s*[|»｜]\s*|\s+::\s+|：")
_ELSEWHERE = frozenset({"nav", "footer", "aside"})
_MAX_SITE_WORDS = 8
_MIN_HEADLINE_WORDS = 3
_MAX_HEADINGS = 8
_MAX_TITLE = 500  # characters; what is longer is no headline
_CUT = 60  # letters: search engines want headlines of at most 110 characters, and some are cut for them


def headlines_of(structured: Structured, tree: HtmlElement) -> list[str]:
    """The page's headlines as given: og:title, each h1, the title element."""
    headings = [line_of(heading) for heading in first_headings(tree)]
    texts = [structured.meta("og:title", "twitter:title"), *headings, _title_element(tree)]
    return [text for text in texts if text]


def find_title(structured: Structured, node: Node, tree: HtmlElement, outlet: str, url: str) -> str:
    """The headline that the outlet declares, else the h1 that says what machines are told, else another h1, else that.

    Declared is the headline of a NewsArticle, and what JSON-LD and og:title both say: where an outlet writes another
    h1, that is made for search engines or follows a live page (on newsweb's news pages the declared one is right in 24
    of 29 cases).
    """
    names = _site_names(outlet, url)
    og = strip_site(plain(structured.meta("og:title", "twitter:title", "dc.title"))[:_MAX_TITLE], names)
    headline = strip_site(text_of(node.get("headline") or node.get("name"))[:_MAX_TITLE], names)
    told = [text for text in (og, headline, strip_site(_title_element(tree), names)) if text]
    shown = [
        (heading, strip_site(text[:_MAX_TITLE], names))
        for heading in first_headings(tree)
        if (text := line_of(heading))
    ]
    is_declared = "headline" in node and (
        headline == og or any(name.endswith("NewsArticle") for name in types_of(node))
    )
    if is_declared and _says_more_than(headline, [text for _, text in shown]):
        return headline
    return _shown_title(shown, told, names) or next(iter(told), "") or next((text for _, text in shown), "")


def _says_more_than(headline: str, headings: list[str]) -> bool:
    """Whether the headline is other than every h1, and no h1 cut short."""
    key = _key(headline)[:_CUT]
    return len(headline.split()) >= _MIN_HEADLINE_WORDS and not any(key in _key(heading) for heading in headings)


def _shown_title(shown: list[tuple[HtmlElement, str]], told: list[str], names: set[str]) -> str:
    for heading, text in shown:
        if not _is_site(text, names) and any(is_same_headline(text, other) for other in told):
            return _better_spelt(heading, text, told)
    return next((text for heading, text in shown if _can_be_headline(heading, text, names)), "")


def first_headings(tree: HtmlElement) -> list[HtmlElement]:
    """The first h1 elements."""
    return list(islice(tree.iter("h1"), _MAX_HEADINGS))


def _better_spelt(heading: HtmlElement, text: str, told: list[str]) -> str:
    """The heading, or what machines are told where that is the same words in better dress.

    An h1 in capitals is a matter of style; one whose words run together, or that holds a kicker too, is not as printed.
    """
    alike = [other for other in told if _key(other) == _key(text)]
    if alike and text not in alike and (len(alike) > 1 or text.isupper() or text[0].islower()):
        return alike[0]
    kickers = {_key(line_of(child)) for child in heading}
    for other in told:
        rest = text.removesuffix(other)
        if rest != text and _key(rest) in kickers:
            return other
    return text


def _can_be_headline(heading: HtmlElement, text: str, names: set[str]) -> bool:
    if len(text.split()) < _MIN_HEADLINE_WORDS and text.isascii():
        return False
    return not _is_site(text, names) and not any(parent.tag in _ELSEWHERE for parent in heading.iterancestors())


def _title_element(tree: HtmlElement) -> str:
    text = tree.findtext(".//head/title") or tree.findtext(".//title") or ""
    return fold_space(clean_text(text[:_MAX_TITLE]))


def _site_names(outlet: str, url: str) -> set[str]:
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    labels = host.split(".")
    names = [outlet, host, labels[0], labels[-2] if len(labels) > 1 else ""]
    return {key for name in names if len(key := _key(name)) > 1}


def strip_site(text: str, names: set[str]) -> str:
    """The text without the parts at its ends, set off by a separator, that name the site; a slogan behind goes too."""
    for _ in range(3):
        cuts = list(_SEPARATOR.finditer(text))
        behind = next(
            (cut for cut in cuts if _is_site(_part_after(text, cut, cuts), names) and text[: cut.start()].strip()), None
        )
        if behind is not None and len(text[: behind.start()].split()) >= 2:
            text = text[: behind.start()]
        elif cuts and _is_site(text[: cuts[0].start()], names):
            text = text[cuts[0].end() :]
        else:
            break
    return text.strip()


def _part_after(text: str, cut: re.Match[str], cuts: list[re.Match[str]]) -> str:
    following = [other.start() for other in cuts if other.start() >= cut.end()]
    return text[cut.end() : following[0] if following else len(text)]


def _is_site(part: str, names: set[str]) -> bool:
    key = _key(part)
    if not key or len(part.split()) > _MAX_SITE_WORDS:
        return False
    return any(key == name or (len(name) > 3 and (_covers(key, name) or _covers(name, key))) for name in names)


def _covers(longer: str, shorter: str) -> bool:
    """Whether the one name is most of the other: "The Example Times" and "example", not a headline that says it too."""
    return len(shorter) > 3 and shorter in longer and len(shorter) >= 0.4 * len(longer)


def is_same_headline(first: str, second: str) -> bool:
    """Whether most words of the shorter are in the other, and neither is much longer."""
    mine, theirs = (set(re.findall(r"\w+", text.casefold())) for text in (first, second))
    return bool(mine and theirs) and len(mine & theirs) >= 0.5 * max(len(mine), len(theirs))


def _key(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold())
