"""When a day of a watchlist is a burst."""

from __future__ import annotations

import random

import pytest

from transforms.rules.bursts import CHANCE, is_burst, tail


@pytest.mark.parametrize(
    ("texts", "past", "is_one"),
    [
        (3, [0] * 28, True),
        (2, [0] * 28, False),
        (9, [0] * 6, False),
        (4, [3] * 28, False),
        (12, [3] * 28, True),
        (12, [0, 0, 0, 0, 0, 0, 21] * 4, False),
    ],
)
def test_a_burst_is_more_than_the_past_lets_expect(texts: int, past: list[int], is_one: bool) -> None:
    assert is_burst(texts, past) is is_one


def test_the_tail_is_all_at_zero_and_falls() -> None:
    chances = [tail(texts, [2, 3, 1, 0, 4, 2, 2]) for texts in range(12)]
    assert chances[0] == 1
    assert chances == sorted(chances, reverse=True)


def test_chance_alone_seldom_calls_a_burst() -> None:
    chance = random.Random(7)
    calls = [
        is_burst(_poisson(chance, rate), [_poisson(chance, rate) for _ in range(28)])
        for rate in (0.2, 1, 3, 8)
        for _ in range(1000)
    ]
    assert sum(calls) / len(calls) < 2 * CHANCE


def _poisson(chance: random.Random, rate: float) -> int:
    """A count of things that happen at a rate, by the waiting times between them."""
    count, waited = 0, chance.expovariate(rate)
    while waited < 1:
        count, waited = count + 1, waited + chance.expovariate(rate)
    return count
