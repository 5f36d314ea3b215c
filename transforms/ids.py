"""The natural keys of things, made into ids: the one place that says what makes two things the same."""

from __future__ import annotations

import re
import unicodedata

from transforms.text import make_id

_NOT_A_WORD = re.compile(r"[^\w]+")


def outlet_id(domain: str) -> str:
    """An outlet is its registrable domain."""
    return make_id("outlet", domain.lower())


def feed_id(url: str) -> str:
    """A feed is its address."""
    return make_id("feed", url)


def article_id(key: str) -> str:
    """An article is its address without twins and tracking (transforms.urls.article_key)."""
    return make_id("article", key)


def entry_id(feed: str, article: str) -> str:
    """An entry is an article in a feed."""
    return make_id("entry", feed, article)


def known_actor_id(seed_key: str) -> str:
    """A known actor is its key in seeds/actors.csv."""
    return make_id("actor", "seed", seed_key)


def met_actor_id(kind: str, name: str) -> str:
    """An actor met in the news is its kind and its name, without case, accents and punctuation."""
    return make_id("actor", kind, fold_name(name))


def fold_name(name: str) -> str:
    """A name without case, accents and punctuation: "José  O'Neill" is "jose oneill"."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    return _NOT_A_WORD.sub(" ", plain.casefold().replace("'", "").replace("’", "")).strip()
