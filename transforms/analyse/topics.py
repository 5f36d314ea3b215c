"""Topics by the words that speak for them, and by what the page's address and the feed call it.

Each term of the seeds votes for its topic with its weight; a term that speaks for several topics of the top level gives
each its share, its repetitions count ever less, and the title and the lede count more. A topic of the top level is the
article's where it has enough votes, also beside the strongest; a topic below it where it has a good part of those. What
is enough was set on our own headlines (tests/quality/topics.txt) and one half of AG News. Known actors were tried as
further evidence, and took more than they gave: the names that speak for a topic are terms themselves.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from transforms.analyse.document import Document
from transforms.analyse.topic_terms import TermHit, TermIndex, index_terms
from transforms.analyse.words import fold_phrase, split_words
from transforms.records.analyse import ArticleTopic, TopicEvidence, TopicLabel
from transforms.records.seeds import Topic, TopicTerm

SECTION = "section"  # the "language" of terms that are names of sections and categories
_TITLE_FACTOR = 1.5
_LEDE_FACTOR = 1.5
_HALF = 4.0  # votes at which a topic's score is one half
_THRESHOLD = 0.15
_SHARE = 0.45  # of the strongest topic's votes: what is far below it is what the article mentions in passing
_ALONE = 2.0  # votes of a single term that are enough for a topic beside the strongest: those of an unmistakable one
_PART = 0.3  # of the votes of the topic above
_MOST = 4  # of the top level


@dataclass(frozen=True)
class TopicIndex:
    """The terms of each language, the names of sections, and the topics by the one above ("" for the top level)."""

    terms: Mapping[str, TermIndex]
    sections: Mapping[tuple[str, ...], tuple[TopicTerm, ...]]
    children: Mapping[str, tuple[str, ...]]
    ancestors: Mapping[str, tuple[str, ...]]  # of each topic, the nearest first


@dataclass(frozen=True)
class FoundTopics:
    """Topics, the strongest first, ancestors after them; the terms in the body that spoke for them; their labels."""

    topics: tuple[ArticleTopic, ...]
    evidence: tuple[TopicEvidence, ...]
    labels: tuple[TopicLabel, ...]


class _Vote(NamedTuple):
    """What a place in the body (`sentence_no` is its sentence) or a label elsewhere says for a topic."""

    hit: TermHit
    factor: float
    sentence_no: int
    source: str  # "" for the body


# --- the index -------------------------------------------------------------------------------------------------------


def build_topic_index(topics: Sequence[Topic], terms: Sequence[TopicTerm]) -> TopicIndex:
    """The index of the given terms; a term of an unknown topic is an error that names it."""
    parents = {topic.topic_id: topic.parent_id for topic in topics}
    unknown = sorted({term.topic_id for term in terms} - set(parents))
    if unknown:
        raise ValueError(f"topic_terms name topics that topics.csv does not have: {', '.join(unknown[:5])}")
    children: dict[str, list[str]] = defaultdict(list)
    for topic, parent in parents.items():
        children[parent if parent in parents else ""].append(topic)
    sections: dict[tuple[str, ...], list[TopicTerm]] = defaultdict(list)
    for term in terms:
        if term.language == SECTION:
            sections[fold_phrase(term.term)].append(term)
    return TopicIndex(
        terms=index_terms(term for term in terms if term.language != SECTION),
        sections={name: tuple(mine) for name, mine in sections.items()},
        children={parent: tuple(mine) for parent, mine in children.items()},
        ancestors={topic: tuple(_upward(topic, parents)) for topic in parents},
    )


def _upward(topic: str, parents: Mapping[str, str]) -> Iterator[str]:
    seen = {topic}
    while (topic := parents.get(topic, "")) and topic not in seen:
        seen.add(topic)
        yield topic


# --- votes -----------------------------------------------------------------------------------------------------------


def find_topics(document: Document, index: TopicIndex) -> FoundTopics:
    """The topics of an article. Every topic that is not inferred has evidence: a term in the body, or a label. Where no
    term list speaks the article's language, labels alone carry topics."""
    votes = [*_votes_of_text(document, index), *_votes_of_labels(document, index)]
    tally = _Tally(votes, index)
    chosen = list(tally.chosen())
    scored = {topic: _score(tally.totals[topic]) for topic in chosen}
    owners = [_owner(vote.hit.term.topic_id, scored, index) for vote in votes]
    found = sorted(
        (ArticleTopic(topic, score, topic not in owners) for topic, score in scored.items()),
        key=lambda row: (row.is_inferred, -row.score, row.topic_id),
    )
    owned = [(topic, vote) for topic, vote in zip(owners, votes, strict=True) if topic]
    return FoundTopics(
        topics=tuple(found),
        evidence=tuple(
            TopicEvidence(topic, vote.sentence_no, vote.hit.start, vote.hit.end, vote.hit.term.term)
            for topic, vote in owned
            if not vote.source
        ),
        labels=tuple(
            TopicLabel(topic, vote.source, vote.hit.start, vote.hit.end, vote.hit.term.term)
            for topic, vote in owned
            if vote.source
        ),
    )


