"""Which story an article belongs to, as its ties hold stories together; and what became of stories that it says so.

A story keeps its id while articles come and go: of several it is that of the story to which most of the articles
belonged. So a late article may open a story that has long had its id, and stories that turn out to be one are merged.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime

from transforms.analyse.day import StoryTie
from transforms.analyse.ties import Part, held_together
from transforms.text import make_id


@dataclass(frozen=True)
class Member:
    """An article in a story so far; `story_id` is None where it is new. `title` is what its headline says."""

    article_id: str
    story_id: str | None
    published_at: datetime
    title: str


@dataclass(frozen=True)
class SettledStory:
    """The story of an article, what it follows in it, and whether its headline is the story's label."""

    article_id: str
    story_id: str
    parent_id: str | None
    similarity: float
    is_label: bool


@dataclass(frozen=True)
class StoryChange:
    """Articles that went from one story to another, and why. `by_article_id` is the new article that ties them."""

    kind: str  # merge: all that was left of a story; split: into a story of its own; move: into another
    story_id: str
    from_story_id: str
    article_count: int
    by_article_id: str | None
    reason: str


def settle_stories(
    members: Sequence[Member], ties: Sequence[StoryTie], taken: AbstractSet[str] = frozenset()
) -> tuple[list[SettledStory], list[StoryChange]]:
    """Settle the stories of some articles: with all articles of every story that one of them belongs to.

    `taken` are ids that no new story may have. The order of the arguments makes no difference.
    """
    ordered = {one.article_id: one for one in sorted(members, key=lambda one: (one.published_at, one.article_id))}
    held = [tie for tie in ties if tie.article_id in ordered and (tie.tied_id is None or tie.tied_id in ordered)]
    parts = held_together(list(ordered), ((tie.article_id, tie.tied_id) for tie in held if tie.tied_id is not None))
    ids = _ids(parts, ordered, taken)
    parents = {tie.article_id: tie for tie in held if tie.is_parent}
    labels = _labels(parts, ordered, held)
    stories = [
        _settled(article_id, story_id, parents.get(article_id), is_label=article_id in labels)
        for part, story_id in zip(parts, ids, strict=True)
        for article_id in part
    ]
    return sorted(stories, key=lambda story: story.article_id), _changes(parts, ids, ordered, held)


def _ids(parts: Sequence[Part], members: Mapping[str, Member], taken: AbstractSet[str]) -> list[str]:
    """The id of each part: of the stories that live on in it the largest, else that of the first article to be free."""
    heirs = _heirs(parts, members)
    used = set(taken) | {one.story_id for one in members.values() if one.story_id is not None}
    ids = []
    for number, part in enumerate(parts):
        sizes = Counter(_known(part, members))
        lasting = sorted((story for story in sizes if heirs[story] == number), key=lambda story: (-sizes[story], story))
        chosen = lasting[0] if lasting else next((one for one in part if one not in used), make_id("story", *part))
        used.add(chosen)
        ids.append(chosen)
    return ids


def _heirs(parts: Sequence[Part], members: Mapping[str, Member]) -> dict[str, int]:
    """By story so far, the part that most of its articles are in; among equals the one that begins first."""
    shares: dict[str, Counter[int]] = defaultdict(Counter)
    for number, part in enumerate(parts):
        for story in _known(part, members):
            shares[story][number] += 1
    return {story: max(counts, key=lambda number: (counts[number], -number)) for story, counts in shares.items()}


def _known(part: Part, members: Mapping[str, Member]) -> list[str]:
    return [story for one in part if (story := members[one].story_id) is not None]


def _settled(article_id: str, story_id: str, tie: StoryTie | None, *, is_label: bool) -> SettledStory:
    parent = None if tie is None else tie.tied_id
    return SettledStory(article_id, story_id, parent, 0.0 if tie is None else tie.similarity, is_label)


def _labels(parts: Sequence[Part], members: Mapping[str, Member], ties: Sequence[StoryTie]) -> set[str]:
    """Of each part the article whose headline stands for all: the one that the others are most like; else the first."""
    likeness: Counter[str] = Counter()
    for tie in ties:
        if tie.tied_id is not None:
            likeness[tie.article_id] += round(tie.similarity * 1e6)  # whole numbers: no order of adding counts
            likeness[tie.tied_id] += round(tie.similarity * 1e6)
    return {max(part, key=lambda one: (bool(members[one].title), likeness[one])) for part in parts}


def _changes(
    parts: Sequence[Part], ids: Sequence[str], members: Mapping[str, Member], ties: Sequence[StoryTie]
) -> list[StoryChange]:
    lasting = {one.story_id for one in members.values()} & set(ids)
    reached = _reached(members, ties)
    changes: list[StoryChange] = []
    for part, story_id in zip(parts, ids, strict=True):
        known = Counter(_known(part, members))
        new = [one for one in part if members[one].story_id is None]
        for former in sorted(set(known) - {story_id}):
            by = next((one for one in new if {former, story_id} <= reached[one]), None)
            if story_id not in known:
                kind, reason = "split", "nothing ties them any more"
            else:
                kind = "move" if former in lasting else "merge"
                reason = "a new article ties them" if by else "other ties"
            changes.append(StoryChange(kind, story_id, former, known[former], by, reason))
    return sorted(changes, key=lambda change: (change.from_story_id, change.story_id))


def _reached(members: Mapping[str, Member], ties: Sequence[StoryTie]) -> Mapping[str, set[str | None]]:
    """By article, the stories so far of the articles that it is tied to."""
    reached: dict[str, set[str | None]] = defaultdict(set)
    for tie in ties:
        if tie.tied_id is not None:
            reached[tie.article_id].add(members[tie.tied_id].story_id)
            reached[tie.tied_id].add(members[tie.article_id].story_id)
    return reached
