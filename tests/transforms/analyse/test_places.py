"""Places: which one a name means, which names are places at all, and what an article is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from spacy.language import Language

from tests.transforms.analyse.conftest import ACTORS, TERMS, TOPICS, country, written
from transforms.analyse.name_tagger import NameTagger
from transforms.analyse.place_choice import Background, Spot, choose_places
from transforms.analyse.place_home import Home, home_of
from transforms.analyse.place_index import PlaceIndex, key_of, kilometres, read_place_index
from transforms.analyse.reader import Knowledge, build_knowledge, read_article
from transforms.records.analyse import PlaceMention
from transforms.records.seeds import KnownOutlet

CONTENT = (Path(__file__).parents[3] / "seeds" / "places.npz").read_bytes()
Places = Callable[..., dict[str, PlaceMention]]


@pytest.fixture(scope="module")
def index() -> PlaceIndex:
    return read_place_index(CONTENT)


@pytest.fixture(scope="module")
def world(nlp: Language, taggers: Mapping[str, NameTagger]) -> Knowledge:
    """The tests' few actors with the whole gazetteer."""
    actors = [*ACTORS, *country("KE", "Kenya", "Kenyan", "Kenyans", "Nairobi")]
    outlets = [KnownOutlet("ex", "The Example", "example.ca", "CA", False)]
    return build_knowledge({"en": nlp}, actors, TOPICS, TERMS, outlets, CONTENT, taggers=taggers)


@pytest.fixture(scope="module")
def places(world: Knowledge) -> Places:
    """The places of a text by their printed names, the last of each name."""

    def find(body: str, url: str = "https://example.org/a", title: str = "") -> dict[str, PlaceMention]:
        reading = read_article(replace(written(body, title=title), url=url), world)
        return {place.surface: place for place in reading.places}

    return find


def chosen(index: PlaceIndex, body: str, *names: str, outlet_country: str = "") -> list[str]:
    """The divisions or countries of the places that some names of a text mean, in the order given."""
    spots = sorted(
        (Spot(body.index(name), body.index(name) + len(name), name) for name in names), key=lambda spot: spot.start
    )
    found = dict(
        zip(
            (spot.surface for spot in spots), choose_places(body, spots, index, Background(outlet_country)), strict=True
        )
    )
    return [_where(index, found[name]) for name in names]


def _where(index: PlaceIndex, choice: object) -> str:
    place = getattr(choice, "place", None)
    if place is None:
        return ""
    inside = index.place(place.admin1).name if place.admin1 >= 0 else place.name
    return f"{inside}, {place.country}"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("St. Louis", "st louis"), ("Saint Louis", "st louis"), ("São Paulo", "sao paulo"), ("The Hague", "hague"),
        ("Winston-Salem", "winston salem"), ("N.C.", "nc"), ("U.S.", "us"), ("Fort Worth", "ft worth"), ("", ""),
    ],
)  # fmt: skip
def test_a_name_is_looked_up_without_accents_marks_and_long_forms(name: str, key: str) -> None:
    assert key_of(name) == key


@pytest.mark.parametrize(
    ("name", "geonames_id"),
    [("Munich", 2867714), ("München", 2867714), ("Londres", 2643743), ("Warschau", 756135), ("Moscou", 524901),
     ("Ciudad de México", 3530597)],
)  # fmt: skip
def test_a_city_is_known_by_its_names_in_other_languages(index: PlaceIndex, name: str, geonames_id: int) -> None:
    assert geonames_id in {candidate.place.geonames_id for candidate in index.find(name)}


def test_a_gazetteer_without_a_file_knows_no_place() -> None:
    assert read_place_index(b"").find("Paris") == ()


def test_distances_are_those_of_the_globe(index: PlaceIndex) -> None:
    paris, london = (
        next(c.place for c in index.find(name) if c.place.kind == "capital") for name in ("Paris", "London")
    )
    assert 330 < kilometres(paris, london) < 350


@pytest.mark.parametrize(
    ("text", "name", "where"),
    [
        ("A bakery opened in Paris, Texas, in spring.", "Paris", "Texas, US"),
        ("A bakery opened in Springfield, Ohio, in spring.", "Springfield", "Ohio, US"),
        ("A bakery opened in Springfield, Ill., in spring.", "Springfield", "Illinois, US"),
        ("A bakery opened in Springfield, MA, in spring.", "Springfield", "Massachusetts, US"),
        ("A bakery opened in Birmingham, Ala. on Friday.", "Birmingham", "Alabama, US"),
        ("A bakery opened in London, Ontario, in spring.", "London", "Ontario, CA"),
        ("A bakery opened in Cordoba, Argentina, in spring.", "Cordoba", "Córdoba, AR"),
        ("A bakery opened in Athens (Georgia) in spring.", "Athens", "Georgia, US"),
    ],
)
def test_what_stands_after_a_name_says_which_place_it_is(index: PlaceIndex, text: str, name: str, where: str) -> None:
    assert chosen(index, text, name) == [where]


