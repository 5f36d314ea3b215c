import random
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.analyse.day import StoryLink, StoryText
from transforms.analyse.stories import link_stories

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
    return StoryText(article_id, on, datetime.combine(on, time(hour), UTC), body[:40], body, body, language)


WEEK = [
    text("ferry", FERRY),
    text("tram", TRAM),
    text("vaccine", VACCINE, hour=9),
    text("comet", COMET, hour=10),
    text("ferry-later", FERRY_LATER, day=1),
    text("tram-later", TRAM_LATER, day=2),
]


def parents(links: Sequence[StoryLink]) -> dict[str, str | None]:
    return {link.article_id: link.parent_id for link in links}


def test_an_article_is_linked_to_the_earlier_one_of_its_story() -> None:
    assert parents(link_stories(WEEK)) == {
        "comet": None,
        "ferry": None,
        "ferry-later": "ferry",
        "tram": None,
        "tram-later": "tram",
        "vaccine": None,
    }


def test_a_link_never_points_at_a_later_article() -> None:
    later = text("later", FERRY, hour=9)
    assert parents(link_stories([*WEEK, later]))["ferry"] is None
    assert parents(link_stories([*WEEK, later]))["later"] == "ferry"


def test_a_story_reaches_back_three_days_and_no_further() -> None:
    others = [text(f"o{day}", VACCINE, day=day) for day in (3, 4)]
    for day, parent in ((3, "ferry"), (4, None)):
        assert parents(link_stories([*WEEK[:4], *others, text("again", FERRY, day=day)]))["again"] == parent


def test_articles_in_other_languages_stay_apart() -> None:
    assert parents(link_stories([*WEEK, text("z", FERRY, day=1, language="pt")]))["z"] is None


def test_the_links_of_a_day_depend_on_its_window_alone() -> None:
    day = MONDAY + timedelta(days=2)
    elsewhere = [text("x", TRAM, day=3), text("y", FERRY, day=-2), text("z", COMET, day=7)]
    assert link_stories([*WEEK, *elsewhere], days=[day]) == link_stories(WEEK, days=[day])
    assert [link.article_id for link in link_stories(WEEK, days=[day])] == ["tram-later"]


def test_the_links_of_a_day_are_the_same_alone_and_among_others() -> None:
    together = link_stories(WEEK)
    alone = [link for day in range(3) for link in link_stories(WEEK, days=[MONDAY + timedelta(days=day)])]
    assert sorted(alone, key=lambda link: link.article_id) == together


def test_actors_count_as_words_do() -> None:
    plain = [text("a", TRAM), text("b", COMET, hour=9), text("c", VACCINE, hour=10)]
    named = [StoryText(**{**vars(one), "actors": ("Marta Oyelaran",)}) for one in plain[:2]]
    similarity = {link.article_id: link.similarity for link in link_stories([*named, plain[2]])}
    assert similarity["b"] > {link.article_id: link.similarity for link in link_stories(plain)}["b"]


def test_no_texts_and_empty_texts_give_no_links() -> None:
    assert link_stories([]) == []
    assert parents(link_stories([text("a", ""), text("b", "")])) == {"a": None, "b": None}


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
    assert link_stories(shuffled) == link_stories(texts)
