"""Small truths about text: ids, white space, and characters that must not reach a reader."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_ID_LENGTH = 12  # DuckDB keeps strings of at most 12 bytes inline
_UNSAFE = re.compile(  # the last two are no characters: XML forbids them
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\ufffe\uffff]"
)
_BREAK = re.compile("[\u2028\u2029]")  # lines of their own to some programs and not to others


def make_id(*parts: object) -> str:
    """The 12 base58 characters that name a thing by its natural key: the same on every machine.

    Parts are joined with a unit separator, so ("ab", "c") and ("a", "bc") differ. 12 characters hold 70 bits: a chance
    of one in a million of any collision among 50 million ids.
    """
    digest = hashlib.blake2b("\x1f".join(str(part) for part in parts).encode("utf-8", "replace"), digest_size=16)
    number = int.from_bytes(digest.digest(), "big")
    letters = []
    for _ in range(_ID_LENGTH):
        number, rest = divmod(number, 58)
        letters.append(_BASE58[rest])
    return "".join(letters)


def fold_space(text: str) -> str:
    """The text on one line: every run of white space is one space, none at the ends."""
    return " ".join(text.split())


def printable(text: str) -> str:
    """The text without characters that command a terminal, hide or turn round what is printed; else as it is."""
    return _UNSAFE.sub("", _BREAK.sub(" ", text))


def told(text: str) -> str:
    """Somebody's words as they may stand in a line of ours: clean, and on one line."""
    return fold_space(clean_text(text))


def spelled_out(json: str) -> str:
    """A JSON text with the same characters as escapes: it says the same to programs and nothing to a terminal."""
    return _UNSAFE.sub(_as_escape, _BREAK.sub(_as_escape, json))


def _as_escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found.group()):04x}"


def clean_text(text: str) -> str:
    """The text in NFC without control, zero-width, bidi-override and surrogate characters; newlines and tabs stay."""
    return _UNSAFE.sub("", unicodedata.normalize("NFC", text))
