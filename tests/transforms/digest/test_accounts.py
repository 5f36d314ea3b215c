from datetime import UTC, datetime

from transforms.digest.accounts import Counted, compare_accounts
from transforms.digest.story import Sentence, Source

MOMENT = datetime(2026, 3, 8, 12, tzinfo=UTC)


def counted(
    outlet: str, what: str, value: float, article: str = "", *, is_casualties: bool = True, text: str = ""
) -> Counted:
    source = Source(article or outlet, outlet, "A title", f"https://{outlet}.example/", MOMENT)
    text = text or f"Inspectors declared {value:g} {what}."
    return Counted(outlet, what, f"{value:g}", value, is_casualties, Sentence(text, source))


def amounts(*parts: Counted) -> list[list[str]]:
    return [[amount.text for amount in accounts.amounts] for accounts in compare_accounts(parts)]


def test_outlets_that_count_victims_differently_are_set_side_by_side() -> None:
    (accounts,) = compare_accounts([counted("echo", "people killed", 23), counted("post", "killed", 21)])
    assert accounts.what == "killed"
    assert [amount.sentence.source.outlet for amount in accounts.amounts] == ["post", "echo"]


def test_outlets_that_agree_are_no_accounts_that_differ() -> None:
    assert amounts(counted("echo", "people killed", 23), counted("post", "people killed", 23)) == []
    assert amounts(counted("echo", "people killed", 23), counted("echo", "people killed", 21, "later")) == []


def test_killed_and_injured_are_two_things() -> None:
    assert amounts(counted("echo", "people killed", 23), counted("post", "people injured", 21)) == []


def test_soldiers_killed_are_not_children_killed() -> None:
    assert amounts(counted("echo", "soldiers killed", 23), counted("post", "children killed", 21)) == []


def test_a_part_of_the_whole_gives_way_to_the_whole_and_an_older_article_to_a_newer() -> None:
    parts = [
        counted("echo", "people killed", 30, "morning"),
        counted("echo", "people killed", 25, "evening"),
        counted("echo", "people killed", 9, "evening"),
        counted("post", "people killed", 24),
    ]
    assert amounts(*parts) == [["24", "25"]]


def test_few_things_that_are_no_victims_are_parts_and_not_accounts() -> None:
    ships = [counted("echo", "ships", 2, is_casualties=False), counted("post", "ships", 3, is_casualties=False)]
    assert amounts(*ships) == []
    ships = [counted("echo", "ships", 12, is_casualties=False), counted("post", "ship", 15, is_casualties=False)]
    assert amounts(*ships) == [["12", "15"]]


def test_numbers_of_which_different_things_are_said_are_no_accounts_of_one() -> None:
    here = counted("echo", "people", 300, is_casualties=False, text="Around 300 people of the valley live in Leeds.")
    there = counted("post", "people", 2_600, is_casualties=False, text="Some 2,600 people slept in school halls.")
    also = counted("mail", "people", 2_100, is_casualties=False, text="In all 2,100 people slept in the halls.")
    assert amounts(here, there) == []
    assert amounts(here, there, also) == [["2100", "2600"]]


def test_numbers_that_are_too_far_apart_are_of_different_things() -> None:
    homes = [counted("echo", "homes", 10, is_casualties=False), counted("post", "homes", 9_000, is_casualties=False)]
    assert amounts(*homes) == []
