"""Which articles tell the same story: ties between them, which hold stories together.

The articles of four days are clustered by the mean of their resemblance, and each article of the last of these days is
tied to the earlier one of its cluster that it most resembles. Where what its cluster holds of the days before hangs
together more closely still, the first article of the day is tied to all of that: so two stories become one. The mean,
and not the best pair, because a chain of best pairs drifts from one strike to every other. The ties of a day depend on
the articles of these four days and on nothing else, so that a day can be made again by itself.

What an outlet prints under the same headline day after day is a series, and no story by itself.

Texts in one language resemble one another by their words; in one or in two by what stays the same when a text is
translated: names, places, numbers. Measured by tests/quality/stories.py.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType

from transforms.analyse.clusters import cluster, within
from transforms.analyse.day import StoryText, StoryTie
from transforms.analyse.likeness import Neighbours, neighbours
from transforms.analyse.series import series_of

WINDOW = timedelta(days=3)
MIN_SIMILARITY = 0.12  # chosen on ECB+ of the best, flat from 0.11 to 0.13
_MIN_BRIDGE = 0.15  # on ECB+ spread over two weeks worth .01 of B-cubed; at 0.11 stories of weeks drift together
# What a cosine of names and numbers is worth beside one of words: where few articles come a day, the words of an
# earthquake are in half of them and tell little, and the names of its hills still do. It costs .01 on ECB+.
_MARKS_WEIGHT = 0.8
_MIN_SHARED_MARKS = 4
_TITLE_WEIGHT = 1.0  # how often a word of the title counts again, on top of the body; so for the actors
_ACTOR_WEIGHT = 1.0

# Compounds stay whole ("T-Mobile", "MS08-078", "6.1"): on ECB+ that is worth .01 of B-cubed. Scripts without spaces
# give a term a character, as in split_words.
_TERM = re.compile(
    r"[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]|\d[\d.,:]*\d"
    r"|[^\W_\u0e00-\u0eff\u1780-\u17ff\u3040-\u9fff]+(?:[-'’][^\W_]+)*"
)
_INNER_WORD = re.compile(r"(?:(?<=[^\W_] )|(?<=[^\W_], ))[^\W\d_]{2,}")  # not the first of its sentence
_NUMBER = re.compile(r"(?<!\w)\d[\d.,]*\d(?!\w)")
_NO_WORDS: Mapping[str, Collection[str]] = MappingProxyType({})


def tie_stories(
    texts: Sequence[StoryText],
    common_words: Mapping[str, Collection[str]] = _NO_WORDS,
    days: Collection[date] | None = None,
    min_similarity: float = MIN_SIMILARITY,
) -> list[StoryTie]:
    """The ties of every article of `days` (of every day if None), sorted; one that opens a story is tied to None.

    `common_words` are by language the words that any text may have: where there are few texts, it does not show that
    they are in all of them. The ties of a day are right only if the articles of the three days before are in `texts`.
    """
    ordered = sorted(texts, key=lambda text: (text.published_at, text.article_id))
    terms = {text.article_id: (_words(text, common_words.get(text.language, ())), _marks(text)) for text in ordered}
    ties: list[StoryTie] = []
    for day in sorted({text.day for text in ordered}):
        if days is None or day in days:
            window = [text for text in ordered if day - WINDOW <= text.day <= day]
            near = _likeness([(text.language, *terms[text.article_id]) for text in window])
            _part_series(near, window)
            for positions in cluster(near, min_similarity):
                ties += _ties(window, near, positions, day)
    return sorted(ties, key=lambda tie: (tie.article_id, not tie.is_parent, tie.tied_id or ""))


def _words(text: StoryText, common: Collection[str]) -> dict[str, float]:
    counts: dict[str, float] = dict(Counter(_TERM.findall(text.body.casefold())))
    for word in _TERM.findall(text.title.casefold()):
        counts[word] = counts.get(word, 0) + _TITLE_WEIGHT
    for actor in set(text.actors):
        counts[f"actor {actor.casefold()}"] = _ACTOR_WEIGHT
    return {word: count for word, count in counts.items() if word not in common}


def _marks(text: StoryText) -> dict[str, float]:
    """What a text has in common with its translation."""
    names = [word for word in _INNER_WORD.findall(text.body) if word[0].isupper()]
    counts: dict[str, float] = dict(Counter(map(_plain, names + _NUMBER.findall(text.body))))
    counts |= {f"actor {actor.casefold()}": _ACTOR_WEIGHT for actor in text.actors}
    counts |= {f"place {place}": 1.0 for place in text.places}
    return counts


def _plain(word: str) -> str:
    """Without case, accents, and what languages put between digits."""
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if letter.isalnum())


def _likeness(texts: Sequence[tuple[str, dict[str, float], dict[str, float]]]) -> Neighbours:
    """Who is like whom, of texts given by language, words and marks: by words or by marks, whichever says more."""
    near: Neighbours = [{} for _ in texts]
    for language in sorted({language for language, _, _ in texts}):
        positions = [number for number, text in enumerate(texts) if text[0] == language]
        for number, others in enumerate(neighbours([texts[position][1] for position in positions])):
            near[positions[number]] = {positions[other]: value for other, value in others.items()}
    for number, others in enumerate(neighbours([marks for _, _, marks in texts], _MIN_SHARED_MARKS)):
        for other, value in others.items():
            near[number][other] = max(near[number].get(other, 0.0), round(_MARKS_WEIGHT * value, 6))
    return near


def _part_series(near: Neighbours, window: Sequence[StoryText]) -> None:
    """Take the likeness from pages of several days that are one series: they may share a story, and make none."""
    series = series_of(window)
    for number, headlines in enumerate(series):
        if headlines:
            for other in [other for other in near[number] if headlines & series[other]]:
                if window[other].day != window[number].day:
                    del near[number][other], near[other][number]


def _ties(window: Sequence[StoryText], near: Neighbours, positions: Sequence[int], day: date) -> Iterator[StoryTie]:
    """The ties of the day's articles in a cluster, each with the earlier one that it most resembles."""
    todays = [position for position in positions if window[position].day == day]
    parents = {position: _parent(near, positions, position) for position in todays}
    for position, parent in parents.items():
        yield _tie(window, near, position, parent, is_parent=True)
    if todays and len(todays) < len(positions):
        for close in cluster(within(near, positions), _MIN_BRIDGE):
            held = [positions[number] for number in close]
            first = next((position for position in held if position in parents), None)
            if first is not None:
                older = [other for other in held if window[other].day < day and other != parents[first]]
                yield from (_tie(window, near, first, other, is_parent=False) for other in older)


def _parent(near: Neighbours, positions: Sequence[int], position: int) -> int | None:
    """Of the earlier positions the one that this resembles most, the first among equals."""
    earlier = [other for other in positions if other < position]
    return max(earlier, key=lambda other: (near[position].get(other, 0.0), -other), default=None)


def _tie(
    window: Sequence[StoryText], near: Neighbours, position: int, other: int | None, *, is_parent: bool
) -> StoryTie:
    value = 0.0 if other is None else near[position].get(other, 0.0)
    tied_id = None if other is None else window[other].article_id
    return StoryTie(window[position].article_id, tied_id, value, is_parent)
