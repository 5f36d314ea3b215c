"""Why an article satisfies a rule: the sentences in which what was looked for stands, with its places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from transforms.rules.patterns import Span, near_spans, spans_of
from transforms.rules.tree import Named, Near, Rule, leaves


@dataclass(frozen=True)
class SentencePlace:
    """Where a sentence stands in the body."""

    no: int
    start: int
    end: int


@dataclass(frozen=True)
class Quoted:
    """Words that somebody is quoted with, and where they stand in the body."""

    text: str
    start: int


@dataclass(frozen=True)
class ArticleText:
    """The newest text of an article, as rules look at it."""

    article_id: str
    title: str
    body: str
    lede: str
    lede_start: int
    quotes: tuple[Quoted, ...]
    sentences: tuple[SentencePlace, ...]


@dataclass(frozen=True)
class FoundSentence:
    """A sentence that was looked for. Spans are places in `text`; a name or code that was read in it has none."""

    no: int
    start: int  # in the body
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class Evidence:
    """The sentences of an article that satisfy a rule, and the places in its headline."""

    title_spans: tuple[Span, ...]
    sentences: tuple[FoundSentence, ...]
    is_lede: bool = False  # no sentence was looked for (a rule of outlets, say): the first one stands for the article


def is_near(near: Near, text: ArticleText) -> bool:
    """Whether what stands on the two sides of NEAR stands near enough somewhere."""
    return any(near_spans(near, part) for part, _ in _parts(near.left.field, text))


def evidence(rule: Rule, text: ArticleText, named: Mapping[str, Iterable[int]]) -> Evidence:
    """Where a text satisfies a rule. `named` are the sentences that the warehouse gives for the fields of names."""
    title: set[Span] = set()
    body: set[Span] = set()
    marked = {no for leaf in leaves(rule) if isinstance(leaf, Named) for no in named.get(leaf.field, ())}
    for leaf in leaves(rule):
        if isinstance(leaf, Named):
            continue
        for part, start in _parts(leaf.left.field if isinstance(leaf, Near) else leaf.field, text):
            found = near_spans(leaf, part) if isinstance(leaf, Near) else spans_of(leaf, part)
            (title if start is None else body).update(_moved(span, start or 0) for span in found)
    sentences = _sentences(text, body, marked)
    if not sentences and not title and text.sentences:
        return Evidence((), _sentences(text, set(), {text.sentences[0].no}), is_lede=True)
    return Evidence(_in_order(title), sentences)


def _parts(field: str, text: ArticleText) -> Sequence[tuple[str, int | None]]:
    """The texts of a field with their starts in the body; None is the headline."""
    if field == "lede":
        return ((text.lede, text.lede_start),)
    if field == "quote":
        return [(quote.text, quote.start) for quote in text.quotes]
    title: tuple[str, int | None] = (text.title, None)
    return (title,) if field == "title" else (title, (text.body, 0))


def _sentences(text: ArticleText, spans: Iterable[Span], marked: Iterable[int]) -> tuple[FoundSentence, ...]:
    found = []
    ordered, chosen = _in_order(spans), set(marked)
    for place in text.sentences:
        inside = [span for span in ordered if span.start < place.end and span.end > place.start]
        if inside or place.no in chosen:
            cut = tuple(
                Span(max(span.start - place.start, 0), min(span.end, place.end) - place.start, span.term)
                for span in inside
            )
            found.append(FoundSentence(place.no, place.start, text.body[place.start : place.end], cut))
    return tuple(found)


def best_sentences(found: Evidence, most: int) -> tuple[FoundSentence, ...]:
    """The sentences that show most of what was looked for, the earlier first among equals; in the text's order."""
    ranked = sorted(found.sentences, key=lambda one: (-len({span.term for span in one.spans}), one.no))
    return tuple(sorted(ranked[:most], key=lambda one: one.no))


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by, span.term)


def _in_order(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(sorted(spans, key=lambda span: (span.start, span.end, span.term)))
