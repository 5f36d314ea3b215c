"""Well-formed XML from the broken XML that feeds are served as.

feedparser's strict reader stops at the first error, and its loose one is slow and merges entries; so a document is
mended before it is read. What is mended: text before the declaration, HTML entities, bare ampersands, characters that
XML forbids, unclosed HTML tags, undeclared prefixes, a cut-off end, entries inside entries, attributes by the thousand.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from html.entities import html5

from lxml import etree

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DECLARATION = re.compile(r"<\?xml[^<>]*\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[<>]*", re.IGNORECASE)
_CDATA = "<![CDATA["
_REFERENCE = re.compile(r"&(?:#([0-9]{1,7}|[xX][0-9a-fA-F]{1,6});|([a-zA-Z][a-zA-Z0-9]{1,31};)|)")
_VOID_TAG = re.compile(r"<(br|hr|img|input|wbr)\b([^<>]*?)/?>", re.IGNORECASE)
_TEXT_TAG = re.compile(r"<(/?)(title|description|content:encoded)(?:\s[^<>]*)?>", re.IGNORECASE)
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9_.-]")
_CORE_ENTITIES = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})

_PREFIXES = {  # that feeds use without declaring them
    "a10": "http://www.w3.org/2005/Atom",
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
_ENTRY_NAMES = frozenset({"item", "entry"})
_PERSONS = "author creator name email managingeditor webmaster publisher contributor owner"
_MOMENTS = "pubdate published updated modified issued created date lastbuilddate expirationdate expired validity"
_TEXTS = "rss feed rdf channel title link guid id description summary content encoded body div category language ttl"
_SHORT_NAMES = frozenset(f"{_PERSONS} {_MOMENTS}".split())  # in which feedparser looks for parts in quadratic time
_ESSENTIALS = frozenset(f"{_PERSONS} {_MOMENTS} {_TEXTS} origlink".split()) | _ENTRY_NAMES
_MAX_SHORT = 300  # characters of these
_MAX_ATTRIBUTES = 40  # and looks attributes up in quadratic time
_MAX_NAMESPACES = 100
_MAX_CHILDREN = 1_000
_MAX_ELEMENTS = 200_000  # the largest of 203 real feeds has 3,000
MAX_ENTRIES = 5_000


class Unmendable(ValueError):
    """The document cannot be read as XML at all; the message says why."""


@dataclass(frozen=True)
class Mended:
    """A well-formed document in UTF-8, and in words what was done to it."""

    content: bytes
    warnings: tuple[str, ...]


def prepare(text: str) -> str:
    """The document without declaration and document type, and with no character or entity that XML has no word for."""
    text = _without_doctype(_DECLARATION.sub("", text, count=1).lstrip())
    first, *others = _ILLEGAL.sub("", text).split(_CDATA)
    pieces = [_REFERENCE.sub(_resolve, first)]
    for other in others:  # split and partition take linear time however many sections never end
        inside, end, outside = other.partition("]]>")
        pieces += [_CDATA, inside, end, _REFERENCE.sub(_resolve, outside)]
    return "".join(pieces)


def _without_doctype(text: str) -> str:
    """The document without its first document type: one look, however many are begun and never ended."""
    opener = _DOCTYPE.search(text)
    if opener is None:
        return text
    end = opener.end()
    if text[end : end + 1] == "[":
        end = text.find("]", end) + 1 or len(text)
    closer = text[end:].lstrip()
    return text[: opener.start()] + closer[1:] if closer.startswith(">") else text


def mend(prepared: str) -> Mended:
    """A prepared document as well-formed XML that has all its entries side by side. Raises Unmendable."""
    root, warnings = parse_prepared(prepared)
    warnings += _limit_entries(_entries([element for element in root.iter() if isinstance(element.tag, str)]))
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    if len(elements) > _MAX_ELEMENTS:
        raise Unmendable(f"the document has more than {_MAX_ELEMENTS:,} elements")
    for element in elements:
        _mend_element(element)
    _limit_namespaces(elements)
    _limit_children(elements)
    etree.cleanup_namespaces(root)
    warnings += _arrange_entries(_entries(elements))
    return Mended(etree.tostring(root, encoding="utf-8", xml_declaration=True), tuple(warnings))


def only_essentials(content: bytes) -> bytes:
    """A mended document without the elements that no entry is made of: feedparser stumbles over some extensions."""
    root = etree.fromstring(content, _parser(recover=True))
    for element in list(root.iter()):
        if element is not root and local_name(element) not in _ESSENTIALS:
            _take_out(element)
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))


def _resolve(match: re.Match[str]) -> str:
    """A reference that XML knows: numbers of real characters, the five names; HTML's names as what they stand for."""
    number, name = match.groups()
    if number:
        return html.escape(_ILLEGAL.sub("", html.unescape(f"&#{number};")))  # Windows-1252 numbers are mapped, too
    if name in _CORE_ENTITIES:
        return match.group()
    return html5.get(name, f"&amp;{name}") if name else "&amp;"


