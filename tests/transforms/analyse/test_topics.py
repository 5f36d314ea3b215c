from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.quality.articles import read_seeds
from transforms.analyse.reader import Knowledge, read_article
from transforms.analyse.topics import build_topic_index
from transforms.records.analyse import Reading
from transforms.records.extract import Article
from transforms.records.seeds import Topic, TopicTerm

Write = Callable[..., Article]
Read = Callable[..., tuple[Article, Reading]]


def test_terms_are_found_in_the_plural_and_across_hyphens(read: Read) -> None:
    article, reading = read("Dock workers closed the container-port. Ferries waited.")
    assert [article.body[e.char_start : e.char_end] for e in reading.evidence] == [
        "Dock workers",
        "container-port",
        "Ferries",
    ]


def test_an_article_has_several_topics_and_their_ancestors(read: Read) -> None:
    _, reading = read("A storm closed the container port. The ferry waited for the storm to end.")
    assert {t.topic_id: t.is_inferred for t in reading.topics} == {
        "shipping": False,
        "weather": False,
        "economy": True,
    }


def test_the_title_raises_a_score_and_adds_a_topic_with_its_label(read: Read) -> None:
    title = "Ferry waits as storm nears"
    body = "The ferry waited in the container port."
    plain = {t.topic_id: t.score for t in read(body)[1].topics}
    _, reading = read(body, title=title)
    titled = {t.topic_id: t.score for t in reading.topics}
    assert titled["shipping"] >= plain["shipping"]
    assert "weather" in titled
    said = {(n.topic_id, n.source, title[n.char_start : n.char_end]) for n in reading.topic_labels}
    assert said == {("shipping", "title", "Ferry"), ("weather", "title", "storm")}


def test_folders_of_the_address_and_categories_of_the_feed_are_weak_labels(knowledge: Knowledge, write: Write) -> None:
    article = replace(
        write("Nothing here tells."), url="https://example.org/news/freight/2026/weather-slug?x=/weather/",
        categories="Europe; The weather;  Weather",
    )  # fmt: skip
    reading = read_article(article, knowledge)
    assert {t.topic_id: t.is_inferred for t in reading.topics} == {"shipping": False, "weather": False, "economy": True}
    said = [(n.source, {"address": article.url, "feed": article.categories}[n.source][n.char_start : n.char_end])
            for n in reading.topic_labels]  # fmt: skip
    assert said == [("address", "freight"), ("feed", "Weather")]


def test_labels_alone_carry_topics_in_a_language_without_terms(knowledge: Knowledge, write: Write) -> None:
    article = replace(write("O storm veio.", language="pt"), url="https://example.org/weather/a")
    assert [t.topic_id for t in read_article(article, knowledge).topics] == ["weather"]


def test_the_words_of_a_topic_that_is_too_weak_speak_for_the_one_above(read: Read) -> None:
    article, reading = read("Trade and more trade: traders met the banker, the lender and the ferry.")
    assert [(t.topic_id, t.is_inferred) for t in reading.topics] == [("economy", False)]
    assert {article.body[e.char_start : e.char_end] for e in reading.evidence} == {
        "Trade", "trade", "banker", "lender", "ferry",
    }  # fmt: skip


def test_a_term_of_two_topics_gives_each_a_half(read: Read) -> None:
    (shared,) = read("A flood came.")[1].topics
    (alone,) = read("A storm came.")[1].topics
    assert shared.score < alone.score


def test_a_further_topic_needs_two_terms_or_an_unmistakable_one(read: Read) -> None:
    assert {t.topic_id for t in read("Trade with bankers stopped in wind.")[1].topics} == {"economy"}
    assert {t.topic_id for t in read("Trade with bankers stopped in a storm.")[1].topics} == {"economy", "weather"}
    _, reading = read("Trade with bankers stopped in wind and snow.")
    assert {t.topic_id for t in reading.topics} == {"economy", "weather"}


def test_scores_lie_between_nought_and_one(read: Read) -> None:
    _, reading = read("Storm. " * 500)
    assert all(0 < t.score < 1 for t in reading.topics)


def test_what_is_mentioned_in_passing_is_no_topic(read: Read) -> None:
    _, reading = read("The storm hit. A storm, said everyone, a storm.\n\n" + "Container port dock workers met. " * 40)
    assert reading.topics[0].topic_id == "shipping"


def test_each_language_has_its_own_terms(read: Read) -> None:
    assert [t.topic_id for t in read("Der Sturm kam nachts.", language="de")[1].topics] == ["weather"]
    assert read("O storm veio.", language="pt")[1].topics == ()


def test_a_term_of_an_unknown_topic_is_an_error_that_names_it() -> None:
    with pytest.raises(ValueError, match="atlantis"):
        build_topic_index([Topic("a", "", 1, "a")], [TopicTerm("atlantis", "sunk", 1.0, "en")])


def test_topics_that_are_their_own_ancestors_do_not_hang() -> None:
    index = build_topic_index([Topic("a", "b", 1, "a"), Topic("b", "a", 1, "b")], [])
    assert index.ancestors["a"] == ("b",)


def test_every_topic_of_the_seeds_has_terms_and_stands_below_the_top_level() -> None:
    _, topics, terms = read_seeds()
    index = build_topic_index(topics, terms)
    assert set(index.ancestors) == {topic.topic_id for topic in topics}
    assert {term.topic_id for term in terms} == set(index.ancestors)
    assert {topic for topic, above in index.ancestors.items() if not above} == set(index.children[""])
