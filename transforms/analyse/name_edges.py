"""Where names begin and end in German, French and Spanish, and words that the name model takes for names there.

The model reads these languages by what it learnt from sentences of our own, so it errs where words begin a sentence,
and where small words stand around a name. What is listed here is settled by rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from runpy import run_path
from typing import NamedTuple

import spacy.lang

from transforms.analyse.german_nouns import is_noun
from transforms.analyse.name_tagger import Entity
from transforms.analyse.words import fold

LANGUAGES = ("de", "fr", "es")
_WORD = re.compile(r"[^\W_]+(?:[-'’.&/][^\W_]+)*")
# What stands before a surname that is somebody else's, or a noun; titles may.
_BESIDE_LEFT = re.compile(
    r"(?:(?P<title>\b(?:Frau|Herrn?|Mme|Madame|Monsieur|MM?\.|Dr\.|Don|Doña|Me))"
    r"|\b[A-ZÀ-Þ][\w’'-]*|\b(?:d(?:er|ie|as|e[mns])|ein(?:e[mnrs]?)?|le|la|les|el|los|las|une?|una?))\s+$"
)
_BESIDE_RIGHT = re.compile(r"\s[A-ZÀ-Þ]")
# How sure the model must be of a name, tried on half of labelled sentences of an encyclopaedia in each language.
_LEAST_OF_ONE = {"LOC": 0.5, "ORG": 0.75, "PER": 0.65, "GRP": 0.5}
_LEAST_OF_SEVERAL = {"LOC": 0.45, "ORG": 0.5, "PER": 0.3, "GRP": 0.5}
_LEAST_AT_START = 0.85
_OPENING = re.compile(r"(?:^|[.!?:–—\n]\s*)[\"“„«»¿¡]?\s*$")
_ELISION = re.compile(r"(?:[ldnsjmtc]|qu)['’](?=[^\W_])")
_SHORT = 3  # letters of what a stop belongs to
_TIMES = {
    "de": "januar jänner februar märz april mai juni juli august september oktober november dezember montag dienstag"
    " mittwoch donnerstag freitag samstag sonnabend sonntag",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi"
    " jeudi vendredi samedi dimanche",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre lunes"
    " martes miércoles jueves viernes sábado domingo",
}
# Words that begin sentences and names of works, but no name of anyone.
_OPENERS = {
    "de": "allerdings außerdem danach daraufhin darüber deshalb dort dabei dafür dazu damals gemeinsam insgesamt laut"
    " neben obwohl schließlich später ursprünglich während zudem zunächst zwar zwei drei vier fünf zahlreiche herr frau"
    " foto quelle redaktion uhr euro prozent internet gott covid corona",
    "fr": "ainsi auparavant aussi avec cela cependant certes depuis dès ensuite enfin grâce ici lors lorsque malgré"
    " néanmoins outre puis toutefois malheureusement devenu née né appelé photo crédit lire voir publié abonnez"
    " internet dieu covid madame monsieur",
    "es": "además allí así aunque contiene comenzó después durante ello este fue hizo juega jugaba luego más mientras"
    " posteriormente según también tras viajó foto lea ver imagen internet dios covid gracias señor señora",
}
# Common nouns that stand before a name and belong to it only where the name is nothing without them.
_BEFORE = {
    "de": "stadt ort orte ortes gemeinde region landschaft provinz bundesstaat bundesstaates bundesstaats grafschaft"
    " kreisstadt hauptstadt insel präsident präsidentin gouverneur minister premierminister regisseur trainer sänger"
    " verein vereins sender band bischof könig kaiser kanzler bundeskanzler bundeskanzlerin papst general herr frau"
    " mannschaft stürmer torwart autor schauspieler dr prof professor rajon dorf dorfes",
    "fr": "province ville village comté état région m mme mlle mm me dr docteur président ministre général roi reine"
    " pape empereur",
    "es": "provincia ciudad pueblo estado región don doña señor señora doctor doctora presidente ministro general rey"
    " reina papa",
}
# Written small, these begin names of bodies and waters all the same: "université de Lyon", "mar Negro".
_HEADS = {
    "de": "",
    "fr": "université ministère tribunal cour mairie préfecture parti groupe lac mer mont océan golfe île îles hôpital"
    " musée théâtre gare aéroport château stade parquet",
    "es": "mar lago golfo océano río islas estrecho universidad ministerio",
}
_AFTER = {
    "de": "der die das den dem des von vom zum zur im in am an auf und oder mit für bei aus nach",
    "fr": "de du des d le la les l à au aux en et ou par pour sur dans avec un une",
    "es": "de del la las el los a al en y e o u con por para un una",
}


# Adjectives that end names of places; other small words behind a place are none of it.
_OF_PLACES = {
    "de": "",
    "fr": "atlantique australe boréale centrafricaine central centrale congolaise démocratique dominicaine équatoriale"
    " fédérale française indien méditerranée méridionale nationale occidental occidentale oriental orientale pacifique"
    " populaire saoudite septentrionale sud tchèque unie unis",
    "es": "atlántico austral central cantábrico checa dominicana francesa ibérica indico índico mediterráneo meridional"
    " nacional occidental oriental pacífico pérsico saudí saudita septentrional unidos",
}


class _Words(NamedTuple):
    """What a language lists, folded."""

    never: frozenset[str]
    before: frozenset[str]
    heads: frozenset[str]
    after: frozenset[str]
    of_places: frozenset[str]


@cache
def _words(language: str) -> _Words:
    before, heads, after, places, times, openers = (
        frozenset(fold(word) for word in listed[language].split())
        for listed in (_BEFORE, _HEADS, _AFTER, _OF_PLACES, _TIMES, _OPENERS)
    )
    return _Words(before | times | openers | _stop_words(language), before, heads, after, places)


def _stop_words(language: str) -> frozenset[str]:
    """As spaCy lists them. The file is run by itself: importing what is around the French one takes two seconds."""
    listed = run_path(str(Path(spacy.lang.__path__[0], language, "stop_words.py")))["STOP_WORDS"]
    return frozenset(fold(word) for word in listed)


def trim_names(text: str, entities: Iterable[Entity], language: str) -> Iterator[Entity]:
    """The names of a text in one of the languages, trimmed."""
    for entity in entities:
        if span := trim_name(text, entity, language):
            trimmed = entity._replace(start=span[0], end=span[1])
            if _is_sure(text, trimmed) and not (language == "de" and is_noun(text, trimmed)):
                yield trimmed


def _is_sure(text: str, entity: Entity) -> bool:
    """Whether the model is sure enough of a name; of single words and of sentences' beginnings more is asked."""
    word = text[entity.start : entity.end]
    if " " in word:
        return entity.confidence >= _LEAST_OF_SEVERAL[entity.kind]
    if _OPENING.search(text, max(0, entity.start - 4), entity.start):
        return entity.confidence >= _LEAST_AT_START
    return entity.confidence >= _LEAST_OF_ONE["LOC" if word.isupper() else entity.kind]


