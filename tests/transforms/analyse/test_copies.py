import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.analyse.copies import tie_copies
from transforms.analyse.day import CopyText

MORNING = datetime(2026, 3, 4, 8, tzinfo=UTC)


def write(seed: int, words: int = 200) -> str:
    """A text of its own for every seed, of words that all texts use."""
    rng = random.Random(seed)
    return " ".join(f"w{rng.randrange(600)}" for _ in range(words))


WIRE = write(1)
FOOTER = " Sign up for our morning letter and never miss what the harbour says about the weather today."


def text(article_id: str, body: str, outlet: str = "", minute: int = 0, day: int = 0) -> CopyText:
    moment = MORNING + timedelta(days=day, minutes=minute)
    return CopyText(article_id, moment.date(), outlet or f"outlet of {article_id}", moment, body)


def tied(texts: Sequence[CopyText]) -> dict[str, str | None]:
    return {tie.article_id: tie.tied_id for tie in tie_copies(texts)}


def test_every_article_gets_a_row_and_a_text_that_nobody_shares_is_tied_to_none() -> None:
    texts = [text("b", write(2)), text("a", write(1)), text("empty", ""), text("blank", " \n")]
    assert tied(texts) == dict.fromkeys(("a", "b", "blank", "empty"))


def test_the_same_words_are_one_text_whatever_their_case_and_punctuation() -> None:
    texts = [text("a", "Fire on ferry: all safe."), text("b", "FIRE ON FERRY — ALL SAFE", minute=5)]
    assert tied(texts) == {"a": None, "b": "a"}


def test_a_part_of_a_text_and_a_text_with_more_around_it_are_tied_to_it() -> None:
    trimmed, extended = " ".join(WIRE.split()[:60]), f"{write(4, 90)} {WIRE} {write(3, 100)}"
    assert tied([text("a", WIRE), text("b", trimmed, minute=5), text("c", extended, minute=6)]) == {
        "a": None, "b": "a", "c": "a",
    }  # fmt: skip


def test_a_text_of_which_a_third_of_the_sentences_are_new_is_tied_to_it() -> None:
    words = WIRE.split()
    mixed = [*words[:50], *write(9, 40).split(), *words[90:150], *write(8, 30).split(), *words[180:]]
    assert tied([text("a", WIRE), text("b", " ".join(mixed), minute=5)])["b"] == "a"


def test_two_reports_that_share_a_long_quotation_are_not_tied() -> None:
    quotation = " ".join(WIRE.split()[:45])
    one, other = f"{write(11, 90)} {quotation} {write(12, 60)}", f"{write(13, 70)} {quotation} {write(14, 60)}"
    assert tied([text("a", one), text("b", other, minute=5)])["b"] is None


def test_an_article_is_tied_to_the_earliest_of_several() -> None:
    texts = [text("late", WIRE + " more", minute=9), text("early", WIRE), text("middle", "so " + WIRE, minute=5)]
    assert tied(texts) == {"early": None, "middle": "early", "late": "early"}


def test_a_copy_reaches_back_three_days_and_no_further() -> None:
    assert tied([text("a", WIRE), text("b", WIRE, day=3)])["b"] == "a"
    assert tied([text("a", WIRE), text("b", WIRE, day=4)])["b"] is None


def test_the_ties_of_a_day_are_the_same_alone_and_among_others() -> None:
    texts = [text(f"{day}{copy}", write(copy), day=day, minute=copy) for day in range(6) for copy in (1, 2)]
    alone = [tie for day in range(6) for tie in tie_copies(texts, [MORNING.date() + timedelta(days=day)])]
    assert sorted(alone, key=lambda tie: tie.article_id) == tie_copies(texts)


def test_an_outlets_furniture_makes_no_copies() -> None:
    texts = [text(f"a{n}", write(n, 40) + FOOTER * 6, outlet="same") for n in range(10, 18)]
    assert set(tied(texts).values()) == {None}


def test_a_shared_footer_in_short_texts_of_two_outlets_makes_no_copies() -> None:
    assert tied([text("a", write(4, 60) + FOOTER), text("b", write(5, 60) + FOOTER)])["b"] is None


def test_one_page_at_many_addresses_is_one_text_and_no_furniture() -> None:
    texts = [text(f"a{n}", WIRE, outlet="same", minute=n) for n in range(8)]
    assert tied(texts) == {f"a{n}": "a0" if n else None for n in range(8)}


def test_texts_without_spaces_between_words_are_compared_too() -> None:
    body = "港のフェリーで火災があり乗客全員が救助されたと沿岸警備隊が発表した"
    assert tied([text("a", body), text("b", f"速報、{body}", minute=1)])["b"] == "a"


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
    assert tie_copies(shuffled) == tie_copies(texts)
