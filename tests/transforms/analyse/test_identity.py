from collections.abc import Callable
from datetime import date

import pytest

from transforms.analyse.document import parse_articles
from transforms.analyse.gazetteer import build_gazetteer
from transforms.analyse.given import actors_of_given
from transforms.analyse.institutions import bare_institutions, institution_of
from transforms.analyse.reader import Knowledge
from transforms.analyse.short_names import is_short_for
from transforms.analyse.words import name_words
from transforms.records.analyse import LocalActor, Reading
from transforms.records.extract import Article
from transforms.records.seeds import KnownActor

Read = Callable[..., tuple[Article, Reading]]


def names_of(reading: Reading, surface: str) -> list[str | None]:
    return [
        None if m.actor_no is None else reading.actors[m.actor_no].name
        for m in reading.mentions
        if m.surface == surface
    ]


def test_a_bare_surname_of_two_is_theirs_who_is_named_most(read: Read) -> None:
    body = "Paul Renner spoke to us. Paul Renner was angry. Paul Renner left. Erika Renner stayed. Renner was ninety."
    assert names_of(read(body)[1], "Renner") == ["Paul Renner"]


def test_the_first_and_the_last_words_of_a_bodys_name_are_its_short_forms() -> None:
    whole = ("valdoro", "union", "rovers")
    assert is_short_for(("rovers",), whole)
    assert is_short_for(("valdoro",), whole)
    assert not is_short_for(("union",), whole)
    assert not is_short_for(("bank",), ("valdoro", "bank"))


def test_dotted_initials_and_shortened_states_are_the_same_words() -> None:
    assert name_words("U.N.D.A. Council") == name_words("UNDA Council")
    assert name_words("Ala.") == name_words("Alabama")
    assert name_words("Ind") == ("ind",)


PORTUGAL = KnownActor("country-pt", "Portugal", "country", "PT", "state", "", "", "", (("Portuguese", "adjective"),))
COURT = KnownActor("org-pt-court", "Portuguese Supreme Court", "organisation", "PT", "judiciary", "", "", "",
                   (("Supreme Court of Portugal", "short"), ("Portuguese court", "office")))  # fmt: skip


def test_a_bare_institution_is_that_of_the_country_that_the_article_is_about() -> None:
    bare = bare_institutions([PORTUGAL, COURT])
    here = [LocalActor("Portugal", "country", "country-pt", "PT")] * 2
    assert institution_of(("supreme", "court"), bare, here) == "org-pt-court"
    assert institution_of(("supreme", "court"), bare, here[:1]) is None
    assert institution_of(("supreme", "court"), bare, [LocalActor("Chile", "country", None, "CL")] * 3) is None
    assert ("court",) not in bare


@pytest.mark.parametrize(
    ("body", "surface", "actor"),
    [
        ("The Norwegian PM gave no reason.", "PM", "Jonas Dahl"),
        ("The prime minister of Norway gave no reason.", "prime minister", "Jonas Dahl"),
    ],
)
def test_titles_stand_for_holders_before_and_behind_their_country(
    read: Read, body: str, surface: str, actor: str
) -> None:
    assert names_of(read(body)[1], surface) == [actor]


def test_a_dateline_in_capitals_is_a_place_and_no_government(read: Read) -> None:
    _, reading = read("LISBON rejected the offer on Sunday.")
    assert [m.resolved_by for m in reading.mentions if m.surface == "LISBON"] != ["capital"]


def test_american_and_british_spellings_name_the_same_body(read: Read) -> None:
    _, reading = read("The World Health Organisation sent nurses.")
    assert [actor.seed_key for actor in reading.actors] == ["org-who"]


def test_given_names_are_told_apart_without_finding_them(knowledge: Knowledge, write: Callable[..., Article]) -> None:
    body = "Marta Quintela opened the bridge. Ms. Quintela then wrote to the World Health Organization."
    (document,) = parse_articles([write(body)], knowledge.models, knowledge.plain)
    spans = [(0, 14), (38, 46), (body.index("World"), len(body) - 1)]
    one, other, third = actors_of_given(document, knowledge.gazetteer, spans)
    assert one == other
    assert third is not None
    assert third.seed_key == "org-who"


OUTLET = KnownActor("outlet-mercury.example", "The Valdoro Mercury", "organisation", "PT", "media", "", "", "",
                    (("Mercury", "short"),))  # fmt: skip
TWICE = KnownActor("person-berg", "Ana Berg", "person", "PT", "government", "Prime Minister", "2015-01-01;2022-03-01",
                   "2019-12-31;")  # fmt: skip


def test_an_outlet_is_looked_up_among_bodies_and_not_among_words() -> None:
    gazetteer = build_gazetteer([OUTLET])
    assert gazetteer.outlets == {("valdoro", "mercury"): OUTLET.key, ("mercury",): OUTLET.key}
    assert not gazetteer.trie.first_words


@pytest.mark.parametrize(("day", "holds"), [("2016-05-01", True), ("2021-05-01", False), ("2024-05-01", True)])
def test_an_office_may_be_held_for_several_terms(day: str, holds: bool) -> None:
    holder = build_gazetteer([TWICE]).holder("PT", "head_of_government", date.fromisoformat(day))
    assert (holder == TWICE) is holds


def test_the_word_before_party_is_the_party_of_the_country_that_the_article_is_about() -> None:
    party = KnownActor("org-pt-reef", "Portuguese Reef Party", "organisation", "PT", "party", "", "", "",
                       (("Reef Party", "short"),))  # fmt: skip
    people = KnownActor("org-pt-people", "People's Party", "organisation", "PT", "party", "", "", "")
    bare = bare_institutions([PORTUGAL, party, people])
    here = [LocalActor("Portugal", "country", "country-pt", "PT")] * 2
    assert institution_of(("reef",), bare, here) == "org-pt-reef"
    assert ("people",) not in bare
    assert ("peoples",) not in bare


def test_another_name_that_the_text_gives_is_the_same_actors_from_there_on(read: Read) -> None:
    body = "Lin Wenhao, also known as Old Ferryman, was arrested. Old Ferryman had hidden in a barn, police said."
    _, reading = read(body)
    assert set(names_of(reading, "Old Ferryman")) <= {"Lin Wenhao"}


def test_initials_with_marks_are_the_bodys_that_the_article_names(read: Read) -> None:
    _, reading = read("Halden Gas & Electric Co cut the power. HG&E said that the lines were old. HG&E paid nobody.")
    assert names_of(reading, "HG&E") == ["Halden Gas & Electric Co"] * 2


def test_a_body_with_its_legal_form_is_the_known_one(read: Read) -> None:
    _, reading = read("World Health Organization Ltd is no such thing. The World Health Organization laughed.")
    assert {actor.seed_key for actor in reading.actors if "Health" in actor.name} == {"org-who"}
