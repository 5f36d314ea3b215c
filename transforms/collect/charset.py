"""The text of a document whose declarations about its encoding may all be wrong."""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with theirs
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE_STARTS = (  # of any document, which begins with an ASCII character
    (re.compile(rb"[\t\n\r -~]\0\0\0"), "utf-32-le"),
    (re.compile(rb"\0\0\0[\t\n\r -~]"), "utf-32-be"),
    (re.compile(rb"[\t\n\r -~]\0[^\0]"), "utf-16-le"),
    (re.compile(rb"\0[\t\n\r -~]\0[^\0]"), "utf-16-be"),
)
_EBCDIC_START = "<?xm".encode("cp037")
_IN_HEADER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_IN_DECLARATION = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
_SUPERSETS = {  # what browsers decode where the smaller set is declared (WHATWG Encoding)
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "tis-620": "cp874",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "ascii": "cp1252",
}
_SEVEN_BITS = ("iso2022", "hz", "utf-7")  # look like ASCII, which is valid UTF-8
_STRAY_BYTES = {  # bytes that are no UTF-8, as "surrogateescape" carries them
    0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)
}


def decode_document(content: bytes, content_type: str) -> str:
    """The document as text, by the first witness that holds.

    A byte order mark; then UTF-8 if it is valid, whatever is declared (by chance it hardly ever is); then the header's
    and the XML declaration's charset; at last UTF-8 in which stray bytes are read as Windows-1252. Never raises.
    """
    mark = next((mark for mark, _ in _BOMS if content.startswith(mark)), b"")
    encoding = _witnessed(content, content_type)
    if encoding is None:
        return content.decode("utf-8", "surrogateescape").translate(_STRAY_BYTES)
    return content[len(mark) :].decode(encoding, "replace")


def real_charset(content: bytes, content_type: str) -> str:
    """The charset that `decode_document` reads by, under Python's name for it; "mixed" where none holds."""
    return _witnessed(content, content_type) or "mixed"


def declared_charsets(content: bytes, content_type: str) -> dict[str, str]:
    """The charsets that the header and the document declare, under Python's names for them (or as they stand)."""
    found = {"the header": _IN_HEADER.search(content_type), "the document": _IN_DECLARATION.search(content[:1000])}
    named = {place: match.group(1) for place, match in found.items() if match}
    texts = {place: name if isinstance(name, str) else name.decode("ascii", "replace") for place, name in named.items()}
    return {place: _codec(name) or name.lower() for place, name in texts.items()}


def _witnessed(content: bytes, content_type: str) -> str | None:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return encoding
    for start, encoding in _WIDE_STARTS:
        if start.match(content):
            return encoding
    if content.startswith(_EBCDIC_START):  # its code pages agree on the letters of a declaration
        return next(iter(_declared(content[:1000].decode("cp037").encode(), "")), "cp037")
    declared = _declared(content, content_type)
    candidates = declared if any(name.startswith(_SEVEN_BITS) for name in declared) else ["utf-8", *declared]
    for encoding in candidates:
        try:
            content.decode(encoding)
            return encoding
        except UnicodeError:
            continue
    return None


def _declared(content: bytes, content_type: str) -> list[str]:
    in_header = _IN_HEADER.search(content_type)
    in_document = _IN_DECLARATION.search(content[:1000])
    names = [in_header.group(1)] if in_header else []
    names += [in_document.group(1).decode("ascii", "replace")] if in_document else []
    return [codec for name in names if (codec := _codec(name))]


def _codec(name: str) -> str | None:
    """Python's name for a text encoding, widened to its usual superset; None where there is no such encoding."""
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    is_text = getattr(found, "_is_text_encoding", True)  # rot13, hex and the like are codecs too
    wide = found.name.startswith(("utf-16", "utf-32"))  # would have shown in the first bytes
    return _SUPERSETS.get(found.name, found.name) if is_text and not wide else None
