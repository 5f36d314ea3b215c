"""Names by the model: windows, tags that may follow one another, and what the shipped model finds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pytest

from tests.transforms.analyse.conftest import written
from transforms.analyse.name_tagger import Entity, NameTagger, Scores
from transforms.analyse.name_tags import TAGS
from transforms.analyse.reader import Knowledge, read_article, read_articles
from transforms.analyse.word_pieces import Vocabulary

WORDS = ["o", "bper", "iper", "borg", "iorg", "bloc", "iloc", "bgrp", "igrp"]  # a word for each tag, in their order
LETTERS = ["[CLS]", "[SEP]", "[UNK]", *WORDS, "##x"]


class Obedient:
    """A session that answers with the tag that a word asks for, and remembers what it was shown."""

    def __init__(self) -> None:
        self.shown: list[list[int]] = []

    def run(self, output_names: Sequence[str], input_feed: dict[str, npt.NDArray[np.int64]]) -> list[Scores]:
        assert list(output_names) == ["names"]
        pieces = input_feed["pieces"][0].tolist()
        assert input_feed["shapes"].shape == input_feed["pieces"].shape
        self.shown.append(pieces)
        scores = np.zeros((1, len(pieces), len(TAGS)), np.float32)
        for position, piece in enumerate(pieces):
            if 3 <= piece < 3 + len(TAGS):
                scores[0, position, piece - 3] = 4
        return [scores]


def found(text: str, *, session: Obedient | None = None) -> list[tuple[str, str]]:
    tagger = NameTagger("test", session or Obedient(), Vocabulary(LETTERS))
    edges = [0, *(n + 1 for n, letter in enumerate(text) if letter == "."), len(text)]
    sentences = [(a, b) for a, b in pairwise(edges) if a < b]
    return [(text[entity.start : entity.end], entity.kind) for entity in tagger.find(text, sentences)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("o bper iper o bloc", [("bper iper", "PER"), ("bloc", "LOC")]),
        ("bper bper", [("bper", "PER"), ("bper", "PER")]),
        ("borg iorg iorg", [("borg iorg iorg", "ORG")]),
        ("bgrp o", [("bgrp", "GRP")]),
        ("bperx iper", [("bperx iper", "PER")]),
        ("o o o", []),
        ("", []),
    ],
)
def test_tags_become_names(text: str, names: list[tuple[str, str]]) -> None:
    assert found(text) == names


def test_nothing_goes_on_that_has_not_begun() -> None:
    assert found("iper") == []
    assert found("o. iloc o") == []


def test_no_name_crosses_the_edge_of_a_sentence() -> None:
    assert found("o bper iper.iper o")[0] == ("bper iper", "PER")
    assert not any("." in name for name, _ in found("bper.iper"))


def test_a_long_text_is_read_in_windows_of_whole_sentences_and_a_longer_sentence_in_parts() -> None:
    session = Obedient()
    sentence = "o " * 69 + "bper."
    names = found(sentence * 5 + "o " * 600 + "bloc", session=session)
    assert names == [("bper", "PER")] * 5 + [("bloc", "LOC")]
    assert all(len(pieces) <= 256 for pieces in session.shown)
    assert [pieces.count(WORDS.index("bper") + 3) for pieces in session.shown[:3]] == [2, 2, 1]


def test_confidence_is_the_mean_probability_of_the_kind() -> None:
    tagger = NameTagger("test", Obedient(), Vocabulary(LETTERS))
    sure = (np.exp(4) + 1) / (np.exp(4) + len(TAGS) - 1)
    assert tagger.find("bper iper", [(0, 9)]) == [Entity(0, 9, "PER", round(float(sure), 3))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anneli Korpela moved from Tampere to Lisbon.", {"Anneli Korpela": "PER", "Tampere": "LOC", "Lisbon": "LOC"}),
        ("Harlow Chemicals said on Friday it would hire 40 people.", {"Harlow Chemicals": "ORG"}),
        ("Portuguese sailors met Minister Duarte.", {"Portuguese": "GRP", "Duarte": "PER"}),
        ("FERRY SINKS OFF NORWAY, SAYS JOHN HARTLEY", {"NORWAY": "LOC", "JOHN HARTLEY": "PER"}),
        ("The weather was mild, and nobody came.", {}),
    ],
)
def test_the_model_of_the_seeds_finds_plain_names(
    taggers: Mapping[str, NameTagger], text: str, names: dict[str, str]
) -> None:
    found = taggers["en"].find(text, [(0, len(text))])
    assert {text[entity.start : entity.end]: entity.kind for entity in found} == names
    assert all(0.5 < entity.confidence <= 1 for entity in found)


def test_an_article_is_read_alike_alone_and_among_others(knowledge: Knowledge) -> None:
    bodies = [
        "Anneli Korpela moved from Tampere to Lisbon. Harlow Chemicals will hire 40 people there, she said.",
        "It rained.",
        "\n\n".join(f"Minister {name} of Norway met sailors in Oslo and Bergen." for name in ("Duarte", "Lindqvist")),
        "Nobody from the World Health Organization came to Porto. " * 40,
    ]
    articles = [written(body) for body in bodies]
    alone = [read_article(article, knowledge).mentions for article in articles]
    for order in ([0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 2, 1, 3]):
        together = read_articles([articles[n] for n in order], knowledge)
        assert [reading.mentions for reading in together] == [alone[n] for n in order]
