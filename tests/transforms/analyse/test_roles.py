from collections.abc import Callable
from pathlib import Path

import pytest

from tests.quality.roles import FLOORS, measure
from transforms.analyse.offices import office_class, role_class
from transforms.records.analyse import Reading
from transforms.records.extract import Article

Read = Callable[..., tuple[Article, Reading]]


@pytest.mark.parametrize(
    ("body", "person", "text", "role", "affiliation"),
    [
        ("Prime Minister Astrid Moe resigned.", "Astrid Moe", "Prime Minister", "head_of_government", ""),
        ("The talks ended, said Rui Salgado, the head of the Port Authority of Sines.", "Rui Salgado",
         "head of the Port Authority of Sines", "agency_head", "Port Authority of Sines"),
        ("The head of the Sines Port Authority, Rui Salgado, said on Tuesday that it would wait.", "Rui Salgado",
         "head of the Sines Port Authority", "agency_head", "Sines Port Authority"),
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
        ("secretary of the chess club", "agency_head"),
        ("vice president", "deputy"),
        ("president of the Council of Ministers", "head_of_government"),
        ("Sen.", "legislator"),
        ("head of the ministry", "agency_head"),
        ("windmill", ""),
        ("union president", "leader"),
        ("club president", "agency_head"),
        ("chief minister", "governor"),
        ("assistant U.S. attorney", "prosecutor"),
        ("deputy commissioner of police", "police"),
        ("senior vice president and head of hotels at the chain", "executive"),
        ("chief economist and head of strategy at the bank", "expert"),
        ("privacy advocate", "activist"),
        ("senior advocate", "lawyer"),
    ],
)
def test_a_role_is_classed_by_its_head_word(text: str, name: str) -> None:
    assert role_class(text) == name


def test_ministers_hold_different_offices() -> None:
    assert office_class("Foreign Minister") == office_class("minister of foreign affairs") == "minister:foreign"
    assert office_class("finance minister") != office_class("foreign minister")
    assert office_class("shipowner") == ""


def facts(reading: Reading) -> list[tuple[str, str, str, str]]:
    return [(reading.mentions[r.mention_no].surface, r.text, r.role_class, r.affiliation) for r in reading.roles]


@pytest.mark.parametrize(
    ("body", "person", "text", "role", "affiliation"),
    [
        ("Sheriff Rui Salgado closed the road.", "Rui Salgado", "Sheriff", "police", ""),
        ("Chancellor of the Exchequer Liv Torp raised the duty.", "Liv Torp", "Chancellor of the Exchequer",
         "minister", ""),
        ("King Harald opened the session.", "Harald", "King", "monarch", ""),
        ("As mayor of Oslo, Liv Torp planted trees.", "Liv Torp", "mayor of Oslo", "mayor", "Oslo"),
        ("Liv Torp, who is the head of the teachers' union, wept.", "Liv Torp", "head of the teachers' union", "leader",
         "teachers' union"),
        ("Parliament elected Liv Torp as speaker on Thursday.", "Liv Torp", "speaker", "legislator", ""),
        ("Liv Torp was appointed transport minister in March.", "Liv Torp", "transport minister", "minister", ""),
        ("Liv Torp, spokeswoman for the mayor of Bergen, declined to comment.", "Liv Torp",
         "spokeswoman for the mayor of Bergen", "spokesperson", "mayor of Bergen"),
        ("The Norwegian army chief, Rui Salgado, resigned.", "Rui Salgado", "army chief", "commander", "Norwegian"),
        ("Liv Torp (left), the mayor of Oslo, laughed.", "Liv Torp", "mayor of Oslo", "mayor", "Oslo"),
        ("Liv Torp, D-Fresno, a former nurse, wrote the bill.", "Liv Torp", "nurse", "other", ""),
        ("Liv Torp, of Bergen, a retired teacher, won.", "Liv Torp", "teacher", "other", ""),
        ("Speaking as treasurer of the club, Liv Torp said no.", "Liv Torp", "treasurer of the club", "agency_head",
         "club"),
        ("Liv Torp will take over as chief executive in March.", "Liv Torp", "chief executive", "chief_executive", ""),
        ("Liv Torp, who chairs the inquiry, sent them home.", "Liv Torp", "chairs the inquiry", "chair", "inquiry"),
        ("Energy Minister Prince Rui Salgado said no.", "Rui Salgado", "Energy Minister", "minister", ""),
        ("Guitarist and founding member Rui Salgado left.", "Rui Salgado", "Guitarist and founding member", "artist",
         ""),
        ("The court cleared Rui Salgado, Liv Torp's lawyer, on Friday.", "Rui Salgado", "lawyer", "lawyer",
         "Liv Torp"),
        ("Prosecuting barrister Liv Torp said so.", "Liv Torp", "Prosecuting barrister", "lawyer", ""),
        ("Liv Torp, a Republican donor, is chairwoman of the museum.", "Liv Torp", "chairwoman of the museum", "chair",
         "museum"),
        ("Lt. Rui Salgado said that police had come late.", "Rui Salgado", "Lt.", "police", ""),
    ],
)  # fmt: skip
def test_roles_stand_in_many_places(read: Read, body: str, person: str, text: str, role: str, affiliation: str) -> None:
    assert facts(read(body)[1]) == [(person, text, role, affiliation)]


