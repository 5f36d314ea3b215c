"""Two versions of a text, sentence by sentence."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from transforms.extract.differences import differences

OLD = (
    "The council met on Monday. It voted for the new bridge.\n\n"
    "Work begins in May. The cost is 3 million crowns, said treasurer Olaf Brandt."
)


def shown(old: str, new: str) -> list[tuple[str, str, str]]:
    """The differences as (kind, before, after)."""
    return [
        (one.kind, old[slice(*one.old)] if one.old else "", new[slice(*one.new)] if one.new else "")
        for one in differences(old, new)
    ]


def test_the_same_text_has_no_differences() -> None:
    assert differences(OLD, OLD) == ()


def test_an_edited_sentence_stands_beside_its_former_self() -> None:
    new = OLD.replace("3 million crowns", "30 million crowns")
    cost = "The cost is {} million crowns, said treasurer Olaf Brandt."
    assert shown(OLD, new) == [("changed", cost.format(3), cost.format(30))]


def test_a_new_sentence_is_added_and_a_lost_one_removed_in_the_order_of_the_text() -> None:
    new = OLD.replace("Work begins in May. ", "").replace("new bridge.", "new bridge. Two members abstained.")
    assert shown(OLD, new) == [
        ("removed", "Work begins in May.", ""),
        ("added", "", "Two members abstained."),
    ]


def test_sentences_of_nothing_in_common_are_one_lost_and_one_new() -> None:
    new = OLD.replace("Work begins in May.", "Nobody spoke against it.")
    assert [kind for kind, _, _ in shown(OLD, new)] == ["removed", "added"]


def test_a_sentence_elsewhere_has_moved() -> None:
    new = "Work begins in May. " + OLD.replace("Work begins in May. ", "")
    assert shown(OLD, new) == [("moved", "Work begins in May.", "Work begins in May.")]


def test_of_several_edited_sentences_each_finds_its_own() -> None:
    old = "Anna Lund sold 10 boats to Oslo. Anna Lund sold 20 nets to Bergen. Anna Lund sold 5 oars to Moss."
    new = "Anna Lund sold 12 nets to Bergen. Anna Lund sold 6 oars to Moss. Anna Lund sold 11 boats to Oslo."
    pairs = {(before[-9:], after[-9:]) for _, before, after in shown(old, new)}
    assert len(pairs) == 3
    assert all(before == after for before, after in pairs)


def test_white_space_and_clocks_are_no_differences() -> None:
    assert differences(f"3 min read\n\n{OLD}", f"4 min read\n\n{OLD.replace(' ', '  ')}") == ()


PIECES = st.sampled_from(["Rain fell. ", "Snow fell? ", "Dr. No came. ", "\n\n", "雨が降った。", "and", " x "])
TEXTS = st.lists(PIECES).map("".join) | st.text(max_size=80)


@given(TEXTS, TEXTS)
def test_each_sentence_is_in_one_difference_at_most_and_spans_hold(old: str, new: str) -> None:
    found = differences(old, new)
    for spans, body in (([one.old for one in found if one.old], old), ([one.new for one in found if one.new], new)):
        assert len(set(spans)) == len(spans)
        assert all(body[slice(*span)].strip() == body[slice(*span)] != "" for span in spans)
    assert all((one.old is None) == (one.kind == "added") for one in found)
    assert all((one.new is None) == (one.kind == "removed") for one in found)
