"""Whether a page with some text is an article at all, or a front page, a list of stories, a gallery, a wall."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from transforms.extract.blocks import Block, count_words

_PROSE_WORDS = 25  # a block this long is running text; teasers are shorter
_FEW_WORDS = 200
_DUMP_BLOCKS = 2  # a list of links may come as one long block
# Of the words of the text that stand in links: true articles of newsweb have .94 at most, on pages full of links.
_NOTHING_ELSE, _MOSTLY = 0.95, 0.8
_WALL = re.compile(
    r"subscribe (?:now|today|to (?:continue|read|unlock))|subscribers? only|already (?:a |"
    r"have an? )?(?:subscriber|account)|"
    r"log in to (?:continue|read)|to continue reading|abonnez-vous|réservé aux abonnés|déjà abonné|jetzt abonnieren|"
    r"weiterlesen mit|nur für abonnenten|suscríbete|solo para suscriptores|abbonati|enable javascript|access denied|"
    r"verify you are (?:a )?human|checking your browser|are you a robot|captcha|page not found|404 not found",
    re.IGNORECASE,
)
_WALL_WORDS = 80
_FRONT = re.compile(
    r"/?(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?(?:(?:index|home|homepage|default)(?:\.\w+)?/?)?", re.IGNORECASE
)
_APOLOGY = re.compile(
    r"(?:^|[/_.-])(?:404|410|not[-_]?found|page[-_]not[-_]found|error(?:page)?|gone|expired)(?:[/_.-]|$)", re.IGNORECASE
)


def why_not_an_article(blocks: Sequence[Block], tree: HtmlElement, path: str) -> str:
    """In plain words why the text is none of an article; "" where it may be one. In doubt it is one."""
    words = sum(count_words(block.text) for block in blocks)
    prose = sum(count_words(block.text) for block in blocks if count_words(block.text) >= _PROSE_WORDS)
    if words < _WALL_WORDS and any(_WALL.search(block.text) for block in blocks):
        return f"{words} words, and they ask to subscribe, log in or enable something"
    if prose >= _FEW_WORDS and len(blocks) > _DUMP_BLOCKS:
        return ""
    share = _linked_share(blocks, tree)
    if share > _NOTHING_ELSE or (share > _MOSTLY and prose < min(_FEW_WORDS, words / 2)):
        return f"{share:.0%} of its {words} words are links: a list or a menu"
    if path in {"", "/"} and prose < 2 * _PROSE_WORDS:
        return "the front page of a site, without running text"
    return ""


def _linked_share(blocks: Sequence[Block], tree: HtmlElement) -> float:
    """How many of the words of the text stand in links on the page, each as often as there."""
    words = Counter(word for block in blocks for word in block.text.split())
    links = Counter(word for link in tree.iter("a") for word in "".join(link.itertext()).split())
    return (words & links).total() / max(1, words.total())


def why_led_away(asked: str, final: str) -> str:
    """Why a page that was redirected is not the one that was asked for; "" where it may be.

    Sites that take a page away often send its readers to the front page or to a page of apology, with status 200.
    """
    try:
        before, after = urlsplit(asked), urlsplit(final)
    except ValueError:  # "http://["
        return ""
    if _is_front(after.path) and not _is_front(before.path) and not after.query:
        return "the address leads to a front page"
    if _APOLOGY.search(after.path) and not _APOLOGY.search(before.path):
        return "the address leads to a page that says that there is nothing"
    return ""


def _is_front(path: str) -> bool:
    return bool(_FRONT.fullmatch(path))
