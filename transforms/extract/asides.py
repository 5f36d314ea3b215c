"""What a page sets into an article's text and is none of it, by its markup: hover cards, captions, link boxes, offers.

They go before the text is read, because a reading keeps their words and loses their marks. Marks are words of classes
that all kinds of sites use; an element that holds much of the page is a wrapper, whatever it is called.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from transforms.extract.document import line_of
from transforms.records.extract import Dropped
from transforms.sentence_ends import sentence_spans
from transforms.text import clean_text, fold_space

_BOXES = ("div", "section", "aside", "p", "span", "ul", "figcaption", "blockquote", "figure")
_PARAGRAPHS = ("p", "li", "h2", "h3", "h4", "blockquote")
# A card that opens over a word: the card goes, the word stays.
_CARD = re.compile(
    r"(?:roll-?over|hover|tool-?tip|pop-?over|tippy|flyout)\w*[-_]*(?:\w+[-_]+)*"
    r"(?:block|card|content|text|box|body|inner|panel|bubble|desc\w*|definition|data)(?![a-z])|"
    r"hover-?card|people-block|person-card",
    re.IGNORECASE,
)
_LINKS = re.compile(
    r"(?:^|[\s_-])(?:related|recirc\w*|read-?(?:more|also|next)|more-?(?:topic|stories|on|from|links)|also-?read|see-?also|"
    r"teasers?|promo|lire-?aussi|lees-?ook|mehr-?zum-?thema|relacionad\w*|recommend\w*|inline-?(?:links?|story|promo))"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_PULLED = re.compile(r"pull-?_?quote|quote-?pull|pulled-?quote", re.IGNORECASE)
_OFFERS = re.compile(
    r"(?:^|[\s_-])(?:newsletter|sign-?up|subscri\w+|donat\w+|membership|paywall|app-?(?:promo|download)|social-?follow|"
    r"share|sharing|advert\w*|ad-?(?:label|slot|container)|author-?bio|disclaimer)(?:$|[\s_-])",
    re.IGNORECASE,
)
# Words: what has more wraps text, however it is marked.
_MOST_WORDS = {"card": 150, "pull quote": 100, "caption": 100, "related": 120, "offer": 60}
_HOLDERS = frozenset({"p", "li", "h2", "h3", "h4", "h5", "h6", "td", "blockquote", "div"})
_INLINE = ("a", "span", "b", "strong", "em", "i", "cite", "u", "small", "label", "time", "mark")
_MARKS = " .,!?\"'“”„«»‘’…"
_SENTENCE = 25  # characters of a sentence that is not printed twice by chance
_NESTED = 4  # elements that begin with one another, as a link with a bold word
_SEEN = 24  # characters before a joint that are looked at
_ENDS = re.compile(r"(?:[^\W\d_]{3}[a-zß-ÿ]|[^\W\d_]{2}[.!?:;,…]|[.!?,]?[)\]”»]|[.!?][\"’]|\d)$")
_BEGINS = re.compile(r"[“«(]?[A-ZÀ-ÖØ-Þ](?:[^\W\d_]|\s)")
_FIRST = frozenset("“«(ABCDEFGHIJKLMNOPQRSTUVWXYZÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ")
_SAME_END = 16  # characters by which a line and a link are brought together
_KICKER_WORDS = 5
_LINK_SHARE = 0.6  # of the letters of a box of links


@lru_cache(maxsize=4096)
def _reason_of(marks: str) -> str:
    """What the class of an element says that it is; "" where it says nothing."""
    if _CARD.search(marks):
        return "card"
    if _PULLED.search(marks):
        return "pull quote"
    if _LINKS.search(marks):
        return "related"
    return "offer" if _OFFERS.search(marks) else ""


def take_out(tree: HtmlElement) -> list[Dropped]:
    """Takes out of the tree what its marks say is set into the text from elsewhere; gives the lines, with reasons."""
    dropped: list[Dropped] = []
    for element, reason in [*_marked(tree)]:
        text = line_of(element)
        if not _is_box(element, reason, text):
            continue
        if text and _stands_in_text(element):
            dropped.append(Dropped(text, reason))
        if element.getparent() is not None:
            element.drop_tree()
    return dropped


def _marked(tree: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """The outermost marked elements."""
    skipped: HtmlElement | None = None
    for element in tree.iter(*_BOXES):
        if element.tag == "figcaption":
            reason = "caption"
        else:
            marks = element.get("class")
            reason = _reason_of(marks) if marks else ""
        if reason and (skipped is None or skipped not in element.iterancestors()):
            skipped = element
            yield element, reason


def _is_box(element: HtmlElement, reason: str, text: str) -> bool:
    if len(text.split()) > _MOST_WORDS[reason]:
        return False
    if reason == "card":
        return next(element.iterancestors(*_PARAGRAPHS), None) is not None
    if reason == "related":
        linked = sum(len(line_of(link)) for link in element.iter("a"))
        return linked >= _LINK_SHARE * len(text)
    return reason != "pull quote" or _is_told_twice(element, text)


def _is_told_twice(element: HtmlElement, text: str) -> bool:
    """Whether a paragraph has a sentence of a pull quote: some pages set quotes off that stand nowhere else."""
    sentences = [text[slice(*span)].strip(_MARKS) for span in sentence_spans(text)]
    long = [sentence for sentence in sentences if len(sentence) >= _SENTENCE]
    inside = set(element.iter("p"))
    paragraphs = [line_of(other) for other in element.getroottree().iter("p") if other not in inside] if long else []
    return any(sentence in paragraph for sentence in long for paragraph in paragraphs)


def _stands_in_text(element: HtmlElement) -> bool:
    """Whether a paragraph stands around or right beside it: what stands elsewhere nobody takes for text."""
    parent = element.getparent()
    if parent is not None and parent.tag == "figure":
        parent = parent.getparent()
    beside = parent is not None and next(parent.iterchildren("p"), None) is not None
    return beside or next(element.iterancestors("p", "blockquote"), None) is not None


def part_words(tree: HtmlElement) -> None:
    """Sets a space where two elements touch and one word would run into the next, as in "Ana BergMayor of the town"."""
    for block in tree.iter("blockquote"):
        for line in block.iter("div"):
            line.tag = "p"  # a reading joins the other blocks of a quote without a space
    for element in tree.iter(*_INLINE):
        text, tail = element.text, element.tail
        if text and text[0] in _FIRST and _runs_on(_before(element), text):
            element.text = f" {text}"
        if tail and tail[0] in _FIRST and _runs_on(_last_of(element), tail):
            element.tail = f" {tail}"


def _before(element: HtmlElement) -> str:
    """The text that runs up to an element: one that begins with another has none of its own before that."""
    at: HtmlElement | None = element
    for _ in range(_NESTED):
        if at is None:
            return ""
        previous, parent = at.getprevious(), at.getparent()
        if previous is not None:
            if text := previous.tail or _last_of(previous):
                return str(text)
            at = previous
        elif parent is not None and parent.text:
            return str(parent.text)
        else:
            at = parent
    return ""


def _last_of(element: HtmlElement) -> str:
    while len(element):
        if element[-1].tail:
            return str(element[-1].tail)
        element = element[-1]
    return str(element.text or "")


def _runs_on(before: str, after: str) -> bool:
    """Whether the end of one text and the beginning of the next are two words. "Mc|Donald" and "U.|S." are one."""
    if not before or not after or before[-1].isspace() or after[0].isspace():
        return False
    return bool(_ENDS.search(before[-_SEEN:]) and _BEGINS.match(after))


def links_among(lines: Iterable[str], tree: HtmlElement, host: str) -> frozenset[str]:
    """Those of the lines that are on the page nothing but a link to another page of the site, or a word and a link."""
    by_end: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        by_end[line[-_SAME_END:]].append(line)
    if not by_end:
        return frozenset()
    found = ((fold_space(clean_text(link.text_content())), link) for link in tree.iter("a"))
    return frozenset(
        line
        for text, link in found
        for line in by_end.get(text[-_SAME_END:], ())
        if (line == text or _is_kicked(line, text)) and _leads_within(link, host) and _is_alone(link, line == text)
    )


def _is_kicked(line: str, link: str) -> bool:
    """ "Storms: Port closed until Friday", of which the link is what stands behind the colon."""
    kicker = line.removesuffix(link)
    return kicker != line and kicker.rstrip().endswith(":") and len(kicker.split()) <= _KICKER_WORDS


def _leads_within(link: HtmlElement, host: str) -> bool:
    address = (link.get("href") or "").strip()
    if not address or "#" in address or address.startswith(("mailto:", "javascript:")):
        return False
    return not address.startswith(("http:", "https:", "//")) or _site(urlsplit(address).hostname or "") == _site(host)


def _site(host: str) -> str:
    return ".".join(host.split(".")[-2:])


def _is_alone(link: HtmlElement, is_whole: bool) -> bool:
    """Whether a link is all the text of its list item, paragraph or heading; else that it stands in a list item."""
    if not is_whole:
        return next(link.iterancestors("li"), None) is not None
    element = link
    while element.tag not in _HOLDERS:
        parent = element.getparent()
        if parent is None or (element.tail or "").strip() or (parent.text or "").strip():
            return False
        if any(line_of(other) for other in parent if other is not element):
            return False
        element = parent
    return True