def test_without_a_word_to_the_contrary_a_name_is_the_well_known_place(index: PlaceIndex) -> None:
    body = "Trains from Paris and Birmingham met in Cologne."
    assert [where[-2:] for where in chosen(index, body, "Paris", "Birmingham", "Cologne")] == ["FR", "GB", "DE"]


def test_the_other_places_of_an_article_draw_a_name_to_them(index: PlaceIndex) -> None:
    body = "Floods cut the road from Manchester to Nashua and Concord in New Hampshire."
    assert chosen(index, body, "Manchester", "Nashua", "Concord") == ["New Hampshire, US"] * 3


def test_one_name_has_one_sense_in_an_article(index: PlaceIndex) -> None:
    body = "Paris, Texas, has a tower. The mayor of Paris likes it."
    first, second = Spot(0, 5, "Paris"), Spot(body.rindex("Paris"), body.rindex("Paris") + 5, "Paris")
    choices = choose_places(body, [first, second], index, Background())
    assert [choice and choice.place.country for choice in choices] == ["US", "US"]


def test_the_country_of_the_outlet_weighs_where_the_text_says_nothing(index: PlaceIndex) -> None:
    body = "The council of Richmond met."
    assert chosen(index, body, "Richmond", outlet_country="AU")[0].endswith("AU")
    assert chosen(index, body, "Richmond", outlet_country="US")[0].endswith("US")


@pytest.mark.parametrize(
    ("name", "kind", "code"),
    [("Mexico", "country", "MX"), ("China", "country", "CN"), ("Washington", "capital", "US"),
     ("New York", "city", "US"), ("Quebec", "admin1", "CA"), ("northern Kenya", "country", "KE"),
     ("Kano State", "admin1", "NG"), ("Middle East", "region", ""), ("Israeli", "country", "IL")],
)  # fmt: skip
def test_a_name_alone_means_what_readers_take_it_for(index: PlaceIndex, name: str, kind: str, code: str) -> None:
    (choice,) = choose_places(name, [Spot(0, len(name), name)], index, Background())
    assert choice is not None
    assert (choice.place.kind, choice.place.country) == (kind, code)


def test_a_former_name_of_a_capital_does_not_hide_towns_that_bear_it_today(index: PlaceIndex) -> None:
    assert chosen(index, "A choir from Salisbury sang.", "Salisbury") == ["England, GB"]


@pytest.mark.parametrize("name", ["EU", "Zzyzxburgh", "US"])
def test_a_town_is_not_meant_by_an_acronym_nor_by_an_unknown_name(index: PlaceIndex, name: str) -> None:
    (choice,) = choose_places(name, [Spot(0, len(name), name)], index, Background())
    assert choice is None or choice.place.kind == "country"


def test_a_place_has_its_span_its_division_and_its_point(places: Places) -> None:
    body = "The ferry to Bergen was late. Divers in Bergen found a bell."
    place = places(body)["Bergen"]
    assert body[place.char_start : place.char_end] == "Bergen"
    assert (place.country, place.kind, place.geonames_id) == ("NO", "city", 3161732)
    assert (round(place.lat), round(place.lon), place.admin1) == (60, 5, "Vestland")
    assert 0 < place.confidence <= 1


def test_the_names_of_peoples_are_no_places_but_say_which_country_is_meant(places: Places) -> None:
    found = places("Kenyan officials said that a bus had burned in Naivasha on Sunday.")
    assert "Kenyan" not in found
    assert found["Naivasha"].country == "KE"


def test_a_capital_or_country_that_acts_stands_for_its_government(places: Places) -> None:
    found = places("Lisbon rejected the offer. The talks in Oslo ended. Kenya accused nobody.")
    assert (found["Lisbon"].is_metonym, found["Oslo"].is_metonym, found["Kenya"].is_metonym) == (True, False, True)
    found = places("Kenya has given Malawi grain worth $2 million. Lisbon gives visitors sunshine.")
    assert (found["Kenya"].is_metonym, found["Malawi"].is_metonym, found["Lisbon"].is_metonym) == (True, False, False)


def test_a_container_is_a_place_too(places: Places) -> None:
    found = places("A bridge fell in Oxford, N.C. on Monday, and another in Macon, Georgia.")
    assert (found["Oxford"].admin1, found["N.C."].name) == ("North Carolina", "North Carolina")
    assert (found["Macon"].admin1, found["Georgia"].kind) == ("Georgia", "admin1")


def test_the_place_of_a_dateline_is_found(world: Knowledge) -> None:
    body = "TROMSØ, March 5 — A storm closed the harbour."
    article = replace(written(body), dateline_place="Tromsø", dateline_end=body.index("A storm"))
    (place,) = read_article(article, world).places
    assert (place.surface, place.country) == ("TROMSØ", "NO")


