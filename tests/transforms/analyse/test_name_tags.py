"""What the name model is told of a word."""

from __future__ import annotations

import pytest

from transforms.analyse.name_tags import SHAPES, shape_of, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The quay, again.", ["The", "quay", ",", "again", "."]),
        ("al-Nahr's U.N. post", ["al", "-", "Nahr", "'", "s", "U", ".", "N", ".", "post"]),
        ("@port_news 24,5 %", ["@", "port", "_", "news", "24", ",", "5", "%"]),
        ("Ærø\u00a0Šibenik\n\n東京", ["Ærø", "Šibenik", "東京"]),
        ("", []),
    ],
)
def test_words_are_runs_of_letters_and_digits_and_single_marks(text: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in words_of(text)] == words


def test_only_the_asked_part_of_a_text_is_split() -> None:
    assert words_of("one two three", 4, 7) == [(4, 7)]


def test_every_way_of_writing_has_its_number() -> None:
    written = ["quay", "Quay", "QUAY", "McQuay", "1987", "-", "Q"]
    shapes = [shape_of(word) for word in written]
    assert len(set(shapes)) == len(written)
    assert all(0 < shape < SHAPES for shape in shapes)
