"""The language of a text: what the page declares, and what its words say."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

_MIN_LETTERS = 20  # fewer say nothing: a name, a number
_SURE_LETTERS = 200  # from here py3langid is right on practically every article (facts: ~1.0), the attribute is not
_SAMPLE = 1200
_CODE = re.compile(r"^([a-z]{2})(?:[-_]|$)", re.IGNORECASE)
# One language under two codes, as pages and py3langid write it.
_SAME = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "ji": "yi", "mo": "ro", "sh": "sr", "wuu": "zh", "yue": "zh"}


def declared_language(tree: HtmlElement) -> str:
    """The two-letter code of <html lang>, og:locale or content-language; "" where none is given."""
    root = tree.getroottree().getroot()
    texts = [root.get("lang", ""), root.get("{http://www.w3.org/XML/1998/namespace}lang", ""), root.get("xml:lang", "")]
    metas = (
        (meta.get("property") or meta.get("http-equiv") or "", meta.get("content", "")) for meta in tree.iter("meta")
    )
    texts.extend(content for name, content in metas if name.lower() in {"og:locale", "content-language"})
    return next((_normal(found[1]) for text in texts if (found := _CODE.match(text.strip()))), "")


def find_language(text: str, declared: str = "") -> str:
    """ISO 639-1 of the text: what its words say if there are enough, else what is declared; "" for too little text."""
    letters = sum(character.isalpha() for character in text[:_SAMPLE])
    if letters < _MIN_LETTERS:
        return ""
    from py3langid import classify  # it loads half a second of model at the first text

    said = _normal(str(classify(text[:_SAMPLE])[0]))
    if len(said) != 2:  # it also knows dialects, and "no language", which have no two-letter code
        return declared
    return said if letters >= _SURE_LETTERS or not declared else declared


def _normal(code: str) -> str:
    code = code.lower()
    return _SAME.get(code, code)
