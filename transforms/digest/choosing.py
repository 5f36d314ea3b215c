"""Which of a story's texts and quotations stand in a digest."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from transforms.digest.story import Story

Row = Mapping[str, Any]
Thing = TypeVar("Thing")

_QUOTES = 4
_LONG = 160  # characters, about two sentences; more says no more


def told_by_many(sources: Sequence[Row]) -> list[Row]:
    """One article a text, the widest printed first, then the earliest; outlets taken in turn."""
    printings: dict[str, int] = {}
    for source in sources:
        printings[source["copy_group_id"]] = printings.get(source["copy_group_id"], 0) + 1
    first: dict[str, Row] = {}
    for source in sorted(sources, key=lambda source: source["copy_role"] != "origin"):
        first.setdefault(source["copy_group_id"], source)
    ranked = sorted(
        first.values(),
        key=lambda source: (-printings[source["copy_group_id"]], source["published_at"], source["article_id"]),
    )
    return sorted(
        ranked, key=lambda source: [row["outlet"] for row in ranked[: ranked.index(source)]].count(source["outlet"])
    )


def told_once(stories: Sequence[Story]) -> tuple[Story, ...]:
    """The stories, with what several would say of an actor, topic or pair said by the first of them."""
    said: set[object] = set()

    def first_of(things: Sequence[Thing], key: Callable[[Thing], object]) -> tuple[Thing, ...]:
        new = tuple(thing for thing in things if key(thing) not in said)
        said.update(key(thing) for thing in new)
        return new

    return tuple(
        replace(
            story,
            context=replace(
                story.context,
                first_together=first_of(story.context.first_together, lambda pair: pair),
                actors=first_of(story.context.actors, lambda actor: (actor.kind, actor.thing_id, actor.name)),
                topics=first_of(story.context.topics, lambda topic: (topic.kind, topic.thing_id, topic.name)),
                peaks=first_of(story.context.peaks, lambda peak: peak),
                turns=first_of(story.context.turns, lambda turn: turn),
            ),
        )
        for story in stories
    )


def choose_quotes(quotes: Sequence[Row], told: Sequence[str]) -> list[Row]:
    """A few quotes, one a speaker, from as many articles as there are, none that `told` has already.

    First whole sentences, of speakers whose role the article names; then the longer. Parts of sentences only where
    there is nothing whole.
    """
    left = [quote for quote in quotes if not any(quote["text"].rstrip(" ,") in text for text in told)]
    left = [quote for quote in left if _is_whole(quote)] or left
    left.sort(key=lambda quote: (-_weight(quote), quote["article_id"], quote["quote_no"]))
    chosen: list[Row] = []
    while left and len(chosen) < _QUOTES:
        articles = [quote["article_id"] for quote in chosen]
        taken = min(left, key=lambda quote: articles.count(quote["article_id"]))  # the first of the least used article
        chosen.append(taken)
        left = [quote for quote in left if quote["speaker"] != taken["speaker"]]
    return chosen


def _weight(quote: Row) -> float:
    """What a quote is worth: its length up to a point, half as much again where the speaker's role is known."""
    return float((1.5 if quote["role"] else 1) * min(len(quote["text"]), _LONG))


def _is_whole(quote: Row) -> bool:
    return not quote["text"].strip()[:1].islower()
