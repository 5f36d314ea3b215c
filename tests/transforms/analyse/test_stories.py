import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.analyse.day import StoryText, StoryTie
from transforms.analyse.stories import tie_stories

MONDAY = date(2026, 3, 2)

FERRY = "The coast guard took passengers off a burning ferry outside Piraeus after a fire on the vehicle deck"
FERRY_LATER = (
    "A prosecutor asked why the vehicle deck of the Piraeus ferry burned, and passengers thanked the coast guard"
)
TRAM = "Councillors in Leeds approved the tram line and its depot, and the treasury promised half of the cost"
TRAM_LATER = (
    "The Leeds tram depot that councillors approved needs a bridge, and the treasury asked what the line may cost"
)
VACCINE = "A cholera vaccine protected four in five villagers, researchers in Kampala reported after two rainy seasons"
COMET = "Astronomers in the desert photographed a comet whose tail had split in two since it passed behind the sun"


def text(article_id: str, body: str, day: int = 0, hour: int = 8, language: str = "en") -> StoryText:
    on = MONDAY + timedelta(days=day)
    return StoryText(article_id, on, datetime.combine(on, time(hour), UTC), body[:40], body, language)


WEEK = [
    text("ferry", FERRY),
    text("tram", TRAM),
    text("vaccine", VACCINE, hour=9),
    text("comet", COMET, hour=10),
    text("ferry-later", FERRY_LATER, day=1),
    text("tram-later", TRAM_LATER, day=2),
]


def parents(ties: Sequence[StoryTie]) -> dict[str, str | None]:
    return {tie.article_id: tie.tied_id for tie in ties if tie.is_parent}


def test_an_article_is_tied_to_the_earlier_one_of_its_story() -> None:
    assert parents(tie_stories(WEEK)) == {
        "comet": None,
        "ferry": None,
        "ferry-later": "ferry",
        "tram": None,
        "tram-later": "tram",
        "vaccine": None,
    }


def test_a_tie_never_points_at_a_later_article() -> None:
    later = text("later", FERRY, hour=9)
    assert parents(tie_stories([*WEEK, later]))["ferry"] is None
    assert parents(tie_stories([*WEEK, later]))["later"] == "ferry"


def test_a_story_reaches_back_three_days_and_no_further() -> None:
    others = [text(f"o{day}", VACCINE, day=day) for day in (3, 4)]
    for day, parent in ((3, "ferry"), (4, None)):
        assert parents(tie_stories([*WEEK[:4], *others, text("again", FERRY, day=day)]))["again"] == parent


def test_words_alone_tie_no_articles_in_two_languages() -> None:
    plain = [text("a", TRAM.lower(), language="en"), text("z", TRAM.lower(), day=1, language="pt")]
    assert parents(tie_stories([*WEEK, *plain]))["z"] is None


FIRE = (
    "Early on Wednesday the Greek coast guard took 212 passengers off the burning ferry Thalassini outside Piraeus. "
    "The captain, Manolis Verykios, said that he had sailed from Chios at 23.40 with 61 cars."
)
FEUER = (
    "Am frühen Mittwoch holte die Küstenwache 212 Fahrgäste von der brennenden Fähre Thalassini vor Piräus. Wie der "
    "Kapitän Manolis Verykios sagte, war er um 23.40 Uhr mit 61 Wagen von Chios ausgelaufen."
)


def test_names_places_and_numbers_tie_articles_in_two_languages() -> None:
    assert parents(tie_stories([*WEEK, text("en", FIRE), text("de", FEUER, day=1, language="de")]))["de"] == "en"


def test_an_article_ties_stories_that_turn_out_to_be_one() -> None:
    both = text("both", f"{FERRY}. {FERRY_LATER}.", day=2)
    apart = [text("one", FERRY), text("other", FERRY_LATER, day=1)]
    ties = tie_stories([*WEEK[1:4], *apart, both], days=[both.day])
    assert {tie.tied_id for tie in ties} == {"one", "other"}
    assert sum(tie.is_parent for tie in ties) == 1


def test_words_that_any_text_may_have_make_no_story() -> None:
    one, other = (
        text(name, "which of these would they then have been", hour=hour) for name, hour in (("a", 8), ("b", 9))
    )
    assert parents(tie_stories([one, other]))["b"] == "a"
    assert parents(tie_stories([one, other], {"en": set(one.body.split())}))["b"] is None


def test_the_ties_of_a_day_depend_on_its_window_alone() -> None:
    day = MONDAY + timedelta(days=2)
    elsewhere = [text("x", TRAM, day=3), text("y", FERRY, day=-2), text("z", COMET, day=7)]
    assert tie_stories([*WEEK, *elsewhere], days=[day]) == tie_stories(WEEK, days=[day])
    assert [tie.article_id for tie in tie_stories(WEEK, days=[day])] == ["tram-later"]


def test_the_ties_of_a_day_are_the_same_alone_and_among_others() -> None:
    together = tie_stories(WEEK)
    alone = [tie for day in range(3) for tie in tie_stories(WEEK, days=[MONDAY + timedelta(days=day)])]
    assert sorted(alone, key=lambda tie: tie.article_id) == together


def test_actors_and_places_count_although_they_are_named_otherwise() -> None:
    known = {"actors": ("Marta Oyelaran", "Greece"), "places": ("255274", "390903")}
    abroad = [
        StoryText(**{**vars(text(name, body, language=name)), **known}) for name, body in (("el", TRAM), ("pt", COMET))
    ]
    assert parents(tie_stories([*WEEK, *abroad]))["pt"] == "el"


def test_no_texts_and_empty_texts_give_no_links() -> None:
    assert tie_stories([]) == []
    assert parents(tie_stories([text("a", ""), text("b", "")])) == {"a": None, "b": None}


@settings(max_examples=30, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_articles_makes_no_difference(rng: random.Random) -> None:
    words = (FERRY + FERRY_LATER + TRAM + TRAM_LATER + VACCINE + COMET).split()
    texts = [
        text(f"{seed}", " ".join(random.Random(seed).sample(words, 20)), day=seed % 5, hour=seed % 3)
        for seed in range(40)
    ]
    shuffled = list(texts)
    rng.shuffle(shuffled)
    assert tie_stories(shuffled) == tie_stories(texts)


def printed(article_id: str, title: str, body: str, day: int = 0, outlet_id: str = "post") -> StoryText:
    return replace(text(article_id, body, day), title=title, outlet_id=outlet_id)


SKIES = (
    "Clouds from the west bring showers to the coast, the hills stay dry, and the wind turns at dusk",
    "The coast wakes to clouds, showers reach the hills from the west, and the wind drops at dusk",
)


def test_what_an_outlet_prints_every_day_under_one_headline_is_no_story() -> None:
    weather = [printed(f"sky{day}", "The weather", body, day) for day, body in enumerate(SKIES)]
    assert parents(tie_stories([*WEEK, *weather]))["sky1"] is None
    newly_put = [weather[0], replace(weather[1], title="A storm from the west")]
    assert parents(tie_stories([*WEEK, *newly_put]))["sky1"] == "sky0"


def test_live_pages_of_one_headline_follow_the_story_that_others_tell() -> None:
    live = [printed(f"live{day}", "Live", body, day) for day, body in enumerate((FERRY, f"{FERRY}. {FERRY_LATER}"))]
    assert parents(tie_stories([*WEEK[1:4], *live]))["live1"] is None
    told = parents(tie_stories([*WEEK[1:4], *live, printed("own", "Prosecutor asks", FERRY_LATER, 0, "mail")]))
    assert (told["own"], told["live1"]) == ("live0", "own")