def test_a_body_that_is_named_after_its_town_says_where_it_is(places: Places) -> None:
    found = places("The Danbury Police Department asked drivers in Connecticut to wait.")
    assert found["Danbury"].admin1 == "Connecticut"
    assert found["Danbury"].method == "places-by-within-name"


@pytest.mark.parametrize(
    "body",
    ["The trial begins in March and ends in May.", "They met at Christmas.", "She thanked God in the Cathedral."],
)
def test_words_that_are_towns_somewhere_are_no_places(places: Places, body: str) -> None:
    assert places(body) == {}


def test_the_outlet_of_the_address_gives_its_country(places: Places) -> None:
    body = "Firefighters in Richmond saved a barn."
    assert places(body, url="https://www.example.ca/1")["Richmond"].country == "CA"
    assert places(body, url="https://news.example.com.au/1")["Richmond"].country == "AU"


def test_the_focus_is_the_narrowest_place_that_most_of_the_article_is_about(places: Places) -> None:
    found = places(
        "A dam near Naivasha in Kenya broke on Monday.\n\nPeople from Naivasha fled to Nakuru. "
        "Naivasha has no hospital. Norway offered help.",
        title="Dam breaks near Naivasha",
    )
    assert {name for name, place in found.items() if place.is_focus} == {"Naivasha"}


def test_the_focus_is_the_country_where_its_places_share_the_weight(places: Places) -> None:
    found = places(
        "Kenya votes on Tuesday. Kenya has nine candidates.\n\nQueues formed in Kisumu, in Nakuru and in Mombasa."
    )
    assert {name for name, place in found.items() if place.is_focus} == {"Kenya"}


def test_an_article_that_names_no_place_has_no_focus(places: Places) -> None:
    assert places("The committee met and adjourned.") == {}


@pytest.mark.parametrize(
    ("body", "name", "where"),
    [
        ("The selectmen of Hartland met the sheriff, and the county will mend the sidewalks.", "Hartland", "US"),
        ("Councillors in Mansfield want the motorway moved, and pupils wrote to their MP for £20.", "Mansfield", "GB"),
        ("The sophomores of Mansfield and a county sheriff painted the sidewalks; the mayor paid.", "Mansfield", "US"),
        ("The gardaí in Carlow asked the taoiseach for more cars.", "Carlow", "IE"),
    ],
)
def test_words_of_one_country_s_press_say_that_its_places_are_meant(
    index: PlaceIndex, body: str, name: str, where: str
) -> None:
    spot = Spot(body.index(name), body.index(name) + len(name), name)
    (choice,) = choose_places(body, [spot], index, Background())
    assert choice is not None
    assert choice.place.country == where


def test_words_of_the_press_do_not_count_in_other_languages_nor_against_the_outlet() -> None:
    assert home_of("El color del mar, dijo el senador.", "ES") == Home("ES", 1.0)
    assert home_of("A sheriff and three aldermen met the attorney.", "GB") == Home("GB", 1.0)
    assert home_of("A sheriff and three aldermen met the attorney.", "US").weight > 1
    assert home_of("Three men met.") == Home("", 0.0)


def test_a_country_of_many_is_meant_before_a_town_of_its_name(index: PlaceIndex) -> None:
    body = "The sheriff of a county in Texas said that China sold the sidewalks to Ohio and to Kansas."
    assert chosen(index, body, "China", "Texas", "Ohio", "Kansas")[0] == "China, CN"


@pytest.mark.parametrize(
    ("name", "kind"), [("Geneva", "city"), ("Zurich", "city"), ("Quebec", "admin1"), ("California", "admin1")]
)
def test_a_city_that_holds_much_of_its_division_is_meant_by_the_name_of_both(
    index: PlaceIndex, name: str, kind: str
) -> None:
    (choice,) = choose_places(name, [Spot(0, len(name), name)], index, Background())
    assert choice is not None
    assert choice.place.kind == kind


@pytest.mark.parametrize(
    ("name", "region"),
    [("South Ossetian", "South Ossetia"), ("Texans", "Texas"), ("Californian", "California"), ("Bavarians", "Bavaria")],
)
def test_the_people_of_a_region_say_which_region(index: PlaceIndex, name: str, region: str) -> None:
    (choice,) = choose_places(name, [Spot(0, len(name), name)], index, Background())
    assert choice is not None
    assert choice.place.name == region


def test_a_large_city_needs_no_other_place_of_its_country(places: Places) -> None:
    found = places("Egypt and Qatar sent envoys to the talks in Geneva on Tuesday.")
    assert (found["Geneva"].kind, found["Geneva"].country) == ("city", "CH")
