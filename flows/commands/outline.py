"""A page's article and reading as people and programs want to see them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from transforms.records.analyse import ArticleTopic, Event, EventActor, Reading, Sentence
from transforms.records.extract import Article
from transforms.text import clean_text, fold_space

_SHOWN_MENTIONS = 400


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
        return _name(reading, number)

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
        "citations": [{"citation_no": no, **asdict(row)} for no, row in enumerate(reading.citations)],
        "events": [_event(no, row, reading) for no, row in enumerate(reading.events)],
    }


def _event(number: int, row: Event, reading: Reading) -> dict[str, Any]:
    actors = [{**asdict(one), "actor": _name(reading, one.actor_no)} for one in row.actors]
    return {
        "event_no": number,
        **asdict(row),
        "actors": actors,
        "sources": [one["text"] for one in actors if one["side"] == "source"],
        "targets": [one["text"] for one in actors if one["side"] == "target"],
        "attributed_to": _name(reading, row.attributed_actor_no) or row.attributed_text,
    }


def _topic(row: ArticleTopic, reading: Reading, topic_labels: Mapping[str, str]) -> dict[str, Any]:
    evidence = [asdict(term) for term in reading.evidence if term.topic_id == row.topic_id]
    return {**asdict(row), "label": topic_labels.get(row.topic_id, ""), "evidence": evidence}


def _person(reading: Reading, mention_no: int) -> str:
    mention = reading.mentions[mention_no]
    return _name(reading, mention.actor_no) or mention.surface


def _span(body: str, start: int, end: int) -> dict[str, Any]:
    return {"text": body[start:end], "char_start": start, "char_end": end}


def _dateline(article: Article) -> dict[str, Any]:
    return {
        **_span(article.body, 0, article.dateline_end),
        "text": article.body[: article.dateline_end].strip(),
        "place": article.dateline_place,
        "date": article.dateline_date,
    }


def _name(reading: Reading, number: int | None) -> str | None:
    return None if number is None else reading.actors[number].name


def as_outline(article: Article, reading: Reading, topic_labels: Mapping[str, str]) -> str:
    """The same to be read on a terminal; control characters are taken out."""
    return clean_text("\n".join(_lines(article, reading, topic_labels)))


def _lines(article: Article, reading: Reading, topic_labels: Mapping[str, str]) -> Iterator[str]:
    yield article.title
    yield from _head(article)
    yield ""
    yield from _text(article, reading)
    yield from _actors(reading)
    yield from _roles(reading)
    yield from _quotes(reading)
    yield from _dates(reading)
    yield from _quantities(reading)
    yield from _citations(reading)
    yield from _events(reading)
    yield from _places(reading)
    yield from _topics(reading, topic_labels)
    if article.dropped:
        yield "\nDROPPED"
        for part in article.dropped:
            yield f"  [{part.reason}] {fold_space(part.text)[:100]}"


def _head(article: Article) -> Iterator[str]:
    published = article.published_at.isoformat() if article.published_at else "unknown"
    source = f" (from {article.published_source}, to the {article.published_precision})" if article.published_at else ""
    rows = {
        "outlet": article.outlet_name,
        "url": article.url,
        "byline": article.byline,
        "authors": "; ".join(article.authors),
        "published": published + source,
        "modified": article.modified_at.isoformat() if article.modified_at else "",
        "language": article.language,
        "dateline": f"{article.dateline_place} {article.dateline_date or ''}".strip(),
        "words": str(len(article.body.split())),
    }
    for name, value in rows.items():
        if value:
            yield f"  {name:<10} {value}"


def _text(article: Article, reading: Reading) -> Iterator[str]:
    yield "SENTENCES"
    section: int | None = None
    for no, row in enumerate(reading.sentences):
        if row.section_no != section:
            section = row.section_no
            if section is not None:
                yield f"\n  == {article.sections[section].label} =="
        text = fold_space(article.body[row.char_start : row.char_end])
        yield f"  {no:>3} {row.char_start:>5}–{row.char_end:<5}{_mark(row)} {text}"


def _mark(row: Sentence) -> str:
    return " lede" if row.is_lede else ""


def _actors(reading: Reading) -> Iterator[str]:
    yield "\nACTORS AND MENTIONS"
    for no, actor in enumerate(reading.actors):
        mentions = [row for row in reading.mentions if row.actor_no == no][:_SHOWN_MENTIONS]
        known = f" [{actor.seed_key}]" if actor.seed_key else ""
        yield f"  {actor.name} ({actor.kind}{', ' + actor.country if actor.country else ''}){known}"
        yield f"      {', '.join(f'{row.surface} {row.char_start}–{row.char_end}' for row in mentions)}"
    unresolved = [row for row in reading.mentions if row.actor_no is None]
    if unresolved:
        names = ", ".join(f"{row.surface} ({row.kind}) {row.char_start}–{row.char_end}" for row in unresolved)
        yield f"  unresolved: {names}"


def _roles(reading: Reading) -> Iterator[str]:
    if reading.roles:
        yield "\nROLES"
    for row in reading.roles:
        former = "former " if row.is_former else ""
        of = "".join(f", {part}" for part in (row.affiliation, row.country) if part)
        who = reading.mentions[row.mention_no].surface
        yield f"  {who}: {row.text} ({former}{row.role_class}{of}) {row.char_start}–{row.char_end}"


def _quotes(reading: Reading) -> Iterator[str]:
    if reading.quotes:
        yield "\nQUOTES"
    for row in reading.quotes:
        speaker = _name(reading, row.speaker_actor_no)
        who = row.speaker_text or "nobody named"
        resolved = f" = {speaker}" if speaker and speaker != row.speaker_text else ""
        cue = f" ({row.cue})" if row.cue else ""
        yield f"  {row.char_start}–{row.char_end} “{fold_space(row.text)}” — {who}{resolved}{cue}"


def _dates(reading: Reading) -> Iterator[str]:
    if reading.dates:
        yield "\nDATES"
    for row in reading.dates:
        days = "" if row.start_day is None else str(row.start_day)
        days += f" to {row.end_day}" if row.end_day != row.start_day else ""
        anchor = f", told from {row.anchor_source} {row.anchor_day or ''}".rstrip() if row.anchor_source else ""
        doubt = f", or {row.alternatives}" if row.alternatives else ""
        words = " ".join(part for part in (row.bound, row.mod, row.value) if part)
        yield f"  {row.surface} {row.char_start}–{row.char_end}: {row.kind} {words}: {days or 'no day'}{anchor}{doubt}"


def _quantities(reading: Reading) -> Iterator[str]:
    if reading.quantities:
        yield "\nQUANTITIES"
    for row in reading.quantities:
        bounds = f"[{_amount(row.low)}, {_amount(row.high)}]" if (row.low, row.high) != (row.value, row.value) else ""
        ends = f"from {_amount(row.from_value)} to {_amount(row.to_value)}" if row.from_value or row.to_value else ""
        where = f"in {row.place}" if row.place else ""
        said = (_amount(row.value), bounds, row.modifier, row.unit, row.change, ends, row.object, where)
        words = " ".join(part for part in said if part and part != "–")
        yield f"  {row.surface} {row.char_start}–{row.char_end}: {row.kind} {words}"


def _amount(value: float | None) -> str:
    return "–" if value is None else f"{value:,.12g}"


def _citations(reading: Reading) -> Iterator[str]:
    if reading.citations:
        yield "\nCITATIONS"
    for row in reading.citations:
        known = f" = {row.outlet}" if row.outlet else ""
        cue = f" ({row.cue})" if row.cue else ""
        yield f"  {row.char_start}–{row.char_end} {fold_space(row.text)}{known}: {row.kind}, {row.relation}{cue}"


def _events(reading: Reading) -> Iterator[str]:
    if reading.events:
        yield "\nEVENTS"
    for row in reading.events:
        sources, targets = (
            ", ".join(_party(one, reading) for one in row.actors if one.side == side) or "–"
            for side in ("source", "target")
        )
        when = reading.dates[row.date_no].value if row.date_no is not None else ""
        where = reading.places[row.place_no].name if row.place_no is not None else ""
        said = f"says {fold_space(row.attributed_text)}" if row.attributed_text else ""
        about = f"about {row.content_code}" if row.content_code else ""
        notes = (row.mode, about, "not" if row.is_negated else "", row.realis, row.tense, when, where, said)
        yield (
            f"  {row.char_start}–{row.char_end} {row.trigger}: {row.type or 'statement'} {row.cameo_code} "
            f"({row.score:g}) {sources} {'↔' if row.is_mutual else '→'} {targets} "
            f"({', '.join(note for note in notes if note)})"
        )


def _party(one: EventActor, reading: Reading) -> str:
    name = _name(reading, one.actor_no)
    return fold_space(one.text) + (f" = {name}" if name and name != one.text else "")


def _places(reading: Reading) -> Iterator[str]:
    if reading.places:
        yield "\nPLACES"
    for row in reading.places:
        where = ", ".join(part for part in (row.admin1 if row.admin1 != row.name else "", row.country) if part)
        notes = [
            word for word, is_so in (("stands for its government", row.is_metonym), ("focus", row.is_focus)) if is_so
        ]
        known = f" [{row.geonames_id}]" if row.geonames_id else ""
        yield (
            f"  {row.char_start}–{row.char_end} {row.surface} = {row.name} ({row.kind}{', ' + where if where else ''})"
            f"{known} {row.lat:.2f} {row.lon:.2f}{' — ' + ', '.join(notes) if notes else ''}"
        )


def _topics(reading: Reading, topic_labels: Mapping[str, str]) -> Iterator[str]:
    if reading.topics:
        yield "\nTOPICS"
    for row in sorted(reading.topics, key=lambda row: (-row.score, row.topic_id)):
        terms = sorted({term.term for term in reading.evidence if term.topic_id == row.topic_id})
        why = ", ".join(terms) if terms else "from a topic below it" if row.is_inferred else ""
        yield f"  {row.score:.2f} {topic_labels.get(row.topic_id, row.topic_id)}: {why}"