def trim_name(text: str, entity: Entity, language: str) -> tuple[int, int] | None:
    """The span of a name without the words around it that are none of it; None where nothing of it is a name."""
    listed = _words(language)
    words = list(_WORD.finditer(text, entity.start, entity.end))
    while len(words) > 1 and _is_outside(words[0].group(), listed):
        words = words[1:]
    while len(words) > 1 and _is_loose(words[-1].group(), entity.kind, language, listed):
        words = words[:-1]
    if not any(_is_written_as_name(word.group()) for word in words):
        return None
    if len(words) == 1 and fold(words[0].group()) in listed.never:
        return None
    elided = _ELISION.match(words[0].group()) if language == "fr" else None
    start = words[0].start() + (elided.end() if elided else 0)
    return start, max(words[-1].end(), _end_with_stop(text, words[-1], entity))


def _is_written_as_name(word: str) -> bool:
    return any(map(str.isupper, word[:4]))


def _is_outside(word: str, listed: _Words) -> bool:
    """Whether a first word is none of the name's: written small, or what the named one is ("ciudad de Lima")."""
    if _is_written_as_name(word) or word.isdigit():
        return fold(word) in listed.before
    return fold(word) not in listed.heads


def _is_loose(word: str, kind: str, language: str, listed: _Words) -> bool:
    """Whether a last word written small is none of the name's; adjectives end names of bodies: "Banque mondiale"."""
    if not word.islower():
        return False
    if kind == "LOC":
        return fold(word) not in listed.of_places
    return language == "de" or kind != "ORG" or fold(word) in listed.after


def _end_with_stop(text: str, word: re.Match[str], entity: Entity) -> int:
    """ "Jr." and "Karl V." keep their stop where the model saw it as part of the name."""
    return word.end() + 1 if entity.end > word.end() and text[word.end()] == "." and len(word.group()) <= _SHORT else 0


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a surname told elsewhere is somebody's here: no other name beside it, nor an article as nouns have."""
    before, after = _BESIDE_LEFT.search(text, max(0, start - 30), start), _BESIDE_RIGHT.match(text, end)
    if after is not None:
        return False
    return before is None or before["title"] is not None
