"""A page's article and reading as plain values, for programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from transforms.records.analyse import ArticleTopic, Event, Reading
from transforms.records.extract import Article


def as_object(article: Article, reading: Reading, topic_labels: Mapping[str, str]) -> dict[str, Any]:
    """Everything that would be stored, as plain values; offsets are code points into `body`, end-exclusive."""
    return {
        **_of_article(article),
        **_of_reading(article.body, reading),
        "topics": [_topic(row, reading, topic_labels) for row in reading.topics],
        "method": {"extract": article.method, "analyse": reading.method},
    }


def _of_article(article: Article) -> dict[str, Any]:
    body = article.body
    return {
        "url": article.url,
        "canonical_url": article.canonical_url,
        "outlet": article.outlet_name,
        "title": article.title,
        "byline": article.byline,
        "authors": list(article.authors),
        "published_at": article.published_at,
        "published_source": article.published_source,
        "published_precision": article.published_precision,
        "published_offset_minutes": article.published_offset_minutes,
        "modified_at": article.modified_at,
        "language": article.language,
        "dateline": _dateline(article),
        "lede": _span(body, article.lede_start, article.lede_end),
        "body": body,
        "word_count": len(body.split()),
        "paragraphs": [asdict(part) for part in article.paragraphs],
        "sections": [{**asdict(part), "text": body[part.char_start : part.char_end]} for part in article.sections],
        "dropped": [asdict(part) for part in article.dropped],
    }


def _of_reading(body: str, reading: Reading) -> dict[str, Any]:
    def name(number: int | None) -> str | None:
        return name_of(reading, number)

    return {
        "sentences": [
            {"sentence_no": no, **asdict(row), "text": body[row.char_start : row.char_end]}
            for no, row in enumerate(reading.sentences)
        ],
        "actors": [{"actor_no": no, **asdict(actor)} for no, actor in enumerate(reading.actors)],
        "mentions": [
            {"mention_no": no, **asdict(row), "actor": name(row.actor_no)} for no, row in enumerate(reading.mentions)
        ],
        "roles": [{**asdict(row), "person": _person(reading, row.mention_no)} for row in reading.roles],
        "quantities": [{"quantity_no": no, **asdict(row)} for no, row in enumerate(reading.quantities)],
        "dates": [{"date_no": no, **asdict(row)} for no, row in enumerate(reading.dates)],
        "quotes": [
            {"quote_no": no, **asdict(row), "speaker": name(row.speaker_actor_no)}
            for no, row in enumerate(reading.quotes)
        ],
        "places": [{"place_no": no, **asdict(row)} for no, row in enumerate(reading.places)],
        "tones": [{"tone_no": no, **asdict(row), "actor": name(row.actor_no)} for no, row in enumerate(reading.tones)],
        "citations": [{"citation_no": no, **asdict(row)} for no, row in enumerate(reading.citations)],
        "events": [_event(no, row, reading) for no, row in enumerate(reading.events)],
    }


def _event(number: int, row: Event, reading: Reading) -> dict[str, Any]:
    actors = [{**asdict(one), "actor": name_of(reading, one.actor_no)} for one in row.actors]
    return {
        "event_no": number,
        **asdict(row),
        "actors": actors,
        "sources": [one["text"] for one in actors if one["side"] == "source"],
        "targets": [one["text"] for one in actors if one["side"] == "target"],
        "attributed_to": name_of(reading, row.attributed_actor_no) or row.attributed_text,
    }


def _topic(row: ArticleTopic, reading: Reading, topic_labels: Mapping[str, str]) -> dict[str, Any]:
    evidence = [asdict(term) for term in reading.evidence if term.topic_id == row.topic_id]
    labels = [asdict(term) for term in reading.topic_labels if term.topic_id == row.topic_id]
    return {**asdict(row), "label": topic_labels.get(row.topic_id, ""), "evidence": evidence, "labels": labels}


def _person(reading: Reading, mention_no: int) -> str:
    mention = reading.mentions[mention_no]
    return name_of(reading, mention.actor_no) or mention.surface


def _span(body: str, start: int, end: int) -> dict[str, Any]:
    return {"text": body[start:end], "char_start": start, "char_end": end}


def _dateline(article: Article) -> dict[str, Any]:
    return {
        **_span(article.body, 0, article.dateline_end),
        "text": article.body[: article.dateline_end].strip(),
        "place": article.dateline_place,
        "date": article.dateline_date,
    }


def name_of(reading: Reading, number: int | None) -> str | None:
    """The name of an actor of the reading; None for no actor."""
    return None if number is None else reading.actors[number].name
