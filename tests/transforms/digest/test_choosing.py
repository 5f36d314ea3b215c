from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from tests.transforms.digest.sunday import EARTHQUAKE, WHEAT
from transforms.digest.choosing import choose_quotes, told_by_many, told_once


def quote(speaker: str, text: str, article: str = "a", role: str = "", number: int = 0) -> dict[str, Any]:
    return {"speaker": speaker, "text": text, "article_id": article, "role": role, "quote_no": number}


def source(article: str, outlet: str, group: str, hour: int, role: str = "origin") -> dict[str, Any]:
    moment = datetime(2026, 3, 8, hour, tzinfo=UTC)
    return {"article_id": article, "outlet": outlet, "copy_group_id": group, "published_at": moment, "copy_role": role}


LONG = "We counted every crack in the pillar twice before we rang the mayor."
SHORT = "The bridge will stay closed until the spring."


def test_a_speaker_is_quoted_once_and_with_what_is_longest() -> None:
    assert [one["text"] for one in choose_quotes([quote("Ada", SHORT), quote("Ada", LONG, number=1)], [])] == [LONG]


def test_a_speaker_whose_role_is_known_comes_before_one_of_whom_only_the_name_is() -> None:
    found = choose_quotes([quote("Ada", SHORT), quote("Grace", SHORT, role="city engineer", number=1)], [])
    assert [one["speaker"] for one in found] == ["Grace", "Ada"]


def test_quotes_come_from_as_many_articles_as_there_are() -> None:
    quotes = [quote(f"Speaker {n}", LONG, "one", number=n) for n in range(4)]
    found = choose_quotes([*quotes, quote("Other", SHORT, "two")], [])
    assert [one["article_id"] for one in found[:2]] == ["one", "two"]


def test_parts_of_sentences_are_quoted_only_where_nothing_whole_is() -> None:
    part = quote("Ada", "because nobody had told them to stop at the bridge", number=1)
    assert choose_quotes([part, quote("Grace", SHORT)], []) == [quote("Grace", SHORT)]
    assert choose_quotes([part], []) == [part]


def test_what_the_story_tells_already_is_not_quoted_again() -> None:
    assert choose_quotes([quote("Ada", f"{SHORT[:-1]},")], [f'"{SHORT[:-1]}," said Ada.']) == []


def test_the_text_that_most_outlets_print_leads_by_its_origin() -> None:
    sources = [
        source("copy", "Echo", "wire", 9, "trimmed"),
        source("wire", "Wire", "wire", 10),
        source("own", "Post", "own", 8),
    ]
    assert [one["article_id"] for one in told_by_many(sources)] == ["wire", "own"]


def test_outlets_take_turns() -> None:
    sources = [source("one", "Post", "one", 7), source("two", "Post", "two", 8), source("three", "Echo", "three", 9)]
    assert [one["outlet"] for one in told_by_many(sources)] == ["Post", "Echo", "Post"]


def test_what_several_stories_would_say_of_an_actor_is_said_by_the_first() -> None:
    actors = (*EARTHQUAKE.context.actors, *WHEAT.context.actors)
    again = replace(WHEAT, context=replace(EARTHQUAKE.context, actors=actors))
    first, second = told_once([EARTHQUAKE, again])
    assert first == EARTHQUAKE
    assert second.context.actors == WHEAT.context.actors
    assert (second.context.topics, second.context.peaks, second.context.first_together) == ((), (), ())
    assert second.context.accounts == EARTHQUAKE.context.accounts
