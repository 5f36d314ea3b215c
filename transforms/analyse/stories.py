"""Which articles tell the same story: each is linked to the article that it most resembles in the story it joins.

Resemblance is the mean cosine with the story's articles so far, of TF-IDF vectors of words. The mean, and not the best
pair, because a chain of best pairs drifts from one strike to every other: tried on ECB+, B-cubed F1 .88 against .91.
A link depends on the articles of its own day and the three days before and on nothing else, so that a day can be made
again by itself. Measured by tests/quality/stories.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
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
    """A text, its terms by number in the order of their spelling, and 1 + the logarithm of how often each counts."""

    text: StoryText
    terms: NDArray[np.intp]
    frequencies: NDArray[np.float64]


@dataclass(frozen=True)
class _Window:
    """Texts in the order of their publication as vectors of the length 1, and the same entries ordered by term."""

    texts: Sequence[StoryText]
    terms: Sequence[NDArray[np.intp]]  # by text
    weights: Sequence[NDArray[np.float64]]  # by text
    first: NDArray[np.intp]  # by term: where its holders begin
    holders_before: NDArray[np.intp]  # by term: how many there are before the text that is asked for
    holders: NDArray[np.intp]  # positions of texts
    holder_weights: NDArray[np.float64]

    def similarities(self, position: int) -> NDArray[np.float64]:
        """The cosine of a text with each text before it, in their order. Ask for one text after the other."""
        terms = self.terms[position]
        counts = self.holders_before[terms]
        self.holders_before[terms] += 1
        behind = np.cumsum(counts) - counts
        entries = np.repeat(self.first[terms] - behind, counts) + np.arange(counts.sum())
        products = np.repeat(self.weights[position], counts) * self.holder_weights[entries]
        sums = np.bincount(self.holders[entries], products, minlength=position)
        return sums.astype(np.float64, copy=False)


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
        numbers: dict[str, int] = {}  # a term's own, in these texts
        yield [_counted(text, numbers) for text in group]


def _counted(text: StoryText, numbers: dict[str, int]) -> _Counted:
    counts = _count(text)
    terms = [numbers.setdefault(term, len(numbers)) for term in counts]
    return _Counted(text, np.array(terms, np.intp), 1 + np.log(np.fromiter(counts.values(), np.float64, len(counts))))


def _count(text: StoryText) -> dict[str, float]:
    counts: dict[str, float] = dict(Counter(split_words(text.body)))
    for part, weight in ((text.title, _TITLE_WEIGHT), (text.lede, _LEDE_WEIGHT)):
        for word in split_words(part):
            counts[word] = counts.get(word, 0) + weight
    for actor in set(text.actors):
        counts[f"actor {actor.casefold()}"] = _ACTOR_WEIGHT
    return dict(sorted(counts.items()))  # sums of floats depend on their order


def _weigh(counted: Sequence[_Counted]) -> _Window:
    """TF-IDF with logarithmic term frequency (Salton and Buckley, 1988); the document frequencies are the window's."""
    terms = np.concatenate([one.terms for one in counted])
    holder_counts = np.bincount(terms)
    # One more than the texts, so that the words of two lone texts weigh something, and function words nearly nothing:
    # whole articles share so many of them that a softer weight (log1p) made one story of most of a week.
    rarity = np.log((len(counted) + 1) / np.maximum(holder_counts, 1))
    weights = [_unit(one.frequencies * rarity[one.terms]) for one in counted]
    by_term = np.argsort(terms, kind="stable")
    positions = np.repeat(np.arange(len(counted)), [len(one.terms) for one in counted])
    return _Window(
        texts=[one.text for one in counted],
        terms=[one.terms for one in counted],
        weights=weights,
        first=np.cumsum(holder_counts) - holder_counts,
        holders_before=np.zeros_like(holder_counts),
        holders=positions[by_term],
        holder_weights=np.concatenate(weights)[by_term],
    )


def _unit(vector: NDArray[np.float64]) -> NDArray[np.float64]:
    return vector / np.linalg.norm(vector) if len(vector) else vector


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
