"""Names by the name model: where they stand in the sentences of a text, their kinds, and how sure the model is.

A text is read in windows of whole sentences, one by one: what else is read in the same batch changes no figure, and a
long window fills the processor as well as a batch does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from transforms.analyse.name_tags import TAGS, shape_of, words_of
from transforms.analyse.word_pieces import Vocabulary

# Pieces of a window. Longer ones cost more time a word, shorter ones show the model less around a name.
_WINDOW = 160
_LONGEST = 254  # pieces of a window of one long sentence, which is cut there: the model was trained on no more
_NEVER = np.float32(-1e9)
_KEPT_WORDS = 20_000

Scores = npt.NDArray[np.float32]


class Session(Protocol):
    """What reads the model: an onnxruntime InferenceSession."""

    def run(self, output_names: Sequence[str], input_feed: dict[str, npt.NDArray[np.int64]]) -> list[Scores]:
        """The outputs asked for."""


class Entity(NamedTuple):
    """A name that the model found."""

    start: int
    end: int
    kind: str  # PER, ORG, LOC or GRP
    confidence: float  # mean probability of the kind over the name's words


class _Sentence(NamedTuple):
    words: list[tuple[int, int]]
    pieces: list[int]
    shapes: list[int]
    firsts: list[int]  # of each word, the position of its first piece


@dataclass(frozen=True, eq=False)
class NameTagger:
    """The name model, its name and its vocabulary."""

    name: str
    session: Session
    vocabulary: Vocabulary

    def find(self, text: str, sentences: Sequence[tuple[int, int]]) -> list[Entity]:
        """The names of a text in order; none crosses the edge of a sentence."""
        read = [part for start, end in sentences for part in self._parts(text, start, end)]
        return [entity for window in _windows(read) for entity in self._read(window)]

    def _parts(self, text: str, start: int, end: int) -> Iterator[_Sentence]:
        """A sentence as the model reads it; one that is too long, in parts."""
        part = _Sentence([], [], [], [])
        for first, last in words_of(text, start, end):
            pieces, shapes = self._word(text[first:last])
            if len(part.pieces) + len(pieces) > _LONGEST:
                yield part
                part = _Sentence([], [], [], [])
            part.words.append((first, last))
            part.firsts.append(len(part.pieces))
            part.pieces.extend(pieces)
            part.shapes.extend(shapes)
        if part.words:
            yield part

    @lru_cache(maxsize=_KEPT_WORDS)  # noqa: B019 - one tagger a process, and words come again
    def _word(self, word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The pieces of a word, and of each how the word is written."""
        pieces = self.vocabulary.split(word)
        return pieces, (shape_of(word),) * len(pieces)

    @cached_property
    def _edges(self) -> tuple[int, int]:
        return self.vocabulary.number("[CLS]"), self.vocabulary.number("[SEP]")

    def _read(self, window: list[_Sentence]) -> Iterator[Entity]:
        first, last = self._edges
        pieces = [first, *(piece for part in window for piece in part.pieces), last]
        shapes = [0, *(shape for part in window for shape in part.shapes), 0]
        inputs = {"pieces": np.array([pieces], np.int64), "shapes": np.array([shapes], np.int64)}
        logits = self.session.run(["names"], inputs)[0][0]
        likeliest = logits.argmax(axis=1).tolist()
        offset = 1
        for part in window:
            firsts = [offset + position for position in part.firsts]
            tags = [likeliest[position] for position in firsts]
            if any(tag != _OUTSIDE for tag in tags):
                yield from _entities(part.words, tags, _log_softmax(logits[firsts]))
            offset += len(part.pieces)


def _windows(sentences: Sequence[_Sentence]) -> Iterator[list[_Sentence]]:
    """Sentences that follow one another, as many as fit a window."""
    window: list[_Sentence] = []
    size = 0
    for sentence in sentences:
        if window and size + len(sentence.pieces) > _WINDOW:
            yield window
            window, size = [], 0
        window.append(sentence)
        size += len(sentence.pieces)
    if window:
        yield window


def _log_softmax(logits: Scores) -> Scores:
    shifted = logits - logits.max(axis=-1, keepdims=True)
    found: Scores = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return found


def _may_follow(tag: str, before: str) -> bool:
    return not tag.startswith("I-") or (before != "O" and before[2:] == tag[2:])


_STEPS: Scores = np.array(
    [[0 if _may_follow(tag, before) else _NEVER for tag in TAGS] for before in TAGS], dtype=np.float32
)
_STARTS: Scores = np.array([0 if _may_follow(tag, "O") else _NEVER for tag in TAGS], dtype=np.float32)
_OUTSIDE = TAGS.index("O")
_ALLOWED = frozenset((n, m) for n, before in enumerate(TAGS) for m, tag in enumerate(TAGS) if _may_follow(tag, before))


def _best_path(scores: Scores) -> list[int]:
    """The likeliest tags of a sentence among those that may follow one another (Viterbi)."""
    best = scores[0] + _STARTS
    came_from = []
    for row in scores[1:]:
        ways = best[:, None] + _STEPS
        choice = ways.argmax(axis=0)
        came_from.append(choice)
        best = ways[choice, np.arange(len(TAGS))] + row
    path = [int(best.argmax())]
    for choice in reversed(came_from):
        path.append(int(choice[path[-1]]))
    return path[::-1]


def _entities(words: Sequence[tuple[int, int]], likeliest: list[int], scores: Scores) -> Iterator[Entity]:
    """The names of a sentence, by each word's likeliest tag; by the best path where these may not follow each other."""
    is_path = all(may in _ALLOWED for may in pairwise([_OUTSIDE, *likeliest]))
    path = [TAGS[number] for number in (likeliest if is_path else _best_path(scores))]
    first = 0
    for position in range(1, len(path) + 1):
        if position < len(path) and path[position].startswith("I-"):
            continue
        if path[first] != "O":
            kind = path[first][2:]
            columns = [TAGS.index(f"B-{kind}"), TAGS.index(f"I-{kind}")]
            sure = np.exp(scores[first:position, columns]).sum(axis=1).mean()
            yield Entity(words[first][0], words[position - 1][1], kind, round(float(sure), 3))
        first = position
