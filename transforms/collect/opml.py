"""Lists of feeds as OPML 1.0 and 2.0, without loss in either direction.

listparser was looked at: it reads titles, addresses and folders only, so what else a reader wrote would be lost, and
it does not write.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from transforms.text import fold_space

_MAX_BYTES = 20_000_000
_KNOWN = frozenset({"xmlurl", "htmlurl", "title", "text", "language", "type"})
_FOLDER_PARTS = re.compile(r"(?:[^/\\]|\\.)+", re.DOTALL)
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class BadOpml(ValueError):
    """The document is no list of feeds; the message says why."""


@dataclass(frozen=True)
class OpmlFeed:
    """One feed of a list.

    `folder` names the outlines around it from the outside in: "a/b"; a slash or backslash in a name has a backslash
    before it. `attributes` are all others in document order: `text` where it differs from the title, `type` where it
    is not "rss", and whatever other programs wrote; names with a namespace are written "{namespace}name".
    """

    url: str
    title: str = ""
    site_url: str = ""
    folder: str = ""
    language: str = ""
    attributes: tuple[tuple[str, str], ...] = ()


def read_opml(content: bytes) -> list[OpmlFeed]:
    """The feeds in document order. Outlines that are neither feed nor folder are left out. Raises BadOpml."""
    root = _parse(content)
    if _name(root) != "opml":
        raise BadOpml(f"it begins with <{_name(root)}>, where an OPML document begins with <opml>")
    body = next((child for child in root.iterchildren() if _name(child) == "body"), None)
    if body is None:
        raise BadOpml("it has no <body>")
    return list(_feeds(body))


def write_opml(feeds: Iterable[OpmlFeed], title: str) -> bytes:
    """An OPML 2.0 document with the feeds in their folders, in UTF-8; `read_opml` gives back what was written.

    Folders stand where their first feed stands, so feeds of one folder that others part come together. Raises BadOpml
    where a feed has an attribute that XML cannot name.
    """
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = _legal(title)
    folders = {"": etree.SubElement(root, "body")}
    for feed in feeds:
        try:
            etree.SubElement(_folder(folders, feed.folder), "outline", dict(_attributes(feed)))
        except ValueError as error:
            raise BadOpml(f"{feed.url} cannot be written: {error}") from error
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True))


def _parse(content: bytes) -> etree._Element:
    if len(content) > _MAX_BYTES:
        raise BadOpml(f"it is larger than {_MAX_BYTES // 1_000_000} MB")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content.strip(), parser)
    except etree.XMLSyntaxError as error:
        raise BadOpml(f"it is not well-formed XML: {error.msg}") from error
    except ValueError as error:  # an empty document
        raise BadOpml(f"it is not XML: {error}") from error
    if root.getroottree().docinfo.internalDTD is not None and b"<!ENTITY" in content:
        raise BadOpml("it defines entities of its own, which are not read")
    return root


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _feeds(body: etree._Element) -> Iterator[OpmlFeed]:
    """Walks with a stack of its own: outlines may be nested deeper than Python's."""
    waiting = [(child, "") for child in reversed(body)]
    while waiting:
        outline, folder = waiting.pop()
        if _name(outline) != "outline":
            continue
        values = {str(name).lower(): fold_space(str(value)) for name, value in outline.attrib.items()}
        if values.get("xmlurl"):
            yield _feed(outline, values, folder)
        inner = folder
        if len(outline) and not values.get("xmlurl"):
            inner = _join(folder, values.get("title") or values.get("text") or "")
        waiting += [(child, inner) for child in reversed(outline)]


def _feed(outline: etree._Element, values: dict[str, str], folder: str) -> OpmlFeed:
    title, text = values.get("title") or values.get("text") or "", values.get("text") or ""
    if title == values["xmlurl"] and not values.get("title"):
        title = ""  # the address stands for a text that there was not
    others = [(str(name), str(value)) for name, value in outline.attrib.items() if str(name).lower() not in _KNOWN]
    kind = values.get("type") or "rss"
    return OpmlFeed(
        url=values["xmlurl"],
        title=title,
        site_url=values.get("htmlurl") or "",
        folder=folder,
        language=values.get("language") or "",
        attributes=(
            *([("text", text)] if text not in ("", title, values["xmlurl"]) else []),
            *([("type", kind)] if kind != "rss" else []),
            *others,
        ),
    )


def _join(folder: str, name: str) -> str:
    if not name:
        return folder
    escaped = name.replace("\\", "\\\\").replace("/", "\\/")
    return f"{folder}/{escaped}" if folder else escaped


def _folder(folders: dict[str, etree._Element], path: str) -> etree._Element:
    """The outline of a folder, made with those around it where it is not there yet."""
    made, parent = "", folders[""]
    for part in _FOLDER_PARTS.findall(path):
        name = fold_space(re.sub(r"\\(.)", r"\1", part, flags=re.DOTALL))
        if not name:
            continue
        made = _join(made, name)
        if made not in folders:
            folders[made] = etree.SubElement(parent, "outline", text=_legal(name), title=_legal(name))
        parent = folders[made]
    return parent


def _attributes(feed: OpmlFeed) -> Iterator[tuple[str, str]]:
    """The attributes of a feed's outline: `text` is always there, as OPML 2.0 demands."""
    others = dict(feed.attributes)
    yield "type", _legal(others.pop("type", "rss"))
    yield "text", _legal(others.pop("text", feed.title or feed.url))
    known = {"title": feed.title, "xmlUrl": feed.url, "htmlUrl": feed.site_url, "language": feed.language}
    yield from ((name, _legal(value)) for name, value in known.items() if value)
    yield from ((name, _legal(value)) for name, value in others.items())


def _legal(text: str) -> str:
    """The text without the characters that XML forbids."""
    return _ILLEGAL.sub("", text)
