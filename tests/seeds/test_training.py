"""What the name model learns from: sentences made up, labelled sentences joined, names swapped."""

from __future__ import annotations

import re
from random import Random

import pytest

from seeds.training.corpus import names_of, texts
from seeds.training.invented import HERE, Invented, Stock, Words


def labelled(text: str) -> Words:
    """ "Ola/B-PER slept" as words and tags."""
    pairs = [word.partition("/") for word in text.split()]
    return Words([word for word, _, _ in pairs], [tag or "O" for _, _, tag in pairs])


LABELLED = [
    labelled("Ola/B-PER Berg/I-PER met Berg/B-PER 's aunt in Oslo/B-LOC ."),
    labelled("It rained ."),
    labelled("The Oslo/B-ORG Harbour/I-ORG Trust/I-ORG paid ."),
]


@pytest.fixture(scope="module")
def stock() -> Stock:
    return Stock()


def is_sound(text: Words) -> bool:
    """Whether every word has one tag, and nothing goes on that has not begun."""
    before = ["O", *text.tags]
    begun = all(not tag.startswith("I-") or last[2:] == tag[2:] for last, tag in zip(before, text.tags, strict=False))
    return len(text.words) == len(text.tags) and begun


def test_every_pattern_can_be_filled_and_names_are_tagged(stock: Stock) -> None:
    maker, rng = Invented(stock), Random(4)
    for pattern in list(maker.patterns):
        maker.patterns = [pattern]
        made = maker.sentence(rng)
        assert is_sound(made), pattern
        assert "{" not in " ".join(made.words), pattern
        if re.search(r"\{[pfctlobkmgyeqaAMLuBxv]\d?\}", pattern):
            assert any(tag != "O" for tag in made.tags), pattern


def test_every_list_of_names_is_used(stock: Stock) -> None:
    code = (HERE / "invented.py").read_text("utf-8")
    assert {name for name in stock.lists if f'"{name}"' not in code} == set()


def test_no_name_is_in_two_pieces_of_a_list(stock: Stock) -> None:
    assert all(name == name.strip() and name for names in stock.lists.values() for name in names)


def test_an_epoch_keeps_all_labelled_names_and_their_tags_stay_sound(stock: Stock) -> None:
    for seed in range(30):
        made = list(texts(LABELLED, stock, invented=5, rng=Random(seed)))
        assert all(is_sound(text) for text in made)
        kinds = [kind for text in made[:-5] for _, _, kind in names_of(text)]
        assert sorted(kinds) == ["LOC", "ORG", "PER", "PER"]


def test_a_swapped_surname_is_that_of_the_swapped_full_name(stock: Stock) -> None:
    swapped = 0
    for seed in range(60):
        text = next(iter(texts(LABELLED[:1], stock, invented=0, rng=Random(seed))))
        names = [" ".join(text.words[start:end]) for start, end, kind in names_of(text) if kind == "PER"]
        if names[0].casefold() != "ola berg" and names[1].casefold() != "berg":
            swapped += 1
            assert names[0].casefold().endswith(names[1].casefold())
    assert swapped
