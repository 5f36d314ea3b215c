"""Countries and towns that stand for their teams."""

from collections.abc import Callable

import pytest

from transforms.analyse.national_teams import sport_of
from transforms.records.analyse import Reading
from transforms.records.extract import Article

Read = Callable[..., tuple[Article, Reading]]


def actors_named(reading: Reading, surface: str) -> list[str]:
    return [
        reading.actors[mention.actor_no].name
        for mention in reading.mentions
        if mention.surface == surface and mention.actor_no is not None
    ]


MATCH = "Norway beat Portugal 2-1 in a World Cup qualifier in Oslo on Friday. The striker scored before half-time."


def test_a_country_that_plays_is_its_team(read: Read) -> None:
    _, reading = read(MATCH)
    assert actors_named(reading, "Norway") == ["Norway national football team"]
    assert actors_named(reading, "Portugal") == ["Portugal national football team"]
    assert {actor.kind for actor in reading.actors if "team" in actor.name} == {"organisation"}
    assert {actor.country for actor in reading.actors if "team" in actor.name} == {"NO", "PT"}


def test_where_somebody_is_or_comes_from_stays_a_country(read: Read) -> None:
    _, reading = read(f"{MATCH} In Portugal fans wept, and a Norwegian coach left Norway. Portugal will play on.")
    assert actors_named(reading, "Portugal") == ["Portugal national football team", "Portugal",
                                                 "Portugal national football team"]  # fmt: skip
    assert actors_named(reading, "Norwegian") == ["Norway"]
    assert actors_named(reading, "Norway") == ["Norway national football team", "Norway"]


@pytest.mark.parametrize(
    "body",
    [
        "Norway beat Portugal to the contract. Portugal lost its case against Norway at a court in Lisbon.",
        "Football clubs in Norway asked for help. The government of Portugal faces Norway over debts and football.",
        "Liv Torp (Norway) beat Ana Berg (Portugal) 6-4 6-3 in the final of the tennis tournament on Friday.",
    ],
)
def test_countries_that_play_nothing_are_countries(read: Read, body: str) -> None:
    _, reading = read(body)
    assert [actor.name for actor in reading.actors if "team" in actor.name] == []


def test_the_sport_and_whose_it_is_are_part_of_the_teams_name(read: Read) -> None:
    cricket = "Norway beat Portugal by four wickets on Friday. Portugal made 228-9 in 50 overs, and Norway 232-6."
    assert set(actors_named(read(cricket)[1], "Norway")) == {"Norway national cricket team"}
    women = f"{MATCH} It was a good day for women. No women in football had ever won there, and women cheered."
    assert set(actors_named(read(women)[1], "Norway")) == {"Norway women's national football team"}


def test_a_town_that_plays_is_the_only_club_that_begins_with_it(read: Read) -> None:
    body = "Valdoro Rovers won the football match in Valdoro. Valdoro beat Oslo 2-0, and the Valdoro striker scored."
    _, reading = read(body)
    assert actors_named(reading, "Valdoro")[1:] == ["Valdoro Rovers", "Valdoro Rovers"]


def test_a_text_with_a_word_of_sport_here_and_there_is_no_report_of_it() -> None:
    assert sport_of("The striker scored before half-time in the cup match.") == "football"
    assert sport_of("The minister likes football. " + "He spoke of taxes and of roads for an hour. " * 12) == ""
    assert sport_of("The tennis final: a soccer player owns the ATP tournament, and Nadal won a tie-break.") == ""
    assert sport_of("The court heard the case in the final week.") == ""
