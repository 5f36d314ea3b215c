"""When a watchlist's day is a burst: more texts than its past lets expect."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, lgamma, log

LEAST_TEXTS = 3  # fewer are no burst, however silent the past
LEAST_DAYS = 7  # of past: a week has all its weekdays
CHANCE = 0.01  # how often chance alone may call a burst: about three days a year and watchlist


def is_burst(texts: int, past: Sequence[int]) -> bool:
    """Whether a day's different texts are a burst against the days before it, empty days as zero."""
    return texts >= LEAST_TEXTS and len(past) >= LEAST_DAYS and tail(texts, past) < CHANCE


def tail(texts: int, past: Sequence[int]) -> float:
    """How often as many texts or more would come by chance, the past being what it is.

    A day's count is negative binomial: the rate is learnt from the past (a gamma distribution, Jeffreys' prior), and
    where days differ more than by chance, as weekends do, so may this one.
    """
    mean = (sum(past) + 0.5) / len(past)
    spread = sum((count - mean) ** 2 for count in past) / max(1, len(past) - 1)
    excess = max(0.0, spread - mean) / mean**2
    shape = 1 / (excess + 1 / (sum(past) + 0.5))
    return max(0.0, 1.0 - sum(exp(_log_chance(count, shape, mean)) for count in range(texts)))


def _log_chance(count: int, shape: float, mean: float) -> float:
    """The logarithm of the chance of a count."""
    ways = lgamma(count + shape) - lgamma(shape) - lgamma(count + 1)
    return ways + shape * log(shape / (shape + mean)) + count * log(mean / (shape + mean))
