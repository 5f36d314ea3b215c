from collections.abc import Callable

from transforms.records.analyse import Reading
from transforms.records.extract import Article

Read = Callable[..., tuple[Article, Reading]]


def holders(reading: Reading, title: str) -> list[str | None]:
    return [
        None if m.actor_no is None else reading.actors[m.actor_no].name
        for m in reading.mentions
        if m.surface == title and m.kind == "person"
    ]


def test_a_title_is_whoever_the_article_gives_the_office(read: Read) -> None:
    _, reading = read("Norwegian Prime Minister Astrid Moe resigned. The Norwegian prime minister gave no reason.")
    assert holders(reading, "prime minister") == ["Astrid Moe"]


def test_else_it_is_the_known_holder_on_the_articles_day(read: Read) -> None:
    body = "The Norwegian prime minister gave no reason for the delay."
    assert holders(read(body, day="2026-03-05")[1], "prime minister") == ["Jonas Dahl"]
    assert holders(read(body, day="2024-03-05")[1], "prime minister") == ["Sunniva Vik"]


def test_it_is_nobody_where_nobody_is_known(read: Read) -> None:
    _, reading = read("Portugal's foreign minister gave no reason for the delay.")
    assert holders(reading, "foreign minister") == [None]


def test_a_bare_title_is_a_mention_only_where_it_is_resolved(read: Read) -> None:
    assert holders(read("The president gave no reason.")[1], "president") == []
    _, reading = read("Portuguese President Rui Salgado arrived late. The president gave no reason.")
    assert holders(reading, "president") == ["Rui Salgado"]


def test_a_former_holder_does_not_answer_for_the_office(read: Read) -> None:
    _, reading = read("Former Norwegian prime minister Astrid Moe disagrees. The Norwegian prime minister was silent.")
    assert holders(reading, "prime minister") == ["Jonas Dahl"]


def test_a_title_with_a_name_behind_it_is_a_role_and_no_stand_in(read: Read) -> None:
    _, reading = read("The Norwegian prime minister, Astrid Moe, resigned.")
    assert holders(reading, "prime minister") == []


def test_the_head_of_a_body_is_whoever_the_article_or_the_seeds_give_it(read: Read) -> None:
    body = "The WHO chief warned of a hard winter. The director-general of the WHO went on."
    assert holders(read(body, day="2026-03-05")[1], "chief") == ["Ines Barros"]
    assert holders(read(body, day="2026-03-05")[1], "director-general") == ["Ines Barros"]
    _, reading = read("Halden Steel chief executive Liv Torp sold her shares. Halden Steel's boss said no more.")
    assert holders(reading, "boss") == ["Liv Torp"]


def test_a_body_without_a_known_head_gives_no_mention(read: Read) -> None:
    for body in ("The WHO president resigned.", "The former WHO chief resigned.", "The WHO chief Tor Lund resigned."):
        assert [m.surface for m in read(body, day="2026-03-05")[1].mentions if m.resolved_by == "office"] == [], body