def test_a_rank_may_stand_between_a_role_and_its_holder(read: Read) -> None:
    _, reading = read("Norway's chief military spokesman, Rear Admiral Rui Salgado, said no.")
    assert [(text, role) for _, text, role, _ in facts(reading)] == [
        ("chief military spokesman", "spokesperson"),
        ("Rear Admiral", "military"),
    ]


def test_only_the_half_of_a_phrase_that_says_so_is_past(read: Read) -> None:
    _, reading = read("The bakery's founder and former chief executive, Liv Torp, sold it.")
    assert [(role.text, role.is_former) for role in reading.roles] == [("founder", False), ("chief executive", True)]


def test_a_sentence_goes_on_behind_plural_titles(read: Read) -> None:
    _, reading = read("Sens. Liv Torp and Astrid Moe said they had not been told.")
    assert [person for person, *_ in facts(reading)] == ["Liv Torp", "Astrid Moe"]
    assert [role.country for role in reading.roles] == ["US", "US"]


def test_a_phrase_of_two_roles_gives_both(read: Read) -> None:
    _, reading = read("Liv Torp, mayor of Oslo and leader of the Alliance, said no.")
    assert [(text, role) for _, text, role, _ in facts(reading)] == [
        ("mayor of Oslo", "mayor"),
        ("leader of the Alliance", "leader"),
    ]


def test_a_plural_title_is_everyones(read: Read) -> None:
    _, reading = read("Senators Liv Torp and Astrid Moe drafted the bill.")
    assert facts(reading) == [
        ("Liv Torp", "Senators", "legislator", ""),
        ("Astrid Moe", "Senators", "legislator", ""),
    ]


@pytest.mark.parametrize(
    ("body", "country"),
    [
        ("Norway's transport minister, Liv Torp, resigned.", "NO"),
        ("Norwegian Prime Minister Liv Torp resigned.", "NO"),
        ("Prime Minister Sunniva Vik resigned.", "NO"),  # the seeds know whose
        ("Prime Minister Astrid Moe resigned.", ""),
        ("Liv Torp, president of the Norwegian Bar Association, resigned.", "NO"),
    ],
)
def test_a_role_is_of_a_country_where_text_or_seeds_tell(read: Read, body: str, country: str) -> None:
    assert [role.country for role in read(body)[1].roles] == [country]


@pytest.mark.parametrize(
    "body",
    [
        "Speaking after the minister, Liv Torp called for calm.",
        "The cousin of the president, Liv Torp, owns the port.",
        "Carmen Robles, his wife, waited in the car.",
        "Liv Torp, a mother of three from Bergen, lost everything.",
        "They met at the Governor Hotel, where Liv Torp was staying.",
        "If Liv Torp becomes the next president, the fleet will grow.",
        "Liv Torp, who led the search, found him.",
        "Liv Torp, who leads by two points, smiled.",
    ],
)
def test_kin_homes_and_openings_are_no_roles(read: Read, body: str) -> None:
    assert read(body)[1].roles == ()


def test_a_past_role_is_marked_however_it_is_said(read: Read) -> None:
    for body in (
        "Ex-prime minister Liv Torp was silent.",
        "Ousted president Liv Torp was silent.",
        "Liv Torp, who was minister of justice until 2019, was silent.",
        "Liv Torp, finance director from 2009 to 2016, was silent.",
        "Liv Torp, who led the party until 2017, was silent.",
        "Liv Torp, formerly finance director, was silent.",
        "Liv Torp resigned as mayor in May.",
        "The bank's chief at the time, Liv Torp, was silent.",
    ):
        assert [role.is_former for role in read(body)[1].roles] == [True], body


@pytest.mark.slow
def test_the_roles_of_our_own_sentences_keep_their_floor() -> None:
    figures, _ = measure(Path(__file__).parents[2] / "quality" / "roles.txt")
    assert {name: figures[name] for name, floor in FLOORS.items() if figures[name] < floor} == {}


def test_what_is_known_as_an_organisation_holds_no_office(read: Read) -> None:
    for body in (
        "Torp Shipping lost two ships. Analysts praised the company. Captain Torp said the sea was rough.",
        "The Hanson Company was founded in 1902. As president of a club, Hanson said little.",
    ):
        _, reading = read(body)
        assert {reading.mentions[role.mention_no].kind for role in reading.roles} <= {"person"}
