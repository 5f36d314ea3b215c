from tests.transforms.analyse.test_copies import WIRE, write
from transforms.analyse.shingles import is_copy, overlap, shingle, words_key


def test_a_text_has_a_shingle_for_each_run_of_four_words() -> None:
    assert len(shingle("one two three four five", {})) == 2
    assert len(shingle("one two three", {})) == 0


def test_shingles_are_the_same_in_every_process_and_whatever_was_shingled_before() -> None:
    hashes: dict[str, int] = {}
    shingle(write(3), hashes)
    assert shingle(WIRE, hashes).tolist() == shingle(WIRE.upper(), {}).tolist()
    assert shingle("one two three four", {}).tolist() == [1232770244182870474]


def test_the_overlap_counts_what_both_have() -> None:
    one, other = shingle("a b c d e f g", {}), shingle("x c d e f g h", {})
    assert overlap(one, other) == overlap(other, one) == 2
    assert overlap(one, shingle("", {})) == 0


def test_a_few_words_in_common_are_no_copy_even_of_a_short_text() -> None:
    assert not is_copy(shingle("a b c d e f g", {}), shingle("a b c d e f g h", {}))
    assert is_copy(shingle(WIRE, {}), shingle(WIRE + " more", {}))


def test_the_key_of_words_leaves_out_case_and_punctuation_and_is_empty_without_words() -> None:
    assert words_key("Fire: all safe.") == words_key("FIRE ALL SAFE") != words_key("FIRE ALL")
    assert words_key(" —\n") == b""
