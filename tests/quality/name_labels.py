"""Labelled names as texts with typed spans, whatever shape their corpus has."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

TYPES = {
    "Person": "person", "Organisation": "organisation", "Location": "place",
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "PER": "person",
    "person": "person", "organisation": "organisation", "place": "place", "country": "place",
    "S": "actor", "T": "actor",
}  # fmt: skip
WIKIDATA = (("Q215627", "person"), ("Q27096213", "place"), ("Q43229", "organisation"))
EDGES = re.compile(r"^(?:the|a|an)\s+|[’']s?$|^\W+|[^\w.)]+$", re.IGNORECASE)
PRONOUNS = {"he", "she", "it", "his", "her", "they", "their", "i", "we"}
_SENTENCE_END = re.compile(r"[.!?]\W*$")


class Span(NamedTuple):
    """A typed name, and whose it is."""

    start: int
    end: int
    kind: str
    whose: str = ""


class Labelled(NamedTuple):
    """A text, its title, the labelled names, the spans whose kind is not labelled, and the part that is judged."""

    text: str
    title: str
    names: list[Span]
    untyped: list[tuple[int, int]]
    judged: tuple[int, int]


def read_labelled(folder: Path) -> list[Labelled]:
    rows = [json.loads(line) for line in (folder / "labelled.jsonl").read_text("utf-8").splitlines()]
    if "tokens" not in rows[0]:
        return [_document(row) for row in rows]
    return [_joined(list(group)) for _, group in groupby(rows, key=lambda row: row.get("doc", json.dumps(row)))]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without articles, possessives and marks at its edges."""
    while match := EDGES.search(text[start:end]):
        if match.end() == end - start and match.start() > 0:
            end = start + match.start()
        elif match.start() == 0 and match.end() < end - start:
            start += match.end()
        else:
            break
    return start, end


def _document(row: dict[str, Any]) -> Labelled:
    """A text with spans: no pronouns, no common nouns, and no phrase around another name."""
    text, untyped = row["text"], []
    if "entities" in row:
        found = [(e["begin"], e["end"], TYPES.get(e["type"], ""), "") for e in row["entities"]]
    else:
        labels = [label for label in row["labels"] if not is_pronoun(row, label)]
        found = [(*label["span"], wikidata_kind(label["type"]), label["entity_id"]) for label in labels]
        untyped = [tuple(label["span"]) for label in labels if label["type"] == "OTHER"]
    spans = {Span(*trimmed(text, start, end), kind, whose) for start, end, kind, whose in found if kind}
    named = {span for span in spans if text[span.start].isupper()}
    names = sorted(s for s in named if not any(o != s and s.start <= o.start and o.end <= s.end for o in named))
    return Labelled(text, row.get("title", ""), names, untyped, tuple(row.get("evaluation_span", (0, len(text)))))


def is_pronoun(row: dict[str, Any], label: dict[str, Any]) -> bool:
    return row["text"][slice(*label["span"])].lower() in PRONOUNS


def wikidata_kind(types: str) -> str:
    return next((kind for key, kind in WIKIDATA if key in types.split("|")), "")


def _joined(rows: list[dict[str, Any]]) -> Labelled:
    """Sentences of words with BIO tags, as one text; headings and bylines stand in lines of their own."""
    text, names = "", []
    for row in rows:
        starts = []
        for word, space in zip(row["tokens"], _spaces(row["tokens"]), strict=True):
            starts.append(len(text))
            text += word + space
        for first, last, tag in _tagged(row["tags"]):
            start, end = trimmed(text, starts[first], starts[last] + len(row["tokens"][last]))
            if tag in TYPES and any(map(str.isupper, text[start:end])):
                names.append(Span(start, end, TYPES[tag]))
        text = text.rstrip() + (" " if _SENTENCE_END.search(text.rstrip()) else "\n\n")
    return Labelled(text, "", names, [], (0, len(text)))


def _spaces(words: list[str]) -> Iterator[str]:
    """What follows each word: nothing before marks that close, nor after those that open."""
    is_open = False
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if word == '"':
            is_open = not is_open
        closes = following in {".", ",", ";", ":", "?", "!", ")", "]", "%", "'s", "’s", "n't", "n’t", "”", "’", "-"}
        opens = word in {"(", "[", "$", "£", "€", "“", "‘", "-"} or (word == '"' and is_open)
        yield "" if closes or opens or (following == '"' and is_open) else " "


def _tagged(tags: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    start, kind = None, ""
    for number, tag in enumerate([*tags, "O"]):
        if start is not None and not tag.startswith("I-"):
            yield start, number - 1, kind
            start = None
        if tag.startswith("B-"):
            start, kind = number, tag[2:]
