"""Who wrote it: the byline as printed, and the people in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from transforms.extract.bylines import Bylines
from transforms.extract.names import name_key, split_names
from transforms.extract.structured import Node, Structured, plain, text_of, types_of

_METAS = (
    "author", "article:author", "og:article:author", "parsely-author", "sailthru.author", "byl", "dc.creator",
    "dcterms.creator", "dc.contributor", "citation_author", "article.author", "authors", "cxenseparse:author",
    "vr:author", "rbauthors", "analyticsattributes.author", "og:author", "creator", "article:author_name", "writer",
)  # fmt: skip
_WRITTEN_BY = re.compile(r"written|by\b|author|verfasst|geschrieben|écrit|escrit|scritto|autor|auteur", re.IGNORECASE)
_MOST_NAMED = 100  # texts of one witness: no article has more writers, and each is compared with many
_MIN_OUTLET_KEY = 3


def find_authors(structured: Structured, node: Node, bylines: Bylines, outlet_names: Iterable[str]) -> tuple[str, ...]:
    """The people who wrote it: those whom machines are told, unless "By …" below the headline names others.

    Machines are told by JSON-LD, then meta elements; a first witness that gives full names wins over one that gives a
    handle. Without them the page's rel=author, links to authors' pages and bylines are asked. Outlets, agencies, desks
    and addresses are no people: where only such are named there are no authors, and the byline says who is named.
    """
    banned = {key for name in outlet_names if len(key := name_key(name)) >= _MIN_OUTLET_KEY}
    banned -= {name_key(name) for name in _declared_people(structured, node)}
    printed = _full_names([[text] for text in bylines.printed[:1]], banned)
    told = _full_names(_told(structured, node), banned)
    if told:
        return tuple(printed if printed and not _fits(told, printed) else told)
    shown = printed or _full_names(bylines.witnesses(), banned)
    short = next((names for texts in _told(structured, node) if (names := _people(texts, banned))), [])
    return tuple(shown if shown and (not short or _fits(short, shown) or printed) else short)


def _full_names(witnesses: Iterable[list[str]], banned: set[str]) -> list[str]:
    """The people of the first witness that names only people with two names, or in a script without spaces."""
    for texts in witnesses:
        names = _people(texts, banned)
        if names and all(len(name.split()) > 1 or not name.isascii() for name in names):
            return names
    return []


def find_named_author(structured: Structured, node: Node) -> str:
    """Whom machines are told as the author, be it a person, an agency or a desk; "" where nobody is named."""
    author = node.get("author")
    told = [text_of(structured.resolve(item)) for item in (author if isinstance(author, list) else [author])]
    texts = [*told, *(structured.meta(name) for name in _METAS)]
    return next((text for text in texts if text and "://" not in text and "@" not in text), "")


def _fits(short: list[str], full: list[str]) -> bool:
    """Whether the full names say the same as the short ones did: "Linda" and "Linda McCall", a handle and its name."""
    return any(
        name_key(name) in name_key(longer) or name_key(longer) in name_key(name) for name in short for longer in full
    )


def _told(structured: Structured, node: Node) -> Iterator[list[str]]:
    yield list(_json_authors(structured, node.get("author")))
    yield list(_json_authors(structured, node.get("creator")))
    for name in _METAS:
        yield structured.metas.get(name, [])
    yield _labelled_metas(structured)


def _json_authors(structured: Structured, value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        resolved = structured.resolve(item)
        if isinstance(resolved, list):
            yield from _json_authors(structured, resolved)
        elif isinstance(resolved, dict) and "Organization" in " ".join(types_of(resolved)):
            continue
        elif isinstance(resolved, dict) and isinstance(resolved.get("name"), list):
            yield from (plain(name) for name in resolved["name"] if isinstance(name, str))
        elif name := text_of(resolved):
            yield name


def _declared_people(structured: Structured, node: Node) -> list[str]:
    """Authors whom JSON-LD calls a Person and who bear two names: a blog is often named after its writer."""
    author = node.get("author")
    people = [structured.resolve(item) for item in (author if isinstance(author, list) else [author])]
    names = [text_of(item) for item in people if isinstance(item, dict) and types_of(item) == ["Person"]]
    return [name for name in names if len(name.split()) > 1]


def _labelled_metas(structured: Structured) -> list[str]:
    """The pairs that Slack and X show: twitter:label1 "Written by", twitter:data1 the name."""
    numbers = [n for n in "12" if _WRITTEN_BY.match(structured.meta(f"twitter:label{n}"))]
    return [structured.meta(f"twitter:data{number}") for number in numbers]


def _people(texts: Iterable[str], banned: set[str]) -> list[str]:
    names: dict[str, str] = {}
    for text in islice(texts, _MOST_NAMED):
        for name in split_names(text):
            key = name_key(name)
            if not any(_is_outlet(key, name, outlet) for outlet in banned):
                names.setdefault(key, name)
    return list(names.values())


def _is_outlet(key: str, name: str, outlet: str) -> bool:
    """Whether a name is the outlet's, its beginning where it is one word, or begins with it: "Example sport"."""
    is_part = len(name.split()) == 1 and len(key) > _MIN_OUTLET_KEY and outlet.startswith(key)
    return key.startswith(outlet) or is_part
