"""What the tagger learns from: labelled sentences joined, names swapped, headlines written in capitals."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

from seeds.training.invented import Invented, Stock, Words, tagged

_JOINED = 160  # words at most: about the window that reading uses
_NAMELESS = 0.25  # of the runs without a name, those kept
_SWAPPED = 0.35  # of the names
_SMALL_WORDS = {
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "of", "on", "or", "over", "the", "to", "vs",
}  # fmt: skip


def read_labelled(folder: Path, stock: Stock) -> list[Words]:
    """The sentences of a folder's train.json, with the adjectives and names of peoples tagged as groups.

    Only one of the sources labels other names (MISC), so they are taken for no names at all.
    """
    rows = json.loads((folder / "train.json").read_text("utf-8"))
    return [_with_groups(Words(row["tokens"], row["tags"]), stock) for row in rows]


def _with_groups(sentence: Words, stock: Stock) -> Words:
    tags = ["O" if tag.endswith("MISC") else tag for tag in sentence.tags]
    for n, word in enumerate(sentence.words):
        if tags[n] == "O" and word in stock.demonyms:
            tags[n] = "B-GRP"
    return Words(list(sentence.words), tags)


def texts(labelled: list[Words], stock: Stock, invented: int, rng: Random) -> Iterator[Words]:
    """One epoch: the labelled sentences in runs as they follow one another, and runs of invented ones."""
    position = 0
    while position < len(labelled):
        run, position = _run(labelled, position, rng)
        if any(tag != "O" for tag in run.tags) or rng.random() < _NAMELESS:
            yield written(_swapped(run, stock, rng), rng)
    maker = Invented(stock)
    for _ in range(invented):
        yield written(joined([maker.sentence(rng) for _ in range(rng.choice((1, 1, 2, 3, 5)))]), rng)


def _run(labelled: list[Words], position: int, rng: Random) -> tuple[Words, int]:
    limit = rng.choice((1, 1, 40, 80, _JOINED))
    end = position + 1
    size = len(labelled[position].words)
    while end < len(labelled) and size + len(labelled[end].words) <= limit:
        size += len(labelled[end].words)
        end += 1
    return joined(labelled[position:end]), end


def joined(sentences: list[Words]) -> Words:
    """Sentences as one text."""
    return Words([w for s in sentences for w in s.words], [t for s in sentences for t in s.tags])


def names_of(text: Words) -> Iterator[tuple[int, int, str]]:
    """Where names begin and end, and their kinds."""
    start = None
    for n, tag in enumerate([*text.tags, "O"]):
        if start is not None and not tag.startswith("I-"):
            yield start, n, text.tags[start][2:]
            start = None
        if tag.startswith("B-"):
            start = n


def _swapped(text: Words, stock: Stock, rng: Random) -> Words:
    """The text with some names replaced by others of their kind, the same ones everywhere."""
    chosen: dict[tuple[str, str], str] = {}
    surnames: dict[str, str] = {}
    found = list(names_of(text))
    for start, end, kind in sorted(found, key=lambda span: span[0] - span[1]):  # longest first: full names
        name = " ".join(text.words[start:end])
        if (kind, name) in chosen:
            continue
        chosen[kind, name] = _other(kind, name, surnames, stock, rng) if rng.random() < _SWAPPED else name
    words, tags, last = [], [], 0
    for start, end, kind in found:
        words += text.words[last:start]
        tags += text.tags[last:start]
        name = " ".join(text.words[start:end])
        new = tagged(chosen[kind, name], kind)
        words += new.words if chosen[kind, name] != name else text.words[start:end]
        tags += new.tags if chosen[kind, name] != name else text.tags[start:end]
        last = end
    return Words([*words, *text.words[last:]], [*tags, *text.tags[last:]])


def _other(kind: str, name: str, surnames: dict[str, str], stock: Stock, rng: Random) -> str:
    """Another name of the kind; a surname follows the full name that it ends."""
    if not name[0].isupper():
        return name
    if kind == "PER":
        return _other_person(name, surnames, stock, rng)
    if kind == "LOC":
        return rng.choice(stock.countries) if name in stock.countries else stock.place(rng)
    if kind == "ORG":
        return stock.organisation(rng)
    return rng.choice(stock.adjectives if name in stock.adjectives else stock.peoples)


def _other_person(name: str, surnames: dict[str, str], stock: Stock, rng: Random) -> str:
    *first, last = name.split()
    if not first:
        return surnames.get(last) or rng.choice(stock.lists[rng.choice(("first", "last", "last"))])
    full, new = stock.person(rng)
    surnames.setdefault(last, new)
    return full


def written(text: Words, rng: Random) -> Words:
    """Now and then as others write: a headline in capitals, one with a capital on every word, curly marks."""
    chance = rng.random()
    if chance < 0.05:
        return Words([word.upper() for word in text.words], text.tags)
    if chance < 0.12:
        return Words([w if w.lower() in _SMALL_WORDS else w[:1].upper() + w[1:] for w in text.words], text.tags)
    if chance < 0.5:
        return Words([word.replace("'", "’") for word in text.words], text.tags)
    return text
