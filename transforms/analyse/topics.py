"""Topics by the words that speak for them.

Each term of the seeds votes for its topic with its weight; a term's repetitions count ever less; the title and the lede
count more. What an article must say before a topic is believed was set on our own sentences and checked on AG News.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from transforms.analyse.document import Document
from transforms.analyse.words import PhraseTrie, Word, split_words
from transforms.records.analyse import ArticleTopic, TopicEvidence
from transforms.records.seeds import Topic, TopicTerm

_TITLE_FACTOR = 2.0
_LEDE_FACTOR = 1.5
_HALF = 4.0  # votes at which a topic's score is one half
_THRESHOLD = 0.2
_SHARE = 0.25  # of the strongest topic's votes: what is far below it is what the article mentions in passing
_MOST = 8


class _Hit(NamedTuple):
    topic_id: str
    term: str
    start: int
    end: int
    votes: float


@dataclass(frozen=True)
class TopicIndex:
    """The terms of each language as a trie, and each topic's ancestors, the nearest first."""

    tries: Mapping[str, PhraseTrie[TopicTerm]]
    ancestors: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class FoundTopics:
    """Topics, the strongest first, ancestors after them; and the terms in the body that spoke for them."""

    topics: tuple[ArticleTopic, ...]
    evidence: tuple[TopicEvidence, ...]


def build_topic_index(topics: Sequence[Topic], terms: Sequence[TopicTerm]) -> TopicIndex:
    """The index of the given terms; a term of an unknown topic is an error that names it."""
    parents = {topic.topic_id: topic.parent_id for topic in topics}
    unknown = sorted({term.topic_id for term in terms} - set(parents))
    if unknown:
        raise ValueError(f"topic_terms name topics that topics.csv does not have: {', '.join(unknown[:5])}")
    by_language: dict[str, list[TopicTerm]] = defaultdict(list)
    for term in terms:
        by_language[term.language].append(term)
    tries = {
        language: PhraseTrie((_term_words(term.term, language), term) for term in mine)
        for language, mine in by_language.items()
    }
    return TopicIndex(tries, {topic: tuple(_upward(topic, parents)) for topic in parents})


def _upward(topic: str, parents: Mapping[str, str]) -> Iterable[str]:
    seen = {topic}
    while (topic := parents.get(topic, "")) and topic not in seen:
        seen.add(topic)
        yield topic


def _term_words(term: str, language: str) -> list[str]:
    return [_stem(word, language) for word in _topic_words(term)]


def _topic_words(text: str) -> list[Word]:
    """Words without marks, so that "interest-rate cut" and "interest rate cut" are the same."""
    return [word for word in split_words(text) if word.fold[0].isalnum()]


def _stem(word: Word, language: str) -> str:
    """The word without an English plural or genitive ending (Harman's S stemmer, 1991); as it is in other languages."""
    text = word.fold
    if language != "en" or len(text) < 4:
        return text
    if text.endswith("ies") and text[-4] not in "ae":
        return text[:-3] + "y"
    if text.endswith("es") and text[-3] not in "aeo":
        return text[:-1]
    return text[:-1] if text.endswith("s") and text[-2] not in "us" else text


def find_topics(document: Document, index: TopicIndex) -> FoundTopics:
    """The topics of an article; none where no term list speaks its language. Every topic that is not inferred has
    evidence in the body: a term that stands in the title alone adds votes, but cannot carry a topic."""
    article = document.article
    trie = index.tries.get(article.language)
    if trie is None:
        return FoundTopics((), ())
    body_hits = [
        (number, hit) for number, words in enumerate(document.words) for hit in _hits(words, trie, article.language)
    ]
    title_hits = _hits(split_words(article.title), trie, article.language)
    weights = {number: _LEDE_FACTOR if s.is_lede else 1.0 for number, s in enumerate(document.sentences)}
    own = _votes(
        [*((hit, weights[number]) for number, hit in body_hits), *((hit, _TITLE_FACTOR) for hit in title_hits)]
    )
    topics = _choose(own, {hit.topic_id for _, hit in body_hits}, index)
    kept = {topic.topic_id for topic in topics if not topic.is_inferred}
    evidence = [
        TopicEvidence(hit.topic_id, number, hit.start, hit.end, hit.term)
        for number, hit in body_hits
        if hit.topic_id in kept
    ]
    return FoundTopics(tuple(topics), tuple(evidence))


def _hits(said: Sequence[Word], trie: PhraseTrie[TopicTerm], language: str) -> list[_Hit]:
    words = [word for word in said if word.fold[0].isalnum()]
    stems = [_stem(word, language) for word in words]
    return [
        _Hit(term.topic_id, term.term, words[first].start, words[last - 1].end, term.weight)
        for first, last, terms in trie.longest_matches(stems)
        for term in terms
    ]


def _votes(hits: Iterable[tuple[_Hit, float]]) -> dict[str, dict[str, float]]:
    """Topic → term → votes: the weight, times the best place where the term stands, times 1 + ln(how often)."""
    places: dict[tuple[str, str], list[float]] = defaultdict(list)
    weights: dict[tuple[str, str], float] = {}
    for hit, factor in hits:
        places[hit.topic_id, hit.term].append(factor)
        weights[hit.topic_id, hit.term] = hit.votes
    votes: dict[str, dict[str, float]] = defaultdict(dict)
    for (topic, term), factors in places.items():
        votes[topic][term] = weights[topic, term] * max(factors) * (1 + math.log(len(factors)))
    return votes


def _choose(own: Mapping[str, Mapping[str, float]], in_body: set[str], index: TopicIndex) -> list[ArticleTopic]:
    """The topics strong enough to be the article's, the strongest first, and after them their ancestors."""
    subtree: dict[str, dict[str, float]] = {topic: dict(terms) for topic, terms in own.items()}
    for topic, terms in own.items():
        for ancestor in index.ancestors[topic]:
            subtree.setdefault(ancestor, {}).update({t: v for t, v in terms.items() if t not in own.get(ancestor, {})})
    totals = {topic: sum(terms.values()) for topic, terms in subtree.items()}
    floor = _SHARE * max(totals.values(), default=0.0)
    strong = [t for t in own if t in in_body and totals[t] >= floor and _score(totals[t]) >= _THRESHOLD]
    strong = sorted(strong, key=lambda topic: (-totals[topic], topic))[:_MOST]
    above = sorted({ancestor for topic in strong for ancestor in index.ancestors[topic]} - set(strong))
    found = [ArticleTopic(topic, _score(totals[topic]), False) for topic in strong]
    return found + [ArticleTopic(topic, _score(totals[topic]), True) for topic in above]


def _score(votes: float) -> float:
    """Votes as a number from 0 to 1 that grows ever more slowly."""
    return round(votes / (votes + _HALF), 4)
