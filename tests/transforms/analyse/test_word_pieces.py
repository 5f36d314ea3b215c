"""Words as pieces of a vocabulary."""

from __future__ import annotations

import pytest

from transforms.analyse.word_pieces import Vocabulary

PIECES = ["[UNK]", "[CLS]", "ferry", "fer", "##ry", "##man", "##men", "##r", "##y", "quay", "'", "a", "##a"]
VOCABULARY = Vocabulary(PIECES)


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("ferry", ["ferry"]),
        ("Ferry", ["ferry"]),
        ("FERRYMAN", ["ferry", "##man"]),
        ("ferrymen", ["ferry", "##men"]),
        ("fery", ["fer", "##y"]),
        ("férry", ["ferry"]),
        ("fe\u0301rry", ["ferry"]),
        ("'", ["'"]),
        ("harbour", ["[UNK]"]),
        ("ferryboat", ["[UNK]"]),
        ("\u0301", ["[UNK]"]),
        ("a" * 100, ["a", *["##a"] * 99]),
        ("a" * 101, ["[UNK]"]),
    ],
)
def test_a_word_is_its_longest_pieces_in_lower_case_and_without_accents(word: str, pieces: list[str]) -> None:
    assert [PIECES[number] for number in VOCABULARY.split(word)] == pieces


def test_a_piece_that_is_not_in_the_vocabulary_has_no_number() -> None:
    assert VOCABULARY.number("[CLS]") == 1
    with pytest.raises(KeyError):
        VOCABULARY.number("[SEP]")
