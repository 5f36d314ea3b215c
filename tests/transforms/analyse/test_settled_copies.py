import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transforms.analyse.test_copies import WIRE, write
from transforms.analyse.day import Copy, CopyTie
from transforms.analyse.settled_copies import Printing, settle_copies

MORNING = datetime(2026, 3, 4, 8, tzinfo=UTC)


def printing(article_id: str, body: str = WIRE, minute: int = 0) -> Printing:
    return Printing(
        article_id, f"outlet of {article_id}", MORNING + timedelta(minutes=minute), body, False, None, "", None, None
    )


def settled(printings: Sequence[Printing]) -> dict[str, Copy]:
    """With every article tied to the first."""
    ties = [CopyTie(one.article_id, printings[0].article_id) for one in printings[1:]]
    return {copy.article_id: copy for copy in settle_copies(printings, ties)}


def test_an_article_that_nobody_copies_is_the_origin_of_a_group_of_one() -> None:
    (alone,) = settle_copies([printing("a")], [])
    assert (alone.copy_group_id, alone.role, alone.similarity, alone.containment) == ("a", "origin", 1.0, 1.0)
    assert (alone.origin_outlet_id, alone.origin_evidence) == ("outlet of a", "alone")


def test_roles_say_what_was_done_to_the_text() -> None:
    words = WIRE.split()
    texts = {
        "verbatim": "LISBON " + WIRE.replace(words[100], "changed", 1),
        "trimmed": " ".join(words[:80]),
        "extended": f"{WIRE} {write(3, 100)}",
        "rewritten": " ".join([*words[:60], *write(9, 50).split(), *words[110:]]),
    }
    found = settled([printing("a"), *(printing(role, body, 5) for role, body in texts.items())])
    assert {name: copy.role for name, copy in found.items()} == {"a": "origin", **{role: role for role in texts}}
    assert found["trimmed"].containment == 1.0
    assert found["trimmed"].similarity < 0.5


def test_the_agencys_own_article_is_the_origin_even_when_a_paper_was_faster() -> None:
    found = settled([printing("paper"), replace(printing("wire", minute=30), is_agency=True)])
    assert {copy.copy_group_id for copy in found.values()} == {"wire"}
    assert found["paper"].minutes_after_origin == -30
    assert (found["paper"].origin_outlet_id, found["paper"].origin_evidence) == ("outlet of wire", "agency")


def test_the_article_that_others_name_as_the_original_is_the_origin() -> None:
    found = settled([replace(printing("first"), canonical_id="later"), printing("later", minute=30)])
    assert {(copy.copy_group_id, copy.origin_evidence) for copy in found.values()} == {("later", "canonical")}


def test_a_text_that_one_of_its_printers_credits_to_an_agency_comes_from_it_although_its_own_article_is_not_here() -> (
    None
):
    credited = replace(printing("credited", minute=30), credited_id="ap", credited_text="AP")
    found = settled([printing("first"), credited])
    assert {(copy.copy_group_id, copy.origin_outlet_id, copy.origin_evidence) for copy in found.values()} == {
        ("first", "ap", "byline")
    }
    assert [found[name].credited_text for name in ("first", "credited")] == ["", "AP"]


def test_an_agency_that_most_of_a_group_cite_is_the_likely_origin_and_one_that_few_cite_is_not() -> None:
    texts = [replace(printing(name), cited_id=cited) for name, cited in (("a", "ap"), ("b", "ap"), ("c", None))]
    assert {(copy.origin_outlet_id, copy.origin_evidence) for copy in settled(texts).values()} == {("ap", "cited")}
    fewer = [texts[0], replace(texts[1], cited_id=None), texts[2]]
    assert {copy.origin_evidence for copy in settled(fewer).values()} == {"earliest"}


def test_without_other_evidence_the_earliest_is_the_origin() -> None:
    found = settled([printing("late", minute=9), printing("early")])
    assert {(copy.copy_group_id, copy.origin_outlet_id) for copy in found.values()} == {("early", "outlet of early")}


def test_a_page_that_strings_two_texts_together_does_not_make_one_group_of_them() -> None:
    other = write(6)
    texts = [printing("a"), printing("b", other, 1), printing("both", f"{WIRE} {other}", 2)]
    found = settle_copies(texts, [CopyTie("both", "a"), CopyTie("b", None)])
    assert {copy.article_id: copy.copy_group_id for copy in found} == {"a": "a", "b": "b", "both": "a"}
    agency = [replace(texts[0], is_agency=True), texts[1], replace(texts[2], published_at=MORNING - timedelta(hours=1))]
    found = settle_copies(agency, [CopyTie("a", "both"), CopyTie("b", "both")])
    assert {copy.article_id: copy.copy_group_id for copy in found} == {"a": "a", "b": "b", "both": "a"}


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_articles_and_ties_makes_no_difference(rng: random.Random) -> None:
    texts = [printing(f"{seed}{n}", write(seed, 100 + 40 * n), n % 2) for seed in range(3) for n in range(4)]
    ties = [CopyTie(f"{seed}{n}", f"{seed}{n - 1}") for seed in range(3) for n in range(1, 4)]
    shuffled, tied = list(texts), list(ties)
    rng.shuffle(shuffled)
    rng.shuffle(tied)
    assert settle_copies(shuffled, tied) == settle_copies(texts, ties)
