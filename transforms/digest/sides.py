"""What one side alone carries, as plain values: section 6 of a digest."""

from __future__ import annotations

from dataclasses import dataclass

from transforms.digest.story import Counts, Sentence


@dataclass(frozen=True)
class Side:
    """The only owner, folder of feeds or language that carries a thing, of `side_count` that had news on the day."""

    kind: str  # owner, folder, language
    name: str
    side_count: int


@dataclass(frozen=True)
class OneSided:
    """A story or topic that one side alone carries. A story's `name` is a headline; `sentence` is of its article."""

    kind: str  # story, topic
    thing_id: str
    name: str
    counts: Counts
    sides: tuple[Side, ...]
    sentence: Sentence | None
    query: str  # the sentences that are counted


@dataclass(frozen=True)
class OneSidedThings:
    """The stories and topics that one side alone carries, the widest first."""

    things: tuple[OneSided, ...] = ()
    query: str = ""
