"""The parsed page: what kind of bytes these are, their text, and one lxml tree of it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from lxml.etree import ElementDefaultClassLookup, ParserError, XMLSyntaxError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from transforms.text import clean_text, fold_space

_MAGIC = {
    b"%PDF": "a PDF",
    b"\x89PNG": "a PNG image",
    b"GIF8": "a GIF image",
    b"\xff\xd8\xff": "a JPEG image",
    b"RIFF": "a RIFF file (sound or image)",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x1f\x8b": "a gzip archive",
    b"ID3": "an MP3 file",
    b"OggS": "an Ogg file",
    b"\x7fELF": "a program",
    b"7z\xbc\xaf": "a 7z archive",
    b"\x00\x00\x01\x00": "an icon",
    b"{\\rtf": "an RTF document",
}
_MARKUP = re.compile(rb"<(?:!doctype|!--|html|head|body|title|meta|div|p|article|section|main|h1|span|a|br)\b", re.I)
_FEED = re.compile(rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(rss|feed|rdf:RDF|urlset|sitemapindex|svg)\b", re.S)
_HEADER_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.I)
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
# What browsers read under these names (WHATWG encoding standard): the label promises less than pages use.
_WIDER = {
    "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
    "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "gb2312": "gb18030",
    "gbk": "gb18030", "big5": "big5hkscs", "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "iso-8859-9": "cp1254",
    "tis-620": "cp874",
}  # fmt: skip
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_READ_TWICE = re.compile("[\u00c2-\u00f4][\u0080-\u00bf]{1,3}")
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{4000,}>?")
_MAX_ATTRIBUTES = 1000  # 100,000 in one tag keep libxml2 busy for 160 s
_SILENT = frozenset({"script", "style", "noscript", "template", "svg", "button"})
_INLINE = frozenset(
    {
        "a", "abbr", "b", "bdi", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "small",
        "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
    }
)  # fmt: skip
# lxml.html looks up in Python which class an element is of, every time that it is touched: a tenth of all reading.
_ONE_CLASS = ElementDefaultClassLookup(element=HtmlElement)
_SNIFFED_BYTES = 4096
_MAX_CONTROL_SHARE = 0.05  # of the first bytes; true pages have none, binary files a third


def why_not_html(content: bytes, content_type: str) -> str:
    """In plain words what these bytes are instead of an HTML page; "" where they may be one.

    The bytes decide; the header is heard only where they carry no markup at all.
    """
    start = content[:_SNIFFED_BYTES].lstrip()
    for magic, name in _MAGIC.items():
        if start.startswith(magic) or content.startswith(magic):
            return f"the bytes are {name}"
    if found := _FEED.match(start):
        return f"the document is <{found[1].decode()}>, not a page"
    if _is_binary(content[:_SNIFFED_BYTES]):
        return "the bytes are binary"
    if not _MARKUP.search(content) and not content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return f"no HTML markup in it (sent as {content_type[:80] or 'nothing'})"
    return ""


def _is_binary(start: bytes) -> bool:
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _MARKUP.search(start):
        return False
    controls = sum(byte < 9 or 13 < byte < 27 for byte in start)
    return controls > _MAX_CONTROL_SHARE * len(start)


def decode(content: bytes, content_type: str = "") -> str:
    """The text of a page: by its byte-order mark, else as UTF-8 if it is valid, else as declared, else as guessed.

    Valid UTF-8 goes before the declaration: by chance almost no other text is valid, and declarations are often old.
    """
    for mark, codec in _BOMS:
        if content.startswith(mark):
            return content.decode(codec, "replace")
    try:
        return _read_once(content.decode("utf-8"))
    except UnicodeDecodeError:
        return content.decode(_declared_codec(content, content_type) or _guessed_codec(content), "replace")


def _read_once(text: str) -> str:
    """The text, without what comes of UTF-8 that somebody read as Latin-1 and wrote as UTF-8 again."""
    return _READ_TWICE.sub(_reread, text) if "\u00e2\u0080" in text else text


def _reread(found: re.Match[str]) -> str:
    try:
        return found[0].encode("latin-1").decode("utf-8")
    except UnicodeError:
        return found[0]


def _declared_codec(content: bytes, content_type: str) -> str:
    in_header, in_page = _HEADER_CHARSET.search(content_type), _META_CHARSET.search(content[:_SNIFFED_BYTES])
    labels = [in_header[1] if in_header else "", in_page[1].decode("ascii", "replace") if in_page else ""]
    for label in labels:
        codec = _WIDER.get(label.lower(), label)
        if codec and _is_text_codec(codec):
            return codec
    return ""


def _is_text_codec(name: str) -> bool:
    try:
        b"".decode(name, "replace")  # refuses what is no codec of text, as "hex" and "zlib" are
    except (LookupError, ValueError, UnicodeError):
        return False
    return True


def _guessed_codec(content: bytes) -> str:
    """UTF-8 where few bytes are bad (a page cut or mixed), else what charset_normalizer says of a part of it."""
    part = content[:20_000]
    if part.decode("utf-8", "replace").count("\ufffd") <= len(part) // 200:
        return "utf-8"
    from charset_normalizer import from_bytes  # slow to import, and seldom needed

    best = from_bytes(part).best()
    return best.encoding if best else "cp1252"


def parse(text: str) -> HtmlElement | None:
    """The page as one tree without comments; None where there is nothing to parse. libxml2 caps the depth at 255."""
    clean = _LONG_TAG.sub(_without_hostile_tag, _NOT_XML.sub("", text))
    parser = HTMLParser(collect_ids=False, encoding="utf-8", remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(_ONE_CLASS)
    try:
        return document_fromstring(clean.encode("utf-8", "replace"), parser=parser, ensure_head_body=True)
    except (ParserError, XMLSyntaxError, ValueError, AssertionError):
        return None


def strip_machinery(tree: HtmlElement) -> None:
    """Take scripts, styles and drawings out of the tree, but for JSON-LD, which trafilatura reads too.

    It copies the tree several times; without them it is 7 % faster and reads the same (tried on 179 pages).
    """
    for element in list(tree.iter("script", "style", "svg")):
        if "ld+json" not in (element.get("type") or "") and element.getparent() is not None:
            element.drop_tree()


def _without_hostile_tag(tag: re.Match[str]) -> str:
    """The tag, or nothing in its place where it has very many attributes: libxml2 is quadratic in them."""
    return "" if len(tag[0].split()) > _MAX_ATTRIBUTES else tag[0]


def line_of(element: HtmlElement) -> str:
    """The element's text on one line, as printed: blocks and line breaks within are set off, inline ones are not."""
    if not len(element):
        return fold_space(clean_text(element.text or ""))
    parts: list[str] = []
    stack: list[HtmlElement | str] = [element]
    while stack:
        part = stack.pop()
        if isinstance(part, str):
            parts.append(part)
        elif part.tag not in _SILENT:
            _unfold(part, stack)
    return fold_space(clean_text("".join(parts)))


