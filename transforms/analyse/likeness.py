"""How like one another texts are: the cosines of their TF-IDF vectors, as far as they are worth mentioning."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Neighbours = list[dict[int, float]]  # by the position of a text: the positions of those like it, and how like they are

_FLOOR = 0.03  # what is less like than this counts as unlike: it costs no B-cubed on ECB+, and saves most of the pairs
_COMMON_SHARE = 0.2  # a term in more than this share of the texts tells no story apart,
_COMMON_TEXTS = 50  # unless they are so few that one story may well be that share of them


@dataclass(frozen=True)
class _Vectors:
    """Texts as vectors of the length 1, and the same entries ordered by term."""

    terms: Sequence[NDArray[np.intp]]  # by text
    weights: Sequence[NDArray[np.float64]]  # by text
    first: NDArray[np.intp]  # by term: where its holders begin
    holders_before: NDArray[np.intp]  # by term: how many there are before the text that is asked for
    holders: NDArray[np.intp]  # positions of texts
    holder_weights: NDArray[np.float64]

    def before(self, position: int) -> tuple[NDArray[np.float64], NDArray[np.intp]]:
        """The cosine of a text with each before it, and how many terms they share. Ask for one after the other."""
        terms = self.terms[position]
        counts = self.holders_before[terms]
        self.holders_before[terms] += 1
        behind = np.cumsum(counts) - counts
        entries = np.repeat(self.first[terms] - behind, counts) + np.arange(counts.sum())
        products = np.repeat(self.weights[position], counts) * self.holder_weights[entries]
        holders = self.holders[entries]
        cosines = np.bincount(holders, products, minlength=position).astype(np.float64, copy=False)
        return cosines, np.bincount(holders, minlength=position)


def neighbours(texts: Sequence[Mapping[str, float]], least_shared: int = 1) -> Neighbours:
    """Of each text, given as counts of its terms, those that are like it and share at least so many terms with it."""
    near: Neighbours = [{} for _ in texts]
    for position, (cosines, shared) in enumerate(_cosines(_weigh(texts))):
        for other in np.flatnonzero((cosines >= _FLOOR) & (shared >= least_shared)).tolist():
            near[position][other] = near[other][position] = round(float(cosines[other]), 6)  # no noise of the last bits
    return near


def _cosines(vectors: _Vectors) -> Iterator[tuple[NDArray[np.float64], NDArray[np.intp]]]:
    return (vectors.before(position) for position in range(len(vectors.terms)))


def _weigh(texts: Sequence[Mapping[str, float]]) -> _Vectors:
    """TF-IDF with logarithmic term frequency (Salton and Buckley, 1988), and these texts' own document frequencies."""
    numbers: dict[str, int] = {}
    terms = [np.array([numbers.setdefault(term, len(numbers)) for term in sorted(text)], np.intp) for text in texts]
    counts = [np.array([text[term] for term in sorted(text)], np.float64) for text in texts]
    held = np.bincount(np.concatenate(terms), minlength=len(numbers)) if terms else np.zeros(0, np.intp)
    # One more than the texts, so that the words of two lone texts weigh something, and function words nearly nothing:
    # whole articles share so many of them that a softer weight (log1p) made one story of most of a week.
    rarity = np.log((len(texts) + 1) / np.maximum(held, 1))
    rarity[held > max(_COMMON_TEXTS, _COMMON_SHARE * len(texts))] = 0
    kept = [rarity[own] > 0 for own in terms]
    weights = [
        _unit((1 + np.log(count[keep])) * rarity[own[keep]])
        for own, count, keep in zip(terms, counts, kept, strict=True)
    ]
    return _ordered([own[keep] for own, keep in zip(terms, kept, strict=True)], weights, len(numbers))


def _ordered(terms: Sequence[NDArray[np.intp]], weights: Sequence[NDArray[np.float64]], term_count: int) -> _Vectors:
    entries = np.concatenate(terms) if terms else np.zeros(0, np.intp)
    holder_counts = np.bincount(entries, minlength=term_count)
    by_term = np.argsort(entries, kind="stable")
    positions = np.repeat(np.arange(len(terms)), [len(own) for own in terms])
    return _Vectors(
        terms=terms,
        weights=weights,
        first=np.cumsum(holder_counts) - holder_counts,
        holders_before=np.zeros_like(holder_counts),
        holders=positions[by_term],
        holder_weights=(np.concatenate(weights) if weights else np.zeros(0))[by_term],
    )


def _unit(vector: NDArray[np.float64]) -> NDArray[np.float64]:
    return vector / np.linalg.norm(vector) if len(vector) else vector
