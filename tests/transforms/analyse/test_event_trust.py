"""Which words of events are meant so: who takes part, and what they do it to."""

from __future__ import annotations

import pytest

from tests.transforms.analyse.conftest import Read
from transforms.records.analyse import Event


def types_of(events: tuple[Event, ...]) -> list[str]:
    return [event.type for event in events if event.type]


NO_EVENTS = [
    # addressed to the reader, or a rule for everybody
    "Sign up for our weekly letter.",
    "Visit the shop before you meet your friends.",
    "Promoting cooperation among neighbours takes time.",
    "Supporting young authors is a joy.",
    # questions are no demands
    "The reporter asked Ana Berg why the fee had risen.",
    '"Why has the fee risen?" asked Ana Berg.',
    "The driver pleaded guilty.",
    # sport and play
    "Lena Holm beat Mia Rask 6-2, 6-3.",
    "Holm will meet Rask in the final.",
    "The defending champion advanced to the next round.",
    "The winger attacked the goal.",
    # markets and trade
    "The bank's shares declined by two percent.",
    "The price hit a record.",
    "The company met its goal.",
    "The lender raised its rates.",
    "The app offers expert help.",
    # what is fought is nobody
    "The clinic fights cancer.",
    "Oslo is fighting dirty air.",
    "The agency wants to combat misinformation.",
    "She battled a fever for weeks.",
    # private life
    "The mother asked her son to leave.",
    "She treated her friends like dolls.",
    "The singer praised the film.",
    "His aunt supported the idea.",
    "The actor left the show.",
    # words in other words and in names
    "The plan is well-funded.",
    "Critics liked the Lakes Helping Hands tour.",
    "The union leader told the media about it on Monday, and spoke to reporters again on Tuesday.",
    # what makes possible allows nobody anything
    "The new bridge enables the town to grow.",
    "Good shoes ensure that you enjoy the walk.",
]


@pytest.mark.parametrize("sentence", NO_EVENTS)
def test_everyday_words_tell_of_no_event_where_nobody_of_public_life_does_it_to_somebody(
    read: Read, sentence: str
) -> None:
    assert types_of(read(sentence)[1].events) == []


EVENTS = [
    ("Norway asked Portugal to leave the island.", "DEMAND"),
    ("The union asked for a meeting with the minister.", "DEMAND"),
    ("Police beat the protesters.", "ASSAULT"),
    ("Three students were beaten by soldiers.", "ASSAULT"),
    ("The rebels fought the army near Kosti.", "FIGHT"),
    ("Norwegian forces attacked the base.", "FIGHT"),
    ("The minister met the strikers.", "CONSULT"),
    ("Norway backed the Danish proposal.", "SUPPORT"),
    ("Sweden declined to send troops to Chad.", "REJECT"),
    ("The court sentenced the banker to two years.", "DISAPPROVE"),
    ("Norway signed the treaty.", "SUPPORT"),
    ("Norway will fund schools in Malawi.", "AGREE"),
    ("The chancellor accused the banks of fraud.", "DISAPPROVE"),
    ("Thousands of farmers marched on the ministry.", "PROTEST"),
]


@pytest.mark.parametrize(("sentence", "kind"), EVENTS, ids=[sentence for sentence, _ in EVENTS])
def test_the_same_words_tell_of_events_among_those_of_public_life(read: Read, sentence: str, kind: str) -> None:
    assert types_of(read(sentence)[1].events)[:1] == [kind]


def test_a_crime_is_an_event_whoever_commits_it(read: Read) -> None:
    _, reading = read("A woman stabbed her neighbour.")
    assert types_of(reading.events) == ["ASSAULT"]


def test_an_event_is_surer_the_plainer_its_words_and_the_better_known_its_sides(read: Read) -> None:
    sentences = (
        "Norway invaded Portugal.",  # both sides, in plain words
        "Norway welcomed Portugal.",  # both sides, an everyday word
        "Norway's prime minister resigned.",  # one side
        "Several hikers were arrested.",  # many people, nobody of whom is known
    )
    found = [read(sentence)[1].events[0].confidence for sentence in sentences]
    assert found == sorted(found, reverse=True)
    assert found[0] > found[-1]


def test_an_office_makes_a_name_public_wherever_the_article_tells_it(read: Read) -> None:
    plain = "Tuva Lie backed the villagers."
    office = "Foreign Minister Tuva Lie lives in Oslo."
    assert types_of(read(plain)[1].events) == []
    assert types_of(read(f"{office}\n\n{plain}")[1].events) == ["SUPPORT"]


def test_in_an_article_about_other_matters_words_of_conflict_are_doubted(read: Read) -> None:
    blow = "Norway attacked Portugal."
    weather = "A storm came. Wind and snow followed the storm. The storm grew. The flood rose. More snow fell. "
    (alone,) = read(blow)[1].events
    among = [event for event in read(weather + blow)[1].events if event.trigger == "attacked"]
    assert all(event.confidence < alone.confidence for event in among)


def test_who_is_brought_to_do_something_does_it(read: Read) -> None:
    sentences = {
        "Norway wants Portugal to investigate the bank.": "Portugal",
        "Norway stopped Portugal from attacking Spain.": "Norway",
        "Norway pressed Portugal into sanctioning Spain.": "Norway",
    }
    found = {text: next(a.text for a in read(text)[1].events[0].actors if a.side == "source") for text in sentences}
    assert found == sentences


def test_where_something_happens_is_not_who_did_it(read: Read) -> None:
    _, reading = read("Two pilots were killed by an air strike in Tripoli.")
    assert [actor.text for actor in reading.events[0].actors] == ["Two pilots"]


def test_a_month_takes_part_in_nothing(read: Read) -> None:
    _, reading = read("Norway cancelled the sanctions planned for May.")
    assert "May" not in [actor.text for event in reading.events for actor in event.actors]


def test_what_is_only_feared_or_wanted_has_not_happened(read: Read) -> None:
    sentences = ("The miner avoided extradition to Norway.", "His fear of being extradited to Norway grew.")
    assert [read(text)[1].events[0].realis for text in sentences] == ["hypothetical"] * 2


def test_a_second_participle_shares_the_passive_of_the_first(read: Read) -> None:
    _, reading = read("The banker was arrested in May and sentenced to two years in jail.")
    sides = [(event.type, actor.side) for event in reading.events for actor in event.actors]
    assert sides == [("COERCE", "target"), ("DISAPPROVE", "target")]


def test_a_strike_against_an_employer_is_a_walkout(read: Read) -> None:
    _, reading = read("Oil workers called off a strike against the company.")
    assert "FIGHT" not in types_of(reading.events)


def test_those_who_are_accused_to_their_face_are_no_other_people(read: Read) -> None:
    _, reading = read("The minister accused it of backing the attack in Bergen.")
    assert [actor.text for actor in reading.events[0].actors] == ["The minister", "it"]


def test_a_warning_to_the_public_is_no_threat(read: Read) -> None:
    told = read("The coast guard warned residents of high waves.")[1].events
    assert "THREATEN" not in types_of(told)
    threat = read("Iran warned Oman that it would attack its ports.")[1].events
    assert "THREATEN" in types_of(threat)


def test_a_politician_who_attacks_a_plan_attacks_it_in_words(read: Read) -> None:
    told = read("Senator Ana Berg attacked the proposal on Monday.")[1].events
    assert "ASSAULT" not in types_of(told)


def test_whoever_makes_no_apology_has_not_apologised(read: Read) -> None:
    told = read("The Danish minister made no apology to Iceland.")[1].events
    assert all(event.is_negated for event in told if event.type == "SUPPORT")