def _unfold(element: HtmlElement, stack: list[HtmlElement | str]) -> None:
    """Put the element's text, children and their tails on the stack, the first on top."""
    edge = "" if element.tag in _INLINE else " "
    stack.append(edge)
    for child in reversed(element):
        stack += [child.tail or "", child]
    stack.append(edge + (element.text or ""))


def texts_below(heading: HtmlElement, limit: int) -> Iterator[str]:
    """The first pieces of text that follow the heading on the page, each on one line."""
    count = 0
    for element in following(heading):
        for raw in (element.text if element.tag not in _SILENT else "", element.tail):
            if text := fold_space(clean_text(raw or "")):
                yield text
                count += 1
        if count >= limit:
            return


def following(element: HtmlElement) -> Iterator[HtmlElement]:
    """Every element after this one and its descendants, in document order, lazily: XPath would list the whole page."""
    at: HtmlElement | None = element
    while at is not None:
        for sibling in at.itersiblings():
            yield from sibling.iter("*")
        at = at.getparent()


def texts_above(heading: HtmlElement) -> Iterator[str]:
    """The pieces of text that precede the heading on the page, the nearest first."""
    at: HtmlElement | None = heading
    while at is not None:
        for sibling in at.itersiblings(preceding=True):
            for element in reversed(list(sibling.iter("*"))):
                for raw in (
                    element.tail if element is not sibling else "",
                    element.text if element.tag not in _SILENT else "",
                ):
                    if text := fold_space(clean_text(raw or "")):
                        yield text
        at = at.getparent()
