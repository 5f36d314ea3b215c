import random

from transforms.analyse.clusters import cluster, within
from transforms.analyse.likeness import Neighbours


def near(pairs: dict[tuple[int, int], float], count: int) -> Neighbours:
    found: Neighbours = [{} for _ in range(count)]
    for (one, other), value in pairs.items():
        found[one][other] = found[other][one] = value
    return found


def test_what_is_alike_enough_is_joined_and_the_rest_stays_alone() -> None:
    assert cluster(near({(0, 1): 0.5, (2, 3): 0.2}, 5), 0.3) == [[0, 1], [2], [3], [4]]


def test_the_mean_decides_and_not_the_best_pair() -> None:
    chain = near({(0, 1): 0.9, (1, 2): 0.5}, 3)
    assert cluster(chain, 0.3) == [[0, 1], [2]]
    assert cluster(chain, 0.25) == [[0, 1, 2]]


def test_clusters_are_those_of_joining_the_best_mean_of_all_again_and_again() -> None:
    rng = random.Random(3)
    for _ in range(20):
        found = near({(i, j): rng.random() for j in range(9) for i in range(j) if rng.random() < 0.6}, 9)
        assert cluster(found, 0.4) == _by_looking_at_all(found, 0.4)


def _by_looking_at_all(found: Neighbours, least: float) -> list[list[int]]:
    clusters = [[number] for number in range(len(found))]

    def mean(one: list[int], other: list[int]) -> float:
        return round(sum(found[i].get(j, 0.0) for i in one for j in other) / (len(one) * len(other)), 9)

    while len(clusters) > 1:
        best, one, other = max(
            ((mean(a, b), a, b) for number, b in enumerate(clusters) for a in clusters[:number]),
            key=lambda pair: pair[0],
        )
        if best < least:
            break
        clusters = [*(each for each in clusters if each not in (one, other)), one + other]
    return sorted(sorted(each) for each in clusters)


def test_likeness_within_some_positions_is_numbered_anew() -> None:
    assert within(near({(0, 2): 0.5, (2, 4): 0.4}, 5), [2, 4]) == [{1: 0.4}, {0: 0.4}]
