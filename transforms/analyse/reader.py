"""Reading an article: one parsed document, and everything that the rules find in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import spacy
from spacy.language import Language

from transforms.analyse.actors import find_people
from transforms.analyse.citations import find_citations
from transforms.analyse.dates import find_dates
from transforms.analyse.document import Document, parse_articles
from transforms.analyse.event_lexicon import EventLexicon, build_event_lexicon
from transforms.analyse.events import Found, find_events
from transforms.analyse.gazetteer import Gazetteer, build_gazetteer
from transforms.analyse.learnt_aliases import find_alias_sightings
from transforms.analyse.name_tagger import NameTagger
from transforms.analyse.outlets import Outlets, build_outlets
from transforms.analyse.place_index import PlaceIndex, read_place_index
from transforms.analyse.places import find_places
from transforms.analyse.quantities import find_quantities
from transforms.analyse.quotes import find_quotes
from transforms.analyse.role_countries import located
from transforms.analyse.tone import find_tones
from transforms.analyse.tone_lexicon import ToneLexicon, build_tone_lexicon
from transforms.analyse.topics import TopicIndex, build_topic_index, find_topics
from transforms.analyse.version import RULES_VERSION
from transforms.records.analyse import Reading
from transforms.records.extract import Article
from transforms.records.seeds import EventWords, KnownActor, KnownOutlet, Topic, TopicTerm
from transforms.records.tone import ToneWord


@dataclass(frozen=True)
class Knowledge:
    """All that reading needs besides the article. Build it once a process with `build_knowledge`."""

    models: Mapping[str, Language]  # by ISO 639-1 code
    plain: Language  # splits words of the other languages
    gazetteer: Gazetteer
    topics: TopicIndex
    places: PlaceIndex
    outlets: Outlets
    events: EventLexicon
    taggers: Mapping[str, NameTagger]  # by ISO 639-1 code; what finds names, where a language has one of ours
    tone: ToneLexicon
    model_names: Mapping[str, str]  # by ISO 639-1 code; spaCy makes `meta` anew at every asking


def build_knowledge(
    models: Mapping[str, Language],
    known_actors: Sequence[KnownActor],
    topics: Sequence[Topic],
    terms: Sequence[TopicTerm],
    outlets: Sequence[KnownOutlet] = (),
    places: bytes = b"",
    events: EventWords | None = None,
    taggers: Mapping[str, NameTagger] | None = None,
    tone_words: Sequence[ToneWord] = (),
    place_names: Sequence[tuple[str, str, str]] = (),
) -> Knowledge:
    """The models and seeds, compiled for reading. A term of an unknown topic raises ValueError.

    `places` is the content of the gazetteer's file (seeds/places.npz); without it no place is resolved;
    `place_names` are names of other languages for what it holds: (language, alias, name);
    without `events` no event is found, without `tone_words` no tone. `taggers` find the names of their languages,
    with a model or without one; models without a tagger find names themselves.
    """
    found = taggers or {}
    return Knowledge(
        models=models,
        plain=spacy.blank("xx"),
        gazetteer=build_gazetteer(known_actors),
        topics=build_topic_index(topics, terms),
        places=read_place_index(places, place_names),
        outlets=build_outlets(outlets),
        events=build_event_lexicon(events or EventWords()),
        taggers=found,
        model_names={code: _name_of(models.get(code), found.get(code)) for code in {*models, *found}},
        tone=build_tone_lexicon(tone_words),
    )


def _name_of(model: Language | None, tagger: NameTagger | None) -> str:
    if model is None:
        return tagger.name if tagger else ""
    meta = model.meta
    parser = f"{meta['lang']}_{meta['name']}-{meta['version']}"
    return f"{parser}+{tagger.name}" if tagger else parser


def read_article(article: Article, knowledge: Knowledge) -> Reading:
    """Everything found in one article. A language without a model gives sentences, known names and topics."""
    return read_articles([article], knowledge)[0]


def read_articles(articles: Sequence[Article], knowledge: Knowledge) -> list[Reading]:
    """A reading an article, in order; faster than one by one, as the model reads them in batches."""
    documents = parse_articles(articles, knowledge.models, knowledge.plain, knowledge.taggers)
    return [_read(document, knowledge) for document in documents]


def _read(document: Document, knowledge: Knowledge) -> Reading:
    people = find_people(document, knowledge.gazetteer)
    found = find_topics(document, knowledge.topics)
    dates = find_dates(document)
    places = find_places(document, people, knowledge.places, knowledge.outlets.country_of(document.article.url))
    return Reading(
        sentences=document.sentences,
        mentions=people.mentions,
        actors=people.actors,
        roles=located(people.roles, places),
        quotes=find_quotes(document, people),
        topics=found.topics,
        evidence=found.evidence,
        topic_labels=found.labels,
        dates=dates,
        quantities=find_quantities(document, people.mentions, dates),
        places=places,
        citations=find_citations(document, people, knowledge.outlets),
        alias_sightings=find_alias_sightings(document, people),
        tones=find_tones(document, people, knowledge.tone),
        events=find_events(document, Found(people, dates, places, found.topics), knowledge.events),
        method=_method(document, knowledge),
    )


def _method(document: Document, knowledge: Knowledge) -> str:
    name = knowledge.model_names.get(document.article.language)
    return f"{RULES_VERSION}+{name}" if name else RULES_VERSION