def parse_prepared(prepared: str) -> tuple[etree._Element, list[str]]:
    """A prepared document's root, and in words what was wrong with it. Raises Unmendable."""
    try:
        return etree.fromstring(prepared.encode(), _parser(recover=False)), []
    except etree.XMLSyntaxError as error:
        warning = f"not well-formed: {error.msg}"
    closed = _VOID_TAG.sub(r"<\1\2/>", prepared).replace("<?", "&lt;?")  # an open instruction hides what follows
    try:
        root = etree.fromstring(_escape_markup(closed).encode(), _parser(recover=True))
    except etree.XMLSyntaxError as error:
        raise Unmendable(str(error.msg)) from error
    if root is None:
        raise Unmendable(warning)
    return root, [warning]


def _escape_markup(text: str) -> str:
    """HTML that stands unescaped in titles and descriptions becomes text: its unclosed tags would swallow the entry."""
    pieces, position, opener = [], 0, None
    for tag in _TEXT_TAG.finditer(text):
        if opener and tag[1] and tag[2] == opener[2]:
            inner = text[opener.end() : tag.start()]
            if "<" in inner and _CDATA not in inner:
                pieces += [text[position : opener.end()], inner.replace("<", "&lt;").replace(">", "&gt;")]
                position = tag.start()
        opener = None if tag[1] else tag
    return "".join(pieces) + text[position:]


def _parser(recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def local_name(element: etree._Element) -> str:
    """The local name in lower case."""
    return str(element.tag).rpartition("}")[2].rpartition(":")[2].lower()


def _mend_element(element: etree._Element) -> None:
    """Undeclared prefixes get their usual namespace or go; texts and attributes that would cost too much are cut."""
    # feedparser stumbles over text inputs
    element.tag = "x-input" if local_name(element) == "textinput" else _declared(str(element.tag))
    for position, name in enumerate([str(name) for name in element.attrib]):
        if position >= _MAX_ATTRIBUTES or ":" in name.rpartition("}")[2]:
            del element.attrib[name]
    if local_name(element) in _SHORT_NAMES:
        element.text = (element.text or "")[:_MAX_SHORT] or None
        for child in element:
            child.tail = None  # where text could go on for ever


def _limit_namespaces(elements: list[etree._Element]) -> None:
    """Elements past the first hundred namespaces lose theirs: feedparser looks through all of them at every end tag."""
    known: set[str] = set()
    for element in elements:
        namespace, brace, local = str(element.tag).rpartition("}")
        known.add(namespace)
        if brace and len(known) > _MAX_NAMESPACES:
            known.discard(namespace)
            element.tag = local


def _limit_children(elements: list[etree._Element]) -> None:
    """No element keeps more than a thousand children that are no entries: categories are compared each with each."""
    for element in elements:
        if len(element) > _MAX_CHILDREN:
            for child in [child for child in element if local_name(child) not in _ENTRY_NAMES][_MAX_CHILDREN:]:
                _take_out(child)


def _declared(tag: str) -> str:
    """The tag in its prefix's usual namespace; where the prefix has none, a plain name made of both parts."""
    prefix, colon, local = tag.rpartition("}")[2].partition(":")
    if not colon:
        return tag
    namespace = _PREFIXES.get(prefix.lower())
    name = _NOT_IN_NAMES.sub("", local)
    if namespace and name[:1].isalpha():
        return f"{{{namespace}}}{name}"
    return f"x-{_NOT_IN_NAMES.sub('', prefix)}-{name}"


def _entries(elements: list[etree._Element]) -> list[etree._Element]:
    """The feed's entries: all elements of the first entry's tag, so that an extension's <x:item> is none."""
    tag = next((element.tag for element in elements if local_name(element) in _ENTRY_NAMES), None)
    return [element for element in elements if element.tag == tag]


def _arrange_entries(entries: list[etree._Element]) -> list[str]:
    """Entries stand side by side afterwards, empty ones are gone; in words what was done."""
    nested = [entry for entry in entries if _outer_entry(entry) is not None]
    for entry in reversed(nested):  # the last first, so that they follow their outer entry in document order
        outer = _outer_entry(entry)
        assert outer is not None
        _take_out(entry)
        if len(entry):
            outer.addnext(entry)
    return [f"{len(nested)} entries stood inside others"] if nested else []


def _limit_entries(entries: list[etree._Element]) -> list[str]:
    """Entries past the limit are gone afterwards; in words what was done."""
    for entry in entries[MAX_ENTRIES:]:
        _take_out(entry)
    return [f"only the first {MAX_ENTRIES:,} entries were read"] if len(entries) > MAX_ENTRIES else []


def _outer_entry(entry: etree._Element) -> etree._Element | None:
    """The outermost entry that this one lies in."""
    ancestors = list(entry.iterancestors(str(entry.tag)))
    return ancestors[-1] if ancestors else None


def _take_out(element: etree._Element) -> None:
    """Remove an element and leave the text behind it."""
    parent = element.getparent()
    if parent is None:
        return
    tail, element.tail = element.tail, None
    before = element.getprevious()
    parent.remove(element)
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail:
        parent.text = (parent.text or "") + tail
