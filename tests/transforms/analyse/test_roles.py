from collections.abc import Callable

import pytest

from transforms.analyse.offices import office_class, role_class
from transforms.records.analyse import Reading
from transforms.records.extract import Article

Read = Callable[..., tuple[Article, Reading]]


@pytest.mark.parametrize(
    ("body", "person", "text", "role", "affiliation"),
    [
        ("Prime Minister Astrid Moe resigned.", "Astrid Moe", "Prime Minister", "head_of_government", ""),
        ("The talks ended, said Rui Salgado, the head of the Port Authority of Sines.", "Rui Salgado",
         "head of the Port Authority of Sines", "head", "Port Authority of Sines"),
        ("The head of the Sines Port Authority, Rui Salgado, said on Tuesday that it would wait.", "Rui Salgado",
         "head of the Sines Port Authority", "head", "Sines Port Authority"),
        ("Norway's deputy transport minister, Liv Torp, did not answer.", "Liv Torp", "deputy transport minister",
         "minister", "Norway"),
        ("Liv Torp, 54, a spokeswoman for the World Health Organization, declined to comment.", "Liv Torp",
         "spokeswoman for the World Health Organization", "spokesperson", "World Health Organization"),
    ],
)  # fmt: skip
def test_titles_and_appositions_give_roles(
    read: Read, body: str, person: str, text: str, role: str, affiliation: str
) -> None:
    _, reading = read(body)
    found = [(reading.mentions[r.mention_no].surface, r.text, r.role_class, r.affiliation) for r in reading.roles]
    assert found == [(person, text, role, affiliation)]


def test_former_is_a_mark_and_no_part_of_the_role(read: Read) -> None:
    _, reading = read("Liv Torp, a former director of the Oslo Opera, wrote the report.")
    assert [(r.text, r.is_former) for r in reading.roles] == [("director of the Oslo Opera", True)]


@pytest.mark.parametrize(
    "body",
    [
        "Dr. Liv Torp arrived late.",
        "Liv Torp, Rui Salgado and Astrid Moe arrived late.",
        "After a day with Liv Torp, a port official said nothing had changed.",
        "Liv Torp, who arrived late, left early.",
    ],
)
def test_what_is_no_role_gives_none(read: Read, body: str) -> None:
    assert read(body)[1].roles == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("secretary of state", "minister"),
        ("secretary of the chess club", "head"),
        ("vice president", "deputy"),
        ("president of the Council of Ministers", "head_of_government"),
        ("Sen.", "legislator"),
        ("head of the ministry", "head"),
        ("windmill", ""),
    ],
)
def test_a_role_is_classed_by_its_head_word(text: str, name: str) -> None:
    assert role_class(text) == name


def test_ministers_hold_different_offices() -> None:
    assert office_class("Foreign Minister") == office_class("minister of foreign affairs") == "minister:foreign"
    assert office_class("finance minister") != office_class("foreign minister")
    assert office_class("shipowner") == ""
