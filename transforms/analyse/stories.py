"""Which articles tell the same story: each is linked to the article that it most resembles in the story it joins.

Resemblance is the mean cosine with the story's articles so far, of TF-IDF vectors of words. The mean, and not the best
pair, because a chain of best pairs drifts from one strike to every other: tried on ECB+, B-cubed F1 .88 against .91.
A link depends on the articles of its own day and the three days before and on nothing else, so that a day can be made
again by itself. Measured by tests/quality/stories.py.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from transforms.analyse.day import StoryLink, StoryText, split_words

WINDOW = timedelta(days=3)
MIN_SIMILARITY = (
    0.1  # flat between 0.08 and 0.11 on ECB+; in a small newsroom 0.09 joins a port strike to talks about ships
)
_TITLE_WEIGHT = 1.0  # how often a word of the title counts again, on top of the body; so for the lede and the actors
_LEDE_WEIGHT = 1.0
_ACTOR_WEIGHT = 1.0


@dataclass(frozen=True)
class _Counted:
    """A text, and how often each of its terms counts, by sorted term."""

    text: StoryText
    terms: Mapping[str, float]


@dataclass(frozen=True)
class _Holders:
    """The texts that have a term, by their positions in the window, and its weight in each."""

    positions: NDArray[np.intp]
    weights: NDArray[np.float64]


@dataclass(frozen=True)
class _Window:
    """Texts in the order of their publication, as vectors of the length 1, with an index by term."""

    texts: Sequence[StoryText]
    vectors: Sequence[Mapping[str, float]]
    holders: Mapping[str, _Holders]

    def similarities(self, position: int) -> NDArray[np.float64]:
        """The cosine of a text with each text before it, in their order."""
        scores = np.zeros(len(self.texts))
        for term, weight in self.vectors[position].items():
            holders = self.holders[term]
            scores[holders.positions] += weight * holders.weights
        return scores[:position]


def link_stories(
    texts: Sequence[StoryText], days: Collection[date] | None = None, min_similarity: float = MIN_SIMILARITY
) -> list[StoryLink]:
    """A link for every article of `days` (of every day if None), sorted by article_id.

    Articles are linked within their language. The links of a day are right only if the articles of the three days
    before it are among the texts.
    """
    links: list[StoryLink] = []
    for counted in _by_language(texts):
        for day in sorted({one.text.day for one in counted}):
            if days is None or day in days:
                window = _weigh([one for one in counted if day - WINDOW <= one.text.day <= day])
                links += (link for text, link in _link(window, min_similarity) if text.day == day)
    return sorted(links, key=lambda link: link.article_id)


def _by_language(texts: Sequence[StoryText]) -> Iterator[list[_Counted]]:
    ordered = sorted(texts, key=lambda text: (text.language, text.published_at, text.article_id))
    for _, group in groupby(ordered, key=lambda text: text.language):
        yield [_Counted(text, _count(text)) for text in group]


def _count(text: StoryText) -> dict[str, float]:
    counts: dict[str, float] = defaultdict(float)
    for part, weight in ((text.body, 1.0), (text.title, _TITLE_WEIGHT), (text.lede, _LEDE_WEIGHT)):
        for word in split_words(part):
            counts[word] += weight
    for actor in set(text.actors):
        counts[f"actor {actor.casefold()}"] = _ACTOR_WEIGHT
    return dict(sorted(counts.items()))  # sums of floats depend on their order


def _weigh(counted: Sequence[_Counted]) -> _Window:
    """TF-IDF with logarithmic term frequency (Salton and Buckley, 1988); the document frequencies are the window's."""
    document_counts = Counter(term for one in counted for term in one.terms)
    # One more than the texts, so that the words of two lone texts weigh something, and function words nearly nothing:
    # whole articles share so many of them that a softer weight (log1p) made one story of most of a week.
    rarity = {term: float(np.log((len(counted) + 1) / count)) for term, count in document_counts.items()}
    vectors = [_vector(one.terms, rarity) for one in counted]
    return _Window([one.text for one in counted], vectors, _index(vectors))


def _vector(terms: Mapping[str, float], rarity: Mapping[str, float]) -> dict[str, float]:
    if not terms:
        return {}
    counts = np.fromiter(terms.values(), np.float64, len(terms))
    weights = (1 + np.log(counts)) * np.array([rarity[term] for term in terms])
    return dict(zip(terms, (weights / np.linalg.norm(weights)).tolist(), strict=True))


def _index(vectors: Sequence[Mapping[str, float]]) -> dict[str, _Holders]:
    positions: dict[str, list[int]] = defaultdict(list)
    weights: dict[str, list[float]] = defaultdict(list)
    for position, vector in enumerate(vectors):
        for term, weight in vector.items():
            positions[term].append(position)
            weights[term].append(weight)
    return {term: _Holders(np.array(positions[term], np.intp), np.array(weights[term])) for term in positions}


def _link(window: _Window, min_similarity: float) -> Iterator[tuple[StoryText, StoryLink]]:
    """Each text of the window with its link; a text joins the story that it resembles most, or opens one."""
    stories = np.zeros(len(window.texts), np.intp)  # the number of each text's story
    sizes = np.zeros(len(window.texts))
    for position, text in enumerate(window.texts):
        scores = window.similarities(position)
        count = int(stories[:position].max(initial=-1)) + 1
        means = np.bincount(stories[:position], scores, minlength=count) / sizes[:count]
        story, similarity = _best(means)
        parent = None
        if similarity >= min_similarity:
            members = np.flatnonzero(stories[:position] == story)
            parent = window.texts[members[_best(scores[members])[0]]].article_id
        else:
            story = count
        stories[position] = story
        sizes[story] += 1
        yield text, StoryLink(text.article_id, parent, similarity)


def _best(values: NDArray[np.float64]) -> tuple[int, float]:
    """The position of the largest value, and the value; rounded, so that no noise of the last bits decides a tie."""
    if not len(values):
        return 0, 0.0
    rounded = np.round(values, 6)
    best = int(rounded.argmax())
    return best, float(rounded[best])
