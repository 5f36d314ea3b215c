"""Who did what to whom, when and where: the events of an article, with all that its sentences say of them.

The words of the lexicon (seeds/event_*.csv) say what a verb or noun tells of; the parse says who acts and who is acted
on; what is promised, demanded, refused, threatened or ended makes another event of it, as in the PLOVER and CAMEO
codebooks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from transforms.analyse.actors import People
from transforms.analyse.document import Document
from transforms.analyse.event_actors import party_of
from transforms.analyse.event_clauses import is_verb
from transforms.analyse.event_lexicon import EventLexicon
from transforms.analyse.event_scene import is_of, tense_of
from transforms.analyse.event_told import Told
from transforms.analyse.event_triggers import told_in
from transforms.analyse.event_trust import LEAST, Sides, Weighed, cast_of, weighed
from transforms.records.analyse import ArticleTopic, DateMention, Event, EventActor, PlaceMention

_MUTUAL = (
    "036",
    "037",
    "040",
    "041",
    "042",
    "043",
    "044",
    "046",
    "054",
    "057",
    "060",
    "061",
    "062",
    "063",
    "064",
    "193",
)
_ARTICLE = 5  # sentences from which on the topics of a text tell what its words mean
_METHOD = "events-by-frames"


@dataclass(frozen=True)
class Found:
    """What was found in the document before, and events point to."""

    people: People
    dates: Sequence[DateMention]
    places: Sequence[PlaceMention]
    topics: Sequence[ArticleTopic] = ()


def find_events(document: Document, found: Found, lexicon: EventLexicon) -> tuple[Event, ...]:
    """The events of a document in order; none in a language without a parse."""
    if not document.is_parsed or not lexicon.verbs:
        return ()
    cast = cast_of(found.people, found.topics if len(document.sentences) >= _ARTICLE else ())
    events: list[Event] = []
    for number in range(len(document.sentences)):
        told = (weighed(one, document, cast, lexicon) for one in told_in(document.sentence_tokens(number), lexicon))
        kept = [one for one in told if one.confidence >= LEAST]
        events += [_event(document, found, lexicon, number, one, is_main=n == 0) for n, one in enumerate(kept)]
    return tuple(sorted(events, key=lambda event: (event.char_start, event.char_end)))


def _event(
    document: Document, found: Found, lexicon: EventLexicon, number: int, weighed: Weighed, *, is_main: bool
) -> Event:
    told = weighed.told
    code = lexicon.codes[told.code]
    trigger = told.trigger
    speaker = party_of(document, found.people, told.speaker) if told.speaker is not None else None
    return Event(
        sentence_no=number,
        char_start=trigger.idx,
        char_end=trigger.idx + len(trigger),
        trigger=trigger.text,
        is_main=is_main,
        type=code.type,
        mode=told.mode,
        cameo_code=told.code,
        content_code=told.content,
        quad_class=code.quad_class,
        score=code.score,
        is_mutual=_is_mutual(told),
        is_negated=told.negated,
        realis="hypothetical" if told.realis == "required" else told.realis,
        tense=tense_of(told),
        actors=tuple(_actors(weighed.sides)),
        date_no=_date(document, found.dates, number, told),
        place_no=_place(document, found.places, number, told),
        attributed_text=speaker.text if speaker else "",
        attributed_start=speaker.start if speaker else None,
        attributed_end=speaker.end if speaker else None,
        attributed_mention_no=speaker.mention_no if speaker else None,
        attributed_actor_no=speaker.actor_no if speaker else None,
        confidence=weighed.confidence,
        method=_METHOD,
    )


def _is_mutual(told: Told) -> bool:
    """Whether those who take part do, or agree to do, the same: they meet, sign, trade, or agree with each other."""
    if told.root in ("03", "12") and len(told.sources) > 1 and not told.targets:
        return True
    is_joint = told.code in _MUTUAL or (told.root == "03" and told.content in _MUTUAL)
    return is_joint and bool(told.sources) and len((*told.sources, *told.targets)) > 1


def _actors(sides: Sides) -> Iterator[EventActor]:
    names: tuple[Literal["source", "target"], ...] = ("source", "target")
    for side, parties in zip(names, sides, strict=True):
        for _, party in parties:
            yield EventActor(side, party.start, party.end, party.text, party.mention_no, party.actor_no)


def _date(document: Document, dates: Sequence[DateMention], number: int, told: Told) -> int | None:
    """The date that the sentence gives the event: one whose words hang on the trigger, with a day before others."""
    own = [
        no
        for no, date in enumerate(dates)
        if date.sentence_no == number and _says_when(date, document.tokens(date.char_start, date.char_end), told)
    ]
    return min(
        own, key=lambda no: (dates[no].start_day is None, abs(dates[no].char_start - told.trigger.idx)), default=None
    )


def _says_when(date: DateMention, tokens: Sequence[Token], told: Told) -> bool:
    """Whether a date says when, or how long, it happened: "a pause of a week" says it of the pause."""
    is_length = date.kind == "DURATION"
    if is_length and any(token.head.dep_ == "prep" and not is_verb(token.head.head) for token in tokens):
        return False
    return any(is_of(token, told) for token in tokens)


def _place(document: Document, places: Sequence[PlaceMention], number: int, told: Told) -> int | None:
    """The place where it happens: one whose name hangs on the trigger behind "in", "at", "near", ...."""
    own = [
        no
        for no, place in enumerate(places)
        if place.sentence_no == number
        and not place.is_metonym
        and any(is_of(token, told, is_place=True) for token in document.tokens(place.char_start, place.char_end))
    ]
    return min(own, key=lambda no: abs(places[no].char_start - told.trigger.idx), default=None)
