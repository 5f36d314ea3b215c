"""A page's article and reading as people want to see them on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from flows.commands.reading_object import name_of
from transforms.records.analyse import EventActor, Quote, Reading, Sentence
from transforms.records.extract import Article
from transforms.text import clean_text, fold_space

_SHOWN_MENTIONS = 400


def as_outline(article: Article, reading: Reading, topic_labels: Mapping[str, str]) -> str:
    """Everything that would be stored, to be read on a terminal; control characters are taken out."""
    return clean_text("\n".join(_lines(article, reading, topic_labels)))


def _lines(article: Article, reading: Reading, topic_labels: Mapping[str, str]) -> Iterator[str]:
    yield article.title
    yield from (f"  {name:<10} {value}" for name, value in head_of(article))
    yield ""
    yield from _text(article, reading)
    for heading, lines in lists_of(article, reading, topic_labels):
        yield f"\n{heading.upper()}"
        yield from lines
    if article.dropped:
        yield "\nDROPPED"
        for part in article.dropped:
            yield f"  [{part.reason}] {fold_space(part.text)[:100]}"


def lists_of(article: Article, reading: Reading, topic_labels: Mapping[str, str]) -> list[tuple[str, list[str]]]:
    """What was found beside the sentences: each kind's heading with its lines; kinds without a line are left out."""
    found = {
        "actors and mentions": _actors(reading),
        "roles": _roles(reading),
        "quotes": _quotes(article.body, reading),
        "dates": _dates(reading),
        "quantities": _quantities(reading),
        "citations": _citations(reading),
        "events": _events(reading),
        "places": _places(reading),
        "tone": _tones(reading),
        "topics": _topics(reading, topic_labels),
    }
    return [(heading, lines) for heading, told in found.items() if (lines := list(told))]


def head_of(article: Article) -> list[tuple[str, str]]:
    """What the page says of itself, by name."""
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
    return [(name, value) for name, value in rows.items() if value]


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
    for row in reading.roles:
        former = "former " if row.is_former else ""
        of = "".join(f", {part}" for part in (row.affiliation, row.country) if part)
        who = reading.mentions[row.mention_no].surface
        yield f"  {who}: {row.text} ({former}{row.role_class}{of}) {row.char_start}–{row.char_end}"


def _quotes(body: str, reading: Reading) -> Iterator[str]:
    for number in dict.fromkeys(row.attribution_no for row in reading.quotes):
        yield _quote(body, reading, [row for row in reading.quotes if row.attribution_no == number])


def _quote(body: str, reading: Reading, parts: Sequence[Quote]) -> str:
    """An attribution on one line: its parts where they stand, who said them, by which cue, to whom."""
    row = parts[0]
    where = ", ".join(f"{part.char_start}–{part.char_end}" for part in parts)
    words = " … ".join(fold_space(part.text) for part in parts)
    if row.kind == "scare":
        return f"  {where} scare “{words}”"
    shown = words if row.kind == "indirect" else f"“{words}”"
    if row.kind == "mixed":  # the half that is told stands around the words in marks
        clauses = dict.fromkeys((part.content_start, part.content_end) for part in parts)
        shown = " … ".join(fold_space(body[slice(*clause)]) for clause in clauses)
    speaker = name_of(reading, row.speaker_actor_no)
    resolved = f" = {speaker}" if speaker and speaker != row.speaker_text else ""
    cue = ", ".join(part for part in (row.cue, row.cue_class, "negated" if row.is_negated else "") if part)
    via = f" to {row.via_text}" if row.via_text else ""
    who = f"{row.speaker_text or 'nobody named'}{resolved}{f' ({cue})' if cue else ''}{via}"
    return f"  {where} {row.kind} {shown} — {who}"


def _dates(reading: Reading) -> Iterator[str]:
    for row in reading.dates:
        days = "" if row.start_day is None else str(row.start_day)
        days += f" to {row.end_day}" if row.end_day != row.start_day else ""
        anchor = f", told from {row.anchor_source} {row.anchor_day or ''}".rstrip() if row.anchor_source else ""
        doubt = f", or {row.alternatives}" if row.alternatives else ""
        words = " ".join(part for part in (row.bound, row.mod, row.value) if part)
        yield f"  {row.surface} {row.char_start}–{row.char_end}: {row.kind} {words}: {days or 'no day'}{anchor}{doubt}"


def _quantities(reading: Reading) -> Iterator[str]:
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
    for row in reading.citations:
        known = f" = {row.outlet}" if row.outlet else ""
        cue = f" ({row.cue})" if row.cue else ""
        yield f"  {row.char_start}–{row.char_end} {fold_space(row.text)}{known}: {row.kind}, {row.relation}{cue}"


def _events(reading: Reading) -> Iterator[str]:
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
    name = name_of(reading, one.actor_no)
    return fold_space(one.text) + (f" = {name}" if name and name != one.text else "")


def _places(reading: Reading) -> Iterator[str]:
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


def _tones(reading: Reading) -> Iterator[str]:
    """The tone of the article and towards each actor, and the sentences' and mentions' that are not neutral."""
    for row in reading.tones:
        if row.scope == "article":
            yield f"  the article: {row.tone} {row.score:+.2f}"
    for row in reading.tones:
        if row.scope == "actor":
            yield f"  towards {name_of(reading, row.actor_no)}: {row.tone} {row.score:+.2f}"
    for row in reading.tones:
        if row.scope in ("sentence", "mention") and row.tone != "neutral":
            whom = "" if row.mention_no is None else f" towards {reading.mentions[row.mention_no].surface}"
            yield f"  {row.char_start}–{row.char_end} {row.tone} {row.score:+.2f}{whom}: {row.evidence}"


def _topics(reading: Reading, topic_labels: Mapping[str, str]) -> Iterator[str]:
    for row in sorted(reading.topics, key=lambda row: (-row.score, row.topic_id)):
        terms = sorted({term.term for term in reading.evidence if term.topic_id == row.topic_id})
        terms += sorted({f"{n.term} ({n.source})" for n in reading.topic_labels if n.topic_id == row.topic_id})
        why = ", ".join(terms) if terms else "from a topic below it" if row.is_inferred else ""
        yield f"  {row.score:.2f} {topic_labels.get(row.topic_id, row.topic_id)}: {why}"
