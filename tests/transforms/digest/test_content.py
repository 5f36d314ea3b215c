import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.transforms.digest.editions import written_by
from tests.transforms.digest.sunday import EARTHQUAKE, RACE, SUNDAY
from transforms.digest.as_json import from_json, to_json
from transforms.digest.content import widest_story
from transforms.digest.story_wording import widest_words


def test_an_edition_comes_back_from_json_as_it_was() -> None:
    assert from_json(to_json(SUNDAY)) == SUNDAY


def test_the_same_edition_gives_the_same_json() -> None:
    assert to_json(from_json(to_json(SUNDAY))) == to_json(SUNDAY)


@given(st.text(), st.text())
def test_any_text_comes_back_from_json_as_it_was(text: str, address: str) -> None:
    edition = written_by(text, address)
    assert from_json(to_json(edition)) == edition


def test_an_edition_from_before_a_field_was_added_can_still_be_read() -> None:
    record = json.loads(to_json(SUNDAY))
    for story in record["stories"]:
        del story["context"]["broke"], story["context"]["accounts"]
    assert [story.context.broke for story in from_json(json.dumps(record)).stories] == [None, None, None]


def test_json_of_another_format_is_refused() -> None:
    with pytest.raises(ValueError, match="make the edition again"):
        from_json('{"format": 99}')


def test_the_widest_story_is_the_one_in_most_outlets() -> None:
    assert widest_story(replace(SUNDAY, stories=(RACE, EARTHQUAKE))) is EARTHQUAKE


def test_a_day_on_which_no_story_is_shared_says_so() -> None:
    assert widest_words(RACE) == "No story was told by two outlets; the first below"
    assert widest_words(EARTHQUAKE) == "The widest story is in 8 articles of 5 outlets"


def test_a_day_without_stories_has_no_widest_story() -> None:
    assert widest_story(replace(SUNDAY, stories=())) is None