def _votes_of_text(document: Document, index: TopicIndex) -> Iterator[_Vote]:
    article = document.article
    terms = index.terms.get(article.language)
    if terms is None:
        return
    for number, (sentence, words) in enumerate(zip(document.sentences, document.words, strict=True)):
        factor = _LEDE_FACTOR if sentence.is_lede else 1.0
        yield from (_Vote(hit, factor, number, "") for hit in terms.hits(words, article.body))
    yield from (_Vote(hit, _TITLE_FACTOR, -1, "title") for hit in terms.hits(split_words(article.title), article.title))


def _votes_of_labels(document: Document, index: TopicIndex) -> Iterator[_Vote]:
    """The address's folders, and the feed's categories, that are the name of a section."""
    article = document.article
    for source, text, mark in (("address", _folders(article.url), "/"), ("feed", article.categories, ";")):
        start = 0
        for part in text.split(mark):
            lead = len(part) - len(part.lstrip())
            name = tuple(word for word in fold_phrase(part) if word[0].isalnum())
            span = (start + lead, start + len(part.rstrip()))
            yield from (_Vote(TermHit(term, *span), 1.0, -1, source) for term in index.sections.get(name, ()))
            start += len(part) + 1


def _folders(url: str) -> str:
    """The address up to its last folder: what follows names the article, or carries parameters."""
    return url.partition("?")[0].rpartition("/")[0]


class _Tally:
    """Votes counted: for each topic, those of the terms of it and of all below it."""

    def __init__(self, votes: Iterable[_Vote], index: TopicIndex) -> None:
        self._index = index
        self._own = _by_topic_and_term(votes, index)
        self.totals: dict[str, float] = {}
        self._term_counts: dict[str, int] = {}
        for below in self._subtrees():
            terms: dict[str, float] = defaultdict(float)
            for topic in below:
                for term, count in self._own[topic].items():
                    terms[term] = max(terms[term], count)
            self.totals[below[0]] = sum(terms.values())
            self._term_counts[below[0]] = len(terms)

    def _subtrees(self) -> Iterator[list[str]]:
        """Each topic that has votes below it, followed by the topics there that have votes."""
        below: dict[str, list[str]] = defaultdict(list)
        for topic in list(self._own):
            for ancestor in self._index.ancestors[topic]:
                below[ancestor].append(topic)
        for topic in {**self._own, **below}:
            yield [topic, *below[topic]]

    def chosen(self) -> Iterator[str]:
        """The topics that have enough votes, from the top level down."""
        tops = [topic for topic in self._index.children.get("", ()) if topic in self.totals]
        best = max((self.totals[topic] for topic in tops), default=0.0)
        ranked = sorted(tops, key=lambda topic: (-self.totals[topic], topic))[:_MOST]
        further = [topic for topic in ranked[1:] if self.totals[topic] >= _ALONE or self._term_counts[topic] > 1]
        yield from self._enough([*ranked[:1], *further], _SHARE * best)

    def _enough(self, topics: Collection[str], floor: float) -> Iterator[str]:
        for topic in topics:
            if self.totals[topic] >= floor and _score(self.totals[topic]) >= _THRESHOLD:
                yield topic
                below = [child for child in self._index.children.get(topic, ()) if child in self.totals]
                yield from self._enough(below, _PART * self.totals[topic])


def _by_topic_and_term(votes: Iterable[_Vote], index: TopicIndex) -> dict[str, dict[str, float]]:
    """Topic → term → its weight, times the best place where it stands, times 1 + ln(how often), shared by the topics of
    the top level that it speaks for."""
    places: dict[tuple[str, str], list[float]] = defaultdict(list)
    tops: dict[str, set[str]] = defaultdict(set)
    for vote in votes:
        topic, term = vote.hit.term.topic_id, vote.hit.term.term
        places[topic, term].append(vote.factor * vote.hit.term.weight)
        tops[term].add((topic, *index.ancestors[topic])[-1])
    own: dict[str, dict[str, float]] = defaultdict(dict)
    for (topic, term), found in places.items():
        own[topic][term] = max(found) * (1 + math.log(len(found))) / len(tops[term])
    return own


def _owner(topic: str, chosen: Collection[str], index: TopicIndex) -> str:
    """The chosen topic that a term of the given topic is evidence of: the topic itself, else the nearest above it."""
    return next((name for name in (topic, *index.ancestors[topic]) if name in chosen), "")


def _score(votes: float) -> float:
    """Votes as a number from 0 to 1 that grows ever more slowly."""
    return round(votes / (votes + _HALF), 4)
