from collections.abc import Callable

import pytest

from transforms.analyse.topics import build_topic_index
from transforms.records.analyse import Reading
from transforms.records.extract import Article
from transforms.records.seeds import Topic, TopicTerm

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


def test_the_title_raises_a_score_and_carries_no_topic_alone(read: Read) -> None:
    body = "The ferry waited in the container port."
    plain = {t.topic_id: t.score for t in read(body)[1].topics}
    titled = {t.topic_id: t.score for t in read(body, title="Ferry waits as storm nears")[1].topics}
    assert titled["shipping"] > plain["shipping"]
    assert "weather" not in titled


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
