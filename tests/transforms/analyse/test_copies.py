import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.analyse.copies import find_copies
from transforms.analyse.day import Copy, CopyText

MORNING = datetime(2026, 3, 4, 8, tzinfo=UTC)
AGENCIES = {"wire": "Meridian Wire"}


def write(seed: int, words: int = 200) -> str:
    """A text of its own for every seed, of words that all texts use."""
    rng = random.Random(seed)
    return " ".join(f"w{rng.randrange(600)}" for _ in range(words))


WIRE = write(1)
FOOTER = " Sign up for our morning letter and never miss what the harbour says about the weather today."


def text(article_id: str, body: str, outlet: str = "", byline: str = "", minute: int = 0) -> CopyText:
    return CopyText(article_id, outlet or f"outlet of {article_id}", MORNING + timedelta(minutes=minute), body, byline)


def found(texts: Sequence[CopyText]) -> dict[str, tuple[str, str]]:
    return {copy.article_id: (copy.copy_group_id, copy.role) for copy in find_copies(texts, AGENCIES)}


def test_every_article_gets_a_row_and_a_text_that_nobody_shares_is_a_group_of_its_own() -> None:
    texts = [text("b", write(2)), text("a", write(1)), text("empty", ""), text("blank", " \n")]
    assert find_copies(texts) == [Copy(name, name, "origin", 1.0, 1.0) for name in ("a", "b", "blank", "empty")]


def test_the_same_words_are_a_verbatim_copy_whatever_their_case_and_punctuation() -> None:
    texts = [text("a", "Fire on ferry: all safe."), text("b", "FIRE ON FERRY — ALL SAFE", minute=5)]
    assert found(texts) == {"a": ("a", "origin"), "b": ("a", "verbatim")}


def test_a_copy_with_another_dateline_and_a_changed_word_is_verbatim() -> None:
    edited = "LISBON " + WIRE.replace(WIRE.split()[100], "changed", 1)
    assert found([text("a", WIRE), text("b", edited, minute=5)])["b"] == ("a", "verbatim")


def test_the_first_part_of_a_text_is_a_trimmed_copy() -> None:
    trimmed = " ".join(WIRE.split()[:60])
    copies = find_copies([text("a", WIRE), text("b", trimmed, minute=5)])
    assert (copies[1].copy_group_id, copies[1].role, copies[1].containment) == ("a", "trimmed", 1.0)
    assert copies[1].similarity < 0.4


def test_a_text_with_paragraphs_of_its_own_is_an_extended_copy() -> None:
    assert found([text("a", WIRE), text("b", f"{WIRE} {write(3, 100)}", minute=5)])["b"] == ("a", "extended")


def test_the_agencys_own_article_is_the_origin_even_when_a_paper_was_faster() -> None:
    paper = text("paper", WIRE, byline="By Meridian Wire")
    wire = text("wire", WIRE, outlet="wire", byline="By Thea Kallergis", minute=30)
    assert found([paper, wire]) == {"paper": ("wire", "verbatim"), "wire": ("wire", "origin")}


def test_an_article_credited_to_an_agency_comes_before_one_that_is_not() -> None:
    first, credited = text("first", WIRE), text("credited", WIRE, byline="meridian wire / staff", minute=30)
    assert found([first, credited]) == {"first": ("credited", "verbatim"), "credited": ("credited", "origin")}


def test_without_an_agency_the_earliest_is_the_origin() -> None:
    assert found([text("late", WIRE, minute=9), text("early", WIRE)])["late"] == ("early", "verbatim")


def test_an_outlets_furniture_makes_no_copies() -> None:
    furniture = FOOTER * 6
    texts = [text(f"a{n}", write(n, 40) + furniture, outlet="same") for n in range(10, 18)]
    assert all(copy.role == "origin" for copy in find_copies(texts))


def test_a_shared_footer_in_short_texts_of_two_outlets_makes_no_copies() -> None:
    texts = [text("a", write(4, 60) + FOOTER), text("b", write(5, 60) + FOOTER)]
    assert all(copy.role == "origin" for copy in find_copies(texts))


def test_one_page_at_many_addresses_is_one_text_and_no_furniture() -> None:
    texts = [text(f"a{n}", WIRE, outlet="same", minute=n) for n in range(8)]
    assert {copy.copy_group_id for copy in find_copies(texts)} == {"a0"}


def test_a_page_that_strings_two_texts_together_does_not_make_one_group_of_them() -> None:
    other = write(6)
    texts = [text("a", WIRE), text("b", other, minute=1), text("both", f"{WIRE} {other}", minute=2)]
    assert found(texts) == {"a": ("a", "origin"), "b": ("b", "origin"), "both": ("a", "extended")}


def test_texts_without_spaces_between_words_are_compared_too() -> None:
    body = "港のフェリーで火災があり乗客全員が救助されたと沿岸警備隊が発表した"
    assert found([text("a", body), text("b", f"速報、{body}", minute=1)])["b"][0] == "a"


@settings(max_examples=30, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_articles_makes_no_difference(rng: random.Random) -> None:
    texts = [
        text(f"{kind}{seed}", body, outlet=f"o{seed % 3}", minute=seed % 2)
        for seed in range(4)
        for kind, body in (
            ("v", write(seed)),
            ("w", write(seed)),
            ("t", write(seed)[:400]),
            ("x", write(seed) + FOOTER),
        )
    ]
    shuffled = list(texts)
    rng.shuffle(shuffled)
    assert find_copies(shuffled, AGENCIES) == find_copies(texts, AGENCIES)
