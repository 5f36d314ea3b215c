from collections import Counter

import pytest

from transforms.analyse.likeness import neighbours

TEXTS = [
    Counter(["the", "ferry", "burned", "off", "piraeus"]),
    Counter(["the", "ferry", "off", "piraeus", "burned", "again"]),
    Counter(["the", "council", "approved", "a", "tram"]),
    Counter(["a", "comet", "split", "in", "the", "desert"]),
]


def test_texts_with_the_same_rare_words_are_alike_and_others_are_not() -> None:
    near = neighbours(TEXTS)
    assert near[0][1] == near[1][0] > 0.5
    assert 2 not in near[0]


def test_a_text_and_itself_in_another_order_are_as_like_as_can_be() -> None:
    assert neighbours([*TEXTS, Counter(["piraeus", "off", "burned", "ferry", "the"])])[4][0] == pytest.approx(1.0)


def test_texts_that_share_too_few_terms_are_not_alike() -> None:
    assert neighbours(TEXTS, least_shared=4)[0].keys() == {1}
    assert neighbours(TEXTS, least_shared=6)[0] == {}


def test_no_texts_and_empty_texts_are_like_nothing() -> None:
    assert neighbours([]) == []
    assert neighbours([{}, {}]) == [{}, {}]
