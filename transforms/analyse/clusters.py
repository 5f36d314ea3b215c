"""Average linkage (Sokal and Michener, 1958) over pairs that are mostly unlike: only the others are kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush

from transforms.analyse.likeness import Neighbours


def cluster(near: Neighbours, min_mean: float) -> list[list[int]]:
    """The positions in clusters, each sorted, by their first: the two most like are joined until none has the mean."""
    clusters = _Clusters(near, min_mean)
    while pair := clusters.most_alike():
        clusters.join(*pair)
    return sorted(sorted(members) for members in clusters.members if members)


def within(near: Neighbours, positions: Sequence[int]) -> Neighbours:
    """The same likeness among some positions alone, numbered in their order."""
    numbers = {position: number for number, position in enumerate(positions)}
    return [
        {numbers[other]: value for other, value in near[position].items() if other in numbers} for position in positions
    ]


class _Clusters:
    """Clusters by the number of one of their members, with the sums of the likeness between them."""

    def __init__(self, near: Neighbours, min_mean: float) -> None:
        self.members = [[position] for position in range(len(near))]
        self._sums = [dict(others) for others in near]
        self._min_mean = min_mean
        self._waiting = [waiting for one in range(len(near)) for waiting in self._alike(one) if waiting[1] == one]
        heapify(self._waiting)

    def most_alike(self) -> tuple[int, int] | None:
        """The two clusters with the highest mean, the first among equals; None where no mean is high enough."""
        while self._waiting:
            mean, one, other = heappop(self._waiting)
            if other in self._sums[one] and self._mean(one, other) == -mean:
                return one, other
        return None

    def join(self, one: int, other: int) -> None:
        """Add the second to the first. What is now alike enough waits; a mean never rises above those it is made of."""
        self.members[one] += self.members[other]
        self.members[other] = []
        for third, total in self._sums[other].items():
            if third != one:
                del self._sums[third][other]
                self._sums[one][third] = self._sums[third][one] = self._sums[one].get(third, 0.0) + total
        del self._sums[one][other]
        self._sums[other] = {}
        for waiting in self._alike(one):
            heappush(self._waiting, waiting)

    def _alike(self, one: int) -> Iterator[tuple[float, int, int]]:
        for other in self._sums[one]:
            mean = self._mean(one, other)
            if mean >= self._min_mean:
                yield -mean, min(one, other), max(one, other)

    def _mean(self, one: int, other: int) -> float:
        mean = self._sums[one][other] / (len(self.members[one]) * len(self.members[other]))
        return round(mean, 9)  # sums of floats depend on their order
