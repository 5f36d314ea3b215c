"""Names and whose they are: what find_people gives, through the reader."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from transforms.records.analyse import Mention, Reading
from transforms.records.extract import Article

Read = Callable[..., tuple[Article, Reading]]


def named(reading: Reading, surface: str) -> list[str | None]:
    """The actor of each mention with that surface; None where it is unresolved."""
    return [who(reading, mention) for mention in reading.mentions if mention.surface == surface]


def who(reading: Reading, mention: Mention) -> str | None:
    return None if mention.actor_no is None else reading.actors[mention.actor_no].name


def keys(reading: Reading) -> dict[str, str | None]:
    return {mention.surface: reading.actors[mention.actor_no].seed_key for mention in reading.mentions
            if mention.actor_no is not None}  # fmt: skip


def test_a_surname_is_the_full_name_before_it(read: Read) -> None:
    _, reading = read("Marta Quintela opened the bridge. Ms. Quintela then left. Quintela smiled.")
    assert named(reading, "Quintela") == ["Marta Quintela", "Marta Quintela"]


def test_two_persons_of_one_surname_are_told_apart_by_the_nearest_full_name(read: Read) -> None:
    _, reading = read("Paul Renner spoke to reporters. Renner was angry. Later Erika Renner spoke. Renner was calm.")
    assert named(reading, "Renner") == ["Paul Renner", "Erika Renner"]


def test_a_surname_that_fits_nobody_is_an_actor_of_its_own(read: Read) -> None:
    _, reading = read("Marta Quintela opened the bridge. Mr. Osterberg then left the city.")
    assert named(reading, "Osterberg") == ["Osterberg"]


def test_a_middle_name_does_not_make_another_person(read: Read) -> None:
    _, reading = read("Ana Luisa Prado spoke in London. Ana Prado was cheered.")
    assert len({m.actor_no for m in reading.mentions if m.kind == "person"}) == 1


def test_an_acronym_in_brackets_is_the_name_before_it(read: Read) -> None:
    _, reading = read("The Baltic Freight Union (BFU) met on Monday. The BFU wants higher wages.")
    assert set(named(reading, "BFU")) == {"Baltic Freight Union"}


def test_a_known_actor_is_recognised_by_any_of_its_names(read: Read) -> None:
    _, reading = read("The World Health Organization sent a team. The WHO will report in May.")
    assert {keys(reading)["World Health Organization"], keys(reading)["WHO"]} == {"org-who"}


@pytest.mark.parametrize("body", ["Who asked us to come? Let us go.", "They told us so. Nobody knows who did it."])
def test_short_names_are_not_found_in_common_words(read: Read, body: str) -> None:
    _, reading = read(body)
    assert reading.mentions == ()


def test_a_surname_known_from_the_seeds_yields_to_the_articles_own_person(read: Read) -> None:
    _, reading = read("Henrik Dahl, a baker, won the race. Dahl was tired afterwards.")
    assert named(reading, "Dahl") == ["Henrik Dahl"]
    assert keys(reading)["Dahl"] is None


def test_a_known_surname_alone_is_the_known_person(read: Read) -> None:
    _, reading = read("Mr. Dahl said on Monday that ferries would run again.")
    assert keys(reading)["Dahl"] == "person-dahl"


def test_a_capital_that_acts_is_a_government_and_one_that_is_visited_is_a_place(read: Read) -> None:
    _, reading = read("Oslo rejected the proposal. Talks were held in Oslo.")
    acting, visited = [m for m in reading.mentions if m.surface == "Oslo"]
    assert (who(reading, acting), acting.kind, acting.resolved_by) == (
        "Government of Norway",
        "organisation",
        "capital",
    )
    assert (who(reading, visited), visited.kind) == ("Oslo", "place")


def test_talks_with_a_capital_are_talks_with_its_government(read: Read) -> None:
    _, reading = read("The minister wants talks with Lisbon about the quota.")
    assert named(reading, "Lisbon") == ["Government of Portugal"]


def test_an_adjective_leads_to_its_country_but_stays_a_group(read: Read) -> None:
    _, reading = read("Norwegian ferries stopped for a day.")
    mention = reading.mentions[0]
    assert (who(reading, mention), mention.kind) == ("Norway", "group")


def test_possessives_articles_and_courtesy_titles_are_no_part_of_a_name(read: Read) -> None:
    _, reading = read("Mrs. Clara Benn’s letter reached the Harbour Board of Leith.")
    surfaces = {m.surface for m in reading.mentions}
    assert "Clara Benn" in surfaces
    assert not any(s.startswith(("the ", "The ", "Mrs")) or s.endswith(("’s", "'s")) for s in surfaces)


def test_weekdays_and_shouted_labels_are_no_names(read: Read) -> None:
    _, reading = read("ADVERTISEMENT\n\nOn Monday the bridge opened.\n\nREAD MORE BELOW")
    assert reading.mentions == ()


def test_somebody_with_a_role_is_a_person_whatever_the_model_says(read: Read) -> None:
    _, reading = read("Teluma Oyarin, the mediator, left the talks. Oyarin was tired.")
    assert {m.kind for m in reading.mentions if "Oyarin" in m.surface} == {"person"}


def test_without_a_model_known_names_are_found_all_the_same(read: Read) -> None:
    _, reading = read("O WHO fala com Sunniva Vik em Lisbon.", language="pt")
    assert set(keys(reading).values()) >= {"org-who", "person-vik"}
    assert named(reading, "Lisbon") == ["Lisbon"]


def test_mentions_do_not_overlap(read: Read) -> None:
    _, reading = read(
        "Norwegian Prime Minister Jonas Dahl met the World Health Organization (WHO) in Lisbon, Portugal."
    )
    spans = [(m.char_start, m.char_end) for m in reading.mentions]
    assert all(left[1] <= right[0] for left, right in pairwise(spans))


def test_an_office_in_capitals_is_its_holder_and_no_name(read: Read) -> None:
    _, reading = read("Jonas Dahl has refused. The Norwegian Prime Minister said so on Monday.")
    assert named(reading, "Prime Minister") == ["Jonas Dahl"]


def test_a_body_is_named_with_all_its_fields(read: Read) -> None:
    _, reading = read(
        "The Department of Fisheries, Energy and the Environment said no. Liv Torp of the Ministry of Trade and "
        "Rui Salgado said yes."
    )
    surfaces = {mention.surface for mention in reading.mentions}
    assert "Department of Fisheries, Energy and the Environment" in surfaces
    assert "Rui Salgado" in surfaces


@pytest.mark.parametrize(
    ("body", "surface", "kind"),
    [
        (
            "Halden Properties bought the pier. Halden Properties will pull it down.",
            "Halden Properties",
            "organisation",
        ),
        ("She studied at Université Valdoro before the war.", "Université Valdoro", "organisation"),
        ("A fire broke out in Palmer Street. Palmer Street was closed.", "Palmer Street", "place"),
    ],
)
def test_the_words_of_a_name_tell_its_kind(read: Read, body: str, surface: str, kind: str) -> None:
    assert {mention.kind for mention in read(body)[1].mentions if mention.surface == surface} == {kind}


def test_words_that_begin_a_sentence_are_no_actors(read: Read) -> None:
    _, reading = read("Rail union boss Liv Torp said no. Federal prosecutors said yes. Eastern towns were cut off.")
    assert {mention.surface for mention in reading.mentions} == {"Liv Torp"}
