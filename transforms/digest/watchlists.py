"""A watchlist's day as plain values: section 3 of a digest."""

from __future__ import annotations

from dataclasses import dataclass

from transforms.digest.story import Movement, Sentence


@dataclass(frozen=True)
class WatchReport:
    """What fits a watchlist's rule on the day, beside its mean, with the sentences that say so best.

    The movement's name is the watchlist's, its kind "watchlist". A day without hits has counts of zero, no sentences.
    What it calls usual is the plain mean of the 28 days before, and is told as that.
    """

    movement: Movement
    rule: str
    sentences: tuple[Sentence, ...]
    query: str
